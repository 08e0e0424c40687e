"""The report of one redaction: what a clerk or a program reads about it, as JSON types."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from judgments.redaction.edition import Edition


def report_of(edition: Edition) -> dict[str, Any]:
    """The report of an edition; it quotes the original and is never public."""
    return {
        "status": edition.status,
        "kind": edition.kind,
        "case_number": edition.case_number,
        "title": edition.title,
        "policy": edition.policy,
        "parties": [
            {"role": p.role, "name": p.name, "kind": p.kind, "aliases": list(p.aliases)}
            for p in edition.parties
        ],
        "replacements": [asdict(row) for row in edition.replacements],
        "removed_sections": [asdict(row) for row in edition.removed_sections],
        "doubts": [
            {"code": d.code, "blocking": d.blocking, "text": d.text, "where": d.where} for d in edition.doubts
        ],
        "reasons": list(edition.reasons),
    }


def report_of_refusal(message: str, code: str) -> dict[str, Any]:
    """The report of a file that could not be taken in."""
    return {
        "status": "refused",
        "kind": None,
        "case_number": None,
        "title": "",
        "policy": "",
        "parties": [],
        "replacements": [],
        "removed_sections": [],
        "doubts": [{"code": code, "blocking": True, "text": message, "where": "文件"}],
        "reasons": [message],
    }
