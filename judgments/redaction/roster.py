"""The parties of the edition in document order, with the operators of the shops among them (D10).

A shop has no person apart from whoever runs it: both are the party. The operator is reported beside his shop and stays a
representative everywhere else, so that no title names him and no role of a side is his.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from judgments.redaction.edition import Party
from judgments.redaction.subjects import Subject
from liwan_court.privacy.folding import comparable

OPERATOR: Final = "经营者"
_IN_PLACE: Final = frozenset({"法定代理人", "诉讼代表人"})
_OPERATORS: Final = frozenset({OPERATOR, "业主"})


def is_operator_role(role: str) -> bool:
    """Whether a role is that of a shop's operator, with or without a bracket behind it."""
    return re.sub(r"[（(].*", "", role).strip() in _OPERATORS


def is_operator(subject: Subject) -> bool:
    """Whether a subject runs a unit that is a party, by the head or by a confirmed list."""
    if subject.group != "representative" or not is_operator_role(subject.role):
        return False
    return subject.confirmed or (subject.principal is not None and subject.principal.kind == "organisation")


def operators(subjects: Iterable[Subject]) -> list[Subject]:
    """The operators who are no party by themselves, each once."""
    subjects = list(subjects)
    seen = {comparable(subject.name) for subject in subjects if subject.group == "party"}
    found = []
    for subject in subjects:
        if is_operator(subject) and (name := comparable(subject.name)) not in seen:
            seen.add(name)
            found.append(subject)
    return found


def _beside(subjects: Iterable[Subject], listed: set[str]) -> list[Subject]:
    """Who stands in a party's place before the court and is masked like one (D10): 法定代理人, 诉讼代表人."""
    found: dict[str, Subject] = {}
    for subject in subjects:
        if (
            subject.group == "representative"
            and subject.role in _IN_PLACE
            and comparable(subject.name) not in listed
        ):
            found.setdefault(comparable(subject.name), subject)
    return list(found.values())


def parties_in_order(subjects: Sequence[Subject], texts: Sequence[str]) -> list[Party]:
    """The parties, the operators of their shops and who acts in their place, in the order of the document."""
    text = "".join(comparable(text) for text in texts)
    rows = [(subject.name, subject.frozen()) for subject in subjects if subject.group == "party"]
    rows.extend(
        (one.name, Party(OPERATOR, one.name, one.kind, tuple(one.aliases), tuple(one.addresses)))
        for one in operators(subjects)
    )
    rows.extend((one.name, one.frozen()) for one in _beside(subjects, {comparable(name) for name, _ in rows}))
    place = {name: at if (at := text.find(comparable(name))) >= 0 else len(text) for name, _ in rows}
    return [party for _, party in sorted(rows, key=lambda row: place[row[0]])]
