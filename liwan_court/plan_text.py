"""The plan of 2013 with its three annexes and 实施办法第一条, word for word, ready to be shown (R67).

The text is data (`texts/plan_2013.txt`). The copy the court gave out names nobody: members of working groups are counted.
Pure, no Django.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

Level = Literal["heading", "text", "item", "subitem"]

SOURCE: Final = Path(__file__).resolve().parent / "texts" / "plan_2013.txt"
PLAN: Final = ("plan", "2013年落实司法公开工作方案")
ANNEXES: Final = (
    ("annex-1", "生效裁判文书网上公布工作程序"),
    ("annex-2", "案件庭审网上直播或微博工作程序"),
    ("annex-3", "执行案件公开执行日志工作程序"),
)
ARTICLE: Final = ("article-1", "附：《广州市荔湾区人民法院关于裁判文书上网公开的实施办法》第一条")
_HEADING = re.compile(r"[一二三四五六七八九十]+、\S{1,12}")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_SUBITEM = re.compile(r"\d+、")
_GROUND = re.compile(r"(?=（[一二三四五六七八九十]）)")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph and what it is."""

    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """The plan itself, an annex, or the article: anchor, title, paragraphs."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@cache
def sections() -> tuple[Section, ...]:
    """The whole text in order. Every character of the source but white space stands in a title or a block."""
    parts: list[tuple[str, str, list[Block]]] = [(*PLAN, [])]
    titles = {title: (anchor, title) for anchor, title in ANNEXES}
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text or text == PLAN[1]:
            continue
        if text in titles:
            parts.append((*titles[text], []))
        elif text.startswith(ARTICLE[1]):
            parts.append(
                (*ARTICLE, [Block("item", piece) for piece in _GROUND.split(text[len(ARTICLE[1]) :])])
            )
        else:
            parts[-1][2].append(Block(_level(text), text))
    return tuple(Section(anchor, title, tuple(blocks)) for anchor, title, blocks in parts)


def _level(text: str) -> Level:
    if _HEADING.fullmatch(text):
        return "heading"
    if _SUBITEM.match(text):
        return "subitem"
    return "item" if _ITEM.match(text) else "text"
