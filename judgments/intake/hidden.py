"""Parts that no reader of the document sees, yet that may name people: collected for the reviewer."""

from __future__ import annotations

import re

from judgments.intake.container import Package
from judgments.intake.notes import Notes, sample
from judgments.intake.relations import relations_of
from judgments.intake.xmltree import A, Element, W, parse, text_of

_UNREAD = re.compile(
    r"(?:^|/)(?:\[content_types\]|theme\d*|fonttable|websettings|styleswitheffects)\.xml$|\.rels$",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"[\d.,:\-+TZ ]*|true|false", re.IGNORECASE)
_TELLING = re.compile(r"[^\x00-\x7f]|@|\d{6}")
_PARAGRAPHS = (f"{W}p", f"{A}p")
_RUN_TEXTS = (f"{W}t", f"{W}delText", f"{A}t")
_EMBEDDED_KINDS = frozenset(
    {"oleObject", "package", "aFChunk", "chart", "chartEx", "diagramData", "control", "subDocument", "slicer"}
)
_EMBEDDED = {
    "chart": "文中有图表，其中的文字未并入正文。",
    "chartEx": "文中有图表，其中的文字未并入正文。",
    "diagramData": "文中有 SmartArt 图形，其中的文字未并入正文。",
    "aFChunk": "文中嵌有另一份文件，其内容未读取。",
}


def note_hidden_parts(package: Package, read: set[str], notes: Notes) -> None:
    """Strings of every XML part not in `read`: properties, comments, people, custom XML, settings, charts …

    Comments and embedded objects are blocking findings as well.
    """
    for name in package:
        if not name.isascii():
            notes.hide(name)
        if name in read or not name.lower().endswith((".xml", ".vml")) or _UNREAD.search(name):
            continue
        root = parse(package.xml(name), name)
        if root.tag == f"{W}comments":
            _note_comments(root, notes)
        elif root.tag == f"{W}settings":
            _hide_variables(root, notes)
        elif root.tag != f"{W}numbering":
            _hide_all(root, notes)


def note_relations(package: Package, notes: Notes) -> None:
    """External targets are hidden strings; relations to embedded content are findings."""
    for name in package:
        folder, separator, file = name.rpartition("_rels/")
        if not separator or not file.endswith(".rels"):
            continue
        for relation in relations_of(package, f"{folder}{file.removesuffix('.rels')}"):
            if relation.external:
                notes.hide(relation.target)
            if relation.kind in _EMBEDDED_KINDS:
                text = _EMBEDDED.get(relation.kind, "文中嵌有对象（如表格、公式或其他文件），其内容未读取。")
                notes.find("embedded_object", "全文", text)
            if relation.kind == "image" and relation.external:
                notes.find("image", "全文", "文中有链接到文件以外的图片，无法查看其内容。")


def hide_authors(root: Element, notes: Notes) -> None:
    """Authors of revisions, wherever they stand in a part."""
    for element in root.iter(
        f"{W}rPrChange", f"{W}pPrChange", f"{W}sectPrChange", f"{W}tblPrChange", f"{W}ins"
    ):
        notes.hide(element.get(f"{W}author"))


def _note_comments(root: Element, notes: Notes) -> None:
    for order, comment in enumerate(root.iterfind(f"{W}comment"), start=1):
        paragraphs = ["".join(text_of(run) for run in line.iter(f"{W}t")) for line in comment.iter(f"{W}p")]
        text = "\n".join(paragraphs)
        for hidden in (text, comment.get(f"{W}author"), comment.get(f"{W}initials")):
            notes.hide(hidden)
        notes.find("comments", f"批注{order}", f"文中有批注，请处理后重新上传：{sample(text)}")


def _hide_variables(root: Element, notes: Notes) -> None:
    """Document variables; the rest of the settings is switches and numbers of saves."""
    for variable in root.iter(f"{W}docVar"):
        notes.hide(variable.get(f"{W}name"))
        notes.hide(variable.get(f"{W}val"))


def _hide_all(root: Element, notes: Notes) -> None:
    """Paragraphs as one string each, so that a name stays whole; then everything else that says something."""
    joined: set[Element] = set()
    for line in root.iter(*_PARAGRAPHS):
        pieces = list(line.iter(*_RUN_TEXTS))
        joined.update(pieces)
        notes.hide("".join(map(text_of, pieces)))
    for element in root.iter():
        text = element.text
        if text and element not in joined and not _PLAIN_NUMBER.fullmatch(text):
            notes.hide(text)
        for attribute in element.attrib.values():
            if _TELLING.search(attribute):
                notes.hide(attribute)
