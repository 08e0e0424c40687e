"""First-instance civil judgments: loans, traffic, family property, labour."""

from __future__ import annotations

from tests.blind.ferry.cast import Cast
from tests.heldback.markup import C, D, E, secret

JUDGMENT = "民事判决书"
READY = ("ready",)


def loan_paragraph(c: Cast) -> str:
    """Claims, defence and facts in one paragraph, no colon after labels."""
    a, b = c.party(), c.party()
    lawyer, judge, clerk = c.official(), c.official(), c.official()
    no, day, sum_ = c.number("(2013)穗荔法民二初字第#号"), c.date(2012), c.money(300, 900)
    return f"""^广州市荔湾区人民法院
^民 事 判 决 书
>{no}
原告{a}，男，{c.born()}出生，汉族，住{c.address()}。
委托代理人{lawyer}，广东岭桥律师事务所律师。
被告{b}，女，{c.born()}出生，汉族，住{c.address()}，公民身份号码{c.identity()}。
原告{a}诉被告{b}民间借贷纠纷一案，本院受理后，依法由审判员{judge}适用简易程序，公开开庭进行了审理。原告{a}的委托代理人{lawyer}、被告{b}到庭参加了诉讼。本案现已审理终结。
{C}原告诉称，{b}与我是旧同事，因装修房屋周转不开，于{day}向我借款{sum_}元，写有借条，言明三个月归还。到期后我多次上门追讨，{b}总是推说没钱。现请求判令：1、被告归还借款{sum_}元及利息；2、本案诉讼费由被告负担。{E}{D}被告{b}辩称，借条是我写的，但我已经陆续还了一部分现金，{a}没有给我收据，我不同意再付利息。{E}经审理查明，{day}，{b}向{a}出具借条一张，载明："今借到{a}人民币{sum_}元，三个月内还清。"借款当日，{a}通过银行转账将款项汇入{b}的账户（账号{c.account()}）。庭审中，{b}未能就其所称已还款提供证据。上述事实，有借条、转账凭证及当事人陈述等证据证实。
本院认为，{b}向{a}借款，有借条和转账凭证为凭，双方的借贷关系合法有效。{b}主张已部分还款，但没有举证，本院不予采信。{b}逾期未还，应承担清偿责任。依照《中华人民共和国合同法》第二百零六条、第二百零七条之规定，判决如下：
一、被告{b}应于本判决发生法律效力之日起十日内向原告{a}归还借款{sum_}元及利息（从起诉之日起按中国人民银行同期同类贷款利率计至清偿之日止）；
二、驳回原告{a}的其他诉讼请求。
如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百五十三条之规定，加倍支付迟延履行期间的债务利息。
案件受理费525元，由被告{b}负担。
如不服本判决，可在判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人的人数提出副本，上诉于广东省广州市中级人民法院。
>审判员　{judge}
>{c.signed(2013)}
>书记员　{clerk}
"""


