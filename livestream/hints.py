"""What the register says against putting a hearing on the air, told beside the checklist (R50). Pure, no Django.

A blocking hint is a ground of the annex that stands as a fact on record; nobody overrules it: where it is wrong, the register is
corrected or the application decided, and the hint goes. The others are notices to look closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

GRANTED: Final = "granted"
PENDING: Final = "pending"
CUSTODY: Final = ("抚养", "监护", "探望")
MEDIATION: Final = ("调解", "和解", "司法确认")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a case; the objections are the strongest on record: granted, pending or empty."""

    number: str
    cause: str
    division: str
    secrets: bool = False
    juvenile: bool = False
    closed_hearing: bool = False
    party_objection: str = ""
    procuratorate: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: its code, the ground it points to, what it says, whether it stands in the way."""

    code: str
    ground: str
    text: str
    blocking: bool


def hints_for(facts: CaseFacts) -> list[Hint]:
    """Every hint of a case, those in the way first."""
    return sorted([*_flags(facts), *_words(facts), *_objections(facts)], key=lambda hint: not hint.blocking)


def _flags(facts: CaseFacts) -> Iterator[Hint]:
    if facts.secrets:
        yield Hint(
            "secrets", "secret", "案件登记为涉国家秘密、商业秘密或个人隐私，不得直播、微博", blocking=True
        )
    if facts.juvenile:
        yield Hint("juvenile", "juvenile", "案件登记为涉未成年人犯罪，不得直播、微博", blocking=True)
    if facts.closed_hearing:
        yield Hint("closed_hearing", "other", "案件登记为不公开开庭审理，依法不得直播、微博", blocking=True)


def _words(facts: CaseFacts) -> Iterator[Hint]:
    if "离婚" in facts.cause:
        yield Hint("divorce", "divorce", f"案由“{facts.cause}”涉及离婚，不得直播、微博", blocking=True)
    elif any(word in facts.cause for word in CUSTODY):
        yield Hint(
            "custody", "divorce", f"案由“{facts.cause}”涉及子女抚养、监护，请核对是否涉及离婚", blocking=False
        )
    if "少" in facts.division or "少" in facts.number:
        yield Hint(
            "juvenile_division", "juvenile", "少年庭案件或案号带“少”字，请核对是否涉及未成年人犯罪", blocking=False
        )  # fmt: skip
    if "调" in facts.number or any(word in facts.cause for word in MEDIATION):
        yield Hint("mediation", "other", "可能以调解、和解结案，请留意庭审进程（仅提示）", blocking=False)


def _objections(facts: CaseFacts) -> Iterator[Hint]:
    told = (
        ("objection", facts.party_objection, "当事人申请不直播、微博"),
        ("procuratorate", facts.procuratorate, "检察机关提出不直播"),
    )
    for code, standing, what in told:
        if standing == GRANTED:
            yield Hint(f"{code}_granted", code, f"{what}，已获准许，不得直播、微博", blocking=True)
        elif standing == PENDING:
            yield Hint(f"{code}_pending", code, f"{what}，尚未决定：决定之后才能把关通过", blocking=True)
