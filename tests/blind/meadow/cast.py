"""People, firms and numbers of one document; whatever must go carries its mark by construction."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.blind.meadow import pools
from tests.heldback.markup import secret, soft

_DIGITS = "〇一二三四五六七八九"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def chinese(number: int) -> str:
    """A day or month in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, _DIGITS[tens] + "十")
    return head + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Person:
    """Prints as a marked name."""

    name: str
    code: str
    male: bool
    birth: str
    id: str
    home: str
    tel: str
    account: str
    surname: str

    def __str__(self) -> str:
        return secret(self.code, self.name)

    @property
    def sp(self) -> str:
        """The name as typed to fill three places."""
        return secret(self.code, "　".join(self.name) if len(self.name) == 2 else self.name)

    @property
    def sex(self) -> str:
        return "男" if self.male else "女"

    @property
    def idl(self) -> str:
        """Identity number with a label whose fate is open."""
        return soft("公民身份号码") + self.id


@dataclass(frozen=True)
class Firm:
    """Prints as the marked full name."""

    name: str
    brand: str
    short: str
    addr: str
    boss: Person
    credit: str
    account: str

    def __str__(self) -> str:
        return secret("n", self.name)

    @property
    def a(self) -> str:
        """The short form, declared in the document."""
        return secret("a", self.short)

    @property
    def u(self) -> str:
        """The same short form where nobody declared it."""
        return secret("u", self.short)


