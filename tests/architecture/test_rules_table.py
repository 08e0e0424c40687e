"""docs/rules.md says where each rule can be seen and which test proves it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache

import pytest
from django.urls import Resolver404, resolve

from tests.architecture.source import ROOT, python_files, tree

RULES = tuple(f"R{number}" for number in range(1, 68))


@dataclass(frozen=True, slots=True)
class Row:
    """One rule of the table."""

    rule: str
    requirement: str
    where: str
    tests: str

    @property
    def addresses(self) -> list[str]:
        return re.findall(r"`(/[^`]*)`", self.where)


@cache
def rows() -> list[Row]:
    cells = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| R")
    )
    return [Row(*row) for row in cells]


@cache
def acceptance_tests() -> frozenset[str]:
    """Names of the test functions in tests/acceptance/."""
    return frozenset(
        node.name
        for path in python_files("tests/acceptance")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def test_every_rule_stands_in_the_table_once() -> None:
    assert tuple(row.rule for row in rows()) == RULES


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.rule)
def test_a_rule_can_be_seen(row: Row) -> None:
    assert row.addresses, f"{row.rule} has no address in docs/rules.md"
    for address in row.addresses:
        try:
            resolve(address)
        except Resolver404:
            pytest.fail(f"{row.rule}: the portal has no page {address}")


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.rule)
def test_a_rule_is_proved(row: Row) -> None:
    prefix = f"test_{row.rule.lower()}_"
    assert row.tests == f"`{prefix}*`"
    assert any(name.startswith(prefix) for name in acceptance_tests()), f"no acceptance test {prefix}*"


def test_an_acceptance_test_names_a_rule() -> None:
    numbers = {name: re.match(r"test_r(\d+)_", name) for name in acceptance_tests()}
    unknown = [name for name, number in numbers.items() if number is None or f"R{number[1]}" not in RULES]
    assert not unknown
