"""Pure rooms know no Django: neither in what they say nor in what importing them brings in."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.architecture.source import ROOT, imports, module_name, python_files, within

PURE_ROOMS = (
    "liwan_court.privacy",
    "liwan_court.timetable.workdays",
    "liwan_court.timetable.deadlines",
    "liwan_court.timetable.clock",
    "liwan_court.timetable.periods",
    "liwan_court.timetable.rolling",
    "liwan_court.registry.case_numbers",
    "liwan_court.registry.case_number_grammar",
    "judgments.effective",
    "livestream.rotation",
    "judgments.intake",
    "judgments.redaction",
)
FRAMEWORKS = ("django", "celery", "kombu", "redis", "psycopg")
IMPORT_THEM = (
    "import importlib, json, sys\n"
    "for name in sys.argv[1:]: importlib.import_module(name)\n"
    "print(json.dumps(sorted(name for name in sys.modules if '.' not in name)))"
)


def is_pure(name: str) -> bool:
    return any(within(name, room) for room in PURE_ROOMS)


def test_pure_rooms_name_no_framework() -> None:
    found = {
        f"{each.importer} imports {each.imported}"
        for each in imports()
        if is_pure(each.importer) and each.imported.split(".")[0] in FRAMEWORKS
    }
    assert not found


def test_pure_rooms_import_only_pure_rooms_of_ours() -> None:
    ours = ("liwan_court", "judgments", "livestream", "enforcement_logs", "oversight")
    found = {
        f"{each.importer} imports {each.imported}"
        for each in imports()
        if is_pure(each.importer) and each.imported.split(".")[0] in ours and not is_pure(each.imported)
    }
    assert not found


def test_importing_every_pure_module_brings_in_no_framework() -> None:
    names = [name for name in map(module_name, python_files("liwan_court", "judgments")) if is_pure(name)]
    assert len(names) > 20
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THEM, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not set(FRAMEWORKS) & set(json.loads(done.stdout))
