"""Rectifications of the demonstration: last year's taken over, some closed with a lesson, some under way, one overdue."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from liwan_court.registry.models import FirstResponsible
from liwan_court.timetable import clock
from oversight.inspecting import Defined
from oversight.models import Inspection, Rectification, Verdict

if TYPE_CHECKING:
    from datetime import date

    from liwan_court.registry.models import Officer
    from oversight.models import Score

CAUSES: Final = ("经办人对期限不清楚", "交接时没有移交清单", "书记员集中在月底整理", "设备故障没有备用方案")
MEASURES: Final = (
    "每周一由内勤核对清单，逾期当日报庭长",
    "把报送写入结案流程，缺一不结",
    "指定两名联络人互为备岗",
    "每月15日预检一次",
)
LESSONS: Final = (
    "期限写进流程比开会提醒有效",
    "清单由固定的人核对，差错最少",
    "提前五日预检可以避免集中补报",
)
PER_INSPECTION: Final = 6
MOST_LATE: Final = 60
"""Days after which even the slowest has done something."""


def load(inspections: list[Inspection]) -> None:
    """Open what each inspection found, close what had time, in the order in which they were taken."""
    for inspection in sorted(inspections, key=lambda row: row.taken_at):
        if inspection.kind == Inspection.Kind.MIDYEAR:
            continue
        unmet = [row for row in inspection.scores.all() if row.verdict == Verdict.UNMET and row.division_id]
        unmet.sort(key=lambda row: (row.points or 0) - row.weight)
        defined = {row["code"]: Defined.from_json(row) for row in inspection.indicators}
        for score in unmet[:PER_INSPECTION]:
            _open(inspection, score, defined[score.code])
    _go_on()


def _go_on() -> None:
    """What the last inspection opened by itself: a third has measures, a third waits for its check."""
    for place, row in enumerate(
        Rectification.objects.filter(state=Rectification.State.OPEN, cause="").order_by("pk")
    ):
        if place % 3 == 0:
            continue
        row.cause, row.measures = CAUSES[place % len(CAUSES)], MEASURES[place % len(MEASURES)]
        row.state = Rectification.State.UNDER_WAY
        if place % 3 == 2:
            row.state, row.evidence = Rectification.State.SUBMITTED, "附清单和抽查记录。"
            row.submitted_at, row.submitted_by_name = clock.now() - timedelta(days=2), "部门负责人"
        row.save()


def _open(inspection: Inspection, score: Score, of: Defined) -> None:
    opened = inspection.taken_at
    earlier = Rectification.objects.filter(code=score.code, division=score.division_id)
    if earlier.exclude(state=Rectification.State.CLOSED).exists():
        return
    rng = Random(f"{inspection.period}{score.code}{score.division_id}")
    due = opened.date() + timedelta(days=rng.randint(35, 75))
    previous = earlier.order_by("-opened_at").first()
    whole = inspection.kind == Inspection.Kind.YEAR_END
    row = Rectification(
        year=due.year, code=score.code, indicator_name=of.name, division_id=score.division_id, inspection=inspection,
        origin=Rectification.Origin.CARRIED_OVER if whole else Rectification.Origin.INSPECTION,
        problem=f"{of.name}{score.numerator}/{score.denominator}，没有达标。", due=due, opened_at=opened, previous=previous,
        owner=_head(score.division_id, opened.date()),
    )  # fmt: skip
    _carry_on(row, rng, due)
    row.save()


def _carry_on(row: Rectification, rng: Random, due: date) -> None:
    today = clock.today()
    if rng.random() < 0.9 or due + timedelta(days=MOST_LATE) < today:
        row.cause, row.measures = rng.choice(CAUSES), rng.choice(MEASURES)
        row.state = Rectification.State.UNDER_WAY
    done = due + timedelta(days=rng.choice((-12, -9, -6, -4, -3, -1, 4)))
    if row.cause and done < today:
        row.state, row.evidence = Rectification.State.SUBMITTED, "附台账和抽查记录，连续两个月没有再发生。"
        row.submitted_at, row.submitted_by_name = clock.moment(done), "部门负责人"
    if row.submitted_at and done + timedelta(days=3) < today:
        row.state = Rectification.State.CLOSED
        row.checked_at, row.checked_by_name = clock.moment(done + timedelta(days=3)), "领导小组秘书"
        row.check_note, row.lesson = "抽查属实，同意办结。", rng.choice(LESSONS)


def _head(division_id: int | None, on: date) -> Officer | None:
    found = FirstResponsible.objects.on(on).filter(division=division_id).select_related("officer").first()
    return found.officer if found else None
