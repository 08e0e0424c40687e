"""The judge's mark 不上网公开 (R23, R24), its approvals, and taking it off again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.actions.base import Action, Check
from judgments.actions.exclude import put_on_register, strike_from_register
from judgments.models import Ground, Judgment, Mark, NonPublicationRequest
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

State = Judgment.State
BEFORE_PUBLICATION = (
    State.AWAITING_FILE, State.REDACTING, State.DRAFT, State.REVIEW, State.RETURNED, State.CORRECTING, State.APPROVED,
)  # fmt: skip
FIRST_STATE = {
    Ground.Approval.NONE: Mark.State.IN_FORCE,
    Ground.Approval.APPLICATION: Mark.State.IN_FORCE,
    Ground.Approval.HEAD: Mark.State.PENDING_HEAD,
    Ground.Approval.HEAD_AND_VICE_PRESIDENT: Mark.State.PENDING_HEAD,
}
DECIDES = {
    Mark.State.PENDING_HEAD: Post.DIVISION_HEAD,
    Mark.State.PENDING_VICE_PRESIDENT: Post.VICE_PRESIDENT,
}


class MarkNotForPublication(Action[Mark]):
    """Mark a judgment with a ground of 实施办法第一条. It is out of every batch from this moment, approved or not yet."""

    verb = "标记不上网公开"
    posts = (Post.JUDGE, Post.DIVISION_HEAD)
    states = BEFORE_PUBLICATION

    def __init__(
        self,
        judgment: Judgment,
        actor: Actor,
        ground: Ground,
        reason: str,
        request: NonPublicationRequest | None = None,
    ) -> None:
        super().__init__(judgment, actor)
        self.ground, self.reason, self.request = ground, reason.strip(), request

    def checks(self) -> Iterator[Check]:
        """A reason; own case for a judge; for E6 a granted application first (R35)."""
        yield Check("reason", bool(self.reason), "理由", "请写明标记的理由")
        own = self.judgment.handling_judge_id in (None, self.actor.officer_id) or self.actor.holds(
            Post.DIVISION_HEAD, division_id=self.judgment.division_id
        )
        yield Check("own_case", own, "本人案件", "只能标记本人承办的案件")
        free = not self.judgment.marks.filter(state__in=Mark.BLOCKING).exists()
        yield Check("unmarked", free, "尚未标记", "该文书已有标记")
        public = self.judgment.edition is not None and self.judgment.edition.withdrawn_at is None
        yield Check(
            "not_public", not public, "没有正在公布", "该文书正在公布：请先由审判管理办公室撤回，再作标记"
        )
        granted = self.request is not None and self.request.decision == NonPublicationRequest.Decision.GRANTED
        needed = self.ground.approval == Ground.Approval.APPLICATION
        yield Check(
            "application", not needed or granted, "申请已获准许", "以当事人申请为由，须先登记申请并经准许"
        )

    def execute(self) -> str:
        """Put the mark in force, or before those who decide on it. Where nobody handles the case, the marking judge does."""
        if self.judgment.handling_judge_id is None and self.actor.holds(Post.JUDGE):
            self.judgment.handling_judge_id = self.actor.officer_id
        self.result = Mark.objects.create(
            judgment=self.judgment,
            ground=self.ground,
            reason=self.reason,
            request=self.request,
            marked_by_id=self.actor.person_id,
            state=FIRST_STATE[Ground.Approval(self.ground.approval)],
        )
        if self.result.state == Mark.State.IN_FORCE:
            return put_on_register(self.judgment, self.result, self.actor)
        return self.judgment.state

    def detail(self) -> dict[str, Any]:
        """The ground's code."""
        return {"ground": self.ground.code, "mark": self.result.state}


