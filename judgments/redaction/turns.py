# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""What ends a pleading: evidence, an act of the court, the facts, and earlier proceedings that are only recited (R32, D21).

The patterns are for the folded words of one sentence with names as signs, matched at its beginning. A party may speak of an earlier
judgment of this court, so 本院 at the head of a sentence ends a passage only with a verb of the present proceedings.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from judgments.redaction.statements import NUMBERING, SUBJECT, bare

Turn = Literal["evidence", "assessed", "facts"]

_PAST: Final = r"(?:原审|一审|原一审|二审|原二审|原生效|原再审)"
_COURT: Final = r"(?:本院|法庭|合议庭|本庭)"
FACTS: Final = re.compile(
    rf"(?:归纳|综合|结合|根据)[^。:;]{{0,24}}(?:诉辩|主张|陈述|意见)[^。:;]{{0,24}}(?:事实|争议)|(?:对|就)(?:以下|下列)(?:案件)?事实[^。:;]{{0,8}}(?:没有|无|均无|不持)(?:争议|异议)|{NUMBERING}(?:(?:本案)?(?:经)?(?:再审|重审)(?:审理|审查)?(?:后)?,?(?:另|又|还)?(?:查明|认定|认为|查,)|(?:本案)?经(?:本院)?(?:依法)?(?:公开)?(?:开庭)?(?:公开)?审理,?(?:后)?,?(?:本院)?(?:依法)?(?:查明|认定|确认)|(?:本院)?经审查(?:查明|认定|确认|,)|经(?:本院)?(?:查|审查|庭审)(?:明|,|:|后|查明|审理)|本院(?:经审理|经审查|审理|经再审|再审|另|又|据此|依法|根据[^。]{{0,40}}|综合[^。]{{0,40}}|对[^。]{{0,60}}|结合[^。]{{0,40}})*(?:查明|认定|确认|认证|归纳|认为|审查|予以|采[信纳]|评[判析])|(?:审理|庭审|法院)查明|查明[:,]|查明事实|案件事实|"
    rf"(?:对|针对)?(?:根据|依据|结合|综合|基于)(?:本案|上述|以上|双方|当事人|各方|原、?被告|本院|庭审|查明|采信|到庭|原告|有效|已采)[^。]{{0,60}}(?:认定|确认|查明|采信|作出|如下)|(?:上述|以上|前述|下列|以下)(?:事实|证据|案件|查明)|另(?:查明?|查,)|又查明|再查明|本案(?:的)?(?:争议|焦点|事实|相关|基本|现有|证据|在审理|经审理)|争议焦点|双方(?:当事人)?(?:争议|无争议|对(?:以下|下列|于?[^。]{{0,20}}(?:没有|无|不持)(?:争议|异议)))|"
    rf"(?:对|对于)?(?:当事人|双方|各方)(?:双方)?(?:没有|无|有)?(?:争议|异议)的|当事人(?:双方)?(?:围绕|对|就|为)|(?:双方|各方)当事人?(?:围绕|为|就)|综上|以上事实|有(?:下列|以下|上述)证据|证据(?:如下|:)|对(?:上述|以上|当事人|双方|原、?被告|各方)[^。]{{0,40}}(?:证据|事实)|在?本案审理(?:过程)?中,(?:本院|双方|经)|(?:在)?(?:案件|本案)?(?:诉讼|审理)(?:过程)?中,[^。,]{{0,30}}申请[^。,]{{0,30}}(?:鉴定|评估|审计|保全|追加|调取|调查|出庭|撤回对)|(?:诉讼|审理|庭审)(?:过程)?(?:中|后),(?:本院|经本院|双方|原、?被告(?:双方)?(?:一致|均|对)|经|各方)|公诉机关|双方[^。]{{0,10}}(?:一致)?(?:确认|陈述|同意)|"
    rf"{_COURT}[^,。:;]{{0,12}}?查明|(?:根据|依据|结合|综合|基于|通过|经)[^。:\"称]{{0,80}}?{_COURT}[^,。:;]{{0,12}}?(?:查明|认定|确认|采信))"
)
_FACTS_HEADING: Final = re.compile(
    rf"{NUMBERING}(?:本院|法院|法庭|一审|本案)?(?:经审理|审理)?(?:对)?(?:的)?(?:查明|认定|审理查明|案件|基本|相关)(?:的)?(?:案件)?(?:基本)?(?:事实|情况)(?:如下)?[:]?$|{NUMBERING}(?:本院|法院)?(?:裁判|判决|判案|认定)(?:的)?(?:理由|依据|意见)[^,。:]{{0,8}}[:]?$|{NUMBERING}(?:本院|法院)(?:认定|查明|意见|评判|评析)[^,。:]{{0,8}}[:]?$"
)
_EVIDENCE_HEADING: Final = re.compile(
    rf"{NUMBERING}(?:当事人|双方|原告|被告|各方|本案)?(?:的)?(?:举证|质证|举证、质证|举证质证|证据|证据认定|证据分析|证据认证|证据采信|举证责任|举证与质证|提交的证据)(?:及|和|与|、)?(?:证据|质证|认证|认定|采信|分析)?(?:意见|情况|情形)?[:]?$"
)
EVIDENCE: Final = re.compile(
    rf"{SUBJECT}(?:,|当庭|在(?:法定(?:举证)?期限|举证期限|庭审|诉讼|本案审理)[^,。]{{0,8}},?|依法|均|共同|另|还|又|亦|也|已){{0,3}}(?:围绕|为(?:支持|证明|证实|印证|反驳|主张|佐证|此(?=,?[^,。]{{0,8}}(?:提[供交]|举证|出示|举示))|其(?=主张|诉讼|诉请|抗辩|答辩|辩称|陈述|反诉|辩解|请求|所))|就(?:其|自己|上述|以上|本案|此|诉讼|主张)|对(?:其|自己|上述|以上|此|该|原告|被告|本案|[^。]{{0,12}}证据)[^。]{{0,30}}(?:提[供交]|举证|举示|质证|真实性|没有异议|无异议|予以确认)|向(?:本院|法庭|法院)(?:提[供交]|出示|举示|举证|递交)(?:了)?(?:如下|以下|下列|[^。]{{0,16}})?(?:证据|材料|复印件|原件|合同|书证)|提[供交](?:了|如下|以下|下列|相关|的)*[^。]{{0,40}}(?:证据|证明|证实|为证|佐证|复印件|质证)|举证|举示|出示(?:了)?|没有(?:提[供交]|举)[^。]{{0,10}}证据|未(?:提[供交]|向[^。]{{0,6}}提[供交])[^。]{{0,8}}证据|承认(?![^。]{{1,60}},(?:但|不过|只是))|质证(?:认为|意见|称|,|:)|的质证意见|(?:双方)?(?:一致)?确认|(?:提交|提供)的证据)"
)
_BRINGS_EVIDENCE: Final = re.compile(
    rf"{SUBJECT}(?:(?!向(?!本院|法庭|法院|我院|贵院)|[未没不])[^,。:;\"]){{0,40}}?(?:提[交供]|出示|举示|递交|举证)了?(?:(?:如下|以下|下列)?[^,。:;\"]{{0,30}}?(?:证据|依据)(?!不足)|:|如下:)"
)
_LAYS_BEFORE: Final = re.compile(
    rf"{SUBJECT}(?:(?!向(?!本院|法庭|法院|我院)|[未没不])[^,。:;\"]){{0,16}}?(?:(?:提交|出示|举示)了?[^,。:;]{{2,40}}|提供了?[^,。:;]{{0,30}}(?:[证据单据条票册函书]|合同|协议|记录|照片|录音|录像|视频|截图|复印件|光盘|笔录|清单|明细|流水))(?:[,。:;]|$)"
)
_NOT_HEARD: Final = re.compile(
    rf"{SUBJECT}(?:均|亦|也)?(?:未到庭|没有到庭|缺席|未|没有)(?:参加|进行|发表)?质证"
)
"""未到庭质证 speaks of the evidence before it."""
_NOT_EVIDENCE: Final = re.compile(r"意见|答辩|请求|申请|反诉|代理词|陈述:")
HANDED_IN: Final = re.compile(
    rf"(?:在)?(?:本案)?(?:庭审|诉讼|审理|举证期限|开庭)(?:过程)?(?:中|内|时|后)?,?{SUBJECT}(?:当庭|还|另|又|补充|分别|依法|均|已|向本院|向法庭|,){{0,4}}(?:提[供交]|出示|举示|递交|举证)(?:了)?(?![^。]{{0,16}}(?:答辩|诉讼请求|申请|代理词|意见))"
)
_ACTS: Final = (
    r"(?:委托|组织|调取|调阅|调查|查询|走访|勘验|核实|核对|询问|追加|释明|归纳|总结|致函|发函|去函|采信|采纳|认证|评[判析]|确认|认定|审查|依职权|主持|摇珠|摇号|选定|指定|现场|前往|依法向|向[^,。]{1,24}(?:调|查|询|发|送|了解)|到[^,。]{1,16}(?:调|勘|走访|查|了解)|"
    r"(?:通知|传唤|准许|要求|责令|限期|告知|同意|依法通知|依法准许)[^,。]{1,24}(?:参加|出庭|到庭|鉴定|评估|提[交供]|补充|举证|延期|作证|说明|陈述))"
)
_EARLIER_CASE: Final = r"(?![^。]{0,70}(?:号[^。]{0,6}(?:案|判决|裁定|调解|行政)|撤诉|撤回起诉|判决书|裁定书|调解书|判决(?:准|不准|驳回)))"
COURT_ACTS: Final = re.compile(
    rf"{NUMBERING}(?:(?:在)?(?:本案|案件)?(?:诉讼|审理|庭审|再审|重审|开庭)[^,。:;]{{0,8}},)?(?:[^,。:;\"称]{{0,30}}(?:申请|请求|要求),)?(?:(?:经|根据|依|因|应|鉴于|基于|为|按照|由于)[^。:;\"称]{{0,50}}?,)?{_COURT}(?!认为){_EARLIER_CASE}(?:[^。,:;\"]{{0,40}},)?[^。,:;\"]{{0,30}}?{_ACTS}"
    rf"|经(?:本院|法庭|当庭|庭审|开庭|公开|双方|各方|当事人|原、?被告|依法|组织|举证|[、和]){{0,5}}(?:质证|认证|法庭调查|法庭辩论|举证)|经(?:本院|法庭)(?:依法)?(?:审查|审核|核实|核对|调查|查询|组织|询问|现场|勘验|释明|委托|比对|主持)|{_COURT}(?:对|就|针对)(?:上述|以上|该|双方|当事人|各方|原告|被告|本案|案涉|涉案|以下|下列)[^。:\"]{{0,40}}(?:证据|事实|争议|异议|问题)"
    rf"|(?:在)?(?:本案|案件)?(?:诉讼|审理|庭审|再审|重审|庭后)[^,。:;]{{0,8}},[^。:;\"]{{0,60}},{_COURT}[^,。:;]{{0,6}}?(?:准许|同意|准予|裁定|许可|照准)"
    rf"|(?:本案)?(?:经(?:本院)?(?:主持|组织)?调解|调解(?:未果|不成|无效|未能)|因(?:双方|各方|原、?被告)[^。]{{0,30}}(?:调解|致))|证人[^,。:]{{1,12}}(?:出庭|到庭|作证|证[实明言称]|陈述)"
)
"""The court at work in these proceedings, a mediation that failed, a witness heard: none of it is a party's statement."""
_SETTLES: Final = re.compile(r"查明|认定|认为|事实|综上|争议|焦点|另查|评[判析]|归纳")
RETRIED: Final = re.compile(
    rf"(?:[^,。:;\"称]{{0,16}}人民法院|本院)?(?:经)?{_PAST}(?:法院|判决|民事判决|行政判决|裁判|审理)?[^,。:]{{0,16}}?(?:查明|认定|认为|判决|裁定)"
)
RECITED: Final = re.compile(
    rf"(?:在|经)?{_PAST}(?:诉讼|审理|庭审|起诉|程序|阶段|期间|过程)*(?:中|时|期间|阶段|内)?,[^。;]{{0,40}}?(?:称|请求|起诉|答辩|主张|反诉|判令)|{SUBJECT}[^,。:;\"]{{0,20}}?向{_PAST}(?:人民)?法院[^,。:;]{{0,10}}?(?:起诉|提[出起]|诉请|请求|递交)|{SUBJECT}[^,。:;\"]{{0,20}}?不服(?:该|上述|前述|{_PAST})?[^,。:;]{{0,14}}(?:判决|裁定),?[^,。:;]{{0,12}}(?:提起上诉|上诉)"
)
"""Pleadings of an earlier instance as a retrial recites them."""
_RETRIAL_TALK: Final = re.compile(r"再审|原审(?!原告|被告|第三人|上诉人)|原判|原生效|申诉|抗诉|检察建议")
_JUDGED: Final = re.compile(
    r"错误|不清|不当|违法|不足|有误|遗漏|偏差|不公|正确|清楚|得当|充分|恰当|应予(?:维持|撤销)|应当(?:维持|撤销|改判)"
)
_FIRM: Final = re.compile(
    r"本院|法庭|合议庭|查明|质证|庭审|诉讼(?:过程)?中|审理(?:过程)?中|举证期限|证据(?:如下|有|:)|围绕|为(?:证明|支持|证实|反驳|佐证)|经审理|公诉|争议焦点|综合"
)
_CONCLUDES: Final = re.compile(
    r"(?:故|为此|综上|据此|因此|现|特|遂|鉴于|为维护|为了?保护|基于|所以|由于)[^。]{0,90}(?:请求|诉请|诉至|起诉|判令|恳请|提起)"
)
_ASKS: Final = re.compile(
    r"(?:(?<!诉讼)请求|诉请|恳请|要求)(?:本院|法院|贵院|人民法院)?(?:依法)?(?:判|撤|确认|驳|支持|维持|:)|诉至|提起(?:本案)?诉讼|合法权益|应予驳回|不同意"
)
WAIVED: Final = re.compile(r"视为[^。]{0,12}放弃[^。]{0,12}(?:举证|质证|抗辩)|放弃[^。]{0,8}(?:举证|质证)")
MIDTRIAL: Final = re.compile(
    r"(?:在)?(?:本案)?(?:庭审|诉讼|审理|庭审过程|审理过程|诉讼过程)(?:过程)?(?:中|后),"
)
_OTHERWISE_FACTS: Final = re.compile(
    rf"(?:本院|再审|重审|经|另|又|现)?[^,。:;]{{0,14}}?,?(?:本院)?[^,。:;]{{0,6}}?(?:查明(?:[:,]|如下|事实|以下|下列)|认定(?:事实)?如下|认定以下事实)|本院(?:再审)?认为|上述事实|以上事实|经(?:公开|依法)?开庭审理|{_COURT}{_EARLIER_CASE}"
)
_RULING: Final = re.compile(r"(?:判决|裁定)如下:?$")
_SPEECH: Final = re.compile(r"诉称|辩称|述称|答辩|反诉|诉讼请求|起诉称|诉请|判令")


