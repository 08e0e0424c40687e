"""Traps 84 to 92: embedded things, pictures of pages, other formats and broken or dangerous files."""

from __future__ import annotations

import io
import random
import zipfile

from tests.blind.lantern.frames import EITHER, HELD, REFUSED, Doc
from tests.blind.lantern.hiding import CORE, CORE_LINK, DUBLIN, two
from tests.blind.lantern.matters import loan
from tests.blind.lantern.pack import NAMESPACES, WML, Part, para, run, write
from tests.blind.lantern.people import Cast
from tests.blind.lantern.stamps import header_part, image_part, picture, reference
from tests.blind.lantern.suits import suit
from tests.heldback.markup import plain

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def compound_file(names: tuple[str, ...], key: str) -> bytes:
    """An OLE2 file as old Word, WPS and encrypted packages have it: header, directory, noise."""
    head = bytearray(512)
    head[:8] = COMPOUND
    head[24:34] = bytes.fromhex("3e000300feff09000600")
    head[44:52] = (1).to_bytes(4, "little") + (1).to_bytes(4, "little")
    head[56:60] = (4096).to_bytes(4, "little")
    head[60:64] = (0xFFFFFFFE).to_bytes(4, "little")
    head[68:72] = (0xFFFFFFFE).to_bytes(4, "little")
    head[76:512] = b"\xff" * 436
    head[76:80] = (0).to_bytes(4, "little")
    table = bytearray(b"\xff" * 512)
    table[0:8] = bytes.fromhex("fdfffffffeffffff")
    directory = bytearray()
    for i, name in enumerate(("Root Entry", *names)):
        raw = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(raw)] = raw
        entry[64:66] = (len(raw) + 2).to_bytes(2, "little")
        entry[66] = 5 if i == 0 else 2
        entry[68:80] = b"\xff" * 12
        directory += entry
    directory += bytes(512 - len(directory) % 512) if len(directory) % 512 else b""
    return bytes(head + table + directory) + random.Random(key).randbytes(4096)


def t84_workbook(c: Cast) -> Doc:
    _, d, doc = two(c)
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xl/sharedStrings.xml"), f"<sst><si><t>{d.name}</t></si></sst>")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if c.variant:
        part = Part(
            "word/embeddings/oleObject1.bin",
            compound_file(("\x01Ole", "CONTENTS"), d.name),
            "application/vnd.openxmlformats-officedocument.oleObject",
            "oleObject",
            "rIdO",
        )
    else:
        part = Part("word/embeddings/sheet1.xlsx", sheet.getvalue(), kind, "package", "rIdO")
    doc.package.parts = [part]
    doc.package.inside = f'<w:r><w:object><o:OLEObject Type="Embed" ProgID="{c.by("Excel.Sheet.12", "Package")}" ShapeID="s1" DrawAspect="Icon" ObjectID="_1" r:id="rIdO"/></w:object></w:r>'
    doc.statuses = HELD
    return doc


def t84_alternate_chunk(c: Cast) -> Doc:
    p, d, doc = two(c)
    name, kind = c.by(("word/afchunk1.htm", "text/html"), ("word/afchunk1.txt", "text/plain"))  # type: ignore[misc]
    words = (
        f"<html><body><p>{d.name}与{p.name}的补充说明</p></body></html>"
        if kind == "text/html"
        else f"{d.name}补充说明"
    )
    doc.package.parts = [Part(name, words.encode(), kind, "aFChunk", "rIdA")]
    doc.package.after = '<w:altChunk r:id="rIdA"/>'
    doc.statuses = HELD
    return doc


def t84_thumbnail(c: Cast) -> Doc:
    """python-docx leaves a picture of page one in every file."""
    _, _, doc = two(c)
    doc.package.library = True
    return doc


def t85_scanned_page(c: Cast) -> Doc:
    _, _, doc = two(c)
    doc.package.parts = [image_part("rIdI")]
    doc.package.after = f"<w:p>{picture('rIdI', c.by('扫描件 1', '图片 2'))}</w:p>"
    doc.statuses = HELD
    return doc


