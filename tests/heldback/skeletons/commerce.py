"""买卖、承揽、建设工程、保险、运输、股权、商标."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, INTEREST, Cast
from tests.heldback.markup import C, D, E, secret
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
CIVIL = "民事判决书"


@shelf.add(CIVIL)
def sale_old_two_firms(c: Cast) -> str:
    no = c.old_no("民二初")
    p, d, law, staff = c.firm(), c.firm(), c.lawyer(), c.kin()
    m = c.money()
    return f"""{c.head(CIVIL, no)}
原告：{p}，住所地：{p.addr}。
法定代表人：{p.rep}，该公司董事长。
委托代理人：{law}，{c.law_firm()}律师。
委托代理人：{staff}，该公司职员。
被告：{d}，住所地：{d.addr}。
法定代表人：{d.rep}，该公司经理。
原告{p}（下称{p.alias}）诉被告{d}（下称{d.alias}）买卖合同纠纷一案，本院受理后，依法组成合议庭，公开开庭审理了本案。原告{p.alias}委托代理人{law}、{staff}到庭参加诉讼；被告{d.alias}法定代表人{d.rep}到庭参加诉讼。本案现已审理终结。
{C}原告{p.alias}诉称：自{c.date()}起，被告{d.alias}多次向原告购买布料，截至{c.date()}止，共拖欠货款{m}，经双方对账确认。请求判令：一、被告支付货款{m}；二、被告承担本案诉讼费用。{E}
{D}被告{d.alias}辩称：原告所供布料存在质量问题，造成我司被客户索赔，我司有权拒付货款。{E}
经审理查明：原、被告自2009年起有业务往来。{c.date()}，被告{d.alias}在原告{p.alias}出具的《对账单》上盖章确认尚欠货款如下：
|项目|送货日期|金额|经手人|
|棉布|{c.date()}|{c.money()}|{staff}|
|化纤布|{c.date()}|{c.money()}|{d.rep}|
另查明，被告未在合理期限内就质量问题提出异议。
本院认为：原、被告之间的买卖合同关系合法有效，双方均应依约履行。被告收货后未付清货款，已构成违约。被告以质量问题抗辩，未提供证据证明，本院不予采信。依照《中华人民共和国合同法》第一百零九条、第一百五十八条、第一百六十一条的规定，判决如下：
被告{d}应于本判决发生法律效力之日起十日内支付货款{m}给原告{p}。
本案受理费由被告{d.alias}负担。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL)
def sale_shop_operator(c: Cast) -> str:
    no = c.new_no("民初")
    owner, p = c.kin(), c.firm()
    shop = f"广州市荔湾区{c.rng.choice(['永发', '利来', '新锦', '金汇'])}皮具商行"
    c.parties.append(shop)
    s, m = secret("n", shop), c.money()
    return f"""{c.head(CIVIL, no)}
原告：{p}，住所地{p.addr}，统一社会信用代码：{p.code}。
法定代表人：{p.rep}，总经理。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
被告：{s}，经营场所{c.addr()}。
经营者：{owner}，{owner.data}。
原告{p}（以下简称：{p.alias}）与被告{s}买卖合同纠纷一案，本院于{c.date()}立案后，依法适用小额诉讼程序，公开开庭进行了审理。本案现已审理终结。
{C}{p.alias}向本院提出诉讼请求：{s}支付货款{m}及逾期付款利息。事实和理由：{s}长期向{p.alias}采购五金配件，经营者{owner}多次以微信（微信号{c.wechat()}）下单，至今拖欠货款。{E}
{D}{s}辩称，货款金额不对，应扣除退货部分。{E}
本院经审理认定事实如下：{c.date()}至{c.date()}期间，{p.alias}向{s}供应五金配件，{owner}在送货单上签收。{owner}确认送货单上的电话{owner.phone}为其所用。
本院认为，{p.alias}已履行供货义务，{s}应当支付相应货款。{s}主张扣除退货，缺乏事实依据。
依照《中华人民共和国民法典》第五百七十九条、第六百二十六条，《中华人民共和国民事诉讼法》第一百六十五条规定，判决如下：
{s}于本判决生效之日起五日内支付{p}货款{m}。
本判决为终审判决。
{c.sign(panel=False, assistant=True)}"""


