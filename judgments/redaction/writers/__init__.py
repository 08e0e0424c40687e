"""The public edition becomes files: page fragment, text, .docx, and the list of all that is public."""

from judgments.redaction.writers.artefacts import public_artefacts
from judgments.redaction.writers.docx import to_docx
from judgments.redaction.writers.html import to_html
from judgments.redaction.writers.text import to_text

__all__ = ["public_artefacts", "to_docx", "to_html", "to_text"]
