"""Traps 73 to 83: names hidden in headers, notes, changes, fields, properties and attributes."""

from __future__ import annotations

from tests.blind.lantern.frames import DOUBTFUL, EITHER, HELD, Doc
from tests.blind.lantern.matters import loan
from tests.blind.lantern.pack import NAMESPACES, WML, Part, para, run
from tests.blind.lantern.people import Cast, Person
from tests.blind.lantern.stamps import comments_part, header_part, image_part, picture, reference, text_box
from tests.blind.lantern.suits import execution, suit
from tests.heldback.markup import secret

DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def two(c: Cast) -> tuple[Person, Person, Doc]:
    p, d = c.person(), c.person()
    return p, d, (execution(c, p, d) if c.rng.random() < 0.3 else suit(c, p, d))


def t73_header_footer(c: Cast) -> Doc:
    p, d, doc = two(c)
    words = f"{p.name}与{d.name}纠纷一案"
    doc.package.parts = [
        header_part(para(words), "rIdH1"),
        header_part(para(c.by("内部稿 ", "") + words), "rIdH2", "word/header2.xml"),
        header_part(para(f"{d.name}案卷　第1页"), "rIdF1", "word/footer1.xml", "ftr"),
    ]
    odd = c.by("first", "even")
    doc.package.section = (
        reference("default", "rIdH1") + reference(odd, "rIdH2") + reference("default", "rIdF1", "footer")
    )
    doc.package.section += "<w:titlePg/>" if odd == "first" else ""
    return doc


def t74_text_box(c: Cast) -> Doc:
    p, d, doc = two(c)
    doc.package.after = text_box(c.by(f"送达地址确认：{p.name}", f"{d.name}，联系电话见卷宗"))
    doc.statuses = EITHER
    return doc


def t75_notes(c: Cast) -> Doc:
    p, d, doc = two(c)
    kind = c.by("footnote", "endnote")
    words = c.by(f"指{d.name}出具的收据。", f"{p.name}在庭审中对此有补充陈述。")
    ends = "".join(
        f'<w:{kind} w:id="{i}" w:type="{t}"><w:p/></w:{kind}>'
        for i, t in ((-1, "separator"), (0, "continuationSeparator"))
    )
    body = f'<w:{kind}s {NAMESPACES}>{ends}<w:{kind} w:id="1">{para(words)}</w:{kind}></w:{kind}s>'
    doc.package.parts = [Part(f"word/{kind}s.xml", body, f"{WML}.{kind}s+xml", f"{kind}s", "rIdN")]
    doc.package.inside = f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
    doc.statuses = EITHER
    return doc


def t76_comments(c: Cast) -> Doc:
    p, d, doc = two(c)
    doc.package.parts = [comments_part(c.by(f"{d.name}的住址请再核对", "金额要复核"), c.by("书记员", p.name))]
    people = f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{p.name}"/></w15:people>'
    link = "http://schemas.microsoft.com/office/2011/relationships/people"
    doc.package.parts.append(Part("word/people.xml", people, f"{WML}.people+xml", link, "rIdP"))
    doc.package.inside = '<w:r><w:commentReference w:id="0"/></w:r>'
    doc.statuses = HELD
    return doc


def t77_deleted(c: Cast) -> Doc:
    _, d, doc = two(c)
    who = f'w:id="31" w:author="{c.by("打字员", d.name)}" w:date="2020-01-02T03:04:05Z"'
    kind = c.by("del", "moveFrom")
    text = f"{d.name}另有陈述"
    inner = f"<w:r><w:delText>{text}</w:delText></w:r>" if kind == "del" else run(text)
    doc.package.inside = f"<w:{kind} {who}>{inner}</w:{kind}>"
    doc.statuses = HELD
    return doc


def t77_format_change(c: Cast) -> Doc:
    """Only the look of a word was changed, by somebody with a party's name or a clerk."""
    p, _, doc = two(c)
    who = f'w:id="32" w:author="{c.by(p.name, "打字员")}" w:date="2020-01-02T03:04:05Z"'
    doc.package.inside = f'<w:r><w:rPr><w:b/><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t xml:space="preserve"> </w:t></w:r>'
    doc.statuses = DOUBTFUL
    return doc


def t78_vanish(c: Cast) -> Doc:
    p, _, doc = two(c)
    doc.package.after = para(
        c.by(f"合议庭意见：{p.name}的请求成立。", "校对记录：已校对两次。"), "<w:vanish/>"
    )
    doc.statuses = HELD
    return doc


def t78_white(c: Cast) -> Doc:
    _, d, doc = two(c)
    doc.package.after = para(
        c.by(f"{d.name}的身份证复印件见副卷", f"经办：{d.name}"),
        c.by('<w:color w:val="FFFFFF"/>', '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'),
    )
    doc.statuses = HELD
    return doc


