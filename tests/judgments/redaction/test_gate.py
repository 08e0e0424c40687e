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
