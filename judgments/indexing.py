"""The index follows the database: an outbox of what changed, one writer, and a rebuild from nothing but public editions (R39)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Max

from judgments.models import IndexOutbox, Judgment, LedgerEntry
from judgments.search import portal_writer
from judgments.search.document import IndexDocument
from judgments.search.engines.base import IndexBusyError
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.db.models import QuerySet

    from judgments.search.engines.directory import DirectoryEngine

CHUNK = 200


def waiting() -> bool:
    """Whether the outbox holds anything."""
    return IndexOutbox.objects.exists()


def follow_outbox() -> int:
    """Work through the outbox and say how many rows were done. Does nothing while another writer is at it.

    A row is deleted only after its change is committed to the index, so a crash between the two does the change again.
    """
    try:
        engine = portal_writer()
    except IndexBusyError:
        return 0
    try:
        done = 0
        while rows := list(IndexOutbox.objects.order_by("pk")[:CHUNK]):
            _apply(engine, {row.judgment_id for row in rows})
            IndexOutbox.objects.filter(pk__in=[row.pk for row in rows]).delete()
            done += len(rows)
        return done
    finally:
        engine.close()


def _apply(engine: DirectoryEngine, ids: set[int]) -> None:
    """Make the index say of these judgments what the database says now, whatever the outbox said then."""
    public = {doc.id: doc for doc in documents(ids)}
    if gone := [pk for pk in ids if pk not in public]:
        engine.remove(gone)
    if public:
        engine.add(list(public.values()))


def rebuild(watch: Callable[[Iterable[IndexDocument], int], Iterable[IndexDocument]] | None = None) -> int:
    """A new index of everything public, swapped in at once; says how many documents it holds.

    `watch` is given the documents and their number, and passes them on: for a progress bar.
    """
    engine = portal_writer()
    try:
        count = 0

        def counted() -> Iterator[IndexDocument]:
            nonlocal count
            for document in documents():
                count += 1
                yield document

        seen = IndexOutbox.objects.aggregate(last=Max("pk"))["last"]
        engine.rebuild(watch(counted(), published().count()) if watch else counted())
        if seen is not None:
            IndexOutbox.objects.filter(pk__lte=seen).delete()
        return count
    finally:
        engine.close()


def purge() -> int:
    """Rebuild after a day with a withdrawal or a correction, so that no dead segment on disk keeps what was taken back."""
    since = clock.now() - timedelta(hours=25)
    gone = (LedgerEntry.Event.WITHDRAWN, LedgerEntry.Event.CORRECTED)
    if not LedgerEntry.objects.filter(event__in=gone, at__gte=since).exists():
        return 0
    try:
        return rebuild()
    except IndexBusyError:
        return 0


def published() -> QuerySet[Judgment]:
    """Judgments with a current public edition that is not withdrawn."""
    return Judgment.objects.filter(edition__isnull=False, edition__withdrawn_at__isnull=True)


def documents(ids: set[int] | None = None) -> Iterator[IndexDocument]:
    """What the index may know: the current public editions, none of them withdrawn."""
    rows = published()
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    for judgment in rows.select_related("edition__batch", "division").iterator(chunk_size=CHUNK):
        yield document_of(judgment)


def document_of(judgment: Judgment) -> IndexDocument:
    """The index entry of a published judgment."""
    edition = judgment.edition
    if edition is None:
        raise ValueError("only a published judgment has an index entry")
    published = clock.local(edition.published_at).date()
    return IndexDocument(
        id=judgment.pk,
        slug=judgment.slug,
        title=edition.title,
        case_number=judgment.number,
        case_key=judgment.number_key,
        division=judgment.division.name if judgment.division else "",
        kind=judgment.kind,
        cause=judgment.cause,
        field=judgment.field,
        decided_on=judgment.decided_on or published,
        published_on=published,
        batch=edition.batch.period,
        statutes=tuple(edition.statutes),
        text=edition.text,
    )
