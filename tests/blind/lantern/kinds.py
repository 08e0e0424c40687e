"""Traps 65 to 69: pleadings without an end, in lists and tables, and documents of other kinds."""

from __future__ import annotations

from tests.blind.lantern.frames import EITHER, HELD, Doc, person_line, softly
from tests.blind.lantern.matters import injury, labour, loan
from tests.blind.lantern.people import Cast
from tests.blind.lantern.suits import criminal, execution, ruling, suit
from tests.heldback.markup import C, E, plain


def t65_no_end(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    matter = loan(c, str(p), str(d))
    doc.pleadings = softly(
        f"原告{p}诉称，{matter.grounds}。\n被告{d}{c.by('辩称，', '答辩称：')}{matter.answer}。"
        f"\n{matter.facts[0]}\n{d}在还款期限届满后没有还款，{p}遂起诉。双方的其他往来与本案无关。"
    )
    doc.evidence, doc.facts, doc.reasons = [], [], []
    doc.order[0] = c.by("判决如下：", "据此，判决如下：")
    doc.statuses = HELD
    return doc


def t66_ruling_with_claims(c: Cast) -> Doc:
    p, d = c.person(), c.firm()
    doc = ruling(c, p, d)
    doc.procedure = [
        f"原告{p}诉被告{d}劳动争议一案，本院受理后，依法进行了审查。",
        c.by(
            f"原告{p}诉称，其在被告处工作期间没有休年休假，请求判令被告支付工资报酬。",
            f"原告{p}向本院提出诉讼请求：判令{d}支付未休年休假工资报酬。",
        ),
        f"被告{d}辩称，原告没有经过仲裁前置程序，应驳回其起诉。",
    ]
    doc.facts = ["经审查，原告没有就上述请求向劳动人事争议仲裁委员会申请仲裁。"]
    doc.reasons = [f"本院认为，劳动争议应当先经仲裁，{p}直接起诉不符合法定的受理条件，应予驳回。"]
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百一十九条、第一百五十四条第一款第（三）项的规定，裁定如下：",
        f"驳回原告{p}的起诉。",
        "如不服本裁定，可在裁定书送达之日起十日内，向本院递交上诉状，上诉于广东省广州市中级人民法院。",
    ]
    return doc


