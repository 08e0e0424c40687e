"""What both engines share.

One writer, a pointer to the current folder, readers that follow it, a rebuild that swaps folders.
"""

from __future__ import annotations

import fcntl
import itertools
import shutil
import threading
from typing import IO, TYPE_CHECKING, Protocol, Self

from judgments.search.engines import pointer
from judgments.search.engines.base import IndexBusyError, ReadOnlyIndexError, SearchIndexError, SearchResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from judgments.search.document import IndexDocument
    from judgments.search.engines.base import SearchRequest

_LOCK_FILE = "writer.lock"
_FOLDER = "index-{:06}"
_ATTEMPTS = 5
_UNREADABLE = "检索索引打不开，请运行 rebuild_index 重建索引。"
REBUILD_CHUNK = 500
"""Judgments handed to a volume at once during a rebuild; all are committed together at its end."""


class View(Protocol):
    """A commit that stays as it is while it is read. May be searched by several threads at once."""

    def search(self, request: SearchRequest) -> SearchResult: ...


class Volume(Protocol):
    """One index in one folder, in the engine's own format."""

    def replace(self, documents: Sequence[IndexDocument]) -> None:
        """Adds documents in place of those of the same ids; seen after `commit`."""

    def remove(self, ids: Sequence[int]) -> None:
        """Takes documents out; seen after `commit`."""

    def commit(self) -> None:
        """Makes everything since the last commit durable and visible, all or nothing."""

    def view(self) -> View:
        """The latest commit."""

    def close(self) -> None:
        """Ends writing; what was not committed is lost."""


class DirectoryEngine:
    """The Engine over volumes in a directory.

    Readers look at the pointer before every search and reload when it moved.
    """

    def __init__(
        self, open_volume: Callable[[Path, bool], Volume], directory: Path, *, write: bool = False
    ) -> None:
        """`open_volume(folder, create)` opens the engine's index or makes a new one.

        IndexBusyError for a second writer.
        """
        self._open_volume = open_volume
        self._directory = directory
        self._lock = threading.RLock()
        self._current: tuple[pointer.State, View] | None = None
        self._volume: Volume | None = None
        self._lock_file: IO[str] | None = None
        if write:
            self._become_writer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def generation(self) -> int:
        state = pointer.read(self._directory)
        return state.generation if state else 0

    def search(self, request: SearchRequest) -> SearchResult:
        view = self._latest_view()
        return view.search(request) if view else SearchResult(facets=dict.fromkeys(request.facets, ()))

    def add(self, documents: Sequence[IndexDocument]) -> None:
        self._change(lambda volume: volume.replace(documents))

    def remove(self, ids: Iterable[int]) -> None:
        self._change(lambda volume: volume.remove(list(ids)))

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        """Readers go on with the old folder until the swap.

        What it held, withdrawn texts too, is deleted from the disk. The old index need not be readable.
        """
        with self._lock:
            self._demand_writer()
            old = self._state()
            new = pointer.State(_FOLDER.format(old.generation + 1), old.generation + 1)
            count = self._build(self._directory / new.folder, documents)
            pointer.write(self._directory, new)
            self._let_go()
            self._remove_strays(keep=new.folder)
            return count

    def close(self) -> None:
        with self._lock:
            self._let_go()
            if self._lock_file:
                self._lock_file.close()
                self._lock_file = None

    def _become_writer(self) -> None:
        self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock_file = (self._directory / _LOCK_FILE).open("w")
        try:
            fcntl.flock(self._lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock_file.close()
            self._lock_file = None
            raise IndexBusyError("另一进程正在写检索索引，请等它结束后再试。") from error
        state = pointer.read(self._directory)
        self._remove_strays(keep=state.folder if state else "")
        if state is None:
            self._build(self._directory / _FOLDER.format(0), ())
            pointer.write(self._directory, pointer.State(_FOLDER.format(0), 1))
        else:
            # A writer killed between its commit and the pointer left a commit that no reader was told of.
            pointer.write(self._directory, pointer.State(state.folder, state.generation + 1))

    def _build(self, folder: Path, documents: Iterable[IndexDocument]) -> int:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        volume = self._open_volume(folder, True)
        count = 0
        try:
            remaining = iter(documents)
            while chunk := list(itertools.islice(remaining, REBUILD_CHUNK)):
                volume.replace(chunk)
                count += len(chunk)
            volume.commit()
        except BaseException:
            volume.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise
        volume.close()
        return count

    def _state(self) -> pointer.State:
        state = pointer.read(self._directory)
        if state is None:
            raise SearchIndexError("检索索引的指向文件不见了，请运行 rebuild_index 重建索引。")
        return state

    def _writable(self) -> Volume:
        self._demand_writer()
        if self._volume is None:
            try:
                self._volume = self._open_volume(self._directory / self._state().folder, False)
            except Exception as error:
                raise SearchIndexError(_UNREADABLE) from error
        return self._volume

    def _demand_writer(self) -> None:
        if self._lock_file is None:
            raise ReadOnlyIndexError("检索索引是以只读方式打开的，只有索引任务可以写。")

    def _change(self, change: Callable[[Volume], None]) -> None:
        """One commit; when it fails, all of it is forgotten and the next change starts from the last commit."""
        with self._lock:
            volume = self._writable()
            try:
                change(volume)
                volume.commit()
            except BaseException:
                self._let_go()
                raise
            state = self._state()
            pointer.write(self._directory, pointer.State(state.folder, state.generation + 1))

    def _latest_view(self) -> View | None:
        current = self._current
        state = pointer.read(self._directory)
        if state is None:
            return None
        if current and current[0] == state:
            return current[1]
        for _ in range(_ATTEMPTS):
            try:
                return self._follow()
            except Exception as error:  # noqa: BLE001  (each engine fails in its own way when files go away under it)
                # The folder may be swapped away between the pointer and the opening of the files: look again.
                trouble = error
        raise SearchIndexError(_UNREADABLE) from trouble

    def _follow(self) -> View:
        with self._lock:
            state = self._state()
            if self._volume is None or (self._current and self._current[0].folder != state.folder):
                self._let_go()
                self._volume = self._open_volume(self._directory / state.folder, False)
            view = self._volume.view()
            self._current = (state, view)
            return view

    def _let_go(self) -> None:
        volume, self._volume, self._current = self._volume, None, None
        if volume:
            volume.close()

    def _remove_strays(self, keep: str) -> None:
        """Folders of rebuilds that were killed or replaced."""
        for folder in self._directory.glob(_FOLDER.format(0)[:6] + "*"):
            if folder.is_dir() and folder.name != keep:
                shutil.rmtree(folder, ignore_errors=True)
