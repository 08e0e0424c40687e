"""The leak gate as the actions use it: every artefact is made, searched for every secret, and only then given out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from judgments.actions.base import Check
from judgments.redaction.edition import Edition
from judgments.redaction.gate import check as search_for_secrets
from judgments.redaction.writers.artefacts import public_artefacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from judgments.models import Draft, Judgment


@dataclass(frozen=True, slots=True)
class Artefacts:
    """Everything of one edition that becomes public, made once and searched as a whole."""

    title: str
    html: str
    text: str
    docx: bytes
    leaks: tuple[str, ...]
    """Where a secret was found: artefact, part and category, never the secret itself."""

    @property
    def sha256(self) -> str:
        """Of the UTF-8 text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def check(self) -> Check:
        """The gate as a named condition."""
        message = f"泄露检查未通过：{'、'.join(self.leaks[:5])}。请退回并补充当事人名单或修改文书"
        return Check("leak_gate", not self.leaks, "泄露检查通过", message)


def artefacts_of(draft: Draft, judgment: Judgment) -> Artefacts:
    """Make and search the artefacts of a draft, with what index and feed say beside its text."""
    division = judgment.division.full_name if judgment.division else ""
    return make(Edition.from_json(draft.edition), judgment.slug, (judgment.number, judgment.cause, division))


def make(edition: Edition, slug: str, beside: Sequence[str] = ()) -> Artefacts:
    """Make and search the artefacts of an edition under its public address; `beside` are the other words of its entries."""
    parts = {**public_artefacts(edition, slug), "index": "\n".join(beside)}
    leaks = search_for_secrets(parts, edition)
    return Artefacts(
        title=edition.title,
        html=str(parts["public.html"]),
        text=str(parts["public.txt"]),
        docx=bytes(parts["public.docx"]),  # type: ignore[arg-type]
        leaks=tuple(dict.fromkeys(f"{leak.artefact}（{leak.category}，{leak.where}）" for leak in leaks)),
    )
