"""A court drawn at random for the figures: judgments in every state and on both sides of every border, in several divisions."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

from judgments.actions.identify import period_of
from judgments.actions.report import due
from judgments.models import (
    EffectiveReport,
    Exclusion,
    Ground,
    IndexOutbox,
    Judgment,
    Mark,
    NonPublicationRequest,
    PublicEdition,
    ReportedJudgment,
    Upload,
    UploadBatch,
)
from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from tests import factories

State = Judgment.State
MONTHS = ("2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05")
BORDERS = tuple(
    dt.date(year, month, day)
    for year, month in ((2025, 12), (2026, 1), (2026, 2), (2026, 3))
    for day in (20, 21)
)
OFTEN_PUBLIC = (State.PUBLISHED, State.PUBLISHED, State.PUBLISHED, State.WITHDRAWN, State.CORRECTING)
REASONS = ("", "  ", "\u3000\n", *("涉及商业秘密", "当事人申请\n已准许") * 3)
HOURS = (dt.time(0, 30), dt.time(9), dt.time(23, 59, 59))


def moment(draw: random.Random, day: dt.date) -> dt.datetime:
    """A moment of a local day, sometimes so early that it is still the day before in UTC."""
    return clock.moment(day, draw.choice(HOURS))


@dataclass
class DrawnCourt:
    """Draws with one seed; `divisions` may be as many as a test needs."""

    seed: int
    others: int = 0
    """Divisions besides the usual ones."""
    serial: int = 0
    draw: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)
        names = ("民一庭", "民二庭", "执行局")
        self.divisions = [factories.make_division(name) for name in names]
        self.divisions += [
            factories.make_division(f"另{number}庭", reports_effective=True) for number in range(self.others)
        ]
        factories.make_division("研究室")
        self.closed = factories.make_division("旧庭", reports_effective=True, active=False)
        self.users = [factories.make_user() for _ in range(2)]

    def fill(self, count: int, since: dt.date | None) -> DrawnCourt:
        """Draw reports and `count` judgments with all that hangs on them."""
        if since:
            Service.objects.create(since=since)
        self.reports = {}
        for division in (*self.divisions, self.closed):
            for month in MONTHS:
                if self.draw.random() < (0.2 if division == self.closed else 0.7):
                    self._report(division, month)
        for _ in range(count):
            self._judgment()
        return self

    def day(self) -> dt.date:
        """A day of the first quarter or a little outside, often at the border of two windows."""
        if self.draw.random() < 0.4:
            return self.draw.choice(BORDERS)
        return dt.date(2025, 12, 12) + dt.timedelta(days=self.draw.randrange(115))

    def _report(self, division: Division, month: str) -> None:
        late = self.draw.random() < 0.3
        self.reports[division.pk, month] = EffectiveReport.objects.create(
            division=division, period=month, late=late, nil=self.draw.random() < 0.2,
            filed_at=due(month) + dt.timedelta(hours=1 if late else -30),
        )  # fmt: skip

    def _judgment(self) -> None:
        self.serial += 1
        draw = self.draw
        state = draw.choice((*State.values, *OFTEN_PUBLIC, State.EXCLUDED, State.EXCLUDED, State.APPROVED))
        may_lack_date = state not in (State.PUBLISHED, State.WITHDRAWN)
        judgment = factories.make_judgment(
            f"（2026）粤0103民初{self.serial}号", draw.choice(("判决书", "裁定书")), state,
            division=self.divisions[0], decided_on=dt.date(2025, 11, 1),
            effective_on=None if may_lack_date and draw.random() < 0.1 else self.day(),
        )  # fmt: skip
        judgment.division = draw.choice((*self.divisions, self.closed, None))
        if judgment.effective_on and draw.random() < 0.5:
            judgment.due_seven_days = judgment.effective_on + dt.timedelta(days=draw.randrange(4, 20))
        judgment.save()
        self._files(judgment)
        if state in OFTEN_PUBLIC or (state == State.EXCLUDED and draw.random() < 0.3):
            self._editions(judgment)
        if state == State.EXCLUDED:
            self._exclusion(judgment)
        if draw.random() < 0.3:
            self._application(judgment)
        if draw.random() < 0.2:
            for _ in range(draw.randrange(1, 3)):
                IndexOutbox.objects.create(judgment=judgment, operation="add")

    def _files(self, judgment: Judgment) -> None:
        draw, day = self.draw, judgment.effective_on or self.day()
        report = self.reports.get((judgment.division_id, period_of(day)))
        if report and judgment.effective_on and draw.random() < 0.8:
            ReportedJudgment.objects.create(
                report=report, judgment=judgment, kind=judgment.kind, effective_on=day
            )
        closes = due(period_of(day))
        others = (Upload.State.SUPERSEDED, Upload.State.CONFLICT, Upload.State.REFUSED)
        states = draw.choice(
            ((), (Upload.State.DRAFTED,), (*others, Upload.State.DRAFTED), others[1:], others)
        )
        for number, state in enumerate(states):
            gap = draw.choice(
                (dt.timedelta(), -dt.timedelta(seconds=1), dt.timedelta(days=draw.randrange(-9, 9)))
            )
            batch = UploadBatch.objects.create(uploaded_by=self.users[0], uploaded_at=closes + gap)
            Upload.objects.create(
                batch=batch, judgment=judgment, state=state, filename="f.docx", size=1,
                sha256=f"{judgment.pk:060}{number:04}",
            )  # fmt: skip

    def _editions(self, judgment: Judgment) -> None:
        draw, own = self.draw, period_of(judgment.effective_on or self.day())
        later = MONTHS[(MONTHS.index(own) + 1) % len(MONTHS)]
        batch = factories.make_batch(draw.choice((own, own, later)), draw.choice((0, 0, 0, 1, 2)))
        at = moment(draw, batch.published_at.date() + dt.timedelta(days=draw.randrange(-12, 5)))
        history, edition = draw.random() < 0.3, None
        for version in range(1, draw.choice((1, 1, 1, 2, 3)) + 1):
            edition = PublicEdition.objects.create(
                judgment=judgment, batch=batch, version=version, title="×××", html="", text="", docx="", sha256="0",
                policy="liwan-2013", from_history=history, published_at=at,
            )  # fmt: skip
            if draw.random() < 0.2:
                self._take_back(edition)
            at += dt.timedelta(days=draw.randrange(1, 60), minutes=1)
            batch = factories.make_batch(own, 0) if draw.random() < 0.2 else batch
        if judgment.state in (State.WITHDRAWN, State.EXCLUDED):
            self._take_back(edition)
        judgment.edition = edition
        judgment.save()

    def _take_back(self, edition: PublicEdition) -> None:
        edition.withdrawn_at = edition.published_at + dt.timedelta(days=self.draw.randrange(60), seconds=1)
        edition.save()

    def _exclusion(self, judgment: Judgment) -> None:
        draw = self.draw
        code = draw.choice(("E1a", "E3", "E5", "E6", "E7", "S5", "own", "own"))
        policy = "spc-2016" if code == "S5" else "liwan-2013"
        ground = Ground.objects.get_or_create(
            policy=policy, code=code,
            defaults={"label": code, "text": code, "approval": APPROVAL.get(code, Ground.Approval.NONE)},
        )[0]  # fmt: skip
        mark = self._mark(judgment, ground) if draw.random() < 0.85 else None
        Exclusion.objects.create(
            judgment=judgment, ground=ground, mark=mark, reason=draw.choice(REASONS), decided_by="审核员"
        )

    def _mark(self, judgment: Judgment, ground: Ground) -> Mark:
        draw = self.draw
        posts = draw.choice((
            (), ("division_head",), ("vice_president",), ("division_head", "vice_president"),
            ("vice_president", "division_head"), ("division_head", "vice_president", "lifted"),
        ))  # fmt: skip
        request = None
        if draw.random() < 0.5:
            request = self._application(judgment)
        return Mark.objects.create(
            judgment=judgment, ground=ground, reason="理由", marked_by=self.users[0], request=request,
            state=draw.choice((Mark.State.IN_FORCE, Mark.State.IN_FORCE, Mark.State.LIFTED)),
            approvals=[{"post": post, "name": "某", "granted": draw.random() < 0.7} for post in posts],
        )  # fmt: skip

    def _application(self, judgment: Judgment) -> NonPublicationRequest:
        draw = self.draw
        around = clock.moment(
            dt.date.fromisoformat(f"{period_of(judgment.effective_on or self.day())}-25"), dt.time(9)
        )
        received = around.date() + dt.timedelta(days=draw.choice((-1, 0, draw.randrange(-60, 30))))
        decided = draw.choice((None, around, around - dt.timedelta(seconds=1), around + dt.timedelta(days=3)))
        decision = draw.choice(("granted", "granted", "refused")) if decided else "pending"
        return NonPublicationRequest.objects.create(
            judgment=judgment, applicant_role="被告", reason="理由", received_on=received, decision=decision,
            decided_at=decided, decided_by=self.users[1] if decided else None, entered_by=self.users[0],
        )  # fmt: skip


APPROVAL = {
    "E5": Ground.Approval.HEAD_AND_VICE_PRESIDENT,
    "E6": Ground.Approval.APPLICATION,
    "E7": Ground.Approval.HEAD_AND_VICE_PRESIDENT,
    "S5": Ground.Approval.HEAD_AND_VICE_PRESIDENT,
    "own": Ground.Approval.HEAD,
}
