"""A studio whose folders are its own, and a cache without memory of other tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from tests.livestream.broadcast.studio import Studio, make_studio
from tests.livestream.court import Court


@pytest.fixture
def studio(live_court: Court, settings: Any, tmp_path: Path) -> Iterator[Studio]:
    settings.LIVE_ROOT, settings.LIVE_PUBLIC_ROOT = tmp_path / "raw", tmp_path / "live" / "public"
    storages = {**settings.STORAGES}
    storages["replays"] = {**storages["replays"], "OPTIONS": {"location": tmp_path / "live" / "replays"}}
    settings.STORAGES = storages
    cache.clear()
    yield make_studio(live_court)
    cache.clear()
