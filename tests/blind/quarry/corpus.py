"""Fifty templates, two casts each."""

from __future__ import annotations

from tests.heldback import markup
from tests.heldback.corpus import Specimen

from . import (
    administrative,
    civil,
    civil_upper,
    criminal,
    criminal_more,
    enforcement,
    enforcement_more,
    held,
    rulings,
    second,
)
from .paper import BREAK, Sheet, by_hand, with_library
from .people import Cast
from .registry import ALL

MODULES = (
    enforcement,
    enforcement_more,
    civil,
    civil_upper,
    rulings,
    administrative,
    criminal,
    criminal_more,
    second,
    held,
)
CASTS = 2


def specimen(index: int, turn: int, seed: int) -> Specimen:
    """One document; half of them are typed, half made by a library."""
    one = ALL[index]
    key = f"quarry:{seed}:{one.name}:{turn}"
    cast = Cast(key, index + turn * 13 + seed)
    text = one.write(cast)
    plain = markup.plain(text)
    sheet = Sheet(plain, cast.header, cast.box, cast.heading, cast.features)
    typed = bool(cast.features or cast.box) or (index + turn) % 2 == 0
    maker = "wps" if (index + turn) % 4 < 2 else "word"
    return Specimen(
        stem=f"quarry{index:02d}{'ab'[turn % 2]}{turn // 2 or ''}-{one.name}{'-' + maker if typed else ''}",
        skeleton=one.name,
        kind=one.kind,
        statuses=one.statuses,
        case_number=cast.case_number,
        parties=tuple(dict.fromkeys(cast.parties)),
        officials=tuple(dict.fromkeys(cast.officials)),
        truth=markup.read(text.replace(BREAK, "")),
        data=by_hand(sheet, maker, key) if typed else with_library(sheet),
    )


def specimens(seed: int = 1) -> list[Specimen]:
    """The whole corpus; the same seed gives the same text."""
    return [specimen(index, turn, seed) for index in range(len(ALL)) for turn in range(CASTS)]
