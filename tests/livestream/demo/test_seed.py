"""The demonstration of livestream: played by the real actions on any day, an unannounced year included, and nobody named in public."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from judgments.demo import court as people
from livestream.demo.cases import FIRMS, PERSONS, Docket
from livestream.demo.seed import is_wanted, seed
from livestream.demo.today import MARK
from livestream.models import MicroblogPost, Session, Signature, UnitChange
from liwan_court.registry import defaults
from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from tests.livestream.court import said

pytestmark = pytest.mark.django_db
# A Thursday after its hearing; the eve of one before its preview; a judge who stands in for the head; a year not announced.
DAYS = [
    dt.datetime(2026, 11, 26, 17, 0, tzinfo=clock.ZONE),
    dt.datetime(2026, 12, 2, 16, 20, tzinfo=clock.ZONE),
    dt.datetime(2027, 2, 16, 23, 50, tzinfo=clock.ZONE),
    dt.datetime(2028, 3, 1, 9, 0, tzinfo=clock.ZONE),
]


@pytest.fixture(params=DAYS, ids=lambda day: f"{day:%Y-%m-%d}")
def played(request: pytest.FixtureRequest, tmp_path: Any, settings: Any) -> dt.datetime:
    now: dt.datetime = request.param
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    with clock.at(now):
        defaults.load()
        people.found(now.date())
        seed(past_months=1)
    return now


def test_the_months_are_played_the_pages_are_full_and_nothing_is_played_twice(
    played: dt.datetime, capsys: pytest.CaptureFixture[str], settings: Any
) -> None:
    _held_and_live(played)
    _public_pages(played)
    settings.DEMO = True
    count = Session.objects.count()
    assert not is_wanted()
    call_command("seed_live_demo")
    assert "没有改动" in capsys.readouterr().out
    assert Session.objects.count() == count


def _held_and_live(played: dt.datetime) -> None:
    held = Session.objects.filter(state="ended")
    assert held.count() >= 5
    assert all(clock.local(row.begins_at).weekday() in (1, 3) for row in held)
    live = Session.objects.get(state="live")
    assert live.begins_at <= played <= live.ends_at
    assert MicroblogPost.objects.filter(session=live, state="published").count() >= 3
    posts = MicroblogPost.objects.filter(published_at__isnull=False)
    assert not posts.filter(published_at__gt=played).exists(), "nothing is said before its time"
    for session in held:
        roles = Signature.objects.filter(screening__nomination=session.nomination).values_list(
            "role", "decision"
        )
        assert dict(roles) == {"judge": "pass", "head": "pass"}
    if clock.local(live.begins_at).weekday() not in (1, 3):
        assert live.summary.startswith(MARK)


def _public_pages(played: dt.datetime) -> None:
    live = Session.objects.get(state="live")
    with clock.at(played):
        pages = [
            said(Client().get(path))
            for path in ("/live/", "/live/archive/", live.get_absolute_url(), "/live/feed/")
        ]
    for text in pages:
        assert live.case_number in text or "场" in text
        assert not [name for name in (*PERSONS, *FIRMS) if name in text]


def test_it_is_refused_where_it_is_no_demonstration(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("seed_live_demo")
    assert not UnitChange.objects.exists()


def test_each_division_hears_cases_of_its_own_kind(db: None) -> None:
    with clock.at(DAYS[0]):
        defaults.load()
        people.found(DAYS[0].date())
        docket, day = Docket(), DAYS[0].date()
        made = {
            code: docket.case(division, division.officers.all()[0], day)[0]
            for code in ("xingting", "xingzheng", "minyi")
            for division in [Division.objects.get(code=code)]
        }
    assert {code: case.number[11] for code, case in made.items()} == {
        "xingting": "刑",
        "xingzheng": "行",
        "minyi": "民",
    }
    assert [party.role for party in made["xingting"].parties.all()] == ["被告人"]
