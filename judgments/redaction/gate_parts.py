# ruff: noqa: SIM905  (word lists read better unbroken)
"""An artefact taken apart into the pieces of text the leak gate searches: one piece a paragraph, cell, attribute or property."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

from lxml import etree

_BLOCKS: Final = frozenset(
    "p div td th tr table h1 h2 h3 h4 h5 h6 li ul ol section article header footer main br hr title caption dd dt".split()
)
_SILENT: Final = frozenset({"br"})
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text of an artefact: joining happens inside it and never across pieces."""

    part: str
    where: str
    text: str


def pieces_of(name: str, content: bytes | str) -> Iterator[Piece]:
    """The pieces of one artefact, by what it is: a package, HTML, JSON, or plain text."""
    if isinstance(content, bytes) and content.startswith(b"PK"):
        yield from _package(name, content)
        return
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    yield from _text(name, text)


def _text(name: str, text: str) -> Iterator[Piece]:
    stripped = text.lstrip()
    if name.endswith((".html", ".htm")) or stripped.startswith(
        ("<!DOCTYPE", "<html", "<p", "<div", "<article", "<section")
    ):
        yield from _html(name, text)
    elif name.endswith(".json") or stripped.startswith(("{", "[")):
        yield from _json(name, text)
    else:
        for number, line in enumerate(text.split("\n"), 1):
            yield Piece(name, f"第{number}行", line)


class _Collector(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._name = name
        self._buffer: list[str] = []

    def flush(self) -> None:
        if text := "".join(self._buffer).strip():
            self.pieces.append(Piece(self._name, f"第{len(self.pieces) + 1}段", text))
        self._buffer = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._buffer.append("\n")
        elif tag in _BLOCKS:
            self.flush()
        for key, value in attrs:
            if value:
                self.pieces.append(Piece(self._name, f"属性{key}", value))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag not in _SILENT:
            self.flush()

    def handle_data(self, data: str) -> None:
        self._buffer.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Piece(self._name, "注释", data))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(Piece(self._name, "声明", decl))

    def handle_pi(self, data: str) -> None:
        self.pieces.append(Piece(self._name, "声明", data))


def _html(name: str, text: str) -> Iterator[Piece]:
    collector = _Collector(name)
    collector.feed(text)
    collector.close()
    collector.flush()
    yield from collector.pieces


def _json(name: str, text: str) -> Iterator[Piece]:
    try:
        data = json.loads(text)
    except ValueError:
        yield Piece(name, "全文", text)
        return
    yield from _json_value(name, "", data)


def _json_value(name: str, path: str, value: Any) -> Iterator[Piece]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield Piece(name, f"{path}键", str(key))
            yield from _json_value(name, f"{path}.{key}", item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _json_value(name, f"{path}[{index}]", item)
    elif isinstance(value, str):
        for line in value.split("\n"):
            yield Piece(name, path or "值", line)


def _package(name: str, content: bytes) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for entry in package.infolist():
            yield Piece(name, "包内文件名", entry.filename)
            data = package.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                yield from _xml(f"{name}/{entry.filename}", data)
            else:
                for encoding in ("utf-8", "utf-16-le"):
                    yield Piece(f"{name}/{entry.filename}", "二进制内容", data.decode(encoding, "ignore"))
        if package.comment:
            yield Piece(name, "压缩包注释", package.comment.decode("utf-8", "ignore"))


def _xml(part: str, data: bytes) -> Iterator[Piece]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        yield Piece(part, "全文", data.decode("utf-8", "ignore"))
        return
    paragraphs = 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield Piece(part, "注释", element.text or "")
            continue
        if element.tag in (f"{_W}p", f"{_A}p"):
            paragraphs += 1
            yield Piece(part, f"第{paragraphs}段", _paragraph_text(element))
        elif element.text and element.text.strip() and not element.tag.startswith((_W, _A)):
            yield Piece(part, etree.QName(element).localname, element.text)
        for key, value in element.attrib.items():
            if len(value) > 1:
                yield Piece(part, f"属性{key.rsplit('}', 1)[-1]}", value)


def _paragraph_text(paragraph: etree._Element) -> str:
    """All text of a paragraph in any of its elements (text, deleted text, field code), a text box's own paragraphs apart."""
    return "".join(
        node.text or ("\n" if node.tag == f"{_W}br" else "")
        for node in paragraph.iter()
        if isinstance(node.tag, str) and next(node.iterancestors(str(paragraph.tag)), paragraph) is paragraph
    )
