"""What every test may ask for, and which tests this run leaves to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

LEFT_TO = {"browser": ".ci/run", "debian": ".ci/run", "bench": "make bench"}
"""Marks whose tests run only when `-m` names them, and the command that runs them."""
DATABASE_FIXTURES = {"db", "transactional_db", "client", "admin_client", "live_server"}
_left_out: dict[str, int] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what belongs to this run; what is left out is counted and told at the end."""
    reasons = {item: reason for item in items if (reason := _left_out_because(item, config.option.markexpr))}
    for reason in reasons.values():
        _left_out[reason] = _left_out.get(reason, 0) + 1
    config.hook.pytest_deselected(items=list(reasons))
    items[:] = [item for item in items if item not in reasons]


def _left_out_because(item: pytest.Item, asked: str) -> str | None:
    for mark, command in LEFT_TO.items():
        if item.get_closest_marker(mark) and mark not in asked:
            return f"{mark} ({command})"
    needs_services = item.get_closest_marker("postgres") is not None
    if settings.STACK == "embedded":
        return "postgres (TEST_STACK=services)" if needs_services else None
    touches_database = item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(
        getattr(item, "fixturenames", ())
    )
    return None if needs_services or touches_database else "no database (TEST_STACK=embedded)"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the counts of a test worker to the session that started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = _left_out


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take the counts of a test worker; each worker collects the same tests."""
    _left_out.update(getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in one line what this run does not cover."""
    what = ", ".join(f"{count} × {reason}" for reason, count in sorted(_left_out.items())) or "nothing"
    terminalreporter.write_line(f"stack {settings.STACK}; left to other runs: {what}")


@pytest.fixture
def run_tasks_at_once(settings: Any) -> Iterator[None]:
    """Celery tasks run where they are sent, and what goes wrong in them is raised."""
    from liwan_court.celery import app

    before = app.conf.task_always_eager, app.conf.task_eager_propagates
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=before[0], task_eager_propagates=before[1])


@pytest.fixture
def clock_at() -> Iterator[Callable[[datetime], None]]:
    """Lives at the moment it is told, until the end of the test or the next moment."""
    from contextlib import ExitStack

    from liwan_court.timetable import clock

    with ExitStack() as stack:
        yield lambda instant: stack.enter_context(clock.at(instant))
