"""Moderately hard: names that are words, shared surnames, 再审, minority and foreign names, quoted judgments."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, Cast
from tests.heldback.markup import C, D, E, secret
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
CIVIL = "民事判决书"


@shelf.add(CIVIL, "ready", "held")
def name_is_a_district(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person("高明"), c.person("林和")
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
被告：{d}，{d.data}。
原告{p}与被告{d}民间借贷纠纷一案，本院于{c.date()}立案后，依法适用简易程序进行了审理。本案现已审理终结。
{C}原告{p}向本院提出诉讼请求：被告{d}归还借款{c.money()}。事实与理由：被告借款不还。{E}
{D}被告{d}辩称：借款已还清。{E}
本院经审理认定事实如下：{c.date()}，{p}在天河区林和西路某银行将借款转给{d}。{d}曾就同一笔借款被佛山市高明区人民法院列为被执行人。
本院认为，{p}与{d}之间的借贷关系合法有效，{d}应当归还借款。
依照《中华人民共和国合同法》第二百零六条规定，判决如下：
{d}于本判决生效之日起十日内归还{p}借款。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL, "ready", "held")
def name_is_a_word(c: Cast) -> str:
    no = c.old_no("民一初")
    p, d = c.person("方圆"), c.person("文明")
    return f"""{c.head(CIVIL, no)}
