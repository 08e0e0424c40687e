"""The cause of a case and the title of its public edition: roles, cause, instance and kind, never a name (R30)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from judgments.redaction.anatomy import Front
from judgments.redaction.policies import MASK
from judgments.redaction.signed import SIGN
from judgments.redaction.subjects import Subject

_CAUSE: Final = re.compile(
    rf"(?:[{SIGN})×某]|因|[原被]告|[一二两三四五六七八九十]人|申请人|执行人|为)(?P<cause>[一-龥、()]{{2,30}}?)(?:一案|[一二两三四五六七八九十]案|系列案)"
)
_CHARGE: Final = re.compile(r"(?:犯|涉嫌|构成)(?P<cause>[一-龥、]{2,24}?罪)")
_LABEL: Final = r"(?:原告|被告|第三人|被?申请人|被?执行人|被?上诉人)(?!人)"
_LEADING: Final = re.compile(
    r"^(?:等|因|为|关于|的|之间|就|不服|提起|其他?|共?[一二两三四五六七八九十]+人|申请|一|[及和与诉])+(?=[一-龥]{2,})"
)
_ACT: Final = re.compile(
    r"不服[^。]{0,120}?(?P<cause>(?:行政)?处罚|行政[一-龥]{2,4}?|工伤认定|[一-龥]{2,6}认定|[一-龥]{2,6}登记|政府信息公开|[一-龥]{2,6}许可|[一-龥]{2,6}征收|[一-龥]{2,6}补偿)(?:决定|行为|通知|告知|处理|答复|结论|一案)"
)
_BESIDE: Final = re.compile(r"担保人|保证人|协助执行|竞买人")
_FIELD_BY_LETTER: Final = (
    ("刑", "刑事"),
    ("行", "行政"),
    ("执", "执行"),
    ("民", "民事"),
    ("商", "民事"),
    ("知", "民事"),
    ("赔", "赔偿"),
)


def cause_of(sentences: Sequence[str], front: Front) -> str | None:
    """The cause, from the sentences of the procedure with names replaced by one sign; None where none is said."""
    if front.is_criminal:
        for sentence in sentences:
            if match := _CHARGE.search(sentence):
                return match["cause"]
    for sentence in sentences:
        for match in _CAUSE.finditer(sentence):
            cause = re.split(rf"[{SIGN})]|{_LABEL}", match["cause"])[-1]
            cause = _LEADING.sub("", cause)
            if len(cause) >= 2 and not re.search(r"原告|被告|执行人|诉讼$|本院|上列", cause):
                return cause
    return _disputed_act(sentences)


def _disputed_act(sentences: Sequence[str]) -> str | None:
    """What an administrative case is about where no 一案 says it: 不服…作出的行政处罚决定 is 行政处罚."""
    for sentence in sentences:
        if match := _ACT.search(sentence):
            return re.sub(r"^.*的(?=..)", "", match["cause"])
    return None


def field_of(front: Front) -> str:
    """刑事, 民事, 行政, 执行: from the kind line, else from the letters of the case number."""
    if front.field:
        return front.field
    letters = re.sub(r"^[(（].*?[)）]", "", front.case_number or "")
    return next((name for letter, name in _FIELD_BY_LETTER if letter in letters), "")


def title_of(subjects: Sequence[Subject], forms: Mapping[int, str], front: Front, cause: str | None) -> str:
    """原告×××与被告×××商品房预售合同纠纷一审民事判决书."""
    groups: dict[str, list[str]] = {}
    for index, subject in enumerate(subjects):
        if subject.group == "party" and not _BESIDE.search(subject.role):
            role = re.sub(r"[（(].*?[)）]|、.*", "", subject.role)
            groups.setdefault(role, []).append(forms.get(index, subject.name))
    parts = [f"{role}{names[0]}{'等' if len(names) > 1 else ''}" for role, names in groups.items()]
    parties = "与".join(parts[:2]) + "".join(f"、{part}" for part in parts[2:])
    instance = front.instance if front.instance in ("一审", "二审", "再审") else ""
    if any(re.search(r"原审|再审", role) for role in groups) and instance == "一审":
        instance = "再审"
    return f"{parties or MASK}{cause or ''}{instance}{field_of(front)}{front.kind or '文书'}"
