"""Taking an inspection: everything is counted at one moment and frozen (R11, R12, R15)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from liwan_court.measuring import span
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.models import FirstResponsible
from liwan_court.timetable import calendar, clock, deadlines
from oversight.actions.base import LEADING, ActionRefused, Check, once, record
from oversight.actions.rectification import open_for
from oversight.inspecting import View, held_against, look, names
from oversight.models import Catalogue, Conclusion, Evidence, Inspection, Score
from oversight.sealing import seal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from liwan_court.measuring import Row, Span
    from liwan_court.registry.posts import Actor
    from oversight.inspecting import Defined

Kept = TypeVar("Kept", Score, Conclusion, Evidence)
BATCH: Final = 2000
LONGEST: Final = 200
KINDS: Final = {"Q": Inspection.Kind.QUARTER, "H": Inspection.Kind.MIDYEAR, "": Inspection.Kind.YEAR_END}


def kind_of(of: Span) -> str:
    """A quarter is inspected, a first half reviewed, a year accepted."""
    return KINDS[of.name[4:5]]


def catalogue_of(year: int) -> Catalogue | None:
    """The catalogue in force for a year; None where there is none."""
    return Catalogue.objects.filter(year=year, state=Catalogue.State.IN_FORCE).first()


def earliest(of: Span) -> date:
    """The first day on which a span may be frozen; earlier, half of a picture would stand as the whole (D7).

    A quarter once it is over, a first half from 6月初 on, a year on its last working day.
    """
    if kind_of(of) == Inspection.Kind.QUARTER:
        return of.last + timedelta(days=1)
    name = "midyear_review" if kind_of(of) == Inspection.Kind.MIDYEAR else "year_end_acceptance"
    found = deadlines.occurrence(name, of.name, calendar.load())
    return found.window[0] if found.window else found.date


class TakeInspection:
    """检查并冻结. The first of a period needs no reason; a further one stands beside it and says why it was made."""

    verb = "检查"

    def __init__(self, actor: Actor, of: Span, reason: str = "") -> None:
        self.actor, self.span, self.reason = actor, of, reason.strip()
        self.kind = kind_of(of)
        self.catalogue = catalogue_of(of.year)
        self.result: Inspection | None = None
        self.view: View | None = None

    def all_checks(self) -> list[Check]:
        """The post, the period, the catalogue, the reason."""
        may = self.actor.is_system or self.actor.holds(*LEADING)
        first = earliest(self.span)
        again = self._earlier().exists()
        return [
            Check("post", may, "操作权限", "只有司法公开工作领导小组可以检查"),
            Check(
                "over", first <= clock.today(), "期间已经届满",
                f"{self.span.label}要到{first:%Y年%m月%d日}才能检查并冻结；现在的情况请看总览，不必冻结",
            ),
            Check(
                "catalogue", self.catalogue is not None, "有施行的指标目录",
                f"{self.span.year}年没有施行的指标目录：请先在“指标目录”中施行一版",
            ),
            Check("plain", is_plain(self.reason), "没有控制字符", SAID),
            Check("short", len(self.reason) <= LONGEST, "原因", f"再次检查的原因不超过{LONGEST}字"),
            Check(
                "reason", not again or bool(self.reason), "再次检查写明原因",
                f"{self.span.label}已经检查过；再次检查请写明原因，原来的结果保留",
            ),
        ]  # fmt: skip

    def run(self) -> Inspection:
        """Count, freeze, record; open a rectification for what is not met (R9). Raises ActionRefused, UnknownMeasure."""
        failed = [check for check in self.all_checks() if not check.passed]
        if failed or self.catalogue is None:
            raise ActionRefused(failed)
        with once(f"{self.span.label}刚刚已由他人检查，请刷新后查看"):
            self.result = self._freeze(self.catalogue)
            open_for(self.result, self.actor)
        return self.result

    def _earlier(self) -> QuerySet[Inspection]:
        return Inspection.objects.filter(kind=self.kind, period=self.span.name)

    def _freeze(self, catalogue: Catalogue) -> Inspection:
        view = self.view = look(self.span, catalogue)
        evidence = list(_evidence(view))
        return put_on_record(
            view, evidence, catalogue, self.actor, serial=self._earlier().count() + 1, reason=self.reason
        )


def put_on_record(
    view: View, evidence: list[tuple[Defined, Row]], catalogue: Catalogue, actor: Actor, *, serial: int = 1,
    reason: str = "", from_history: bool = False,
) -> Inspection:  # fmt: skip
    """The record layer of an inspection: the snapshot, its rows, who took it. `from_history`: loaded in bulk, marked as such."""
    of, indicators = view.span, [row.to_json() for row in view.indicators]
    scores, conclusions = list(_scores(view)), list(_conclusions(view))
    rows = [_kept(row, found) for row, found in evidence]
    inspection = Inspection.objects.create(
        kind=kind_of(of), period=of.name, serial=serial, reason=reason, catalogue=catalogue, indicators=indicators,
        taken_at=clock.now(), taken_by_id=actor.user_id, taken_by_name=actor.name, injected_clock=clock.is_injected(),
        seal=seal(indicators, scores, conclusions, rows), from_history=from_history,
    )  # fmt: skip
    _keep(inspection, Score, scores)
    _keep(inspection, Conclusion, conclusions)
    _keep(inspection, Evidence, rows)
    record(inspection, TakeInspection.verb, actor, {"period": of.name, "seal": inspection.seal})
    return inspection


def _keep(inspection: Inspection, model: type[Kept], rows: list[Kept]) -> None:
    for row in rows:
        row.inspection = inspection
    model._default_manager.bulk_create(rows, batch_size=BATCH)  # noqa: SLF001  (the model's own manager)


def _kept(row: Defined, found: Row) -> Evidence:
    return Evidence(
        code=row.code, division_id=found.division_id, what=found.what[:120], detail=found.detail[:200], url=found.url[:120]
    )  # fmt: skip


def _evidence(view: View) -> Iterator[tuple[Defined, Row]]:
    for row in view.indicators:
        for found in held_against(view.span, row):
            yield row, found


def _scores(view: View) -> Iterator[Score]:
    for row in view.standings:
        yield Score(
            code=row.code, division_id=row.division_id,
            numerator=row.tally.numerator if row.tally else None, denominator=row.tally.denominator if row.tally else None,
            value=row.value, weight=row.judged.weight, points=row.judged.points, verdict=row.judged.verdict,
        )  # fmt: skip


def _conclusions(view: View) -> Iterator[Conclusion]:
    known = names()
    day = min(view.span.last, clock.today())
    heads = FirstResponsible.objects.on(day).values_list("division_id", "officer__name")
    responsible: dict[int | None, str] = dict(heads)
    for division, found in view.sums.items():
        yield Conclusion(
            division_id=division, division_name=known[division],
            responsible_name=responsible.get(division, ""), points=found.points, verdict=found.verdict,
            met=found.met, unmet=found.unmet, no_data=found.no_data,
        )  # fmt: skip


def span_of(inspection: Inspection) -> Span:
    """The span an inspection looked at."""
    return span(inspection.period)
