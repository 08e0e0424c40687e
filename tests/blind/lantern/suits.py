"""Puts people and a matter together: first instance, second instance, rulings, criminal and administrative documents."""

from __future__ import annotations

from collections.abc import Callable

from tests.blind.lantern import frames
from tests.blind.lantern.frames import Doc, appeal, lawyer_line, party_lines, signature, staff_line
from tests.blind.lantern.matters import AGAINST_FIRM, BETWEEN_FIRMS, BY_FIRM, PERSONAL, Matter
from tests.blind.lantern.people import Cast, Party
from tests.heldback.markup import secret

Make = Callable[[Cast, str, str], Matter]


def matter_for(c: Cast, p: Party, d: Party) -> Make:
    pool = {
        (True, True): PERSONAL,
        (True, False): AGAINST_FIRM,
        (False, True): BY_FIRM,
        (False, False): BETWEEN_FIRMS,
    }[p.alone, d.alone]
    return c.rng.choice(pool)


def claims_of(c: Cast, matter: Matter, p: str) -> list[str]:
    numbered = [f"{i}{c.pick('.', '、')}{ask}" for i, ask in enumerate(matter.asks, 1)]
    asks = "；".join(numbered) + "。"
    if c.year > 2016:
        first = c.pick(f"原告{p}向本院提出诉讼请求：", "原告向本院提出诉讼请求：")
        if c.rng.random() < 0.5:
            return [first + asks, f"事实和理由：{matter.grounds}。"]
        return [f"{first}{asks}事实与理由：{matter.grounds}。"]
    opener = c.pick(f"原告{p}诉称，", f"原告{p}诉称：", f"原告{p}起诉称：", "原告诉称，")
    return [f"{opener}{matter.grounds}。为维护自身合法权益，特诉至法院，请求：{asks}"]


def defence_of(c: Cast, matter: Matter, d: str) -> list[str]:
    opener = c.pick(f"被告{d}辩称，", f"被告{d}辩称：", "被告辩称，", f"被告{d}答辩称：")
    return [f"{opener}{matter.answer}。"]


def procedure(c: Cast, p: str, d: str, cause: str, verb: str = "诉", *, came: str = "") -> str:
    filed = f"{c.year}年{c.number(1, 6)}月{c.number(1, 28)}日"
    bench = (
        c.pick("依法组成合议庭，", "由审判员和人民陪审员组成合议庭，")
        if c.panel
        else c.pick("依法适用简易程序，", "依法由审判员独任审判，")
    )
    came = came or c.pick(
        f"原告{p}、被告{d}均到庭参加诉讼",
        "原、被告双方均到庭参加了诉讼",
        f"原告{p}及被告{d}的委托代理人到庭参加诉讼",
    )
    return f"原告{p}{verb}被告{d}{cause}一案，本院于{filed}立案受理后，{bench}公开开庭进行了审理。{came}。本案现已审理终结。"


def suit(c: Cast, p: Party | None = None, d: Party | None = None, make: Make | None = None) -> Doc:
    """A civil judgment of first instance."""
    p, d = p or c.person(), d or c.person()
    matter = (make or matter_for(c, p, d))(c, str(p), str(d))
    a, b = str(p), str(d)
    agents = [lawyer_line(c)] if c.rng.random() < 0.7 else []
    theirs = [staff_line(c)] if not d.alone else ([lawyer_line(c)] if c.rng.random() < 0.4 else [])
    opener = c.pick(
        "经审理查明：",
        "本院经审理认定事实如下：",
        "根据当事人陈述和经审查确认的证据，本院认定事实如下：",
        "经审理查明，",
    )
    doc = Doc(c, "民事判决书", c.case_number("民初"))
    doc.head = [*party_lines(c, "原告", p), *agents, *party_lines(c, "被告", d), *theirs]
    doc.procedure = [procedure(c, a, b, matter.cause, c.pick("诉", "与"))]
    doc.claims, doc.defence = claims_of(c, matter, a), defence_of(c, matter, b)
    doc.evidence = [
        c.pick(
            f"当事人围绕诉讼请求依法提交了{matter.proof}等证据，本院组织当事人进行了证据交换和质证。",
            f"原告为支持其主张，向本院提交了{matter.proof}。",
            f"原告围绕诉讼请求依法提交了证据：{matter.proof}。",
        )
    ] * (c.rng.random() < 0.6)
    doc.facts = [
        opener + matter.facts[0],
        *matter.facts[1:],
        c.pick(
            "以上事实，有当事人提交的书面证据及庭审笔录等附卷为证。",
            "上述事实，有原告提交的证据及当事人的陈述予以证实。",
        ),
    ]
    doc.reasons = ["本院认为，" + matter.reasons[0], *matter.reasons[1:]]
    doc.order = [f"综上所述，依照{matter.laws}、《中华人民共和国民事诉讼法》第一百四十二条之规定，判决如下："]
    doc.order += [f"{'一二三四五六'[i]}、{line}" for i, line in enumerate(matter.order)]
    fee = c.number(60, 4800)
    payer = c.pick(
        f"由被告{b}负担", f"由{b}承担", f"由原告{a}负担{fee // 3}元，被告{b}负担{fee - fee // 3}元"
    )
    doc.tail = [
        "如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》的规定，加倍支付迟延履行期间的债务利息。",
        f"案件受理费{fee}元，{payer}。",
        appeal(c),
    ]
    doc.signature = signature(c)
    return doc


