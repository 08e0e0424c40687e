"""What can be done to an entry afterwards: corrected by a new version, seen by others, served, voided, withdrawn (R61)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from enforcement_logs.actions.base import Act, Check, is_chief, writes
from enforcement_logs.actions.write import LONGEST_OUTCOME, LONGEST_TEXT, Audience, new_version
from enforcement_logs.models import EntryVersion, LogEntry, PublishedEntry
from liwan_court.registry.audience import Level, is_wider
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

LONGEST_REASON: Final = 100
WRITERS: Final = (Post.EXECUTION_OFFICER, Post.DIVISION_HEAD)


class _OfEntry(Act[LogEntry, LogEntry]):
    """An action of whoever writes about the case, on an entry that was not voided."""

    posts = WRITERS

    def checks(self) -> Iterator[Check]:
        """Own case, not voided."""
        own = writes(self.actor, self.subject.case)
        yield Check("own_case", own, "本人案件", "只能处理本人承办案件的日志")
        yield Check("not_void", self.subject.void_at is None, "未作废", "该条日志已经作废")

    @property
    def is_out(self) -> bool:
        """Whether parties may have read it."""
        rows = PublishedEntry.objects.filter(entry_id=self.subject.pk, batch__published_at__isnull=False)
        return rows.exists()


class CorrectEntry(_OfEntry):
    """更正: other words in a new version; the published one stays until the next batch replaces it, with its date."""

    verb = "更正日志"

    def __init__(
        self, entry: LogEntry, actor: Actor, text: str, outcome: str, amount: Decimal | None, reason: str,
        outsiders: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(entry, actor)
        self.text, self.outcome, self.amount, self.reason = text, outcome, amount, reason.strip()
        self.outsiders = outsiders

    def checks(self) -> Iterator[Check]:
        """Other words, and why."""
        yield from super().checks()
        fits = 0 < len(self.text.strip()) <= LONGEST_TEXT and len(self.outcome) <= LONGEST_OUTCOME
        yield Check("text", fits, "内容", f"请写明内容（不超过{LONGEST_TEXT}字）")
        yield Check(
            "reason", 0 < len(self.reason) <= LONGEST_REASON, "更正原因", "请写明更正原因（不超过100字）"
        )
        now = self.subject.current
        words = (self.text.strip(), self.outcome.strip(), self.amount)
        hides = set(self.outsiders) - set(self.subject.outsiders)
        other = bool(hides) or words != (now.text, now.outcome, now.amount)
        yield Check("other", other, "有变化", "内容没有变化，不必更正")

    def execute(self) -> None:
        """The next version."""
        self.version: EntryVersion = new_version(
            self.subject, self.actor, self.text, self.outcome, self.amount, self.outsiders, self.reason
        )
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Which version."""
        return {"version": self.version.number}


class SetAudience(_OfEntry):
    """Who sees it and from when. What parties have read already is not taken from them in silence: that is a withdrawal."""

    verb = "设定可见范围"

    def __init__(self, entry: LogEntry, actor: Actor, audience: Audience, *, confirmed: bool = False) -> None:
        super().__init__(entry, actor)
        self.audience, self.confirmed = audience, confirmed

    def checks(self) -> Iterator[Check]:
        """Confirmed where it widens; nothing narrower than what is out; what the head holds he lets out himself."""
        yield from super().checks()
        entry = self.subject
        yield Check(
            "confirmed", self.confirmed or not self._widens(), "放宽可见范围", "放宽可见范围须勾选确认"
        )
        foreign = any(party.case_id != entry.case_id for party in self.audience.named)
        yield Check("named_here", not foreign, "本案当事人", "指定的当事人不是本案当事人")
        named = bool(self.audience.named) == (Level.NAMED in {self.audience.level, self.audience.meanwhile})
        yield Check(
            "named", named, "指定的当事人", "可见范围为“指定的当事人”时，请勾选当事人；其他范围不要勾选"
        )
        yield Check("not_narrower", self._keeps(), "已公布", "已公布的日志不能缩小可见范围，只能由局长撤回")
        free = entry.held_at is None or is_chief(self.actor, entry.case)
        yield Check("not_held", free, "未暂缓", "该条日志由局长暂缓或者撤回，只能由局长放开")

    def _widens(self) -> bool:
        """Whether anybody sees it who did not, or sees it earlier."""
        entry, new = self.subject, self.audience
        waits, waited = (
            new.until_served or new.not_before is not None,
            entry.until_served or entry.not_before is not None,
        )
        if new.widens(Audience.usual(entry.category)) or is_wider(new.level, entry.level):
            return True
        if waits and is_wider(new.meanwhile, entry.meanwhile):
            return True
        sooner = entry.not_before is not None and (
            new.not_before is None or new.not_before < entry.not_before
        )
        return sooner or (waited and not waits) or (entry.until_served and not new.until_served)

    def _keeps(self) -> bool:
        """Whether whoever has read it goes on seeing it; named parties are not exchanged once they have."""
        out = PublishedEntry.objects.filter(
            entry_id=self.subject.pk, withdrawn_at=None, batch__published_at__isnull=False
        )
        levels = set(out.values_list("level", flat=True))
        if Level.NAMED in levels and self.audience.level == Level.NAMED:
            before = set(self.subject.named.values_list("pk", flat=True))
            return before == {party.pk for party in self.audience.named}
        waits = self.audience.until_served or self.audience.not_before is not None
        chosen = {self.audience.level, *({self.audience.meanwhile} if waits else ())}
        return all(chosen <= {Level.ALL.value, level} for level in levels)

    def execute(self) -> None:
        """Keep it; the next batch follows it."""
        entry, audience = self.subject, self.audience
        entry.level, entry.meanwhile = audience.level, audience.meanwhile
        entry.not_before, entry.until_served = audience.not_before, audience.until_served
        entry.audience_set_at, entry.held_at = clock.now(), None
        entry.served_on = (
            None  # entered anew where service is waited for: a day entered by mistake opens nothing
        )
        entry.save()
        entry.named.set(audience.named)
        self.result = entry

    def detail(self) -> dict[str, Any]:
        """The levels."""
        return {
            "level": self.audience.level,
            "meanwhile": self.audience.meanwhile,
            "confirmed": self.confirmed,
        }