def traffic(c: Cast) -> str:
    """A road accident with an insurer among the defendants and an owner who stays away."""
    a, b, d = c.party(), c.party(), c.party()
    ins = c.unit(f"{c.brand()}财产保险股份有限公司广州市荔湾支公司")
    head, lawyer, judge, clerk = c.rep(), c.official(), c.official(), c.official()
    no, day, plate, cost = c.number("（2016）粤0103民初#号"), c.date(2015), c.plate(), c.money(400, 1200)
    return f"""^广东省广州市荔湾区人民法院
^民事判决书
>{no}
原告：{a}，女，{c.born()}出生，汉族，户籍地：{c.address()}，现住{c.address()}。
委托代理人：{lawyer}，广东衡川律师事务所律师。
被告：{b}，男，{c.born()}出生，汉族，住{c.address()}。
被告：{d}，男，{c.born()}出生，壮族，住{c.address()}。
被告：{ins}。住所地：{c.address()}。
负责人：{head}，该公司总经理。
原告{a}诉被告{b}、{d}、{ins}机动车交通事故责任纠纷一案，本院于{c.date(2016)}立案受理后，依法适用简易程序公开开庭进行了审理。原告{a}的委托代理人{lawyer}，被告{b}到庭参加诉讼，被告{d}、{ins}经本院合法传唤，无正当理由拒不到庭。本案现已审理终结。
{C}原告诉称：{day}，被告{b}驾驶{plate}号小型轿车撞倒正在过马路的原告，经交警认定{b}负全部责任。原告住院21天，构成十级伤残。请求判令：
1．三被告连带赔偿医疗费、残疾赔偿金等共{cost}元；
2．被告{ins}在交强险及商业险限额内先行赔付；
3．诉讼费由三被告承担。{E}
{D}被告{b}辩称：车是向{d}借的，有保险，应由保险公司赔。事故后本人垫付了5000元。
被告{d}没有到庭，也没有提交答辩意见。
被告{ins}书面答辩称：肇事车在我司投保了交强险和50万元商业三者险，原告主张的误工费过高，诉讼费不属于保险责任范围。{E}
经审理查明：{day}18时20分，{b}驾驶{plate}号车沿花地大道由南往北行驶，遇{a}横过道路，两者发生碰撞，致{a}受伤。广州市公安局交通警察支队荔湾大队作出事故认定书，认定{b}承担事故全部责任。{plate}号车登记车主为{d}，在{ins}处投保了交强险及限额50万元的商业三者险，事故发生在保险期间内。{a}在广州市第一人民医院住院21天，出院后经鉴定构成十级伤残。{b}垫付了5000元。
本院认为：交警部门的认定并无不当，本院予以采纳。{ins}应先在交强险限额内赔偿，不足部分由其在商业三者险限额内赔偿。{d}作为车主并无过错，不承担责任。依照《中华人民共和国侵权责任法》第四十八条，《中华人民共和国道路交通安全法》第七十六条，《中华人民共和国民事诉讼法》第一百四十四条的规定，判决如下：
一、{ins}在本判决生效之日起十日内赔偿{cost}元给{a}；
二、驳回{a}的其余诉讼请求。
本案受理费850元，由{ins}负担。
如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状，上诉于广州市中级人民法院。
>审 判 员  {judge}
>{c.signed(2016)}
>书 记 员  {clerk}
"""


def t57_labour_bare(c: Cast) -> str:
    """Claims open with the bare name; the company is called by its declared short form."""
    a, firm = c.party(), c.firm("酒店管理有限公司")
    head, legal, judge, help_, clerk = c.rep(), c.official(), c.official(), c.official(), c.official()
    no, day, pay, comp = c.number("（2019）粤0103民初#号"), c.date(2015), c.money(40, 70), c.money(150, 400)
    return f"""^广东省广州市荔湾区人民法院
^民 事 判 决 书
^{no}
原告：{a}，男，汉族，{c.born()}出生，住{c.address()}。
委托诉讼代理人：{legal}，广州市荔湾区南源法律服务所法律工作者。
被告：{firm}（以下简称{firm.short}），住所地{c.address()}，统一社会信用代码{c.credit_code()}。
法定代表人：{head}，执行董事。
原告{a}与被告{firm.short}劳动争议一案，本院于{c.date(2019)}立案后，依法适用简易程序，公开开庭进行了审理。原告{a}及其委托诉讼代理人{legal}、被告{firm.short}的法定代表人{head}到庭参加诉讼。本案现已审理终结。
{C}{a}向本院提出诉讼请求：1.{firm.short}支付违法解除劳动合同赔偿金{comp}元；2.{firm.short}支付2018年度未休年休假工资3200元。事实和理由：本人于{day}入职，任客房部领班，月平均工资{pay}元。{c.date(2018)}，{firm.short}以本人旷工为由单方解除合同，但本人当日是经主管口头同意调休的。仲裁裁决不公，故起诉。{E}
{D}{firm.short}辩称，{a}连续旷工三日，严重违反员工手册，我司解除合同合法。年休假已安排。请求驳回全部诉讼请求。{E}
当事人围绕诉讼请求依法提交了证据，本院组织当事人进行了证据交换和质证。对{a}提交的劳动合同、工资流水、微信聊天记录，{firm.short}提交的考勤表、员工手册，本院予以确认并在卷佐证。根据当事人陈述和经审查确认的证据，本院认定事实如下：
{a}于{day}入职{firm.short}，双方签订了书面劳动合同。{a}离职前十二个月平均工资为{pay}元。微信聊天记录显示，客房部主管在群内回复{a}"可以，下周补回来"。{firm.short}随后向{a}发出《解除劳动合同通知书》。广州市荔湾区劳动人事争议仲裁委员会裁决驳回{a}的全部仲裁请求。{a}在仲裁时称其已休2017年度年休假。
本院认为，{firm.short}主张{a}旷工，但主管已同意其调休，{firm.short}据此解除劳动合同缺乏事实依据，属违法解除，应当支付赔偿金。关于年休假工资，{firm.short}未提交已安排休假的证据，应予支付。
依照《中华人民共和国劳动合同法》第四十八条、第八十七条，《中华人民共和国民事诉讼法》第六十四条规定，判决如下：
一、被告{firm}于本判决发生法律效力之日起五日内支付原告{a}违法解除劳动合同赔偿金{comp}元；
二、被告{firm}于本判决发生法律效力之日起五日内支付原告{a}未休年休假工资3200元。
案件受理费10元，由{firm.short}负担。
如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，上诉于广东省广州市中级人民法院。
>审判员　　{judge}
>{c.signed(2019)}
>法官助理　　{help_}
>书记员　　{clerk}
"""


