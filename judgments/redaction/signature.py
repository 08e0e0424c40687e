"""The signature of a judgment: which lines are judges and clerks signing, where any name stays (D10).

Only real lines of signature count. What follows them (a table of payments, a list, an annex) is text like any other, and a
party's name there is masked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.anatomy import Tail, is_bench_label, is_signature_line
from judgments.redaction.names import HAN
from judgments.redaction.vocabulary import BENCH
from liwan_court.privacy.folding import comparable, fold_for_comparison

_NAME: Final = rf"(?:[{HAN}]{{2,4}}|[{HAN}]+·[{HAN}·]+)"
_SIGNED: Final = re.compile(
    rf"(?:(?:{'|'.join(sorted(BENCH, key=len, reverse=True))}):?(?:{_NAME}(?:[、,]{_NAME})*)?)+(?:[(][^()]*[)])?"
)
_SHORT_LINE: Final = 24


def signature_lines(paragraphs: Sequence[Paragraph], tail: Tail) -> list[int]:
    """The short lines from the first judge to the annex, tables left out unless the signature itself begins in one."""
    first, annex = tail.signature, tail.annex
    if first is None:
        return []
    kinds = {"body", paragraphs[first].kind}
    last = len(paragraphs) if annex is None else annex
    return [
        i
        for i in range(first, last)
        if paragraphs[i].kind in kinds
        and (is_signature_line(paragraphs[i].text) or len(paragraphs[i].text.strip()) <= _SHORT_LINE)
    ]


def signers(paragraphs: Sequence[Paragraph], lines: Sequence[int], parties: Collection[str]) -> set[int]:
    """The lines that carry a judge's or clerk's name: label and name, or the name alone right behind a bare label.

    In a table a name alone that is one of the folded `parties` is no signature: nothing but its place would say so.
    """
    named = {i for i in lines if _SIGNED.fullmatch(fold_for_comparison(paragraphs[i].text).text)}
    for label, line in pairwise(lines):
        text = comparable(paragraphs[line].text)
        if (
            line - label <= 2
            and is_bench_label(paragraphs[label].text)
            and paragraphs[label].kind == paragraphs[line].kind
            and re.fullmatch(_NAME, text)
            and (text not in parties or paragraphs[line].kind == "body")
        ):
            named.add(line)
    return named
