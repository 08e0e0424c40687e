"""继承、分家析产、抚养、离婚."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, Cast
from tests.heldback.markup import C, D, E
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
CIVIL = "民事判决书"


@shelf.add(CIVIL)
def inheritance_same_surname(c: Cast) -> str:
    no = c.new_no("民初")
    s = c.rng.choice("谭黎邝莫")
    given = c.rng.sample(["兆基", "兆康", "月好", "月媚", "兆麟"], 4)
    p, d1, d2, d3 = (c.person(s + g) for g in given)
    dead, mother, home = c.official(), c.official(), c.addr("q")
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
委托诉讼代理人：{c.lawyer()}，{c.law_firm()}律师。
被告：{d1}，{d1.data}。
被告：{d2}，{d2.data}。
被告：{d3}，{d3.data}。
上述三被告的共同委托诉讼代理人：{c.kin()}，系被告{d1}之子。
原告{p}与被告{d1}、{d2}、{d3}继承纠纷一案，本院于{c.date()}立案后，依法适用普通程序，公开开庭进行了审理。本案现已审理终结。
{C}原告{p}向本院提出诉讼请求：依法分割被继承人{dead}名下位于{home}的房屋，由原告继承四分之一份额。事实和理由：被继承人{dead}与{mother}系夫妻，共生育原、被告四人。{E}
{D}被告{d1}、{d2}、{d3}共同辩称，被继承人生前主要由{d1}照顾，{d1}应当多分。{E}
本院经审理认定事实如下：被继承人{dead}与{mother}系夫妻关系，双方共生育四名子女，即{p}、{d1}、{d2}、{d3}。{mother}于{c.date(1998, 2005)}死亡，{dead}于{c.date()}死亡。位于{home}的房屋登记在{dead}名下，房地产权证号为{c.certificate()}。四方均确认被继承人未留有遗嘱。
本院认为，继承从被继承人死亡时开始。{d1}与被继承人共同生活，尽了主要扶养义务，可以适当多分。
依照《中华人民共和国继承法》第五条、第十条、第十三条规定，判决如下：
一、位于{home}的房屋由{p}、{d2}、{d3}各继承百分之二十二，由{d1}继承百分之三十四；
二、驳回{p}的其他诉讼请求。
{APPEAL}
{c.sign(assistant=True)}"""


@shelf.add(CIVIL)
def family_partition_old(c: Cast) -> str:
    no = c.old_no("民一初")
    p1, p2, d = c.person(), c.person(), c.person()
    home = c.addr("q")
    return f"""{c.head(CIVIL, no)}
原告{p1}，{p1.sex}，{p1.birth}出生，汉族，退休工人，住{p1.addr}。
原告{p2}，{p2.sex}，{p2.birth}出生，汉族，住香港新界沙田穗禾苑（香港身份证号码略）。
被告{d}，{d.sex}，{d.birth}出生，汉族，无业，住{d.addr}。
原告{p1}、{p2}诉被告{d}分家析产纠纷一案，本院于{c.date()}受理后，依法组成合议庭，公开开庭进行了审理。原告{p1}并作为原告{p2}的委托代理人、被告{d}到庭参加诉讼。本案现已审理终结。
{C}两原告诉称：{home}房屋系两原告与被告的父母遗留的祖屋，现登记在三人名下，各占三分之一产权。被告独占房屋，拒绝两原告居住。请求判令分割该房屋。
两原告在举证期限内增加诉讼请求：要求被告支付房屋占用费。{E}
{D}被告{d}辩称：不同意分割，房屋一直由被告出资修缮。
被告{d}庭后提交补充答辩意见称：占用费没有依据。{E}
经审理查明：{home}房屋的产权登记在原告{p1}、{p2}和被告{d}三人名下，每人各占三分之一。庭审中，原告称其曾要求入住，被告拒绝，被告对此予以承认。
本院认为：共有人对共有的不动产享有共同的权利。依照《中华人民共和国物权法》第九十九条、第一百条之规定，判决如下：
{home}房屋归被告{d}所有，被告{d}补偿原告{p1}、{p2}各{c.money(100, 400)}。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL, "held")
def divorce_new(c: Cast) -> str:
    no = c.new_no("民初")
    p, d, child = c.person(), c.person(), c.victim()
    return f"""{c.head(CIVIL, no)}
原告：{p}，{p.data}。
被告：{d}，{d.data}。
原告{p}与被告{d}离婚纠纷一案，本院于{c.date()}立案后，依法适用简易程序，不公开开庭进行了审理。原告{p}、被告{d}到庭参加诉讼。本案现已审理终结。
{C}{p}向本院提出诉讼请求：1.判令原、被告离婚；2.婚生女{child}由原告抚养。事实和理由：婚后双方性格不合，经常争吵。{E}
{D}{d}辩称，夫妻感情尚未破裂，不同意离婚。{E}
本院经审理认定事实如下：原、被告于{c.date()}登记结婚，婚后生育女儿{child}。
本院认为，夫妻感情确已破裂的，应准予离婚。原告未能举证证明夫妻感情确已破裂，本院不予准许。
依照《中华人民共和国婚姻法》第三十二条规定，判决如下：
不准原告{p}与被告{d}离婚。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL, "held")
def custody_change(c: Cast) -> str:
    no = c.old_no("民一初")
    p, d, child = c.person(), c.person(), c.victim()
    return f"""{c.head(CIVIL, no)}
原告{p}，{p.sex}，{p.birth}出生，汉族，住{p.addr}。
被告{d}，{d.sex}，{d.birth}出生，汉族，住{d.addr}。
原告{p}诉被告{d}变更抚养关系纠纷一案，本院受理后，依法由审判员独任审判，公开开庭进行了审理。本案现已审理终结。
{C}原告{p}诉称：原、被告于2009年协议离婚，约定儿子{child}由被告抚养。现被告长期在外地工作，无暇照顾儿子。请求变更{child}由原告抚养。{E}
{D}被告{d}未答辩。{E}
经审理查明：原、被告原系夫妻，{c.date()}在民政部门办理离婚登记，双方协议儿子{child}由被告{d}携带抚养。
本院认为：原告未能证明被告有不适宜抚养子女的情形。依照《中华人民共和国婚姻法》第三十六条的规定，判决如下：
驳回原告{p}的诉讼请求。
{APPEAL}
{c.sign(panel=False)}"""
