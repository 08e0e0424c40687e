"""What property tests draw: names of every make, the ways a name is written, and whole files with names in every part.

Nothing here uses the engine's own comparison: `seen` is what a reader sees, worked out anew.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from itertools import pairwise

from hypothesis import strategies as st

from judgments.intake.reader import read_docx
from judgments.redaction.edition import Edition, Party
from judgments.redaction.engine import redact
from judgments.redaction.job import held_by_gate
from judgments.redaction.writers.artefacts import public_artefacts
from tests.documents import package, paragraph, part, run, table_xml, text_box_xml
from tests.judgments.redaction.making import FRONT, TAIL

DOTS = "·•・‧∙⋅･．"
ALIKE = (DOTS, "（(〔", "）)〕")
INVISIBLE = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u200e",
    "\ufe0f",
    "\u034f",
    "\u3164",
]
BLANKS = ["", " ", "　", "\u00a0", "\u2009", "\n", "\t", *INVISIBLE]
RARE = "怣𠮷龘犇骉㛃䶮𤋮𫞩𬍛𪚥\ue5e5"
RADICALS = {"方": "⽅", "高": "⾼", "马": "⻢", "金": "⾦", "石": "⽯", "田": "⽥", "龙": "⻰", "黄": "⻩"}

SURNAMES = st.sampled_from([*"沈何陆童曾邓黎谭高方马金石田龙黄梁", "欧阳", "司马", "申屠", "诸葛", "尉迟"])
GIVEN = st.text(f"立秀莲兰翠英德良敏静晓芳丽娟超勇磊洋艳霞辉鹏{RARE}", min_size=2, max_size=2)
HAN = st.builds("{}{}".format, SURNAMES, GIVEN)
SHORT = st.builds("{}{}".format, st.sampled_from("沈何陆童曾邓黎谭"), st.sampled_from("琳娟瑛怣𠮷骉"))
WORDS = st.sampled_from(["高明", "平安", "方圆", "马力", "金山", "黄河"])
MINORITY = st.builds(
    lambda parts, dot: dot.join(parts),
    st.lists(st.sampled_from(["买买提", "吐尔逊", "古丽", "阿依努尔", "艾力", "热依汗"]), min_size=2, max_size=3, unique=True),
    st.sampled_from(DOTS),
)  # fmt: skip
LATIN = st.sampled_from(["John Smith", "MARIA DA SILVA", "Zhang San", "Jean-Paul Roche"])
FIRMS = st.builds(
    "广州{}{}{}有限公司".format,
    st.text("粤荔鹏达鑫盛隆泰恒昌瑞祥37８", min_size=2, max_size=3),
    st.sampled_from(["", "（荔湾）", "(中国)", "〔南沙〕"]),
    st.sampled_from(["贸易", "物业管理", "装饰工程", "3D打印"]),
)
PEOPLE = st.one_of(HAN, SHORT, WORDS, MINORITY, LATIN)


def seen(text: str) -> str:
    """A text as a reader sees it, whatever stands between its characters: letters, digits and signs only, one form each."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    pieces = []
    for character in normal:
        if character in DOTS or character == ".":
            pieces.append("·")
        elif character in "〔［【":
            pieces.append("(")
        elif character in "〕］】":
            pieces.append(")")
        elif unicodedata.category(character)[0] not in "ZC" or character == "\ue5e5":
            pieces.append(character)
    return re.sub("[\ufe00-\ufe0f\u034f\u1160\u115f]", "", "".join(pieces))


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as someone may have typed it: blanks and invisible characters inside, full-width, radicals, other dots and brackets."""
    filling = st.sampled_from(BLANKS if draw(st.booleans()) else [""])
    wide = draw(st.booleans())
    pieces = []
    for position, character in enumerate(name):
        inside = position > 0 and not (name.isascii() and wide)
        shown = next((draw(st.sampled_from(forms)) for forms in ALIKE if character in forms), character)
        if wide:
            shown = chr(ord(shown) + 0xFEE0) if "!" <= shown <= "~" else RADICALS.get(shown, shown)
        pieces.append((draw(filling) if inside else "") + shown)
    return "".join(pieces)


MENTIONS = st.sampled_from(
    ["{}到庭参加诉讼。", "款项由原告{}收取。", "原告{}与他人签订合同。", "被告{}签名确认。", "由被告{}承担责任。", "查封被告{}名下的财产。"]
)  # fmt: skip


def in_runs(text: str, cuts: list[int]) -> str:
    """A paragraph whose runs are cut anywhere, some of them inside a link or a content control."""
    places = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    runs = [run(text[a:b]) for a, b in pairwise(places)]
    wraps = [
        "{}",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
    ]
    return f"<w:p>{''.join(wraps[i % 4].format(r) for i, r in enumerate(runs))}</w:p>"


def file_of(mentions: Mapping[str, str], head: str, procedure: str, cuts: list[int]) -> bytes:
    """A whole judgment as a file; `mentions` are texts by the place they stand in."""
    body = [paragraph(line) for line in (*FRONT.split("\n"), *head.split("\n"), procedure)]
    body.append(in_runs(f"经审理查明：{mentions.get('body', '属实。')}", cuts))
    if "cell" in mentions:
        body.append(table_xml([["项目", "说明"], ["一", mentions["cell"]]]))
    if "nested" in mentions:
        inner = table_xml([[mentions["nested"]]])
        body.append(f"<w:tbl><w:tr><w:tc>{inner}{paragraph('附注')}</w:tc></w:tr></w:tbl>")
    if "box" in mentions:
        body.append(f"<w:p><w:r>{text_box_xml(mentions['box'])}</w:r></w:p>")
    body.extend(paragraph(line) for line in TAIL.replace("何秀莲", "被告").split("\n"))
    inside = {
        "header": ("word/header1.xml", "hdr", "{}"),
        "footer": ("word/footer1.xml", "ftr", "{}"),
        "footnote": ("word/footnotes.xml", "footnotes", '<w:footnote w:id="2">{}</w:footnote>'),
        "endnote": ("word/endnotes.xml", "endnotes", '<w:endnote w:id="2">{}</w:endnote>'),
    }
    used = {place: inside[place] for place in mentions if place in inside}
    parts = {
        file: part(tag, frame.format(paragraph(mentions[place])))
        for place, (file, tag, frame) in used.items()
    }
    kinds = {"footnote": "footnotes", "endnote": "endnotes"}
    relations = [
        (kinds.get(place, place), file.removeprefix("word/")) for place, (file, _, _) in used.items()
    ]
    return package("".join(body), parts=parts, relations=relations)


PLACES = ["body", "cell", "nested", "box", "header", "footer", "footnote", "endnote"]


def published(data: bytes, parties: list[Party] | None) -> tuple[Edition, dict[str, bytes | str]]:
    """What a job makes of a file: the edition after the gate, and its public artefacts."""
    edition = redact(read_docx(data), parties=parties)
    artefacts = public_artefacts(edition, "2019-yue0103-minchu-77")
    return held_by_gate(edition, artefacts), artefacts


def everything_shown(artefacts: Mapping[str, bytes | str]) -> str:
    """All text of all artefacts, as a reader sees it and as it stands in the files; ¶ between paragraphs."""
    texts = []
    for content in artefacts.values():
        if isinstance(content, str):
            texts += [content, _without_markup(content)]
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                inside = archive.read(name).decode("utf-8", "replace")
                texts += [name, inside, _without_markup(inside)]
    return seen("¶".join(texts))


def _without_markup(text: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"</(?:w:)?(?:p|td|tc|tr)>|\\n", "¶", text))
