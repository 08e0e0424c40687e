"""Two engines behind one contract (`base.Engine`): tantivy, the default, and Whoosh, in pure Python."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from judgments.search.engines.directory import DirectoryEngine

if TYPE_CHECKING:
    from pathlib import Path

ENGINES = {"tantivy": "tantivy_engine", "whoosh": "whoosh_engine"}


def open_engine(name: str, directory: Path, *, write: bool = False) -> DirectoryEngine:
    """The engine of that name over a directory of its own; close it, or use it as a context manager.

    Only the one chosen is imported, so that the portal starts where the other is not installed. ValueError
    for an unknown name, IndexBusyError where another process writes.
    """
    if name not in ENGINES:
        raise ValueError(f"没有名为“{name}”的检索引擎，可选：{'、'.join(ENGINES)}。")
    volumes = import_module(f"judgments.search.engines.{ENGINES[name]}")
    return DirectoryEngine(volumes.open_volume, directory, write=write)


@cache
def searcher(name: str, directory: Path) -> DirectoryEngine:
    """The reader that all threads of this process share; it follows every commit and rebuild by itself."""
    return open_engine(name, directory)
