"""What people go to court about: claims, answer, facts, reasons and ruling, told in varying words."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.blind.lantern.people import Cast


@dataclass
class Matter:
    cause: str
    asks: list[str]
    grounds: str
    answer: str
    proof: str
    facts: list[str]
    reasons: list[str]
    order: list[str]
    laws: str
    claimant_firm: bool = False
    defendant_firm: bool = False
    extra: dict[str, str] = field(default_factory=dict)


def _contract_law(c: Cast) -> str:
    return (
        "《中华人民共和国民法典》第五百零九条、第五百七十七条"
        if c.year > 2020
        else "《中华人民共和国合同法》第六十条、第一百零七条"
    )


def loan(c: Cast, p: str, d: str) -> Matter:
    sum_, lent, due = c.money(), c.date(2), c.date(1)
    way = c.pick("现金", f"银行转账（转入被告账户{c.account()}）", "微信转账")
    law = (
        "《中华人民共和国民法典》第六百七十五条、第六百七十六条"
        if c.year > 2020
        else "《中华人民共和国合同法》第二百零六条、第二百零七条"
    )
    return Matter(
        cause="民间借贷纠纷",
        asks=[
            f"判令被告向原告偿还借款本金{sum_}",
            f"判令被告支付利息（以{sum_}为本金，从{due}起按同期同类贷款利率计至实际清偿之日止）",
            "本案诉讼费用由被告承担",
        ],
        grounds=f"双方系多年朋友，{lent}被告以资金周转困难为由向{p}借款{sum_}，约定{due}前还清。借款到期后，{p}多次催收，被告以各种理由推托，至今分文未还",
        answer=c.pick(
            f"确认收到借款，但{d}已陆续归还了一部分，利息约定过高，请求法院依法核减",
            "借条是在对方逼迫下写的，实际没有收到那么多钱，不同意原告的全部诉讼请求",
            "借款属实，目前经济困难，希望分期偿还",
        ),
        proof="借条、转账凭证、微信聊天记录打印件",
        facts=[
            f"{lent}，{d}向{p}出具《借条》一份，载明：“今借到{p}人民币{sum_}，定于{due}前一次性还清。借款人：{d}”。同日，{p}以{way}方式向{d}交付了上述款项。",
            f"借款期限届满后，{d}未还款。{p}于{c.date(1)}以短信方式催收，{d}回复称“再宽限两个月”。庭审中，双方均确认上述短信的真实性。",
        ],
        reasons=[
            f"本案系民间借贷纠纷。{d}向{p}借款并出具借条，双方之间的借贷关系有借条及付款凭证为证，意思表示真实，内容不违反法律、行政法规的强制性规定，应属合法有效。{d}未按约定还款，已构成违约，应承担偿还借款并支付逾期利息的责任。{d}主张已部分还款，但未能举证，本院不予采纳。",
        ],
        order=[
            f"{d}于本判决发生法律效力之日起十日内向{p}偿还借款本金{sum_}；",
            f"{d}于本判决发生法律效力之日起十日内向{p}支付逾期利息（以{sum_}为基数，从{due}起计至实际清偿之日止）；",
        ],
        laws=law,
    )


def partnership(c: Cast, p: str, d: str) -> Matter:
    sum_, start = c.money(20, 200), c.date(3)
    return Matter(
        cause="合伙协议纠纷" if c.year < 2021 else "合伙合同纠纷",
        asks=[
            "解除双方签订的《合伙经营协议书》",
            f"判令被告退还原告投资款{sum_}",
            "判令被告承担本案全部诉讼费",
        ],
        grounds=f"{start}，双方商定合伙经营奶茶店，{p}出资{sum_}，被告负责选址、装修和日常管理。开业半年后，被告擅自将店内设备变卖并停止营业，也不与{p}结算",
        answer="亏损是市场原因造成的，应当由合伙人共同承担，账目一直放在店里，对方随时可以查看",
        proof="合伙经营协议书、收据、结算清单、照片",
        facts=[
            f"{start}，{p}（甲方）与{d}（乙方）签订《合伙经营协议书》，约定双方各占百分之五十的份额，盈亏按份额分担，由{d}负责日常经营。签约当日{p}交付投资款{sum_}，{d}出具收据。",
            f"{c.date(1)}起店铺停业，设备由{d}处置。诉讼中，本院依{p}的申请调取了店铺的营业流水，双方对流水均无异议，但对装修费用的数额各执一词。",
        ],
        reasons=[
            f"{p}与{d}签订的《合伙经营协议书》合法有效。合伙事务由{d}执行，{d}未经{p}同意处分合伙财产，致使合伙目的不能实现，{p}要求解除协议，于法有据。至于应退还的数额，综合双方的出资、营业流水和经营期限，本院酌情予以认定。",
        ],
        order=[
            f"解除{p}与{d}签订的《合伙经营协议书》；",
            f"{d}于本判决生效之日起十日内向{p}返还投资款{c.money(8, 19)}；",
        ],
        laws=_contract_law(c),
    )


def sale(c: Cast, p: str, d: str) -> Matter:
    sum_, signed = c.money(30, 300), c.date(2)
    goods = c.pick("皮料", "五金配件", "包装纸箱", "电线电缆", "布料")
    return Matter(
        cause="买卖合同纠纷",
        asks=[f"判令被告支付货款{sum_}及逾期付款利息", "判令被告承担本案受理费、保全费"],
        grounds=f"双方自{signed}起发生{goods}购销往来，{p}依约供货后，被告一直拖欠货款。经对账，被告确认尚欠{sum_}，此后虽经多次发函催讨，仍未支付",
        answer=f"部分{goods}存在质量问题，被告已书面提出异议，应扣减相应货款；对账单上的签名人员没有得到授权",
        proof="购销合同、送货单、对账单、增值税专用发票、催款函及邮寄凭证",
        facts=[
            f"{signed}，{p}作为供方与作为需方的{d}签订《购销合同》一份，约定由{p}向{d}供应{goods}，货到后三十日内付清货款，逾期按日万分之五计付违约金。",
            f"合同签订后，{p}分批向{d}交付了货物，并开具了相应的增值税专用发票。{c.date(1)}，{d}的仓库主管在《对账单》上签名，确认尚欠货款{sum_}。",
            f"{c.date(1)}，{p}委托律师向{d}发出《催款函》，该邮件显示已由前台签收。",
        ],
        reasons=[
            f"{p}与{d}签订的《购销合同》系双方真实意思表示，合法有效，双方均应恪守。{p}已履行供货义务，{d}应按约付清货款。关于质量异议，{d}未在合理期限内提出，也未申请鉴定，应承担举证不能的后果。",
        ],
        order=[
            f"{d}自本判决发生法律效力之日起十日内，向{p}支付货款{sum_}及违约金；",
            f"驳回{p}的其他诉讼请求。",
        ],
        laws=_contract_law(c),
        claimant_firm=True,
        defendant_firm=True,
    )


def work(c: Cast, p: str, d: str) -> Matter:
    sum_, signed = c.money(20, 150), c.date(1)
    thing = c.pick("展柜", "铝合金门窗", "广告招牌", "不锈钢货架")
    return Matter(
        cause="承揽合同纠纷",
        asks=[f"被告向原告支付加工款{sum_}", "被告向原告支付逾期付款违约金", "诉讼费由被告负担"],
        grounds=f"{signed}，被告委托{p}制作并安装一批{thing}，双方约定了单价和工期。{p}如期完工后，被告仅支付定金，余款{sum_}拖延至今",
        answer=f"{thing}尺寸不符，安装后多处松动，被告另外请人返修，返修费应在价款中抵扣",
        proof="报价单、验收单、收款收据",
        facts=[
            f"{signed}，{d}在{p}提供的报价单上签名，委托{p}制作、安装{thing}一批，约定定金百分之三十，验收合格后七日内付清余款。",
            f"{c.date(0)}，{thing}安装完毕，{d}的工作人员在验收单上签署“已收货，数量无误”。其后{d}就松动问题两次与{p}电话联系，{p}派人上门处理一次。",
            f"双方确认定金已付，未付款为{sum_}。",
        ],
        reasons=[
            f"{p}与{d}之间成立承揽合同关系。{p}已交付工作成果，{d}应当支付报酬。{d}所称返修费用没有票据佐证，本院不予支持。",
        ],
        order=[f"{d}应于本判决生效之日起七日内支付{p}加工款{sum_}；", f"驳回{p}的其余诉讼请求。"],
        laws=_contract_law(c),
        claimant_firm=True,
    )


def labour(c: Cast, p: str, d: str) -> Matter:
    wage, start, end = f"{c.number(35, 98)}00元", c.date(4), c.date(1)
    return Matter(
        cause="劳动争议",
        asks=[
            f"被告支付原告{end}前一个月的工资{wage}",
            "被告支付原告未签订书面劳动合同的二倍工资差额",
            "被告支付原告解除劳动合同的经济补偿金",
        ],
        grounds=f"{p}于{start}入职被告处任{c.pick('车间主管', '仓管员', '收银员', '司机')}，月工资{wage}，被告一直没有与{p}签订书面劳动合同，也没有缴纳社会保险。{end}被告口头通知{p}不用再来上班",
        answer=f"{p}是自己提出离职的，双方签过劳动合同，文本由前任人事经理保管，现已遗失；工资已全部结清",
        proof="工资条、工作证、银行流水、仲裁裁决书",
        facts=[
            f"{p}于{start}入职{d}，月工资标准为{wage}，工资通过银行代发。{d}没有举证证明与{p}签订了书面劳动合同，也没有为{p}缴纳社会保险费。",
            f"{end}，{p}离开{d}。{p}随后向广州市荔湾区劳动人事争议仲裁委员会申请仲裁，该委作出穗荔劳人仲案字〔{c.year - 1}〕{c.number(100, 999)}号仲裁裁决。{p}不服，于法定期限内起诉至本院。",
        ],
        reasons=[
            f"{p}与{d}存在劳动关系，双方对此无异议，本院予以确认。用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付二倍的工资。{d}主张{p}系自动离职，未提供证据，本院不予采信。",
        ],
        order=[
            f"{d}在本判决发生法律效力之日起五日内支付{p}工资{wage}；",
            f"{d}在本判决发生法律效力之日起五日内支付{p}经济补偿金{c.money(8, 30)}；",
            f"驳回{p}的其他诉讼请求。",
        ],
        laws="《中华人民共和国劳动合同法》第三十条、第四十六条、第八十二条",
        defendant_firm=True,
    )


def card(c: Cast, p: str, d: str) -> Matter:
    sum_, day = c.money(10, 80), c.date(1)
    return Matter(
        cause="信用卡纠纷",
        asks=[f"判令被告偿还信用卡透支本金{sum_}及利息、滞纳金", "判令被告承担诉讼费"],
        grounds=f"被告向{p}申领信用卡一张，领卡后透支消费，经{p}以电话、信函方式多次催收，被告仍未归还",
        answer="对欠款本金无异议，但滞纳金计算过高，请求减免",
        proof="信用卡领用合约、交易明细、催收记录",
        facts=[
            f"{c.date(4)}，{d}填写《信用卡申请表》并签署《领用合约》，向{p}申请信用卡，卡号为{c.account()}。",
            f"截至{day}，{d}尚欠透支本金{sum_}。{p}自逾期之日起先后五次通过电话向{d}预留的号码{c.phone()}催收。",
        ],
        reasons=[
            f"{d}与{p}之间的信用卡合同关系成立并合法有效。{d}透支后未按约还款，应当承担违约责任。{p}主张的滞纳金与利息合计超过法律保护的上限部分，本院不予支持。"
        ],
        order=[
            f"{d}在本判决生效之日起十日内向{p}清偿信用卡欠款本金{sum_}及利息；",
            f"驳回{p}的其他诉讼请求。",
        ],
        laws=_contract_law(c),
        claimant_firm=True,
    )


def injury(c: Cast, p: str, d: str) -> Matter:
    day, cost = c.date(1), c.money(8, 60)
    return Matter(
        cause="健康权纠纷" if c.year > 2020 else "生命权、健康权、身体权纠纷",
        asks=[f"被告赔偿原告医疗费、误工费、护理费、交通费合计{cost}", "被告向原告书面赔礼道歉"],
        grounds=f"{day}晚，双方因停放电动车发生口角，被告动手推搡，致{p}倒地受伤，送医诊断为右腕骨折。事后被告拒绝赔偿",
        answer=f"是{p}先动手，被告只是自卫，且{p}的伤与旧伤有关，请求驳回",
        proof="门诊病历、医疗费票据、疾病证明书、询问笔录",
        facts=[
            f"{day}19时许，{p}与{d}因停放电动车发生争执，继而互相拉扯，{p}倒地受伤，被送往广州医科大学附属第三医院治疗，诊断为右桡骨远端骨折，住院{c.number(6, 25)}天，支出医疗费{c.money(6, 20)}。",
            f"公安机关对{p}、{d}分别制作了询问笔录。{d}在笔录中承认“推了对方一把”。在场的保安员{c.official()}出庭作证称，看见双方拉扯，但没有看清是谁先动手。",
        ],
        reasons=[
            f"行为人因过错侵害他人民事权益造成损害的，应当承担侵权责任。{d}在争执中推倒{p}，对损害的发生有主要过错；{p}未能克制，亦有一定过错，可减轻{d}的责任。本院酌定由{d}承担百分之七十的责任。",
        ],
        order=[f"{d}应于本判决发生法律效力之日起十日内赔偿{p}{c.money(6, 30)}；", f"驳回{p}的其他诉讼请求。"],
        laws="《中华人民共和国民法典》第一千一百六十五条、第一千一百七十九条"
        if c.year > 2020
        else "《中华人民共和国侵权责任法》第六条、第十六条",
    )


def carriage(c: Cast, p: str, d: str) -> Matter:
    fee, day = c.money(10, 70), c.date(1)
    return Matter(
        cause="运输合同纠纷",
        asks=[f"判令被告支付运费{fee}", "判令被告支付逾期付款利息"],
        grounds=f"被告长期委托{p}承运货物，双方按月结算。自{day}起被告拖欠运费，至起诉时共欠{fee}",
        answer="有两车货物延误送达，造成客户退货，损失应由承运方承担",
        proof="托运单、月结单、微信对账记录",
        facts=[
            f"{p}与{d}存在货物运输业务往来，约定按月结算运费。{p}提交的月结单显示，{d}尚欠运费{fee}，{d}的经办人在月结单上签名。",
            f"{day}，{p}派出车牌号为{c.plate()}的货车为{d}承运货物一批，因途中堵车，较约定时间迟到六小时，收货方签收时未作批注。",
        ],
        reasons=[
            f"{p}已完成运输义务，{d}应当支付运费。{d}主张因延误造成损失，但收货方签收时未提出异议，{d}亦无其他证据证明其损失，故对该抗辩本院不予采纳。"
        ],
        order=[f"{d}于本判决生效之日起十日内支付{p}运费{fee}；", f"驳回{p}的其他诉讼请求。"],
        laws=_contract_law(c),
        claimant_firm=True,
        defendant_firm=True,
    )


PERSONAL = (loan, partnership, injury)
AGAINST_FIRM = (labour,)
BY_FIRM = (work,)
BETWEEN_FIRMS = (sale, carriage)
