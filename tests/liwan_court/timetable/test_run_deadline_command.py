"""`run_deadline`: under which clock it runs, and what it says where nothing can be run."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from liwan_court.timetable import clock
from liwan_court.timetable.management.commands.run_deadline import due_on


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("run_deadline", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_a_bare_date_is_the_moment_the_deadline_falls_due_on_it():
    assert due_on(dt.date(2026, 11, 25), "publication") == clock.moment(dt.date(2026, 11, 25), dt.time(9))
    assert due_on(dt.date(2026, 11, 24), "publication") == clock.moment(
        dt.date(2026, 11, 24), dt.time(23, 59)
    )


@pytest.mark.django_db
def test_a_dry_run_of_the_future_tells_and_a_real_one_is_refused(settings):
    settings.DEMO = False
    told = json.loads(run("publication", "--on", "2099-11-25", "--dry-run", "--json"))
    assert (told["period"], told["dry_run"], told["counts"]["published"]) == ("2099-11", True, 0)
    with pytest.raises(CommandError, match="将来的时间"):
        run("publication", "--on", "2099-11-25")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "nonsense"),
        (["nomination"], "只作提醒"),
        (["publication", "--on", "昨天"], "看不懂时间"),
    ],
)
def test_what_cannot_be_run_is_explained(arguments, said):
    with pytest.raises(CommandError, match=said):
        run(*arguments)


@pytest.mark.parametrize(
    "command", [["run_deadline", "publication"], ["rebuild_index"], ["search", "合同"], ["load_court"]]
)
def test_without_tables_it_says_what_to_do_and_shows_no_traceback(command, tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "liwan_court.settings",
        "PORTAL_VAR": str(tmp_path / "var"),
    }
    call = [sys.executable, str(settings.BASE_DIR / "manage.py"), *command]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "数据库尚未建立" in done.stderr
    assert "Traceback" not in done.stderr
