"""Write a document's text as .docx: through python-docx, or by hand with the litter Word leaves behind."""

from __future__ import annotations

import io
import random
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ALIGN = {"^": ("center", WD_ALIGN_PARAGRAPH.CENTER), ">": ("right", WD_ALIGN_PARAGRAPH.RIGHT)}


def with_library(text: str, header: str) -> bytes:
    """The plain form: one run a paragraph."""
    document = Document()
    if header:
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.text = header
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line.strip("|").split("|"))
            continue
        if rows:
            _library_table(document, rows)
            rows = []
        if line:
            paragraph = document.add_paragraph(line[1:] if line[0] in _ALIGN else line)
            if line[0] in _ALIGN:
                paragraph.alignment = _ALIGN[line[0]][1]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _library_table(document: object, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))  # type: ignore[attr-defined]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = value


class WordHabits:
    """Writes paragraphs with split runs, smart tags, bookmarks and spell-checker marks."""

    def __init__(self, seed: str, features: set[str]) -> None:
        self.rng = random.Random(seed)
        self.features = features
        self.marks = 0

    def _properties(self) -> str:
        hint = self.rng.choice(
            [
                '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>',
                '<w:rFonts w:hint="eastAsia"/>',
                "",
            ]
        )
        tail = self.rng.choice(['<w:lang w:eastAsia="zh-CN"/>', '<w:color w:val="000000"/>', ""])
        return f'<w:rPr>{hint}<w:sz w:val="32"/>{tail}</w:rPr>'

    def _run(self, text: str) -> str:
        return f'<w:r w:rsidR="00{self.rng.randint(100000, 999999)}">{self._properties()}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _litter(self, run: str) -> str:
        dice = self.rng.random()
        if dice < 0.12:
            return f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">{run}</w:smartTag>'
        if dice < 0.2:
            self.marks += 1
            return f'<w:bookmarkStart w:id="{self.marks}" w:name="_Hlk{self.marks}"/>{run}<w:bookmarkEnd w:id="{self.marks}"/>'
        return f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>' if dice < 0.3 else run

    def paragraph(self, line: str, *, indent: bool = True) -> str:
        align = _ALIGN[line[0]][0] if line and line[0] in _ALIGN else ""
        text = line[1:] if align else line
        runs, start = [], 0
        while start < len(text):
            end = start + self.rng.choice([1, 2, 3, 5, 9, 20, 60])
            runs.append(self._litter(self._run(text[start:end])))
            start = end
        place = (
            f'<w:jc w:val="{align}"/>'
            if align
            else ('<w:ind w:firstLineChars="200" w:firstLine="640"/>' if indent else "")
        )
        return f'<w:p w:rsidR="00A77B3E"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>{place}</w:pPr>{"".join(runs)}</w:p>'

    def table(self, rows: list[list[str]]) -> str:
        body = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{self.paragraph(c, indent=False)}</w:tc>'
                for c in row
            )
            + "</w:tr>"
            for row in rows
        )
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{"<w:gridCol/>" * len(rows[0])}</w:tblGrid>{body}</w:tbl>'

    def body(self, text: str) -> str:
        parts: list[str] = []
        rows: list[list[str]] = []
        for line in [*text.splitlines(), ""]:
            if line.startswith("|"):
                rows.append(line.strip("|").split("|"))
                continue
            if rows:
                parts.append(self.table(rows))
                rows = []
            if line:
                parts.append(self.paragraph(line))
        return self._featured(parts)

    def _featured(self, parts: list[str]) -> str:
        if "tracked" in self.features:
            change = '<w:ins w:id="901" w:author="typist" w:date="2018-01-01T00:00:00Z"><w:r><w:t>另查明，被告曾书面承诺付款。</w:t></w:r></w:ins>'
            gone = '<w:del w:id="902" w:author="typist" w:date="2018-01-01T00:00:00Z"><w:r><w:delText>本段删除。</w:delText></w:r></w:del>'
            parts[-6] = parts[-6].replace("</w:p>", f"{change}{gone}</w:p>")
        if "comment" in self.features:
            parts[-6] = parts[-6].replace("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>')
        return "".join(parts)


def by_hand(text: str, header: str, seed: str, features: set[str]) -> bytes:
    """The form that comes out of years of typing in Word."""
    body = WordHabits(seed, features).body(text)
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>{escape(header or "广州市荔湾区人民法院")}</w:t></w:r></w:p></w:hdr>',
    }
    relations = [("rId9", "header", "header1.xml")]
    if "comment" in features:
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="typist"><w:p><w:r><w:t>此处金额请核对</w:t></w:r></w:p></w:comment></w:comments>'
        )
        relations.append(("rId10", "comments", "comments.xml"))
    return _zip(parts, relations)


def _zip(parts: dict[str, str], relations: list[tuple[str, str, str]]) -> bytes:
    kinds = {
        "document": f"{_TYPE}.document.main+xml",
        "header1": f"{_TYPE}.header+xml",
        "comments": f"{_TYPE}.comments+xml",
    }
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{kinds[n[5:-4]]}"/>' for n in parts)
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">'
        + "".join(
            f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in relations
        )
        + "</Relationships>",
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    return out.getvalue()
