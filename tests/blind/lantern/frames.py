"""The frame of a judgment or ruling; templates change its parts before it is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.blind.lantern.pack import Package
from tests.blind.lantern.people import Cast, Firm, Party, Person, chinese_date
from tests.heldback.markup import CLOSE, SECRET, SOFT, C, D, E, secret, soft

READY: tuple[str, ...] = ("ready",)
HELD: tuple[str, ...] = ("held",)
EITHER: tuple[str, ...] = ("ready", "held")
DOUBTFUL: tuple[str, ...] = ("held", "ready")
REFUSED: tuple[str, ...] = ("refused",)


def softly(text: str) -> str:
    """Everything but the secrets becomes indifferent."""
    parts = re.split(f"({SECRET}[^{CLOSE}]*{CLOSE}|{SOFT}[^{CLOSE}]*{CLOSE}|\n)", text)
    return "".join(p if p[:1] in (SECRET, SOFT, "\n", "") else soft(p) for p in parts)


@dataclass
class Doc:
    """One document in parts, and how it is to come out."""

    cast: Cast
    kind: str
    number: str
    court: str = "广州市荔湾区人民法院"
    title: str = ""
    top: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    procedure: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    defence: list[str] = field(default_factory=list)
    pleadings: str = ""
    evidence: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    statuses: tuple[str, ...] = READY
    package: Package = field(default_factory=Package)
    data: bytes = b""

    def swap(self, old: str, new: str, *parts: str) -> None:
        """Write something another way in whole parts of the document."""
        for part in parts or ("facts", "reasons", "order"):
            setattr(self, part, [line.replace(old, new) for line in getattr(self, part)])

    def recast(self, one: Party, line: str) -> None:
        """Write a party's line of the head another way."""
        at = next(i for i, old in enumerate(self.head) if str(one) in old)
        self.head[at] = line

    def _pleadings(self) -> list[str]:
        if self.pleadings:
            return [self.pleadings]
        lines = [C + "\n".join(self.claims) + E] if self.claims else []
        return lines + ([D + "\n".join(self.defence) + E] if self.defence else [])

    def text(self) -> str:
        kind = self.title or ("^" + self.cast.pick(self.kind, " ".join(self.kind), "　".join(self.kind)))
        opening = [] if self.title else ["^" + self.cast.pick(self.court, "广东省" + self.court)]
        if self.court.startswith("广东省") and opening:
            opening = ["^" + self.court]
        return "\n".join(
            [
                *self.top,
                *opening,
                kind,
                ">" + self.number,
                *self.head,
                *self.procedure,
                *self._pleadings(),
                *self.evidence,
                *self.facts,
                *self.reasons,
                *self.order,
                *self.tail,
                *self.signature,
            ]
        )


def separator(c: Cast) -> str:
    return c.pick("：", "：", "", "", "　", " ", ":")


def person_line(c: Cast, role: str, one: Person, *, name: str = "", mark: str | None = None) -> str:
    """The line of a natural person, personal data in some order."""
    born, race = f"{one.born}出生", c.pick("汉族", "汉族", "壮族")
    data = c.pick(
        f"{one.sex}，{born}，{race}",
        f"{one.sex}，{race}，{born}",
        f"{one.sex}，{born}",
        f"{race}，{one.sex}，{born}",
    )
    number = c.pick(
        "",
        f"，公民身份号码{c.id_number(one.born, one.sex)}",
        f"，身份证号码：{c.id_number(one.born, one.sex)}",
    )
    live = c.pick("住", "住址：", "户籍住址", "住所地", "现住")
    return f"{role}{separator(c) if mark is None else mark}{name or one}，{data}，{live}{one.where}{number}。"


def firm_lines(c: Cast, role: str, one: Firm, *, name: str = "", mark: str | None = None) -> list[str]:
    place = c.pick("住所地", "住所地：", "住所：", "地址：")
    code = ""
    if c.rng.random() < 0.4:
        code = (
            f"，统一社会信用代码{c.credit()}"
            if c.year > 2015
            else f"，组织机构代码{secret('c', f'{c.number(10**7, 10**8 - 1)}-{c.number(1, 9)}')}"
        )
    job = c.pick("，总经理", "，职务：经理", "，执行董事", "")
    first = f"{role}{separator(c) if mark is None else mark}{name or one}，{place}{one.where}{code}。"
    return [first, f"{one.title}{c.pick('：', '：', '')}{one.head}{job}。"]


def party_lines(c: Cast, role: str, one: Party, **how: str) -> list[str]:
    if isinstance(one, Person):
        return [person_line(c, role, one, **how)]
    return firm_lines(c, role, one, **how)


def agent_label(c: Cast) -> str:
    return "委托诉讼代理人" if c.year > 2016 else "委托代理人"


def lawyer_line(c: Cast) -> str:
    firm = c.pick("广东衡穗律师事务所", "广东荔正律师事务所", "北京市博恒（广州）律师事务所")
    return f"{agent_label(c)}{c.pick('：', '：', '')}{c.official()}，{firm}律师。"


def staff_line(c: Cast, whose: str = "该公司") -> str:
    return f"{agent_label(c)}：{c.agent()}，系{whose}{c.pick('员工', '法务专员', '行政主管')}。"


def kin_line(c: Cast) -> str:
    return f"{agent_label(c)}：{c.agent()}，系{c.pick('原告', '其')}{c.pick('儿子', '妻子', '表兄')}。"


def signature(c: Cast, *, names: tuple[str, ...] = (), month: int = 0) -> list[str]:
    """Judges and clerk, padded with full-width spaces as court typists do."""

    def pad(name: str) -> str:
        return "　".join(name) if len(name) == 2 else name

    judges = [*names, *[c.official() for _ in range(3 - len(names))]]
    clerk = c.official()
    date = chinese_date(c.year, month or c.number(3, 12), c.number(1, 28))
    if not c.panel:
        lines = [f">审　判　员　　{pad(judges[0])}"]
        for gone in judges[1:]:
            if gone in c.officials:
                c.officials.remove(gone)
    else:
        second, third = c.pick("审　判　员", "代理审判员"), c.pick("人民陪审员", "审　判　员")
        lines = [
            f">审　判　长　　{pad(judges[0])}",
            f">{second}　　{pad(judges[1])}",
            f">{third}　　{pad(judges[2])}",
        ]
    lines.append(f">{date}")
    if c.rng.random() < 0.3:
        lines.append("本件与原本核对无异")
    helper = f">法 官 助 理　　{pad(c.official())}" if c.year > 2017 and c.rng.random() < 0.4 else ""
    return [*lines, *([helper] if helper else []), f">书　记　员　　{pad(clerk)}"]


def appeal(c: Cast) -> str:
    return c.pick(
        "如不服本判决，可在判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人的人数提出副本，上诉于广东省广州市中级人民法院。",
        "如不服本判决，可在本判决书送达之日起十五日内向本院递交上诉状，并按对方当事人人数提出副本，上诉于广州市中级人民法院。上诉人应在递交上诉状之日起七日内预交上诉案件受理费，逾期不交的，按自动撤回上诉处理。",
    )
