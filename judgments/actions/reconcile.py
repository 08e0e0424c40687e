"""Reconciling numbers, files and marks of a window, so that nothing effective is lost between two batches (R28, D1)."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q

from judgments.actions.report import window
from judgments.models import EffectiveReport, Judgment, Mark, ReportedJudgment, Upload
from liwan_court.registry.models import Division

if TYPE_CHECKING:
    from collections.abc import Iterator

State = Judgment.State
LABELS = {
    "number_without_file": "有号无文",
    "file_without_number": "有文无号",
    "marked": "已标不公开",
    "twice": "重复",
    "kind_differs": "种类不一致",
    "effect_differs": "生效日期不一致",
    "not_confirmed": "推算已生效而未报送",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which report, file and mark do not agree."""

    code: str
    number: str
    kind: str
    division: str
    judgment: int
    detail: str = ""

    @property
    def label(self) -> str:
        """In Chinese."""
        return LABELS[self.code]

    def to_json(self) -> dict[str, Any]:
        """As frozen with the collection."""
        return {**asdict(self), "label": self.label}


def reconcile(period: str, division: Division | None = None) -> list[Difference]:
    """All differences of a period's window, in the order of LABELS, then by number."""
    _, end = window(period)
    rows = [*_numbers(period, end), *_files(end), *_disagreements(period), *_twice(period)]
    if division is not None:
        rows = [row for row in rows if row.division == division.name]
    order = list(LABELS)
    return sorted(rows, key=lambda row: (order.index(row.code), row.number, row.kind))


def _difference(code: str, judgment: Judgment, detail: str = "") -> Difference:
    name = judgment.division.name if judgment.division else ""
    return Difference(code, judgment.number, judgment.kind, name, judgment.pk, detail)


def _unfinished(end: object) -> Any:
    """Effective by the end of the window and neither published nor kept back."""
    rows = Judgment.objects.effective_by(end).exclude(state__in=(State.PUBLISHED, State.WITHDRAWN))
    return rows.filter(editions__isnull=True).select_related("division")


def _numbers(period: str, end: object) -> Iterator[Difference]:
    """Reported, but no file; or reported and marked. What an earlier batch has put on the register is settled."""
    start, _ = window(period)
    on_register = Q(state=State.EXCLUDED, exclusion__batch__isnull=False, effective_on__lt=start)
    has_mark = Exists(Mark.objects.filter(judgment=OuterRef("pk"), state__in=Mark.BLOCKING))
    for judgment in _unfinished(end).exclude(on_register).annotate(has_mark=has_mark):
        if judgment.state == State.EXCLUDED or judgment.has_mark:
            yield _difference("marked", judgment)
        elif judgment.state == State.AWAITING_FILE:
            yield _difference("number_without_file", judgment, f"{judgment.effective_on}生效，未收到电子版")


def _files(end: object) -> Iterator[Difference]:
    """A file, but no report; graver where the computed date says it has taken effect."""
    rows = Judgment.objects.filter(effective_on__isnull=True, uploads__state=Upload.State.DRAFTED)
    for judgment in rows.exclude(state=State.EXCLUDED).select_related("division").distinct():
        computed = judgment.effective_computed
        if computed and computed <= end:  # type: ignore[operator]
            yield _difference("not_confirmed", judgment, f"推算{computed}生效，业务庭未报送")
        else:
            yield _difference("file_without_number", judgment, "已收到电子版，业务庭未报送案号")


def _disagreements(period: str) -> Iterator[Difference]:
    lines = ReportedJudgment.objects.filter(report__period=period).select_related("judgment__division")
    for line in lines.filter(differs=True):
        computed = line.judgment.effective_computed
        yield _difference("effect_differs", line.judgment, f"推算{computed}，报送{line.effective_on}")
    others = lines.filter(judgment__state=State.AWAITING_FILE)
    for line in others:
        twin = (
            Judgment.objects.filter(number_key=line.judgment.number_key, suffix=line.judgment.suffix)
            .filter(Q(uploads__state=Upload.State.DRAFTED), effective_on__isnull=True)
            .exclude(kind=line.judgment.kind)
            .first()
        )
        if twin:
            yield _difference(
                "kind_differs", line.judgment, f"报送为{line.judgment.kind}，电子版为{twin.kind}"
            )


def _twice(period: str) -> Iterator[Difference]:
    """A judgment reported by two divisions, in two periods, or with a second file waiting."""
    reported = ReportedJudgment.objects.filter(report__period__lte=period)
    counts = Counter(reported.values_list("judgment_id", flat=True))
    repeated = [pk for pk, count in counts.items() if count > 1]
    here = set(
        reported.filter(report__period=period, judgment_id__in=repeated).values_list("judgment_id", flat=True)
    )
    for judgment in Judgment.objects.filter(pk__in=here).select_related("division"):
        yield _difference("twice", judgment, f"共报送{counts[judgment.pk]}次")
    waiting = Upload.objects.filter(state=Upload.State.CONFLICT, judgment__isnull=False).select_related(
        "judgment__division"
    )
    for upload in waiting:
        yield _difference("twice", upload.judgment, "同一文书收到两个文件")  # type: ignore[arg-type]


def returns(period: str) -> list[dict[str, Any]]:
    """Who has reported for a period: every division that has to, with its state and count (R27)."""
    reports = {
        r.division_id: r for r in EffectiveReport.objects.filter(period=period).prefetch_related("lines")
    }
    return [
        _return(division, reports.get(division.pk))
        for division in Division.objects.filter(reports_effective=True)
    ]


def _return(division: Division, report: EffectiveReport | None) -> dict[str, Any]:
    if report is None:
        return {
            "division": division.name,
            "code": division.code,
            "state": "missing",
            "label": "未报",
            "count": 0,
        }
    state, label = (
        ("late", "逾期报送") if report.late else ("nil", "零报告") if report.nil else ("filed", "已报送")
    )
    return {
        "division": division.name,
        "code": division.code,
        "state": state,
        "label": label,
        "count": report.lines.count(),
    }
