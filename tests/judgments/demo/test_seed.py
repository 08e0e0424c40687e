"""One seeding in a year whose holidays nobody has announced, looked at from every side."""

from collections import Counter
from contextlib import nullcontext
from datetime import date, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from judgments.demo.court import ROLES
from judgments.demo.desk import FILES_EARLY
from judgments.demo.seed import CannotSeed, is_complete, seed
from judgments.models import (
    Batch,
    EffectiveReport,
    Exclusion,
    Judgment,
    Mark,
    NonPublicationRequest,
    PublicEdition,
    Review,
    Transition,
    Upload,
)
from liwan_court.registry.models import Division, Officer
from liwan_court.registry.posts import Actor
from liwan_court.registry.staffing import staffing_warnings
from liwan_court.timetable import clock
from liwan_court.timetable.models import DeadlineRun, Service

NOW = clock.moment(date(2028, 3, 10), time(10))
BATCHES = ("2027-12", "2028-01", "2028-02")


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), clock.at(NOW):
        seed(lambda _label: nullcontext(), history_months=1)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]


@pytest.fixture(autouse=True)
def _now():
    with clock.at(NOW):
        yield


def account(username: str) -> Actor:
    return Actor.of(Officer.objects.get(user__username=username).user)


def test_three_batches_were_collected_and_published_by_their_deadlines():
    done = DeadlineRun.objects.filter(state=DeadlineRun.State.DONE, supplement=0)
    assert set(done.filter(deadline="publication").values_list("period", flat=True)) == set(BATCHES)
    assert set(done.filter(deadline="collection").values_list("period", flat=True)) == set(BATCHES)
    for period in BATCHES:
        assert Batch.objects.get(period=period, supplement=0).editions.count() >= 8


def test_every_division_reported_for_every_batch_one_late_and_some_with_nothing():
    for period in BATCHES:
        reports = EffectiveReport.objects.filter(period=period)
        assert reports.count() == Division.objects.filter(reports_effective=True).count()
        assert reports.filter(late=True).count() == 1
    assert EffectiveReport.objects.filter(period__in=BATCHES, nil=True).exists()


def test_what_was_approved_late_came_with_a_supplement():
    assert Batch.objects.filter(supplement=1, editions__isnull=False).exists()


def test_what_was_kept_back_entered_the_register_with_its_ground():
    grounds = Counter(Exclusion.objects.filter(batch__isnull=False).values_list("ground__code", flat=True))
    assert set(grounds) == {"E2", "E3", "E4", "E5"}


def test_one_page_was_withdrawn_and_one_corrected_at_its_address():
    withdrawn = Judgment.objects.get(state=Judgment.State.WITHDRAWN)
    assert withdrawn.editions.get().withdrawn_at is not None
    corrected = PublicEdition.objects.get(version=2)
    assert corrected.correction_note
    assert corrected.judgment.edition == corrected


def test_nobody_reviewed_what_he_uploaded():
    assert Review.objects.filter(decision=Review.Decision.APPROVED).count() > 30
    assert not Review.objects.filter(reviewer=F("uploader")).exists()


def test_no_party_stands_in_anything_public():
    public = PublicEdition.objects.filter(from_history=False).select_related("judgment__case")
    for edition in public:
        for party in edition.judgment.case.parties.all():
            hidden = [name for name in (party.name, *party.aliases, *party.addresses) if len(name) > 2]
            assert not [name for name in hidden if name in edition.text or name in edition.title]


def test_the_older_past_is_marked_and_the_rest_was_really_walked():
    assert PublicEdition.objects.filter(from_history=True, batch__from_history=True).count() > 8
    walked = Transition.objects.filter(judgment__edition__from_history=False)
    assert walked.exists()
    assert not walked.filter(injected_clock=False).exists()


@pytest.mark.parametrize(
    "state",
    [
        Judgment.State.AWAITING_FILE,
        Judgment.State.DRAFT,
        Judgment.State.REVIEW,
        Judgment.State.RETURNED,
        Judgment.State.APPROVED,
    ],
)
def test_work_of_every_kind_is_waiting(state):
    assert Judgment.objects.filter(state=state).exists()


def test_marks_wait_for_the_head_and_for_the_vice_president_and_an_application_for_a_decision():
    waiting = set(Mark.objects.values_list("state", flat=True))
    assert {Mark.State.PENDING_HEAD, Mark.State.PENDING_VICE_PRESIDENT} <= waiting
    assert NonPublicationRequest.objects.filter(decision=NonPublicationRequest.Decision.PENDING).exists()


def test_files_that_cannot_go_on_say_why():
    stopped = Upload.objects.exclude(state__in=[Upload.State.DRAFTED, Upload.State.SUPERSEDED])
    states = Counter(stopped.values_list("state", flat=True))
    assert states == {Upload.State.CONFLICT: 1, Upload.State.NEEDS_NUMBER: 1, Upload.State.REFUSED: 2}
    assert all(stopped.values_list("message", flat=True))


def test_before_the_window_closes_some_divisions_have_still_to_report():
    filed = set(EffectiveReport.objects.filter(period="2028-03").values_list("division__code", flat=True))
    assert filed == set(FILES_EARLY)


def test_every_role_has_an_account_that_may_enter_and_the_vendor_sees_nothing():
    for username in ROLES.keys() - {"admin"}:
        assert account(username).duties
    assert not Judgment.objects.visible_to(account("vendor")).exists()
    assert 0 < Judgment.objects.visible_to(account("typist")).count() < Judgment.objects.count()


def test_no_separated_duty_wants_for_people():
    assert staffing_warnings() == []


def test_nothing_of_the_past_is_caught_up_when_the_portal_opens():
    last_of_the_past = Batch.objects.filter(from_history=True).latest("period")
    assert clock.moment(Service.objects.get().since) > last_of_the_past.published_at


def test_a_portal_with_people_in_it_is_not_seeded_again():
    assert is_complete()
    with pytest.raises(CannotSeed, match="已有人员或文书"):
        seed(lambda _label: nullcontext())


def test_the_command_says_that_it_is_done_and_who_may_log_in(settings):
    settings.DEMO = True
    before = Transition.objects.count()
    out = StringIO()
    call_command("seed_demo", stdout=out)
    assert "已经载入" in out.getvalue()
    assert all(username in out.getvalue() for username in ROLES)
    assert Transition.objects.count() == before


def test_outside_a_demonstration_the_command_refuses(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("seed_demo")


def test_a_day_that_is_none_is_refused(settings):
    settings.DEMO = True
    with pytest.raises(CommandError, match="不是日期"):
        call_command("seed_demo", today="三月十日")
