"""The last batches, each from the first upload to what happens after the 25th, under an injected clock."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from judgments.actions.correct import BeginCorrection, Correct
from judgments.actions.mark import DecideMark
from judgments.actions.report import ReportLine, file_report
from judgments.actions.withdraw import GROUNDS, Withdraw
from judgments.demo.court import actor
from judgments.demo.patterns import PATTERNS
from judgments.demo.plan import morning
from judgments.demo.walk import Walk
from judgments.models import Judgment
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock
from liwan_court.timetable.runs import run_deadline

if TYPE_CHECKING:
    from judgments.demo.docket import Docket
    from judgments.demo.plan import Window

BATCHES: Final = (
    (
        "loan", "sale", "lease", "trademark", "penalty", "theft", "traffic", "withdrawal", "training", "end_enforcement",
        "retrial", "safety",
    ),
    (
        "labour", "credit", "property", "photo", "injury", "fraud", "leak", "loan", "jurisdiction", "freeze",
        "admin_withdrawal", "decoration",
    ),
    (
        "loan", "traffic", "sale", "decoration", "penalty", "theft", "dismissal", "photo", "end_enforcement", "absent",
        "labour", "lease",
    ),
)  # fmt: skip
"""What is published in each batch, the oldest first."""
EXCLUDED: Final = (("divorce", "mediation"), ("divorce", "juvenile"), ("mediation", "divorce"))
REASONS: Final = {
    "divorce": "本案为离婚纠纷，属于《实施办法》第一条第三项的情形",
    "mediation": "本案以调解方式结案，属于《实施办法》第一条第四项的情形",
    "juvenile": "被告人犯罪时系未成年人，属于《实施办法》第一条第二项的情形",
}
LATE_DIVISIONS: Final = ("miner", "xingting", "minsan")
"""Who reports late in each batch."""
RETURN_REASON: Final = "尾部书记员署名与原件不一致，请核对后重新提交电子版"
WITHDRAWN_IN: Final = 0
CORRECTED_IN: Final = 1


class BatchOfTheMonth:
    """One month as the court lived it. Nothing happens after `now`."""

    def __init__(self, docket: Docket, window: Window, index: int, now: datetime) -> None:
        self.docket = docket
        self.window = window
        self.index = index
        self.now = now
        self.walks: list[Walk] = []
        self.excluded: list[Walk] = []

    def live(self) -> None:
        """Upload, report, collect, review, publish; then what comes after."""
        self._upload()
        self._keep_back()
        self._return_one()
        self._report()
        self._run("collection", self.window.collected_at)
        late = self._review()
        self._run("publication", self.window.published_at)
        self._supplement(late)
        self._afterwards()

    def _start(self, code: str, *, mark: bool = False) -> Walk:
        order = self.docket.order(code, self.window.start, self.window.end)
        return Walk.start(self.docket, order, self.window.at(96), mark=mark)

    def _upload(self) -> None:
        for code in BATCHES[self.index]:
            walk = self._start(code)
            walk.upload()
            walk.confirm()
            walk.serve()
            self.walks.append(walk)

    def _keep_back(self) -> None:
        """What the judges mark, and one that only the head and the vice-president together may keep back (E5)."""
        for code in EXCLUDED[self.index]:
            walk = self._start(code, mark=True)
            walk.mark(str(PATTERNS[code].ground), REASONS[code])
            self.excluded.append(walk)
        walk = self._start("safety")
        walk.mark("E5", "案件涉及多名当事人的后续纠纷，现阶段公布可能引起误解")
        court = self.docket.court
        for hours, officer in ((2, court.heads["minyi"]), (5, court.leaders["vp"])):
            with clock.at(walk.moment(2) + timedelta(hours=hours)):
                DecideMark(walk.judgment, actor(officer), granted=True).run()
        self.excluded.append(walk)

    def _return_one(self) -> None:
        """A reviewer finds a slip; the typist hands in another file."""
        walk, at = self.walks[0], self._working(95)
        walk.send_back(at, RETURN_REASON)
        walk.upload(walk.corrected(), at=at + timedelta(hours=1))
        walk.confirm(at=at + timedelta(hours=2))

    def _report(self) -> None:
        """Every division files on the last day; one comes late; who has nothing files a nil return."""
        lines: dict[str, list[ReportLine]] = defaultdict(list)
        for walk in (*self.walks, *self.excluded):
            if (line := walk.line()) and line.effective_on <= self.window.end:
                lines[walk.written.division].append(line)
        filed_at = clock.moment(self.window.end) + timedelta(hours=10)
        late_at = min(self.window.collected_at + timedelta(hours=9), self.window.at(2))
        for order, division in enumerate(Division.objects.filter(reports_effective=True)):
            at = (
                late_at
                if division.code == LATE_DIVISIONS[self.index]
                else filed_at + timedelta(minutes=17 * order)
            )
            with clock.at(at):
                head = actor(self.docket.court.heads[division.code])
                file_report(head, division, self.window.period, lines[division.code])

    def _review(self) -> list[Walk]:
        """Reviewers approve what is waiting. Returns the one that is left for the supplement."""
        waiting = [walk for walk in self.walks if walk.judgment.state == Judgment.State.REVIEW]
        at = self._working(20)
        for order, walk in enumerate(waiting[:-1]):
            walk.approve(at + timedelta(minutes=6 * order))
        return waiting[-1:]

    def _run(self, name: str, due: datetime) -> None:
        with clock.at(due + timedelta(minutes=1)):
            run_deadline(name, actor=Actor.system(), period=self.window.period)

    def _supplement(self, late: list[Walk]) -> None:
        """What is approved after the 25th is published by 审判管理办公室 in a supplement (D3)."""
        at = morning(self.window.published_at.date() + timedelta(days=1), self.docket.calendar)
        if at + timedelta(hours=5) > self.now:
            return
        for walk in late:
            walk.approve(at)
        with clock.at(at + timedelta(hours=5)):
            reviewer = actor(self.docket.court.reviewers[0])
            run_deadline("publication", actor=reviewer, period=self.window.period)

    def _afterwards(self) -> None:
        """A withdrawal in one batch, a correction in another, both some days after publication."""
        public = [walk for walk in self.walks if walk.judgment.state == Judgment.State.PUBLISHED]
        at = morning(self.window.published_at.date() + timedelta(days=3), self.docket.calendar)
        if self.index == WITHDRAWN_IN:
            _withdraw(public[1], at)
        if self.index == CORRECTED_IN:
            _correct(public[2], at)

    def _working(self, hours: int) -> datetime:
        """So many hours before publication, or at the same time on the working day before."""
        at = self.window.at(hours)
        return clock.moment(self.docket.calendar.previous_workday(at.date()), at.time())


def _withdraw(walk: Walk, at: datetime) -> None:
    """Take a page back; the tombstone says when and on what ground."""
    with clock.at(at):
        Withdraw(
            walk.judgment,
            actor(walk.reviewer),
            GROUNDS[2],
            "当事人反映涉及商业秘密，经核实属于不上网公开的情形",
        ).run()


def _correct(walk: Walk, at: datetime) -> None:
    """A corrected edition takes the place of the earlier one."""
    with clock.at(at):
        BeginCorrection(walk.judgment, actor(walk.reviewer), "尾部书记员署名有误").run()
    walk.upload(walk.corrected(), at=at + timedelta(hours=1))
    walk.confirm(at=at + timedelta(hours=2))
    if walk.approve(at + timedelta(hours=4)):
        with clock.at(at + timedelta(hours=5)):
            Correct(walk.judgment, actor(walk.reviewer), "更正尾部书记员署名，裁判内容没有变化").run()
