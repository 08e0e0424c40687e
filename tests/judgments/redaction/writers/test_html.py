"""The body of the public page: one p for a paragraph, masks marked, nothing unescaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given

from judgments.intake.document import Cell
from judgments.redaction.edition import PublicParagraph
from judgments.redaction.writers import to_html
from judgments.redaction.writers.safe_text import xml_safe
from tests.judgments.redaction.writers.editions import ANY_EDITION, ORDINARY, edition


class Page(HTMLParser):
    """Collects the paragraphs of a fragment: class, id, text and masked texts."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.paragraphs: dict[str, str] = {}
        self.classes: dict[str, str] = {}
        self.masks: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self._paragraph = ""
        self._masked = False
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "br":
            self.paragraphs[self._paragraph] += "\n"
            return
        self.open.append(tag)
        if tag == "p":
            self._paragraph = values["id"]
            self.paragraphs[self._paragraph] = ""
            self.classes[self._paragraph] = values["class"]
        elif tag == "span" and values.get("class") == "x":
            self._masked = True
            self.masks.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "span":
            self._masked = False

    def handle_data(self, data):
        if "p" in self.open:
            self.paragraphs[self._paragraph] += data
            if self._masked:
                self.masks[-1] += data
        else:
            assert not data.strip()


def test_each_published_paragraph_is_one_p_in_order() -> None:
    page = Page(to_html(edition()))
    published = [p.text for p in ORDINARY if p.kind not in ("header", "footer")]
    assert list(page.paragraphs.values()) == published


def test_parts_are_classes_and_their_first_paragraph_can_be_linked_to() -> None:
    page = Page(to_html(edition()))
    assert page.classes["p3"] == "parties"
    assert page.classes["p2"] == "number align-right"
    assert page.classes["p5"] == "facts heading bold"
    assert page.ids.count("part-facts") == 1
    assert page.ids.index("part-facts") == page.ids.index("p5") + 1


def test_masks_are_marked() -> None:
    assert Page(to_html(edition())).masks == ["×××", "×××"]


def test_tables_keep_rows_and_widths() -> None:
    fragment = to_html(edition())
    assert fragment.count("<tr>") == 2
    assert '<td colspan="2"><p id="p8"' in fragment


def test_a_cell_that_is_missing_leaves_its_place_empty() -> None:
    row = [PublicParagraph("丙", "facts", cell=Cell(0, 0, 2))]
    assert to_html(edition(*row)).count("<td></td>") == 2


def test_a_cell_merged_downwards_keeps_its_height() -> None:
    cells = [("左", Cell(0, 0, 0, 1, 3)), ("一", Cell(0, 0, 1)), ("三", Cell(0, 2, 1))]
    fragment = to_html(edition(*(PublicParagraph(text, "facts", cell=cell) for text, cell in cells)))
    assert fragment.count("<tr>") == 3
    assert fragment.count('rowspan="3"') == 1
    assert fragment.count("<td></td>") == 1


def test_text_that_looks_like_markup_stays_text() -> None:
    hostile = '<script>alert("x")</script>&amp;\''
    fragment = to_html(edition(PublicParagraph(hostile, "facts", spans=((0, 8, "party"),))))
    assert "<script" not in fragment
    assert Page(fragment).paragraphs["p0"] == hostile


def test_a_line_break_inside_a_paragraph_is_kept() -> None:
    assert Page(to_html(edition(PublicParagraph("一\n二\t三", "facts")))).paragraphs["p0"] == "一\n二\t三"


def test_there_is_no_style_script_or_head() -> None:
    assert not re.search(r"<(?:script|style|head|html|body)|style=| on\w+=", to_html(edition()))


@given(ANY_EDITION)
def test_any_edition_gives_balanced_markup_with_every_text(any_edition) -> None:
    fragment = to_html(any_edition)
    page = Page(fragment)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert fragment.encode("utf-8")
    assert list(page.paragraphs.values()) == [xml_safe(p.text) for p in any_edition.paragraphs]
