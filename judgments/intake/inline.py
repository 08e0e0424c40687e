"""The inside of a paragraph: runs become one text; what is deleted, hidden or a code never joins it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from judgments.intake.notes import Notes, sample
from judgments.intake.shapes import Shapes, shapes_of
from judgments.intake.styles import PLAIN, Look, Styles, run_look
from judgments.intake.xmltree import MC, VAL, Element, M, W, text_of, value

_MACHINE_NAME = re.compile(r"-?\d*|rId\d+|_[A-Za-z]+\d*")
"""Counters, relation ids and the bookmarks that word processors set on their own (_GoBack, _Toc123)."""
_PRIVATE_USE = 0xF000
_TICKS = {0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF02A: "□"}
TRACKED = "文中有修订痕迹（插入、删除或移动），请在 Word 或 WPS 中接受或拒绝全部修订后重新上传。"
_HIDDEN = "文中有隐藏或看不见的文字："


@dataclass(slots=True)
class Line:
    """One paragraph while it is read."""

    where: str
    look: Look
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    shapes: Shapes = field(default_factory=Shapes)

    @property
    def text(self) -> str:
        """The live text so far."""
        return "".join(self.pieces)


class Inline:
    """Reads the paragraphs of one story (body, a header, a note); fields may reach across its paragraphs."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._in_code: list[bool] = []
        """For each open field whether its code is being read, rather than its result."""
        self._codes = 0
        self._handlers: dict[object, Callable[[Element, Line], None]] = {
            tag: getattr(self, name) for tag, name in _NAMED_HANDLERS.items()
        }

    def read(self, paragraph: Element, where: str, look: Look) -> Line:
        """The text of a w:p; `look` is what its style, its cell and its own properties say together."""
        line = Line(where, look)
        self._children(paragraph, line)
        return line

    def note(self, element: Element, where: str) -> None:
        """Read what stands between paragraphs (a bookmark, a control) for its hidden strings."""
        self._children([element], Line(where, PLAIN))

    def _children(self, elements: Iterable[Element], line: Line) -> None:
        for child in elements:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, line)
            elif child.tag not in _SILENT:
                self._children(child, line)

    def _run(self, run: Element, line: Line) -> None:
        look = self._look(run, line)
        pieces = line.pieces
        start = len(pieces)
        self._children(run, line)
        if len(pieces) == start or not (look.unseen or look.bold):
            return
        text = "".join(pieces[start:])
        if look.unseen:
            del pieces[start:]
            self._unseen(text, line)
        else:
            line.bold += len(text)

    def _look(self, run: Element, line: Line) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return line.look
        if properties.find(f"{W}rPrChange") is not None or properties.find(f"{W}ins") is not None:
            self._tracked(line)
        look = run_look(properties)
        style = value(properties, f"{W}rStyle")
        if style is not None:
            look = look.over(self._styles.run(style))
        return line.look if look is PLAIN else look.over(line.look)

    def _text(self, element: Element, line: Line) -> None:
        text = element.text if len(element) == 0 else text_of(element)
        if not text:
            return
        if self._codes:
            if not text.strip().isdecimal():
                self._unseen(text, line)
            return
        line.pieces.append(text)

    def _unseen(self, text: str, line: Line) -> None:
        self._notes.hide(text)
        if text.strip():
            self._notes.find("hidden_text", line.where, _HIDDEN + sample(text))

    def _deleted(self, element: Element, line: Line) -> None:
        """The struck-out text of a revision: for the reviewer, never for the reader."""
        texts = [text_of(part) for part in element.iter(f"{W}delText", f"{W}t", f"{W}delInstrText")]
        self._notes.hide("".join(texts))
        self._author(element, line)

    def _inserted(self, element: Element, line: Line) -> None:
        self._author(element, line)
        self._children(element, line)

    def _author(self, element: Element, line: Line) -> None:
        self._notes.hide(element.get(f"{W}author"))
        self._tracked(line)

    def _tracked(self, line: Line) -> None:
        self._notes.find("tracked_changes", line.where, TRACKED)

    def _code(self, element: Element, _line: Line) -> None:
        self._notes.hide(text_of(element))

    def _field_character(self, element: Element, _line: Line) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._in_code.append(True)
            self._codes += 1
        elif kind == "separate" and self._in_code:
            self._codes -= self._in_code[-1]
            self._in_code[-1] = False
        elif kind == "end" and self._in_code:
            self._codes -= self._in_code.pop()
        for part in element.iter():
            self._notes.hide(part.get(VAL))

    def _simple_field(self, element: Element, line: Line) -> None:
        self._notes.hide(element.get(f"{W}instr"))
        self._children(element, line)

    def _attributes(self, element: Element, line: Line) -> None:
        """Names that only the machine reads: bookmarks, tips and anchors of links, names of smart tags."""
        for text in element.attrib.values():
            if not _MACHINE_NAME.fullmatch(text):
                self._notes.hide(text)
        self._children(element, line)

    def _hidden_properties(self, element: Element, _line: Line) -> None:
        for part in element.iter():
            for text in part.attrib.values():
                if not _MACHINE_NAME.fullmatch(text):
                    self._notes.hide(text)

    def _paragraph_properties(self, element: Element, line: Line) -> None:
        run = element.find(f"{W}rPr")
        marks = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{W}rPrChange")
        if element.find(f"{W}pPrChange") is not None or (
            run is not None and any(run.find(mark) is not None for mark in marks)
        ):
            self._tracked(line)

    def _symbol(self, element: Element, line: Line) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if _PRIVATE_USE <= code <= 0xF8FF:
            symbolic = code > 0xF0FF or any(
                name in element.get(f"{W}font", "") for name in ("dings", "Symbol")
            )
            line.pieces.append(_TICKS.get(code, "□") if symbolic else chr(code - _PRIVATE_USE))
        elif 0x20 <= code < 0xD800:
            line.pieces.append(chr(code))

    def _break(self, _element: Element, line: Line) -> None:
        line.pieces.append("\n")

    def _tab(self, _element: Element, line: Line) -> None:
        line.pieces.append("\t")

    def _hyphen(self, _element: Element, line: Line) -> None:
        line.pieces.append("-")

    def _formula(self, element: Element, line: Line) -> None:
        line.pieces.extend(text_of(part) for part in element.iter(f"{M}t", f"{W}t"))

    def _ruby(self, element: Element, line: Line) -> None:
        """Text with a reading above it: the text is live, the reading is kept for the reviewer."""
        for part in element:
            if part.tag == f"{W}rubyBase":
                self._children(part, line)
            elif part.tag == f"{W}rt":
                self._notes.hide(text_of(part))

    def _shape(self, element: Element, line: Line) -> None:
        line.shapes.extend(shapes_of(element, self._notes, line.where))

    def _alternate(self, element: Element, line: Line) -> None:
        """Read both copies; text in the line itself is taken from the first that has any."""
        line.shapes.extend(shapes_of(element, self._notes, line.where))
        texts: list[list[str]] = []
        for copy in element:
            part = Line(line.where, line.look)
            self._children(copy, part)
            texts.append(part.pieces)
        filled = [pieces for pieces in texts if any(piece.strip() for piece in pieces)]
        if not filled:
            return
        line.pieces.extend(filled[0])
        for other in filled[1:]:
            if other != filled[0]:
                self._unseen("".join(other), line)

    def _embedded(self, _element: Element, line: Line) -> None:
        self._notes.find("embedded_object", line.where, "文中引用了其他文件的内容，未读取。")


