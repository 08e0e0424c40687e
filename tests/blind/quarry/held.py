"""What a person must look at: kinds without a template, marks, private matters, litter in the file."""

from __future__ import annotations

from . import closing
from .criminal import prosecutor
from .people import Cast, soft
from .registry import HELD, template


def _freeze(c: Cast) -> str:
    """An ordinary ruling, for the marks and the litter."""
    c.year = 2019
    c.case_number = c.new("执保")
    a, b, firm, boss = c.p(), c.p(two=True), c.co("物流"), c.r()
    return f"""^{c.low[0]}
^民 事 裁 定 书
>{c.case_number}
申请人：{a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(a)}。
委托诉讼代理人：{c.o()}，{c.law()}律师。
被申请人：{b}，{b.sex}，{b.birth}出生，汉族，住{c.village()}。
被申请人：{firm}，住所地{c.addr()}。
法定代表人：{boss}。
申请人{a}与被申请人{b}、{firm}运输合同纠纷一案，申请人{a}于{c.day(2019)}向本院申请财产保全，请求查封、冻结被申请人{b}、{firm}名下价值{c.money()}的财产，并已提供相应担保。
本院认为，申请人{a}的申请符合法律规定，应予准许。为防止{firm.u}转移财产，依照《中华人民共和国民事诉讼法》第一百条、第一百零二条、第一百零三条第一款的规定，裁定如下：
查封、冻结被申请人{b}、{firm}名下价值{c.money()}的财产（其中银行账户账号：{c.account()}，车辆号牌：{c.plate()}）。
案件申请费由申请人{a}预交。
本裁定立即开始执行。
如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。
{closing.right(c, "审判长", "审判员", "审判员", "书记员")}"""


@template("t70_mark_header", "民事裁定书", HELD)
def mark_header(c: Cast) -> str:
    c.header = c.rng.choice(["不上网公开", "不 上 网 公 开"])
    return _freeze(c)


@template("t70_mark_box", "民事裁定书", HELD)
def mark_box(c: Cast) -> str:
    c.box = c.rng.choice(["不上网公开", "不　上　网　公　开"])
    c.features = {"first"}
    return _freeze(c)


@template("t70_mark_right", "民事裁定书", HELD)
def mark_right(c: Cast) -> str:
    return ">" + soft("不上网公开") + "\n" + _freeze(c)


@template("t77_tracked_comment", "民事裁定书", HELD)
def tracked(c: Cast) -> str:
    c.features = {c.rng.choice(["tracked", "comment"])}
    return _freeze(c)


@template("t78_hidden_image", "民事裁定书", HELD)
def hidden(c: Cast) -> str:
    c.features = {c.rng.choice(["hidden", "image"])}
    return _freeze(c)


@template("t69_mediation", "民事调解书", HELD)
def mediation(c: Cast) -> str:
    c.year = 2017
    c.case_number = c.new("民初")
    a, b, shop, op = c.p(), c.p(), c.shop("建材经营部"), c.p()
    return f"""^{c.low[0]}
^民 事 调 解 书
>{c.case_number}
原告：{shop}，经营场所{c.addr()}。
经营者：{op}，{op.sex}，{op.birth}出生，住{c.addr()}。
被告：{a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(a)}。
被告：{b}，{b.sex}，{b.birth}出生，汉族，住{c.village()}。
案由：买卖合同纠纷。
{soft("经审理查明，双方存在瓷砖买卖关系，欠款数额经双方确认无误。")}
本案审理过程中，经本院主持调解，双方当事人自愿达成如下协议：
一、被告{a}、{b}确认尚欠原告{shop}货款{c.money()}；
二、被告{a}、{b}于每月二十日前各支付原告{shop}货款五千元，直至付清为止；
三、任何一期逾期，原告{shop}有权就全部余款申请强制执行；
四、案件受理费减半收取，由被告{a}负担。
上述协议，符合有关法律规定，本院予以确认。
本调解书经双方当事人签收后，即具有法律效力。
{closing.table(c, "审判员", "书记员")}"""


@template("t69_payment_order", "支付令", HELD)
def payment(c: Cast) -> str:
    c.year = 2021
    c.case_number = c.new("民督")
    a, boss, b = c.co("物业管理"), c.r(), c.p()
    return f"""^{c.low[0]}
^支 付 令
>{c.case_number}
申请人：{a}，住所地{c.addr()}。
法定代表人：{boss}，董事长。
被申请人：{b}，{b.sex}，{b.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(b)}。
申请人{a}于{c.day(2021)}向本院申请支付令。申请人称，被申请人{b}系其服务小区业主，自2019年1月起拖欠物业服务费，经书面催收仍不支付。申请人{a}要求被申请人{b}给付物业服务费{c.money(9, 40)}。
本院经审查认为，申请人{a}的申请符合《中华人民共和国民事诉讼法》第二百一十四条规定的条件。依照《中华人民共和国民事诉讼法》第二百一十六条规定，特发出如下支付令：
被申请人{b}应当自收到本支付令之日起十五日内，给付申请人{a}物业服务费{c.money(9, 40)}。
申请费由被申请人{b}负担。
被申请人如有异议，应当自收到本支付令之日起十五日内向本院书面提出；逾期不提出书面异议，本支付令即发生法律效力。
{closing.colon(c, "审判员", "书记员")}"""


