"""Parties that the head leaves out and the first sentence names: 在执行申请执行人甲与被执行人乙纠纷一案中 (D10).

Decisions and some rulings list only whom they are addressed to. A name is taken where its end is certain: before the next
party, before 一案, or before a cause where the document names it again. A role that the head has already is left to the
comparison of names (`reconcile`), which doubts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.names import clean, is_person_like, is_plausible, kind_of
from judgments.redaction.party_block import Head
from judgments.redaction.subjects import Subject
from judgments.redaction.vocabulary import CAUSE_BEHIND_ROLE, ORGANISATION, ROLES
from liwan_court.privacy.folding import comparable, fold_for_numbers

_PARAGRAPHS: Final = 4
_LONGEST_CLAUSE: Final = 400
_ROLE: Final = re.compile(
    rf"(?P<role>{'|'.join(sorted(ROLES, key=len, reverse=True))})(?:\([^()]{{0,24}}\))?"
)
_FIRM: Final = re.compile(
    r"[一-龥A-Za-z()]{2,40}?(?:公司|厂|商行|商店|银行|支行|分行|合作社|经营部|事务所|医院|学校)(?:[一-龥]{2,8}(?:分公司|支行|分行))?"
)
_JOINED: Final = re.compile(r"(?:因与|以及|[与诉和及、,])+$")


def note_told_parties(head: Head, paragraphs: Sequence[Paragraph]) -> None:
    """Adds to the head the parties of roles it has none of; `told` says that it had no party at all."""
    roles = {_base(party.role) for party in head.parties()}
    known = {comparable(name) for subject in head.subjects for name in subject.names()}
    head.told = not roles
    first = head.end[0]
    whole = "\n".join(paragraph.text for paragraph in paragraphs[first:])
    for paragraph in paragraphs[first : first + _PARAGRAPHS]:
        if paragraph.kind not in ("body", "table"):
            continue
        for role, name in _named_in(fold_for_numbers(paragraph.text).text, whole):
            if role not in roles and comparable(name) not in known:
                known.add(comparable(name))
                head.subjects.append(Subject(role, name, kind_of(name)))


def _base(role: str) -> str:
    return re.sub(r"[（(、].*", "", role)


def _named_in(text: str, whole: str) -> Iterator[tuple[str, str]]:
    """(role, name) pairs in the clauses of a text that end with 一案; `whole` is the document."""
    behind = 0
    for case in re.finditer("一案", text):
        far = max(case.start() - _LONGEST_CLAUSE, behind)
        begin = max(far, text.rfind("。", far, case.start()) + 1)
        behind = case.end()
        clause = text[begin : case.start()]
        roles = list(_ROLE.finditer(clause))
        ends = [*(match.start() for match in roles), len(clause)]
        for match, (_, end) in zip(roles, pairwise(ends), strict=True):
            last = end == len(clause)
            raw = clause[match.end() : end]
            raw = re.sub(r"纠纷$|犯[^、]{1,20}罪$", "", raw) if last else _JOINED.sub("", raw)
            for part in raw.split("、"):
                name = clean(part)
                name = name if _is_certain(name) else _before_a_cause(name, whole) if last else ""
                if name:
                    yield match["role"], name


def _before_a_cause(words: str, whole: str) -> str:
    """The name that the words before 纠纷 begin with: a firm by its suffix, a person by being named elsewhere as well."""
    if firm := _FIRM.match(words):
        return firm.group() if _is_certain(firm.group()) else ""
    readings = (words[:length] for length in (4, 3, 2))
    return next((name for name in readings if _is_certain(name) and whole.count(name) > 1), "")


def _is_certain(name: str) -> bool:
    return (
        is_plausible(name)
        and not re.match(CAUSE_BEHIND_ROLE, name)
        and (is_person_like(name) or bool(ORGANISATION.match(name) and len(name) > 4))
    )
