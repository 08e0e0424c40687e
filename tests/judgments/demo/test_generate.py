from datetime import date
from io import BytesIO

import pytest
from docx import Document

from judgments.demo.generate import generate
from judgments.demo.model import Bench, Brief, DemoJudgment
from judgments.demo.patterns import PATTERNS, PUBLIC
from liwan_court.privacy.identifiers import find_identifiers, is_valid_id
from liwan_court.registry.case_numbers import parse
from liwan_court.registry.defaults import DIVISIONS

BENCH = Bench(("苏启明", "何润秋"), "陆小满", ("关月",))


def written(code: str, seed: int = 1, *, mark: bool = False) -> DemoJudgment:
    number = f"（2026）粤0103{PATTERNS[code].words}{700 + seed}号"
    return generate(Brief(code, number, date(2026, 3, 9), date(2026, 5, 12), BENCH, seed), mark=mark)


def paragraphs(judgment: DemoJudgment) -> list[str]:
    return [p.text for p in Document(BytesIO(judgment.content)).paragraphs]


@pytest.mark.parametrize("code", PATTERNS)
def test_every_pattern_gives_a_document_with_nothing_left_to_fill_in(code):
    judgment = written(code)
    assert "\n".join(paragraphs(judgment)) == judgment.text
    assert not set("{}<>|") & set(judgment.text)
    assert "None" not in judgment.text


@pytest.mark.parametrize("code", PATTERNS)
def test_number_kind_and_parties_stand_in_the_text(code):
    judgment = written(code)
    assert parse(judgment.number).display in judgment.text
    assert judgment.kind in judgment.text.replace(" ", "")
    for row in judgment.party_rows:
        assert row["name"] in judgment.text
        assert all(address in judgment.text for address in row["addresses"])


@pytest.mark.parametrize("code", [c for c in PUBLIC if PATTERNS[c].kind == "判决书"])
def test_verdicts_are_as_long_as_real_ones(code):
    assert 1400 <= len(written(code).text) <= 3500


def test_the_same_brief_gives_the_same_document_and_another_seed_another_one():
    assert written("loan", 4).text == written("loan", 4).text
    assert {row["name"] for row in written("loan", 4).party_rows} != {
        row["name"] for row in written("loan", 5).party_rows
    }


def test_what_the_rule_takes_out_is_known_to_the_letter():
    judgment = written("sale")
    assert [kind for kind, _ in judgment.removed] == ["claims", "defence"]
    assert all(text in judgment.text for _, text in judgment.removed)


def test_criminal_verdicts_and_rulings_lose_nothing():
    assert written("theft").removed == ()
    assert written("jurisdiction").removed == ()


def test_identity_numbers_have_the_right_shape_and_belong_to_nobody():
    found = [
        i
        for seed in range(12)
        for i in find_identifiers(written("loan", seed).text)
        if i.category == "id_number"
    ]
    assert found
    assert all(is_valid_id(i.text) and i.text.startswith("440199") for i in found)


def test_nobody_bears_the_name_of_a_judge_or_clerk():
    for seed in range(40):
        names = {row["name"] for row in written("leak", seed).party_rows}
        assert not names & {*BENCH.judges, *BENCH.assessors, BENCH.clerk}


def test_the_mark_stands_at_the_top_when_the_judge_has_set_it():
    assert paragraphs(written("divorce", mark=True))[0] == "不上网公开"
    assert "不上网公开" not in written("divorce").text


def test_every_division_that_judges_has_something_to_write():
    writing = {pattern.division for pattern in PATTERNS.values()}
    assert writing == {row.code for row in DIVISIONS if row.reports_effective}
