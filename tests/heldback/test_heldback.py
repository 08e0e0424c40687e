"""A small sample of the held-back corpus: no secret leaves in a document that comes out ready (R30, R31, D12)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.heldback.compare import contract_faults, judge, leaked_pieces
from tests.heldback.corpus import Specimen, first_of
from tests.heldback.markup import fold
from tests.heldback.measure import redact, write_inputs

SAMPLE = (
    "loan_new_couple",
    "loan_one_paragraph",
    "credit_card_bank",
    "unjust_enrichment",
    "lease_old",
    "neighbours",
    "traffic_death_heirs",
    "withdraw_new",
    "enforcement_objection",
    "theft_old",
    "group_of_workers",
    "marked_in_header",
)


@pytest.fixture(scope="module")
def redacted(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Specimen], Path]:
    folder = tmp_path_factory.mktemp("heldback")
    documents = [first_of(name) for name in SAMPLE]
    redact(write_inputs(documents, folder / "inputs"), folder / "public")
    return documents, folder / "public"


def test_every_document_gets_a_report_with_the_promised_keys(redacted: tuple[list[Specimen], Path]) -> None:
    documents, out = redacted
    faults = {
        one.stem: contract_faults(json.loads((out / one.stem / "report.json").read_text("utf-8")))
        for one in documents
    }
    assert faults == {one.stem: [] for one in documents}


def test_no_secret_survives_in_a_document_that_comes_out_ready(redacted: tuple[list[Specimen], Path]) -> None:
    documents, out = redacted
    outcomes = [outcome for one in documents if (outcome := judge(one, out / one.stem)).status == "ready"]
    leaks = [
        (outcome.specimen.stem, f.text, f.where)
        for outcome in outcomes
        for f in outcome.findings
        if f.sort == "leak"
    ]
    assert outcomes
    assert leaks == []


def test_the_mark_against_publication_holds_the_document(redacted: tuple[list[Specimen], Path]) -> None:
    documents, out = redacted
    marked = [one for one in documents if one.skeleton == "marked_in_header"]
    assert [judge(one, out / one.stem).status for one in marked] == ["held"]


@pytest.mark.parametrize("name", SAMPLE)
def test_the_measure_sees_every_secret_in_the_untouched_text(name: str) -> None:
    truth = first_of(name).truth
    untouched = fold(truth.original)
    outside = [s for s in truth.secrets if fold(s.text) not in fold("".join(p.text for p in truth.passages))]
    assert [s.text for s in outside if not leaked_pieces(s, untouched, truth.expected)] == []


def test_one_seed_always_gives_the_same_documents() -> None:
    assert first_of("loan_new_couple").truth.original == first_of("loan_new_couple").truth.original
    assert first_of("loan_new_couple", seed=8).truth.original != first_of("loan_new_couple").truth.original
