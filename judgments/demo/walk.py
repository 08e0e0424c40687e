"""One judgment on its way through the real line: each step by the person whose post it is, at its own moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from judgments.actions.effect import Service, SetService, compute
from judgments.actions.identify import find_or_create
from judgments.actions.mark import MarkNotForPublication
from judgments.actions.parties import ConfirmParties
from judgments.actions.process import process_upload, redact_confirmed
from judgments.actions.report import ReportLine
from judgments.actions.review import Approve, Return
from judgments.actions.submit import submit
from judgments.defaults import LIWAN_2013
from judgments.demo.court import CLERKS, actor
from judgments.demo.generate import generate
from judgments.demo.plan import morning
from judgments.models import Ground, Judgment, Upload
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from judgments.demo.docket import Docket, Order
    from judgments.demo.model import DemoJudgment
    from judgments.models import NonPublicationRequest
    from liwan_court.registry.models import Officer
    from liwan_court.registry.posts import Actor

CHECKED = "已对照原件核对"


@dataclass(slots=True)
class Walk:
    """A document that is being walked; its moments never lie after `until`."""

    docket: Docket
    order: Order
    written: DemoJudgment
    until: datetime
    judgment_id: int | None = None

    @classmethod
    def start(cls, docket: Docket, order: Order, until: datetime, *, mark: bool = False) -> Walk:
        """Write the document and register its case."""
        _, written = docket.register(order, mark=mark)
        return cls(docket, order, written, until)

    @property
    def serial(self) -> int:
        """The place of the document in the docket: who has it and at which minute follows from it."""
        return self.order.brief.seed

    @property
    def judgment(self) -> Judgment:
        """The judgment as it stands now. Raises ValueError while there is none on record."""
        if self.judgment_id is None:
            raise ValueError(self.written.filename)
        return Judgment.objects.get(pk=self.judgment_id)

    @property
    def typist(self) -> Actor:
        """The typist who keeps this document."""
        return actor(self.docket.court.typists[self.serial % 2])

    @property
    def reviewer(self) -> Officer:
        """The reviewer who gets this document."""
        return self.docket.court.reviewers[self.serial % 2]

    @property
    def ruling(self) -> str | None:
        """What a 裁定书 decides, where the effective date depends on it."""
        return self.written.ruling if self.written.kind == "裁定书" else None

    def corrected(self) -> bytes:
        """The same judgment with another clerk under it."""
        bench = self.order.brief.bench
        clerk = next(name for name in CLERKS if name != bench.clerk)
        return generate(replace(self.order.brief, bench=replace(bench, clerk=clerk))).content

    def moment(self, days: int, hour: int = 10) -> datetime:
        """A working moment so many days after the decision, at the latest just before `until`."""
        day = self.written.decided_on + timedelta(days=days)
        wanted = morning(day, self.docket.calendar, hour=hour, minute=self.serial % 60)
        return min(wanted, self.until - timedelta(minutes=61 - self.serial % 60))

    def upload(self, content: bytes | None = None, at: datetime | None = None) -> Upload:
        """The typist hands in the file, and the worker takes it as far as it goes."""
        with clock.at(at or self.moment(1)):
            sitting = submit(self.typist, [(self.written.filename, content or self.written.content)])
            row = sitting.uploads.get()
            process_upload(row.pk)
        row.refresh_from_db()
        self.judgment_id = row.judgment_id or self.judgment_id
        return row

    def serve(self) -> None:
        """Service is entered once the last party has been served."""
        last = max(self.written.served) - self.written.decided_on
        with clock.at(self.moment(last.days + 1, hour=15)):
            SetService(self.judgment, self.typist, served=self.written.served, ruling=self.ruling).run()

    def confirm(self, at: datetime | None = None) -> None:
        """The typist confirms the parties, and the document is redacted again with the list."""
        with clock.at(at or self.moment(2, hour=11)):
            ConfirmParties(self.judgment, self.typist, self.written.party_rows).run()
            redact_confirmed(self.judgment.pk)

    def approve(self, at: datetime) -> bool:
        """A reviewer settles the doubts and approves; returns it when the draft cannot stand. Says whether it was approved."""
        with clock.at(at):
            reviewer = actor(self.reviewer)
            doubts = self.judgment.drafts.latest("serial").open_doubts
            action = Approve(self.judgment, reviewer, {row["number"]: CHECKED for row in doubts})
            if action.allowed:
                action.run()
                return True
            Return(self.judgment, reviewer, "；".join(check.message for check in action.failures())).run()
            return False

    def send_back(self, at: datetime, reason: str) -> None:
        """A reviewer returns the draft."""
        with clock.at(at):
            Return(self.judgment, actor(self.reviewer), reason).run()

    def mark(
        self, code: str, reason: str, at: datetime | None = None, request: NonPublicationRequest | None = None
    ) -> None:
        """The handling judge marks it not for publication, file or no file."""
        if self.judgment_id is None:
            self.judgment_id = find_or_create(self.written.number, self.written.kind).pk
        ground = Ground.objects.get(policy=LIWAN_2013, code=code)
        with clock.at(at or self.moment(1, hour=9)):
            MarkNotForPublication(self.judgment, actor(self.order.judge), ground, reason, request).run()

    def line(self) -> ReportLine | None:
        """The line of the division's report, None while nothing is in force."""
        service = Service(self.written.served, ruling=self.ruling)
        effective = compute(self.judgment, service).effective
        if effective is None or effective > clock.local(self.until).date():
            return None
        return ReportLine(self.written.number, self.written.kind, effective)
