"""Files have one reason to exist and can be read in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.source import PACKAGES, ROOT, python_files, tree, written_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MEASURED = {".py", ".html", ".css", ".js", ".md", ".sh"}


def test_no_file_is_too_long() -> None:
    lengths = {
        path: path.read_text(encoding="utf-8").count("\n")
        for path in written_files()
        if path.suffix in MEASURED and "migrations" not in path.parts
    }
    too_long = {
        str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > LONGEST_FILE
    }
    assert not too_long


def functions(path: Path) -> dict[str, int]:
    """Name and length in lines of every function of a file."""
    found = (
        node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1 for node in found
    }


def test_no_function_is_too_long() -> None:
    measured = {name: length for path in python_files(*PACKAGES) for name, length in functions(path).items()}
    assert not {name: length for name, length in measured.items() if length > LONGEST_FUNCTION}
