"""调换: the member on duty asks another to take it; accepted, it takes effect at once and the head is told (R55)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from livestream.actions.base import Act, Check
from livestream.actions.notify import notify, when_and_where
from livestream.actions.roster import has_begun, obstacle
from livestream.models import Duty, Member, Notice, Swap
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

STARTED = "本场已经开始或撤下，不能再调换"


class OfferSwap(Act[Duty, Swap]):
    """The member on duty asks a colleague of his group."""

    verb = "提出调换"

    def __init__(self, duty: Duty, actor: Actor, asked_of: Member | None, reason: str = "") -> None:
        super().__init__(duty, actor)
        self.asked_of, self.reason = asked_of, reason.strip()

    def post_check(self) -> Check:
        """Whoever is on duty."""
        mine = self.actor.officer_id is not None and self.subject.member.officer_id == self.actor.officer_id
        return Check("post", mine, "本人值班", "只有值班成员本人可以提出调换")

    def checks(self) -> Iterator[Check]:
        """A duty still ahead, no open offer, and a colleague who can come."""
        session = self.subject.session
        ahead = not self.subject.cancelled and not has_begun(session)
        yield Check("before", ahead, "尚未开庭", STARTED)
        asked = self.subject.swaps.filter(state=Swap.State.OFFERED).exists()
        yield Check("one_offer", not asked, "没有待答复的调换", "已向其他成员提出调换，请等待答复或先收回")
        other = self.asked_of
        mine = self.subject.member
        fits = other is not None and other.active and other.group_id == mine.group_id and other.pk != mine.pk
        yield Check("member", fits, "同组其他成员", "请选择本组的另一名在组成员")
        if other is not None and fits:
            yield free(other, self.subject)

    def execute(self) -> None:
        """The offer, and a notice to whom it is made."""
        if self.asked_of is None:
            raise TypeError("checked before")
        self.result = Swap.objects.create(
            duty=self.subject, asked_by=self.subject.member, asked_of=self.asked_of, reason=self.reason[:100]
        )
        text = f"{self.subject.member.officer.name}请您接替值班：{when_and_where(self.subject.session)}。请在“值班与调换”中答复。"
        notify(self.subject.session, Notice.Kind.SWAP, {self.asked_of.officer_id}, text)

    def detail(self) -> dict[str, Any]:
        """Who is asked."""
        return {"asked_of": self.asked_of.pk if self.asked_of else None}


def free(member: Member, duty: Duty) -> Check:
    """Whether nothing keeps a member from a duty."""
    why = obstacle(member.officer_id, member.officer.name, member.group.kind, duty.session)
    return Check("free", not why, "没有冲突", f"{why}，不能接替，请与其他成员调换")


class SwapAnswer(Act[Swap, Swap]):
    """What answers to an open offer share."""

    state_after: str

    def checks(self) -> Iterator[Check]:
        """Still open, and the hearing still ahead."""
        open_ = self.subject.state == Swap.State.OFFERED
        said = self.subject.get_state_display()
        yield Check("open", open_, "待答复", f"这次调换{said}，不能再处理")

    def close(self) -> None:
        """Keep the answer."""
        self.subject.state, self.subject.answered_at = self.state_after, clock.now()
        self.subject.save(update_fields=["state", "answered_at"])
        self.result = self.subject

    def is_me(self, member: Member, message: str) -> Check:
        """Whether the actor is that member."""
        mine = self.actor.officer_id is not None and member.officer_id == self.actor.officer_id
        return Check("post", mine, "本人", message)

    def tell(self, officers: set[int], text: str) -> None:
        """Tell who is concerned."""
        notify(self.subject.duty.session, Notice.Kind.SWAP, officers, text)


class AcceptSwap(SwapAnswer):
    """Accepted: it takes effect at once, counts for who takes part, and the later order stays."""

    verb = "接受调换"
    state_after = Swap.State.ACCEPTED

    def post_check(self) -> Check:
        """Whoever was asked."""
        return self.is_me(self.subject.asked_of, "这次调换没有请您接替，不能由您接受")

    def checks(self) -> Iterator[Check]:
        """Still the same duty, still ahead, and he can come."""
        yield from super().checks()
        duty = self.subject.duty
        yield Check("before", not duty.cancelled and not has_begun(duty.session), "尚未开庭", STARTED)
        same = duty.member_id == self.subject.asked_by_id
        yield Check("same", same, "值班人未变", "值班已另行改派，这次调换不再有效")
        yield Check("active", self.subject.asked_of.active, "在组", "您已不在组内，不能接替")
        yield free(self.subject.asked_of, duty)

    def execute(self) -> None:
        """He does the duty; whose turn it was stays on the row."""
        duty = Duty.objects.select_for_update(of=("self",)).get(pk=self.subject.duty_id)
        duty.member = self.subject.asked_of
        duty.save(update_fields=["member"])
        self.close()
        head = self.subject.asked_of.group.head_id
        told = {self.subject.asked_by.officer_id} | ({head} if head else set())
        names = f"{self.subject.asked_by.officer.name}的值班由{self.subject.asked_of.officer.name}接替"
        self.tell(told, f"值班调换：{names}，{when_and_where(duty.session)}。以后的次序不变。")


class DeclineSwap(SwapAnswer):
    """Declined: the duty stays where it was."""

    verb = "谢绝调换"
    state_after = Swap.State.DECLINED

    def post_check(self) -> Check:
        """Whoever was asked."""
        return self.is_me(self.subject.asked_of, "这次调换没有请您接替，不能由您谢绝")

    def execute(self) -> None:
        """Keep it and tell who asked."""
        self.close()
        what = when_and_where(self.subject.duty.session)
        text = f"{self.subject.asked_of.officer.name}不能接替值班：{what}。可请其他成员接替。"
        self.tell({self.subject.asked_by.officer_id}, text)


class WithdrawSwap(SwapAnswer):
    """Taken back by who asked."""

    verb = "收回调换"
    state_after = Swap.State.WITHDRAWN

    def post_check(self) -> Check:
        """Whoever asked."""
        return self.is_me(self.subject.asked_by, "这次调换不是您提出的，不能由您收回")

    def execute(self) -> None:
        """Keep it and tell who was asked."""
        self.close()
        text = (
            f"{self.subject.asked_by.officer.name}已收回调换：{when_and_where(self.subject.duty.session)}。"
        )
        self.tell({self.subject.asked_of.officer_id}, text)
