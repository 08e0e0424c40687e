"""Who among the parties may see something of a case: the five levels, and the side a party stands on (docs/domain.md §8).

Pure, no Django. Used for milestones, notices and execution logs, so that one rule decides everywhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """可见范围, the widest first."""

    ALL = "all"
    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    NAMED = "named"
    INTERNAL = "internal"


class Side(StrEnum):
    """On which side of the case a party stands."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    OTHER = "other"


LEVELS: Final = (
    (Level.ALL.value, "全体当事人"),
    (Level.APPLICANT.value, "仅申请人（原告）一方"),
    (Level.RESPONDENT.value, "仅被执行人（被告）一方"),
    (Level.NAMED.value, "指定的当事人"),
    (Level.INTERNAL.value, "仅内部"),
)
SIDES: Final = (
    (Side.APPLICANT.value, "申请人（原告）一方"),
    (Side.RESPONDENT.value, "被执行人（被告）一方"),
    (Side.OTHER.value, "第三人及其他"),
)
_RESPONDENTS: Final = ("被告", "被申请", "被执行", "被上诉", "被申诉", "被请求", "被异议")
_APPLICANTS: Final = (
    "原告",
    "申请",
    "上诉",
    "起诉",
    "申诉",
    "自诉",
    "赔偿请求",
    "再审申请",
    "公诉机关",
    "异议人",
)


def side_of(role: str) -> Side:
    """The side of a party by its role (诉讼地位): 申请执行人 → applicant, 被执行人 → respondent, 第三人 → other."""
    if role.startswith(_RESPONDENTS):
        return Side.RESPONDENT
    return Side.APPLICANT if role.startswith(_APPLICANTS) else Side.OTHER


@dataclass(frozen=True, slots=True)
class Viewer:
    """The party behind a key: which one, and on which side."""

    party_id: int
    side: Side


def sees(viewer: Viewer, level: str, named: Collection[int] = ()) -> bool:
    """Whether a party may see what has this level; what is internal, or of no level known, nobody sees."""
    match level:
        case Level.ALL:
            return True
        case Level.NAMED:
            return viewer.party_id in named
        case Level.APPLICANT | Level.RESPONDENT:
            return viewer.side.value == level
        case _:
            return False


def is_wider(new: str, old: str) -> bool:
    """Whether `new` shows something to parties who do not see `old`: the other side counts as wider."""
    if new in {old, Level.INTERNAL.value}:
        return False
    return old != Level.ALL
