"""Redaction of one judgment: text in, public edition out (R30–R33, D10–D14, D18, D21).

The order: front, head with its parties, party list, aliases, passages, stretches to mask, public paragraphs, doubts,
self-check by the leak gate. Nothing is guessed: what is unsure becomes a doubt, and a blocking doubt holds the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from judgments.intake.document import Finding, Paragraph, SourceDocument
from judgments.intake.mark import find_closed_hearing
from judgments.redaction import doubts as doubting
from judgments.redaction import reconcile
from judgments.redaction.addresses import Address
from judgments.redaction.aliases import declare_aliases
from judgments.redaction.amendments import Amendment, amend_found, amend_removals, wants_ordinals
from judgments.redaction.anatomy import (
    Front,
    Part,
    Tail,
    ends_procedure,
    is_court_document,
    is_ruling_line,
    part_of,
    read_front,
    read_tail,
)
from judgments.redaction.caption import cause_of, title_of
from judgments.redaction.edition import Category, Doubt, Edition, Party
from judgments.redaction.finder import Finder, Found, SecretName, find_in, is_masked_already
from judgments.redaction.gate import LeakGate
from judgments.redaction.masking import Masked, build, removed_sections
from judgments.redaction.party_block import Head, read_head
from judgments.redaction.places import AddressBook, is_about_real_property
from judgments.redaction.policies import (
    POLICIES,
    Policy,
    Setting,
    is_masked,
    private_address,
    replacements_for,
)
from judgments.redaction.roster import parties_in_order
from judgments.redaction.sections import Sections, find_civil_passages, find_sections, signed_sentences
from judgments.redaction.short_forms import undeclared_short_forms
from judgments.redaction.signature import signature_lines, signers
from judgments.redaction.stated_addresses import note_stated_addresses
from judgments.redaction.told_parties import note_told_parties
from judgments.redaction.victims import find_children, find_minors, find_victims
from liwan_court.privacy.folding import comparable, distinct

_NOT_A_JUDGMENT: Final = "这不像一份裁判文书：没有读到法院名称、文书种类、案号和裁判用语。请核对上传的文件。"


@dataclass(slots=True)
class _Case:
    """What is known of one document while it is being redacted."""

    paragraphs: Sequence[Paragraph]
    policy: Policy
    front: Front
    head: Head
    tail: Tail
    cause: str | None = None
    sections: Sections = field(default_factory=Sections)
    kept_terms: Sequence[str] = ()
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs]

    @property
    def body(self) -> list[int]:
        return [i for i, p in enumerate(self.paragraphs) if p.kind in ("body", "table")]

    @property
    def signature(self) -> list[int]:
        """The short lines from the first judge to the end or to the annex."""
        return signature_lines(self.paragraphs, self.tail)

    @property
    def signers(self) -> set[int]:
        """The lines of the signature that carry a judge's or clerk's name, where any name stays."""
        return signers(self.paragraphs, self.signature, set(self.folded_names()))

    def folded_names(self) -> list[str]:
        return [comparable(name) for subject in self.head.subjects for name in subject.names()]


def redact(
    document: SourceDocument,
    *,
    parties: Sequence[Party] | None = None,
    policy: str = "liwan-2013",
    mark: Finding | None = None,
    file_name: str = "",
    ordinals: bool = False,
    amendments: Sequence[Amendment] = (),
    kept_terms: Sequence[str] = (),
) -> Edition:
    """The public edition of `document` under `policy`, its status and its doubts.

    `parties` is the confirmed list of the register; without it the head of the document is the only source.
    `ordinals` numbers the parties' masks (D11). `amendments` are a reviewer's corrections, `kept_terms` the court's words
    that a party's shorter name never cuts (平安保险 where 平安 is a party). Doubts are the engine's own: corrections leave
    them and their order as they were. Status `refused` where this is no court document; raises KeyError for an unknown
    policy.
    """
    chosen = POLICIES[policy]
    paragraphs = document.paragraphs
    front = read_front(paragraphs, file_name)
    if not is_court_document(paragraphs, front):
        return Edition("refused", None, front.case_number, "", policy, reasons=(_NOT_A_JUDGMENT,))
    head = read_head(paragraphs, front.start)
    case = _Case(paragraphs, chosen, front, head, read_tail(paragraphs, head.end[0]), kept_terms=kept_terms)
    case.doubts.extend(doubting.from_findings([*document.findings, *([mark] if mark else [])]))
    _settle_subjects(case, parties)
    _find_passages(case)
    numbered = ordinals or wants_ordinals(amendments)
    found, secrets = _find(case, ordinals=numbered)
    _doubt(case, found, document)
    secrets += amend_found(found, paragraphs, amendments)
    case.sections.removals = amend_removals(case.sections.removals, paragraphs, amendments)
    masked = build(paragraphs, found, case.sections.removals, _parts(case), case.sections.facts)
    return _edition(case, masked, list(dict.fromkeys(secrets)), ordinals=numbered)


def _settle_subjects(case: _Case, listed: Sequence[Party] | None) -> None:
    """Parties from the head and from the list, then their aliases, then the victims of a criminal case."""
    texts, head = case.texts, case.head
    span = range(head.start[0], min(head.end[0] + 1, len(texts)))
    note_told_parties(head, case.paragraphs)
    if listed is not None:
        case.doubts.extend(reconcile.with_list(head, listed, "".join(texts[i] for i in span)))
    if case.front.is_criminal:
        victims, unsure = find_victims(texts, head.subjects)
        head.subjects.extend(victims)
        case.doubts.extend(unsure)
    else:
        head.subjects.extend(find_children(texts, head.subjects))
    head.subjects.extend(find_minors(texts, head.subjects))
    declare_aliases(texts, head.subjects, set(span))
    note_stated_addresses(texts, head.subjects)
    for short in undeclared_short_forms(texts, head.subjects):
        short.subject.add_alias(short.text)
        case.doubts.append(
            Doubt(
                "undeclared_short_form",
                not short.sure,
                f"“{short.text}”可能是当事人“{short.subject.name}”的简称，文中没有说明。",
                case.paragraphs[short.paragraph].where,
                short.text,
            )
        )


def _find_passages(case: _Case) -> None:
    """The cause, and what R32 takes out; nothing in rulings, criminal cases and second instance (D13, D21)."""
    names = case.folded_names()
    start = case.head.end
    sentences = signed_sentences(case.paragraphs, [i for i in case.body if i >= start[0]][:12], start, names)
    case.cause = cause_of(sentences, case.front)
    body = "".join(case.paragraphs[i].text for i in case.body if i >= start[0])
    case.doubts.extend(reconcile.about_head(case.head, case.front, sentences, body))
    stop = case.tail.ruling if case.tail.ruling is not None else case.tail.signature
    found = find_sections(
        case.paragraphs, case.body, start, len(case.paragraphs) if stop is None else stop, names
    )
    case.sections = found
    if not _removes(case):
        found.removals = []
        if case.policy.removes_pleadings and "附带民事" in (case.front.field or ""):
            found.removals = find_civil_passages(case.paragraphs, case.body, start, stop, names)
        return
    found.endless = found.endless or ("claims" if found.swallowed else None)
    if found.endless:
        case.doubts.append(
            Doubt(
                "section_end_missing",
                True,
                "没有找到诉称、答辩部分的结尾，没有删除任何内容，请人工划定。",
                "诉辩部分",
            )
        )
    elif found.overlooked or (not found.removals and found.unrecognised):
        case.doubts.append(
            Doubt(
                "section_not_recognised", True, "没有认出诉称、答辩部分，请人工划定应删除的内容。", "诉辩部分"
            )
        )
    elif not found.removals:
        case.doubts.append(Doubt("section_absent", False, "文书中没有诉称、答辩部分。", "诉辩部分"))
    if found.reopened:
        case.doubts.append(
            Doubt(
                "section_order",
                True,
                "“本院认为”之后又出现“经审理查明”，诉称、答辩部分的范围不确定，请人工核对。",
                "诉辩部分",
            )
        )
    if found.endless:
        found.removals = []


def _removes(case: _Case) -> bool:
    front = case.front
    return (
        case.policy.removes_pleadings
        and front.kind == "判决书"
        and not front.is_criminal
        and front.instance in ("一审", "再审", "", "特别程序")
    )


def _find(case: _Case, *, ordinals: bool) -> tuple[list[Found], list[tuple[str, str]]]:
    """What is to be masked, paragraph by paragraph, and the secrets the gate looks for."""
    names, addresses = _secret_names(case, ordinals=ordinals), _addresses(case)
    finder = Finder(
        names,
        addresses,
        mask_other_houses=case.policy.masks_all_parties and is_about_real_property(case.cause),
        mask_property=case.policy.masks_all_parties,
        mask_codes=case.policy.masks_codes,
        kept=_kept_names(case),
    )
    found = find_in(finder, case.paragraphs, case.signers)
    secrets: list[tuple[str, str]] = [
        (name.category, name.text) for key, name in names.items() if len(key) > 1
    ]
    secrets.extend(("address", text) for text in addresses.secrets())
    for paragraph in found:
        secrets.extend((i.category, i.text) for i in paragraph.identifiers if len(comparable(i.text)) >= 6)
    return found, secrets


def _secret_names(case: _Case, *, ordinals: bool) -> dict[str, SecretName]:
    """Folded name → how it is masked; the first subject of a name decides."""
    subjects = case.head.subjects
    setting = Setting(case.cause, case.front.is_criminal)
    masked = [subject for subject in subjects if is_masked(case.policy, subject, setting)]
    forms = replacements_for(case.policy, masked, ordinals=ordinals)
    names: dict[str, SecretName] = {}
    for index, subject in enumerate(masked):
        for name in subject.names():
            if not is_masked_already(name):
                own = name == subject.name
                category: Category = (
                    ("party" if subject.group in ("party", "victim") else "other") if own else "alias"
                )
                names.setdefault(comparable(name), SecretName(name, forms[index], category))
    return names


def _kept_names(case: _Case) -> list[str]:
    """Folded names that stay: lawyers, judges, clerks, the court's words; no shorter name of a party cuts a longer one."""
    terms = [comparable(term) for term in case.kept_terms]
    lawyers = [comparable(s.name) for s in case.head.subjects if s.group == "lawyer"]
    return [
        *terms,
        *lawyers,
        *(comparable(name) for name in doubting.bench_of(case.paragraphs, case.signers)),
    ]


