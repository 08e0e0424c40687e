"""Traps 22 to 28: what a name stands next to, and whose it is."""

from __future__ import annotations

from tests.blind.lantern.frames import DOUBTFUL, EITHER, Doc, person_line
from tests.blind.lantern.matters import injury, loan
from tests.blind.lantern.people import Cast
from tests.blind.lantern.suits import criminal, execution, ruling, suit
from tests.heldback.markup import C, D, E, secret, soft


def t22_forms_of_address(c: Cast) -> Doc:
    name = c.by("王" + c.given(), "张" + c.given())
    d = c.person(name)
    doc = suit(c, c.person(), d, loan)
    one, two = c.by(("老王", "王先生"), ("小张", "张总"))  # type: ignore[misc]
    doc.facts.insert(
        -1,
        f"微信聊天记录显示，对方被称为“{soft(one)}”，并有“{soft(two)}，那笔钱什么时候能还”等内容，{d}确认该微信由其使用。",
    )
    doc.statuses = EITHER
    return doc


def t23_couple(c: Cast) -> Doc:
    a, b, d = c.person(), c.person(), c.person()
    doc = suit(c, a, d, loan)
    where = a.where
    doc.head[0] = c.by(f"原告{a}、{b}夫妇，住{where}。", f"原告：{a}、{b}（系夫妻关系），均住{where}。")
    doc.swap(str(a), f"{a}、{b}" + c.by("夫妇", ""), "procedure", "order", "tail")
    return doc


def t23_three(c: Cast) -> Doc:
    a, b, e = c.person(), c.person(), c.person()
    d = c.person()
    doc = suit(c, a, d, injury)
    doc.head[0] = c.by(f"原告：{a}、{b}、{e}，共同住址为{a.where}。", f"原告{a}，{b}，{e}，均住{a.where}。")
    doc.swap(str(a), f"{a}、{b}、{e}", "procedure", "order", "tail")
    return doc


def t24_half_width(c: Cast) -> Doc:
    a, b, e = c.person(), c.person(), c.person()
    doc = execution(c, a, c.firm() if c.variant else c.person())
    doc.head[0] = f"申请执行人{a};{b};{e}" + c.by("。", f",均住{a.where}。")
    doc.swap(str(a), f"{a}、{b}、{e}", "procedure", "facts", "order")
    return doc


def t25_withdrawal(c: Cast) -> Doc:
    doc = ruling(c)
    if c.variant:
        return doc
    p = doc.cast.parties[0]
    doc.order[1] = f"准许原告{secret('n', p)}撤诉。"
    return doc


def t25_seizure(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = ruling(c, p, d)
    doc.procedure = [
        f"本院在审理原告{p}诉被告{d}民间借贷纠纷一案中，原告{p}向本院提出财产保全申请，请求查封{d}价值{c.money()}的财产，并由担保公司出具保函提供担保。"
    ]
    doc.reasons = [f"本院认为，原告{p}的申请符合法律规定。"]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百条、第一百零二条、第一百零三条的规定，裁定如下：",
        c.by(
            f"查封{d}享有的小型普通客车一辆（车牌号码{c.plate()}），查封期限二年。",
            f"冻结{d}在中国工商银行的存款账户（账号{c.account()}），冻结期限一年；不足部分查封、扣押{d}其他等值财产。",
        ),
        "本裁定立即开始执行。",
        "如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次，复议期间不停止裁定的执行。",
    ]
    return doc


