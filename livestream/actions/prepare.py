"""庭前准备: what members on duty do before a session, and the judge's confirmation (R52, R53)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from livestream.actions.base import Act, Check
from livestream.actions.findings import names_a_party
from livestream.actions.notify import notify, when_and_where
from livestream.actions.roster import BEFORE, has_begun
from livestream.models import Notice, Preparation, Session
from livestream.roles import is_handling_judge, is_on_duty
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

Item = Preparation.Item


def make_list(session: Session) -> None:
    """The items of a session's list. Safe to call twice."""
    for item in Item.values:
        Preparation.objects.get_or_create(session=session, item=item)


def follow_state(session: Session) -> None:
    """A session is 待播 while everything is prepared, 已排期 while something is open."""
    if session.state not in BEFORE:
        return
    open_ = session.preparations.filter(done_at__isnull=True).exists()
    state = Session.State.SCHEDULED if open_ else Session.State.READY
    if session.state != state:
        session.state = state
        session.save(update_fields=["state"])


def ask_judge_again(session: Session) -> None:
    """What the judge confirmed has changed: he confirms it anew."""
    for row in session.preparations.filter(item=Item.JUDGE_CONFIRMED, done_at__isnull=False):
        row.done_at, row.done_by = None, None
        row.save(update_fields=["done_at", "done_by"])
    follow_state(session)


class PreparationAct(Act[Preparation, Preparation]):
    """An item belongs to the members on duty; the confirmation to the handling judge."""

    done: ClassVar[bool]

    def __init__(self, row: Preparation, actor: Actor, note: str = "") -> None:
        super().__init__(row, actor)
        self.note = note.strip()

    def post_check(self) -> Check:
        """Whose item it is."""
        session = self.subject.session
        if self.subject.item == Item.JUDGE_CONFIRMED:
            mine, message = is_handling_judge(self.actor, session), "只有本场的经办法官可以确认"
        else:
            mine, message = is_on_duty(self.actor, session), "只有本场值班的小组成员可以办理"
        return Check("post", mine, "办理人", message)

    def checks(self) -> Iterator[Check]:
        """Before it begins, and not already so."""
        yield Check(
            "before",
            not has_begun(self.subject.session),
            "尚未开庭",
            "本场已经开始或撤下，准备事项不能再改动",
        )
        so = (self.subject.done_at is not None) != self.done
        yield Check("open", so, "尚未办理" if self.done else "已经办理", "该事项已是这个状态，不必再次办理")

    def execute(self) -> None:
        """Keep who, when and the note; the session follows."""
        row = self.subject
        row.done_at = clock.now() if self.done else None
        row.done_by_id = self.actor.officer_id if self.done else None
        row.note = self.note[:200] if self.done else row.note
        row.save(update_fields=["done_at", "done_by", "note"])
        follow_state(row.session)
        self.result = row

    def detail(self) -> dict[str, Any]:
        """Which item."""
        return {"item": self.subject.item}


class DoItem(PreparationAct):
    """Done, with a note of what was found; a contact with the judge is never without one."""

    verb = "办理庭前准备"
    done = True

    def checks(self) -> Iterator[Check]:
        """With a note where one is due, that names no party."""
        yield from super().checks()
        needed = self.subject.item == Item.JUDGE_CONTACTED
        yield Check(
            "note", bool(self.note) or not needed, "有联系记录", "请简要记录与经办法官联系的时间和要点"
        )
        named = names_a_party(self.subject.session.nomination.case, self.note)
        yield Check("nameless", not named, "不写当事人", "记录中有当事人姓名或名称：请改写为原告、被告等")


class UndoItem(PreparationAct):
    """Taken back: it was entered by mistake or does not hold any more."""

    verb = "撤销庭前准备"
    done = False


def remind() -> int:
    """On the working day before a session, tell those with something open, once each. Returns how many were told (R52)."""
    today, days = clock.today(), calendar.load()
    last = days.next_workday(today, inclusive=False)
    ahead = Session.objects.filter(
        announced_at__isnull=False, state=Session.State.SCHEDULED,
        begins_at__gt=clock.now(), begins_at__lt=clock.moment(days.next_workday(last, inclusive=False)),
    ).prefetch_related("preparations")  # fmt: skip
    told = 0
    for session in ahead:
        since = days.previous_workday(clock.local(session.begins_at).date(), inclusive=False)
        if today < since:
            continue
        told += _remind(
            session, session.notices.filter(kind="preparation", created_at__gte=clock.moment(since))
        )
    return told


def _remind(session: Session, sent: Any) -> int:
    known = set(sent.values_list("officer_id", flat=True))
    rows = [row for row in session.preparations.all() if row.done_at is None]
    mine: dict[int, list[str]] = {}
    on_duty = session.duties.filter(cancelled=False).values_list("member__officer_id", flat=True)
    for row in rows:
        whose = [session.judge_id] if row.item == Item.JUDGE_CONFIRMED else list(on_duty)
        for officer in whose:
            mine.setdefault(officer, []).append(row.get_item_display().replace("已", "", 1))
    new = {officer: labels for officer, labels in mine.items() if officer not in known}
    for officer, labels in new.items():
        text = f"庭前准备尚未完成（{'、'.join(labels)}）：{when_and_where(session)}。"
        notify(session, Notice.Kind.PREPARATION, {officer}, text)
    return len(new)
