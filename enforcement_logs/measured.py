"""The figures of the execution logs for oversight, each with the rows behind it (R59–R63).

`what` and `detail` name weeks and case numbers; never a party, never a word of an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Final

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import TruncDate
from django.urls import reverse

from enforcement_logs import gaps
from enforcement_logs.models import LogEntry, WeekClosing
from enforcement_logs.weekly import CUTOFF, weeks
from liwan_court.measuring import Measure, Row, Tally
from liwan_court.registry.models import Case, CaseKey, Division
from liwan_court.tallying import ONE_DAY, Counting, counted_by, fetched, listed, looked_at, tallied
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from liwan_court.measuring import Span, Tallies
    from liwan_court.tallying import Days

SOURCE: Final = "执行日志"
IN_SERVICE: Final = "本系统启用日以前的不计"
SILENT: Final = timedelta(days=gaps.SILENT_DAYS)
KEY_WITHIN: Final = timedelta(days=30)
"""By so many days after filing a key must have been given out."""
BUREAU: Final = Division.Kind.ENFORCEMENT


@dataclass(frozen=True, slots=True)
class Noon:
    """A closed week: its days, its noon, the cases in hand then, and those of them without an entry."""

    period: str
    first: date
    last: date
    noon: datetime
    open_cases: int
    missing: tuple[int, ...]

    @property
    def written(self) -> int:
        """Cases with an entry by noon."""
        return self.open_cases - len(self.missing)


def _bureau() -> int | None:
    """The division the weeks belong to."""
    return Division.objects.filter(kind=BUREAU).order_by("order", "pk").values_list("pk", flat=True).first()


def noons(of: Span) -> list[Noon]:
    """The weeks of a span that were closed."""
    days = looked_at(of)
    if days is None:
        return []
    kept, found = {row.period: row for row in WeekClosing.objects.all()}, []
    for row in deadlines.due_between(days.begin, days.end, calendar.load()):
        closing = kept.get(row.period) if row.name == CUTOFF else None
        if closing is not None and row.window is not None and row.due is not None:
            missing = tuple(closing.without_entry)
            found.append(Noon(row.period, *row.window, row.due, closing.open_cases, missing))
    return found


def _noon_tallies(of: Span) -> Tallies:
    closed = noons(of)
    below = sum(week.open_cases for week in closed)
    above = below - sum(len(week.missing) for week in closed)
    return {_bureau(): Tally(above, below)} if below else {}


def _noon_rows(of: Span, division_id: int | None, counted: bool | None) -> Iterator[Row]:
    """Each case of each week. The missing ones were kept by their ids; the others are those with an entry by noon.

    Where the register or the log was changed afterwards, what cannot be told any more stands without a number.
    """
    closed, bureau = noons(of), _bureau()
    if not closed or (division_id is not None and division_id != bureau):
        return
    first, last = min(week.first for week in closed), max(week.last for week in closed)
    cases = _cases(first)
    written = _written(first, last) if counted is not False else []
    for week in closed:
        words = f"{week.period}（{clock.local(week.noon):%Y-%m-%d %H:%M}截止）"
        if counted is not False:
            known = (cases.get(pk) for pk in sorted(_with_entry(week, written, cases)))
            for case in islice(chain(known, repeat(None)), week.open_cases - len(week.missing)):
                yield _week_row(bureau, case, f"{words}：有日志", True)
        if counted is not True:
            for pk in week.missing:
                yield _week_row(bureau, cases.get(pk), f"{words}：没有日志", False)


def _cases(first: date) -> dict[int, Case]:
    """Cases of the bureau that may have been in hand since a day."""
    open_then = Q(closed_on=None) | Q(closed_on__gte=first - SILENT)
    return {case.pk: case for case in Case.objects.filter(open_then, division__kind=BUREAU)}


def _written(first: date, last: date) -> list[tuple[int, datetime, datetime]]:
    """Case, time of the work and time of writing of each entry on work between two days."""
    rows = LogEntry.objects.filter(
        void_at=None, happened_at__gte=clock.moment(first), happened_at__lt=clock.moment(last + ONE_DAY)
    )
    return list(rows.values_list("case_id", "happened_at", "written_at"))


def _with_entry(
    week: Noon, written: Iterable[tuple[int, datetime, datetime]], cases: dict[int, Case]
) -> set[int]:
    begin, end = clock.moment(week.first), clock.moment(week.last + ONE_DAY)
    found = {pk for pk, happened, noted in written if begin <= happened < end and noted <= week.noon}
    return {pk for pk in found if pk in cases and _in_hand(cases[pk], week.last)}


def _in_hand(case: Case, day: date) -> bool:
    begun = case.accepted_on is None or case.accepted_on <= day
    return begun and (case.closed_on is None or case.closed_on > day)


def _week_row(bureau: int | None, case: Case | None, detail: str, counted: bool) -> Row:
    if case is None:
        return Row(
            bureau,
            "案号不详（名册、日志其后有变动）",
            detail,
            counted,
            reverse("admin:staff_enforcement_gaps"),
        )
    return Row(bureau, case.number, detail, counted, _address(case.pk))


def _address(case_id: int) -> str:
    return reverse("admin:staff_register_case", args=[case_id])


def _fridays(of: Span) -> Iterator[Row]:
    """Weeks whose publication fell due (R61)."""
    days = looked_at(of)
    if days is None:
        return
    url = reverse("admin:staff_enforcement_batches")
    for week in weeks(days.first, days.last):
        if week.is_settled:
            out = f"{clock.local(week.published_at):%Y-%m-%d %H:%M}公布" if week.published_at else "没有公布"
            detail = f"应于{clock.local(week.due):%Y-%m-%d %H:%M}公布，{out}"
            yield Row(None, week.period, detail, week.on_time, url)


def _active(days: Days) -> Counting | None:
    """Cases in hand for thirty days and more on the last day; nothing is due before the portal has run as long."""
    on, since = days.last, days.last - SILENT
    if since < days.since:
        return None
    rows = gaps.open_cases(on).filter(Q(accepted_on=None) | Q(accepted_on__lt=since)).order_by("pk")
    written = LogEntry.objects.filter(
        case=OuterRef("pk"), void_at=None, happened_at__gte=clock.moment(since), happened_at__lt=days.end
    )
    return Counting(rows, Q(Exists(written)), "division_id")


def _active_row(case: Case, counted: bool) -> Row:
    detail = f"{gaps.SILENT_DAYS}日内{'有' if counted else '没有'}日志"
    return Row(case.division_id, case.number, detail, counted, _address(case.pk))


def _keys(days: Days) -> Counting:
    """Cases accepted in these days whose thirty days are over."""
    rows = Case.objects.filter(
        division__kind=BUREAU, accepted_on__gte=days.first, accepted_on__lte=days.last,
        accepted_on__lt=clock.today() - KEY_WITHIN,
    )  # fmt: skip
    by = ExpressionWrapper(OuterRef("accepted_on") + KEY_WITHIN, output_field=DateField())
    keys = CaseKey.objects.filter(case=OuterRef("pk")).alias(on=TruncDate("issued_at", tzinfo=clock.ZONE))
    return Counting(rows.order_by("accepted_on", "pk"), Q(Exists(keys.filter(on__lte=by))), "division_id")


def _key_row(case: Case, counted: bool) -> Row:
    given = "已发放查阅密码" if counted else f"{KEY_WITHIN.days}日内未发放查阅密码"
    return Row(case.division_id, case.number, f"{case.accepted_on}立案，{given}", counted, _address(case.pk))


def _entries(days: Days) -> Counting:
    rows = LogEntry.objects.filter(void_at=None, happened_at__gte=days.begin, happened_at__lt=days.end)
    return Counting(
        rows.select_related("case").order_by("happened_at", "pk"), Q(late=True), "case__division_id"
    )


def _entry_row(entry: LogEntry, counted: bool) -> Row:
    happened, written = clock.local(entry.happened_at), clock.local(entry.written_at)
    late = "，逾期补录" if counted else ""
    return Row(
        entry.case.division_id, entry.case.number,
        f"{happened:%Y-%m-%d %H:%M}的工作，{written:%Y-%m-%d %H:%M}记录{late}", counted,
        reverse("admin:staff_enforcement_entry", args=[entry.pk]),
    )  # fmt: skip


MEASURES: Final = (
    Measure(
        "logs_by_noon", "周五中午前补录完成率", SOURCE,
        "其中截止前已记录当周日志的件次",
        "截止时间在期内且已过、系统已作周截止的各周，截止时在办执行案件的件次，逐周相加；"
        f"整周放假并入下周的不另计；{IN_SERVICE}",
        _noon_tallies, _noon_rows,
    ),
    Measure(
        "fridays_on_time", "周五按时上网率", SOURCE,
        "其中不迟于应公布时间三十分钟公布的周次",
        f"公布时间在期内且已到的周次，整周放假并入下周的不另计；{IN_SERVICE}",
        tallied(_fridays), listed(_fridays), by_division=False,
    ),
    Measure(
        "active_cases_logged", f"在办案件{gaps.SILENT_DAYS}日内有日志比例", SOURCE,
        f"其中最近{gaps.SILENT_DAYS}日内的工作有日志的，作废的日志不算",
        f"期末（期内为今天）在办、立案已超过{gaps.SILENT_DAYS}日的执行案件；"
        f"本系统启用未满{gaps.SILENT_DAYS}日的不计",
        counted_by(_active), fetched(_active, _active_row),
    ),
    Measure(
        "keys_given", "查阅密码发放率", SOURCE,
        f"其中立案后{KEY_WITHIN.days}日内已向至少一名当事人发放查阅密码的，发放后作废、更换的也算",
        f"期内立案且立案已超过{KEY_WITHIN.days}日的执行案件；{IN_SERVICE}",
        counted_by(_keys), fetched(_keys, _key_row),
    ),
    Measure(
        "late_entries_share", "逾期补录比例", SOURCE,
        "其中在应补录的中午之后才记录的（逾期补录）",
        f"工作时间在期内的执行日志，作废的不计；{IN_SERVICE}",
        counted_by(_entries), fetched(_entries, _entry_row), low_is_good=True,
    ),
)  # fmt: skip
