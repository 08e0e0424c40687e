"""What makes a person look first: changes, comments, hidden text, pictures, objects, and the mark."""

from __future__ import annotations

import struct
import zlib

from tests.blind.harbour.features import text_box
from tests.blind.harbour.word import SPACES, XML, Package, R, plain_run

WHO = 'w:author="打字室" w:date="2019-03-04T09:30:00Z"'
MARKS = ("不上网公开", "不 上 网 公 开", "不上网", "不予公开", "【不上网公开】")


def middle(p: Package, xml: str) -> None:
    if not p.body:
        p.compose()
    p.append_to(len(p.body) * 2 // 3, xml)


def picture(width: int = 420, height: int = 160) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes((x * 7 + y) % 255 for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def tracked(p: Package) -> None:
    middle(
        p,
        f'<w:ins w:id="91" {WHO}>{plain_run("（校对补充）")}</w:ins>'
        f'<w:del w:id="92" {WHO}><w:r><w:delText>原稿此句删除。</w:delText></w:r></w:del>',
    )


def moved(p: Package) -> None:
    middle(p, f'<w:moveFrom w:id="93" {WHO}>{plain_run("移走的话。")}</w:moveFrom>')


def formatting_change(p: Package) -> None:
    change = f'<w:rPr><w:b/><w:rPrChange w:id="94" {WHO}><w:rPr/></w:rPrChange></w:rPr>'
    middle(p, f"<w:r>{change}<w:t>（以下空白）</w:t></w:r>")


def comments(p: Package, text: str = "此处金额请承办人再核对") -> None:
    middle(
        p,
        '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    p.part(
        "comments.xml",
        "comments",
        f'{XML}<w:comments {SPACES}><w:comment w:id="0" {WHO}><w:p>{plain_run(text)}</w:p></w:comment></w:comments>',
    )


def hidden(p: Package) -> None:
    middle(p, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>合议庭少数意见见副卷。</w:t></w:r>")


def hidden_by_style(p: Package) -> None:
    style = '<w:style w:type="character" w:customStyle="1" w:styleId="nb"><w:name w:val="内部"/><w:rPr><w:vanish/></w:rPr></w:style>'
    p.part("styles.xml", "styles", f"{XML}<w:styles {SPACES}>{style}</w:styles>")
    middle(p, '<w:r><w:rPr><w:rStyle w:val="nb"/></w:rPr><w:t>审委会讨论意见见副卷。</w:t></w:r>')


def white(p: Package) -> None:
    middle(p, '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>承办人备注：当事人信访</w:t></w:r>')


def embedded(p: Package) -> None:
    identity = p.part(
        "embeddings/oleObject1.bin",
        "oleObject",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1528),
        "application/vnd.openxmlformats-officedocument.oleObject",
    )
    middle(
        p,
        f'<w:r><w:object><v:shape id="o1" style="width:80pt"/><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="o1" r:id="{identity}"/></w:object></w:r>',
    )


def alternative_chunk(p: Package) -> None:
    identity = p.part(
        "afchunk.html", "aFChunk", "<html><body><p>附：利息计算明细</p></body></html>", "text/html"
    )
    if not p.body:
        p.compose()
    p.body.append(f'<w:altChunk r:id="{identity}"/>')


def image_run(p: Package) -> str:
    identity = p.part("media/image1.png", "image", picture(), "image/png")
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="1500000"/><wp:docPr id="9" name="图片 9"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="9" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identity}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def image(p: Package) -> None:
    middle(p, image_run(p))


def old_picture(p: Package) -> None:
    identity = p.part("media/image2.png", "image", picture(), "image/png")
    middle(
        p,
        f'<w:r><w:pict><v:shape style="width:300pt"><v:imagedata r:id="{identity}" o:title="扫描件"/></v:shape></w:pict></w:r>',
    )


def chart(p: Package) -> None:
    name = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    identity = p.part(
        "charts/chart1.xml",
        "chart",
        f'{XML}<c:chartSpace xmlns:c="{name}"><c:chart/></c:chartSpace>',
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    )
    middle(
        p,
        f'<w:r><w:drawing><wp:inline><wp:docPr id="4" name="图表 4"/><a:graphic><a:graphicData uri="{name}"><c:chart xmlns:c="{name}" xmlns:r="{R}" r:id="{identity}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    )


def mark(p: Package) -> str:
    return p.rng.choice(MARKS[:2])


def mark_in_header(p: Package) -> None:
    p.header("default", f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{p.runs(p.rng.choice(MARKS))}</w:p>')


def mark_in_first_header(p: Package) -> None:
    p.header("default", f"<w:p>{plain_run('广州市荔湾区人民法院')}</w:p>")
    p.header("first", f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{p.runs(mark(p))}</w:p>')


def mark_in_text_box(p: Package) -> None:
    p.compose()
    p.append_to(0, text_box(f"<w:p>{p.runs(mark(p))}</w:p>"))


def mark_in_header_box(p: Package) -> None:
    p.header("default", f"<w:p>{text_box(f'<w:p>{p.runs(mark(p))}</w:p>')}</w:p>")


def mark_in_cell(p: Package) -> None:
    p.compose()
    p.body.insert(0, p.table([["", mark(p)]]))


def mark_in_watermark(p: Package) -> None:
    p.header(
        "default",
        '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;rotation:315">'
        f'<v:textpath style="font-family:宋体" string="{mark(p)}"/></v:shape></w:pict></w:r></w:p>',
    )


def mark_in_word_art(p: Package) -> None:
    p.compose()
    p.append_to(
        0,
        f'<w:r><w:pict><v:shape type="#_x0000_t136" style="width:120pt"><v:textpath on="t" string="{mark(p)}"/></v:shape></w:pict></w:r>',
    )


def mark_in_comment(p: Package) -> None:
    comments(p, f"{mark(p)}，见审批表")


def mark_on_the_right(p: Package) -> None:
    p.text = f">{p.rng.choice(MARKS)}\n{p.text}"


def mark_in_frame(p: Package) -> None:
    p.compose()
    p.body.insert(
        0,
        f'<w:p><w:pPr><w:framePr w:w="2200" w:hAnchor="page" w:x="8600" w:y="500"/></w:pPr>{p.runs(mark(p))}</w:p>',
    )
