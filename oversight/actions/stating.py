"""What is stated or looked at by hand: evidence for an indicator that no measure counts, and sample checks (R11, D20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liwan_court.acting import ActionRefused, Check
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, record
from oversight.actions.inspect import catalogue_of
from oversight.models import EvidenceReturn, Indicator, SampleCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.measuring import Span
    from liwan_court.registry.models import Division
    from liwan_court.registry.posts import Actor
    from oversight.models import Inspection


def stated_by_hand(year: int) -> list[Indicator]:
    """The indicators of the catalogue in force that are stated with evidence."""
    catalogue = catalogue_of(year)
    if catalogue is None:
        return []
    return list(catalogue.indicators.filter(source=Indicator.Source.EVIDENCE).prefetch_related("divisions"))


class StateEvidence:
    """举证: a division states how many of how many, and where it can be seen. A later return takes the earlier one's place."""

    verb = "举证"

    def __init__(
        self, actor: Actor, of: Span, code: str, division: Division, done: int, owed: int, note: str
    ) -> None:
        self.actor, self.span, self.code, self.division = actor, of, code, division
        self.done, self.owed, self.note = done, owed, note.strip()

    def run(self) -> EvidenceReturn:
        """Put it on record. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        row = EvidenceReturn.objects.create(
            period=self.span.name, code=self.code, division=self.division, numerator=self.done, denominator=self.owed,
            note=self.note, by_id=self.actor.person_id, by_name=self.actor.name,
        )  # fmt: skip
        record(row, self.verb, self.actor, {"period": self.span.name, "code": self.code})
        return row

    def all_checks(self) -> Iterator[Check]:
        """The post, the indicator, the numbers, the evidence."""
        may = self.actor.holds(*LEADING) or self.actor.holds(Post.DIVISION_HEAD, division_id=self.division.pk)
        yield Check("post", may, "操作权限", f"只有{self.division}正职或者领导小组可以为{self.division}举证")
        rows = {row.code: row for row in stated_by_hand(self.span.year)}
        owes = self.code in rows and self.division in rows[self.code].divisions.all()
        yield Check("indicator", owes, "应举证的指标", f"{self.division}没有需要人工举证的指标{self.code}")
        yield Check("quarter", len(self.span.quarters) == 1, "按季度", "举证按季度填报")
        yield Check("begun", self.span.first <= clock.today(), "已经开始", f"{self.span.label}还没有开始")
        yield Check(
            "order",
            self.done <= self.owed,
            "完成数不超过应完成数",
            f"完成数{self.done}大于应完成数{self.owed}，请核对",
        )
        yield Check("plain", is_plain(self.note), "没有控制字符", SAID)
        yield Check("note", bool(self.note), "写明举证材料", "请写明举证材料：页面地址、文件名称或者日期")


class CheckSample:
    """抽查: a person looked at something; what was found stands beside the figures and changes none."""

    verb = "抽查"

    def __init__(
        self, actor: Actor, inspection: Inspection, *, code: str, division: Division | None, subject: str,
        sound: bool, finding: str,
    ) -> None:  # fmt: skip
        self.actor, self.inspection, self.code, self.division = actor, inspection, code, division
        self.subject, self.sound, self.finding = subject.strip(), sound, finding.strip()

    def run(self) -> SampleCheck:
        """Put it on record. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        row = SampleCheck.objects.create(
            inspection=self.inspection, code=self.code, division=self.division, subject=self.subject,
            sound=self.sound, finding=self.finding, by_id=self.actor.person_id, by_name=self.actor.name,
        )  # fmt: skip
        record(row, self.verb, self.actor, {"inspection": self.inspection.pk, "sound": self.sound})
        return row

    def all_checks(self) -> Iterator[Check]:
        """The post, what was looked at, what was found."""
        yield Check("post", self.actor.holds(*LEADING), "操作权限", "只有司法公开工作领导小组可以登记抽查")
        known = {"", *(row["code"] for row in self.inspection.indicators)}
        yield Check("code", self.code in known, "指标", f"这次检查没有指标{self.code}")
        yield Check("plain", is_plain(self.subject + self.finding), "没有控制字符", SAID)
        yield Check(
            "subject", bool(self.subject and self.finding), "写明对象和情况", "请写明抽查了什么、情况如何"
        )
