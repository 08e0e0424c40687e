"""`manage.py rotation`: what programs read, what people read, and what is said of a wrong word."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from liwan_court.registry.models import Division


def rotation(*arguments: str) -> str:
    out = StringIO()
    call_command("rotation", *arguments, stdout=out)
    return out.getvalue()


def rows(*arguments: str) -> list[dict[str, object]]:
    return json.loads(rotation(*arguments, "--json"))


@pytest.mark.django_db
def test_programs_read_one_object_for_each_tuesday_and_thursday():
    found = rows("--start", "2026-01", "--months", "12", "--unit", "month", "--first", "民一庭")
    assert len(found) == 105
    assert found[0] == {
        "date": "2026-01-01", "livestream": True, "microblog": True, "division": "民一庭", "turn": 1,
        "cancelled": "元旦放假，停播，不占轮次", "provisional": False,
    }  # fmt: skip
    assert found[1]["livestream"] is False


@pytest.mark.django_db
def test_a_skip_carries_its_reason_and_years_to_come_are_provisional():
    found = rows(
        "--start", "2031-03", "--months", "1", "--unit", "session", "--skip", "2031-03-04=无适宜案件"
    )
    assert found[0]["cancelled"] == "无适宜案件"
    assert found[2]["division"] == "民二庭"
    assert all(row["provisional"] for row in found)


@pytest.mark.django_db
def test_the_order_is_the_one_the_court_keeps():
    for place, name in enumerate(("乙庭", "甲庭"), 1):
        Division.objects.create(
            code=f"d{place}", name=name, full_name=name, kind="trial", rotation_order=place
        )
    assert [row["division"] for row in rows("--start", "2026-03", "--months", "2")][::9][:2] == [
        "乙庭",
        "甲庭",
    ]


@pytest.mark.django_db
def test_people_read_a_table_with_the_reasons():
    table = rotation("--start", "2026-02", "--months", "1")
    assert "春节放假" in table
    assert "直播+微博" in table


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "缺少 --start"),
        (("--start", "2026-13"), "应写成 2026-01"),
        (("--start", "2026-01", "--months", "0"), "月数"),
        (("--start", "2026-01", "--unit", "year"), "month、week、session"),
        (("--start", "2026-01", "--first", "民四庭"), "民一庭、民二庭"),
        (("--start", "2026-01", "--skip", "2026-01-06"), "理由"),
        (("--start", "2026-01", "--skip", "一月六日=理由"), "轮空日期"),
        (("--start", "2026-01", "--skip", "2026-01-01=理由"), "本来放假停播"),
        (("--start", "2026-01", "--skip", "2026-01-07=理由"), "不是星期二、星期四"),
    ],
)
def test_a_wrong_word_is_a_usage_error_that_says_what_to_write(arguments, message):
    with pytest.raises(CommandError, match=message) as refused:
        rotation(*arguments)
    assert refused.value.returncode == 2
