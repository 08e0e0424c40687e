"""把关: judge and division head look at the grounds and both sign; either stops the hearing, also later (R49, R50, D22).

A hint in the way is a fact of the register or an application: nobody signs against it, the fact is corrected or decided first.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from livestream.actions.base import Act, Check, record
from livestream.grounds import CODES, LABELS
from livestream.hints import CaseFacts, Hint, hints_for
from livestream.models import Nomination, Objection, Screening, Session, Signature
from liwan_court.registry.models import Officer, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date, datetime

    from liwan_court.registry.models import Case
    from liwan_court.registry.posts import Actor

State = Nomination.State
Role = Signature.Role
Decision = Signature.Decision
GOING_ON: Final = (State.NOMINATED, State.PASSED, State.SCHEDULED)
"""States in which a nomination may still come on air."""
OFF_IN_PUBLIC: Final = "经审核把关，本案不宜网上直播、微博"
"""What the public reads of a veto: the ground itself may be a secret."""
LONGEST_REASON: Final = 200
ON_AIR_OR_BEFORE: Final = (
    Session.State.SCHEDULED, Session.State.READY, Session.State.LIVE, Session.State.PAUSED,
)  # fmt: skip


def facts_of(case: Case) -> CaseFacts:
    """What the register and the applications on record say of a case."""
    rows = list(case.broadcast_objections.all())
    return CaseFacts(
        number=case.number, cause=case.cause, division=case.division.name, secrets=case.secrets,
        juvenile=case.juvenile, closed_hearing=case.closed_hearing,
        party_objection=_standing(rows, Objection.By.PARTY),
        procuratorate=_standing(rows, Objection.By.PROCURATORATE),
    )  # fmt: skip


def _standing(rows: list[Objection], by: str) -> str:
    found = {row.decision for row in rows if row.by == by}
    strongest = (Objection.Decision.GRANTED, Objection.Decision.PENDING)
    return next((decision.value for decision in strongest if decision in found), "")


def hints_of(nomination: Nomination) -> list[Hint]:
    """The hints as they stand now."""
    return hints_for(facts_of(nomination.case))


def open_screening(nomination: Nomination) -> Screening:
    """The checklist of a nomination, opened with the hints of the moment. Safe to call twice."""
    hints = [asdict(hint) for hint in hints_of(nomination)]
    return Screening.objects.get_or_create(nomination=nomination, defaults={"hints": hints})[0]


def roles_needed() -> tuple[Role, ...]:
    """Whose signatures a hearing needs; the vice-president's where the court wants it."""
    third = (Role.VICE_PRESIDENT,) if settings.LIVESTREAM_VICE_PRESIDENT_SIGNS else ()
    return (Role.JUDGE, Role.HEAD, *third)


def latest(screening: Screening | None) -> dict[str, Signature]:
    """The last signature of each role."""
    return {row.role: row for row in screening.signatures.all()} if screening else {}


def screening_of(nomination: Nomination) -> Screening | None:
    """The screening, None where none was opened."""
    return getattr(nomination, "screening", None)


def signed_by_all(nomination: Nomination) -> bool:
    """Whether each needed signature is there and agrees, no ground is ticked and no hint stands in the way."""
    screening = screening_of(nomination)
    if screening is None or any(row["applies"] for row in screening.grounds.values()):
        return False
    signed = latest(screening)
    agreed = all(role in signed and signed[role].decision == Decision.PASS for role in roles_needed())
    return agreed and not any(hint.blocking for hint in hints_of(nomination))


def is_passed(nomination: Nomination) -> bool:
    """Whether a nomination may be put on air: passed, and nothing has come up against it since (R49, R50)."""
    return nomination.state in (State.PASSED, State.SCHEDULED) and signed_by_all(nomination)


def last_day_to_sign(day: date) -> date:
    """The last day on which signatures for a session of `day` are in time: two working days ahead, as the court sets (D22)."""
    days = calendar.load()
    for _ in range(settings.LIVESTREAM_SIGNATURE_WORKDAYS):
        day = days.previous_workday(day, inclusive=False)
    return day


