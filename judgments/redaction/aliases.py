# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Other names of the parties that the document declares (traps 14–15, 29–34, 38–39); `short_forms` finds those it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from judgments.redaction.short_forms import without_region
from judgments.redaction.subjects import Subject
from judgments.redaction.vocabulary import ORGANISATION, ROLES
from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison
from liwan_court.privacy.matching import Matcher

_ONLINE: Final = r"(?:微信|QQ|微博|抖音|快手|小红书|淘宝|闲鱼|知乎|豆瓣|贴吧|论坛|网络|直播|平台|游戏|社交)?(?:昵称|网名|用户名|账号名称?|帐号名称?|账户名|帐户名|会员名|注册名|主播名|店铺名|网店名)|微信名|微博名|抖音名|QQ名|网店名称|(?:微信|抖音|快手|微博|QQ)(?:账号|帐号|号)(?:名称)?"
_OTHER_NAMES: Final = (
    rf"{_ONLINE}|又名|又叫|又称|亦名|亦称|曾用名|曾用姓名|曾用过的?名字?|别名|别称|别号|绰号|外号|花名|诨名|化名|笔名|艺名|法名|法号|俗名|俗称|人称|原名称|原姓名|原名|本名|真名|真实姓名|原企业名称|原字号|原系|更名前为|小名|乳名|"
    r"(?:中文|外文|英文|法文|日文|韩文|葡文|俄文|德文|阿拉伯文|汉语|拼音|护照|登记|身份证)(?:译名|名称|名字|姓名|名)|汉名|译名|音译名?|中译名?|英译名?|婚前姓名|自报姓名|自称|现更名|现名|变更前(?:名称)?|变更后(?:名称)?"
)
_MARKER: Final = re.compile(
    rf"(?P<marker>(?:以下|下文|以下均|下称|下)?(?:分别|依次)?(?:简称|称)(?:为)?|{_OTHER_NAMES})(?:为|系|是|叫|即)?·?[::]?"
)
_SHORT: Final = re.compile(r"(?:以下|下文|以下均|下称|下)(?:分别|依次)?(?:简称|称)?|(?:分别|依次)?简称")
_VALUE: Final = re.compile(r'"?(?P<value>[^"(),。,;:!?]{1,60})"?')
_NOT_PARTY: Final = re.compile(
    r"(?:险|合同|协议|协议书|房屋|车辆|项目|工程|地块|商铺|厂房|房产|租赁物|物业|款项|法|条例|规定|解释|办法|通则|总则|决定|判决|裁定|纪要|证|函|书|款|案|标的|路段|设备|系统|商标|专利|作品|软件|贷款|借款|货物|产品|通知|意见|公约|土地|场地|车位|该房|股权|小区|单据|清单|事故|债权|法定代表人|负责人|经营者|控制人|股东|经理|员工|职员|会计|人员|会员|法院|检察院)$"
)
_NOT_NAMES: Final = frozenset(
    (
        *ROLES,
        "甲方",
        "乙方",
        "丙方",
        "丁方",
        "本院",
        "我院",
        "一审法院",
        "原审法院",
        "二被告",
        "两被告",
        "三被告",
        "被告方",
        "原告方",
        "各被告",
        "双方",
        "二原告",
        "两原告",
        "出租方",
        "承租方",
        "买方",
        "卖方",
        "供方",
        "需方",
        "发包方",
        "承包方",
        "贷款人",
        "借款人",
        "保证人",
        "抵押人",
    )
)
_GENERAL: Final = re.compile(r"^(?:涉案|案涉|该|诉争|上述|本案|系争|讼争|《)")
_ALWAYS_PERSONAL: Final = re.compile(rf"{_OTHER_NAMES}|自报|原企业|更名")
_HELD_BY: Final = re.compile(
    r"(?:的|使用|以|注册|名下|所|持有|及其|本人|在|于|新浪|腾讯|微博|抖音|快手|微信|小红书|淘宝|知乎|平台|网络|论坛|QQ|群|上|内|中|开设|开通|实名|认证|账号|帐号|账户|号|为|是|系|,){0,12}"
)
_TRADES: Final = (
    re.compile(
        r'(?:系|是|为|[(,、](?:系|是|为)?)(?:原)?(?:个体工商户|个体户|个体经营户)?[:]?"?(?P<trade>[^"(),。;:、]{4,32}?)"?(?:的)?(?:实际|登记)?(?:经营者|业主|经营人|开办者|开办人|投资人|个体经营者|户主)'
    ),
    re.compile(
        r'(?:经营|开办|开设|登记设立|设立|创办|投资)(?:了|有|的)?(?:(?:个体工商户|个体户|店铺|商铺|商店|字号|名称|店名|招牌|商号|网店)(?:名称?)?(?:为|是|系|叫|:)?){0,3}"(?P<trade>[^"]{2,30})"'
    ),
    re.compile(
        r'(?<![一-龥]无)(?:字号|商号|店名|店铺名称|招牌|个体工商户)(?:名称?)?(?:为|是|系|叫|:)?"?(?P<trade>[^"(),。;:、]{3,30})"?'
    ),
    re.compile(
        r'(?:经营|开办|开设)(?!者|人|场所|地|范围|期限|管理|部|方式|状况)(?:了|有)?(?P<trade>[^"(),。;:、]{3,30})(?=[,。;)、])'
    ),
    re.compile(r'以"(?P<trade>[^"]{2,30})"(?:的)?(?:名义|字号|名称|商号|招牌)'),
)
"""How the head names the trade of a party who is a person: 系X经营者, 经营“X”, 字号X, X业主 (in brackets)."""
_NO_TRADE: Final = re.compile(r"^(?:该|本|其|原告|被告|上述|前述|涉案|第三人|个体|自己)|法院|检察院")
_KIN: Final = re.compile(
    r"[一-龥·]{2,8}(?:之|的)(?:长|次|养|继)?(?:儿子|女儿|妻子|丈夫|父亲|母亲|[子女妻夫父母兄弟姐妹孙])(?P<name>[一-龥]{2,4})"
)
_LONGEST_LINE: Final = 600
"""How far before its marker an alias' owner is looked for."""


