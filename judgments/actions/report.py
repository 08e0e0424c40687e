"""A division's list of judgments that took effect in a window, filed on the 20th; nil returns included (R27, D1, D2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from judgments.actions.base import ActionRefused, Check, record
from judgments.actions.effect import seven_working_days_after
from judgments.actions.identify import division_by_words, find_judgment, find_or_create, own_court
from judgments.models import EffectiveReport, Judgment, ReportedJudgment
from liwan_court.registry.case_numbers import CaseNumber, InvalidCaseNumber, parse
from liwan_court.registry.models import Case
from liwan_court.registry.posts import Post
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from liwan_court.registry.models import Division
    from liwan_court.registry.posts import Actor

VERB = "报送生效案号"
MAY_REPORT = (Post.DIVISION_HEAD, Post.JUDGE)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One judgment of a report: number with suffix, kind, and the day the division confirms it took effect."""

    number: str
    kind: str
    effective_on: date


def window(period: str) -> tuple[date, date]:
    """First and last effective day of a period's batch (D1)."""
    occurrence = deadlines.occurrence("collection", period, calendar.load())
    if occurrence.window is None:
        raise ValueError(f"{period} has no window")
    return occurrence.window


def due(period: str) -> object:
    """The moment after which a report of the period is late (D2)."""
    return deadlines.occurrence("collection", period, calendar.load()).due


def file_report(
    actor: Actor, division: Division, period: str, lines: Sequence[ReportLine]
) -> EffectiveReport:
    """File a division's return; no lines is a nil return. A later return of the same period adds to the first.

    Raises ActionRefused with one message for each line that cannot stand; nothing is filed then.
    """
    checks = list(_checks(actor, division, period, lines))
    if failed := [check for check in checks if not check.passed]:
        raise ActionRefused(failed)
    with transaction.atomic():
        late = clock.now() >= due(period)  # type: ignore[operator]
        report, created = EffectiveReport.objects.get_or_create(
            division=division, period=period, defaults={"filed_by_id": actor.user_id, "late": late}
        )
        for line in lines:
            _file_line(report, line, actor)
        report.nil = not report.lines.exists()
        report.late = report.late if created or not lines else report.late or late
        report.save()
    return report


def _checks(actor: Actor, division: Division, period: str, lines: Sequence[ReportLine]) -> Iterator[Check]:
    held = actor.holds(*MAY_REPORT, division_id=division.pk)
    yield Check("post", held, "操作权限", f"您的岗位不能为{division}报送生效案号")
    yield Check("division", division.reports_effective, "报送部门", f"{division}不需要报送生效案号")
    _, end = window(period)
    seen: set[tuple[str, str]] = set()
    for line in lines:
        yield from _line_checks(line, division, end, seen)


def _line_checks(
    line: ReportLine, division: Division, end: date, seen: set[tuple[str, str]]
) -> Iterator[Check]:
    where = f"{line.number} {line.kind}"
    try:
        number = parse(line.number)
    except InvalidCaseNumber as error:
        yield Check("number", False, "案号", f"{where}：{error}")
        return
    yield Check("own_court", own_court(number), "本院案号", f"{where}：不是本院案号，请核对")
    owner = _division_of(number, line.kind)
    own = owner is None or owner == division
    yield Check("own_division", own, "本庭案件", f"{where}：由{owner}承办，请由该部门报送")
    yield Check("kind", line.kind in Judgment.Kind.values, "文书种类", f"{where}：没有“{line.kind}”这种文书")
    in_time = line.effective_on <= end
    yield Check(
        "window", in_time, "生效日期", f"{where}：{line.effective_on}生效，属于下一期（本期截至{end}）"
    )
    yield Check(
        "future",
        line.effective_on <= clock.today(),
        "已生效",
        f"{where}：{line.effective_on}尚未到，不能确认生效",
    )
    identity = (number.display, line.kind)
    yield from _date_checks(number, line, where)
    yield Check("twice", identity not in seen, "不重复", f"{where}：在本次报送中出现两次")
    seen.add(identity)


def _date_checks(number: CaseNumber, line: ReportLine, where: str) -> Iterator[Check]:
    """A judgment does not take effect before it was made, nor before the day its service leads to (docs/domain.md)."""
    known = find_judgment(number, line.kind)
    made = known.decided_on if known else None
    yield Check(
        "decided",
        made is None or line.effective_on >= made,
        "不早于裁判日期",
        f"{where}：{made}作出，不会在{line.effective_on}生效",
    )
    computed = known.effective_computed if known else None
    yield Check(
        "computed",
        computed is None or line.effective_on >= computed,
        "不早于推算生效日",
        f"{where}：按登记的送达推算{computed}生效，不能报{line.effective_on}；如送达登记有误，请先在该文书页面更正送达日期",
    )


def _division_of(number: CaseNumber, kind: str) -> Division | None:
    """The division known to handle a judgment: by its record, its case, or the words of its number."""
    if (judgment := find_judgment(number, kind)) and judgment.division:
        return judgment.division
    case = Case.objects.filter(number_key=number.key).select_related("division").first()
    return case.division if case else division_by_words(number)


def _file_line(report: EffectiveReport, line: ReportLine, actor: Actor) -> None:
    """Put one line on file and confirm the effective date of its judgment."""
    judgment = find_or_create(line.number, line.kind, division=report.division)
    judgment = Judgment.objects.select_for_update(of=("self",)).get(pk=judgment.pk)
    differs = judgment.effective_computed is not None and judgment.effective_computed != line.effective_on
    ReportedJudgment.objects.update_or_create(
        report=report,
        judgment=judgment,
        defaults={
            "kind": line.kind,
            "effective_on": line.effective_on,
            "from_earlier_window": line.effective_on < window(report.period)[0],
            "differs": differs,
        },
    )
    judgment.division = judgment.division or report.division
    judgment.effective_on = line.effective_on
    judgment.effective_confirmed_by = actor.name
    judgment.due_seven_days = seven_working_days_after(line.effective_on)
    judgment.save()
    detail = {"period": report.period, "effective_on": line.effective_on.isoformat(), "differs": differs}
    record(judgment, VERB, actor, judgment.state, judgment.state, detail)
