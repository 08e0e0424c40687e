"""Traps 57 to 64: where pleadings begin and end."""

from __future__ import annotations

from tests.blind.lantern.frames import Doc, party_lines, person_line
from tests.blind.lantern.matters import injury, labour, loan, partnership, sale, work
from tests.blind.lantern.people import Cast
from tests.blind.lantern.suits import procedure, second, suit
from tests.heldback.markup import C, D, E


def t57_bare_name(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    matter = loan(c, str(p), str(d))
    asks = "；".join(f"{i}、{ask}" for i, ask in enumerate(matter.asks, 1))
    doc.claims = [
        c.by(
            f"{p}向本院提出诉讼请求：{asks}。事实和理由：{matter.grounds}。",
            f"{p}诉称，{matter.grounds}。请求判令：{asks}。",
        ),
    ]
    doc.defence = [c.by(f"{d}辩称，1．{matter.answer}；2．利息没有约定。", f"{d}答辩称：{matter.answer}。")]
    return doc


def t57_bare_alias(c: Cast) -> Doc:
    p, d = c.firm(), c.firm()
    doc = suit(c, p, d, sale)
    a, b = p.alias(), d.alias()
    doc.procedure[0] = (
        doc.procedure[0]
        .replace(f"原告{p}", f"原告{p}（以下简称{a}）", 1)
        .replace(f"被告{d}", f"被告{d}（以下简称{b}）", 1)
    )
    matter = sale(c, a, b)
    doc.claims = [
        c.by(
            f"{a}诉称：{matter.grounds}。请求判令{b}支付货款及违约金。",
            f"{a}向本院提出诉讼请求：{b}支付货款及利息。",
        ),
        f"事实和理由：{matter.grounds}。",
    ]
    doc.defence = [f"{b}辩称，{matter.answer}。"]
    for part in ("facts", "reasons"):
        doc.swap(str(p), a, part)
        doc.swap(str(d), b, part)
    return doc


def t58_other_verbs(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, partnership if c.variant else loan)
    matter = loan(c, str(p), str(d))
    doc.claims = [
        c.by(
            f"原告{p}诉请判令被告归还借款并支付利息，理由是：{matter.grounds}。",
            f"原告的诉讼请求为：一、{matter.asks[0]}；二、{matter.asks[-1]}。事实与理由：{matter.grounds}。",
        )
    ]
    doc.defence = [c.by(f"被告{d}答辩如下：{matter.answer}。", f"被告{d}当庭口头答辩：{matter.answer}。")]
    return doc


def t58_filed(c: Cast) -> Doc:
    p, d = c.person(), c.firm()
    doc = suit(c, p, d, labour)
    matter = labour(c, str(p), str(d))
    doc.claims = [
        c.by(
            f"原告{p}起诉称：{matter.grounds}。请求：{'；'.join(matter.asks)}。",
            f"原告{p}起诉请求：{'；'.join(matter.asks)}。",
        )
    ]
    return doc


def t59_one_paragraph(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d)
    doc.pleadings = (
        doc.procedure[0]
        + C
        + "".join(doc.claims)
        + E
        + D
        + "".join(doc.defence)
        + E
        + "".join(doc.evidence)
        + doc.facts[0]
    )
    doc.procedure, doc.evidence, doc.facts = [], [], doc.facts[1:]
    return doc


def t59_facts_inside(c: Cast) -> Doc:
    """The same with companies, claims and answer in one paragraph and the facts in the next."""
    doc = suit(c, c.firm(), c.firm(), sale)
    doc.pleadings = C + "".join(doc.claims) + E + D + "".join(doc.defence) + E
    doc.evidence = []
    return doc


def t60_no_answer(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    doc.defence = [c.by(f"被告{d}未作答辩。", f"被告{d}未到庭应诉，亦未向本院提交书面答辩意见。")]
    doc.evidence = [
        c.by(
            "原告提交了如下证据：1.借条；2.转账凭证；3.短信记录。",
            "原告为证明其主张，向本院提供了借条、转账凭证等证据。被告没有提交证据。",
        )
    ]
    return doc


def t60_absent_odd(c: Cast) -> Doc:
    p, d = c.person(), c.firm()
    doc = suit(c, p, d, labour)
    absent = f"原告{p}的委托代理人到庭参加诉讼，被告{d}经公告送达开庭传票，没有到庭"
    doc.procedure = [procedure(c, str(p), str(d), "劳动争议", came=absent)]
    doc.defence = [
        c.by(
            f"被告{d}经本院合法传唤，未到庭参加诉讼，亦为向法庭提交答辩状。",
            f"被告{d}缺席，未答辩，也未提交证据。",
        )
    ]
    doc.evidence = ["原告围绕其诉讼请求向本院提交了劳动合同、工资条等证据，本院予以采信。"]
    return doc


def t61_evidence_stops(c: Cast) -> Doc:
    doc = suit(c)
    doc.evidence = [
        c.by(
            "原告围绕诉讼请求依法提交了证据。对当事人无异议的证据，本院予以确认并在卷佐证。",
            "原告为支持其诉讼请求，在举证期限内提交了证据一至证据五；被告承认原告提出的上述证据的真实性。",
        )
    ]
    return doc


def t61_around(c: Cast) -> Doc:
    doc = suit(c)
    doc.evidence = [
        c.by(
            "当事人围绕诉讼请求依法提交了证据，本院组织当事人进行了证据交换和质证。对有争议的证据，本院认定如下：微信记录与原始载体一致，可以作为定案依据。",
            "庭审中，原告向法庭提交了原始凭证供核对，被告对其真实性没有异议。",
        )
    ]
    return doc


def t62_alternating(c: Cast) -> Doc:
    p, d, e, t = c.person(), c.person(), c.firm(), c.person()
    doc = suit(c, p, d, injury)
    doc.head += [*party_lines(c, "被告", e), person_line(c, "第三人", t)]
    doc.swap(f"被告{d}", f"被告{d}、{e}、第三人{t}", "procedure")
    doc.defence = [
        f"被告{d}辩称，不同意原告的诉讼请求。",
        c.by(
            f"被告{e}的委托代理人辩称：事发地点不在我方管理范围内，请求驳回对我方的起诉。",
            f"被告{e}答辩称，其与本案没有关联。",
        ),
        c.by(
            f"被告{d}补充答辩称：医疗费的金额应以票据为准。",
            f"被告{d}庭后提交书面意见称，愿意承担合理部分的医疗费。",
        ),
        c.by(f"第三人{t}述称，同意被告{d}的意见。", f"第三人{t}陈述意见称：对本案处理没有意见。"),
    ]
    doc.order.append(f"三、驳回原告对被告{e}的诉讼请求，第三人{t}在本案中不承担责任。")
    return doc


def t62_counterclaim(c: Cast) -> Doc:
    p, d = c.firm(), c.person()
    doc = suit(c, p, d, work)
    at = next(i for i, line in enumerate(doc.head) if str(d) in line)
    doc.head[at] = person_line(c, "被告（反诉原告）", d)
    doc.head[0] = party_lines(c, "原告（反诉被告）", p)[0]
    doc.swap(f"原告{p}", f"原告（反诉被告）{p}", "procedure")
    doc.swap(f"被告{d}", f"被告（反诉原告）{d}", "procedure")
    matter = work(c, str(p), str(d))
    doc.pleadings = "\n".join(
        [
            C
            + c.by(
                f"原告（反诉被告）{p}诉称，{matter.grounds}。请求判令被告支付价款。",
                f"原告{p}向本院提出诉讼请求：{matter.asks[0]}。事实和理由：{matter.grounds}。",
            )
            + E,
            D + f"被告（反诉原告）{d}辩称，{matter.answer}。" + E,
            C
            + c.by(
                f"被告（反诉原告）{d}反诉称：因工程返修，其另付返修费，请求判令反诉被告赔偿返修费用。",
                f"反诉原告{d}向本院提出反诉请求：判令反诉被告支付返修费。",
            )
            + E,
            D
            + c.by(
                f"反诉被告{p}对反诉答辩称：返修与其无关，不同意反诉请求。",
                f"原告（反诉被告）{p}针对反诉辩称，没有收到返修通知。",
            )
            + E,
        ]
    )
    doc.reasons.append(f"{d}反诉主张返修费用，但其提供的收据没有加盖印章，本院不予支持。")
    doc.order.append(f"三、驳回反诉原告{d}的反诉请求。")
    return doc


def t62_changed_claims(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    doc.claims.append(
        c.by(
            f"诉讼中，原告{p}变更诉讼请求为：判令被告偿还借款本金及逾期利息。",
            f"庭审中，原告{p}增加诉讼请求：判令被告支付公证费。",
        )
    )
    return doc


def t63_nested(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    doc.facts.insert(
        -1,
        c.by(
            f"诉讼中，原告{p}称借款系分两次交付，被告{d}陈述仅收到一笔，双方均未提交其他证据。",
            f"庭审中，{d}陈述其已归还部分款项；{p}则称该款是此前另一笔往来。",
        ),
    )
    doc.reasons.append(
        c.by(
            f"原告诉称被告多次拒绝还款，被告辩称其一直在筹款，但均不影响还款义务的成立。关于{d}辩称的利息过高问题，本院已依法调整。",
            f"原告{p}诉称的催收费用没有票据，本院不予支持；被告{d}辩称没有收到款项，与借条内容矛盾，本院不予采纳。",
        )
    )
    return doc


def t63_appeal(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = second(c, p, d)
    doc.facts.insert(
        0,
        c.by(
            f"{p}向一审法院起诉请求：判令{d}承担责任并负担诉讼费用。",
            f"原审原告{p}诉称，{d}拒不履行义务，请求判令{d}承担全部责任。原审被告{d}辩称，不同意原告的诉讼请求。",
        ),
    )
    return doc


def t63_retrial(c: Cast) -> Doc:
    """Retrial at first instance: the new pleadings go, the old ones as recited stay."""
    p, d = c.person(), c.person()
    c.panel = True
    doc = suit(c, p, d, loan)
    doc.number = c.case_number("民再")
    earlier = f"（{c.year - 1}）{'粤0103民初' if c.year > 2016 else '穗荔法民一初字第'}{c.number(100, 999)}号"
    doc.head = [person_line(c, "原审原告", p), person_line(c, "原审被告", d)]
    doc.procedure = [
        f"原审原告{p}与原审被告{d}民间借贷纠纷一案，本院作出{earlier}民事判决，已经发生法律效力。本院经审判委员会讨论决定，对本案进行再审，并另行组成合议庭公开开庭审理了本案，现已审理终结。"
    ]
    matter = loan(c, str(p), str(d))
    doc.claims = [f"原审原告{p}{c.by('再审诉称', '诉称')}，{matter.grounds}，请求判令原审被告还款。"]
    doc.defence = [f"原审被告{d}{c.by('再审辩称', '辩称')}，{matter.answer}。"]
    doc.evidence = []
    doc.facts[0] = "经再审查明：" + matter.facts[0]
    doc.facts.insert(-1, f"原审判决认定，{d}向{p}借款的事实清楚，判令{d}还本付息。")
    doc.order[0] = "依照《中华人民共和国民事诉讼法》第二百零七条第一款之规定，判决如下："
    return doc


def t64_quoted_end(c: Cast) -> Doc:
    p, d = c.person(), c.person()
    doc = suit(c, p, d, loan)
    words = c.by("“本院认为，借条系真实意思表示，对双方均有约束力”", "“经审理查明，被告确曾收到涉案款项”")
    matter = loan(c, str(p), str(d))
    doc.claims = [
        f"原告{p}诉称，{matter.grounds}。另案生效判决已载明：{words}，被告仍不还款。请求判令被告还本付息。"
    ]
    doc.defence = [f"被告{d}辩称，{matter.answer}。"]
    return doc


def t64_quoted_in_answer(c: Cast) -> Doc:
    p, d = c.person(), c.firm()
    doc = suit(c, p, d, labour)
    words = c.by(
        "“本委查明：申请人已领取全部工资。本委认为：申请人的请求没有依据”",
        "“经审理查明：双方已签订劳动合同。本院认为：不支持二倍工资”",
    )
    doc.defence = [
        f"被告{d}辩称，仲裁机构及其他法院在同类案件中均写明：{words}，应当同案同判，请求驳回原告的诉讼请求。"
    ]
    return doc


ALL = (
    t57_bare_name,
    t57_bare_alias,
    t58_other_verbs,
    t58_filed,
    t59_one_paragraph,
    t59_facts_inside,
    t60_no_answer,
    t60_absent_odd,
    t61_evidence_stops,
    t61_around,
    t62_alternating,
    t62_counterclaim,
    t62_changed_claims,
    t63_nested,
    t63_appeal,
    t63_retrial,
    t64_quoted_end,
    t64_quoted_in_answer,
)
