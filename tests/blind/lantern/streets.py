"""Traps 43 to 56: the shapes of addresses, and numbers that are none."""

from __future__ import annotations

from tests.blind.lantern.frames import EITHER, Doc, person_line
from tests.blind.lantern.matters import labour, loan, sale
from tests.blind.lantern.people import Cast, house
from tests.blind.lantern.suits import execution, ruling, suit
from tests.heldback.markup import secret, soft


def _two(c: Cast, first: str, second: str) -> Doc:
    """Two people living at these marked addresses."""
    p, d = c.person(where=first), c.person(where=second)
    return ruling(c, p, d) if c.rng.random() < 0.25 else suit(c, p, d)


def t43_lane(c: Cast) -> Doc:
    return _two(
        c,
        f"广州市荔湾区{c.by('龙津西路逢源北街', '恩宁路永庆一巷')}{house(c.by('84号之一502房', '9号之二首层'))}",
        f"广州市荔湾区{c.by('宝华路十五甫正街', '多宝路多宝坊')}{house(c.by('31号301', '27号后座'))}",
    )


def t44_odd_numbers(c: Cast) -> Doc:
    first = (
        f"天津市河东区直沽街{house('一号')}" if c.variant == 0 else f"广州市越秀区惠福东路{house('附2号')}"
    )
    second = (
        f"广州市荔湾区丛桂路{house('特1号')}"
        if c.variant == 0
        else f"北京市西城区德胜门外大街{house('甲3号')}"
    )
    return _two(c, first, second)


def t45_number_in_street(c: Cast) -> Doc:
    return _two(
        c,
        f"广州市荔湾区{c.by('第十甫路', '沿江西路')}{house('99号')}",
        f"广州市越秀区{c.by('建设六马路', '东华东路一横路')}{house('6号401房')}",
    )


def t46_full_width(c: Cast) -> Doc:
    return _two(
        c,
        f"广州市荔湾区{c.by('中山七路', '中山八路')}{house(c.by('７８号', '１２号３０５房'))}",
        f"广州市荔湾区{c.by('西华路', '荔湾路')}{house(c.by('２１６号之三', '５０号Ａ座'))}",
    )


def t47_village(c: Cast) -> Doc:
    first = (
        f"广东省清远市清城区源潭镇西何村{house('7组')}"
        if c.variant == 0
        else f"湖南省衡阳县集兵镇红旗村{house('下洼组6096号')}"
    )
    second = (
        f"广州市荔湾区海龙街增滘村{soft('三社')}{house('12号')}"
        if c.variant == 0
        else f"黑龙江省宾县宾州镇友联村{soft('平房第')}{house('9448户')}"
    )
    return _two(c, first, second)


def t48_units(c: Cast) -> Doc:
    first = f"成都市武侯区科华北路{house(c.by('64号C单元1607室', '65号3幢3-22号'))}"
    d = c.firm(where=f"广州市荔湾区{c.by('站前路', '康王中路')}{house(c.by('11卡二层', '486号首层A栋'))}")
    return suit(c, c.person(where=first), d, labour)


def t48_towers(c: Cast) -> Doc:
    d = c.firm(
        where=f"广州市天河区珠江新城华夏路{house(c.by('28号富力盈信大厦1楼', '特1号（嘉汇大厦16-22层）'))}"
    )
    p = c.firm(where=f"广州市荔湾区芳村大道西{house(c.by('4-02号商业楼1-2层第1-4间', '181号一至二楼'))}")
    return suit(c, p, d, sale)


def t49_ranges(c: Cast) -> Doc:
    first = f"广州市荔湾区{c.by('十八甫路', '和平中路')}{house(c.by('17-1、17-2号', '121-125号四楼'))}"
    d = c.firm(
        where=f"广州市荔湾区{c.by('大同路', '光复北路')}{house(c.by('52、54、56号', '800-802号商位'))}"
    )
    return suit(c, c.person(where=first), d, labour)


