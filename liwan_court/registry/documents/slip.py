"""The slip (密码单) that is handed out with the notice of acceptance: made in memory, given out once, kept nowhere (R63)."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Final

import qrcode
from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from liwan_court.registry import key_code
from liwan_court.timetable import clock

SONG: Final = "宋体"
WAYS: Final = (
    "打开上面的网址，或者用手机扫描二维码（二维码里只有网址，没有密码）；",
    "填写案号和查阅密码。密码不分大小写，短横线可以不填，不使用 0、O、1、I、L；",
    "可以查看本案的审判进度、开庭安排；执行案件每周五15:00以后可以查阅本周执行日志。",
)
CARE: Final = (
    "本密码只供您本人查阅本案，请妥善保管，不要转借、拍照外传。本院不会通过电话、短信、邮件索要密码。",
    "密码遗失、被他人知悉的，请持身份证件到立案窗口补发，原密码即时作废；也可以在查阅页面自行更换。",
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on it. No name: whoever finds it learns the number and nothing of the people."""

    case_number: str
    role: str
    key: str
    address: str
    is_agent: bool = False


def slip_docx(slip: Slip) -> bytes:
    """One page, A5 upright."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(14.8), Cm(21)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.4)
    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    _line(document, "广州市荔湾区人民法院", 14, bold=True)
    _line(document, "案件查阅密码单", 16, bold=True)
    who = f"{slip.role}的代理人" if slip.is_agent else slip.role
    _line(document, f"{slip.case_number}　{who}", 12)
    _line(document, key_code.grouped(slip.key), 20, bold=True, font="Consolas")
    document.add_picture(BytesIO(qr_png(slip.address)), width=Cm(3.6))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(document, slip.address, 10.5)
    for number, way in enumerate(WAYS, 1):
        document.add_paragraph(f"{number}．{way}")
    for care in CARE:
        document.add_paragraph(care)
    last = document.add_paragraph(f"{clock.today():%Y年%m月%d日}")
    last.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.core_properties.author = "广州市荔湾区人民法院"
    document.core_properties.comments = ""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def qr_png(address: str) -> bytes:
    """The address as a QR code; never a key."""
    code = qrcode.QRCode(border=2, box_size=8)
    code.add_data(address)
    out = BytesIO()
    code.make_image().save(out, "PNG")
    return out.getvalue()


def _line(document: Doc, text: str, size: float, *, bold: bool = False, font: str = SONG) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = bold, Pt(size), font
