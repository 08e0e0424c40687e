"""The gate: one answer, one verification and the same queries for everything that does not open (R63, R64)."""

from __future__ import annotations

import datetime as dt
import re

import argon2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liwan_court.registry import key_code
from liwan_court.registry.actions.keys import RevokeKey
from liwan_court.registry.gate import sums
from liwan_court.registry.gate.counters import DatabaseCounters, clean, name_of
from liwan_court.registry.gate.grant import IDLE_SECONDS
from liwan_court.registry.gate.limits import LIMITS
from liwan_court.registry.models import CaseKey, GateCounter, KeyVisit
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import actor, build_bureau, key_for, knock, party_at

AT = dt.datetime(2026, 3, 11, 10, tzinfo=clock.ZONE)


@pytest.fixture
def bureau(db):
    return build_bureau()


@pytest.fixture
def verified(monkeypatch):
    """How often a key was verified: the real verification, counted."""
    seen = []
    real = argon2.PasswordHasher.verify
    monkeypatch.setattr(argon2.PasswordHasher, "verify", lambda *a: (seen.append(1), real(*a))[1])
    return seen


def wrong(key: str) -> str:
    """Another well-formed key with the same selector."""
    body = key[:4] + ("2" if key[4] != "2" else "3") + key[5:15]
    return body + key_code.check_character(body)


def words(answer) -> str:
    """The answer without what differs for every page: tokens, sums, what was typed."""
    text = answer.content.decode()
    text = re.sub(r'(?s)<form method="post" class="gate".*?</form>', "", text)
    return re.sub(r"\d\d:\d\d:\d\d", "TIME", text)


def refusals(bureau):
    """Everything that does not open, as (number, key)."""
    good, revoked = key_for(bureau.applicant), key_for(bureau.debtor)
    RevokeKey(CaseKey.objects.get(party=bureau.debtor), actor(bureau.filing), "遗失").run()
    old = key_for(bureau.case_of_other.parties.first())
    CaseKey.objects.filter(case=bureau.case_of_other).update(expires_on=dt.date(2026, 1, 1))
    return {
        "wrong key": (bureau.case.number, wrong(good)),
        "wrong selector": (bureau.case.number, key_code.generate()),
        "unknown case": ("（2026）粤0103执9999号", good),
        "key of another case": (bureau.case_of_other.number, good),
        "revoked": (bureau.case.number, revoked),
        "expired": (bureau.case_of_other.number, old),
    }


def test_all_refusals_are_one_answer_with_one_verification_and_the_same_queries(bureau, verified):
    with clock.at(AT):
        tried = refusals(bureau)
        seen = set()
        for place, (what, (number, key)) in enumerate(tried.items()):
            client = Client(REMOTE_ADDR=f"203.0.113.{place}")
            client.get(reverse("case:gate"))
            verified.clear()
            with CaptureQueriesContext(connection) as asked:
                answer = knock(client, number, key)
            assert answer.status_code == 403, what
            queries = tuple(re.sub(r"'[^']*'|\b\d+\b|_x\d+", "?", query["sql"])[:90] for query in asked)
            seen.add((words(answer), len(verified), queries))
        assert len(seen) == 1
        assert next(iter(seen))[1] == 1


def test_who_is_told_to_wait_has_the_same_answer_with_the_good_key(bureau, verified):
    good = key_for(bureau.applicant)
    client = Client(REMOTE_ADDR="203.0.113.9")
    with clock.at(AT):
        answers = [knock(client, bureau.case.number, wrong(good)) for _ in range(LIMITS["pair"].free)]
        assert "以后再试" in answers[-1].content.decode()
        verified.clear()
        with CaptureQueriesContext(connection) as of_wrong:
            by_wrong = knock(client, bureau.case.number, wrong(good))
        with CaptureQueriesContext(connection) as of_good:
            by_good = knock(client, bureau.case.number, good)
        assert by_good.status_code == 403
        assert words(by_good) == words(by_wrong)
        assert len(of_good) == len(of_wrong)
        assert len(verified) == 2
    with clock.at(AT + dt.timedelta(minutes=16)):
        assert knock(client, bureau.case.number, good).status_code == 302


