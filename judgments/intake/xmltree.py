"""XML parts as trees: a parser that resolves nothing, and the names that intake knows."""

from __future__ import annotations

import re

from lxml import etree

from judgments.intake.document import Refused
from judgments.intake.refusals import refuse_damaged, refuse_too_large

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?=[\"'])")
_OFF = frozenset({"0", "false", "off"})


def parse(content: bytes, name: str) -> Element:
    """The root of a part; strict OOXML namespaces become the transitional ones. Raises `Refused`."""
    if b"purl.oclc.org/ooxml" in content:
        content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refusal(error, name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(
            "external_entity", "文件内含外部实体声明，已拒绝读取。请用 Word 或 WPS 另存为 .docx 再上传。"
        )
    return root


def on(parent: Element | None, name: str) -> bool | None:
    """A switch such as w:b or w:vanish inside properties: None where it is not given."""
    if parent is None:
        return None
    child = parent.find(name)
    if child is None:
        return None
    return child.get(VAL, "1").lower() not in _OFF


def value(parent: Element | None, name: str) -> str | None:
    """w:val of a child, None where there is none."""
    if parent is None:
        return None
    child = parent.find(name)
    return None if child is None else child.get(VAL)


def number(text: str | None, default: int = 0) -> int:
    """A whole number from an attribute; anything else is `default`, as word processors read it."""
    try:
        return int(text) if text is not None and len(text) < 12 else default
    except ValueError:
        return default


def text_of(element: Element) -> str:
    """All character data below `element`."""
    return "".join(element.itertext())


def _refusal(error: Exception, name: str) -> Refused:
    reason = str(error)
    if "depth" in reason or "huge" in reason or "too long" in reason:
        return refuse_too_large("文字部分嵌套过深或过长")
    return refuse_damaged(f"“{name}”部分不是正确的 XML")
