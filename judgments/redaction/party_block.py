# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The parties, their representatives and agents, read from the head of the document (D10).

The head is the best source there is: measured, its labels give 98.5 % of the parties. What stands behind a label and is not a
name (原告张三诉称…) ends the block; what cannot be read is a doubt, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.addresses import addresses_in
from judgments.redaction.head import Segment, label_of, segments
from judgments.redaction.names import HAN, Named, clean, is_person_like, is_plausible, kind_of, read_names
from judgments.redaction.subjects import Group, Subject
from judgments.redaction.vocabulary import REPRESENTATIVES, spaced
from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison

_PROCEDURAL: Final = re.compile(
    r"一案|审理|立案|受理|指控|提起公诉|向本院|起诉书|诉称|辩称|纠纷|本院|刑事拘留决定|罪(?:名)?成立|不服|执行过程|申请(?:强制)?执行(?!人)|与被|诉被|法院(?:于|以|在|对|受理|指定|作出)|(?:刑事|民事|行政)(?:判决|裁定)"
)
_DETAIL: Final = re.compile(
    r"(?:男|女)(?:,|$| )|.{1,4}族|住|户籍|户口|现住|地址|身份证|公民身份|统一社会|组织机构|营业执照|注册|联系|电话|手机|邮编|邮政|生于|出生|\d{4}年|职务|职业|工作单位|通讯|经营场所|营业|主要|身份"
)
_TOLD: Final = re.compile(r"一案|提起公诉|指控|本院|起诉状|法院(?:于|作出|受理)")
"""What begins like a detail (a date) and tells of the proceedings all the same."""
_SUIT: Final = re.compile(r"一案|[诉辩述]称|答辩称")
_PERSONAL: Final = re.compile(
    r"(?:^|[,( ])(?:男|女)(?:[,) ]|$)|出生|住所|住址|住[^房建宅]|身份证|信用代码|户籍"
)
_OTHERWISE_CALLED: Final = re.compile(r"(?:译|[中外英法俄原真本曾]文?(?:译|姓|用)?|汉语)名|汉名|音译|又|自称")
_WEAK_LABELS: Final = ("主任", "业主", "投资人", "代表人", "监护人", "负责人")
_INNER_REPRESENTATIVE: Final = re.compile(
    rf"(?:^|[,。;、( ])(?P<role>(?!(?:{spaced(_WEAK_LABELS)}) *(?:[^:: ]))(?:{spaced(REPRESENTATIVES)}))(?: *[(][^()]{{0,12}}[)])? *(?:[::]|为|是|系)? *"
)
_IN_BRACKETS: Final = re.compile(
    r"\( *(?P<role>实际经营者|经营者|业主|负责人|投资人) *[::]? *(?:为|是|系)? *(?=[^():,。]{2,5}[),])"
)
"""Who runs a shop, named right behind it: in brackets the weak labels are certain, too (某店（业主张三）)."""
_LAWYER: Final = re.compile(r"律师|法律工作者|法律服务|法律援助")
_NOT_LEGAL: Final = re.compile(
    r"员工|职员|职工|职务|经理|主任|主管|亲属|丈夫|妻子|父|母|子|女|兄|弟|姐|妹|夫|妻|工作人员|法务|公司|该|本单位|社区|推荐|公民"
)
_FIRST_NAME: Final = re.compile(rf"[{HAN}·]{{2,3}}(?<![师者所])|[{HAN}]+·[{HAN}·]+")
_OUTSIDE_BRACKETS: Final = re.compile(r"(?:[^,、;。()]|\([^()]*\)?|\))+")
_NO_SECOND_NAME: Final = re.compile(
    r"^(?:其|系|该|本|均|男|女|住|同|之|一般|特别|执业|因|生于|以上|上述|\d)|族$|授权|代理|身份|职务|(?:省|市|区|县|镇|街道|委|局|处|部|所|司|父|母|夫|妻|子|女儿|兄|弟|姐|妹)$"
)
_AFTER_LIST: Final = re.compile(
    r"均|分别|系|皆|都|两人|二人|三人|该|本|男|女|住|职|员工|公司|法务|经理|一般|特别|实习|[^,。]*(?:律师|法律服务|法律工作者|员工|职员|公司)"
)
_LONGEST_HEAD: Final = 4000
_MINOR: Final = re.compile(r"未成年|未满十[四八六]周?岁")


@dataclass(slots=True)
class Head:
    """What the head of a document says. `end` is (paragraph, offset) where it ends; `unread` are lines nobody understood.

    `told`: it names no party, what is known of them stands in the text.
    """

    subjects: list[Subject] = field(default_factory=list)
    start: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)
    unread: list[str] = field(default_factory=list)
    told: bool = False

    def parties(self) -> list[Subject]:
        """The parties, in the order of the document."""
        return [subject for subject in self.subjects if subject.group == "party"]


