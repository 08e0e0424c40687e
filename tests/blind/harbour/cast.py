"""Invented people, firms, places and numbers; whatever must go is marked the moment it is printed."""

from __future__ import annotations

import random
from typing import TypeVar

from tests.blind.harbour import places
from tests.heldback.markup import secret, soft

T = TypeVar("T")

SURNAMES = "陈李梁吴邓罗谢郑蔡潘冯杜苏卢钟谭廖邱邹彭曹袁董沈韩邝冼麦招岑甄阮祁蒲霍黎莫欧温汤"
COMPOUND = ("欧阳", "司徒", "上官", "诸葛")
MIDDLE = "绮嘉楚婉泽俊梓钰诗颂晓淑佩锦炜培兆汝耀启润柏皓韵宛敬"
LAST = "琼珊霖彦芬荣棠娴毅泉基媚妍锋辉钊勋莹萍湛禧桦铿"
SINGLE = "霁骞琰翀昉玥彧珺婧泓瑀翊"
TRADE_ONE, TRADE_TWO = "瀚璟泓骏颢煜岚沛睿懋", "宸逸祺榕澜钿翎昶珑垚"
TRADES = (
    "贸易有限公司",
    "建设工程有限公司",
    "餐饮管理有限公司",
    "皮具有限公司",
    "电子科技有限公司",
    "服饰有限公司",
    "装饰设计有限公司",
    "物流有限公司",
    "医药股份有限公司",
    "商业经营管理有限公司",
)
SEATS = ("广州市", "广州", "广东", "佛山市", "深圳市", "广州市荔湾区")
DIGITS = "〇一二三四五六七八九"
CODE_SET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def chinese(number: int) -> str:
    """A day or month as it stands under a judgment."""
    ten, one = divmod(number, 10)
    tens = "" if ten == 0 else "十" if ten == 1 else DIGITS[ten] + "十"
    return tens + (DIGITS[one] if one else "")


class Name:
    """A name to be masked: ``{x}`` prints it marked as a party, ``{x:r}`` as a representative, and so on."""

    def __init__(self, raw: str, code: str, short: str = "") -> None:
        self.raw, self.code, self.short = raw, code, short

    def __str__(self) -> str:
        return secret(self.code, self.raw)

    def __format__(self, spec: str) -> str:
        """``a`` and ``u``: the firm's short form; ``s`` and ``t``: spaced out; else a category."""
        if spec in {"a", "u"}:
            return secret(spec, self.short)
        if spec in {"s", "t", "b"}:
            return secret(self.code, {"s": "　", "t": " ", "b": "\u00a0"}[spec].join(self.raw))
        return secret(spec or self.code, self.raw)


