"""The invented people of one document, its house style, and the parts every judgment has."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.blind.orchard import pools
from tests.heldback.markup import secret, soft

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass
class Person:
    name: str
    sex: str = "男"
    born: str = ""
    idno: str = ""
    nation: str = "汉族"
    code: str = "n"

    def __str__(self) -> str:
        return secret(self.code, self.name)

    def spaced(self, gap: str) -> str:
        return secret(self.code, gap.join(self.name))


@dataclass
class Place:
    street: str
    number: str

    def __str__(self) -> str:
        return self.street + secret("h", self.number)

    @property
    def f(self) -> str:
        """The same place in the facts of a cause about real property."""
        return self.street + secret("f", self.number)

    @property
    def q(self) -> str:
        return self.street + secret("q", self.number)


@dataclass
class Firm:
    name: str
    core: str
    rep: Person | str
    label: str = "法定代表人"

    def __str__(self) -> str:
        return secret("n", self.name)

    @property
    def alias(self) -> str:
        return secret("a", self.core + "公司")

    @property
    def short(self) -> str:
        return secret("u", self.core + "公司")


@dataclass
class Grove:
    key: str
    case_number: str = ""
    header: str = ""
    kind: str = "民事判决书"
    year: int = 2016
    parties: list[str] = field(default_factory=list)
    officials: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.key)
        self.surnames = self.rng.sample(pools.SURNAMES, len(pools.SURNAMES))
        self.given = self.rng.sample(pools.GIVEN, len(pools.GIVEN))
        self.solo = self.rng.sample(pools.SOLO, len(pools.SOLO))
        self.cores = self.rng.sample(pools.CORES, len(pools.CORES))
        self.law = self.rng.sample(pools.LAW_FIRMS, len(pools.LAW_FIRMS))
        self.streets = self.rng.sample(pools.STREETS, len(pools.STREETS))
        self.numbers: list[str] = []
        self.sep = self.pick("：", "", "：", "", "　", " ", ":", "：")
        self.shape = self.rng.randrange(7)

    def pick(self, *options: str) -> str:
        return self.rng.choice(options)

    def num(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    # people, firms, places
    def person(self, sex: str = "", *, surname: str = "", two: bool | None = None, code: str = "n") -> Person:
        short = self.rng.random() < 0.22 if two is None else two
        family = surname or self.surnames.pop()
        if short and self.solo:
            given = self.solo.pop()
            self.given = [ch for ch in self.given if ch != given]
        else:
            given = self.given.pop() + self.given.pop()
            self.solo = [ch for ch in self.solo if ch not in given]
        year, month, day = self.num(1948, 1992), self.num(1, 12), self.num(1, 28)
        sex = sex or self.pick("男", "女")
        odd = self.num(0, 4) * 2 + (sex == "男")
        digits = f"{self.pick('440103', '440102', '440111', '430422', '450821', '362')[:6]:0<6}"
        digits += f"{year}{month:02}{day:02}{self.num(0, 99):02}{odd}"
        check = "10X98765432"[sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11]
        nation = "汉族" if self.num(0, 9) else "壮族"
        return Person(family + given, sex, f"{year}年{month}月{day}日", digits + check, nation, code)

    def people(self, count: int) -> list[Person]:
        return [self.person() for _ in range(count)]

    def rep(self) -> Person:
        return self.person(code="r")

    def official(self) -> str:
        name = self.person().name
        self.officials.append(name)
        return name

    witness = official

    def firm(
        self, trade: str, tail: str = "有限公司", *, label: str = "法定代表人", prefix: str | None = None
    ) -> Firm:
        core = self.cores.pop()
        return Firm(
            (self.pick(*pools.PREFIXES) if prefix is None else prefix) + core + trade + tail,
            core,
            self.rep(),
            label,
        )

    def shop(self, trade: str, owner: Person | None = None) -> Firm:
        core = self.cores.pop()
        return Firm(f"广州市荔湾区{core}{trade}", core, owner or self.rep(), "经营者")

    def place(self, *, village: bool = False) -> Place:
        self.numbers = self.numbers or self.rng.sample(pools.NUMBERS, len(pools.NUMBERS))
        street, shape = self.streets.pop(), self.numbers.pop()
        if village:
            street, shape = self.rng.choice(pools.VILLAGES)
        room = f"{self.num(2, 28)}0{self.num(1, 9)}"
        first = self.num(3, 380)
        number = shape.format(
            a=first,
            b=room,
            c=first + 2,
            f=self.num(2, 19),
            g=self.pick("二", "三"),
            h=self.pick("A", "B", "C"),
        )
        if street.endswith(("村", "坊")) and "巷" in number:
            number = f"{first}号"
        if "巷" in number:
            lane, number = number.split("巷")
            street += lane + "巷"
        return Place(street, number)

    # figures
    def money(self, low: int = 3, high: int = 900, unit: int = 1000) -> str:
        return f"{self.num(low, high) * unit}元"

    def date(self, back: int = 2) -> str:
        return f"{self.year - back}年{self.num(1, 12)}月{self.num(1, 28)}日"

    def phone(self) -> str:
        return secret("t", f"13{self.num(0, 9)}{self.num(10000000, 99999999)}")

    def account(self) -> str:
        return secret("b", f"6222{self.num(10**14, 10**15 - 1)}")

    def plate(self) -> str:
        return secret("p", f"粤A{self.pick('7', '3', 'D', 'K')}{self.num(1000, 9999)}")

    # parts of the document
    def head(self, old: str, new: str, year: int, kind: str = "民事判决书") -> str:
        self.kind, self.year = kind, year
        number = self.num(11, 4890)
        if year <= 2015:
            self.case_number = f"（{year}）穗荔法{old}字第{number}号"
        else:
            court = "7101" if new.startswith("行") else "0103"
            self.case_number = f"{self.pick('（', '（', '(')}{year}）粤{court}{new}{number}号"
            if self.case_number[0] == "(":
                self.case_number = self.case_number.replace("）", ")")
        court_name = self.court
        spaced = self.pick(" ".join(kind), kind, "　".join(kind))
        return f"^{court_name}\n^{spaced}\n{self.pick('>', '>', '')}{self.case_number}"

    @property
    def court(self) -> str:
        if self.kind[:2] == "行政" and self.year > 2015:
            return "广州铁路运输第一法院"
        return "广东省广州市荔湾区人民法院" if self.year % 2 else "广州市荔湾区人民法院"

    @property
    def agent_label(self) -> str:
        return "委托诉讼代理人" if self.year >= 2017 else "委托代理人"

    def man(self, role: str, who: Person, place: Place | str | None = None, extra: str = "") -> str:
        if who.code == "n":
            self.parties.append(who.name)
        home = place or self.place(village=self.num(0, 4) == 0)
        name = f"{role}{self.sep}{who}"
        if home == "住址同上":
            return f"{name}，{who.sex}，{who.born}出生，{who.nation}，{home}{extra}。"
        number = soft("公民身份号码") + secret("i", who.idno)
        shapes = [
            f"{name}，{who.sex}，{who.born}出生，{who.nation}，住{home}{extra}。",
            f"{name}，{who.sex}，{who.nation}，{who.born}出生，住址：{home}，{number}{extra}。",
            f"{name}，{who.sex}，{who.born}生，{who.nation}，住{home}，身份证号码：{secret('i', who.idno)}{extra}。",
            f"{name}，{who.sex}，{who.nation}，户籍地址：{home}{extra}。",
            f"{name}，{who.sex}，{who.born}出生，{who.nation}，住所地{home}，联系电话：{self.phone()}{extra}。",
            f"{name}，{who.sex}，{who.nation}，{who.born}出生，身份证住址{home}{extra}。",
            f"{name}，{who.sex}，{who.born}出生，{who.nation}，住所：{home}{extra}。",
        ]
        return shapes[self.shape]

    def unit(self, role: str, firm: Firm, place: Place | None = None, note: str = "", post: str = "") -> str:
        self.parties.append(firm.name)
        where = place or self.place()
        post = post or {"法定代表人": self.pick("董事长", "总经理", "执行董事")}.get(firm.label, "")
        rep = f"{firm.label}{self.sep}{firm.rep}" + (f"，{post}" if post else "")
        code = f"91440101{self.num(100000000, 999999999)}X"
        shapes = [
            f"{role}{self.sep}{firm}{note}，住所地{where}。\n{rep}。",
            f"{role}{self.sep}{firm}{note}，住所地：{where}，统一社会信用代码：{secret('c', code)}。\n{rep}。",
            f"{role}{self.sep}{firm}{note}。住所地：{where}。{rep}。",
            f"{role}{self.sep}{firm}{note}，住所：{where}。\n{rep}。",
            f"{role}{self.sep}{firm}{note}。\n住所地{self.sep}{where}。\n{rep}。",
        ]
        order = (0, 1, 2, 3) if self.year > 2015 else (0, 2, 3, 4)
        return shapes[order[self.shape % 4]]

    def lawyer(self, count: int = 1) -> str:
        names = [self.official() for _ in range(count)]
        office = f"广东{self.law.pop()}律师事务所"
        if count == 1 and not self.num(0, 5):
            return f"{self.agent_label}{self.sep}{names[0]}，广州市荔湾区金花法律服务所法律工作者。"
        both = "均为" if self.num(0, 1) else "均系"
        tail = f"，{both}{office}律师。" if count > 1 else f"，{self.pick('', '系')}{office}律师。"
        return f"{self.agent_label}{self.sep}{'、'.join(names)}{tail}"

    def agent(self, who: Person, tie: str) -> str:
        return f"{self.agent_label}{self.sep}{who}，{tie}。"

    def trial(self, title: str, present: str, absent: str = "", *, panel: bool = False) -> str:
        judge = self.official()
        self.bench = [judge, *(self.official() for _ in range(2 * panel))]
        opening = self.pick("公开开庭进行了审理", "公开开庭审理了本案")
        began = f"{self.year}年{self.num(1, 5)}月{self.num(1, 28)}日"
        how = (
            self.pick("依法组成合议庭", "依法适用普通程序，由审判长" + judge + "与人民陪审员组成合议庭")
            if panel
            else self.pick(f"依法适用简易程序，由审判员{judge}独任审判", "依法由审判员独任适用简易程序")
        )
        gone = (
            f"{absent}经本院{self.pick('合法传唤', '依法公告送达开庭传票')}，无正当理由拒不到庭。"
            if absent
            else ""
        )
        return (
            f"{title}一案，本院{self.pick('于' + began + '立案受理后', '受理后', '立案后')}，{how}，{opening}。"
            f"{present}到庭参加诉讼。{gone}本案现已审理终结。"
        )

    def interest(self) -> str:
        """What every money judgment says about late payment, or nothing."""
        article = (
            "二百五十三条" if self.year < 2022 else ("二百六十条" if self.year < 2024 else "二百六十四条")
        )
        return self.pick(
            f"如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第{article}之规定，加倍支付迟延履行期间的债务利息。",
            f"义务人未按本判决指定的期间履行给付金钱义务的，应当按照《中华人民共和国民事诉讼法》第{article}规定，加倍支付迟延履行期间的债务利息。当事人拒不履行生效判决的，对方可在履行期限届满之日起二年内向本院申请强制执行。",
            "",
        )

    def tail(self, *, fee: str = "", appeal: str = "", clerk: str = "", late: bool = True) -> str:
        default = self.pick(
            "如不服本判决，可在判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人的人数提出副本，上诉于广东省广州市中级人民法院。",
            "如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状，并按对方当事人或者代表人的人数提出副本，上诉于广州市中级人民法院。",
        )
        gap = self.pick("　", "　　", " ", "")
        titles = (
            ["审判长", "人民陪审员", "人民陪审员"]
            if len(self.bench) > 1
            else [self.pick("审判员", "代理审判员")]
        )
        lines = [
            f">{' '.join(t) if gap == ' ' else t}{gap}{n}" for t, n in zip(titles, self.bench, strict=True)
        ]
        zero = self.pick("〇", "○", "0", "Ｏ")
        day = f"{'二' + zero + ''.join('〇一二三四五六七八九'[int(d)] for d in str(self.year)[2:])}年"
        day += f"{self.pick('六', '七', '八', '九', '十', '十一', '十二')}月{self.rng.choice(pools.MONTHS)}日"
        clerk = clerk or self.official()
        label = self.pick("书记员", "书　记　员", "书 记 员")
        late_line = self.interest() if late and self.kind[:2] == "民事" else ""
        parts = [late_line, fee, appeal or default, *lines, f">{day}", f">{label}{gap}{clerk}"]
        return "\n".join(p for p in parts if p)


@dataclass(frozen=True)
class Template:
    name: str
    statuses: tuple[str, ...]
    write: Callable[[Grove], str]


REGISTRY: list[Template] = []
Writer = Callable[[Grove], str]


def template(name: str, *statuses: str) -> Callable[[Writer], Writer]:
    def keep(write: Writer) -> Writer:
        REGISTRY.append(Template(name, statuses or ("ready",), write))
        return write

    return keep


def doc(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
