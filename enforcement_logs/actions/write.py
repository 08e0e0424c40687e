"""Writing down work, on one case or several at once (R59, R60)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.db import IntegrityError, transaction

from enforcement_logs.actions.base import ActionRefused, Check, record, writes
from enforcement_logs.masking import masked
from enforcement_logs.models import Category, EntryVersion, LogEntry
from enforcement_logs.weeks import is_late
from liwan_court.registry.audience import Level, is_wider
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from liwan_court.registry.models import Case, Party

VERB: Final = "记录执行日志"
LONGEST_TEXT: Final = 2000
LONGEST_OUTCOME: Final = 200
MOST_CASES: Final = 50
EARLIEST_YEAR: Final = 2000
LARGEST_AMOUNT: Final = Decimal(10) ** 11


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees an entry: `level` in the end; `meanwhile` until a day has come or the measure was served."""

    level: str = Level.ALL.value
    meanwhile: str = Level.INTERNAL.value
    not_before: date | None = None
    until_served: bool = False
    named: tuple[Party, ...] = ()

    @classmethod
    def usual(cls, category: Category) -> Audience:
        """What a category starts with: what must not warn a debtor waits until it was served."""
        return cls(meanwhile=category.meanwhile, until_served=True) if category.sensitive else cls()

    def widens(self, usual: Audience) -> bool:
        """Whether more is seen, or seen earlier, than the category starts with: that asks for a confirmation."""
        if not usual.until_served:
            return False
        return not self.until_served or is_wider(self.meanwhile, usual.meanwhile)


@dataclass(frozen=True, slots=True)
class Work:
    """What was done, in the officer's words; `outsiders` are names that parties do not read."""

    category: Category
    happened_at: datetime
    text: str
    outcome: str = ""
    amount: Decimal | None = None
    outsiders: tuple[str, ...] = ()
    audience: Audience | None = None
    confirmed: bool = False
    form: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def seen_by(self) -> Audience:
        """The audience chosen, or the usual one of the category."""
        return self.audience or Audience.usual(self.category)


