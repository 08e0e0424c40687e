"""Any number of documents from one seed, skeletons in turn."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from tests.heldback import markup, packages
from tests.heldback.cast import Cast
from tests.heldback.skeletons import ALL


@dataclass(frozen=True)
class Specimen:
    """One document with the truth about it; ``stem`` names its file."""

    stem: str
    skeleton: str
    kind: str
    statuses: tuple[str, ...]
    case_number: str
    parties: tuple[str, ...]
    officials: tuple[str, ...]
    truth: markup.Truth
    data: bytes


def specimen(index: int, seed: int = 7) -> Specimen:
    """The ``index``-th document; the same two numbers always give the same text."""
    skeleton = ALL[index % len(ALL)]
    key = f"{seed}:{index}:{skeleton.name}"
    cast = Cast(key)
    template = skeleton.write(cast)
    truth = markup.read(template)
    by_hand = cast.features or zlib.crc32(key.encode()) % 3 == 0
    data = (
        packages.by_hand(truth.original, cast.header, key, cast.features)
        if by_hand
        else packages.with_library(truth.original, cast.header)
    )
    return Specimen(
        stem=f"hb{index:04d}-{skeleton.name}{'-word' if by_hand else ''}",
        skeleton=skeleton.name,
        kind=skeleton.kind,
        statuses=skeleton.statuses,
        case_number=cast.case_number,
        parties=tuple(dict.fromkeys(cast.parties)),
        officials=tuple(cast.officials),
        truth=truth,
        data=data,
    )


def first_of(skeleton: str, seed: int = 7) -> Specimen:
    """The first document of the skeleton with this name."""
    return specimen(next(i for i, one in enumerate(ALL) if one.name == skeleton), seed)


def specimens(count: int, seed: int = 7) -> list[Specimen]:
    return [specimen(index, seed) for index in range(count)]