原告{p.spaced}，女，{p.birth}出生，汉族，住{p.addr}。
被告{d.spaced}，男，{d.birth}出生，汉族，住{d.addr}。
原告{p}诉被告{d}侵权责任纠纷一案，本院受理后，依法由审判员独任审判，公开开庭进行了审理。本案现已审理终结。
{C}原告{p}诉称：被告饲养的犬只咬伤原告，请求赔偿医药费1200元。{E}
{D}被告{d}辩称：犬只已栓绳，是原告先挑逗犬只。{E}
经审理查明：{c.date()}，原告{p}途经小区花园时，被被告{d}饲养的犬只咬伤。方圆公证处对现场录像进行了保全公证。居民委员会曾要求居民文明养犬。
本院认为：饲养的动物造成他人损害的，动物饲养人应当承担侵权责任。被告{d}未尽管理义务。依照《中华人民共和国侵权责任法》第七十八条的规定，判决如下：
被告{d}于本判决发生法律效力之日起十日内赔偿原告{p}1200元。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL)
def judge_shares_surname(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person("陈伟"), c.person("黄丽")
    judge = "陈伟雄"
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
被告：{d}，{d.data}。
委托诉讼代理人：黄丽娟，{c.law_firm()}律师。
原告{p}与被告{d}服务合同纠纷一案，本院于{c.date()}立案后，依法由审判员{judge}独任审理，公开开庭进行了审理。原告{p}、被告{d}的委托诉讼代理人黄丽娟到庭参加诉讼。本案现已审理终结。
{C}{p}向本院提出诉讼请求：{d}退还服务费{c.money()}。事实和理由：{d}未按约定提供家教服务。{E}
{D}{d}辩称，服务已完成一半，只同意退还一半费用。{E}
本院经审理认定事实如下：{c.date()}，{p}与{d}约定由{d}提供家教服务，{p}支付服务费。
本院认为，{d}未完成全部服务，应退还相应费用。
依照《中华人民共和国民法典》第五百七十七条规定，判决如下：
{d}于本判决生效之日起十日内退还{p}服务费{c.money()}。
{APPEAL}
{c.sign(panel=False, judge=judge)}"""


@shelf.add(CIVIL)
def retrial(c: Cast) -> str:
    no = c.old_no("民再初")
    p, d = c.person(), c.person()
    m = c.money()
    return f"""{c.head(CIVIL, no)}
原审原告：{p}，{p.sex}，{p.birth}出生，汉族，住{p.addr}。
委托代理人：{c.lawyer()}，{c.law_firm()}律师。
原审被告：{d}，{d.sex}，{d.birth}出生，汉族，住{d.addr}。
原审原告{p}与原审被告{d}借款纠纷一案，本院于{c.date()}作出（2009）穗荔法民一初字第77号民事判决，已经发生法律效力。经本院审判委员会讨论决定，本院作出（2010）穗荔法民监字第3号民事裁定，再审本案。本院依法另行组成合议庭，公开开庭审理了本案。本案现已审理终结。
本院原审查明，{c.date()}，{d}向{p}借款{m}。原审认为，借款关系成立，判决{d}归还借款。
{C}再审中，原审原告{p}诉称：原判决认定事实清楚，请求维持。{E}
{D}原审被告{d}辩称：借据系伪造，请求撤销原判。{E}
本院再审查明，经广东天正司法鉴定中心鉴定，借据上“{d}”的签名不是{d}本人所写。
本院再审认为，借据签名不真实，原审认定借款关系成立的证据不足，应予纠正。依照《中华人民共和国民事诉讼法》第二百零七条的规定，判决如下：
一、撤销本院（2009）穗荔法民一初字第77号民事判决；
二、驳回原审原告{p}的诉讼请求。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL)
def foreign_and_minority(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person("买买提·吐尔逊"), c.person("David Brown")
    zh = secret("a", "大卫·布朗")
    return f"""{c.head(CIVIL, no)}
原告：{p}，男，维吾尔族，{p.birth}出生，住{p.addr}，公民身份号码{p.id}。
被告：{d}（中文名：{zh}），男，英国国籍，护照号码{secret("i", "53" + c.digits(7))}，住{d.addr}。
原告{p}与被告{d}房屋租赁合同纠纷一案，本院于{c.date()}立案后，依法进行了审理。本案现已审理终结。
{C}{p}向本院提出诉讼请求：被告支付租金{c.money()}。事实与理由：被告承租原告店铺，拖欠租金。{E}
{D}{d}未作答辩。{E}
经审理查明，{c.date()}，原告{p}与被告{d}签订租赁合同。合同落款处有{zh}的中文签名。
本院认为，双方签订的租赁合同合法有效，买买提的店铺已交付使用，被告应支付租金。
依照《中华人民共和国合同法》第二百二十六条规定，判决如下：
被告{d}于本判决生效之日起十日内向原告{p}支付租金。
{APPEAL}
{c.sign()}""".replace("买买提的店铺", "原告的店铺")


@shelf.add(CIVIL)
def group_of_workers(c: Cast) -> str:
    no = c.old_no("民四初")
    ps = [c.person() for _ in range(5)]
    d = c.firm()
    lines = "\n".join(f"原告{p}，{p.sex}，{p.birth}出生，汉族，住{p.addr}。" for p in ps)
    listed = "、".join(str(p) for p in ps)
    rows = "\n".join(f"|{i}|{p}|{c.date()}|{c.money()}|" for i, p in enumerate(ps, 1))
    return f"""{c.head(CIVIL, no)}
{lines}
上列五原告的诉讼代表人：{ps[0]}、{ps[1]}。
被告{d}，住所地{d.addr}。
法定代表人{d.rep}，职务不详。
原告{listed}诉被告{d}（以下简称为“{d.alias}”）追索劳动报酬纠纷一案，本院受理后，依法适用简易程序，公开开庭进行了审理。被告经本院公告传唤，没有到庭。本案现已审理终结。
{C}原告{ps[0]}等五人诉称：五原告均在被告{d.alias}处从事制衣工作，被告拖欠五原告2011年10月至12月的工资，请求判令被告支付。{E}
{D}被告{d.alias}既未到庭应诉，又未提交书面答辩状。{E}
经审理查明：五原告系被告{d.alias}的员工，被告拖欠工资数额见下表：
|序号|姓名|入职时间|拖欠工资|
{rows}
本院认为：劳动者的合法权益受法律保护。被告未按时足额支付工资，违反法律规定。依照《中华人民共和国劳动法》第五十条之规定，判决如下：
被告{d}于本判决发生法律效力之日起三日内支付原告{listed}工资（数额见附表）。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL)
def quoted_former_judgment(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.firm(), c.firm()
    return f"""{c.head(CIVIL, no)}
原告：{p}，住所地：{p.addr}。
法定代表人：{p.rep}。
委托诉讼代理人：{c.lawyer()}、{c.lawyer()}，{c.law_firm()}律师。
被告：{d}，住所地：{d.addr}。
法定代表人：{d.rep}。
原告{p}（以下简称{p.alias}）与被告{d}（以下简称{d.alias}）追偿权纠纷一案，本院立案后，公开开庭进行了审理。本案现已审理终结。
{C}{p.alias}向本院提出诉讼请求：1.{d.alias}支付代偿款{c.money()}；2.{d.alias}承担律师费5000元。
事实与理由：广州市越秀区人民法院作出的（2015）穗越法民二初字第901号民事判决认定：“本院认为，{p.alias}应当承担连带清偿责任”。判决后，{p.alias}已代{d.alias}清偿债务，故有权向{d.alias}追偿。{E}
{D}{d.alias}辩称：{p.alias}代偿未通知{d.alias}，{d.alias}已自行还款，请求驳回{p.alias}的诉讼请求。{E}
{p.alias}为证实其主张，向本院提交了民事判决书、结案通知书、转账凭证。
本院经审理认定事实如下：（2015）穗越法民二初字第901号民事判决书已发生法律效力，{p.alias}于{c.date()}向债权人支付{c.money()}。{p.alias}陈述其代偿前曾电话通知{d.alias}。
本院认为，{p.alias}承担保证责任后，有权向债务人{d.alias}追偿。{d.alias}辩称其已自行还款，但未举证证明。
依照《中华人民共和国担保法》第三十一条规定，判决如下：
一、{d}于本判决生效之日起十日内向{p}支付代偿款{c.money()}；
二、驳回{p}的其他诉讼请求。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL)
def evidence_no_fact_head(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person(), c.person()
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
被告：{d}，{d.data}。现下落不明。
原告{p}与被告{d}合伙协议纠纷一案，本院于{c.date()}立案受理。因被告{d}下落不明，本院依法公告送达起诉状副本、开庭传票，公告期满后公开开庭进行了缺席审理。本案现已审理终结。
{C}原告提出诉讼请求：被告退还合伙出资款{c.money()}及利息。事实与理由：双方合伙经营茶庄，被告收取出资款后失联。{E}
{D}被告{d}因下落不明未能到庭，未发表答辩意见。{E}
本院认为，原告提交的《合伙协议》、收据均为原件，内容相互印证，足以证明原、被告之间存在合伙关系以及被告收取出资款的事实。被告收款后未用于合伙经营，原告要求退还，有事实和法律依据，本院予以支持。
依照《中华人民共和国民法典》第九百六十七条、第五百六十六条规定，判决如下：
被告{d}于本判决发生法律效力之日起十日内退还原告{p}合伙出资款。
{APPEAL}
{c.sign(assistant=True)}"""


@shelf.add(CIVIL)
def paragraphs_with_facts_joined(c: Cast) -> str:
    no = c.old_no("民二初")
    p, d = c.firm(), c.person()
    return f"""{c.head(CIVIL, no)}
原告{p}，住所地{p.addr}。
法定代表人{p.rep}，董事长。
委托代理人{c.kin()}，男，该公司法务人员，住{c.addr()}。
被告{d}，{d.sex}，{d.birth}出生，汉族，身份证住址{d.addr}。
原告{p}诉被告{d}加工合同纠纷一案，本院于{c.date()}受理后，依法由代理审判员适用简易程序公开开庭进行了审理。原告的委托代理人到庭参加诉讼，被告没有到庭。本案现已审理终结。
{C}原告诉称：被告委托原告加工牛仔裤，欠付加工费{c.money()}，有被告签名的欠条为证。为此，请求法院判令被告支付加工费。{E}原告对其陈述在举证期限内提供的证据有：1、欠条；2、送货单。
{D}被告在法定期限内没有答辩，亦没有提供证据。{E}
经审理查明：{c.date()}，被告{d}立下欠条，确认欠原告加工费。上述事实，有欠条、送货单及原告陈述为证。
本院认为：原、被告之间的加工合同关系，未违反法律法规的规定，应确认有效。依照《中华人民共和国合同法》第二百五十一条、第二百六十三条的规定，判决如下：
被告{d}自本判决生效之日起十日内支付加工费给原告{p}。
{APPEAL}
{c.sign(panel=False)}"""
