"""A party applies not to publish; the court decides and tells him (R35)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.actions.base import Action, Check
from judgments.models import Judgment, NonPublicationRequest
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from liwan_court.registry.gate.grant import Grant

LONGEST_REASON = 500
Decision = NonPublicationRequest.Decision
OPEN_STATES = tuple(s for s in Judgment.State if s != Judgment.State.EXCLUDED)
NOT_YET_PUBLIC = tuple(
    s
    for s in OPEN_STATES
    if s not in (Judgment.State.PUBLISHED, Judgment.State.WITHDRAWN, Judgment.State.CORRECTING)
)
"""In which a party's application can still have an effect (R35)."""


class EnterRequest(Action[NonPublicationRequest]):
    """Put a party's application on record."""

    verb = "登记不公开申请"
    posts = (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING)
    states = OPEN_STATES

    def __init__(
        self, judgment: Judgment, actor: Actor, applicant_role: str, reason: str, received_on: date
    ) -> None:
        super().__init__(judgment, actor)
        self.applicant_role, self.reason, self.received_on = (
            applicant_role.strip(),
            reason.strip(),
            received_on,
        )

    def checks(self) -> Iterator[Check]:
        """Who applies, and why; one application is decided before another is entered."""
        yield Check("plain", is_plain(self.applicant_role + self.reason), "没有控制字符", SAID)
        yield Check("who", bool(self.applicant_role), "申请人", "请填写申请人的诉讼地位")
        yield Check("reason", bool(self.reason), "申请理由", "请填写申请理由")
        pending = self.judgment.requests.filter(decision=Decision.PENDING).exists()
        yield Check("none_pending", not pending, "没有待决定的申请", "该文书已有待决定的申请")

    def execute(self) -> str:
        """Keep it, undecided."""
        self.result = NonPublicationRequest.objects.create(
            judgment=self.judgment,
            applicant_role=self.applicant_role,
            reason=self.reason,
            received_on=self.received_on,
            entered_by_id=self.actor.person_id,
        )
        return self.judgment.state


class ApplyAsParty(Action[NonPublicationRequest]):
    """A party applies by itself, with the key of its case; what it writes is read by those who decide and by nobody else."""

    verb = "当事人申请不公开"
    states = NOT_YET_PUBLIC
    system_may = True

    def __init__(self, judgment: Judgment, grant: Grant, reason: str) -> None:
        super().__init__(judgment, Actor.system("当事人（凭查阅密码）"))
        self.grant, self.reason = grant, reason.strip()

    def checks(self) -> Iterator[Check]:
        """A judgment of its own case, a reason, nothing undecided."""
        own = self.judgment.number_key == self.grant.case.number_key
        yield Check("own_case", own, "本案文书", "只能就本案的文书提出申请")
        fits = 0 < len(self.reason) <= LONGEST_REASON
        yield Check("plain", is_plain(self.reason), "没有控制字符", SAID)
        yield Check("reason", fits, "申请理由", f"请写明申请理由（不超过{LONGEST_REASON}字）")
        mine = self.judgment.requests.filter(party_key__party=self.grant.party, decision=Decision.PENDING)
        yield Check(
            "none_pending", not mine.exists(), "没有待决定的申请", "您就该文书的申请正在审查，请等待决定"
        )

    def execute(self) -> str:
        """Keep it, undecided."""
        self.result = NonPublicationRequest.objects.create(
            judgment=self.judgment, applicant_role=self.grant.party.role, reason=self.reason,
            received_on=clock.today(), party_key=self.grant.key,
        )  # fmt: skip
        return self.judgment.state


class DecideRequest(Action[NonPublicationRequest]):
    """Grant or refuse an application; refused, the judgment is published like any other."""

    verb = "决定不公开申请"
    posts = (Post.DIVISION_HEAD, Post.VICE_PRESIDENT)
    states = OPEN_STATES

    def __init__(self, judgment: Judgment, actor: Actor, *, granted: bool, reason: str) -> None:
        super().__init__(judgment, actor)
        self.granted, self.reason = granted, reason.strip()
        self.request = judgment.requests.filter(decision=Decision.PENDING).first()

    def checks(self) -> Iterator[Check]:
        """An application waits, somebody else entered it, and the decision has a reason."""
        yield Check("plain", is_plain(self.reason), "没有控制字符", SAID)
        yield Check("pending", self.request is not None, "有待决定的申请", "没有待决定的申请")
        other = self.request is None or self.request.entered_by_id != self.actor.user_id
        yield Check("not_enterer", other, "决定人不是登记人", "登记人不能自行决定该申请")
        yield Check("reason", bool(self.reason), "理由", "请写明决定的理由，以便告知申请人")

    def execute(self) -> str:
        """Keep the decision."""
        row = self.result = NonPublicationRequest.objects.get(pk=self.request.pk)  # type: ignore[union-attr]
        row.decision = Decision.GRANTED if self.granted else Decision.REFUSED
        row.decision_reason, row.decided_by_id, row.decided_at = self.reason, self.actor.user_id, clock.now()
        if row.party_key_id:
            row.notified_on = clock.today()  # the decision stands on the party's own page at once
        row.save()
        return self.judgment.state

    def detail(self) -> dict[str, Any]:
        """What was decided."""
        return {"granted": self.granted}
