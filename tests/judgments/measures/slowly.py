"""The same figures once more, judgment by judgment in plain Python: what the fast ones are held against."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from judgments.actions.identify import period_of
from judgments.models import (
    Batch,
    EffectiveReport,
    Exclusion,
    IndexOutbox,
    Judgment,
    NonPublicationRequest,
    PublicEdition,
    Upload,
)
from liwan_court.registry.models import Division
from liwan_court.timetable import calendar, clock
from liwan_court.timetable.models import Service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.measuring import Span


class Seen(NamedTuple):
    """One thing in the denominator of a figure."""

    division: int | None
    what: str
    counted: bool


def closes(month: str) -> dt.datetime:
    """When the collection of a month ends: with the 20th or the next working day."""
    day, kept = dt.date.fromisoformat(f"{month}-20"), calendar.load()
    while not kept.is_workday(day):
        day += dt.timedelta(days=1)
    return clock.moment(day + dt.timedelta(days=1))


def goes_out(month: str) -> dt.datetime:
    """When the batch of a month is due."""
    return clock.moment(dt.date.fromisoformat(f"{month}-25"), dt.time(9))


def in_service(month: str) -> bool:
    """Whether the portal was there when a collection ended."""
    row = Service.objects.first()
    return row is not None and closes(month) > clock.moment(row.since)


def in_windows(span: Span) -> Iterator[Judgment]:
    """Judgments of the span's windows, whatever today is."""
    for judgment in Judgment.objects.all():
        if judgment.effective_on and period_of(judgment.effective_on) in span.months:
            yield judgment


def in_force(span: Span) -> Iterator[Judgment]:
    """Of these, what has taken effect by today."""
    return (judgment for judgment in in_windows(span) if judgment.effective_on <= clock.today())


def owed(span: Span) -> Iterator[Judgment]:
    """What should be public by now."""
    for judgment in in_windows(span):
        if judgment.state != "excluded" and goes_out(period_of(judgment.effective_on)) <= clock.now():
            yield judgment


def is_public(judgment: Judgment) -> bool:
    return judgment.edition is not None and judgment.edition.withdrawn_at is None


def first_edition(judgment: Judgment) -> PublicEdition | None:
    return min(judgment.editions.all(), key=lambda edition: edition.version, default=None)


def publication_rate(span):
    for judgment in owed(span):
        yield Seen(judgment.division_id, str(judgment), is_public(judgment))


def reports_on_time(span):
    for division in Division.objects.all():
        for month in span.months:
            if not division.reports_effective or closes(month) > clock.now() or not in_service(month):
                continue
            reports = EffectiveReport.objects.filter(division=division, period=month)
            if division.active or reports:
                good = any(not report.late for report in reports)
                yield Seen(division.pk, f"{month} 生效案号报表", good)


def files_on_time(span):
    for judgment in owed(span):
        month = period_of(judgment.effective_on)
        if in_service(month) and closes(month) <= clock.now():
            taken = Upload.objects.filter(judgment=judgment).exclude(state__in=("conflict", "refused"))
            first = min((upload.batch.uploaded_at for upload in taken), default=None)
            yield Seen(judgment.division_id, str(judgment), first is not None and first < closes(month))


def published_on_schedule(span):
    for judgment in owed(span):
        first = first_edition(judgment)
        own = (period_of(judgment.effective_on), 0)
        good = first is not None and (first.batch.period, first.batch.supplement) == own
        yield Seen(judgment.division_id, str(judgment), good)


def seventh(judgment: Judgment) -> dt.date:
    """The last of seven working days, counted day by day where it is not on record."""
    day, left, kept = judgment.effective_on, 7, calendar.load()
    while left:
        day += dt.timedelta(days=1)
        left -= kept.is_workday(day)
    return judgment.due_seven_days or day


