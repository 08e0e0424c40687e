"""Spellings one character away from a party's name: a person decides, nothing is replaced in silence (trap 16).

One pass over the text for any number of parties: what stands behind a party's label is looked up with each of its characters
left open in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from judgments.redaction.edition import Doubt
from judgments.redaction.lexicon import COMMON_WORDS
from judgments.redaction.subjects import Subject
from liwan_court.privacy.folding import comparable
from liwan_court.privacy.matching import Matcher

_GOES_ON: Final = re.compile(
    r"[诉辩述称未经向与、，。,的已应支系于在承偿负不提因到（(\s退赔付返归还给交签借欠均所是为及和]|$"
)
_CLAUSE: Final = re.compile(r"^|[，。；：“\n]|[一二三四五六七八九十\d]、")
_WORDS: Final = frozenset(
    (
        "陈述",
        "陈情",
        "何时",
        "何以",
        "方可",
        "方能",
        "方才",
        "关于",
        "于是",
        "和解",
        "应当",
        "任何",
        "安排",
        "单独",
        "单方",
    )
)
"""Words that follow a label and look like a name."""
_HAN: Final = re.compile(r"[一-龥]")
_LENGTHS: Final = (2, 3, 4)
_WINDOW: Final = max(_LENGTHS) + 1
"""What decides about a place: the longest name and the character behind it; the same words decide the same way again."""


class _Counts(dict[str, int]):
    """How often a spelling stands in the document, counted once for each spelling."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, written: str) -> int:
        self[written] = sum(text.count(written) for text in self._texts)
        return self[written]


def misspelt(subjects: Sequence[Subject], texts: Sequence[str]) -> Iterator[Doubt]:
    """A blocking doubt for the first near spelling of each party right behind a party's label."""
    parties = [subject for subject in subjects if subject.group == "party"]
    known = {comparable(name) for subject in subjects for name in subject.names()}
    beginnings = {name[:2] for name in known}
    near = _near_spellings(parties)
    labels = Matcher(re.sub(r"[（、].*", "", party.role) for party in parties)
    families = {name[0] for party in parties if (name := comparable(party.name))}
    found: dict[int, Doubt] = {}
    written_times = _Counts(texts)
    seen: set[tuple[bool, str]] = set()
    for place, text in enumerate(texts):
        behind_labels = dict.fromkeys((hit.end for hit in labels.find_overlapping(text)), False)
        for behind, bare in {**_clause_starts(text, families), **behind_labels}.items():
            if (window := (bare, text[behind : behind + _WINDOW])) in seen:
                continue
            seen.add(window)
            for written, opened in _names_at(text, behind):
                new = [index for index in near.get(opened, ()) if index not in found]
                if not new or _goes_on_from(comparable(written), known, beginnings):
                    continue
                if bare and not _is_slip(
                    written, text[behind + len(written) :][:1], parties, new, written_times
                ):
                    continue
                for index in new:
                    message = f"“{written}”与当事人“{parties[index].name}”只差一个字，可能是笔误。"
                    found[index] = Doubt("near_name", True, message, f"第{place + 1}段", written)
    yield from (found[index] for index in sorted(found))


def _clause_starts(text: str, families: set[str]) -> dict[int, bool]:
    """Where a clause begins with a party's family name and no label before it."""
    return {
        match.end(): True
        for match in _CLAUSE.finditer(text)
        if text[match.end() : match.end() + 1] in families
    }


def _is_slip(
    written: str, following: str, parties: Sequence[Subject], near: Sequence[int], times: _Counts
) -> bool:
    """Whether a bare name is a party's, misspelt once: a brother or sister one character apart is named more often."""
    folded = comparable(written)
    return (
        len(written) > 2
        and bool(_GOES_ON.match(following))
        and any(comparable(parties[index].name)[:1] == folded[:1] for index in near)
        and times[written] == 1
    )


def _goes_on_from(written: str, known: set[str], beginnings: set[str]) -> bool:
    """Whether a known name stands there, with or without the words behind it (冼旻 in 冼旻合同纠纷), or begins there."""
    if written in COMMON_WORDS or written[:2] in _WORDS:
        return True
    return (
        written in beginnings
        if len(written) == 2
        else any(written[:length] in known for length in range(2, len(written) + 1))
    ) or written in known


def _near_spellings(parties: Sequence[Subject]) -> dict[tuple[str, str], list[int]]:
    """What stands before and behind each character of a person's name → the parties (by position) it belongs to."""
    near: dict[tuple[str, str], list[int]] = {}
    for index, party in enumerate(parties):
        name = comparable(party.name)
        if party.kind == "person" and len(name) in _LENGTHS and not re.search("[·某]", name):
            for _, opened in _opened(name):
                near.setdefault(opened, []).append(index)
    return near


def _opened(name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each character with what stands before and behind it; two-character names with another family name are other names."""
    for at in range(1 if len(name) < 3 else 0, len(name)):
        yield name[at], (name[:at], name[at + 1 :])


def _names_at(text: str, start: int) -> Iterator[tuple[str, tuple[str, str]]]:
    """What a name at `start` may be, of each length, with each of its characters left open."""
    for length in _LENGTHS:
        written = text[start : start + length]
        if len(written) < length or (length == 2 and not _GOES_ON.match(text, start + length)):
            continue
        for character, opened in _opened(written):
            if _HAN.match(character):
                yield written, opened
