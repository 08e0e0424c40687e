"""Drawings and objects inside a paragraph: text boxes are live text, the rest is reported or hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from judgments.intake.notes import Notes
from judgments.intake.xmltree import MC, WP, A, Element, R, V, W, text_of

_BOX = f"{W}txbxContent"
_ALTERNATE = f"{MC}AlternateContent"
_CHOICE = f"{MC}Choice"
_FALLBACK = f"{MC}Fallback"
_TEXT = f"{W}t"
_ALT_TEXT = ("descr", "title", "name")


@dataclass(slots=True)
class Shapes:
    """Text boxes to be read as stories, and words drawn as art (WordArt, watermarks)."""

    boxes: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    picture_in_line: bool = False
    """A picture set among the characters, as rare characters are that no font has."""

    def extend(self, other: Shapes) -> None:
        """Take over everything in `other`."""
        self.boxes.extend(other.boxes)
        self.words.extend(other.words)
        self.picture_in_line |= other.picture_in_line

    def extend_with_new(self, other: Shapes) -> None:
        """Take over what is new in `other`: the second copy of a box is not read if it is equal."""
        boxes = {box_text(box) for box in self.boxes}
        words = set(self.words)
        self.boxes.extend(box for box in other.boxes if box_text(box) not in boxes)
        self.words.extend(word for word in other.words if word not in words)
        self.picture_in_line |= other.picture_in_line


def shapes_of(element: Element, notes: Notes, where: str) -> Shapes:
    """Everything readable below a drawing, picture, object or alternate; not what is inside a box."""
    found = Shapes()
    stack = [element]
    while stack:
        current = stack.pop()
        tag = current.tag
        if tag == _BOX:
            found.boxes.append(current)
            continue
        if tag == _ALTERNATE:
            found.extend(_both_copies(current, notes, where))
            continue
        _note(current, str(tag), found, notes, where)
        stack.extend(reversed(current))
    return found


def box_text(box: Element) -> str:
    """The text of a box for comparison, both copies of boxes inside it counted once."""
    pieces: list[str] = []
    stack = [box]
    while stack:
        current = stack.pop()
        if current.tag == _TEXT:
            pieces.append(text_of(current))
        elif current.tag == _ALTERNATE and (choice := current.find(_CHOICE)) is not None:
            stack.append(choice)
        else:
            stack.extend(reversed(current))
    return "".join(pieces)


def _both_copies(alternate: Element, notes: Notes, where: str) -> Shapes:
    found = Shapes()
    for copy in alternate:
        if copy.tag in (_CHOICE, _FALLBACK):
            inner = Shapes()
            for child in copy:
                inner.extend(shapes_of(child, notes, where))
            found.extend_with_new(inner)
    return found


def _note(element: Element, tag: str, found: Shapes, notes: Notes, where: str) -> None:
    if tag == f"{WP}docPr" or tag.endswith("}cNvPr"):
        for name in _ALT_TEXT:
            notes.hide(element.get(name))
    elif tag == f"{V}textpath":
        found.words.append(element.get("string", ""))
    elif tag == f"{A}t":
        found.words.append(text_of(element))
    elif tag == f"{WP}inline":
        found.picture_in_line |= next(element.iter(f"{A}blip"), None) is not None
    elif tag.startswith(V):
        notes.hide(element.get("alt"))
        notes.hide(element.get("title"))
        if element.find(f"{V}imagedata") is not None:
            found.picture_in_line |= "absolute" not in element.get("style", "")
    elif tag.endswith("}OLEObject") or tag == f"{W}control":
        notes.find("embedded_object", where, "文中嵌有对象（如表格、公式或其他文件），其内容未读取。")
    elif tag == f"{A}blip" and element.get(f"{R}link"):
        notes.find("image", where, "文中有链接到文件以外的图片，无法查看其内容。")
