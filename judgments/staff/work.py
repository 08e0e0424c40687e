"""我的工作: what waits for each post, and when it is due. Counts come from the same queries as the pages they lead to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from judgments.actions.outstanding import outstanding
from judgments.actions.reconcile import reconcile, returns
from judgments.models import Judgment, Mark, NonPublicationRequest, ProblemReport, Upload
from judgments.models.judgment import acting_for
from judgments.runs import eligible
from judgments.staff.periods import collection_of, current_period, working_period
from judgments.staff.uploads import uploads_of
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.registry.staffing import staffing_warnings
from liwan_court.staff_pages import Desk, Item
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.admin import missing_year
from liwan_court.timetable.models import DeadlineRun
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from liwan_court.registry.posts import Actor
    from liwan_court.timetable.deadlines import Occurrence

State = Judgment.State
LIST = "admin:judgments_judgment_changelist"
SOON = timedelta(days=7)


def desks(actor: Actor, *, is_superuser: bool = False) -> list[Desk]:
    """The desks of the actor's posts, the busiest posts of the line first; a superuser has the registers."""
    rows = [desk(actor) for post, desk in DESKS.items() if actor.holds(post)]
    if is_superuser or actor.holds(Post.POLITICAL):
        return [*rows, _registers(accounts=is_superuser)]
    if rows and actor.holds(Post.TRIAL_MANAGEMENT, Post.PRESIDENT):
        rows[0] = rows[0]._replace(warnings=(*rows[0].warnings, *staffing_warnings()))
    return rows


def today_line() -> str:
    """Today, with its weekday and the name of the day."""
    today = clock.today()
    name = calendar.load().name(today)
    return f"{today:%Y年%m月%d日} {WEEKDAYS[today.weekday()]}" + (f"，{name}" if name else "")


def due_sentence(occurrence: Occurrence) -> str:
    """By when, and why on that day: 11月20日（周五）24:00前 …"""
    day = occurrence.date
    at = deadlines.deadline(occurrence.name).at
    hour = f"{at:%H:%M}" if at else "24:00前"
    left = (day - clock.today()).days
    ahead = "今天" if left == 0 else f"还有{left}天" if left > 0 else f"已过{-left}天"
    provisional = "（暂定）" if occurrence.provisional else ""
    reason = f" {occurrence.reason}" if occurrence.reason else ""
    where = f"{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）{hour}"
    return f"{occurrence.label}：{where}，{ahead}{provisional}。{reason}".strip()


def _next(name: str) -> Occurrence:
    return deadlines.current_or_next(name, clock.now(), calendar.load())


def _states(actor: Actor, *states: str) -> int:
    return Judgment.objects.visible_to(actor).filter(state__in=states).count()


def _listed(state: str) -> str:
    return f"{reverse(LIST)}?state__exact={state}"


def _typist(actor: Actor) -> Desk:
    mine = uploads_of(actor)
    numbers = mine.filter(state=Upload.State.NEEDS_NUMBER).count()
    conflicts = mine.filter(state=Upload.State.CONFLICT).count()
    waiting = reverse("admin:staff_waiting_files")
    return Desk(
        "打字员",
        [
            Item("上传裁判文书", reverse("admin:staff_upload"), note="可一次选择多个 .docx"),
            Item("案号需确认的文件", waiting, numbers, urgent=True),
            Item("与已有文件冲突", waiting, conflicts, urgent=True),
            Item("被退回的文书", _listed(State.RETURNED), _states(actor, State.RETURNED), urgent=True),
            Item("待确认当事人", _listed(State.DRAFT), _states(actor, State.DRAFT)),
            Item("更正中，等待更正后的文件", _listed(State.CORRECTING), _states(actor, State.CORRECTING)),
        ],
        (due_sentence(_next("collection")),),
    )


