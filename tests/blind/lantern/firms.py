"""Traps 29 to 42: companies, their short forms, branches, owners and look-alikes."""

from __future__ import annotations

from tests.blind.lantern.frames import Doc, firm_lines, person_line
from tests.blind.lantern.matters import card, labour, sale, work
from tests.blind.lantern.people import Cast, Firm
from tests.blind.lantern.suits import suit
from tests.heldback.markup import secret, soft


def _declared(c: Cast, marker: str, alias: str = "") -> Doc:
    """The short form is declared behind the full name and used from then on."""
    d = c.firm()
    short = d.alias(alias)
    doc = suit(c, c.person(), d, labour) if c.variant else suit(c, c.firm(), d, sale)
    parts = ("procedure", "defence", "facts", "reasons", "order", "tail")
    for part in parts:
        doc.swap(str(d), short, part)
    at = next(i for i, line in enumerate(doc.head) if line.startswith("被告"))
    doc.head[at] = doc.head[at].replace(str(d), str(d) + marker.format(short), 1)
    return doc


def t29_quoted_alias(c: Cast) -> Doc:
    return _declared(c, c.by("（以下简称“{}”）", "（以下简称：“{}”）"))


def t29_alias_in_prose(c: Cast) -> Doc:
    d = c.firm()
    doc = suit(c, c.person(), d, labour)
    for part in ("defence", "facts", "reasons", "order", "tail"):
        doc.swap(str(d), d.alias(), part)
    doc.swap(
        f"被告{d}",
        f"被告{d}{c.by(f'（以下简称“{d.alias()}”）', f'（以下简称为“{d.alias()}”）')}",
        "procedure",
    )
    return doc


def t30_bare_alias(c: Cast) -> Doc:
    return _declared(c, c.by("（以下简称{}）", "（下称{}）"))


def t31_alias_without_company(c: Cast) -> Doc:
    name = c.by("鹏骐", "瀚玥")
    d = c.firm(brand=name)
    doc = suit(c, c.firm(), d, sale)
    short = d.alias(name)
    for part in ("procedure", "defence", "facts", "reasons", "order", "tail"):
        doc.swap(str(d), short, part)
    at = next(i for i, line in enumerate(doc.head) if line.startswith("被告"))
    doc.head[at] = doc.head[at].replace(str(d), f"{d}{c.by(f'（下称{short}）', f'（下称“{short}”）')}", 1)
    return doc


def t32_mismatched(c: Cast) -> Doc:
    return _declared(c, c.by("（以下简称{})", "(以下简称{}）"))


def t33_several_aliases(c: Cast) -> Doc:
    a, b = c.firm(), c.firm()
    doc = suit(c, c.person(), a, labour)
    doc.head += firm_lines(c, "被告", b)
    first, second = a.alias(), b.alias()
    how = c.by(
        f"（以上两被告以下分别简称{first}、{second}，统称二被告）",
        f"（以下分别简称：{first}、{second}，合称两被告）",
    )
    for part in ("defence", "facts", "reasons", "order", "tail"):
        doc.swap(str(a), first, part)
    doc.swap(f"被告{a}", f"被告{a}、{b}{how}", "procedure")
    doc.defence[0] = doc.defence[0].replace("被告辩称", f"被告{first}辩称").rstrip()
    doc.defence.append(f"{second}{c.by('辩称，其与原告之间没有劳动关系。', '未作答辩。')}")
    doc.facts.insert(
        -1,
        f"另查明，{first}与{second}的注册登记地址不同，二者之间没有投资关系。{c.by('二被告', '两被告')}均确认上述事实。",
    )
    doc.order.append(f"四、驳回原告对{second}的全部诉讼请求。")
    return doc


def t33_colon_alias(c: Cast) -> Doc:
    return _declared(c, c.by("（以下简称：{}）", "，以下简称：{}"))


def t34_not_a_party(c: Cast) -> Doc:
    d = c.firm()
    doc = suit(c, c.firm(), d, c.rng.choice((sale, work)))
    doc.facts.insert(
        -1,
        c.by(
            "另查明，双方另行签订《补充协议》（以下简称《协议》），约定送货地点改为买受人指定的仓库（以下简称该仓库），该仓库的消防手续齐全，《协议》其他条款不变。",
            "另查明，送货途中的车辆投保了机动车交通事故责任强制保险（以下简称交强险），保险期限内未发生理赔；双方于同日形成会议纪要（以下简称：会议纪要）。",
        ),
    )
    return doc


