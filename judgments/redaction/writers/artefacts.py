"""Everything that becomes public from one edition, so that the leak gate cannot overlook a file."""

from __future__ import annotations

import json

from judgments.redaction.edition import Edition
from judgments.redaction.writers.docx import to_docx
from judgments.redaction.writers.html import to_html
from judgments.redaction.writers.safe_text import xml_safe
from judgments.redaction.writers.text import to_text


def public_artefacts(edition: Edition, slug: str) -> dict[str, bytes | str]:
    """Artefact → content: the three files, the title, the slug of the address, the JSON record (R30)."""
    return {
        "public.docx": to_docx(edition),
        "public.html": to_html(edition),
        "public.txt": to_text(edition),
        "title": xml_safe(edition.title),
        "slug": slug,
        "record.json": record_json(edition),
    }


def record_json(edition: Edition) -> str:
    """The public JSON record: what the page says, as data; nothing of parties, replacements or secrets."""
    record = {
        "case_number": edition.case_number,
        "kind": edition.kind,
        "title": xml_safe(edition.title),
        "cause": edition.cause,
        "decided_on": edition.decided_on,
        "policy": edition.policy,
        "paragraphs": [
            {"part": paragraph.part, "text": xml_safe(paragraph.text)}
            for paragraph in edition.paragraphs
            if paragraph.kind not in ("header", "footer")
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)
