"""Notices of hearings: announced, changed by a further notice, cancelled; what was announced stays (R40)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from liwan_court.privacy.identifiers import find_identifiers
from liwan_court.registry.actions.base import Act, ActionRefused, Check
from liwan_court.registry.models import HearingNotice, Milestone
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from liwan_court.registry.models import Case

FARTHEST: Final = timedelta(days=730)
State = HearingNotice.State
ANNOUNCES: Final = (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING)
SHORTEST_NAME: Final = 2
"""One character alone is no name that could be recognised."""
IDENTIFIERS: Final = {
    "id_number": "证件号码",
    "phone": "电话号码",
    "bank_account": "账号",
    "plate": "车牌号码",
    "email": "电子邮箱",
    "wechat": "网络账号",
    "certificate": "权证号码",
    "credit_code": "统一社会信用代码",
}


def is_own(actor: Actor, case: Case) -> bool:
    """Whether the course of a case is the actor's to enter: its judge or officer, the head of its division, the filing office."""
    if actor.holds(Post.FILING) or actor.holds(Post.DIVISION_HEAD, division_id=case.division_id):
        return True
    return case.handling_judge_id in actor.acting_for(Post.JUDGE, Post.EXECUTION_OFFICER)


def is_open(case: Case) -> bool:
    """Whether hearings of a case are announced to the public."""
    return not (case.closed_hearing or case.secrets or case.juvenile)


def identifiers_in(*texts: str) -> str:
    """Which kinds of identifiers stand in the texts, in Chinese; empty when there are none."""
    found = {IDENTIFIERS[each.category]: None for text in texts for each in find_identifiers(text)}
    return "、".join(found)


class AnnounceHearing(Act[HearingNotice, HearingNotice]):
    """公告开庭: to the public where the hearing is open, to the parties in any case."""

    verb = "公告开庭"
    posts = ANNOUNCES

    def __init__(
        self, case: Case, actor: Actor, begins_at: datetime, courtroom: str, panel: str = "",
        replaces: HearingNotice | None = None,
    ) -> None:  # fmt: skip
        row = HearingNotice(
            case=case, case_number=case.number, cause=case.cause, division=case.division, begins_at=begins_at,
            courtroom=courtroom.strip(), panel=panel.strip(), public=is_open(case), replaces=replaces,
        )  # fmt: skip
        super().__init__(row, actor)

    def checks(self) -> Iterator[Check]:
        """Own case in hand, a time to come, a courtroom that is free, nobody's name; instead of a notice that stands."""
        row = self.subject
        yield Check("own_case", is_own(self.actor, row.case), "本人案件", "只能公告本人承办、本庭案件的开庭")
        yield Check("open", row.case.closed_on is None, "未结案", "该案已结案，不能再公告开庭")
        ahead = _is_ahead(row.begins_at)
        yield Check("ahead", ahead, "开庭时间", "开庭时间应在现在之后、两年以内，请核对")
        yield Check("courtroom", 0 < len(row.courtroom) <= 32, "法庭", "请填写法庭（不超过32字）")
        yield Check("panel", len(row.panel) <= 64, "审判人员", "审判人员不超过64字")
        free = not ahead or not _taken(row)
        yield Check("free", free, "法庭空闲", f"{row.courtroom}该时间已公告其他案件开庭")
        yield from _privacy_checks(row)
        if row.replaces is not None:
            yield from self._change_checks(row.replaces.pk)

    def _change_checks(self, replaced: int) -> Iterator[Check]:
        row = self.subject
        old = HearingNotice.objects.get(pk=replaced)
        yield _standing(old)
        same = (old.begins_at, old.courtroom, old.panel) == (row.begins_at, row.courtroom, row.panel)
        yield Check("different", not same, "有变更", "时间、法庭和审判人员与原公告相同，没有变更")

    def execute(self) -> None:
        """The notice, and the milestone for the parties."""
        row = self.result = self.subject
        if row.replaces is not None:
            _end(row.replaces, State.CHANGED)
        row.published_at = clock.now()
        row.save()
        begins = clock.local(row.begins_at)
        verb = "改期至" if row.replaces_id else "定于"
        Milestone.objects.create(
            case=row.case, kind=Milestone.Kind.SCHEDULED, on=clock.today(), recorded_by_id=self.actor.user_id,
            note=f"{verb}{begins:%Y年%m月%d日%H:%M}在{row.courtroom}开庭", recorded_at=clock.now(),
        )  # fmt: skip

    def detail(self) -> dict[str, Any]:
        """Of which case, instead of which notice."""
        return {"case": self.subject.case_id, "replaces": self.subject.replaces_id}


class CancelHearing(Act[HearingNotice, HearingNotice]):
    """取消开庭: the notice stays and says so."""

    verb = "取消开庭公告"
    posts = ANNOUNCES

    def checks(self) -> Iterator[Check]:
        """Own case, announced, not begun."""
        row = self.subject
        yield Check("own_case", is_own(self.actor, row.case), "本人案件", "只能处理本人承办、本庭案件的公告")
        yield _standing(row)
        yield Check("ahead", row.begins_at > clock.now(), "未开庭", "开庭时间已过，不能取消")

    def execute(self) -> None:
        """Say so."""
        _end(self.subject, State.CANCELLED)
        self.result = self.subject


def change_hearing(
    notice: HearingNotice, actor: Actor, begins_at: datetime, courtroom: str, panel: str
) -> AnnounceHearing:
    """The action that announces a hearing anew at another time or place, instead of `notice`."""
    return AnnounceHearing(notice.case, actor, begins_at, courtroom, panel, replaces=notice)


def _is_ahead(moment: datetime) -> bool:
    """An aware moment after now, within two years."""
    return moment.tzinfo is not None and clock.now() < moment < clock.now() + FARTHEST


def _taken(row: HearingNotice) -> bool:
    minute = row.begins_at.replace(second=0, microsecond=0)
    others = HearingNotice.objects.filter(
        courtroom=row.courtroom, begins_at__gte=minute, begins_at__lt=minute + timedelta(minutes=1),
        state=State.ANNOUNCED,
    )  # fmt: skip
    return others.exclude(pk=row.replaces_id or 0).exists()


def _privacy_checks(row: HearingNotice) -> Iterator[Check]:
    """What the public reads holds no party's name (R40) and nobody's numbers."""
    names = {name for party in row.case.parties.all() for name in (party.name, *party.aliases)}
    texts = ["".join(text.split()) for text in (row.cause, row.courtroom, row.panel)]
    named = any(len(name) >= SHORTEST_NAME and name in text for name in names for text in texts)
    yield Check(
        "names", not named, "没有当事人", "案由、法庭或者审判人员中有当事人的姓名、名称，公告中不得出现"
    )
    found = identifiers_in(row.courtroom, row.panel)
    yield Check("identifiers", not found, "没有号码", f"法庭或者审判人员中有{found}，公告中不得出现")


def _standing(row: HearingNotice) -> Check:
    standing = row.state == State.ANNOUNCED
    return Check("announced", standing, "有效公告", f"该公告{row.get_state_display()}，不能再改期、取消")


def _end(notice: HearingNotice, state: str) -> None:
    """End a notice that stands. Raises ActionRefused where somebody else has ended it meanwhile."""
    now = clock.now()
    standing = HearingNotice.objects.filter(pk=notice.pk, state=State.ANNOUNCED)
    if not standing.update(state=state, ended_at=now):
        notice.refresh_from_db(fields=["state"])
        raise ActionRefused([_standing(notice)])
    notice.state, notice.ended_at = state, now
