# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Which part of a judgment a paragraph is: court, kind, number, parties, procedure, facts, reasoning, ruling, fee, signature.

Read from the lines of the head (spaced or not, on one line or several) and from the sentences that open each part; never from words
in the middle of a sentence (a ruling may well speak of 民事判决书, trap 68).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from judgments.intake.document import Paragraph
from judgments.redaction.vocabulary import BENCH, ROLE_LABEL, spaced
from liwan_court.privacy.folding import fold_for_numbers

Part = Literal[
    "court",
    "kind",
    "number",
    "parties",
    "procedure",
    "removed",
    "facts",
    "reasoning",
    "ruling",
    "fee",
    "signature",
    "other",
]

_FIELDS: Final = (
    "刑事附带民事|刑事|民事|行政赔偿|行政|执行|国家赔偿|赔偿|知识产权|海事|商事|司法救助|强制清算|破产"
)
_KINDS: Final = "判决书|裁定书|调解书|决定书|支付令|通知书|告知书|建议书|令|公告|意见书|证明书|传票|笔录|函"
_KIND_LINE: Final = re.compile(
    rf"(?P<court>[一-龥]{{2,30}}法院)?(?P<field>(?:{_FIELDS})*)(?P<word>[一-龥]{{0,10}}?)(?P<kind>{_KINDS})(?:[(（](?:正本|副本|稿|草稿|样本|网上公开版|缺席)[)）])?"
)
_KIND_IN_TITLE: Final = re.compile(
    rf"(?P<field>{_FIELDS})?(?:[一二再]审)?(?P<kind>判决书|裁定书|调解书|决定书|支付令|通知书)(?:$|[^一-龥])"
)
_COURT_LINE: Final = re.compile(r"[一-龥]{2,40}法院")
_NUMBER: Final = re.compile(
    r"[(\[【〔{](?:19|20)\d{2}[)\]】〕}][一-龥\d]{1,24}?(?:字第)?\d+(?:[、,-]\d+)*号(?:之[一二三四五六七八九十\d]{1,3}|-\d{1,2}(?!\d))?"
)
_RULING_LINE: Final = re.compile(
    r"(?:判决|裁定|决定|调解|协议|通知|命令)如下[::]?$|(?:判决|裁定|决定)如下[::]|特此裁定|自愿达成如下协议"
)
_REASONING: Final = re.compile(
    r"(?:综上[^。]{0,20},)?(?:合议庭|独任法官)?本院(?:经审[理查]后?|审查后?)?(?:依法)?认为|(?:[一二三四五六七八九十][、.])? *本院认为"
)
_FEE: Final = re.compile(r"(?:本案|本诉|反诉|一审|二审)?(?:案件)?(?:受理|诉讼|保全|执行|申请)费")
_APPEAL: Final = re.compile(r"如不服本|本(?:判决|裁定)为终审|本(?:判决|裁定)(?:送达|自|书)|审判员?独任")
_ENDED: Final = re.compile(r"审理终结|审查终结|执行终结|现已审结")
_BENCH_START: Final = re.compile(rf" *(?:{spaced(BENCH)})")
_BENCH_ALONE: Final = re.compile(rf"(?:{'|'.join(sorted(BENCH, key=len, reverse=True))}):?")
_DATE: Final = re.compile(
    r"([一二三四五六七八九〇○0零Ｏ1-9O]{4}) *年 *([元一二三四五六七八九十\d]{1,3}) *月 *([一二三四五六七八九十廿卅\d]{1,4}) *[日号]"
)
_DIGIT: Final = (
    {c: i for i, c in enumerate("零一二三四五六七八九")}
    | {"〇": 0, "○": 0, "Ｏ": 0, "O": 0, "元": 1}
    | {str(i): i for i in range(10)}
)
_ANNEX: Final = re.compile(r"附(?:录|件|表|图|[:,]| |本|相关|法律|$)")
_JUDGMENTS: Final = ("判决书", "裁定书", "调解书", "决定书", "支付令")
_COURT_SIGNS: Final = (
    re.compile(r"人民法院"),
    re.compile(r"(?:判决|裁定|决定)如下"),
    re.compile(r"本院(?:经审查)?认为"),
    re.compile(r"审判员|审判长|书记员"),
)
_HEAD_LINES: Final = 40
_INSTANCES: Final = (
    ("终", "二审"),
    ("再", "再审"),
    ("初", "一审"),
    ("申", "再审审查"),
    ("监", "审判监督"),
    ("执", "执行"),
    ("特", "特别程序"),
    ("督", "督促程序"),
    ("破", "破产"),
)


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the parties. `start` is where the parties begin; `lines` gives the part of the front's paragraphs."""

    court: str | None
    field: str | None
    kind: str | None
    case_number: str | None
    start: tuple[int, int]
    lines: dict[int, Part]

    @property
    def instance(self) -> str:
        """一审, 二审, 再审 … by the letters of the case number; empty where it does not say."""
        letters = re.sub(r"^[(（].*?[)）]|\d", "", self.case_number or "")
        return next((name for letter, name in _INSTANCES if letter in letters), "")

    @property
    def is_criminal(self) -> bool:
        """Whether the case is a criminal one, by the kind line or by the case number."""
        return "刑" in (self.field or "") or "刑" in re.sub(r"[(（].*?[)）]", "", self.case_number or "")


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", fold_for_numbers(text).text)


