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
from judgments.redaction.signed import Signed, Words
from judgments.redaction.statements import (
    AGAIN,
    CLAIM,
    DEFENCE,
    SUBJECT,
    SectionKind,
    heading,
    is_strong_claim,
    late_verb,
    plain_statement,
    spoken,
    written_statement,
)
from judgments.redaction.turns import (
    EVIDENCE,
    FACTS,
    RECITED,
    RETRIED,
    WAIVED,
    Turn,
    asks,
    begins_otherwise,
    brings_evidence,
    concludes,
    criticises_judgment,
    is_evidence_heading,
    is_facts_heading,
    is_firm,
    speaks_of_a_retrial,
    turn,
)

State = Literal["before", "evidence", "assessed", "recital", "claims", "defence"]
_PLEADING: Final = ("claims", "defence")
Opening = SectionKind | Turn | Literal["recital", "retried"]

_CIVIL_END: Final = re.compile(
    r"(?:公诉|被告人|被告单位|辩护人|指定辩护人|诉讼代理人|证人|被害人|上述|以上|本院|经|另|鉴定|检察)|[^,。]{0,12}人民检察院"
)
_FINDS: Final = re.compile(r"(?:本案)?经(?:本院)?(?:依法)?审理查明|本院经审理查明")
_SETTLED: Final = re.compile(r"审理终结|审查终结|现已审结")
_PLEADS: Final = re.compile(
    rf"诉称|辩称|述称|答辩|诉讼请求|(?<!申)请求(?:法院|本院|[:,]|判|撤|确认|宣告|认定|驳)|判令|诉请|诉求|事实(?:与|和|及)理由|{SUBJECT}[^,。:]{{0,8}}(?:称|意见|主张|认为)[:,]"
)
_WEIGHS: Final = re.compile(r"证据|质证|采[信纳]|真实性|关联性|鉴定意见")
_LATE: Final = re.compile(r"诉称|辩称|述称|答辩|反诉|诉讼请求|意见|代理词|书面陈述")
_ADMITS: Final = re.compile(SUBJECT + "承认")
_SAYS: Final = re.compile(r"[^,。:;]{0,30}?(?:诉称|辩称|述称|答辩)")
_LEFT: Final = re.compile(SUBJECT + r"(?:事实(?:与|和|及)理由:|请求(?::|事项|撤销|改判|驳回)|诉讼请求[:为])")
"""A pleading in the middle of the evidence that no pattern has opened."""
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
        elif not sentence.quoted and "附带民事" in words[:30] and _claims_something(words):
            state = "claims"
        elif not sentence.quoted and (FACTS.match(words) or _CIVIL_END.match(words)):
            state = None
        if state is not None and words:
            removals.append(Removal(sentence.paragraph, sentence.start, sentence.end, state))
    return removals


def _claims_something(words: str) -> bool:
    """Whether a sentence claims; that a suit was brought (提起附带民事诉讼。) is procedure."""
    return bool(CLAIM.match(words)) and not re.search(r"提起(?:刑事)?附带民事诉讼[。,]?$", words)


_BARE_PRAYER: Final = re.compile(r"(?:综上,?|故|为此,?|因此,?|据此,?)?(?:请求|要求|恳请)")
"""What nobody is named for goes on with the statement it stands in: a defence, too, ends by asking the court for something."""


