"""Two documents of every template."""

from __future__ import annotations

import zlib

from tests.blind.orchard import (  # importing a module registers its templates
    agencies,
    business,
    contracts,
    estates,
    long_ones,
    names_hard,
    odd,
    sections_hard,
    torts,
)
from tests.blind.orchard.grove import REGISTRY, Grove, Template
from tests.heldback import markup, packages
from tests.heldback.corpus import Specimen

MODULES = (agencies, business, contracts, estates, long_ones, names_hard, odd, sections_hard, torts)
CASTS = 2


def written(one: Template, turn: int, seed: int) -> tuple[Grove, str]:
    """The cast and the marked text of one document."""
    grove = Grove(f"orchard:{seed}:{turn}:{one.name}")
    return grove, one.write(grove)


def specimen(one: Template, turn: int, seed: int) -> Specimen:
    grove, text = written(one, turn, seed)
    truth = markup.read(text)
    rough = zlib.crc32(grove.key.encode()) % 3 == 0
    data = (
        packages.by_hand(truth.original, grove.header, grove.key, set())
        if rough
        else packages.with_library(truth.original, grove.header)
    )
    return Specimen(
        stem=f"orchard-{one.name}-{turn}",
        skeleton=one.name,
        kind=grove.kind,
        statuses=one.statuses,
        case_number=grove.case_number,
        parties=tuple(dict.fromkeys(grove.parties)),
        officials=tuple(dict.fromkeys(grove.officials)),
        truth=truth,
        data=data,
    )


def specimens(seed: int = 1) -> list[Specimen]:
    """The whole corpus; the same seed always gives the same text."""
    return [specimen(one, turn, seed) for one in REGISTRY for turn in range(CASTS)]