def read_front(paragraphs: Sequence[Paragraph], file_name: str = "") -> Front:
    """Court, kind and number, however they are spread over the first lines."""
    found: dict[str, str | None] = {"court": None, "field": None, "kind": None, "number": None}
    lines: dict[int, Part] = {}
    start = (0, 0)
    seen = 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind not in ("body", "table", "textbox") or not paragraph.text.strip():
            continue
        seen += 1
        offset = 0
        for line in re.split(r"(?<=[\n\r])", paragraph.text):
            part = _front_line(line, found)
            offset += len(line)
            if part is None:
                stop = ROLE_LABEL.match(fold_for_numbers(line).text.lstrip()) is not None
                if stop or (len(line.strip()) > 60 and found["kind"]):
                    return _front(found, start, lines, paragraphs, file_name)
                continue
            lines.setdefault(index, part)
            if paragraph.kind != "textbox":
                start = (index, offset) if offset < len(paragraph.text) else (index + 1, 0)
        if seen > _HEAD_LINES:
            break
    return _front(found, start, lines, paragraphs, file_name)


def _front_line(line: str, found: dict[str, str | None]) -> Part | None:
    compact = _squeeze(line)
    number = _NUMBER.search(compact)
    before = compact[: number.start()] if number else compact
    part: Part | None = None
    if found["kind"] is None and (kind := _KIND_LINE.fullmatch(before)) and len(before) <= 44:
        found["field"], found["kind"] = kind["field"] or None, kind["kind"]
        found["court"] = found["court"] or kind["court"]
        part = "kind"
    elif found["court"] is None and _COURT_LINE.fullmatch(before):
        found["court"], part = before, "court"
    if number and found["number"] is None and len(compact) - len(number.group()) <= (44 if part else 8):
        found["number"] = _displayed(number.group())
        part = part or "number"
    return part


def _displayed(number: str) -> str:
    return re.sub(r"^[(\[【〔{](\d{4})[)\]】〕}]", r"（\1）", number)


def _front(
    found: dict[str, str | None],
    start: tuple[int, int],
    lines: dict[int, Part],
    paragraphs: Sequence[Paragraph],
    file_name: str,
) -> Front:
    if found["kind"] is None:
        found["field"], found["kind"] = _kind_elsewhere(paragraphs, file_name)
    if found["number"] is None:
        texts = [_squeeze(p.text) for p in paragraphs if p.kind in ("header", "textbox")] + [
            _squeeze(file_name)
        ]
        match = next((m for text in texts if (m := _NUMBER.search(text))), None)
        found["number"] = _displayed(match.group()) if match else None
    return Front(found["court"], found["field"], found["kind"], found["number"], start, lines)


