"""The quarterly meeting and training (R3, R4, R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from liwan_court.acting import ActionRefused
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.models import Division, FirstResponsible
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, Act, Check, once, record
from oversight.models import Invitation, Meeting, Training, TrainingAttendance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from liwan_court.measuring import Span
    from liwan_court.registry.posts import Actor

Attendance = Invitation.Attendance
REASON: Final = 200
"""Longest reason, in characters."""


class CallMeeting:
    """召集: the first responsible person of every division in use is invited by the portal, not by hand (R4)."""

    verb = "召集通报会"

    def __init__(self, actor: Actor, of: Span, begins_at: datetime, place: str, agenda: str = "") -> None:
        self.actor, self.span, self.begins_at = actor, of, begins_at
        self.place, self.agenda = place.strip(), agenda.strip()

    def all_checks(self) -> Iterator[Check]:
        """The post, a quarter, one meeting for it, a moment to come, a place."""
        yield Check("post", self.actor.holds(*LEADING), "操作权限", "只有领导小组可以召集通报会")
        yield Check("quarter", len(self.span.quarters) == 1, "季度", "通报会按季度召开")
        open_one = Meeting.objects.filter(period=self.span.name).exclude(state=Meeting.State.CANCELLED)
        yield Check("one", not open_one.exists(), "每季一次", f"{self.span.label}已有通报会")
        yield Check("ahead", self.begins_at > clock.now(), "时间", "会议时间应在现在以后")
        yield Check(
            "place",
            bool(self.place) and is_plain(self.place + self.agenda),
            "地点",
            "请写明地点，不含控制字符",
        )

    def run(self) -> Meeting:
        """Call it and invite. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        with once(f"{self.span.label}已有通报会"):
            meeting = Meeting.objects.create(
                period=self.span.name, begins_at=self.begins_at, place=self.place, agenda=self.agenda,
                called_by_name=self.actor.name, chair_id=self.actor.officer_id,
            )  # fmt: skip
            invited = _invite(meeting)
            record(meeting, self.verb, self.actor, {"period": self.span.name, "invited": invited})
        return meeting


def _invite(meeting: Meeting) -> int:
    heads = dict(FirstResponsible.objects.on(clock.today()).values_list("division_id", "officer_id"))
    rows = [
        Invitation(meeting=meeting, division=division, officer_id=heads.get(division.pk))
        for division in Division.objects.filter(active=True)
    ]
    return len(Invitation.objects.bulk_create(rows))


class SeeInvitation(Act[Invitation, Invitation]):
    """签收: the head has seen the notice."""

    verb = "签收会议通知"
    posts = (Post.DIVISION_HEAD,)

    @property
    def division_id(self) -> int | None:
        """The head of the division invited, or his deputy."""
        return self.subject.division_id

    def checks(self) -> Iterator[Check]:
        """Once, before it is held."""
        called = self.subject.meeting.state == Meeting.State.CALLED
        yield Check(
            "open", called and self.subject.seen_at is None, "尚未签收", "该通知已经签收，或者会议已经召开"
        )

    def execute(self) -> None:
        """Now."""
        self.subject.seen_at = clock.now()
        self.subject.save()
        self.result = self.subject


class HoldMeeting(Act[Meeting, Meeting]):
    """召开: who came, who sent a deputy, who stayed away and why, and the minutes. Nobody may be left open.

    `attendance`: division id → (state, name of the deputy, reason).
    """

    verb = "登记通报会"
    posts = LEADING

    def __init__(
        self, subject: Meeting, actor: Actor, attendance: Mapping[int, tuple[str, str, str]], minutes: str
    ) -> None:
        super().__init__(subject, actor)
        self.attendance, self.minutes = attendance, minutes.strip()

    def ready(self) -> Check:
        """Called, and nothing put on record yet."""
        return Check("called", self.subject.state == Meeting.State.CALLED, "已通知", "该会议已经登记或者取消")

    def checks(self) -> Iterator[Check]:
        """Called, begun, everybody accounted for, minutes."""
        yield self.ready()
        yield Check(
            "begun", self.subject.begins_at <= clock.now(), "已经开始", "会议还没有开始，不能登记出席"
        )
        yield Check(
            "minutes", bool(self.minutes) and is_plain(self.minutes), "纪要", "请写明会议纪要，不含控制字符"
        )
        for row in self.subject.invitations.select_related("division"):
            yield self._of(row)

    def _of(self, row: Invitation) -> Check:
        state, deputy, reason = self.attendance.get(row.division_id, (Attendance.OPEN, "", ""))
        if not is_plain(deputy + reason):
            return Check("plain", passed=False, label=str(row.division), message=SAID)
        if state == Attendance.PRESENT:
            return Check(
                "present",
                row.officer_id is not None,
                str(row.division),
                f"{row.division}没有第一责任人，不能登记本人出席",
            )
        if state == Attendance.DEPUTY:
            return Check("deputy", bool(deputy.strip()), str(row.division), f"请写明{row.division}由谁代会")
        if state == Attendance.ABSENT:
            return Check("absent", bool(reason.strip()), str(row.division), f"请写明{row.division}缺席的原因")
        return Check("open", passed=False, label=str(row.division), message=f"请登记{row.division}的出席情况")

    def execute(self) -> None:
        """Keep all of it."""
        meeting = self.result = self.subject
        for row in meeting.invitations.all():
            row.attendance, row.deputy_name, row.reason = (
                text.strip()[:limit]
                for text, limit in zip(self.attendance[row.division_id], (8, 32, 120), strict=True)
            )
            row.save()
        meeting.state, meeting.minutes, meeting.held_at = Meeting.State.HELD, self.minutes, clock.now()
        meeting.save()

    def detail(self) -> dict[str, Any]:
        """How many came."""
        states = [state for state, _, _ in self.attendance.values()]
        return {state: states.count(state) for state in set(states)}