class _Reader:
    def __init__(self, start: tuple[int, int]) -> None:
        self.head = Head(start=start, end=start)
        self._current: list[Subject] = []
        self._parties_by_name: dict[str, Subject] = {}

    def read(self, paragraphs: Sequence[Paragraph]) -> Head:
        """Segment after segment until the first that belongs to the procedure."""
        for count, segment in enumerate(segments(paragraphs, *self.head.start)):
            if count > _LONGEST_HEAD or not self._take(segment):
                self.head.end = (segment.paragraph, segment.start)
                return self.head
            self.head.end = (segment.paragraph, segment.end)
        return self.head

    def _take(self, segment: Segment) -> bool:
        """Reads one segment; False where the head is over."""
        label = label_of(segment.text)
        if label is None:
            return self._take_unlabelled(segment)
        group, match = label
        if group == "official":
            self._current = []
            return True
        if group == "agent":
            self._agents(segment.text, match)
            return True
        if group == "representative":
            self._representatives(segment.text, match)
            return True
        return self._parties(segment.text, match)

    def _take_unlabelled(self, segment: Segment) -> bool:
        text = segment.text
        if self._current and _DETAIL.match(text) and not _TOLD.search(text):
            self._details(text, 0)
            return True
        if _PROCEDURAL.search(text) or len(text) > 120:
            return False
        if self.head.subjects:
            self.head.unread.append(text)
        return len(self.head.unread) <= 12

    def _parties(self, text: str, match: re.Match[str]) -> bool:
        found = list(read_names(text, match.end()))
        if not found or _is_prose(text, found) or _tells_of_the_suit(text):
            return False
        role = _role_of(match)
        beside = self._current[-1] if self._current and match["before"] else None
        self._current = [
            self._add(Subject(role, named.name, kind_of(named.name), principal=beside), named)
            for named in found
        ]
        self._details(text, found[-1].end)
        return True

    def _add(self, subject: Subject, named: Named) -> Subject:
        known = self._parties_by_name.setdefault(comparable(subject.name), subject)
        if known is not subject:
            known.role = known.role if subject.role in known.role else f"{known.role}、{subject.role}"
            return known
        if (
            named.bracket
            and not re.search(r"简称|下称|[::]|,", named.bracket)
            and not _OTHERWISE_CALLED.match(named.bracket)
        ):
            alias = clean(named.bracket)
            if is_person_like(alias) or re.fullmatch(r"[A-Za-z][A-Za-z .'-]+", alias):
                subject.add_alias(alias)
        self.head.subjects.append(subject)
        return subject

    def _details(self, text: str, start: int) -> None:
        details = text[start:]
        addresses, minor = addresses_in(details), bool(_MINOR.search(details))
        for party in {id(party): party for party in self._current}.values():
            party.addresses.extend(addresses)
            party.minor = party.minor or minor
        inner = {m.end(): m for p in (_INNER_REPRESENTATIVE, _IN_BRACKETS) for m in p.finditer(text, start)}
        for _, match in sorted(inner.items()):
            self._represent(text, match)

    def _representatives(self, text: str, match: re.Match[str]) -> None:
        self._represent(text, match)
        for inner in _INNER_REPRESENTATIVE.finditer(text, match.end()):
            self._represent(text, inner)

    def _represent(self, text: str, match: re.Match[str]) -> None:
        role = match["role"].replace(" ", "")
        for named in read_names(text, match.end()):
            if not _can_represent(named.name) and "合伙" not in role:
                continue
            subject = self._other(role, named, "representative")
            if role in {"经营者", "业主", "实际经营者", "实际经营人"} and self._current:
                self._current[-1].add_alias(named.name)
            rest = text[named.end :]
            subject.addresses.extend(addresses_in(rest[:200]))

    def _other(self, role: str, named: Named, group: Group) -> Subject:
        subject = Subject(
            role,
            named.name,
            kind_of(named.name),
            group,
            principal=self._current[-1] if self._current else None,
        )
        if named.bracket and is_person_like(named.bracket):
            subject.add_alias(clean(named.bracket))
        self.head.subjects.append(subject)
        return subject

    def _agents(self, text: str, match: re.Match[str]) -> None:
        role = match["role"].replace(" ", "")
        for names, descriptor in _agent_groups(text[match.end() :]):
            lawyers = _lawyers_among(names, descriptor)
            for name in names:
                group: Group = "lawyer" if name in lawyers else "agent"
                subject = self._other(role, Named(name, 0, 0), group)
                if group == "agent":
                    subject.addresses.extend(addresses_in(descriptor))


def _can_represent(name: str) -> bool:
    """Whether a name is a person's: a title (总经理) or a unit behind the label is none."""
    return (
        is_person_like(name)
        or "·" in name
        or name.isascii()
        or (bool(_FIRST_NAME.fullmatch(name)) and is_plausible(name))
    )