def _owners(folded: str, at: int, names: dict[str, Subject], matcher: Matcher) -> list[Subject]:
    """Whose alias stands at `at`: the party named right before the bracket, several where they are listed."""
    opening = folded.rfind("(", max(0, at - 90), at + 1)
    before = folded[max(0, (opening if opening >= 0 else at) - 240) : opening if opening >= 0 else at]
    hits = matcher.find(before)
    owners: list[Subject] = []
    end = len(before)
    for hit in reversed(hits):
        gap = before[hit.end : end]
        if owners and not re.fullmatch(r"[、,和与及]|以及", gap):
            break
        if (
            not owners
            and len(gap) > 0
            and not re.fullmatch(r"[等共二两三四五六七八九十]{1,4}人?|\([^()]*\)", gap)
        ):
            break
        owners.insert(0, names[hit.needle])
        end = hit.start
    return owners


def _values(folded: str, start: int) -> Iterator[str]:
    """The values behind a marker: one, or several with 、 between them."""
    position = start
    while match := _VALUE.match(folded, position):
        for value in re.split(r"[、/]", match["value"]):
            yield value.strip('"')
        if not folded.startswith('、"', match.end()):
            return
        position = match.end() + 1


def _usable(value: str) -> bool:
    return (
        bool(value)
        and value not in _NOT_NAMES
        and not _NOT_PARTY.search(value)
        and not _GENERAL.match(value)
        and len(value) <= (60 if value.isascii() else 30)
    )


def _insurer(value: str, subjects: Sequence[Subject]) -> bool:
    """Whether what ends like a policy is short for an insurer that is a party: 平澜保险, not 交强险."""
    return value.endswith("险") and any(
        len(local := without_region(subject.name)) > 4 and value[:2] == local[:2]
        for subject in subjects
        if subject.kind == "organisation"
    )


