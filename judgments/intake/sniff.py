"""What kind of file the bytes are, by content: a name or extension says nothing here."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

Format = Literal[
    "docx", "docm", "encrypted", "doc", "wps", "ole", "rtf", "pdf", "html", "xml",
    "xlsx", "pptx", "odt", "zip", "truncated", "bomb", "empty", "unknown",
]  # fmt: skip

CONVERTIBLE: frozenset[Format] = frozenset({"doc", "wps", "rtf", "odt", "pdf"})
"""What `convert.to_docx` can turn into .docx."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_STREAMS: tuple[tuple[str, Format], ...] = (
    ("EncryptedPackage", "encrypted"),
    ("WpsCustomData", "wps"),
    ("MatOST", "wps"),
    ("WordDocument", "doc"),
)
_ZIP_PREFIXES: tuple[tuple[str, Format], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DIRECTORY_LIMIT = 20_000
"""Entries; a directory is read into memory as a whole, so it is counted first."""


def sniff(data: bytes) -> Format:
    """The format of `data`; "docx" is a package that looks like Word's, whether or not it can be read."""
    if not data.strip(b"\0 \r\n\t"):
        return "empty"
    if data.startswith(_OLE):
        return _ole_format(data)
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data)
    return _text_format(data)


def _text_format(data: bytes) -> Format:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    lower = head.lower()
    if lower.startswith(b"mime-version:") or b"<html" in lower:
        return "html"
    return "xml" if lower.startswith(b"<?xml") else "unknown"


def _ole_format(data: bytes) -> Format:
    for name, found in _OLE_STREAMS:
        if _has_ole_entry(data, name):
            return found
    return "ole"


def _has_ole_entry(data: bytes, name: str) -> bool:
    """Whether a directory entry has this name.

    Entries of a compound file are 128 bytes long, aligned, and begin with the name: text cannot pose as one.
    """
    encoded = (name + "\0").encode("utf-16-le")
    position = data.find(encoded, 512)
    while position != -1:
        if position % 128 == 0:
            return True
        position = data.find(encoded, position + 2)
    return False


def _zip_format(data: bytes) -> Format:
    if data.count(_DIRECTORY_ENTRY) > _DIRECTORY_LIMIT:
        return "bomb"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        return "truncated"
    if "mimetype" in names and "content.xml" in names:
        return "odt"
    if "[content_types].xml" not in names:
        return "zip"
    if any(name.endswith("vbaproject.bin") for name in names):
        return "docm"
    for prefix, found in _ZIP_PREFIXES:
        if any(name.startswith(prefix) for name in names):
            return found
    return "zip"
