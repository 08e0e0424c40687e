"""When a judgment takes effect: the presumed date (推定生效日), confirmed by the division (R27, R29).

Pure, no Django. Civil and administrative procedure: 15 days to appeal a verdict, 10 a ruling; criminal:
10 and 5. Counting starts the day after the last service; rest days inside the period count; only a last
day that is a rest day moves on, to the next working day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias, get_args

from liwan_court.timetable.workdays import Calendar

Field: TypeAlias = Literal["民事", "刑事", "行政", "执行", "赔偿", "其他"]
Kind: TypeAlias = Literal["判决书", "裁定书", "调解书", "决定书", "通知书", "支付令"]
Ruling: TypeAlias = Literal["不予受理", "管辖异议", "驳回起诉", "other"]

FIELDS: Final[tuple[Field, ...]] = get_args(Field)
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
RULINGS: Final[tuple[Ruling, ...]] = get_args(Ruling)
LONGEST_PERIOD: Final = 365
FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2999

_VERDICT_DAYS: Final[dict[Field, int]] = {"民事": 15, "行政": 15, "刑事": 10}
_RULING_DAYS: Final[dict[Field, int | None]] = {"民事": 10, "行政": 10, "刑事": 5}
_NEVER_APPEALED: Final = frozenset({"调解书", "决定书", "通知书"})
_PAYMENT_ORDER_DAYS: Final = 15
_ONE_DAY: Final = timedelta(days=1)


class EffectUsageError(ValueError):
    """The question cannot be answered as put. The message is Chinese and says what to correct."""


@dataclass(frozen=True, slots=True)
class Effective:
    """The presumed effect of a judgment.

    `expires`: last day to appeal or object, None when there is none. `effective`: the first day of
    effect, None when it cannot be told.

    `provisional`: the calendar of a year not announced decided the date. `reason` is Chinese, None when
    there is nothing to explain.
    """

    expires: date | None
    effective: date | None
    provisional: bool = False
    reason: str | None = None


def effective_date(
    kind: str,
    field: str,
    served: Sequence[date] = (),
    announced: date | None = None,
    ruling: str | None = None,
    *,
    final: bool = False,
    days: int | None = None,
    calendar: Calendar,
) -> Effective:
    """The presumed day of effect of a judgment of this kind in this field of law.

    民事判决书 reads as 判决书. `served`: the dates of service on each party (of signing, for 调解书; a
    service by public notice counts on the day it ends); the last one counts. `final`: second instance,
    small claims, special procedure. `days` overrides the period (a party abroad). Without an appeal; one
    that was lodged keeps the judgment from taking effect, which only a person can know. Raises
    `EffectUsageError` for an unknown kind, field or ruling, for contradictions, for a 裁定书 with neither
    `ruling` nor `final` (but in criminal and enforcement cases), and without any date.
    """
    known_kind, known_field = _known_kind(kind), _known_field(field)
    _check(known_kind, known_field, ruling, final=final, days=days)
    dates = [*served, *([announced] if announced else [])]
    if not dates:
        raise EffectUsageError("请填写送达日期（调解书填写各方签收日期）或者宣判日期。")
    for day in dates:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise EffectUsageError(f"日期{day}不可信，年份应在{FIRST_YEAR}至{LAST_YEAR}之间。")
    period = days or _period(known_kind, known_field, ruling, final=final)
    if period:
        return _after_period(served, period, known_kind, calendar)
    return _at_once(served, announced, known_kind)


def _known_kind(kind: str) -> Kind:
    for known in KINDS:
        if kind.endswith(known):
            return known
    raise EffectUsageError(f"不能推算“{kind}”的生效日，文书种类应为：{'、'.join(KINDS)}。")


def _known_field(field: str) -> Field:
    for known in FIELDS:
        if field == known:
            return known
    raise EffectUsageError(f"案件领域“{field}”不对，应为：{'、'.join(FIELDS)}。")


def _check(kind: Kind, field: Field, ruling: str | None, *, final: bool, days: int | None) -> None:
    if ruling is not None and ruling not in RULINGS:
        raise EffectUsageError(f"裁定种类“{ruling}”不对，应为：{'、'.join(RULINGS)}。")
    if ruling is not None and kind != "裁定书":
        raise EffectUsageError(f"裁定种类只用于裁定书，{kind}不必填写。")
    if days is not None and not 1 <= days <= LONGEST_PERIOD:
        raise EffectUsageError(f"期间应为1至{LONGEST_PERIOD}日，不能是{days}日。")
    if final and days is not None:
        raise EffectUsageError("终审文书没有上诉期，不能同时指定期间。")
    if days is not None and kind in _NEVER_APPEALED:
        raise EffectUsageError(f"{kind}没有上诉或者异议期，不能指定期间。")
    if kind == "裁定书" and field not in {"刑事", "执行"} and ruling is None and not final:
        raise EffectUsageError(
            f"{field}裁定书能否上诉取决于裁定种类：请指明裁定种类（{'、'.join(RULINGS)}），或者指明是终审裁定。"
        )
    if kind == "判决书" and field not in _VERDICT_DAYS and not final and days is None:
        raise EffectUsageError(f"{field}案件没有可推算上诉期的判决书，请核对案件领域或者指定期间。")


def _period(kind: Kind, field: Field, ruling: str | None, *, final: bool) -> int | None:
    """The days to appeal or object; None when the judgment takes effect at once."""
    if kind == "支付令":
        return _PAYMENT_ORDER_DAYS
    if final:
        return None
    if kind == "判决书":
        return _VERDICT_DAYS[field]
    if kind == "裁定书" and ruling != "other":
        return _RULING_DAYS.get(field, _RULING_DAYS["民事"] if ruling else None)
    return None


def _after_period(served: Sequence[date], period: int, kind: Kind, calendar: Calendar) -> Effective:
    if not served:
        return Effective(
            None, None, reason=f"{kind}的期间自送达次日起算，只有宣判日期不能推算，请补填最后一人的送达日期。"
        )
    last_day = max(served) + timedelta(days=period)
    expires = calendar.next_workday(last_day)
    consulted = (last_day + timedelta(days=n) for n in range((expires - last_day).days + 1))
    reason = None
    if expires != last_day:
        reason = (
            f"期间末日{last_day}为休息日（{calendar.describe(last_day)}），"
            f"顺延至其后第一个工作日{expires}（{calendar.describe(expires)}）。"
        )
    return Effective(
        expires=expires,
        effective=expires + _ONE_DAY,
        provisional=not all(calendar.is_announced(day) for day in consulted),
        reason=reason,
    )


def _at_once(served: Sequence[date], announced: date | None, kind: Kind) -> Effective:
    if not served and kind == "调解书":
        return Effective(
            None, None, reason="调解书自各方签收时生效，宣判日期不能代替，请补填各方的签收日期。"
        )
    if not served and kind in _NEVER_APPEALED:
        return Effective(None, None, reason=f"{kind}自送达时生效，宣判日期不能代替，请补填送达日期。")
    dates = [*served, *([announced] if announced else [])]
    return Effective(None, max(dates))
