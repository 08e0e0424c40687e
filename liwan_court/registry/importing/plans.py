"""What one row of a file would change in the register, or why it is not taken in (R22). Nothing is written here.

Messages name the column and what to do. They hold nothing of the case, neither from the file nor from the register: who sends
the file may not see cases.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.conf import settings

from liwan_court.registry.actions.notices import FARTHEST, SHORTEST_NAME, is_open
from liwan_court.registry.importing.columns import Entry, Kind, RowRefused
from liwan_court.registry.models import Case, HearingNotice, Milestone, Party
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from liwan_court.registry.importing.known import Known, Record
    from liwan_court.registry.posts import Actor

R = TypeVar("R", Case, Party, Milestone)
State = HearingNotice.State
FARTHEST_MILESTONE: Final = timedelta(days=365)
EARLIEST_HEARING: Final = time(7)
LATEST_HEARING: Final = time(22)
ADDED: Final = "added"
CHANGED: Final = "changed"
SAME: Final = "same"
REFUSED: Final = "refused"
OUTCOMES: Final = (ADDED, CHANGED, SAME, REFUSED)
_ENDED: Final = "外部编号：该次开庭已在后台取消或者改期；另行开庭的，请用新的外部编号报送"
_FLAGS: Final = {"closed_hearing": "不公开开庭", "secrets": "涉密", "juvenile": "未成年"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a row: `write` does it, `row` is how it then stands."""

    outcome: str
    row: Record
    write: Callable[[], None]


def plan(entry: Entry, known: Known, actor: Actor) -> Plan:
    """The plan for a row. Raises RowRefused."""
    match entry.kind:
        case Kind.CASE:
            return _case(entry, known)
        case Kind.PARTY:
            return _party(entry, known, _case_of(entry, known))
        case Kind.MILESTONE:
            return _milestone(entry, _case_of(entry, known), known, actor)
        case Kind.HEARING:
            return _hearing(entry, _case_of(entry, known), known)


def _case_of(entry: Entry, known: Known) -> Case:
    found = known.case(entry.case_foreign_id)
    if found is None:
        raise RowRefused("案件外部编号：没有这个编号的案件，请先报送该案的“案件”行（同一文件中排在前面）")
    return found


def _case(entry: Entry, known: Known) -> Plan:
    values = dict(entry.values)
    number = values.pop("number")
    if not number.is_own_court(settings.COURT_ABBREVIATIONS):
        raise RowRefused("案号：不是本院的案号，外院案件不要报送")
    _name_people(values, known)
    _check_case_days(values)
    case = known.case(entry.foreign_id)
    if case is None:
        case = known.case_of_number(number.key)
        if case is not None and case.foreign_id:
            raise RowRefused("案号：该案号已用另一外部编号报送，同一案件请始终用同一外部编号")
    elif case.number_key != number.key:
        raise RowRefused("案号：该外部编号已属于另一案号，请核对；案号登记有误的，请立案庭在后台更正")
    if case is None:
        return _added_case(entry, number, values)
    for name, column in _FLAGS.items():
        if getattr(case, name) and values.get(name) is False:
            raise RowRefused(
                f"{column}：名册中为“是”，导入不能改为“否”；请核对，确应改正的请立案庭在后台更正"
            )
    _check_case_order(values.get("accepted_on", case.accepted_on), values.get("closed_on", case.closed_on))
    return _compared(case, values | {"foreign_id": entry.foreign_id})


def _name_people(values: dict[str, Any], known: Known) -> None:
    """The division and the judge themselves instead of what they are called."""
    if "division" in values:
        values["division"] = known.division(values["division"])
        if values["division"] is None:
            raise RowRefused("庭室：没有这个名称或者代码的庭室，请按名册中的庭室名称填写")
    if "handling_judge" in values:
        values["handling_judge"] = known.judge(values["handling_judge"])
        if values["handling_judge"] is None:
            raise RowRefused("经办法官工号：名册中没有这个工号，请核对，或者请政治处先登记")


def _check_case_days(values: dict[str, Any]) -> None:
    today = clock.today()
    for name, column in (("accepted_on", "立案日期"), ("closed_on", "结案日期")):
        if name in values and values[name] > today:
            raise RowRefused(f"{column}：在今天之后，请核对")


def _check_case_order(accepted_on: Any, closed_on: Any) -> None:
    if accepted_on and closed_on and closed_on < accepted_on:
        raise RowRefused("结案日期：早于立案日期，请核对两个日期")


def _added_case(entry: Entry, number: Any, values: dict[str, Any]) -> Plan:
    if "division" not in values:
        raise RowRefused("庭室：新的案件必须填写")
    _check_case_order(values.get("accepted_on"), values.get("closed_on"))
    row = Case(
        **({"field": number.field} | values), number=number.display, number_key=number.key, foreign_id=entry.foreign_id
    )  # fmt: skip
    return Plan(ADDED, row, row.save)


def _party(entry: Entry, known: Known, case: Case) -> Plan:
    found = known.row(Kind.PARTY, entry.foreign_id)
    if found is None:
        found = known.twin((Kind.PARTY, case.number_key, entry.values["role"], entry.values["name"]))
    if isinstance(found, Party):
        _check_same_case(found, case)
        return _compared(found, entry.values | {"foreign_id": entry.foreign_id})
    row = Party(**entry.values, case=case, order=known.next_order(case), foreign_id=entry.foreign_id)
    return Plan(ADDED, row, row.save)


