# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""What the engine is unsure of (docs/redaction.md lists the codes): blocking doubts hold the document, notices never do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from judgments.intake.document import Finding, Paragraph
from judgments.redaction.anatomy import Front
from judgments.redaction.edition import Doubt
from judgments.redaction.names import is_person_like
from judgments.redaction.near_names import misspelt
from judgments.redaction.short_forms import is_region
from judgments.redaction.subjects import Subject
from liwan_court.privacy.folding import comparable, same
from liwan_court.privacy.surnames import COMPOUND, SINGLE, surname_of

_DIVORCE: Final = re.compile(r"离婚|抚养(?!老)|监护|探望|探视")
_DIVORCE_TEXT: Final = re.compile(
    r"(?:准予|不准予?|准许|不准许)[^。，]{0,24}离婚|(?:婚生|非婚生)[^。]{0,20}(?:抚养|随)"
)
_JUVENILE: Final = re.compile(
    r"(?:犯罪|作案|案发|实施[^。，]{0,8})时(?:均)?(?:系|为|是|属于|尚)?(?:未成年|未满十[八六]|已满十[四六]周?岁(?:、|，|,)?(?:不|未)满十[六八]|不满十[八六])|(?:系|是|属)未成年(?:人|被告人|罪犯)|未成年(?:被告人|罪犯)|少年(?:刑事)?(?:审判)?法?庭"
)
_RELATION: Final = re.compile(
    r"(?:证人|案外人|保证人|担保人|见证人|介绍人|经办人|业务员|鉴定人|同事|丈夫|妻子|父亲|母亲|儿子|女儿|哥哥|姐姐|弟弟|妹妹|前夫|前妻|邻居|工友|朋友|司机|驾驶员|其父|其母|其夫|其妻|其子|其女|之父|之母|之妻|之夫|之子|之女|员工|法定继承人|继承人)(?P<name>[一-龥]{2,3})"
)
_ADDRESSED: Final = re.compile(
    rf"(?P<name>(?:小|老|阿)(?P<s1>[一-龥])(?![一-龥]?[路街村])|(?P<s2>{'|'.join(sorted(COMPOUND))}|[一-龥])(?:先生|女士|小姐|总经理|经理|总|董|工|某|犯|老板|太太|师傅|氏(?:兄弟|姐妹|夫妇|父子)?)(?![一-龥]*公司))"
)
_FOLLOWS_A_NAME: Final = frozenset(
    "出称到在向与和及对将于为系是说有签并陪带从又也均作之的等当见借给把被已曾因还未不去来同跟"
)
_SUED: Final = re.compile(r"(?<![可难予加])以(?P<name>[^，。；、“”：]{2,40}?)为(?:共同)?被告")
_BIRTH: Final = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:出生|生)")


def from_findings(findings: Sequence[Finding]) -> list[Doubt]:
    """What intake found in the file, taken over as it is."""
    return [Doubt(f.code, f.blocking, f.text, f.where) for f in findings]


def about_kind(front: Front) -> Iterator[Doubt]:
    """Kinds that have no template: held for a person (trap 69)."""
    if front.kind == "调解书":
        yield Doubt("mediation", True, "调解书：以调解方式结案的文书不上网公开，请核对除外情形。", "首部")
    elif front.kind not in ("判决书", "裁定书"):
        yield Doubt(
            "kind_unsupported",
            True,
            f"文书种类为“{front.kind or '未识别'}”，没有对应的上网格式，请人工处理。",
            "首部",
        )
    elif "附带民事" in (front.field or ""):
        yield Doubt(
            "civil_claim_in_criminal_case",
            True,
            "刑事附带民事文书：附带民事部分的诉请和答辩须由人工确认。",
            "首部",
        )
    if front.case_number is None:
        yield Doubt("case_number_missing", True, "没有读到案号，请核对首部。", "首部")


def about_grounds(
    front: Front, cause: str | None, texts: Sequence[str], subjects: Sequence[Subject], decided_on: str | None
) -> Iterator[Doubt]:
    """Likely grounds for non-publication: divorce and custody, juvenile crime (R34)."""
    if _DIVORCE.search(cause or "") or (
        not front.is_criminal and (where := _place(_DIVORCE_TEXT, texts)) is not None
    ):
        place = "案由" if _DIVORCE.search(cause or "") else f"第{(where or 0) + 1}段"
        yield Doubt(
            "divorce_or_custody", True, "可能涉及离婚或者未成年子女抚养、监护，请核对除外情形。", place
        )
    if front.is_criminal:
        juvenile = _place(_JUVENILE, texts)
        young = any("法定代理人" in s.role for s in subjects) or _young_defendant(texts, decided_on)
        if juvenile is not None or young or "少" in (front.case_number or ""):
            yield Doubt(
                "juvenile_crime", True, "可能涉及未成年人犯罪，请核对除外情形。", f"第{(juvenile or 0) + 1}段"
            )
    elif any("法定代理人" in s.role or s.minor for s in subjects):
        yield Doubt("minor_party", False, "当事人可能是未成年人，请核对是否涉及个人隐私。", "首部")


