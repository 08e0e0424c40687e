"""A court of 20 divisions with 200,000 judgments, 60,000 enforcement cases and 2,000,000 log entries, on PostgreSQL.

`python -m tests.benchmarks.big_court JUDGMENTS CASES ENTRIES` fills a migrated, loaded database in seconds: one row of each
table is made by the models and copied by the database with what differs. Nothing in it is a document of anybody.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liwan_court.settings")
DAYS = 730
"""Eight quarters."""


def copies(row: Any, count: int, **changed: str) -> None:
    """`count` copies of a row, numbered n from 1; `changed` gives columns as SQL over t (the row) and n."""
    from django.db import connection

    meta = row._meta
    columns = [field.column for field in meta.local_concrete_fields if not field.primary_key]
    values = ", ".join(changed.get(name, f't."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({names}) SELECT {values} "
            f"FROM {meta.db_table} t, generate_series(1, {count}) n WHERE t.id = {row.pk}"
        )


def fill(judgments: int, cases: int, entries: int) -> None:
    """Everything, then the planner's statistics."""
    from django.db import connection

    people = _people()
    _judgments(judgments, people)
    _enforcement(cases, entries, people)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _people() -> dict[str, Any]:
    from django.contrib.auth import get_user_model

    from liwan_court.registry.models import Division, FirstResponsible, Officer, PostHolding
    from liwan_court.timetable import clock
    from liwan_court.timetable.models import Service
    from oversight.models import Catalogue

    user = get_user_model().objects.create(username="big", is_staff=True)
    officer = Officer.objects.create(name="领导小组秘书", staff_no="big", user=user)
    PostHolding.objects.create(officer=officer, post="leading_group", since=dt.date(2020, 1, 1))
    trial = list(Division.objects.filter(reports_effective=True))
    while len(trial) < 20:
        number = len(trial)
        trial.append(
            Division.objects.create(
                code=f"t{number}", name=f"第{number}庭", full_name=f"第{number}审判庭", kind=Division.Kind.TRIAL,
                reports_effective=True, order=100 + number,
            )
        )  # fmt: skip
    for division in trial:
        FirstResponsible.objects.create(division=division, officer=officer, since=dt.date(2020, 1, 1))
    catalogue = Catalogue.objects.get()
    for row in catalogue.indicators.filter(divisions__code="minyi"):
        row.divisions.add(*trial)
    Service.objects.update_or_create(defaults={"since": clock.today() - dt.timedelta(days=DAYS)})
    return {"user": user, "officer": officer, "trial": trial}


def _judgments(count: int, people: dict[str, Any]) -> None:
    from django.db import connection

    from judgments.models import Batch
    from liwan_court.timetable import clock
    from tests.factories import make_published

    first = clock.today() - dt.timedelta(days=DAYS)
    ids = ",".join(str(row.pk) for row in people["trial"])
    seed = make_published("（2024）粤0103民初1号", division=people["trial"][0], files=False)
    edition = seed.edition
    effective = f"date '{first}' + (n % {DAYS})::int"
    copies(
        seed, count, number="'（2024）粤0103民初' || (n + 10) || '号'", number_key="'(2024)粤0103民初' || (n + 10) || '号'",
        slug="'2024-y0103-minchu-' || (n + 10)", number_start="n + 10", edition_id="NULL", effective_on=effective,
        division_id=f"(ARRAY[{ids}])[1 + n % {len(people['trial'])}]", due_seven_days=f"{effective} + 9",
        state="CASE WHEN n % 20 = 0 THEN 'excluded' WHEN n % 33 = 0 THEN 'awaiting_file' ELSE 'published' END",
    )  # fmt: skip
    months = {(first + dt.timedelta(days=day)).strftime("%Y-%m") for day in range(DAYS + 60)}
    Batch.objects.bulk_create(
        Batch(period=month, window_start=first, window_end=first, published_at=edition.published_at)
        for month in months
        if not Batch.objects.filter(period=month).exists()
    )
    columns = [f.column for f in edition._meta.local_concrete_fields if not f.primary_key]
    month = "to_char(j.effective_on + interval '11 days', 'YYYY-MM')"
    changed = {
        "judgment_id": "j.id", "draft_id": "NULL", "batch_id": "b.id", "sha256": "md5(j.id::text) || md5(j.slug)",
        "published_at": "j.effective_on + interval '11 days' + interval '9 hours'", "html": "''", "text": "''",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO judgments_publicedition ({', '.join(columns)}) "
            f"SELECT {', '.join(changed.get(name, f't.{name}') for name in columns)} "
            f"FROM judgments_judgment j JOIN judgments_batch b ON b.period = {month} AND b.supplement = 0, "
            "judgments_publicedition t WHERE t.id = %s AND j.id > %s AND j.state = 'published'",
            [edition.pk, seed.pk],
        )
        cursor.execute(
            "UPDATE judgments_judgment j SET edition_id = e.id FROM judgments_publicedition e WHERE e.judgment_id = j.id"
        )
    _reports(people, count)


def _reports(people: dict[str, Any], count: int) -> None:
    from django.db import connection

    from judgments.models import EffectiveReport
    from liwan_court.timetable import clock

    first = clock.today() - dt.timedelta(days=DAYS)
    months = sorted({(first + dt.timedelta(days=day)).strftime("%Y-%m") for day in range(DAYS)})
    EffectiveReport.objects.bulk_create(
        EffectiveReport(division=division, period=month, late=(place + number) % 9 == 0)
        for place, month in enumerate(months)
        for number, division in enumerate(people["trial"])
        if (place * number) % 31 != 1
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO judgments_reportedjudgment (report_id, judgment_id, kind, effective_on, from_earlier_window, differs) "
            "SELECT r.id, j.id, j.kind, j.effective_on, false, false FROM judgments_judgment j "
            "JOIN judgments_effectivereport r ON r.division_id = j.division_id "
            "AND r.period = to_char(j.effective_on + interval '11 days', 'YYYY-MM')"
        )


def _enforcement(cases: int, entries: int, people: dict[str, Any]) -> None:
    from enforcement_logs.models import Category, LogEntry
    from liwan_court.registry.models import Case, Division
    from liwan_court.timetable import clock

    first = clock.today() - dt.timedelta(days=DAYS)
    bureau = Division.objects.get(code="zhixing")
    case = Case.objects.create(
        number="（2024）粤0103执1号",
        division=bureau,
        handling_judge=people["officer"],
        accepted_on=first,
        field="执行",
    )
    copies(
        case, cases - 1, number="'（2024）粤0103执' || (n + 1) || '号'", number_key="'(2024)粤0103执' || (n + 1) || '号'",
        number_start="n + 1", accepted_on=f"date '{first}' + (n % {DAYS})::int", foreign_id="NULL",
        closed_on=f"CASE WHEN n % 3 = 0 THEN date '{first}' + (n % {DAYS} + 90)::int END",
    )  # fmt: skip
    moment = clock.moment(first)
    entry = LogEntry.objects.create(
        case=case, category=Category.objects.first(), officer=people["officer"], happened_at=moment,
        written_at=moment, audience_set_at=moment,
    )  # fmt: skip
    at = f"timestamptz '{moment.isoformat()}' + (n % {DAYS}) * interval '1 day' + interval '9 hours'"
    copies(
        entry, entries - 1, case_id=f"{case.pk} + n % {cases}", happened_at=at, written_at=f"{at} + interval '2 hours'",
        form="gen_random_uuid()", late="n % 40 = 0",
    )  # fmt: skip


if __name__ == "__main__":
    django.setup()
    fill(*map(int, sys.argv[1:]))
