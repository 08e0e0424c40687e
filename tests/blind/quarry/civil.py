"""Civil rulings of first instance: withdrawal, dismissal, jurisdiction, preservation, correction."""

from __future__ import annotations

from . import closing
from .people import Cast, soft
from .registry import template


@template("t73_civ_withdraw_header", "民事裁定书")
def withdraw(c: Cast) -> str:
    c.year = 2018
    c.case_number = c.new("民初")
    a, boss, b, d = c.co("物业管理"), c.r(), c.p(two=True), c.p()
    c.header = f"{b.name}物业费案"
    return f"""^{c.low[0]}
^民 事 裁 定 书
>{c.case_number}
原告{a}，住所地{c.addr()}，统一社会信用代码{c.credit()}。
法定代表人{boss}，职务总经理。
委托诉讼代理人{c.r()}，该公司员工。
被告{b}，{b.sex}，汉族，{b.birth}出生，住{c.addr()}，公民身份号码{c.id(b)}。
被告{d}，{d.sex}，汉族，{d.birth}出生，住址同上。
本院在审理原告{a}诉被告{b}、{d}物业服务合同纠纷一案中，原告{a}以被告{b}、{d}已自动履行付款义务为由，于{c.day(2018)}向本院提出撤诉申请。
本院认为，原告有权在法律规定的范围内处分自己的民事权利和诉讼权利。{a.u}申请撤回对{b}、{d}的起诉，是其真实意思表示，且不违反法律规定，没有损害国家、集体和他人的合法权益，应予准许。依照《中华人民共和国民事诉讼法》第一百四十五条第一款、第一百五十四条第一款第（五）项规定，裁定如下：
准许原告{a}撤回对被告{b}、{d}的起诉。
案件受理费{c.rng.randint(25, 300)}元，减半收取后由原告{a}负担。
{closing.table(c, "审判员", "书记员")}"""


@template("civ_deemed_withdrawn", "民事裁定书")
def deemed(c: Cast) -> str:
    c.year = 2015
    c.case_number = c.old(c.rng.choice(["民一初", "民三初"]))
    a, b, shop, op = c.p(), c.p(), c.shop("大排档"), c.p(two=True)
    return f"""^{c.low[0]}
^民事裁定书
>{c.case_number}
原告：{a.spaced("　 ") if len(a.name) == 2 else a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}，身份证号：{c.id(a)}，电话：{c.phone()}。
原告：{b}，{b.sex}，{b.birth}出生，汉族，住{c.village()}。
被告：{shop}，住所：{c.addr()}，经营者：{op}。
原告{a}、{b}与被告{shop}生命权、健康权、身体权纠纷一案，本院于{c.day(2015)}受理后，依法向原告{a}、{b}送达了《预交诉讼费用通知书》，通知其在七日内预交案件受理费。{a}、{b}在收到通知后，既未在规定期限内预交案件受理费，也未提出缓交、减交或者免交的申请。
本院认为，当事人进行民事诉讼，应当按照规定交纳案件受理费。原告{a}、{b}经本院通知仍不预交，应按自动撤回起诉处理，{shop.u}及经营者{op}无须到庭应诉。依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二百一十三条、《中华人民共和国民事诉讼法》第一百五十四条第一款第（十一）项的规定，裁定如下：
本案按原告{a}、{b}撤回起诉处理。
{closing.padded(c, "审判长", "代理审判员", "人民陪审员", "书记员")}"""


@template("t66_civ_dismiss", "民事裁定书")
def dismiss(c: Cast) -> str:
    c.year = 2019
    c.case_number = c.new("民初")
    a, shop, op, third, boss = c.p(), c.shop("玉器行"), c.p(), c.co("商业经营管理"), c.r()
    net = c.alias(c.rng.choice(["翠玉轩主", "西关小玉", "石头阿公"]))
    return f"""^{c.low[0]}
^民　事　裁　定　书
>{c.case_number}
原告：{a}（微信名：{net}，微信号{c.wechat()}），{a.sex}，{a.birth}出生，汉族，住{c.addr()}。
委托诉讼代理人：{c.o()}，{c.law()}律师。
被告：{shop}，经营场所：{c.addr()}，注册号{c.credit()}。
经营者：{op}，{op.sex}，{op.birth}出生，住{c.village()}。
第三人：{third}，住所：{c.addr()}。
法定代表人：{boss}。
原告{a}与被告{shop}、第三人{third}买卖合同纠纷一案，本院于{c.day(2019)}立案后，依法进行审理。
{a}向本院提出诉讼请求：1.判令{shop.u}退还货款{c.money()}；2.判令{shop.u}三倍赔偿；3.第三人承担连带责任。事实和理由：{c.day(2018)}，原告以微信名“{net}”向{op}购买翡翠手镯一只，经鉴定为经过充填处理的B货，{op}拒绝退货。
{shop}辩称，手镯系在公盘购得，交易时已向{a}说明，不同意退货。
第三人{third.u}述称，其仅为场地出租方，与本案无关。
本院经审查认为，公安机关已对{op}涉嫌销售伪劣产品罪立案侦查，本案讼争的翡翠手镯系该刑事案件的涉案物品。原告{a}的起诉与刑事案件系同一事实，应移送公安机关处理。依照《最高人民法院关于在审理经济纠纷案件中涉及经济犯罪嫌疑若干问题的规定》第十一条、《中华人民共和国民事诉讼法》第一百一十九条、第一百五十四条第一款第三项规定，裁定如下：
驳回原告{a}的起诉。
如不服本裁定，可以在裁定书送达之日起十日内，向本院递交上诉状，并按对方当事人或者代表人的人数提出副本，上诉于{c.high[0]}。
{closing.right(c, "审判长", "审判员", "人民陪审员", "书记员")}"""


