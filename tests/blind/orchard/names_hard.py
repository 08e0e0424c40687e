"""Names, firms and addresses that are the difficulty."""

from __future__ import annotations

from tests.blind.orchard.grove import Grove, Person, Place, doc, template
from tests.heldback.markup import C, D, E, secret, soft


@template("t40_firm_verbs")
def firm_verbs(g: Grove) -> str:
    x = g.firm("商业经营管理", prefix="广东")
    y = g.firm(g.pick("在线信息技术", "未来电视传媒", "诉讼保全咨询"))
    return doc(
        g.head("民二初", "民初", 2020),
        g.unit("原告", x),
        g.lawyer(),
        g.unit("被告", y),
        g.trial(f"原告{x}与被告{y}租赁合同纠纷", f"原告{x}的委托诉讼代理人、被告{y}的法定代表人{y.rep}"),
        f"{C}原告{x}向本院提出诉讼请求：{y}支付广告位租金72000元。事实和理由：{y}承租{x.short}商场外墙广告位，拖欠两个季度租金。{E}{D}{y}辩称，疫情期间商场停业，租金应减免。{E}",
        f"经审理查明，2019年3月，{x}与{y}签订《广告位租赁合同》，租金每季度36000元。2020年1月至3月，商场停业42天。{y.rep}于2020年4月2日向{x.short}发函要求减租，{x.short}未回复。",
        f"本院认为，{x}与{y}的租赁合同有效。商场停业期间{y.short}确实无法正常使用广告位，本院酌情减免一个月租金。依照《中华人民共和国合同法》第二百二十六条规定，判决如下：",
        f"一、{y}于本判决生效之日起十日内向{x}支付租金60000元；\n二、驳回{x}的其他诉讼请求。",
        g.tail(fee=f"受理费800元，由{x}负担130元，由{y}负担670元。"),
    )


@template("t37_branch")
def branch(g: Grove) -> str:
    a, x = g.person(), g.firm("物流", "（上海）有限公司", prefix="")
    sub = x.name + "广州荔湾分公司"
    half = x.name.replace("（", "(").replace("）", ")")
    g.parties.append(sub)
    return doc(
        g.head("民一初", "民初", 2022),
        g.man("原告", a),
        g.lawyer(),
        f"被告{g.sep}{secret('n', sub)}（以下简称{secret('a', x.core + '荔湾分公司')}），营业场所{g.place()}。\n负责人{g.sep}{g.rep()}。",
        g.unit("被告", x, note=f"（以下简称{x.alias}）"),
        g.lawyer().replace(g.agent_label, f"上列两被告共同{g.agent_label}", 1),
        g.trial(
            f"原告{a}诉被告{secret('n', sub)}、{x}劳动争议",
            f"原告{a}、被告{secret('a', x.core + '荔湾分公司')}及{x.alias}的共同委托诉讼代理人",
        ),
        f"{C}原告{a}诉称，2019年5月入职{secret('a', x.core + '荔湾分公司')}任快件分拣员，每月加班超过80小时，从未发放加班工资。请求两被告支付加班工资41200元。{E}",
        f"{D}{secret('a', x.core + '荔湾分公司')}、{x.alias}共同辩称，工资中已包含加班费，原告签收工资条时未提异议。{E}",
        f"经审理查明，{secret('a', x.core + '荔湾分公司')}系{x.alias}设立的分支机构。{a}与“{secret('n', half)}”签订劳动合同，工资由{secret('a', x.core + '荔湾分公司')}发放。工资条列有“固定加班费800元”一栏。",
        f"本院认为，{secret('a', x.core + '荔湾分公司')}提供的考勤记录显示{a}存在超时加班，工资条中的固定加班费不足以覆盖，差额应予补足。{x.alias}对分公司的债务承担补充责任。依照《中华人民共和国劳动法》第四十四条、《中华人民共和国公司法》第十四条的规定，判决如下：",
        f"一、{secret('n', sub)}于本判决生效之日起五日内支付{a}加班工资差额17350元；\n二、{x}对上述债务承担补充清偿责任；\n三、驳回{a}的其他诉讼请求。",
        g.tail(fee="受理费10元，由两被告负担。"),
    )