def _kind_elsewhere(paragraphs: Sequence[Paragraph], file_name: str) -> tuple[str | None, str | None]:
    """The kind from a title, a header, the file's name, else from the words that open the ruling."""
    heads = [p.text for p in paragraphs[:6]] + [p.text for p in paragraphs if p.kind in ("header", "textbox")]
    for text in (*heads, file_name.rsplit(".", 1)[0]):
        if len(text) <= 80 and (match := _KIND_IN_TITLE.search(_squeeze(text))):
            return match["field"], match["kind"]
    for text in (_squeeze(p.text[-60:]) for p in paragraphs):
        if "判决如下" in text:
            return None, "判决书"
        if "裁定如下" in text:
            return None, "裁定书"
    return None, None


def is_court_document(paragraphs: Sequence[Paragraph], front: Front) -> bool:
    """Whether a court wrote this: by its kind, or by two signs; a lawyer's 函 or a 通知书 of a firm has neither."""
    if front.kind in _JUDGMENTS:
        return True
    text = "\n".join(p.text for p in paragraphs)
    signs = sum(bool(pattern.search(text)) for pattern in _COURT_SIGNS)
    return signs + (front.court is not None) + (front.case_number is not None) >= 2


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the end of a judgment is: paragraph indices, None where a part is missing."""

    ruling: int | None
    signature: int | None
    decided_on: str | None
    annex: int | None = None


def read_tail(paragraphs: Sequence[Paragraph], first: int) -> Tail:
    """The ruling line, the signature and its date, looking from paragraph `first` on.

    The last opening of a ruling counts: earlier ones are quoted from other judgments (trap 64).
    """
    signature = annex = None
    openings: list[int] = []
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.kind not in ("body", "table"):
            continue
        text = fold_for_numbers(paragraph.text).text.strip()
        if _RULING_LINE.search(text[-80:]):
            openings.append(index)
            signature = None
        elif _BENCH_START.match(text) and len(re.sub(r"\s", "", text)) <= 60:
            signature = index if signature is None else signature
        elif signature is not None and _ANNEX.match(text):
            annex = index
            break
        elif len(text) > 60:
            signature = None
    ruling = openings[-1] if openings else None
    return Tail(
        ruling,
        signature,
        _decided_on(paragraphs, signature if signature is not None else len(paragraphs) - 8),
        annex,
    )


def _number_of(text: str) -> int:
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGIT.get(tens, 1) if tens else 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)
    return int("".join(str(_DIGIT.get(c, 0)) for c in text))


def _decided_on(paragraphs: Sequence[Paragraph], first: int) -> str | None:
    found = None
    for paragraph in paragraphs[max(0, first) :]:
        if paragraph.kind not in ("body", "table") or len(paragraph.text) > 80:
            continue
        for match in _DATE.finditer(re.sub(r"\s", "", paragraph.text)):
            year = "".join(str(_DIGIT.get(c, c)) for c in match[1])
            try:
                found = date(int(year), _number_of(match[2]), _number_of(match[3])).isoformat()
            except ValueError:
                continue
        if found:
            return found
    return found


def part_of(text: str, current: Part, *, after_ruling: bool) -> Part:
    """The part a body paragraph belongs to, given the part before it."""
    head = fold_for_numbers(text[:60]).text.strip()
    if after_ruling:
        if _FEE.match(head):
            return "fee"
        return "ruling" if current in ("ruling", "fee") or not _BENCH_START.match(head) else "signature"
    if _REASONING.match(head):
        return "reasoning"
    if current == "procedure":
        return "procedure"
    return current


def is_signature_line(text: str) -> bool:
    """Whether a paragraph is a line of the signature block: a judge or clerk and a name."""
    compact = re.sub(r"\s", "", text)
    return bool(_BENCH_START.match(fold_for_numbers(text).text)) and len(compact) <= 60


def is_bench_label(text: str) -> bool:
    """Whether a line says only 审判员 or the like; the name stands on the next line or in the next cell."""
    return bool(_BENCH_ALONE.fullmatch(re.sub(r"\s", "", fold_for_numbers(text).text)))


def ends_procedure(text: str) -> bool:
    """Whether the procedure is over with this text (本案现已审理终结)."""
    return bool(_ENDED.search(text))


def is_ruling_line(text: str) -> bool:
    """Whether a paragraph ends with the words that open the ruling."""
    return bool(_RULING_LINE.search(fold_for_numbers(text).text.strip()[-80:]))
