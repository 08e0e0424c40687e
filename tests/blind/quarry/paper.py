"""Three ways to a .docx: python-docx, years of Word, and WPS."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
ALIGN = {"^": "center", ">": "right"}
BREAK = "\ue020"
"""A line break inside a paragraph."""


@dataclass
class Sheet:
    """Text with layout marks, and what else the file carries."""

    text: str
    header: str = ""
    box: str = ""
    heading: str = ""
    features: set[str] = field(default_factory=set)


def blocks(text: str) -> list[str | list[list[str]]]:
    """Paragraphs, with the rows of each table gathered."""
    found: list[str | list[list[str]]] = []
    for line in text.splitlines():
        if line.startswith("|"):
            cells = line.removeprefix("|").removesuffix("|").split("|")
            if found and isinstance(found[-1], list):
                found[-1].append(cells)
            else:
                found.append([cells])
        elif line:
            found.append(line)
    return found


def with_library(sheet: Sheet) -> bytes:
    document = Document()
    if sheet.header:
        document.sections[0].header.paragraphs[0].text = sheet.header
    document.core_properties.title = sheet.heading
    for block in blocks(sheet.text):
        if isinstance(block, list):
            table = document.add_table(rows=len(block), cols=len(block[0]))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
            continue
        align = ALIGN.get(block[0])
        paragraph = document.add_paragraph((block[1:] if align else block).replace(BREAK, "\n"))
        if align:
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Hand:
    """Writes the XML as the program ``maker`` (word or wps) leaves it."""

    def __init__(self, maker: str, key: str) -> None:
        self.wps = maker == "wps"
        self.rng = random.Random(key)
        self.marks = 0

    def _look(self) -> str:
        face = self.rng.choice(["仿宋_GB2312", "仿宋", "宋体"])
        fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
        kern = '<w:kern w:val="0"/>' if self.wps else self.rng.choice(["", '<w:spacing w:val="-4"/>'])
        lang = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>' if self.wps else ""
        return f'<w:rPr>{fonts}{kern}<w:sz w:val="32"/><w:szCs w:val="32"/>{lang}</w:rPr>'

    def run(self, text: str) -> str:
        inner = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        inner = inner.replace(BREAK, '</w:t><w:br/><w:t xml:space="preserve">')
        return f'<w:r>{self._look()}<w:t xml:space="preserve">{inner}</w:t></w:r>'

    def litter(self, run: str) -> str:
        dice = self.rng.random()
        self.marks += 1
        if dice < 0.08 and not self.wps:
            return f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">{run}</w:smartTag>'
        if dice < 0.16:
            name = f"OLE_LINK{self.marks}" if self.rng.random() < 0.5 else f"_Hlk{self.marks}"
            return f'<w:bookmarkStart w:id="{self.marks}" w:name="{name}"/>{run}<w:bookmarkEnd w:id="{self.marks}"/>'
        if dice < 0.2:
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        if dice < 0.24:
            char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
            code = '<w:r><w:instrText xml:space="preserve"> MERGEFIELD zw </w:instrText></w:r>'
            return char.format("begin") + code + char.format("separate") + run + char.format("end")
        return f'<w:proofErr w:type="gramStart"/>{run}<w:proofErr w:type="gramEnd"/>' if dice < 0.3 else run

    def paragraph(self, line: str, *, indent: bool = True) -> str:
        align = ALIGN.get(line[:1], "")
        text = line[1:] if align else line
        runs, start = [], 0
        while start < len(text):
            end = start + self.rng.choice([1, 2, 4, 7, 15, 40, 90])
            runs.append(self.litter(self.run(text[start:end])))
            start = end
        place = f'<w:jc w:val="{align}"/>' if align else ""
        if indent and not align:
            place = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
        page = "<w:lastRenderedPageBreak/>"
        lead = f"<w:r>{page}</w:r>" if not self.wps and self.rng.random() < 0.08 else ""
        return f'<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>{place}</w:pPr>{lead}{"".join(runs)}</w:p>'

    def table(self, rows: list[list[str]]) -> str:
        def cell(text: str) -> str:
            return f'<w:tc><w:tcPr><w:tcW w:w="2600" w:type="dxa"/></w:tcPr>{self.paragraph(text, indent=False)}</w:tc>'

        body = "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
        grid = '<w:gridCol w:w="2600"/>' * len(rows[0])
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'

    def box(self, text: str) -> str:
        """A text box: the drawing and its older copy, or WPS's plain VML."""
        inner = f"<w:txbxContent><w:p>{self.run(text)}</w:p></w:txbxContent>"
        shape = f'<w:pict><v:shape id="tb1" style="position:absolute;width:120pt;height:30pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
        if self.wps:
            return f"<w:p><w:r>{shape}</w:r></w:p>"
        drawing = (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
            'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
            '</wp:positionV><wp:extent cx="1500000" cy="400000"/><wp:wrapNone/><wp:docPr id="7" name="文本框 7"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr/>'
            f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        )
        return (
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    def body(self, sheet: Sheet) -> str:
        parts = [self.table(b) if isinstance(b, list) else self.paragraph(b) for b in blocks(sheet.text)]
        if "tracked" in sheet.features:
            change = '<w:ins w:id="901" w:author="书记员" w:date="2019-01-01T00:00:00Z"><w:r><w:t>特此说明。</w:t></w:r></w:ins>'
            gone = '<w:del w:id="902" w:author="书记员" w:date="2019-01-01T00:00:00Z"><w:r><w:delText>此句删去。</w:delText></w:r></w:del>'
            parts[8] = parts[8].replace("</w:p>", f"{change}{gone}</w:p>")
        if "comment" in sheet.features:
            parts[8] = parts[8].replace("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>')
        if "hidden" in sheet.features:
            secret = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>合议庭少数意见另附。</w:t></w:r>"
            parts[8] = parts[8].replace("</w:p>", f"{secret}</w:p>")
        if "image" in sheet.features:
            blip = '<pic:pic><pic:blipFill><a:blip r:embed="rId20"/></pic:blipFill><pic:spPr/></pic:pic>'
            parts.append(
                '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="图片 1"/><a:graphic>'
                f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">{blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
            )
        if sheet.box:
            parts.insert(0 if "first" in sheet.features else len(parts) - 1, self.box(sheet.box))
        return "".join(parts)


def _picture() -> bytes:
    """A small picture, forty by forty, with something on it: one even colour would hold nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\xff" * 90 + b"\x00" * 30) * 40)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def by_hand(sheet: Sheet, maker: str, key: str) -> bytes:
    hand = Hand(maker, key)
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:footerReference w:type="default" r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    parts = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{hand.body(sheet)}{section}</w:body></w:document>",
        "word/header1.xml": f'<w:hdr {SPACES}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>{escape(sheet.header)}</w:t></w:r></w:p></w:hdr>',
        "word/footer1.xml": f'<w:ftr {SPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>{field}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{P}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(sheet.heading)}</dc:title><dc:creator>USER</dc:creator></cp:coreProperties>',
        "docProps/app.xml": f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{"WPS Office" if hand.wps else "Microsoft Office Word"}</Application></Properties>',
    }
    relations = [("rId9", "header", "header1.xml"), ("rId8", "footer", "footer1.xml")]
    if "comment" in sheet.features:
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="庭长"><w:p><w:r><w:t>请核对此处日期</w:t></w:r></w:p></w:comment></w:comments>'
        )
        relations.append(("rId10", "comments", "comments.xml"))
    media: dict[str, bytes] = {}
    if "image" in sheet.features:
        media["word/media/image1.png"] = _picture()
        relations.append(("rId20", "image", "media/image1.png"))
    return _zip(parts, relations, media)


def _zip(parts: dict[str, str], relations: list[tuple[str, str, str]], media: dict[str, bytes]) -> bytes:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {
        "document": f"{word}.document.main+xml",
        "header1": f"{word}.header+xml",
        "footer1": f"{word}.footer+xml",
        "comments": f"{word}.comments+xml",
        "core": "application/vnd.openxmlformats-package.core-properties+xml",
        "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    over = "".join(f'<Override PartName="/{n}" ContentType="{kinds[n.split("/")[-1][:-4]]}"/>' for n in parts)
    top = [
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{P}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ]

    def links(rows: list[tuple[str, str, str]]) -> str:
        inner = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in rows)
        return f'<Relationships xmlns="{P}/relationships">{inner}</Relationships>'

    files = {
        "[Content_Types].xml": f'<Types xmlns="{P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{over}</Types>',
        "_rels/.rels": links(top),
        "word/_rels/document.xml.rels": links([(i, f"{R}/{kind}", to) for i, kind, to in relations]),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
        for name, data in media.items():
            archive.writestr(name, data)
    return out.getvalue()
