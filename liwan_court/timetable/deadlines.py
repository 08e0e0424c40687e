"""Every deadline of the plan, declared once: when it falls, what it runs (R65, D1–D7, D22).

Pure, no Django: a calendar goes in, dates and reasons come out. Commands, tasks and the staff page read
from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from liwan_court.timetable import clock
from liwan_court.timetable.periods import Cadence, Period, UnknownPeriod, period, periods_around
from liwan_court.timetable.rolling import Landing, Roll, day_text, days_from, land
from liwan_court.timetable.workdays import Calendar

Window: TypeAlias = tuple[date, date]

FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2999
COLLECTION_DAY: Final = 20
PUBLICATION_DAY: Final = 25
FEWEST_REVIEW_DAYS: Final = 2


class UnknownDeadline(ValueError):  # noqa: N818 (reads as what it is)
    """No deadline goes by this name. The message is Chinese and lists those that exist."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The declaration of a deadline.

    `nominal` gives the day the plan names for a period; `at` is the local time it is due, None the end of
    the day; `note` ends the sentence that explains a rest day; `runs` is the dotted name of what the
    portal does by itself when it is due.
    """

    name: str
    label: str
    cadence: Cadence
    nominal: Callable[[Period], date]
    roll: Roll
    rules: tuple[str, ...]
    at: time | None = None
    note: str = ""
    runs: str | None = None
    window: Callable[[Period, Landing, Calendar], Window] | None = None
    warning: Callable[[Period, Calendar], str | None] | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A deadline in one period.

    `date` is the local day after the rest-day rule; `due` the instant it ends (the end of day D is D+1 at
    00:00), None only for a week merged into a later one. `provisional`: a day that decided it lies in a
    year not announced. `reason` is Chinese, None when there is nothing to explain. `window`, first and
    last day: what took effect then (collection, publication), work done then (the logs), or the days in
    which it may be done (nomination, midyear_review); otherwise None. `merged_periods`: all the weeks
    settled by this run.
    """

    name: str
    period: str
    nominal_date: date
    date: date
    due: datetime | None
    provisional: bool
    reason: str | None
    window: Window | None
    merged_periods: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return deadline(self.name).label


def _collection_window(month: Period, _landing: Landing, _calendar: Calendar) -> Window:
    """D1: what took effect from the 21st of the previous month to the 20th; rest days change nothing."""
    return _day_of_previous_month(month, COLLECTION_DAY + 1), month.first.replace(day=COLLECTION_DAY)


def _filing_window(month: Period, landing: Landing, _calendar: Calendar) -> Window:
    """D22: lists may be filed from the 20th of the previous month."""
    return _day_of_previous_month(month, COLLECTION_DAY), landing.date


def _assessment_window(half: Period, landing: Landing, calendar: Calendar) -> Window:
    """D7: 6月初 is the first working day of June to the 10th."""
    return calendar.next_workday(half.first.replace(month=6)), landing.date


def _log_window(week: Period, landing: Landing, _calendar: Calendar) -> Window:
    """Saturday to Friday: work on a make-up weekend belongs to the next batch (D6)."""
    merged = max(len(landing.merged_periods) - 1, 0)
    return week.first - timedelta(days=2 + 7 * merged), week.first + timedelta(days=4)


def _day_of_previous_month(month: Period, day: int) -> date:
    return (month.first - timedelta(days=1)).replace(day=day)


def _few_review_days(month: Period, calendar: Calendar) -> str | None:
    """D3: warn when fewer than two working days lie between the end of collection and the 25th."""
    closing = occurrence("collection", month.name, calendar).date
    published = month.first.replace(day=PUBLICATION_DAY)
    left = calendar.workdays_between(closing, published)
    if left >= FEWEST_REVIEW_DAYS:
        return None
    return (
        f"本月归集至{day_text(closing, published)}截止，与{day_text(published, published)}公布之间"
        f"只有{left}个工作日（少于{FEWEST_REVIEW_DAYS}个），请提前审核。"
    )


def _friday(week: Period) -> date:
    return week.first + timedelta(days=4)


def _on(day: int, month: int | None = None) -> Callable[[Period], date]:
    """The day of the period's first month, or of `month`."""
    return lambda of: of.first.replace(month=month or of.first.month, day=day)


