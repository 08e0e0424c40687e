"""An uploaded .docx becomes text: every part is read, what a reader cannot see is reported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from judgments.intake.container import Package, open_package
from judgments.intake.document import Paragraph, ParagraphKind, SourceDocument
from judgments.intake.hidden import hide_authors, note_hidden_parts, note_relations
from judgments.intake.images import note_images
from judgments.intake.notes import Notes
from judgments.intake.numbering import Numbering
from judgments.intake.refusals import refuse_damaged, refuse_no_text
from judgments.intake.relations import Relation, main_part, relations_of
from judgments.intake.story import Reading, Story
from judgments.intake.styles import Styles, load_styles
from judgments.intake.xmltree import Element, W, parse

_NOTE_KINDS: tuple[tuple[str, str, ParagraphKind, str], ...] = (
    ("footnotes", "footnote", "footnote", "脚注"),
    ("endnotes", "endnote", "endnote", "尾注"),
)
_MARGIN_KINDS: tuple[tuple[str, ParagraphKind, str], ...] = (
    ("header", "header", "页眉"),
    ("footer", "footer", "页脚"),
)


def read_docx(data: bytes) -> SourceDocument:
    """The text of an uploaded .docx with what was found on the way (R25, R30).

    Raises `Refused` with a stable code and a Chinese message where the file cannot be taken in: not_docx,
    encrypted, macro, bomb, damaged, empty, external_entity, too_large, unsafe_package, no_text,
    unsupported_doc, unsupported_wps, unsupported_rtf, unsupported_odt, unsupported_pdf.
    """
    return _Reader(open_package(data)).document(hashlib.sha256(data).hexdigest())


class _Reader:
    """One package being read; it knows which parts became text, so that all others are searched."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = main_part(package)
        self._relations = relations_of(package, self._main)
        self._read: set[str] = set()
        self._notes = Notes()
        self._reading = Reading(self._styles(), self._numbering(), self._notes)

    def document(self, sha256: str) -> SourceDocument:
        """Everything, in the order body, notes, headers, footers."""
        paragraphs = [*self._body(), *self._footnotes()]
        images = note_images(self._package, self._notes)
        if not any(paragraph.text.strip() for paragraph in paragraphs):
            raise refuse_no_text(images=images > 0)
        paragraphs.extend(self._margins())
        note_relations(self._package, self._notes)
        note_hidden_parts(self._package, self._read, self._notes)
        return SourceDocument(tuple(paragraphs), self._notes.findings(), sha256, self._notes.hidden_strings)

    def _body(self) -> Iterator[Paragraph]:
        body = self._root(self._main).find(f"{W}body")
        if body is None:
            raise refuse_damaged("缺少正文")
        yield from Story(self._reading, "body", "正文").read(body)

    def _footnotes(self) -> Iterator[Paragraph]:
        for relation_kind, element, kind, name in _NOTE_KINDS:
            for relation in self._parts(relation_kind):
                notes = self._root(relation.target).iterfind(f"{W}{element}")
                real = (note for note in notes if note.get(f"{W}type", "normal") == "normal")
                for order, note in enumerate(real, start=1):
                    yield from Story(self._reading, kind, f"{name}{order}").read(note)

    def _margins(self) -> Iterator[Paragraph]:
        for relation_kind, kind, name in _MARGIN_KINDS:
            for order, relation in enumerate(self._parts(relation_kind), start=1):
                root = self._root(relation.target)
                yield from Story(self._reading, kind, f"{name}{order}").read(root)

    def _parts(self, kind: str) -> Iterator[Relation]:
        """Related parts that exist, each once however often it is referred to."""
        for relation in self._relations:
            known = relation.target in self._read or relation.external
            if relation.kind == kind and not known and relation.target in self._package:
                yield relation

    def _root(self, name: str) -> Element:
        self._read.add(name)
        root = parse(self._package.xml(name), name)
        hide_authors(root, self._notes)
        return root

    def _styles(self) -> Styles:
        for relation in self._parts("styles"):
            self._read.add(relation.target)
            styles = load_styles(self._package.xml(relation.target), relation.target)
            for name in styles.custom_names:
                self._notes.hide(name)
            return styles
        return Styles(None)

    def _numbering(self) -> Numbering:
        for relation in self._parts("numbering"):
            return Numbering(self._root(relation.target))
        return Numbering(None)
