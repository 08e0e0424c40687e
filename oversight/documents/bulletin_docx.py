"""A bulletin in the layout of an official document (GB/T 9704): red head, number, title, text, tables, charts (R6, R12)."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from liwan_court.timetable import clock
from oversight.documents import bulletin_charts
from oversight.drafting import COURT, NUMERALS
from oversight.models import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from liwan_court.measuring import Span
    from oversight.reading import Board

FANGSONG, HEI, SONG = "仿宋", "黑体", "宋体"
RED: Final = RGBColor(0xC0, 0x1E, 0x1E)
OFFICE: Final = f"{COURT}办公室文件"
MOST_UNMET: Final = 60
TEXT_WIDTH: Final = 15.6
"""Centimetres between the margins."""
WIDE: Final = {
    "部门": 1.8,
    "第一责任人": 1.5,
    "得分": 1.3,
    "结论": 1.2,
    "指标": 4.0,
    "编号": 0.8,
    "达标": 0.8,
    "未达标": 0.9,
    "无数据": 0.9,
}


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the paper beside the snapshot."""

    title: str
    text: str
    demands: str
    number: str
    """荔法办〔2026〕3号; empty for a draft."""
    signers: tuple[str, ...]
    on: date
    note: str = ""
    """草稿, 已撤回: written above the head."""


def bulletin_docx(
    paper: Paper, board: Board, quarters: Sequence[tuple[Span, Board | None]], font: str | None = None
) -> bytes:
    """The document. Its tables and charts are made from the snapshot, whatever was edited in the text."""
    document = Document()
    _set_up(document)
    _head(document, paper)
    _line(document, paper.title, SONG, 22, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=18)
    _line(document, "各庭、局、室：", FANGSONG, 16)
    for text in paper.text.splitlines():
        _paragraph(document, text)
    if paper.demands:
        _paragraph(document, f"{_next_heading(paper.text)}、工作要求")
        for number, text in enumerate(paper.demands.splitlines(), 1):
            _paragraph(document, f"（{NUMERALS[(number - 1) % 10]}）{text}")
    _foot(document, paper)
    document.add_paragraph().paragraph_format.page_break_before = True
    _tables(document, board, quarters, font)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _next_heading(text: str) -> str:
    used = sum(1 for line in text.splitlines() if line[1:2] == "、" and line[:1] in NUMERALS)
    return NUMERALS[min(used, len(NUMERALS) - 1)]


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FANGSONG, Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FANGSONG)
    style.paragraph_format.line_spacing = Pt(28)
    style.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = COURT, "", ""
    properties.created = properties.modified = clock.now().replace(tzinfo=None, microsecond=0)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(14)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._element.append(mark)  # noqa: SLF001  (python-docx has no name for a field)


def _head(document: Any, paper: Paper) -> None:
    if paper.note:
        _line(document, f"【{paper.note}】", HEI, 16, align=WD_ALIGN_PARAGRAPH.RIGHT)
    _line(document, OFFICE, SONG, 28, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, colour=RED, after=16)
    signed = f"　　签发人：{'、'.join(paper.signers)}" if paper.signers else ""
    line = _line(
        document, f"{paper.number or '荔法办〔　　〕　号'}{signed}", FANGSONG, 16, align=WD_ALIGN_PARAGRAPH.CENTER, after=22
    )  # fmt: skip
    _red_rule(line)


def _red_rule(paragraph: Any) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", "C01E1E")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001


def _line(
    document: Any, text: str, font: str, size: int, *, bold: bool = False, align: Any = None, colour: Any = None, after: int = 0,
) -> Any:  # fmt: skip
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    if size > 20:
        paragraph.paragraph_format.line_spacing = 1.1
    paragraph.paragraph_format.space_after = Pt(after)
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = bold, Pt(size), font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001
    if colour is not None:
        run.font.color.rgb = colour
    return paragraph


def _paragraph(document: Any, text: str) -> None:
    heading = text[1:2] == "、" and text[:1] in NUMERALS
    paragraph = _line(document, text, HEI if heading else FANGSONG, 16)
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.paragraph_format.keep_with_next = heading


def _tables(
    document: Any, board: Board, quarters: Sequence[tuple[Span, Board | None]], font: str | None
) -> None:
    _paragraph(document, "附件1　各部门检查结果")
    _table(
        document, ("部门", "第一责任人", "得分", "结论", "达标", "未达标", "无数据"),
        [
            (row.name, row.responsible or ("" if row.division_id is None else "空缺"), row.points_text, row.verdict_label,
             str(row.met), str(row.unmet), str(row.no_data))
            for row in board.stood
        ],
    )  # fmt: skip
    names = [row.name for row in board.divisions]
    if names:
        values = [float(row.points) if row.points is not None else None for row in board.divisions]
        _picture(
            document,
            bulletin_charts.points(names, values, font),
            "图1　各部门得分",
            names if font == "" else (),
        )
    _paragraph(document, "附件2　未达标指标")
    unmet = [
        (row.name, cell.defined.code, cell.defined.name, cell.text, cell.fraction)
        for row in board.divisions
        for cell in board.of(row.division_id)
        if cell.verdict == Verdict.UNMET
    ]
    _table(
        document,
        ("部门", "编号", "指标", "数值", "分子/分母"),
        unmet[:MOST_UNMET] or [("没有", "", "", "", "")],
    )
    if len(unmet) > MOST_UNMET:
        _line(document, f"（其余{len(unmet) - MOST_UNMET}项见系统）", FANGSONG, 12)
    known = [(of, found) for of, found in quarters if found is not None]
    if len(known) > 1:
        points = [float(found.court.points) if found.court.points is not None else None for _, found in known]
        _picture(
            document,
            bulletin_charts.trend([of.name for of, _ in known], points, font),
            "图2　全院得分走势",
            (),
        )


def _picture(document: Any, png: bytes, caption: str, names: Sequence[str]) -> None:
    document.add_picture(BytesIO(png), width=Cm(15))
    document.paragraphs[-1].paragraph_format.line_spacing = 1.0
    numbers = (
        "（" + "，".join(f"{number} {name}" for number, name in enumerate(names, 1)) + "）" if names else ""
    )
    _line(document, caption + numbers, HEI, 12, align=WD_ALIGN_PARAGRAPH.CENTER)


def _table(document: Any, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(head))
    table.autofit = False
    weights = [WIDE.get(text, 1.0) for text in head]
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Cm(TEXT_WIDTH * weight / sum(weights))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        _cell(cell, text, HEI)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _cell(cell, text, FANGSONG)
    for line in table.rows:
        for cell, weight in zip(line.cells, weights, strict=True):
            cell.width = Cm(TEXT_WIDTH * weight / sum(weights))
    document.add_paragraph().paragraph_format.line_spacing = Pt(10)


def _cell(cell: Any, text: str, font: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(18)
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(11), font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001


def _foot(document: Any, paper: Paper) -> None:
    right = WD_ALIGN_PARAGRAPH.RIGHT
    _line(document, f"{COURT}司法公开工作领导小组", FANGSONG, 16, align=right)
    _line(document, "（印章）", FANGSONG, 16, align=right)
    _line(document, f"{paper.on.year}年{paper.on.month}月{paper.on.day}日", FANGSONG, 16, align=right)
