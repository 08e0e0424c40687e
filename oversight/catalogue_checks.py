"""What must hold before a catalogue is put in force (R2, D20): each fault in words, at its indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from oversight.measured import measures
from oversight.models import Catalogue, Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator


FULL: Final = Decimal(100)
CODE: Final = re.compile(r"[A-Za-z0-9_-]{1,8}", flags=re.ASCII)
CODE_SAID: Final = "编号只能用英文字母、数字和短横线，不超过8个"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which indicator; `code` empty: with the catalogue as a whole."""

    code: str
    message: str


def faults(catalogue: Catalogue) -> list[Fault]:
    """Everything that keeps a catalogue from being put in force."""
    rows = list(catalogue.indicators.prefetch_related("divisions"))
    if not rows:
        return [Fault("", "目录中没有指标")]
    found = [fault for row in rows for fault in _of(row)]
    found += _renamed(catalogue, rows)
    together = sum((row.weight for row in rows), Decimal())
    if together != FULL:
        found.append(Fault("", f"各指标分值合计{together.normalize():f}，应为100"))
    return found


def _renamed(catalogue: Catalogue, rows: list[Indicator]) -> Iterator[Fault]:
    """A code stands for one thing from year to year: trends, rectification and public figures go by it."""
    adopted = Indicator.objects.exclude(catalogue__state=Catalogue.State.DRAFT).exclude(catalogue=catalogue)
    before = {
        row.code: row
        for row in adopted.select_related("catalogue").order_by("catalogue__year", "catalogue__version")
    }
    for row in rows:
        last = before.get(row.code)
        if last is not None and last.measure != row.measure:
            yield Fault(
                row.code, f"这个编号在{last.catalogue}里是“{last.name}”，取数不同；含义不同的指标请另用编号"
            )


def _of(row: Indicator) -> Iterator[Fault]:
    chosen = measures().get(row.measure)
    if not CODE.fullmatch(row.code):
        yield Fault(row.code, CODE_SAID)
    if row.source == Indicator.Source.AUTOMATIC and chosen is None:
        yield Fault(row.code, f"取数项“{row.measure or '空'}”不存在，请从列表中选择")
    if row.source == Indicator.Source.EVIDENCE and row.measure:
        yield Fault(row.code, "人工举证的指标不能另选取数项")
    if not row.divisions.all():
        yield Fault(row.code, "没有责任部门")
    low = chosen.low_is_good if chosen else row.low_is_good
    if row.floor != row.target and (row.floor > row.target) != low:
        yield Fault(
            row.code, f"零分线{_plain(row.floor)}与达标线{_plain(row.target)}的方向不对：{_way(low=low)}"
        )
    if row.reference and row.weight:
        yield Fault(row.code, "只作参考的指标不计分，分值应为0")
    counted = chosen.unit.value == "count" if chosen else row.counts
    for label, number in (("达标线", row.target), ("零分线", row.floor)):
        if not counted and not 0 <= number <= 1:
            yield Fault(row.code, f"{label}{_plain(number)}不是0%至100%之间的比例")


def _way(*, low: bool) -> str:
    return "越低越好，零分线应高于达标线" if low else "越高越好，零分线应低于达标线"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
