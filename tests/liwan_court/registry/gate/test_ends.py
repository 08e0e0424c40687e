"""What ends a reading or a key for good: leaving, another person, parallel attempts, words a database would refuse (R63, R64)."""

from __future__ import annotations

import datetime as dt
import re
from importlib import import_module

import pytest
from auditlog.models import LogEntry
from django.conf import settings as portal
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse

from liwan_court.client_address import counted_address
from liwan_court.plain_text import is_plain
from liwan_court.registry.actions.keys import BECAUSE_ANOTHER, ChangeKey, IssueKey
from liwan_court.registry.gate import sums
from liwan_court.registry.gate.admission import Attempt, Refused, knock
from liwan_court.registry.gate.counters import CacheCounters, DatabaseCounters, counters, name_of
from liwan_court.registry.gate.limits import LIMITS
from liwan_court.registry.models import CaseKey, CorrectionRequest, RegisterRecord
from liwan_court.registry.tasks import clean_gate_counters
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import actor, build_bureau, key_for, party_at, staff
from tests.enforcement_logs.bureau import knock as send
from tests.factories import make_user
from tests.liwan_court.registry.gate.test_gate import wrong

AT = dt.datetime(2026, 3, 11, 10, tzinfo=clock.ZONE)


@pytest.fixture
def bureau(db):
    return build_bureau()


def opens(session_key: str) -> bool:
    client = Client()
    client.cookies["sessionid"] = session_key
    return client.get(reverse("case:view")).status_code == 200


def test_a_late_answer_does_not_bring_back_what_was_left(bureau):
    client = party_at(bureau.applicant)
    store = import_module(portal.SESSION_ENGINE).SessionStore
    late = store(client.cookies["sessionid"].value)
    assert late["case_grant"]
    old = client.cookies["sessionid"].value
    client.post(reverse("case:leave"))
    late["case_grant"] = dict(late["case_grant"])
    with pytest.raises(UpdateError):
        late.save()
    assert not opens(old)
    assert not Session.objects.filter(pk=old).exists()


def test_a_clerk_who_is_logged_in_stays_so_when_the_reading_ends(bureau):
    client = staff(bureau.filing)
    send(client, bureau.case.number, key_for(bureau.applicant))
    old = client.cookies["sessionid"].value
    client.post(reverse("case:leave"))
    assert client.get("/admin/").status_code == 200
    assert client.cookies["sessionid"].value != old
    assert not opens(old)


def test_logging_in_ends_the_reading(bureau):
    client = party_at(bureau.applicant)
    user = bureau.filing.user
    user.set_password("x-7-long-enough")
    user.save()
    answer = client.post("/admin/login/", {"username": user.username, "password": "x-7-long-enough"})
    assert answer.status_code == 302
    assert client.get(reverse("case:view")).status_code == 302


@pytest.mark.parametrize("change", [{"name": "黎文渊"}, {"role": "被执行人"}])
def test_another_person_is_not_let_in_with_the_key_of_the_former(bureau, change):
    good = key_for(bureau.applicant)
    reading = Client()
    assert send(reading, bureau.case.number, good).status_code == 302
    party = bureau.applicant
    for name, value in change.items():
        setattr(party, name, value)
    party.save()
    row = CaseKey.objects.get()
    assert (row.revoked_because, row.is_live) == (BECAUSE_ANOTHER, False)
    assert reading.get(reverse("case:view")).status_code == 302
    assert send(Client(), bureau.case.number, good).status_code == 403
    assert (
        RegisterRecord.objects.filter(subject="casekey", subject_id=row.pk, verb="作废查阅密码").count() == 1
    )


def test_a_space_or_an_address_put_right_leaves_the_key(bureau):
    good = key_for(bureau.applicant)
    party = bureau.applicant
    party.name, party.addresses = f" {party.name[0]} {party.name[1:]} ", ["龙津西路"]
    party.save()
    assert send(Client(), bureau.case.number, good).status_code == 302


def test_the_clerk_is_told_that_a_key_ended(bureau):
    key_for(bureau.applicant)
    client = staff(bureau.filing)
    address = f"/admin/registry/case/{bureau.case.pk}/change/"
    page = client.get(address)
    data = {}
    for form in (page.context["adminform"].form, *page.context["inline_admin_formsets"][0].formset.forms):
        for field in form:
            value = field.value()
            data[field.html_name] = "" if value is None else value
    management = page.context["inline_admin_formsets"][0].formset.management_form
    data |= {field.html_name: field.value() for field in management}
    name = next(key for key, value in data.items() if value == bureau.applicant.name)
    answer = client.post(address, data | {name: "黎文渊"}, follow=True)
    assert "其1个查阅密码已作废" in answer.content.decode()


def solved(question: str) -> str:
    numbers = {sums.in_words(n): n for n in range(11, 89)}
    one, other = question.removesuffix("等于多少？").split("加")
    return str(numbers[one] + numbers[other])


