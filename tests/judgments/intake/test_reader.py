"""Every place of a package where text stands: what a reader sees joins the text, the rest is reported."""

from __future__ import annotations

import io

import docx
import pytest

from judgments.intake.document import Cell, SourceDocument
from judgments.intake.reader import read_docx
from tests.documents import JUDGMENT, judgment_docx, package, paragraph, part, run, table_xml, text_box_xml


def texts(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def codes(document: SourceDocument) -> set[str]:
    assert all(finding.blocking for finding in document.findings)
    return {finding.code for finding in document.findings}


def read(body: str, **extra) -> SourceDocument:
    return read_docx(package(body, **extra))


@pytest.mark.parametrize("producer", ["word", "wps"])
def test_an_ordinary_judgment_is_its_paragraphs_and_nothing_to_report(producer) -> None:
    document = read_docx(judgment_docx(producer=producer))
    assert texts(document) == list(JUDGMENT)
    assert document.findings == ()
    assert len(document.sha256) == 64


def test_places_are_named_for_people_and_blank_lines_are_not_counted() -> None:
    document = read(paragraph("甲") + paragraph("  ") + paragraph("乙"))
    assert [p.where for p in document.paragraphs] == ["正文第1段", "正文第2段"]


def test_strict_namespaces_are_read_like_the_others() -> None:
    assert texts(read(paragraph("原告沈立平") + table_xml([["甲"]]), strict=True)) == ["原告沈立平", "甲"]


def test_a_name_broken_by_marks_of_the_word_processor_stays_one_text() -> None:
    body = (
        "<w:p><w:r><w:t>沈</w:t></w:r><w:proofErr/><w:bookmarkStart w:id='1' w:name='_GoBack'/>"
        "<w:r><w:softHyphen/></w:r><w:smartTag w:element='PersonName'><w:r><w:t>立</w:t></w:r></w:smartTag>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:lastRenderedPageBreak/><w:t>平</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t><w:cr/></w:r></w:p>"
    )
    assert texts(read(body)) == ["沈立平\n二\t三-四\n"]


def test_an_xml_comment_inside_a_name_does_not_cut_it() -> None:
    assert texts(read("<w:p><w:r><w:t>沈<!-- x -->立<![CDATA[平]]></w:t></w:r></w:p>")) == ["沈立平"]


def test_symbols_are_read_as_characters() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="6C88"/>'
        '<w:sym w:font="Arial" w:char="F041"/><w:sym w:font="x" w:char="zz"/></w:r></w:p>'
    )
    assert texts(read(body)) == ["☑沈A"]


def test_headers_and_footers_of_all_kinds_come_last() -> None:
    parts = {
        "word/header1.xml": part("hdr", paragraph("首页页眉")),
        "word/header2.xml": part("hdr", paragraph("偶数页眉")),
        "word/footer1.xml": part("ftr", paragraph("沈立平页脚")),
    }
    relations = [("footer", "footer1.xml"), ("header", "header1.xml"), ("header", "/word/header2.xml")]
    document = read(paragraph("正文"), parts=parts, relations=relations)
    assert [(p.kind, p.where, p.text) for p in document.paragraphs] == [
        ("body", "正文第1段", "正文"),
        ("header", "页眉1", "首页页眉"),
        ("header", "页眉2", "偶数页眉"),
        ("footer", "页脚1", "沈立平页脚"),
    ]


def test_a_header_that_nothing_refers_to_is_still_shown_to_the_reviewer() -> None:
    document = read(paragraph("正文"), parts={"word/header9.xml": part("hdr", paragraph("沈立平"))})
    assert texts(document) == ["正文"]
    assert "沈立平" in document.hidden_strings


def test_notes_are_read_and_separators_are_not() -> None:
    document = read_docx(judgment_docx(["正文"], footnotes=["沈立平的脚注"]))
    assert [(p.kind, p.text) for p in document.paragraphs] == [("body", "正文"), ("footnote", "沈立平的脚注")]


def test_both_copies_of_a_text_box_are_one_when_equal() -> None:
    assert texts(read_docx(judgment_docx(["正文"], text_box="不上网公开"))) == ["不上网公开", "正文"]


def test_both_copies_of_a_text_box_are_read_when_they_differ() -> None:
    document = read(f"<w:p>{run('锚')}<w:r>{text_box_xml('沈立平', fallback='何明')}</w:r></w:p>")
    assert [(p.kind, p.text) for p in document.paragraphs] == [
        ("body", "锚"),
        ("textbox", "沈立平"),
        ("textbox", "何明"),
    ]


def test_a_text_box_in_a_header_belongs_to_the_header() -> None:
    header = part("hdr", f"<w:p><w:r>{text_box_xml('不上网公开')}</w:r></w:p>")
    document = read(
        paragraph("正文"), parts={"word/header1.xml": header}, relations=[("header", "header1.xml")]
    )
    assert [(p.kind, p.text) for p in document.paragraphs][1:] == [("header", "不上网公开")]


def test_word_art_and_watermarks_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="不上网公开"/></v:shape></w:pict></w:r>'
    header = part("hdr", f"<w:p>{art}</w:p>")
    document = read(
        paragraph("正文"), parts={"word/header1.xml": header}, relations=[("header", "header1.xml")]
    )
    assert texts(document) == ["正文", "不上网公开"]


def test_a_positioned_frame_is_a_text_box() -> None:
    frame = paragraph("不上网公开", '<w:framePr w:w="100" w:xAlign="right"/>')
    assert [p.kind for p in read(frame + paragraph("正文")).paragraphs] == ["textbox", "body"]


