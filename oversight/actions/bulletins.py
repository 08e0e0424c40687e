"""Bulletins: drafted, edited, submitted, signed by two, numbered, published, withdrawn (R6, R12, R19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from django.db import transaction
from django.db.models import Max, Prefetch

from liwan_court.acting import ActionRefused
from liwan_court.measuring import quarters_up_to, span
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, Act, Check, once, record
from oversight.drafting import NEEDS, PENDING, Around, NothingToSay, draft
from oversight.models import Bulletin, Inspection, OversightRecord, Rectification, SignOff, Task, YearPlan
from oversight.reading import Board, frozen_board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.measuring import Span
    from liwan_court.registry.posts import Actor
    from oversight.drafting import Draft

SIGNS: Final = (Post.LEADING_GROUP, Post.PRESIDENT)
SIGNATURES: Final = 2
GONE: Final = (Bulletin.State.WITHDRAWN, Bulletin.State.DISCARDED)
WROTE: Final = ("起草通报", "修改", "重新起草")
"""Verbs of the record whose people are authors of a text."""
State = Bulletin.State


def basis(kind: str, of: Span) -> Inspection | None:
    """The latest inspection a bulletin of a kind can rest on; None where the period was not inspected."""
    rows = Inspection.objects.filter(kind__in=NEEDS.get(kind, ()), period=of.name)
    return rows.order_by("-serial").select_related("catalogue").first()


def drafted(kind: str, inspection: Inspection) -> Draft:
    """What a bulletin would say. Raises NothingToSay."""
    return draft(kind, frozen_board(inspection), around(inspection))


def around(inspection: Inspection) -> Around:
    """What stands beside a snapshot in a bulletin."""
    of = span(inspection.period)
    before = _before(inspection)
    plan = YearPlan.objects.filter(year=of.year).first()
    overdue = Task.objects.decided().filter(state=Task.State.OPEN, due__lt=clock.today(), plan__year=of.year)
    mending = Rectification.objects.filter(opened_at__date__lte=clock.today(), year__gte=of.year)
    quarters = Inspection.objects.filter(kind=Inspection.Kind.QUARTER, period__in=of.quarters)
    latest = {row.period: row for row in quarters.order_by("serial")}
    return Around(
        before=frozen_board(before) if before else None,
        quarters=tuple(frozen_board(latest[name]) for name in sorted(latest)) if len(of.quarters) > 1 else (),
        overdue=tuple(f"{row.division.name}“{row.title}”" for row in overdue.select_related("division")[:20]),
        mending_all=mending.count(), mending_closed=mending.filter(state=Rectification.State.CLOSED).count(),
        second_half=plan.second_half if plan else "",
    )  # fmt: skip


def _before(inspection: Inspection) -> Inspection | None:
    rows = Inspection.objects.filter(kind=inspection.kind, period__lt=inspection.period)
    return rows.order_by("-period", "-serial").first()


def last_quarters(of: Span, count: int = 8) -> list[tuple[Span, Board | None]]:
    """The boards of the quarters up to a period, for a chart."""
    names = [row.name for row in quarters_up_to(of, count)]
    rows = Inspection.objects.filter(kind=Inspection.Kind.QUARTER, period__in=names).order_by("serial")
    taken = {row.period: row for row in rows.prefetch_related(Prefetch("scores"), Prefetch("conclusions"))}
    return [(span(name), frozen_board(taken[name]) if name in taken else None) for name in names]


class DraftBulletin:
    """起草 from the latest snapshot of the period."""

    verb = "起草通报"

    def __init__(self, actor: Actor, kind: str, of: Span) -> None:
        self.actor, self.kind, self.span = actor, kind, of

    def run(self) -> Bulletin:
        """Raises ActionRefused."""
        may = Check("post", self.actor.holds(*LEADING), "操作权限", "只有司法公开工作领导小组可以起草通报")
        inspection = basis(self.kind, self.span)
        kind = Bulletin.Kind(self.kind).label if self.kind in NEEDS else self.kind
        there = Check(
            "basis",
            inspection is not None,
            "有检查结果",
            f"{self.span.label}还没有可以依据的检查，不能起草“{kind}”",
        )
        standing = Bulletin.objects.filter(kind=self.kind, period=self.span.name).exclude(state__in=GONE)
        other = standing.first()
        where = f"（{other.document_number or other.get_state_display()}）" if other else ""
        said = f"{self.span.label}已有{kind}{where}：请修改、重新起草，或者撤回以后再起草"
        alone = Check("alone", other is None, "没有同类通报", said)
        failed = [check for check in (may, there, alone) if not check.passed]
        if failed or inspection is None:
            raise ActionRefused(failed)
        try:
            found = drafted(self.kind, inspection)
        except NothingToSay as nothing:
            raise ActionRefused([Check("nothing", passed=False, label="", message=str(nothing))]) from None
        with transaction.atomic():
            row = Bulletin.objects.create(
                kind=self.kind, period=self.span.name, inspection=inspection, title=found.title[:120], text=found.text,
                demands=found.demands, drafted_by_id=self.actor.user_id, drafted_by_name=self.actor.name,
                drafted_at=clock.now(),
            )  # fmt: skip
            record(row, self.verb, self.actor, {"kind": self.kind, "period": self.span.name})
        return row


class _OnBulletin(Act[Bulletin, Bulletin]):
    """One thing done to one bulletin. `seen` is the checksum of the text that was on the page; empty: whatever it now says."""

    posts: ClassVar[tuple[str, ...]] = LEADING
    states: tuple[str, ...] = ()
    seen: str = ""

    def checks(self) -> Iterator[Check]:
        """The state, and that nobody changed the text meanwhile."""
        row = self.subject
        fresh = not self.seen or self.seen == row.sha256
        yield Check(
            "fresh", fresh, "没有他人改动", "您打开本页以后，本件已被他人改动：请刷新，看过现在的文本再办理"
        )
        ready = row.state in self.states
        yield Check("state", ready, "状态", f"《{row.title}》{row.get_state_display()}，不能“{self.verb}”")

    def execute(self) -> None:
        """Do it."""
        self.change(self.subject)
        self.subject.save()
        self.result = self.subject

    def change(self, row: Bulletin) -> None:
        """What becomes of the row."""
        raise NotImplementedError

    def detail(self) -> dict[str, Any]:
        """What was signed or sent, by its checksum."""
        return {"sha256": self.subject.sha256, "number": self.subject.document_number}


class EditBulletin(_OnBulletin):
    """Edited, it is a draft again; who signed before signed another text."""

    verb = "修改"
    states = (State.DRAFT, State.SUBMITTED)

    def __init__(self, subject: Bulletin, actor: Actor, *, title: str, text: str, demands: str) -> None:
        super().__init__(subject, actor)
        self.title, self.text, self.demands = (
            title.strip(),
            text.replace("\r\n", "\n").strip(),
            demands.strip(),
        )

    def checks(self) -> Iterator[Check]:
        """A title and a text."""
        yield from super().checks()
        yield Check("filled", bool(self.title and self.text), "标题和正文", "标题和正文不能为空")
        yield Check("plain", is_plain(self.title + self.text + self.demands), "没有控制字符", SAID)

    def change(self, row: Bulletin) -> None:
        """The words."""
        row.title, row.text, row.demands, row.state = self.title[:120], self.text, self.demands, State.DRAFT


class RedraftBulletin(_OnBulletin):
    """重新起草 from the latest inspection: what was edited by hand is given up."""

    verb = "重新起草"
    states = (State.DRAFT, State.SUBMITTED)

    def change(self, row: Bulletin) -> None:
        """As the figures now have it."""
        newest = basis(row.kind, span(row.period)) or row.inspection
        try:
            found = drafted(row.kind, newest)
        except NothingToSay as nothing:
            raise ActionRefused([Check("nothing", passed=False, label="", message=str(nothing))]) from None
        row.inspection, row.state = newest, State.DRAFT
        row.title, row.text, row.demands = found.title[:120], found.text, found.demands


class SubmitBulletin(_OnBulletin):
    """送签: complete, resting on the latest inspection of its period."""

    verb = "送签"
    states = (State.DRAFT,)

    def checks(self) -> Iterator[Check]:
        """Nothing left to be filled in; the latest inspection."""
        yield from super().checks()
        left = PENDING in self.subject.text + self.subject.demands
        yield Check(
            "complete",
            not left,
            "没有待填写的内容",
            f"正文里还有待填写的内容（{PENDING}…），请填写以后再送签",
        )
        yield _latest(self.subject)

    def change(self, row: Bulletin) -> None:
        """Waits for two signatures."""
        row.state = State.SUBMITTED


class SignBulletin(_OnBulletin):
    """签发: by two different persons of the leading group, neither of whom drafted it; the second signature gives the number."""

    verb = "签发"
    posts = SIGNS
    states = (State.SUBMITTED,)

    def run(self) -> Bulletin:
        """As any action; two at once that would take one number end with a refusal and not with an error."""
        with once("刚刚有另一份通报取得文号，请再按一次“签发”"):
            return super().run()

    def checks(self) -> Iterator[Check]:
        """Another person than the drafter, not twice the same one, on the latest inspection."""
        yield from super().checks()
        row, who = self.subject, self.actor.user_id
        author = who is None or who in authors(row)
        yield Check("other", not author, "签发人不是拟稿人", "拟稿人、修改人不能签发自己写的通报")
        twice = row.sign_offs.filter(by_id=who, sha256=row.sha256).exists()
        yield Check("twice", not twice, "不重复签发", "您已经签发过这一稿，须由领导小组另一名成员签发")
        yield _latest(row)

    def change(self, row: Bulletin) -> None:
        """The name under this very text; with the second one, the number."""
        SignOff.objects.create(
            bulletin=row,
            by_id=self.actor.person_id,
            by_name=self.actor.name,
            at=clock.now(),
            sha256=row.sha256,
        )
        if row.sign_offs.filter(sha256=row.sha256).values("by").distinct().count() >= SIGNATURES:
            row.state, row.signed_at, row.year = State.SIGNED, clock.now(), clock.today().year
            row.number = _next_number(row.year)


def authors(row: Bulletin) -> set[int | None]:
    """Who drafted it or changed a word of it: nobody signs what he wrote himself."""
    wrote = OversightRecord.objects.filter(subject="bulletin", subject_id=row.pk, verb__in=WROTE)
    return {row.drafted_by_id, *wrote.values_list("user_id", flat=True)}


def _next_number(year: int) -> int:
    """The next number of the year: rows of the year are locked, and the database refuses the same one twice."""
    list(Bulletin.objects.select_for_update().filter(year=year).values("pk"))
    last: int | None = Bulletin.objects.filter(year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


class DiscardBulletin(_OnBulletin):
    """作废: a draft that nobody will send, for example a criticism of divisions which a second inspection found in order."""

    verb = "作废"
    states = (State.DRAFT, State.SUBMITTED)

    def change(self, row: Bulletin) -> None:
        """It stays to be read by those who wrote it; another of its kind may be drafted."""
        row.state = State.DISCARDED


class PublishBulletin(_OnBulletin):
    """在门户公布, if the leading group so decides."""

    verb = "公布"
    states = (State.SIGNED,)

    def checks(self) -> Iterator[Check]:
        """Once."""
        yield from super().checks()
        yield Check("once", not self.subject.public, "尚未公布", "已经在门户公布")
        yield _latest(self.subject, "撤回本件，按最近一次检查另行起草、签发")

    def change(self, row: Bulletin) -> None:
        """Anybody may read it."""
        row.public, row.published_at = True, clock.now()


class WithdrawBulletin(_OnBulletin):
    """撤回: with a reason; its number stays taken and its address says that it was withdrawn."""

    verb = "撤回"
    states = (State.SIGNED,)

    def __init__(self, subject: Bulletin, actor: Actor, because: str) -> None:
        super().__init__(subject, actor)
        self.because = because.strip()

    def checks(self) -> Iterator[Check]:
        """A reason."""
        yield from super().checks()
        said = 0 < len(self.because) <= 200 and is_plain(self.because)
        yield Check("because", said, "原因", "请写明撤回的原因（不超过200字）")

    def change(self, row: Bulletin) -> None:
        """A trace stays."""
        row.state, row.withdrawn_at, row.withdrawn_because = State.WITHDRAWN, clock.now(), self.because


def _latest(row: Bulletin, then: str = "按最近一次检查重新起草") -> Check:
    newest = basis(row.kind, span(row.period))
    current = newest is None or newest.pk == row.inspection_id
    message = f"{span(row.period).label}在起草之后又检查过（第{newest.serial if newest else 0}次），请{then}"
    return Check("latest", current, "依据最近一次检查", message)
