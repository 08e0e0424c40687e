"""Bulletins of the demonstration, by the real actions: past ones signed and public, the last one waits for its second name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from liwan_court.measuring import span
from liwan_court.registry.models import PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from oversight.actions.base import ActionRefused
from oversight.actions.bulletins import DraftBulletin, PublishBulletin, SignBulletin, SubmitBulletin
from oversight.models import Bulletin, Inspection

if TYPE_CHECKING:
    from datetime import datetime

Kind = Bulletin.Kind
OF_KIND = {
    Inspection.Kind.QUARTER: (Kind.QUARTERLY,),
    Inspection.Kind.MIDYEAR: (Kind.HALF_YEAR,),
    Inspection.Kind.YEAR_END: (Kind.ACCEPTANCE, Kind.COMMENDATION, Kind.CRITICISM),
}


def load(taken: list[Inspection], secretary: Actor) -> None:
    """One after another, in the order of the inspections."""
    signers = _signers(secretary)
    ordered = sorted(taken, key=lambda row: row.taken_at)
    for inspection in ordered:
        moment = inspection.taken_at + timedelta(days=5)
        for kind in OF_KIND[Inspection.Kind(inspection.kind)]:
            if moment <= clock.now():
                _bulletin(inspection, kind, secretary, signers, moment, last=inspection == ordered[-1])


def _bulletin(
    inspection: Inspection, kind: str, secretary: Actor, signers: list[Actor], moment: datetime, *, last: bool
) -> None:  # fmt: skip
    with clock.at(moment):
        try:
            row = DraftBulletin(secretary, kind, span(inspection.period)).run()
            SubmitBulletin(row, secretary).run()
        except ActionRefused:
            return
    for days, signer in enumerate(signers[:1] if last else signers, 1):
        with clock.at(moment + timedelta(days=days)):
            row = SignBulletin(row, signer).run()
    if not last and kind in (Kind.QUARTERLY, Kind.ACCEPTANCE):
        with clock.at(moment + timedelta(days=3)):
            PublishBulletin(row, secretary).run()


def _signers(secretary: Actor) -> list[Actor]:
    """Two of the leading group beside the secretary."""
    rows = (
        PostHolding.objects.on(clock.today()).filter(post=Post.LEADING_GROUP).select_related("officer__user")
    )
    users = [row.officer.user for row in rows.order_by("pk") if row.officer.user_id != secretary.user_id]
    return [Actor.of(user) for user in users if user is not None][:2]
