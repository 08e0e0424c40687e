"""Traps 70 to 72: the mark that keeps a document from being published, and words that only look like it."""

from __future__ import annotations

import struct
import zlib

from tests.blind.lantern import frames
from tests.blind.lantern.frames import HELD, Doc, party_lines, signature
from tests.blind.lantern.matters import loan, partnership
from tests.blind.lantern.pack import NAMESPACES, WML, Part, para
from tests.blind.lantern.people import Cast
from tests.blind.lantern.suits import execution, ruling, suit
from tests.heldback.markup import secret, soft

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def png(width: int = 40, height: int = 20) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes((x * 5 + y) % 256 for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def picture(relation: str, name: str = "图片 1", description: str = "") -> str:
    """A run that shows a picture of the package."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="450000"/><wp:docPr id="11" name="{name}" descr="{description}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="12" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="450000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def image_part(relation: str, name: str = "word/media/image1.png") -> Part:
    return Part(name, png(), "image/png", "image", relation)


def header_part(
    body: str, identity: str = "rIdH1", name: str = "word/header1.xml", kind: str = "hdr"
) -> Part:
    relation = "header" if kind == "hdr" else "footer"
    return Part(
        name, f"<w:{kind} {NAMESPACES}>{body}</w:{kind}>", f"{WML}.{relation}+xml", relation, identity
    )


def reference(kind: str = "default", identity: str = "rIdH1", what: str = "header") -> str:
    return f'<w:{what}Reference w:type="{kind}" r:id="{identity}"/>'


def text_box(text: str) -> str:
    """A Word 2010 text box with its fallback, in a paragraph of its own."""
    inside = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:anchor><wp:extent cx="1500000" cy="400000"/><wp:docPr id="5" name="文本框 5"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f'<w:pict><v:shape id="s5" style="width:118pt;height:30pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def watermark(text: str) -> str:
    return (
        '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'style="position:absolute;width:400pt;height:120pt;rotation:315"><v:textpath style="font-family:宋体" string="{text}"/>'
        "</v:shape></w:pict></w:r></w:p>"
    )


def comments_part(text: str, author: str) -> Part:
    body = f'<w:comment w:id="0" w:author="{author}" w:date="2019-03-04T08:00:00Z">{para(text)}</w:comment>'
    return Part(
        "word/comments.xml",
        f"<w:comments {NAMESPACES}>{body}</w:comments>",
        f"{WML}.comments+xml",
        "comments",
        "rIdC",
    )


def _held(c: Cast) -> Doc:
    doc = ruling(c) if c.rng.random() < 0.3 else suit(c)
    doc.statuses = HELD
    return doc


def t70_header(c: Cast) -> Doc:
    doc = _held(c)
    doc.package.parts.append(header_part(para(c.by("不上网公开", "不 上 网 公 开"), align="right")))
    doc.package.section = reference(c.by("default", "first")) + c.by("", "<w:titlePg/>")
    return doc


def t70_text_box(c: Cast) -> Doc:
    doc = _held(c)
    doc.package.before = text_box(c.by("不上网公开", "不　上　网"))
    return doc


def t70_table_cell(c: Cast) -> Doc:
    doc = _held(c)
    doc.top = [f"|{soft(c.by('内部编号：08', '承办庭室留存'))}|{soft(c.by('不上网公开', '不予公开'))}|"]
    return doc


def t70_right_paragraph(c: Cast) -> Doc:
    doc = _held(c)
    doc.top = [">" + soft(c.by("不上网", "【不上网公开】"))]
    return doc


def t70_spaced(c: Cast) -> Doc:
    doc = _held(c)
    doc.top = [">" + soft(c.by("不 上 网 公 开", "不　上　网　公　开"))]
    return doc


def t70_variant_words(c: Cast) -> Doc:
    doc = _held(c)
    doc.top = [">" + soft(c.by("不公开", "（不予公开）"))]
    return doc


def t70_frame(c: Cast) -> Doc:
    doc = _held(c)
    words = c.by("不上网公开", "不上网")
    doc.top = [soft(words)]
    doc.package.frame = {
        words: '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:hAnchor="page" w:xAlign="right" w:y="1"/>'
    }
    return doc


def t70_word_art(c: Cast) -> Doc:
    doc = _held(c)
    doc.package.before = watermark(c.by("不上网公开", "不上网"))
    return doc


def t70_comment(c: Cast) -> Doc:
    doc = _held(c)
    doc.package.parts.append(comments_part(c.by("此件不上网公开", "不上网"), "法官助理"))
    doc.package.inside = '<w:r><w:commentReference w:id="0"/></w:r>'
    return doc


def t70_watermark(c: Cast) -> Doc:
    doc = _held(c)
    doc.package.parts.append(header_part(watermark(c.by("不上网公开", "不上网公开（内部）"))))
    doc.package.section = reference()
    return doc


def t70_last_line(c: Cast) -> Doc:
    doc = _held(c)
    doc.signature.append(">" + soft(c.by("不上网公开", "（此件不上网公开）")))
    return doc


def t71_open_hearing(c: Cast) -> Doc:
    doc = suit(c, c.person(), c.person(), loan)
    doc.facts.insert(
        -1,
        c.by(
            "庭审中，双方均表示借款的经过没有向亲友公开，账目亦不公开透明，但对本金数额没有争议。",
            "另查明，被告要求该笔借款不公开记账，原告予以同意，双方的微信记录可以印证。",
        ),
    )
    return doc


def t71_closed_hearing(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, partnership)
    doc.swap(
        "公开开庭进行了审理",
        c.by("不公开开庭进行了审理", "因涉及商业秘密，依法不公开开庭进行了审理"),
        "procedure",
    )
    doc.statuses = HELD
    return doc


def t71_disclosure_refused(c: Cast) -> Doc:
    """An administrative case about information that an agency would not disclose."""
    p = c.person()
    name = f"广州市荔湾区人民政府{c.by('彩虹', '岭南')}街道办事处"
    head = c.agent()
    office = secret("n", name)
    c.parties.append(name)
    doc = Doc(c, "行政判决书", c.case_number("行初"))
    doc.head = [
        *party_lines(c, "原告", p),
        f"被告{office}，住所地{c.address()}。",
        f"{c.pick('法定代表人', '负责人')}{head}，主任。",
        frames.lawyer_line(c),
    ]
    day = c.date(1)
    doc.procedure = [
        f"原告{p}不服被告{office}作出的政府信息公开答复，于{c.date(0)}向本院提起行政诉讼。本院受理后，依法组成合议庭，公开开庭审理了本案。本案现已审理终结。"
    ]
    doc.claims = [
        f"原告{p}诉称，其向被告申请公开拆迁补偿方案，被告以涉及第三方为由拒绝，违反法定程序，请求撤销该答复并责令被告重新答复。"
    ]
    doc.defence = [
        f"被告{office}辩称，{c.by('该方案属内部管理信息，不予公开有法律依据', '所作答复事实清楚，程序合法')}，请求驳回原告的诉讼请求。"
    ]
    doc.facts = [
        f"经审理查明：{day}，{p}向{office}提出政府信息公开申请，要求获取所在片区的拆迁补偿方案。{office}经审查，作出《政府信息不予公开告知书》，告知{p}该信息不予公开。{p}不服，遂提起本案诉讼。",
        "以上事实，有申请表、告知书、邮寄凭证及庭审笔录等证据证实。",
    ]
    doc.reasons = [
        f"本院认为，{office}具有对本机关制作的政府信息作出处理的法定职责。其作出不予公开的答复，没有说明理由，属主要证据不足，依法应予撤销。"
    ]
    doc.order = [
        "依照《中华人民共和国行政诉讼法》的有关规定，判决如下：",
        f"一、撤销{office}对{p}作出的政府信息不予公开答复；",
        f"二、责令{office}于本判决生效之日起十五个工作日内对{p}的申请重新作出答复。",
    ]
    doc.tail = [f"案件受理费50元，由{office}负担。", frames.appeal(c)]
    c.panel = True
    doc.signature = signature(c)
    return doc


def t71_shareholder(c: Cast) -> Doc:
    doc = execution(c)
    doc.facts.append(
        c.by(
            "被执行人在本院公告的期限内没有申报财产，其银行流水不对外公开，不影响本院的调查。",
            "本院已将被执行人纳入失信被执行人名单，并在全国法院失信被执行人名单信息公布与查询平台上公开。",
        )
    )
    return doc


def t72_stamp_picture(c: Cast) -> Doc:
    doc = suit(c)
    where = c.by("top", "header")
    if where == "top":
        doc.package.before = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{picture("rIdI")}</w:p>'
        doc.package.parts.append(image_part("rIdI"))
    else:
        body = f"<w:p>{picture('rIdI')}</w:p>"
        relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdI" Type="{OFFICE}/image" Target="media/image1.png"/></Relationships>'
        image = Part("word/media/image1.png", png(), "image/png", "", "", owner="none")
        links = Part(
            "word/_rels/header1.xml.rels",
            relations,
            "application/vnd.openxmlformats-package.relationships+xml",
            "",
            "",
            owner="none",
        )
        doc.package.parts += [header_part(body), image, links]
        doc.package.section = reference()
    doc.statuses = HELD
    return doc


ALL = (
    t70_header,
    t70_text_box,
    t70_table_cell,
    t70_right_paragraph,
    t70_spaced,
    t70_variant_words,
    t70_frame,
    t70_word_art,
    t70_comment,
    t70_watermark,
    t70_last_line,
    t71_open_hearing,
    t71_closed_hearing,
    t71_disclosure_refused,
    t71_shareholder,
    t72_stamp_picture,
)
