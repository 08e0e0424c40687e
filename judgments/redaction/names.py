# ruff: noqa: E501, SIM905  (patterns and word lists read better unbroken)
"""A name as it stands after a label: cut out, cleaned, told apart from prose, a person told from an organisation (D10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from judgments.redaction.edition import PartyKind
from judgments.redaction.vocabulary import COMPANY_WORD, ORGANISATION
from liwan_court.privacy.surnames import COMPOUND, surname_of

HAN: Final = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af\ue000-\uf8ff〇"
_SEPARATORS: Final = ",。;、!?"
_HALF_WIDTH_STOP: Final = re.compile(rf"[{HAN})]\.(?![A-Za-z\d])")
_FIELD_START: Final = re.compile(
    r"(?:男|女)(?:$|[,\d 性]|19|20)|(?:性别|民族|汉族|[^,。]{1,4}族(?:$|[, ])|\d|[一二]九|生于|出生|住|户籍|现住|地址|身份证|公民身份|统一社会|组织机构|营业执照|注册|法定代表|负责人|经营者|"
    r"联系|电话|手机|系|职务|职业|工作单位|文化|无业|农民|工人|职员|籍贯|国籍|香港|澳门|台湾|委托|均|曾用名|又名|别名|绰号|因|原系|现羁押|现在押|邮编|执业|律师)"
)
_PROSE: Final = re.compile(
    r"诉称|辩称|述称|答辩|起诉|诉至|诉请|向本院|向法院|与被告|与原告|和被告|诉被告|及被告|一案|围绕|为支持|为证明|提交|到庭|不服|请求|主张|承认|未作|未提|判令|纠纷|经本院|经合法|"
    r"应当|应于|应在|不得|有权|认为|陈述|确认|的诉讼|的委托|的法定|及其|委托诉讼代理人|委托代理人|之间|支付|偿还|赔偿|提出|提起|负担|承担|上述|其中|签订|已|于\d|申请再审|申请追加|申请撤回|撤诉|提供|是否|名下|"
    r"被告人|被告单位|被申请|被执行|被上诉|依据|为由|以其|因与|犯[一-龥、]{2,20}罪|(?:公司|[厂店行社会局院部处校])以.{2}|^[一-龥·]{2,4}以.{4}"
)
_NOT_IN_NAME: Final = re.compile(
    r"\( *(?:以下|下|简|统|又|曾|别|绰|化|原名|原系|外号|英文|微信|经营者|业主|负责人|法定|身份|公民|原审|反诉|一审|二审|系|住|男|女|已|自报|名|统一|注册|出生|19|20|组织|营业|"
    r"本院|被告|原告|上诉|申请|第三人|护照|国籍|(?:香港|澳门|台湾|港澳)(?!\)[一-龥])|未成年|死亡|自称|实名|执业|联系|电话|手机|下同|其|均|乳名|小名|昵称|原企业|更名|变更|现名|前身)"
)
_KIN_TAIL: Final = re.compile(
    r"(?:夫妇|夫妻俩?|二人|两人|三人|四人|等(?:[一二两三四五六七八九十百\d]{1,4}[人户位])?人?)$"
)
_PERSON: Final = re.compile(rf"[{HAN}某×*xX]{{1,6}}\d{{0,2}}$")
_DOTTED: Final = re.compile(rf"[{HAN}A-Za-z]+(?:·[{HAN}A-Za-z]+)+$")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z .,'·&()-]{0,80}$")
_WEAK_ENDING: Final = re.compile(r"[行部站场馆所院社园城坊轩阁处队会室署庄铺吧舍档寺庙宫观局厂店]$")
_NOT_NAMES: Final = frozenset(
    "公民 汉族 满族 壮族 农民 工人 职员 无业 文盲 经理 律师 学生 教师 司机 干部 会计 居民 个体 职工 保安 单身 已婚 未婚 总经理 董事长 法人 同上 同前 同住 自由职业 退休 个体户 务工 经商 待业 员工 职工 "
    "特别授权 一般代理 一般授权 代理 农业 务农 高中文化 初中文化 小学文化 大专文化 大学文化 中专文化 本科文化 文员 财务 主管 出纳 厂长 店长 校长 院长 主任 局长 科长 处长 行长 村长 社长 科员 副局长 副主任 副经理 公职人员 法务 "
    "法律顾问 公司职员 该公司 公司员工 香港居民 中国公民 成年 男性 女性 原告 被告 离异 丧偶 丈夫 妻子 父亲 母亲 儿子 女儿 自报 不详 其他 到庭 未到庭 同被告 同原告 均系 执行董事 副总经理 监事 部长 经理人".split()
)
_TITLES: Final = re.compile(
    r"(?:人员|授权|文化|程度|主任|经理|所长|局长|处长|科长|院长|校长|董事|职员|员工|职务|律师|工作者|助理|顾问|代理|股东|区长|市长|镇长|书记|主席|会长|区委|干部|公民|教师|工程师)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a folded line at [start, end): `bracket` is what stood in brackets right behind it."""

    name: str
    start: int
    end: int
    bracket: str = ""


