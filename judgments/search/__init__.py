"""Search of the published judgments.

The reader's query becomes a tree, an engine answers it, the page is highlighted (R38, R39).
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from judgments.search.engines import open_engine, searcher

if TYPE_CHECKING:
    from judgments.search.engines.directory import DirectoryEngine

# Whoosh 2.7.4 is unmaintained and warns on newer Pythons; every import of it passes through this package.
for _category in (SyntaxWarning, DeprecationWarning):
    warnings.filterwarnings("ignore", category=_category, module=r"(.*[/\\])?whoosh\b")

__all__ = ["open_engine", "portal_searcher", "portal_writer", "searcher"]


def portal_searcher() -> DirectoryEngine:
    """The shared reader of the engine and directory that the settings choose."""
    return searcher(*_chosen())


def portal_writer() -> DirectoryEngine:
    """The one writer, for the consumer of the queue `index` and for a rebuild.

    IndexBusyError while another one is open.
    """
    return open_engine(*_chosen(), write=True)


def _chosen() -> tuple[str, Path]:
    from django.conf import settings

    name: str = settings.SEARCH_ENGINE
    return name, Path(settings.INDEX_ROOT) / name
