"""What stands against a hearing on a day, at an hour, in a courtroom, with these people (R41, R47). Pure, no Django.

Found before anything is arranged and asserted when it is: the same conditions, the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from livestream.rotation import THURSDAY, TUESDAY, Slot

LIVESTREAM: Final = "livestream"
MICROBLOG: Final = "microblog"
GROUP_NAMES: Final = {LIVESTREAM: "直播工作小组", MICROBLOG: "微博工作小组"}


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing that goes on air, as far as conflicts go. Moments are in the court's zone; `people` is the whole panel."""

    key: int | None
    label: str
    begins: datetime
    ends: datetime
    courtroom: str
    people: Mapping[int, str]

    @property
    def day(self) -> date:
        """The day of the hearing."""
        return self.begins.date()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that stands against it: its code, and a sentence for the person who arranges."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody on duty for one of the groups on a day."""

    officer: int
    name: str
    kind: str
    day: date


def overlap(one: Hearing, other: Hearing) -> bool:
    """Whether the two share a moment; one that begins when the other ends does not."""
    return one.begins < other.ends and other.begins < one.ends


def slot_conflicts(day: date, division: str, kind: str, slot: Slot | None) -> Iterator[Conflict]:
    """Whether the day is a slot of the division, and of what the list was filed for (R44, R45, D5)."""
    if day.weekday() not in (TUESDAY, THURSDAY):
        yield Conflict(
            "weekday", f"{day}不是星期二或星期四，不能排期：星期二微博，星期四直播并微博。请改到该庭的场次日"
        )
        return
    if slot is None:
        yield Conflict("rotation", f"{day}尚未开始轮转：请先设定轮转起点")
        return
    if slot.cancelled:
        yield Conflict("no_session", f"{day}没有场次：{slot.cancelled}。请改到该庭的其他场次日")
    if slot.division != division:
        yield Conflict("turn", f"{day}轮到{slot.division}，不是{division}：请改到{division}的场次日")
    if slot.livestream != (kind == LIVESTREAM):
        listed, wanted = ("直播列表", "星期四") if kind == LIVESTREAM else ("微博列表", "星期二")
        yield Conflict("kind", f"案件报在{listed}，只能排在{wanted}：请另选日期，或请该庭改报另一列表")


def hearing_conflicts(
    hearing: Hearing, others: Iterable[Hearing], absent: Mapping[int, str]
) -> Iterator[Conflict]:
    """Hour, courtroom and people against the other hearings; who of its people is away that day (`absent`: id → until when)."""
    at_once = [other for other in others if other.key != hearing.key and overlap(hearing, other)]
    for other in at_once:
        when = f"{other.begins:%m-%d %H:%M}—{other.ends:%H:%M}"
        yield Conflict("same_hour", f"{when}已有另一场（{other.label}）：同一时间只能有一场，请改时间")
        if other.courtroom.strip() == hearing.courtroom.strip():
            yield Conflict("courtroom", f"{hearing.courtroom}在{when}已用于{other.label}：请改时间或法庭")
        for officer, name in hearing.people.items():
            if officer in other.people:
                yield Conflict("person", f"{name}在{when}另有庭审（{other.label}）：请改时间或合议庭")
    for officer, name in hearing.people.items():
        if officer in absent:
            yield Conflict("absent", f"{name}在{hearing.day}外出休假（{absent[officer]}）：请改日期或合议庭")


def in_both_groups(duties: Iterable[OnDuty]) -> Iterator[Conflict]:
    """People on duty for both groups on one day (R41)."""
    kinds: dict[tuple[int, date], set[str]] = {}
    names: dict[int, str] = {}
    for duty in duties:
        kinds.setdefault((duty.officer, duty.day), set()).add(duty.kind)
        names[duty.officer] = duty.name
    for (officer, day), found in sorted(kinds.items()):
        if len(found) > 1:
            yield Conflict(
                "both_groups", f"{names[officer]}在{day}同时担任直播组和微博组值班：请改派其中一项"
            )
