# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""How a party's statement begins: who speaks, what stands between, and the verb that makes it a claim or a defence (D21).

All patterns are for the folded words of one sentence with every name replaced by one sign, and are matched at its beginning. `WHO` is
made of whole words, so that 原告X及其委托诉讼代理人 is one subject however long the list is.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from judgments.redaction.signed import SIGN
from judgments.redaction.vocabulary import ROLES

SectionKind = Literal["claims", "defence"]

NUMBERING: Final = r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)、,·:.]|第[一二三四五六七八九十][、,]?)?"
_WHO: Final = (
    rf"(?:{'|'.join(sorted(ROLES, key=len, reverse=True))}|原、被告|原被告|[{SIGN}]|(?:本案)?(?:双方|各方|全体)?当事人|反诉|本诉|被反诉|"
    r"[一二两三四五六七八九十各该上述诸]{1,3}(?=[原被上第反])|(?<=[告人])[一二三四五六七八九\d]{1,2}|全体(?=[原被第])|其余|其他|[、,和与及]|以及|\([^()]{0,40}\)|均|共同|"
    r"的?(?:共同)?(?:委托)?(?:诉讼)?代理(?:人|律师)|的?法定代表人|的?法定代理人|方|公司|先生|女士|其|等(?:[一二三四五六七八九十\d]{1,3}人)?|(?>[×某]{1,12}\d?)|一方|双方|各方|本人)"
)
_STAGE: Final = r"(?:(?:同时|此外|另外|与此同时|其后|随后|嗣后),)?(?:(?:在)?(?:本案|案件|一审|再审|重审|本诉)?(?:开庭|休庭|闭庭)?(?:庭审|庭前|庭后|诉讼|审理|开庭|休庭|闭庭|再审审理|再审庭审|再审诉讼|再审|重审|答辩期|法定期限|法定答辩期|指定期限|举证期限|本案审理|法庭辩论|法庭辩论终结|庭审结束|庭审辩论)(?:过程|阶段|期限|终结)?(?:中|时|后|前|内|期间)?,?)?"
SUBJECT: Final = rf"{NUMBERING}{_STAGE}{_WHO}{{0,24}}"
_SPEAKER: Final = rf"{NUMBERING}{_STAGE}{_WHO}{{1,24}}"
ADVERB: Final = (
    r"(?:,|为此,?|鉴于此,|由此,?|综上,?|基于此,?|(?:在)?(?:本案)?再审(?:审理|庭审|诉讼)?(?:过程)?(?:中|时|期间)?,?|既|因|由于|因为|(?:为|因)(?:与|和)[^,。]{1,40}(?:纠纷|一案),|于[^,。]{1,20}(?:日|后|时|中)|"
    r"在[^,。:]{1,14}(?:中|内|时|日|后|前|期间|阶段),?|还|又|再|则|亦|也|共同|一致|一并|当庭|庭审(?:中|时)?|庭后|庭前|书面|口头|补充|另|均|依法|随后|后|分别|遂|故|已|因此|据此|现|且|并|仅|只|对此|通过[^,。:]{1,10}(?=[答辩抗述提发])|以[^,。:]{1,16}为由,?|"
    r"(?:针对|就|对)(?:本诉|反诉|原告|被告|第三人|附带民事)[^,。]{0,14}?(?=[答辩抗])|针对[^,。]{1,20},){0,4}"
)
_COURT_ADDRESSED: Final = r"(?:本院|我院|贵院|人民法院|法院)"
_CLAIM_VERB: Final = (
    rf"(?:(?:起|反|共同|补充)?诉称|起诉(?:认为|主张|表示|到|提出|状称|状中称|,?称)|具状(?:诉)?[称至]|提起诉讼[,]?(?:称|认为|主张)|诉讼(?:称|主张)|申请再审称|申请再审(?:请求|的?(?:事由|理由))|申诉[,]?称|再审请求|再审申请称|(?<=再审中)称|(?<=再审中,)称|起诉请求|起诉要求|诉请|(?<=原告)诉求|诉求(?=[:,为是如判])|诉至{_COURT_ADDRESSED}|起诉至|"
    r"(?<=申请人)称[,:]|申请(?:称|请求|事项)|"
    rf"向{_COURT_ADDRESSED}(?:提出|提起|递交)(?:[^,。]{{0,12}})?(?:诉讼|请求|诉求|诉请|反诉|起诉)|向(?:本院|法院)(?:起诉|诉请|请求)|向(?:本院|法院)(?:提出|提起|递交)?[^,。]{{0,8}}申请,?(?:请求|要求|称)|"
    rf"(?:的)?(?:本诉|反诉|诉讼|全部|具体)?(?:诉讼)?请求(?:事项)?(?:为|是|如下|:|有|具体|,?请求|判令|[及和与](?:事实|理由|其))|请求{_COURT_ADDRESSED}[:,]|(?:请求|要求){_COURT_ADDRESSED}?(?:依法)?(?:判令|判决|确认|撤销|解除|支持)|提出(?:如下|以下|下列)?(?:[^,。]{{0,8}})?(?:诉讼请求|诉求|诉请|反诉|反诉请求)|"
    r"(?:增加|变更|明确|减少|放弃|撤回)(?:了)?(?:其|部分|上述|第[^,。]{1,6}项|[^,。]{0,10})?(?:诉讼)?请求|提起(?:反诉|诉讼,(?:请求|要求|诉请))|反诉(?:请求|诉称|称)|诉讼请求(?:$|[:,]|[及和与](?:事实|理由|其))|(?:陈述|明确|确认)(?:的|其)?诉讼请求|(?:起诉)?(?:所依据的)?事实(?:与|和|及|、)理由(?:[:,]|如下|为|是)|诉,?称|(?:提出|主张)(?:赔偿)?请求[:,])"
)
AGAIN: Final = re.compile(r"再审|申诉|抗诉|检察建议")
_NOT: Final = r"(?:未|没有|没|不|无)"
_PRESENTED: Final = r"(?:作|做|作出|提交|提出|进行|提供|递交|发表|陈述|参加)"
_DEFENCE_VERB: Final = (
    rf"(?:(?:答|抗|共同|补充)?辩称|答辩(?:称|如下|意见|:|,|认为|主张|状|道|$|。|请求)|(?:书面|口头)答辩|{_NOT}(?:向[^。,]{{0,8}})?{_PRESENTED}(?:任何|出|过|书面|相关|具体|实质性)*(?:的)?(?:书面)?(?:答辩|抗辩|意见|述称|陈述)|(?:均|亦|也)?未(?:到庭)?(?:应诉)?(?:答辩|述称|陈述)|未到庭|缺席|没有答辩|无(?:书面)?答辩|不(?:作|予)?答辩|未予答辩|放弃答辩|未发表|"
    r"(?:经(?:本院)?[^。]{0,16}传[唤票][^。]{0,12},?)(?:无正当理由)?[^。]{0,8}(?:未到庭|拒不到庭|没有到庭|未应诉|缺席)|去向不明|下落不明|未能到庭|不到庭|未出庭|没有出庭|没有到庭|没有应诉|没有(?:向[^。,]{0,8})?提[交出](?:任何|书面)*答辩|未应诉|不应诉|拒不应诉|未参加(?:诉讼|庭审)|(?:没有|未)提出(?:任何)?(?:抗辩|异议)|述称|陈述(?:称|意见|如下|:)|发表(?:[^,。]{0,10})?意见|"
    r"(?:答辩|代理|诉讼|庭后|补充|书面|口头)+意见(?:为|是|如下|:|,|认为|称|与|同)|意见(?:与|同)[^,。]{1,24}(?:一致|相同)|(?:同意|认可|认同)[^,。]{1,20}(?:答辩|陈述|抗辩|的)意见|不同意[^。]{0,14}(?:诉讼|反诉)?请求|对[^。]{0,14}(?:诉讼请求|诉请|反诉|起诉)(?:没有|无|有|不持|均|不予|不认)|(?:抗辩|辩解|反驳|辩驳)(?:称|认为|主张|:)|承认[^。]{1,60},(?:但|不过|只是))"
)
_SEEKS_RETRIAL: Final = (
    r"[^。:;\"]{0,60}?(?:申请再审|提出再审|申诉)(?!人)[^。:;\"]{0,24}?(?:请求|,?[^,。]{0,6}称[,:]|理由)"
)
CLAIM: Final = re.compile(rf"{SUBJECT}{ADVERB}{_CLAIM_VERB}|{_SPEAKER}{_SEEKS_RETRIAL}")
DEFENCE: Final = re.compile(SUBJECT + ADVERB + _DEFENCE_VERB)
_WRITTEN: Final = r"(?:答辩|意见(?!书)|代理词|书面(?:陈述|说明|材料|回复)|陈述书)"
_WRITES: Final = re.compile(
    rf"{_SPEAKER}{ADVERB}(?:[^,。:;]{{0,16}}?(?:提[交供]|出具|寄[来送]|邮寄|递交|补充|发[来表送]|来函|作出))(?![^,。:;]{{0,16}}(?:证据|质证|鉴定|证言|申请|《(?!答辩|代理|书面|补充|陈述)))[^,。:;]{{0,16}}?{_WRITTEN}[^,。:;]{{0,8}}?,?[^,。:;]{{0,6}}?(?:称|认为|载明|表示|主张|提出|辩|为[:,]?|如下|:)"
)
"""A statement handed in on paper, at whatever time: 庭后提交书面意见称."""
_SPEAKS_UP: Final = re.compile(
    rf"(?P<who>{_SPEAKER}){ADVERB}(?P<verb>[^,。:;]{{0,4}}?(?<!所)称[,:]|[^,。:;]{{0,4}}?(?:表示|认为|主张|回应|回复|提出)[,:]|称|的?(?:诉讼)?(?:意见|主张|观点|理由|要点|陈述)?:)"
)
"""The plainest statement, believed only where a paragraph begins with it: X称，… X认为：…"""
_SUES: Final = re.compile(
    rf"{_SPEAKER}(?![^。]{{0,80}}(?:到庭|受理|立案|开庭|进行了审理|传唤|审理终结))[^。:;\"]{{0,90}}?(?:起诉(?!状|书|讼)|诉至|诉请|诉诸|提起(?:本案|行政|民事)?诉讼|请求{_COURT_ADDRESSED}?(?:依法)?(?:判令|判决|确认|撤销|解除|责令)|要求{_COURT_ADDRESSED}?(?:依法)?(?:判令|判决))"
)
"""A claim that comes to its verb late: 原告因…多次协商未果，请求判令…; only where no passage has begun yet."""
_SPOKEN: Final = re.compile(r"[^,。:;]{0,24}?(?P<verb>诉称|起诉称|辩称|述称|答辩称|答辩如下)[,:]")
_HEADING: Final = re.compile(
    rf"{NUMBERING}(?:(?:本诉|反诉)?(?:原告|反诉原告|申请人|再审申请人|上诉人)?[{SIGN}]?(?:的)?(?:本诉|反诉)?(?:诉讼请求|诉称|起诉意见|起诉主张|诉辩意见|诉辩主张|诉辩称|当事人诉辩(?:意见|主张)?|当事人的?(?:诉讼)?(?:主张|意见)|诉讼请求(?:及|和|与)(?:事实)?(?:及|和|与|、)?理由|诉讼主张|诉请|诉求|起诉请求|请求事项|起诉理由|申请再审(?:请求|理由|事由)|再审请求|事实(?:及|和|与|、)理由)"
    rf"|(?P<defence>(?:本诉|反诉)?(?:[两各]?被告|第三人|反诉被告|被申请人|被上诉人)?[{SIGN}]?(?:的)?(?:书面|口头)?(?:答辩意见|答辩|辩称|述称|述称意见|陈述意见|抗辩意见|抗辩|答辩情况|答辩主张|答辩理由|答辩及理由|辩解|诉讼意见)))[:]?$"
)
_PLAINTIFF: Final = re.compile(r"(?<!反诉被)(?:(?<!被)原告|起诉人|(?<!被)申请人|(?<!被)上诉人|申诉人)")
_ANSWERS: Final = re.compile(r"被告|第三人|被申请人|被上诉人|反诉|答辩")
_DEFENDANT: Final = re.compile(r"被告|第三人|被申请人|被上诉人|被起诉人|被申诉人")
_STRONG: Final = re.compile(r"诉称|反诉|诉讼请求|诉请|起诉|请求[^,。]{0,8}判|再审")


