"""From boards and figures to charts: each chart's title says the finding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.urls import reverse

from liwan_court.measuring import Tally, Unit, quarter_of, span, value_of
from oversight.charts import bars, heatmap, matrix, trend
from oversight.inspecting import codes_of
from oversight.models import Verdict
from oversight.reading import conclusions_of, values_of
from oversight.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enforcement_logs.measures import Friday, Noon
    from judgments.measures import Funnel, Speed
    from livestream.measures import QuotaOfDivision
    from liwan_court.measuring import Span
    from liwan_court.registry.models import Division
    from oversight.inspecting import Defined
    from oversight.models import Inspection, Rectification
    from oversight.reading import Board, Cell

    Quarters = list[tuple[Span, Inspection | None]]

NEAR: Final = Decimal("0.8")
"""Who earned this share of the points missed by little."""


def division_matrix(board: Board) -> matrix.Matrix:
    """Indicators by divisions: the court first, then the divisions in their order."""
    heads = tuple(
        matrix.Head(
            stood.name, _page("division", board, stood.code) if stood.code else "",
            "–" if stood.points is None else f"{stood.points:.1f}", stood.verdict,
        )
        for stood in board.stood
    )  # fmt: skip
    lines = tuple(
        matrix.Line(
            row.code, row.name, row.dimension, _page("indicator", board, row.code), f"{float(row.weight):g}",
            tuple(_cell(board, board.cells.get((row.code, stood.division_id)), stood.code) for stood in board.stood),
        )
        for row in board.indicators
    )  # fmt: skip
    failed = [row.name for row in board.divisions if row.verdict == Verdict.UNMET]
    count = len(board.divisions)
    title = f"{count}个部门中{len(failed)}个有指标未达标" if failed else f"{count}个部门有数据的指标全部达标"
    return matrix.Matrix(title, heads, lines)


def _cell(board: Board, cell: Cell | None, code: str) -> matrix.Cell:
    if cell is None:
        return matrix.NOTHING
    weight = Decimal(cell.defined.weight)
    near = (
        cell.verdict == Verdict.UNMET
        and cell.points is not None
        and bool(weight)
        and cell.points / weight >= NEAR
    )
    text = "–" if cell.value is None else cell.text
    url = _page("indicator", board, cell.defined.code, f"division={code}" if code else "")
    return matrix.Cell(text, cell.verdict, cell.fraction, f"{url}#rows", near)


def _page(name: str, board: Board, code: str, query: str = "") -> str:
    query = "&".join(filter(None, [query, "" if board.inspection else "now=1"]))
    address = reverse(f"admin:staff_oversight_{name}", args=[board.span.name, code])
    return f"{address}?{query}" if query else address


def points_trend(quarters: Quarters, division: Division | None = None) -> trend.Trend:
    """Points over the quarters: the court's, and one division's beside them. A period not inspected yet is left open."""
    taken = [row for _, row in quarters if row is not None]
    series = []
    for key, name in ([(division.pk, division.name)] if division else []) + [(None, "全院")]:
        kept = conclusions_of(taken, key)
        points = []
        for of, row in quarters:
            found = kept.get(row.pk) if row else None
            value = found.points if found else None
            text = "没有检查" if row is None else "无数据" if value is None else f"{value:.1f}"
            url = reverse("admin:staff_oversight_overview", args=[of.name])
            points.append(trend.Point(_short(of), float(value) if value is not None else None, text, url))
        series.append((str(name), points))
    title = _finding("得分", series[0][0], series[0][1])
    return trend.trend("points", title, series, percent=False)


def indicator_trend(quarters: Quarters, found: Defined, division: Division | None) -> trend.Trend:
    """One indicator over the quarters: of the court, and of one division beside it; only where it meant the same."""
    taken = [row for _, row in quarters if row is not None]
    series = []
    for key, name in ([(division.pk, division.name)] if division else []) + [(None, "全院")]:
        kept = values_of(taken, found.code, key)
        points = []
        for of, row in quarters:
            score = kept.get(row.pk) if row else None
            value = score.value if score else None
            text = "没有检查" if row is None else shown(value, counts=found.counts)
            number = None if value is None else float(value) * (1 if found.counts else 100)
            url = reverse("admin:staff_oversight_indicator", args=[of.name, found.code])
            points.append(trend.Point(_short(of), number, text, url))
        series.append((str(name), points))
    target = float(found.line.target) * (1 if found.counts else 100)
    title = _finding(found.name, series[0][0], series[0][1])
    return trend.trend("indicator", title, series, percent=not found.counts, target=target)


def _short(of: Span) -> str:
    return f"{of.name[2:4]}Q{of.name[-1]}"


def _finding(what: str, who: str, points: list[trend.Point]) -> str:
    """What the line says in words: the last value against the one before."""
    known = [point for point in points if point.value is not None]
    if not known:
        return f"{who}{what}：还没有数据"
    last = known[-1]
    if len(known) == 1 or last.value is None or known[-2].value is None:
        return f"{who}{what}{last.label}为{last.text}"
    change = last.value - known[-2].value
    way = "持平" if abs(change) < 0.05 else f"比{known[-2].label}{'上升' if change > 0 else '下降'}"
    return f"{who}{what}{last.label}为{last.text}，{way}"


def behind(of: Span, codes: dict[str, str], measure: str, division: str = "") -> str:
    """The page with the definition and the rows of a measure in a period; empty where no indicator uses it."""
    if measure not in codes:
        return ""
    address = reverse("admin:staff_oversight_indicator", args=[of.name, codes[measure]])
    return f"{address}?{f'division={division}&' if division else ''}now=1#rows"


STEPS: Final = {
    "reported": "reports_on_time", "collected": "files_on_time", "approved": "published_on_schedule",
    "published": "publication_rate",
}  # fmt: skip
"""Which measure says more about a step of the funnel."""


def funnel(of: Span, found: Funnel, division: Division | None, codes: dict[str, str]) -> bars.Bars:
    """From taking effect to the portal, and what became of each judgment."""
    address = reverse("admin:staff_oversight_funnel", args=[of.name])
    more = f"&division={division.code}" if division else ""
    fates = [(name, label, count, f"{address}?fate={name}{more}#rows") for name, label, count in found.fates]
    if not found.effective:
        title = "这一期间没有生效文书"
    elif found.missing:
        title = f"{found.effective}篇生效文书中{found.published}篇已公布，{found.missing}篇缺漏"
    else:
        title = f"{found.effective}篇生效文书中{found.published}篇已公布，没有缺漏"
    whose = division.code if division else ""
    steps = [
        (label, count, behind(of, codes, STEPS.get(name, ""), whose)) for name, label, count in found.steps
    ]
    return bars.funnel("funnel", title, steps, fates)


def days(speed: Speed) -> bars.Bars:
    """How long publication took."""
    if speed.median_days is None:
        return bars.histogram("days", "没有公布的文书", [], [])
    share = 100 * speed.within_seven / speed.published
    title = f"第一次公布的{speed.published}篇中，一半在生效后{speed.median_days:g}天内公布；七个工作日内的占{share:.1f}%"
    marks = [(speed.median_days, f"中位数{speed.median_days:g}天"), (9.0, "七个工作日约9天")]
    return bars.histogram("days", title, list(speed.days), marks)


def fridays(year: int, days_of_year: Sequence[Friday]) -> heatmap.Heatmap:
    """The Fridays of a year."""
    codes = codes_of(year)
    rows = [
        heatmap.Day(
            row.date, str(row.state), row.detail, behind(quarter_of(row.date), codes, "fridays_on_time")
        )
        for row in days_of_year
    ]
    bad = sum(row.state in ("late", "missing") for row in rows)
    over = sum(row.state in ("late", "missing", "on_time") for row in rows)
    title = (
        f"{year}年已到期的{over}个星期五下午，{bad}个没有按时上网"
        if bad
        else f"{year}年已到期的{over}个星期五下午全部按时上网"
    )
    return heatmap.heatmap("fridays", title if over else f"{year}年还没有到期的星期五", rows)


def share(part: int, whole: int) -> str:
    """A share in words, as the figures have it: 99.9%, 无数据."""
    return shown(value_of(Unit.SHARE, Tally(part, whole)), counts=False)


def noons(year: int, weeks: Sequence[Noon]) -> str:
    """What the noons of a year came to, in one sentence."""
    owed, written = sum(row.open_cases for row in weeks), sum(row.written for row in weeks)
    if not owed:
        return f"{year}年还没有到期的星期五中午，或者没有在办案件。"
    whole = sum(not row.missing for row in weeks)
    return f"{year}年已到期的{len(weeks)}周中，{whole}周在中午前补录完；按案件计{written}/{owed}（{share(written, owed)}）。"


def noons_behind(year: int) -> str:
    """The page with the definition and the rows of the noons of a year; empty where no indicator uses them."""
    return behind(span(str(year)), codes_of(year), "logs_by_noon")


def turns_behind(year: int, division: str) -> str:
    """The page with the definition and the rows of the hearings of a division that fell due in a year."""
    return behind(span(str(year)), codes_of(year), "livestreams_held", division)


def quotas(year: int, rows: list[QuotaOfDivision], divisions: dict[str, str]) -> bars.Bars:
    """How many judges of each division have met their quota. `divisions`: code by name."""
    met, judges = sum(row.met for row in rows), sum(row.judges for row in rows)
    title = f"{judges}名法官中{met}名已完成本年定额" if judges else "没有应完成定额的法官"
    whole, codes = span(str(year)), codes_of(year)
    lines = [
        (
            row.division,
            row.met,
            row.judges,
            behind(whole, codes, "quota_met", divisions.get(row.division, "")),
        )
        for row in rows
    ]
    return bars.progress("quotas", title, lines)


def rectification(rows: Iterable[Rectification]) -> bars.Bars:
    """How many rectifications of each division are closed."""
    grouped: dict[str, list[Rectification]] = {}
    for row in rows:
        grouped.setdefault(row.division.name if row.division else "全院", []).append(row)
    lines = [(name, sum(row.state == "closed" for row in own), len(own), "") for name, own in grouped.items()]
    total, closed = sum(owed for _, _, owed, _ in lines), sum(done for _, done, _, _ in lines)
    title = f"{total}项整改中{closed}项已办结" if total else "没有整改"
    return bars.progress("rectification", title, lines)