_SILENT: frozenset[object] = frozenset(
    f"{W}{name}"
    for name in (
        "rPr", "softHyphen", "lastRenderedPageBreak", "proofErr", "bookmarkEnd", "commentRangeStart",
        "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference", "footnoteRef",
        "endnoteRef", "annotationRef", "separator", "continuationSeparator", "pgNum", "permEnd", "sdtEndPr",
        "moveFromRangeEnd", "moveToRangeEnd",
    )
)  # fmt: skip

_NAMED_HANDLERS = {
    f"{W}{tag}": handler
    for handler, tags in (
        ("_run", ("r",)),
        ("_text", ("t",)),
        ("_deleted", ("del", "moveFrom", "delText", "delInstrText")),
        ("_inserted", ("ins", "moveTo")),
        ("_code", ("instrText",)),
        ("_field_character", ("fldChar",)),
        ("_simple_field", ("fldSimple",)),
        ("_attributes", ("bookmarkStart", "hyperlink", "smartTag", "customXml", "permStart")),
        ("_attributes", ("moveFromRangeStart", "moveToRangeStart")),
        ("_hidden_properties", ("sdtPr", "smartTagPr", "customXmlPr")),
        ("_paragraph_properties", ("pPr",)),
        ("_symbol", ("sym",)),
        ("_break", ("br", "cr")),
        ("_tab", ("tab", "ptab")),
        ("_hyphen", ("noBreakHyphen",)),
        ("_ruby", ("ruby",)),
        ("_shape", ("drawing", "pict", "object")),
        ("_embedded", ("subDoc", "contentPart")),
    )
    for tag in tags
} | {f"{MC}AlternateContent": "_alternate", f"{M}oMath": "_formula"}
