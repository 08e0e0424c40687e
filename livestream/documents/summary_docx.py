"""总结稿: a draft of the summary of a period with its figures and charts, for the research office to work on (R57)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from livestream.documents import charts
from liwan_court.fonts import chinese_font
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from livestream.figures.judges import DivisionYear
    from livestream.figures.statistics import DivisionLine, Statistics

SONG, HEI = "宋体", "黑体"


def summary_docx(
    found: Statistics, years: Sequence[DivisionYear], earlier: Statistics, font: str | None = None
) -> bytes:
    """The draft. What it says is counted; what it cannot know stands in brackets to be filled in.

    `earlier` is the period before, to compare with. `font` is the file the charts are lettered with; None: what is installed,
    empty: none, and the caption explains them.
    """
    face = chinese_font() if font is None else font
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    head = document.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(head, f"广州市荔湾区人民法院{found.period.label}庭审直播、微博工作总结（初稿）", 16)
    for title, paragraphs in (
        ("一、总体情况", [*_whole(found), *_compared(found, earlier)]),
        ("二、各庭情况", _divisions(found)),
        (f"三、法官{found.period.first.year}年定额", _quotas(years)),
        ("四、未能播出的场次", _not_held(found)),
    ):
        _run(document.add_paragraph(), title, 14)
        for text in paragraphs:
            document.add_paragraph(text)
        if title.startswith("二") and _with_turn(found):
            _pictures(document, found, face)
    _run(document.add_paragraph(), "五、问题与建议", 14)
    document.add_paragraph("（由调研科结合检查情况填写）")
    document.add_paragraph(f"调研科　{clock.today():%Y年%m月%d日}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _run(paragraph: Any, text: str, size: int) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = True, Pt(size), HEI
    run._element.rPr.rFonts.set(qn("w:eastAsia"), HEI)  # noqa: SLF001  (python-docx has no name for it)


def _whole(found: Statistics) -> list[str]:
    total = found.total
    share = f"，占{total.sessions * 100 // found.due}%" if found.due else ""
    so_far = "" if found.due == found.slots else f"，截至{clock.today():%Y年%m月%d日}已到{found.due}场"
    return [
        (
            f"{found.period.label}应播{found.slots}场（节假日停播{found.cancelled}场不计）{so_far}，"
            f"实际播出{total.sessions}场{share}；"
            f"其中直播{total.livestreams}场，微博{total.microblogs}场，发布微博{total.posts}条，"
            f"观看{total.views}人次，最高同时在看{total.peak}人。"
        ),
        (
            f"各庭报送列表{found.lists}份，其中迟报{found.late_lists}份；把关否决{found.vetoed}件；"
            f"轮空{len(found.skipped)}场，撤下{len(found.pulled)}场。"
        ),
    ]


def _compared(found: Statistics, earlier: Statistics) -> list[str]:
    """Against the period before, where there was something to compare with and this one is over."""
    if not earlier.due or found.due < found.slots:
        return []
    pairs = (
        ("播出", "场", earlier.total.sessions, found.total.sessions),
        ("发布微博", "条", earlier.total.posts, found.total.posts),
        ("观看", "人次", earlier.total.views, found.total.views),
        ("轮空", "场", len(earlier.skipped), len(found.skipped)),
    )
    told = [f"{name}{now}{unit}（{then}{unit}，{_change(then, now)}）" for name, unit, then, now in pairs]
    return [f"与{earlier.period.label}相比：{'，'.join(told)}。"]


def _change(then: int, now: int) -> str:
    if now == then:
        return "持平"
    share = f"{abs(now - then) * 100 // then}%" if then else ""
    return f"{'增加' if now > then else '减少'}{abs(now - then)}{f'，{share}' if share else ''}"


def _divisions(found: Statistics) -> list[str]:
    return [
        f"{row.label}：应播{row.slots}场，播出{row.sessions}场（直播{row.livestreams}场）"
        f"{f'，轮空{row.skipped}场' if row.skipped else ''}{f'，撤下{row.pulled}场' if row.pulled else ''}"
        f"{f'，迟报列表{row.late_lists}份' if row.late_lists else ''}，发布微博{row.posts}条，观看{row.views}人次。"
        for row in _with_turn(found)
    ] or ["本期没有轮次。"]


def _with_turn(found: Statistics) -> list[DivisionLine]:
    return [row for row in found.by_division if row.slots or row.sessions]


def _quotas(years: Sequence[DivisionYear]) -> list[str]:
    rows = []
    for year in years:
        if not year.judges:
            continue
        met = sum(judge.met for judge in year.judges)
        open_ones = "、".join(judge.officer.name for judge in year.judges if not judge.met and not judge.gone)
        rest = f"，尚未达标：{open_ones}" if open_ones else ""
        warning = f"。提示：{year.warning}" if year.warning else ""
        rows.append(f"{year.name}{len(year.judges)}名法官，已达标{met}名{rest}{warning}。")
    return rows or ["没有登记各庭法官。"]


def _not_held(found: Statistics) -> list[str]:
    skipped = [f"{row.date} {row.division.name}轮空：{row.reason}。" for row in found.skipped]
    pulled = [
        f"{clock.local(row.begins_at):%Y-%m-%d} {row.division.name}撤下：{row.pulled_reason}。"
        for row in found.pulled
    ]
    return [*skipped, *pulled] or ["没有轮空和撤下的场次。"]


def _pictures(document: Any, found: Statistics, face: str) -> None:
    rows = _with_turn(found)
    picture = charts.bars(
        [row.label for row in rows], [row.livestreams for row in rows], [row.microblogs for row in rows], face
    )
    document.add_picture(BytesIO(picture), width=Cm(14))
    numbers = "" if face else "（" + "，".join(f"{n} {row.label}" for n, row in enumerate(rows, 1)) + "）"
    document.add_paragraph(f"图1　各庭直播、微博场次{numbers}")
    months = [row for row in found.by_month if row.label <= f"{clock.today():%Y-%m}"]
    if len(months) > 1:
        document.add_picture(
            BytesIO(charts.line([row.label[-2:] for row in months], [row.views for row in months], face)),
            width=Cm(14),
        )
        document.add_paragraph("图2　各月观看人次")