class DecideMark(Action[Mark]):
    """The head, then where the ground asks for it the vice-president, approves or refuses a mark."""

    verb = "审批标记"
    posts = (Post.DIVISION_HEAD, Post.VICE_PRESIDENT)
    states = BEFORE_PUBLICATION

    def __init__(self, judgment: Judgment, actor: Actor, *, granted: bool, reason: str = "") -> None:
        super().__init__(judgment, actor)
        self.granted, self.reason = granted, reason.strip()
        self.mark = judgment.marks.filter(state__in=list(DECIDES)).select_related("ground").first()

    def checks(self) -> Iterator[Check]:
        """A mark waits for this post, somebody else made it, and a refusal says why."""
        yield Check("pending", self.mark is not None, "有待批标记", "没有待审批的标记")
        if self.mark is None:
            return
        post = DECIDES[Mark.State(self.mark.state)]
        may = self.actor.holds(post, division_id=self.judgment.division_id)
        yield Check("turn", may, "审批权限", f"该标记应由{Post(post).label}审批")
        other = self.mark.marked_by_id != self.actor.user_id and self._has_not_decided()
        yield Check("not_marker", other, "审批人不是标记人", "标记人不能自行审批，也不能由一人审批两次")
        yield Check("reason", self.granted or bool(self.reason), "理由", "不予批准须写明理由")

    def _has_not_decided(self) -> bool:
        return self.mark is not None and all(row["user"] != self.actor.user_id for row in self.mark.approvals)

    def execute(self) -> str:
        """Move the mark on."""
        mark = self.result = Mark.objects.select_for_update(of=("self",)).get(pk=self.mark.pk)  # type: ignore[union-attr]
        mark.approvals.append(
            {
                "post": DECIDES[Mark.State(mark.state)],
                "name": self.actor.name,
                "user": self.actor.user_id,
                "at": clock.now().isoformat(),
                "granted": self.granted,
                "reason": self.reason,
            }
        )
        mark.state = self._next(mark)
        mark.save()
        if mark.state == Mark.State.IN_FORCE:
            return put_on_register(self.judgment, mark, self.actor)
        return self.judgment.state

    def _next(self, mark: Mark) -> str:
        if not self.granted:
            return Mark.State.REFUSED
        two = mark.ground.approval == Ground.Approval.HEAD_AND_VICE_PRESIDENT
        return (
            Mark.State.PENDING_VICE_PRESIDENT
            if two and mark.state == Mark.State.PENDING_HEAD
            else Mark.State.IN_FORCE
        )

    def detail(self) -> dict[str, Any]:
        """What was decided."""
        return {"granted": self.granted, "mark": self.result.state}


class LiftMark(Action[Mark]):
    """Take a mark off: publication is the rule (R36). By the judge who set it or 审判管理办公室, with a reason."""

    verb = "撤销标记"
    posts = (Post.JUDGE, Post.DIVISION_HEAD, Post.TRIAL_MANAGEMENT)
    states = (*BEFORE_PUBLICATION, State.EXCLUDED)

    def __init__(self, judgment: Judgment, actor: Actor, reason: str) -> None:
        super().__init__(judgment, actor)
        self.reason = reason.strip()
        self.mark = judgment.marks.filter(state__in=Mark.BLOCKING).first()

    def checks(self) -> Iterator[Check]:
        """There is a mark, and a reason."""
        yield Check("marked", self.mark is not None, "有标记", "该文书没有有效标记")
        yield Check("reason", bool(self.reason), "理由", "请写明撤销的理由")

    def execute(self) -> str:
        """Back to where the judgment stands without the mark."""
        mark = self.result = Mark.objects.get(pk=self.mark.pk)  # type: ignore[union-attr]
        mark.state = Mark.State.LIFTED
        mark.approvals.append(
            {
                "post": "lifted",
                "name": self.actor.name,
                "user": self.actor.user_id,
                "at": clock.now().isoformat(),
                "granted": False,
                "reason": self.reason,
            }
        )
        mark.save()
        return strike_from_register(self.judgment)

    def detail(self) -> dict[str, Any]:
        """Nothing of the reason: it may quote the case."""
        return {}
