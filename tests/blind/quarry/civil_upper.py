"""Civil rulings of the upper court and in special procedures."""

from __future__ import annotations

from tests.heldback.markup import secret

from . import closing
from .people import Cast
from .registry import template


@template("civ_jurisdiction_appeal", "民事裁定书")
def appeal(c: Cast) -> str:
    c.year = 2022
    c.case_number = c.new("民辖终", upper=True)
    a, f, b, g, d = c.co("电子科技"), c.r(), c.co("物流"), c.r(), c.p()
    return f"""^{c.high[0]}
^民 事 裁 定 书
>{c.case_number}
上诉人（原审被告）：{a}，住所地：{c.addr()}。
法定代表人：{f}，经理。
被上诉人（原审原告）：{b}，住所地：{c.addr()}。
法定代表人：{g}，董事长。
原审被告：{d}，{d.sex}，{d.birth}出生，汉族，住{c.addr()}。
上诉人{a}因与被上诉人{b}、原审被告{d}仓储合同纠纷一案，不服{c.low[0]}{c.new("民初", year=2022)}民事裁定，向本院提起上诉。
{a}上诉称，涉案《仓储服务协议》第九条约定由甲方所在地法院管辖，而协议中的甲方为{a.u}，故请求撤销原审裁定，将本案移送有管辖权的人民法院处理。
{b}未作书面答辩。{d}亦未陈述意见。
本院经审查认为，{a.u}与{b.u}签订的《仓储服务协议》首部虽列有甲方、乙方，但管辖条款约定“由原告方所在地人民法院管辖”，该约定明确有效。{b}作为原告向其住所地人民法院起诉，符合双方约定。{a}的上诉理由不能成立，原审裁定驳回其管辖权异议并无不当。依照《中华人民共和国民事诉讼法》第一百七十七条第一款第一项、第一百七十八条规定，裁定如下：
驳回上诉，维持原裁定。
本裁定为终审裁定。
{closing.table(c, "审判长", "审判员", "审判员", "法官助理", "书记员")}"""


@template("civ_appeal_withdrawn", "民事裁定书")
def withdrawn(c: Cast) -> str:
    c.year = 2014
    c.case_number = c.old(c.rng.choice(["民一终", "民五终"]), upper=True)
    a, b, d, e = c.p(two=True), c.p(), c.p(), c.p()
    return f"""^{c.high[0]}
^民　事　裁　定　书
>{c.case_number}
上诉人（原审被告）：{a}，{a.sex}，{a.birth}出生，汉族，住{c.addr()}。
上诉人（原审被告）：{b}，{b.sex}，{b.birth}出生，汉族，住址同上。
两上诉人共同委托代理人：{c.o()}，{c.law()}律师。
被上诉人(原审原告)：{d}，{d.sex}，{d.birth}出生，汉族，住{c.village()}。
原审第三人：{e}，{e.sex}，{e.birth}出生，汉族，住{c.addr()}。
上诉人{a}、{b}因与被上诉人{d}、原审第三人{e}民间借贷纠纷一案，不服{c.low[0]}{c.old("民一初", year=2013)}民事判决，向本院提起上诉。本院依法组成合议庭审理了本案。
本院审理过程中，上诉人{a}、{b}以其与{d}已自行达成和解为由，于{c.day(2014)}向本院申请撤回上诉。
本院认为，{a}、{b}在本案审理期间提出撤回上诉的请求，不违反法律规定，本院予以准许。依照《中华人民共和国民事诉讼法》第一百五十四条第一款第（五）项、第一百七十三条的规定，裁定如下：
准许上诉人{a}、{b}撤回上诉。各方均按原审判决执行。
二审案件受理费减半收取为{c.rng.randint(25, 900)}元，由上诉人{a}、{b}负担。
本裁定为终审裁定。
{closing.padded(c, "审判长", "审判员", "代理审判员", "书记员")}"""


