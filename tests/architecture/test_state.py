"""The state of a judgment is changed by its actions and by nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGES, ROOT, python_files, tree

OWNER = "judgments/actions/"


def changes_of_state(path: Path) -> Iterator[str]:
    """Places in a file where the state of a judgment is set past its actions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Assign):
            targets = [ast.unparse(target) for target in node.targets]
            if any(target.endswith("judgment.state") for target in targets):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and sets_state(node):
            yield f"{path.relative_to(ROOT)}:{node.lineno}"


def sets_state(call: ast.Call) -> bool:
    """Whether a call is an update of many judgments' state."""
    assert isinstance(call.func, ast.Attribute)
    on_judgments = "Judgment." in ast.unparse(call.func.value) or "judgments" in ast.unparse(call.func.value)
    named = call.func.attr == "update" and any(keyword.arg == "state" for keyword in call.keywords)
    listed = call.func.attr == "bulk_update" and "'state'" in ast.unparse(call)
    return on_judgments and (named or listed)


def test_only_actions_change_the_state_of_a_judgment() -> None:
    outside = [path for path in python_files(*PACKAGES) if OWNER not in path.as_posix()]
    assert not [place for path in outside for place in changes_of_state(path)]


def test_a_bulk_update_of_states_would_be_seen() -> None:
    for code in (
        "Judgment.objects.filter(pk=1).update(state='published')",
        "Judgment.objects.bulk_update(rows, ['state'])",
    ):
        call = ast.parse(code).body[0]
        assert isinstance(call, ast.Expr)
        assert isinstance(call.value, ast.Call)
        assert sets_state(call.value)
