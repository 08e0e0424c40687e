"""The skeletons: each is one way clerks write one kind of document."""

from __future__ import annotations

from tests.heldback.skeletons import (
    administrative,
    commerce,
    criminal,
    families,
    harder,
    homes,
    injuries,
    loans,
    pleadings,
    rulings,
    unusual,
)
from tests.heldback.skeletons.registry import Skeleton

MODULES = (
    loans,
    commerce,
    homes,
    injuries,
    families,
    rulings,
    criminal,
    administrative,
    harder,
    pleadings,
    unusual,
)
ALL: list[Skeleton] = [skeleton for module in MODULES for skeleton in module.shelf.items]