@template("t43_addresses")
def addresses(g: Grove) -> str:
    people = g.people(6)
    a = people[0]
    rooms = [
        ("广州市荔湾区龙津西路逢源北街", "84号之一502房"),
        ("广州市荔湾区西华路直沽街", "一号"),
        ("广州市荔湾区第十甫路", "99号二至三楼"),
        ("广州市荔湾区中山七路", "７８号首层"),
        ("广州市荔湾区石围塘", "18号"),
        ("广州市白云区石井街石潭村" + soft("一社"), "自编 80号A栋"),
    ]
    more = [
        ("广州市越秀区建设六马路", "6号3幢3-22号"),
        ("广州市荔湾区文昌北路", "11卡二层"),
        ("广州市荔湾区光复中路六巷", "17号401房"),
        ("广州市海珠区新港西路", "特1号（康乐大厦16-22层）"),
        ("广州市天河区黄埔大道西", "12号院8号楼102门2层2017室"),
        ("广州市荔湾区恩宁路", "17-1、17-2号地下"),
    ]
    chosen = [Place(*(one if g.num(0, 1) else other)) for one, other in zip(rooms, more, strict=True)]
    g.shape = g.num(0, 1) * 3
    names = "、".join(str(p) for p in people[1:])
    return doc(
        g.head("民三初", "民初", 2017),
        *(
            g.man("原告" if i == 0 else "被告", p, place)
            for i, (p, place) in enumerate(zip(people, chosen, strict=True))
        ),
        g.trial(f"原告{a}与被告{names}共有纠纷", f"原告{a}、被告{people[1]}", "其余被告"),
        f"{C}原告{a}诉称，原、被告均为已故{g.witness()}的侄辈，共有祖屋租金一笔，由被告{people[1]}保管，请求判令被告{people[1]}支付原告应得的六分之一即8000元。{E}",
        f"{D}被告{people[1]}辩称，租金已用于修缮祖屋。其余被告未作答辩。{E}",
        f"本院查明，2015年5月3号，六人签订编号为GF2015-018号的《协议书》，约定租金由{people[1]}收取后均分。2016年收取租金48000元。{people[1]}提交修缮收据，金额为3600元，收据编号为0007821。",
        f"本院认为，{a}按协议享有六分之一的份额，修缮费属必要支出，应先行扣减。依照《中华人民共和国物权法》第九十四条、第九十八条，《中华人民共和国民事诉讼法》第一百四十四条规定，判决如下：",
        f"一、被告{people[1]}于本判决生效之日起十日内支付原告{a}7400元；\n二、驳回原告{a}的其他诉讼请求。",
        g.tail(fee=f"受理费50元，由被告{people[1]}负担。"),
    )


@template("t52_two_addresses")
def two_addresses(g: Grove) -> str:
    a, b = g.people(2)
    home, now = g.place(village=True), g.place()
    g.parties += [a.name, b.name]
    return doc(
        g.head("民一初", "民初", 2016),
        f"原告{g.sep}{a}，{a.sex}，{a.born}出生，{a.nation}，户籍地{home}，现住{now}，公民身份号码{secret('i', a.idno)}。",
        f"被告{g.sep}{b}，{b.sex}，{b.born}出生，{b.nation}，住址同上。",
        g.trial(f"原告{a}诉被告{b}民间借贷纠纷", f"原告{a}", f"被告{b}"),
        f"{C}原告{a}诉称：原、被告是同乡，合租一室。2015年9月被告以母亲生病为由向原告借款15000元，写有借条。现被告不知去向，请求判令被告还款。{E}",
        f"{D}被告{b}缺席未答辩。{E}",
        f"本院查明：2015年9月11日，{b}在{now.street}{secret('h', now.number)}的出租屋内书写借条，载明“本人{b}，身份证号码{secret('i', b.idno)}，今借{a}15000元，年底还清”。{a}手机（{g.phone()}）收到的短信显示，{b}曾于2016年1月承诺还款。",
        f"本院认为，{b}欠款事实清楚，应予清偿。依照《中华人民共和国合同法》第二百零六条、《中华人民共和国民事诉讼法》第一百四十四条规定，缺席判决如下：",
        f"被告{b}于本判决发生法律效力之日起十日内归还原告{a}借款15000元。",
        g.tail(fee=f"受理费175元、公告费300元，由被告{b}负担。"),
    )


