"""What each figure means, told by single judgments at the borders."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments import measures
from judgments.models import IndexOutbox, Mark, NonPublicationRequest, Upload, UploadBatch
from liwan_court.measuring import Tally, span, total
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from tests import factories

pytestmark = pytest.mark.django_db
NAMED = {measure.name: measure for measure in measures.MEASURES}
JULY = clock.moment(dt.date(2026, 7, 1))


@pytest.fixture(autouse=True)
def in_july(clock_at):
    clock_at(JULY)
    Service.objects.create(since=dt.date(2026, 1, 5))


def whole(name: str, period: str = "2026Q1") -> Tally:
    return total(NAMED[name].tallies(span(period)))


def test_the_20th_closes_a_quarter_and_the_21st_opens_the_next():
    factories.make_published(effective_on=dt.date(2026, 3, 20), period="2026-03")
    factories.make_judgment(effective_on=dt.date(2026, 3, 21))
    assert whole("publication_rate", "2026Q1") == Tally(1, 1)
    assert whole("publication_rate", "2026Q2") == Tally(0, 1)
    assert whole("publication_rate", "2026") == Tally(1, 2)


def test_a_corrected_page_is_public_and_one_taken_back_is_not():
    factories.make_corrected(factories.make_published(effective_on=dt.date(2026, 3, 2), period="2026-03"))
    factories.make_withdrawn(factories.make_published(effective_on=dt.date(2026, 3, 2), period="2026-03"))
    factories.make_excluded(effective_on=dt.date(2026, 3, 2), period="2026-03")
    assert whole("publication_rate") == Tally(1, 2)
    assert whole("corrections", "2026Q2") == Tally(1, 2)
    assert whole("corrections", "2026Q1") == Tally(1, 2)
    assert whole("corrections", "2026Q3") == Tally(0, 1)


def test_history_is_published_but_owes_neither_report_nor_file():
    factories.make_published(effective_on=dt.date(2025, 10, 9), period="2025-10", from_history=True)
    assert whole("publication_rate", "2025Q4") == Tally(1, 1)
    assert whole("published_on_schedule", "2025Q4") == Tally(1, 1)
    assert whole("files_on_time", "2025Q4") == whole("reports_on_time", "2025Q4") == Tally()
    found = measures.funnel(span("2025Q4"))
    assert [count for _, _, count in found.steps] == [1, 1, 1, 1, 1]


def test_a_rest_day_on_the_20th_gives_files_until_the_next_working_day():
    """20 June 2026 is the Saturday of 端午: the collection closes with Monday the 22nd."""
    for uploaded_at in (
        clock.moment(dt.date(2026, 6, 22), dt.time(23, 59)),
        clock.moment(dt.date(2026, 6, 23)),
    ):
        judgment = factories.make_judgment(effective_on=dt.date(2026, 6, 1))
        batch = UploadBatch.objects.create(uploaded_by=factories.make_user(), uploaded_at=uploaded_at)
        Upload.objects.create(
            batch=batch, judgment=judgment, state="drafted", filename="f", sha256=f"{judgment.pk}", size=1
        )
    assert whole("files_on_time", "2026Q2") == Tally(1, 2)


def test_a_wide_ground_wants_head_and_vice_president_and_every_ground_a_reason():
    """Kept back for 不良影响 (E5): with both approvals, one of them refused, one of them missing, no mark; and E3 without reason."""
    user = factories.make_user()
    for granted in ((True, True), (True, False), (True,), None):
        kept = factories.make_excluded(effective_on=dt.date(2026, 3, 2), period="2026-03", ground="E5")
        if granted is not None:
            posts = zip(("division_head", "vice_president"), granted, strict=False)
            kept.mark = Mark.objects.create(
                judgment=kept.judgment, ground=kept.ground, reason="理由", marked_by=user, state=Mark.State.IN_FORCE,
                approvals=[{"post": post, "granted": each} for post, each in posts],
            )  # fmt: skip
            kept.save()
    assert whole("exclusions_with_reason") == Tally(1, 4)
    plain = factories.make_excluded(effective_on=dt.date(2026, 3, 2), period="2026-03", ground="E3")
    assert whole("exclusions_with_reason") == Tally(2, 5)
    plain.reason = " \u3000"
    plain.save()
    assert whole("exclusions_with_reason") == Tally(1, 5)


def test_a_supplement_and_a_later_batch_are_public_but_not_on_schedule():
    march = dt.date(2026, 3, 2)
    factories.make_published(effective_on=march, period="2026-03")
    factories.make_published(effective_on=march, period="2026-03", supplement=1)
    factories.make_published(effective_on=march, period="2026-04", late=True)
    assert whole("publication_rate") == Tally(3, 3)
    assert whole("published_on_schedule") == Tally(1, 3)


def test_an_application_wants_its_answer_before_the_batch():
    batch = clock.moment(dt.date(2026, 3, 25), dt.time(9))
    for received, decided in (
        (dt.date(2026, 3, 24), batch - dt.timedelta(minutes=1)),
        (dt.date(2026, 3, 24), batch),
        (dt.date(2026, 3, 1), None),
        (dt.date(2026, 3, 25), None),
    ):
        NonPublicationRequest.objects.create(
            judgment=factories.make_judgment(effective_on=dt.date(2026, 3, 2)), applicant_role="被告",
            reason="理由", received_on=received, decided_at=decided, decision="refused" if decided else "pending",
        )  # fmt: skip
    assert whole("answered_applications") == Tally(1, 3)


def test_the_index_is_behind_where_a_public_page_waits_in_the_outbox():
    waiting = factories.make_published(effective_on=dt.date(2026, 3, 2), period="2026-03")
    factories.make_published(effective_on=dt.date(2026, 3, 2), period="2026-03")
    IndexOutbox.objects.create(judgment=waiting, operation="add")
    assert NAMED["search_current"].tallies(span("2026Q1")) == {None: Tally(1, 2)}
    assert [row.what for row in NAMED["search_current"].held_against(span("2026Q1"))] == [str(waiting)]


def test_what_counts_against_a_wide_ground_is_what_it_kept_back():
    factories.make_published(effective_on=dt.date(2026, 3, 2), period="2026-03")
    kept = factories.make_excluded(effective_on=dt.date(2026, 3, 2), period="2026-03", ground="E7").judgment
    assert whole("open_grounds_share") == Tally(1, 2)
    assert [row.what for row in NAMED["open_grounds_share"].held_against(span("2026Q1"))] == [str(kept)]
