"""The working groups: head, partner, members and their order (R41–R43)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from livestream.actions.base import Act, Check
from livestream.models import Duty, Member, Session, WorkingGroup
from livestream.roles import is_group_head
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.models import Officer
    from liwan_court.registry.posts import Actor


def group_of(kind: str) -> WorkingGroup:
    """The group of a kind, made when it is not there yet."""
    return WorkingGroup.objects.get_or_create(kind=WorkingGroup.Kind(kind))[0]


class GroupAct(Act[WorkingGroup, WorkingGroup]):
    """The research office keeps the groups; a head keeps his own."""

    posts = (Post.RESEARCH,)

    def post_check(self) -> Check:
        """The research office or the head."""
        held = self.actor.holds(*self.posts) or is_group_head(self.actor, self.subject.kind)
        return Check("post", held, "操作权限", "工作小组由调研科和小组负责人维护，您不能修改")


class SetGroup(GroupAct):
    """Head and partner; the partner may be left open (待定)."""

    verb = "设定小组"
    posts = (Post.RESEARCH,)

    def __init__(
        self, group: WorkingGroup, actor: Actor, head: Officer | None, partner: str = "", address: str = ""
    ) -> None:
        super().__init__(group, actor)
        self.head, self.partner, self.address = head, partner.strip(), address.strip()

    def checks(self) -> Iterator[Check]:
        """A head in service; an address belongs to a partner."""
        fits = self.head is None or self.head.active
        yield Check("head", fits, "负责人在职", "该人员已不在职，请另选负责人")
        named = bool(self.partner) or not self.address
        yield Check("partner", named, "协作单位", "填写了直播地址，请同时填写协作单位名称")

    def execute(self) -> None:
        """Keep it."""
        row = self.subject
        row.head, row.partner, row.partner_address = self.head, self.partner, self.address
        row.save(update_fields=["head", "partner", "partner_address"])
        self.result = row

    def detail(self) -> dict[str, Any]:
        """Who heads it."""
        return {"head": self.head.pk if self.head else None, "partner": bool(self.partner)}


class AddMember(GroupAct):
    """Somebody joins, or comes back, at the end of the order."""

    verb = "加入小组"

    def __init__(self, group: WorkingGroup, actor: Actor, officer: Officer) -> None:
        super().__init__(group, actor)
        self.officer = officer

    def checks(self) -> Iterator[Check]:
        """In service, and not in it already."""
        yield Check("active", self.officer.active, "在职人员", f"{self.officer}已不在职，不能加入")
        new = not self.subject.members.filter(officer=self.officer, active=True).exists()
        yield Check("new", new, "尚未在组", f"{self.officer}已在组内")

    def execute(self) -> None:
        """Last in the order."""
        last = self.subject.members.order_by("-order").first()
        order = (last.order if last else 0) + 1
        Member.objects.update_or_create(
            group=self.subject, officer=self.officer, defaults={"order": order, "active": True}
        )
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Who."""
        return {"officer": self.officer.pk}


class RemoveMember(GroupAct):
    """Somebody leaves; he stays on record. A duty still ahead is given to another first."""

    verb = "退出小组"

    def __init__(self, group: WorkingGroup, actor: Actor, member: Member) -> None:
        super().__init__(group, actor)
        self.member = member

    def checks(self) -> Iterator[Check]:
        """In the group, and without a duty ahead."""
        mine = self.member.group_id == self.subject.pk and self.member.active
        yield Check("member", mine, "在组成员", "该人员不在组内")
        ahead = Duty.objects.filter(
            member=self.member, cancelled=False, session__begins_at__gt=clock.now(),
            session__state__in=Session.ON_CALENDAR,
        ).count()  # fmt: skip
        yield Check(
            "no_duty",
            not ahead,
            "没有未完成的值班",
            f"{self.member.officer}还有{ahead}场值班，请负责人先改派",
        )

    def execute(self) -> None:
        """Set inactive."""
        self.member.active = False
        self.member.save(update_fields=["active"])
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Who."""
        return {"officer": self.member.officer_id}


class OrderMembers(GroupAct):
    """The order of the roster; turns given out already stay."""

    verb = "调整次序"

    def __init__(self, group: WorkingGroup, actor: Actor, members: list[int]) -> None:
        super().__init__(group, actor)
        self.members = members

    def checks(self) -> Iterator[Check]:
        """Each member in the group once."""
        known = sorted(self.subject.members.filter(active=True).values_list("pk", flat=True))
        yield Check(
            "complete", sorted(self.members) == known, "成员齐全", "次序与现有成员不一致：请刷新页面后重试"
        )

    def execute(self) -> None:
        """Number them."""
        rows = {row.pk: row for row in self.subject.members.filter(active=True)}
        for place, pk in enumerate(self.members, 1):
            rows[pk].order = place
            rows[pk].save(update_fields=["order"])
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """The order."""
        return {"members": self.members}