def _place(pattern: re.Pattern[str], texts: Sequence[str]) -> int | None:
    return next((i for i, text in enumerate(texts) if pattern.search(text)), None)


def _young_defendant(texts: Sequence[str], decided_on: str | None) -> bool:
    if decided_on is None:
        return False
    year, month, day = (int(part) for part in decided_on.split("-"))
    for text in texts[:20]:
        if not re.match(r"[\s　]*(?:被\s*告\s*人|罪\s*犯)", text) or (match := _BIRTH.search(text)) is None:
            continue
        try:
            born = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
        if (year - born.year) - ((month, day) < (born.month, born.day)) < 18:
            return True
    return False


def about_names(subjects: Sequence[Subject], bench: Sequence[str], texts: Sequence[str]) -> Iterator[Doubt]:
    """Names that are easily mistaken for one another."""
    for subject in subjects:
        if subject.group == "party" and len(comparable(subject.name)) == 1:
            yield Doubt(
                "one_character_name", True, "当事人姓名只有一个字，无法可靠隐去，请人工核对全文。", "首部"
            )
        if any(same(subject.name, judge) for judge in bench):
            yield Doubt(
                "same_name_two_roles",
                False,
                f"“{subject.name}”既是{subject.role}，又是审判人员或者书记员，署名保留。",
                "落款",
            )
    for one, other in combinations([s for s in subjects if s.kind == "person"][:60], 2):
        if _one_apart(comparable(one.name), comparable(other.name)):
            yield Doubt("similar_names", False, f"“{one.name}”与“{other.name}”只差一个字，请核对。", "首部")
    yield from _surname_in_company(subjects)
    yield from misspelt(subjects, texts)


def _one_apart(one: str, other: str) -> bool:
    return (
        len(one) == len(other)
        and len(one) >= 2
        and (len(one) > 2 or one[0] == other[0])
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )


def _surname_in_company(subjects: Sequence[Subject]) -> Iterator[Doubt]:
    companies = [s for s in subjects if s.kind == "organisation" and s.group == "party"]
    for person in (s for s in subjects if s.kind == "person" and len(s.name) >= 2):
        for company in companies:
            if person.name in company.name and not is_region(person.name):
                yield Doubt(
                    "name_in_company", False, f"单位名称“{company.name}”中含有“{person.name}”。", "首部"
                )


def about_others(subjects: Sequence[Subject], texts: Sequence[str]) -> Iterator[Doubt]:
    """Other named persons and people addressed by their family name: notices for the reviewer (D10, trap 22)."""
    known = {comparable(name) for subject in subjects for name in subject.names()}
    yield from _sued_in_the_text(known, texts)
    surnames = {surname_of(s.name) for s in subjects if s.kind == "person"} - {None}
    seen: set[str] = set()
    for index, text in enumerate(texts):
        for match in _RELATION.finditer(text):
            name = _name_without_verb(match["name"])
            if (
                name not in seen
                and name[:2] not in known
                and name not in known
                and is_person_like(name)
                and (name[0] in SINGLE or name[:2] in COMPOUND)
            ):
                seen.add(name)
                yield Doubt(
                    "other_person", False, f"其他自然人“{name}”，请决定是否隐去。", f"第{index + 1}段", name
                )
        for match in _ADDRESSED.finditer(text):
            if (
                (match["s1"] or match["s2"]) in surnames
                and match["name"] not in seen
                and match["name"] not in known
            ):
                seen.add(match["name"])
                yield Doubt(
                    "addressed_by_surname",
                    False,
                    f"“{match['name']}”可能指当事人，请决定是否隐去。",
                    f"第{index + 1}段",
                    match["name"],
                )


def _name_without_verb(name: str) -> str:
    """Two characters of three where the third is a word that follows a name (证人李四出庭)."""
    return name[:2] if len(name) == 3 and name[2] in _FOLLOWS_A_NAME and name[:2] not in COMPOUND else name


def _sued_in_the_text(known: set[str], texts: Sequence[str]) -> Iterator[Doubt]:
    """Whom a filing names as defendant in the running text only (以X为被告): a party that the head does not list holds the document."""
    for index, text in enumerate(texts):
        for match in _SUED.finditer(text):
            name = comparable(match["name"])
            if len(name) >= 2 and name not in known and not any(name.startswith(k) for k in known):
                yield Doubt(
                    "party_block_mismatch",
                    True,
                    f"“{match['name']}”在正文中被列为被告，首部没有列出，请核对名单。",
                    f"第{index + 1}段",
                    match["name"],
                )


def bench_of(paragraphs: Sequence[Paragraph], signature: set[int]) -> list[str]:
    """The names in the signature block."""
    return [
        re.sub(r"^.*?(?:员|长|助理|法官)[:：]?", "", re.sub(r"[\s\u3000]", "", paragraph.text))
        for index, paragraph in enumerate(paragraphs)
        if index in signature
    ]
