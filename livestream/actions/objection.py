"""Applications not to broadcast: entered when they come in, decided by another person; granted, the hearing is off (R50)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from livestream.actions.base import Act, Check
from livestream.actions.screen import GOING_ON, take_off
from livestream.models import LivestreamRecord, Nomination, Objection
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from liwan_court.registry.models import Case
    from liwan_court.registry.posts import Actor

ENTERED: Final = "登记不播申请"
LONGEST_REASON: Final = 200
DECIDES: Final = {
    Objection.By.PARTY.value: Post.DIVISION_HEAD,
    Objection.By.PROCURATORATE.value: Post.VICE_PRESIDENT,
}
"""Who decides: the division head on a party's application, the vice-president on what the procuratorate asks."""


class EnterObjection(Act[Objection, Objection]):
    """Put an application on record; until it is decided the case does not pass its screening."""

    verb = ENTERED
    posts = (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING)

    def __init__(self, case: Case, actor: Actor, by: str, reason: str, received_on: date) -> None:
        row = Objection(case=case, by=by, reason=reason.strip(), received_on=received_on)
        super().__init__(row, actor)

    def checks(self) -> Iterator[Check]:
        """A case of one's own division (the filing office: any), a reason, a day that has come, none of the kind waiting."""
        row = self.subject
        own = self.actor.holds(Post.FILING) or self.actor.holds(
            Post.JUDGE, Post.DIVISION_HEAD, division_id=row.case.division_id
        )
        yield Check("own_case", own, "本庭案件", f"这是{row.case.division}的案件：请由该庭或立案庭登记")
        yield Check("by", row.by in Objection.By.values, "提出人", "请选择由谁提出")
        fits = 0 < len(row.reason) <= LONGEST_REASON
        yield Check("reason", fits, "理由", f"请写明理由（不超过{LONGEST_REASON}字）")
        come = row.received_on <= clock.today()
        yield Check("received", come, "收到日期", "收到日期在今天之后，请核对")
        waiting = Objection.objects.filter(case=row.case, by=row.by, decision=Objection.Decision.PENDING)
        yield Check(
            "single", not waiting.exists(), "没有待决定的同类申请", "该案已有同类申请等待决定，不必重复登记"
        )

    def execute(self) -> None:
        """The row."""
        self.subject.save()
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Of which case, by whom. The reason stays with the row."""
        return {"case": self.subject.case_id, "by": self.subject.by}


class DecideObjection(Act[Objection, Objection]):
    """Grant or refuse it. Who entered it never decides it; granted, nominations of the case and sessions not begun are off."""

    verb = "决定不播申请"
    posts = (Post.DIVISION_HEAD, Post.VICE_PRESIDENT)

    def __init__(self, row: Objection, actor: Actor, *, granted: bool) -> None:
        super().__init__(row, actor)
        self.granted = granted
        self.stopped: list[int] = []

    def checks(self) -> Iterator[Check]:
        """Pending, the right post, another person than the one who entered it."""
        row = self.subject
        pending = row.decision == Objection.Decision.PENDING
        yield Check("pending", pending, "尚未决定", f"该申请已作决定：{row.get_decision_display()}")
        post = DECIDES[row.by]
        held = self.actor.holds(post, division_id=row.case.division_id)
        yield Check("decides", held, "决定权限", f"{row.get_by_display()}的，由{Post(post).label}决定")
        mine = LivestreamRecord.objects.filter(
            subject="objection", subject_id=row.pk, verb=ENTERED, user_id=self.actor.person_id
        )
        yield Check("other_person", not mine.exists(), "决定人不是登记人", "申请由您登记，须由其他人决定")

    def execute(self) -> None:
        """Keep the decision; what was nominated or scheduled goes."""
        row = self.result = self.subject
        row.decision = Objection.Decision.GRANTED if self.granted else Objection.Decision.REFUSED
        row.decided_by_id, row.decided_at = self.actor.officer_id, clock.now()
        row.save(update_fields=["decision", "decided_by", "decided_at"])
        if not self.granted:
            return
        going_on = Nomination.objects.filter(
            case_id=row.case_id, state__in=GOING_ON, hearing_at__gte=clock.now()
        )
        for nomination in going_on.select_for_update(of=("self",)):
            take_off(nomination, self.actor, self.verb)
            self.stopped.append(nomination.pk)

    def detail(self) -> dict[str, Any]:
        """What was decided and which nominations it stopped."""
        return {"granted": self.granted, "stopped": self.stopped}