@template("t69_detention", "拘留决定书", HELD)
def detention(c: Cast) -> str:
    c.year = 2018
    c.case_number = c.new("司惩")
    x, y = soft(c.fresh()), soft(c.fresh())
    return f"""^{c.low[0]}
^拘 留 决 定 书
>{c.case_number}
被拘留人：{x}，男，汉族，住{soft("广州市荔湾区光复北路")}，公民身份号码{c.id()}。
本院在执行{y}与{x}民间借贷纠纷一案中，依法向{x}发出报告财产令，责令其申报财产。{x}虽到庭，但虚假申报名下财产，隐瞒其在他行的存款并将该款转移给他人，经本院训诫后仍拒不履行。
经查，{soft("被拘留人")}于{c.day(2018)}在报告财产情况表上填写“无存款、无车辆、无不动产”，并签名捺印。本院通过网络查控系统查明，{x}在填表前三日，将其账户（账号{c.account()}）内的存款{c.money()}分四次转出，收款人为其亲属。{c.day(2018)}，本院执行人员再次传唤{x}到庭，{x}承认转账的事实，但称该款系归还旧债，未能提供任何凭据。执行人员告知其可在三日内改正并如实申报，{x}逾期未予改正。
本院认为，{x}有能力履行而拒不履行人民法院已经发生法律效力的判决，其行为已妨害民事诉讼。依照《中华人民共和国民事诉讼法》第一百一十一条第一款第（六）项、第一百一十五条第二款、第一百一十六条规定，决定如下：
对{x}拘留十五日。
如不服本决定，可以在收到决定书之日起三日内，口头或者书面向{c.high[0]}申请复议一次。复议期间，不停止决定的执行。
{c.signed()}"""


@template("t69_closing_notice", "结案通知书", HELD)
def notice(c: Cast) -> str:
    c.year = 2022
    c.case_number = c.new("执")
    x, y = soft(c.fresh()), soft(c.fresh())
    return f"""^{c.low[0]}
^结 案 通 知 书
>{c.case_number}
{y}、{x}：
{y}申请执行{x}买卖合同纠纷一案，本院于{c.day(2022)}立案执行。在执行过程中，{x}已主动履行生效法律文书确定的全部义务，款项已由{y}领取，本案执行费已由{x}缴纳。
{y}于领款当日向本院出具收据，确认其与{x}之间就本案所涉的货款、违约金、迟延履行期间的债务利息及诉讼费用已全部结清，双方再无其他争议，并同意本院解除对{x}名下财产的查封、冻结措施。本院已于同日解除对{x}的限制消费措施，并将其信息从失信被执行人名单中屏蔽。
经审查，本案执行依据为{c.new("民初", year=2021)}民事判决书，执行标的已全部到位，符合执行完毕的结案条件。
依照《最高人民法院关于人民法院执行工作若干问题的规定（试行）》第64条的规定，本案作执行完毕结案处理。
特此通知。
{c.signed()}
联系人：{c.o()}法官　联系电话：020-81000000"""


@template("ground_divorce_appeal", "民事判决书", HELD)
def divorce(c: Cast) -> str:
    c.year = 2020
    c.case_number = c.new("民终", upper=True)
    a, b = c.p(), c.p()
    child = c.v(ages=(5, 9))
    return f"""^{c.high[0]}
^民 事 判 决 书
>{c.case_number}
上诉人（原审被告）：{a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}。
委托诉讼代理人：{c.o()}，{c.law()}律师。
被上诉人（原审原告）：{b}，{b.sex}，{b.birth}出生，汉族，住{c.village()}。
上诉人{a}因与被上诉人{b}离婚纠纷一案，不服{c.low[0]}{c.new("民初", year=2020)}民事判决，向本院提起上诉。本院依法组成合议庭对本案进行了审理，现已审理终结。
{a}上诉请求：改判婚生子{child}由{a}携带抚养。事实与理由：{child}自出生起一直随{a}父母生活，改变环境对其成长不利。
{b}辩称，一审判决正确，请求维持。
一审法院认定事实：{b}与{a}于2012年登记结婚，婚后生育儿子{child}。双方自2018年起分居，{b}曾起诉离婚未获准许。
一审法院认为，夫妻感情确已破裂，判决：一、准予{b}与{a}离婚；二、婚生子{child}由{b}携带抚养，{a}每月支付抚养费一千五百元。
本院对一审查明的事实予以确认。
本院认为，{child}表示愿意随{b}生活，一审处理并无不当。依照《中华人民共和国民事诉讼法》第一百七十条第一款第一项规定，判决如下：
驳回上诉，维持原判。
二审案件受理费300元，由{a}负担。
本判决为终审判决。
{closing.padded(c, "审判长", "审判员", "审判员", "书记员")}"""


