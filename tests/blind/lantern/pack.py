"""Writes the .docx by hand, with every kind of hiding place a template asks for."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

BR, TAB, PAGE, CUT, RENDERED = "\u2061", "\u2062", "\u2063", "\u2064", "\u206d"
"""A line break, a tab, a page break, a run boundary and Word's own page mark inside a paragraph."""
OPEN, SHUT = "\u206a", "\u206b"
"""What stands between is wrapped as the package's ``wrap`` says."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_ALIGN = {"^": "center", ">": "right"}
_SPECIAL = {
    BR: "<w:r><w:br/></w:r>",
    TAB: "<w:r><w:tab/></w:r>",
    PAGE: '<w:r><w:br w:type="page"/></w:r>',
    RENDERED: "<w:r><w:lastRenderedPageBreak/></w:r>",
    "\u00ad": "<w:r><w:softHyphen/></w:r>",
    CUT: "",
}


@dataclass(frozen=True)
class Part:
    """One more part of the package and the relation that leads to it."""

    name: str
    content: str | bytes
    content_type: str
    relation: str
    identity: str
    owner: str = "document"
    external: bool = False


@dataclass
class Package:
    """What the file holds besides its text."""

    parts: list[Part] = field(default_factory=list)
    before: str = ""
    after: str = ""
    inside: str = ""
    section: str = ""
    wrap: tuple[str, str] = ("", "")
    numbered: set[str] = field(default_factory=set)
    library: bool | None = None
    strict: bool = False
    frame: dict[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        return self == Package()


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text: str, properties: str = "", align: str = "") -> str:
    place = f'<w:pPr><w:jc w:val="{align}"/></w:pPr>' if align else ""
    return f"<w:p>{place}{run(text, properties)}</w:p>"


class Writer:
    def __init__(self, package: Package, seed: str) -> None:
        self.package, self.rng = package, random.Random(seed)
        self.whole = self.rng.random() < 0.4

    def _runs(self, text: str) -> str:
        out, start = [], 0
        while start < len(text):
            size = len(text) if self.whole else self.rng.choice([1, 2, 4, 7, 15, 40])
            font = self.rng.choice(['<w:rFonts w:hint="eastAsia"/>', ""]) + '<w:sz w:val="32"/>'
            out.append(run(text[start : start + size], font))
            start += size
        return "".join(out)

    def _content(self, text: str) -> str:
        out, plain = [], ""
        for ch in text:
            if ch in _SPECIAL or ch in (OPEN, SHUT):
                out.append(self._runs(plain))
                out.append(_SPECIAL.get(ch) or ("" if ch == CUT else self.package.wrap[ch == SHUT]))
                plain = ""
            else:
                plain += ch
        return "".join([*out, self._runs(plain)])

    def paragraph(self, line: str) -> str:
        align = _ALIGN.get(line[:1], "")
        text = line[1:] if align else line
        place = f'<w:jc w:val="{align}"/>' if align else ""
        if text in self.package.numbered:
            text = text.partition(" ")[2]
            place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + place
        place = self.package.frame.get(text, "") + place
        return f"<w:p><w:pPr>{place}</w:pPr>{self._content(text)}</w:p>"

    def table(self, rows: list[list[str]]) -> str:
        cell = '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{}</w:tc>'
        body = "".join(f"<w:tr>{''.join(cell.format(self.paragraph(c)) for c in row)}</w:tr>" for row in rows)
        grid = "<w:gridCol/>" * len(rows[0])
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'

    def body(self, text: str) -> str:
        parts: list[str] = []
        rows: list[list[str]] = []
        for line in [*text.split("\n"), ""]:
            if line.startswith("|"):
                rows.append(line.strip("|").split("|"))
                continue
            if rows:
                parts.append(self.table(rows))
                rows = []
            if line:
                parts.append(self.paragraph(line))
        if self.package.inside:
            place = len(parts) // 2
            while not parts[place].endswith("</w:p>"):
                place += 1
            parts[place] = parts[place][: -len("</w:p>")] + self.package.inside + "</w:p>"
        return self.package.before + "".join(parts) + self.package.after


def _relations(rows: list[tuple[str, str, str, bool]]) -> str:
    body = "".join(
        f'<Relationship Id="{i}" Type="{kind if ":" in kind else f"{R}/{kind}"}" Target="{escape(target)}"'
        + (' TargetMode="External"/>' if out else "/>")
        for i, kind, target, out in rows
    )
    return f'<Relationships xmlns="{RELS}">{body}</Relationships>'


def write(text: str, package: Package, seed: str) -> bytes:
    """The bytes of the file."""
    body = Writer(package, seed).body(text)
    section = f'<w:sectPr>{package.section}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    document = f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    files: dict[str, str | bytes] = {}
    inner: list[tuple[str, str, str, bool]] = []
    outer = [("rIdDoc", "officeDocument", "word/document.xml", False)]
    types = f'<Override PartName="/word/document.xml" ContentType="{WML}.document.main+xml"/>'
    for part in package.parts:
        if not part.external:
            files[part.name] = part.content
            if part.content_type and not part.name.endswith(".rels"):
                types += f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        if part.owner == "root":
            outer.append((part.identity, part.relation, part.name, part.external))
        elif part.owner == "document":
            target = part.name if part.external else part.name.replace("word/", "", 1)
            target = target if part.external or part.name.startswith("word/") else "../" + part.name
            inner.append((part.identity, part.relation, target, part.external))
    default = "".join(
        f'<Default Extension="{ext}" ContentType="{kind}"/>'
        for ext, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        )
    )
    files |= {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{default}{types}</Types>',
        "_rels/.rels": _relations(outer),
        "word/_rels/document.xml.rels": _relations(inner),
        "word/document.xml": document,
    }
    if package.numbered:
        files |= _numbering(files)
    if package.strict:
        files = {name: _strict(content) for name, content in files.items()}
    return _zip(files)


def _numbering(files: dict[str, str | bytes]) -> dict[str, str | bytes]:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    kinds, rels = str(files["[Content_Types].xml"]), str(files["word/_rels/document.xml.rels"])
    override = f'<Override PartName="/word/numbering.xml" ContentType="{WML}.numbering+xml"/></Types>'
    relation = f'<Relationship Id="rIdNum" Type="{R}/numbering" Target="numbering.xml"/></Relationships>'
    return {
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "[Content_Types].xml": kinds.replace("</Types>", override),
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", relation),
    }


def _strict(content: str | bytes) -> str | bytes:
    """The namespaces of ISO 29500 Strict."""
    if isinstance(content, bytes):
        return content
    return content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )


def _zip(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            data = (
                content
                if isinstance(content, bytes)
                else ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content).encode()
            )
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
