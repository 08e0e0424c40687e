"""Every template twice, with other people and other words each time."""

from __future__ import annotations

import re
from functools import lru_cache

from tests.blind.lantern import (
    containers,
    firms,
    hiding,
    kinds,
    names_context,
    names_spelling,
    sections,
    stamps,
    streets,
)
from tests.blind.lantern.frames import Doc
from tests.blind.lantern.pack import write
from tests.blind.lantern.people import Cast
from tests.heldback import markup, packages
from tests.heldback.corpus import Specimen

TEMPLATES = (
    *names_spelling.ALL,
    *names_context.ALL,
    *firms.ALL,
    *streets.ALL,
    *sections.ALL,
    *kinds.ALL,
    *stamps.ALL,
    *hiding.ALL,
    *containers.ALL,
)
VARIANTS = 2
SPECIAL = re.compile("[\u2061-\u2064\u206a-\u206f\u00ad]")


def _bytes(doc: Doc, text: str, key: str) -> bytes:
    if doc.data:
        return doc.data
    chance = doc.cast.rng.random()
    if doc.package.library or (doc.package.plain and chance < 0.35 and not SPECIAL.search(text)):
        return packages.with_library(text, "")
    if doc.package.plain and chance < 0.6 and not SPECIAL.search(text):
        return packages.by_hand(text, "", key, set())
    return write(text, doc.package, key)


def template_text(index: int, variant: int, seed: int = 1) -> tuple[Cast, Doc, str]:
    """The marked template itself, for checks on the corpus."""
    make = TEMPLATES[index]
    cast = Cast(f"{seed}:{make.__name__}:{variant}", variant)
    doc = make(cast)
    return cast, doc, doc.text()


def specimen(index: int, variant: int, seed: int = 1) -> Specimen:
    cast, doc, template = template_text(index, variant, seed)
    truth = markup.read(template)
    name = TEMPLATES[index].__name__
    return Specimen(
        stem=f"la{index:03d}{'ab'[variant]}-{name.replace('_', '-')}",
        skeleton=name,
        kind=doc.kind,
        statuses=doc.statuses,
        case_number=doc.number,
        parties=tuple(dict.fromkeys(cast.parties)),
        officials=tuple(dict.fromkeys(cast.officials)),
        truth=truth,
        data=_bytes(doc, truth.original, cast.key),
    )


@lru_cache(maxsize=2)
def _all(seed: int) -> tuple[Specimen, ...]:
    return tuple(specimen(i, v, seed) for i in range(len(TEMPLATES)) for v in range(VARIANTS))


def specimens(seed: int = 1) -> list[Specimen]:
    """All of them; the same seed always gives the same text."""
    return list(_all(seed))