def t35_undeclared(c: Cast) -> Doc:
    d = c.firm(name=c.by("粤崴建设集团有限公司", ""), brand=c.by("粤崴", "铭檀"))
    doc = suit(c, c.person(), d, labour) if c.variant else suit(c, c.firm(), d, sale)
    doc.swap(str(d), d.short(), "reasons")
    doc.facts.insert(-1, f"{d.short()}对上述事实予以确认。")
    return doc


def t36_brackets(c: Cast) -> Doc:
    brand, place = c.by(("瑞崧", "上海"), ("恒曜", "深圳"))  # type: ignore[misc]
    d = c.firm(f"{brand}商贸（{place}）有限公司", brand=brand)
    doc = suit(c, c.firm(), d, sale)
    for part, (left, right) in (("facts", "()"), ("reasons", "〔〕"), ("order", "()")):
        doc.swap(str(d), secret("n", f"{brand}商贸{left}{place}{right}有限公司"), part)
    return doc


def t37_branch(c: Cast) -> Doc:
    brand = c.by("永衢", "广骐")
    parent = f"广东{brand}物业管理有限公司"
    d = c.firm(f"{parent}{c.by('荔湾分公司', '广州分公司')}", brand=brand, title="负责人")
    doc = suit(c, c.person(), d, labour)
    if c.variant:
        mother = c.firm(parent, brand=brand)
        doc.head += firm_lines(c, "被告", mother)
        doc.swap(f"被告{d}", f"被告{d}、{mother}", "procedure")
        doc.facts.insert(-1, f"另查明，{d}系{mother}设立的分支机构，不具有法人资格。")
        doc.order.append(f"四、{mother}对{d}的上述债务承担补充清偿责任。")
    else:
        doc.facts.insert(-1, f"另查明，{d}系{soft(parent)}于{c.date(6)}设立的分支机构。")
    return doc


def t37_bank_branch(c: Cast) -> Doc:
    bank = c.by("广州禾丰村镇银行股份有限公司", "岭南瑞通银行股份有限公司")
    p = c.firm(f"{bank}{c.by('芳村支行', '广州第二支行')}", brand="某", title="负责人")
    return suit(c, p, c.person(), card)


def t38_former_name(c: Cast) -> Doc:
    d = c.firm()
    old = secret("a", f"广州市{c.by('旭穂', '岭畅')}贸易有限公司")
    doc = suit(c, c.person(), d, labour) if c.variant else suit(c, c.firm(), d, sale)
    at = next(i for i, line in enumerate(doc.head) if line.startswith("被告"))
    doc.head[at] = doc.head[at].replace(str(d), f"{d}（{c.by(f'原名称为{old}', f'原名称：{old}')}）", 1)
    doc.facts.insert(-1, f"另查明，{c.date(1)}，{old}经工商行政管理部门核准变更名称为{d}。")
    return doc


def t39_shop_of_person(c: Cast) -> Doc:
    owner = c.person()
    shop = Firm(
        f"广州市荔湾区{owner.name}{c.by('食品店', '皮具商行')}", owner.name, owner.where, owner, "经营者"
    )
    c.parties.append(shop.name)
    doc = suit(c, c.person(), shop, labour)
    doc.head = [line for line in doc.head if not line.startswith("经营者")]
    at = next(i for i, line in enumerate(doc.head) if line.startswith("被告"))
    how = c.by(
        f"被告：{shop}（经营者：{owner}），经营场所{shop.where}。",
        f"被告{shop}，住所{shop.where}，经营者：{owner}，{owner.sex}，{owner.born}出生。",
    )
    doc.head[at] = how
    doc.facts.insert(-1, f"{shop}系个体工商户，{owner}系登记的经营者。")
    return doc


def t39_trade_mark(c: Cast) -> Doc:
    owner = c.fresh_name()
    d = c.firm(f"广州{owner}餐饮有限公司", brand=owner)
    doc = suit(c, c.person(), d, labour)
    doc.facts.insert(
        -1, f"另查明，{d}的登记股东为{secret('r', d.head.name)}，企业名称系以其创始人的姓名命名。"
    )
    return doc