@template("civ_jurisdiction", "民事裁定书")
def jurisdiction(c: Cast) -> str:
    c.year = 2023
    c.case_number = c.new("民初")
    c.header = "（管辖）"
    a, f, b, g, d = c.co("服饰"), c.r(), c.co("物流", middle="（华南）"), c.r(), c.p()
    return f"""^{c.low[0]}
^民事裁定书
>{c.case_number}
原告：{a}。住所地：{c.addr()}。
法定代表人：{f}。
被告：{b}。住所地：{c.addr()}。
法定代表人：{g}。
被告：{d}，{d.sex}，{d.birth}出生，汉族，户籍地{c.village()}，经常居住地{c.addr()}，公民身份号码{c.id(d)}。
原告{a}与被告{b}、{d}公路货物运输合同纠纷一案，本院于{c.day(2023)}立案。被告{b}在提交答辩状期间，对管辖权提出异议，认为其住所地不在本院辖区，合同约定的运输目的地亦不在本院辖区，{a.u}与{b.u}之间的协议管辖条款无效，故请求将本案移送其住所地人民法院审理。
本院经审查认为，因运输合同纠纷提起的诉讼，由运输始发地、目的地或者被告住所地人民法院管辖。本案《货物托运单》载明始发地为原告{a}的仓库，该仓库位于本院辖区内。且被告{d}的经常居住地亦在本院辖区。两个以上人民法院都有管辖权的诉讼，原告可以向其中一个人民法院起诉。故{b}提出的管辖权异议不成立。依照《中华人民共和国民事诉讼法》第二十八条、第一百三十条第一款规定，裁定如下：
驳回被告{b}对本案管辖权提出的异议。
案件受理费100元，由被告{b}负担。
如不服本裁定，可以在裁定书送达之日起十日内，向本院递交上诉状，上诉于{c.high[0]}。
{closing.one_line(c, "审判长", "审判员", "审判员", "书记员")}"""


@template("civ_preserve_before_suit", "民事裁定书")
def before_suit(c: Cast) -> str:
    c.year = 2020
    c.case_number = c.new("财保")
    a, boss, x, y, firm, g = c.co("建筑工程"), c.r(), c.p(), c.dotted("•"), c.co("投资发展"), c.r()
    return f"""^{c.low[0]}
^民 事 裁 定 书
>{c.case_number}
申请人：{a}，住所地{c.addr()}。
法定代表人：{boss}，职务：执行董事。
委托诉讼代理人：{c.o()}，{c.law()}律师。
被申请人：{firm}，住所地{c.addr()}。
法定代表人：{g}。
被申请人：{x}，{x.sex}，{x.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(x)}。
被申请人：{y}，{y.sex}，{y.birth}出生，维吾尔族，住{c.addr()}，公民身份号码{c.id(y)}。
申请人{a}于{c.day(2020)}向本院申请诉前财产保全，请求对被申请人{firm}、{x}、{y}名下价值{c.money(900, 5000)}的财产采取保全措施。担保人粤垦财产保险股份有限公司以其出具的诉讼财产保全责任保险保单保函为申请人{a}的申请提供担保。
本院经审查认为，{a.u}因情况紧急，不立即申请财产保全将会使其合法权益受到难以弥补的损害，申请符合法律规定。依照《中华人民共和国民事诉讼法》第一百零一条、第一百零二条、第一百零三条第一款规定，裁定如下：
一、冻结被申请人{firm}在粤垦合作银行清平支行的存款，账号{c.account()}；
二、查封被申请人{x}名下车牌号为{c.plate()}、{c.plate()}的车辆；
三、查封被申请人{y}名下位于{c.rng.choice(["广州市海珠区", "中山市石岐区"])}{c.street()}{c.number("q")}的房产（产权证号：{c.title_deed()}）。
上述保全财产总额以{c.money(900, 5000)}为限。
案件申请费5000元，由申请人{a}负担。
本裁定立即开始执行。
申请人{a}在人民法院采取保全措施后三十日内不依法提起诉讼或者申请仲裁的，本院将依法解除保全。
如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。
{closing.colon(c, "审判员", "法官助理", "书记员")}"""


