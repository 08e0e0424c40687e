"""Review: a second person approves the draft or returns it with a reason. Never the one who uploaded it (R29)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from judgments.actions.base import Action, Check
from judgments.actions.gate import Artefacts, artefacts_of
from judgments.models import Draft, Judgment, Mark, Review, Upload
from liwan_court.registry.models import Officer
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from liwan_court.registry.posts import Actor

State = Judgment.State
PASSAGE_DOUBTS = frozenset({"section_end_missing", "section_not_recognised", "section_order"})
"""Doubts that a person settles by saying which passages go."""
NEEDS_ANOTHER_FILE = frozenset(
    {"mark", "section_end_missing", "section_not_recognised", "parties_contradict", "leak"}
)
"""Doubts that a tick cannot settle: the text has to be corrected, the file made again, or the judgment marked."""
R = TypeVar("R")


class ReviewAction(Action[R]):
    """What deciding on a draft and correcting it share: who may, and on which draft."""

    posts = (Post.TRIAL_MANAGEMENT,)
    states: ClassVar[tuple[str, ...]] = (State.REVIEW,)

    def __init__(
        self, judgment: Judgment, actor: Actor, seen: int | None = None, revision: int | None = None
    ) -> None:
        super().__init__(judgment, actor)
        self.draft: Draft = judgment.drafts.select_related("upload__batch", "party_list").latest("serial")
        self.upload: Upload = self.draft.upload
        self.seen = self.draft.serial if seen is None else seen
        self.revision = self.draft.revision if revision is None else revision

    def same_draft(self) -> Check:
        """What is decided on is what the person looked at: a page left open does not decide on a later draft or step."""
        latest = self.judgment.drafts.latest("serial")
        same = latest.pk == self.draft.pk and (latest.serial, latest.revision) == (self.seen, self.revision)
        return Check(
            "latest_draft", same, "是最新一稿", "您看的不是最新一稿：文书已重新生成或修改，请重新打开审核页"
        )

    def separation(self) -> Iterator[Check]:
        """The reviewer is neither the uploader nor the one who confirmed the parties, nor a deputy of either."""
        list_by = self.draft.party_list.confirmed_by_id if self.draft.party_list else None
        uploader = self.upload.batch.uploaded_by_id
        mine = {self.actor.user_id} | self._users_i_deputise_for()
        yield Check(
            "not_uploader",
            uploader not in mine,
            "审核人不是上传人",
            "您上传了这份文书，不能审核：请由其他审核人员审核",
        )
        yield Check(
            "not_confirmer",
            list_by is None or list_by not in mine,
            "审核人不是脱敏确认人",
            "当事人名单由您确认，不能再由您审核",
        )

    def _users_i_deputise_for(self) -> set[int]:
        officers = [d.on_behalf_of for d in self.actor.duties if d.post in self.posts and d.on_behalf_of]
        own = any(d.post in self.posts and not d.on_behalf_of for d in self.actor.duties)
        if own or not officers:
            return set()
        return set(Officer.objects.filter(pk__in=officers).values_list("user_id", flat=True))

    def review(self, decision: str, reason: str = "") -> Review:
        """Put the decision on record."""
        return Review.objects.create(
            draft=self.draft,
            uploader_id=self.upload.batch.uploaded_by_id,
            reviewer_id=self.actor.person_id,
            decision=decision,
            reason=reason,
        )


class Approve(ReviewAction[Review]):
    """Approve the draft. `settled` gives, by number, the note of each doubt the reviewer has looked at.

    `seen` is the serial of the draft that stood on his screen.
    """

    verb = "审核通过"

    def __init__(
        self,
        judgment: Judgment,
        actor: Actor,
        settled: Mapping[int, str] | None = None,
        *,
        seen: int | None = None,
        revision: int | None = None,
    ) -> None:
        super().__init__(judgment, actor, seen, revision)
        self.settled = dict(settled or {})
        self.artefacts: Artefacts = artefacts_of(self.draft, judgment)

    def checks(self) -> Iterator[Check]:
        """Separation of duties, a confirmed list, no open doubt, no mark, and the leak gate."""
        yield from self.separation()
        confirmed = bool(self.draft.party_list and self.draft.party_list.confirmed_at)
        yield Check("parties_confirmed", confirmed, "当事人名单已由人确认", "当事人名单尚未确认，不能审核")
        yield self.same_draft()
        yield from self._doubts()
        marked = self.judgment.marks.filter(state__in=Mark.BLOCKING).exists()
        yield Check("unmarked", not marked, "未标记不上网公开", "该文书已标记“不上网公开”，不能审核上网")
        yield self.artefacts.check()

    def _doubts(self) -> Iterator[Check]:
        open_rows = [row for row in self.draft.open_doubts if row["number"] not in self.settled]
        hard = [row for row in self.draft.open_doubts if row["code"] in NEEDS_ANOTHER_FILE]
        texts = "；".join(row["text"] for row in open_rows[:3])
        yield Check(
            "doubts_settled", not open_rows, "疑点均已核对", f"还有{len(open_rows)}处疑点未核对：{texts}"
        )
        hard_texts = "；".join(row["text"] for row in hard[:3])
        yield Check(
            "no_hard_doubt", not hard, "没有必须退回的问题", f"须退回处理，不能勾选通过：{hard_texts}"
        )

    def execute(self) -> str:
        """Keep who settled which doubt, and the approval."""
        at = clock.now().isoformat()
        for number, note in self.settled.items():
            self.draft.settled[str(number)] = {"by": self.actor.name, "at": at, "note": note}
        self.draft.save(update_fields=["settled"])
        self.result = self.review(Review.Decision.APPROVED)
        return State.APPROVED

    def detail(self) -> dict[str, Any]:
        """Which draft, and how many doubts were settled."""
        return {"draft": self.draft.serial, "settled": len(self.settled)}


class Return(ReviewAction[Review]):
    """Return the draft with a reason; an approved judgment can be returned too, as long as it is not published."""

    verb = "退回"
    states: ClassVar[tuple[str, ...]] = (State.REVIEW, State.DRAFT, State.APPROVED)

    def __init__(
        self,
        judgment: Judgment,
        actor: Actor,
        reason: str,
        *,
        seen: int | None = None,
        revision: int | None = None,
    ) -> None:
        super().__init__(judgment, actor, seen, revision)
        self.reason = reason.strip()

    def checks(self) -> Iterator[Check]:
        """Somebody else's upload, and a reason."""
        yield from self.separation()
        yield self.same_draft()
        yield Check("reason", bool(self.reason), "退回理由", "退回必须写明理由，打字员才知道怎样修改")

    def execute(self) -> str:
        """Send it back to the clerk."""
        self.result = self.review(Review.Decision.RETURNED, self.reason)
        return State.RETURNED

    def detail(self) -> dict[str, Any]:
        """Which draft. The reason may quote the document and stays with the review."""
        return {"draft": self.draft.serial}


def approved_draft(judgment: Judgment) -> Draft | None:
    """The latest draft if the last word on it was an approval."""
    draft = judgment.drafts.order_by("-serial").select_related("upload", "party_list").first()
    last_word = draft.reviews.order_by("-pk").first() if draft else None
    return draft if last_word and last_word.decision == Review.Decision.APPROVED else None
