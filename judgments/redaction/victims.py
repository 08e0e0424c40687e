"""Victims named in the text of a criminal judgment: masked wherever they stand (D10)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from judgments.redaction.edition import Doubt
from judgments.redaction.names import is_person_like
from judgments.redaction.subjects import Subject
from liwan_court.privacy.folding import comparable
from liwan_court.privacy.matching import Matcher
from liwan_court.privacy.surnames import COMPOUND, SINGLE

_NAMED: Final = re.compile(
    r"(?:被害人|受害人|被害单位)(?:（[^（）]{1,10}）)?\s*(?P<name>[一-龥][一-龥某×]{1,3}\d?)"
)
_LIST: Final = re.compile(r"[、和及与](?P<name>[一-龥][一-龥某×]{1,2}\d?)(?=[、，。的等在于被和及与（])")
_SUM: Final = r"(?:货款|现金|人民币|财物|钱款|手机|款项|定金|押金|钱财)"
_PRICED: Final = re.compile(
    rf"{_SUM}[^，。；、]{{0,16}}[、和及](?P<name>[一-龥][一-龥某]{{1,3}}?)(?={_SUM}|[，。、])"
)
_COMPANION: Final = re.compile(
    r"(?:及其?|和其?|与其?)(?:朋友|同伴|同事|同学|妻子|丈夫|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|女友|男友|工友|邻居|老乡)"
    r"(?P<name>[一-龥][一-龥某]{1,3}?)(?=[打殴砍刺推杀捅击撞拦围伤，。、]|轻伤|受伤|死亡)"
)
_AFTER_NAME: Final = frozenset(
    "的在于被报陈与和向到对系称因至送经停放等将是有为使驾步骑所及当从之身头左右上一死受损发现得不住出进、，。；（被家索骗退家随欲见打拨追喊反抗携背乘坐醉酒睡熟离提未说并即后已以也又给让把用拿持遭惨"
)
_NOT_NAMES: Final = re.compile(
    r"(?:家属|亲属|陈述|近亲|谅解|损失|财物|住处|报案|身份|死亡|人身|伤情|一方|双方|对方|及其|均|因|在|的|被|于|是|系|发|提|经|已|向|到|所|未|不|将|为|共|等|有)"
)


def find_victims(texts: Sequence[str], known: Sequence[Subject]) -> tuple[list[Subject], list[Doubt]]:
    """The victims named behind their label; where the length of a name cannot be told, a blocking doubt."""
    names = {comparable(name) for subject in known for name in subject.names()}
    candidates: Counter[str] = Counter()
    doubts: list[Doubt] = []
    found = [
        (index, match, name)
        for index, text in enumerate(texts)
        for match in _NAMED.finditer(text)
        if (name := _cut(match["name"])) and comparable(name) not in names
    ]
    readings = _readings({name for _, _, name in found}, texts)
    for index, match, written in found:
        name, text = readings.get(written, written), texts[index]
        candidates[name] += 1
        if (
            len(name) == 3
            and name[2] not in "某×"
            and not _ends_clearly(text, match.start("name") + 3)
            and name[:2] in candidates
        ):
            doubts.append(Doubt("victim_name", True, f"被害人“{name}”姓名的长度不确定。", f"第{index + 1}段"))
        candidates.update(m["name"] for m in _listed(text, match.start("name") + len(name)))
    return [
        Subject("被害人", name, "person", "victim") for name in candidates if comparable(name) not in names
    ], doubts


def _readings(names: set[str], texts: Sequence[str]) -> dict[str, str]:
    """Name → the name without its last character where that is what the document says elsewhere: 曹骞 of 退赔曹骞人民币.

    A name is written many times. The longer reading stands where a clear end follows it at least once, or where none ever
    follows the shorter one.
    """
    shorter = {
        name: name[:-1]
        for name in names
        if len(name) > (3 if name[:2] in COMPOUND else 2) and not re.search(r"[某×\d甲乙丙丁]", name)
    }
    matcher = Matcher(shorter.values())
    ended: set[str] = set()
    for text in texts:
        for hit in matcher.find_overlapping(text):
            for end in (hit.end, hit.end + 1):
                if _ends_clearly(text, end):
                    ended.add(text[hit.start : end])
    return {name: reading for name, reading in shorter.items() if reading in ended and name not in ended}


_CHILD: Final = re.compile(
    r"(?:(?:生育|育有|生有|生下|婚生|非婚生|收养|领养|养育|抚育|共育|生一|育一|生)[^，。；、（]{0,8}?)?(?:长|次|大|小|三|幼|养|继|独生)?(?:儿子|女儿|子女|男孩|女孩|小孩|孩子|婴儿|之子|之女|(?<=[婚生长次幼养继一])[子女])"
    r"(?:名叫|名为|取名为?|姓名为?|叫)?[:：“]?(?P<name>[一-龥][一-龥某×·]{1,3})"
)
_FAMILY: Final = re.compile(r"离婚|抚养|探望|监护|婚生|收养")
_NO_CHILD: Final = re.compile(
    r"^[一-龥]?(?:由|随|的|在|与|和|跟|均|现|已|于|系|为|是|及|归|因|年|出|生|共|一|两|二|三|名|个|未|尚|也|都|应|对|就|从|被|等)"
)


def find_children(texts: Sequence[str], known: Sequence[Subject]) -> list[Subject]:
    """The children named in a family case: masked wherever they stand, under every policy (D10)."""
    if not any(_FAMILY.search(text) for text in texts):
        return []
    names = {comparable(name) for subject in known for name in subject.names()}
    found: dict[str, Subject] = {}
    for text in texts:
        for match in _CHILD.finditer(text):
            name = _child_name(match["name"], text[match.end("name") : match.end("name") + 1])
            if name and comparable(name) not in names:
                found.setdefault(name, Subject("未成年子女", name, "person", "victim", minor=True))
                for other in _listed(text, match.start("name") + len(name)):
                    found.setdefault(
                        other["name"], Subject("未成年子女", other["name"], "person", "victim", minor=True)
                    )
    return list(found.values())


def _child_name(raw: str, following: str) -> str | None:
    """The name at the start of `raw`: as long as a name can be before a word that goes on with the sentence."""
    if raw[0] not in SINGLE and raw[:2] not in COMPOUND:
        return None
    if _NO_CHILD.match(raw[0]) and raw[:2] not in COMPOUND and raw[0] in "和于由":
        return None
    longest = 4 if raw[:2] in COMPOUND else 3
    for length in (longest, longest - 1):
        name, rest = raw[:length], raw[length:] or following
        if (
            len(name) == length
            and name[-1] not in "由随的在与和跟均现已系为是及归因出"
            and (
                length < longest
                or not rest
                or rest[0] in _AFTER_NAME
                or not ("\u3400" <= rest[0] <= "\u9fff")
                or rest[0] in "由归现年"
            )
        ):
            return name
    return None


_MINOR: Final = re.compile(
    r"(?:未成年(?:人|子女|学生|证人|受害人|被监护人)?|[男女幼孩]童|儿童|少女|婴儿)(?:（[^（）]{1,12}）)?(?P<name>[一-龥][一-龥·]{1,3})"
)
_IN_CARE: Final = re.compile(
    r"(?:^|[，。；：、（“])(?:由|经|据)?(?P<name>[一-龥][一-龥·]{1,3})的(?:法定)?监护人"
)
_NOT_A_MINOR: Final = re.compile(r"[于和由向与应从时及关相有为代双其该方]|保护|犯罪|孩子|家长")


def find_minors(texts: Sequence[str], known: Sequence[Subject]) -> list[Subject]:
    """Minors named in the text who are no party: behind that word, or as those whose guardian is spoken of (D10)."""
    names = {comparable(name) for subject in known for name in subject.names()}
    found: dict[str, Subject] = {}
    for text in texts:
        readings = [_clear_name(m["name"], text[m.end("name") :][:1]) for m in _MINOR.finditer(text)]
        readings.extend(_clear_name(m["name"], "的") for m in _IN_CARE.finditer(text))
        for name in readings:
            if name and comparable(name) not in names:
                found.setdefault(name, Subject("未成年人", name, "person", "victim", minor=True))
    return list(found.values())


def _clear_name(raw: str, following: str) -> str | None:
    """The longest name at the start of `raw` behind which a sentence goes on; None where its end cannot be told."""
    if _NOT_A_MINOR.match(raw):
        return None
    text = raw + (following or "，")
    for length in (4, 3) if raw[:2] in COMPOUND else (3, 2):
        if length <= len(raw) and is_person_like(raw[:length]) and _ends_clearly(text, length):
            return raw[:length]
    return None


def _listed(text: str, position: int) -> list[re.Match[str]]:
    """The names that go on a list of victims: 甲、乙和丙, 甲货款3元、乙货款5元, 甲及其朋友乙."""
    found = []
    patterns = (_LIST, _PRICED, _COMPANION)
    while match := next((m for p in patterns if (m := p.match(text, position))), None):
        if match["name"][0] not in SINGLE and match["name"][:2] not in COMPOUND:
            break
        found.append(match)
        position = match.end()
    return found


def _ends_clearly(text: str, position: int) -> bool:
    return (
        position >= len(text) or text[position] in _AFTER_NAME or not ("\u3400" <= text[position] <= "\u9fff")
    )


def _cut(raw: str) -> str | None:
    """The name at the start of `raw`, which may run on into the sentence."""
    if _NOT_NAMES.match(raw) or (raw[0] not in SINGLE and raw[:2] not in COMPOUND):
        return None
    if masked := re.match(r"[一-龥][某×]{1,2}[一-龥甲乙丙丁]?\d?", raw):
        text = masked.group()
        return text if len(text) <= 2 or text[-1] in "某×甲乙丙丁0123456789" else text[:-1]
    shortest = 3 if raw[:2] in COMPOUND else 2
    return raw[:shortest] if len(raw) > shortest and raw[shortest] in _AFTER_NAME else raw[: shortest + 1]
