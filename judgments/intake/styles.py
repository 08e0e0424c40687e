"""What styles say about a paragraph and a run, with inheritance and the defaults of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from judgments.intake.document import Alignment
from judgments.intake.xmltree import VAL, Element, W, number, on, parse, value

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
Said = TypeVar("Said")

_HEADING_NAME = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_INVISIBLE_HALF_POINTS = 4
_NEAR_WHITE = 0xF5
_ON = frozenset({"1", "true", "on"})
_LINKED_STYLE = re.compile(r"[ -~]* Char")
_NO_FILL = frozenset({None, "", "auto", "FFFFFF", "ffffff"})


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of formatting. None means: not said here, ask the style below."""

    alignment: Alignment | None = None
    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    bold: bool | None = None
    vanish: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    shaded: bool | None = None

    def over(self, base: Look) -> Look:
        """The look with what it leaves open taken from `base`."""
        return Look(
            self.alignment or base.alignment,
            _first(self.outline, base.outline),
            _first(self.number_id, base.number_id),
            _first(self.number_level, base.number_level),
            _first(self.bold, base.bold),
            _first(self.vanish, base.vanish),
            _first(self.white, base.white),
            _first(self.tiny, base.tiny),
            _first(self.shaded, base.shaded),
        )

    @property
    def unseen(self) -> bool:
        """Hidden, too small to see, or white on white."""
        return bool(self.vanish or self.tiny or (self.white and not self.shaded))


PLAIN = Look()


def _first(own: Said | None, under: Said | None) -> Said | None:
    return under if own is None else own


@lru_cache(maxsize=4)
def load_styles(content: bytes, name: str) -> Styles:
    """The styles in a part. Documents of one court share their template, whose styles outweigh the text."""
    return Styles(parse(content, name))


class Styles:
    """The style part of a document; every style is resolved once."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._resolved: dict[str, Look] = {}
        self._default_paragraph = ""
        self._defaults = PLAIN
        self.custom_names: tuple[str, ...] = ()
        """Names that someone gave to styles of his own."""
        if root is not None:
            self._load(root)

    def paragraph(self, style: str | None) -> Look:
        """The look of a paragraph style, or of the default one."""
        if style is None or style not in self._styles:
            style = self._default_paragraph
        return self._look(style).over(self._defaults)

    def run(self, style: str) -> Look:
        """The look of a character style."""
        return self._look(style)

    def _load(self, root: Element) -> None:
        for style in root.iterfind(f"{W}style"):
            identifier = style.get(f"{W}styleId", "")
            self._styles[identifier] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in _ON:
                self._default_paragraph = identifier
        self.custom_names = tuple(_custom_names(root))
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            run = defaults.find(f"{W}rPrDefault/{W}rPr")
            paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
            self._defaults = run_look(run).over(paragraph_look(paragraph))

    def _look(self, identifier: str) -> Look:
        if identifier in self._resolved:
            return self._resolved[identifier]
        chain: dict[str, None] = {}
        current: str | None = identifier
        while current in self._styles and current not in chain and current not in self._resolved:
            chain[current] = None
            current = value(self._styles[current], f"{W}basedOn")
        look = self._resolved.get(current or "", PLAIN)
        for name in reversed(chain):
            look = self._resolved[name] = _own_look(self._styles[name]).over(look)
        return look


def paragraph_look(properties: Element | None) -> Look:
    """What w:pPr itself says."""
    if properties is None or len(properties) == 0:
        return PLAIN
    number_properties = properties.find(f"{W}numPr")
    level = value(number_properties, f"{W}ilvl")
    outline = value(properties, f"{W}outlineLvl")
    return Look(
        alignment=_ALIGNMENTS.get(value(properties, f"{W}jc") or ""),
        outline=None if outline is None else number(outline, 9),
        number_id=value(number_properties, f"{W}numId"),
        number_level=None if level is None else number(level),
        shaded=is_shaded(properties) or None,
    )


def run_look(properties: Element | None) -> Look:
    """What w:rPr itself says."""
    if properties is None or len(properties) == 0:
        return PLAIN
    size = value(properties, f"{W}sz")
    color = properties.find(f"{W}color")
    highlighted = properties.find(f"{W}highlight") is not None
    return Look(
        bold=on(properties, f"{W}b"),
        vanish=on(properties, f"{W}vanish"),
        white=None if color is None else _is_white(color),
        tiny=None if size is None else number(size, 32) <= _INVISIBLE_HALF_POINTS,
        shaded=(highlighted or is_shaded(properties)) or None,
    )


def is_shaded(properties: Element) -> bool:
    """Whether a background is set on which white text can be read."""
    shading = properties.find(f"{W}shd")
    if shading is None:
        return False
    return shading.get(f"{W}fill") not in _NO_FILL or shading.get(VAL) == "solid"


def _custom_names(root: Element) -> Iterator[str]:
    for style in root.iterfind(f"{W}style"):
        if style.get(f"{W}customStyle") in _ON:
            for name in (value(style, f"{W}name"), value(style, f"{W}aliases")):
                if name and not _LINKED_STYLE.fullmatch(name):
                    yield name


def _own_look(style: Element) -> Look:
    look = paragraph_look(style.find(f"{W}pPr")).over(run_look(style.find(f"{W}rPr")))
    named = _HEADING_NAME.match(value(style, f"{W}name") or "")
    if look.outline is None and named:
        look = replace(look, outline=int(named.group(1)) - 1)
    return look


def _is_white(color: Element) -> bool:
    given = color.get(VAL, "")
    if len(given) != 6:
        return color.get(f"{W}themeColor") in ("background1", "light1")
    try:
        channels = bytes.fromhex(given)
    except ValueError:
        return False
    return min(channels) >= _NEAR_WHITE
