"""Who plays which part, found by post among the officers of the demonstration court, and the two groups they form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from livestream.actions.groups import AddMember, SetGroup, group_of
from livestream.models import WorkingGroup
from liwan_court.registry.models import Officer, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.models import Division

PARTNER: Final = ("羊城在线（演示）", "https://live.example.test/liwan")


def actor(officer: Officer) -> Actor:
    """The officer as somebody who acts. Raises ValueError for one without an account."""
    if officer.user is None:
        raise ValueError(officer.staff_no)
    return Actor.of(officer.user)


@dataclass(slots=True)
class Cast:
    """The research office, the groups' members, and each division's head and judges."""

    research: Officer
    vice_president: Officer
    cameras: list[Officer]
    writers: list[Officer]

    def head(self, division: Division) -> Officer:
        """The head of a division today."""
        return _holders(Post.DIVISION_HEAD, division)[0]

    def judges(self, division: Division) -> list[Officer]:
        """The judges of a division beside its head."""
        head = self.head(division)
        return [officer for officer in _holders(Post.JUDGE, division) if officer.pk != head.pk]


def _holders(post: Post, division: Division | None = None) -> list[Officer]:
    rows = PostHolding.objects.on(clock.today()).filter(post=post)
    rows = rows.filter(division=division) if division else rows
    return [row.officer for row in rows.select_related("officer__user").order_by("officer__staff_no")]


def gather() -> Cast:
    """Find the people. Raises IndexError where the court has none for a part."""
    return Cast(
        research=_holders(Post.RESEARCH)[0],
        vice_president=_holders(Post.VICE_PRESIDENT)[0],
        cameras=_holders(Post.SYSTEM_OPERATOR)[:2],
        writers=_holders(Post.TYPIST)[:3],
    )


def form_groups(cast: Cast) -> None:
    """Both groups with head, partner and members in their order (R41–R43)."""
    research = actor(cast.research)
    for kind, members in (("livestream", cast.cameras), ("microblog", cast.writers)):
        group = group_of(kind)
        partner = PARTNER if kind == WorkingGroup.Kind.LIVESTREAM else ("", "")
        SetGroup(group, research, cast.research, *partner).run()
        for officer in members:
            AddMember(group, research, officer).run()