def signatures_missing(nomination: Nomination, on: date) -> list[str]:
    """Why a nomination cannot go on air on a day: each signature that is not there, not given, or came too late (D22)."""
    last = last_day_to_sign(on)
    signed = latest(screening_of(nomination))
    return [text for role in roles_needed() if (text := _missing(role, signed.get(role), last))]


def _missing(role: Role, row: Signature | None, last: date) -> str:
    if row is None:
        return f"{role.label}尚未签署（须在{last}前签署）"
    if row.decision == Decision.VETO:
        return f"{role.label}不同意"
    day = clock.local(row.at).date()
    return f"{role.label}{day}才签署，晚于庭前期限{last}" if day > last else ""


def roles_of(actor: Actor, nomination: Nomination) -> list[Role]:
    """In which roles an actor may sign a nomination."""
    return [role for role in roles_needed() if _may_sign(actor, nomination, role)]


def _may_sign(actor: Actor, nomination: Nomination, role: str) -> bool:
    """The handling judge himself; the head of the division, or where he hears the case a leader; the vice-president."""
    if actor.officer_id is None:
        return False
    own = actor.officer_id == nomination.judge_id
    if role == Role.JUDGE:
        return own and actor.holds(Post.JUDGE, Post.DIVISION_HEAD)
    if role == Role.VICE_PRESIDENT:
        return actor.holds(Post.VICE_PRESIDENT)
    division = nomination.list.division_id
    if own or not head_hears_it(nomination):
        return not own and actor.holds(Post.DIVISION_HEAD, division_id=division)
    return actor.holds(Post.VICE_PRESIDENT, Post.PRESIDENT) or actor.holds(
        Post.DIVISION_HEAD, division_id=division
    )


def head_hears_it(nomination: Nomination) -> bool:
    """Whether the head of the division is the handling judge: then a leader or his deputy signs in the head's place."""
    heads = PostHolding.objects.on(clock.today()).filter(
        post=Post.DIVISION_HEAD, division_id=nomination.list.division_id, officer_id=nomination.judge_id
    )
    return heads.exists()


