"""One document from file to files: read, redacted, written, and let out by the leak gate only. No Django, no database."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from judgments.intake.document import Refused
from judgments.intake.mark import find_mark
from judgments.intake.reader import read_docx
from judgments.redaction.amendments import Amendment
from judgments.redaction.edition import Doubt, Edition, Party, Status
from judgments.redaction.engine import redact
from judgments.redaction.gate import check
from judgments.redaction.report import report_of, report_of_refusal
from judgments.redaction.writers.artefacts import public_artefacts

PUBLIC_FILES: Final = ("public.docx", "public.html", "public.txt")
ALL_FILES: Final = (*PUBLIC_FILES, "report.json", "edition.json")
FAILED: Final = (
    "处理这份文件时出错，没有生成上网版。请把文件另存为新的 .docx 再试；仍不成功的，请联系技术人员。"
)


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: paths, the confirmed parties or None, the policy, which of `ALL_FILES` to write.

    `amendments` are a reviewer's corrections, `kept_terms` the court's words that stay.
    """

    input: str
    out_dir: str
    parties: tuple[Party, ...] | None = None
    policy: str = "liwan-2013"
    file_name: str = ""
    files: tuple[str, ...] = ALL_FILES
    amendments: tuple[Amendment, ...] = ()
    kept_terms: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As JSON types."""
        parties = None if self.parties is None else [_party_row(party) for party in self.parties]
        return {
            "input": self.input, "out_dir": self.out_dir, "parties": parties, "policy": self.policy, "file_name": self.file_name,
            "files": list(self.files), "amendments": [a.to_json() for a in self.amendments], "kept_terms": list(self.kept_terms),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Job:
        """The inverse of `to_json`."""
        parties = data.get("parties")
        return cls(
            data["input"],
            data["out_dir"],
            None if parties is None else tuple(party_from(row) for row in parties),
            data.get("policy", "liwan-2013"),
            data.get("file_name", ""),
            tuple(data.get("files", ALL_FILES)),
            tuple(Amendment.from_json(row) for row in data.get("amendments", ())),
            tuple(data.get("kept_terms", ())),
        )


@dataclass(frozen=True, slots=True)
class Result:
    """How a job ended; `message` is Chinese and says why where it is not `ready`."""

    status: Status
    message: str = ""
    code: str = ""


def _party_row(party: Party) -> dict[str, Any]:
    return {
        "role": party.role,
        "name": party.name,
        "kind": party.kind,
        "aliases": list(party.aliases),
        "addresses": list(party.addresses),
    }


def party_from(row: Mapping[str, Any]) -> Party:
    """One row of a party list. Raises ValueError, in Chinese, where it is not one."""
    role, name, kind = row.get("role"), row.get("name"), row.get("kind", "person")
    if not (isinstance(role, str) and role.strip() and isinstance(name, str) and name.strip()):
        raise ValueError("当事人名单的每一项都要有 role 和 name。")
    if kind not in ("person", "organisation"):
        raise ValueError(f"当事人名单中的 kind 只能是 person 或 organisation，不能是“{kind}”。")
    return Party(
        role.strip(), name.strip(), kind, _strings(row.get("aliases")), _strings(row.get("addresses"))
    )


def _strings(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if (
        not isinstance(value, Sequence)
        or isinstance(value, str)
        or not all(isinstance(item, str) for item in value)
    ):
        raise ValueError("当事人名单中的 aliases 和 addresses 要写成文字的列表。")
    return tuple(value)


def run(job: Job) -> Result:
    """Does the job and writes its files. What the file itself is at fault for is a result, never an exception."""
    out = Path(job.out_dir)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        document = read_docx(Path(job.input).read_bytes())
    except Refused as refused:
        return refuse(out, refused.message, refused.code)
    except OSError as error:
        return refuse(out, f"读不到这个文件（{error.strerror}）。请核对路径和权限。", "unreadable")
    edition = redact(
        document,
        parties=job.parties,
        policy=job.policy,
        mark=find_mark(document, job.file_name),
        file_name=job.file_name,
        amendments=job.amendments,
        kept_terms=job.kept_terms,
    )
    if edition.status == "refused":
        return refuse(out, "".join(edition.reasons), "not_a_judgment")
    artefacts = public_artefacts(edition, "")
    edition = held_by_gate(edition, artefacts)
    contents: dict[str, bytes | str] = {name: artefacts[name] for name in PUBLIC_FILES}
    contents["report.json"] = json.dumps(report_of(edition), ensure_ascii=False, indent=1)
    if "edition.json" in job.files:
        contents["edition.json"] = json.dumps(edition.to_json(), ensure_ascii=False)
    for name in job.files:
        write_private(out / name, contents[name])
    return Result(edition.status, "".join(edition.reasons))


def held_by_gate(edition: Edition, artefacts: Mapping[str, bytes | str]) -> Edition:
    """The edition, held where the leak gate finds anything in its artefacts."""
    leaks = check(artefacts, edition)
    if not leaks:
        return edition
    doubts = (*edition.doubts, *dict.fromkeys(Doubt("leak", True, str(leak), leak.part) for leak in leaks))
    reasons = tuple(dict.fromkeys(doubt.text for doubt in doubts if doubt.blocking))
    return replace(edition, status="held", doubts=doubts, reasons=reasons)


def refuse(out: Path, message: str, code: str) -> Result:
    """Writes the report of a refusal, and nothing else."""
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ALL_FILES:
        (out / name).unlink(missing_ok=True)
    write_private(
        out / "report.json", json.dumps(report_of_refusal(message, code), ensure_ascii=False, indent=1)
    )
    return Result("refused", message, code)


def write_private(path: Path, content: bytes | str) -> None:
    """Writes a file only its owner can read (0600), from the first byte on."""
    data = content.encode() if isinstance(content, str) else content
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