def _milestone(entry: Entry, case: Case, known: Known, actor: Actor) -> Plan:
    values = entry.values
    if case.accepted_on and values["on"] < case.accepted_on:
        raise RowRefused("日期：早于该案的立案日期，请核对")
    if values["on"] > clock.today() + FARTHEST_MILESTONE:
        raise RowRefused("日期：在一年以后，请核对")
    found = known.row(Kind.MILESTONE, entry.foreign_id)
    if isinstance(found, Milestone):
        _check_same_case(found, case)
        compared = _compared(found, values)
        if found.void_at and compared.outcome == CHANGED:
            raise RowRefused("外部编号：该节点已在后台作废，不再更改；重新报送请用新的外部编号")
        return compared
    row = Milestone(
        **values, case=case, foreign_id=entry.foreign_id, recorded_by_id=actor.user_id, recorded_at=clock.now()
    )  # fmt: skip
    return Plan(ADDED, row, row.save)


def _hearing(entry: Entry, case: Case, known: Known) -> Plan:
    found = known.row(Kind.HEARING, entry.foreign_id)
    if isinstance(found, HearingNotice):
        _check_same_case(found, case)
        return _rescheduled(entry, found, case, known)
    twin = known.twin((Kind.HEARING, case.number_key, entry.values["begins_at"], entry.values["courtroom"]))
    if isinstance(twin, HearingNotice):
        return _rescheduled(entry, twin, case, known)
    row = _notice(entry, case, known)
    return Plan(ADDED, row, row.save)


def _rescheduled(entry: Entry, notice: HearingNotice, case: Case, known: Known) -> Plan:
    """A further notice instead of the one announced; the same one where nothing changed since, here or there."""
    if _says_the_same(notice, entry):
        return _taken_over(entry, notice)
    latest = notice
    while latest.state == State.CHANGED and (later := getattr(latest, "replaced_by", None)):
        latest = later
    if _says_the_same(latest, entry):
        return Plan(SAME, notice, _nothing)
    if latest.state != State.ANNOUNCED:
        raise RowRefused(_ENDED)
    row = _notice(entry, case, known)
    row.replaces, row.panel = latest, entry.values.get("panel", latest.panel)

    def write() -> None:
        HearingNotice.objects.filter(pk=notice.pk).update(foreign_id=None)
        standing = HearingNotice.objects.filter(pk=latest.pk, state=State.ANNOUNCED)
        if not standing.update(state=State.CHANGED, ended_at=clock.now()):
            raise RowRefused(_ENDED)
        row.save()

    return Plan(CHANGED, row, write)


def _taken_over(entry: Entry, notice: HearingNotice) -> Plan:
    if notice.foreign_id == entry.foreign_id:
        return Plan(SAME, notice, _nothing)
    row = copy.copy(notice)
    row.foreign_id = entry.foreign_id
    return Plan(CHANGED, row, lambda: row.save(update_fields=["foreign_id"]))


def _says_the_same(notice: HearingNotice, entry: Entry) -> bool:
    return all(getattr(notice, name) == value for name, value in entry.values.items())


def _notice(entry: Entry, case: Case, known: Known) -> HearingNotice:
    """The notice of a row, checked: a hearing is announced before it is held."""
    begins_at, now = entry.values["begins_at"], clock.now()
    if case.closed_on is not None:
        raise RowRefused("案件外部编号：该案已结案，不能再公告开庭")
    if begins_at <= now:
        raise RowRefused("开庭时间：已经过去，不能再公告；已开过的庭请报送“节点”行")
    if begins_at >= now + FARTHEST:
        raise RowRefused("开庭时间：在两年以后，请核对")
    if not EARLIEST_HEARING <= clock.local(begins_at).time() < LATEST_HEARING:
        raise RowRefused("开庭时间：不在7时至22时之间，请核对")
    _check_names(entry, case, known)
    return HearingNotice(
        **entry.values, case=case, case_number=case.number, cause=case.cause, division_id=case.division_id,
        public=is_open(case), published_at=now, foreign_id=entry.foreign_id,
    )  # fmt: skip


def _check_names(entry: Entry, case: Case, known: Known) -> None:
    """What the public reads holds no party's name (R40)."""
    names = [name for name in known.names(case) if len(name) >= SHORTEST_NAME]
    texts = {"案由": case.cause, "法庭": entry.values["courtroom"], "审判人员": entry.values.get("panel", "")}
    for column, text in texts.items():
        if any(name in "".join(text.split()) for name in names):
            raise RowRefused(f"{column}：含有当事人的姓名或者名称，开庭公告中不得出现，请更正")


def _check_same_case(row: Party | Milestone | HearingNotice, case: Case) -> None:
    if row.case.number_key != case.number_key:
        raise RowRefused("案件外部编号：该外部编号已属于另一案件，请核对；每一行的外部编号不能换给别的案件")


def _compared(row: R, values: dict[str, Any]) -> Plan:
    """A row on record beside what the file says: the differing fields are written, the others are left alone."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return Plan(SAME, row, _nothing)
    after = copy.copy(row)
    for name, value in changed.items():
        setattr(after, name, value)
    return Plan(CHANGED, after, lambda: after.save(update_fields=list(changed)))


def _nothing() -> None:
    """Nothing to write."""
