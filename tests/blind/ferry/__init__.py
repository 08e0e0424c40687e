"""First-instance civil judgments as a busy district court has them, each in another clerk's habits."""

from __future__ import annotations

from tests.blind.ferry import civil, contracts
from tests.blind.ferry.cast import Cast
from tests.heldback import markup, packages
from tests.heldback.corpus import Specimen

TEMPLATES = [*civil.ALL, *contracts.ALL]


def specimens(seed: int = 1) -> list[Specimen]:
    """Every template with two casts."""
    made = []
    for index, (name, kind, statuses, write) in enumerate(TEMPLATES):
        for turn in range(2):
            key = f"ferry:{seed}:{name}:{turn}"
            cast = Cast(key)
            truth = markup.read(write(cast).strip())
            by_hand = (index + turn) % 2 == 0
            data = (
                packages.by_hand(truth.original, cast.header, key, set())
                if by_hand
                else packages.with_library(truth.original, cast.header)
            )
            made.append(
                Specimen(
                    stem=f"ferry{index:02d}{'ab'[turn]}-{name}",
                    skeleton=name,
                    kind=kind,
                    statuses=statuses,
                    case_number=cast.case_number,
                    parties=tuple(dict.fromkeys(cast.parties)),
                    officials=tuple(dict.fromkeys(cast.officials)),
                    truth=truth,
                    data=data,
                )
            )
    return made
