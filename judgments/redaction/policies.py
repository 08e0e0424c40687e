# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The two policies as data and small functions (D10, D12, D18): whom to mask, as what, and what else goes.

`liwan-2013` is the court's own rule of 2013: every party becomes ×××, the street stays, pleadings go. `spc-2016` is 法释〔2016〕19号:
real names except three classes, family name and 某, no pleadings removed, private addresses cut to the district.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from judgments.redaction.addresses import Address, split_address
from judgments.redaction.subjects import Subject
from liwan_court.privacy.surnames import surname_of

MASK: Final = "×××"
VERSION: Final = "1"
_FAMILY_CAUSE: Final = re.compile(
    r"离婚|婚姻|婚约|抚养|扶养|赡养|监护|收养|探望|继承|分家析产|遗嘱|遗赠|同居关系|亲子|家庭"
)
_DISTRICT: Final = re.compile(
    r"^.*?(?:省|自治区)?[^省]*?(?:市.*?[区县市]|[区县])(?![一-龥]*?(?:区|县)(?:路|街))"
)


@dataclass(frozen=True, slots=True)
class Policy:
    """What one policy does. `removes_pleadings` is R32; `masks_codes` the codes of a masked unit; `cuts_to_district` the 2016 address."""

    name: str
    masks_all_parties: bool
    removes_pleadings: bool
    masks_codes: bool
    cuts_to_district: bool


POLICIES: Final = {
    "liwan-2013": Policy(
        "liwan-2013", masks_all_parties=True, removes_pleadings=True, masks_codes=True, cuts_to_district=False
    ),
    "spc-2016": Policy(
        "spc-2016", masks_all_parties=False, removes_pleadings=False, masks_codes=False, cuts_to_district=True
    ),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The facts of the case a policy needs: its cause and whether it is criminal."""

    cause: str | None
    criminal: bool


def is_masked(policy: Policy, subject: Subject, setting: Setting) -> bool:
    """Whether a subject of the case is masked under the policy (D10, D18)."""
    if subject.group == "lawyer":
        return False
    if policy.masks_all_parties or subject.group == "victim" or subject.minor:
        return True
    if subject.kind == "organisation":
        return False
    if subject.group == "representative" and subject.principal is not None and "法定代理" in subject.role:
        return is_masked(policy, subject.principal, setting) or subject.principal.minor
    if re.search(r"被害|附带民事(?:诉讼)?原告", subject.role):
        return True
    return subject.group == "party" and bool(_FAMILY_CAUSE.search(setting.cause or ""))


def replacements_for(policy: Policy, subjects: Sequence[Subject], *, ordinals: bool) -> dict[int, str]:
    """Subject (by position) → what stands in its place; ordinals are stable through the document (D11)."""
    if policy.masks_all_parties:
        parties = [i for i, s in enumerate(subjects) if s.group == "party"]
        numbered = ordinals and len(parties) > 1
        return {
            i: f"{MASK}{parties.index(i) + 1}" if numbered and i in parties else MASK
            for i in range(len(subjects))
        }
    forms = [f"{_family(subject.name)}某" for subject in subjects]
    totals, used = Counter(forms), Counter[str]()
    result = {}
    for index, form in enumerate(forms):
        used[form] += 1
        result[index] = f"{form}{used[form]}" if totals[form] > 1 else form
    return result


def _family(name: str) -> str:
    if "·" in name or not ("\u3400" <= name[:1] <= "\u9fff"):
        return name[:1]
    return surname_of(name) or name[:1]


def private_address(policy: Policy, address: str) -> Address:
    """The address cut where the policy cuts it: before the house number, or behind the district."""
    if not policy.cuts_to_district:
        return split_address(address)
    district = _DISTRICT.match(address)
    cut = district.end() if district else 0
    return Address(address, address[:cut], address[cut:].strip())
