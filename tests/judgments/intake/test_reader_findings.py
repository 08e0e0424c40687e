"""What a reader of the document does not see, or a person must look at: it is reported, never lost and never published."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from judgments.intake.document import Refused, SourceDocument
from judgments.intake.reader import read_docx
from tests.documents import judgment_docx, package, paragraph, part, run


def texts(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def codes(document: SourceDocument) -> set[str]:
    assert all(finding.blocking for finding in document.findings)
    return {finding.code for finding in document.findings}


def read(body: str, **extra) -> SourceDocument:
    return read_docx(package(body, **extra))


def test_insertions_are_live_and_hold_the_document() -> None:
    document = read_docx(judgment_docx(["正文"], inserted="沈立平"))
    assert texts(document) == ["正文", "沈立平"]
    assert codes(document) == {"tracked_changes"}


def test_deletions_are_hidden_and_hold_the_document() -> None:
    document = read_docx(judgment_docx(["正文"], deleted="沈立平"))
    assert texts(document) == ["正文", "留"]
    assert codes(document) == {"tracked_changes"}
    assert {"沈立平", "打字员"} <= set(document.hidden_strings)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:pPr><w:rPr><w:del w:author='甲'/></w:rPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:pPrChange w:author='甲'/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:rPrChange w:author='甲'/></w:rPr><w:t>文</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>文</w:t></w:r><w:moveFrom w:author='甲'><w:r><w:t>沈立平</w:t></w:r></w:moveFrom></w:p>",
        f"{paragraph('文')}<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('沈')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_every_kind_of_revision_holds_the_document(body: str) -> None:
    document = read(body)
    assert texts(document) == ["文"]
    assert codes(document) == {"tracked_changes"}


def test_comments_hold_the_document_and_stay_out_of_the_text() -> None:
    document = read_docx(judgment_docx(["正文"], comments=["沈立平是被害人"]))
    assert texts(document) == ["正文"]
    assert codes(document) == {"comments"}
    assert {"沈立平是被害人", "书记员甲"} <= set(document.hidden_strings)


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="fefefe"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="Ghost"/>',
    ],
)
def test_text_nobody_can_see_is_not_live_and_holds_the_document(properties: str) -> None:
    styles = part(
        "styles", '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    document = read(
        f"<w:p>{run('显')}{run('沈立平', properties)}</w:p>",
        parts={"word/styles.xml": styles},
        relations=[("styles", "styles.xml")],
    )
    assert texts(document) == ["显"]
    assert codes(document) == {"hidden_text"}
    assert "沈立平" in document.hidden_strings


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FF0000"/>',
    ],
)
def test_text_that_can_be_seen_is_live(properties: str) -> None:
    document = read(f"<w:p>{run('沈立平', properties)}</w:p>")
    assert (texts(document), codes(document)) == (["沈立平"], set())


def test_fields_show_their_result_and_hide_their_code() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:shen@a.cn"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>沈立平</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:fldSimple w:instr="DOCPROPERTY 当事人"><w:r><w:t>何明</w:t></w:r></w:fldSimple></w:p>'
    )
    document = read(body)
    assert texts(document) == ["沈立平何明"]
    assert {'HYPERLINK "mailto:shen@a.cn"', "DOCPROPERTY 当事人"} <= set(document.hidden_strings)


def test_text_inside_a_field_code_is_reported_not_lost() -> None:
    body = '<w:p><w:r><w:t>文</w:t><w:fldChar w:fldCharType="begin"/><w:t>沈立平</w:t></w:r></w:p>'
    document = read(body)
    assert (texts(document), codes(document)) == (["文"], {"hidden_text"})


def test_links_are_live_text_with_hidden_targets() -> None:
    body = '<w:p><w:hyperlink r:id="rId1" w:tooltip="提示沈"><w:r><w:t>沈立平</w:t></w:r></w:hyperlink></w:p>'
    document = read(body, relations=[("hyperlink", "mailto:shenliping@example.cn")])
    assert texts(document) == ["沈立平"]
    assert {"mailto:shenliping@example.cn", "提示沈"} <= set(document.hidden_strings)


def test_names_in_places_nobody_reads_are_shown_to_the_reviewer() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="替代文字"/></wp:inline></w:drawing></w:r>'
    body = (
        f'<w:p><w:bookmarkStart w:id="0" w:name="书签名"/><w:r><w:t>文</w:t></w:r>{drawing}</w:p>'
        '<w:sdt><w:sdtPr><w:alias w:val="控件名"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    )
    parts = {
        "word/settings.xml": part(
            "settings", '<w:docVars><w:docVar w:name="变量" w:val="变量值"/></w:docVars>'
        ),
        "word/people.xml": '<p:people xmlns:p="urn:p"><p:person p:author="作者甲"/></p:people>',
        "customXml/item1.xml": "<root><party>自定义</party></root>",
        "docProps/core.xml": "<p><creator>属性作者</creator></p>",
        "docProps/app.xml": "<p><Company>属性公司</Company><Pages>3</Pages></p>",
        "word/glossary/document.xml": part("document", f"<w:body>{run('词汇')}</w:body>"),
        "word/styles.xml": part(
            "styles", '<w:style w:customStyle="1" w:styleId="a"><w:name w:val="样式名"/></w:style>'
        ),
        "word/media/当事人.bin": b"",
    }
    document = read(body, parts=parts, relations=[("styles", "styles.xml")])
    expected = (
        "替代文字 书签名 控件名 变量 变量值 作者甲 自定义 属性作者 属性公司 词汇 样式名 word/media/当事人.bin"
    )
    assert set(expected.split()) <= set(document.hidden_strings)
    assert "3" not in document.hidden_strings
    assert (texts(document), codes(document)) == (["文"], set())


@pytest.mark.parametrize(
    "kind", ["oleObject", "package", "aFChunk", "chart", "diagramData", "control", "subDocument"]
)
def test_embedded_content_holds_the_document(kind: str) -> None:
    document = read(
        paragraph("文"), parts={"word/embeddings/a.bin": b"x"}, relations=[(kind, "embeddings/a.bin")]
    )
    assert codes(document) == {"embedded_object"}


def test_names_that_word_processors_give_on_their_own_do_not_bother_the_reviewer() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="12" w:name="_GoBack"/><w:bookmarkStart w:id="3" w:name="_Toc20130608"/>'
        '<w:hyperlink r:id="rId7" w:history="1"><w:r><w:t>文</w:t></w:r></w:hyperlink></w:p>'
    )
    assert read(body).hidden_strings == ()


def test_another_document_poured_in_holds_the_document() -> None:
    assert codes(read(paragraph("文") + '<w:altChunk r:id="rId1"/>')) == {"embedded_object"}


def picture(width: int, height: int, *, drawn: bool = True) -> bytes:
    image = Image.new("RGB", (width, height), "white")
    if drawn:
        ImageDraw.Draw(image).line((0, 0, width, height), fill="black")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "held"),
    [
        (picture(400, 300), True),
        (picture(120, 20), True),
        (b"not an image", True),
        (picture(16, 16), False),
        (picture(600, 4), False),
        (picture(400, 300, drawn=False), False),
    ],
)
def test_a_picture_that_may_hold_text_holds_the_document(content: bytes, held: bool) -> None:
    document = read(paragraph("文"), parts={"word/media/image1.png": content})
    assert ("image" in codes(document)) is held


SMALL_PICTURE = {"word/media/image1.png": picture(16, 16)}
IN_LINE = (
    "<wp:inline><a:graphic><a:graphicData><a:blip r:embed='rId1'/></a:graphicData></a:graphic></wp:inline>"
)


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:drawing>{IN_LINE}</w:drawing>",
        "<w:pict><v:shape style='width:12pt'><v:imagedata r:id='rId1'/></v:shape></w:pict>",
    ],
)
def test_a_small_picture_among_characters_may_be_a_rare_character_of_a_name(drawing: str) -> None:
    document = read(f"<w:p>{run('原告沈')}<w:r>{drawing}</w:r>{run('平')}</w:p>", parts=SMALL_PICTURE)
    assert codes(document) == {"image"}
    assert document.findings[0].where == "正文第1段"


def test_the_alternative_text_of_an_old_picture_is_shown_to_the_reviewer() -> None:
    old = "<w:r><w:pict><v:shape alt='替代文字'><v:imagedata r:id='rId1'/></v:shape></w:pict></w:r>"
    assert "替代文字" in read(f"{paragraph('文')}<w:p>{old}</w:p>").hidden_strings


def test_a_small_picture_on_a_line_of_its_own_is_an_ornament() -> None:
    assert (
        codes(
            read(
                f"{paragraph('文')}<w:p><w:r><w:drawing>{IN_LINE}</w:drawing></w:r></w:p>",
                parts=SMALL_PICTURE,
            )
        )
        == set()
    )


@pytest.mark.parametrize("extra", [{}, {"word/media/image1.png": picture(400, 300)}])
def test_a_document_without_text_is_refused(extra: dict[str, bytes]) -> None:
    with pytest.raises(Refused) as caught:
        read("<w:p/>", parts=extra)
    assert caught.value.code == "no_text"
    assert ("扫描" in caught.value.message) is bool(extra)