def t50_self_numbered(c: Cast) -> Doc:
    return _two(
        c,
        f"广州市白云区石井街潭村{c.by(' ', '　')}{house(c.by('自编80号', '自编B12号'))}",
        f"广州市荔湾区坑口大街{c.by('（', '(')}{house(c.by('自编12栋', '自编三号'))}{c.by('）', ')')}",
    )


def t51_same_as_above(c: Cast) -> Doc:
    a, b, d = c.person(), c.person(), c.person()
    doc = suit(c, a, d, loan)
    doc.head[1:1] = [
        c.by(
            f"原告：{b}，{b.sex}，{b.born}出生，汉族，住址同上。",
            f"原告{b}，{b.sex}，{b.born}出生，地址同原告{a}。",
        )
    ]
    doc.swap(f"原告{a}", f"原告{a}、{b}", "procedure")
    return doc


def t52_two_addresses(c: Cast) -> Doc:
    d = c.person(where=c.address() + c.by("，现住", "，经常居住地：") + c.address())
    doc = suit(c, c.person(), d)
    doc.recast(d, f"被告：{d}，{d.sex}，{d.born}出生，汉族，{c.by('户籍地址', '户籍所在地：')}{d.where}。")
    return doc


def t52_sent_to(c: Cast) -> Doc:
    d = c.person()
    doc = execution(c, c.person(), d)
    live = c.address()
    at = next(i for i, line in enumerate(doc.head) if line.startswith("被执行人"))
    doc.head[at] = (
        f"被执行人：{d}，{d.sex}，{d.born}出生，住{d.where}，{c.by('邮寄送达地址：', '送达地址')}{live}。"
    )
    return doc


def t53_abroad(c: Cast) -> Doc:
    if c.variant:
        tower = house("Flat 5A, 12/F")
        where = f"{tower}{soft(', Wing On Building, 71 Des Voeux Road Central, Hong Kong')}"
    else:
        where = f"香港特别行政区九龙弥敦道{house('582-592号12楼A室')}"
    d = c.person(where=where)
    doc = suit(c, c.person(), d, loan)
    card = secret("i", f"{c.pick('K', 'P', 'V')}{c.number(100000, 999999)}(7)")
    doc.recast(
        d, (f"被告：{d}，{d.sex}，{d.born}出生，香港特别行政区居民，住{d.where}，香港居民身份证号码{card}。")
    )
    doc.statuses = EITHER if c.variant else doc.statuses
    return doc


def t54_no_street(c: Cast) -> Doc:
    return _two(
        c,
        f"{c.by('广州市荔湾区石围塘', '广州市荔湾区茶滘')}{house(c.by('18号', '206号二楼'))}",
        f"广州市芳村区{c.by('东漖', '鹤洞')}{house('33号')}",
    )


def t55_same_in_facts(c: Cast) -> Doc:
    number = c.by("37号之一403房", "158号2楼")
    street = c.by("荔湾区逢源路", "荔湾区花地大道中")
    d = c.person(where=f"广州市{street}{house(number)}")
    doc = suit(c, c.person(), d, loan)
    doc.facts.insert(
        -1,
        f"另查明，原告按{street.removeprefix('荔湾区')}{house(number)}的地址向{d}邮寄了催款函，邮件由他人代收。",
    )
    return doc


def t55_other_in_facts(c: Cast) -> Doc:
    """A house number that is no party's: the reviewer's, in a cause that is not about real property."""
    doc = suit(c, c.person(), c.person(), loan)
    place, number = c.by(("北京路", "168号"), ("上下九路", "206号"))  # type: ignore[misc]
    doc.facts.insert(-1, f"借款当日，双方在广州市{place}{secret('q', number)}的茶餐厅见面并点算现金。")
    return doc


