"""The whole demonstration, in one transaction: it is there completely or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from celery import current_app
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction

from judgments.actions.history import HistoryItem, publish_history
from judgments.demo import court as people
from judgments.demo import past
from judgments.demo.batches import BatchOfTheMonth
from judgments.demo.desk import Desk
from judgments.demo.docket import Docket
from judgments.demo.patterns import PATTERNS
from judgments.demo.plan import timeline
from judgments.models import Judgment
from liwan_court.registry.models import Officer
from liwan_court.timetable import calendar, clock
from liwan_court.timetable.models import Service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from judgments.demo.court import Court
    from judgments.demo.past import Past
    from judgments.demo.plan import Window

    Progress = Callable[[str, int], None]
    """Told what begins, and how many steps it has."""


class CannotSeed(Exception):  # noqa: N818  (a refusal, said to a person)
    """The database is not one to put a demonstration into; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the seeding: what it is called, and what it does."""

    label: str
    run: Callable[[], object]


def is_complete() -> bool:
    """Whether the demonstration is there already."""
    return get_user_model().objects.filter(username="admin").exists()


def seed(step: Callable[[str], AbstractContextManager[object]], history_months: int | None = None) -> None:
    """Fill an empty portal. `step` wraps each step, for a progress display. Raises CannotSeed.

    Everything is relative to the court's clock. Hints to the worker are acted upon at once instead of being sent.
    """
    if Officer.objects.exists() or Judgment.objects.exists():
        raise CannotSeed("数据库中已有人员或文书，不能载入演示数据：演示数据只能载入空的数据库")
    eager, current_app.conf.task_always_eager = current_app.conf.task_always_eager, True
    try:
        with transaction.atomic():
            for part in _steps(history_months):
                with step(part.label):
                    part.run()
    finally:
        current_app.conf.task_always_eager = eager


def _steps(history_months: int | None) -> Iterator[Step]:
    line = timeline(clock.now(), calendar.load())
    yield Step("载入本院基础表", lambda: call_command("load_court", verbosity=0, stdout=_Silence()))
    today = clock.today()
    courts: list[Court] = []
    yield Step("任命人员、设立账号", lambda: courts.append(people.found(today)))
    docket = Docket(courts[0], calendar.load())
    months = line.history if history_months is None else line.history[len(line.history) - history_months :]
    yield Step("写入较早的历史文书", lambda: publish_past(docket, months))
    for index, window in enumerate(line.published):
        month = BatchOfTheMonth(docket, window, index, line.now)
        yield Step(f"走完{window.period}批次", month.live)
    yield Step("摆好本期待办", Desk(docket, line.open, line.now).fill)
    yield Step("设定启用日期", lambda: _into_service(line.published[0].start))
    yield Step("设立管理员", people.administrator)


def publish_past(docket: Docket, windows: Sequence[Window]) -> int:
    """Put the older months on record. Returns how many documents."""
    divisions = docket.court.divisions
    return publish_history(_item(row, divisions[row.division]) for row in past.write(docket, windows))


def _item(row: Past, division: object) -> HistoryItem:
    pattern = PATTERNS[row.brief.pattern]
    return HistoryItem(
        number=row.brief.number, kind=pattern.kind, division=division, cause=pattern.cause,  # type: ignore[arg-type]
        decided_on=row.brief.decided_on, effective_on=row.effective_on, period=row.period, edition=row.edition,
    )  # fmt: skip


def _into_service(start: date) -> None:
    """In service since the day after the last publication of the past: nothing before it is caught up."""
    Service.objects.update(since=start + timedelta(days=5))


class _Silence:
    """Where the output of an inner command goes."""

    def write(self, _text: str) -> None:
        """Nowhere."""
