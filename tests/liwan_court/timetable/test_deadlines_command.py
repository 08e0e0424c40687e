"""`manage.py deadlines`: what programs and people get."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("deadlines", *arguments, stdout=out)
    return out.getvalue()


def test_a_program_gets_exactly_the_agreed_keys():
    rows = json.loads(run("--year", "2026", "--json"))

    assert {tuple(row) for row in rows} == {
        ("name", "period", "nominal_date", "date", "due", "provisional", "reason")
    }
    assert rows[0] == {
        "name": "nomination",
        "period": "2026-01",
        "nominal_date": "2026-01-01",
        "date": "2026-01-04",
        "due": "2026-01-05T00:00:00+08:00",
        "provisional": False,
        "reason": "1月1日为休息日（周四，元旦），顺延至1月4日（周日，元旦调休上班）。",
    }


def test_only_a_merged_week_has_no_instant():
    rows = json.loads(run("--year", "2026", "--json"))

    assert {(row["name"], row["period"]) for row in rows if row["due"] is None} == {
        ("log_cutoff", "2026-W08"),
        ("log_publication", "2026-W08"),
    }


def test_a_year_not_announced_is_provisional():
    assert all(row["provisional"] for row in json.loads(run("--year", "2031", "--json")))


def test_people_get_a_table():
    table = run("--year", "2027")

    assert "执行日志上网" in table
    assert "2026-W53" in table
    assert "暂定" in table
    assert "2027-01-20 24:00" in table
    assert "2027-01-25 09:00" in table


@pytest.mark.parametrize(
    ("arguments", "says"),
    [((), "缺少 --year"), (("--year", "明年"), "年份“明年”不对"), (("--year", "9999"), "年份9999不可信")],
)
def test_a_wrong_year_is_refused_in_chinese_with_exit_code_2(arguments, says):
    with pytest.raises(CommandError, match=says) as refused:
        run(*arguments)

    assert refused.value.returncode == 2


def test_it_answers_where_there_is_no_database(tmp_path):
    command = [sys.executable, "-m", "django", "deadlines", "--year", "2026", "--json"]
    environment = os.environ | {
        "PORTAL_VAR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3",
        "DJANGO_SETTINGS_MODULE": "liwan_court.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
        "PYTHONUTF8": "1",
    }

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert len(json.loads(done.stdout)) == 152
    assert done.stderr == ""
