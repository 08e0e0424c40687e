"""One body, many ways to open and close claims, defence and facts; and party blocks of other shapes."""

from __future__ import annotations

from tests.heldback.cast import APPEAL, Cast, Person
from tests.heldback.markup import C, D, E, secret
from tests.heldback.skeletons.registry import Shelf

shelf = Shelf()
CIVIL = "民事判决书"
CLAIMS = (
    "原告{p}诉称，{story}请求法院判令：{wish}",
    "原告{p}诉称：{story}现诉至贵院，诉请：{wish}",
    "原告{p}起诉认为：{story}故请求判令：{wish}",
    "原告{p}诉请判令：{wish}理由：{story}",
    "原告{p}的诉讼请求为：{wish}事实和理由为：{story}",
    "{p}诉称，{story}据此，{p}请求：{wish}",
    "原告{p}向本院提出如下诉讼请求：{wish}事实与理由：{story}",
    "原告{p}向本院提起诉讼，请求：{wish}事实与理由：{story}",
)
DEFENCES = (
    "被告{d}辩称，{plea}",
    "被告{d}答辩称：{plea}",
    "被告{d}当庭答辩如下：{plea}",
    "被告{d}的答辩意见：{plea}",
    "{d}辩称：{plea}请求法院依法驳回原告的诉讼请求。",
    "被告{d}在庭审中口头辩称：{plea}",
    "被告{d}书面答辩称，{plea}",
)
ABSENCES = (
    "被告{d}未到庭，也未作出书面答辩。",
    "被告{d}缺席，无答辩。",
    "被告{d}未应诉答辩。",
    "被告{d}没有到庭参加诉讼，亦没有向本院提交答辩状。",
    "被告{d}经本院合法传唤未到庭，视为放弃答辩的权利。",
    "被告{d}在法定答辩期内未提交答辩状，也未到庭参加诉讼。",
    "{d}未提交答辩意见。",
    "被告{d}既不答辩，亦不到庭。",
)
FACTS = (
    "经审理查明，",
    "经审理查明：",
    "本院经审理查明如下事实：",
    "本院经审理认定事实如下：",
    "根据当事人陈述和经审查确认的证据，本院认定事实如下：",
    "经开庭审理，本院查明：",
    "本院根据采信的证据，确认以下事实：",
    "经审查，本院确认如下案件事实：",
)


def _body(c: Cast, no: str, lines: str, p: Person, d: Person, second: str) -> str:
    m = c.money()
    story = f"{c.date()}，被告向原告租用吊车一台，拖欠租金{m}，经原告多次追讨未果。"
    claims = c.rng.choice(CLAIMS).format(p=p, story=story, wish=f"1.被告支付租金{m}；2.被告承担诉讼费。")
    return f"""{c.head(CIVIL, no)}
{lines}
原告{p}与被告{d}建筑设备租赁合同纠纷一案，本院于{c.date()}立案受理后，依法公开开庭进行了审理。本案现已审理终结。
{C}{claims}{E}
{D}{second}{E}
{c.rng.choice(FACTS)}{c.date()}，被告{d}因工程需要向原告{p}租用吊车一台，并在结算单上签名确认尚欠租金{m}。
本院认为，被告{d}租用原告{p}的设备，应当依约支付租金。原告的诉讼请求有事实和法律依据，本院予以支持。
依照《中华人民共和国合同法》第六十条、第二百二十六条的规定，判决如下：
被告{d}应在本判决发生法律效力之日起十日内向原告{p}支付租金{m}。
案件受理费由被告{d}负担。
{APPEAL}
{c.sign(panel=False)}"""


def _present(c: Cast, no: str) -> str:
    p, d = c.person(), c.person()
    plea = "吊车经常发生故障，耽误工期，租金应予扣减。"
    lines = f"原告：{p}，{p.data}。\n被告：{d}，{d.data}。"
    return _body(c, no, lines, p, d, c.rng.choice(DEFENCES).format(d=d, plea=plea))


def _absent(c: Cast, no: str) -> str:
    p, d = c.person(), c.person()
    lines = f"原告{p}，{p.sex}，{p.birth}出生，住{p.addr}。\n被告{d}，{d.sex}，{d.birth}出生，住{d.addr}，去向不明。"
    return _body(c, no, lines, p, d, c.rng.choice(ABSENCES).format(d=d))


@shelf.add(CIVIL)
def varied_old_present(c: Cast) -> str:
    return _present(c, c.old_no("民二初"))


@shelf.add(CIVIL)
def varied_old_absent(c: Cast) -> str:
    return _absent(c, c.old_no("民二初"))


@shelf.add(CIVIL)
def varied_new_present(c: Cast) -> str:
    return _present(c, c.new_no("民初"))


@shelf.add(CIVIL)
def varied_new_absent(c: Cast) -> str:
    return _absent(c, c.new_no("民初"))