class CorrectMeeting(HoldMeeting):
    """更正: attendance or minutes were put down wrongly; what stood before and why it was changed stays on record."""

    verb = "更正会议登记"

    def __init__(
        self, subject: Meeting, actor: Actor, attendance: Mapping[int, tuple[str, str, str]], minutes: str, reason: str
    ) -> None:  # fmt: skip
        super().__init__(subject, actor, attendance, minutes)
        self.reason = reason.strip()
        self.before: dict[str, str] = {}

    def ready(self) -> Check:
        """Held."""
        return Check("held", self.subject.state == Meeting.State.HELD, "已召开", "该会议还没有登记，不能更正")

    def checks(self) -> Iterator[Check]:
        """All that is asked of the first entry, and a reason."""
        yield from super().checks()
        said = 0 < len(self.reason) <= REASON and is_plain(self.reason)
        yield Check("reason", said, "更正原因", f"请写明更正的原因（不超过{REASON}字）")

    def execute(self) -> None:
        """What stood before is kept; the moment of the first entry stays."""
        held = self.subject.held_at
        self.before = {str(row.division_id): row.attendance for row in self.subject.invitations.all()}
        super().execute()
        self.result.held_at = held
        self.result.save()

    def detail(self) -> dict[str, Any]:
        """Attendance by division before and after, and why."""
        after = {str(key): state for key, (state, _, _) in self.attendance.items()}
        changed = {
            key: [self.before[key], after[key]] for key in self.before if self.before[key] != after[key]
        }
        return {"changed": changed, "reason": self.reason}


class CancelMeeting(Act[Meeting, Meeting]):
    """取消: another one may be called for the quarter."""

    verb = "取消通报会"
    posts = LEADING

    def checks(self) -> Iterator[Check]:
        """Not held yet."""
        yield Check(
            "called", self.subject.state == Meeting.State.CALLED, "尚未召开", "该会议已经登记或者取消"
        )

    def execute(self) -> None:
        """Cancelled."""
        self.subject.state = Meeting.State.CANCELLED
        self.subject.save()
        self.result = self.subject


def _keeps_training(actor: Actor, divisions: set[int]) -> bool:
    """政治处 and the leading group for everybody, a head for his own divisions alone (R17)."""
    return actor.holds(Post.POLITICAL, *LEADING) or divisions <= actor.divisions(Post.DIVISION_HEAD)


class RecordTraining:
    """登记学习培训: by 政治处 for anybody, by a head for his own division; how many of each took part (R17)."""

    verb = "登记学习培训"

    def __init__(
        self, actor: Actor, organiser: Division, held_on: date, topic: str, hours: Decimal, people: Mapping[Division, int],
        material: str = "",
    ) -> None:  # fmt: skip
        self.actor, self.organiser, self.held_on, self.topic = actor, organiser, held_on, topic.strip()
        self.hours, self.people, self.material = hours, people, material.strip()

    def all_checks(self) -> Iterator[Check]:
        """The post, a day that is past, a topic, somebody who came."""
        may = _keeps_training(self.actor, {self.organiser.pk, *(row.pk for row in self.people)})
        yield Check("post", may, "操作权限", "部门正职只能登记本部门的学习培训，全院的由政治处登记")
        yield Check("past", self.held_on <= clock.today(), "日期", "学习培训还没有举行")
        yield Check(
            "topic",
            bool(self.topic) and is_plain(self.topic + self.material),
            "内容",
            "请写明内容，不含控制字符",
        )
        yield Check("people", sum(self.people.values()) > 0, "参加人数", "请填写至少一个部门的参加人数")

    def run(self) -> Training:
        """Put it on record. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        with transaction.atomic():
            row = Training.objects.create(
                held_on=self.held_on, topic=self.topic, hours=self.hours, organiser=self.organiser, material=self.material,
                recorded_by_id=self.actor.person_id,
            )  # fmt: skip
            TrainingAttendance.objects.bulk_create(
                TrainingAttendance(training=row, division=division, people=number)
                for division, number in self.people.items()
                if number
            )
            record(row, self.verb, self.actor, {"people": sum(self.people.values())})
        return row


class VoidTraining(Act[Training, Training]):
    """撤销登记: entered by mistake, or wrongly; it stays to be read, counts nowhere, and can be entered again."""

    verb = "撤销学习培训登记"

    def __init__(self, subject: Training, actor: Actor, because: str) -> None:
        super().__init__(subject, actor)
        self.because = because.strip()

    def post_check(self) -> Check:
        """Those who may enter it."""
        attended = {row.division_id for row in self.subject.attendances.all()}
        may = _keeps_training(self.actor, {self.subject.organiser_id, *attended})
        return Check("post", may, "操作权限", "部门正职只能撤销本部门的登记，全院的由政治处撤销")

    def checks(self) -> Iterator[Check]:
        """Once, with a reason."""
        yield Check("once", self.subject.voided_at is None, "尚未撤销", "这次登记已经撤销")
        said = 0 < len(self.because) <= REASON and is_plain(self.because)
        yield Check("because", said, "原因", f"请写明撤销的原因（不超过{REASON}字）")

    def execute(self) -> None:
        """Who and why."""
        row = self.result = self.subject
        row.voided_at, row.voided_by_name, row.voided_because = clock.now(), self.actor.name, self.because
        row.save()
