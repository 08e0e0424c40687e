"""A Friday batch of 50,000 entries on PostgreSQL, and the same killed in the middle and run again. Printed, never asserted as a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from tests.benchmarks.machine import machine
from tests.e2e.stack import ROOT, _python, bare_environment, database_and_broker, manage
from tests.polling import wait_for

pytestmark = pytest.mark.bench
ENTRIES = int(os.environ.get("BATCH_ENTRIES", "50000"))
CASES = 2000
COUNT = "SELECT count(*), count(DISTINCT version_id) FROM enforcement_logs_publishedentry"
RUN = [sys.executable, "manage.py", "run_deadline", "log_publication"]


def prepared(folder, more):
    environment = bare_environment(folder, **more)
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_court")
    _python(environment, "-m", "tests.benchmarks.many_entries", str(CASES), str(ENTRIES))
    return environment


def counted(url):
    with psycopg.connect(url) as connection:
        return connection.execute(COUNT).fetchone()


def test_a_batch_of_fifty_thousand(tmp_path, capsys):
    with database_and_broker("services") as more:
        environment = prepared(tmp_path, more)
        begin = time.monotonic()
        manage(environment, "run_deadline", "log_publication")
        taken = time.monotonic() - begin
        with capsys.disabled():
            print(f"\n{ENTRIES} entries published in {taken:.1f} s on PostgreSQL; {machine()}")
        assert counted(more["DATABASE_URL"]) == (ENTRIES, ENTRIES)


def test_a_batch_killed_in_the_middle_and_run_again(tmp_path, capsys):
    with database_and_broker("services") as more:
        environment, url = prepared(tmp_path, more), more["DATABASE_URL"]
        child = subprocess.Popen(RUN, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        wait_for("some entries", lambda: counted(url)[0] > ENTRIES // 10, seconds=120)
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        reached = counted(url)[0]
        assert 0 < reached < ENTRIES
        with psycopg.connect(url, autocommit=True) as connection:
            shown = connection.execute(
                "SELECT count(*) FROM enforcement_logs_logbatch WHERE published_at IS NOT NULL"
            )
            assert shown.fetchone() == (0,)
            connection.execute("UPDATE timetable_deadlinerun SET lease_until = now() - interval '1 second'")
        manage(environment, "run_deadline", "log_publication")
        with capsys.disabled():
            print(f"\nkilled after {reached} of {ENTRIES}; run again: {counted(url)}")
        assert counted(url) == (ENTRIES, ENTRIES)