class WriteEntries:
    """The same work on each of some cases: all of them are written, or none and every fault is named."""

    verb = VERB

    def __init__(self, actor: Actor, cases: Sequence[Case], work: Work) -> None:
        self.actor, self.cases, self.work = actor, list(cases), work

    def all_checks(self) -> list[Check]:
        """Of the work, then of each case."""
        return [*self._of_work(), *(check for case in self.cases for check in self._of_case(case))]

    def _of_work(self) -> Iterator[Check]:
        work = self.work
        held = self.actor.holds(Post.EXECUTION_OFFICER, Post.DIVISION_HEAD)
        yield Check("post", held, "操作权限", "您的岗位不能记录执行日志")
        yield Check(
            "cases", 0 < len(self.cases) <= MOST_CASES, "案件", f"请选择案件（一次不超过{MOST_CASES}件）"
        )
        yield Check("category", work.category.active, "类别", "该类别已停用，请另选")
        fits = 0 < len(work.text.strip()) <= LONGEST_TEXT
        yield Check("text", fits, "内容", f"请写明做了什么（不超过{LONGEST_TEXT}字）")
        yield Check("outcome", len(work.outcome) <= LONGEST_OUTCOME, "结果", f"结果不超过{LONGEST_OUTCOME}字")
        sane = work.amount is None or 0 <= work.amount < LARGEST_AMOUNT
        yield Check("amount", sane, "金额", "金额应为0至一千亿元之间的数")
        sane = work.happened_at.year >= EARLIEST_YEAR
        yield Check("year", sane, "工作时间", "工作时间的年份不对，请核对")
        come = work.happened_at <= clock.now()
        yield Check(
            "future", come, "工作时间", "工作时间在现在之后：日志只记已经做了的工作，计划中的措施不要写入"
        )
        yield from self._of_audience()

    def _of_audience(self) -> Iterator[Check]:
        audience = self.work.seen_by
        named = bool(audience.named) == (Level.NAMED in {audience.level, audience.meanwhile})
        yield Check(
            "named", named, "指定的当事人", "可见范围为“指定的当事人”时，请勾选当事人；其他范围不要勾选"
        )
        single = not audience.named or len(self.cases) == 1
        yield Check("single", single, "一案", "指定当事人时，一次只能写一件案件")
        calm = self.work.confirmed or not audience.widens(Audience.usual(self.work.category))
        yield Check(
            "confirmed", calm, "放宽可见范围",
            f"“{self.work.category}”通常在送达以后才让全体当事人看到，放宽可能惊动被执行人：确需放宽的，请勾选确认",
        )  # fmt: skip

    def _of_case(self, case: Case) -> Iterator[Check]:
        day = clock.local(self.work.happened_at).date()
        yield Check("own_case", writes(self.actor, case), "本人案件", f"{case}不是您承办的案件")
        begun = case.accepted_on is None or day >= case.accepted_on
        yield Check("before_filing", begun, "立案之后", f"{case}于{case.accepted_on}立案，工作时间不能更早")
        open_then = case.closed_on is None or day <= case.closed_on
        yield Check(
            "closed", open_then, "结案之前", f"{case}已于{case.closed_on}结案，不能再记结案以后的工作"
        )
        foreign = any(party.case_id != case.pk for party in self.work.seen_by.named)
        yield Check("named_here", not foreign, "本案当事人", f"指定的当事人不是{case}的当事人")

    def run(self) -> list[LogEntry]:
        """Write. The same form sent again gives the entries of the first time. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        try:
            return self._write()
        except IntegrityError:  # the same form at the same moment: the other one wrote it
            return self._write()

    def _write(self) -> list[LogEntry]:
        with transaction.atomic():
            known = list(LogEntry.objects.filter(form=self.work.form, case__in=self.cases))
            if any(entry.current.text != self.work.text.strip() for entry in known):
                said = "这张表单已经提交过，内容不同：请重新打开“记录日志”再写，刚才的内容没有保存"
                raise ActionRefused([Check("form", False, "表单", said)])
            done = {entry.case_id for entry in known}
            late = is_late(self.work.happened_at, clock.now())
            return known + [self._entry(case, late=late) for case in self.cases if case.pk not in done]

    def _entry(self, case: Case, *, late: bool) -> LogEntry:
        work, audience = self.work, self.work.seen_by
        if self.actor.officer_id is None:
            raise TypeError("only an officer writes")
        entry = LogEntry.objects.create(
            case=case, category=work.category, officer_id=self.actor.officer_id, happened_at=work.happened_at,
            late=late, level=audience.level, meanwhile=audience.meanwhile, not_before=audience.not_before,
            until_served=audience.until_served, form=work.form, written_at=clock.now(),
            audience_set_at=clock.now(),
        )  # fmt: skip
        entry.named.set(audience.named)
        new_version(entry, self.actor, work.text, work.outcome, work.amount, work.outsiders)
        detail = {"case": case.pk, "category": work.category.code, "late": late, "widened": work.confirmed}
        record(entry, VERB, self.actor, detail)
        return entry


def new_version(
    entry: LogEntry, actor: Actor, text: str, outcome: str, amount: Decimal | None,
    outsiders: Sequence[str] = (), reason: str = "",
) -> EntryVersion:  # fmt: skip
    """The next version of an entry's words, with what parties read of them."""
    last = entry.versions.order_by("-number").first()
    if new := [name for name in outsiders if name not in entry.outsiders]:
        entry.outsiders = [*entry.outsiders, *new]
        entry.save(update_fields=["outsiders"])
    outsiders = entry.outsiders
    return EntryVersion.objects.create(
        entry=entry, number=last.number + 1 if last else 1, text=text.strip(), outcome=outcome.strip(), amount=amount,
        public_text=masked(text.strip(), outsiders), public_outcome=masked(outcome.strip(), outsiders)[:220],
        reason=reason, written_by_id=actor.user_id, written_at=clock.now(),
    )  # fmt: skip
