"""Text as people type it: control characters are refused wherever words are kept; a database answers some with an error."""

from __future__ import annotations

import unicodedata
from typing import Final

ALLOWED: Final = "\n\r\t"
SAID: Final = "内容里有看不见的控制字符，请删去后重新填写"


def is_plain(text: str) -> bool:
    """Whether a text holds no control character but line breaks and tabs."""
    return not any(sign not in ALLOWED and unicodedata.category(sign) in ("Cc", "Cs") for sign in text)