class Cast:
    def __init__(self, key: str) -> None:
        self.rng = random.Random(key)
        self.taken: list[str] = []
        self.trade_letters: set[str] = set()
        self.officials: list[str] = []
        self.parties: list[str] = []
        self.number = ""
        self.header = ""
        self.sep = self.pick("：", "：", "", "", "　", " ")
        self.year = self.rng.randint(2016, 2025)
        self.month = self.rng.randint(3, 12)

    def pick(self, *options: T) -> T:
        return self.rng.choice(options)

    def n(self, low: int, high: int) -> int:
        return self.rng.randint(low, high)

    # ---- names
    def _clashes(self, name: str) -> bool:
        return any(
            name in other
            or other in name
            or (len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) < 2)
            or name[-2:] == other[-2:]
            for other in self.taken
        )

    def raw_person(self) -> str:
        while True:
            dice = self.rng.random()
            surname = self.pick(*COMPOUND) if dice < 0.06 else self.pick(*SURNAMES)
            given = self.pick(*SINGLE) if 0.06 < dice < 0.24 else self.pick(*MIDDLE) + self.pick(*LAST)
            if not self._clashes(surname + given):
                self.taken.append(surname + given)
                return surname + given

    def official(self) -> str:
        """A judge, clerk, lawyer, prosecutor or witness: stays."""
        name = self.raw_person()
        self.officials.append(name)
        return name

    def named(self, raw: str, code: str = "n", short: str = "") -> Name:
        self.taken.append(raw)
        if code == "n":
            self.parties.append(raw)
        return Name(raw, code, short)

    def person(self) -> Name:
        name = self.raw_person()
        self.parties.append(name)
        return Name(name, "n")

    def rep(self, code: str = "r") -> Name:
        return Name(self.raw_person(), code)

    def trade(self) -> str:
        while True:
            word = self.pick(*TRADE_ONE) + self.pick(*TRADE_TWO)
            if not self.trade_letters & set(word):
                self.trade_letters |= set(word)
                return word

    def firm(self, business: str = "", seat: str = "") -> Name:
        word = self.trade()
        raw = (seat or self.pick(*SEATS)) + word + (business or self.pick(*TRADES))
        self.parties.append(raw)
        return Name(raw, "n", word + "公司")

    def bank(self) -> Name:
        word = self.trade()
        where = self.pick("多宝", "华林", "石围塘", "昌华")
        raw = f"{word}银行股份有限公司广州{where}支行"
        self.parties.append(raw)
        return Name(raw, "n", f"{word}银行{where}支行")

    def law_firm(self) -> str:
        return f"广东{self.trade()}律师事务所"

    # ---- numbers
    def digits(self, count: int) -> str:
        return str(self.n(1, 9)) + "".join(str(self.n(0, 9)) for _ in range(count - 1))

    def id_raw(self, born: str = "", odd: int = 1) -> str:
        born = born or f"{self.n(1955, 1999)}{self.n(1, 12):02}{self.n(1, 28):02}"
        order = self.n(10, 99) * 10 + self.n(0, 4) * 2 + odd
        body = self.pick("440103", "440104", "440682", "450803", "430421") + born + f"{order:03}"
        weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
        return body + "10X98765432"[sum(int(a) * b for a, b in zip(body, weights, strict=True)) % 11]

    def id(self) -> str:
        return secret("i", self.id_raw())

    def phone(self) -> str:
        return secret("t", self.pick("137", "138", "159", "186", "189", "133") + self.digits(8))

    def account(self) -> str:
        body = self.pick("622202", "621700", "622848", "360202") + self.digits(12)
        total = sum(sum(divmod(int(d) * (2 if i % 2 == 0 else 1), 10)) for i, d in enumerate(reversed(body)))
        return secret("b", body + str(-total % 10))

    def plate(self) -> str:
        return secret("p", "粤" + self.pick("A", "E", "B") + self.digits(3) + self.pick("K", "D", "F") + "6")

    def email(self) -> str:
        return secret("e", f"{self.pick('lin', 'kwok', 'hoi')}{self.digits(4)}@{self.pick('163', '126')}.com")

    def wechat(self) -> str:
        return secret("w", f"{self.pick('sunny', 'gz_long', 'ahui')}{self.digits(5)}")

    def certificate(self) -> str:
        return secret(
            "k",
            self.pick(
                f"粤房地权证穗字第0150{self.digits(6)}号",
                f"粤（2019）广州市不动产权第{self.digits(8)}号",
            ),
        )

    def credit(self) -> str:
        body = "91440101MA" + "".join(self.pick(*"0123456789ABCDEFGH") for _ in range(7))
        total = sum(CODE_SET.index(ch) * pow(3, i, 31) for i, ch in enumerate(body))
        return secret("c", body + CODE_SET[-total % 31])

    def money(self) -> str:
        return self.pick(f"{self.n(11, 980)}{self.n(100, 999)}.{self.n(10, 99)}元", f"{self.n(3, 99)}万元")

    def fee(self) -> str:
        return f"{self.n(25, 9800)}元"

    # ---- places and days
    def address(self, code: str = "h") -> str:
        street, house = places.address(self.rng)
        return street + secret(code, house)

    def liwan(self, code: str = "h") -> str:
        street, house = places.liwan(self.rng)
        return f"广州市荔湾区{street}" + secret(code, house)

    def date(self, back: int = 0) -> str:
        return f"{self.year - back}年{self.n(1, 12)}月{self.n(1, 28)}日"

    def today(self) -> str:
        """The date under the document, in Chinese numerals."""
        year = "".join(DIGITS[int(d)] for d in str(self.year))
        return f"{year}年{chinese(self.month)}月{chinese(self.n(1, 28))}日"

    def other_case(self, letters: str, back: int = 1, court: str = "0103") -> str:
        year = self.year - back
        if year < 2016:
            house = "穗中法" if court == "01" else "穗荔法"
            return f"（{year}）{house}{letters.replace('民初', '民二初')}字第{self.n(12, 2999)}号"
        return f"（{year}）粤{court}{letters}{self.n(101, 29999)}号"

    def own(self, letters: str, court: str = "0103", suffix: str = "") -> str:
        self.number = f"（{self.year}）粤{court}{letters}{self.n(101, 29999)}号{suffix}"
        return self.number

    def own_old(self, letters: str, suffix: str = "") -> str:
        self.year = self.n(2013, 2015)
        bracket = self.pick("（）", "()")
        self.number = f"{bracket[0]}{self.year}{bracket[1]}穗荔法{letters}字第{self.n(12, 2999)}号{suffix}"
        return self.number

    # ---- lines of the party block
    def details(self) -> str:
        sex = self.pick("男", "女")
        year, month, day = self.n(1955, 1999), self.n(1, 12), self.n(1, 28)
        born = f"{year}年{month}月{day}日"
        number = secret("i", self.id_raw(f"{year}{month:02}{day:02}", sex == "男"))
        ident = f"{soft('公民身份号码')}{self.pick('：', '')}{number}"
        return self.pick(
            f"，{sex}，{born}出生，汉族，住{self.address()}，{ident}。",
            f"，{sex}，汉族，{born}出生，住址：{self.address()}。",
            f"，{sex}，{born}生，汉族，户籍住址{self.address()}，现住{self.address()}，{ident}。",
            f"，{sex}，住{self.address()}。{soft('身份证号码')}：{number}。",
        )

    def natural(self, label: str, who: Name, spec: str = "") -> str:
        return f"{label}{self.sep}{format(who, spec)}{self.details()}"

    def unit(self, label: str, who: Name, called: str = "") -> str:
        place = self.pick("住所地", "住所：", "住所地：")
        code = self.pick("", f"{soft('统一社会信用代码')}{self.credit()}。")
        head = self.pick("法定代表人", "法定代表人", "负责人" if "支行" in who.raw else "法定代表人")
        post = self.pick("", "，职务：总经理", "，董事长", "，执行董事")
        return (
            f"{label}{self.sep}{who}{called}，{place}{self.address()}。{code}\n"
            f"{head}{self.sep}{self.rep()}{post}。"
        )

    def lawyers(self, label: str = "委托诉讼代理人") -> str:
        house = self.law_firm()
        return self.pick(
            f"{label}{self.sep}{self.official()}，{house}律师。",
            f"{label}{self.sep}{self.official()}、{self.official()}，均为{house}律师。",
            f"{label}{self.sep}{self.official()}，系{house}律师。\n{label}{self.sep}{self.official()}，系{house}实习律师。",
        )

    def staff(self, label: str = "委托诉讼代理人") -> str:
        return f"{label}{self.sep}{self.rep()}，{self.pick('该公司员工', '系公司法务专员', '该单位职员')}。"

    def spread(self, name: str) -> str:
        return self.pick(name, "　".join(name) if len(name) == 2 else name, name)

    def signature(self, *roles: str) -> str:
        """One line a role, the date, the clerk; the last role stands below the date."""
        *bench, clerk = roles
        gap = self.pick("　　", "　", "　　　")
        lines = [f">{role}{gap}{self.spread(self.official())}" for role in bench]
        copy = self.pick("", "本件与原本核对无异\n")
        return "\n".join([*lines, f">{self.today()}", f"{copy}>{clerk}{gap}{self.spread(self.official())}"])

    def panel(self) -> str:
        return self.pick(
            self.signature("审判长", "审判员", "审判员", "书记员"),
            self.signature("审判长", "审判员", "人民陪审员", "书记员"),
            self.signature("审判长", "代理审判员", "人民陪审员", "书记员"),
            self.signature("审判长", "人民陪审员", "人民陪审员", "法官助理", "书记员"),
        )

    def head(self, kind: str, number: str, court: str = "广州市荔湾区人民法院") -> str:
        spaced = self.pick(kind, " ".join(kind), "　".join(kind))
        return f"^{court}\n^{spaced}\n>{number}"
