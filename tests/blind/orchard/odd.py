"""Foreign and minority names, shops called after people, spaced names, and what must wait for a person."""

from __future__ import annotations

from tests.blind.orchard.grove import Grove, doc, template
from tests.heldback.markup import C, D, E, secret, soft


@template("t17_dotted_names")
def dotted_names(g: Grove) -> str:
    one, two = g.pick("艾山", "库尔班", "玉素甫"), g.pick("吐尔地", "热合曼", "阿卜拉")
    dots = ["·", "•", "．", "・"]
    a = [secret("n", f"{one}{dot}{two}") for dot in dots]
    b = g.person()
    g.parties.append(f"{one}·{two}")
    latin, chinese = g.pick("JOHN HARGREAVE 约翰·哈格里夫", "PETER LINDQVIST 彼得·林奎斯特").rsplit(" ", 1)
    p, q = secret("n", latin), secret("a", chinese)
    return doc(
        g.head("民二初", "民初", 2018),
        f"原告{g.sep}{a[0]}，男，维吾尔族，1984年11月3日出生，住新疆维吾尔自治区喀什市人民西路{secret('h', '18号')}。",
        g.lawyer(),
        g.man("被告", b),
        f"被告{g.sep}{p}（{q}），男，1975年5月5日出生，美利坚合众国国籍，护照号码{secret('i', f'5{g.num(10000000, 99999999)}')}，住{g.place()}。",
        g.trial(f"原告{a[1]}诉被告{b}、{q}买卖合同纠纷", f"原告{a[1]}、被告{b}", f"被告{q}"),
        f"{C}原告{a[0]}诉称，两被告合伙经营餐厅，长期向原告购买牛羊肉，尚欠货款37650元，请求判令两被告共同支付。{E}",
        f"{D}被告{b}辩称，餐厅是{q}投资的，我只是翻译兼店长。被告{q}未作答辩。{E}",
        f"经审理查明，2017年4月至9月，{a[2]}每周向餐厅供货，送货单由{b}签收。2017年10月8日，{q}以“{p}”名义出具欠条，确认欠{a[3]}货款37650元。{b}的社保由该餐厅缴纳，职务登记为店长。",
        f"本院认为，欠条系{q}出具，应由其清偿。{b}为雇员，{a[0]}要求其共同付款，没有依据。依照《中华人民共和国合同法》第一百六十一条、《中华人民共和国民事诉讼法》第一百四十四条规定，判决如下：",
        f"一、被告{p}（{q}）于本判决生效之日起十日内向原告{a[0]}支付货款37650元；\n二、驳回原告{a[0]}的其他诉讼请求。",
        g.tail(fee=f"受理费741元，由被告{q}负担。"),
    )


@template("t39_shop_person")
def shop_person(g: Grove) -> str:
    a, b = g.person(), g.person(two=False)
    shop = f"广州市荔湾区{b.name}五金店"
    s = secret("n", shop)
    g.parties.append(shop)
    return doc(
        g.head("民二初", "民初", 2019),
        g.man("原告", a),
        f"被告{g.sep}{s}（经营者：{b}），经营场所{g.place()}。",
        f"经营者{g.sep}{b}，{b.sex}，{b.born}出生，{b.nation}，住{g.place(village=True)}。",
        g.lawyer(),
        g.trial(f"原告{a}诉被告{s}产品责任纠纷", f"原告{a}，被告{s}的经营者{b}及委托诉讼代理人"),
        f"{C}原告{a}起诉请求：被告赔偿损失5860元。事实和理由：原告在被告处购买热水器连接管，安装后三天爆裂，木地板被浸。{E}",
        f"{D}{s}辩称：{a}自行安装，用力过大致管口裂开，产品本身有合格证。{E}",
        f"经审理查明：2018年11月20日，{a}在{s}购买不锈钢软管两条，单价18元。同月23日软管爆裂。经质量检验机构检验，软管螺帽壁厚不符合标准。{b}承认没有留存供货商资料。",
        f"本院认为：产品存在缺陷造成他人财产损害，被侵权人可以向销售者请求赔偿。{s}不能指明生产者，应承担赔偿责任，其经营者{b}以经营财产清偿。依照《中华人民共和国侵权责任法》第四十二条、第四十三条规定，判决如下：",
        f"被告{s}（经营者{b}）于本判决生效之日起十日内赔偿原告{a}4200元。",
        g.tail(fee=f"受理费50元由被告{s}负担。"),
    )


@template("t32_brackets_spaces")
def brackets_spaces(g: Grove) -> str:
    a, b = g.person(two=True), g.person(two=True)
    x = g.firm("信息技术", "（广州）有限公司", prefix="")
    half = secret("n", x.name.replace("（", "(").replace("）", ")"))
    gap = g.pick("　", " ", "\u00a0", "  ")
    g.parties += [a.name, b.name, x.name]
    return doc(
        g.head("民二初", "民初", 2014),
        f"原告{g.sep}{a.spaced(gap)}，{a.sex}，{a.born}出生，{a.nation}，住{g.place()}。",
        f"原告{g.sep}{b.spaced(gap)}，{b.sex}，{b.born}出生，{b.nation}，住{g.place()}。",
        g.agent(g.person(code="r"), "两原告的朋友"),
        f"被告{g.sep}{x}（以下简称{x.alias})，住所地{g.place()}。\n法定代表人{g.sep}{x.rep.spaced(gap)}，经理。",
        g.trial(
            f"原告{a.spaced(gap)}、{b.spaced(gap)}诉被告{half}委托合同纠纷",
            "两原告的委托代理人、被告的法定代表人",
        ),
        f"{C}两原告诉称：2013年4月，两原告委托被告开发手机软件，支付开发费60000元，被告逾期未交付。请求解除合同、退还开发费。{E}",
        f"{D}被告{x.alias}辩称：软件已开发完毕，是两原告不断提出新要求。{E}",
        f"本院经审理查明：2013年4月2日，{a}、{b}与{half}签订《软件委托开发合同》，约定{x.alias}于2013年8月31日前交付。{a}于签约当日支付60000元。同年10月，{b}致函{x.alias}催促交付。{x.rep}当庭演示软件，登录模块不能运行。",
        f"本院认为：{x.alias}逾期未能交付符合约定的软件，经催告仍未履行，{a}、{b}有权解除合同。{x.rep}当庭演示的结果不足以证明软件已完成。依照《中华人民共和国合同法》第九十四条、第九十七条的规定，判决如下：",
        f"一、解除{a}、{b}与{x}签订的《软件委托开发合同》；\n二、被告{x}于本判决生效之日起十日内退还原告{a}、{b}开发费60000元。",
        g.tail(fee=f"受理费1300元，由被告{x}负担。"),
    )