class _Walk:
    """Goes through the sentences behind the procedure; a passage is removed only when its end has been seen."""

    def __init__(self, sentences: list[Sentence], words: Words) -> None:
        self._sentences = sentences
        self._words = words
        self._state: State = "before"
        self._late = False
        self._retrial = False
        self._recited = False
        self._last_facts: int | None = None
        self._told: set[Sentence] = set()
        self._result = Sections()
        self._passage: list[tuple[Sentence, SectionKind, str]] = []

    def run(self) -> Sections:
        first = self._zone_start()
        self._retrial = any("再审" in words for _, words in self._words.first(first))
        if first < len(self._sentences):
            self._result.procedure_end = (self._sentences[first].paragraph, self._sentences[first].start)
        for position in range(first, len(self._sentences)):
            if self._step(position):
                break
        else:
            if self._passage:
                self._result.endless = self._passage[0][1]
        self._result.overlooked |= self._recited and not self._result.removals
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

    def _step(self, position: int) -> bool:
        """Takes one sentence; True where the facts begin and the rest stays."""
        sentence, words = self._sentences[position], self._words[position]
        opened = None if sentence.quoted else self._opens(words, begins=sentence.start == 0)
        if self._passage and opened is not None and self._still_pleads(position, opened):
            self._told.add(sentence)
            opened = None
        if opened == "facts" and self._reopens(position + 1):
            self._result.reopened = bool(self._passage) and not _WEIGHS.search(words)
            opened = "facts" if self._result.reopened else "assessed"
        if opened is None:
            self._goes_on(sentence, words)
        elif opened in ("claims", "defence"):
            self._late = self._late if self._passage else self._state == "assessed"
            self._state = opened
            self._passage.append((sentence, opened, words))
        else:
            self._close(recited=opened == "retried")
            self._state = "evidence" if opened == "facts" or opened == "retried" else opened  # noqa: PLR1714
            self._result.facts = self._result.facts or (sentence.paragraph, sentence.start)
        return opened == "facts"

    def _still_pleads(self, position: int, opened: Opening) -> bool:
        """Whether what looks like another part is a party's story: the passage asks for its judgment only after it."""
        words, paragraph = self._words[position], self._sentences[position].paragraph
        if opened == "retried" and criticises_judgment(words):
            return True
        if opened in {"recital", "claims"} or is_firm(words):
            return False
        if opened == "defence" and not (self._state == "claims" and _ADMITS.match(words)):
            return False
        if opened != "defence" and asks(words):
            return True
        for index in range(position + 1, min(position + 40, len(self._sentences))):
            following, same = self._words[index], self._sentences[index].paragraph == paragraph
            if self._state == "claims" and concludes(following):
                return True
            answers = DEFENCE.match(following) and not _ADMITS.match(following)
            if is_firm(following) or _SAYS.match(following) or answers:
                return False
            if same and asks(following):
                return True
        return False

    def _goes_on(self, sentence: Sentence, words: str) -> None:
        """A sentence that opens nothing belongs to what is open; a new paragraph behind a late statement is doubted."""
        if self._state in _PLEADING:
            apart = self._late and sentence.start == 0 and not sentence.quoted and len(words) > 8
            self._result.swallowed = self._result.swallowed or apart
            self._passage.append((sentence, "claims" if self._state == "claims" else "defence", words))
        elif self._state == "evidence" and sentence.start == 0 and _LEFT.match(words):
            self._result.overlooked = True
        elif self._state == "before":
            self._result.unrecognised += [words[:30]] if len(words) > 8 else []
            self._result.overlooked = self._result.overlooked or bool(_PLEADS.search(words))

    def _reopens(self, first: int) -> bool:
        """Whether the facts open once more after the reasons: then what was taken for their end was a part of a pleading."""
        if not self._words[first - 1].startswith("本院认为"):
            return False
        if self._last_facts is None:
            self._last_facts = next(
                (
                    index
                    for index in range(len(self._sentences) - 1, -1, -1)
                    if _FINDS.match(self._words[index]) and not self._sentences[index].quoted
                ),
                -1,
            )
        return self._last_facts >= first

    def _opens(self, words: str, *, begins: bool) -> Opening | None:
        """What a sentence opens; `begins` where it is the first of its paragraph."""
        if RETRIED.match(words):
            return "retried"
        if self._state not in _PLEADING and RECITED.match(words):
            return "recital" if self._retrial or not _PLEADS.search(words) else None
        if self._passage and self._retrial and RECITED.match(words):
            return "recital"
        if is_facts_heading(words):
            return "facts"
        if is_evidence_heading(words) or brings_evidence(words, begins=begins):
            return "evidence"
        if self._state == "recital" and not AGAIN.search(words[:60]):
            return "facts" if turn(words) == "facts" else None
        if (
            self._state in ("evidence", "assessed")
            and WAIVED.search(words)
            and not re.search(r"辩称|答辩", words)
        ):
            return None
        found = self._pleads(words, begins=begins)
        if self._state == "assessed" and found in ("claims", "defence"):
            return found if begins and _LATE.search(words[:80]) else None
        return found

    def _pleads(self, words: str, *, begins: bool) -> SectionKind | Turn | None:
        """A heading, the evidence, a claim, a defence, a turn of the court, or a statement of the plainest form, in that order."""
        if kind := heading(words):
            return kind
        evidence, claim, defence = EVIDENCE.match(words), CLAIM.match(words), DEFENCE.match(words)
        if (
            evidence
            and not (claim and claim.end() <= evidence.end())
            and not (defence and defence.end() < evidence.end())
        ):
            return written_statement(words) or "evidence"
        if claim and self._state == "defence" and _BARE_PRAYER.match(words):
            return None
        if claim and (not defence or claim.end() <= defence.end()):
            return (
                "claims"
                if self._passage or self._state == "before" or is_strong_claim(claim.group())
                else None
            )
        if defence:
            return "defence"
        if kind := written_statement(words):
            return kind
        if found := turn(words):
            return found
        if self._state == "before" and (kind := late_verb(words)):
            return kind
        if begins and (self._state not in ("evidence", "assessed") or AGAIN.search(words[:6])):
            current = self._state if self._state in ("claims", "defence") else None
            if kind := plain_statement(words, current):
                return kind
        return spoken(words)

    def _close(self, *, recited: bool) -> None:
        """Turns the passage that has just ended into removals; one that holds the opening of another part is doubted.

        `recited`: it ended where an earlier judgment is told. In a retrial a passage that says nothing of that judgment is what was
        pleaded then, and stays.
        """
        passage, self._passage = self._passage, []
        if recited and self._retrial and passage and not any(speaks_of_a_retrial(w) for _, _, w in passage):
            self._recited = True
            return
        for sentence, kind, words in passage:
            self._result.swallowed = self._result.swallowed or (
                not sentence.quoted and sentence not in self._told and begins_otherwise(words)
            )
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