def brings_evidence(words: str, *, begins: bool) -> bool:
    """Evidence handed to the court in these proceedings: 在举证期限内提交：1.…; what was given to somebody else is a story told.

    Where a paragraph begins with it (`begins`) a paper laid before the court needs no word for evidence: 原告提交借条.
    """
    if HANDED_IN.match(words) or _NOT_HEARD.match(words):
        return True
    if begins and (laid := _LAYS_BEFORE.match(words)):
        return not _NOT_EVIDENCE.search(
            re.sub(r"《(?!答辩|代理|书面|补充|陈述|反诉)[^《》]{0,40}》", "", laid.group())
        )
    match = _BRINGS_EVIDENCE.match(words)
    return match is not None and not _NOT_EVIDENCE.search(match.group())


def is_facts_heading(words: str) -> bool:
    """本院查明的事实, 裁判理由 as a line of its own."""
    return bool(_FACTS_HEADING.match(bare(words)))


def is_evidence_heading(words: str) -> bool:
    """举证质证情况, 证据认定 as a line of its own."""
    return bool(_EVIDENCE_HEADING.match(bare(words)))


def speaks_of_a_retrial(words: str) -> bool:
    """Whether a pleading speaks of the judgment under retrial; one that does not may be the earlier instance's."""
    return bool(_RETRIAL_TALK.search(words))


