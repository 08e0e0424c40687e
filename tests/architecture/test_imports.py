"""Imports point down, as docs/architecture.md draws them."""

from __future__ import annotations

import pytest

from tests.architecture.source import Import, imports, within

APPS = ("judgments", "livestream", "enforcement_logs", "oversight")
BASE = ("liwan_court.registry", "liwan_court.timetable", "liwan_court.privacy")
PROJECT = ("liwan_court.settings", "liwan_court.urls", "liwan_court.wsgi", "liwan_court.asgi")
JUDGMENT_LAYERS = (
    ("intake",),
    ("redaction", "search", "effective"),
    ("models",),
    ("ledger",),
    ("actions",),
    ("runs", "indexing", "nightly", "defaults", "demo"),
    ("tasks", "forms", "queries", "figures"),
    (
        "admin",
        "staff",
        "keyed",
        "views",
        "feeds",
        "sitemaps",
        "templatetags",
        "management",
        "measures",
        "apps",
        "urls",
    ),
)
"""Rooms of `judgments` from the ground up; those of one layer may use one another."""
HINTS = ("judgments.actions", "judgments.tasks")
"""An action may send a task from inside a function: the message is a hint, and the row is the job."""
PUBLIC_DOORS = (
    "judgments.views", "judgments.feeds", "judgments.sitemaps", "judgments.urls",
    "judgments.indexing", "judgments.search", "judgments.templatetags",
)  # fmt: skip
PRIVATE_MODELS = {
    "Upload",
    "UploadBatch",
    "OriginalAccess",
    "PartyList",
    "Draft",
    "DraftAmendment",
    "Review",
    "Mark",
}


def told(found: list[Import]) -> str:
    return "\n".join(sorted({f"{each.importer} imports {each.imported}" for each in found}))


def layer_of(name: str) -> int | None:
    """The layer of a module of `judgments`; None for the package itself and for other packages."""
    parts = name.split(".")
    if parts[0] != "judgments" or len(parts) < 2:
        return None
    return next((rank for rank, rooms in enumerate(JUDGMENT_LAYERS) if parts[1] in rooms), None)


def test_every_room_of_judgments_has_a_layer() -> None:
    homeless = {
        each.importer
        for each in imports()
        if within(each.importer, "judgments") and layer_of(each.importer) is None
    }
    assert homeless <= {"judgments"}


def test_rooms_of_judgments_import_only_downwards() -> None:
    def is_hint(each: Import) -> bool:
        return each.late and within(each.importer, HINTS[0]) and within(each.imported, HINTS[1])

    upwards = [
        each
        for each in imports()
        if (above := layer_of(each.importer)) is not None
        and (below := layer_of(each.imported)) is not None
        and below > above
        and not is_hint(each)
    ]
    assert not upwards, told(upwards)


@pytest.mark.parametrize("app", APPS)
def test_apps_do_not_import_one_another(app: str) -> None:
    others = [other for other in APPS if other != app]
    crossing = [
        each
        for each in imports()
        if within(each.importer, app)
        and any(within(each.imported, other) for other in others)
        and not (app == "oversight" and each.imported.split(".")[1:2] == ["measures"])
    ]
    assert not crossing, told(crossing)


@pytest.mark.parametrize("base", BASE)
def test_what_all_apps_stand_on_knows_none_of_them(base: str) -> None:
    upwards = [
        each for each in imports() if within(each.importer, base) and each.imported.split(".")[0] in APPS
    ]
    assert not upwards, told(upwards)


def test_nobody_imports_the_entry_points_of_the_project() -> None:
    found = [each for each in imports() if any(within(each.imported, entry) for entry in PROJECT)]
    assert not found, told(found)


def test_public_doors_never_import_what_is_private() -> None:
    found = [
        each
        for each in imports()
        if any(within(each.importer, door) for door in PUBLIC_DOORS)
        and within(each.imported, "judgments.models")
        and each.imported.rpartition(".")[2] in PRIVATE_MODELS
    ]
    assert not found, told(found)


def test_public_doors_take_nothing_from_the_staff_side() -> None:
    staff = ("judgments.staff", "judgments.admin", "judgments.intake", "judgments.redaction")
    found = [
        each
        for each in imports()
        if any(within(each.importer, door) for door in PUBLIC_DOORS)
        and any(within(each.imported, room) for room in staff)
        and not each.typing_only
    ]
    assert not found, told(found)
