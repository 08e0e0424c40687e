"""A searchable index beside the test's database, and the addresses of everything public."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection

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


@pytest.fixture
def emptied_after(transactional_db) -> Iterator[None]:
    """Empties the database after a test with a live server: the records that refuse deletion (R66) are let go for it."""
    yield
    triggers = import_module("judgments.migrations.0002_append_only")
    with connection.schema_editor() as editor:
        triggers.unprotect(None, editor)
    call_command("flush", verbosity=0, interactive=False)
    with connection.schema_editor() as editor:
        triggers.protect(None, editor)


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