def published_in_seven_days(span):
    for judgment in in_windows(span):
        first = first_edition(judgment)
        if first and judgment.state != "excluded":
            good = clock.local(first.published_at).date() <= seventh(judgment)
            yield Seen(judgment.division_id, str(judgment), good)


def is_approved(exclusion: Exclusion) -> bool:
    demanded, mark = exclusion.ground.approval, exclusion.mark
    if demanded == "none":
        return True
    if mark is None or mark.state != "in_force":
        return False
    if demanded == "application":
        return mark.request is not None and mark.request.decision == "granted"
    needed = {"head": {"division_head"}, "head_and_vice_president": {"division_head", "vice_president"}}
    return needed[demanded] <= {row["post"] for row in mark.approvals if row["granted"] is True}


def exclusions_with_reason(span):
    for judgment in in_force(span):
        for exclusion in Exclusion.objects.filter(judgment=judgment):
            good = bool(exclusion.reason.strip()) and is_approved(exclusion)
            yield Seen(judgment.division_id, str(judgment), good)


def open_grounds_share(span):
    for judgment in in_force(span):
        exclusion = Exclusion.objects.filter(judgment=judgment).first()
        wide = exclusion is not None and exclusion.ground.code in {"E5", "E7", "S5"}
        yield Seen(judgment.division_id, str(judgment), wide)


def corrections(span):
    for edition in PublicEdition.objects.all():
        later = PublicEdition.objects.filter(judgment=edition.judgment, version__gt=edition.version)
        ends = [row.published_at for row in later] + [edition.withdrawn_at] * bool(edition.withdrawn_at)
        if clock.local(edition.published_at).date() > span.last or clock.today() < span.first:
            continue
        if any(clock.local(end).date() < span.first for end in ends):
            continue
        events = [edition.published_at] if edition.version > 1 else []
        events += [edition.withdrawn_at] if edition.withdrawn_at else []
        good = any(span.first <= clock.local(event).date() <= span.last for event in events)
        yield Seen(edition.judgment.division_id, str(edition.judgment), good)


def search_current(span):
    waiting = {row.judgment_id for row in IndexOutbox.objects.all()}
    for judgment in Judgment.objects.all():
        if clock.today() < span.first or not is_public(judgment):
            continue
        if clock.local(judgment.edition.published_at).date() <= span.last:
            yield Seen(None, str(judgment), judgment.pk not in waiting)


def answered_applications(span):
    for request in NonPublicationRequest.objects.all():
        day = request.judgment.effective_on
        if day is None or not span.first <= request.received_on <= span.last:
            continue
        limit = goes_out(period_of(day))
        if limit <= clock.now() and request.received_on < limit.date():
            good = request.decided_at is not None and request.decided_at < limit
            yield Seen(request.judgment.division_id, str(request.judgment), good)


def fate(judgment: Judgment) -> str:
    """The one fate of a judgment in force."""
    if is_public(judgment):
        return "published"
    if judgment.state == "excluded":
        return "excluded"
    ends = [batch.window_end for batch in Batch.objects.all() if batch.published_at]
    if judgment.state == "awaiting_file" and ends and judgment.effective_on <= max(ends):
        return "missing"
    return "pending"


def steps(judgment: Judgment) -> set[str]:
    """How far a judgment got."""
    reached = {"effective"}
    approved = judgment.state == "approved" or judgment.editions.exists()
    collected = approved or judgment.uploads.filter(state__in=("drafted", "superseded")).exists()
    if collected or judgment.report_lines.exists():
        reached.add("reported")
    if collected:
        reached.add("collected")
    if approved:
        reached.add("approved")
    if is_public(judgment):
        reached.add("published")
    return reached


def working_days(effective: dt.date, published: dt.date) -> int:
    """How many working days after taking effect; a rest day counts as the next working day."""
    count, day, kept = 0, effective, calendar.load()
    while day < published:
        count, day = count + 1, kept.next_workday(day, inclusive=False)
    return count
