"""Hold what the redact command wrote against the truth about a document."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tests.heldback.corpus import Specimen
from tests.heldback.markup import Passage, Secret, fold
from tests.heldback.packages import W

REPORT_KEYS = {
    "status",
    "kind",
    "case_number",
    "parties",
    "replacements",
    "removed_sections",
    "doubts",
    "reasons",
}
REPLACED = {
    "party",
    "alias",
    "address",
    "id_number",
    "phone",
    "bank_account",
    "plate",
    "email",
    "wechat",
    "certificate",
    "credit_code",
    "other",
}

KINDS = {"claims", "defence"}


@dataclass
class Finding:
    """One thing treated wrongly: where, and what was expected."""

    sort: str
    category: str
    text: str
    where: str


@dataclass
class Outcome:
    specimen: Specimen
    status: str
    findings: list[Finding] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)

    def add(self, sort: str, category: str, text: str, where: str = "") -> None:
        self.findings.append(Finding(sort, category, text, where))


def docx_text(data: bytes) -> tuple[str, str]:
    """The main text with ¶ between paragraphs, and everything else in the package, attribute values included."""
    main, rest = "", []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            values = [v for node in root.iter(etree.Element) for v in node.attrib.values()]
            rest.append(" ".join(str(v) for v in values))
            if name == "word/document.xml":
                paragraphs = root.iter(f"{{{W}}}p")
                main = "¶".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in paragraphs)
            else:
                rest.append("".join(str(t) for t in root.itertext()))
    return main, " ".join(rest)


def html_text(source: str) -> str:
    broken = re.sub(r"</(p|td|th|tr|h\d|li|div)>", "¶", source)
    return html.unescape(re.sub(r"<[^>]+>", "", broken))


def _right_replacement(row: dict[str, object]) -> bool:
    return row["category"] in REPLACED and {"original", "replacement", "count"} <= row.keys()


def contract_faults(report: dict[str, object]) -> list[str]:
    """Where a report.json departs from the promised keys and values."""
    faults = [f"missing {key}" for key in sorted(REPORT_KEYS - report.keys())]
    if report.get("status") not in {"ready", "held", "refused"}:
        faults.append(f"status {report.get('status')}")
    rows = [row for row in report.get("replacements", []) if not _right_replacement(row)]  # type: ignore[attr-defined]
    faults += [f"replacement {sorted(row)} {row['category']}" for row in rows]
    passages = report.get("removed_sections", [])
    faults += ["removed_sections" for row in passages if row["kind"] not in KINDS or "text" not in row]  # type: ignore[attr-defined]
    doubts = report.get("doubts", [])
    faults += ["doubts" for row in doubts if not {"code", "blocking", "text", "where"} <= row.keys()]  # type: ignore[attr-defined]
    if report.get("status") == "ready" and any(d["blocking"] for d in report.get("doubts", [])):  # type: ignore[attr-defined]
        faults.append("ready with a blocking doubt")
    return faults


def _around(text: str, piece: str, expected: str) -> str:
    """The first place of ``piece`` whose neighbourhood the truth does not have."""
    for match in re.finditer(re.escape(piece), text):
        if text[max(0, match.start() - 2) : match.end() + 2] not in expected:
            return text[max(0, match.start() - 30) : match.end() + 20]
    return ""


def _instead(text: str, clause: str) -> str:
    """What stands where a lost clause began or ended."""
    for piece, before, after in ((clause[:4], 15, 40), (clause[-4:], 40, 15)):
        place = text.find(piece)
        if place >= 0:
            return text[max(0, place - before) : place + after]
    return ""


def leaked_pieces(item: Secret, actual: str, expected: str) -> list[str]:
    """Parts of a secret that stand more often in the public text than the truth allows."""
    return [p for p in item.pieces if actual.count(fold(p)) > expected.count(fold(p))]


def _check_secrets(outcome: Outcome, versions: dict[str, str], rest: str, noticed: str) -> None:
    truth = outcome.specimen.truth
    for item in truth.secrets:
        outcome.tally[f"secrets {item.category}"] += 1
        seen = any(fold(piece) in noticed for piece in item.pieces)
        if "reviewer" in item.category and seen:
            outcome.tally[f"kept secret {item.category}"] += 1
            continue
        leaked = False
        for version, actual in versions.items():
            pieces = leaked_pieces(item, actual, truth.expected)
            if pieces and not leaked:
                outcome.add(
                    "left with a notice" if seen else "leak",
                    item.category,
                    item.text,
                    f"{version}: {_around(actual, fold(pieces[0]), truth.expected)}",
                )
            leaked = leaked or bool(pieces)
        if not leaked and len(fold(item.text)) > 1 and fold(item.text) in rest:
            outcome.add("leak", item.category, item.text, "another part of public.docx")
            leaked = True
        outcome.tally[f"kept secret {item.category}"] += not leaked


def clause_group(clause: str) -> str:
    groups = {
        "judge or clerk": "审判长|审判员|陪审员|书记员|法官助理|执行员",
        "lawyer": "律师|法律工作者",
        "court or agency": "法院|检察院|公安|仲裁委员会|医院|公证处",
        "statute": "第.+条",
        "case number": r"字第\d+号|\d+民初\d+号",
        "street": "[路街道巷村约]$",
    }
    return next((name for name, pattern in groups.items() if re.search(pattern, clause)), "sentence")


def _check_officials(outcome: Outcome, versions: dict[str, str]) -> None:
    """Judges, clerks, lawyers and witnesses keep their names as often as the truth has them."""
    one = outcome.specimen
    for name in one.officials:
        wanted = one.truth.expected.count(name)
        outcome.tally["clauses name that stays"] += wanted > 0
        if any(actual.count(name) < wanted for actual in versions.values()):
            line = next(s for s in one.truth.original.splitlines() if name in fold(s))
            outcome.add("lost", "name that stays", name, line[:120])


def _check_clauses(outcome: Outcome, versions: dict[str, str]) -> None:
    for clause in outcome.specimen.truth.clauses:
        group = clause_group(clause)
        outcome.tally[f"clauses {group}"] += 1
        lost = [v for v, actual in versions.items() if clause not in actual]
        if lost:
            outcome.add("lost", group, clause, _instead(versions[lost[0]], clause))


def _shape(passages: list[Passage]) -> list[tuple[str, str]]:
    return [(p.kind, "\n".join(s.strip() for s in p.text.strip().splitlines())) for p in passages]


def _check_sections(outcome: Outcome, report: dict[str, object]) -> None:
    rows = report.get("removed_sections") or []
    found = _shape([Passage(r["kind"], r["text"]) for r in rows])  # type: ignore[attr-defined]
    wanted = _shape(outcome.specimen.truth.passages)
    outcome.tally["sections documents"] += 1
    if found == wanted:
        outcome.tally["sections exact"] += 1
        return
    same = fold("".join(t for _, t in found)) == fold("".join(t for _, t in wanted))
    outcome.tally["sections same text"] += same
    for kind, text in [row for row in wanted if row not in found]:
        outcome.add("section", "other rows" if same else f"{kind} expected", text)
    for kind, text in [row for row in found if row not in wanted]:
        outcome.add("section", "other rows" if same else f"{kind} removed", text)


def _check_report(outcome: Outcome, report: dict[str, object]) -> None:
    one = outcome.specimen
    for fault in contract_faults(report):
        outcome.add("contract", "report.json", fault)
    reasons = [f"{d['code']}：{d['text']}" for d in report.get("doubts", []) if d["blocking"]]  # type: ignore[attr-defined]
    if outcome.status not in one.statuses:
        why = json.dumps([*reasons, *report.get("reasons", [])], ensure_ascii=False)[:500]  # type: ignore[misc]
        outcome.add("status", "/".join(one.statuses), f"came out {outcome.status}", why)
    outcome.tally["statuses right"] += outcome.status in one.statuses
    if one.statuses[0] == "refused":
        return
    if fold(str(report.get("kind"))) not in {one.kind, one.kind[-3:]}:
        outcome.add("kind", one.kind, str(report.get("kind")))
    if fold(str(report.get("case_number"))) != fold(one.case_number):
        outcome.add("case number", one.case_number, str(report.get("case_number")))
    listed = [fold(p["name"]) for p in report.get("parties", [])]  # type: ignore[attr-defined]
    places = [fold(one.truth.original).find(name) for name in listed]
    if places != sorted(places):
        outcome.add("contract", "report.json", "parties not in document order: " + "、".join(listed))
    named = set(listed)
    for party in one.parties:
        outcome.tally["parties"] += 1
        outcome.tally["parties found"] += fold(party) in named
        if fold(party) not in named:
            outcome.add("party", "not in report.json", party, "、".join(sorted(named)))


def judge(one: Specimen, folder: Path) -> Outcome:
    """Everything that is right and wrong in one output folder."""
    path = folder / "report.json"
    if not path.exists():
        outcome = Outcome(one, "missing")
        outcome.add("contract", "report.json", "no report was written")
        return outcome
    report = json.loads(path.read_text("utf-8"))
    outcome = Outcome(one, str(report.get("status")))
    _check_report(outcome, report)
    if outcome.status == "refused" or one.statuses[0] == "refused":
        return outcome
    if not (folder / "public.docx").exists() or not (folder / "public.html").exists():
        outcome.add("contract", "public files", "not written")
        return outcome
    main, rest = docx_text((folder / "public.docx").read_bytes())
    page = html_text((folder / "public.html").read_text("utf-8"))
    versions = {"public.docx": fold(main), "public.html": fold(page)}
    noticed = fold("¶".join(d["text"] for d in report.get("doubts", [])))
    _check_secrets(outcome, versions, fold(rest), noticed)
    _check_officials(outcome, versions)
    _check_clauses(outcome, versions)
    _check_sections(outcome, report)
    return outcome
