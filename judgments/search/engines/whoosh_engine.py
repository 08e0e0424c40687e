"""The engine in pure Python: Whoosh, for servers without a compiled wheel.

A phrase that each of 5,000 judgments holds takes 35 ms, and the time grows with their number.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from whoosh import index as whoosh_index

from judgments.search.engines.whoosh_fields import ROW_COLUMN, LengthlessCodec, Row, row_of, schema
from judgments.search.engines.whoosh_search import Segment, WhooshView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from judgments.search.document import IndexDocument

_WRITER_MB = 128


class WhooshVolume:
    """A Whoosh index in a folder. A Whoosh writer lives for one commit, so each commit has its own."""

    def __init__(self, folder: Path, create: bool) -> None:
        path = str(folder)
        self._index = whoosh_index.create_in(path, schema()) if create else whoosh_index.open_dir(path)
        self._writer: Any = None
        self._committed: Any = None
        self._pending: set[int] = set()
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._lock = threading.Lock()

    def replace(self, documents: Sequence[IndexDocument]) -> None:
        latest = {document.id: document for document in documents}
        if self._pending & latest.keys():
            # Whoosh deletes only what is committed, and would keep both versions.
            self.commit()
        self.remove(list(latest))
        for document in latest.values():
            self._writer.add_document(**row_of(document))
        self._pending |= latest.keys()

    def remove(self, ids: Sequence[int]) -> None:
        if self._writer is None:
            self._writer = self._index.writer(limitmb=_WRITER_MB, codec=LengthlessCodec())
            self._committed = self._writer.searcher()
        for document_id in ids:
            self._writer.delete_by_term("id", str(document_id), searcher=self._committed)

    def commit(self) -> None:
        writer, committed = self._writer, self._committed
        self._forget()
        if writer is None:
            return
        committed.close()
        try:
            writer.commit()
        except BaseException:
            # Otherwise Whoosh's lock is kept until the process ends.
            writer.cancel()
            raise

    def view(self) -> WhooshView:
        readers = (leaf for leaf, _ in self._index.reader().leaf_readers() if leaf.segment())
        leaves = {leaf.segment().segment_id(): leaf for leaf in readers}
        self._rows = {name: self._rows.get(name) or _read_rows(leaf) for name, leaf in leaves.items()}
        return WhooshView([Segment(leaf, self._rows[name]) for name, leaf in leaves.items()], self._lock)

    def close(self) -> None:
        if self._writer:
            self._committed.close()
            self._writer.cancel()
        self._forget()

    def _forget(self) -> None:
        self._writer = self._committed = None
        self._pending = set()


def _read_rows(leaf: Any) -> tuple[Row, ...]:
    """The rows of a segment by document number, deleted ones included: a segment never changes."""
    column = leaf.column_reader(ROW_COLUMN, translate=False)
    return tuple(Row.from_bytes(column[number]) for number in range(leaf.doc_count_all()))


def open_volume(folder: Path, create: bool) -> WhooshVolume:
    """The index in a folder, or a new one in an empty folder."""
    return WhooshVolume(folder, create)
