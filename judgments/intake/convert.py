"""Other formats through LibreOffice, where the server has it."""

from __future__ import annotations


def available() -> bool:
    """Whether LibreOffice is installed here."""
    raise NotImplementedError


def to_docx(data: bytes, source_format: str, timeout_seconds: float = 60) -> bytes:
    """`data` (format "doc", "wps", "rtf" …) as .docx. Raises `Refused`."""
    raise NotImplementedError


def docx_to_pdf(data: bytes, timeout_seconds: float = 60) -> bytes:
    """`data` as PDF. Raises `Refused`."""
    raise NotImplementedError