DEADLINES: Final = (
    Deadline(
        name="nomination",
        label="各庭报送直播、微博案件列表",
        cadence=Cadence.MONTH,
        nominal=_on(1),
        roll=Roll.FORWARD,
        rules=("R46", "D4", "D22"),
        window=_filing_window,
    ),
    Deadline(
        name="collection",
        label="生效案号报送与文书归集",
        cadence=Cadence.MONTH,
        nominal=_on(COLLECTION_DAY),
        roll=Roll.FORWARD,
        rules=("R26", "R27", "D1", "D2"),
        note="归集范围不变",
        runs="judgments.runs.close_collection",
        window=_collection_window,
    ),
    Deadline(
        name="publication",
        label="裁判文书上网公布",
        cadence=Cadence.MONTH,
        nominal=_on(PUBLICATION_DAY),
        roll=Roll.STAY,
        rules=("R29", "D1", "D3"),
        at=time(9),
        note="照常自动公布",
        runs="judgments.runs.publish_batch",
        window=_collection_window,
        warning=_few_review_days,
    ),
    Deadline(
        name="log_cutoff",
        label="执行日志补录截止",
        cadence=Cadence.WEEK,
        nominal=_friday,
        roll=Roll.WITHIN_WEEK,
        rules=("R60", "D6", "D7"),
        at=time(12),
        runs="enforcement_logs.runs.close_week",
        window=_log_window,
    ),
    Deadline(
        name="log_publication",
        label="执行日志上网",
        cadence=Cadence.WEEK,
        nominal=_friday,
        roll=Roll.WITHIN_WEEK,
        rules=("R61", "D6", "D7"),
        at=time(15),
        runs="enforcement_logs.runs.publish_week",
        window=_log_window,
    ),
    Deadline(
        name="quarterly_briefing",
        label="季度司法公开情况通报",
        cadence=Cadence.QUARTER,
        nominal=lambda quarter: quarter.after.replace(day=15),
        roll=Roll.FORWARD,
        rules=("R3", "D7"),
    ),
    Deadline(
        name="midyear_review",
        label="上半年检查评估",
        cadence=Cadence.FIRST_HALF,
        nominal=_on(10, month=6),
        roll=Roll.STAY,
        rules=("R15", "D7"),
        runs="oversight.runs.inspect_period",
        note="期限不变",
        window=_assessment_window,
    ),
    Deadline(
        name="quarterly_inspection",
        label="季度检查",
        cadence=Cadence.QUARTER,
        nominal=lambda quarter: quarter.after,
        roll=Roll.FORWARD,
        rules=("R11", "D7"),
        runs="oversight.runs.inspect_period",
    ),
    Deadline(
        name="year_end_acceptance",
        label="年终验收",
        cadence=Cadence.YEAR,
        nominal=lambda year: year.last,
        roll=Roll.BACK,
        rules=("R12", "R16", "D7"),
        runs="oversight.runs.inspect_period",
    ),
    Deadline(
        name="project_breakdown",
        label="分解项目",
        cadence=Cadence.YEAR,
        nominal=_on(25, month=3),
        roll=Roll.STAY,
        rules=("R13", "D7"),
        note="期限不变",
    ),
    Deadline(
        name="implementation",
        label="组织实施",
        cadence=Cadence.YEAR,
        nominal=_on(30, month=4),
        roll=Roll.STAY,
        rules=("R14", "D7"),
        note="期限不变",
    ),
)
_BY_NAME: Final = {declared.name: declared for declared in DEADLINES}


def deadline(name: str) -> Deadline:
    """The declaration of a deadline. Raises `UnknownDeadline`."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownDeadline(f"没有名为“{name}”的期限，可用的是：{'、'.join(_BY_NAME)}。") from None


def occurrence(name: str, period_name: str, calendar: Calendar) -> Occurrence:
    """A deadline in the period called `period_name`. Raises `UnknownDeadline`, `UnknownPeriod`."""
    declared = deadline(name)
    return _occur(declared, period(declared.cadence, period_name), calendar)


def occurrences(year: int, calendar: Calendar) -> list[Occurrence]:
    """Every deadline whose nominal day lies in the year, by that day, then in the order of declaration.

    A year that is not announced gives provisional rows, never an error; `UnknownPeriod` only outside 1950
    to 2999.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnknownPeriod(f"年份{year}不可信，应在{FIRST_YEAR}至{LAST_YEAR}之间。")
    rows = [row for declared in DEADLINES for row in _in_year(declared, year, calendar)]
    return sorted(rows, key=lambda row: row.nominal_date)


def current_or_next(name: str, at: datetime, calendar: Calendar) -> Occurrence:
    """The occurrence that falls due next after the instant `at`; at the instant itself it is over."""
    declared = deadline(name)
    local = _local(at)
    years = range(local.year - 1, local.year + 3)
    due = [(row.due, row) for year in years for row in _in_year(declared, year, calendar) if row.due]
    return min(((when, row) for when, row in due if when > at), key=lambda item: item[0])[1]


def due_between(start: datetime, end: datetime, calendar: Calendar) -> list[Occurrence]:
    """What fell due after `start`, up to and including `end`, in the order of falling due."""
    years = range(_local(start).year - 1, _local(end).year + 2)
    due = [
        (row.due, row)
        for declared in DEADLINES
        for year in years
        for row in _in_year(declared, year, calendar)
        if row.due
    ]
    return [row for when, row in sorted(due, key=lambda item: item[0]) if start < when <= end]


def publication_warning(period_name: str, calendar: Calendar) -> str | None:
    """The sentence that warns of too little time for review in a month such as 2026-02, or None (D3)."""
    return _few_review_days(period(Cadence.MONTH, period_name), calendar)


def _in_year(declared: Deadline, year: int, calendar: Calendar) -> Iterator[Occurrence]:
    for candidate in periods_around(declared.cadence, year):
        if declared.nominal(candidate).year == year:
            yield _occur(declared, candidate, calendar)


def _occur(declared: Deadline, of: Period, calendar: Calendar) -> Occurrence:
    nominal = declared.nominal(of)
    landing = land(nominal, declared.roll, calendar, declared.note)
    reasons = list(landing.reasons)
    consulted = {nominal, landing.date, *landing.consulted}
    if declared.warning:
        reasons.extend(filter(None, [declared.warning(of, calendar)]))
        consulted.update(days_from(of.first.replace(day=COLLECTION_DAY), nominal))
    window = None
    if declared.window and landing.merged_into is None:
        window = declared.window(of, landing, calendar)
    return Occurrence(
        name=declared.name,
        period=of.name,
        nominal_date=nominal,
        date=landing.date,
        due=None if landing.merged_into else _due(landing.date, declared.at),
        provisional=not all(calendar.is_announced(day) for day in consulted),
        reason="".join(reasons) or None,
        window=window,
        merged_periods=landing.merged_periods,
    )


def _due(day: date, at: time | None) -> datetime:
    return clock.moment(day + timedelta(days=1)) if at is None else clock.moment(day, at)


def _local(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("a deadline is compared with an aware moment only")
    return instant.astimezone(clock.ZONE)