def _head(actor: Actor) -> Desk:
    ids = actor.divisions(Post.DIVISION_HEAD)
    divisions = list(Division.objects.filter(pk__in=ids, reports_effective=True))
    period = working_period()
    marks = Mark.objects.filter(state=Mark.State.PENDING_HEAD, judgment__division__in=ids)
    asked = NonPublicationRequest.objects.filter(
        decision=NonPublicationRequest.Decision.PENDING, judgment__division__in=ids
    )
    names = {division.name for division in divisions}
    differences = sum(row.division in names for row in reconcile(period))
    waiting = outstanding().filter(division__in=ids).count()
    return Desk(
        "庭长",
        [
            *(
                _return_of(division, month)
                for division in divisions
                for month in sorted({period, current_period()})
            ),
            *_pending("待审批的标记", [mark.judgment_id for mark in marks]),
            *_pending("待决定的不公开申请", [row.judgment_id for row in asked]),
            Item("本庭三方核对差异", reverse("admin:staff_reconciliation", args=[period]), differences),
            Item("本庭应公开未公开", reverse("admin:staff_outstanding"), waiting),
        ],
        (due_sentence(_next("collection")),),
    )


def _return_of(division: Division, period: str) -> Item:
    """The return of a month; it stands out once its collection has closed, or closes within a week."""
    row = next(row for row in returns(period) if row["code"] == division.code)
    url = reverse("admin:staff_report", args=[period, division.code])
    missing = row["state"] == "missing"
    due = collection_of(period).due
    soon = due is not None and due - clock.now() < SOON
    note = "逾期未报" if missing and due and due <= clock.now() else f"{row['label']}，{row['count']}件"
    return Item(f"{division} {period} 生效案号报送", url, int(missing), note, urgent=soon)


def _pending(label: str, judgment_ids: list[int]) -> list[Item]:
    """One entry; with a single judgment waiting it leads straight there."""
    if len(judgment_ids) == 1:
        return [Item(label, reverse("admin:staff_life", args=judgment_ids), 1, urgent=True)]
    ids = ",".join(str(pk) for pk in sorted(set(judgment_ids)))
    return [
        Item(label, f"{reverse(LIST)}?pk__in={ids}" if ids else reverse(LIST), len(judgment_ids), urgent=True)
    ]


def _judge(actor: Actor) -> Desk:
    mine = Judgment.objects.filter(handling_judge_id__in=acting_for(actor, Post.JUDGE))
    open_cases = mine.exclude(state__in=(State.PUBLISHED, State.EXCLUDED, State.WITHDRAWN))
    return Desk(
        "经办法官",
        [
            Item("标记“不上网公开”并打印", reverse("admin:staff_mark"), note="须选《实施办法》第一条情形"),
            Item("登记当事人的不公开申请", reverse("admin:staff_request")),
            Item("本人文书：待确认当事人", _listed(State.DRAFT), mine.filter(state=State.DRAFT).count()),
            Item("本人文书：尚未公布", reverse(LIST), open_cases.count()),
        ],
    )


def _management(actor: Actor) -> Desk:
    period = working_period()
    publication = _next("publication")
    end = publication.window[1] if publication.window else clock.today()
    missing = sum(row["state"] == "missing" for row in returns(period))
    problems = ProblemReport.objects.filter(state=ProblemReport.State.OPEN).count()
    waiting = uploads_of(actor).filter(state__in=(Upload.State.NEEDS_NUMBER, Upload.State.CONFLICT)).count()
    return Desk(
        "审判管理办公室",
        [
            Item("待审核", _listed(State.REVIEW), _states(actor, State.REVIEW), urgent=True),
            Item(
                "三方核对差异", reverse("admin:staff_reconciliation", args=[period]), len(reconcile(period))
            ),
            Item(
                f"{period} 未报送的部门",
                f"{reverse('admin:staff_reports')}?period={period}",
                missing,
                urgent=True,
            ),
            Item("应公开未公开", reverse("admin:staff_outstanding"), outstanding().count()),
            Item("下一批可公布", reverse("admin:staff_batches"), eligible(end).count()),
            Item("待处理的文件", reverse("admin:staff_waiting_files"), waiting),
            Item("更正中", _listed(State.CORRECTING), _states(actor, State.CORRECTING)),
            Item(
                "读者指出的问题",
                f"{reverse('admin:judgments_problemreport_changelist')}?state__exact=open",
                problems,
                urgent=True,
            ),
        ],
        (due_sentence(_next("collection")), due_sentence(publication)),
        _failed_runs(),
    )