@template("t21_already_masked")
def already_masked(g: Grove) -> str:
    sur = g.surnames.pop()
    other = g.surnames.pop()
    g.shape = 0
    a, b, c = (
        Person(n, s, f"19{g.num(55, 89)}年{g.num(1, 12)}月9日")
        for n, s in ((sur + "某某", "女"), (other + "某1", "男"), (other + "某2", "男"))
    )
    return doc(
        g.head("民三初", "民初", 2021),
        g.man("原告", a, "广州市荔湾区多宝路×××"),
        g.lawyer(),
        g.man("被告", b, "广州市荔湾区多宝路×××"),
        g.man("被告", c, "广州市越秀区"),
        g.trial(f"原告{a}与被告{b}、{c}遗嘱继承纠纷", f"原告{a}及其委托诉讼代理人、被告{b}、{c}"),
        f"{C}{a}向本院提出诉讼请求：确认立遗嘱人所立遗嘱有效。事实和理由：{a}是立遗嘱人的妻子，立遗嘱人生前立下自书遗嘱，将存款留给{a}。{E}",
        f"{D}{b}辩称，遗嘱不是父亲笔迹。{c}辩称，同意{b}的意见。{E}",
        f"本院认定事实如下：{b}、{c}是立遗嘱人与前妻所生子女。经鉴定，遗嘱笔迹与样本为同一人书写。立遗嘱人名下存款为213000元，由{b}保管存折。",
        f"本院认为，自书遗嘱形式合法，应为有效，存款归{a}所有，{b}应予返还。依照《中华人民共和国民法典》第一千一百三十四条规定，判决如下：",
        f"一、立遗嘱人所立自书遗嘱有效；\n二、{b}于本判决生效之日起十日内向{a}返还存款213000元；\n三、{c}对上述返还不承担责任。",
        g.tail(fee=f"受理费4495元、鉴定费5000元，由{b}、{c}负担。"),
    )


@template("t33_group_aliases")
def group_aliases(g: Grove) -> str:
    x, y, z, a = (
        g.firm("模具"),
        g.firm("塑胶"),
        g.firm("投资", "合伙企业（有限合伙）", label="执行事务合伙人"),
        g.person(),
    )
    z.rep = soft(g.person().name)
    tag = secret("a", z.core + "投资")
    return doc(
        g.head("民二初", "民初", 2023),
        g.unit("原告", x),
        g.lawyer(),
        g.unit("被告", y),
        g.unit("被告", z, post=""),
        g.man("被告", a),
        g.trial(
            f"原告{x}（以下简称：{x.alias}）与被告{y}、{z}、{a}（以下分别简称{y.alias}、{tag}、{a}，统称三被告）买卖合同纠纷",
            f"{x.alias}的委托诉讼代理人、{y.alias}的法定代表人{y.rep}、{a}",
            f"被告{tag}",
        ),
        f"{C}{x.alias}起诉称，{y.alias}拖欠模具款，{tag}是{y.alias}的股东，未实缴出资，{a}是实际控制人。请求三被告共同支付模具款318000元。{E}",
        f"{D}{y.alias}辩称，对欠款没有异议，但无力支付。{a}辩称，本人只是职业经理人。三被告中{tag}未发表答辩意见。{E}",
        f"经审理查明：{x.alias}与{y.alias}签订《模具采购合同》（以下简称《采购合同》），约定{x.alias}提供模具六套（以下简称案涉模具）。{y.alias}尚欠318000元。{tag}认缴出资500万元，实缴0元，认缴期限为2040年。{a}任{y.alias}的监事。",
        f"本院认为，{y.alias}欠付货款，应予清偿。{tag}的出资期限尚未届至，{x.alias}未证明{y.alias}已具备破产原因，要求{tag}提前出资，理由不足。{a}不是股东，不承担责任。依照《中华人民共和国民法典》第六百二十六条规定，判决如下：",
        f"一、{y}于本判决生效之日起十日内支付{x}模具款318000元；\n二、驳回{x}的其他诉讼请求。",
        g.tail(fee=f"受理费6070元，由{y}负担。"),
    )