def _role_of(match: re.Match[str]) -> str:
    """The role with what a bracket or 暨 adds: 被告暨反诉原告 and 法定代理人暨被告 are 被告 with the other role in brackets."""
    also = [
        part for part in re.split(r"[暨兼]任?", f"{match['before'] or ''}暨{match['also']}") if part.strip()
    ]
    qualifiers = [*also, re.sub(r"[()（）]", "", match["qualifier"])]
    inner = "、".join(text for raw in qualifiers if (text := raw.replace(" ", "")))
    return match["role"].replace(" ", "") + (f"（{inner}）" if inner else "")


def _is_prose(text: str, found: list[Named]) -> bool:
    """A line that names parties but tells a story: 原告张三与被告李四买卖合同纠纷一案…, 原告X公司（以下简称…）不服…"""
    rest = re.sub(r"^(?: *\([^()]*\))+", "", text[found[-1].end :])[:60]
    return bool(
        re.match(r" *(?:与|诉|和|及|因|就|不服|对|为|于|向)(?!职|生|外)(?=[^,。:]{2})", rest)
    ) or bool(re.search(r"一案,|诉称|辩称|向本院提[出起]", rest) and not re.search(r"住|男|女|\d{4}年", rest))


def _tells_of_the_suit(text: str) -> bool:
    """A line that speaks of the suit before it has said anything of a person: 原告甲、乙诉被告丙继承纠纷一案…, 原告甲诉称…"""
    told = _SUIT.search(text)
    return told is not None and not _PERSONAL.search(text, 0, told.start())


def _agent_groups(text: str) -> list[tuple[list[str], str]]:
    """Names with what is said of them: 陈大文、李某,广东某律师事务所律师;何小明,该公司员工."""
    groups: list[tuple[list[str], str]] = []
    names: list[str] = []
    descriptor = ""
    tokens = _OUTSIDE_BRACKETS.findall(text)
    for position, token in enumerate(tokens):
        stripped = re.sub(r"^(?:均|分别|均系|系)(?=.{4})", "", token.strip())
        head = _head_of(stripped)
        if is_person_like(head) or (
            _FIRST_NAME.fullmatch(head)
            and is_plausible(head)
            and (not (groups or names) or _goes_on_as_list(head, tokens[position + 1 :]))
        ):
            if descriptor:
                groups.append((names, descriptor))
                names, descriptor = [], ""
            names.append(clean(head))
            descriptor += stripped[len(head) :]
        elif names:
            descriptor += "," + token.strip()
    if names:
        groups.append((names, descriptor))
    return groups


def _head_of(token: str) -> str:
    """The name at the start of a token, before a bracket or a blank: 张三(特别授权), 张三 广东某律师事务所律师."""
    head = re.split(r" *\(", token, maxsplit=1)[0]
    first = head.split(" ")[0]
    return first if len(first) > 1 and is_person_like(first) else clean(head)


def _goes_on_as_list(token: str, following: Sequence[str]) -> bool:
    """Whether a short word behind a name is another name whose family name no list holds."""
    if _NO_SECOND_NAME.search(token):
        return False
    if not following:
        return False
    return bool(_AFTER_LIST.match(following[0].strip())) or is_person_like(following[0].strip())


def _lawyers_among(names: list[str], descriptor: str) -> set[str]:
    """Who of `names` is a lawyer or legal worker; with 分别 each name has its own word."""
    if not _LAWYER.search(descriptor):
        return set()
    parts = [
        part for part in re.split(r"[,、]", descriptor) if _LAWYER.search(part) or _NOT_LEGAL.search(part)
    ]
    if "分别" in descriptor and len(parts) == len(names):
        return {name for name, part in zip(names, parts, strict=True) if _LAWYER.search(part)}
    return set(names)


def read_head(paragraphs: Sequence[Paragraph], start: tuple[int, int]) -> Head:
    """The head from (paragraph, source offset) `start` on, where court, kind and number have been read."""
    head = _Reader(start).read(paragraphs)
    sources = [(p.text, fold_for_comparison(p.text)) for p in paragraphs[start[0] : head.end[0] + 1]]
    at = 0
    known: dict[str, str] = {}
    for subject in head.subjects:
        subject.name, at = _as_written(subject.name, sources, at)
        for address in subject.addresses:
            if address not in known:
                known[address] = _as_written(address, sources, at)[0]
        subject.addresses = [known[address] for address in subject.addresses]
    return head


def _as_written(text: str, sources: Sequence[tuple[str, Folded]], first: int) -> tuple[str, int]:
    """A text read from a folded line with the brackets and digits of its source, and which source it is: `first` or the next one."""
    wanted = comparable(text)
    for index in (*range(first, len(sources)), *range(first)) if wanted else ():
        source, folded = sources[index]
        at = folded.text.find(wanted)
        if at >= 0:
            start, end = folded.source_span(at, at + len(wanted))
            return clean(source[start:end]), index
    return text, first