def t40_stop_verbs(c: Cast) -> Doc:
    name, other = c.by(  # type: ignore[misc]
        ("广东荔骁商业经营管理有限公司", "广州未来影视传媒有限公司"),
        ("广州在线优选网络科技有限公司", "广州市向荣诉求咨询服务有限公司"),
    )
    p, d = c.firm(name, brand="荔骁"), c.firm(other, brand="未来")
    return suit(c, p, d, sale)


def t41_court_account(c: Cast) -> Doc:
    doc = suit(c)
    doc.tail.append(
        c.by(
            "上诉费汇入以下账户：户名：广州市中级人民法院，开户行：中国农业银行股份有限公司广州北秀支行，账号：44050301040006543。",
            "当事人应将案件款汇至本院执行款专户（户名：广州市荔湾区人民法院；开户银行：中国工商银行广州荔湾支行；账号：3602000929200012345）。",
        )
    )
    doc.evidence = ["本院依原告的申请，向中国建设银行股份有限公司广州荔湾支行调取了相关账户的交易明细。"]
    return doc


def t41_law_firm(c: Cast) -> Doc:
    d = c.firm()
    doc = suit(c, c.firm(), d, sale)
    lawyer = c.official()
    doc.head[2:2] = [
        f"委托代理人：{lawyer}，{c.by('广东盈骐律师事务所律师', '广州市荔湾区金花法律服务所法律工作者')}。"
    ]
    doc.facts.insert(
        -1,
        f"{lawyer}于庭后向本院提交了书面代理词，并加盖了{c.by('广东盈骐律师事务所', '广州市荔湾区金花法律服务所')}的印章。",
    )
    return doc


def t42_named_after_street(c: Cast) -> Doc:
    street, name = c.by(
        ("荔湾区龙津西路", "广州市龙津西路百货有限公司"), ("荔湾区多宝路", "广州荔湾多宝路酒家有限公司")
    )  # type: ignore[misc]
    d = c.firm(name, brand="龙津", where=c.address(street="广州市" + street))
    doc = suit(c, c.person(), d, labour)
    doc.facts.insert(-1, f"另查明，{street.removeprefix('荔湾区')}沿线商铺的用电由同一抄表员登记。")
    return doc


def t42_court_town(c: Cast) -> Doc:
    d = c.firm(c.by("荔湾区芳村实业有限公司", "广州市荔湾区实业发展有限公司"), brand="芳村")
    doc = suit(c, c.firm(), d, sale)
    doc.facts.insert(
        -1,
        "另查明，交货地点位于广州市荔湾区芳村片区，广州市荔湾区市场监督管理局曾就现场的消防通道作出过整改通知。",
    )
    return doc


def t42_township(c: Cast) -> Doc:
    """A short form that is also the name of a place."""
    d = c.firm(c.by("广州市番禺石楼五金有限公司", "广州花都狮岭皮具有限公司"), brand=c.by("石楼", "狮岭"))
    doc = suit(c, c.firm(), d, sale)
    doc.facts.insert(
        -1, f"另查明，货物的装车地点在{c.by('番禺区石楼镇', '花都区狮岭镇')}，由收货人自行提运。"
    )
    return doc


def t39_person_line_kept(c: Cast) -> Doc:
    """A sole trader sued under his own name, with the trade name in brackets."""
    d = c.person()
    shop = secret("a", f"广州市荔湾区{c.by('顺旺隆', '鑫百丽')}{c.by('海味店', '服装档')}")
    doc = suit(c, c.person(), d)
    doc.head = [line for line in doc.head if not line.startswith("被告")]
    doc.head.append(person_line(c, "被告", d, name=f"{d}（系{shop}经营者）"))
    doc.facts.insert(-1, f"{shop}系{d}经营的个体工商户，现已注销。")
    return doc


ALL = (
    t29_quoted_alias,
    t29_alias_in_prose,
    t30_bare_alias,
    t31_alias_without_company,
    t32_mismatched,
    t33_several_aliases,
    t33_colon_alias,
    t34_not_a_party,
    t35_undeclared,
    t36_brackets,
    t37_branch,
    t37_bank_branch,
    t38_former_name,
    t39_shop_of_person,
    t39_trade_mark,
    t39_person_line_kept,
    t40_stop_verbs,
    t41_court_account,
    t41_law_firm,
    t42_named_after_street,
    t42_court_town,
    t42_township,
)
