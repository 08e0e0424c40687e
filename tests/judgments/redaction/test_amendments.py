"""A reviewer's corrections are data the engine applies: masks, kept places and passages stay one with the leak gate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from judgments.redaction.amendments import (
    Amendment,
    find_text,
    settles_passages,
    text_of,
    wants_ordinals,
)
from judgments.redaction.gate import check
from judgments.redaction.writers.artefacts import public_artefacts
from tests.judgments.redaction.making import document, judgment, public, redacted

FACTS = "经审理查明：2018年5月3日，沈立平出借款项给何秀莲，证人李四在场，李四签了名。"
TEXT = judgment(facts=FACTS)
PARAGRAPHS = document(TEXT).paragraphs


def at(words: str, verb: str, **more) -> Amendment:
    """A correction of the first place where the words stand."""
    place = find_text(words, PARAGRAPHS)
    assert place is not None, words
    return Amendment(verb, *place, **more)


def amended(*amendments: Amendment, **options):
    return redacted(TEXT, amendments=amendments, **options)


def test_a_mention_is_masked_and_its_twin_stays():
    text = public(amended(at("李四", "mask")))
    assert "证人×××在场，李四签了名" in text


def test_all_mentions_are_masked_and_the_gate_looks_for_the_name_from_then_on():
    edition = amended(at("李四", "mask", everywhere=True, category="other"))
    assert "李四" not in public(edition)
    assert ("other", "李四") in edition.secrets
    leaky = {**public_artefacts(edition, "x"), "public.txt": "李四"}
    assert check(leaky, edition)


def test_a_kept_mention_passes_the_gate_where_it_was_kept_and_nowhere_else():
    edition = amended(at("沈立平出借", "keep"))
    assert "沈立平出借款项给×××" in public(edition)
    assert check(public_artefacts(edition, "x"), edition) == []
    assert any(kept.reason == "审核人决定保留" for kept in edition.kept)
    elsewhere = {**public_artefacts(edition, "x"), "title": "沈立平诉×××"}
    assert check(elsewhere, edition)


def test_all_mentions_of_a_name_can_be_kept():
    edition = amended(at("何秀莲", "keep", everywhere=True))
    assert "何秀莲" in public(edition)
    assert check(public_artefacts(edition, "x"), replace(edition, title="")) == []


def test_keeping_the_middle_of_a_mask_leaves_both_ends_masked():
    edition = amended(at("秀", "keep"))
    masks = [p.text for p in edition.paragraphs if p.part == "parties"]
    assert any("×××秀×××" in text for text in masks)


def test_a_mask_over_half_of_another_becomes_one_with_it():
    edition = amended(at("原告沈", "mask", category="other"))
    assert any(p.text.startswith("×××与被告×××") for p in edition.paragraphs)


def test_a_mask_is_given_another_category_and_another_form():
    edition = amended(at("沈立平出借"[:3], "mask", everywhere=True, category="alias", replacement="甲某"))
    assert "原告：甲某，" in public(edition)
    assert {row.category for row in edition.replacements if row.original == "沈立平"} == {"alias"}


def test_a_passage_is_removed_over_paragraphs_and_the_neutral_line_takes_its_place():
    start = find_text("经审理查明", PARAGRAPHS)
    end = find_text("本院认为", PARAGRAPHS)
    assert start
    assert end
    edition = amended(Amendment("remove", start[0], start[1], end[2], until=end[0], passage="defence"))
    text = public(edition)
    assert "经审理查明" not in text
    assert "本院认为" not in text
    assert "，借贷关系合法有效" in text
    assert ("defence", "何秀莲辩称，已还。\n" + FACTS + "\n本院认为") in [
        (row.kind, row.text) for row in edition.removed_sections
    ]


def test_a_removed_passage_is_restored_and_its_names_are_masked():
    edition = amended(at("何秀莲辩称，已还。", "restore"))
    assert "×××辩称，已还。" in public(edition)
    assert [row.kind for row in edition.removed_sections] == ["claims"]


def test_a_boundary_inside_a_name_leaves_no_half_of_it():
    edition = amended(at("何秀", "remove", passage="claims"))
    assert "莲" not in public(edition)


def test_corrections_are_applied_in_order_so_that_the_last_one_counts():
    edition = amended(at("李四", "mask", everywhere=True), at("李四", "keep", everywhere=True))
    assert "证人李四在场，李四签了名" in public(edition)


def test_doubts_keep_their_numbers_whatever_is_corrected():
    plain = redacted(TEXT)
    changed = amended(at("李四", "mask", everywhere=True), at("何秀莲辩称，已还。", "restore"))
    assert [(d.code, d.text) for d in plain.doubts] == [(d.code, d.text) for d in changed.doubts]


def test_ordinals_are_turned_on_and_off():
    once, twice = (Amendment("ordinals"),), (Amendment("ordinals"), Amendment("ordinals"))
    assert wants_ordinals(once)
    assert "×××1出借款项给×××2" in public(amended(*once))
    assert public(amended(*twice)) == public(redacted(TEXT))


def test_the_courts_own_words_are_not_cut_by_a_partys_short_name():
    facts = "经审理查明：何秀莲在沈立平安居房产中心工作。"
    text = judgment(facts=facts)
    assert "×××安居房产中心" in public(redacted(text))
    assert "在沈立平安居房产中心工作" in public(redacted(text, kept_terms=("沈立平安居房产中心",)))


def test_the_courts_own_words_never_protect_a_party():
    assert "沈立平" not in public(redacted(TEXT, kept_terms=("沈立平",)))


def test_a_place_that_does_not_exist_changes_nothing():
    nowhere = Amendment("mask", 999, 0, 3), Amendment("remove", 5, 3, 1), Amendment("keep", 2, 900, 990)
    assert all(not text_of(one, PARAGRAPHS).strip() for one in nowhere)
    assert public(amended(*nowhere)) == public(redacted(TEXT))


@pytest.mark.parametrize(
    "row",
    [
        {"verb": "delete"},
        {"verb": "mask", "category": "name"},
        {"verb": "remove", "passage": "facts"},
        {"verb": "mask", "replacement": ""},
        {"verb": "mask", "replacement": "×" * 13},
    ],
)
def test_what_is_no_correction_is_refused(row):
    with pytest.raises(ValueError, match="unknown"):
        Amendment.from_json(row)


def test_a_correction_survives_the_way_through_the_database():
    one = at("李四", "mask", everywhere=True)
    assert Amendment.from_json(one.to_json()) == one


def test_only_corrections_of_passages_settle_doubts_about_passages():
    assert settles_passages([Amendment("passages_right")])
    assert not settles_passages([at("李四", "mask")])
