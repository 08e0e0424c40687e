"""The figures of livestream and microblog for oversight, each with the rows behind it (R44–R48, R51).

`what` and `detail` name days, case numbers, officers and reasons that are public; never a party, never an internal reason.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from django.db.models import Q
from django.urls import reverse

from livestream.actions.months import period_of
from livestream.figures.judges import WORDS, standing
from livestream.figures.turns import due_lists, past_turns
from livestream.models import Cut, Notice, Session, SkippedTurn
from liwan_court.measuring import Measure, Row, Tally, Unit
from liwan_court.tallying import Counting, counted_by, fetched, listed, looked_at, tallied
from liwan_court.timetable import clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from livestream.figures.judges import JudgeYear
    from livestream.figures.turns import Turn
    from liwan_court.measuring import Span, Tallies
    from liwan_court.tallying import Days

SOURCE: Final = "直播微博"
ON_AIR: Final = (Session.State.LIVE, Session.State.PAUSED, Session.State.ENDED)
OF_THE_SCHEDULE: Final = (Notice.Kind.SCHEDULE, Notice.Kind.CHANGE, Notice.Kind.PULLED)
IN_SERVICE: Final = "本系统启用日以前的不计"


def _livestreams(of: Span) -> Iterator[Row]:
    """Thursdays (R44)."""
    for turn in past_turns(of):
        if turn.slot.livestream:
            yield _turn_row(turn, turn.held is not None and turn.held.livestream)


def _microblogs(of: Span) -> Iterator[Row]:
    """Tuesdays and Thursdays (R44)."""
    for turn in past_turns(of):
        yield _turn_row(turn, turn.held is not None and turn.held.microblog)


def _turn_row(turn: Turn, counted: bool) -> Row:
    day, shown = turn.slot.date, turn.held or next(iter(turn.sessions), None)
    if shown is not None:
        url = reverse("admin:staff_live_session", args=[shown.pk])
    else:
        url = reverse("admin:staff_live_schedule", args=[period_of(day)])
    what = f"{day}（{WEEKDAYS[day.weekday()]}）"
    return Row(turn.division_id, what, _what_came(turn, shown), counted, url)


def _what_came(turn: Turn, shown: Session | None) -> str:
    """In the words the public reads."""
    if turn.held is None and turn.skipped:
        return f"轮空：{turn.skipped}"
    if shown is None:
        return "没有场次"
    why = f"：{shown.pulled_reason}" if shown.state == Session.State.PULLED else ""
    return f"{shown.case_number}{shown.get_state_display()}{why}"


def _lists(of: Span) -> Iterator[Row]:
    """The two lists of each division on turn (R46)."""
    for row in due_lists(of):
        filed = f"{clock.local(row.filed.filed_at):%Y-%m-%d %H:%M}报送" if row.filed else "未报送"
        late = "，迟报" if row.filed and row.filed.late else ""
        url = reverse("admin:staff_live_list", args=[row.period, row.division.code, row.kind.value])
        yield Row(
            row.division.pk,
            f"{row.period}{row.kind.label}",
            f"应于{row.due}前报送，{filed}{late}",
            row.in_time,
            url,
        )


def _skips(of: Span) -> Iterator[Row]:
    """Turns that were skipped (R45)."""
    days = looked_at(of)
    if days is None:
        return
    for row in SkippedTurn.objects.filter(date__range=(days.first, days.last)).order_by("date"):
        reason = row.reason.strip()
        url = reverse("admin:staff_live_schedule", args=[period_of(row.date)])
        what = f"{row.date}（{WEEKDAYS[row.date.weekday()]}）"
        yield Row(row.division_id, what, reason or "没有写明理由", bool(reason), url)


def _quotas(of: Span) -> Iterator[Row]:
    """Judges of whom something is due by the end of the span, or by today (R48)."""
    days = looked_at(of)
    if days is None:
        return
    url = f"{reverse('admin:staff_live_quotas')}?year={of.year}"
    first = max(days.since, days.first.replace(month=1, day=1))
    for judge in standing(of.year, first, days.last):
        if any(each.due_by_now for each in judge.quotas.values()):
            yield Row(judge.division_id, judge.officer.name, _pace(judge), not judge.behind, url)


def _pace(judge: JudgeYear) -> str:
    parts = [
        f"{WORDS[kind]}应有{each.due_by_now}次、已有{each.done}次" for kind, each in judge.quotas.items()
    ]
    return "，".join(parts)


def _broadcasts(of: Span) -> list[tuple[Session, list[Cut]]]:
    """The livestreams that have been on air, each with its cuts (R51)."""
    days = looked_at(of)
    if days is None:
        return []
    rows = Session.objects.filter(
        livestream=True, state__in=ON_AIR, begins_at__gte=days.begin, begins_at__lt=days.end
    )
    cuts: dict[int, list[Cut]] = defaultdict(list)
    for cut in Cut.objects.filter(broadcast__session__in=rows).select_related("broadcast").order_by("cut_at"):
        cuts[cut.broadcast.session_id].append(cut)
    return [(row, cuts[row.pk]) for row in rows]


def _cut_tallies(of: Span) -> Tallies:
    found: dict[int | None, Tally] = {}
    for session, cuts in _broadcasts(of):
        found[session.division_id] = found.get(session.division_id, Tally()) + Tally(len(cuts), 1)
    return found


def _cuts(of: Span) -> Iterator[Row]:
    """Each cut, and each livestream without one."""
    for session, cuts in _broadcasts(of):
        url = reverse("admin:staff_live_session", args=[session.pk])
        what = f"{clock.local(session.begins_at):%Y-%m-%d} {session.case_number}"
        for cut in cuts:
            yield Row(session.division_id, what, f"{clock.local(cut.cut_at):%H:%M:%S}切断", True, url)
        if not cuts:
            yield Row(session.division_id, what, "没有切断", False, url)


def _notices(days: Days) -> Counting:
    """What officers were told of sessions whose hour has come (R47)."""
    rows = Notice.objects.filter(
        kind__in=OF_THE_SCHEDULE, session__begins_at__gte=days.begin, session__begins_at__lt=days.end
    ).select_related("session", "officer")
    return Counting(
        rows.order_by("session__begins_at", "pk"), Q(acknowledged_at__isnull=False), "session__division_id"
    )


def _notice_row(notice: Notice, counted: bool) -> Row:
    session, signed = notice.session, notice.acknowledged_at
    when = f"{clock.local(signed):%Y-%m-%d %H:%M}签收" if signed else "未签收"
    return Row(
        session.division_id, f"{clock.local(session.begins_at):%Y-%m-%d} {session.case_number}",
        f"{notice.get_kind_display()}通知，{notice.officer.name}，{when}", counted,
        reverse("admin:staff_live_session", args=[session.pk]),
    )  # fmt: skip


MEASURES: Final = (
    Measure(
        "livestreams_held", "直播场次完成率", SOURCE,
        "其中当日举行并已结束直播庭审的",
        "期内已过去的星期四，节假日停播的不计，轮空的计入，由当日轮到的审判庭承担；"
        f"{IN_SERVICE}，当天的自次日起计",
        tallied(_livestreams), listed(_livestreams),
    ),
    Measure(
        "microblogs_held", "微博场次完成率", SOURCE,
        "其中当日举行并已结束微博庭审的，星期四直播同时微博的也算",
        "期内已过去的星期二和星期四，节假日停播的不计，轮空的计入，由当日轮到的审判庭承担；"
        f"{IN_SERVICE}，当天的自次日起计",
        tallied(_microblogs), listed(_microblogs),
    ),
    Measure(
        "lists_on_time", "列表报送及时率", SOURCE,
        "其中在期限内报送的，写明理由的零报送也算",
        "期内各月应由轮到的审判庭报送且期限已过的直播列表、微博列表，期限之后才因他庭轮空接替的不计；"
        f"{IN_SERVICE}",
        tallied(_lists), listed(_lists),
    ),
    Measure(
        "skips_with_reason", "轮空理由完备率", SOURCE,
        "其中写明了理由的",
        f"日期在期内且已到的轮空；{IN_SERVICE}",
        tallied(_skips), listed(_skips),
    ),
    Measure(
        "quota_met", "法官年定额完成率", SOURCE,
        "其中直播、微博的次数都达到截至该日应有次数的，合议庭成员参加均算",
        "期末（期内为今天）按进度已有应完成次数的轮转审判庭法官，按其最近任职的审判庭计；"
        "全年直播1次、微博2次，按年内任职日数折算，截至该日应有次数按已过日数折算、舍去小数，尚无应完成次数的法官不计；"
        "自当年1月1日或者本系统启用日起计",
        tallied(_quotas), listed(_quotas),
    ),
    Measure(
        "improper_broadcasts", "不宜公开误播次数", SOURCE,
        "其间切断（熔断）的次数，系统不区分切断的原因，因技术原因切断的也计入",
        f"期内已经开播的直播场次；{IN_SERVICE}",
        _cut_tallies, listed(_cuts), unit=Unit.COUNT, low_is_good=True,
    ),
    Measure(
        "notices_acknowledged", "排期通知签收率", SOURCE,
        "其中收件人已经签收（回执）的",
        f"期内开始时间已到的场次的排期、变更和撤下通知；{IN_SERVICE}，尚未开始的场次不计",
        counted_by(_notices), fetched(_notices, _notice_row),
    ),
)  # fmt: skip
