"""Administrative rulings."""

from __future__ import annotations

from . import closing
from .people import Cast
from .registry import template


@template("adm_dismiss_agencies", "行政裁定书")
def dismiss(c: Cast) -> str:
    c.year = 2021
    c.case_number = c.new("行初")
    place = c.rng.choice(["广州市海珠区", "佛山市南海区", "江门市蓬江区"])
    a, b = c.p(), c.p()
    gov, mayor = c.unit(f"{place}人民政府", "区政府"), c.r()
    street, head = c.unit(f"{place}凤安街道办事处", "凤安街道办"), c.r()
    house = f"{place}{c.street()}{c.number('q')}"
    return f"""^{c.low[0]}
^行 政 裁 定 书
>{c.case_number}
原告：{a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(a)}。
原告：{b}，{b.sex}，{b.birth}出生，汉族，住{c.addr()}，公民身份号码{c.id(b)}。
两原告共同委托代理人：{c.o()}，{c.law()}律师。
被告：{street}（以下简称{street.a}），住所地{c.addr()}。
法定代表人：{head}，主任。
委托代理人：{c.r()}，该办事处工作人员。
被告：{gov}（以下简称{gov.a}），住所地{c.addr()}。
法定代表人：{mayor}，区长。
原告{a}、{b}不服被告{street.a}作出的限期搬离通知及被告{gov.a}作出的行政复议决定，于{c.day(2021)}向本院提起行政诉讼。本院依法组成合议庭，公开开庭审理了本案，现已审理终结。
原告{a}、{b}诉称，其系{house}房屋的承租人，{street.a}在未作补偿的情况下张贴通知要求搬离，程序违法，请求撤销该通知及{gov.a}的复议决定。
被告{street.a}辩称，该通知仅为告知性行为，对{a}、{b}的权利义务不产生实际影响。
被告{gov.a}辩称，复议决定程序合法。
经审理查明，{house}系直管公房，承租合同已于2019年到期。{street.a}于{c.day(2020)}在该处张贴《温馨提示》，告知承租人合同到期情况及联系方式。{a}、{b}向{gov.a}申请行政复议，{gov.a}以不属于复议范围为由驳回。
本院认为，{street.a}张贴的《温馨提示》对原告{a}、{b}的权利义务不产生实际影响，不属于人民法院行政诉讼的受案范围。依照《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一条第二款第十项、第六十九条第一款第一项的规定，裁定如下：
驳回原告{a}、{b}的起诉。
案件受理费50元，退回原告{a}、{b}。
如不服本裁定，可在裁定书送达之日起十日内，向本院递交上诉状，上诉于{c.high[0]}。
{closing.right(c, "审判长", "审判员", "人民陪审员", "法官助理", "书记员")}"""


@template("adm_not_filed", "行政裁定书")
def not_filed(c: Cast) -> str:
    c.year = 2018
    c.case_number = c.new("行初")
    a = c.p()
    return f"""^{c.low[0]}
^行政裁定书
>{c.case_number}
起诉人：{a}，{a.sex}，{a.birth}出生，汉族，住{c.village()}，联系电话{c.phone()}。
{c.day(2018)}，本院收到起诉人{a}的起诉状。起诉人{a}诉称，其于2017年向公安派出所报案称手机被盗，派出所一直未破案，请求判令派出所限期破案，并赔偿损失3000元。
经审查，起诉人{a}提交了报警回执复印件一份、手机购买发票一张及其手写的情况说明。报警回执载明，{c.day(2017)}，{a}到派出所报称在公交车上被人扒窃手机一部，派出所于当日受理为刑事案件，并告知{a}可通过电话查询办理进度。{a}在情况说明中称，其多次到派出所询问，值班民警{c.o()}均答复案件仍在侦查之中。
本院经审查认为，公安机关立案后的侦查行为系依照刑事诉讼法的明确授权实施的行为，不属于人民法院行政诉讼的受案范围。经本院释明，起诉人{a}坚持起诉。依照《中华人民共和国行政诉讼法》第五十一条第二款、《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一条第二款第一项的规定，裁定如下：
对{a}的起诉，本院不予立案。
如不服本裁定，可在裁定书送达之日起十日内，向本院递交上诉状，上诉于{c.high[0]}。
{closing.table(c, "审判长", "审判员", "审判员", "书记员")}"""


@template("adm_withdraw_third", "行政裁定书")
def withdraw(c: Cast) -> str:
    c.year = 2015
    c.case_number = c.old("行初")
    place = c.rng.choice(["广州市越秀区", "东莞市", "中山市"])
    a, boss = c.co("服饰"), c.r()
    office, head, third = c.unit(f"{place}人力资源和社会保障局", "人社局"), c.r(), c.p()
    return f"""^{c.low[0]}
^行政裁定书
>{c.case_number}
原告{a}，住所地{c.addr()}，组织机构代码{c.credit()}。
法定代表人{boss}，经理。
被告{office}，住所地{c.addr()}。
法定代表人{head}，局长。
委托代理人{c.r()}，该局科员。
委托代理人{c.o()}，{c.law()}律师。
第三人{third}，{third.sex}，{third.birth}出生，汉族，住{c.village()}。
原告{a}不服被告{office}于{c.day(2015)}作出的工伤认定决定，向本院提起行政诉讼。本院受理后，依法组成合议庭进行了审理。在审理过程中，原告{a}以其与第三人{third}已就工伤赔偿事宜协商一致为由，于{c.day(2015)}向本院申请撤回起诉。
本院认为，原告{a}自愿申请撤诉，未损害国家利益、社会公共利益和他人合法权益，{office}及{third}均无异议，符合法律规定，应予准许。依照《中华人民共和国行政诉讼法》第六十二条的规定，裁定如下：
准许原告{a}撤回起诉。
案件受理费25元，由原告{a}负担。
{closing.padded(c, "审　判　长", "审　判　员", "人民陪审员", "书　记　员")}"""
