"""Addresses of the parties that only the text states: 甲方为沈立平，其住所地位于…7组 (R31).

The head gives one address; disputes about jurisdiction or service quote another. It is a private address like the first where a
label of residence stands right behind the party's name; any other house number of the text stays a notice (D12).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from judgments.redaction.addresses import addresses_in, split_address
from judgments.redaction.subjects import Subject
from liwan_court.privacy.folding import comparable, fold_for_numbers
from liwan_court.privacy.matching import Matcher

_RESIDENCE: Final = re.compile(
    r"(?:住所地?|住址|户籍(?:所在)?地址?|户籍住址|经常居住地|居住地址?|现住址|身份证(?:住址|地址)|注册地址?|登记地址|营业地址|经营场所)(?:为|是|在|于|位于|:)"
)
_BETWEEN: Final = re.compile(
    r"[,、]?(?:\([^()]{0,16}\))?(?:其|该公司|该单位|本人|登记|实际|现|的|在工商登记)*$"
)
_REACH: Final = 60
_LONGEST: Final = 120


def note_stated_addresses(texts: Sequence[str], subjects: Sequence[Subject]) -> None:
    """Adds to each subject the addresses that the text says are his; lawyers have none."""
    names = {
        comparable(name): subject
        for subject in subjects
        if subject.group != "lawyer"
        for name in subject.names()
        if len(comparable(name)) > 1
    }
    matcher = Matcher(names)
    for text in texts:
        if "住" not in text and "址" not in text and "户籍" not in text and "场所" not in text:
            continue
        folded = fold_for_numbers(text).text
        for label in _RESIDENCE.finditer(folded):
            before = comparable(folded[max(0, label.start() - _REACH) : label.start()])
            hits = matcher.find(before)
            if not hits or not _BETWEEN.match(before[hits[-1].end :]):
                continue
            for address in addresses_in(folded[label.start() : label.end() + _LONGEST])[:1]:
                if split_address(address).tail:
                    names[hits[-1].needle].addresses.append(address)
