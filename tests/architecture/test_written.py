"""What is written in the project holds on every machine: no address of a package registry, no path of one computer."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import ROOT, written_files

TEXT = {
    "",
    ".py",
    ".html",
    ".css",
    ".js",
    ".md",
    ".toml",
    ".lock",
    ".example",
    ".conf",
    ".service",
    ".json",
    ".txt",
    ".svg",
}
FORBIDDEN = {
    "the address of a package registry": r"https?://[\w.-]*(?:py" r"pi|pythonhosted|npm" r"js|npmmirror)",
    "an option that names a registry": r"--(?:extra-)?index-" r"url[ =]|find-" r"links",
    "a folder of one computer": r"(?<![\w.])/(?:ro" r"ot|wo" r"rk|ho" r"me/\w+|Us" r"ers)/",
    "a word about how the work was organised": r"(?i)\b(?:T" r"ODO|FIX" r"ME|X" r"XX)\b",
}


@pytest.mark.parametrize("what", sorted(FORBIDDEN))
def test_nothing_written_names(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in written_files()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)
