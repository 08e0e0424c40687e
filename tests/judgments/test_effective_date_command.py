"""`manage.py effective_date`: what programs and people get."""

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
    call_command("effective_date", *arguments, stdout=out)
    return out.getvalue()


def ask(*arguments):
    return json.loads(run(*arguments, "--json"))


def test_a_program_gets_exactly_the_agreed_keys():
    assert ask("--kind", "判决书", "--field", "民事", "--served", "2026-01-30") == {
        "expires": "2026-02-14",
        "effective": "2026-02-15",
        "provisional": False,
        "reason": None,
    }


@pytest.mark.parametrize(
    "served",
    [
        ("--served", "2026-09-01", "2026-09-10"),
        ("--served", "2026-09-10", "--served", "2026-09-01"),
    ],
)
def test_the_last_of_several_services_counts_however_they_are_given(served):
    answer = ask("--kind", "判决书", "--field", "民事", *served)

    assert (answer["expires"], answer["effective"]) == ("2026-09-28", "2026-09-29")
    assert "中秋" in answer["reason"]


def test_a_final_judgment_takes_effect_when_announced():
    answer = ask("--kind", "判决书", "--field", "刑事", "--announced", "2026-03-02", "--final")

    assert answer == {"expires": None, "effective": "2026-03-02", "provisional": False, "reason": None}


def test_a_ruling_and_another_period_are_taken_into_account():
    ruling = ask("--kind", "裁定书", "--field", "行政", "--served", "2026-03-02", "--ruling", "驳回起诉")
    longer = ask("--kind", "判决书", "--field", "民事", "--served", "2026-03-02", "--days", "30")

    assert (ruling["expires"], longer["expires"]) == ("2026-03-12", "2026-04-01")


def test_people_get_sentences():
    text = run("--kind", "判决书", "--field", "民事", "--served", "2026-12-25")

    assert "期满日：2027-01-11" in text
    assert "推定生效日：2027-01-12（暂定）" in text
    assert "说明：" in text


def test_people_are_told_when_there_is_no_period_and_when_nothing_can_be_told():
    at_once = run("--kind", "调解书", "--field", "民事", "--served", "2026-03-02")
    unknown = run("--kind", "判决书", "--field", "民事", "--announced", "2026-03-02")

    assert "期满日：无上诉或者异议期" in at_once
    assert "期满日：不能推算" in unknown
    assert "推定生效日：不能推算" in unknown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--field", "民事", "--served", "2026-03-02"), "缺少 --kind"),
        (("--kind", "判决书", "--served", "2026-03-02"), "缺少 --field"),
        (("--kind", "判决书", "--field", "民事"), "请填写送达日期"),
        (("--kind", "裁定书", "--field", "民事", "--served", "2026-03-02"), "请指明裁定种类"),
        (("--kind", "判决书", "--field", "民事", "--served", "3月2日"), "日期“3月2日”不对"),
        (
            ("--kind", "判决书", "--field", "民事", "--served", "2026-03-02", "--days", "半月"),
            "期间“半月”不对",
        ),
        (
            ("--kind", "判决书", "--field", "民事", "--served", "2026-03-02", "--announced", "2026-03-02"),
            "只用其一",
        ),
    ],
)
def test_wrong_usage_is_refused_in_chinese_with_exit_code_2(arguments, says):
    with pytest.raises(CommandError, match=says) as refused:
        run(*arguments, "--json")

    assert refused.value.returncode == 2


def test_it_answers_where_there_is_no_database(tmp_path):
    command = [
        sys.executable,
        "-m",
        "django",
        "effective_date",
        "--kind",
        "判决书",
        "--field",
        "民事",
        "--served",
        "2026-01-30",
        "--json",
    ]
    environment = os.environ | {
        "PORTAL_VAR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3",
        "DJANGO_SETTINGS_MODULE": "liwan_court.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
        "PYTHONUTF8": "1",
    }

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout)["effective"] == "2026-02-15"
    assert done.stderr == ""