def inheritance(c: Cast) -> str:
    """Brothers and sisters, one statement of a third party, a flat in dispute."""
    sur = c.raw()[0]
    a, b, d = c.party(sur), c.party(sur), c.party(sur)
    third = c.party()
    dead, lawyer, judge, aux1, aux2, clerk = (c.official() for _ in range(6))
    no, cert = c.number("（2014）穗荔法民三初字第#号"), c.certificate()
    flat = f"广州市荔湾区龙津东路{secret('f', '802号607房')}"
    return f"""^广州市荔湾区人民法院
^民事判决书
>{no}
原告　{a}，女，{c.born()}出生，汉族，住{c.address()}。
委托代理人　{lawyer}，广东珠南律师事务所律师。
被告　{b}，男，{c.born()}出生，汉族，住{c.address()}。
被告　{d}，男，{c.born()}出生，汉族，住{c.address()}。
第三人　{third}，女，{c.born()}出生，汉族，住址同上。
上列原、被告因继承纠纷一案，本院受理后，依法组成合议庭，公开开庭进行了审理。原告{a}及其委托代理人{lawyer}、被告{b}、{d}、第三人{third}均到庭参加诉讼。本案现已审理终结。
{C}原告{a}起诉称：被继承人{dead}是原、被告的父亲，生前留有房屋一套，没有遗嘱。{dead}去世后，两被告把持房屋，拒绝分割。请求判令依法分割{flat}，由原告占三分之一产权份额。{E}
{D}被告{b}答辩称：父亲生前由我照顾，我应当多分。
被告{d}答辩称：同意{b}的意见，我自愿把我那份给{b}。
第三人{third}述称：我是{d}的妻子，房屋与我无关，我服从法院判决。{E}
经审理查明：{dead}与其妻（已于1998年病故）共生育{a}、{b}、{d}三名子女。{dead}于{c.date(2012)}死亡，生前未立遗嘱。位于{flat}登记在{dead}名下（房产证号：{cert}），建筑面积58.6平方米。{third}与{d}系夫妻关系。各方确认该房屋现值90万元。邻居到庭证明{dead}生前最后五年与{b}共同生活，由{b}负责起居饮食。{d}当庭表示将其应继承的份额赠与{b}，{b}表示接受。
以上事实，有户籍资料、死亡证明、房产证、证人证言及庭审笔录等证据证实。
本院认为：遗产没有遗嘱的，按法定继承办理。{b}对被继承人尽了主要扶养义务，可以适当多分。{a}作为女儿，享有平等的继承权。被告{b}辩称应由其多分，理由成立，本院酌情考虑。依照《中华人民共和国继承法》第九条、第十条、第十三条的规定，判决如下：
一、登记在{dead}名下的{flat}由{a}继承百分之三十产权份额，由{b}继承百分之七十产权份额（含{d}赠与部分）；
二、{a}、{b}应在本判决生效之日起三十日内互相协助办理产权过户手续。
本案受理费12800元，由{a}负担3840元，{b}负担8960元。
如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状及副本，上诉于广东省广州市中级人民法院。
>审 判 长　{judge}
>人民陪审员　{aux1}
>人民陪审员　{aux2}
>{c.signed(2014)}
>书 记 员　{clerk}
"""