def t85_only_scans(c: Cast) -> Doc:
    _, _, doc = two(c)
    doc.package.parts = [image_part("rIdI")]
    doc.package.after = "".join(f"<w:p>{picture('rIdI', f'扫描件 {i}')}</w:p>" for i in range(2 + c.variant))
    doc.data = write("", doc.package, c.key)
    doc.statuses = REFUSED
    return doc


def t86_chart(c: Cast) -> Doc:
    _, d, doc = two(c)
    base = "http://schemas.openxmlformats.org/drawingml/2006"
    kind, where = c.by(("chart", "word/charts/chart1.xml"), ("diagramData", "word/diagrams/data1.xml"))  # type: ignore[misc]
    if kind == "chart":
        body = f'<c:chartSpace xmlns:c="{base}/chart" xmlns:a="{base}/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{d.name}还款情况</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>'
        graphic = (
            f'<a:graphicData uri="{base}/chart"><c:chart xmlns:c="{base}/chart" r:id="rIdG"/></a:graphicData>'
        )
    else:
        body = f'<dgm:dataModel xmlns:dgm="{base}/diagram" xmlns:a="{base}/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{d.name}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
        graphic = f'<a:graphicData uri="{base}/diagram"><dgm:relIds xmlns:dgm="{base}/diagram" r:dm="rIdG"/></a:graphicData>'
    content = f"application/vnd.openxmlformats-officedocument.drawingml.{kind}+xml"
    doc.package.parts = [Part(where, body, content, kind, "rIdG")]
    doc.package.after = f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="2000000"/><wp:docPr id="21" name="图 1"/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r></w:p>'
    doc.statuses = HELD
    return doc


def t86_glossary(c: Cast) -> Doc:
    p, d, doc = two(c)
    body = f'<w:glossaryDocument {NAMESPACES}><w:docParts><w:docPart><w:docPartPr><w:name w:val="{p.name}"/></w:docPartPr><w:docPartBody>{para(c.by(p.name, d.name))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>'
    doc.package.parts = [
        Part("word/glossary/document.xml", body, f"{WML}.document.glossary+xml", "glossaryDocument", "rIdY")
    ]
    doc.statuses = EITHER
    return doc


def t87_title_everywhere(c: Cast) -> Doc:
    """The name in the headline and in what feeds file name, list and page title."""
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    doc.title = f"^{p}与{d}民间借贷纠纷一审民事判决书"
    words = f"{p.name}与{d.name}民间借贷纠纷{c.by('一审判决书', '民判（定稿）')}"
    core = f'<cp:coreProperties xmlns:cp="{CORE}" {DUBLIN}><dc:title>{words}</dc:title><dc:subject>{d.name}</dc:subject></cp:coreProperties>'
    doc.package.parts = [
        Part(
            "docProps/core.xml",
            core,
            "application/vnd.openxmlformats-package.core-properties+xml",
            CORE_LINK,
            "rId11",
            "root",
        ),
        header_part(para(words)),
    ]
    doc.package.section = reference()
    return doc


def t88_old_word(c: Cast) -> Doc:
    _, _, doc = two(c)
    names = c.by(("WordDocument", "1Table"), ("WpsContent", "WordDocument"))
    doc.data = compound_file(names, c.key)  # type: ignore[arg-type]
    doc.statuses = REFUSED
    return doc


def t88_renamed_rtf(c: Cast) -> Doc:
    _, _, doc = two(c)
    text = plain(doc.text())
    body = "".join(
        rf"\u{ord(ch) if ord(ch) < 32768 else ord(ch) - 65536}?" if ord(ch) > 127 else ch for ch in text
    )
    rtf = r"{\rtf1\ansi\ansicpg936\deff0 " + body.replace("\n", r"\par ") + "}"
    doc.data = rtf.encode() if c.variant == 0 else text.encode("gb18030")
    doc.statuses = REFUSED
    return doc


