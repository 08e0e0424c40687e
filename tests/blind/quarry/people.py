"""Invented people, firms, addresses and numbers, each already marked for the truth."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from tests.heldback.markup import secret, soft

from . import pools

__all__ = ["Cast", "Firm", "Person", "soft"]


def edits(one: str, two: str) -> int:
    """How many single-character changes lie between two names."""
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(two, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]


class Person(str):
    """Someone whose name is marked wherever it is written."""

    __slots__ = ("born", "code", "name", "woman")
    name: str
    code: str
    born: date
    woman: bool

    @classmethod
    def make(cls, name: str, code: str, born: date, *, woman: bool) -> Person:
        self = cls(secret(code, name))
        self.name, self.code, self.born, self.woman = name, code, born, woman
        return self

    @property
    def sex(self) -> str:
        return "女" if self.woman else "男"

    @property
    def birth(self) -> str:
        return f"{self.born.year}年{self.born.month}月{self.born.day}日"

    def spaced(self, gap: str = "　") -> str:
        return secret(self.code, gap.join(self.name))


class Firm(str):
    """A unit that is a party; ``a`` is its declared and ``u`` its undeclared short form."""

    __slots__ = ("brand", "name", "short")
    name: str
    brand: str
    short: str

    @classmethod
    def make(cls, name: str, brand: str, short: str) -> Firm:
        self = cls(secret("n", name))
        self.name, self.brand, self.short = name, brand, short
        return self

    @property
    def a(self) -> str:
        return secret("a", self.short)

    @property
    def u(self) -> str:
        return secret("u", self.short)


class Cast:
    """Everybody and everything in one document."""

    def __init__(self, key: str, court: int) -> None:
        self.rng = random.Random(key)
        self.used: list[str] = []
        self.brands: set[str] = set()
        self.streets: set[str] = set()
        self.parties: list[str] = []
        self.officials: list[str] = []
        self.features: set[str] = set()
        self.header = self.box = self.heading = ""
        self.case_number = ""
        self.low = pools.COURTS[court % len(pools.COURTS)]
        self.high = pools.UPPER[court % len(pools.UPPER)]
        self.year = self.rng.randint(2016, 2025)

    # names
    def fresh(self, *, two: bool | None = None) -> str:
        while True:
            short = self.rng.random() < 0.25 if two is None else two
            family = self.rng.choice(pools.SURNAMES)
            given = (
                self.rng.choice(pools.SINGLE) if short else "".join(self.rng.choice(p) for p in pools.GIVEN)
            )
            name = family + given
            if all(edits(name, other) > 1 and name not in other for other in self.used):
                self.used.append(name)
                return name

    def _person(self, code: str, name: str, ages: tuple[int, int] = (24, 68)) -> Person:
        born = date(self.year - self.rng.randint(*ages), 1, 1) + timedelta(self.rng.randrange(364))
        return Person.make(name, code, born, woman=self.rng.random() < 0.4)

    def p(self, name: str = "", *, two: bool | None = None, ages: tuple[int, int] = (24, 68)) -> Person:
        """A party."""
        one = self._person("n", name or self.fresh(two=two), ages)
        self.used += [name] if name else []
        self.parties.append(one.name)
        return one

    def r(self) -> Person:
        """A representative or an agent who is no lawyer."""
        return self._person("r", self.fresh())

    def v(self, ages: tuple[int, int] = (24, 68)) -> Person:
        """A victim."""
        return self._person("v", self.fresh(), ages)

    def o(self) -> str:
        """Someone whose name stays: judge, clerk, lawyer, witness."""
        name = self.fresh()
        self.officials.append(name)
        return name

    def dotted(self, dot: str = "·") -> Person:
        first, second = self.rng.choice(pools.DOTTED)
        while first + second in self.used:
            first, second = self.rng.choice(pools.DOTTED)
        self.used.append(first + second)
        return self.p(f"{first}{dot}{second}")

    def alias(self, name: str) -> str:
        return secret("a", name)

    def nick(self) -> str:
        """A nickname nobody else has."""
        word = self.rng.choice([n for n in pools.NICKS if n not in self.used])
        self.used.append(word)
        return secret("a", word)

    # firms
    def _brand(self) -> str:
        while True:
            brand = "".join(self.rng.sample(pools.BRAND, 2))
            if not any(set(brand) & set(other) for other in self.brands):
                self.brands.add(brand)
                return brand

    def co(self, trade: str = "", tail: str = "有限公司", middle: str = "") -> Firm:
        """A company; the short form is brand and 公司."""
        brand, place = self._brand(), self.rng.choice(pools.PLACES)
        name = f"{place}{brand}{trade or self.rng.choice(pools.TRADES)}{middle}{tail}"
        self.parties.append(name)
        return Firm.make(name, brand, f"{brand}公司")

    def shop(self, trade: str = "") -> Firm:
        brand, trade = self._brand(), trade or self.rng.choice(pools.SHOPS)
        name = f"{self.rng.choice(pools.DISTRICTS)}{brand}{trade}"
        self.parties.append(name)
        return Firm.make(name, brand, f"{brand}{trade[-2:]}")

    def unit(self, name: str, short: str = "") -> Firm:
        """A unit by its full name, agencies as parties among them."""
        self.parties.append(name)
        return Firm.make(name, name, short or name)

    def keep(self, name: str) -> str:
        self.officials.append(name)
        return name

    def law(self) -> str:
        """A law firm, which stays."""
        return (
            f"{self.rng.choice(pools.LAW_CITY)}{self._brand()}{self.rng.choice(['', '（广州）'])}律师事务所"
        )

    # places
    def street(self) -> str:
        while True:
            one = self.rng.choice(pools.STREETS)
            if one not in self.streets:
                self.streets.add(one)
                return one

    def number(self, code: str = "h") -> str:
        n, m, k = self.rng.randint(11, 399), self.rng.randint(2, 32), self.rng.randint(101, 2806)
        shapes = [
            f"{n}号", f"{n}号{k}房", f"{n}号之一{k}房", f"{n}号之二", f"{m}栋{k}房", f"{n}号{m}层{k}室",
            f"{n}-{n + 2}号", f"{n}号首层", f"{n}号大院{m}号{k}房", f"自编{n}号", f"{n}号{m}楼", f"{m}号楼2单元{k}室",
            f"{n}号A座{k}", f"附{n}号", f"{n}号地下", f"{n}号之三首层{m}铺", f"{m}幢{m + 1}单元{k}室",
        ]  # fmt: skip
        return secret(code, self.rng.choice(shapes))

    def addr(self, code: str = "h") -> str:
        """A whole address, the house number marked."""
        return f"{self.rng.choice(pools.TOWNS)}{self.street()}{self.number(code)}"

    def village(self) -> str:
        n = self.rng.randint(11, 88)
        tail = self.rng.choice([f"{n}号", f"{n % 9 + 1}组{n}号", f"{n}号之一", f"{n % 9 + 1}队{n}号"])
        return f"{self.rng.choice(pools.COUNTIES)}{self.rng.choice(pools.VILLAGES)}{secret('h', tail)}"

    # numbers
    def id(self, one: Any = None) -> str:
        born = one.born if isinstance(one, Person) else date(1980, 5, 17)
        odd = self.rng.randrange(1, 500) * 2 - (0 if isinstance(one, Person) and one.woman else 1)
        body = f"{self.rng.choice(pools.AREAS)}{born:%Y%m%d}{odd:03d}"
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
        return secret("i", body + "10X98765432"[total % 11])

    def phone(self) -> str:
        return secret("t", self.rng.choice(["138", "159", "136", "186", "177"]) + self._digits(8))

    def account(self) -> str:
        return secret("b", self.rng.choice(["622848", "621700", "622202"]) + self._digits(13))

    def plate(self) -> str:
        return secret("p", f"粤{self.rng.choice('ABEXY')}{self.rng.choice('CDFGHKLM')}{self._digits(4)}")

    def wechat(self) -> str:
        return secret("w", f"{self.rng.choice(['wx', 'gz', 'ty'])}_{self._digits(7)}")

    def credit(self) -> str:
        signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        body = f"91440{self._digits(4)}MA5{''.join(self.rng.choice(signs[10:]) for _ in range(2))}{self._digits(3)}"
        total = sum(signs.index(ch) * pow(3, i, 31) for i, ch in enumerate(body))
        return secret("c", body + signs[(31 - total % 31) % 31])

    def title_deed(self) -> str:
        new = (
            f"粤（{self.year - 3}）{self.rng.choice(['广州市', '佛顺', '中府'])}不动产权第{self._digits(8)}号"
        )
        return secret("k", self.rng.choice([new, f"粤房地权证穗字第{self._digits(10)}号"]))

    def _digits(self, count: int) -> str:
        return "".join(self.rng.choice("123456789") for _ in range(count))

    def money(self, low: int = 9, high: int = 900) -> str:
        return self.rng.choice([f"{self.rng.randint(low, high) * 1000}元", f"{self.rng.randint(low * 999, high * 999)}.{self._digits(2)}元"])  # fmt: skip

    # case numbers and dates
    def new(self, kind: str, suffix: str = "", *, upper: bool = False, year: int = 0) -> str:
        code = (self.high if upper else self.low)[1]
        return f"（{year or self.year}）{code}{kind}{self.rng.randint(21, 19999)}号{suffix}"

    def old(self, kind: str, suffix: str = "", *, upper: bool = False, year: int = 0, inner: str = "") -> str:
        code = (self.high if upper else self.low)[2]
        return f"（{year or self.year}）{code}{kind}字第{self.rng.randint(21, 4999)}{inner}号{suffix}"

    def day(self, year: int) -> str:
        return f"{year}年{self.rng.randint(1, 6 if year == self.year else 12)}月{self.rng.randint(1, 28)}日"

    def signed(self, zero: str = "〇") -> str:
        """The date under a judgment, in Chinese numerals."""
        digits = zero + "一二三四五六七八九"
        year = "".join(digits[int(d)] for d in str(self.year))
        return f"{year}年{self.rng.choice(pools.MONTHS[6:])}月{self.rng.choice(pools.DAYS)}日"