def _addresses(case: _Case) -> AddressBook:
    found: list[Address] = []
    for subject in case.head.subjects:
        if subject.group == "lawyer" or (case.policy.cuts_to_district and subject.kind == "organisation"):
            continue
        found.extend(private_address(case.policy, text) for text in distinct(subject.addresses))
    return AddressBook(found)


def _parts(case: _Case) -> dict[int, Part]:
    parts: dict[int, Part] = {}
    signature = set(case.signature)
    current: Part = "procedure"
    facts = case.sections.facts or case.sections.procedure_end
    ruled = False
    for index, paragraph in enumerate(case.paragraphs):
        if index in case.front.lines:
            parts[index] = case.front.lines[index]
        elif paragraph.kind not in ("body", "table"):
            parts[index] = "other"
        elif (index, 0) < case.head.end and index >= case.front.start[0]:
            parts[index] = "parties"
        elif index < case.front.start[0]:
            parts[index] = "other"
        elif index in signature:
            parts[index] = "signature"
        elif signature and index > max(signature) and paragraph.kind == "table":
            parts[index] = "other"
        else:
            if current == "procedure" and facts is not None and (index, 0) >= facts:
                current = "facts"
            current = part_of(paragraph.text, current, after_ruling=ruled)
            parts[index] = current
            ruled = ruled or is_ruling_line(paragraph.text)
            if current == "procedure" and ends_procedure(paragraph.text):
                current = "facts"
    return parts