@lru_cache(maxsize=1024)
def clean(raw: str) -> str:
    """`raw` without invisible characters and padding; blanks stay between Latin words only."""
    text = re.sub(r"[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]", "", raw)
    text = re.sub(r"\s+", " ", text).strip(" :：")
    return re.sub(r"(?<![A-Za-z.,]) | (?![A-Za-z(])", "", text)


@lru_cache(maxsize=1024)
def is_person_like(text: str) -> bool:
    """Whether `text` alone could be the name of a person: family name and one to three characters, or dotted, or masked."""
    compact = text.replace(" ", "")
    if compact in _NOT_NAMES or _TITLES.search(compact):
        return False
    if _DOTTED.match(compact):
        return True
    if not re.fullmatch(rf"[{HAN}某×*xX]{{2,4}}\d{{0,2}}", compact):
        return False
    surname = surname_of(compact)
    return surname is not None and len(re.sub(r"\d", "", compact)) <= len(surname) + 2


@lru_cache(maxsize=1024)
def kind_of(name: str) -> PartyKind:
    """Person or organisation, by the ending: 张子轩 ends like a shop and is a person all the same."""
    compact = name.replace(" ", "")
    if (
        is_person_like(compact)
        and (len(compact) <= 3 or compact[:2] in COMPOUND)
        and _WEAK_ENDING.search(compact)
    ):
        return "person" if len(compact) <= 3 or compact[:2] in COMPOUND else "organisation"
    if ORGANISATION.match(compact) or COMPANY_WORD.search(compact):
        return "organisation"
    if _LATIN.match(name) and re.search(
        r"\b(?:ltd|limited|inc|co|corp|company|llc|gmbh|group|bank)\b", name, re.IGNORECASE
    ):
        return "organisation"
    if (
        re.fullmatch(rf"[{HAN}A-Za-z\d()（）]+", compact)
        and len(compact) > 6
        and "·" not in compact
        and re.search(rf"[{HAN}]", compact)
    ):
        return "organisation"
    return "person"


@lru_cache(maxsize=1024)
def is_plausible(name: str) -> bool:
    """Whether what stands behind a party's label can be a name rather than running prose (原告X诉称…)."""
    compact = name.replace(" ", "")
    if not compact or len(compact) > 60 or compact in _NOT_NAMES or re.fullmatch(r"[\d.,:]+", compact):
        return False
    organisation = bool(ORGANISATION.match(compact)) and len(compact) > 3
    prose = _PROSE.search(compact)
    if prose and not (organisation and prose.group() in {"已", "确认", "提供", "主张"}):
        return False
    return organisation or bool(
        _PERSON.match(compact)
        or _DOTTED.match(compact)
        or _LATIN.match(name)
        or re.fullmatch(rf"[{HAN}A-Za-z\d()·&.'-]{{2,40}}", compact)
    )


def _skip(text: str, position: int) -> int:
    """The first place from `position` on that is no blank and no colon."""
    while position < len(text) and text[position] in " :":
        position += 1
    return position


