"""Rows of the case-management system taken in a second, and what memory they take. Figures are printed, not asserted.

IMPORT_BENCH_ROWS sets the number of rows (100,000 unless told); `pytest -m bench -s tests/benchmarks/test_import_speed.py`.
"""

from __future__ import annotations

import csv
import os
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from xlsxwriter import Workbook

from liwan_court.registry.importing.apply import import_rows
from liwan_court.registry.importing.rows import read_rows
from liwan_court.registry.posts import Actor
from tests.benchmarks.machine import forget_peak, machine, peak, resident
from tests.liwan_court.registry.importing.court import CASE, HEARING, MILESTONE, PLAINTIFF, with_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from liwan_court.registry.models import ImportRun

pytestmark = pytest.mark.bench
ROWS = int(os.environ.get("IMPORT_BENCH_ROWS", "100000"))
FEWER = 5_000
NAMES = list(dict.fromkeys(name for row in (CASE, PLAINTIFF, MILESTONE, HEARING) for name in row))


def synthetic(count: int) -> Iterator[dict[str, str]]:
    """Cases with two parties, one milestone and one hearing each."""
    for number in range(1, count // 5 + 1):
        of = {"案件外部编号": f"A-{number}"}
        yield with_(CASE, 外部编号=f"A-{number}", 案号=f"（2025）粤0103民初{number}号")
        yield with_(PLAINTIFF, 外部编号=f"D-{number}", 姓名或名称=f"程{number}", **of)
        yield with_(PLAINTIFF, 外部编号=f"E-{number}", 诉讼地位="被告", 姓名或名称=f"荔香茶行{number}", **of)
        yield with_(MILESTONE, 外部编号=f"J-{number}", **of)
        yield with_(HEARING, 外部编号=f"K-{number}", 法庭=f"第{number % 30}法庭", **of)


def written(path: Path, count: int) -> Path:
    """The rows as a table."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, NAMES)
            writer.writeheader()
            writer.writerows(synthetic(count))
        return path
    book = Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, NAMES)
    for place, row in enumerate(synthetic(count), 1):
        sheet.write_row(place, 0, [row.get(name, "") for name in NAMES])
    book.close()
    return path


def imported(path: Path, *, dry_run: bool = False) -> ImportRun:
    with path.open("rb") as file:
        rows = read_rows(file, path.suffix[1:])
        return import_rows(rows, source="command", actor=Actor.system(), sha256="0" * 64, dry_run=dry_run)


def measured(label: str, path: Path, *, dry_run: bool = False) -> None:
    forget_peak()
    before, start = resident(), time.perf_counter()
    run = imported(path, dry_run=dry_run)
    taken, more = time.perf_counter() - start, peak() - before
    total = sum(run.counts.values())
    assert not run.counts["refused"]
    print(
        f"{label:32} {total:7} rows {taken:7.1f} s {total / taken:8.0f} rows/s, at most {more:5.0f} MB more"
    )


@pytest.mark.django_db
def test_rows_a_second(people, tmp_path, capsys):
    path = written(tmp_path / "rows.csv", ROWS)
    with capsys.disabled():
        print(f"\n{machine()}, {connection.vendor}, {path.stat().st_size / 1e6:.1f} MB")
        measured("trial run", path, dry_run=True)
        measured("every row new", path)
        measured("every row known", path)
        for suffix in (".csv", ".xlsx"):
            path = written(tmp_path / f"read{suffix}", ROWS)
            forget_peak()
            before, start = resident(), time.perf_counter()
            with path.open("rb") as file:
                total = sum(1 for _ in read_rows(file, suffix[1:]))
            taken = time.perf_counter() - start
            print(
                f"reading {suffix:24} {total:7} rows {taken:7.1f} s, at most {peak() - before:5.0f} MB more"
            )


@pytest.mark.django_db
def test_memory_of_fewer_rows(people, tmp_path, capsys):
    figures = {}
    for count in (FEWER, 4 * FEWER):
        path = written(tmp_path / f"{count}.csv", count)
        tracemalloc.start()
        imported(path)
        figures[count] = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    with capsys.disabled():
        for count, size in figures.items():
            print(f"\n{count} rows: at most {size:.1f} MB allocated by Python", end="")
        print()


@pytest.fixture
def people(db):
    """The court of the import tests, on the Monday they live on."""
    from liwan_court.timetable import clock
    from tests.liwan_court.registry.importing.court import NOW, build

    with clock.at(NOW):
        yield build()
