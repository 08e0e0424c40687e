"""The judge's printed mark 不上网公开 (R23): found wherever it was put, never in a sentence of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from judgments.intake.document import Finding, Paragraph, SourceDocument

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_TRADITIONAL = str.maketrans("網開予應許", "网开予应许")
_SENTENCE = re.compile("[，；。].")
_GAP = re.compile(r"[\t\n]+|\s{2,}|[()\[\]【】〔〕《》<>「」『』|/]+")

_NO = "(?:不|不得|不予|不宜|不应|不许|不准|不能|不可|不要|不同意|禁止|严禁|请勿|勿|暂不)"
_NET = "(?:在|于|上传|发布|传)?(?:到|至)?(?:互联网|网络|网站|网页|网上|外网|上网|上互联网|审判网|裁判文书网)"
_OPEN = "(?:公开|公布|发布|公示|上传)"
_SUBJECT = (
    "(?:本|该|此)?(?:案|件|案件|文书|裁判文书|判决书|裁定书|判决|裁定|文|份文书)?(?:依法|应当|应|系|为)?"
)
_STRONG = f"{_NO}(?:{_NET}{_OPEN}?|{_OPEN}(?:上网|于互联网|在互联网))"
_WEAK = f"{_NO}{_OPEN}"
_ONLY_MARK = re.compile(f"{_SUBJECT}(?:{_STRONG}|{_WEAK})(?:文书|裁判文书|案件|的?裁判文书)?")
_CONTAINS_MARK = re.compile(_STRONG)
_IN_FILENAME = re.compile(f"(?:{_STRONG}|{_WEAK}(?!开庭|审理|开审))")
_CLOSED_HEARING = re.compile(r"不\s*公\s*开\s*(?:开\s*庭|进\s*行|审\s*理)")
_CLOSED_TEXT = (
    "文书写明不公开开庭审理，可能涉及国家秘密、商业秘密、个人隐私或未成年人，请核对是否属于不上网公开的情形。"
)

_TOP = 6
"""Paragraphs of the text that belong to the head of the first page."""
_LINE_LENGTH = 80
"""Characters up to which a line can be made of pieces set apart, rather than sentences."""
_SCATTERED = 8
"""Characters, spaces included, of a paragraph that is one piece of a mark set from top to bottom."""
_NOTE_LENGTH = 40
"""Characters up to which a paragraph outside the text can be a note around a mark."""


def find_mark(document: SourceDocument, filename: str = "") -> Finding | None:
    """The mark in a header, text box, cell, line of its own, hidden place or in `filename`, or None.

    A paragraph counts when the mark is all it says (不 上 网 公 开, 本案不予公开), or when it stands as a
    piece of its own in a line. In headers, text boxes, cells and the head of the first page a short note
    around it counts too. Sentences such as 不公开开庭审理 never do. Code `mark`, always blocking.
    """
    if _IN_FILENAME.search(_squeezed(filename)):
        return _mark(filename, "文件名")
    for paragraph in _candidates(document):
        if _is_mark(paragraph.text) or (_is_apart(paragraph) and _notes_mark(paragraph.text)):
            return _mark(paragraph.text, paragraph.where)
    for paragraph in document.paragraphs[:_TOP]:
        if paragraph.kind == "body" and _notes_mark(paragraph.text):
            return _mark(paragraph.text, paragraph.where)
    for hidden in document.hidden_strings:
        if len(hidden) <= _NOTE_LENGTH and _is_mark(hidden):
            return _mark(hidden, "批注、属性等不显示的内容")
    return None


def find_closed_hearing(document: SourceDocument) -> Finding | None:
    """A sentence that the hearing was not public (不公开开庭审理): a ground of R34 is likely.

    Code `closed_hearing`, blocking: a person decides.
    """
    for paragraph in document.paragraphs:
        if "公" in paragraph.text and _CLOSED_HEARING.search(_ZERO_WIDTH.sub("", paragraph.text)):
            return Finding(
                "closed_hearing",
                blocking=True,
                text=_CLOSED_TEXT,
                where=paragraph.where,
            )
    return None


def _mark(text: str, where: str) -> Finding:
    shown = " ".join(text.split())[:_NOTE_LENGTH]
    return Finding("mark", blocking=True, text=f"发现“不上网公开”标记：{shown}", where=where)


def _candidates(document: SourceDocument) -> Iterator[Paragraph]:
    """Every paragraph, and characters set one below the other taken together."""
    column: list[Paragraph] = []
    for paragraph in document.paragraphs:
        yield paragraph
        if 0 < len(paragraph.text) <= _SCATTERED and 0 < len(_squeezed(paragraph.text)) <= 2:
            column.append(paragraph)
            continue
        if len(column) > 1:
            yield _joined(column)
        column = []
    if len(column) > 1:
        yield _joined(column)


def _joined(column: list[Paragraph]) -> Paragraph:
    first = column[0]
    return Paragraph("".join(part.text for part in column), first.where, first.kind, cell=first.cell)


def _is_apart(paragraph: Paragraph) -> bool:
    """Outside the running text: a short note there is about the document, not part of it."""
    return paragraph.kind in ("header", "footer", "textbox") or (
        paragraph.cell is not None and paragraph.cell.table == 0 and paragraph.cell.row == 0
    )


def _is_mark(text: str) -> bool:
    """Whether the mark is all that the text says, or all that one piece of a line says."""
    if not any(word in text for word in "不勿禁") or len("".join(text.split())) > _LINE_LENGTH:
        return False
    if _ONLY_MARK.fullmatch(_squeezed(text)):
        return True
    if _SENTENCE.search(text):
        return False
    pieces = _GAP.split(unicodedata.normalize("NFKC", text))
    return len(pieces) > 1 and any(_ONLY_MARK.fullmatch(_squeezed(piece)) for piece in pieces)


def _notes_mark(text: str) -> bool:
    if not any(word in text for word in "不勿禁"):
        return False
    squeezed = _squeezed(text)
    return len(squeezed) <= _NOTE_LENGTH and _CONTAINS_MARK.search(squeezed) is not None


def _squeezed(text: str) -> str:
    """Words only: width and spacing undone, punctuation and ornament dropped."""
    text = unicodedata.normalize("NFKC", _ZERO_WIDTH.sub("", text)).translate(_TRADITIONAL)
    return _NOT_A_WORD.sub("", text)
