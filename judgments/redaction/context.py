# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Whether a place where a short name stands is the person, another word, or not to be decided by a machine (traps 6–11, 19).

Names of three and more characters are the person wherever they stand. A name of two characters may be a common word (高明), a part of
a place or of an organisation (高明区, 平安保险公司), or arise where two words meet (提高明显): the words around it decide, and where
they do not, a person has to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from judgments.redaction.lexicon import BEGINNING_INSIDE, COMMON_WORDS, ENDING_IN_SURNAME, FUNCTION_SURNAMES
from judgments.redaction.vocabulary import AGENTS, BENCH, REPRESENTATIVES, ROLES

Verdict = Literal["mask", "keep", "doubt"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with one place, and why."""

    verdict: Verdict
    reason: str = ""


_MASK: Final = Decision("mask")
_WITNESSES: Final = (
    "证人",
    "案外人",
    "保证人",
    "担保人",
    "借款人",
    "贷款人",
    "出租人",
    "承租人",
    "买受人",
    "出卖人",
    "被继承人",
    "继承人",
    "受害人",
    "死者",
    "伤者",
    "司机",
    "驾驶员",
    "债务人",
    "债权人",
    "合伙人",
    "股东",
    "被害人",
    "受让人",
    "转让人",
    "委托人",
    "受托人",
    "投保人",
    "被保险人",
    "受益人",
    "工人",
    "丈夫",
    "妻子",
    "父亲",
    "母亲",
    "儿子",
    "女儿",
    "监护人",
    "之父",
    "之母",
    "之妻",
    "之夫",
    "之子",
    "之女",
    "本人",
    "姓名",
    "户名",
    "名为",
    "叫做",
)
_LABEL_BEFORE: Final = re.compile(
    rf"(?:{'|'.join(sorted((*ROLES, *REPRESENTATIVES, *AGENTS, *_WITNESSES), key=len, reverse=True))})(?:\([^()]{{0,20}}\))?[一二三四五\d]?:?$"
)
_BENCH_BEFORE: Final = re.compile(rf"(?:{'|'.join(sorted(BENCH, key=len, reverse=True))}|法官):?$")
_PLACE: Final = re.compile(
    r"[东西南北中新大小一二三四五六七八九十]{0,2}(?:区(?!分|别)|县|镇|乡(?!下)|村(?!里|民|委)|路(?!过|上|口|遇|经|径|程)|街(?!头|上|坊)|大道|巷|社区|大桥|市(?!场|民)|省(?!得|去|略)|广场|公园|大厦|花园|小学|中学|大学|新村|小区|码头|机场)"
)
_WEAK_PLACE: Final = re.compile(r"[东西南北中新大小]?(?:山|湖|河|江|城|站|桥|涌|岛|里|坊|楼|苑|园)")
_STOP: Final = "与和向在的系为将及是于诉对由从以因经被把给到至称已未应请提支付偿还签借欠收出交作"
_ORGANISATION: Final = re.compile(
    rf"[^{_STOP},。;:!?\"×、]{{0,12}}?(?:公司|银行|保险|公证处|事务所|医院|学校|集团|厂|人民法院|检察院|公安局|派出所|政府|幼儿园|酒店|超市|商行|经营部|税务局|工商局|分局|支行|小学|中学)"
)
_SPEAKS: Final = re.compile(
    r"(?:[诉辩述陈]?称|签[字名订署收]|支付|偿还|归还|承担|负担|借[款到给]|向|与|和|跟|同|、|等|未到庭|未作|到庭|的(?:委托|法定|诉讼|父|母|妻|丈|儿|女|房|银行|账|帐|身份|户|遗|配偶|名|行为|主张|意见|申请|起诉|上诉|请求|抗辩|陈述|个人|车|住|股|财产)|"
    r"身份证|系|所|于|名下|共同|应|已|未|不服|申请|起诉|上诉|享有|赔偿|返还|交付|驾驶|因|在|是|为|将|提供|提交|出具|收到|主张|陈述|承认|认为|经|之|继续|拖欠|欠|尚欠|转账|到期|退还|交|给|购|租|承租|离|本人|夫妇|夫妻|先生|女士|及|以|对|从|被|把|又|均|也|亦|没有|不|有|负有|确认|持有|死亡|受伤|介绍|转|汇|售|卖|买|领|使用|居住|占|拆|发|打|付|还|收|写|拿|去|来|说|要|问|找|告|代|垫|处|方|个人|则|才|就|只|仅|曾|再|仍|故|按|依|通过|自|另|受|作为|开办|经营|投资|入股|担任|任|乘|撞|住|入院|出院|合伙|结婚|登记|抵押|质押|担保|保证|取得|继承|独任|委托|违反|拒绝|隐瞒|明知|继|称|诉|辩|述|与|至|退|离|立|签|报|参|请|同意|配合|擅自|虽|若|如|需|须|可|能|会|想|让|叫|带|找|见|知|承|放弃|"
    r"\((?:以下|又名|曾用|男|女|身份|公民|原告|被告|系|已))"
)
_CASE_NAME: Final = re.compile(r"[一-龥、]{2,22}?(?:纠纷|一案|罪)")
_LEFT_VERBS: Final = re.compile(
    r"(?:[与和及给向由被对是为即系诉予欠将把从跟同让请令归了、,。;:(\"“×|]|查封|冻结|扣划|扣押|拍卖|划拨|追加|变更|执行|拘留|传唤|送达|逮捕|判处|指控|殴打|伤害|欺骗|询问|委托|聘请|雇佣|雇请|联系|通过|判令|要求|请求|准许|驳回|通知|传唤|同意|属于|登记在|查明|认为|借给|找到|称|因|经|且|但|故|并|而|据|至|在|于|替|代|约|姓名)$"
)
_RIGHT_BREAK: Final = re.compile(r"[,。;:、)\"!?(]|$")
_PERSON_LEFT: Final = re.compile(
    r"(?:受理|[与和跟同向由对被给替让请]|归还|偿还|返还|退还|清偿|付给|指定|认定|判令|判决|准许|驳回|起诉|委托|要求|通知|传唤|抚养|赡养|扶养|监护|打伤|撞伤|殴打|起诉|联系|找到|欠|借到|收到|告知|陪同|护送|雇请|雇佣|聘请|解雇|辞退|以及|经|据)$"
)
_OBJECT_LEFT: Final = re.compile(
    r"(?:委托|起诉|雇请|雇佣|聘请|解雇|辞退|打伤|撞伤|撞倒|殴打|告知|陪同|护送|搀扶|借到|借给|付给|转给|交给|找到)了?$"
)
"""Verbs whose object is somebody: the word behind them is the party."""
_PERSON_RIGHT: Final = re.compile(
    r"花费|花去|支出|垫付|婚姻|婚后|婚前|再婚|通过(?:银行|微信|支付宝|转账|他人|手机|网上|现金)|借款|欠款|还款|转款|汇款|付款|收款|的监护|为(?:×|其|原告|被告|本案|监护|受益|共同|户主)|×|先后|当日|当时|随后|后来|到案|受伤|死亡|入职|离职|辞职|上班|回家|出生|去世|出资|欲|便|并|虽|未能|拒|名下|回复|答复|回应|表示|声明|否认|催[收讨促要]|人民币|现金|多次|两次|相[碰撞]|碰撞|[左右](?:手|脚|腿|臂|肩|膝|踝|眼)|头部|面部|骨折|书面|口头|当庭|自愿|自认|确实|无|有权|无权|存在|户籍|账户|一方|个人|等人|二人|两人"
)
_DEGREE: Final = re.compile(r"(?:很|较|更|不|最|十分|非常|极|比较|手段|技术|技艺|医术)$")
_SKILL: Final = re.compile(r"(?:的|之)(?:手段|技|医|做法|办法|方法|骗|见解|设计|决策|水平|处|艺)")

_NUMERALS: Final = "一二三四五六七八九十百千万两"
_ALONE_LEFT: Final = re.compile(r"[,。;:、!?\"()|×]$")
_LETTER_OF_THING: Final = re.compile(
    r"[栋幢座楼区室房梯铺档馆型类级款股照证轮版面段卡车组项线口门号张表图]|单元|[\d./_-]"
)
_THING_LETTERED: Final = re.compile(
    r"(?:[\d./_-]|附件|证据|方案|附表|附图|[图表第]|选项|型号|车型|车牌号?|尺码|编号|等级)$"
)
_REGION_LEFT: Final = re.compile(r"(?:[省市区县镇]|广东|广州|佛山|深圳|东莞|中山|珠海|北京|上海|香港)$")
_INSTITUTION: Final = re.compile(
    rf"[^{_STOP},。;:!?\"×、()]{{0,6}}?(?:公证处|医院|卫生院|门诊部|学校|小学|中学|大学|学院|幼儿园|派出所|公安局|敬老院|养老院|银行(?![账帐卡存])|保险(?=公司|股份))"
)
_INSTITUTION_ALONE: Final = re.compile(
    r"(?:公证处|(?:人民|中医|专科)?医院|卫生院|小学|中学|大学|幼儿园|派出所)"
)
"""Institutions that bear a name: 南粤公证处, 广州市康泰医院 say nothing of a person called 南粤 or 康泰 (traps 8, 11)."""


def needs_context(name: str) -> bool:
    """Whether the folded `name` is too short to be the person wherever it stands."""
    return len(name) <= 2


def is_common_word(name: str) -> bool:
    """Whether the folded `name` is a word of the language as well."""
    return name in COMMON_WORDS


def decide(name: str, text: str, start: int, end: int) -> Decision:
    """What `name` at [start, end) of the folded `text` is."""
    left, right = text[max(0, start - 24) : start], text[end : end + 24]
    if _BENCH_BEFORE.search(left):
        return Decision("keep", "审判人员")
    if not needs_context(name):
        return _MASK
    if _LABEL_BEFORE.search(left) and not _ORGANISATION.match(right):
        return _MASK
    if len(name) == 1:
        return _decide_character(name, left, right)
    if _PLACE.match(right):
        return Decision("keep", "地名")
    if is_common_word(name):
        return _decide_word(left, right)
    return _decide_crossing(name, left, right)


def _decide_character(name: str, left: str, right: str) -> Decision:
    """A name of one character or letter is itself only where it stands as a word of its own (trap 19)."""
    if name.isascii():
        alone = not (_LETTER_OF_THING.match(right) or _THING_LETTERED.search(left))
        alone = alone and not (left.endswith("(") and right.startswith(")"))
    else:
        bounded = not left or bool(_ALONE_LEFT.search(left)) or bool(_PERSON_LEFT.search(left))
        alone = bounded and bool(
            _RIGHT_BREAK.match(right) or _SPEAKS.match(right) or _PERSON_RIGHT.match(right)
        )
        alone = alone and name not in FUNCTION_SURNAMES and name not in _NUMERALS
    return _MASK if alone else Decision("keep", "单字,不是称谓后的姓名")


def _decide_word(left: str, right: str) -> Decision:
    named_before = not left or bool(_LEFT_VERBS.search(left)) or bool(_PERSON_LEFT.search(left))
    if named_before and re.match(r"通过(?:银行|微信|支付宝|转账|他人|手机|网上|现金)|向|与|和|×", right):
        return _MASK
    if _ORGANISATION.match(right) or _WEAK_PLACE.match(right):
        return Decision("keep", "其他单位或者地方的名称")
    if _SKILL.match(right) or _DEGREE.search(left):
        return Decision("keep", "普通词语")
    if _OBJECT_LEFT.search(left) or (left.endswith("的") and _PERSON_RIGHT.match(right)):
        return _MASK
    bounded_left = not left or bool(_LEFT_VERBS.search(left)) or bool(_LABEL_BEFORE.search(left))
    speaks = bool(_SPEAKS.match(right) or _CASE_NAME.match(right) or _PERSON_RIGHT.match(right))
    bounded_left = bounded_left or bool(_PERSON_LEFT.search(left))
    if bounded_left and (speaks or _RIGHT_BREAK.match(right)):
        return _MASK
    if _PERSON_LEFT.search(left) and re.match(r"的(?!价|质|重|数|纯|成色|含量|方式|标准|规定|要求)", right):
        return _MASK
    if not bounded_left and not speaks:
        return Decision("keep", "普通词语")
    return Decision("doubt", "与常用词相同")


def _decide_crossing(name: str, left: str, right: str) -> Decision:
    placed = _REGION_LEFT.search(left) or _INSTITUTION_ALONE.match(right)
    if placed and _INSTITUTION.match(right) and not _LABEL_BEFORE.search(left):
        return Decision("keep", "其他单位或者地方的名称")
    crosses_left = left[-1:] + name[0] in ENDING_IN_SURNAME
    crosses_right = name[-1] + right[:1] in BEGINNING_INSIDE
    if crosses_left and crosses_right:
        return Decision("keep", "跨词,不是姓名")
    if crosses_right and name[0] in FUNCTION_SURNAMES:
        return Decision("doubt", "可能跨词")
    if crosses_left and not (_SPEAKS.match(right) or _RIGHT_BREAK.match(right)):
        return Decision("doubt", "可能跨词")
    return _MASK
