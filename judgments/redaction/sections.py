# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The passages that R32 takes out of a 判决书: claims and defence, found sentence by sentence (D21, traps 57–69).

The names of the parties are replaced by one sign first, so that `SUBJECT VERB` is recognised whoever speaks: 原告X诉称, the bare
荔海公司诉称, 四被告答辩称. A passage goes on until a sentence that opens the evidence, the facts or the court's reasons; where none
follows nothing is removed and the document is held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from judgments.intake.document import Paragraph
from judgments.redaction.sentences import Sentence, split
from judgments.redaction.signed import SIGN, Signed, Words
from judgments.redaction.vocabulary import ROLES

SectionKind = Literal["claims", "defence"]

_NUMBERING: Final = r"(?:[(]?[一二三四五六七八九十\d]{1,3}[)、,·:]|第[一二三四五六七八九十][、,]?)?"
_WHO: Final = rf"(?:{'|'.join(sorted(ROLES, key=len, reverse=True))}|原、被告|原被告|[{SIGN}]|双方当事人|当事人|反诉|本诉|被反诉|[一二两三四五六七八九十各该上述]{{1,3}}(?=[原被上第反])|其余|其他|[、,和与及]|以及|\([^()]{{0,40}}\)|均|共同|的?(?:共同)?(?:委托)?(?:诉讼)?代理(?:人|律师)|的?法定代表人|的?法定代理人|方|公司|先生|女士|等(?:[一二三四五六七八九十\d]{{1,3}}人)?|×××|[×某]{{1,3}}\d?|一方|本人)"
_SUBJECT: Final = rf"{_NUMBERING}(?:(?:在)?(?:庭审|庭前|诉讼|审理|开庭|再审审理|再审庭审|再审诉讼|再审|重审|答辩期|法定期限|举证期限|本案审理|庭审过程|诉讼过程|审理过程)(?:中|时|内|期间|后)?,?)?{_WHO}{{0,24}}"
_ADVERB: Final = r"(?:,|为此,?|鉴于此,|由此,?|综上,?|基于此,?|(?:在)?(?:本案)?再审(?:审理|庭审|诉讼)?(?:过程)?(?:中|时|期间)?,?|既|因|由于|因为|(?:为|因)(?:与|和)[^,。]{1,40}(?:纠纷|一案),|于[^,。]{1,20}(?:日|后|时|中)|在[^,。]{1,14}(?:中|内|时|日),?|还|又|再|则|亦|也|共同|一并|当庭|庭审(?:中|时)?|书面|口头|补充|另|均|依法|随后|后|分别|遂|故|已|因此|据此|现|且|并|对此|(?:针对|就|对)(?:本诉|反诉|原告|被告|第三人|附带民事)[^,。]{0,14}?(?=[答辩抗])|针对[^,。]{1,20},){0,4}"
_CLAIM_VERB: Final = (
    r"(?:(?:起|反|共同|补充)?诉称|起诉(?:认为|主张|表示|到|提出|状称|状中称|,?称)|具状(?:诉)?[称至]|提起诉讼[,]?(?:称|认为|主张)|诉讼(?:称|主张)|申请再审称|申诉称|再审请求|(?<=再审中)称|(?<=再审中,)称|起诉请求|起诉要求|诉请|(?<=原告)诉求|诉求(?=[:,为是如])|诉至(?:本院|法院|我院)|起诉至|向(?:本院|我院|法院)(?:提出|提起|递交)(?:[^,。]{0,12})?(?:诉讼|请求|反诉|起诉)|向(?:本院|法院)(?:起诉|诉请|请求)|"
    r"(?:的)?(?:本诉|反诉|诉讼|全部|具体)?(?:诉讼)?请求(?:事项)?(?:为|是|如下|:|有|具体|,?请求|判令)|(?:请求|要求)(?:本院|法院|贵院|人民法院)?(?:依法)?(?:判令|判决|确认|撤销|解除|支持)|提出(?:如下|以下|下列)?(?:[^,。]{0,8})?(?:诉讼请求|反诉|反诉请求)|"
    r"(?:增加|变更|明确|减少|放弃|撤回)(?:了)?(?:其|部分|上述|第[^,。]{1,6}项|[^,。]{0,10})?(?:诉讼)?请求|提起(?:反诉|诉讼,(?:请求|要求|诉请))|反诉(?:请求|诉称|称)|起诉称|诉讼请求(?:$|[:,])|(?:陈述|明确|确认)(?:的|其)?诉讼请求|(?:起诉)?(?:所依据的)?事实(?:与|和|及|、)理由(?:[:,]|如下|为|是)|诉,?称|(?:提出|主张)(?:赔偿)?请求[:,])"
)
_DEFENCE_VERB: Final = (
    r"(?:(?:答|抗|共同|补充)?辩称|答辩(?:称|如下|意见|:|,|认为|主张|状|道|$|。|请求)|(?:书面|口头)答辩|未(?:作|做|提交|提出|进行|向本院提交|提供|递交)(?:任何|出|过|书面|相关)*(?:的)?(?:书面)?(?:答辩|抗辩|意见)|(?:均|亦|也)?未(?:到庭)?(?:应诉)?答辩|未到庭|缺席|没有答辩|无答辩|不答辩|未予答辩|未发表|"
    r"(?:经(?:本院)?[^。]{0,16}传[唤票][^。]{0,12},?)(?:无正当理由)?[^。]{0,8}(?:未到庭|拒不到庭|没有到庭|未应诉|缺席)|去向不明|下落不明|未能到庭|不到庭|未出庭|没有出庭|没有到庭|没有应诉|没有(?:向[^。,]{0,8})?提[交出](?:任何|书面)*答辩|未应诉|不应诉|拒不应诉|未参加(?:诉讼|庭审)|(?:没有|未)提出(?:任何)?(?:抗辩|异议)|述称|陈述(?:称|意见|如下|:)|发表(?:[^,。]{0,10})?意见|(?:答辩|代理|诉讼|庭后|补充)+意见(?:为|是|如下|:|认为)|不同意[^。]{0,14}(?:诉讼|反诉)?请求|对[^。]{0,14}诉讼请求(?:没有|无|有|不持|均)|抗辩(?:称|认为|主张|:))"
)
_CLAIM: Final = re.compile(_SUBJECT + _ADVERB + _CLAIM_VERB)
_DEFENCE: Final = re.compile(_SUBJECT + _ADVERB + _DEFENCE_VERB)
_HEADING: Final = re.compile(
    rf"{_NUMBERING}(?:原告|反诉原告|本诉)?(?:的)?(?:诉讼请求|诉称|起诉意见|诉辩意见|当事人诉辩(?:意见|主张)?|诉讼请求及理由|诉请)[:]?$|{_NUMBERING}(?:被告|第三人|反诉被告)?(?:的)?(?:答辩意见|答辩|辩称|述称|抗辩意见|答辩情况)[:]?$"
)
_FACTS: Final = re.compile(
    rf"{_NUMBERING}(?:(?:本案)?(?:经)?(?:再审|重审)(?:审理|审查)?(?:后)?,?(?:另|又|还)?(?:查明|认定|认为|查,)|(?:本案)?经(?:本院)?(?:依法)?(?:开庭)?(?:公开)?审理,?(?:后)?,?(?:本院)?(?:依法)?(?:查明|认定|确认)|(?:本院)?经审查(?:查明|认定|确认|,)|经(?:本院)?(?:查|审查|庭审)(?:明|,|:|后|查明|质证|审理)|本院(?:经审理|经审查|审理|经再审|再审|另|又|依法|根据[^。]{{0,40}}|综合[^。]{{0,40}}|对[^。]{{0,60}}|结合[^。]{{0,40}})*(?:查明|认定|确认|认证|组织|认为|归纳|审查|予以|采[信纳]|评[判析])|审理查明|查明[:,]|查明事实|案件事实|"
    rf"(?:对|针对)?(?:根据|依据|结合|综合|基于)(?:本案|上述|以上|双方|当事人|各方|原、?被告|本院|庭审|查明|采信|到庭|原告|有效|已采)[^。]{{0,60}}(?:认定|确认|查明|采信|作出|如下)|(?:上述|以上|前述|下列|以下)(?:事实|证据|案件|查明)|另(?:查明?|查,)|又查明|再查明|本案(?:的)?(?:争议|焦点|事实|相关|基本|现有|证据|在审理|经审理)|争议焦点|双方(?:当事人)?(?:争议|无争议|对(?:以下|下列|于?[^。]{{0,20}}(?:没有|无|不持)(?:争议|异议)))|"
    rf"(?:对|对于)?(?:当事人|双方|各方)(?:双方)?(?:没有|无|有)?(?:争议|异议)的|当事人(?:双方)?(?:围绕|对|就|为)|(?:双方|各方)当事人?(?:围绕|为|就)|综上|以上事实|有(?:下列|以下|上述)证据|证据(?:如下|:)|对(?:上述|以上|当事人|双方|原、?被告|各方)[^。]{{0,40}}(?:证据|事实)|经(?:当庭|庭审)?质证|在?本案审理(?:过程)?中,(?:本院|双方|经)|(?:在)?(?:案件|本案)?(?:诉讼|审理)(?:过程)?中,[^。,]{{0,30}}申请[^。,]{{0,30}}(?:鉴定|评估|审计)|(?:诉讼|审理|庭审)(?:过程)?(?:中|后),(?:本院|经本院|双方|原、?被告(?:双方)?(?:一致|均|对)|经|各方)|本院依(?:法|职权|原告|被告)|公诉机关|双方[^。]{{0,10}}(?:一致)?(?:确认|陈述|同意))"
)
_EVIDENCE: Final = re.compile(
    rf"{_SUBJECT}(?:,|当庭|在(?:法定(?:举证)?期限|举证期限|庭审|诉讼|本案审理)[^,。]{{0,8}},?|依法|均|共同|另|还|又|亦|也|已){{0,3}}(?:围绕|为(?:支持|证明|证实|印证|反驳|主张|佐证|此(?=,?[^,。]{0, 8}(?:提[供交]|举证|出示|举示))|其(?=主张|诉讼|诉请|抗辩|答辩|辩称|陈述|反诉|辩解|请求|所))|就(?:其|自己|上述|以上|本案|此|诉讼|主张)|对(?:其|自己|上述|以上|此|该|原告|被告|本案|[^。]{{0,12}}证据)[^。]{{0,30}}(?:提[供交]|举证|举示|质证|真实性|没有异议|无异议|予以确认)|向(?:本院|法庭|法院)(?:提[供交]|出示|举示|举证|递交)(?:了)?(?:如下|以下|下列|[^。]{{0,16}})?(?:证据|材料|复印件|原件|合同|书证)|提[供交](?:了|如下|以下|下列|相关|的)*[^。]{{0,40}}(?:证据|证明|证实|为证|佐证|复印件|质证)|举证|举示|出示(?:了)?|没有(?:提[供交]|举)[^。]{{0,10}}证据|未(?:提[供交]|向[^。]{{0,6}}提[供交])[^。]{{0,8}}证据|承认|质证(?:认为|意见|称|,|:)|的质证意见|(?:双方)?(?:一致)?确认|(?:提交|提供)的证据)"
)
_HANDED_IN: Final = re.compile(
    rf"(?:在)?(?:本案)?(?:庭审|诉讼|审理|举证期限|开庭)(?:过程)?(?:中|内|时|后)?,?{_SUBJECT}(?:当庭|还|另|又|补充|分别|依法|均|已|向本院|向法庭|,){{0,4}}(?:提[供交]|出示|举示|递交|举证)(?:了)?(?![^。]{{0,16}}(?:答辩|诉讼请求|申请|代理词|意见))"
)
_RETRIED: Final = re.compile(
    r"(?:原审|一审|原一审|二审|原生效)(?:法院|判决|民事判决|裁判)?[^,。:]{0,16}?(?:查明|认定|认为|判决|裁定)"
)
_OTHERWISE_FACTS: Final = re.compile(
    r"(?:本院|再审|重审|经|另|又|现)?[^,。:;]{0,14}?,?(?:本院)?[^,。:;]{0,6}?(?:查明(?:[:,]|如下|事实|以下|下列)|认定(?:事实)?如下|认定以下事实)|本院(?:再审)?认为|上述事实|以上事实|经(?:公开|依法)?开庭审理"
)
_SPOKEN: Final = re.compile(r"[^,。:;]{0,24}?(?P<verb>诉称|起诉称|辩称|述称|答辩称|答辩如下)[,:]")
_CIVIL_END: Final = re.compile(
    r"(?:公诉|被告人|被告单位|辩护人|指定辩护人|诉讼代理人|证人|被害人|上述|以上|本院|经|另|鉴定|检察)|[^,。]{0,12}人民检察院"
)
_WAIVED: Final = re.compile(r"视为[^。]{0,12}放弃[^。]{0,12}(?:举证|质证|抗辩)|放弃[^。]{0,8}(?:举证|质证)")
_MIDTRIAL: Final = re.compile(
    r"(?:在)?(?:本案)?(?:庭审|诉讼|审理|庭审过程|审理过程|诉讼过程)(?:过程)?(?:中|后)?,"
)
_SETTLED: Final = re.compile(r"审理终结|审查终结|现已审结")
_PLEADS: Final = re.compile(
    r"诉称|辩称|述称|答辩|诉讼请求|请求(?:法院|本院|判令)|判令|诉请|事实(?:与|和)理由"
)
_SPEECH_VERB: Final = re.compile(r"诉称|辩称|述称|答辩|反诉|诉讼请求|起诉称|诉请|判令")


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch [start, end) of one source paragraph that is removed."""

    paragraph: int
    start: int
    end: int
    kind: SectionKind


@dataclass(slots=True)
class Sections:
    """What is removed, where the facts begin (paragraph, offset), and what was not understood.

    `overlooked`: a sentence that pleads stands before the first passage found. `reopened`: the facts open once more after what was
    taken for the court's reasons.
    """

    removals: list[Removal] = field(default_factory=list)
    facts: tuple[int, int] | None = None
    endless: SectionKind | None = None
    unrecognised: list[str] = field(default_factory=list)
    reopened: bool = False
    overlooked: bool = False
    swallowed: bool = False
    procedure_end: tuple[int, int] | None = None


def find_sections(
    paragraphs: Sequence[Paragraph],
    indices: Sequence[int],
    start: tuple[int, int],
    stop: int,
    names: Sequence[str],
) -> Sections:
    """Claims and defence between the end of the head `start` and paragraph `stop` (ruling or signature), in `indices`.

    `names` are the folded names and aliases of all subjects. Serves R32.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    signed = Signed(paragraphs, names)
    sentences = [
        s
        for s in split(texts, [i for i in indices if i <= stop], start)
        if texts[s.paragraph][s.start : s.end].strip()
    ]
    return _Walk(sentences, Words(sentences, signed)).run()


