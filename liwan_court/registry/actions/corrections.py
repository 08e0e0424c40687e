"""A party asks for a correction; the court answers, and the answer stands on the party's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.actions.base import Act, Check
from liwan_court.registry.models import CorrectionRequest
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.gate.grant import Grant

LONGEST: Final = 500
MOST_OPEN: Final = 5
State = CorrectionRequest.State


class AskCorrection(Act[CorrectionRequest, CorrectionRequest]):
    """Put the party's words on record."""

    verb = "申请更正"
    system_may = True

    def __init__(self, grant: Grant, text: str) -> None:
        row = CorrectionRequest(case=grant.case, key=grant.key, text=text.strip())
        super().__init__(row, Actor.system("当事人（凭查阅密码）"))

    def checks(self) -> Iterator[Check]:
        """Words, not too many; not more open ones than somebody can answer; not the same twice."""
        text = self.subject.text
        plain = is_plain(text)
        yield Check("plain", plain, "没有控制字符", SAID)
        yield Check(
            "text", 0 < len(text) <= LONGEST, "内容", f"请写明哪里有误、应当怎样更正（不超过{LONGEST}字）"
        )
        waiting = CorrectionRequest.objects.filter(
            case=self.subject.case, key__party=self.subject.key.party, state=State.PENDING
        )
        few = waiting.count() < MOST_OPEN
        yield Check("few", few, "待答复的申请", "您已有多件申请等待答复，请待答复后再提出")
        new = not plain or not waiting.filter(text=text).exists()
        yield Check("new", new, "不重复", "同样内容的申请已经收到")

    def execute(self) -> None:
        """The row."""
        self.subject.save()
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """With which key."""
        return {"key": self.subject.key_id}


class AnswerCorrection(Act[CorrectionRequest, CorrectionRequest]):
    """Corrected or not, with words for the party."""

    verb = "答复更正申请"
    posts = (Post.JUDGE, Post.DIVISION_HEAD, Post.EXECUTION_OFFICER, Post.FILING)

    def __init__(self, row: CorrectionRequest, actor: Actor, *, corrected: bool, answer: str) -> None:
        super().__init__(row, actor)
        self.corrected, self.answer = corrected, answer.strip()

    def checks(self) -> Iterator[Check]:
        """Waiting, one's own case, an answer."""
        case, actor = self.subject.case, self.actor
        yield Check("pending", self.subject.state == State.PENDING, "待答复", "该申请已经答复")
        own = actor.holds(Post.FILING) or actor.holds(Post.DIVISION_HEAD, division_id=case.division_id)
        own = own or case.handling_judge_id in actor.acting_for(Post.JUDGE, Post.EXECUTION_OFFICER)
        yield Check("own_case", own, "本人案件", "只能答复本人承办、本庭或者立案窗口的申请")
        yield Check("plain", is_plain(self.answer), "没有控制字符", SAID)
        yield Check("answer", 0 < len(self.answer) <= LONGEST, "答复", f"请写明答复（不超过{LONGEST}字）")

    def execute(self) -> None:
        """Keep the answer."""
        row = self.result = self.subject
        row.state = State.CORRECTED if self.corrected else State.REFUSED
        row.answer, row.answered_by_id, row.answered_at = self.answer, self.actor.person_id, clock.now()
        row.save()

    def detail(self) -> dict[str, Any]:
        """What came of it."""
        return {"corrected": self.corrected}
