"""Invented people, firms and numbers for one document; names carry their own truth marks."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.heldback.markup import secret

_SURNAMES = "邱岑霍卢梁谭冼麦邓黎关庞蔡郑罗区潘韦温叶欧莫钟凌戴简伍曾彭崔"
_GIVEN = (
    "骏彬琛晖婉嘉锐淑颖钧浩霞燊娟炜蓉棠绮鸿弼莹桦敏勤泽楷瑜澄柏莲铿芬煊仪沛珊杰萍晟娴灏芷锵妍翰怡焯琼铨慧"
)
_BRANDS = ["澜启", "恒拓", "禾穗", "粤睿", "鼎荃", "沛霖", "煜信", "曜川", "翊丰", "铭瀚", "骏禾", "卓砚"]
_TOWNS = [
    "广州市荔湾区逢源路",
    "广州市荔湾区多宝路",
    "广州市荔湾区芳村大道西",
    "广州市越秀区建设六马路",
    "广州市海珠区江南大道中",
    "广州市白云区机场路",
    "广州市荔湾区十八甫南路",
    "佛山市南海区桂城南海大道北",
    "广东省雷州市南兴镇塘边村",
    "湖南省衡南县车江镇石桥村",
    "广州市荔湾区宝华路宝华正中约",
]
_NUMBERS = [
    "28号503房",
    "117号之二首层",
    "6号",
    "45号2栋1单元302房",
    "89号601",
    "12-1号四楼",
    "233号自编A栋305室",
    "71号地下",
    "19号后座",
]
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Name:
    """Someone whose name is masked wherever it is written."""

    plain: str
    code: str = "n"

    def __str__(self) -> str:
        return secret(self.code, self.plain)

    def spaced(self, gap: str = " ") -> str:
        return secret(self.code, gap.join(self.plain))


@dataclass(frozen=True)
class Firm:
    """A company with its full name, declared and undeclared short forms."""

    plain: str
    brand: str

    def __str__(self) -> str:
        return secret("n", self.plain)

    @property
    def short(self) -> str:
        return secret("a", f"{self.brand}公司")

    @property
    def undeclared(self) -> str:
        return secret("u", f"{self.brand}公司")


@dataclass
class Cast:
    """Everything random in one document."""

    key: str
    rng: random.Random = field(init=False)
    parties: list[str] = field(default_factory=list)
    officials: list[str] = field(default_factory=list)
    case_number: str = ""
    header: str = ""

    def __post_init__(self) -> None:
        self.rng = random.Random(self.key)
        self._sur = self.rng.sample(_SURNAMES, len(_SURNAMES))
        self._given = self.rng.sample(_GIVEN, len(_GIVEN))
        self._brands = self.rng.sample(_BRANDS, len(_BRANDS))
        self._towns = self.rng.sample(_TOWNS, len(_TOWNS))
        self._numbers = self.rng.sample(_NUMBERS, len(_NUMBERS))

    def raw(self, surname: str = "") -> str:
        size = 1 if not surname and self.rng.random() < 0.15 else 2
        return (surname or self._sur.pop()) + "".join(self._given.pop() for _ in range(size))

    def party(self, surname: str = "") -> Name:
        name = self.raw(surname)
        self.parties.append(name)
        return Name(name)

    def rep(self) -> Name:
        return Name(self.raw(), "r")

    def victim(self) -> Name:
        return Name(self.raw(), "v")

    def official(self) -> str:
        """A judge, clerk, lawyer or witness, whose name stays."""
        name = self.raw()
        self.officials.append(name)
        return name

    def firm(self, trade: str, place: str = "广州市") -> Firm:
        brand = self._brands.pop()
        firm = Firm(f"{place}{brand}{trade}", brand)
        self.parties.append(firm.plain)
        return firm

    def unit(self, name: str) -> Name:
        self.parties.append(name)
        return Name(name)

    def brand(self) -> str:
        return self._brands.pop()

    def address(self) -> str:
        return self._towns.pop() + secret("h", self._numbers.pop())

    def number(self, text: str) -> str:
        self.case_number = text.replace("#", str(self.rng.randint(120, 9800)))
        return self.case_number

    def date(self, year: int) -> str:
        return f"{year}年{self.rng.randint(1, 12)}月{self.rng.randint(1, 28)}日"

    def born(self) -> str:
        return self.date(self.rng.randint(1955, 1994))

    def signed(self, year: int) -> str:
        month = self.rng.choice("一二三四五六七八九十")
        day = (
            self.rng.choice("一三五七九")
            if self.rng.random() < 0.5
            else f"二十{self.rng.choice('一二四六八')}"
        )
        return f"{''.join(_DIGITS[int(d)] for d in str(year))}年{month}月{day}日"

    def money(self, low: int, high: int) -> str:
        return str(self.rng.randint(low, high) * 100)

    def _id(self, code: str) -> str:
        body = f"4401{self.rng.randint(3, 6):02d}19{self.rng.randint(60, 94)}{self.rng.randint(1, 12):02d}"
        body += f"{self.rng.randint(1, 28):02d}{self.rng.randint(100, 999)}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
        return secret(code, body + "10X98765432"[total % 11])

    def identity(self) -> str:
        return self._id("i")

    def phone(self) -> str:
        return secret("t", f"13{self.rng.randint(100000000, 999999999)}")

    def account(self) -> str:
        return secret("b", f"622208{self.rng.randint(10**12, 10**13 - 1)}")

    def plate(self) -> str:
        return secret("p", f"粤A{self.rng.choice('BCDEFGHJK')}{self.rng.randint(1000, 9999)}")

    def credit_code(self) -> str:
        return secret("c", f"914401{self.rng.randint(10**10, 10**11 - 1)}8X"[:18])

    def certificate(self) -> str:
        return secret("k", f"粤房地证字第C{self.rng.randint(1000000, 9999999)}号")