@shelf.add(CIVIL)
def parties_over_several_lines(c: Cast) -> str:
    p, d = c.person(), c.person()
    lines = f"""原告：{p}，{p.sex}，{p.birth}出生，汉族
住址：{p.addr}
身份证号码：{p.id}
联系电话：{p.phone}
被告：{d}，{d.sex}，{d.birth}出生，汉族
户籍地址：{d.addr}
现住：{c.addr()}
身份证号码：{d.id}"""
    return _body(c, c.new_no("民初"), lines, p, d, f"被告{d}辩称，租金数额有误。")


@shelf.add(CIVIL)
def lawyers_of_bracketed_firms(c: Cast) -> str:
    p, d = c.person(), c.person()
    lines = f"""原告：{p}，{p.data}。
委托诉讼代理人：{c.lawyer()}，广东方直（广州）律师事务所律师。
委托诉讼代理人：{c.lawyer()}，系{p}的儿子。
被告：{d}，{d.data}。
委托诉讼代理人：{c.lawyer()}、{c.lawyer()}，上海市君和（深圳）律师事务所专职律师。"""
    son = lines.splitlines()[2].removeprefix("委托诉讼代理人：").split("，")[0]
    lines = lines.replace(son, secret("r", son))
    return _body(c, c.new_no("民初"), lines, p, d, f"被告{d}辩称，租金数额有误。")


@shelf.add(CIVIL)
def operator_in_brackets(c: Cast) -> str:
    no = c.new_no("民初")
    p, d = c.person(), c.person()
    shop = secret("a", f"广州市荔湾区{c.rng.choice(['顺意', '好彩', '添福'])}茶叶行")
    return f"""{c.head(CIVIL, no)}
原告：{p}（系{shop}经营者），{p.data}。
被告：{d}，{d.data}，在广州市荔湾区经营“{secret("a", "荔香园茶庄")}”。
原告{p}与被告{d}买卖合同纠纷一案，本院立案后，依法进行了审理。本案现已审理终结。
{C}原告{p}向本院提出诉讼请求：被告支付货款{c.money()}。事实和理由：被告多次到{shop}提取茶叶，未付清货款。{E}
{D}被告{d}辩称：茶叶受潮，不应付款。{E}
经审理查明：{c.date()}，被告{d}以{secret("a", "荔香园茶庄")}名义向{shop}订购普洱茶一批，送货单由被告签收。
本院认为，原、被告之间的买卖合同关系成立并生效。
依照《中华人民共和国民法典》第六百二十六条规定，判决如下：
被告{d}于本判决生效之日起十日内支付原告{p}货款。
{APPEAL}
{c.sign(panel=False)}"""


@shelf.add(CIVIL)
def plaintiffs_on_one_line(c: Cast) -> str:
    no = c.old_no("民三初")
    a, b, d = c.person(), c.person(), c.firm()
    former = secret("a", f"广州市{d.word}服务公司")
    return f"""{c.head(CIVIL, no)}
原告：{a}、{b}，均住{a.addr}。
委托代理人：{c.kin()}，女，{a.birth}出生，住{c.addr()}，系两原告女儿。
被告：{d}（原名称：{former}）。住所地：{d.addr}。
负责人：{d.rep}，经理。
委托代理人：{c.kin()}、{c.kin()}，均系被告职员。
原告{a}、{b}诉被告{d}房屋租赁合同纠纷一案，本院受理后，依法组成合议庭公开开庭进行了审理。本案现已审理终结。
{C}两原告诉称：两原告承租被告管理的直管公房，被告拒绝续签租约。请求判令被告继续履行租赁合同。{E}
{D}被告答辩称：两原告将公房转租，被告有权收回。{E}
经审理查明：1985年，{former}与{a}签订《住宅租赁合同》，{b}为同住人。2009年，{former}更名为{d}。
本院认为：两原告转租公房未经被告同意，违反合同约定。依照《中华人民共和国合同法》第二百二十四条的规定，判决如下：
驳回原告{a}、{b}的诉讼请求。
{APPEAL}
{c.sign()}"""


@shelf.add(CIVIL, "ready", "held")
def incapacity_special_procedure(c: Cast) -> str:
    no = c.new_no("民特")
    a, b = c.person(), c.person()
    return f"""{c.head(CIVIL, no)}
申请人：{a}，{a.data}。
被申请人：{b}，{b.data}。
代理人：{c.kin()}，系被申请人的女儿。
申请人{a}申请认定被申请人{b}无民事行为能力一案，本院于{c.date()}立案后，依法适用特别程序进行了审理。现已审理终结。
经审理查明，被申请人{b}系申请人{a}的母亲。经广州市惠爱医院司法鉴定所鉴定，被申请人{b}患有阿尔茨海默病，无民事行为能力。
本院认为，被申请人{b}经鉴定为无民事行为能力人，申请人的申请符合法律规定。
依照《中华人民共和国民法典》第二十一条规定，判决如下：
一、宣告{b}为无民事行为能力人；
二、指定{a}为{b}的监护人。
本判决为终审判决。
{c.sign(panel=False)}"""