def t88_password(c: Cast) -> Doc:
    _, _, doc = two(c)
    names = c.by(("EncryptionInfo", "EncryptedPackage"), ("EncryptedPackage", "EncryptionInfo"))
    doc.data = compound_file(names, c.key)  # type: ignore[arg-type]
    doc.statuses = REFUSED
    return doc


def _rezip(data: bytes, extra: dict[str, bytes], change: tuple[str, str] = ("", "")) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml" and change[0]:
                content = content.replace(change[0].encode(), change[1].encode())
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        for name, content in extra.items():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def t88_macro(c: Cast) -> Doc:
    _, _, doc = two(c)
    link = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    kind = "application/vnd.ms-office.vbaProject"
    doc.package.parts = [
        Part("word/vbaProject.bin", compound_file(("VBA", "PROJECT"), c.key), kind, link, "rIdV")
    ]
    data = write(plain(doc.text()), doc.package, c.key)
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    doc.data = _rezip(data, {}, (f"{WML}.document.main+xml", macro)) if c.variant else data
    doc.statuses = REFUSED
    return doc


def t88_bomb(c: Cast) -> Doc:
    _, _, doc = two(c)
    data = write(plain(doc.text()), doc.package, c.key)
    out = io.BytesIO(data)
    entry = zipfile.ZipInfo(c.by("word/media/image9.bmp", "word/theme/theme1.xml"))
    entry.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "a") as archive, archive.open(entry, "w", force_zip64=True) as part:
        block = bytes(1 << 20)
        for _ in range(320):
            part.write(block)
    doc.data = out.getvalue()
    doc.statuses = REFUSED
    return doc


def t88_not_a_judgment(c: Cast) -> Doc:
    """Readable, but no court document; and one with nothing in it."""
    _, _, doc = two(c)
    text = (
        "关于召开年度工作会议的通知\n各部门：\n定于本周五下午三时在三楼会议室召开会议，请准时参加。\n办公室"
        if c.variant == 0
        else ""
    )
    doc.data = write(text, doc.package, c.key)
    doc.statuses = REFUSED
    return doc


def t89_strict(c: Cast) -> Doc:
    _, _, doc = two(c)
    doc.package.strict = True
    doc.statuses = ("ready", "refused")
    return doc


def t90_alternate_content(c: Cast) -> Doc:
    _, d, doc = two(c)
    old, new = c.by((f"{d.name}（旧版）", d.name), (d.name, d.name))  # type: ignore[misc]
    doc.package.inside = f'<mc:AlternateContent><mc:Choice Requires="wps">{run(new)}</mc:Choice><mc:Fallback>{run(old)}</mc:Fallback></mc:AlternateContent>'
    doc.statuses = EITHER
    return doc


def t92_lengths(c: Cast) -> Doc:
    """Names of two, three, four and twenty characters all come out alike."""
    a, b, e = c.person(c.short_name()), c.person("尉迟" + c.given()), c.person()
    d = c.firm()
    doc = suit(c, a, d)
    doc.head[:1] = [
        f"原告：{a}，{a.sex}，{a.born}出生，住{a.where}。",
        f"原告：{b}，{b.sex}，{b.born}出生，住{b.where}。",
        f"原告：{e}，{e.sex}，{e.born}出生，住{e.where}。",
    ]
    doc.swap(str(a), c.by(f"{a}、{b}、{e}", f"{a}、{b}及{e}"), "procedure", "order", "tail")
    return doc


ALL = (
    t84_workbook,
    t84_alternate_chunk,
    t84_thumbnail,
    t85_scanned_page,
    t85_only_scans,
    t86_chart,
    t86_glossary,
    t87_title_everywhere,
    t88_old_word,
    t88_renamed_rtf,
    t88_password,
    t88_macro,
    t88_bomb,
    t88_not_a_judgment,
    t89_strict,
    t90_alternate_content,
    t92_lengths,
)