def _chunk_end(text: str, start: int) -> int:
    """Where the name's chunk ends: the first separator outside brackets."""
    depth = 0
    for index in range(start, len(text)):
        character = text[index]
        if character in "([":
            depth += 1
        elif character in ")]":
            if depth == 0:
                return index
            depth -= 1
        elif depth == 0 and (
            character in _SEPARATORS
            or (character == ":" and index > start)
            or (character == "." and _HALF_WIDTH_STOP.match(text, index - 1))
        ):
            return index
    return len(text)


def _without_fields(text: str, start: int, end: int) -> int:
    """Cuts the chunk where, behind a blank, a field begins: 张三 男 1980年…"""
    for blank in re.finditer(r" +", text[start:end]):
        position = start + blank.end()
        head = text[start : start + blank.start()].replace(" ", "")
        if len(head) >= 2 and _FIELD_START.match(text, position, end):
            return start + blank.start()
        if (
            ORGANISATION.match(head)
            and len(head) > 5
            and not ORGANISATION.match(text[start:end].replace(" ", ""))
        ):
            return start + blank.start()
    return end


def _split_bracket(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the name ends before a bracket that is no part of it, and what the bracket says."""
    for opening in re.finditer(r"\(", text[start:end]):
        at = start + opening.start()
        closing = text.find(")", at)
        inner = text[at + 1 : closing if 0 <= closing < end else end]
        behind = text[closing + 1 : end].strip() if closing >= 0 else ""
        if at == start:
            continue
        if _NOT_IN_NAME.match(text, at):
            return at, inner
        if not behind and not re.search(r"合伙|店|部|公司|厂|集团|中国|有限|协会", inner):
            return at, inner
    return end, ""


def _strip_tails(text: str, start: int, end: int) -> int:
    compact_end = end
    while tail := _KIN_TAIL.search(text[start:compact_end]):
        if tail.start() < 2:
            break
        compact_end = start + tail.start()
    name = text[start:compact_end].replace(" ", "")
    rest = text[compact_end : compact_end + 24]
    if (
        len(name) in (3, 4)
        and name[-1] in "男女"
        and is_person_like(name[:-1])
        and not re.match(r" *,? *[男女]", rest)
    ):
        compact_end = start + text[start:compact_end].rindex(name[-1])
    return compact_end


def read_names(text: str, start: int) -> Iterator[Named]:
    """The names at `start` of a folded line: one, or a list with 、 ; , between them; stops before the first field."""
    position, first = start, True
    while position < len(text):
        position = _skip(text, position)
        end = _chunk_end(text, position)
        cut = _without_fields(text, position, end)
        name_end, bracket = _split_bracket(text, position, cut)
        name_end = _strip_tails(text, position, name_end)
        name = clean(text[position:name_end])
        if not (is_plausible(name) if first else _continues_list(name, text, position)):
            return
        yield Named(name, position, name_end, bracket)
        if cut < end or end >= len(text) or text[end] not in "、;,":
            return
        if text[end] == "," and not _comma_lists(name, text, end + 1):
            return
        position, first = end + 1, False


def _continues_list(name: str, text: str, position: int) -> bool:
    if _FIELD_START.match(text, position) and not is_person_like(name):
        return False
    return is_plausible(name) and (is_person_like(name) or kind_of(name) == "organisation" or "·" in name)


def _comma_lists(previous: str, text: str, position: int) -> bool:
    """Whether a comma goes on with a list: only another organisation, or another person in a list of bare names."""
    position = _skip(text, position)
    if _FIELD_START.match(text, position):
        return False
    following = text[position : _chunk_end(text, position)].strip()
    if re.match(r"住|地址|营业|经营|注册|法定|负责|统一|组织|主要", following):
        return False
    if kind_of(previous) == "organisation":
        return (
            bool(ORGANISATION.match(following))
            and kind_of(following) == "organisation"
            and not re.search(r"[省市区县].*(?:路|街|巷|号|楼|层)", following)
        )
    return is_person_like(following) and len(following) in (2, 3)