def _doubt(case: _Case, found: Sequence[Found], document: SourceDocument) -> None:
    texts = case.texts
    case.doubts.extend(doubting.about_kind(case.front))
    case.doubts.extend(
        doubting.about_grounds(case.front, case.cause, texts, case.head.subjects, case.tail.decided_on)
    )
    closed = find_closed_hearing(document)
    if closed is not None:
        case.doubts.extend(doubting.from_findings([closed]))
    case.doubts.extend(
        doubting.about_names(case.head.subjects, doubting.bench_of(case.paragraphs, case.signers), texts)
    )
    case.doubts.extend(doubting.about_others(case.head.subjects, texts))
    undecided: dict[str, str] = {}
    for index, paragraph in enumerate(found):
        for name, _ in paragraph.undecided:
            undecided.setdefault(name, case.paragraphs[index].where)
        case.doubts.extend(
            Doubt(
                "house_number",
                False,
                f"“{place.text}”不是已知的当事人住址，请决定是否隐去。",
                case.paragraphs[index].where,
                place.text,
                (index, place.start, place.end),
            )
            for place in paragraph.places
        )
    case.doubts.extend(
        Doubt("ambiguous_name", True, f"“{name}”是当事人还是普通词语，无法确定。", where, name)
        for name, where in undecided.items()
    )


