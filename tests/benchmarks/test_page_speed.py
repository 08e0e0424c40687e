"""CPU of one request to the pages readers ask for most, beside a page without a query; printed, never asserted.

`PAGE_DOCUMENTS=2000 make bench` fills the portal further; the default is small. Query counts are asserted with the views.
"""

from __future__ import annotations

import os
import time

import pytest
from django.db import connection
from django.test import Client

from tests.benchmarks.machine import machine
from tests.factories import make_published
from tests.judgments.views.conftest import index  # noqa: F401  (the searchable index of the view tests)

DOCUMENTS = int(os.environ.get("PAGE_DOCUMENTS", "60"))
ROUNDS = 60


def milliseconds(reader: Client, address: str) -> float:
    """CPU of one request, the test client's own share included, the fastest of three series."""
    series = []
    for _ in range(3):
        start = time.process_time()
        for _ in range(ROUNDS):
            assert reader.get(address).status_code == 200
        series.append((time.process_time() - start) / ROUNDS * 1000)
    return min(series)


@pytest.mark.bench
@pytest.mark.django_db
def test_cpu_of_a_request(index, capsys):  # noqa: F811  (the fixture)
    judgments = [make_published() for _ in range(DOCUMENTS)]
    index()
    reader = Client()
    pages = {
        "page without a query": "/accessibility/",
        "judgment page": judgments[0].get_absolute_url(),
        "search, a word": "/judgments/?q=合同",
        "search, a phrase": "/judgments/?q=“买卖合同”",
        "list": "/judgments/",
        "home": "/",
    }
    figures = {name: milliseconds(reader, address) for name, address in pages.items()}
    base = figures["page without a query"]
    with capsys.disabled():
        print(f"\n{machine()}, {connection.vendor}, {DOCUMENTS} judgments")
        for name, each in figures.items():
            print(f"{name:22} {each:6.2f} ms CPU a request, {each / base:5.1f} × the page without a query")
