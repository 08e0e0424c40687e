# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Short forms of parties that nobody declared (traps 35, 37, 42): a firm's trade name, an agency's initials, one word of a foreign name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from judgments.redaction.edition import PartyKind
from judgments.redaction.subjects import Subject
from judgments.redaction.vocabulary import ORGANISATION
from liwan_court.privacy.folding import comparable, fold_for_comparison

_REGION_NAMES: Final = (
    r"中国|中华|全国|(?:[一-龥]{2,3}?(?:省|市|自治区|自治州|区|县|镇))+|北京|上海|天津|重庆|广东|广西|广州|深圳|佛山|东莞|中山|珠海|惠州|江门|肇庆|清远|汕头|湛江|茂名|荔湾|越秀|海珠|天河|白云|黄埔|番禺|花都|南沙|增城|从化|"
    r"湖南|湖北|江西|江苏|浙江|福建|海南|四川|贵州|云南|山东|山西|河南|河北|陕西|甘肃|青海|辽宁|吉林|黑龙江|安徽|内蒙古|宁夏|新疆|西藏|香港|澳门|杭州|南京|成都|武汉|长沙|厦门|福州|"
    r"石家庄|太原|呼和浩特|沈阳|大连|长春|哈尔滨|苏州|无锡|常州|南通|徐州|扬州|宁波|温州|嘉兴|绍兴|金华|台州|合肥|芜湖|泉州|漳州|莆田|南昌|赣州|九江|济南|青岛|烟台|潍坊|临沂|郑州|洛阳|南阳|襄阳|宜昌|荆州|株洲|湘潭|衡阳|岳阳|常德|郴州|永州|怀化|"
    r"韶关|河源|梅州|汕尾|阳江|潮州|揭阳|云浮|南宁|柳州|桂林|梧州|北海|玉林|贵港|海口|三亚|绵阳|德阳|宜宾|南充|贵阳|遵义|昆明|曲靖|大理|拉萨|西安|咸阳|宝鸡|兰州|西宁|银川|乌鲁木齐|唐山|保定|廊坊|秦皇岛|邯郸|包头|鞍山|吉林|大庆|顺德|南海|禅城|三水|高明|蓬江|新会"
)
_REGION: Final = re.compile(rf"^(?:{_REGION_NAMES})+")
_BANKS: Final = r"[一-龥]{2}银行|[工农中建交招邮兴]行|[一-龥]{2}公司"
_BRANCH: Final = re.compile(r"[一-龥]{2}(?:支行|分行|分公司|营业部)$")
_INDUSTRY: Final = (
    r"建设|销售|贸易|商贸|贸易|实业|科技|投资|房地产|置业|开发|物业|管理|服务|装饰|装修|设计|工程|建筑|安装|餐饮|饮食|食品|服装|服饰|皮具|皮革|鞋业|制衣|纺织|电子|电器|信息|网络|广告|文化|传媒|传播|物流|运输|货运|快递|汽车|"
    r"机械|设备|五金|塑料|化工|医药|药业|医疗|器械|生物|能源|电力|环保|园林|农业|水产|酒店|旅游|教育|咨询|商业|经营|发展|国际|控股|集团|股份|资产|金融|融资|租赁|担保|保险|财务|典当|小额贷款|珠宝|首饰|玉器|茶业|茶叶|"
    r"印刷|包装|家具|建材|钢铁|材料|玩具|日用品|百货|商务|劳务|人力资源|技术|软件|通信|通讯|数码|影视|娱乐|体育|美容|化妆品|进出口|供应链|电子商务|百货|商业经营|企业|制造|加工|五金|维修|清洁|保安|停车场"
)
_SUFFIX: Final = r"(?:股份)?(?:有限责任|有限)?(?:公司|集团|合伙企业|厂|店|商行|经营部|中心|银行)"
_PLACE_STEM: Final = re.compile(r"[路街道巷村镇里坊涌]$")
_PLACE_BEHIND: Final = re.compile(
    r"(?:片区|地区|街道|社区|小学|中学|医院|法庭|派出所|沿线|一带|商圈|码头|车站|地铁|[一-龥]{0,2}(?:路|街|巷|村|镇|站|桥|区|里|坊)(?!里|里面|上门))"
)
_TRADE_NAME: Final = re.compile(
    rf"(?P<stem>[一-龥]{{2,6}}?)(?P<trade>(?:{_INDUSTRY})*)(?:[(][^()]*[)])?(?P<suffix>{_SUFFIX})(?:[一-龥]{{2,10}}(?:分公司|支行|分行|分店|营业部))?$"
)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An undeclared short form of a party's name as it stands in the text.

    It is masked in any case. `sure` where it fits one party only and still reads like a firm or an agency: a notice then;
    a bare trade name or one word of a foreign name may be something else and holds the document.
    """

    subject: Subject
    text: str
    paragraph: int
    sure: bool = False


def trade_name(name: str) -> tuple[str, str] | None:
    """The distinctive part of a company's name and its line of business: 粤阳建设集团有限公司 → (粤阳, 建设集团)."""
    folded = re.sub(r"\([^()]*\)", "", comparable(name))
    local = without_region(folded)
    match = _TRADE_NAME.match(local)
    if match is None or len(match["stem"]) < 2 or re.fullmatch(rf"(?:{_INDUSTRY})+", match["stem"]):
        return None
    return match["stem"], match["trade"]


