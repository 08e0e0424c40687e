"""The letters of a case key (查阅密码): 16 characters in four groups, easy to copy from paper, the last one a check.

Pure, no Django. The first group is the selector, which finds the key; eleven characters are the secret; the sixteenth is the
check. A key that was copied wrongly is told so by its form, whatever exists (R63).
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 letters and digits: none of 0 O 1 I L, which are read for one another. 31 is prime: see `check_character`."""
LENGTH: Final = 16
GROUP: Final = 4
SECRET_LENGTH: Final = LENGTH - GROUP - 1
"""Characters nobody can know who does not hold the slip."""
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}


class MalformedKey(ValueError):  # noqa: N818  (the name says what the text is)
    """The text cannot be a key, by its form alone. The message is Chinese and says what to look at."""


def check_character(body: str) -> str:
    """The check of the first fifteen characters.

    A weighted sum modulo 31 with weights 1 to 15: because 31 is prime, every single wrong character and every exchange of two
    characters changes it.
    """
    return ALPHABET[sum(weight * _VALUES[c] for weight, c in enumerate(body, 1)) % len(ALPHABET)]


def generate() -> str:
    """A new key, from the system's source of chance."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + check_character(body)


def grouped(key: str) -> str:
    """As it is printed: ABCD-EFGH-JKMN-PQRS."""
    return "-".join(key[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def selector(key: str) -> str:
    """The first group, by which the key is found."""
    return key[:GROUP]


def read(typed: str) -> str:
    """A key as typed: full-width forms, small letters, blanks and dashes make no difference. Raises MalformedKey."""
    key = "".join(c for c in unicodedata.normalize("NFKC", typed[:200]).upper() if c.isalnum())
    if not key:
        raise MalformedKey("请输入查阅密码：通知书所附密码单上的16位字母和数字")
    if wrong := sorted({c for c in key if c not in _VALUES}):
        raise MalformedKey(
            f"查阅密码里没有“{'、'.join(wrong[:3])}”这样的字符（不使用 0、O、1、I、L），请对照密码单核对"
        )
    if len(key) != LENGTH:
        raise MalformedKey(f"查阅密码是16位，您输入了{len(key)}位，请对照密码单核对")
    if check_character(key[:-1]) != key[-1]:
        raise MalformedKey("查阅密码有抄错的字符（校验位不符），请对照密码单逐组核对")
    return key
