"""What oversight reads of the register: hearings announced in time, progress and keys of new cases (R40, R63).

The app above reads this module and nothing else of the register's figures.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import TruncDate
from django.urls import reverse

from liwan_court.measuring import Measure, Row
from liwan_court.registry.audience import Level
from liwan_court.registry.hearings import listed as public_notices
from liwan_court.registry.models import Case, CaseKey, Division, HearingNotice, Milestone
from liwan_court.tallying import Counting, counted_by, fetched
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from liwan_court.tallying import Days

SOURCE: Final = "案件名册"
AHEAD: Final = timedelta(days=3)
"""By so many days a hearing must be announced before it."""
OLD: Final = timedelta(days=30)
RECENT: Final = timedelta(days=90)
NOT_BEFORE_SERVICE: Final = "本系统启用日以前的不计"


def _notices(days: Days) -> Counting:
    """Notices in force of hearings that have begun; one that was changed is judged by the notice that took its place."""
    rows = public_notices().filter(
        state=HearingNotice.State.ANNOUNCED, begins_at__gte=days.begin, begins_at__lt=days.end
    )
    by = ExpressionWrapper(TruncDate("published_at", tzinfo=clock.ZONE) + AHEAD, output_field=DateField())
    rows = rows.alias(announced_by=by, heard_on=TruncDate("begins_at", tzinfo=clock.ZONE))
    return Counting(rows.order_by("begins_at", "pk"), Q(announced_by__lte=F("heard_on")), "division_id")


def _notice_row(notice: HearingNotice, counted: bool) -> Row:
    begins, published = clock.local(notice.begins_at), clock.local(notice.published_at)
    return Row(
        notice.division_id, notice.case_number, f"{begins:%Y-%m-%d %H:%M}开庭，{published:%Y-%m-%d}公告", counted,
        reverse("admin:staff_register_case", args=[notice.case_id]),
    )  # fmt: skip


def accepted(days: Days) -> QuerySet[Case]:
    """Cases accepted in these days; today's have until tomorrow."""
    rows = Case.objects.filter(accepted_on__gte=days.first, accepted_on__lte=days.last)
    return rows.filter(accepted_on__lt=clock.today()).order_by("accepted_on", "pk")


def _shown_milestones() -> QuerySet[Milestone]:
    """Milestones of a case that some party can read."""
    return Milestone.objects.filter(case=OuterRef("pk"), void_at=None).exclude(level=Level.INTERNAL)


def _progress(days: Days) -> Counting:
    return Counting(accepted(days), Q(Exists(_shown_milestones())), "division_id")


def _keys(days: Days) -> Counting:
    given = Q(Exists(CaseKey.objects.filter(case=OuterRef("pk"))))
    return Counting(accepted(days), given, "division_id")


def _recent(days: Days) -> Counting | None:
    """Open cases of the trial divisions on the last day; nothing is due before the portal has run for so many days."""
    on, since = days.last, days.last - RECENT
    if since < days.since:
        return None
    rows = Case.objects.filter(Q(closed_on=None) | Q(closed_on__gt=on), accepted_on__lt=on - OLD)
    rows = rows.exclude(division__kind=Division.Kind.ENFORCEMENT).order_by("accepted_on", "pk")
    reached = _shown_milestones().filter(on__gte=since, on__lte=on)
    announced = HearingNotice.objects.filter(
        case=OuterRef("pk"), published_at__gte=clock.moment(since), published_at__lt=days.end
    )
    return Counting(rows, Q(Exists(reached)) | Q(Exists(announced)), "division_id")


def case_row(case: Case, counted: bool, yes: str, no: str) -> Row:
    """One case of the register behind a figure."""
    day = f"{case.accepted_on}立案，" if case.accepted_on else ""
    return Row(
        case.division_id, case.number, f"{day}{yes if counted else no}", counted,
        reverse("admin:staff_register_case", args=[case.pk]),
    )  # fmt: skip


MEASURES: Final = (
    Measure(
        "notices_in_time", "开庭公告提前三日发布率", SOURCE,
        "其中公告之日至开庭之日不少于三日的",
        "开庭时间在期内且已到的公开开庭公告，以有效公告为准：改期的按改期后的公告计，已取消的不计；"
        f"{NOT_BEFORE_SERVICE}，尚未开庭的不计",
        counted_by(_notices), fetched(_notices, _notice_row),
    ),
    Measure(
        "progress_public", "新收案件可查进度比例", SOURCE,
        "其中至少有一个当事人可查、未作废的审判进度节点的",
        f"期内立案的全部案件，自立案次日起计；{NOT_BEFORE_SERVICE}",
        counted_by(_progress),
        fetched(_progress, lambda case, yes: case_row(case, yes, "进度可查", "没有可查的进度节点")),
    ),
    Measure(
        "keys_at_acceptance", "立案发放查阅密码比例", SOURCE,
        "其中至今已向至少一名当事人发放过查阅密码的，发放后作废、更换的也算",
        f"期内立案的各类案件，自立案次日起计；{NOT_BEFORE_SERVICE}",
        counted_by(_keys),
        fetched(_keys, lambda case, yes: case_row(case, yes, "已发放查阅密码", "未发放查阅密码")),
    ),
    Measure(
        "milestones_recent", "审判进度更新率", SOURCE,
        f"其中最近{RECENT.days}日内有当事人可查的进度节点或者发布过开庭公告的",
        f"期末（期内为今天）未结、立案已超过{OLD.days}日的审判案件，执行局的案件由执行日志的指标考核；"
        f"本系统启用未满{RECENT.days}日的不计",
        counted_by(_recent),
        fetched(_recent, lambda case, yes: case_row(case, yes, "进度有更新", f"{RECENT.days}日内进度没有更新")),
    ),
)  # fmt: skip