def _edition(case: _Case, masked: Masked, secrets: list[tuple[str, str]], *, ordinals: bool) -> Edition:
    subjects = case.head.subjects
    setting = Setting(case.cause, case.front.is_criminal)
    shown = [s for s in subjects if is_masked(case.policy, s, setting)]
    forms = replacements_for(case.policy, shown, ordinals=ordinals)
    position = {id(subject): index for index, subject in enumerate(subjects)}
    by_subject = {position[id(subject)]: forms[index] for index, subject in enumerate(shown)}
    edition = Edition(
        status="ready",
        kind=case.front.kind,
        case_number=case.front.case_number,
        title=title_of(subjects, by_subject, case.front, case.cause),
        policy=case.policy.name,
        paragraphs=tuple(masked.paragraphs),
        parties=tuple(parties_in_order(subjects, case.texts)),
        replacements=tuple(masked.replacements),
        removed_sections=tuple(removed_sections(case.paragraphs, case.sections.removals)),
        kept=tuple(masked.kept),
        secrets=tuple(secrets),
        cause=case.cause,
        decided_on=case.tail.decided_on,
        removals=tuple((r.paragraph, r.start, r.end, r.kind) for r in case.sections.removals),
    )
    return _judge(edition, case, by_subject)


def _judge(edition: Edition, case: _Case, forms: dict[int, str]) -> Edition:
    """The status, after the leak gate has been tried on the text itself."""
    gate = LeakGate(edition)
    if list(gate.search("title", edition.title)):
        edition = replace(edition, cause=None, title=title_of(case.head.subjects, forms, case.front, None))
    for index, paragraph in enumerate(edition.paragraphs):
        for leak in gate.search("text", paragraph.text):
            case.doubts.append(
                Doubt(
                    "leak",
                    True,
                    f"公开文本中仍有应当隐去的内容（{leak.category}）。",
                    f"公开文本第{index + 1}段",
                )
            )
    doubts = tuple(dict.fromkeys(case.doubts))
    reasons = tuple(dict.fromkeys(doubt.text for doubt in doubts if doubt.blocking))
    return replace(edition, doubts=doubts, reasons=reasons, status="held" if reasons else "ready")