def undeclared_short_forms(texts: Sequence[str], subjects: Sequence[Subject]) -> Iterator[ShortForm]:
    """Short forms of parties that nobody declared: 粤阳公司, a company's name without its region, the first part of 买买提·吐尔逊."""
    forms = list(_short_forms(texts, subjects))
    forms = [short for short in forms if not _belongs_to_a_shorter_name(short, forms)]
    fits: dict[str, set[int]] = {}
    for short in forms:
        fits.setdefault(comparable(short.text), set()).add(id(short.subject))
    for short in forms:
        form = comparable(short.text)
        whole = (
            bool(re.search(rf"(?:{_SUFFIX}|局)$", form)) or form[-2:] == comparable(short.subject.name)[-2:]
        )
        yield replace(short, sure=len(fits[comparable(short.text)]) == 1 and (whole or short.sure))


def _belongs_to_a_shorter_name(short: ShortForm, forms: Sequence[ShortForm]) -> bool:
    """Whether the form is short for a party whose whole name begins this party's: a firm and its 管理人 or its branch."""
    own, form = comparable(short.subject.name), comparable(short.text)
    return any(
        other.subject is not short.subject
        and comparable(other.text) == form
        and own.startswith(comparable(other.subject.name))
        for other in forms
    )


def _short_forms(texts: Sequence[str], subjects: Sequence[Subject]) -> Iterator[ShortForm]:
    known = _Known({comparable(name) for subject in subjects for name in subject.names()})
    folded = [fold_for_comparison(text) for text in texts]
    for subject in subjects:
        if subject.group != "party":
            continue
        seen: set[str] = set()
        patterns = [_short_pattern(subject.kind, subject.name)]
        patterns.extend(
            _short_pattern("organisation", alias) for alias in subject.aliases if ORGANISATION.match(alias)
        )
        for index, match in (
            (i, m) for p in patterns if p for i, text in enumerate(folded) for m in p.finditer(text.text)
        ):
            text = folded[index]
            form = match.group()
            if form in seen or known.holds(text.text, match) or _is_elsewhere(text.text, match):
                continue
            signboard = _is_signboard(text.text, match)
            if signboard or _is_shortened(form, subject):
                seen.add(form)
                start, end = text.source_span(match.start(), match.end())
                region_left_out = form == without_region(subject.name)
                yield ShortForm(subject, texts[index][start:end], index, sure=signboard or region_left_out)


def _is_signboard(folded: str, match: re.Match[str]) -> bool:
    """Whether a trade name stands in quotation marks of its own, with whatever behind it: a shop sign, an account's name."""
    around = folded[max(0, match.start() - 1) : match.start()], folded[match.end() : match.end() + 1]
    return around == ('"', '"') and len(match.group()) >= 2


def _is_elsewhere(folded: str, match: re.Match[str]) -> bool:
    """Whether the words are a place (荔湾区芳村片区) or the end of another agency's name (佛山市公安局), not a party (trap 42)."""
    form, left = match.group(), folded[max(0, match.start() - 8) : match.start()]
    right = folded[match.end() : match.end() + 8]
    if left.endswith('"') and re.match(r'[一-龥]{1,6}"', right):
        return True  # a part of a signboard, which is hidden as a whole
    if form.endswith("局"):
        return len(form) < 3 or bool(re.search(rf"(?:{_REGION_NAMES})$", left))
    if re.search(rf"{_SUFFIX}$", form):
        return False
    return bool(_PLACE_STEM.search(form) or re.search(r"[省市区县镇州]$", left) or _PLACE_BEHIND.match(right))