def t26_former_party(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    other = c.official()
    doc = suit(c, p, d, loan)
    year = c.year - 1
    earlier = (
        f"（{year}）穗荔法民二初字第{c.number(100, 900)}号"
        if year < 2016
        else f"（{year}）粤0103民初{c.number(100, 9000)}号"
    )
    doc.facts.insert(
        -1,
        c.by(
            f"另查明，本院在审理{earlier}案件（即{other}诉{d}借款纠纷一案）中，曾对上述转账的性质作出过认定。",
            f"另查明，{p}曾以{other}、{d}为共同债务人向本院起诉，案号为{earlier}，后{p}撤回对{other}的起诉。",
        ),
    )
    return doc


def t27_guarantor(c: Cast) -> Doc:
    p, d, g = c.person(), c.person(), c.person()
    doc = suit(c, p, d, loan)
    doc.head.append(person_line(c, "被告", g))
    doc.swap(f"被告{d}", f"被告{d}、{g}", "procedure")
    doc.claims[0] = doc.claims[0].replace("本案诉讼费用由被告承担", f"{g}承担连带清偿责任")
    doc.defence = [
        doc.defence[0],
        c.by(f"被告{g}未作答辩。", f"被告{g}辩称，其只是以见证人身份签名，不应承担保证责任。"),
    ]
    doc.facts.insert(
        -1,
        f"借条的{c.by('担保人', '证明人兼担保人')}处有{g}的签名和指模。证人{c.official()}证实{g}签名时在场。",
    )
    doc.order.append(f"三、{g}对上述第一、二项债务承担连带清偿责任，{g}承担责任后有权向{d}追偿。")
    return doc


def t27_witness(c: Cast) -> Doc:
    p, d, t = c.person(), c.person(), c.person()
    doc = suit(c, p, d, injury)
    doc.head.append(person_line(c, "第三人", t))
    doc.swap(f"被告{d}", f"被告{d}、第三人{t}", "procedure")
    doc.defence.append(
        c.by(f"第三人{t}述称，其是劝架人，没有动手。", f"第三人{t}未到庭，也没有提交书面意见。")
    )
    doc.facts.insert(-1, f"{t}在公安机关以证人身份陈述：其见到{p}与{d}互相推拉，遂上前将两人分开。")
    return doc


def t28_minor(c: Cast) -> Doc:
    child = secret("n", c.fresh_name())
    c.parties.append(child[2:-1])
    parent = c.person(code="r")
    d = c.firm(
        brand=c.by("童晖", "博睿"), name=c.by("广州市荔湾区童晖幼儿园", "广州博睿文化艺术培训有限公司")
    )
    other = c.person()
    c.parties.remove(other.name)
    doc = suit(c, other, d, injury)
    for part in ("head", "procedure", "claims", "defence", "facts", "reasons", "order", "tail"):
        doc.swap(str(other), child, part)
    doc.swap("因停放电动车发生口角，被告动手推搡", "在课间活动时发生碰撞", "claims")
    doc.swap("因停放电动车发生争执，继而互相拉扯", "的其他学员在课间追逐时相撞", "facts")
    doc.swap("在争执中推倒", "疏于看护，未能及时扶起倒地的", "reasons")
    doc.facts[1] = f"{d}提交的监控录像显示，事发时{c.by('走廊', '教室')}内没有教师在场，{d}对此亦予确认。"
    doc.head = [
        f"原告：{child}，女，{c.year - 8}年{c.number(1, 12)}月{c.number(1, 28)}日出生，住{parent.where}。",
        f"法定代理人：{parent}（系原告{c.by('母亲', '父亲')}），住址同上。",
        *[line for line in doc.head if not line.startswith("原告")],
    ]
    doc.facts.insert(-1, f"另查明，{parent}为{child}垫付了医疗费。")
    return doc


def t28_maintenance(c: Cast) -> Doc:
    child = secret("n", c.fresh_name())
    c.parties.append(child[2:-1])
    parent, d = c.person(code="r"), c.person()
    doc = suit(c, c.person("邵" + c.given()), d, loan)
    c.parties.pop()
    doc.head = [
        f"原告{child}，男，{c.year - 6}年5月{c.number(1, 28)}日出生，住{parent.where}。",
        f"法定代理人{parent}（原告之母），住址同上。",
        person_line(c, "被告", d),
    ]
    doc.procedure = [
        f"原告{child}诉被告{d}抚养费纠纷一案，本院受理后，依法公开开庭进行了审理，现已审理终结。"
    ]
    sum_ = f"{c.number(8, 19)}00元"
    doc.claims = [
        f"原告{child}诉称，被告系原告父亲，自父母分开生活后一直没有支付抚养费，请求判令被告每月支付抚养费{sum_}。"
    ]
    doc.defence = [c.by(f"被告{d}未作答辩。", f"被告{d}辩称，愿意支付抚养费，但数额过高。")]
    doc.evidence = []
    doc.facts = [
        f"经审理查明，{child}系{parent}与{d}的非婚生子，随{parent}共同生活。{d}在广州市从事运输工作。",
        "以上事实，有出生医学证明、当事人陈述等证据证实。",
    ]
    doc.reasons = [f"本院认为，非婚生子女享有与婚生子女同等的权利。{d}作为父亲，应当负担{child}的抚养费。"]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百四十二条之规定，判决如下：",
        f"{d}自本判决生效之月起每月支付{child}抚养费{sum_}，至{child}年满十八周岁止。",
    ]
    doc.tail = [f"案件受理费150元，由被告{d}负担。", doc.tail[-1]]
    doc.statuses = DOUBTFUL
    return doc


def t28_victim_minor(c: Cast) -> Doc:
    doc = criminal(c)
    child = secret("v", c.fresh_name())
    line = f"另查明，案发时与被害人同行的未成年人{child}（时年{c.by('九', '十一')}岁）目睹了扒窃经过，{child}的监护人同意其作证。"
    doc.facts.insert(-1, line)
    return doc


def t59_and_23_lists(c: Cast) -> Doc:
    """Everything in one paragraph, with a couple on one side."""
    a, b, d = c.person(), c.person(), c.person()
    doc = suit(c, a, d, loan)
    doc.head[0] = f"原告：{a}、{b}，均住{a.where}。"
    doc.swap(str(a), f"{a}、{b}", "procedure")
    doc.pleadings = (
        doc.procedure[0]
        + C
        + doc.claims[0]
        + "".join(doc.claims[1:])
        + E
        + D
        + "".join(doc.defence)
        + E
        + doc.facts[0]
    )
    doc.procedure, doc.facts, doc.evidence = [], doc.facts[1:], []
    return doc


ALL = (
    t22_forms_of_address,
    t23_couple,
    t23_three,
    t24_half_width,
    t25_withdrawal,
    t25_seizure,
    t26_former_party,
    t27_guarantor,
    t27_witness,
    t28_minor,
    t28_maintenance,
    t28_victim_minor,
    t59_and_23_lists,
)
