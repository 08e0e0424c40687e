"""行政判决书与行政裁定书: the agency that is a party goes too (D10)."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, Cast
from tests.heldback.markup import C, D, E, secret
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
ADMIN = "行政判决书"


@shelf.add(ADMIN)
def work_injury_agency(c: Cast) -> str:
    no = c.old_no("行初")
    p, t = c.firm(), c.person()
    bureau = "广州市荔湾区人力资源和社会保障局"
    c.parties.insert(1, bureau)
    b, ba = secret("n", bureau), secret("a", "荔湾区人社局")
    chief = c.kin()
    return f"""{c.head(ADMIN, no)}
原告{p}，住所地{p.addr}。
法定代表人{p.rep}，总经理。
委托代理人{c.lawyer()}，{c.law_firm()}律师。
被告{b}，住所地{c.addr()}。
法定代表人{chief}，局长。
委托代理人{c.kin()}，该局工作人员。
第三人{t}，{t.sex}，{t.birth}出生，汉族，住{t.addr}。
原告{p}不服被告{b}（以下简称{ba}）作出的工伤认定决定，向本院提起行政诉讼。本院受理后，依法组成合议庭，公开开庭审理了本案。本案现已审理终结。
被告{ba}于{c.date()}作出穗荔人社工伤认〔2013〕0352号《工伤认定决定书》，认定第三人{t}于{c.date()}受到的伤害为工伤。
{C}原告诉称，第三人系在上班途中因个人原因摔伤，不属于工伤，请求撤销被告作出的《工伤认定决定书》。{E}
{D}被告{ba}辩称，其作出的工伤认定决定事实清楚、程序合法，请求驳回原告的诉讼请求。
第三人{t}述称，同意被告的意见。{E}
经审理查明，第三人{t}系原告{p}的员工。{c.date()}，{t}在下班途中发生非本人主要责任的交通事故受伤。被告受理其申请后，向原告送达了举证通知书。
本院认为，被告作为劳动保障行政部门，依法具有作出工伤认定的职权。被告认定事实清楚，适用法律正确，程序合法。依照《工伤保险条例》第十四条第（六）项、《中华人民共和国行政诉讼法》第五十四条第（一）项的规定，判决如下：
维持被告{b}作出的《工伤认定决定书》。
本案受理费50元，由原告{p}负担。
{APPEAL}
{c.sign()}"""


@shelf.add(ADMIN)
def traffic_fine_new(c: Cast) -> str:
    no = c.new_no("行初")
    p = c.person()
    police, review = "广州市公安局交通警察支队荔湾大队", "广州市公安局交通警察支队"
    c.parties += [police, review]
    b, ba = secret("n", police), secret("a", "荔湾交警大队")
    r, ra = secret("n", review), secret("a", "市交警支队")
    return f"""{c.head(ADMIN, no)}
原告：{p}，{p.data}。
被告：{b}，住所地{c.addr()}。
法定代表人：{c.kin()}，大队长。
委托代理人：{c.kin()}，该大队民警。
被告：{r}，住所地{c.addr()}。
法定代表人：{c.kin()}，支队长。
原告{p}不服被告{b}（以下简称“{ba}”）行政处罚及被告{r}（以下简称“{ra}”）行政复议一案，本院于{c.date()}立案后，依法适用简易程序公开开庭进行了审理。本案现已审理终结。
{C}原告向本院提出诉讼请求：1.撤销{ba}作出的处罚决定；2.撤销{ra}作出的复议决定。事实和理由：原告停车的地点没有禁停标志，处罚没有事实依据。{E}
{D}{ba}辩称，涉案路段设有禁停标线，处罚合法。
{ra}辩称，复议程序合法。{E}
经审理查明，{c.date()}，{ba}民警在{c.street()}巡查时发现{c.plate()}小型轿车违法停放，遂作出公安交通管理简易程序处罚决定，对{p}处以200元罚款。
本院认为，{ba}具有查处道路交通违法行为的法定职权，其作出的处罚决定认定事实清楚，证据充分。
依照《中华人民共和国道路交通安全法》第九十三条，《中华人民共和国行政诉讼法》第六十九条、第七十九条规定，判决如下：
驳回原告{p}的诉讼请求。
{APPEAL}
{c.sign(panel=False, assistant=True)}"""


@shelf.add("行政裁定书")
def non_litigation_enforcement(c: Cast) -> str:
    no = c.new_no("行审")
    f = c.firm()
    bureau = "广州市荔湾区城市管理和综合执法局"
    c.parties.insert(0, bureau)
    b = secret("n", bureau)
    return f"""{c.head("行政裁定书", no)}
申请执行人：{b}，住所地{c.addr()}。
法定代表人：{c.kin()}，局长。
被申请执行人：{f}，住所地{f.addr}。
法定代表人：{f.rep}。
申请执行人{b}于{c.date()}作出穗荔城管罚字〔2018〕29号行政处罚决定，被申请执行人{f}在法定期限内既未申请行政复议或者提起行政诉讼，又未履行义务，申请执行人向本院申请强制执行。
本院经审查认为，该行政处罚决定认定事实清楚，适用法律正确，符合强制执行条件。依照《中华人民共和国行政强制法》第五十三条、第五十七条规定，裁定如下：
准予强制执行申请执行人{b}作出的行政处罚决定。
{c.sign(assistant=True)}"""
