"""What can be done with a judgment now: each action with its named checks, shown before it is asserted (R29)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property

from judgments.actions.applications import DecideRequest, EnterRequest
from judgments.actions.assign import AssignDivision
from judgments.actions.correct import BeginCorrection, Correct
from judgments.actions.effect import SetService
from judgments.actions.exclude import HoldRegisterEntry
from judgments.actions.mark import DecideMark, LiftMark
from judgments.actions.parties import ConfirmParties
from judgments.actions.publish import Publish
from judgments.actions.review import Approve, Return
from judgments.actions.withdraw import Withdraw
from judgments.models import Judgment
from judgments.staff import forms
from judgments.staff.party_table import latest_list
from judgments.staff.periods import batch_of, next_publication
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from judgments.actions.base import Action, Check
    from liwan_court.registry.posts import Actor

TYPED = frozenset(
    {"reason", "note", "who", "ground", "date", "computable", "parties", "complete", "distinct", "doubts_settled"}
)  # fmt: skip
"""Checks that the form itself answers: shown as still to be filled in, never as failed, before anything is typed."""
State = Judgment.State
NEXT_STEP = {
    "parties": (State.DRAFT,),
    "review": (State.REVIEW,),
    "publish": (State.APPROVED,),
    "correct": (State.APPROVED,),
    "decide-mark": State.values,
    "decide-request": State.values,
}
"""Which action is the one to be done next in which states: its form stands open."""


@dataclass(frozen=True)
class Offer:
    """One action as the page offers it; `name` is the last part of its address."""

    name: str
    action: Action[Any]
    form: Any = None
    hint: str = ""
    public: bool = False
    """Whether it changes what the public reads."""

    @property
    def verb(self) -> str:
        """In Chinese."""
        return self.action.verb

    @cached_property
    def checks(self) -> list[Check]:
        """Post, state and the action's own, in the order they are asserted."""
        return self.action.all_checks()

    @property
    def for_me(self) -> bool:
        """Whether the actor's post does this at all."""
        return next(check.passed for check in self.checks if check.code == "post")

    @property
    def in_state(self) -> bool:
        """Whether the judgment stands where this starts from."""
        return next(check.passed for check in self.checks if check.code == "state")

    @property
    def is_next(self) -> bool:
        """Whether this is what the judgment waits for."""
        return (self.possible or self.form is None) and self.action.judgment.state in NEXT_STEP.get(
            self.name, ()
        )

    @property
    def shown(self) -> list[tuple[Check, str]]:
        """The named checks with their mark: passed, failed, or still to be filled in."""
        return [
            (check, "passed" if check.passed else "typed" if check.code in TYPED else "failed")
            for check in self.checks
        ]

    @property
    def possible(self) -> bool:
        """Whether nothing but the form stands between the actor and the action."""
        return all(mark != "failed" for _, mark in self.shown)


def offers(judgment: Judgment, actor: Actor) -> tuple[list[Offer], list[Offer]]:
    """What the actor's posts can do: now, and in another state (with the reason)."""
    mine = [offer for make in MAKERS for offer in make(judgment, actor) if offer.for_me]
    now = [offer for offer in mine if offer.in_state]
    return now, [offer for offer in mine if not offer.in_state]


def _parties(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if not judgment.drafts.exists():
        return
    rows = latest_list(judgment)
    lines = [
        {**row, "aliases": "\n".join(row["aliases"]), "addresses": "\n".join(row["addresses"])}
        for row in rows
    ]
    formset = forms.PartyFormSet(initial=lines, prefix="parties")
    yield Offer("parties", ConfirmParties(judgment, actor, rows), formset)


def _division(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    hint = (
        ""
        if judgment.division
        else "承办庭室未定：案号和案件登记都看不出。确定以后，该庭的法官和庭长才能看到并报送"
    )
    form = forms.DivisionForm(initial={"division": judgment.division})
    yield Offer("division", AssignDivision(judgment, actor, judgment.division), form, hint)


def _service(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    known = judgment.service or {}
    initial = {**known, "served": "\n".join(known.get("served") or [])}
    yield Offer(
        "service",
        SetService(judgment, actor),
        forms.ServiceForm(initial=initial),
        "由送达或宣告日期推算生效日；业务庭报送时确认",
    )


def _review(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if not judgment.drafts.exists():
        return
    if judgment.state == State.REVIEW:
        yield Offer("review", Approve(judgment, actor), None, "打开左右对照，逐处核对疑点后通过或退回")
    yield Offer("return", Return(judgment, actor, ""), forms.ReasonForm())


def _marks(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if judgment.marks.filter(state__in=("pending_head", "pending_vice_president")).exists():
        yield Offer("decide-mark", DecideMark(judgment, actor, granted=True), forms.DecisionForm())
    if judgment.marks.exists():
        hint = "公开是原则：撤销后文书回到标记以前的环节（R36）"
        yield Offer("lift-mark", LiftMark(judgment, actor, ""), forms.ReasonForm(), hint)


def _requests(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if judgment.requests.filter(decision="pending").exists():
        decide = DecideRequest(judgment, actor, granted=True, reason="")
        yield Offer("decide-request", decide, forms.DecisionForm(), "未准许的照常公开（R35）")
        return
    enter = EnterRequest(judgment, actor, "", "", clock.today())
    yield Offer("request_for", enter, forms.RequestForm(), "当事人书面申请不上网公开的，先登记再决定（R35）")


def _publication(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if judgment.state == State.APPROVED and not judgment.editions.exists():
        following = next_publication()
        hint = f"{following.date:%Y年%m月%d日}自动公布，不需要操作；下面是届时核对的条件（R29）"
        yield Offer("publish", Publish(judgment, actor, batch_of(following)), None, hint)


def _register(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if judgment.state == State.EXCLUDED:
        yield Offer("hold", HoldRegisterEntry(judgment, actor, ""), forms.HoldForm(), public=True)


def _published(judgment: Judgment, actor: Actor) -> Iterator[Offer]:
    if judgment.edition_id is None:
        return
    yield Offer(
        "withdraw",
        Withdraw(judgment, actor, "", ""),
        forms.WithdrawForm(),
        "网页、下载件和检索立即清空，原地址留下撤回日期和事由（R37）",
        public=True,
    )
    yield Offer("begin-correction", BeginCorrection(judgment, actor, ""), forms.ReasonForm())
    if judgment.state == State.APPROVED:
        correct = Correct(judgment, actor, "")
        yield Offer("correct", correct, forms.NoteForm(), "更正版立即公布在原地址", public=True)


MAKERS: tuple[Callable[[Judgment, Actor], Iterator[Offer]], ...] = (
    _publication, _division, _parties, _review, _marks, _requests, _service, _register, _published,
)  # fmt: skip
