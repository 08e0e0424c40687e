"""Confirming the party list: a person says who the parties are, and everything is masked again by that list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from judgments.actions.base import Action, Check
from judgments.models import Judgment, PartyList
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

State = Judgment.State


class ConfirmParties(Action[PartyList]):
    """Confirm who the parties are (names, aliases, addresses). Redaction runs again with this list, then review begins.

    A list confirmed once more during review or after a return sends the judgment back through redaction; an approval would
    not survive it.
    """

    verb = "确认当事人"
    posts = (Post.TYPIST, Post.JUDGE, Post.DIVISION_HEAD, Post.TRIAL_MANAGEMENT)
    states = (State.DRAFT, State.REVIEW, State.RETURNED)

    def __init__(
        self, judgment: Judgment, actor: Actor, parties: list[dict[str, Any]], *, seen: int | None = None
    ) -> None:
        super().__init__(judgment, actor)
        self.seen = seen
        self.parties = [clean_party(row) for row in parties]

    def checks(self) -> Iterator[Check]:
        """A list has parties, each with a name and a role, and nobody stands in it twice in one role."""
        latest = self.judgment.party_lists.order_by("-pk").first()
        fresh = self.seen is None or (latest is not None and latest.pk == self.seen)
        yield Check(
            "latest_list", fresh, "名单未被他人改动", "名单已由他人更新或文书已重新上传：请重新打开页面核对"
        )
        names = [(row["role"], row["name"]) for row in self.parties]
        yield Check("parties", bool(self.parties), "当事人名单", "当事人名单是空的：请至少填写一名当事人")
        complete = all(role and name for role, name in names)
        yield Check("complete", complete, "姓名与诉讼地位", "每名当事人都要有诉讼地位和姓名（名称）")
        yield Check("distinct", len(set(names)) == len(names), "不重复", "名单中有重复的当事人")

    def execute(self) -> str:
        """Keep the list as confirmed and queue the redaction."""
        self.result = PartyList.objects.create(
            judgment=self.judgment,
            source=PartyList.Source.CLERK,
            parties=self.parties,
            confirmed_by_id=self.actor.user_id,
            confirmed_at=clock.now(),
        )
        pk = self.judgment.pk
        transaction.on_commit(lambda: hint_redaction(pk))
        return State.REDACTING

    def detail(self) -> dict[str, Any]:
        """How many, never who."""
        return {"parties": len(self.parties)}


def clean_party(row: dict[str, Any]) -> dict[str, Any]:
    """One row of a list with its known keys, blanks and empty aliases dropped."""
    return {
        "role": str(row.get("role", "")).strip(),
        "name": str(row.get("name", "")).strip(),
        "kind": row.get("kind") if row.get("kind") in ("person", "organisation") else "person",
        "aliases": [a for text in row.get("aliases", ()) if (a := str(text).strip())],
        "addresses": [a for text in row.get("addresses", ()) if (a := str(text).strip())],
    }


def hint_redaction(judgment_id: int) -> None:
    """Tell the worker that a confirmed list waits."""
    from judgments.tasks import redact_confirmed_task

    redact_confirmed_task.delay(judgment_id)
