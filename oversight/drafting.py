"""What a bulletin says at first: drafted from a snapshot, so that no figure is typed (R6, R12, R15, R16, R19).

Pure over boards: the snapshot, and the one before it to compare with. A line that begins with 一、 is a heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from oversight.models import Bulletin, Inspection, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oversight.reading import Board, Stood

COURT: Final = "广州市荔湾区人民法院"
NUMERALS: Final = "一二三四五六七八九十"
PENDING: Final = "（待填写："
"""Begins what a person must fill in before it is submitted."""
Kind = Bulletin.Kind
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    Kind.QUARTERLY: (Inspection.Kind.QUARTER,),
    Kind.COMMENDATION: (Inspection.Kind.QUARTER, Inspection.Kind.YEAR_END),
    Kind.CRITICISM: (Inspection.Kind.QUARTER, Inspection.Kind.YEAR_END),
    Kind.HALF_YEAR: (Inspection.Kind.MIDYEAR,),
    Kind.ACCEPTANCE: (Inspection.Kind.YEAR_END,),
    Kind.YEAR_SUMMARY: (Inspection.Kind.YEAR_END,),
}
"""On which kind of inspection each kind of bulletin rests."""


class NothingToSay(Exception):  # noqa: N818  (a refusal, said to a person)
    """There is nobody to commend or to criticise; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside the snapshot: the one before, tasks that are late, rectifications, the second half's plan."""

    before: Board | None = None
    quarters: tuple[Board, ...] = ()
    overdue: tuple[str, ...] = ()
    mending_all: int = 0
    mending_closed: int = 0
    second_half: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A title, paragraphs divided by line breaks, and what is demanded."""

    title: str
    text: str
    demands: str


def draft(kind: str, board: Board, around: Around) -> Draft:
    """The draft of a kind. Raises NothingToSay."""
    make = {
        Kind.QUARTERLY: _quarterly, Kind.COMMENDATION: _commendation, Kind.CRITICISM: _criticism,
        Kind.HALF_YEAR: _half_year, Kind.ACCEPTANCE: _acceptance, Kind.YEAR_SUMMARY: _year_summary,
    }[Kind(kind)]  # fmt: skip
    return make(board, around)


def _parts(*parts: tuple[str, Sequence[str]]) -> str:
    """Headed parts; those without a paragraph are left out and not counted."""
    kept = [(title, rows) for title, rows in parts if rows]
    lines = []
    for number, (title, rows) in enumerate(kept):
        lines += [f"{NUMERALS[number]}、{title}", *rows]
    return "\n".join(lines)


def _quarterly(board: Board, around: Around) -> Draft:
    label = board.span.label
    text = _parts(
        ("总体情况", _whole(board, around)),
        ("达标的部门", _met(board)),
        ("未达标的部门和指标", _unmet(board)),
        ("没有数据的指标", _no_data(board)),
        ("任务和整改", _work(around)),
    )
    return Draft(f"关于{label}司法公开情况的通报", text, _demands(board, around))


def _whole(board: Board, around: Around) -> list[str]:
    court = board.court
    if court.verdict == Verdict.NO_DATA:
        return [f"{board.span.label}各项指标均没有数据，不作评价。"]
    said = [
        (
            f"{board.span.label}，司法公开工作领导小组按照《{_catalogue(board)}》对{len(board.divisions)}个部门进行了检查。"
            f"全院{court.met}项指标达标，{court.unmet}项未达标，{court.no_data}项没有数据，得分{court.points_text}。"
        )
    ]
    if around.before is not None and around.before.court.points is not None and court.points is not None:
        change = court.points - around.before.court.points
        way = "持平" if not change else f"{'上升' if change > 0 else '下降'}{abs(change)}分"
        said.append(f"与{around.before.span.label}相比{way}。")
    return said


def _catalogue(board: Board) -> str:
    return str(board.inspection.catalogue.title) if board.inspection else "指标目录"


def _met(board: Board) -> list[str]:
    names = [_named(row) for row in board.divisions if row.verdict == Verdict.MET]
    return [f"{'、'.join(names)}承担的指标有数据的全部达标。"] if names else []


def _named(row: Stood) -> str:
    """The division with its first responsible person (R18)."""
    return f"{row.name}（第一责任人{row.responsible or '空缺'}）"


def _unmet(board: Board, only: Sequence[Stood] | None = None) -> list[str]:
    rows = [row for row in (board.divisions if only is None else only) if row.verdict == Verdict.UNMET]
    found = []
    for row in rows:
        cells = [cell for cell in board.of(row.division_id) if cell.verdict == Verdict.UNMET]
        items = "；".join(f"{cell.defined.name}{cell.text}{_of(cell.fraction)}" for cell in cells)
        found.append(f"{_named(row)}：{items}。")
    return found


def _of(fraction: str) -> str:
    return f"（{fraction}）" if fraction else ""


def _no_data(board: Board) -> list[str]:
    names = [cell.defined.name for cell in board.of(None) if cell.verdict == Verdict.NO_DATA]
    return [f"{'、'.join(names)}在本期没有数据，既不作达标也不作未达标。"] if names else []


def _work(around: Around) -> list[str]:
    found = (
        [f"到期没有完成的任务{len(around.overdue)}项：{'；'.join(around.overdue)}。"]
        if around.overdue
        else []
    )
    if around.mending_all:
        found.append(f"登记整改{around.mending_all}项，已办结{around.mending_closed}项。")
    return found


def _demands(board: Board, around: Around) -> str:
    demands = []
    if _unmet(board):
        demands.append("未达标的部门由第一责任人负责，逐项制定整改措施，明确责任人和期限，报领导小组查验。")
    if around.overdue:
        demands.append("逾期任务的责任部门应当说明原因，在新的期限以前完成。")
    demands.append("已经达标的部门坚持做好做细，防止回落。")
    return "\n".join(demands)


def _commendation(board: Board, _around: Around) -> Draft:
    rows = [row for row in board.divisions if row.verdict == Verdict.MET]
    if not rows:
        raise NothingToSay(f"{board.span.label}没有全部达标的部门，不能起草表扬通报")
    names = "、".join(row.name for row in rows)
    text = _parts(
        (
            "通报表扬的部门",
            [
                f"{_named(row)}：承担的{row.met}项指标有数据的全部达标，得分{row.points_text}。"
                for row in rows
            ],
        ),
        ("依据", [f"依据{board.span.label}检查的冻结结果，校验和{_seal(board)}。"]),
    )
    return Draft(
        f"关于表扬{board.span.label}司法公开达标部门的通报",
        text,
        f"希望{names}再接再厉；其他部门向先进看齐。",
    )


def _criticism(board: Board, _around: Around) -> Draft:
    rows = [row for row in board.divisions if row.verdict == Verdict.UNMET]
    if not rows:
        raise NothingToSay(f"{board.span.label}没有未达标的部门，不能起草批评通报")
    text = _parts(
        ("通报批评的部门", _unmet(board, rows)),
        (
            "依据",
            [f"依据{board.span.label}检查的冻结结果，校验和{_seal(board)}；逐件记录可在各部门页面查阅。"],
        ),
    )
    demands = "被通报的部门应当在收到本通报后五个工作日内制定整改措施，由第一责任人签报领导小组。"
    return Draft(f"关于批评{board.span.label}司法公开未达标部门的通报", text, demands)


def _seal(board: Board) -> str:
    return board.inspection.seal[:12] if board.inspection else ""


def _half_year(board: Board, around: Around) -> Draft:
    text = _parts(
        ("上半年总体情况", _whole(board, around)),
        ("达标的部门", _met(board)),
        ("存在的问题", _unmet(board)),
        ("任务和整改", _work(around)),
        (
            "下半年工作计划",
            around.second_half.splitlines() or [f"{PENDING}下半年工作计划尚未制定，制定后重新起草）"],
        ),
    )
    return Draft(f"{board.span.label}司法公开工作检查评估报告", text, _demands(board, around))


def _acceptance(board: Board, around: Around) -> Draft:
    court = board.court
    whole = {
        Verdict.MET: "全院有数据的指标全部达标，予以通过验收。",
        Verdict.UNMET: f"全院{court.unmet}项指标未达标，未能全部达标，列入下年度整改。",
        Verdict.NO_DATA: "全院各项指标没有数据，不能作出验收结论。",
    }[Verdict(court.verdict)]
    text = _parts(
        ("全院结论", [whole, *_whole(board, around)]),
        (
            "各部门结论",
            [f"{_named(row)}：{row.verdict_label}，{row.points_text}。" for row in board.divisions],
        ),
        ("四个季度", _quarters(around)),
        ("未达标的部门和指标", _unmet(board)),
    )
    return Draft(f"{board.span.label}司法公开工作验收结论", text, _demands(board, around))


def _quarters(around: Around) -> list[str]:
    return [
        f"{board.span.label}：全院{board.court.points_text}，{board.court.met}项达标，{board.court.unmet}项未达标。"
        for board in around.quarters
    ] or ["本年没有季度检查。"]


def _year_summary(board: Board, around: Around) -> Draft:
    text = _parts(
        ("全年情况", _whole(board, around)),
        ("四个季度", _quarters(around)),
        ("做得好的部门", _met(board)),
        ("问题和薄弱环节", _unmet(board)),
        ("任务和整改", _work(around)),
        ("经验和下一步打算", [f"{PENDING}由领导小组结合问题库填写）"]),
    )
    return Draft(f"{COURT}{board.span.label}落实司法公开工作总结", text, _demands(board, around))
