"""Saying which division handles a judgment, where neither the register nor the number tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.actions.base import Action, Check
from judgments.models import Judgment
from liwan_court.registry.posts import Actor, Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.models import Division

State = Judgment.State


class AssignDivision(Action[Judgment]):
    """Give a judgment to the division that handles it: only then its judge and its head see it and report it (R27)."""

    verb = "确定庭室"
    posts = (Post.TYPIST, Post.TRIAL_MANAGEMENT)
    states = tuple(s for s in State if s not in (State.PUBLISHED, State.WITHDRAWN, State.EXCLUDED))

    def __init__(self, judgment: Judgment, actor: Actor, division: Division | None) -> None:
        super().__init__(judgment, actor)
        self.division = division

    def checks(self) -> Iterator[Check]:
        """A reporting division; what a division has reported stays with it."""
        chosen = self.division is not None and self.division.reports_effective
        yield Check("who", chosen, "庭室", "请选择承办的审判庭或执行局")
        reported = self.judgment.report_lines.exists()
        yield Check("not_reported", not reported, "尚未报送", "业务庭已报送该文书的生效日期，不能改换庭室")

    def execute(self) -> str:
        """The division, and nothing else."""
        self.judgment.division = self.division
        self.result = self.judgment
        return self.judgment.state

    def detail(self) -> dict[str, Any]:
        """Which division."""
        return {"division": self.division.name if self.division else ""}