@shelf.add(CIVIL)
def construction_counterclaim(c: Cast) -> str:
    no = c.new_no("民初")
    p, d, t = c.firm(), c.firm(), c.person()
    m, m2 = c.money(), c.money()
    return f"""{c.head(CIVIL, no)}
原告（反诉被告）：{p}，住所地{p.addr}。
法定代表人：{p.rep}。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
被告（反诉原告）：{d}，住所地{d.addr}。
法定代表人：{d.rep}。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
第三人：{t}，{t.data}。
原告（反诉被告）{p}（以下简称{p.alias}）与被告（反诉原告）{d}（以下简称{d.alias}）、第三人{t}建设工程施工合同纠纷一案，本院于{c.date()}立案。{d.alias}在答辩期内提出反诉，本院依法合并审理，公开开庭进行了审理。本案现已审理终结。
{C}{p.alias}向本院提出诉讼请求：1.{d.alias}支付工程款{m}；2.{d.alias}返还质量保证金。事实与理由：双方签订《施工合同》，{p.alias}已完成全部施工并交付使用。{E}
{D}{d.alias}辩称：工程未经竣工验收，付款条件尚未成就。{E}
{C}{d.alias}向本院提出反诉请求：{p.alias}支付逾期竣工违约金{m2}。事实与理由：{p.alias}逾期竣工九十天。{E}
{D}{p.alias}针对反诉答辩称：工期延误系{d.alias}变更设计所致，不应由我方承担责任。
第三人{t}述称：其系{p.alias}的项目经理，对双方争议不清楚。{E}
本院经审理认定事实如下：{c.date()}，{d.alias}作为发包人与{p.alias}作为承包人签订《施工合同》，工程名称为芳村车站改造工程。{t}作为项目经理在合同上签名。{c.date()}，涉案工程交付使用。
本院认为，涉案工程虽未经竣工验收，但{d.alias}已擅自使用，应视为验收合格。{d.alias}反诉主张违约金，与设计变更的事实不符，本院不予支持。
依照《最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释》第十三条、第十四条规定，判决如下：
一、{d}于本判决生效之日起十日内向{p}支付工程款{m}；
二、驳回{d}的全部反诉请求。
{INTEREST}
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL)
def insurance_policy(c: Cast) -> str:
    no = c.new_no("民初")
    p = c.person()
    word = c.rng.choice(["华泰安", "粤众", "联邦通"])
    d = c.firm(name=f"{word}财产保险股份有限公司广州分公司", short=f"{word}财险公司")
    car, m = c.plate(), c.money()
    return f"""{c.head(CIVIL, no)}
