"""Civil stories: who quarrels with whom, about which sums, on which days. The prose stands in `texts/`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from judgments.demo import names
from judgments.demo.scene import month_text

if TYPE_CHECKING:
    from judgments.demo.scene import Scene


def loan(scene: Scene) -> None:
    """A loan between friends that was not paid back."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.person())
    lent = scene.ago(900, 500)
    due = scene.later(lent, 150, 300)
    scene.tell(
        m=scene.number(30000, 480000, 5000), paid=scene.number(1200, 9600, 300), rate=scene.number(6, 12), t_loan=lent,
        t_end=due, t_due=due + timedelta(days=1), t_paid=scene.later(lent, 40, 140), t_ask=scene.later(due, 20, 90),
        tail=scene.number(1001, 9899), account=scene.cast.account(), bank=scene.bank(),
        shop=scene.cast.rng.choice(("服装档口", "小餐馆", "五金店", "茶叶店")),
        nick=scene.cast.rng.choice(("一帆风顺", "西关阿强", "珍惜拥有", "花开富贵")),
    )  # fmt: skip


def labour(scene: Scene) -> None:
    """A dismissal without proof of its reason."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm(scene.cast.rng.choice(("textile", "food", "leather"))))
    years, wage = scene.number(2, 6), scene.number(4200, 9800, 100)
    joined = scene.ago(years * 365 + 120, years * 365 + 100)
    fired = scene.ago(95, 80)
    scene.tell(
        wage=wage, years=years, comp=wage * years * 2, double=wage * scene.number(3, 7), t_join=joined,
        t_sign=joined + timedelta(days=scene.number(150, 240)), t_fire=fired, t_arb=fired + timedelta(days=12),
        t_month=month_text(fired - timedelta(days=20)), arb_year=fired.year, arb_no=scene.number(301, 4880),
    )  # fmt: skip


def traffic(scene: Scene) -> None:
    """A pedestrian hit on a crossing, and the insurer of the car."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.person("男"))
    scene.party("i", "被告", scene.cast.firm("insurance"))
    beds, income = scene.number(8, 26), scene.number(4500, 8200, 100)
    med, advance = scene.number(15200, 58800, 100), scene.number(2000, 9000, 500)
    food, care, fare = beds * 100, beds * 150, scene.number(300, 900, 100)
    lost = income * 3
    total = med + food + care + lost + fare
    scene.tell(
        beds=beds, income=income, med=med, advance=advance, food=food, care=care, fare=fare, lost=lost, sum=total,
        rest=total - advance, t_hit=scene.ago(400, 160), hour=scene.clock_hour(), plate=scene.cast.plate(),
        street=scene.street(),
    )  # fmt: skip


