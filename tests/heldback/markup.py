"""Marks inside a template say what must go and what may stay; reading them yields the truth about a document.

A template is ordinary text with one paragraph a line. A line that starts with ``|`` is a table row, ``^`` is centred,
``>`` stands right. Private-use characters open and close secrets, indifferent text and removed passages.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

SECRET, SOFT, CLOSE = "\ue000", "\ue001", "\ue002"
C, D, E = "\ue010", "\ue011", "\ue012"
"""Open a passage of claims, open one of defence, close either."""

MASK = "×××"
CATEGORIES = {
    "n": "party",
    "r": "representative or agent",
    "v": "victim or minor",
    "a": "alias",
    "u": "undeclared short form",
    "h": "house number",
    "f": "house number in the facts, real property",
    "q": "house number for the reviewer",
    "i": "id_number",
    "t": "phone",
    "b": "bank_account",
    "p": "plate",
    "e": "email",
    "w": "wechat",
    "k": "certificate",
    "c": "credit_code",
}
_MARKED = re.compile(
    f"(?P<secret>{SECRET})(?P<code>[a-z])(?P<text>[^{CLOSE}]*){CLOSE}|{SOFT}(?P<soft>[^{CLOSE}]*){CLOSE}"
)
_CLAUSE = re.compile(r"[，。；：、（）()“”《》|\n,;:！？…]+")
_ADDRESS_PART = re.compile(
    r"(?:自编|附|特|甲)?[0-9A-Za-z０-９一二三四五六七八九十之\-－、]*[0-9０-９A-Za-z一二三四五六七八九十首]"
    r"(?:号楼|商铺|单元|房号|[号房室栋座幢楼层铺卡组户档])(?:之[一二三四五六七八九十\d]+)?",
)


@dataclass(frozen=True)
class Secret:
    category: str
    text: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    kind: str
    text: str


@dataclass
class Truth:
    """What a right redaction of one document looks like."""

    original: str
    expected: str
    secrets: list[Secret] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


def secret(code: str, text: str) -> str:
    return f"{SECRET}{code}{text}{CLOSE}"


def soft(text: str) -> str:
    """Text whose fate the rules leave open (birth dates, labels): neither asked for nor forbidden."""
    return f"{SOFT}{text}{CLOSE}"


def fold(text: str) -> str:
    """Compare without width, spaces or invisible characters, as a reader would."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(ch for ch in wide if not ch.isspace() and unicodedata.category(ch) != "Cf")


def bare(line: str) -> str:
    """One template line without layout marks."""
    return line.lstrip("^>").strip("|").replace("|", "¶") if line.startswith(("^", ">", "|")) else line


def _unmarked(text: str) -> str:
    return _MARKED.sub(lambda m: m["text"] or m["soft"] or "", text)


def _passages(text: str) -> list[Passage]:
    found = re.finditer(f"([{C}{D}])([^{E}]*){E}", text)
    return [
        Passage(
            "claims" if m[1] == C else "defence",
            "\n".join(bare(s) for s in _unmarked(m[2]).strip().splitlines()),
        )
        for m in found
    ]


def _pieces(code: str, text: str) -> tuple[str, ...]:
    """A house number is also leaked by a part of it, a name only as a whole."""
    if code not in "hfq":
        return (text,)
    parts = [p for p in _ADDRESS_PART.findall(text) if len(fold(p)) > 2 or not p[0].isdigit()]
    return tuple(dict.fromkeys([text, *parts]))


def plain(template: str) -> str:
    """The document's own text, layout marks kept, truth marks gone."""
    return re.sub(f"[{C}{D}{E}]", "", _unmarked(template))


def _secrets(template: str) -> list[Secret]:
    found: dict[tuple[str, str], Secret] = {}
    for match in _MARKED.finditer(template):
        if match["secret"]:
            code, text = match["code"], match["text"]
            found.setdefault((code, fold(text)), Secret(CATEGORIES[code], text, _pieces(code, text)))
    return list(found.values())


def read(template: str) -> Truth:
    """Work out original text, expected text, secrets, passages and clauses that must survive."""
    kept = re.sub(f"[{C}{D}][^{E}]*{E}", "\n", template)
    holes = _MARKED.sub("\n", kept)
    lines = "\n".join(bare(line).replace("¶", "\n") for line in holes.splitlines())
    clauses = [fold(part) for part in _CLAUSE.split(lines)]
    expected = "¶".join(
        bare(s) for s in _MARKED.sub(lambda m: MASK if m["secret"] else m["soft"], kept).splitlines()
    )
    return Truth(
        original=plain(template),
        expected=fold(expected),
        secrets=_secrets(template),
        passages=_passages(template),
        clauses=list(dict.fromkeys(c for c in clauses if len(c) >= 4)),
    )