@template("t69_incidental", "刑事附带民事判决书", HELD)
def incidental(c: Cast) -> str:
    c.year = 2016
    c.case_number = c.new("刑初")
    x, v = c.p(), c.p()
    return f"""^{c.low[0]}
^刑 事 附 带 民 事 判 决 书
>{c.case_number}
公诉机关{prosecutor(c)}。
附带民事诉讼原告人{v}，{v.sex}，{v.birth}出生，汉族，住{c.addr()}。
委托代理人{c.o()}，{c.law()}律师。
被告人{x}，{x.sex}，{x.birth}出生，汉族，初中文化，户籍地{c.village()}。因本案于{c.day(2016)}被羁押，现羁押于惠州市看守所。
{prosecutor(c)}指控被告人{x}犯故意伤害罪，于{c.day(2016)}向本院提起公诉。在诉讼过程中，附带民事诉讼原告人{v}提起附带民事诉讼。本院依法组成合议庭，公开开庭进行了合并审理，现已审理终结。
公诉机关指控，{c.day(2015)}，被告人{x}在工地宿舍内因琐事与{v}发生争吵，持水果刀刺伤{v}腹部，致其轻伤一级。
{soft("附带民事诉讼原告人请求判令被告人赔偿医疗费、误工费、护理费共计六万余元。")}
{soft("被告人对指控无异议，表示愿意赔偿但无能力。")}
经审理查明的事实与指控一致。被告人{x}致附带民事诉讼原告人{v}的经济损失经核定为{c.money(20, 60)}。
本院认为，被告人{x}故意伤害他人身体，其行为已构成故意伤害罪，并应赔偿{v}的经济损失。依照《中华人民共和国刑法》第二百三十四条第一款、第三十六条第一款、第六十七条第三款的规定，判决如下：
一、被告人{x}犯故意伤害罪，判处有期徒刑一年八个月；
二、被告人{x}于判决生效之日起十日内赔偿附带民事诉讼原告人{v}{c.money(20, 60)}。
如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向{c.high[0]}提出上诉。
{closing.right(c, "审判长", "人民陪审员", "人民陪审员", "书记员")}"""


@template("ground_juvenile", "刑事判决书", HELD)
def juvenile(c: Cast) -> str:
    c.year = 2015
    c.case_number = c.old("少刑初")
    x, parent, v = c.p(ages=(16, 16)), c.p(), c.v()
    return f"""^{c.low[0]}
^刑 事 判 决 书
>{c.case_number}
公诉机关{prosecutor(c)}。
被告人{x}，{x.sex}，{x.birth}出生，汉族，初中文化，学生，户籍地{c.village()}。因本案于{c.day(2015)}被羁押，现羁押于江门市看守所未成年人监区。
法定代理人{parent}，系被告人{x}之父。
指定辩护人{c.o()}，{c.law()}律师。
{prosecutor(c)}指控被告人{x}犯抢夺罪，向本院提起公诉。因被告人{x}系未成年人，本院依法组成少年法庭，不公开开庭审理了本案。检察员{c.o()}，被告人{x}及其法定代理人{parent}、辩护人到庭参加诉讼。现已审理终结。
公诉机关指控，{c.day(2015)}，被告人{x}在公园门口抢走被害人{v}的手提电话一部，价值人民币2100元。
被告人{x}对指控无异议。法定代理人{parent}表示将严加管教。
经审理查明的事实与指控一致。本院认为，被告人{x}以非法占有为目的，公然夺取被害人{v}的财物，数额较大，其行为已构成抢夺罪。被告人{x}犯罪时未满十八周岁，应当从轻处罚。依照《中华人民共和国刑法》第二百六十七条第一款、第十七条第一款、第三款、第七十二条的规定，判决如下：
被告人{x}犯抢夺罪，判处拘役五个月，缓刑六个月，并处罚金人民币一千元。
如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向{c.high[0]}提出上诉。
{closing.tabbed(c, "审判长", "审判员", "人民陪审员", "书记员")}"""
