"""The court of the staff tests: one person for each post, each with a login, and judgments at each step of their way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse

from judgments import defaults as judgment_tables
from judgments.actions.parties import ConfirmParties
from judgments.actions.report import ReportLine, file_report
from judgments.actions.review import Approve
from judgments.models import Judgment, Upload
from liwan_court.registry import defaults as register_tables
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.models import Division, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from tests.documents import JUDGMENT, judgment_docx
from tests.factories import make_officer

NUMBER = "（2026）粤0103民初1208号"
IN_WINDOW = dt.datetime(2026, 11, 18, 10, tzinfo=clock.ZONE)
"""A Wednesday two days before the collection of November closes."""
AFTER_THE_25TH = dt.datetime(2026, 11, 26, 10, tzinfo=clock.ZONE)
EFFECTIVE = dt.date(2026, 11, 3)
PARTY = "沈立平"
STREET_TAIL = "123号4楼"


@dataclass
class Court:
    """The people by post. `typist_two` and `judge_two` are colleagues of the same post, for what one may not see of another."""

    typist: Officer
    typist_two: Officer
    reviewer: Officer
    head: Officer
    judge: Officer
    judge_two: Officer
    head_two: Officer
    vice_president: Officer
    president: Officer
    auditor: Officer
    filing: Officer
    vendor: Officer
    division: Division
    division_two: Division


@pytest.fixture
def court(db: None, run_tasks_at_once: None) -> Court:
    """The court; tasks run where they are sent."""
    return build_court()


def build_court() -> Court:
    """The tables as shipped, and one person for each post."""
    register_tables.load()
    judgment_tables.load()
    one, two = Division.objects.get(code="minyi"), Division.objects.get(code="miner")
    people = {
        "typist": ("打字员甲", Post.TYPIST, None),
        "typist_two": ("打字员乙", Post.TYPIST, None),
        "reviewer": ("审核员甲", Post.TRIAL_MANAGEMENT, None),
        "head": ("庭长甲", Post.DIVISION_HEAD, one),
        "judge": ("法官甲", Post.JUDGE, one),
        "judge_two": ("法官乙", Post.JUDGE, one),
        "head_two": ("庭长乙", Post.DIVISION_HEAD, two),
        "vice_president": ("副院长", Post.VICE_PRESIDENT, None),
        "president": ("院长", Post.PRESIDENT, None),
        "auditor": ("审计员", Post.AUDITOR, None),
        "filing": ("立案员", Post.FILING, None),
        "vendor": ("协助单位", Post.VENDOR, None),
    }
    officers: dict[str, Any] = {key: make_officer(*row) for key, row in people.items()}
    for officer in officers.values():
        sync_groups(officer)
    return Court(**officers, division=one, division_two=two)


class Browser(Client):
    """A test client whose requests commit: what waits for the commit (tasks) is done when the answer comes."""

    def request(self, **request: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)


def at(officer: Officer) -> Client:
    """A browser in which the officer is logged in."""
    client = Browser()
    officer.user.refresh_from_db()
    client.force_login(officer.user)
    return client


def page(name: str, *args: Any) -> str:
    """The address of a staff page."""
    return reverse(f"admin:staff_{name}", args=args)


def shown(judgment: Judgment) -> dict[str, str]:
    """What the page of a judgment sends back with each form: which draft and which list stood on it."""
    draft = judgment.drafts.order_by("-serial").first()
    parties = judgment.party_lists.order_by("-pk").first()
    return {"draft": str(draft.serial if draft else 0), "basis": str(parties.pk if parties else 0)}


def said(response: Any) -> str:
    """Everything the answer tells the person."""
    return response.content.decode()


def document(number: str = NUMBER, *more: str) -> bytes:
    """An ordinary invented judgment under a number, with further paragraphs before the ruling; the same bytes each time."""
    return _packed(number, more)


@cache
def _packed(number: str, more: tuple[str, ...]) -> bytes:
    """Packed once: a package carries the time of its packing, so that a second one would be another file."""
    lines = [number if "字第" in line else line for line in JUDGMENT]
    place = lines.index("判决如下：")
    return judgment_docx([*lines[:place], *more, *lines[place:]])


def upload(client: Client, *files: tuple[str, bytes]) -> Any:
    """Send files on the upload page and follow to the page of the upload."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(page("upload"), {"documents": sent}, follow=True)


def drafted(court: Court, number: str = NUMBER) -> Judgment:
    """A judgment whose file was uploaded by the typist and waits for its parties to be confirmed."""
    upload(at(court.typist), (f"{number}.docx", document(number)))
    row = Upload.objects.latest("pk")
    assert row.judgment is not None, row.message
    judgment = row.judgment
    judgment.division, judgment.handling_judge = court.division, court.judge
    judgment.save()
    return judgment


def in_review(court: Court, number: str = NUMBER) -> Judgment:
    """A judgment whose parties the typist has confirmed."""
    return confirm(court, drafted(court, number))


def confirm(court: Court, judgment: Judgment) -> Judgment:
    """The same judgment after the typist has confirmed its parties."""
    parties = judgment.party_lists.latest("pk").parties
    with TestCase.captureOnCommitCallbacks(execute=True):
        ConfirmParties(judgment, Actor.of(court.typist.user), parties).run()
    judgment.refresh_from_db()
    return judgment


def reported(court: Court, judgment: Judgment, effective_on: dt.date = EFFECTIVE) -> Judgment:
    """The same judgment with its effect reported by its head."""
    line = ReportLine(judgment.number, judgment.kind, effective_on)
    file_report(Actor.of(court.head.user), court.division, "2026-11", [line])
    judgment.refresh_from_db()
    return judgment


def approved(court: Court, number: str = NUMBER) -> Judgment:
    """A judgment that is reviewed and in force: ready for the 25th."""
    judgment = reported(court, in_review(court, number))
    settled = {row["number"]: "已核对" for row in judgment.drafts.latest("serial").open_doubts}
    Approve(judgment, Actor.of(court.reviewer.user), settled).run()
    judgment.refresh_from_db()
    return judgment