def bare(words: str) -> str:
    """A heading without the brackets it may stand in: 【原告诉称】."""
    return words.strip("【】[]〔〕<>《》()") if len(words) < 40 else words


def heading(words: str) -> SectionKind | None:
    """The kind of the passage a heading opens: 原告的诉讼请求, 二、被告的答辩意见."""
    match = _HEADING.match(bare(words))
    return None if match is None else ("defence" if match["defence"] else "claims")


def is_strong_claim(words: str) -> bool:
    """Whether a claim is believed in the middle of the evidence, where 请求 alone is no claim."""
    return bool(_STRONG.search(words))


def written_statement(words: str) -> SectionKind | None:
    """A statement on paper (书面意见, 代理词): the claimant's own, or a written change of the claim, is a claim."""
    match = _WRITES.match(words)
    if match is None:
        return None
    text = match.group()
    if "诉讼请求" in text:
        return "claims"
    return "claims" if _PLAINTIFF.search(text) and not _ANSWERS.search(text) else "defence"


def late_verb(words: str) -> SectionKind | None:
    """A claim that names its cause first, where no passage has begun."""
    return "claims" if _SUES.match(words) else None


def plain_statement(words: str, current: SectionKind | None) -> SectionKind | None:
    """What a paragraph is that begins 某某称, in the passage `current`; the role decides, else the order of speaking."""
    match = _SPEAKS_UP.match(words)
    if match is None:
        return None
    if _DEFENDANT.search(match["who"]) and not _PLAINTIFF.search(match["who"]):
        return "defence"
    if _PLAINTIFF.search(match["who"]):
        return "claims" if current != "defence" else None
    if current is None:
        return "claims"
    return "defence" if "称" in match["verb"] else None


def spoken(words: str) -> SectionKind | None:
    """Anybody's statement by its verb alone."""
    match = _SPOKEN.match(words)
    return None if match is None else ("claims" if match["verb"].endswith("诉称") else "defence")
