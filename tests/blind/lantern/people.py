"""Invented people, firms, addresses and numbers; whatever must go is marked by construction."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from tests.heldback.markup import secret

SURNAMES = [
    "邝",
    "郗",
    "冼",
    "岑",
    "覃",
    "阮",
    "庾",
    "霍",
    "简",
    "麦",
    "谭",
    "骆",
    "邬",
    "翟",
    "聂",
    "幸",
    "劳",
    "甄",
    "戚",
    "植",
    "滕",
    "褚",
    "樊",
    "祁",
    "柯",
    "裘",
    "詹",
    "鄢",
    "瞿",
    "蔺",
    "黎",
    "尹",
    "屈",
    "鲍",
    "臧",
    "缪",
    "卞",
]
GIVEN = [
    "焕锋",
    "淑娴",
    "启航",
    "丽嫦",
    "炳权",
    "雪莹",
    "绮雯",
    "柏霖",
    "倩怡",
    "伟棠",
    "国樑",
    "秀珠",
    "嘉琪",
    "志鸿",
    "惠芬",
    "润泽",
    "锦堂",
    "婉清",
    "耀祖",
    "佩瑜",
    "少鹏",
    "玉冰",
    "振邦",
    "美玲",
    "敬尧",
    "桂芝",
    "灿辉",
    "凤仪",
    "景峰",
    "瑞霞",
    "永煊",
    "巧云",
    "子聪",
    "翠莲",
    "铭基",
    "宝珍",
    "海潮",
    "若彤",
    "树勋",
    "艳红",
]
SINGLE = ["垚", "璟", "煜", "钊", "嫣", "骞", "琛", "颖", "锟", "旻", "淼", "晖"]
BRANDS = ["穗钧", "粤泓", "荔禾", "骏恺", "汇珑", "铭坤", "嘉屹", "宏栩", "瀚辰", "昱邦", "绿樾", "臻旺"]
TRADES = [
    "皮具",
    "五金制品",
    "电子科技",
    "餐饮管理",
    "服饰",
    "物流",
    "建材",
    "化妆品",
    "医疗器械",
    "装饰工程",
]
STREETS = [
    "荔湾区龙津西路",
    "荔湾区逢源北街",
    "荔湾区多宝路",
    "荔湾区文昌北路",
    "荔湾区芳村大道中",
    "荔湾区宝华路",
    "荔湾区花地大道南",
    "越秀区惠福西路",
    "海珠区宝岗大道",
    "白云区黄石东路",
    "天河区棠下大街",
    "番禺区市桥大北路",
]
AREAS = ["440103", "440104", "440105", "440111", "440106", "441802", "430102", "450803", "362401"]
ZODIAC = "〇一二三四五六七八九"


def house(text: str) -> str:
    """A house number of a party's address."""
    return secret("h", text)


def chinese_date(year: int, month: int, day: int) -> str:
    def small(n: int) -> str:
        tens, ones = divmod(n, 10)
        head = "" if tens == 0 else ("十" if tens == 1 else ZODIAC[tens] + "十")
        return head + (ZODIAC[ones] if ones else "")

    return f"{''.join(ZODIAC[int(d)] for d in str(year))}年{small(month)}月{small(day)}日"


@dataclass(frozen=True)
class Person:
    """Prints as the marked name; ``where`` is the marked address."""

    name: str
    code: str
    sex: str
    born: str
    where: str

    def __str__(self) -> str:
        return secret(self.code, self.name)

    @property
    def alone(self) -> bool:
        return True


@dataclass(frozen=True)
class Firm:
    """Prints as the marked full name; ``head`` is its marked legal representative."""

    name: str
    brand: str
    where: str
    head: Person
    title: str = "法定代表人"

    def __str__(self) -> str:
        return secret("n", self.name)

    @property
    def alone(self) -> bool:
        return False

    def alias(self, text: str = "") -> str:
        return secret("a", text or self.brand + "公司")

    def short(self, text: str = "") -> str:
        return secret("u", text or self.brand + "公司")


Party = Person | Firm


