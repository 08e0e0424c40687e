"""R39: the nightly search: whatever becomes public after publication is searched again, file by file, and told without repeating it."""

from __future__ import annotations

import logging

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from judgments.actions.withdraw import GROUNDS
from judgments.models import Judgment, PublicEdition
from judgments.nightly import check_everything_published
from tests.acceptance.walked import VERDICT, walked
from tests.documents import judgment_docx
from tests.staff_court import Court, at, page

pytestmark = pytest.mark.django_db
SECRET = "沈立平"


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


@pytest.fixture
def published(court: Court, clock_at) -> Judgment:
    return walked(court, clock_at, VERDICT)


def test_r39_a_clean_night_says_what_it_searched(published):
    found = check_everything_published()
    assert (found.searched, found.leaking, found.missing, found.broken_entry) == (1, (), (), None)


@pytest.mark.parametrize(
    "field", ["html", "text", "title", "correction_note"], ids=["page", "text", "title", "note"]
)
def test_r39_a_secret_in_what_a_reader_gets_is_found(published, caplog, field):
    edition = PublicEdition.objects.get()
    mark = f"<p>{SECRET}</p>" if field == "html" else f"\n{SECRET}"
    setattr(edition, field, getattr(edition, field) + mark)
    edition.save()
    with caplog.at_level(logging.ERROR):
        assert check_everything_published().leaking == (published.slug,)
    assert published.slug in caplog.text
    assert SECRET not in caplog.text


def test_r39_a_secret_in_what_only_the_index_and_the_feed_say_is_found(published):
    published.cause = f"{SECRET}合同纠纷"
    published.save()
    assert check_everything_published().leaking == (published.slug,)


def test_r39_a_file_that_was_exchanged_is_found_and_a_missing_one_is_told(published):
    name = PublicEdition.objects.get().docx.name
    default_storage.delete(name)
    assert check_everything_published().missing == (published.slug,)
    default_storage.save(name, ContentFile(judgment_docx(VERDICT)))
    assert check_everything_published().leaking == (published.slug,)


def test_r39_what_is_withdrawn_is_not_public_and_not_searched(published, court):
    at(court.reviewer).post(page("withdraw", published.pk), {"ground": GROUNDS[0], "reason": "漏名"})
    published.refresh_from_db()
    assert published.state == Judgment.State.WITHDRAWN
    assert check_everything_published().searched == 0
