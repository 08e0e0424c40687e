"""The demonstration of the bureau: six weeks through the real actions, no week missed, keys that open (R59–R64)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from enforcement_logs import late
from enforcement_logs.demo.keys import printed
from enforcement_logs.demo.seed import is_wanted, seed
from enforcement_logs.models import LogBatch, LogEntry, PublishedEntry
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import Service
from tests.enforcement_logs.bureau import APPLICANT, DEBTOR, build_bureau, case_page, knock, make_case

MOMENTS = [
    dt.datetime(2026, 11, 27, 9, tzinfo=clock.ZONE),
    dt.datetime(2026, 3, 14, 20, tzinfo=clock.ZONE),
    dt.datetime(2027, 2, 20, 8, tzinfo=clock.ZONE),
    dt.datetime(2026, 2, 18, 11, tzinfo=clock.ZONE),
]
"""A Friday morning, a Saturday, a Saturday of a year not announced, the Spring Festival."""


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%Y-%m-%d}")
def test_six_weeks_are_played_and_the_printed_keys_open(db, moment):
    with clock.at(moment):
        bureau = build_bureau()
        Service.objects.update(since=moment.date() - dt.timedelta(days=90))
        accepted = moment.date() - dt.timedelta(days=80)
        make_case(
            91,
            bureau.head.division,
            bureau.judge,
            "民初",
            field="民事",
            accepted_on=accepted,
            closed_on=moment.date(),
        )
        assert is_wanted()
        seed()
        assert not is_wanted()
        assert late.missed() == []
        assert [
            report.occurrence.name for report in runs.wake() if report.occurrence.name.startswith("log_")
        ] == []
        assert LogEntry.objects.filter(late=True).exists()
        assert PublishedEntry.objects.filter(version_number=2).exists()
        assert LogBatch.objects.filter(published_at=None).count() == 0
        rows = printed()
        assert len(rows) == 4
        for row in rows:
            client = Client()
            assert knock(client, row.number, row.key).status_code == 302
            page = case_page(client)
            assert row.number in page
            assert not [name for name in (APPLICANT, DEBTOR) if name in page]