class Sign(Act[Nomination, Signature]):
    """Agree or stop. `ticked` are the grounds that apply, `answered` those looked at; to agree, all are and none applies."""

    verb = "把关签署"

    def __init__(
        self, nomination: Nomination, actor: Actor, role: str, decision: str, *,
        answered: Collection[str] = CODES, ticked: Collection[str] = (), reason: str = "",
    ) -> None:  # fmt: skip
        super().__init__(nomination, actor)
        self.role, self.decision, self.reason = role, decision, reason.strip()
        self.answered = set(answered) & set(CODES)
        self.ticked = [code for code in CODES if code in set(ticked)]

    def post_check(self) -> Check:
        """Whether the actor signs in this role."""
        may = self.role in roles_of(self.actor, self.subject)
        label = Role(self.role).label if self.role in Role.values else "该身份"
        return Check("post", may, "签署身份", f"您不能以{label}的身份为本案签署")

    def checks(self) -> Iterator[Check]:
        """Still to come, one person in one role, a veto taken back by its own hand, and what the decision itself asks."""
        row = self.subject
        yield Check("not_withdrawn", row.state != State.WITHDRAWN, "未撤回", "该案已撤回报送，不再把关")
        yield Check(
            "ahead", begins(row) > clock.now(), "尚未开庭", "已到开庭时间：正在进行的请在直播控制台切断"
        )
        signed = latest(screening_of(row))
        elsewhere = [
            each
            for role, each in signed.items()
            if role != self.role and each.officer_id == self.actor.officer_id
        ]
        yield Check(
            "one_role", not elsewhere, "一人一签",
            "您已以另一身份签署，同一人不能签两次：请由其他有权人员签署",
        )  # fmt: skip
        yield from self._taking_back(signed)
        before = signed.get(self.role)
        same = before is not None and before.decision == self.decision
        yield Check("not_again", not same, "尚未这样签署", "这一身份已签署相同意见，不必重复")
        yield from self._agreeing() if self.decision == Decision.PASS else self._stopping()

    def _taking_back(self, signed: dict[str, Signature]) -> Iterator[Check]:
        if self.subject.state != State.VETOED:
            return
        mine = any(
            row.decision == Decision.VETO and row.officer_id == self.actor.officer_id and role == self.role
            for role, row in signed.items()
        )
        yield Check(
            "own_veto", mine, "由否决人收回", "该案已被否决，只有否决人本人可以收回；任何其他人不能再签署"
        )

    def _agreeing(self) -> Iterator[Check]:
        open_ones = [LABELS[code] for code in CODES if code not in self.answered]
        yield Check(
            "all_answered", not open_ones, "各项情形均已核对", f"还有情形未核对：{'、'.join(open_ones)}"
        )
        ticked = "、".join(LABELS[code] for code in self.ticked)
        yield Check(
            "none_applies", not self.ticked, "没有不宜情形",
            f"您勾选了“{ticked}”，不能签署同意：请取消勾选，或签署不同意并写明理由",
        )  # fmt: skip
        for hint in hints_of(self.subject):
            if hint.blocking:
                yield Check(
                    f"hint_{hint.code}", passed=False, label="没有阻止事项",
                    message=f"{hint.text}。登记有误的，请先更正案件登记；有申请的，请先作出决定",
                )  # fmt: skip

    def _stopping(self) -> Iterator[Check]:
        yield Check("decision", self.decision == Decision.VETO, "意见", "请选择同意或不同意")
        yield Check("ground", bool(self.ticked), "情形", "不同意须勾选至少一项不宜情形")
        fits = 0 < len(self.reason) <= LONGEST_REASON
        yield Check("reason", fits, "理由", f"不同意须写明理由（不超过{LONGEST_REASON}字）")

    def execute(self) -> None:
        """The signature, the checklist, and what follows: passed, or off."""
        row, screening = self.subject, open_screening(self.subject)
        self.result = Signature.objects.create(
            screening=screening, role=self.role, officer=Officer.objects.get(user_id=self.actor.person_id),
            decision=self.decision,
            ground=self.ticked[0] if self.ticked else "",
            reason=self.reason if self.decision == Decision.VETO else "",
        )  # fmt: skip
        screening.hints = [asdict(hint) for hint in hints_of(row)]
        screening.grounds = self._checklist(screening.grounds)
        screening.save(update_fields=["hints", "grounds"])
        if self.decision == Decision.VETO:
            take_off(row, self.actor, self.verb)
        else:
            self._pass_when_complete()

    def _checklist(self, kept: dict[str, Any]) -> dict[str, Any]:
        """Each ground: what this role says now; what another role ticked stays until that one takes it back."""
        rows = {}
        for code in CODES:
            others = [tick for tick in kept.get(code, {}).get("by", []) if tick != self.role]
            by = [*others, self.role] if code in self.ticked else others
            note = self.reason if code in self.ticked else kept.get(code, {}).get("note", "")
            rows[code] = {"applies": bool(by), "note": note if by else "", "by": by}
        return rows

    def _pass_when_complete(self) -> None:
        row = self.subject
        screening = Screening.objects.prefetch_related("signatures").get(nomination=row)
        row.screening = screening
        if row.state == State.VETOED and not any(each["applies"] for each in screening.grounds.values()):
            row.state = State.NOMINATED
        if row.state == State.NOMINATED and signed_by_all(row):
            row.state = State.PASSED
        row.save(update_fields=["state"])

    def detail(self) -> dict[str, Any]:
        """Role, decision and grounds. The reason stays with the signature."""
        return {"role": self.role, "decision": self.decision, "grounds": self.ticked}


def begins(nomination: Nomination) -> datetime:
    """When it begins: as scheduled, else as nominated."""
    session = nomination.sessions.exclude(state=Session.State.PULLED).first()
    return session.begins_at if session else nomination.hearing_at


def take_off(nomination: Nomination, actor: Actor, because: str) -> None:
    """Off for good: the nomination is vetoed; its session, if any, is pulled, so that a substitute can be proposed.

    Raises ActionRefused where the session is on air already: that one is cut, not pulled.
    """
    from livestream.actions.pull import pull_session

    before = nomination.state
    nomination.state = State.VETOED
    nomination.save(update_fields=["state"])
    for session in nomination.sessions.filter(state__in=ON_AIR_OR_BEFORE):
        pull_session(session, actor, OFF_IN_PUBLIC)
    record(nomination, "不宜直播、微博", actor, before, nomination.state, {"because": because})