def neighbour_shop(c: Cast) -> str:
    """A shop with its operator hurt by a leak from upstairs; numbered evidence stays."""
    shop = c.unit(f"广州市荔湾区{c.brand()}茶叶店")
    boss, b = c.party(), c.party()
    son, judge, clerk = c.rep(), c.official(), c.official()
    no, day, loss = c.number("（2021）粤0103民初#号"), c.date(2020), c.money(60, 300)
    return f"""^广东省广州市荔湾区人民法院
^民  事  判  决  书
>{no}
原告：{shop}，经营场所：{c.address()}。
经营者：{boss}，女，{c.born()}出生，汉族，身份证号码：{c.identity()}，联系电话：{c.phone()}。
委托诉讼代理人：{son}，男，系经营者{boss}的儿子。
被告：{b}，男，{c.born()}出生，汉族，住{c.address()}。
原告{shop}诉被告{b}财产损害赔偿纠纷一案，本院立案后依法适用小额诉讼程序公开开庭进行了审理，原告的委托诉讼代理人{son}、被告{b}均到庭参加诉讼。本案现已审理终结。
{C}原告{shop}向本院提出诉讼请求：
一、判令被告赔偿茶叶损失{loss}元；
二、判令被告承担本案诉讼费。
事实与理由：被告住在原告铺位楼上，{day}夜间其厨房水管爆裂，漏水浸湿原告存放的茶叶，事后双方经居委会调解不成。{E}
{D}被告{b}答辩称，水管是开发商装的，本人没有过错；原告的茶叶究竟值多少钱也没有依据。{E}
原告为证明其主张，向本院提交了以下证据：1.营业执照；2.现场照片；3.进货单据；4.居委会调解记录。被告对证据1、2无异议，对证据3、4的关联性有异议。
本院经审理认定事实如下：{shop}的经营者为{boss}。{day}，{b}家中水管爆裂，水渗至楼下{shop}，致该店部分茶叶受潮。经本院现场清点，受潮茶叶的进货价为{loss}元。居委会调解记录载明，{b}当时对漏水一事表示歉意，并称"该赔多少赔多少"。
本院认为，房屋水管属专有部分，{b}作为使用人负有维护管理之责，其疏于维护致楼下财产受损，应承担赔偿责任。{b}辩称系开发商责任，未提供证据，本院不予采纳。据此，依照《中华人民共和国民法典》第一千一百六十五条、第一千一百八十四条，《中华人民共和国民事诉讼法》第一百六十二条规定，判决如下：
被告{b}于本判决生效之日起十日内赔偿原告{shop}损失{loss}元。
案件受理费25元，由被告{b}负担。
本判决为终审判决。
>审判员 {judge}
>{c.signed(2021)}
>书记员 {clerk}
"""


ALL = [
    ("t59_loan_paragraph", JUDGMENT, READY, loan_paragraph),
    ("traffic", JUDGMENT, READY, traffic),
    ("t57_labour_bare", JUDGMENT, READY, t57_labour_bare),
    ("inheritance", JUDGMENT, READY, inheritance),
    ("t39_neighbour_shop", JUDGMENT, READY, neighbour_shop),
]