def test_a_number_that_does_not_exist_is_counted_like_one_that_does(bureau):
    good = key_for(bureau.applicant)
    shown = []
    with clock.at(AT):
        for number, address in (
            (bureau.case.number, "198.51.100.1"),
            ("（2026）粤0103执8888号", "198.51.100.2"),
        ):
            client = Client(REMOTE_ADDR=address)
            shown.append([words(knock(client, number, wrong(good))) for _ in range(9)])
    assert shown[0] == shown[1]


def test_nobody_can_shut_a_party_out_from_elsewhere(bureau):
    good = key_for(bureau.applicant)
    with clock.at(AT):
        for place in range(60):
            knock(Client(REMOTE_ADDR=f"198.51.100.{place}"), bureau.case.number, wrong(good))
        party = Client(REMOTE_ADDR="203.0.113.7")
        first = knock(party, bureau.case.number, good)
        assert first.status_code == 403
        page = first.content.decode()
        assert "算出下面的题目" in page
        assert "以后再试" not in page
        assert solve(party, bureau.case.number, good, page).status_code == 302


def solve(client: Client, number: str, key: str, page: str):
    """Do the sum on the page and send the form again."""
    one, other = re.search(r"([一二三四五六七八九十]+)加([一二三四五六七八九十]+)等于多少", page).groups()
    values = {sums.in_words(value): value for value in range(11, 99)}
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    return knock(client, number, key, answer=str(values[one] + values[other]), token=token)


def test_a_sum_lets_one_attempt_through_and_no_second(bureau):
    good = key_for(bureau.applicant)
    client = Client(REMOTE_ADDR="203.0.113.8")
    with clock.at(AT):
        for _ in range(LIMITS["pair"].free + 1):
            page = knock(client, bureau.case.number, wrong(good)).content.decode()
        assert solve(client, bureau.case.number, wrong(good), page).status_code == 403
        assert solve(client, bureau.case.number, good, page).status_code == 403
        fresh = knock(client, bureau.case.number, good).content.decode()
        assert solve(client, bureau.case.number, good, fresh).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\u0000", "9" * 300])
def test_a_made_up_token_is_worth_nothing(bureau, token):
    assert sums.solved(token, "12") is None


def test_a_forged_header_changes_no_counter(bureau):
    good = key_for(bureau.applicant)
    with clock.at(AT):
        for place in range(LIMITS["pair"].free + 1):
            client = Client(REMOTE_ADDR="203.0.113.5", HTTP_X_FORWARDED_FOR=f"10.0.0.{place}")
            answer = knock(client, bureau.case.number, wrong(good))
        assert "以后再试" in answer.content.decode()


