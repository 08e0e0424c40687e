"""Text that XML, HTML and UTF-8 can carry: the one place where writers drop what no file format can hold."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def xml_safe(text: str) -> str:
    """`text` without control characters; half surrogates become U+FFFD, line ends one line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_XML.sub(_substitute, text)


def escape(text: str) -> str:
    """`xml_safe` text with the five characters escaped that mean something in XML and HTML."""
    text = xml_safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def _substitute(match: re.Match[str]) -> str:
    return "" if match.group() < "\xa0" else _REPLACEMENT
