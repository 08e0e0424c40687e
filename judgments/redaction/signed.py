"""Sentences with every name replaced by one sign, so that SUBJECT VERB is recognised whoever speaks (R32)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.sentences import Sentence
from liwan_court.privacy.folding import fold_for_comparison
from liwan_court.privacy.matching import Matcher

SIGN: Final = "\ue0f0"


class Signed:
    """Paragraph texts folded, with every name of a subject replaced by one sign."""

    def __init__(self, paragraphs: Sequence[Paragraph], names: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._matcher = Matcher(name for name in names if len(name) > 1)
        short = "".join(re.escape(name) for name in set(names) if len(name) == 1)
        self._short = re.compile(rf"(?<=[告人])[{short}](?![a-z\d])") if short else None
        """Names of one character: they are names right behind a party's label."""

    def of(self, sentence: Sentence) -> str:
        """The folded words of a sentence; only its first ones say what it opens, and names are looked for there."""
        text = fold_for_comparison(
            self._paragraphs[sentence.paragraph].text[sentence.start : sentence.end]
        ).text
        pieces, position = [], 0
        for hit in self._matcher.find(text[:400]):
            pieces.append(text[position : hit.start] + SIGN)
            position = hit.end
        signed = "".join(pieces) + text[position:]
        return self._short.sub(SIGN, signed) if self._short else signed


class Words:
    """The words of each sentence with names as signs, worked out when they are asked for: most lie behind the pleadings."""

    def __init__(self, sentences: Sequence[Sentence], signed: Signed) -> None:
        self._sentences = sentences
        self._signed = signed
        self._known: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._sentences)

    def __getitem__(self, index: int) -> str:
        if index not in self._known:
            self._known[index] = self._signed.of(self._sentences[index])
        return self._known[index]

    def first(self, count: int) -> Iterator[tuple[int, str]]:
        """The first sentences with their positions."""
        return ((index, self[index]) for index in range(min(count, len(self))))
