"""The statutes that a public text cites: a facet of the search page and the field 法条 (R38)."""

from __future__ import annotations

import re

from judgments.search import numerals
from judgments.search.units import narrow

_NUMBER = r"(?:[零〇一二三四五六七八九十百千]{1,12}|\d{1,4})"
_ARTICLE = rf"第\s*{_NUMBER}\s*条(?:之[一二三四五六七八九十]{{1,2}})?"
_PART = rf"(?:第\s*{_NUMBER}\s*[款项目]|第[(]{_NUMBER}[)]\s*[项目])"
_ITEM = rf"{_ARTICLE}(?:[、,]?{_PART})*"
_JOINT = r"(?:\s*[、,]\s*|\s*(?:以及|和|及|与|至)\s*)"
_CITATION = re.compile(
    rf"《(?P<name>[^《》\n]{{2,80}})》\s*(?:[(〔][^()\n]{{1,40}}[)〕]\s*)?(?P<articles>{_ITEM}(?:{_JOINT}{_ITEM}){{0,60}})"
)
_ARTICLE_NUMBER = re.compile(
    rf"第\s*(?P<number>{_NUMBER})\s*条(?P<inserted>之[一二三四五六七八九十]{{1,2}})?"
)
_LONG_NAME = re.compile(r"《(中华人民共和国[^《》\n]{2,60})》")
_ARABIC_ARTICLE = re.compile(r"(?<!\d)0*([1-9]\d{0,3})(?=\s*条)")


def cited(text: str) -> tuple[str, ...]:
    """The articles cited in a text, each once, in the order of the text.

    ("中华人民共和国民法典 第五百七十七条", …).

    Paragraphs and items (款, 项) are left out. 《民法典》 counts as 《中华人民共和国民法典》 where the text
    has the long name too.
    """
    text = narrow(text)
    long_names = {name.removeprefix("中华人民共和国"): name for name in _LONG_NAME.findall(text)}
    found: dict[str, None] = {}
    for citation in _CITATION.finditer(text):
        name = re.sub(r"\s+", "", citation["name"]).replace("(", "（").replace(")", "）")
        for article in _ARTICLE_NUMBER.finditer(citation["articles"]):
            found[
                f"{long_names.get(name, name)} 第{_written(article['number'])}条{article['inserted'] or ''}"
            ] = None
    return tuple(found)


def as_cited(reference: str) -> str:
    """A reader's reference in the form of `cited`: 《民法典》第577条 → 民法典第五百七十七条."""
    plain = re.sub(r"[《》〈〉<>]", "", reference)
    return _ARABIC_ARTICLE.sub(lambda match: numerals.to_chinese(int(match[1])), plain)


def _written(number: str) -> str:
    return numerals.to_chinese(int(number)) if number.isdigit() and int(number) else number
