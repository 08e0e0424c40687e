"""The cast of one document: people, firms, addresses and numbers, drawn from one seeded source of chance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from judgments.demo import names
from judgments.demo.model import Someone

if TYPE_CHECKING:
    from collections.abc import Collection
    from random import Random

NO_SUCH_REGION: Final = "440199"
"""A region code that no identity card carries: the numbers have the right shape and check digit and belong to nobody."""
_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CODE_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


class Cast:
    """Invents somebody new each time it is asked; `taken` are names that must not come up (judges, clerks)."""

    def __init__(self, rng: Random, today: date, taken: Collection[str] = ()) -> None:
        self.rng = rng
        self.today = today
        self._taken = set(taken)

    def name(self, sex: str | None = None) -> tuple[str, str]:
        """A name nobody else in the document has, and the sex."""
        while True:
            chosen = sex or self.rng.choice("男女")
            given = names.GIVEN_MEN if chosen == "男" else names.GIVEN_WOMEN
            full = self.rng.choice(names.SURNAMES) + self.rng.choice(given)
            if full not in self._taken:
                self._taken.add(full)
                return full, chosen

    def person(self, sex: str | None = None) -> Someone:
        """Somebody of age, with an address in the district."""
        name, sex = self.name(sex)
        born = self.today - timedelta(days=self.rng.randint(24 * 365, 68 * 365))
        return Someone(
            name=name, kind="person", short=name, sex=sex, born=born, address=self.address(),
            id_number=self.id_number(born, sex), phone=self.phone(),
        )  # fmt: skip

    def firm(self, trade: str) -> Someone:
        """A firm of a trade, with its short name and its legal representative; a shop has an operator instead."""
        word, ending = self._firm_word(), self.rng.choice(names.TRADES[trade])
        if trade in ("bank", "insurance"):
            name, short = (
                f"{word}{ending}",
                f"{word}{'银行荔湾支行' if trade == 'bank' else '保险广东分公司'}",
            )
        elif trade == "shop":
            name, short = f"广州市荔湾区{word}{ending}", f"{word}{ending}"
        else:
            name, short = f"{self.rng.choice(('广州市', '广州', '广东'))}{word}{ending}", f"{word}公司"
        titles = {"shop": "经营者", "bank": "负责人", "insurance": "负责人"}
        return Someone(
            name=name, kind="organisation", short=short, address=self.address(), phone=self.phone(),
            representative=self.name()[0], title=titles.get(trade, "法定代表人"), credit_code=self.credit_code(),
        )  # fmt: skip

    def agency(self, name: str, address: str) -> Someone:
        """A public body: its name is real and its seat is no private address."""
        head = self.name()[0]
        return Someone(
            name=name,
            kind="organisation",
            short=name,
            address=address,
            representative=head,
            title="负责人",
            agency=True,
        )

    def address(self) -> str:
        """A private address in the district: the street is real, the number is not."""
        return f"广州市荔湾区{self.place()}"

    def place(self) -> str:
        """Street, number and flat, in one of the shapes addresses are written in."""
        street, number = self.rng.choice(names.STREETS), self.rng.randint(2, 298)
        flat = self.rng.randint(1, 9) * 100 + self.rng.randint(1, 8)
        return self.rng.choice(
            (
                f"{street}{number}号{flat}房",
                f"{street}{number}号之{self.rng.choice('一二三')}{flat}房",
                f"{street}{self.rng.choice(names.SMALL_STREETS)}{number}号{self.rng.randint(2, 8)}楼",
                f"{street}{number}号{self.rng.choice(names.BUILDINGS)}{flat}室",
                f"{street}{self.rng.randint(2, 30)}号{self.rng.randint(1, 6)}栋{flat}房",
                f"{street}自编{self.rng.randint(2, 60)}号首层",
            )
        )

    def id_number(self, born: date, sex: str) -> str:
        """An identity number of the right shape and check digit that belongs to nobody."""
        order = self.rng.randrange(0, 498) * 2 + (sex == "男")
        body = f"{NO_SUCH_REGION}{born:%Y%m%d}{order:03d}"
        rest = sum(int(d) * w for d, w in zip(body, _ID_WEIGHTS, strict=True)) % 11
        return body + "10X98765432"[rest]

    def credit_code(self) -> str:
        """A unified social credit code of the right shape and check character in that region."""
        body = f"91{NO_SUCH_REGION}MA" + "".join(self.rng.choice(_CODE_ALPHABET) for _ in range(7))
        total = sum(_CODE_ALPHABET.index(c) * w for c, w in zip(body, _CODE_WEIGHTS, strict=True))
        return body + _CODE_ALPHABET[(31 - total % 31) % 31]

    def phone(self) -> str:
        """A mobile number from a block of zeros."""
        return f"1{self.rng.choice('358')}90000{self.rng.randint(0, 9999):04d}"

    def account(self) -> str:
        """A bank account."""
        return "6200" + "".join(str(self.rng.randint(0, 9)) for _ in range(15))

    def plate(self) -> str:
        """A number plate."""
        return f"粤A{self.rng.choice('XYZ')}{self.rng.randint(0, 9999):04d}"

    def law_firm(self) -> str:
        """The word of a law firm's name."""
        return self.rng.choice(names.LAW_FIRMS)

    def _firm_word(self) -> str:
        while (word := self.rng.choice(names.FIRM_WORDS)) in self._taken:
            pass
        self._taken.add(word)
        return word