@template("civ_preserve_guarantor", "民事裁定书")
def guarantor(c: Cast) -> str:
    c.year = 2013
    c.case_number = c.old("民二初", "之一")
    a, b, firm, boss = c.p(), c.p(two=True), c.co("皮具制造"), c.r()
    surety = c.fresh()
    return f"""^{c.low[0]}
^民事裁定书
>{c.case_number}
申请人（原告）{a}，{a.sex}，汉族，{a.birth}出生，住{c.addr()}，身份证号码{c.id(a)}。
委托代理人{c.o()}，{c.law()}律师。
被申请人（被告）{firm}，住所地{c.addr()}。
法定代表人{boss}。
被申请人（被告）{b}，{b.sex}，汉族，{b.birth}出生，住{c.addr()}。
本院受理原告{a}诉被告{firm}、{b}加工合同纠纷一案，申请人{a}于{c.day(2013)}向本院提出财产保全的申请，要求查封、冻结被申请人{firm}、{b}价值{c.money()}的财产，案外人{soft(surety)}以其自有的房屋为其申请提供担保。
本院认为，申请人{a}的申请符合法律规定，依照《中华人民共和国民事诉讼法》第一百条、第一百零二条、第一百零三条的规定，裁定如下：
一、查封、冻结被申请人{firm}、{b}价值{c.money()}的财产；
二、查封担保人{soft(surety)}提供担保的房屋，查封期间不得转让、抵押或作其他处分。
本裁定书送达后立即执行。
如不服本裁定，可以向本院申请复议一次，复议期间不停止裁定的执行。
{closing.padded(c, "审　判　长", "审　判　员", "代理审判员", "书　记　员")}"""


@template("t68_civ_correction", "民事裁定书")
def correction(c: Cast) -> str:
    c.year = 2017
    c.case_number = c.new("民初", "之二")
    own = c.case_number.removesuffix("之二")
    a, b, firm, boss = (
        c.p(),
        c.p(),
        c.unit("粤垦财产保险股份有限公司广州中心支公司", "粤垦财保广州公司"),
        c.r(),
    )
    wrong = c.money()
    return f"""^{c.low[0]}
^民 事 裁 定 书
>{c.case_number}
原告：{a}，{a.sex}，汉族，{a.birth}出生，住{c.addr()}。
被告：{b}，{b.sex}，汉族，{b.birth}出生，住{c.village()}。
被告：{firm}，住所地：{c.addr()}。
负责人：{boss}，总经理。
本院于{c.day(2017)}对原告{a}与被告{b}、{firm}（以下简称{firm.a}）机动车交通事故责任纠纷一案作出的{own}民事判决书中，存在笔误，应予补正。依照《中华人民共和国民事诉讼法》第一百五十四条第一款第（七）项规定，裁定如下：
{own}民事判决书第五页第八行中“{firm.a}应在商业三者险限额内赔偿{a}{wrong}”补正为“{firm.a}应在商业三者险限额内赔偿{a}{c.money()}”；判决主文第二项中“被告{b}负担案件受理费”补正为“被告{firm}负担案件受理费”。
本裁定与{own}民事判决书具有同等法律效力，请各方当事人将本裁定书附在判决书之后一并使用。本院案款账户不变，户名：{c.low[0].removeprefix("广东省")}，开户行：广州农商银行荔湾支行。
{closing.tabbed(c, "审判员", "书记员")}"""


@template("civ_suspend_heirs", "民事裁定书")
def suspend(c: Cast) -> str:
    c.year = 2021
    c.case_number = c.new("民初", "之一")
    a, b, d, e, agent = c.p(), c.p(ages=(70, 80)), c.p(), c.p(two=True), c.r()
    return f"""^{c.low[0]}
^民事裁定书
^{c.case_number}
原告（反诉被告）　{a}　{a.sex}　{a.birth}出生　汉族　住{c.addr()}
被告（反诉原告）　{b}　{b.sex}　{b.birth}出生　汉族　住{c.addr()}
被告　{d}　{d.sex}　{d.birth}出生　汉族　住{c.addr()}
被告　{e}　{e.sex}　{e.birth}出生　汉族　住{c.village()}
上列三被告的共同委托诉讼代理人　{agent}　系{d}的姐夫
本院在审理原告（反诉被告）{a}与被告（反诉原告）{b}、被告{d}、{e}房屋租赁合同纠纷一案中，被告{b}于{c.day(2021)}因病去世。据{d}陈述，{b}的配偶早年去世，除{d}外尚有子女旅居海外，继承人是否参加诉讼尚不明确。
本院认为，本案一方当事人{b}死亡，需要等待继承人表明是否参加诉讼，本案应中止诉讼。依照《中华人民共和国民事诉讼法》第一百五十条第一款第一项规定，裁定如下：
本案中止诉讼。
中止诉讼的原因消除后，由{a}、{d}、{e}或者{b}的其他继承人书面申请，或由本院依职权恢复诉讼。
{closing.right(c, "审判长", "人民陪审员", "人民陪审员", "书记员")}"""
