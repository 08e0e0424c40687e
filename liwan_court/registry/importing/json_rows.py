"""Objects of a .json file one at a time: an array of them, or one a line; never the whole text at once (R22). Pure, no Django."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 64 * 1024
LONGEST_OBJECT: Final = 256 * 1024
_SPACE: Final = " \t\r\n"
_decoder: Final = json.JSONDecoder()


class BrokenJson(ValueError):  # noqa: N818  (the name says what the text is)
    """The text is no such file from some place on; the message says in Chinese which."""


def json_rows(text: TextIO) -> Iterator[tuple[int, object]]:
    """Number and value of each element of an array, or of each line.

    A line that is no JSON counts as None, for the others can still be read. Raises BrokenJson for an array that breaks off,
    for an element that is no object, and for an object that is too long.
    """
    first = _first_character(text)
    text.seek(0)
    if first == "[":
        yield from _array(text)
    elif first == "{":
        yield from _lines(text)
    else:
        raise BrokenJson("JSON 应是对象的数组，或者每行一个对象，请核对后重新导出")


def _first_character(text: TextIO) -> str:
    while block := text.read(BLOCK):
        if stripped := block.lstrip(_SPACE):
            return stripped[0]
    return ""


def _lines(text: TextIO) -> Iterator[tuple[int, object]]:
    number = 0
    while line := text.readline(LONGEST_OBJECT + 1):
        number += 1
        if len(line) > LONGEST_OBJECT:
            raise BrokenJson(f"JSON 第{number}行过长：每行应是一个对象，请核对后重新导出")
        if line.strip(_SPACE):
            try:
                yield number, _decoder.decode(line)
            except (ValueError, RecursionError):
                yield number, None


class _Window:
    """The part of the text that is being read."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._held, self._at, self._ended = text, "", 0, False

    def character(self) -> str:
        """The next one that is no white space, not yet taken; empty at the end."""
        while True:
            while self._at < len(self._held):
                if self._held[self._at] not in _SPACE:
                    return self._held[self._at]
                self._at += 1
            if not self._more():
                return ""

    def take(self) -> str:
        """The next character that is no white space."""
        found = self.character()
        self._at += 1
        return found

    def value(self) -> object:
        """The value that begins here. Raises ValueError."""
        while True:
            try:
                found, self._at = _decoder.raw_decode(self._held, self._at)
            except (ValueError, RecursionError):
                if len(self._held) - self._at > LONGEST_OBJECT or not self._more():
                    raise ValueError("broken") from None
            else:
                return found

    def _more(self) -> bool:
        if self._ended:
            return False
        block = self._text.read(BLOCK)
        self._held, self._at, self._ended = self._held[self._at :] + block, 0, not block
        return bool(block)


def _array(text: TextIO) -> Iterator[tuple[int, object]]:
    window, number = _Window(text), 0
    window.take()
    if window.character() == "]":
        return
    while True:
        number += 1
        if window.character() != "{":
            raise BrokenJson(f"JSON 第{number}个对象起无法读出，请核对后重新导出")
        try:
            yield number, window.value()
        except ValueError:
            raise BrokenJson(f"JSON 第{number}个对象不完整或者过长，请核对后重新导出") from None
        match window.take():
            case ",":
                continue
            case "]" if not window.character():
                return
            case _:
                raise BrokenJson(f"JSON 第{number}个对象之后无法读出，请核对后重新导出")