def begins_otherwise(words: str) -> bool:
    """Whether a sentence inside a passage begins like facts, reasons, a ruling or an unknown act of the court."""
    opens = _OTHERWISE_FACTS.match(words) and not _SPEECH.search(words)
    return bool(opens) or bool(_RULING.search(words))


def criticises_judgment(words: str) -> bool:
    """Whether a party finds the judgment under retrial right or wrong (原审认定事实错误): no recital of it."""
    return bool(_JUDGED.search(words))


def is_firm(words: str) -> bool:
    """Whether a turn is the court's or its proceedings' and cannot be a party's story (双方确认…, 被告承认… can)."""
    return bool(_FIRM.search(words[:40]))


def concludes(words: str) -> bool:
    """故请求判令…: the end of a claim, so that what stands before it was part of the claim."""
    return bool(_CONCLUDES.match(words))


def asks(words: str) -> bool:
    """Whether somebody asks the court for something."""
    return bool(_ASKS.search(words))


def turn(words: str) -> Turn | None:
    """What the sentence turns to: the facts for good, or evidence and acts of the court, behind which a late statement may stand."""
    if FACTS.match(words):
        if MIDTRIAL.match(words) and "本院" not in words[:20]:
            return "evidence"
        settled = _SETTLES.search(words[:90])
        return "facts" if settled or not COURT_ACTS.match(words) else "assessed"
    return "assessed" if COURT_ACTS.match(words) else None