class MarkServed(_OfEntry):
    """措施已送达: from the next batch on the entry is seen by its level."""

    verb = "登记措施送达"

    def __init__(self, entry: LogEntry, actor: Actor, served_on: date) -> None:
        super().__init__(entry, actor)
        self.served_on = served_on

    def checks(self) -> Iterator[Check]:
        """A day that has come, not before the work."""
        yield from super().checks()
        day, begun = self.served_on, clock.local(self.subject.happened_at).date()
        yield Check("day", begun <= day <= clock.today(), "送达日期", "送达日期应在措施之后、今天之前")
        yield Check("waits", self.subject.until_served, "等待送达", "该条日志不以送达为公布条件")

    def execute(self) -> None:
        """Keep the day."""
        self.subject.served_on, self.subject.audience_set_at = self.served_on, clock.now()
        self.subject.save(update_fields=["served_on", "audience_set_at"])
        self.result = self.subject


class VoidEntry(_OfEntry):
    """作废: an entry nobody outside has read, made by mistake."""

    verb = "作废日志"

    def checks(self) -> Iterator[Check]:
        """Not published."""
        yield from super().checks()
        yield Check(
            "not_out",
            not self.is_out,
            "未公布",
            "该条日志已公布，不能作废；内容有误请更正，不应公开请局长撤回",
        )

    def execute(self) -> None:
        """Struck out; it stays on record."""
        self.subject.void_at = clock.now()
        self.subject.save(update_fields=["void_at"])
        self.result = self.subject


class HoldEntry(_OfEntry):
    """暂缓公布: the bureau's head keeps an entry, or what would widen it, inside. What parties have read stays."""

    verb = "暂缓公布"

    def checks(self) -> Iterator[Check]:
        """The head."""
        yield from super().checks()
        yield Check("chief", is_chief(self.actor, self.subject.case), "局长", "暂缓公布由执行局局长决定")

    def execute(self) -> None:
        """Internal until somebody sets its audience anew."""
        self.subject.level = self.subject.meanwhile = Level.INTERNAL
        self.subject.held_at = clock.now()
        self.subject.save(update_fields=["level", "meanwhile", "held_at"])
        self.result = self.subject


class WithdrawEntry(_OfEntry):
    """撤回: what should not have gone out is taken back; parties see that and when, not what it was."""

    verb = "撤回日志"

    def __init__(self, entry: LogEntry, actor: Actor, reason: str) -> None:
        super().__init__(entry, actor)
        self.reason = reason.strip()

    def checks(self) -> Iterator[Check]:
        """The head, with a reason; published."""
        yield from super().checks()
        yield Check("chief", is_chief(self.actor, self.subject.case), "局长", "撤回由执行局局长决定")
        yield Check("reason", 0 < len(self.reason) <= LONGEST_REASON, "原因", "请写明撤回原因（不超过100字）")
        yield Check("out", self.is_out, "已公布", "该条日志没有公布")

    def execute(self) -> None:
        """The published copies say nothing any more, and no later batch brings them back."""
        PublishedEntry.objects.filter(entry=self.subject, withdrawn_at=None).update(withdrawn_at=clock.now())
        self.subject.level = self.subject.meanwhile = Level.INTERNAL
        self.subject.held_at, self.subject.withdrawn_because = clock.now(), self.reason
        self.subject.save(update_fields=["level", "meanwhile", "held_at", "withdrawn_because"])
        self.result = self.subject
