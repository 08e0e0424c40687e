# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The party list of the register against the head of the document: agreement, or a doubt that a person settles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from judgments.redaction.anatomy import Front
from judgments.redaction.edition import Doubt, Party
from judgments.redaction.party_block import Head
from judgments.redaction.roster import is_operator, is_operator_role
from judgments.redaction.signed import SIGN
from judgments.redaction.subjects import Subject
from judgments.redaction.vocabulary import CAUSE_BEHIND_ROLE, ROLES
from liwan_court.privacy.folding import comparable

_OPPOSED: Final = (
    ("原告", "被告"),
    ("被告", "原告"),
    ("申请执行人", "被执行人"),
    ("自诉人", "被告人"),
    ("申请人", "被申请人"),
)
"""Roles that the text does not name without somebody in them."""
_HARMLESS: Final = re.compile(
    r"案由|当事人|[一二三四五六七八九十]、|编号|日期|公告|不上网|页|附|正本|副本|^[\d\s.,-]+$"
)
_UNREAD_NAME: Final = re.compile(
    rf"(?:{'|'.join(sorted((r for r in ROLES if r not in ('债务人', '债权人')), key=len, reverse=True))})(?:\([^()]*\))?(?P<name>[一-龥]{{2,}})"
)
_NOT_A_NAME: Final = re.compile(
    rf"[与和及诉的之不因于均向对为在就提申犯等未经]|一案|双方|同意|以|已|应|{CAUSE_BEHIND_ROLE}"
)


def _base(role: str) -> str:
    return re.sub(r"[（(].*?[)）]|[一二三四五六七八九十\d]+$", "", role).strip()


def with_list(head: Head, listed: Sequence[Party], head_text: str) -> Iterator[Doubt]:
    """Merges a confirmed list into the subjects of the head; yields a blocking doubt for each contradiction."""
    folded = comparable(head_text)
    if not listed:
        yield Doubt("parties_contradict", True, "当事人名单为空，与文书首部不一致。", "首部")
    read = head.parties()
    by_name: dict[str, Subject] = {}
    for subject in read:
        for name in subject.names():
            by_name.setdefault(comparable(name), subject)
    named = {comparable(party.name) for party in listed}
    head.subjects = [
        s for s in head.subjects if s.group == "party" or is_operator(s) or comparable(s.name) not in named
    ]
    for party in listed:
        operator = _listed_operator(head, party) if is_operator_role(party.role) else None
        known = operator or by_name.get(comparable(party.name))
        if (known is None or operator) and comparable(party.name) not in folded:
            yield Doubt(
                "parties_contradict",
                True,
                f"名单中的{party.role}“{party.name}”没有出现在文书首部。",
                "首部",
            )
        if operator:
            _take_over(operator, party)
            continue
        if known is None:
            known = Subject(party.role, party.name, party.kind)
            head.subjects.append(known)
        elif not (_base(party.role) in known.role or _base(known.role) in party.role):
            yield Doubt(
                "parties_contradict",
                True,
                f"“{party.name}”在名单中是{party.role}，在文书首部是{known.role}。",
                "首部",
            )
        known.kind = party.kind
        _take_over(known, party)
    for subject in read:
        if listed and not subject.confirmed:
            yield Doubt(
                "parties_contradict", True, f"文书首部的{subject.role}“{subject.name}”不在名单中。", "首部"
            )


def _take_over(known: Subject, party: Party) -> None:
    known.confirmed = True
    for alias in party.aliases:
        known.add_alias(alias)
    known.addresses.extend(party.addresses)


def _listed_operator(head: Head, party: Party) -> Subject | None:
    """The subject of a row 经营者, read beside his shop or new; None where the name is somebody else's in the head."""
    name = comparable(party.name)
    for subject in head.subjects:
        if comparable(subject.name) == name:
            return subject if is_operator(subject) else None
    head.subjects.append(Subject(party.role, party.name, party.kind, "representative"))
    return head.subjects[-1]


def about_head(head: Head, front: Front, sentences: Sequence[str], body: str) -> Iterator[Doubt]:
    """Whether the party block was understood: somebody found, both sides there, no unread line, no unread name in 一案."""
    parties = head.parties()
    if not parties or head.told:
        yield Doubt(
            "party_block_not_understood", True, "没有读出当事人，请核对首部并补录当事人名单。", "首部"
        )
        return
    for line in head.unread:
        if not _HARMLESS.search(line[:24]):
            yield Doubt("party_block_not_understood", True, f"首部有一行没有读懂：“{line[:12]}…”。", "首部")
            break
    roles = "".join(party.role for party in parties)
    for role, other in _OPPOSED:
        if (
            role in roles
            and other not in roles
            and other in body
            and (role == "自诉人" or not front.is_criminal)
        ):
            yield Doubt("party_block_not_understood", True, f"首部读出了{role}，没有读出{other}。", "首部")
    yield from _unread_names(sentences)


def _unread_names(sentences: Sequence[str]) -> Iterator[Doubt]:
    for sentence in sentences:
        clause = sentence.partition("一案")[0] if "一案" in sentence else ""
        for match in _UNREAD_NAME.finditer(clause):
            name = match["name"]
            if (
                not _NOT_A_NAME.match(name)
                and clause[: match.start()][-2:] != "原、"
                and SIGN not in name
                and not re.match(r"[原被]告|[上被]|第三人", name)
            ):
                yield Doubt(
                    "party_block_mismatch",
                    True,
                    "审理经过中的当事人与首部读出的不一致，请核对名单。",
                    "审理经过",
                )
                return
