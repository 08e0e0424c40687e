"""The people and firms of one document; each prints itself with the mark that says whether it must go."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.heldback import names
from tests.heldback.markup import secret, soft

ZH = "一二三四五六七八九"


def chinese_date(year: int, month: int, day: int) -> str:
    """A date in the numerals of a signature block."""
    digits = "".join("〇一二三四五六七八九"[int(d)] for d in str(year))
    return f"{digits}年{_chinese_number(month)}月{_chinese_number(day)}日"


def _chinese_number(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("" if tens == 1 else ZH[tens - 1]) + "十"
    return head + (ZH[ones - 1] if ones else "")


@dataclass(frozen=True)
class Person:
    """A natural person whose name must go; ``code`` is the category of the secret."""

    name: str
    sex: str
    birth: str
    addr: str
    id: str
    phone: str
    code: str = "n"

    def __str__(self) -> str:
        return secret(self.code, self.name)

    @property
    def spaced(self) -> str:
        return secret(self.code, "　".join(self.name)) if len(self.name) == 2 else str(self)

    @property
    def data(self) -> str:
        """The particulars of a new-style party line, without the name."""
        return f"{self.sex}，{self.birth}出生，汉族，住{self.addr}，公民身份号码{self.id}"


@dataclass(frozen=True)
class Firm:
    name: str
    short: str
    word: str
    addr: str
    code: str
    rep: Person

    def __str__(self) -> str:
        return secret("n", self.name)

    @property
    def alias(self) -> str:
        return secret("a", self.short)

    @property
    def undeclared(self) -> str:
        return secret("u", self.short)


class Cast:
    """Draws everything of one document from one seed, without two names that contain each other."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)
        self.used: set[str] = set()
        self.parties: list[str] = []
        self.officials: list[str] = []
        self.header = ""
        self.features: set[str] = set()
        self.case_number = ""
        self.year = self.rng.randint(2010, 2015)

    def _fresh(self, draw: object) -> str:
        for _ in range(200):
            name = str(draw())  # type: ignore[operator]
            if all(name not in old and old not in name for old in self.used):
                self.used.add(name)
                return name
        raise RuntimeError("the pools are too small for this document")

    def _name(self) -> str:
        rng = self.rng
        dice = rng.random()
        if dice < 0.05:
            return rng.choice(names.COMMON)
        surname = rng.choice(names.COMPOUND) if dice < 0.13 else rng.choice(names.SURNAMES)
        return surname + (rng.choice(names.SINGLE) if rng.random() < 0.25 else rng.choice(names.GIVEN))

    def official(self) -> str:
        """A judge, clerk, lawyer or witness: stays."""
        given = [*names.GIVEN, *names.SINGLE]
        self.officials.append(self._fresh(lambda: self.rng.choice(names.SURNAMES) + self.rng.choice(given)))
        return self.officials[-1]

    judge = lawyer = notice = official

    def tail(self) -> str:
        rng = self.rng
        return rng.choice(names.TAILS).format(
            n=rng.randint(12, 399),
            n2=rng.randint(400, 499),
            m=rng.randint(2, 29) * 100 + rng.randint(1, 12),
            b=rng.choice("ABCDE23456789"),
            f=rng.choice("二三四五六七八"),
            d=rng.randint(2, 28),
            z=rng.choice("一二三四五"),
            k=rng.randint(10, 99),
        )

    def addr(self, code: str = "h") -> str:
        return f"{self.rng.choice(names.PLACES)}{self.rng.choice(names.STREETS)}{secret(code, self.tail())}"

    def street(self) -> str:
        return self.rng.choice(names.STREETS)

    def date(self, low: int = 2008, high: int | None = None) -> str:
        rng = self.rng
        return f"{rng.randint(low, high or self.year)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"

    def money(self, low: int = 3, high: int = 90) -> str:
        return f"{self.rng.randint(low, high) * 1000 + self.rng.randint(0, 9) * 100}元"

    def digits(self, count: int) -> str:
        return "".join(self.rng.choice("0123456789") for _ in range(count))

    def _id_number(self, year: int, month: int, day: int) -> str:
        head = f"4401{self.rng.choice(['03', '04', '05', '11'])}{year}{month:02}{day:02}{self.digits(3)}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        total = sum(int(d) * w for d, w in zip(head, weights, strict=True))
        return head + "10X98765432"[total % 11]

    def mobile(self) -> str:
        return secret("t", f"1{self.rng.choice('3578')}{self.digits(9)}")

    def account(self) -> str:
        return secret("b", f"6222{self.digits(15)}")

    def plate(self) -> str:
        return secret("p", f"粤A{self.rng.choice('BCDEFGH')}{self.digits(4)}")

    def wechat(self) -> str:
        return secret("w", f"wx_{self.rng.choice(['ming', 'sun', 'fa'])}{self.digits(5)}")

    def email(self) -> str:
        return secret("e", f"{self.rng.choice(['lili', 'gzhb', 'a_kin'])}{self.digits(4)}@163.com")

    def certificate(self) -> str:
        return f"粤房地权证穗字第{secret('k', self.digits(10))}号"

    def _person(self, code: str, name: str = "", years: tuple[int, int] = (1950, 1990)) -> Person:
        rng = self.rng
        year, month, day = rng.randint(*years), rng.randint(1, 12), rng.randint(1, 28)
        return Person(
            name=name or self._fresh(self._name),
            sex=rng.choice("男女"),
            birth=soft(f"{year}年{month}月{day}日"),
            addr=self.addr(),
            id=secret("i", self._id_number(year, month, day)),
            phone=self.mobile(),
            code=code,
        )

    def person(self, name: str = "", years: tuple[int, int] = (1950, 1990)) -> Person:
        """A party."""
        person = self._person("n", name, years)
        self.used.add(person.name)
        self.parties.append(person.name)
        return person

    def kin(self) -> Person:
        """Masked with a party, but no party: representative, employee, relative who acts as agent."""
        return self._person("r")

    def victim(self) -> Person:
        return self._person("v")

    def firm(self, name: str = "", short: str = "") -> Firm:
        rng = self.rng
        word = self._fresh(lambda: rng.choice(names.FIRM_WORDS))
        trade = rng.choice(names.TRADES)
        full = (
            name
            or f"{rng.choice(['广州', '广州市', '广东', '佛山市'])}{word}{trade}{rng.choice(['有限公司', '有限责任公司', '股份有限公司'])}"
        )
        self.parties.append(full)
        return Firm(
            full,
            short or f"{word}公司",
            word,
            self.addr(),
            secret("c", f"91440103MA{self.digits(8)}"),
            self.kin(),
        )

    def law_firm(self) -> str:
        return self.rng.choice(names.LAW_FIRMS)

    def old_no(self, word: str) -> str:
        bracket = self.rng.choice(["({})", "（{}）"]).format(self.year)
        self.case_number = f"{bracket}穗荔法{word}字第{self.rng.randint(11, 3999)}号"
        return self.case_number

    def new_no(self, word: str, suffix: str = "") -> str:
        self.year = self.rng.randint(2016, 2024)
        bracket = self.rng.choice(["({})", "（{}）"]).format(self.year)
        self.case_number = f"{bracket}粤0103{word}{self.rng.randint(11, 29999)}号{suffix}"
        return self.case_number

    def head(self, title: str, number: str) -> str:
        spaced = " ".join(title) if self.rng.random() < 0.5 else title
        return f"^广东省广州市荔湾区人民法院\n^{spaced}\n>{number}"

    def day(self) -> str:
        return chinese_date(self.year, self.rng.randint(1, 12), self.rng.randint(1, 28))

    def sign(self, *, panel: bool = True, assistant: bool = False, judge: str = "") -> str:
        """The signature block; ``panel`` three names, else one judge."""

        def spaced(name: str) -> str:
            return "　".join(name) if len(name) == 2 else name

        first = spaced(judge or self.judge())
        lines = [
            f">审　判　长　　{first}",
            f">审　判　员　　{spaced(self.judge())}",
            f">人民陪审员　　{spaced(self.judge())}",
        ]
        lines = lines if panel else [f">{self.rng.choice(['审　判　员', '代理审判员'])}　　{first}"]
        lines.append(f">{self.day()}")
        if assistant:
            lines.append(f">法官助理　　{spaced(self.judge())}")
        lines.append(f">书　记　员　　{spaced(self.judge())}")
        return "\n".join(lines)


APPEAL = "如不服本判决，可在判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人的人数提出副本，上诉于广东省广州市中级人民法院。"
INTEREST = "如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百五十三条之规定，加倍支付迟延履行期间的债务利息。"
