"""A reviewer corrects the draft in front of him: each step is recorded, applied by the engine, and can be undone (R29–R32, R66).

What a step changes is computed before the transaction opens, as approving does; inside it the conditions are checked again on
the locked row. Nothing is ever edited in the public text itself: the steps are given to the engine, so masks, kept places,
removed passages and the leak gate stay one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.functional import cached_property

from judgments.actions.base import Check
from judgments.actions.engine import ENGINE_VERSION, Outcome
from judgments.actions.intake import masks_in, with_conversion
from judgments.actions.process import redact_upload
from judgments.actions.review import NEEDS_ANOTHER_FILE, PASSAGE_DOUBTS, ReviewAction
from judgments.models import Draft, DraftAmendment, Judgment
from judgments.models.amendments import data_of, steps_in_force
from judgments.redaction.amendments import Amendment, settles_passages
from judgments.redaction.edition import Edition
from liwan_court.privacy.folding import comparable
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from liwan_court.registry.posts import Actor

Verb = DraftAmendment.Verb
WITHOUT_A_CHANGE = frozenset({"passages_right"})
"""Corrections that say something about the text and leave it as it is."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a reviewer wants: a correction, a doubt that is settled by it, or a doubt looked at and left as it is."""

    amendment: Amendment | None = None
    doubt: int | None = None
    note: str = ""


class Amending(ReviewAction[DraftAmendment]):
    """What correcting, undoing and redoing share: who may, on which draft, and the draft made again with the steps in force."""

    verb = "审核修改"
    states: ClassVar[tuple[str, ...]] = (Judgment.State.REVIEW,)

    def __init__(
        self, judgment: Judgment, actor: Actor, *, seen: int | None = None, revision: int | None = None
    ) -> None:
        super().__init__(judgment, actor, seen, revision)
        self.done, self.undone = steps_in_force(list(self.draft.amendments.all()))
        self.kept_steps = self.steps_after()
        self.outcome: Outcome | None = self._made_again() if self._changes_text() else None

    def steps_after(self) -> list[DraftAmendment]:
        """The steps in force once this is done. Rows not saved yet are among them."""
        raise NotImplementedError

    def row(self) -> DraftAmendment:
        """The row to be added."""
        raise NotImplementedError

    def checks(self) -> Iterator[Check]:
        """Separation of duties, the draft on the screen, and an engine that still makes the same draft."""
        yield from self.separation()
        yield self.same_draft()
        yield Check(
            "same_engine",
            self.draft.engine_version == ENGINE_VERSION,
            "引擎版本未变",
            "脱敏引擎已升级：请先“比较新版结果”，采用新版后再修改",
        )
        failed = self.outcome is not None and self.outcome.edition is None
        message = self.outcome.message if self.outcome else ""
        yield Check("made_again", not failed, "已按修改重新生成", f"没有生成：{message}")

    def execute(self) -> str:
        """Add the step, and put the draft made with it in the place of the one before."""
        draft, row = self.draft, self.row()
        if self.outcome is not None and self.outcome.edition is not None:
            row.places = abs(masks_in(self.outcome.edition) - masks_in(self.before))
            draft.edition = with_conversion(self.outcome.edition.to_json(), self.upload)
            draft.status, draft.ambiguous = (
                self.outcome.edition.status,
                self.outcome.edition.has_ambiguous_masks,
            )
        row.save()
        draft.revision = row.serial
        draft.settled = settled_by(self.kept_steps, draft)
        draft.save(update_fields=["edition", "status", "ambiguous", "revision", "settled"])
        self.result = row
        return self.judgment.state

    def detail(self) -> dict[str, Any]:
        """Which step of which draft."""
        return {
            "draft": self.draft.serial,
            "step": self.result.serial,
            "what": self.result.get_verb_display(),
        }

    @cached_property
    def before(self) -> Edition:
        """The draft as it stood on the screen."""
        return Edition.from_json(self.draft.edition)

    def new_row(self, verb: str, step: Step | None = None) -> DraftAmendment:
        """A row with the next number, in the actor's name."""
        step = step or Step()
        return DraftAmendment(
            draft=self.draft,
            serial=self.draft.revision + 1,
            verb=verb,
            data=step.amendment.to_json() if step.amendment else {},
            doubt=step.doubt,
            note=step.note[:200],
            by_id=self.actor.person_id,
            by_name=self.actor.name,
        )

    def _changes_text(self) -> bool:
        return data_of(self.kept_steps) != data_of(self.done)

    def _made_again(self) -> Outcome:
        return redact_upload(
            self.upload, self.draft.party_list, self.draft.policy, amendments_of(self.kept_steps)
        )


