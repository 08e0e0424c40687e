"""归档表: the file of a session as a sheet to print and sign, made of its record (R56)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SONG: Final = "宋体"
PICTURE_CM: Final = 9
LABEL_CM, VALUE_CM = 3.2, 12.8


def record_docx(record: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """The sheet. `pictures` are the files of the posts by the name the record gives them."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    public, inner = record["公开部分"], record["内部部分"]
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(f"庭审直播、微博归档表　{public['场次']['案号']}")
    run.bold, run.font.size = True, Pt(15)
    _facts(document, "一、场次", public["场次"])
    _rows(document, "二、把关", inner["把关"])
    _rows(document, "三、值班", inner["值班"])
    _rows(document, "四、庭前准备", inner["庭前准备"])
    _facts(
        document,
        "五、直播",
        {**(public["直播"] or {}), **{f"回放{k}": v for k, v in (inner["回放"] or {}).items()}},
    )
    _rows(document, "六、切断", inner["切断"])
    _posts(document, public["微博"], pictures)
    _rows(document, "八、微博经手", inner["微博经手"])
    _facts(
        document, "九、观看与通知", {**public["观看"], **{f"通知{k}": v for k, v in inner["通知"].items()}}
    )
    _head(document, "十、尚缺资料")
    for text in record["所缺"] or ["资料齐全。"]:
        document.add_paragraph(text)
    document.add_paragraph("\n归档人：　　　　　　　　　　日期：　　　　年　　月　　日")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _head(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(4)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True


def _facts(document: Any, title: str, facts: Mapping[str, Any]) -> None:
    _head(document, title)
    told = [(name, _text(value)) for name, value in facts.items() if _text(value)]
    if not told:
        document.add_paragraph("无。")
        return
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (Cm(LABEL_CM), Cm(VALUE_CM)), strict=True):
        column.width = width
    for name, value in told:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value
        cells[0].width, cells[1].width = Cm(LABEL_CM), Cm(VALUE_CM)


def _rows(document: Any, title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    _head(document, title)
    if not rows:
        document.add_paragraph("无。")
        return
    table = document.add_table(rows=1, cols=len(rows[0]), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, rows[0], strict=True):
        cell.text = name
    for row in rows:
        for cell, value in zip(table.add_row().cells, row.values(), strict=True):
            cell.text = _text(value)


def _posts(document: Any, posts: Sequence[Mapping[str, Any]], pictures: Mapping[str, bytes]) -> None:
    _head(document, "七、微博")
    for post in posts:
        corrected = f"（更正第{post['更正第几条']}条）" if post["更正第几条"] else ""
        document.add_paragraph(f"【{post['序号']}】{post['时间']}　{post['阶段']}{corrected}")
        document.add_paragraph(post["正文"])
        if post["图片"] in pictures:
            _picture(document, pictures[post["图片"]])
        if post["外部地址"]:
            document.add_paragraph(f"外部地址：{post['外部地址']}")
    if not posts:
        document.add_paragraph("无。")


def _picture(document: Any, content: bytes) -> None:
    """A file that is damaged lies in the .zip as it is, and the sheet says so."""
    try:
        document.add_picture(BytesIO(content), width=Cm(PICTURE_CM))
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
        document.add_paragraph("（图片文件已损坏，见压缩包内原文件）")


def _text(value: Any) -> str:
    if value is None:
        return ""
    return "、".join(value) if isinstance(value, list) else str(value)
