"""Invented judgments as .docx bytes, for every test that needs an uploaded file.

`judgment_docx()` gives an ordinary first-instance judgment; its arguments put text into the places where names hide
(header, comment, text box, tracked change …). `package()` builds any .docx from hand-written XML, in Word's habit
(`producer="word"`: runs split by rsid, proofErr) or WPS's (`producer="wps"`: one run for each font, KSO properties).
All people, firms and addresses are invented.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

Producer = Literal["word", "wps"]

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NAMESPACES = (
    f'xmlns:w="{TRANSITIONAL}" xmlns:r="{_OFFICE_RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_CONTENT_TYPES = {
    "word/header": "header",
    "word/footer": "footer",
    "word/comments": "comments",
    "word/footnotes": "footnotes",
    "word/endnotes": "endnotes",
    "word/styles": "styles",
    "word/numbering": "numbering",
    "word/settings": "settings",
}

JUDGMENT: tuple[str, ...] = (
    "广州市荔湾区人民法院",
    "民 事 判 决 书",
    "（2013）穗荔法民一初字第123号",
    "原告：沈立平，男，1970年3月5日出生，汉族，住广州市荔湾区龙津西路123号4楼。",
    "被告：广州市粤荔皮具有限公司，住所地广州市荔湾区站前路88号。",
    "法定代表人：何明，该公司经理。",
    "原告沈立平诉被告广州市粤荔皮具有限公司买卖合同纠纷一案，本院受理后，依法公开开庭进行了审理。本案现已审理终结。",
    "原告沈立平诉称，被告拖欠货款50000元，请求判令被告支付货款。",
    "被告广州市粤荔皮具有限公司辩称，货款已经付清。",
    "经审理查明，原、被告于2012年5月签订买卖合同。",
    "本院认为，原、被告之间的买卖合同合法有效。",
    "判决如下：",
    "一、被告广州市粤荔皮具有限公司于本判决生效之日起十日内支付原告沈立平货款50000元。",
    "审　判　员　　陆　良",
    "二〇一三年六月八日",
    "书　记　员　　周　燕",
)
"""The text of an ordinary invented judgment."""


def judgment_docx(
    paragraphs: Iterable[str] = JUDGMENT,
    *,
    header: str = "",
    footer: str = "",
    comments: Sequence[str] = (),
    footnotes: Sequence[str] = (),
    text_box: str = "",
    inserted: str = "",
    deleted: str = "",
    hidden: str = "",
    table: Sequence[Sequence[str]] = (),
    author: str = "",
    producer: Producer = "word",
) -> bytes:
    """A judgment with `paragraphs` as its text and whatever else is asked for, in the order of the arguments."""
    body = [paragraph(text, producer=producer) for text in paragraphs]
    if text_box:
        body.insert(0, f"<w:p><w:r>{text_box_xml(text_box)}</w:r></w:p>")
    if inserted:
        body.append(f'<w:p><w:ins w:id="1" w:author="打字员">{run(inserted)}</w:ins></w:p>')
    if deleted:
        struck = f'<w:r><w:delText xml:space="preserve">{escape(deleted)}</w:delText></w:r>'
        body.append(f'<w:p>{run("留")}<w:del w:id="2" w:author="打字员">{struck}</w:del></w:p>')
    if hidden:
        body.append(f"<w:p>{run('显')}{run(hidden, '<w:vanish/>')}</w:p>")
    if table:
        body.append(table_xml(table))
    parts: dict[str, str | bytes] = {}
    relations: list[tuple[str, str]] = []
    for kind, text in (("header", header), ("footer", footer)):
        if text:
            tag = {"header": "hdr", "footer": "ftr"}[kind]
            parts[f"word/{kind}1.xml"] = part(tag, paragraph(text))
            relations.append((kind, f"{kind}1.xml"))
    if comments:
        rows = "".join(
            f'<w:comment w:id="{order}" w:author="书记员甲" w:initials="甲">{paragraph(text)}</w:comment>'
            for order, text in enumerate(comments)
        )
        parts["word/comments.xml"] = part("comments", rows)
        relations.append(("comments", "comments.xml"))
    if footnotes:
        rows = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        rows += "".join(
            f'<w:footnote w:id="{order}">{paragraph(text)}</w:footnote>'
            for order, text in enumerate(footnotes, start=1)
        )
        parts["word/footnotes.xml"] = part("footnotes", rows)
        relations.append(("footnotes", "footnotes.xml"))
    if author or producer == "wps":
        parts["docProps/core.xml"] = core_xml(author or "打字室")
    if producer == "wps":
        parts["docProps/custom.xml"] = _KSO_PROPERTIES
    return package("".join(body), parts=parts, relations=relations)


def package(
    body: str,
    *,
    parts: Mapping[str, str | bytes] | None = None,
    relations: Sequence[tuple[str, str]] = (),
    strict: bool = False,
    encoding: str = "utf-8",
) -> bytes:
    """A .docx around `body`, the inside of w:body.

    `parts` are further files by name (they win over the built ones); `relations` (kind, target) of the text part,
    an address with :// being external; `strict` uses the strict OOXML namespaces; `encoding` that of the text part.
    """
    document = f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    if strict:
        document = document.replace(TRANSITIONAL, STRICT).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    head = _HEAD.replace("UTF-8", encoding.upper())
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types([*(parts or {}), "word/document.xml"]),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"{head}{document}".encode(encoding),
        "word/_rels/document.xml.rels": _relations(relations),
        **(parts or {}),
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def part(tag: str, inside: str) -> str:
    """A part of the package with its root element w:`tag`."""
    return f"{_HEAD}<w:{tag} {_NAMESPACES}>{inside}</w:{tag}>"


def paragraph(text: str, properties: str = "", *, producer: Producer = "word") -> str:
    """A w:p. Word's habit splits a text into runs with proofing marks between; line feed and tab become elements."""
    pieces = [text] if producer == "wps" or len(text) < 4 else [text[:2], text[2:]]
    runs = '<w:proofErr w:type="spellStart"/>'.join(run(piece) for piece in pieces)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A w:r with run properties given as XML."""
    inside = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def table_xml(rows: Sequence[Sequence[str]]) -> str:
    """A plain table."""
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"


def text_box_xml(text: str, fallback: str | None = None) -> str:
    """A text box as Word saves it: a drawing, and the same again in VML for older programs (`fallback` if it differs)."""
    choice, other = paragraph(text), paragraph(text if fallback is None else fallback)
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="文本框 1"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{choice}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{other}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def core_xml(author: str, title: str = "") -> str:
    """docProps/core.xml with a person in it."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy></cp:coreProperties>"
    )


def styles_xml(styles: str) -> str:
    """word/styles.xml around w:style elements."""
    return part("styles", styles)


_KSO_PROPERTIES = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
    "<vt:lpwstr>2052-9.1.0.4249</vt:lpwstr></property></Properties>"
)


def _content_types(names: Iterable[str]) -> str:
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    for name in names:
        for prefix, kind in _CONTENT_TYPES.items():
            if name.startswith(prefix):
                overrides += f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}/relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _relations(relations: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{order}" Type="{_OFFICE_RELATIONS}/{kind}" Target={quoteattr(target)}{_mode(target)}/>'
        for order, (kind, target) in enumerate(relations, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _mode(target: str) -> str:
    return ' TargetMode="External"' if "://" in target or target.startswith("mailto:") else ""