def ruling(c: Cast, p: Party | None = None, d: Party | None = None) -> Doc:
    """A ruling that lets the plaintiff withdraw."""
    p, d = p or c.person(), d or c.person()
    cause = matter_for(c, p, d)(c, str(p), str(d)).cause
    doc = Doc(c, "民事裁定书", c.case_number("民初"))
    doc.head = [*party_lines(c, "原告", p), lawyer_line(c), *party_lines(c, "被告", d)]
    doc.procedure = [
        f"本院在审理原告{p}诉被告{d}{cause}一案中，原告{p}于{c.year}年{c.number(2, 11)}月{c.number(1, 28)}日以双方已在庭外自行协商解决为由，向本院提出撤诉申请。"
    ]
    doc.facts = [
        f"本院受理后，已依法向{d}送达了起诉状副本、应诉通知书、举证通知书及开庭传票，并告知当事人审判人员的姓名、当事人的诉讼权利和义务以及举证期限。",
        c.pick(
            "双方当事人均没有申请回避，也没有在举证期限内申请延期举证。",
            "开庭前，双方没有提出管辖权异议，亦未申请审判人员回避。",
        ),
    ]
    doc.reasons = [
        f"本院认为，当事人有权在法律规定的范围内处分自己的民事权利和诉讼权利。原告{p}在本案宣判前申请撤回对被告{d}的起诉，是其真实意思表示，不损害国家、集体及他人的合法权益，依法应予准许。"
    ]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百四十五条第一款、第一百五十四条第一款第（五）项的规定，裁定如下：",
        f"准许原告{p}撤回起诉。",
        f"案件受理费{c.number(50, 900)}元，减半收取，由原告{p}负担。",
    ]
    doc.signature = signature(c)
    return doc


def execution(c: Cast, p: Party | None = None, d: Party | None = None) -> Doc:
    """An enforcement ruling that ends this round."""
    p, d = p or c.person(), d or c.person()
    base = f"（{c.year - 1}）{'粤0103民初' if c.year > 2016 else '穗荔法民二初字第'}{c.number(100, 8000)}号"
    doc = Doc(c, "执行裁定书", c.case_number("执"))
    doc.head = [*party_lines(c, "申请执行人", p), lawyer_line(c), *party_lines(c, "被执行人", d)]
    doc.procedure = [
        f"申请执行人{p}与被执行人{d}{c.pick('民间借贷', '买卖合同', '劳动争议')}纠纷一案，本院{base}民事判决书已经发生法律效力。因被执行人{d}没有履行生效法律文书确定的义务，{p}向本院申请强制执行，本院依法立案执行。"
    ]
    doc.facts = [
        f"在执行过程中，本院依法向被执行人{d}发出执行通知书和报告财产令，并通过网络执行查控系统对{d}名下的银行存款、车辆、证券、房产进行了查询。查明：{d}名下的银行账户余额不足，未发现其他可供执行的财产。",
        f"本院已将上述财产调查情况告知申请执行人{p}，{p}在指定期限内未能提供被执行人其他可供执行的财产线索，并同意终结本次执行程序。",
    ]
    doc.reasons = [f"本院认为，被执行人{d}暂无可供执行的财产，本案符合终结本次执行程序的条件。"]
    doc.order = [
        "依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十九条的规定，裁定如下：",
        "终结本次执行程序。",
        f"申请执行人{p}发现被执行人有可供执行财产的，可以再次申请执行。再次申请不受申请执行时效期间的限制。",
        "本裁定送达后即发生法律效力。",
    ]
    doc.signature = signature(c)
    return doc