@template("t06_word_name", "ready", "held")
def word_name(g: Grove) -> str:
    a = Person("高明", "男", "1971年2月3日", g.person("男").idno)
    b = g.person()
    return doc(
        g.head("民二初", "民初", 2018),
        g.man("原告", a),
        g.man("被告", b),
        g.trial(f"原告{a}诉被告{b}承揽合同纠纷", f"原告{a}、被告{b}"),
        f"{C}原告{a}诉称，被告{b}请原告制作铁艺大门，完工后只付了定金。原告曾向佛山市高明区人民法院起诉，后撤诉。请求判令被告支付余款16500元。{E}",
        f"{D}被告{b}辩称，大门没有按图施工，且{a}没有开发票。{E}",
        f"经审理查明：2017年3月，{b}委托{a}制作、安装铁艺大门一樘，约定总价21500元，{b}支付定金5000元。大门安装在佛山市高明区一处厂房。佛山市高明区人民法院曾受理{a}诉{b}一案，{a}申请撤诉，该院予以准许。{a}为本案提交了报价单、安装照片和送货单，{b}对送货单上自己的签名予以确认，但称照片不能反映施工质量。",
        f"本院认为，{a}已交付工作成果，{b}应支付余款。{b}未在合理期限内就施工质量提出异议，其抗辩理由不成立。依照《中华人民共和国合同法》第二百六十三条规定，判决如下：",
        f"被告{b}于本判决生效之日起十日内向原告{a}支付16500元。",
        g.tail(fee=f"受理费106元，由被告{b}负担。"),
    )


@template("t07_street_name", "ready", "held")
def street_name(g: Grove) -> str:
    name, road = (("林和", "广州市天河区林和西路"), ("王村", "广州市番禺区王村大街"))[g.num(0, 1)]
    a = Person(name, "女", "1969年7月8日", g.person("女").idno)
    b = g.person("男")
    g.shape = 0
    return doc(
        g.head("民一初", "民初", 2015),
        g.man("原告", a, Place(road, f"{g.num(20, 200)}号{g.num(3, 9)}02房")),
        g.lawyer(),
        g.man("被告", b),
        g.trial(f"原告{a}诉被告{b}生命权、健康权、身体权纠纷", f"原告{a}及其委托代理人、被告{b}"),
        f"{C}原告{a}诉称：被告骑电动车将原告撞倒，请求赔偿医疗费3400元。{E}\n{D}被告{b}辩称：原告突然从路边窜出，自己也有责任。{E}",
        f"经审理查明：2015年1月9日7时许，{b}骑电动自行车途经{road}路口时与步行的{a}相碰，{a}右手桡骨骨裂。{b}陪同{a}到医院，支付了挂号费。{a}花费医疗费3400元。交警部门出具事故证明，认为无法查清事故成因。{b}在交警部门的笔录中称，当时车速不快，看见{a}时已来不及刹车。",
        f"本院认为：{b}未注意避让行人，应承担主要责任；{a}横过道路未走人行横道，自负20%。依照《中华人民共和国侵权责任法》第六条、第二十六条的规定，判决如下：",
        f"被告{b}于本判决生效之日起五日内赔偿原告{a}2720元。",
        g.tail(fee=f"受理费50元由被告{b}负担。"),
    )


@template("t12_pair")
def pair(g: Grove) -> str:
    family = g.surnames.pop()
    mid = g.given.pop()
    a = Person(family + mid + "兰", "女", "1958年4月1日", g.person("女").idno)
    b = Person(family + g.given.pop() + "兰", "女", "1961年9月3日", g.person("女").idno)
    c = g.person("男")
    g.shape = 3
    return doc(
        g.head("民三初", "民初", 2016),
        f"{g.man('原告', a)}\n{g.man('原告', b)}",
        g.lawyer(),
        g.man("被告", c),
        g.trial(f"原告{a}、{b}诉被告{c}返还原物纠纷", f"原告{a}、{b}，被告{c}"),
        f"{C}原告{a}、{b}诉称：母亲留下的玉镯一对由被告保管，被告一直不肯归还。请求判令被告返还玉镯一对。{E}",
        f"{D}被告{c}答辩称：玉镯是{b}送给我妻子的，只有一只，{a}并不知情。{E}",
        f"经审理查明：{a}与{b}是姐妹。2014年清明，{b}将母亲遗留的玉镯一只交给{c}的妻子保管，{a}当时在场。{b}在录音中对{c}说“先放你那里”，{c}回答“放心”。",
        f"本院认为：{b}的录音可以证明玉镯系交付保管，不是赠与。{a}、{b}作为所有权人有权请求返还。关于另一只玉镯，{a}未能举证，不予支持。依照《中华人民共和国物权法》第三十四条的规定，判决如下：",
        f"一、被告{c}于本判决生效之日起三日内向原告{a}、{b}返还玉镯一只；\n二、驳回原告{a}、{b}的其他诉讼请求。",
        g.tail(fee=f"受理费80元，由原告{a}负担20元，{b}负担20元，被告{c}负担40元。"),
    )