def signed_sentences(
    paragraphs: Sequence[Paragraph], indices: Sequence[int], start: tuple[int, int], names: Sequence[str]
) -> list[str]:
    """The folded sentences of the paragraphs `indices` with every name replaced by the sign."""
    signed = Signed(paragraphs, names)
    return [signed.of(sentence) for sentence in split([p.text for p in paragraphs], indices, start)]


def find_civil_passages(
    paragraphs: Sequence[Paragraph],
    indices: Sequence[int],
    start: tuple[int, int],
    stop: int | None,
    names: Sequence[str],
) -> list[Removal]:
    """Claim and answer of 附带民事 in a criminal judgment, whose charge and plea stay (D21); a person confirms them."""
    texts = [paragraph.text for paragraph in paragraphs]
    signed = Signed(paragraphs, names)
    removals: list[Removal] = []
    state: SectionKind | None = None
    for sentence in split(texts, [i for i in indices if stop is None or i <= stop], start):
        words = signed.of(sentence).strip()
        if not sentence.quoted and "附带民事" in words and re.search(r"辩称|答辩|抗辩", words):
            state = "defence"
        elif not sentence.quoted and "附带民事" in words[:30] and _CLAIM.match(words):
            state = "claims"
        elif not sentence.quoted and (_FACTS.match(words) or _CIVIL_END.match(words)):
            state = None
        if state is not None and words:
            removals.append(Removal(sentence.paragraph, sentence.start, sentence.end, state))
    return removals


