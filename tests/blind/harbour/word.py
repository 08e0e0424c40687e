"""Write the bytes of a .docx by hand, in the habits of Word and WPS."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PIECES = {
    "\ue100": "<w:br/>",
    "\ue101": "<w:tab/>",
    "\ue102": "<w:softHyphen/>",
    "\ue103": "<w:lastRenderedPageBreak/>",
    "\t": "<w:tab/>",
}
ALIGN = {"^": "center", ">": "right"}


def plain_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


class Package:
    """One document on its way to a zip file; features change it before it is written."""

    def __init__(self, text: str, key: str, names: list[str]) -> None:
        self.text, self.names, self.rng = text, names, random.Random(key)
        self.wrappers: Iterator[Callable[[str], str]] | None = None
        self.dirt: Iterator[str] | None = None
        self.secrets: list[tuple[str, str]] = []
        self.body: list[str] = []
        self.parts: dict[str, str | bytes] = {}
        self.kinds: dict[str, str] = {}
        self.relations: list[tuple[str, str, str, bool]] = []
        self.package_relations: list[tuple[str, str]] = []
        self.section: list[str] = []
        self.settings: list[str] = []
        self.main, self.main_type, self.strict, self.encoding = (
            "word/document.xml",
            f"{TYPE}.document.main+xml",
            False,
            "utf-8",
        )

    # ---- paragraphs
    def properties(self) -> str:
        return self.rng.choice(
            [
                '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>',
                '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr>',
                '<w:rPr><w:spacing w:val="-4"/><w:kern w:val="0"/><w:sz w:val="32"/></w:rPr>',
                "",
            ]
        )

    def run(self, text: str) -> str:
        inner = "".join(
            PIECES.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
            for part in re.split("([\ue100-\ue103\t])", text)
            if part
        )
        return f'<w:r w:rsidRPr="00{self.rng.randint(100000, 999999)}">{self.properties()}{inner}</w:r>'

    def runs(self, text: str) -> str:
        found, start = [], 0
        while start < len(text):
            end = start + self.rng.choice([1, 1, 2, 4, 7, 15, 40, 90])
            run = self.run(text[start:end])
            dice = self.rng.random()
            if dice < 0.12:
                run = f'<w:proofErr w:type="gramStart"/>{run}<w:proofErr w:type="gramEnd"/>'
            elif dice < 0.16:
                mark = self.rng.randint(1, 9999)
                run = (
                    f'<w:bookmarkStart w:id="{mark}" w:name="_Hlk{mark}"/>{run}<w:bookmarkEnd w:id="{mark}"/>'
                )
            found.append(run)
            start = end
        return "".join(found)

    def content(self, text: str) -> str:
        if not self.names or (self.wrappers is None and self.dirt is None):
            return self.runs(text)
        pattern = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
        found = []
        for piece in re.split(f"({pattern})", text):
            if piece not in self.names:
                found.append(self.runs(piece))
                continue
            cut = self.rng.randint(1, len(piece) - 1)
            dirt = next(self.dirt) if self.dirt else ""
            wrap = next(self.wrappers) if self.wrappers else (lambda run: run)
            found.append(wrap(self.run(piece[:cut] + dirt)) + self.run(piece[cut:]))
        return "".join(found)

    def paragraph(self, line: str, extra: str = "") -> str:
        align = ALIGN.get(line[:1], "")
        text = line[1:] if align else line
        place = f'<w:jc w:val="{align}"/>' if align else '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
        return (
            f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00C41D20"><w:pPr>{extra}<w:spacing w:line="560" w:lineRule="exact"/>{place}'
            f"</w:pPr>{self.content(text)}</w:p>"
        )

    def table(self, rows: list[list[str]], properties: str = "") -> str:
        lines = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/></w:tcPr><w:p>{self.content(c)}</w:p></w:tc>'
                for c in row
            )
            + "</w:tr>"
            for row in rows
        )
        grid = "<w:gridCol/>" * len(rows[0])
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'

    def compose(self) -> None:
        """Turn the lines into paragraphs and tables, unless a feature did so itself."""
        rows: list[list[str]] = []
        for line in [*self.text.splitlines(), ""]:
            if line.startswith("|"):
                rows.append(line.strip("|").split("|"))
                continue
            if rows:
                self.body.append(self.table(rows))
                rows = []
            if line:
                self.body.append(self.paragraph(line))

    def append_to(self, index: int, xml: str) -> None:
        """Put runs at the end of one paragraph of the body."""
        head, _, tail = self.body[index].rpartition("</w:p>")
        self.body[index] = f"{head}{xml}</w:p>{tail}"

    # ---- parts
    def part(
        self, name: str, kind: str, content: str | bytes, content_type: str = "", *, relate: bool = True
    ) -> str:
        """Add a part under word/ and return its relationship id."""
        self.parts[f"word/{name}"] = content
        self.kinds[f"word/{name}"] = content_type or f"{TYPE}.{kind}+xml"
        return self.relation(kind, name) if relate else ""

    def relation(self, kind: str, target: str, *, external: bool = False) -> str:
        self.relations.append((f"rId{len(self.relations) + 10}", kind, target, external))
        return self.relations[-1][0]

    def header(self, kind: str, inner: str, tag: str = "hdr") -> None:
        sort = "header" if tag == "hdr" else "footer"
        name = f"{sort}_{kind}.xml"
        identity = self.part(name, sort, f"{XML}<w:{tag} {SPACES}>{inner}</w:{tag}>")
        self.section.append(f'<w:{sort}Reference w:type="{kind}" r:id="{identity}"/>')

    def _document(self) -> str:
        section = "".join(self.section) + '<w:pgSz w:w="11906" w:h="16838"/>'
        if any('w:type="first"' in s for s in self.section):
            section += "<w:titlePg/>"
        return f"<w:document {SPACES}><w:body>{''.join(self.body)}<w:sectPr>{section}</w:sectPr></w:body></w:document>"

    def _relationships(self, rows: list[tuple[str, str, str, bool]]) -> str:
        return (
            f'{XML}<Relationships xmlns="{RELS}">'
            + "".join(
                f'<Relationship Id="{i}" Type="{kind if "://" in kind else f"{R}/{kind}"}" Target={quoteattr(target)}'
                + (' TargetMode="External"/>' if external else "/>")
                for i, kind, target, external in rows
            )
            + "</Relationships>"
        )

    def bytes(self) -> bytes:
        settings = "".join(self.settings)
        self.part("settings.xml", "settings", f"{XML}<w:settings {SPACES}>{settings}</w:settings>")
        overrides = "".join(
            f'<Override PartName="/{n}" ContentType="{k}"/>'
            for n, k in {**self.kinds, self.main: self.main_type}.items()
        )
        top = [("rId1", "officeDocument", self.main, False)]
        top += [(f"rId{i + 2}", k, t, False) for i, (k, t) in enumerate(self.package_relations)]
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" '
            f'ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>{overrides}</Types>',
            "_rels/.rels": self._relationships(top),
            f"word/_rels/{self.main[5:]}.rels": self._relationships(self.relations),
            self.main: (XML.replace("UTF-8", self.encoding.upper()) + self._document()).encode(self.encoding),
            **self.parts,
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                data = content.encode() if isinstance(content, str) else content
                if self.strict and name.endswith((".xml", ".rels")):
                    data = data.replace(W.encode(), STRICT_W.encode()).replace(R.encode(), STRICT_R.encode())
                archive.writestr(zipfile.ZipInfo(name, (2019, 5, 6, 9, 30, 0)), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def habit(*wrappers: Callable[[str], str]) -> Iterator[Callable[[str], str]]:
    return cycle(wrappers)
