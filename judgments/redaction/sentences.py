"""Paragraphs cut into sentences with their offsets; a quotation is never cut, however many sentences it holds (trap 64)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_MARKS: Final = re.compile(r"[“”「」『』。!?！？；;，,]|\n")
_OPEN: Final = "“「『"
_CLOSE: Final = "”」』"
_STRONG: Final = "。!?！？\n"
_FINDS: Final = (
    r"(?:(?:本案|本院|现)?经(?:本院)?(?:依法)?(?:公开)?(?:开庭)?(?:审理|庭审|审查)后?[,，]?(?:本院)?(?:依法)?(?:查明|认定)|"
    r"本院(?:经[^，,。；;：:]{1,12})?(?:据此|综合|现)?(?:查明|认定事实|认定如下|认定以下|确认以下事实))"
)
_LEADS: Final = r"(?:经|根据|综合|结合|依据|法庭|庭审)[^。，,；;：:“]{1,30}[，,]"
_JOINED: Final = re.compile(rf"[\s　]*(?:{_LEADS})?{_FINDS}")
"""The facts begin behind a comma: …未作答辩，经庭审质证，本院查明."""
_INTRODUCTION: Final = re.compile(
    r"[\s　]*(?:(?:本案|本院)?(?:经|根据|综合|依据|结合|通过|据|法庭|庭审|上述|以上)"
    r"|[^，,]{0,40}(?:后|质证|据此|辩论|调查|证据|陈述|审查|核实|审核|认证)[，,]$)"
)
"""A stretch that belongs to the facts it introduces: 经开庭审理，本院查明…, 法庭调查和质证后，本院查明…"""
_SPEAKS: Final = re.compile(
    r"诉称|辩称|述称|答辩|请求|诉请|抗辩|应诉|到庭|缺席|下落不明|去向不明|称[:：,，]|发表|意见"
)
_JOINED_DEFENCE: Final = re.compile(
    r"[\s　]*(?:原告|被告|第三人|反诉)[^，。；,;“]{0,40}?(?:诉称|辩称|述称|答辩称|未作答辩|未答辩)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of paragraph `paragraph`, with the white space before it; `quoted` when it begins inside a quotation."""

    paragraph: int
    start: int
    end: int
    quoted: bool = False


def split_paragraph(text: str, index: int, *, quoted: bool, base: int = 0) -> tuple[list[Sentence], bool]:
    """The sentences of one paragraph from `base` on, and whether a quotation is still open at its end."""
    sentences: list[Sentence] = []
    depth, start, began = int(quoted), base, quoted
    for match in _MARKS.finditer(text, base):
        mark, at = match.group(), match.end()
        if mark in _OPEN:
            depth = 1
        elif mark in _CLOSE:
            depth = 0
            if text[match.start() - 1 : match.start()] in _STRONG and _ends_after_quote(text, at):
                sentences.append(Sentence(index, start, at, began))
                start, began = at, False
        elif depth == 0 and _cuts(text, mark, start, at):
            sentences.append(Sentence(index, start, at, began))
            start, began = at, False
    if start < len(text):
        sentences.append(Sentence(index, start, len(text), began))
    return sentences, bool(depth)


def _cuts(text: str, mark: str, start: int, at: int) -> bool:
    if mark in _STRONG:
        return True
    if _JOINED.match(text, at) and not (mark in ",，" and _introduces(text[start:at][:200])):
        return True
    return mark in ";；" and bool(_JOINED_DEFENCE.match(text, at))


def _introduces(stretch: str) -> bool:
    """Whether the words before the comma belong to the facts: nobody speaks in them."""
    return bool(_INTRODUCTION.match(stretch)) and not _SPEAKS.search(stretch)


def _ends_after_quote(text: str, at: int) -> bool:
    return text[at : at + 1] not in "，,、；;的"


def _closes_later(texts: Sequence[str], index: int) -> bool:
    """Whether an open quotation is closed in one of the next paragraphs before another is opened."""
    for text in texts[index + 1 : index + 7]:
        if match := re.search(r"[“”「」『』]", text):
            return match.group() in _CLOSE or text.lstrip().startswith(tuple(_OPEN))
    return False


def split(texts: Sequence[str], indices: Sequence[int], start: tuple[int, int]) -> Iterator[Sentence]:
    """The sentences of the paragraphs `indices` from (paragraph, offset) `start` on, quotations carried over paragraphs."""
    wanted = [index for index in indices if index >= start[0]]
    ordered = [texts[index] for index in wanted]
    quoted = False
    for position, index in enumerate(wanted):
        base = start[1] if index == start[0] else 0
        sentences, still_open = split_paragraph(texts[index], index, quoted=quoted, base=base)
        yield from sentences
        quoted = still_open and _closes_later(ordered, position)