class Cast:
    def __init__(self, key: str, court: int, years: tuple[int, int], case: str, old: str, half: bool) -> None:
        self.rng = random.Random(key)
        self.court, new, prefix, self.upper = pools.COURTS[court % len(pools.COURTS)]
        self.y = self.rng.randint(*years)
        self.y1, self.y2, self.y3 = self.y - 1, self.y - 2, self.y - 3
        serial = self.rng.randint(103, 9873)
        body = f"{new}{case}{serial}号" if self.y >= 2016 else f"{prefix}{old}字第{serial}号"
        self.case_number = f"({self.y}){body}" if half else f"（{self.y}）{body}"
        self.new, self.prefix = new, prefix
        self.parties: list[str] = []
        self.officials: list[str] = []
        self.header = ""
        self._surnames = self.rng.sample(pools.SURNAMES, len(pools.SURNAMES))
        self._given = {
            True: [self.rng.sample(list(row), len(row)) for row in pools.MALE],
            False: [self.rng.sample(list(row), len(row)) for row in pools.FEMALE],
        }
        self._single = self.rng.sample(list(pools.SINGLE), len(pools.SINGLE))
        self._brands = self.rng.sample(pools.BRANDS, len(pools.BRANDS))
        self._firms = self.rng.sample(pools.FIRMS, len(pools.FIRMS))
        self._streets = self.rng.sample(pools.STREETS, len(pools.STREETS))

    # names
    def _name(self, male: bool, two: bool, surname: str) -> str:
        if two:
            return surname + self._single.pop()
        first, second = self._given[male]
        return surname + first.pop() + second.pop()

    def _person(
        self, code: str, male: bool | None, two: bool | None, surname: str, years: tuple[int, int]
    ) -> Person:
        male = self.rng.random() < 0.55 if male is None else male
        surname = surname or self._surnames.pop()
        two = (self.rng.random() < 0.2 and len(surname) == 1) if two is None else two
        name = self._name(male, two and len(surname) == 1, surname)
        year, month, day = self.rng.randint(*years), self.rng.randint(1, 12), self.rng.randint(1, 28)
        return Person(
            name=name,
            code=code,
            male=male,
            birth=f"{year}年{month}月{day}日",
            id=secret("i", self._identity(year, month, day, male)),
            home=self.address(),
            tel=secret("t", f"1{self.rng.choice(['38', '59', '36', '86'])}{self.digits(8)}"),
            account=secret("b", f"6222{self.digits(15)}"),
            surname=surname,
        )

    def person(
        self,
        male: bool | None = None,
        two: bool | None = None,
        surname: str = "",
        years: tuple[int, int] = (1950, 1994),
    ) -> Person:
        """A natural person who is a party."""
        one = self._person("n", male, two, surname, years)
        self.parties.append(one.name)
        return one

    def child(self, surname: str = "") -> Person:
        """A minor who is a party."""
        one = self._person("n", None, False, surname, (self.y - 14, self.y - 5))
        self.parties.append(one.name)
        return one

    def rep(self, male: bool | None = None, surname: str = "", code: str = "r") -> Person:
        """A representative or agent who goes too, without being a party."""
        return self._person(code, male, None, surname, (1950, 1994))

    def stay(self, two: bool | None = False) -> str:
        """Somebody whose name stays: lawyer, judge, clerk, witness."""
        name = self._name(self.rng.random() < 0.5, bool(two), self._surnames.pop())
        self.officials.append(name)
        return name

    def lawyers(self, count: int = 1, place: str = "广东") -> str:
        """One or two names with their firm, as one phrase."""
        firm = f"{place}{self._firms.pop()}律师事务所"
        names = [self.stay() for _ in range(count)]
        return f"{names[0]}，{firm}律师" if count == 1 else f"{'、'.join(names)}，均系{firm}律师"

    def lawfirm(self, place: str = "广东") -> str:
        return f"{place}{self._firms.pop()}律师事务所"

    def firm(self, trade: str = "", city: str = "", short: str = "{}公司", party: bool = True) -> Firm:
        brand = self._brands.pop()
        name = (city or self.rng.choice(pools.CITIES)) + brand + (trade or self.rng.choice(pools.TRADES))
        return self.unit(name, short.format(brand), brand, party=party)

    def unit(self, name: str, short: str, brand: str = "", *, party: bool = True) -> Firm:
        """Any organisation, named in full by the caller."""
        if party:
            self.parties.append(name)
        return Firm(
            name=name,
            brand=brand,
            short=short,
            addr=self.address(pools.UNIT_NUMBERS),
            boss=self.rep(),
            credit=secret("c", self._credit()),
            account=secret("b", f"44{self.digits(15)}"),
        )

    def brand(self) -> str:
        return self._brands.pop()

    # numbers
    def digits(self, count: int) -> str:
        return "".join(self.rng.choice("123456789") for _ in range(count))

    def _identity(self, year: int, month: int, day: int, male: bool) -> str:
        area = self.rng.choice(
            ["440103", "440105", "441781", "430521", "511502", "350583", "450881", "411502"]
        )
        serial = self.rng.randint(10, 49) * 10 + self.rng.choice([1, 3, 5, 7, 9] if male else [2, 4, 6, 8])
        body = f"{area}{year}{month:02}{day:02}{serial:03}"
        return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]

    def _credit(self) -> str:
        symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        body = f"914401{self.rng.choice(['01', '03', '06'])}MA5" + "".join(
            self.rng.choice(symbols) for _ in range(6)
        )
        total = sum(symbols.index(ch) * pow(3, i, 31) for i, ch in enumerate(body))
        return body + symbols[(31 - total % 31) % 31]

    def plate(self, head: str = "粤A") -> str:
        return secret(
            "p", head + "".join(self.rng.choice("ABDEFGHJK2356789") for _ in range(2)) + self.digits(3)
        )

    def house(self, code: str, shape: str = "{a}号{m}房") -> str:
        """The number part of an address, marked with ``code``."""
        return secret(code, self._number(shape))

    def _number(self, shape: str) -> str:
        a, k, floor = self.rng.randint(11, 389), self.rng.randint(2, 9), self.rng.randint(2, 28)
        door = floor * 100 + self.rng.randint(1, 12)
        return shape.format(a=a, b=a + 2, k=k, m=door, n=door + 3)

    def address(self, shapes: list[str] | None = None) -> str:
        """Street kept, house number marked; the same object keeps the same address."""
        street = self._street()
        rural = street.endswith("村")
        shape = self.rng.choice(pools.RURAL if rural else shapes or pools.NUMBERS)
        return street + secret("h", self._number(shape))

    def street(self) -> str:
        """A street without anybody living there."""
        while (street := self._street()).endswith("村"):
            continue
        return street

    def _street(self) -> str:
        if not self._streets:
            self._streets = self.rng.sample(pools.STREETS, len(pools.STREETS))
        return self._streets.pop()

    def money(self, low: int = 8, high: int = 400, unit: int = 1000) -> str:
        return f"{self.rng.randint(low, high) * unit}元"

    def when(self, year: int) -> str:
        return f"{year}年{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日"

    def signed(self) -> str:
        year = "".join(_DIGITS[int(d)] for d in str(self.y))
        return f"{year}年{chinese(self.rng.randint(4, 12))}月{chinese(self.rng.randint(1, 28))}日"
