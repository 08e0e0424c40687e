"""The .docx that readers download: a clean package, a court's layout, the text unchanged."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from judgments.intake.document import Cell
from judgments.intake.reader import read_docx
from judgments.redaction.edition import PublicParagraph
from judgments.redaction.writers import to_docx
from judgments.redaction.writers.safe_text import xml_safe
from tests.judgments.redaction.writers.editions import ANY_EDITION, ANY_TEXT, ORDINARY, edition

PUBLISHED = [paragraph for paragraph in ORDINARY if paragraph.kind not in ("header", "footer")]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_python_docx_opens_it_and_finds_the_same_paragraphs() -> None:
    opened = docx.Document(io.BytesIO(to_docx(edition())))
    outside = [paragraph.text for paragraph in PUBLISHED if paragraph.cell is None]
    assert [paragraph.text for paragraph in opened.paragraphs] == outside
    rows = [[cell.text for cell in row.cells] for row in opened.tables[0].rows]
    assert rows == [["品名", "金额"], ["合计", "合计"]]


def test_intake_reads_back_what_was_written() -> None:
    document = read_docx(to_docx(edition()))
    body = [paragraph for paragraph in document.paragraphs if paragraph.kind != "footer"]
    assert [(p.text, p.cell) for p in body] == [(p.text, p.cell) for p in PUBLISHED]
    assert document.findings == ()


def test_it_looks_like_a_document_of_the_court() -> None:
    opened = docx.Document(io.BytesIO(to_docx(edition())))
    by_style = {paragraph.style.name: paragraph for paragraph in opened.paragraphs}
    assert by_style["Court"].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert by_style["Number"].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert by_style["Signature"].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    page = opened.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert "PAGE" in opened.sections[0].footer._element.xml


def test_the_package_names_the_court_and_nobody_else() -> None:
    data = to_docx(edition())
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.title) == ("广州市荔湾区人民法院", edition().title)
    assert properties.last_modified_by == ""
    assert set(parts_of(data)) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/footer1.xml",
        "docProps/core.xml",
        "docProps/app.xml",
    }
    everything = b"".join(parts_of(data).values())
    assert b"rsid" not in everything
    assert "沈立平".encode() not in everything


def test_the_headers_and_footers_of_the_original_are_left_out() -> None:
    text = parts_of(to_docx(edition()))["word/document.xml"].decode()
    assert "第1页" not in text
    assert "页眉" not in text


def test_the_same_edition_gives_the_same_bytes() -> None:
    data = to_docx(edition())
    assert data == to_docx(edition())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_two_tables_do_not_grow_together() -> None:
    cells = [PublicParagraph(str(number), "facts", cell=Cell(number, 0, 0)) for number in range(2)]
    data = to_docx(edition(*cells))
    assert len(docx.Document(io.BytesIO(data)).tables) == 2
    assert b"</w:tbl><w:tbl>" not in parts_of(data)["word/document.xml"]


def test_a_table_in_a_table_stays_inside() -> None:
    rows = [("外", Cell(0, 0, 0)), ("里", Cell(1, 0, 0)), ("外二", Cell(0, 0, 1))]
    data = to_docx(edition(*(PublicParagraph(text, "facts", cell=cell) for text, cell in rows)))
    outer = docx.Document(io.BytesIO(data)).tables[0]
    assert outer.cell(0, 0).tables[0].cell(0, 0).text == "里"
    assert [(p.text, p.cell) for p in read_docx(data).paragraphs if p.cell] == rows


def test_a_cell_merged_downwards_stays_merged() -> None:
    rows = [("左", Cell(0, 0, 0, 1, 3)), ("一", Cell(0, 0, 1)), ("三", Cell(0, 2, 1))]
    data = to_docx(edition(*(PublicParagraph(text, "facts", cell=cell) for text, cell in rows)))
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["左", "一"],
        ["左", ""],
        ["左", "三"],
    ]


@settings(deadline=None)
@given(ANY_EDITION)
def test_any_edition_gives_sound_xml_that_opens(any_edition) -> None:
    data = to_docx(any_edition)
    for name, content in parts_of(data).items():
        assert etree.fromstring(content) is not None, name
    docx.Document(io.BytesIO(data))


@settings(deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=6))
def test_every_text_round_trips_in_its_safe_form(texts: list[str]) -> None:
    data = to_docx(
        edition(*(PublicParagraph(text, "facts") for text in texts), PublicParagraph("末", "other"))
    )
    body = [paragraph.text for paragraph in read_docx(data).paragraphs if paragraph.kind == "body"]
    assert body == [xml_safe(text) for text in texts if xml_safe(text).strip()] + ["末"]


@given(ANY_TEXT)
def test_any_title_is_carried(title: str) -> None:
    properties = docx.Document(io.BytesIO(to_docx(edition(title=title)))).core_properties
    assert properties.title == xml_safe(title)
