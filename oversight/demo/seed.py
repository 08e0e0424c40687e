"""The demonstration of oversight: two years of inspections, the last quarter taken for real, plans, meetings, rectification."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction

from liwan_court.measuring import quarters_up_to
from liwan_court.registry.models import Officer, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import calendar, clock, deadlines
from oversight.actions.inspect import TakeInspection
from oversight.actions.stating import StateEvidence, stated_by_hand
from oversight.defaults import load_example
from oversight.demo import history, mending, papers, plans
from oversight.models import Catalogue, Inspection

STATED: Final = {"L1": (4, 4), "H1": (3, 3), "S1": (4, 5)}
"""How many of how many the divisions state for the last quarter."""


def is_wanted() -> bool:
    """Whether there are people and nothing was inspected yet."""
    return _secretary() is not None and not Inspection.objects.exists()


@transaction.atomic
def seed() -> None:
    """There completely or not at all."""
    last = history.last_quarter()
    years = sorted({row.year for row in quarters_up_to(last, history.QUARTERS)} | {clock.today().year})
    for year in years:
        load_example(year)
    catalogues = {
        row.year: row for row in Catalogue.objects.filter(year__in=years, state=Catalogue.State.IN_FORCE)
    }
    plans.load(years)
    taken = history.load(last, catalogues)
    secretary = _secretary()
    due = deadlines.occurrence("quarterly_inspection", last.name, calendar.load()).due
    if secretary is None or due is None:
        return
    with clock.at(due - timedelta(hours=8)):
        for row in stated_by_hand(last.year):
            for division in row.divisions.all():
                done, owed = STATED.get(row.code, (1, 1))
                StateEvidence(
                    secretary, last, row.code, division, done, owed, "页面清单和更新日期见附件。"
                ).run()
        taken.append(TakeInspection(secretary, last).run())
    mending.load(taken)
    papers.load(taken, secretary)


def _secretary() -> Actor | None:
    """Who does the leading group's work: the member that is neither president nor vice president."""
    others = PostHolding.objects.filter(post__in=[Post.PRESIDENT, Post.VICE_PRESIDENT]).values("officer")
    rows = PostHolding.objects.on(clock.today()).filter(post=Post.LEADING_GROUP).exclude(officer__in=others)
    found = (
        Officer.objects.filter(pk__in=rows.values("officer"), user__isnull=False)
        .select_related("user")
        .first()
    )
    return Actor.of(found.user) if found is not None and found.user is not None else None
