"""Administrative, criminal and enforcement stories, rulings, and what is not published."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from judgments.demo.scene import month_text, weekday

if TYPE_CHECKING:
    from judgments.demo.scene import Scene

MARKET_OFFICE = "广州市荔湾区市场监督管理局"
LABOUR_OFFICE = "广州市荔湾区人力资源和社会保障局"


def penalty(scene: Scene) -> None:
    """A shop fined for its food."""
    scene.party("p", "原告", scene.cast.firm("food"))
    office = scene.party("d", "被告", scene.cast.agency(MARKET_OFFICE, "广州市荔湾区"))
    checked = scene.ago(260, 190)
    decided = checked + timedelta(days=100)
    bought = scene.number(20, 80)
    scene.tell(
        fine=scene.number(5000, 20000, 1000), gain=scene.number(60, 480, 10), worth=scene.number(500, 1900, 50),
        bought=bought, sold=bought // 2, pieces=bought - bought // 2, no=scene.number(11, 780), street=scene.street(),
        y_decide=decided.year, t_check=checked, t_file=checked + timedelta(days=4), t_tell=decided - timedelta(days=20),
        t_decide=decided, t_sue=scene.accepted_on, chief=office.representative, lawyer=scene.somebody(), clerk=scene.somebody(),
    )  # fmt: skip


def injury(scene: Scene) -> None:
    """An employer against the recognition of an injury at work."""
    scene.party("p", "原告", scene.cast.firm("trade"))
    scene.party("d", "被告", scene.cast.agency(LABOUR_OFFICE, "广州市荔湾区"))
    scene.party("w", "第三人", scene.cast.person())
    hit = scene.ago(330, 260)
    decided = hit + timedelta(days=110)
    scene.tell(
        t_hit=hit, t_apply=hit + timedelta(days=30), t_notice=hit + timedelta(days=45), t_decide=decided,
        y_decide=decided.year, no=scene.number(1001, 9800), t_sue=scene.accepted_on, hour="13时20分", street=scene.street(),
        boss=scene.somebody(), lawyer=scene.somebody(),
    )  # fmt: skip


def _charge(scene: Scene) -> None:
    scene.tell(
        y=scene.accepted_on.year, no=scene.number(101, 1380), t_sue=scene.accepted_on, prosecutor=scene.somebody(),
        lawyer=scene.somebody(), hour=scene.clock_hour(), street=scene.street(),
    )  # fmt: skip


def theft(scene: Scene) -> None:
    """A telephone and a bicycle."""
    scene.party("d", "被告人", scene.cast.person("男"))
    _charge(scene)
    first = scene.ago(140, 110)
    low = scene.number(6, 9)
    scene.tell(
        worth=scene.number(4200, 9800, 50), fence=scene.number(600, 1800, 100), pay=scene.number(2000, 4000, 500), low=low,
        high=low + 2, term=low + 1, fine=scene.number(2000, 4000, 1000), t_act=first, t_act2=first + timedelta(days=9),
        t_catch=first + timedelta(days=16), v1=scene.somebody(), v2=scene.somebody(),
    )  # fmt: skip


def fraud(scene: Scene) -> None:
    """Money taken for favours nobody could do."""
    scene.party("d", "被告人", scene.cast.person())
    _charge(scene)
    first = scene.ago(520, 420)
    one, two, back = (
        scene.number(60000, 160000, 2000),
        scene.number(30000, 90000, 1000),
        scene.number(10000, 40000, 1000),
    )
    scene.tell(
        sum1=one, sum2=two, total=one + two, back=back, left1=one - back, fine=scene.number(10000, 30000, 1000),
        extra=scene.number(2, 10), account=scene.cast.account(), t_act=first, t_mid=first + timedelta(days=90),
        t_end=first + timedelta(days=160), t_catch=scene.ago(160, 130), v1=scene.somebody(), v2=scene.somebody(),
    )  # fmt: skip


def juvenile(scene: Scene) -> None:
    """A minor before the juvenile division."""
    scene.party("d", "被告人", scene.cast.person("男"))
    _charge(scene)
    scene.tell(worth=scene.number(60, 480, 10), t_act=scene.ago(120, 90), guardian=scene.somebody())


def _plain_civil(scene: Scene) -> None:
    """Somebody against somebody about a sum: what rulings need to know."""
    cast = scene.cast
    scene.party("p", "原告", cast.firm("trade") if cast.rng.random() < 0.5 else cast.person())
    scene.party("d", "被告", cast.firm("textile") if cast.rng.random() < 0.5 else cast.person())
    fee = scene.number(4, 160) * 25
    scene.tell(m=scene.number(20000, 400000, 1000), fee=fee, half=f"{fee / 2:g}", t_accept=scene.accepted_on)


def withdrawal(scene: Scene) -> None:
    """The plaintiff withdraws."""
    _plain_civil(scene)
    scene.tell(t_ask=scene.later(scene.accepted_on, 18, 28))


def absent(scene: Scene) -> None:
    """The plaintiff stays away."""
    _plain_civil(scene)
    scene.tell(
        t_summons=scene.later(scene.accepted_on, 6, 10),
        t_hearing=weekday(scene.later(scene.accepted_on, 22, 26)),
    )


def jurisdiction(scene: Scene) -> None:
    """The defendant wants another court."""
    _plain_civil(scene)
    scene.tell(t_sign=scene.ago(500, 200))


def dismissal(scene: Scene) -> None:
    """A suit about what the police are looking into."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.person())
    scene.tell(
        m=scene.number(50000, 300000, 10000),
        fee=scene.number(8, 90) * 25,
        t_accept=scene.accepted_on,
        t_police=scene.ago(160, 40),
    )


