"""A searchable index beside the test's database, and the addresses of everything public."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from judgments import indexing
from judgments.models import IndexOutbox
from judgments.search.engines import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from judgments.models import Judgment


@pytest.fixture
def index(settings, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """`index()` brings a new index up to date with the database; `index(judgment)` follows only the outbox."""
    settings.INDEX_ROOT = tmp_path / "index"

    def follow(*judgments: Judgment) -> None:
        if not judgments:
            indexing.rebuild()
        for judgment in judgments:
            IndexOutbox.objects.create(judgment=judgment, operation="add")
            indexing.follow_outbox()

    yield follow
    searcher.cache_clear()


@pytest.fixture(autouse=True)
def public_files(settings, tmp_path: Path) -> None:
    """Files of public editions go to a folder of the test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "public"},
        },
    }
