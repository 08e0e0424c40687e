"""The quotas of all judges of the rotating divisions, read once, and the outlook of each division (R48, D9)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from livestream.actions.rotation import year_plan
from livestream.divisions import rotating_divisions
from livestream.figures.quotas import LIVESTREAM, MICROBLOG, NEEDED, Held, Outlook, Quota, outlook, quota
from livestream.models import Session
from liwan_court.registry.models import Officer, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

USUAL_PANEL: Final = 3
JUDGING: Final = (Post.JUDGE, Post.DIVISION_HEAD)


@dataclass(slots=True)
class JudgeYear:
    """One judge's year."""

    officer: Officer
    division: str
    quotas: dict[str, Quota]

    @property
    def met(self) -> bool:
        """Whether nothing is owed any more."""
        return not any(each.left for each in self.quotas.values())

    @property
    def behind(self) -> bool:
        """Whether the pace is too slow in any kind."""
        return any(each.behind for each in self.quotas.values())


@dataclass(slots=True)
class DivisionYear:
    """A division's judges and what can still be reached."""

    name: str
    judges: list[JudgeYear] = field(default_factory=list)
    outlook: Outlook | None = None

    @property
    def warning(self) -> str:
        """The feasibility warning of D9; empty where the quota can still be met."""
        short = self.outlook.short if self.outlook else {}
        words = {LIVESTREAM: "直播", MICROBLOG: "微博"}
        parts = [f"{words[kind]}还差{gap}人次" for kind, gap in short.items()]
        return f"按剩余场次和每场{USUAL_PANEL}名法官计，{'、'.join(parts)}，今年无法全部达标" if parts else ""


def year_of(year: int) -> list[DivisionYear]:
    """Every rotating division in its order, a constant number of queries."""
    today = clock.today()
    done = _done(year)
    terms: dict[tuple[int, int], list[Held]] = defaultdict(list)
    officers: dict[int, Officer] = {}
    names: dict[int, str] = {}
    rows = PostHolding.objects.filter(post__in=JUDGING, division__name__in=rotating_divisions())
    rows = rows.exclude(until__lt=date(year, 1, 1)).filter(since__lte=date(year, 12, 31))
    for row in rows.select_related("officer", "division").order_by("since"):
        if row.division_id is None or row.division is None:
            continue
        terms[row.officer_id, row.division_id].append(Held(row.since, row.until))
        officers[row.officer_id], names[row.division_id] = row.officer, row.division.name
    divisions = {name: DivisionYear(name) for name in rotating_divisions()}
    for officer_id, division_id in _last_division(terms).items():
        every = [term for (who, _), held in terms.items() if who == officer_id for term in held]
        quotas = {kind: quota(kind, year, every, done[kind][officer_id], today) for kind in NEEDED}
        name = names[division_id]
        divisions[name].judges.append(JudgeYear(officers[officer_id], name, quotas))
    left = _slots_left(year, today)
    for name, division in divisions.items():
        quotas_of_all = [each for judge in division.judges for each in judge.quotas.values()]
        division.outlook = outlook(quotas_of_all, left[name, True], left[name, False], USUAL_PANEL)
    return list(divisions.values())


def _last_division(terms: dict[tuple[int, int], list[Held]]) -> dict[int, int]:
    """Where each judge is now, or was last."""
    found: dict[int, tuple[date, int]] = {}
    for (officer, division), held in terms.items():
        since = max(term.since for term in held)
        if officer not in found or found[officer][0] < since:
            found[officer] = (since, division)
    return {officer: division for officer, (_, division) in found.items()}


def _done(year: int) -> dict[str, Counter[int]]:
    """How often each officer took part, as handling judge or on the panel; a Thursday counts for both kinds."""
    done: dict[str, Counter[int]] = {LIVESTREAM: Counter(), MICROBLOG: Counter()}
    rows: Iterable[Session] = Session.objects.filter(
        state=Session.State.ENDED,
        begins_at__gte=clock.moment(date(year, 1, 1)),
        begins_at__lt=clock.moment(date(year + 1, 1, 1)),
    ).prefetch_related("panel")
    for row in rows:
        people = {row.judge_id, *(officer.pk for officer in row.panel.all())}
        for kind, on in ((LIVESTREAM, row.livestream), (MICROBLOG, row.microblog)):
            if on:
                done[kind].update(people)
    return done


def _slots_left(year: int, today: date) -> Counter[tuple[str, bool]]:
    rows = year_plan(year)
    return Counter(
        (slot.division, slot.livestream) for slot in rows if slot.date > today and slot.cancelled is None
    )