class Amend(Amending):
    """One more step."""

    def __init__(
        self,
        judgment: Judgment,
        actor: Actor,
        step: Step,
        *,
        seen: int | None = None,
        revision: int | None = None,
    ) -> None:
        self.step = step
        super().__init__(judgment, actor, seen=seen, revision=revision)

    @cached_property
    def _row(self) -> DraftAmendment:
        return self.new_row(self.step.amendment.verb if self.step.amendment else Verb.SETTLE, self.step)

    def row(self) -> DraftAmendment:
        """The step itself."""
        return self._row

    def steps_after(self) -> list[DraftAmendment]:
        """Those in force, and this one."""
        return [*self.done, self._row]

    def checks(self) -> Iterator[Check]:
        """Also: the step changes something, and the doubt is there and can be settled by a person."""
        yield from super().checks()
        yield Check("changes", self._has_effect(), "有变化", "这一处已经如此，没有需要修改的")
        yield Check(
            "nothing_typed_in", not self._types_a_secret(), "替换文字不含隐去的内容",
            "替换文字中有本案要隐去的姓名、名称、号码或地址：请改用“×××”等不指明身份的写法",
        )  # fmt: skip
        if self.step.doubt is None:
            yield Check("something", self.step.amendment is not None, "有内容", "没有要做的修改")
            return
        row = next((r for r in self.draft.doubts if r["number"] == self.step.doubt), None)
        yield Check("doubt", row is not None, "疑点存在", "没有这一处疑点，请重新打开审核页")
        hard = row is not None and row["code"] in NEEDS_ANOTHER_FILE
        yield Check("soft_doubt", not hard, "疑点可以核对", "这一处疑点须退回处理，不能勾选通过")

    def _types_a_secret(self) -> bool:
        """Whether the words to stand in the place hold what the case hides, however they are written."""
        amendment = self.step.amendment
        if amendment is None:
            return False
        typed = comparable(amendment.replacement)
        return any(
            len(secret) > 1 and secret in typed
            for _, text in self.before.secrets
            for secret in [comparable(text)]
        )

    def _has_effect(self) -> bool:
        amendment = self.step.amendment
        made = self.outcome.edition if self.outcome else None
        if amendment is None or made is None or amendment.verb in WITHOUT_A_CHANGE:
            return True
        return (made.paragraphs, made.kept, made.removals) != (
            self.before.paragraphs,
            self.before.kept,
            self.before.removals,
        )


class Undo(Amending):
    """Take the last step in force back."""

    verb = "撤销修改"

    def row(self) -> DraftAmendment:
        """A step that says so."""
        return self.new_row(Verb.UNDO)

    def steps_after(self) -> list[DraftAmendment]:
        """All but the last."""
        return self.done[:-1]

    def checks(self) -> Iterator[Check]:
        """There is something to undo."""
        yield from super().checks()
        yield Check("something", bool(self.done), "有可撤销的修改", "没有可以撤销的修改")


class Redo(Amending):
    """Bring back the step undone last."""

    verb = "重做修改"

    def row(self) -> DraftAmendment:
        """A step that says so."""
        return self.new_row(Verb.REDO)

    def steps_after(self) -> list[DraftAmendment]:
        """Those in force, and the one undone last."""
        return [*self.done, *self.undone[-1:]]

    def checks(self) -> Iterator[Check]:
        """There is something to redo."""
        yield from super().checks()
        yield Check("something", bool(self.undone), "有可重做的修改", "没有可以重做的修改")


def amendments_of(steps: Sequence[DraftAmendment]) -> list[Amendment]:
    """The corrections of the steps, for the engine."""
    return [Amendment.from_json(data) for data in data_of(list(steps))]


def settled_by(steps: Sequence[DraftAmendment], draft: Draft) -> dict[str, dict[str, Any]]:
    """Which doubts the steps settle: those they name, and those about passages once a person has set the passages."""
    settled = {
        str(row.doubt): {"by": row.by_name, "at": clock.local(row.at).isoformat(), "note": row.note}
        for row in steps
        if row.doubt is not None
    }
    set_by = [row for row in steps if row.data and settles_passages([Amendment.from_json(row.data)])]
    if set_by:
        last = set_by[-1]
        note = {"by": last.by_name, "at": clock.local(last.at).isoformat(), "note": "诉辩范围已由审核人划定"}
        for row in draft.doubts:
            if row["code"] in PASSAGE_DOUBTS:
                settled.setdefault(str(row["number"]), note)
    return settled
