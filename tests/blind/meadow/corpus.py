"""Sixty clerks, two casts each."""

from __future__ import annotations

import re

from tests.blind.meadow import (
    admin,
    companies,
    contracts,
    family,
    forms,
    labour,
    loans,
    realty,
    rights,
    special,
    torts,
)
from tests.blind.meadow.cast import Cast
from tests.heldback import markup, packages
from tests.heldback.corpus import Specimen

CASTS = 2
_LABEL = re.compile(
    r"^((?:原审|再审)?(?:原告|被告|第三人|申请人|被申请人|委托(?:诉讼)?代理人|法定代表人|负责人|经营者)(?:（[^）]{2,8}）)?)：",
    re.MULTILINE,
)
_AFTER_LABEL = ("：", ":", "　", "", "： ", "：\t", "： ", " ")
"""What other typists put between a label and a name."""
WRITERS = (loans, contracts, realty, labour, torts, family, companies, rights, admin, special)
"""Named so that every module enters its templates."""


def _template(template: forms.Template, index: int, cast: int, seed: int) -> tuple[Cast, str]:
    key = f"meadow:{seed}:{cast}:{template.name}"
    court = index + 13 * cast if template.court < 0 else template.court
    one = Cast(key, court, template.years, template.case, template.old, template.half)
    text = template.write(one)
    if cast:
        text = _LABEL.sub(lambda m: m[1] + one.rng.choice(_AFTER_LABEL), text)
    return one, text


def specimen(template: forms.Template, index: int, cast: int, seed: int) -> Specimen:
    one, text = _template(template, index, cast, seed)
    truth = markup.read(text)
    by_hand = (index + cast) % 2 == 1
    data = (
        packages.by_hand(truth.original, one.court, f"{seed}:{index}:{cast}", set())
        if by_hand
        else packages.with_library(truth.original, "")
    )
    return Specimen(
        stem=f"meadow-{index:02d}-{cast}-{template.name}",
        skeleton=template.name,
        kind=template.kind,
        statuses=template.statuses,
        case_number=one.case_number,
        parties=tuple(dict.fromkeys(one.parties)),
        officials=tuple(n for n in dict.fromkeys(one.officials) if n in markup.fold(truth.original)),
        truth=truth,
        data=data,
    )


def specimens(seed: int = 1) -> list[Specimen]:
    """Every template with every cast; the same seed gives the same texts."""
    return [specimen(one, i, k, seed) for i, one in enumerate(forms.ALL) for k in range(CASTS)]