def t67_numbered(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    make = loan if c.variant else injury
    doc = suit(c, p, d, make)
    matter = make(c, str(p), str(d))
    asks = [f"{number}. {ask}" for number, ask in enumerate(matter.asks, 1)]
    points = [f"{ask}；" for ask in asks[:-1]] + [f"{asks[-1]}。"]
    doc.claims = [
        f"原告{p}向本院提出诉讼请求：",
        *points,
        f"{c.by('事实和理由', '事实与理由')}：{matter.grounds}。",
    ]
    doc.defence = [f"被告{d}辩称，{matter.answer}。"]
    doc.package.numbered = {plain(point) for point in points}
    return doc


def t67_table(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    matter = loan(c, str(p), str(d))
    doc.claims = [
        f"原告{p}向本院提出诉讼请求：",
        *[f"|{i}.{ask}。|" for i, ask in enumerate(matter.asks, 1)],
        f"事实和理由：{matter.grounds}。",
    ]
    doc.defence = [f"被告{d}辩称，{matter.answer}。"]
    doc.statuses = EITHER
    return doc


def t68_title_only(c: Cast) -> Doc:
    p, d = c.person(), c.firm()
    doc = suit(c, p, d, labour)
    doc.title = f"^{p}与{d}劳动争议一审{c.by('民事判决书', '民 事 判 决 书')}"
    return doc


def t68_other_kind_in_body(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = execution(c, p, d)
    doc.facts.append(
        c.by(
            "本院作出的民事判决书、民事调解书和执行通知书均已送达当事人。",
            "被执行人曾以不服该民事判决书为由提出异议，本院决定不予受理并出具了通知书。",
        )
    )
    return doc


def t69_civil_in_criminal(c: Cast) -> Doc:
    a, v = c.person(), c.person()
    doc = criminal(c, a)
    doc.kind = "刑事附带民事判决书"
    doc.head[1:1] = [person_line(c, "附带民事诉讼原告人", v)]
    doc.procedure = [
        f"广州市荔湾区人民检察院指控被告人{a}犯故意伤害罪，向本院提起公诉。在诉讼过程中，附带民事诉讼原告人{v}向本院提起附带民事诉讼。本院依法组成合议庭，公开开庭进行了合并审理，现已审理终结。"
    ]
    cost = c.money()
    doc.facts = [
        f"公诉机关指控：被告人{a}因琐事持木棍殴打{v}，致其轻伤。",
        C
        + c.by(
            f"附带民事诉讼原告人{v}诉称，其因被告人的行为支出医疗费，请求判令被告人{a}赔偿{cost}。",
            f"附带民事诉讼原告人{v}请求判令被告人{a}赔偿医疗费等{cost}。",
        )
        + E,
        f"被告人{a}对指控的犯罪事实没有异议。",
        f"经审理查明：被告人{a}因琐事与{v}发生争执，持木棍将{v}打伤。经鉴定，{v}的损伤程度为轻伤二级。",
    ]
    doc.reasons = [
        f"本院认为，被告人{a}故意伤害他人身体，致一人轻伤，其行为已构成故意伤害罪，并应赔偿{v}的物质损失。"
    ]
    doc.order = [
        "依照《中华人民共和国刑法》第二百三十四条第一款之规定，判决如下：",
        f"一、被告人{a}犯故意伤害罪，判处有期徒刑八个月。",
        f"二、被告人{a}赔偿附带民事诉讼原告人{v}{cost}。",
    ]
    doc.statuses = HELD
    return doc


def t69_payment_order(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = ruling(c, p, d)
    doc.kind, doc.statuses = "支付令", HELD
    doc.number = (
        f"（{c.year}）粤0103民督{c.number(1, 60)}号"
        if c.year > 2015
        else f"（{c.year}）穗荔法民二督字第{c.number(1, 60)}号"
    )
    doc.head = [person_line(c, "申请人", p), person_line(c, "被申请人", d)]
    sum_ = c.money()
    doc.procedure = [
        f"申请人{p}于{c.date(0)}向本院申请支付令，要求被申请人{d}给付欠款{sum_}，并提交了{c.by('欠条', '对账单')}等证据。经审查，申请人提供的证据能够证明双方之间债权债务关系明确、合法，双方没有其他债务纠纷，支付令能够送达被申请人，该申请符合法律规定的受理条件，本院予以受理。"
    ]
    doc.reasons = []
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第二百一十六条的规定，特发出如下支付令：",
        f"被申请人{d}应当自收到本支付令之日起十五日内，给付申请人{p}{sum_}。",
        f"申请费{c.number(50, 300)}元，由被申请人{d}负担。",
        "被申请人如有异议，应当自收到本支付令之日起十五日内向本院书面提出；逾期不提出书面异议的，本支付令即发生法律效力。",
    ]
    return doc


def t69_mediation(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = ruling(c, p, d)
    doc.kind, doc.statuses = "民事调解书", HELD
    sum_ = c.money()
    doc.procedure = [f"原告{p}诉被告{d}民间借贷纠纷一案，本院受理后依法进行了审理。"]
    doc.reasons = [
        f"本案审理过程中，经本院主持调解，双方当事人自愿达成如下协议：{c.by('一、', '1.')}被告{d}确认尚欠原告{p}{sum_}，分三期付清，首期于签收本调解书之日支付，其余两期分别于此后每月月底前支付；若被告{d}有任何一期未按时足额支付，原告{p}有权就全部余款一并申请强制执行。双方就本案纠纷一次性了结，互不再追究其他责任。"
    ]
    doc.order = [
        "上述协议，不违反法律规定，本院予以确认。",
        "案件受理费减半收取，由原告负担。",
        "本调解书经双方当事人签收后，即具有法律效力。",
    ]
    return doc


def t69_decision(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = execution(c, p, d)
    doc.kind, doc.statuses = c.by("拘留决定书", "罚款决定书"), HELD
    doc.number = (
        f"（{c.year}）粤0103司惩{c.number(1, 60)}号"
        if c.year > 2015
        else f"（{c.year}）穗荔法执字第{c.number(1, 900)}号之一"
    )
    doc.head = [person_line(c, c.by("被拘留人", "被罚款人"), d)]
    doc.procedure = [
        f"本院在执行申请执行人{p}与被执行人{d}纠纷一案中，于{c.date(0)}向{d}送达了执行通知书和报告财产令，责令其如实报告当前以及收到执行通知之日前一年的财产情况。{d}在指定期限内没有申报，也没有履行生效法律文书确定的义务。经查，{d}在此期间曾多次领取劳务报酬并用于个人消费，其行为已构成拒不履行人民法院已经发生法律效力的法律文书，妨害了执行活动的正常进行。"
    ]
    doc.facts, doc.reasons = [], []
    doc.order = [
        "依照《中华人民共和国民事诉讼法》第一百一十一条第一款第（六）项、第一百一十五条的规定，决定如下：",
        f"对{d}{c.by('拘留十五日', '罚款5000元，限于本决定书送达之日起五日内交纳')}。",
        "如不服本决定，可在收到决定书之日起三日内，向广东省广州市中级人民法院申请复议一次。复议期间，不停止决定的执行。",
    ]
    return doc


ALL = (
    t65_no_end,
    t66_ruling_with_claims,
    t67_numbered,
    t67_table,
    t68_title_only,
    t68_other_kind_in_body,
    t69_civil_in_criminal,
    t69_payment_order,
    t69_mediation,
    t69_decision,
)
