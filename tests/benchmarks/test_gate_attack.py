"""A party with the right key gets in while a thousand addresses try keys of its case. Printed, never asserted as a time."""

from __future__ import annotations

import re
import statistics
import threading
import time

import httpx
import pytest

from liwan_court.registry import key_code
from liwan_court.registry.gate import sums
from tests.benchmarks.machine import machine
from tests.e2e.stack import _python, bare_environment, database_and_broker, running

pytestmark = pytest.mark.bench
ADDRESSES, ATTACKERS, PARTIES = 1000, 12, 20
NUMBER = "（2026）粤0103执1002号"
MAKE = """
import django; django.setup()
from liwan_court.registry.models import Case, Division
from liwan_court.registry.actions.keys import IssueKey
from liwan_court.registry.posts import Actor
case = Case.objects.create(number="（2026）粤0103执1002号", field="执行", division=Division.objects.get(code="zhixing"))
print(IssueKey(case.parties.create(role="申请执行人", name="邹惠敏"), Actor.system()).run()[1])
"""


def knock(client: httpx.Client, address: str, key: str, came_from: str, **more: str) -> httpx.Response:
    data = {"pasted": NUMBER, "key": key, "csrfmiddlewaretoken": client.cookies["csrftoken"], **more}
    return client.post(f"{address}/case/", data=data, headers={"X-Forwarded-For": came_from})


class Attack:
    """Programs that try random keys, each time from another of a thousand addresses."""

    def __init__(self, address: str) -> None:
        self.address, self.over, self.tries = address, threading.Event(), 0
        self.threads = [threading.Thread(target=self._try, args=(n,), daemon=True) for n in range(ATTACKERS)]

    def _try(self, number: int) -> None:
        with httpx.Client(timeout=60) as client:
            client.get(f"{self.address}/case/")
            while not self.over.is_set():
                self.tries += 1
                origin = (number * 97 + self.tries) % ADDRESSES
                knock(client, self.address, key_code.generate(), f"198.51.{origin // 250}.{origin % 250}")


def enter(address: str, key: str, came_from: str) -> float:
    """Seconds from opening the form to the page of the case, with the sum done on the way."""
    begin = time.monotonic()
    with httpx.Client(timeout=60) as client:
        client.get(f"{address}/case/")
        answer = knock(client, address, key, came_from)
        if answer.status_code == 403:
            one, other = re.search(
                "([一二三四五六七八九十]+)加([一二三四五六七八九十]+)等于", answer.text
            ).groups()
            values = {sums.in_words(value): value for value in range(11, 99)}
            token = re.search('name="token" value="([^"]+)"', answer.text)[1]
            answer = knock(
                client, address, key, came_from, token=token, answer=str(values[one] + values[other])
            )
        assert answer.status_code == 302
        page = client.get(f"{address}/case/view/", headers={"X-Forwarded-For": came_from})
    assert NUMBER in page.text
    return time.monotonic() - begin


@pytest.mark.parametrize("kind", ["embedded", "services"])
def test_a_party_gets_in_while_keys_are_tried(kind, tmp_path, capsys):
    with database_and_broker(kind) as more:
        environment = bare_environment(tmp_path, TRUSTED_PROXIES="1", **more)
        with running(environment, tmp_path) as portal:
            key = _python(
                {**environment, "DJANGO_SETTINGS_MODULE": "liwan_court.settings"}, "-c", MAKE
            ).strip()
            attack = Attack(portal.address)
            for thread in attack.threads:
                thread.start()
            begin = time.monotonic()
            taken = [enter(portal.address, key, f"203.0.113.{number}") for number in range(PARTIES)]
            seconds = time.monotonic() - begin
            attack.over.set()
            for thread in attack.threads:
                thread.join(60)
    with capsys.disabled():
        print(
            f"\n{kind}: {attack.tries / seconds:.0f} attempts/s from {ADDRESSES} addresses; a party got in within "
            f"{max(taken):.1f} s at most, median {statistics.median(taken):.1f} s; {machine()}"
        )
