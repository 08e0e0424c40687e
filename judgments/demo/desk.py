"""The open window: something waiting on the desk of everybody who logs in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from judgments.actions.applications import EnterRequest
from judgments.actions.mark import DecideMark
from judgments.actions.outstanding import keep_list
from judgments.actions.process import process_many
from judgments.actions.report import ReportLine, file_report
from judgments.actions.submit import submit
from judgments.demo.batches import REASONS
from judgments.demo.court import actor
from judgments.demo.generate import generate
from judgments.demo.walk import Walk
from judgments.models import Judgment, ProblemReport
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock
from liwan_court.timetable.runs import run_deadline

if TYPE_CHECKING:
    from judgments.demo.docket import Docket
    from judgments.demo.plan import Window

APPROVED: Final = ("loan", "photo", "traffic")
IN_REVIEW: Final = ("lease", "penalty", "traffic", "withdrawal", "labour")
IN_DRAFT: Final = ("property", "end_enforcement", "credit", "fraud")
RETURNED: Final = {"decoration": "缺少附图页，请补齐后重新提交", "theft": "罚金数额与原件不一致，请核对"}
WITHOUT_FILE: Final = ("jurisdiction", "safety")
FILES_EARLY: Final = ("miner", "minsan", "zhichan", "xingzheng")
"""Divisions that have filed before the window is closed; the others still have it before them."""
FORGETS: Final = "shaonian"
ANSWER_WITHIN: Final = 3
"""Working days in which a reader is answered."""


class Desk:
    """The work of the open window at a moment."""

    def __init__(self, docket: Docket, window: Window, now: datetime) -> None:
        self.docket = docket
        self.window = window
        self.now = now
        self.walks: list[Walk] = []
        self.lines: dict[str, list[ReportLine]] = defaultdict(list)

    def fill(self) -> None:
        """Put something before everybody."""
        self._under_way()
        self._approved()
        self._returned()
        self._marks()
        self._awaiting_a_file()
        self._files_that_cannot_go_on()
        self._report()
        self._problem()
        keep_list(clock.local(self.now).date())

    @property
    def last_day(self) -> datetime:
        """The end of the window, or today where that comes first."""
        return min(self.now, clock.moment(self.window.end))

    def _start(self, code: str, *, mark: bool = False) -> Walk:
        order = self.docket.order(code, self.window.start, self.last_day.date())
        walk = Walk.start(self.docket, order, self.now, mark=mark)
        self.walks.append(walk)
        return walk

    def _ready(self, code: str) -> Walk:
        """Uploaded, confirmed, served: ready for review."""
        walk = self._start(code)
        walk.upload()
        walk.confirm()
        walk.serve()
        return walk

    def _under_way(self) -> None:
        for code in IN_DRAFT:
            self._start(code).upload()
        for code in IN_REVIEW:
            self._ready(code)

    def _approved(self) -> None:
        for code in APPROVED:
            self._ready(code).approve(self.now - timedelta(minutes=50))

    def _returned(self) -> None:
        for code, reason in RETURNED.items():
            self._ready(code).send_back(self.now - timedelta(minutes=40), reason)

    def _marks(self) -> None:
        """One in force, one before the head, one before the vice-president, one application to be decided."""
        self._start("divorce", mark=True).mark("E3", REASONS["divorce"])
        self._ready("safety").mark(
            "E5", "案件尚有关联纠纷正在处理，公布可能产生不良影响", at=self.now - timedelta(minutes=35)
        )
        approved = self._ready("labour")
        approved.mark("E7", "涉及群体性劳动争议，其他不宜公开的情形", at=self.now - timedelta(minutes=34))
        with clock.at(self.now - timedelta(minutes=30)):
            DecideMark(approved.judgment, actor(self.docket.court.heads["minyi"]), granted=True).run()
        asked = self._ready("loan")
        with clock.at(self.now - timedelta(minutes=25)):
            judge = actor(asked.order.judge)
            reason = "担心公布后影响家庭生活，申请裁判文书不上网公开"
            EnterRequest(asked.judgment, judge, "原告", reason, clock.today()).run()

    def _awaiting_a_file(self) -> None:
        """Numbers that will be reported while nobody has handed in a file."""
        for code in WITHOUT_FILE:
            walk = self._start(code)
            line = ReportLine(walk.written.number, walk.written.kind, self.last_day.date())
            self.lines[walk.written.division].append(line)

    def _files_that_cannot_go_on(self) -> None:
        """Another court's number, a second file for one judgment, something that is no document, the same file twice."""
        order = self.docket.order("loan", self.window.start, self.last_day.date())
        elsewhere = generate(replace(order.brief, number=order.brief.number.replace("粤0103", "粤0104")))
        twin = self.walks[0]
        files = [
            (twin.written.filename, twin.corrected()),
            (twin.written.filename, twin.written.content),
            ("会议通知.docx", "关于召开部门会议的通知".encode()),
            (elsewhere.filename, elsewhere.content),
        ]
        with clock.at(self.now - timedelta(minutes=20)):
            sitting = submit(twin.typist, files)
            process_many(sitting.uploads.values_list("pk", flat=True))

    def _report(self) -> None:
        """Before the window closes some divisions have filed; afterwards all but one, and the collection has run."""
        closed = self.now >= self.window.collected_at
        for walk in self.walks:
            if walk.judgment_id and (line := walk.line()) and line.effective_on <= self.window.end:
                self.lines[walk.written.division].append(line)
        at = (
            clock.moment(self.window.end) + timedelta(hours=10)
            if closed
            else self.now - timedelta(minutes=15)
        )
        for division in Division.objects.filter(reports_effective=True):
            if division.code == FORGETS if closed else division.code not in FILES_EARLY:
                continue
            with clock.at(at):
                head = actor(self.docket.court.heads[division.code])
                lines = [line for line in self.lines[division.code] if line.effective_on <= clock.today()]
                file_report(head, division, self.window.period, lines)
        if closed:
            with clock.at(self.window.collected_at + timedelta(minutes=1)):
                run_deadline("collection", actor=Actor.system(), period=self.window.period)

    def _problem(self) -> None:
        """A reader has pointed at something in a published judgment."""
        at = self.now - timedelta(hours=3)
        public = Judgment.objects.filter(state=Judgment.State.PUBLISHED, edition__from_history=False)
        ProblemReport.objects.create(
            judgment=public.latest("edition__published_at"),
            text="正文第二段的一个日期看起来与前文不一致，请核对。",
            reported_at=at,
            due_on=self.docket.calendar.add_workdays(at.date(), ANSWER_WITHIN),
        )
