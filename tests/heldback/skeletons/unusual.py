"""Documents that must be held or refused."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, Cast
from tests.heldback.markup import C, D, E
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
CIVIL = "民事判决书"


def _short_judgment(c: Cast, no: str) -> str:
    p, d = c.person(), c.person()
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
被告：{d}，{d.data}。
原告{p}与被告{d}买卖合同纠纷一案，本院于{c.date()}立案后，依法适用简易程序，公开开庭进行了审理。本案现已审理终结。
{C}原告{p}向本院提出诉讼请求：被告支付货款{c.money()}。事实与理由：被告收货后未付款。{E}
{D}被告{d}辩称，货款已付清。{E}
本院经审理认定事实如下：{c.date()}，被告{d}向原告{p}购买茶叶一批，尚欠货款。
本院认为，被告收货后应当支付货款，其辩称已付清但未举证。
依照《中华人民共和国民法典》第六百二十六条规定，判决如下：
被告{d}于本判决生效之日起十日内向原告{p}支付货款。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL, "held")
def marked_in_header(c: Cast) -> str:
    c.header = c.rng.choice(["不上网公开", "不 上 网 公 开", "【不上网公开】"])
    return _short_judgment(c, c.new_no("民初"))


@shelf.add(CIVIL, "held")
def marked_in_body(c: Cast) -> str:
    return ">不上网公开\n" + _short_judgment(c, c.new_no("民初"))


@shelf.add(CIVIL, "held")
def with_tracked_changes(c: Cast) -> str:
    c.features.add("tracked")
    return _short_judgment(c, c.new_no("民初"))


@shelf.add(CIVIL, "held")
def with_comment(c: Cast) -> str:
    c.features.add("comment")
    return _short_judgment(c, c.new_no("民初"))


@shelf.add(CIVIL, "held", "ready")
def judge_has_the_partys_name(c: Cast) -> str:
    no = c.new_no("民初")
    text = _short_judgment(c, no)
    name = c.parties[0]
    lines = text.splitlines()
    place = next(i for i, s in enumerate(lines) if s.startswith((">审　判　员", ">代理审判员")))
    lines[place] = f">审　判　员　　{name}"
    return "\n".join(lines)


@shelf.add("民事调解书", "held")
def mediation(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person(), c.firm()
    return f"""{c.head("民事调解书", no)}
原告：{p}，{p.data}。
被告：{d}，住所地{d.addr}。
法定代表人：{d.rep}。
原告{p}与被告{d}装饰装修合同纠纷一案，本院于{c.date()}立案后，依法适用简易程序进行了审理。
本案审理过程中，经本院主持调解，当事人自愿达成如下协议：
一、{d}于{c.date()}前一次性支付{p}{c.money()}；
二、双方就本案再无其他争议。
上述协议，不违反法律规定，本院予以确认。
本调解书经各方当事人签收后，即具有法律效力。
{c.sign(panel=False)}"""


@shelf.add("决定书", "held")
def decision(c: Cast) -> str:
    no = c.new_no("司惩")
    p = c.person()
    return f"""{c.head("决定书", no)}
被拘留人：{p}，{p.data}。
本院在执行（2018）粤0103执512号一案中，查明{p}拒不报告财产。依照《中华人民共和国民事诉讼法》第一百一十一条规定，决定如下：
对{p}拘留十五日。
如不服本决定，可以自收到决定书之日起三日内，口头或者书面向广东省广州市中级人民法院申请复议一次。
{c.sign(panel=False)}"""


@shelf.add("", "refused")
def lease_contract(c: Cast) -> str:
    return f"""^房屋租赁合同
出租方（甲方）：{c.official()}
承租方（乙方）：{c.official()}
根据《中华人民共和国合同法》的有关规定，甲、乙双方经协商一致，就房屋租赁事宜订立本合同。
第一条 甲方将位于广州市荔湾区的房屋出租给乙方作商铺使用。
第二条 租赁期限为三年，月租金为人民币3500元。
第三条 乙方应于每月5日前支付当月租金。
甲方（签名）：　　　　乙方（签名）：
{c.date()}"""


@shelf.add("", "refused")
def office_notice(c: Cast) -> str:
    return f"""^关于召开全院干警大会的通知
各庭、室、局：
定于{c.date()}下午3时在本院六楼会议室召开全院干警大会，总结上半年的审判执行工作，部署下半年任务。请各部门负责同志通知本部门全体人员准时参加，不得无故缺席。因故不能参加的，须向政工科书面请假。
特此通知。
>办公室
>{c.date()}"""


@shelf.add("", "refused", "held")
def statement_of_claim(c: Cast) -> str:
    p, d = c.person(), c.person()
    return f"""^民事起诉状
原告：{p}，{p.data}。
被告：{d}，{d.data}。
诉讼请求：
1.判令被告归还借款{c.money()}；
2.判令被告承担本案诉讼费用。
事实与理由：
{c.date()}，被告向原告借款，至今未还。为维护原告的合法权益，特向贵院提起诉讼，请依法判决。
此致
广州市荔湾区人民法院
>具状人：{p}
>{c.date()}"""
