"""How long the gate takes to refuse, whatever the reason, and to let in; medians side by side, printed and never asserted."""

from __future__ import annotations

import datetime as dt
import statistics
import time

import pytest
from django.test import Client
from django.urls import reverse

from liwan_court.registry import key_code
from liwan_court.registry.actions.keys import RevokeKey
from liwan_court.registry.models import CaseKey, GateCounter
from tests.benchmarks.machine import machine
from tests.enforcement_logs.bureau import actor, build_bureau, key_for

TRIES = 200


@pytest.mark.bench
@pytest.mark.django_db
def test_medians_of_two_hundred_refusals(capsys):
    bureau = build_bureau()
    good, revoked = key_for(bureau.applicant), key_for(bureau.debtor)
    RevokeKey(CaseKey.objects.get(party=bureau.debtor), actor(bureau.filing), "遗失").run()
    expired = key_for(bureau.case_of_other.parties.first())
    CaseKey.objects.filter(case=bureau.case_of_other).update(expires_on=dt.date(2026, 1, 1))
    body = good[:4] + ("2" if good[4] != "2" else "3") + good[5:15]
    tried = {
        "unknown case": ("（2026）粤0103执9999号", good),
        "wrong key": (bureau.case.number, body + key_code.check_character(body)),
        "revoked key": (bureau.case.number, revoked),
        "expired key": (bureau.case_of_other.number, expired),
    }
    client = Client()
    taken = {what: [] for what in (*tried, "told to wait")}
    for _ in range(TRIES):
        for what, (number, key) in tried.items():
            GateCounter.objects.all().delete()
            taken[what].append(_once(client, number, key))
        GateCounter.objects.update(not_before=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
        taken["told to wait"].append(_once(client, bureau.case_of_other.number, expired))
    medians = {what: statistics.median(times) * 1000 for what, times in taken.items()}
    middle = statistics.median(medians.values())
    with capsys.disabled():
        print(f"\n{machine()}")
        for what, median in medians.items():
            print(f"{what}: median {median:.1f} ms, {median / middle - 1:+.1%} of the middle one")


def _once(client, number, key):
    begin = time.perf_counter()
    answer = client.post(reverse("case:gate"), {"pasted": number, "key": key})
    taken = time.perf_counter() - begin
    assert answer.status_code == 403
    return taken
