# ruff: noqa: SIM905  (word lists read better unbroken)
"""An artefact taken apart into the pieces of text the leak gate searches: one piece a paragraph, cell, attribute or property.

Every character of an artefact lies in some piece: what no reader sees (a tag, a property, the name of a part) is searched too.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any, Final

from lxml import etree

_BLOCKS: Final = frozenset(
    "p div td th tr table h1 h2 h3 h4 h5 h6 li ul ol section article header footer main hr title caption dd dt".split()
)
_MARKUP: Final = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|</?(?P<tag>[A-Za-z][^\s/>\"']*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>"
    r"|<[!?/][^>]*>",
    re.DOTALL,
)
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPHS: Final = frozenset({f"{_W}p", f"{_A}p"})
_BREAK: Final = f"{_W}br"
_KNOWN_NAMES: Final = ("{http://schemas.", "{http://purl.", "{urn:schemas-microsoft", "{http://www.w3.org/")
_ENCODINGS: Final = (
    ("utf-8", 0), ("gb18030", 0), ("utf-16-le", 0), ("utf-16-le", 1), ("utf-16-be", 0), ("utf-16-be", 1),
)  # fmt: skip
"""How text may lie in bytes of no known kind, and at which byte it may begin."""
_SMALL_PART: Final = 16_384
_DEEPEST: Final = 3
CELL_GAP: Final = " | "
"""What stands between two cells of a row in plain text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text of an artefact: joining happens inside it and never across pieces."""

    part: str
    where: str
    text: str


def pieces_of(name: str, content: bytes | str) -> Iterator[Piece]:
    """The pieces of one artefact, its name among them, by what it is: a package, HTML, JSON, or plain text."""
    yield Piece(name, "名称", name)
    if isinstance(content, bytes) and content.startswith(b"PK"):
        yield from _package(name, content, _DEEPEST)
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
            for cell in line.split(CELL_GAP):
                yield Piece(name, f"第{number}行", cell)


def _html(name: str, text: str) -> Iterator[Piece]:
    """Paragraphs as a browser joins them, and each tag and comment as it is written."""
    buffer: list[str] = []
    tags: dict[str, None] = {}
    position = paragraphs = 0
    for markup in _MARKUP.finditer(text):
        buffer.append(text[position : markup.start()])
        position = markup.end()
        tag = (markup["tag"] or "").lower()
        if tag == "br":
            buffer.append("\n")
        elif tag in _BLOCKS and buffer:
            paragraphs += 1
            yield Piece(name, f"第{paragraphs}段", unescape("".join(buffer)))
            buffer = []
        if markup["comment"] is not None:
            yield Piece(name, "注释", markup["comment"])
        else:
            tags[markup.group()] = None
    yield Piece(name, f"第{paragraphs + 1}段", unescape("".join(buffer) + text[position:]))
    for written in tags:
        yield Piece(name, "标签", unescape(written))


def _json(name: str, text: str) -> Iterator[Piece]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
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
    elif value is not None and not isinstance(value, bool):
        for line in str(value).split("\n"):
            yield Piece(name, path or "值", line)


def _package(name: str, content: bytes, depth: int) -> Iterator[Piece]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for entry in package.infolist():
            yield Piece(name, "包内文件名", entry.filename)
            for note in (entry.comment, entry.extra):
                yield from _binary(name, "压缩包注释", note)
            yield from _entry(f"{name}/{entry.filename}", package.read(entry), depth)
        yield from _binary(name, "压缩包注释", package.comment)


def _entry(part: str, data: bytes, depth: int) -> Iterator[Piece]:
    if part.lower().endswith((".xml", ".rels", ".vml")):
        yield from _small_xml(part, data) if len(data) < _SMALL_PART else _xml(part, data)
    elif depth and data.startswith(b"PK\x03\x04") and zipfile.is_zipfile(io.BytesIO(data)):
        yield from _package(part, data, depth - 1)
    else:
        yield from _binary(part, "二进制内容", data)


def _binary(part: str, where: str, data: bytes) -> Iterator[Piece]:
    """Bytes of no known kind, read in every encoding a text in them may have."""
    if data:
        for encoding, offset in _ENCODINGS:
            yield Piece(part, where, data[offset:].decode(encoding, "ignore"))


@lru_cache(maxsize=64)
def _small_xml(part: str, data: bytes) -> tuple[Piece, ...]:
    """Styles, types and relations are the same in every file that the writers make."""
    return tuple(_xml(part, data))


def _xml(part: str, data: bytes) -> Iterator[Piece]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield from _binary(part, "全文", data)
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield from _binary(part, "全文", data)
    aside: dict[tuple[str, str], None] = {}
    yield from _walk(part, root, aside)
    for where, text in aside:
        yield Piece(part, where, text)


def _walk(part: str, root: etree._Element, aside: dict[tuple[str, str], None]) -> Iterator[Piece]:
    """Paragraphs with all text in any of their elements (text, deleted text, field code), a text box's own paragraphs apart.

    What stands outside every paragraph, in attributes, comments and unknown names goes into `aside`.
    """
    open_paragraphs: list[list[str]] = []
    paragraphs = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            _note_names(element, aside)
            if tag in _PARAGRAPHS:
                open_paragraphs.append([])
            text = "\n" if tag == _BREAK else element.text
        elif event == "end":
            if tag in _PARAGRAPHS:
                paragraphs += 1
                yield Piece(part, f"第{paragraphs}段", "".join(open_paragraphs.pop()))
            text = element.tail
        else:
            aside["注释", etree.tostring(element, encoding="unicode", with_tail=False)] = None
            text = element.tail
        if text:
            if open_paragraphs:
                open_paragraphs[-1].append(text)
            elif not text.isspace():
                aside["段落以外", text] = None


def _note_names(element: etree._Element, aside: dict[tuple[str, str], None]) -> None:
    for name, value in element.attrib.items():
        if len(value) > 1:
            aside[f"属性{name.rpartition('}')[2]}", value] = None
        _note_name(name, aside)
    _note_name(str(element.tag), aside)


def _note_name(name: str, aside: dict[tuple[str, str], None]) -> None:
    if not name.isascii() or (name.startswith("{") and not name.startswith(_KNOWN_NAMES)):
        aside["名称", name] = None
