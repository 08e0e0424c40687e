import io
import zipfile

import pytest

from judgments.redaction.edition import Edition, Kept, PublicParagraph
from judgments.redaction.gate import check
from judgments.redaction.writers.artefacts import public_artefacts
from tests.judgments.redaction.making import judgment, redacted

SECRETS = (
    ("party", "沈立平"),
    ("address", "逢源北街84号"),
    ("id_number", "440103198001011234"),
    ("party", "高明"),
)


def edition(*paragraphs, kept=()):
    rows = tuple(PublicParagraph(text, "facts") for text in paragraphs)
    return Edition("ready", "判决书", None, "", "liwan-2013", paragraphs=rows, kept=kept, secrets=SECRETS)


def package(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(
                name.replace("__", "/")
                .replace("_xml", ".xml")
                .replace("_rels", ".rels")
                .replace("_bin", ".bin"),
                content,
            )
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "content",
    [
        f"<w:document {W}><w:p><w:r><w:t>沈</w:t></w:r><w:r><w:t>立平</w:t></w:r></w:p></w:document>",
        f"<w:document {W}><w:p><w:r><w:t>沈 立</w:t><w:br/><w:t>平</w:t></w:r></w:p></w:document>",
        f"<w:document {W}><w:p><w:r><w:delText>沈立平</w:delText></w:r></w:p></w:document>",
        f'<w:document {W}><w:p><w:r><w:instrText>HYPERLINK "mailto:沈立平"</w:instrText></w:r></w:p></w:document>',
        f'<w:document {W}><w:p w:author="沈立平"/></w:document>',
        f"<w:document {W}><!-- 沈立平 --></w:document>",
        "<coreProperties><creator>沈立平</creator></coreProperties>",
        '<Relationships><Relationship Target="mailto:沈立平"/></Relationships>',
        "not xml 沈立平",
    ],
)
def test_every_part_of_a_package_is_searched_traps_73_to_84(content):
    assert check({"public.docx": package(word__document_xml=content)}, edition())


def test_a_binary_part_and_a_file_name_are_searched_traps_84_87():
    assert check({"public.docx": package(word__x_bin="沈立平".encode("utf-16-le"))}, edition())
    assert check({"public.docx": package(沈立平_xml="<a/>")}, edition())


@pytest.mark.parametrize(
    "html",
    [
        "<p>沈<b>立</b>平</p>",
        '<p title="沈立平">x</p>',
        "<p>x<!--沈立平--></p>",
        "<p>沈&nbsp;立平</p>",
        "<p>&#27784;立平</p>",
        "<p>沈<br>立平</p>",
    ],
)
def test_html_is_searched_as_read_and_as_written(html):
    assert check({"public.html": html}, edition())


@pytest.mark.parametrize("name", ["title", "slug", "public.txt", "record.json"])
def test_titles_slugs_text_and_json_are_searched_trap_87(name):
    content = '{"a": ["\\u6c88立平"]}' if name.endswith("json") else "沈\u200b立平"
    assert check({name: content}, edition())


@pytest.mark.parametrize("text", ["沈，立平", "沈立。平", "逢源北街1084号之路", "14401031980010112345", "沈"])
def test_joining_never_crosses_punctuation_and_numbers_are_whole(text):
    assert check({"public.txt": text}, edition()) == []


def test_joining_never_crosses_cells_or_paragraphs():
    assert (
        check(
            {"public.html": "<table><tr><td>沈</td><td>立平</td></tr></table><p>沈</p><p>立平</p>"}, edition()
        )
        == []
    )


def test_a_kept_place_passes_and_any_other_does_not():
    kept = (Kept(0, 2, 4, "高明", "地名"),)
    text = "位于高明区的房屋。"
    assert check({"public.txt": text, "public.html": f"<p>{text}</p>"}, edition(text, kept=kept)) == []
    assert check({"public.txt": text + "高明到庭。"}, edition(text, kept=kept))
    assert check({"public.txt": "高明到庭。"}, edition(text, kept=kept))


def test_a_message_never_repeats_the_secret():
    leak = check({"public.txt": "沈立平"}, edition())[0]
    assert "立平" not in str(leak)
    assert "沈立平" not in repr(leak)


def test_everything_written_from_an_ordinary_edition_passes():
    ordinary = redacted(judgment())
    assert check(public_artefacts(ordinary, "2019-y0103-minchu-77"), ordinary) == []


BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"


@pytest.mark.parametrize(
    "inside",
    [
        "<w:p/>沈立平",
        "<w:t>沈立平</w:t>",
        "<w:p><w:r>沈<w:t>立</w:t>平</w:r></w:p>",
        '<x:沈立平 xmlns:x="urn:x"/>',
        '<w:p xmlns:x="urn:沈立平"><x:a/></w:p>',
        '<w:p 沈立平="1"/>',
        "<?沈立平 x?>",
    ],
)
def test_text_no_program_shows_is_searched_too(inside):
    assert check({"public.docx": package(word__document_xml=BODY.format(inside))}, edition())


def test_a_package_inside_a_package_and_the_notes_of_a_package_are_searched():
    inner = package(word__document_xml=BODY.format("<w:p><w:r><w:t>沈立平</w:t></w:r></w:p>"))
    assert check({"public.docx": package(word__inner_bin=inner)}, edition())
    buffer = io.BytesIO(package(word__x_bin="x"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = "沈立平".encode()
    assert check({"public.docx": buffer.getvalue()}, edition())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_binary_part_is_read_in_every_encoding(encoding):
    assert check({"public.docx": package(word__x_bin=b"\x07" + "沈立平".encode(encoding))}, edition())


def test_the_name_of_an_artefact_is_public_too_trap_87():
    assert check({"沈立平诉何秀莲.txt": "x"}, edition())


def test_a_secret_in_a_tag_is_found_where_the_same_word_is_kept_in_the_text():
    text = "位于高明区的房屋。"
    kept = edition(text, kept=(Kept(0, 2, 4, "高明", "地名"),))
    assert check({"public.html": f"<p>{text}</p><高明>"}, kept)
    assert check({"public.html": f'<p>{text}</p><p title="高明">x</p>'}, kept)


def test_a_line_that_is_nothing_but_a_kept_name_does_not_open_the_gate_for_others():
    kept = edition("高明", "审判员", kept=(Kept(0, 0, 2, "高明", "审判人员署名"),))
    assert check({"public.txt": "高明\n审判员\n"}, kept) == []
    assert check({"public.txt": "被告高明付款。\n高明\n审判员\n"}, kept)
    assert check({"public.txt": "高明\n审判员\n高明\n"}, kept)


def test_a_kept_place_passes_in_plain_text_that_cuts_its_paragraph_or_joins_its_row():
    text = "第一行\n位于高明区的房屋"
    kept = edition(text, kept=(Kept(0, 6, 8, "高明", "地名"),))
    assert check({"public.txt": f"{text}\n", "row.txt": "一 | 位于高明区的房屋\n"}, kept) == []


@pytest.mark.parametrize("text", ["tel440103198001011234", "440103198001011234号", "x440103198001011234x"])
def test_a_number_glued_to_letters_is_the_same_number(text):
    assert check({"public.txt": text}, edition())
