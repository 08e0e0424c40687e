"""Looks for mistakes in the truth itself: ``python -m tests.blind.orchard.check``."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter

from docx import Document

from tests.blind.orchard.corpus import CASTS, REGISTRY, specimens, written
from tests.heldback.markup import CLOSE, C, D, E, fold

NAMES = {"party", "alias", "undeclared short form", "representative or agent", "victim or minor"}


def faults(seed: int) -> list[str]:
    found: list[str] = []
    made = specimens(seed)
    for one, again in zip(made, specimens(seed), strict=True):
        truth = one.truth
        for item in truth.secrets:
            left = truth.expected.count(fold(item.text))
            if item.category in NAMES and left:
                found.append(f"{one.stem}: {item.text} stands unmarked {left} times")
            if item.category not in NAMES and len(fold(item.text)) > 3 and fold(item.text) in truth.expected:
                found.append(f"{one.stem}: number {item.text} stands unmarked")
        whole = fold(truth.original)
        found += [f"{one.stem}: party {p} is not in the text" for p in one.parties if fold(p) not in whole]
        found += [
            f"{one.stem}: official {p} lost"
            for p in one.officials
            if fold(p) not in truth.expected and fold(p) not in fold("".join(s.text for s in truth.passages))
        ]
        found += [f"{one.stem}: no parties"] if not one.parties else []
        if not 600 <= len(whole) <= 3500:
            found.append(f"{one.stem}: length {len(whole)}")
        if (
            re.search(r"[\ue000-\ue012]", truth.original)
            or "None" in whole
            or "，，" in whole
            or "。。" in whole
        ):
            found.append(f"{one.stem}: stray marks or punctuation")
        if fold(one.case_number) not in whole or one.truth.original != again.truth.original:
            found.append(f"{one.stem}: case number or determinism")
        Document(io.BytesIO(one.data))
    for template in REGISTRY:
        for turn in range(CASTS):
            text = written(template, turn, seed)[1]
            marks = "".join(re.findall(f"[{C}{D}{E}]", text))
            if not re.fullmatch(f"(?:[{C}{D}]{E})*", marks) or text.count(CLOSE) != len(
                re.findall("[\ue000\ue001]", text)
            ):
                found.append(f"{template.name}: marks do not balance")
            if re.search(f"{CLOSE}?{E}\\s*{C}", text) and re.search(f"{C}[^{E}]*{E}\\s*{C}", text):
                found.append(f"{template.name}: two passages of claims touch")
            if re.search(f"{D}[^{E}]*{E}\\s*{D}", text):
                found.append(f"{template.name}: two passages of defence touch")
    if len({one.stem for one in made}) != len(made):
        found.append("stems are not unique")
    return found


if __name__ == "__main__":
    made = specimens()
    lengths = sorted(len(one.truth.original) for one in made)
    secrets = Counter(item.category for one in made for item in one.truth.secrets)
    report = [
        *(fault for seed in (1, 2, 3, 4, 5) for fault in faults(seed)),
        f"{len(made)} specimens, {len(REGISTRY)} templates, {lengths[0]}-{lengths[-1]} characters, {dict(secrets)}",
        str(Counter(one.statuses for one in made)),
    ]
    sys.stdout.write("\n".join(report) + "\n")