def t79_field(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    mail = c.by("zzlhk2016@163.com", "gzmeiyu88@qq.com")
    doc.facts.insert(
        -1, f"另查明，{d}使用电子邮箱{secret('e', mail)}与原告核对账目，邮件内容为“收到，尽快安排”。"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:{d.name}@example.cn" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    doc.package.inside = field
    return doc


def t79_target(c: Cast) -> Doc:
    _, d, doc = two(c)
    doc.package.parts = [
        Part(
            c.by(f"mailto:{d.name}@example.cn", f"http://example.cn/{d.name}"),
            "",
            "",
            "hyperlink",
            "rIdL",
            external=True,
        )
    ]
    doc.package.inside = '<w:hyperlink r:id="rIdL"><w:r><w:t xml:space="preserve"> </w:t></w:r></w:hyperlink>'
    return doc


def t80_properties(c: Cast) -> Doc:
    p, d, doc = two(c)
    core = (
        f'<cp:coreProperties xmlns:cp="{CORE}" {DUBLIN}><dc:title>{p.name}诉{d.name}</dc:title><dc:creator>{p.name}</dc:creator>'
        f"<cp:keywords>{d.name}</cp:keywords><cp:lastModifiedBy>{d.name}</cp:lastModifiedBy></cp:coreProperties>"
    )
    app = f'<Properties xmlns="{EXTENDED}"><Company>{c.by(p.name, d.name)}</Company><Manager>{d.name}</Manager></Properties>'
    doc.package.parts = [
        Part(
            "docProps/core.xml",
            core,
            "application/vnd.openxmlformats-package.core-properties+xml",
            CORE_LINK,
            "rId11",
            "root",
        ),
        Part(
            "docProps/app.xml",
            app,
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "extended-properties",
            "rId12",
            "root",
        ),
    ]
    return doc


def t80_custom(c: Cast) -> Doc:
    _, d, doc = two(c)
    variant = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    body = (
        f'<Properties xmlns="{CUSTOM}" xmlns:vt="{variant}"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" '
        f'name="{c.by("当事人", "承办备注")}"><vt:lpwstr>{d.name}</vt:lpwstr></property></Properties>'
    )
    doc.package.parts = [
        Part(
            "docProps/custom.xml",
            body,
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            "custom-properties",
            "rId13",
            "root",
        )
    ]
    return doc


def t81_custom_xml(c: Cast) -> Doc:
    p, d, doc = two(c)
    body = f'<case xmlns="urn:court:case"><plaintiff>{p.name}</plaintiff><defendant id="{d.name}"/></case>'
    doc.package.parts = [Part("customXml/item1.xml", body, "application/xml", "customXml", "rIdX")]
    if c.variant:
        doc.package.inside = (
            '<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:k=\'urn:court:case\'" w:xpath="/k:case/k:plaintiff" w:storeItemID="{1}"/>'
            '</w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve"> </w:t></w:r></w:sdtContent></w:sdt>'
        )
    return doc


def t81_variables(c: Cast) -> Doc:
    p, _, doc = two(c)
    body = f'<w:settings {NAMESPACES}><w:docVars><w:docVar w:name="{c.by("dsr", p.name)}" w:val="{p.name}"/></w:docVars></w:settings>'
    doc.package.parts = [Part("word/settings.xml", body, f"{WML}.settings+xml", "settings", "rIdS")]
    return doc


def t82_picture_text(c: Cast) -> Doc:
    _, d, doc = two(c)
    doc.package.parts = [image_part("rIdI")]
    doc.package.after = f"<w:p>{picture('rIdI', c.by(d.name, '图片 3'), f'{d.name}的签名')}</w:p>"
    doc.statuses = HELD
    return doc


def t82_line_text(c: Cast) -> Doc:
    """A drawn line with a name in its description: no picture, no text box."""
    _, d, doc = two(c)
    doc.package.after = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5000000" cy="0"/>'
        f'<wp:docPr id="9" name="{c.by("直线 9", d.name)}" title="{d.name}" descr="{d.name}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        '<wps:spPr><a:prstGeom prst="line"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    doc.statuses = EITHER
    return doc


def t83_bookmark(c: Cast) -> Doc:
    p, d, doc = two(c)
    doc.package.inside = (
        f'<w:bookmarkStart w:id="3" w:name="{c.by(p.name, f"{d.name}_住址")}"/><w:bookmarkEnd w:id="3"/>'
    )
    return doc


def t83_style(c: Cast) -> Doc:
    _, d, doc = two(c)
    style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{c.by("a1", "dsr")}"><w:name w:val="{d.name}正文"/></w:style>'
    doc.package.parts = [
        Part(
            "word/styles.xml",
            f"<w:styles {NAMESPACES}>{style}</w:styles>",
            f"{WML}.styles+xml",
            "styles",
            "rIdT",
        )
    ]
    return doc


ALL = (
    t73_header_footer,
    t74_text_box,
    t75_notes,
    t76_comments,
    t77_deleted,
    t77_format_change,
    t78_vanish,
    t78_white,
    t79_field,
    t79_target,
    t80_properties,
    t80_custom,
    t81_custom_xml,
    t81_variables,
    t82_picture_text,
    t82_line_text,
    t83_bookmark,
    t83_style,
)
