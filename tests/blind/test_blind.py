"""Nothing learnt from the blind corpora is forgotten: no secret in a document that comes out ready, and the status it should have."""

from __future__ import annotations

import shutil
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.heldback.compare import Outcome, judge
from tests.heldback.corpus import Specimen
from tests.heldback.measure import redact, resaved, write_inputs

CORPORA = ("orchard", "harbour", "lantern", "meadow", "quarry", "ferry")
SEED = 1
EVERY = 4
"""One document in so many is redacted here; `python -m tests.heldback.measure --corpus tests.blind.orchard` takes all."""


@cache
def sample(corpus: str, first: int = 0, every: int = EVERY) -> list[Specimen]:
    documents: list[Specimen] = import_module(f"tests.blind.{corpus}").specimens(SEED)
    return documents[first::every]


def judged(documents: list[Specimen], folder: Path, *, through_libreoffice: bool = False) -> list[Outcome]:
    paths = write_inputs(documents, folder / "inputs")
    redact(resaved(paths, folder / "resaved") if through_libreoffice else paths, folder / "public")
    return [judge(one, folder / "public" / one.stem) for one in documents]


def leaks(outcomes: list[Outcome]) -> list[str]:
    return [
        f"{outcome.specimen.stem}: {finding.text} | {finding.where}"
        for outcome in outcomes
        if outcome.status == "ready"
        for finding in outcome.findings
        if finding.sort == "leak"
    ]


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_secret_stands_in_a_document_that_is_ready_and_each_has_its_status(
    corpus: str, tmp_path: Path
) -> None:
    outcomes = judged(sample(corpus), tmp_path)
    assert leaks(outcomes) == []
    wrong = [
        f"{o.specimen.stem} came out {o.status}" for o in outcomes if o.status not in o.specimen.statuses
    ]
    assert wrong == []
    assert {o.status for o in outcomes} & {"ready", "held"}


@pytest.mark.debian
@pytest.mark.parametrize("corpus", ["orchard", "quarry"])
def test_the_same_holds_for_files_that_libreoffice_saved(corpus: str, tmp_path: Path) -> None:
    assert shutil.which("soffice")
    ordinary = [one for one in sample(corpus, 1, 8) if one.statuses[0] == "ready"]
    outcomes = judged(ordinary, tmp_path, through_libreoffice=True)
    assert leaks(outcomes) == []
    assert [o.specimen.stem for o in outcomes if o.status not in o.specimen.statuses] == []
