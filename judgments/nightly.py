"""Every night, everything published is searched once more for everything known of its case, and the ledger is checked."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass

from django.core.files.storage import default_storage

from judgments import ledger
from judgments.indexing import document_of
from judgments.models import LedgerEntry, PublicEdition
from judgments.redaction.edition import Edition
from judgments.redaction.gate import check

log = logging.getLogger(__name__)
CHUNK = 100


@dataclass(frozen=True, slots=True)
class Nightly:
    """What a night found: editions searched, slugs with a leak, files missing, first broken entry of the ledger."""

    searched: int
    leaking: tuple[str, ...]
    missing: tuple[str, ...]
    broken_entry: int | None


def check_everything_published() -> Nightly:
    """Search page, text, file, index entry and note of every public edition; findings are logged by address only.

    The feed says what the index entry and the note say.
    """
    searched, leaking, missing = 0, [], []
    current = PublicEdition.objects.filter(withdrawn_at__isnull=True, judgment__edition_id__isnull=False)
    current = current.select_related("draft", "judgment__division", "judgment__edition__batch")
    for edition in current.iterator(chunk_size=CHUNK):
        if edition.judgment.edition_id != edition.pk:
            continue
        if edition.docx.name and not default_storage.exists(edition.docx.name):
            missing.append(edition.judgment.slug)
            continue
        if edition.draft is not None:
            searched += 1
            if _leaks(edition):
                leaking.append(edition.judgment.slug)
    broken = ledger.first_broken(LedgerEntry.objects.order_by("number").iterator(chunk_size=1000))
    result = Nightly(searched, tuple(leaking), tuple(missing), broken.number if broken else None)
    for slug in leaking:
        log.error("leak check failed for %s: withdraw it", slug)
    for slug in missing:
        log.error("public file missing for %s", slug)
    if result.broken_entry is not None:
        log.error("ledger broken at entry %s", result.broken_entry)
    return result


def _leaks(edition: PublicEdition) -> bool:
    source = Edition.from_json(edition.draft.edition)  # type: ignore[union-attr]
    artefacts: dict[str, bytes | str] = {
        "public.html": edition.html,
        "public.txt": edition.text,
        "title": edition.title,
        "slug": edition.judgment.slug,
        "index.json": json.dumps(asdict(document_of(edition.judgment)), ensure_ascii=False, default=str),
        "note": edition.correction_note,
        "file name": edition.docx.name or "",
    }
    if edition.docx.name:
        with default_storage.open(edition.docx.name) as file:
            artefacts["public.docx"] = file.read()
    return bool(check(artefacts, source))