def test_behind_one_proxy_its_word_counts_and_what_the_sender_adds_does_not(bureau, settings):
    settings.AXES_IPWARE_PROXY_COUNT = 1
    good = key_for(bureau.applicant)
    with clock.at(AT):
        for place in range(LIMITS["pair"].free + 1):
            client = Client(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.0.0.{place}, 203.0.113.5")
            answer = knock(client, bureau.case.number, wrong(good))
        assert "以后再试" in answer.content.decode()
        neighbour = Client(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.6")
        assert knock(neighbour, bureau.case.number, good).status_code == 302


def test_counters_hold_neither_number_nor_address(bureau):
    names = [
        name_of("pair", bureau.case.number, "203.0.113.5"),
        name_of("address", "203.0.113.5"),
        name_of("site"),
    ]
    assert len(set(names)) == 3
    assert all(re.fullmatch("[0-9a-f]{40}", name) for name in names)
    tally = DatabaseCounters()
    tally.add({"pair": names[0]}, 1)
    assert [row.name for row in GateCounter.objects.all()] == [names[0]]


def test_where_the_shared_cache_is_down_the_database_counts(bureau, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": settings.REDIS_URL}
    }
    good = key_for(bureau.applicant)
    client = Client(REMOTE_ADDR="203.0.113.5")
    with clock.at(AT):
        for _ in range(LIMITS["pair"].free):
            answer = knock(client, bureau.case.number, wrong(good))
        assert "以后再试" in answer.content.decode()
        assert GateCounter.objects.count() == 4
        assert clean(AT + dt.timedelta(hours=2)) == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "请填写查阅密码"),
        ("ABCD", "16位"),
        ("0OIL-0OIL-0OIL-0OIL", "没有"),
        ("2222-2222-2222-2223", "校验位"),
        ("中文密码中文密码中文密码中文密码", "没有"),
        ("A" * 60, "位"),
    ],
)  # fmt: skip
def test_a_key_of_the_wrong_form_is_told_so_and_counted_nowhere(bureau, typed, said):
    answer = knock(Client(), bureau.case.number, typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not GateCounter.objects.exists()


@pytest.mark.parametrize(
    "number", ["", "x", "（2026）粤0103", "2026粤0103执1002", "\u0000", "（2026）粤0103执1002", "９" * 70]
)
def test_a_number_of_the_wrong_form_is_answered_by_its_form_alone(bureau, number):
    good = key_for(bureau.applicant)
    other = number.replace("1002", "7777")
    answers = [knock(Client(), typed, good) for typed in (number, other)]
    assert {answer.status_code for answer in answers} == {422}
    assert answers[0].content.decode().count("案号") > 0
    one, two = (words(answer) for answer in answers)
    assert one.replace("1002", "7777") == two


def test_four_fields_open_as_the_pasted_number_does(bureau):
    good = key_for(bureau.applicant)
    fields = {
        "year": "2026",
        "court": "粤0103",
        "kind": "执",
        "serial": "1002",
        "key": key_code.grouped(good).lower(),
    }
    answer = Client().post(reverse("case:gate"), fields)
    assert answer.status_code == 302
    assert answer.url == reverse("case:view")
    assert "1002" not in answer.url


def test_the_page_is_kept_by_nobody_and_ends_after_half_an_hour(bureau):
    with clock.at(AT):
        client = party_at(bureau.applicant)
        answer = client.get(reverse("case:view"))
        assert "no-store" in answer.headers["Cache-Control"]
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert bureau.case.number in answer.content.decode()
    with clock.at(AT + dt.timedelta(seconds=IDLE_SECONDS - 1)):
        assert client.get(reverse("case:view")).status_code == 200
    with clock.at(AT + dt.timedelta(seconds=2 * IDLE_SECONDS)):
        assert client.get(reverse("case:view")).status_code == 302
        assert "自动结束" in client.get(reverse("case:gate")).content.decode()


def test_a_key_revoked_while_its_holder_reads_ends_the_reading(bureau):
    client = party_at(bureau.applicant)
    RevokeKey(CaseKey.objects.get(party=bureau.applicant), actor(bureau.filing), "遗失").run()
    assert client.get(reverse("case:view")).status_code == 302


def test_visits_are_recorded_and_the_last_one_is_shown(bureau):
    good = key_for(bureau.applicant)
    with clock.at(AT):
        knock(Client(REMOTE_ADDR="203.0.113.5"), bureau.case.number, good)
    with clock.at(AT + dt.timedelta(days=1)):
        client = Client()
        knock(client, bureau.case.number, good)
        page = client.get(reverse("case:view")).content.decode()
    assert "2026年3月11日 10:00" in page
    assert list(KeyVisit.objects.order_by("pk").values_list("address", flat=True)) == [
        "203.0.113.5",
        "127.0.0.1",
    ]


def test_a_party_changes_its_key_and_sees_the_new_one_once(bureau):
    good = key_for(bureau.applicant)
    client = Client()
    knock(client, bureau.case.number, good)
    page = client.post(reverse("case:change_key")).content.decode()
    new = re.search(r"[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}", page)[0]
    assert client.get(reverse("case:view")).status_code == 200
    assert new not in client.get(reverse("case:view")).content.decode()
    assert knock(Client(), bureau.case.number, good).status_code == 403
    assert knock(Client(), bureau.case.number, new).status_code == 302


def test_a_session_opens_one_case_and_a_stolen_one_is_worth_nothing_after_the_next_key(bureau):
    client = party_at(bureau.applicant)
    old = client.cookies["sessionid"].value
    knock(client, bureau.case_of_other.number, key_for(bureau.case_of_other.parties.first()))
    page = client.get(reverse("case:view")).content.decode()
    assert bureau.case_of_other.number in page
    assert bureau.case.number not in page
    thief = Client()
    thief.cookies["sessionid"] = old
    assert thief.get(reverse("case:view")).status_code == 302


def test_leaving_ends_it(bureau):
    client = party_at(bureau.applicant)
    client.post(reverse("case:leave"))
    assert client.get(reverse("case:view")).status_code == 302


def test_only_hashes_are_kept(bureau):
    good = key_for(bureau.applicant)
    row = CaseKey.objects.get()
    assert row.digest.startswith("$argon2id$")
    assert good[4:] not in str(vars(row))
    assert row.selector == good[:4]