def _failed_runs() -> tuple[str, ...]:
    rows = DeadlineRun.objects.filter(state=DeadlineRun.State.FAILED)[:5]
    return tuple(
        f"{deadlines.deadline(row.deadline).label} {row.period}：{row.get_state_display()}" for row in rows
    )


def _vice_president(_actor: Actor) -> Desk:
    pending = Mark.objects.filter(state=Mark.State.PENDING_VICE_PRESIDENT)
    asked = NonPublicationRequest.objects.filter(decision=NonPublicationRequest.Decision.PENDING)
    return Desk(
        "分管副院长",
        [
            *_pending("待审批的标记", list(pending.values_list("judgment_id", flat=True))),
            *_pending("待决定的不公开申请", list(asked.values_list("judgment_id", flat=True))),
            Item("应公开未公开", reverse("admin:staff_outstanding"), outstanding().count()),
        ],
    )


def _president(_actor: Actor) -> Desk:
    waiting = Judgment.objects.filter(exclusion__batch__isnull=True, state=State.EXCLUDED).count()
    return Desk(
        "院长",
        [
            Item(
                "将进入公开登记的不公开事项",
                _listed(State.EXCLUDED),
                waiting,
                "可决定暂不登记，须写明理由",
            ),
            Item("应公开未公开", reverse("admin:staff_outstanding"), outstanding().count()),
        ],
        (due_sentence(_next("publication")),),
    )


def _auditor(_actor: Actor) -> Desk:
    return Desk(
        "审计员",
        [
            Item("流转记录", reverse("admin:judgments_transition_changelist")),
            Item("原件查阅记录", reverse("admin:judgments_originalaccess_changelist")),
            Item("公布账本", reverse("admin:judgments_ledgerentry_changelist")),
            Item("名册变更记录", reverse("admin:auditlog_logentry_changelist")),
        ],
    )


def _filing(_actor: Actor) -> Desk:
    return Desk(
        "立案庭",
        [
            Item("登记不公开申请", reverse("admin:staff_request")),
            Item("案件与当事人", reverse("admin:registry_case_changelist")),
        ],
    )


def _registers(*, accounts: bool) -> Desk:
    """People and posts, for 政治处 too; accounts and the calendar for the administrator only."""
    year = missing_year()
    hint = (f"{year}年放假安排尚未登记，{year}年的期限均为暂定",) if year else ()
    people = [
        Item("人员与岗位", reverse("admin:registry_officer_changelist")),
        Item("部门与第一责任人", reverse("admin:registry_division_changelist")),
        Item("代理", reverse("admin:registry_delegation_changelist")),
    ]
    technical = [
        Item("账号", reverse("admin:auth_user_changelist")),
        Item("工作日历", reverse("admin:timetable_workcalendarday_changelist")),
    ]
    title, items = ("系统管理", [*people, *technical]) if accounts else ("政治处", people)
    return Desk(title, items, warnings=(*hint, *staffing_warnings()))


DESKS: dict[str, Callable[[Actor], Desk]] = {
    Post.TYPIST: _typist,
    Post.TRIAL_MANAGEMENT: _management,
    Post.DIVISION_HEAD: _head,
    Post.JUDGE: _judge,
    Post.VICE_PRESIDENT: _vice_president,
    Post.PRESIDENT: _president,
    Post.FILING: _filing,
    Post.AUDITOR: _auditor,
}
