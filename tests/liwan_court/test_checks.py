"""System checks that protect the originals; those for deployment are tested with the production environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from liwan_court.checks import originals_are_out_of_reach


@pytest.fixture
def folders(tmp_path: Path, settings: Any) -> Path:
    settings.PRIVATE_ROOT = tmp_path / "private"
    for name in ("static", "public", "index"):
        setattr(settings, f"{name.upper()}_ROOT", tmp_path / name)
    return tmp_path


def found() -> list[str | None]:
    return [message.id for message in originals_are_out_of_reach()]


def test_folders_beside_one_another_are_fine(folders: Path) -> None:
    assert found() == []


@pytest.mark.parametrize("served", ["STATIC_ROOT", "PUBLIC_ROOT", "INDEX_ROOT"])
def test_originals_inside_a_served_folder_are_an_error(folders: Path, settings: Any, served: str) -> None:
    settings.PRIVATE_ROOT = getattr(settings, served) / "originals"
    assert found() == ["portal.E001"]


def test_a_served_folder_among_the_originals_is_an_error(folders: Path, settings: Any) -> None:
    settings.PUBLIC_ROOT = settings.PRIVATE_ROOT / "public"
    assert found() == ["portal.E001"]


def test_a_link_does_not_hide_that_originals_are_served(folders: Path, settings: Any) -> None:
    settings.PUBLIC_ROOT.mkdir()
    settings.PRIVATE_ROOT.symlink_to(settings.PUBLIC_ROOT)
    assert "portal.E001" in found()


def test_originals_that_others_on_the_machine_may_open_are_a_warning(folders: Path, settings: Any) -> None:
    settings.PRIVATE_ROOT.mkdir()
    settings.PRIVATE_ROOT.chmod(0o755)
    assert found() == ["portal.W001"]
    settings.PRIVATE_ROOT.chmod(0o700)
    assert found() == []