@template("civ_retrial_refused", "民事裁定书")
def retrial(c: Cast) -> str:
    c.year = 2024
    c.case_number = c.new("民申", upper=True)
    a, b, f, d = c.p(), c.co("餐饮管理"), c.r(), c.p(two=True)
    net = c.alias(c.rng.choice(["老火靓汤", "南风窗外", "煲仔阿婆"]))
    return f"""^{c.high[0]}
^民 事 裁 定 书
>{c.case_number}
再审申请人（一审原告、二审上诉人）：{a}（网名：{net}），{a.sex}，{a.birth}出生，汉族，住{c.addr()}。
被申请人（一审被告、二审被上诉人）：{b}，住所地{c.addr()}。
法定代表人：{f}，该公司经理。
一审第三人：{d}，{d.sex}，{d.birth}出生，汉族，住{c.addr()}。
再审申请人{a}因与被申请人{b}及一审第三人{d}名誉权纠纷一案，不服本院{c.new("民终", upper=True, year=2023)}民事判决，向本院申请再审。本院依法组成合议庭进行了审查，现已审查终结。
{a}申请再审称，（一）原判决认定“{net}”账号由{a}实际使用，缺乏证据证明。（二）{b.u}提交的截图未经公证，不应采信。（三）有新的证据证明涉案评价系{d}借用手机发布。请求依法再审。
{b.u}提交意见称，原判决认定事实清楚，{a}的再审申请没有依据，应予驳回。
本院经审查认为，{a}在一审庭审中确认“{net}”系其本人注册，现以该账号由他人使用为由申请再审，与其自认不符。{d}在一审中以证人身份陈述的内容，与{a}的主张亦相互矛盾。{a}提交的手机维修单形成于原审庭审结束之前，不属于再审新的证据。综上，{a}的再审申请不符合《中华人民共和国民事诉讼法》第二百一十一条规定的情形。依照《中华人民共和国民事诉讼法》第二百一十五条第一款规定，裁定如下：
驳回{a}的再审申请。
{closing.right(c, "审判长", "审判员", "审判员", "法官助理", "书记员")}"""


@template("t38_civ_sent_back", "民事裁定书")
def back(c: Cast) -> str:
    c.year = 2021
    c.case_number = c.new("民终", upper=True)
    a, f, b, d, g = c.co("建筑工程"), c.r(), c.p(), c.co("装饰工程"), c.r()
    former = c.alias("广州市" + "".join(c.rng.sample("丰茂隆昌泰和", 2)) + "土石方工程部")
    return f"""^{c.high[0]}
^民事裁定书
>{c.case_number}
上诉人（原审被告）：{a}（原名称为{former}）。
住所地：{c.addr()}。
法定代表人：{f}。
委托诉讼代理人：{c.o()}、{c.o()}，均系{c.law()}律师。
被上诉人（原审原告）：{b}，{b.sex}，{b.birth}出生，土家族，住{c.village()}，公民身份号码{c.id(b)}。
原审被告：{d}，住所地：{c.addr()}。
法定代表人：{g}。
上诉人{a}因与被上诉人{b}、原审被告{d}建设工程施工合同纠纷一案，不服{c.low[0]}{c.new("民初", year=2020)}民事判决，向本院提起上诉。本院依法组成合议庭对本案进行了审理。
本院认为，原审判决对{b}实际施工的工程量未予查明，亦未对{a.u}已付款项中以{former}名义支付的部分进行核对，{d.u}与{a.u}之间是否存在转包关系亦不清楚，属于认定基本事实不清。依照《中华人民共和国民事诉讼法》第一百七十条第一款第三项规定，裁定如下：
一、撤销{c.low[0]}{c.new("民初", year=2020)}民事判决；
二、本案发回{c.low[0]}重审。
上诉人{a}预交的二审案件受理费{c.rng.randint(900, 9000)}元予以退回。
{closing.colon(c, "审判长", "审判员", "审判员", "书记员")}"""


@template("t17_civ_bankruptcy", "民事裁定书")
def bankrupt(c: Cast) -> str:
    c.year = 2022
    c.case_number = c.new("破申", upper=True)
    a, b, d, f = c.p(), c.dotted("·"), c.co("皮具制造"), c.r()
    c.heading = d.name
    other = secret("n", b.name.replace("·", "•"))
    return f"""^{c.high[0]}
^民 事 裁 定 书
>{c.case_number}
申请人：{a}，{a.sex}，{a.birth}出生，汉族，住{c.village()}。
申请人：{b}，{b.sex}，{b.birth}出生，哈萨克族，住{c.addr()}。
被申请人：{d}，住所地：{c.addr()}，统一社会信用代码：{c.credit()}。
法定代表人：{f}。
{c.day(2022)}，申请人{a}、{other}以被申请人{d}（以下称：{d.a}）不能清偿到期债务且明显缺乏清偿能力为由，向本院申请对{d.a}进行破产清算。
本院查明：{d.a}于{c.day(2010)}注册成立，登记机关为广州市白云区市场监督管理局，股东为{c.o()}、{c.o()}，注册资本200万元。{a}、{b}原系{d.a}员工。生效仲裁裁决确认{d.a}应支付{a}工资{c.money(9, 60)}、支付{other}工资{c.money(9, 60)}。{c.low[0]}在执行中未发现{d.a}有可供执行的财产，裁定终结本次执行程序。本院通知后，{d.a}未提出异议。
本院认为，{d.a}住所地在本院辖区，本院对本案有管辖权。{a}、{b}对{d.a}享有到期债权，{d.a}不能清偿到期债务并且明显缺乏清偿能力，具备破产原因。依照《中华人民共和国企业破产法》第二条第一款、第三条、第七条第二款之规定，裁定如下：
受理申请人{a}、{other}对被申请人{d}提出的破产清算申请。
本裁定自即日起生效。
{closing.tabbed(c, "审判长", "审判员", "审判员", "法官助理", "书记员")}"""
