"""Whatever the bytes are, the answer is a document or a refusal, and the text of a document survives its package."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from judgments.intake.document import Refused
from judgments.intake.mark import find_closed_hearing, find_mark
from judgments.intake.reader import read_docx
from tests.documents import judgment_docx, package, paragraph, table_xml, zipped
from tests.hypothesis_runs import examples

ORDINARY = judgment_docx(
    header="页眉",
    footer="页脚",
    comments=["批注"],
    footnotes=["脚注"],
    text_box="文本框",
    inserted="新",
    deleted="旧",
    hidden="隐",
    table=[["甲", "乙"], ["丙", "丁"]],
)
with zipfile.ZipFile(BytesIO(ORDINARY)) as archive:
    PARTS = {name: archive.read(name) for name in archive.namelist()}
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60
)


def answer(data: bytes) -> None:
    """Intake says something to `data`; anything but a document or a refusal fails the test by its exception."""
    refused = None
    try:
        document = read_docx(data)
        find_mark(document)
        find_closed_hearing(document)
    except Refused as caught:
        refused = caught
    if refused is not None:
        assert refused.code.isidentifier()
        assert "。" in refused.message


@examples(80)
@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused(data: st.DataObject) -> None:
    mutated = bytearray(ORDINARY)
    places = st.tuples(st.integers(0, len(mutated) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(places, max_size=8)):
        mutated[place] = value
    answer(bytes(mutated))


@examples(80)
@given(
    st.sampled_from(sorted(PARTS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=6)), min_size=1, max_size=6),
)
def test_a_part_with_changed_bytes_is_read_or_refused(
    name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    content = PARTS[name]
    for at, removed, added in changes:
        place = int(at * len(content))
        content = content[:place] + added + content[place + removed :]
    answer(zipped({**PARTS, name: content}))


TAGS = [
    "p", "r", "t", "tbl", "tr", "tc", "tcPr", "sdt", "sdtContent", "sdtPr", "ins", "del", "hyperlink", "smartTag",
    "fldSimple", "fldChar", "instrText", "pPr", "rPr", "vanish", "numPr", "numId", "ilvl", "drawing", "pict", "object",
    "txbxContent", "gridSpan", "vMerge", "gridBefore", "br", "tab", "sym", "ruby", "rubyBase", "altChunk", "trPr",
]  # fmt: skip
ATTRIBUTES = ["val", "fldCharType", "char", "author", "instr", "id", "type", "fill"]
VALUES = ["", "0", "1", "-1", "99999999999", "x", "begin", "separate", "end", "continue", "FFFFFF", "沈立平"]


@st.composite
def nonsense(draw: st.DrawFn, depth: int = 5) -> str:
    """Elements of the text part in an order no word processor writes."""
    tag = draw(st.sampled_from(TAGS))
    attributes = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=2))
    inside = draw(st.sampled_from(["", "沈立平", "不上网公开"]))
    if depth:
        inside += "".join(draw(st.lists(nonsense(depth - 1), max_size=3)))
    given_attributes = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f"<w:{tag}{given_attributes}>{inside}</w:{tag}>"


@examples(40)
@given(st.lists(nonsense(), min_size=1, max_size=4))
def test_elements_in_any_order_are_read_or_refused(elements: list[str]) -> None:
    answer(package("".join(elements) + paragraph("正文")))


@examples(50)
@given(st.lists(XML_TEXT.filter(str.strip), min_size=1, max_size=5))
def test_every_text_comes_back_as_it_was_written(written: list[str]) -> None:
    texts = [text.replace("\r", "").replace("\x85", "") or "x" for text in written]
    read = read_docx(package("".join(map(paragraph, texts))))
    assert [p.text for p in read.paragraphs] == [text for text in texts if text.strip()]


@examples(50)
@given(st.lists(st.lists(XML_TEXT, min_size=2, max_size=2), min_size=1, max_size=4))
def test_every_cell_comes_back_in_its_place(rows: list[list[str]]) -> None:
    read = read_docx(package(paragraph("正文") + table_xml(rows)))
    expected = [text if text.strip() else "" for row in rows for text in row]
    assert [p.text for p in read.paragraphs][1:] == expected
    assert [(p.cell.row, p.cell.column) for p in read.paragraphs if p.cell] == [
        (row, column) for row in range(len(rows)) for column in range(2)
    ]
