"""The .pdf of a public edition: made where LibreOffice is on the server, from the public .docx, through the same leak gate."""

from __future__ import annotations

import io
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import F
from pypdf import PdfReader

from judgments.intake import convert
from judgments.models import PublicEdition
from judgments.redaction.edition import Edition
from judgments.redaction.gate import check

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 3


def wanted(limit: int = 50) -> list[int]:
    """Public editions that have no .pdf yet; none where LibreOffice is not installed."""
    if not convert.available():
        return []
    rows = PublicEdition.objects.filter(pdf="", withdrawn_at__isnull=True, draft__isnull=False)
    current = rows.filter(judgment__edition_id=F("pk"), pdf_attempts__lt=MOST_ATTEMPTS)
    return list(current.order_by("-pk").values_list("pk", flat=True)[:limit])


def make_pdf(edition_id: int) -> bool:
    """Convert, search the text of every page and its properties, and only then store. Returns whether a file is public now."""
    rows = PublicEdition.objects.filter(pk=edition_id, pdf="", withdrawn_at__isnull=True)
    edition = rows.select_related("draft", "judgment").first()
    if edition is None or edition.draft is None or not edition.docx.name:
        return False
    PublicEdition.objects.filter(pk=edition_id).update(pdf_attempts=F("pdf_attempts") + 1)
    with default_storage.open(edition.docx.name) as file:
        data = convert.docx_to_pdf(file.read())
    if check({"public.pdf.txt": text_of(data)}, Edition.from_json(edition.draft.edition)):
        log.error("leak check refused the pdf of %s", edition.judgment.slug)
        return False
    name = edition.docx.name.removesuffix(".docx") + ".pdf"
    stored = default_storage.save(name, ContentFile(data))
    still_public = PublicEdition.objects.filter(pk=edition_id, withdrawn_at__isnull=True).update(pdf=stored)
    if not still_public:
        default_storage.delete(stored)
    return bool(still_public)


def text_of(data: bytes) -> str:
    """All text of a .pdf: pages and document properties, one paragraph a page line."""
    reader = PdfReader(io.BytesIO(data))
    properties = [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join([*(page.extract_text() for page in reader.pages), *properties])
