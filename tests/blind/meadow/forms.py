"""Heads and ends of documents, in the habits of different courts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.blind.meadow.cast import Cast

Writer = Callable[[Cast], str]


@dataclass(frozen=True)
class Template:
    name: str
    kind: str
    statuses: tuple[str, ...]
    years: tuple[int, int]
    case: str
    old: str
    half: bool
    court: int
    write: Writer


ALL: list[Template] = []


def doc(
    years: tuple[int, int] = (2017, 2020),
    case: str = "民初",
    old: str = "民一初",
    kind: str = "民事判决书",
    statuses: tuple[str, ...] = ("ready",),
    half: bool = False,
    court: int = -1,
) -> Callable[[Writer], Writer]:
    """Enter a writer in the list of templates."""

    def enter(write: Writer) -> Writer:
        ALL.append(Template(write.__name__, kind, statuses, years, case, old, half, court, write))
        return write

    return enter


def head(c: Cast, style: int = 0, kind: str = "民事判决书") -> str:
    """Court, kind and number."""
    styles = [
        f"^{c.court}\n^{' '.join(kind)}\n>{c.case_number}",
        f"{c.court}\n{kind}\n{c.case_number}",
        f"^{c.court}\n^{'　'.join(kind)}\n>{c.case_number}",
        f"^{c.court}\n^{kind}\n^{c.case_number}",
        f"^{'中 华 人 民 共 和 国'}\n^{c.court}\n^{'  '.join(kind)}\n>{c.case_number}",
    ]
    return styles[style]


def interest(c: Cast, style: int = 0) -> str:
    article = "二百五十三" if c.y < 2022 else ("二百六十" if c.y < 2024 else "二百六十四")
    old = "二百二十九" if c.y < 2013 else article
    return [
        f"如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第{article}条规定，加倍支付迟延履行期间的债务利息。",
        f"如未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第{old}条之规定，加倍支付迟延履行期间的债务利息。",
        f"义务人逾期不履行上述给付义务的，依照《中华人民共和国民事诉讼法》第{article}条之规定，加倍支付迟延履行期间的债务利息；权利人可在履行期限届满之次日起二年内向本院申请强制执行。",
    ][style]


def appeal(c: Cast, style: int = 0) -> str:
    return [
        f"如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，并按照对方当事人的人数提出副本，上诉于{c.upper}。",
        f"如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状，并按对方当事人的人数提出副本，上诉于{c.upper}。当事人上诉的，应在递交上诉状次日起七日内按不服一审判决部分的上诉请求数额预交上诉案件受理费，逾期不交的，按自动撤回上诉处理。",
        f"如不服本判决，可于判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人或者代表人的人数提出副本，上诉于{c.upper}，也可以在线提交上诉状。",
        f"如不服本判决，可自判决书送达之日起15日内，向本院递交上诉状一式三份，上诉于{c.upper}。在上诉期满后七日内未交纳上诉费的，按自动放弃上诉权利处理。",
        "本判决为终审判决。",
    ][style]


def sign(c: Cast, style: int = 0) -> str:
    """Judges, date and clerk."""
    a, b, d = c.stay(), c.stay(two=True), c.stay()
    date, wide = c.signed(), "　".join
    return [
        lambda: f">审　判　员　　{a}\n>{date}\n>书　记　员　　{wide(b)}",
        lambda: (
            f">审　判　长　　{a}\n>审　判　员　　{wide(b)}\n>人民陪审员　　{d}\n>{date}\n>书　记　员　　{c.stay()}"
        ),
        lambda: f"审判员  {wide(b)}\n{date}\n书记员  {d}",
        lambda: (
            f">审 判 长 {a}\n>代理审判员 {d}\n>人民陪审员 {'  '.join(b)}\n>{date}\n>本件与原本核对无异\n>书 记 员 {c.stay()}"
        ),
        lambda: f">审判员　{a}\n>{date}\n>法官助理　{wide(b)}\n>书记员　{d}",
        lambda: (
            f"审　判　长　　{wide(b)}\n人民陪审员　　{a}\n人民陪审员　　{d}\n{date}\n书　记　员　　{c.stay()}\n书　记　员　　{c.stay()}"
        ),
        lambda: f">代理审判员　　{a}\n>{date}\n>书　记　员　　{d}\n>{wide(b)}",
        lambda: f">审判员：{a}\n>{date}\n>代书记员：{d}",
    ][style]()
