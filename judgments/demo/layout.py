"""The frame of a court document: head with the parties, the procedure, what follows the ruling, the signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from judgments.demo.model import Line
from judgments.demo.writing import day_text, signed_date

if TYPE_CHECKING:
    from judgments.demo.cast import Cast
    from judgments.demo.model import Brief, DemoParty, Someone
    from judgments.demo.patterns import Pattern

COURT: Final = "广州市荔湾区人民法院"
HIGHER_COURT: Final = "广东省广州市中级人民法院"
PROSECUTION: Final = "公诉机关广州市荔湾区人民检察院。"
_DELAYED: Final = (
    "如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百六十四条规定，"
    "加倍支付迟延履行期间的债务利息。"
)
_CRIMINAL_APPEAL: Final = (
    f"如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向{HIGHER_COURT}提出上诉。"
    "书面上诉的，应当提交上诉状正本一份，副本两份。"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as it is laid out: what is centred, what runs, what is signed."""

    heading: tuple[str, str]
    number: str
    head: tuple[str, ...]
    body: tuple[Line, ...]
    tail: tuple[str, ...]
    signature: tuple[str, ...]


def lay_out(
    pattern: Pattern, brief: Brief, parties: tuple[DemoParty, ...], body: list[Line], cast: Cast, lawyer: str
) -> Sheet:
    """Put a body into its frame."""
    spaced = cast.rng.random() < 0.5
    title = " ".join(pattern.title) if spaced else pattern.title
    own_words = any(line.part == "procedure" for line in body)
    procedure = [] if own_words else [Line("procedure", _procedure(pattern, brief, parties, lawyer))]
    return Sheet(
        heading=(COURT, title),
        number=brief.number,
        head=tuple(_head(pattern, parties, cast, lawyer)),
        body=(*procedure, *body),
        tail=tuple(_tail(pattern, cast)),
        signature=tuple(_signature(brief, cast)),
    )


def _head(pattern: Pattern, parties: tuple[DemoParty, ...], cast: Cast, lawyer: str) -> list[str]:
    colon = cast.rng.choice(("：", "：", ""))
    lines = [PROSECUTION] if pattern.field_of_law == "刑事" else []
    for order, party in enumerate(parties):
        lines.append(f"{party.role}{colon}{_about(party.who, cast)}")
        if party.who.representative:
            lines.append(_representative(party.who, colon))
        if order == pattern.represented:
            agent = "辩护人" if pattern.field_of_law == "刑事" else "委托诉讼代理人"
            lines.append(f"{agent}{colon}{lawyer}，广东{cast.law_firm()}律师事务所律师。")
    return lines


def _about(who: Someone, cast: Cast) -> str:
    if who.agency:
        return f"{who.name}，住所地{who.address}。"
    if who.kind == "organisation":
        place = "经营场所" if who.title == "经营者" else cast.rng.choice(("住所地", "住所地：", "住所："))
        code = f"，统一社会信用代码：{who.credit_code}" if cast.rng.random() < 0.6 else ""
        return f"{who.name}，{place}{who.address}{code}。"
    born = day_text(who.born) if who.born else ""
    nation = cast.rng.choice(("汉族", "汉族", "汉族", "壮族"))
    identity = f"公民身份号码：{who.id_number}"
    return cast.rng.choice(
        (
            f"{who.name}，{who.sex}，{born}出生，{nation}，住{who.address}，{identity}。",
            f"{who.name}，{who.sex}，{nation}，{born}出生，户籍地址：{who.address}，身份证号码：{who.id_number}。",
            f"{who.name}，{who.sex}，{born}出生，{nation}，现住{who.address}，{identity}，联系电话：{who.phone}。",
            f"{who.name}，{who.sex}，{nation}，住{who.address}。",
        )
    )


def _representative(who: Someone, colon: str) -> str:
    duty = {"法定代表人": "，职务：总经理", "负责人": "，职务：局长" if who.agency else "，职务：经理"}.get(
        who.title, ""
    )
    return f"{who.title}{colon}{who.representative}{duty}。"


def _introduced(party: DemoParty) -> str:
    """With the short name the text goes on to use, where there is one."""
    who = party.who
    alias = f"（以下简称{who.short}）" if who.short not in ("", who.name) else ""
    return f"{party.role}{who.name}{alias}"


def _procedure(pattern: Pattern, brief: Brief, parties: tuple[DemoParty, ...], lawyer: str) -> str:
    named = "与".join((_introduced(parties[0]), "、".join(_introduced(party) for party in parties[1:])))
    form = (
        "依法适用普通程序" if len(brief.bench.judges) + len(brief.bench.assessors) > 1 else "依法适用简易程序"
    )
    present = [f"{parties[0].role}{parties[0].who.short}及其委托诉讼代理人{lawyer}"]
    if pattern.code != "credit":
        present += [f"{party.role}{party.who.short}" for party in parties[1:]]
        attendance = f"{'、'.join(present)}到庭参加诉讼。"
    else:
        absent = parties[1]
        attendance = (
            f"{present[0]}到庭参加诉讼，{absent.role}{absent.who.short}经传票传唤无正当理由拒不到庭。"
        )
    return (
        f"{named}{pattern.cause}一案，本院于{day_text(brief.accepted_on)}立案后，{form}，公开开庭进行了审理。"
        f"{attendance}本案现已审理终结。"
    )


def _tail(pattern: Pattern, cast: Cast) -> list[str]:
    """What stands between the ruling and the signature."""
    if pattern.title == "民事判决书":
        fee = f"本案案件受理费{cast.rng.randint(2, 180) * 25}元，由{pattern.loser}负担。"
        return [*([_DELAYED] if pattern.money else []), fee, _appeal("判决", "十五日内")]
    if pattern.title == "行政判决书":
        return ["案件受理费50元，由原告负担。", _appeal("判决", "十五日内")]
    if pattern.title == "刑事判决书":
        return [_CRIMINAL_APPEAL]
    return [_appeal("裁定", "十日内")] if pattern.ruling in ("管辖异议", "驳回起诉") else []


def _appeal(what: str, period: str) -> str:
    return (
        f"如不服本{what}，可以在{what}书送达之日起{period}，向本院递交上诉状，并按照对方当事人的人数提出副本，"
        f"上诉于{HIGHER_COURT}。"
    )


def _signature(brief: Brief, cast: Cast) -> list[str]:
    bench = brief.bench
    alone = len(bench.judges) + len(bench.assessors) == 1
    lines = [f"{'审判员' if alone else '审判长'}　　{_spread(bench.judges[0])}"]
    lines += [f"审判员　　{_spread(name)}" for name in bench.judges[1:]]
    lines += [f"人民陪审员　　{_spread(name)}" for name in bench.assessors]
    clerk = cast.rng.choice(("书记员", "书记员", "法官助理"))
    return [*lines, signed_date(brief.decided_on), f"{clerk}　　{_spread(bench.clerk)}"]


def _spread(name: str) -> str:
    """Two-character names are spread to three places under a judgment."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name