def declare_aliases(texts: Sequence[str], subjects: Sequence[Subject], head: set[int]) -> None:
    """Adds to the subjects every alias that the document declares behind one of their names.

    `texts` are the paragraphs, `head` the indices of those in the head, where an alias behind other details belongs to the party
    whose line it stands in.
    """
    _declare_kin(subjects)
    names = {comparable(name): subject for subject in subjects for name in subject.names()}
    matcher = Matcher(names)
    for index, text in enumerate(texts):
        if index in head:
            _declare_trades(text, names, matcher)
        if not re.search(r"称|名|号|报|原系|译", text):
            continue
        folded = fold_for_comparison(text)
        for marker in _MARKER.finditer(folded.text):
            stated = list(_values(folded.text, marker.end()))
            values = [v for v in stated if _usable(v) or _insurer(v, subjects)]
            if not values or not _is_declaration(folded.text, marker):
                continue
            owners = _owners(folded.text, marker.start(), names, matcher)
            before = folded.text[max(0, marker.start() - _LONGEST_LINE) : marker.start()]
            if not owners and re.fullmatch(_ONLINE, marker["marker"]):
                owners = _holder(before, names, matcher)
            if not owners and index in head:
                owners = _owner_of_line(before, names, matcher)
            for position, owner in enumerate(owners):
                own = values if len(owners) == 1 else values[position : position + 1]
                for value in own:
                    owner.add_alias(_as_written(text, folded, folded.text.find(value, marker.end()), value))


def _declare_kin(subjects: Sequence[Subject]) -> None:
    """A party introduced as a relative (沈立平之子沈小平) also goes by the name at the end."""
    for subject in subjects:
        if kin := _KIN.fullmatch(comparable(subject.name)):
            subject.add_alias(kin["name"])


def _declare_trades(text: str, names: dict[str, Subject], matcher: Matcher) -> None:
    """Adds to a person in the head the shop or firm he runs: it points at him as his name does."""
    folded = fold_for_comparison(text)
    for pattern in _TRADES:
        for match in pattern.finditer(folded.text):
            trade = match["trade"]
            if _NO_TRADE.search(trade) or not (
                ORGANISATION.match(trade) or folded.text[match.start("trade") - 1] == '"'
            ):
                continue
            before = folded.text[max(0, match.start() - _LONGEST_LINE) : match.start()]
            owners = _owner_of_line(before, names, matcher)
            if owners and owners[0].kind == "person":
                owners[0].add_alias(_as_written(text, folded, match.start("trade"), trade))


def _holder(before: str, names: dict[str, Subject], matcher: Matcher) -> list[Subject]:
    """Whose account it is: the party named last in the clause, or the only one who has the role named there."""
    clause = re.split(r"[。;]", before)[-1]
    hits = matcher.find(clause)
    if hits and _HELD_BY.fullmatch(clause[hits[-1].end :]):
        return [names[hits[-1].needle]]
    parties = list({id(s): s for s in names.values() if s.group == "party"}.values())
    for party in parties:
        role = re.sub(r"[（(].*", "", party.role)
        alone = sum(other.role.startswith(role) for other in parties) == 1
        if alone and (at := clause.rfind(role)) >= 0 and _HELD_BY.fullmatch(clause[at + len(role) :]):
            return [party]
    return []


def _as_written(text: str, folded: Folded, at: int, value: str) -> str:
    if at < 0 or not value:
        return value
    start, end = folded.source_span(at, at + len(value))
    return re.sub(r"\s+", " ", text[start:end]) if value.isascii() else re.sub(r"\s", "", text[start:end])


def _is_declaration(folded: str, marker: re.Match[str]) -> bool:
    """统称 is no alias; 称 alone is speech; 简称 needs a bracket or a comma before it."""
    word = marker["marker"]
    if (
        folded[max(0, marker.start() - 1) : marker.start()] in ("统", "诉", "辩", "述", "自", "通")
        and "简称" not in word
    ):
        return False
    if word in ("称", "称为"):
        return False
    before = folded[max(0, marker.start() - 1) : marker.start()]
    return bool(_ALWAYS_PERSONAL.search(word)) or before in "(,、;。" or before == ""


def _owner_of_line(before: str, names: dict[str, Subject], matcher: Matcher) -> list[Subject]:
    hits = [hit for hit in matcher.find(before) if names[hit.needle].group in ("party", "victim")]
    return [names[hits[-1].needle]] if hits else []