原告{p}，{p.sex}，{p.birth}出生，汉族，住址{p.addr}，公民身份号码{p.id}。
委托诉讼代理人{c.lawyer()}，{c.law_firm()}律师。
被告{d}。住所：{d.addr}。
负责人{d.rep}，总经理。
委托诉讼代理人{c.kin()}，系公司员工。
原告{p}诉被告{d}(以下简称{d.alias})保险合同纠纷一案，本院受理后，依法适用简易程序公开开庭进行了审理，现已审理终结。
{C}原告{p}诉称，{c.date()}，原告驾驶{car}号小型轿车在{c.street()}与路边护栏发生碰撞，造成车辆损坏。原告已向被告投保机动车损失保险，被告拒绝赔偿。请求判令被告支付保险赔偿金{m}。{E}
{D}被告{d.alias}辩称，一、涉案车辆在事故发生时未按规定检验，属于保险条款约定的免责情形；二、原告主张的维修费过高；三、诉讼费、评估费不属于保险责任范围。{E}
经审理查明，{car}号车登记车主为原告{p}，该车在{d.alias}投保了交强险及商业险，保险金额为{m}。{c.date()}，广州市公安局交通警察支队荔湾大队作出《道路交通事故认定书》，认定原告承担事故的全部责任。
本院认为，原告与被告之间的保险合同关系依法成立。被告未能举证证明其已就免责条款向原告履行明确说明义务，该条款不产生效力。根据《中华人民共和国保险法》第十四条、第十七条的规定，判决如下：
被告{d}应在本判决发生法律效力之日起十日内支付原告{p}保险赔偿金{m}。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL)
def trademark_copied_shop(c: Cast) -> str:
    no = c.old_no("知民初")
    p, owner = c.firm(), c.kin()
    trade = c.rng.choice(["旺记", "华姐", "德叔"])
    shop = f"广州市荔湾区{trade}服装店"
    c.parties.append(shop)
    s = secret("n", shop)
    short = secret("a", f"{trade}服装店")
    return f"""{c.head(CIVIL, no)}
原告{p}。住所地：{p.addr}。
法定代表人{p.rep}，董事长。
委托代理人{c.lawyer()}、{c.lawyer()}，{c.law_firm()}律师。
被告{s}（以下简称“{short}”）。经营地址：{c.addr()}。
经营者{owner}，{owner.sex}，住{owner.addr}。
原告{p}（以下简称“{p.alias}”）诉被告{short}侵害商标权纠纷一案，本院受理后，依法组成合议庭，于{c.date()}公开开庭进行了审理。本案现已审理终结。
{C}原告诉称：原告是第25类注册商标的专用权人。被告未经许可，在其店铺内销售侵犯原告注册商标专用权的商品。故请求判令被告：1、立即停止侵权；2、赔偿原告经济损失30000元。{E}
{D}被告书面答辩称：被告所售商品有合法来源，且数量极少，不应承担赔偿责任。{E}
本院经审理查明：原告{p.alias}系第312××××号注册商标的注册人，核定使用商品为第25类服装。{c.date()}，广东省广州市荔湾公证处公证员{c.notice()}与原告的委托代理人来到被告{short}，购买女装一件，取得盖有“{short}”印章的收据一张。
本院认为，被告销售被控侵权商品的行为侵犯了原告的注册商标专用权，应当承担停止侵权、赔偿损失的民事责任。被告主张合法来源，但未提供进货凭证，本院不予采纳。
依照《中华人民共和国商标法》第五十二条第（二）项、第五十六条之规定，判决如下：
一、被告{s}立即停止销售侵害原告{p}注册商标专用权的商品；
二、被告{s}赔偿原告{p}8000元。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL, "ready", "held")
def transport_unified_alias(c: Cast) -> str:
    no = c.new_no("民初")
    p, d1, d2 = c.firm(), c.firm(), c.firm()
    a1, a2 = secret("a", d1.word), secret("a", d2.word)
    return f"""{c.head(CIVIL, no)}
原告：{p}，住所地{p.addr}。
法定代表人：{p.rep}，职务：总经理。
被告：{d1}，住所地{d1.addr}。
法定代表人：{d1.rep}，职务：执行董事。
被告：{d2}，住所地同上。
法定代表人：{d2.rep}，职务：经理。
原告{p}诉被告{d1}（下称{a1}）、{d2}（下称{a2}，与{a1}合称两被告）运输合同纠纷一案，本院于{c.date()}立案后，依法进行了审理。两被告经本院传票传唤，无正当理由未到庭参加诉讼，本院依法缺席审理。本案现已审理终结。
{C}原告诉请：判令两被告连带支付运费{c.money()}。主要理由：原告为两被告承运货物，两被告拖欠运费。{E}
{D}两被告未到庭应诉，也未提交答辩状。{E}
原告围绕诉讼请求依法提交了托运单、对账函等证据。两被告未到庭，视为放弃举证和质证的权利。
经查，{c.date()}，{a1}与原告签订《运输协议》，{a2}在协议上加盖公章作为共同托运人。{p.undeclared}依约完成运输。
本院认为，原告与两被告之间形成运输合同关系，两被告应当支付运费。
依照《中华人民共和国合同法》第二百九十二条，判决如下：
{d1}、{d2}于本判决生效之日起十日内向{p}支付运费。
{INTEREST}
{APPEAL}
{c.sign()}"""