def safety(scene: Scene) -> None:
    """A fall on a wet floor in a place of business."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm("retail"))
    med, care, aid = (
        scene.number(12000, 46000, 500),
        scene.number(6000, 9600, 300),
        scene.number(260, 680, 20),
    )
    total, advance = med + care + aid, scene.number(1000, 5000, 500)
    due = total * 8 // 10
    scene.tell(
        med=med, care=care, aid=aid, sum=total, due=due, advance=advance, rest=due - advance, beds=scene.number(9, 21),
        spirit=scene.number(5000, 20000, 5000), expert=scene.number(2200, 3800, 200), t_hit=scene.ago(420, 200),
        hour=scene.clock_hour(), street=scene.street(),
    )  # fmt: skip


def sale(scene: Scene) -> None:
    """Goods delivered, the account confirmed, and the price not paid."""
    scene.party("p", "原告", scene.cast.firm(scene.cast.rng.choice(("trade", "leather", "textile"))))
    scene.party("d", "被告", scene.cast.firm(scene.cast.rng.choice(("textile", "leather", "trade"))))
    total = scene.number(180000, 960000, 1000)
    paid = total * scene.number(3, 6) // 10
    signed, checked = scene.ago(800, 560), scene.ago(240, 180)
    scene.tell(
        total=total, paid=paid, left=total - paid, rate=scene.number(5, 9), lawyer_fee=scene.number(6000, 18000, 500),
        y0=signed.year - scene.number(1, 4), t_sign=signed, t_first=month_text(scene.later(signed, 10, 40)),
        t_last=month_text(scene.later(signed, 200, 300)), t_check=checked, t_due=checked + timedelta(days=31),
        times=scene.number(6, 23), contract=f"GX-{signed.year}-{scene.number(101, 989)}", clerk=scene.somebody(),
        law=scene.cast.law_firm(),
    )  # fmt: skip


def credit(scene: Scene) -> None:
    """A bank's loan on a flat; the borrower stays away."""
    scene.party("p", "原告", scene.cast.firm("bank"))
    scene.party("d", "被告", scene.cast.person())
    amount = scene.number(300000, 900000, 10000)
    signed, stopped = scene.ago(900, 700), scene.ago(320, 220)
    scene.tell(
        m=amount, left=amount * scene.number(5, 8) // 10, interest=scene.number(8600, 38800, 10), rate=scene.number(5, 8),
        collateral=scene.cast.place(), t_sign=signed, t_reg=signed + timedelta(days=9), t_stop=month_text(stopped),
        t_paidout=signed + timedelta(days=13), t_notice=stopped + timedelta(days=95), t_cut=stopped + timedelta(days=140),
        account=scene.cast.account(), cert=f"粤（{signed.year}）广州市不动产证明第{scene.number(10000001, 10999999)}号",
    )  # fmt: skip


