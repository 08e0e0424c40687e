"""Looks at the big court as its users do and prints what each look cost, as JSON on the last line."""

from __future__ import annotations

import json
import os
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liwan_court.settings")


def measured(found: dict[str, Any], name: str, action: Any, times: int = 1) -> Any:
    """Run an action; keep wall seconds, CPU milliseconds of this process, and queries of one run (a request forgets them)."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        result = action()
    wall, cpu = time.monotonic(), time.process_time()
    for _ in range(times):
        result = action()
    wall, cpu = (time.monotonic() - wall) / times, (time.process_time() - cpu) / times
    queries = f", {len(asked)} queries" if len(asked) else ""
    found[name] = f"{wall:.2f} s, {1000 * cpu:.0f} ms CPU{queries}"
    return result


def look() -> dict[str, Any]:
    """The last whole quarter inspected, its pages opened, each measure counted alone."""
    from django.test import Client
    from django.urls import reverse

    from liwan_court.measuring import quarters_up_to
    from liwan_court.registry.models import Officer
    from liwan_court.registry.posts import Actor
    from oversight.actions.inspect import TakeInspection, catalogue_of
    from oversight.defaults import load_example
    from oversight.demo.history import last_quarter
    from oversight.inspecting import look as look_now
    from oversight.measured import measures

    found: dict[str, Any] = {}
    last = last_quarter()
    load_example(last.year)
    secretary = Officer.objects.get(staff_no="big")
    assert secretary.user is not None
    begin = time.monotonic()
    taken = TakeInspection(Actor.of(secretary.user), last).run()
    found["inspection"] = f"{time.monotonic() - begin:.2f} s"
    found["scores"], found["evidence"] = taken.scores.count(), taken.evidence.count()
    for of in quarters_up_to(last, 8)[:-1]:
        load_example(of.year)
        TakeInspection(Actor.system(), of).run()
    client = Client(HTTP_HOST="localhost")
    client.force_login(secretary.user)

    def opened(name: str, *args: Any) -> None:
        answer = client.get(reverse(f"admin:staff_oversight_{name}", args=args))
        assert answer.status_code == 200, (name, answer.status_code)

    measured(found, "overview from the snapshot", lambda: opened("overview", last.name), 5)
    measured(found, "division from the snapshot", lambda: opened("division", last.name, "minyi"), 5)
    measured(found, "indicator from the snapshot", lambda: opened("indicator", last.name, "W1"), 5)
    measured(found, "funnel, live", lambda: opened("funnel", last.name), 2)
    catalogue = catalogue_of(last.year)
    assert catalogue is not None
    measured(found, "everything, live", lambda: look_now(last, catalogue))
    for name, each in measures().items():
        measured(found, f"live {name}", lambda each=each: each.tallies(last))
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(look(), ensure_ascii=False))