class _Walk:
    def __init__(self, sentences: list[Sentence], words: Words) -> None:
        self._sentences = sentences
        self._words = words
        self._state: Literal["before", "evidence"] | SectionKind = "before"
        self._result = Sections()
        self._passage: list[tuple[Sentence, SectionKind, str]] = []

    def run(self) -> Sections:
        first = self._zone_start()
        if first < len(self._sentences):
            self._result.procedure_end = (self._sentences[first].paragraph, self._sentences[first].start)
        for position in range(first, len(self._sentences)):
            if self._step(self._sentences[position], self._words[position]):
                self._result.reopened = self._reopens(position + 1)
                return self._result
        if self._passage:
            self._result.endless = self._passage[0][1]
        return self._result

    def _zone_start(self) -> int:
        """Behind the procedure: after 审理终结 where it stands before the facts, else after the sentence of 一案."""
        limit = next(
            (
                i
                for i, w in self._words.first(len(self._words))
                if re.match(r"(?:本案)?经(?:本院)?(?:依法)?审理查明|本院认为", w)
            ),
            len(self._words),
        )
        settled = [
            i for i, w in self._words.first(limit) if _SETTLED.search(w) and not _SPEECH_VERB.search(w)
        ]
        if settled:
            return settled[0] + 1
        cause = next(
            (i for i, w in self._words.first(limit) if "一案" in w and not self._sentences[i].quoted),
            None,
        )
        return 0 if cause is None else cause + 1

    def _step(self, sentence: Sentence, words: str) -> bool:
        """Takes one sentence; True where the facts begin and the rest stays."""
        opened = None if sentence.quoted else self._opens(words)
        if sentence.quoted or opened is None:
            if self._state in ("claims", "defence"):
                self._passage.append((sentence, self._state, words))
            elif self._state == "before" and len(words) > 8:
                self._result.unrecognised.append(words[:30])
                self._result.overlooked = self._result.overlooked or bool(_PLEADS.search(words))
            return False
        if opened == "facts":
            self._close()
            self._result.facts = self._result.facts or (sentence.paragraph, sentence.start)
            return True
        if opened == "evidence":
            self._close()
            self._state = "evidence"
            self._result.facts = self._result.facts or (sentence.paragraph, sentence.start)
            return False
        self._state = opened
        self._passage.append((sentence, opened, words))
        return False

    def _reopens(self, first: int) -> bool:
        """Whether the facts open once more after the reasons: then what was taken for their end was a part of a pleading."""
        if not self._words[first - 1].startswith("本院认为"):
            return False
        return any(
            re.match(r"(?:本案)?经(?:本院)?(?:依法)?审理查明|本院经审理查明", self._words[index])
            and not self._sentences[index].quoted
            for index in range(first, len(self._sentences))
        )

    def _opens(self, words: str) -> Literal["facts", "evidence"] | SectionKind | None:
        if _RETRIED.match(words):
            return "evidence"
        if self._state == "evidence" and _WAIVED.search(words) and not re.search(r"辩称|答辩", words):
            return None
        if _HANDED_IN.match(words):
            return "evidence"
        if _HEADING.match(words):
            return "defence" if re.search(r"辩(?!意见$|主张)|述", words) and "诉辩" not in words else "claims"
        evidence = _EVIDENCE.match(words)
        claim, defence = _CLAIM.match(words), _DEFENCE.match(words)
        if (
            evidence
            and not (claim and claim.end() <= evidence.end())
            and not (defence and defence.end() < evidence.end())
        ):
            return "evidence"
        if claim and (not defence or claim.end() <= defence.end()):
            return "claims" if self._state != "evidence" or _strong(claim.group()) else None
        if defence:
            return "defence"
        if _FACTS.match(words):
            return "facts" if not _MIDTRIAL.match(words) or "本院" in words[:20] else "evidence"
        if spoken := _SPOKEN.match(words):
            return "claims" if spoken["verb"].endswith("诉称") else "defence"
        return None

    def _opens_part(self, sentence: Sentence, words: str) -> bool:
        """Whether a sentence in a passage begins like facts, reasons or a ruling: then its end was overlooked."""
        return not sentence.quoted and bool(_OTHERWISE_FACTS.match(words)) and not _SPEECH_VERB.search(words)

    def _close(self) -> None:
        """Turns the passage that has just ended into removals; one that holds the opening of another part is doubted."""
        for sentence, kind, words in self._passage:
            self._result.swallowed = self._result.swallowed or self._opens_part(sentence, words)
            last = self._result.removals[-1] if self._result.removals else None
            if (
                last
                and last.kind == kind
                and last.paragraph == sentence.paragraph
                and last.end == sentence.start
            ):
                self._result.removals[-1] = Removal(last.paragraph, last.start, sentence.end, kind)
            else:
                self._result.removals.append(Removal(sentence.paragraph, sentence.start, sentence.end, kind))
        self._passage = []


def _strong(words: str) -> bool:
    return bool(re.search(r"诉称|反诉|诉讼请求|诉请|起诉|请求[^,。]{0,8}判|再审", words))