def preservation(scene: Scene) -> None:
    """Property kept in place before judgment."""
    cast = scene.cast
    scene.party("p", "申请人", cast.firm("trade"))
    scene.party("d", "被申请人", cast.firm("leather"))
    scene.tell(m=scene.number(100000, 900000, 10000), t_ask=scene.accepted_on, bank=scene.bank())


def admin_withdrawal(scene: Scene) -> None:
    """An administrative suit settled by an answer."""
    scene.party("p", "原告", scene.cast.person())
    scene.party("d", "被告", scene.cast.agency(MARKET_OFFICE, "广州市荔湾区"))
    scene.tell(t_accept=scene.accepted_on, t_ask=scene.later(scene.accepted_on, 20, 28))


def _enforcement(scene: Scene) -> None:
    amount, found = scene.number(40000, 480000, 1000), scene.number(800, 9600, 100)
    scene.party("p", "申请执行人", scene.cast.person())
    scene.party("d", "被执行人", scene.cast.person())
    scene.tell(
        m=amount, found=found, left=amount - found, t_accept=scene.accepted_on, t_ask=scene.accepted_on - timedelta(days=4),
        t_talk=scene.later(scene.accepted_on, 20, 28), plate=scene.cast.plate(), account=scene.cast.account(), bank=scene.bank(),
        base_no=f"（{scene.accepted_on.year - 1}）粤0103民初{scene.number(201, 9800)}号",
    )  # fmt: skip


def end_enforcement(scene: Scene) -> None:
    """Nothing more to be found for now."""
    _enforcement(scene)


def freeze(scene: Scene) -> None:
    """An account frozen."""
    _enforcement(scene)


def divorce(scene: Scene) -> None:
    """A marriage not yet beyond repair."""
    scene.party("p", "原告", scene.cast.person("女"))
    scene.party("d", "被告", scene.cast.person("男"))
    scene.tell(
        child_sex=scene.cast.rng.choice(("子", "女")), support=scene.number(1500, 4000, 500), t_marry=scene.ago(4000, 2600),
        t_apart=month_text(scene.ago(400, 200)),
    )  # fmt: skip


def mediation(scene: Scene) -> None:
    """A debt settled before the judge."""
    _plain_civil(scene)
    amount = scene.values["m"]
    due = scene.later(scene.accepted_on, 90, 120)
    scene.tell(first=amount // 2, second=amount - amount // 2, t_pay1=due, t_pay2=due + timedelta(days=60))