def second(c: Cast, p: Party | None = None, d: Party | None = None) -> Doc:
    """A judgment on appeal: nothing is removed."""
    p, d = p or c.person(), d or c.person()
    matter = matter_for(c, p, d)(c, str(p), str(d))
    base = suit_number(c)
    doc = Doc(c, "民事判决书", c.case_number("民终"), court="广东省广州市中级人民法院")
    doc.head = [
        *party_lines(c, "上诉人（原审被告）", d),
        lawyer_line(c),
        *party_lines(c, "被上诉人（原审原告）", p),
    ]
    doc.procedure = [
        f"上诉人{d}因与被上诉人{p}{matter.cause}一案，不服广州市荔湾区人民法院{base}民事判决，向本院提起上诉。本院依法组成合议庭进行了审理，现已审理终结。"
    ]
    doc.facts = [
        f"原审法院经审理查明：{matter.facts[0]}",
        *matter.facts[1:],
        f"原审法院认为，{matter.reasons[0]}",
        f"上诉人{d}不服原审判决，向本院上诉称：{matter.answer}。请求撤销原判，依法改判。",
        f"被上诉人{p}答辩称：原审判决认定事实清楚，适用法律正确，请求维持。",
        "本院二审查明的事实与原审法院查明的事实一致，本院予以确认。",
    ]
    doc.reasons = [
        f"本院认为，{d}的上诉理由缺乏事实和法律依据，原审判决认定事实清楚，处理恰当，本院予以维持。"
    ]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百七十条第一款第（一）项之规定，判决如下：",
        "驳回上诉，维持原判。",
        f"二审案件受理费{c.number(60, 4800)}元，由上诉人{d}负担。",
        "本判决为终审判决。",
    ]
    c.panel = True
    doc.signature = signature(c)
    return doc


def suit_number(c: Cast) -> str:
    year = c.year - (c.year == 2016)
    return (
        f"（{year}）粤0103民初{c.number(100, 8000)}号"
        if year > 2015
        else f"（{year}）穗荔法民二初字第{c.number(100, 8000)}号"
    )


def criminal(c: Cast, accused: Party | None = None) -> Doc:
    """A theft; the charge and the plea stay."""
    a = accused or c.person()
    victim = secret("v", c.fresh_name())
    day, sum_ = c.date(1), f"{c.number(20, 79)}00元"
    doc = Doc(c, "刑事判决书", c.case_number("刑初"))
    line = frames.person_line(c, "被告人", a)[:-1]  # type: ignore[arg-type]
    doc.head = [
        "公诉机关广州市荔湾区人民检察院。",
        f"{line}，初中文化，无业。因本案于{c.date(0)}被羁押，次日被刑事拘留，同月被逮捕。现押于广州市荔湾区看守所。",
        f"辩护人{c.official()}，广东衡穗律师事务所律师。",
    ]
    doc.procedure = [
        f"广州市荔湾区人民检察院以穗荔检公刑诉〔{c.year}〕{c.number(100, 900)}号起诉书指控被告人{a}犯盗窃罪，于{c.date(0)}向本院提起公诉。本院依法组成合议庭，公开开庭审理了本案。广州市荔湾区人民检察院指派检察员{c.official()}出庭支持公诉，被告人{a}及其辩护人到庭参加诉讼。现已审理终结。"
    ]
    doc.facts = [
        f"公诉机关指控：{day}15时许，被告人{a}在广州市荔湾区上下九步行街，趁被害人{victim}不备，扒窃其放在挎包内的手机一部（经鉴定价值{sum_}）。",
        f"被告人{a}对指控的事实及罪名没有异议。辩护人提出，被告人{a}归案后如实供述，请求从轻处罚。",
        f"经审理查明：{day}15时许，被告人{a}窜至广州市荔湾区上下九步行街，扒窃得被害人{victim}的手机一部，后被群众当场抓获。破案后，赃物已发还被害人{victim}。",
        f"上述事实，有被害人{victim}的陈述、抓获经过、价格鉴定结论书、现场监控录像及被告人{a}的供述等证据证实，足以认定。",
    ]
    doc.reasons = [
        f"本院认为，被告人{a}以非法占有为目的，扒窃他人财物，其行为已构成盗窃罪。公诉机关指控的罪名成立。被告人{a}归案后如实供述自己的罪行，依法可以从轻处罚。"
    ]
    doc.order = [
        "依照《中华人民共和国刑法》第二百六十四条、第六十七条第三款之规定，判决如下：",
        f"被告人{a}犯盗窃罪，判处有期徒刑{c.pick('六个月', '八个月', '十个月')}，并处罚金1000元。",
    ]
    doc.tail = [
        "如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向广东省广州市中级人民法院提出上诉。"
    ]
    c.panel = True
    doc.signature = signature(c)
    return doc
