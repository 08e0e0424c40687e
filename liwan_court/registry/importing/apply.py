"""Taking a file of the case-management system into the register, with a report of every line that was not taken (R22).

Rows are known by their foreign id, so that a file can be sent again. A bad row never stops the others, and nothing is deleted
because a file does not hold it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from django.db import DataError, IntegrityError, transaction

from liwan_court.registry.actions.base import record
from liwan_court.registry.importing.columns import RowRefused, entry_of
from liwan_court.registry.importing.known import Known
from liwan_court.registry.importing.plans import OUTCOMES, REFUSED, SAME, plan
from liwan_court.registry.importing.rows import UnreadableFile
from liwan_court.registry.models import ImportRun
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from liwan_court.registry.importing.columns import Entry
    from liwan_court.registry.importing.rows import Row
    from liwan_court.registry.posts import Actor

CHUNK: Final = 500
MOST_PROBLEMS: Final = 1000
_BLOCK: Final = 1024 * 1024


def import_rows(
    rows: Iterable[Row], *, source: str, actor: Actor, sha256: str, dry_run: bool = False
) -> ImportRun:
    """Take rows into the register and return the report. A trial run checks the same and writes the report alone.

    Rows are committed a few hundred at a time, so that others can write meanwhile. Raises UnreadableFile when there is not
    even a first row to be read; a file that breaks off later is taken in so far, and the report says so.
    """
    waiting = iter(rows)
    beginning = list(islice(waiting, 1))
    run = ImportRun.objects.create(
        source=source, sent_by_id=actor.user_id, file_sha256=sha256, dry_run=dry_run, started_at=clock.now(),
        counts=dict.fromkeys(OUTCOMES, 0),
    )  # fmt: skip
    work = _Work(run, actor, Known(trial=dry_run))
    for chunk in _chunks(chain(beginning, waiting), work):
        with transaction.atomic():
            work.take(chunk)
            run.save(update_fields=["counts", "problems"])
    run.finished_at = clock.now()
    with transaction.atomic():
        run.save(update_fields=["counts", "problems", "finished_at"])
        record(run, "试导入" if dry_run else "导入", actor, dict(run.counts))
    return run


def sha256_of(file: BinaryIO) -> str:
    """The checksum of a file, which is rewound."""
    file.seek(0)
    found = hashlib.sha256()
    while block := file.read(_BLOCK):
        found.update(block)
    file.seek(0)
    return found.hexdigest()


def report_of(run: ImportRun) -> dict[str, Any]:
    """A report as programs read it: numbers, and problems by row and foreign id."""
    problems = [dict(zip(("row", "foreign_id", "message"), problem, strict=True)) for problem in run.problems]
    return {"run": run.pk, "dry_run": run.dry_run, "counts": run.counts, "problems": problems}


def _chunks(rows: Iterator[Row], work: _Work) -> Iterator[list[Row]]:
    """Rows a few hundred at a time, up to the place from which the file cannot be read."""
    chunk: list[Row] = []
    try:
        for row in rows:
            chunk.append(row)
            if len(chunk) == CHUNK:
                yield chunk
                chunk = []
    except UnreadableFile as broken:
        last = chunk[-1][0] if chunk else work.last
        yield chunk
        work.refuse(last + 1, "", f"从这一行起没有读入：{broken}")
        return
    yield chunk


@dataclass
class _Work:
    """The run, what is known about the rows in hand, and the number of the last one."""

    run: ImportRun
    actor: Actor
    known: Known
    last: int = field(default=0)

    def take(self, chunk: list[Row]) -> None:
        """Some rows, each for itself."""
        entries: list[tuple[int, Entry]] = []
        for number, cells in chunk:
            self.last = number
            try:
                entries.append((number, entry_of(cells)))
            except RowRefused as refused:
                self.refuse(number, refused.foreign_id, str(refused))
        self.known.load([entry for _, entry in entries])
        for number, entry in entries:
            try:
                self._take(entry)
            except RowRefused as refused:
                self.refuse(number, entry.foreign_id, str(refused))
            except (IntegrityError, DataError):
                self.refuse(
                    number, entry.foreign_id, "与名册中已有的内容冲突，请核对外部编号和案号后重新报送"
                )
        self.run.problems.sort(key=lambda problem: problem[0])

    def _take(self, entry: Entry) -> None:
        """Plan, and write in a savepoint of its own: where nothing changes, nothing is asked of the database."""
        planned = plan(entry, self.known, self.actor)
        if planned.outcome != SAME:
            if not self.run.dry_run:
                with transaction.atomic():
                    planned.write()
            self.known.remember(entry.kind, planned.row)
        self.run.counts[planned.outcome] += 1

    def refuse(self, number: int, foreign_id: str, message: str) -> None:
        """Say why a row was not taken in."""
        self.run.counts[REFUSED] += 1
        if len(self.run.problems) < MOST_PROBLEMS:
            self.run.problems.append([number, foreign_id, message])
