"""Oversight on a big court: an inspection, a dashboard from a snapshot, live figures. Printed, never asserted as a time."""

from __future__ import annotations

import json
import os

import pytest

from tests.benchmarks.machine import machine
from tests.e2e.stack import _python, bare_environment, database_and_broker, manage

pytestmark = pytest.mark.bench
SIZE = os.environ.get("OVERSIGHT_SIZE", "200000,60000,2000000").split(",")


def test_an_inspection_of_a_big_court(tmp_path, capsys):
    with database_and_broker("services") as more:
        environment = bare_environment(tmp_path, **more)
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "load_court")
        _python(environment, "-m", "tests.benchmarks.big_court", *SIZE)
        told = json.loads(_python(environment, "-m", "tests.benchmarks.look_at_big_court").splitlines()[-1])
    with capsys.disabled():
        print(f"\n{'/'.join(SIZE)} judgments/cases/entries, PostgreSQL: {machine()}")
        for name, value in told.items():
            print(f"  {name}: {value}")
    assert told["scores"] > 100
