"""Plain text, the JSON record, and the list of all that becomes public."""

from __future__ import annotations

import json

from hypothesis import given

from judgments.redaction.writers import public_artefacts, to_docx, to_html, to_text
from judgments.redaction.writers.safe_text import xml_safe
from tests.judgments.redaction.writers.editions import ANY_EDITION, ORDINARY, edition


def test_text_has_one_line_for_a_paragraph_and_one_for_a_row() -> None:
    lines = to_text(edition()).splitlines()
    assert lines[0] == "广州市荔湾区人民法院"
    assert "品名 | 金额" in lines
    assert not {"第1页", "页眉"} & set(lines)
    assert to_text(edition()).endswith("陆　良\n")


def test_everything_public_is_listed() -> None:
    parts = public_artefacts(edition(), "2013-abc")
    assert set(parts) == {"public.docx", "public.html", "public.txt", "title", "slug", "record.json"}
    assert parts["public.docx"] == to_docx(edition())
    assert parts["public.html"] == to_html(edition())
    assert parts["public.txt"] == to_text(edition())
    assert (parts["title"], parts["slug"]) == (edition().title, "2013-abc")


def test_the_record_says_what_the_page_says_and_no_more() -> None:
    record = json.loads(public_artefacts(edition(), "a")["record.json"])
    assert set(record) == {"case_number", "kind", "title", "cause", "decided_on", "policy", "paragraphs"}
    published = [p.text for p in ORDINARY if p.kind not in ("header", "footer")]
    assert [row["text"] for row in record["paragraphs"]] == published


def test_no_artefact_carries_a_party_or_a_secret() -> None:
    for name, content in public_artefacts(edition(), "a").items():
        if isinstance(content, str):
            assert "沈立平" not in content, name


@given(ANY_EDITION)
def test_any_edition_can_be_stored_as_utf_8(any_edition) -> None:
    parts = public_artefacts(any_edition, "a")
    texts = [content for content in parts.values() if isinstance(content, str)]
    assert all(content.encode("utf-8") is not None for content in texts)
    assert len(json.loads(parts["record.json"])["paragraphs"]) == len(any_edition.paragraphs)


def test_safe_text_keeps_what_can_be_kept() -> None:
    assert xml_safe("𠮷\x00a\x0bb\r\nc\rd\ud800e\ufffe") == "𠮷ab\nc\nd\ufffde\ufffd"
