"""The portal's own source as data: its files, what each module imports and when, its functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("liwan_court", "judgments", "livestream", "enforcement_logs", "oversight")
TRACKED = (*PACKAGES, "tests", "templates", "static", "docs", "deploy", ".ci")
TOP_FILES = (
    "manage.py",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
)


@dataclass(frozen=True, slots=True)
class Import:
    """One name that a module imports; `late` inside a function, `typing_only` never at run time."""

    importer: str
    imported: str
    late: bool
    typing_only: bool


def module_name(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def python_files(*folders: str) -> list[Path]:
    """Source files below some folders of the project, generated migrations left out."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts]


def written_files() -> list[Path]:
    """Every text file that belongs to the project."""
    below = (path for folder in TRACKED for path in sorted((ROOT / folder).rglob("*")))
    skipped = {"__pycache__", "node_modules"}
    return [ROOT / name for name in TOP_FILES] + [
        path for path in below if path.is_file() and not skipped & set(path.parts) and path.suffix != ".pyc"
    ]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports() -> list[Import]:
    """Everything the portal's own modules import."""
    return [
        found
        for path in python_files(*PACKAGES)
        for found in _imports_of(module_name(path), tree(path), False, False)
    ]


def _imports_of(importer: str, node: ast.AST, late: bool, typing_only: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        inside = late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for statement in child.body:
                yield from _imports_of(importer, ast.Module([statement], []), inside, True)
            continue
        if isinstance(child, ast.Import):
            yield from (Import(importer, alias.name, inside, typing_only) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield from (
                Import(importer, f"{child.module}.{alias.name}", inside, typing_only) for alias in child.names
            )
        else:
            yield from _imports_of(importer, child, inside, typing_only)


def within(name: str, room: str) -> bool:
    """Whether a dotted name is a module or lies inside it."""
    return name == room or name.startswith(f"{room}.")