@template("t70_mark_header", "held")
def mark_header(g: Grove) -> str:
    g.header = g.pick("不上网公开", "不 上 网 公 开", "不　上　网　公　开")
    a, b = g.people(2)
    return doc(
        g.head("民一初", "民初", 2017),
        g.man("原告", a),
        g.man("被告", b),
        g.trial(f"原告{a}诉被告{b}隐私权纠纷", f"原告{a}、被告{b}"),
        f"{C}原告{a}诉称，被告在原告门口安装摄像头，侵犯原告隐私，请求判令拆除。{E}",
        f"{D}被告{b}辩称，安装摄像头是为了防盗，没有对着原告门口。{E}",
        f"经审理查明，原、被告为同层邻居。2016年12月，{b}在自家门框上方安装可旋转摄像头，可拍摄{a}出入情况。{a}曾向物业投诉，{b}调整角度后仍可拍摄。本院组织双方到现场查看，{b}当庭用手机演示，画面显示{a}门口的人员进出情况。",
        f"以上事实，有现场照片、物业公司回复、勘验笔录以及{a}、{b}的当庭陈述等证据证实。",
        f"本院认为，{b}安装的摄像头能够持续记录{a}的出入情况，超出合理限度，应予拆除。依照《中华人民共和国侵权责任法》第二条、第十五条规定，判决如下：",
        f"被告{b}于本判决生效之日起五日内拆除门框上方的摄像头。",
        g.tail(fee=f"受理费300元，由被告{b}负担。"),
    )


@template("t71_closed_hearing", "held")
def closed_hearing(g: Grove) -> str:
    a, b = g.people(2)
    g.bench = [g.official()]
    return doc(
        g.head("民一初", "民初", 2019),
        g.man("原告", a),
        g.lawyer(),
        g.man("被告", b),
        f"原告{a}与被告{b}隐私权纠纷一案，本院立案后，依法适用简易程序，因涉及个人隐私，不公开开庭进行了审理。原告{a}的委托诉讼代理人、被告{b}到庭参加诉讼。本案现已审理终结。",
        f"{C}原告{a}向本院提出诉讼请求：判令被告删除在网络空间发布的原告私人照片，赔偿精神损害抚慰金20000元。{E}",
        f"{D}被告{b}辩称，照片已经删除，是账号被他人盗用。{E}",
        f"经审理查明，{a}与{b}曾为同事。2018年10月，{b}名下账号发布{a}的私人照片三张，存续四日。{b}未能提供账号被盗的报警记录。{a}因此支出公证费1200元，并提供了公证费发票。{b}对公证书的真实性没有异议。",
        f"本院认为，{b}未经同意公开{a}的私人照片，侵害了{a}的隐私权，应承担侵权责任。依照《中华人民共和国民法总则》第一百一十条、《中华人民共和国侵权责任法》第二十二条规定，判决如下：",
        f"被告{b}于本判决生效之日起五日内赔偿原告{a}精神损害抚慰金5000元。",
        g.tail(fee=f"受理费300元，由被告{b}负担。"),
    )


@template("t16_typing_error", "held")
def typing_error(g: Grove) -> str:
    a, b = g.person(two=False), g.person(two=False)
    wrong = soft(b.name[:2] + g.pick("辰", "岑", "妤"))
    return doc(
        g.head("民二初", "民初", 2016),
        g.man("原告", a),
        g.man("被告", b),
        g.trial(f"原告{a}诉被告{b}民间借贷纠纷", f"原告{a}、被告{b}"),
        f"{C}原告{a}诉称，被告因购房向原告借款50000元未还，请求判令被告清偿。{E}",
        f"{D}被告{b}辩称，钱是借的，但现在失业，无力一次还清。{E}",
        f"经审理查明，2014年8月1日，被告{b}向原告{a}借款50000元并出具借条，约定一年内归还。借款到期后，被告{wrong}仅归还2000元，余款48000元至今未付。原告{a}提交了借条原件、银行取款凭证及催款短信，{b}对上述证据的真实性、合法性、关联性均无异议。",
        f"诉讼中，{a}向本院申请财产保全，并提供了担保，本院依法作出裁定。{b}对保全没有提出复议。",
        f"本院认为，{a}与{b}之间的民间借贷关系成立并有效，{b}应按约清偿。依照《中华人民共和国合同法》第二百零六条的规定，判决如下：",
        f"被告{b}于本判决生效之日起十日内归还原告{a}借款48000元。",
        g.tail(fee=f"受理费500元由被告{b}负担。"),
    )