@dataclass
class Cast:
    """Everybody in one document; the same key always gives the same people."""

    key: str
    variant: int
    parties: list[str] = field(default_factory=list)
    officials: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.key)
        self._surnames = self.rng.sample(SURNAMES, len(SURNAMES))
        self._given = self.rng.sample(GIVEN, len(GIVEN))
        self._single = self.rng.sample(SINGLE, len(SINGLE))
        self._brands = self.rng.sample(BRANDS, len(BRANDS))
        self._streets = self.rng.sample(STREETS, len(STREETS))
        self.year = self.rng.randint(2013, 2025)
        self.panel = self.rng.random() < 0.6

    def pick(self, *options: str) -> str:
        return self.rng.choice(options)

    def by(self, *options: str) -> str:
        """The wording of this variant."""
        return options[self.variant % len(options)]

    def number(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    def money(self, low: int = 8, high: int = 90) -> str:
        amount = self.number(low, high) * 1000 + self.number(1, 9) * 100
        return (
            f"{amount}元"
            if self.year < 2017 or self.rng.random() < 0.6
            else f"{amount}.{self.number(10, 99)}元"
        )

    def date(self, back: int = 1) -> str:
        return f"{self.year - back}年{self.number(1, 12)}月{self.number(1, 28)}日"

    def fresh_name(self) -> str:
        if self.rng.random() < 0.2:
            return self._surnames.pop() + self._single.pop()
        return self._surnames.pop() + self._given.pop()

    def given(self) -> str:
        return self._given.pop()

    def short_name(self) -> str:
        """Two characters, the second a rare one."""
        return self._surnames.pop() + self._single.pop()

    def number_shape(self) -> str:
        n, m = self.number(11, 299), self.number(2, 9) * 100 + self.number(1, 9)
        return self.pick(
            f"{n}号",
            f"{n}号{m}房",
            f"{n}号之一{m}房",
            f"{n}号{m // 100}楼",
            f"{n}号{m // 100}栋{m}室",
            f"{n}号首层",
        )

    def address(self, number: str = "", street: str = "") -> str:
        place = street or self._streets.pop()
        prefix = self.pick("广州市", "广东省广州市") if street == "" else ""
        return f"{prefix}{place}{house(number or self.number_shape())}"

    def person(self, name: str = "", *, code: str = "n", where: str = "") -> Person:
        born = f"{self.number(1951, 1992)}年{self.number(1, 12)}月{self.number(1, 28)}日"
        one = Person(name or self.fresh_name(), code, self.pick("男", "女"), born, where or self.address())
        if code == "n":
            self.parties.append(one.name)
        return one

    def agent(self) -> Person:
        return self.person(code="r", where="无")

    def firm(self, name: str = "", *, brand: str = "", where: str = "", title: str = "法定代表人") -> Firm:
        brand = brand or self._brands.pop()
        full = (
            name
            or self.pick("广州市", "广州", "广东", "佛山市南海区") + brand + self.pick(*TRADES) + "有限公司"
        )
        one = Firm(full, brand, where or self.address(), self.agent(), title)
        self.parties.append(full)
        return one

    def official(self, name: str = "") -> str:
        """A judge, clerk, lawyer or witness: stays."""
        name = name or self.fresh_name()
        self.officials.append(name)
        return name

    def id_number(self, born: str, sex: str) -> str:
        """Eighteen digits that agree with birth date and sex, the last one right."""
        year, month, day = (int(n) for n in re.findall(r"\d+", born))
        order = self.number(5, 490) * 2 + (sex == "男")
        body = f"{self.pick(*AREAS)}{year}{month:02}{day:02}{order:03}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        rest = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
        return secret("i", body + "10X98765432"[rest])

    def phone(self) -> str:
        return secret(
            "t", self.pick("138", "139", "159", "186", "133") + f"{self.number(10000000, 99999999)}"
        )

    def account(self) -> str:
        return secret("b", self.pick("6222", "6217", "6228") + f"{self.number(10**14, 10**15 - 1)}")

    def plate(self) -> str:
        return secret("p", f"粤A{self.number(1, 9)}{self.pick('K', 'M', 'T', 'X')}{self.number(100, 999)}")

    def credit(self) -> str:
        """A unified social credit code with a right last character (GB 32100)."""
        letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        body = "91440101" + "MA5" + "".join(self.rng.choice(letters) for _ in range(6))
        total = sum(letters.index(ch) * pow(3, i, 31) for i, ch in enumerate(body))
        return secret("c", body + letters[(31 - total % 31) % 31])

    def case_number(self, kind: str) -> str:
        """Old or new form by year; ``kind`` is 民初, 刑初, 行初, 执, 民终."""
        n = self.number(101, 9899)
        if kind == "民终":
            return (
                f"（{self.year}）粤01{kind}{n}号"
                if self.year > 2015
                else f"（{self.year}）穗中法民二终字第{n}号"
            )
        if self.year > 2015:
            return f"（{self.year}）粤0103{kind}{n}号"
        old = {
            "民初": self.pick("民一初", "民二初", "民三初"),
            "刑初": "刑初",
            "行初": "行初",
            "执": "执",
            "民再": "审监民再",
        }
        return f"（{self.year}）穗荔法{old.get(kind, kind)}字第{n}号"
