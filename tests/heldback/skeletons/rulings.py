"""民事裁定书与执行裁定书: names and house numbers go, nothing is deleted (R33, D13)."""

from __future__ import annotations

from tests.heldback.cast import Cast
from tests.heldback.markup import secret
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
RULING, ENFORCE = "民事裁定书", "执行裁定书"


@shelf.add(RULING)
def withdraw_new(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.firm(), c.person()
    return f"""{c.head(RULING, no)}
原告：{p}，住所地{p.addr}。
法定代表人：{p.rep}，总经理。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
被告：{d}，{d.data}。
原告{p}与被告{d}买卖合同纠纷一案，本院于{c.date()}立案。原告{p}于{c.date()}向本院提出撤诉申请，称双方已自行协商解决。
本院认为，原告{p}的撤诉申请符合法律规定，应予准许。
依照《中华人民共和国民事诉讼法》第一百四十五条第一款规定，裁定如下：
准许原告{p}撤诉。
案件受理费减半收取25元，由原告{p}负担。
{c.sign(panel=False, assistant=True)}"""


@shelf.add(RULING)
def withdraw_old_deemed(c: Cast) -> str:
    no = c.old_no("民一初")
    p, d = c.person(), c.person()
    return f"""{c.head(RULING, no)}
原告{p.spaced}，{p.sex}，{p.birth}出生，住{p.addr}。
被告{d.spaced}，{d.sex}，{d.birth}出生，住{d.addr}。
原告{p}诉被告{d}民间借贷纠纷一案，本院受理后，于{c.date()}公开开庭进行审理。原告诉称被告拖欠其借款，要求被告归还。原告{p}经本院传票传唤，无正当理由拒不到庭。依照《中华人民共和国民事诉讼法》第一百四十三条、第一百五十四条第一款第（五）项之规定，裁定如下：
本案按原告{p}撤诉处理。
本案受理费50元由原告{p}负担。
{c.sign(panel=False)}"""


@shelf.add(RULING)
def preservation(c: Cast) -> str:
    no = c.new_no("财保")
    p, d, g = c.person(), c.firm(), c.firm(name="粤桥财产保险股份有限公司广东分公司", short="粤桥保险公司")
    return f"""{c.head(RULING, no)}
申请人：{p}，{p.data}。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
被申请人：{d}，住所地{d.addr}，统一社会信用代码{d.code}。
法定代表人：{d.rep}。
担保人：{g}，住所地{g.addr}。
负责人：{g.rep}。
申请人{p}于{c.date()}向本院申请诉前财产保全，请求对被申请人{d}价值{c.money()}的财产采取保全措施。担保人{g}以保单保函提供担保。
本院经审查认为，申请人的申请符合法律规定。依照《中华人民共和国民事诉讼法》第一百零一条、第一百零二条、第一百零三条第一款规定，裁定如下：
冻结被申请人{d}在广州银行荔湾支行账户{c.account()}内的存款，或者查封、扣押其等值财产，包括车牌号为{c.plate()}的小型客车。
申请人应当在人民法院采取保全措施后三十日内依法提起诉讼或者申请仲裁。
本裁定立即开始执行。
如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。
{c.sign(panel=False)}"""


@shelf.add(RULING)
def jurisdiction(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person(), c.firm()
    return f"""{c.head(RULING, no)}
原告：{p}，{p.data}。
被告：{d}，住所地{d.addr}。
法定代表人：{d.rep}，董事长。
本院受理原告{p}与被告{d}（以下简称{d.alias}）承揽合同纠纷一案后，被告{d.alias}在提交答辩状期间对管辖权提出异议，认为合同履行地在佛山市南海区，请求将本案移送广东省佛山市南海区人民法院审理。
经审查，本院认为，因合同纠纷提起的诉讼，由被告住所地或者合同履行地人民法院管辖。{d.alias}的住所地位于广州市荔湾区，属本院辖区，本院对本案依法享有管辖权。{d.alias}提出的管辖权异议不成立。
依照《中华人民共和国民事诉讼法》第二十三条、第一百二十七条的规定，裁定如下：
驳回被告{d}对本案管辖权提出的异议。
案件受理费100元，由被告{d}负担。
如不服本裁定，可以在裁定书送达之日起十日内，向本院递交上诉状，上诉于广东省广州市中级人民法院。
{c.sign(panel=False, assistant=True)}"""


@shelf.add(RULING)
def dismissal(c: Cast) -> str:
    no = c.old_no("民三初")
    p, d = c.person(), c.firm(name="广州市荔湾区彩虹街某社区居民委员会", short="某居委会")
    return f"""{c.head(RULING, no)}
原告：{p}，{p.sex}，{p.birth}出生，汉族，住{p.addr}。
被告：{d}，地址：{d.addr}。
负责人：{d.rep}，主任。
原告{p}诉被告{d}房屋拆迁安置补偿合同纠纷一案，本院受理后，依法组成合议庭进行了审理。
原告诉称：原告原居住的房屋于1996年被拆迁，被告至今未予安置，请求判令被告履行安置义务。
被告辩称：被告并非拆迁人，不是适格被告。
本院经审查查明，涉案房屋的拆迁人为广州市荔湾区住房和建设局，并非本案被告。
本院认为，原告{p}起诉的被告主体不适格，不符合起诉条件。依照《中华人民共和国民事诉讼法》第一百一十九条、第一百五十四条第一款第（三）项之规定，裁定如下：
驳回原告{p}的起诉。
案件受理费退回给原告{p}。
如不服本裁定，可在裁定书送达之日起十日内，向本院递交上诉状，上诉于广东省广州市中级人民法院。
{c.sign()}"""


@shelf.add(ENFORCE)
def enforcement_end(c: Cast) -> str:
    no = c.new_no("执", c.rng.choice(["", "之一"]))
    p, d1, d2 = c.firm(), c.person(), c.person()
    return f"""{c.head(ENFORCE, no)}
申请执行人：{p}，住所地{p.addr}，组织机构代码{secret("c", c.digits(8) + "-X")}。
法定代表人：{p.rep}。
被执行人：{d1}，{d1.data}。
被执行人：{d2}，{d2.data}。
申请执行人{p}与被执行人{d1}、{d2}借款合同纠纷一案，本院作出的（2016）粤0103民初8812号民事判决书已经发生法律效力。因被执行人未履行生效法律文书确定的义务，申请执行人向本院申请强制执行。
执行中，本院通过网络执行查控系统查询被执行人名下财产，冻结了被执行人{d1}在中国建设银行的账户{c.account()}，扣划存款1203.55元。查明被执行人{d2}名下有车牌号为{c.plate()}的车辆，已办理查封登记，但未实际扣押。除此之外，未发现被执行人有其他可供执行的财产。
申请执行人{p}同意终结本次执行程序。
依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十九条规定，裁定如下：
终结本次执行程序。
申请执行人发现被执行人有可供执行财产的，可以再次申请执行。
本裁定送达后立即生效。
{c.sign()}"""


@shelf.add(ENFORCE)
def enforcement_old_seizure(c: Cast) -> str:
    no = c.old_no("执")
    p, d = c.person(), c.person()
    home = c.addr("q")
    return f"""{c.head(ENFORCE, no)}
申请执行人{p}，{p.sex}，{p.birth}出生，汉族，住{p.addr}。
委托代理人{c.lawyer()}，{c.law_firm()}律师。
被执行人{d}，{d.sex}，{d.birth}出生，汉族，住{d.addr}，身份证号码{d.id}。
关于申请执行人{p}与被执行人{d}民间借贷纠纷一案，本院（2012）穗荔法民一初字第881号民事判决已发生法律效力，申请执行人于{c.date()}向本院申请执行。本院依法向被执行人发出执行通知书，责令其履行义务，但被执行人逾期未履行。
经查，被执行人{d}名下有位于{home}的房屋一套，产权证号{c.certificate()}。
依照《中华人民共和国民事诉讼法》第二百四十四条、《最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定》第一条的规定，裁定如下：
查封被执行人{d}名下位于{home}的房屋，查封期限为三年。
本裁定送达后即发生法律效力。
>执　行　员　　{c.judge()}
>{c.day()}
>书　记　员　　{c.judge()}"""


@shelf.add(ENFORCE)
def enforcement_objection(c: Cast) -> str:
    no = c.new_no("执异")
    o, p, d = c.person(), c.firm(), c.person()
    return f"""{c.head(ENFORCE, no)}
案外人：{o}，{o.data}。
申请执行人：{p}，住所地{p.addr}。
法定代表人：{p.rep}。
被执行人：{d}，{d.data}。
在本院执行申请执行人{p}与被执行人{d}买卖合同纠纷一案中，案外人{o}于{c.date()}对本院查封{c.plate()}号车辆提出书面异议。本院受理后，依法组成合议庭进行审查，现已审查终结。
案外人{o}称，上述车辆系其于{c.date()}向{d}购买，已支付全部价款并实际占有使用，请求解除查封。
申请执行人{p}称，车辆登记在被执行人名下，异议不成立。
本院查明，（2018）粤0103执2201号案执行过程中，本院查封了登记在{d}名下的车辆。案外人{o}提交了二手车买卖协议、转账凭证。
本院认为，机动车所有权转移以交付为准，案外人{o}提交的证据足以证明其系车辆的实际所有人，其异议成立。
依照《中华人民共和国民事诉讼法》第二百二十七条规定，裁定如下：
中止对上述车辆的执行。
案外人、当事人对裁定不服，可以自本裁定送达之日起十五日内向人民法院提起诉讼。
{c.sign()}"""