def test_tables_nested_or_not_know_their_cells() -> None:
    inner = table_xml([["里"]])
    outer = (
        f"<w:tbl><w:tr><w:tc>{paragraph('左')}{inner}<w:p/></w:tc><w:tc><w:p/><w:p/></w:tc></w:tr>"
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("下")}{paragraph("下二")}</w:tc></w:tr></w:tbl>'
    )
    document = read(paragraph("前") + outer + paragraph("后"))
    assert [(p.text, p.cell) for p in document.paragraphs] == [
        ("前", None),
        ("左", Cell(0, 0, 0)),
        ("里", Cell(1, 0, 0)),
        ("", Cell(0, 0, 1)),
        ("下", Cell(0, 1, 0, 2)),
        ("下二", Cell(0, 1, 0, 2)),
        ("后", None),
    ]
    assert document.paragraphs[1].where == "表格1第1行第1格"


def test_a_merged_cell_is_not_repeated_and_text_hidden_under_it_is_reported() -> None:
    def merged(value: str, text: str) -> str:
        return f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="{value}"/></w:tcPr>{paragraph(text)}</w:tc></w:tr>'

    clean = read(f"<w:tbl>{merged('restart', '上')}{merged('continue', '')}</w:tbl>")
    assert (texts(clean), codes(clean)) == (["上"], set())
    dirty = read(f"<w:tbl>{merged('restart', '上')}{merged('continue', '沈立平')}</w:tbl>")
    assert (texts(dirty), codes(dirty)) == (["上"], {"hidden_text"})


def test_a_merged_cell_knows_how_far_it_reaches() -> None:
    def row(merge: str, text: str) -> str:
        left = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge{merge}/></w:tcPr>{paragraph("左" if text == "1" else "")}</w:tc>'
        return f"<w:tr>{left}<w:tc>{paragraph(text)}</w:tc></w:tr>"

    rows = row(' w:val="restart"', "1") + row("", "2") + row("", "3")
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert [(p.text, p.cell) for p in document.paragraphs] == [
        ("左", Cell(0, 0, 0, 2, 3)),
        ("1", Cell(0, 0, 2)),
        ("2", Cell(0, 1, 2)),
        ("3", Cell(0, 2, 2)),
    ]


STYLES = part(
    "styles",
    '<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="base"><w:basedOn w:val="derived"/><w:pPr><w:jc w:val="right"/>'
    "</w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)


def styled(body: str, numbering: str = "") -> SourceDocument:
    parts = {"word/styles.xml": STYLES, "word/numbering.xml": part("numbering", numbering)}
    return read(body, parts=parts, relations=[("styles", "styles.xml"), ("numbering", "numbering.xml")])


def test_alignment_boldness_and_headings_come_through_styles_even_circular_ones() -> None:
    document = styled(
        paragraph("默认")
        + paragraph("继承", '<w:pStyle w:val="derived"/>')
        + paragraph("直接", '<w:pStyle w:val="derived"/><w:jc w:val="center"/>')
        + paragraph("标题", '<w:pStyle w:val="h2"/>')
        + paragraph("大纲", '<w:outlineLvl w:val="0"/>')
        + f"<w:p>{run('半')}{run('加粗的', '<w:b/>')}</w:p>"
    )
    assert [(p.alignment, p.bold, p.heading) for p in document.paragraphs] == [
        ("both", False, None),
        ("right", True, None),
        ("center", True, None),
        ("both", False, 2),
        ("both", False, 1),
        ("both", True, None),
    ]


def numbered(level: int = 0, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(index: int, number_format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "japaneseCounting", "%1、")
    + level(1, "decimal", "%1.%2.")
    + level(2, "bullet", "●")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2">'
    '<w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_automatic_numbers_become_text() -> None:
    document = styled(
        paragraph("甲", '<w:pStyle w:val="list"/>')
        + paragraph("乙", numbered(1))
        + paragraph("丙", numbered(1))
        + paragraph("丁", numbered())
        + paragraph("戊", numbered(1))
        + paragraph("点", numbered(2))
        + paragraph("己", numbered(0, 2))
        + paragraph("无", '<w:pStyle w:val="list"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        LISTS,
    )
    assert texts(document) == ["一、甲", "一.1. 乙", "一.2. 丙", "二、丁", "二.1. 戊", "点", "一、己", "无"]


def test_a_formula_and_a_reading_above_a_character_do_not_lose_text() -> None:
    body = (
        "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:ruby><w:rt><w:r><w:t>shen</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>沈</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    document = read(body)
    assert texts(document) == ["x=1沈"]
    assert "shen" in document.hidden_strings


def test_alternate_text_in_a_line_is_read_once_and_a_differing_copy_is_reported() -> None:
    def alternate(first: str, second: str) -> str:
        return (
            f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w16'><w:t>{first}</w:t></mc:Choice>"
            f"<mc:Fallback><w:t>{second}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    same, other = read(alternate("沈", "沈")), read(alternate("沈", "何明"))
    assert (texts(same), codes(same)) == (["沈"], set())
    assert (texts(other), codes(other)) == (["沈"], {"hidden_text"})


def test_many_findings_of_one_kind_are_counted_not_listed() -> None:
    revision = "<w:p><w:ins w:author='甲'><w:r><w:t>文</w:t></w:r></w:ins></w:p>"
    document = read(revision * 300)
    assert len(document.findings) == 51
    assert "250" in document.findings[-1].text


def test_what_python_docx_writes_is_read_whole() -> None:
    written = docx.Document()
    written.sections[0].header.paragraphs[0].text = "页眉沈立平"
    written.add_paragraph("一", style="List Number")
    written.add_paragraph("二", style="List Number")
    written.add_table(1, 2).cell(0, 1).text = "表"
    buffer = io.BytesIO()
    written.save(buffer)
    document = read_docx(buffer.getvalue())
    assert texts(document) == ["1. 一", "2. 二", "", "表", "页眉沈立平"]
    assert document.findings == ()