def test_one_solved_sum_lets_one_of_two_attempts_through_whatever_their_order(bureau, monkeypatch):
    good, seen = key_for(bureau.applicant), []
    number = CaseKey.objects.get().case.number
    from liwan_court.registry.case_numbers import parse

    with clock.at(AT):
        for _ in range(LIMITS["pair"].free + 1):
            send(Client(REMOTE_ADDR="203.0.113.8"), number, wrong(good))
        asked = sums.ask()
        attempt = Attempt(parse(number), good, "203.0.113.8", asked.token, solved(asked.question))
        tally = type(counters())
        real = tally.read

        def read(self, names):
            """A second attempt comes in between, when the first has looked and not yet been let in."""
            counts = real(self, names)
            if not seen:
                seen.append(None)
                seen.append(knock(attempt))
            return counts

        monkeypatch.setattr(tally, "read", read)
        first = knock(attempt)
    assert [isinstance(outcome, Refused) for outcome in (first, seen[1])].count(False) == 1


@pytest.mark.parametrize("tally", [DatabaseCounters(), CacheCounters()])
def test_looking_lengthens_no_counter(db, tally):
    name = name_of("pair", "x", type(tally).__name__)
    assert tally.add({"pair": name}, 0)["pair"].failures == 0
    assert tally.add({"pair": name}, 2)["pair"].failures == 2
    before = tally.read({"pair": name})
    touched = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "touch", lambda *a, **k: touched.append(a))
        patch.setattr(cache, "set", lambda *a, **k: touched.append(a))
        assert tally.add({"pair": name}, 0) == before
    assert touched == []


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.8", "203.0.113.8"),
        ("203.0.113.8", "203.0.113.8"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_an_ipv6_connection_counts_as_one(address, counted):
    assert counted_address(address) == counted


def test_no_words_with_control_characters_are_kept(bureau):
    client = party_at(bureau.applicant)
    answer = client.post(reverse("case:correction"), {"text": "日期\x00有误"}, follow=True)
    assert "控制字符" in answer.content.decode()
    assert not CorrectionRequest.objects.exists()
    client.post(reverse("case:correction"), {"text": "日期有误\n应为三月"})
    assert CorrectionRequest.objects.count() == 1
    for agent in ("张\x00三", "张\x1b三"):
        failed = IssueKey(bureau.debtor, actor(bureau.filing), agent, "居民身份证").failures()
        assert [check.code for check in failed] == ["agent"]
    assert is_plain("一\t二\r\n三")
    assert not is_plain("\ud800")


def test_no_key_is_given_out_for_a_case_nobody_can_read_any_more(bureau):
    bureau.case.closed_on = dt.date(2010, 1, 1)
    bureau.case.save()
    failed = IssueKey(bureau.case.parties.first(), actor(bureau.filing)).failures()
    assert [check.code for check in failed] == ["readable"]


def test_changing_twice_at_once_leaves_one_live_key(bureau):
    key_for(bureau.applicant)
    row = CaseKey.objects.get()
    one, two = ChangeKey(row, actor(bureau.filing)), ChangeKey(row, actor(bureau.filing))
    one.actor = two.actor = actor(bureau.filing).system()
    one.run()
    with pytest.raises(Exception, match="已经失效"):
        two.run()
    assert CaseKey.objects.filter(revoked_at=None).count() == 1


def test_the_page_sends_the_change_of_a_key_once(bureau):
    page = party_at(bureau.applicant).get(reverse("case:view")).content.decode()
    assert re.search(r'action="/case/key/"\s+data-once', page)
    assert "once" in page.split("</head>")[0]


def test_the_superuser_sees_no_case_in_the_record_of_changes(bureau):
    bureau.case.cause = "很少见的案由"
    bureau.case.save()
    assert LogEntry.objects.filter(content_type__model="case").exists()
    assert "很少见的案由" not in str(list(LogEntry.objects.values_list("changes", flat=True)))
    root = make_user("root")
    root.is_staff = root.is_superuser = True
    root.save()
    client = Client()
    client.force_login(root)
    page = client.get("/admin/auditlog/logentry/")
    assert page.status_code == 200
    assert bureau.case.number not in page.content.decode()
    entry = LogEntry.objects.filter(content_type__model="case").first()
    assert (
        bureau.case.number
        not in client.get(f"/admin/auditlog/logentry/{entry.pk}/change/", follow=True).content.decode()
    )
    assert bureau.case.number in staff(bureau.president).get("/admin/auditlog/logentry/").content.decode()


def test_sessions_that_are_over_are_removed_at_night(bureau):
    party_at(bureau.applicant)
    Session.objects.update(expire_date=clock.now() - dt.timedelta(days=1))
    clean_gate_counters()
    assert not Session.objects.exists()


@override_settings(DEBUG=False)
def test_an_interrupted_session_is_a_page_and_no_error(bureau, monkeypatch):
    client = party_at(bureau.applicant)
    store = import_module(portal.SESSION_ENGINE).SessionStore
    real = store.save

    def gone(self, must_create=False):
        """Somebody left in the meantime."""
        Session.objects.all().delete()
        return real(self, must_create)

    monkeypatch.setattr(store, "save", gone)
    client.raise_request_exception = False
    answer = client.get(reverse("case:view"))
    assert answer.status_code == 400
    assert bureau.case.number not in answer.content.decode()