def lease(scene: Scene) -> None:
    """A shop let, the rent unpaid, the tenant still in it."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm(scene.cast.rng.choice(("shop", "textile", "retail"))))
    rent, months = scene.number(6800, 26000, 200), scene.number(4, 9)
    stopped = scene.ago(330, 290)
    ended = stopped + timedelta(days=months * 30)
    scene.tell(
        rent=rent, rent_due=rent * months, rent_net=rent * (months - 2), deposit=rent * 2, penalty=rent * 2,
        fitting=scene.number(60000, 180000, 5000), shop_addr=scene.cast.place(), t_sign=scene.ago(1100, 700),
        t_stop=month_text(stopped), t_urge=ended - timedelta(days=32), t_end=ended,
    )  # fmt: skip


def property_fee(scene: Scene) -> None:
    """An owner who does not pay for services he finds wanting."""
    scene.party("p", "原告", scene.cast.firm("property"))
    owner = scene.party("d", "被告", scene.cast.person())
    area, months, unit = scene.number(52, 128), scene.number(14, 32), scene.number(16, 36)
    start = scene.ago(months * 30 + 90, months * 30 + 70)
    scene.tell(
        home=owner.address.removeprefix("广州市荔湾区"), area=area, months=months, unit=f"{unit / 10:.1f}",
        fee_due=area * unit * months // 10, shared=scene.number(320, 1480, 10), t_from=month_text(start),
        t_to=month_text(start + timedelta(days=months * 30 - 20)), t_contract=scene.ago(1400, 1200), t_urge=scene.ago(90, 60),
    )  # fmt: skip


def decoration(scene: Scene) -> None:
    """A flat half decorated, badly."""
    owner = scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm("decoration"))
    price = scene.number(88000, 260000, 1000)
    paid, done = price * 6 // 10, price * scene.number(3, 5) // 10
    signed = scene.ago(520, 420)
    started = signed + timedelta(days=scene.number(5, 15))
    scene.tell(
        price=price, paid=paid, done=done, back=paid - done, penalty=price // 10, penalty_ok=price // 20,
        repair=scene.number(9000, 26000, 100), expert=scene.number(6000, 12000, 500),
        home=owner.address.removeprefix("广州市荔湾区"), t_sign=signed, t_start=started, t_pay1=signed,
        t_pay2=started + timedelta(days=26), t_stop=started + timedelta(days=70), t_lawyer=started + timedelta(days=110),
    )  # fmt: skip


def leak(scene: Scene) -> None:
    """Water from the flat above."""
    below = scene.party("p", "原告", scene.cast.person())
    above = scene.party("d", "被告", scene.cast.person())
    began = scene.ago(500, 300)
    scene.tell(
        p_home=below.address.removeprefix("广州市荔湾区"), d_home=above.address.removeprefix("广州市荔湾区"),
        loss=scene.number(6200, 28600, 100), hire=scene.number(6000, 15000, 500), expert=scene.number(8000, 15000, 500),
        t_leak=month_text(began), t_mediate=began + timedelta(days=90), y_pipe=began.year - scene.number(3, 8),
    )  # fmt: skip


def trademark(scene: Scene) -> None:
    """Copies of a brand sold in a shop."""
    scene.party("p", "原告", scene.cast.firm("leather"))
    scene.party("d", "被告", scene.cast.firm("shop"))
    bought = scene.ago(300, 120)
    scene.tell(
        mark_no=scene.number(3000001, 28999999), brand=scene.cast.rng.choice(names.BRANDS), street=scene.street(),
        claim=scene.number(50000, 120000, 10000), award=scene.number(8000, 32000, 1000), pieces=scene.number(1, 3),
        cost=scene.number(80, 360, 20), notary=scene.number(800, 1600, 100), lawyer_fee=scene.number(3000, 8000, 500),
        t_buy=bought, t_mark_end=bought.replace(day=13, year=bought.year + scene.number(3, 8)),
    )  # fmt: skip


def photo(scene: Scene) -> None:
    """Photographs of old streets taken for an advertisement."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm("food"))
    posted = scene.ago(500, 260)
    pieces = scene.number(2, 7)
    scene.tell(
        pieces=pieces, all_pieces=pieces + scene.number(2, 6), claim=pieces * 3000, award=pieces * scene.number(500, 900, 100),
        reads=scene.number(320, 8600), notary=scene.number(200, 800, 100), lawyer_fee=scene.number(2000, 5000, 500),
        y_photo=posted.year - scene.number(4, 12), t_post=posted, t_find=scene.later(posted, 40, 200),
        account_name=scene.cast.rng.choice(("西关寻味", "老城下午茶", "荔湾吃喝地图")),
        title=scene.cast.rng.choice(("走进西关的一个下午", "骑楼下的旧时光", "这碗糖水等了你三十年")),
    )  # fmt: skip


def training(scene: Scene) -> None:
    """Lessons paid for and never given."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.firm("training"))
    lessons, price = scene.number(48, 120, 12), scene.number(90, 220, 10)
    used = scene.number(6, 30)
    signed = scene.ago(480, 360)
    scene.tell(
        lessons=lessons, used=used, total=lessons * price, left=(lessons - used) * price, penalty=lessons * price // 5,
        km=scene.number(9, 23), t_sign=signed, t_first=signed + timedelta(days=9), t_stop=signed + timedelta(days=150),
        t_sue=scene.accepted_on,
    )  # fmt: skip


def retrial(scene: Scene) -> None:
    """A loan judged wrongly the first time."""
    scene.party("p", "原审原告", scene.cast.person())
    scene.party("d", "原审被告", scene.cast.person())
    real, extra, paid = (
        scene.number(60000, 200000, 5000),
        scene.number(8000, 30000, 1000),
        scene.number(5000, 40000, 1000),
    )
    lent, judged = scene.ago(1300, 1150), scene.ago(500, 400)
    scene.tell(
        real=real, extra=extra, m=real + extra, paid=paid, left=real - paid, t_loan=lent, t_paid=scene.later(lent, 60, 200),
        t_due=lent + timedelta(days=92), t_old=judged,
        old_no=f"（{judged.year - 1}）粤0103民初{scene.number(201, 9800)}号", lawyer=scene.somebody(),
    )  # fmt: skip