def t56_numbers_that_are_none(c: Cast) -> Doc:
    d = c.person()
    doc = suit(c, c.person(), d, loan)
    plate = c.plate()
    doc.facts.insert(
        -1,
        c.by(
            f"另查明，双方曾于5月3号签订编号为HT-2013-018号的《车辆质押合同》，约定以车牌号码为{plate}的小型轿车作质押，该车由{d}自行保管。",
            f"另查明，{d}曾以编号为第0081号的收据确认收到款项，并承诺6月18号前办理车牌号{plate}小客车的抵押登记。",
        ),
    )
    return doc


def t56_certificate(c: Cast) -> Doc:
    d = c.person()
    doc = suit(c, c.person(), d, loan)
    number = f"{c.number(10000, 99999)}{c.number(10, 99)}"
    words = c.by(
        f"粤房地证字第{secret('k', f'C{number}')}号房地产权证",
        f"粤房地权证穗字第{secret('k', number)}号房产证",
    )
    doc.facts.insert(-1, f"另查明，{d}曾将其名下的{words}原件交给原告保管，双方未办理抵押登记。")
    return doc


def t56_leased_house(c: Cast) -> Doc:
    """A cause about real property: the number in the facts goes by default."""
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    rent = f"{c.number(12, 60)}00元"
    place = f"广州市荔湾区{c.by('南岸路', '黄沙大道')}{secret('f', c.by('41号1202房', '66号之五704房'))}"
    doc.procedure = [
        f"原告{p}诉被告{d}房屋租赁合同纠纷一案，本院受理后依法适用简易程序公开开庭进行了审理，原、被告均到庭参加诉讼，现已审理终结。"
    ]
    doc.claims = [
        f"原告{p}诉称，被告承租原告的房屋后拖欠租金，请求：1.判令被告支付租金{rent}；2.诉讼费由被告承担。"
    ]
    doc.defence = [f"被告{d}辩称，房屋漏水，{p}一直不维修，故拒付租金。"]
    doc.facts = [
        f"经审理查明，{p}系{place}的产权人。{c.date(1)}，{p}与{d}签订《房屋租赁合同》，约定{d}承租上述房屋作居住用途，月租金{rent}，每月五日前支付。",
        f"合同签订后，{p}将房屋交付{d}使用。{d}自{c.date(0)}起没有交纳租金。房屋漏水一节，双方均没有举证。",
        "上述事实，有房屋租赁合同、租金收据及当事人陈述等证据证实。",
    ]
    doc.reasons = [
        f"本院认为，{p}与{d}签订的《房屋租赁合同》合法有效，{d}应依约支付租金。{d}以漏水为由拒付租金，证据不足，本院不予采纳。"
    ]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第六十四条之规定，判决如下：",
        f"{d}于本判决生效之日起五日内向{p}支付租金{rent}。",
    ]
    doc.tail = [f"案件受理费50元，由{d}负担。", doc.tail[-1]]
    doc.evidence = []
    return doc


def t54_with_id(c: Cast) -> Doc:
    """Address without a street, identity number behind it without a comma."""
    d = c.person(
        where=f"广东省封开县江口镇{c.by('胜利小区', '东郊新村')}{house(c.by('B2栋602', '五巷17号'))}"
        if c.variant == 0
        else f"广西岑溪市马路镇{house('108号')}"
    )
    doc = suit(c, c.person(), d)
    doc.recast(d, person_line(c, "被告", d).rstrip("。") + c.by("。", "（下落不明）。"))
    return doc


ALL = (
    t43_lane,
    t44_odd_numbers,
    t45_number_in_street,
    t46_full_width,
    t47_village,
    t48_units,
    t48_towers,
    t49_ranges,
    t50_self_numbered,
    t51_same_as_above,
    t52_two_addresses,
    t52_sent_to,
    t53_abroad,
    t54_no_street,
    t54_with_id,
    t55_same_in_facts,
    t55_other_in_facts,
    t56_numbers_that_are_none,
    t56_certificate,
    t56_leased_house,
)
