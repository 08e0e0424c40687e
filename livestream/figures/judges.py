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
from liwan_court.registry.models import Absence, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from livestream.rotation import Slot
    from liwan_court.registry.models import Division, Officer

USUAL_PANEL: Final = 3
JUDGING: Final = (Post.JUDGE, Post.DIVISION_HEAD)
WORDS: Final = {LIVESTREAM: "直播", MICROBLOG: "微博"}


@dataclass(slots=True)
class JudgeYear:
    """One judge's year; `sessions` are the rows behind what is done, the first one first."""

    officer: Officer
    division_id: int
    quotas: dict[str, Quota]
    sessions: list[Session] = field(default_factory=list)
    gone: bool = False
    """He is no judge of a rotating division any more: what he still owes cannot be caught up."""

    @property
    def left(self) -> int:
        """How many times are owed still, both kinds together."""
        return sum(each.left for each in self.quotas.values())

    @property
    def met(self) -> bool:
        """Whether nothing is owed any more."""
        return not self.left

    @property
    def behind(self) -> bool:
        """Whether the pace is too slow in any kind."""
        return any(each.behind for each in self.quotas.values())


@dataclass(slots=True)
class DivisionYear:
    """A division's judges and what can still be reached; `outlook` None: there is no rotation in that year."""

    name: str
    over: bool = False
    """The year lies behind."""
    judges: list[JudgeYear] = field(default_factory=list)
    outlook: Outlook | None = None

    @property
    def short(self) -> dict[str, int]:
        """By kind how many times nobody can make up any more."""
        return self.outlook.short if self.outlook else {}

    @property
    def warning(self) -> str:
        """The feasibility warning of D9; empty where the quota was or can still be met."""
        parts = "、".join(f"{WORDS[kind]}还差{gap}人次" for kind, gap in self.short.items())
        if not parts:
            return ""
        if self.over:
            return f"全年{parts}，没有全部达标"
        return f"按剩余场次和每场{USUAL_PANEL}名法官计，{parts}，今年无法全部达标"


def year_of(year: int) -> list[DivisionYear]:
    """Every rotating division in its order, a constant number of queries."""
    today, slots = clock.today(), year_plan(year)
    divisions = {name: DivisionYear(name, over=today.year > year) for name in rotating_divisions()}
    taken, places, away = _taken_part(year), _held(year), _away(year)
    for held in places.values():
        where = max(held, key=lambda term: term[0].since)[1]
        every = [term for term, _, _ in held]
        officer = held[0][2]
        sessions = taken[officer.pk]
        quotas = _quotas(year, every, sessions, today, away[officer.pk])
        divisions[where.name].judges.append(
            JudgeYear(
                officer, where.pk, quotas, sessions,
                gone=today.year == year and not any(term.until is None or term.until >= today for term in every),
            )
        )  # fmt: skip
    left = _left(slots, today, taken)
    for name, division in divisions.items():
        owing = [each for judge in division.judges if not judge.gone for each in judge.quotas.values()]
        if slots:
            division.outlook = outlook(owing, left[name, True], left[name, False], USUAL_PANEL)
    return list(divisions.values())


def own_year(officer_id: int, year: int) -> JudgeYear | None:
    """One judge's year without all the others; None for who is no judge of a rotating division in it."""
    held = _held(year, officer_id).get(officer_id)
    if not held:
        return None
    sessions = _taken_part(year)[officer_id]
    away = _away(year, officer_id)[officer_id]
    quotas = _quotas(year, [term for term, _, _ in held], sessions, clock.today(), away)
    return JudgeYear(held[0][2], held[-1][1].pk, quotas, sessions)


def standing(year: int, first: date, last: date) -> list[JudgeYear]:
    """Every judge of a rotating division as he stood on `last`, by the part of the year from `first` on; four queries.

    What he owes is pro rata to the days from `first` on that he is a judge; what he did is counted from `first` to `last`.
    """
    taken, away = _taken_part(year), _away(year)
    found = []
    for officer_id, held in _held(year).items():
        terms = [row for row in held if row[0].until is None or row[0].until >= first]
        begun = [row for row in terms if row[0].since <= last]
        if not begun:
            continue
        clipped = [Held(max(term.since, first), term.until) for term, _, _ in terms]
        sessions = [row for row in taken[officer_id] if first <= clock.local(row.begins_at).date() <= last]
        quotas = _quotas(year, clipped, sessions, last, away[officer_id])
        found.append(JudgeYear(begun[0][2], begun[-1][1].pk, quotas, sessions))
    return found


def _quotas(
    year: int, held: list[Held], sessions: list[Session], today: date, away: list[Held]
) -> dict[str, Quota]:
    done = {
        LIVESTREAM: sum(row.livestream for row in sessions),
        MICROBLOG: sum(row.microblog for row in sessions),
    }
    return {kind: quota(kind, year, held, done[kind], today, away) for kind in NEEDED}


def _held(year: int, officer_id: int | None = None) -> dict[int, list[tuple[Held, Division, Officer]]]:
    """By officer the posts of judge in rotating divisions that reach into a year, the earliest first."""
    rows = PostHolding.objects.filter(
        post__in=JUDGING, division__name__in=rotating_divisions(), since__lte=date(year, 12, 31)
    )
    rows = rows.filter(officer_id=officer_id) if officer_id is not None else rows
    found: dict[int, list[tuple[Held, Division, Officer]]] = defaultdict(list)
    for row in (
        rows.exclude(until__lt=date(year, 1, 1)).select_related("officer", "division").order_by("since")
    ):
        if row.division is not None:
            found[row.officer_id].append((Held(row.since, row.until), row.division, row.officer))
    return found


def _away(year: int, officer_id: int | None = None) -> dict[int, list[Held]]:
    """By officer the leave that reaches into a year."""
    rows = Absence.objects.filter(since__lte=date(year, 12, 31), until__gte=date(year, 1, 1))
    rows = rows.filter(officer_id=officer_id) if officer_id is not None else rows
    found: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        found[row.officer_id].append(Held(row.since, row.until))
    return found


def _taken_part(year: int) -> dict[int, list[Session]]:
    """The sessions in which each officer took part, as handling judge or on the panel; a Thursday counts for both kinds."""
    rows: Iterable[Session] = Session.objects.filter(
        state=Session.State.ENDED,
        begins_at__gte=clock.moment(date(year, 1, 1)),
        begins_at__lt=clock.moment(date(year + 1, 1, 1)),
    ).prefetch_related("panel")
    found: dict[int, list[Session]] = defaultdict(list)
    for row in rows:
        for officer_id in {row.judge_id, *(officer.pk for officer in row.panel.all())}:
            found[officer_id].append(row)
    return found


def _left(slots: list[Slot], today: date, taken: dict[int, list[Session]]) -> Counter[tuple[str, bool]]:
    """How many sessions are still to come, by division and whether they are livestreams; today's until it has ended."""
    over = {clock.local(row.begins_at).date() for rows in taken.values() for row in rows}
    return Counter(
        (slot.division, slot.livestream)
        for slot in slots
        if slot.date >= today and slot.date not in over and slot.cancelled is None
    )