def _short_pattern(kind: PartyKind, name: str) -> re.Pattern[str] | None:
    """What may be a short form of a name: its stem, words of its own, the suffix; `_is_shortened` decides."""
    if kind == "person":
        words = [re.escape(word) for word in _foreign_words(name)]
        return (
            re.compile(rf"(?<![A-Za-z])(?:{'|'.join(words)})(?![A-Za-z])", re.IGNORECASE) if words else None
        )
    if branch := _BRANCH.search(comparable(name)):
        return re.compile(rf"(?:{_BANKS})?(?:{_REGION_NAMES})?{re.escape(branch.group())}")
    local = without_region(name)
    forms = [re.escape(local)] if len(local) >= 4 and local != comparable(name) else []
    bare = without_region(re.sub(r"[(][^()]*[)]", "", comparable(name)))
    if re.search(rf"{_SUFFIX}$|{_SUFFIX}[一-龥]{{2,10}}$", bare) and not re.match(rf"(?:{_INDUSTRY})", bare):
        forms.append(rf"{re.escape(bare[:2])}[一-龥]{{0,12}}?{_SUFFIX}")
    elif parts := trade_name(name):
        forms.append(rf"{re.escape(parts[0])}(?:{_INDUSTRY})*{_SUFFIX}")
    if not bare.endswith("局"):
        for stem in map(re.escape, _stems(bare)):
            forms.append(rf"{stem}[一-龥]{{0,6}}?{re.escape(bare[-2:])}")
            forms.append(rf'(?<="){stem}[一-龥]{{0,6}}(?=")')
    if parts := trade_name(name):
        forms.append(
            rf"{re.escape(parts[0])}(?:{_INDUSTRY})*(?![一-龥]{{0,10}}{_SUFFIX}|[一-龥]{{0,3}}[路街巷村])"
        )
    elif re.search(r"(?<!分)局$", bare) and len(bare) > 4:
        forms.append(rf"(?:{'?'.join(map(re.escape, comparable(name)[:-1]))}?)(?<=[一-龥]{{3}})局")
    return re.compile("|".join(forms)) if forms else None


def _stems(bare: str) -> list[str]:
    """The two characters that may be the distinctive part: the first, or those behind a town no list knows (虎门祺朗…)."""
    places = (0, 2) if len(bare) >= 6 else (0,)
    return [
        bare[at : at + 2] for at in places if len(bare) > 4 and not re.match(rf"(?:{_INDUSTRY})", bare[at:])
    ]


def _foreign_words(name: str) -> list[str]:
    """The words of a name that is written in several: a text goes on with one of them."""
    words = re.split(r"[·\s]+", re.sub(r"[（(].*", "", name).strip())
    return [word for word in words if len(word) >= (3 if word.isascii() else 2)] if len(words) > 1 else []


def _is_shortened(form: str, subject: Subject) -> bool:
    """Whether a form has nothing but characters of the name in their order: 鹏达公司 of 鹏达劳务派遣有限公司, not 鹏达贸易公司."""
    if subject.kind == "person" and subject.name.startswith(form):
        return True
    if form.lower() in (word.lower() for word in _foreign_words(subject.name)):
        return True
    return any(_in_order(form, comparable(name)) for name in subject.names()) or bool(
        _BRANCH.search(comparable(subject.name)) and _BRANCH.search(form)
    )


def _in_order(form: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in form)


def is_region(name: str) -> bool:
    """Whether a name is that of a place: 广州 in the name of a company says nothing about a person."""
    return bool(re.fullmatch(_REGION_NAMES, comparable(name)))


def without_region(name: str) -> str:
    """The folded name without the regions at its beginning."""
    folded = comparable(name)
    region = _REGION.match(folded)
    return folded[region.end() :] if region else folded


class _Known:
    """The names already known, and where in them a form stands."""

    def __init__(self, names: set[str]) -> None:
        self._names = names
        self._around: dict[str, list[tuple[str, int]]] = {}

    def holds(self, folded: str, match: re.Match[str]) -> bool:
        """Whether what was matched is a known name or stands inside one in the text."""
        form = match.group()
        if form not in self._around:
            self._around[form] = [(name, name.index(form)) for name in self._names if form in name]
        return form in self._names or any(
            match.start() >= offset and folded.startswith(name, match.start() - offset)
            for name, offset in self._around[form]
        )
