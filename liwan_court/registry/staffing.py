"""Where the court has too few people for duties that must be kept apart: said before the day on which it hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liwan_court.registry.models import Delegation, Division, Officer, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

FEWEST: Final = 2
SEPARATED: Final = {
    Post.TRIAL_MANAGEMENT: ("审判管理办公室", "本人上传或确认的文书须由另一人审核"),
    Post.TYPIST: ("办公室", "一人缺勤时没有人能提交电子版"),
}
"""Posts of which the court needs at least two people: the office, and why."""


def staffing_warnings(on: date | None = None) -> list[str]:
    """Sentences in Chinese, one for each place where separated duties cannot be kept apart on a day; none when all is well."""
    day = on or clock.today()
    return [*_too_few(day), *_both_sides(day), *_divisions(day), *_vice_president(day)]


def people_in(post: str, day: date, division: Division | None = None) -> set[int]:
    """Ids of the active officers who may act in a post on a day, deputies included."""
    own = PostHolding.objects.on(day).filter(post=post, officer__active=True)
    lent = Delegation.objects.on(day).filter(holding__post=post, deputy__active=True)
    if division is not None:
        own, lent = own.filter(division=division), lent.filter(holding__division=division)
    return set(own.values_list("officer_id", flat=True)) | set(lent.values_list("deputy_id", flat=True))


def _too_few(day: date) -> Iterator[str]:
    for post, (office, why) in SEPARATED.items():
        count = len(people_in(post, day))
        if count < FEWEST:
            yield f"{office}：“{post.label}”只有{count}人，至少需要{FEWEST}人——{why}"


def _both_sides(day: date) -> Iterator[str]:
    both = people_in(Post.TYPIST, day) & people_in(Post.TRIAL_MANAGEMENT, day)
    for officer in Officer.objects.filter(pk__in=both):
        yield f"{officer}同时担任打字员与审核人员：本人提交的文书不能由本人审核，请安排另一名审核人员"


def _divisions(day: date) -> Iterator[str]:
    for division in Division.objects.filter(active=True):
        first = division.first_responsible_on(day)
        if first is None:
            yield f"{division}：没有第一责任人（R18）"
        if not division.reports_effective:
            continue
        heads = people_in(Post.DIVISION_HEAD, day, division)
        if not heads:
            yield f"{division}：没有庭长（部门正职）或者代理人，生效案号报送和标记审批无人办理"
        elif not people_in(Post.JUDGE, day, division) - heads:
            yield f"{division}：除庭长外没有经办法官，庭长提出的标记没有另一人可以审批"


def _vice_president(day: date) -> Iterator[str]:
    if not people_in(Post.VICE_PRESIDENT, day):
        yield "没有分管副院长：须由其审批的除外情形无人审定"
