"""Rulings of the enforcement bureau."""

from __future__ import annotations

from tests.blind.harbour.cast import Cast
from tests.blind.harbour.registry import document

COURT = "广州市荔湾区人民法院"


@document("执行裁定书")
def closed_for_now(c: Cast) -> str:
    bank, firm, man, wife = c.bank(), c.firm(), c.person(), c.person()
    judgment = c.other_case("民初")
    return f"""{c.head("执行裁定书", c.own("执", suffix=c.pick("", "之一")))}
{c.unit("申请执行人", bank)}
{c.unit("被执行人", firm)}
{c.natural("被执行人", man)}
{c.natural("被执行人", wife)}
申请执行人{bank}与被执行人{firm}、{man}、{wife}金融借款合同纠纷一案，{judgment}民事判决书已发生法律效力，{bank}于{c.date()}向本院申请强制执行，执行标的为{c.money()}及逾期罚息。本院依法立案执行。
在执行过程中，本院采取了如下执行措施：
一、向被执行人{firm}、{man}、{wife}发出执行通知书、报告财产令及传票，{firm:u}的送达材料因“原址查无此公司”被退回，{man}到庭接受询问，称其已停止经营，无力偿还。
二、通过全国法院网络执行查控系统查询，扣划了{man}名下中国建设银行账户（{c.account()}）存款{c.money()}，冻结了{wife}名下微信账户（微信号：{c.wechat()}）余额17.6元。
三、向广州市不动产登记中心查询，{man}与{wife}共有的位于{c.liwan("q")}的房屋（{c.certificate()}）已由广州市越秀区人民法院首先查封，本院作轮候查封，暂不具备处置条件。
四、查封了{firm:u}名下车牌号为{c.plate()}、{c.plate()}的两辆汽车的档案，车辆去向不明，未能实际扣押。
五、对{firm}、{man}、{wife}发出限制消费令，并将{firm}纳入失信被执行人名单。
本院于{c.date()}将上述情况告知申请执行人{bank}，其表示暂无其他财产线索可供提供，并书面同意本院终结本次执行程序。
本院认为，被执行人{firm}、{man}、{wife}暂无其他可供执行的财产，申请执行人亦未能提供其他可供执行的财产线索。依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十九条之规定，裁定如下：
终结{judgment}民事判决书的本次执行程序。
申请执行人{bank}发现被执行人有可供执行财产的，可以再次申请执行。再次申请执行不受申请执行时效期间的限制。
本裁定送达后即发生法律效力。
{c.panel()}
执行款账户户名：{COURT}，开户行：中国农业银行广州荔湾支行，联系电话：020-83005000"""


@document("执行裁定书")
def t24_half_width_lists(c: Cast) -> str:
    one, two, three, shop, owner = c.person(), c.person(), c.person(), c.trade(), c.person()
    trader = c.named(f"广州市荔湾区{shop}皮具商行", "n", shop + "商行")
    award = f"穗荔劳人仲案字〔{c.n(2011, 2014)}〕{c.n(100, 900)}号"
    return f"""{c.head("执行裁定书", c.own_old("执", c.pick("之一", "-2", "")))}
申请执行人{one};{two};{three}。
三申请执行人共同委托代理人{c.official()},广州市荔湾区华林法律服务所法律工作者。
被执行人{trader}（经营者：{owner}），经营场所{c.address()}。
经营者{owner}，女，{c.year - 45}年生，住{c.address()}。
申请执行人{one},{two},{three}与被执行人{trader}追索劳动报酬纠纷一案，广州市荔湾区劳动人事争议仲裁委员会作出的{award}仲裁裁决书已经发生法律效力。因{trader}未履行生效裁决书所确定的义务，{one}等三人于{c.date()}向本院申请执行，请求被执行人支付工资共计{c.money()}。
本院在执行过程中，被执行人{trader}的经营者{owner}到庭，与申请执行人达成执行和解协议：由{owner}当场支付{one}8000元;支付{two}7500元;余款由{owner}于次月15日前付清。{three}当庭确认收到现金9200元。此后，{owner}依约将余款汇入{one}的账户（{c.account()}），{two}、{three}向本院提交了收据。
至此，{c.other_case("执", 0)}关联案件亦一并处理完毕，{trader:u}已无其他未履行的义务。
依照《中华人民共和国民事诉讼法》第二百五十七条第（六）项之规定，裁定如下：
{award}仲裁裁决书终结执行。
本裁定送达后立即生效。
{c.signature("执行长", "执行员", "执行员", "书记员")}"""


@document("执行裁定书")
def outsider_objection(c: Cast) -> str:
    outsider, creditor, debtor = c.person(), c.firm("装饰设计有限公司"), c.person()
    house = c.liwan("q")
    return f"""{c.head("执行裁定书", c.own("执异"))}
{c.natural("案外人（异议人）", outsider)}
{c.lawyers()}
{c.unit("申请执行人", creditor)}
{c.natural("被执行人", debtor)}
本院在执行申请执行人{creditor}与被执行人{debtor}装饰装修合同纠纷一案中，案外人{outsider}于{c.date()}对本院查封位于{house}房屋的执行行为提出书面异议。本院受理后，依法组成合议庭进行审查，现已审查终结。
案外人{outsider}称，{c.date(4)}，{outsider}与{debtor}签订《房屋买卖合同》，约定以{c.money()}购买涉案房屋。{outsider}已付清全部购房款并自{c.year - 3}年起实际居住至今，未办理过户登记系因{debtor}原因所致，故请求中止对涉案房屋的执行并解除查封。
申请执行人{creditor}称，{outsider}与{debtor}系姑侄关系，双方恶意串通虚构买卖，请求驳回{outsider}的异议请求。
被执行人{debtor}称，房屋确已卖给{outsider}，价款已用于偿还赌债。
本院查明，{creditor:u}诉{debtor}装饰装修合同纠纷一案，本院于{c.date(1)}作出{c.other_case("民初")}民事判决，判令{debtor}向{creditor:u}支付工程款{c.money()}。执行中，本院于{c.date()}查封了登记在{debtor}名下的涉案房屋（{c.certificate()}）。
另查明，{outsider}提交的银行流水显示，{c.date(4)}，{outsider}从其尾号为6612的账户（{c.account()}）向{debtor}转账两笔。物业公司出具的证明显示涉案房屋的物业费自{c.year - 3}年1月起由{outsider}交纳。证人{c.official()}出庭作证，称{outsider}一家三口一直在此居住。
本院认为，金钱债权执行中，买受人对登记在被执行人名下的不动产提出异议，符合法定情形且其权利能够排除执行的，人民法院应予支持。{outsider}在本院查封之前已签订合法有效的书面买卖合同、合法占有该不动产、付清全部价款，且非因自身原因未办理过户登记。{creditor:u}主张恶意串通，但未提交证据证明。案外人{outsider}的异议成立。依照《中华人民共和国民事诉讼法》第二百二十七条，《最高人民法院关于人民法院办理执行异议和复议案件若干问题的规定》第二十八条规定，裁定如下：
中止对{house}房屋的执行。
案外人、当事人对裁定不服，认为原判决、裁定错误的，应当依照审判监督程序办理；与原判决、裁定无关的，可以自本裁定送达之日起十五日内向人民法院提起诉讼。
{c.panel()}"""


@document("执行裁定书")
def debtor_added(c: Cast) -> str:
    creditor, firm, one, two = c.person(), c.firm("餐饮管理有限公司"), c.person(), c.person()
    return f"""{c.head("执行裁定书", c.own("执异"))}
{c.natural("申请人（申请执行人）", creditor)}
{c.lawyers("委托代理人")}
{c.natural("被申请人", one)}
{c.natural("被申请人", two)}
{c.unit("被执行人", firm)}
本院在执行{creditor}申请执行{firm}劳动争议一案中，申请人{creditor}于{c.date()}向本院申请追加{one}、{two}为本案被执行人。本院依法组成合议庭公开听证，现已审查终结。
{creditor}称，{firm}注册资本100万元，股东{one}认缴60万元、{two}认缴40万元，均未实缴，且两人在案件诉讼期间通过股东会决议将出资期限延长至{c.year + 30}年，明显逃避债务，请求追加{one}、{two}为被执行人，在未出资范围内承担责任。
{one}辩称，其系代他人持股，实际出资人为{c.official()}，不应承担责任。{two}经本院合法传唤，无正当理由未参加听证，亦未提交书面意见。
本院查明，{firm:u}设立于{c.date(6)}，法定代表人与前述首部一致，公司章程记载{one}以货币出资60万元、{two}以货币出资40万元，出资时间为{c.date(2)}前。{c.date(1)}，{firm:u}向登记机关申请变更章程，将出资期限推迟。两股东至今未实际缴纳出资。{one}预留的电子邮箱为{c.email()}，手机为{c.phone()}。
本院认为，{firm:u}作为被执行人的财产不足以清偿生效法律文书确定的债务，{one}、{two}在公司债务产生后以股东会决议延长出资期限，其出资应当加速到期。申请人{creditor}的申请符合法律规定，应予支持。{one}关于代持的主张不能对抗公司债权人。依照《最高人民法院关于民事执行中变更、追加当事人若干问题的规定》第十七条、第二十八条规定，裁定如下：
一、追加{one}为被执行人，在未缴纳的出资60万元范围内对{firm}的债务承担补充清偿责任；
二、追加{two}为被执行人，在未缴纳的出资40万元范围内对{firm}的债务承担补充清偿责任。
被申请人{one}、{two}、申请人{creditor}或其他执行当事人对本裁定不服的，可以自裁定书送达之日起十五日内，向本院提起执行异议之诉。
{c.panel()}"""


@document("执行裁定书")
def auction_confirmed(c: Cast) -> str:
    creditor, debtor, guardian = c.firm("典当有限公司"), c.person(), c.person()
    buyer = f"\ue001{c.raw_person()}\ue002"
    house, title = c.liwan("q"), c.certificate()
    return f"""{c.head("执行裁定书", c.own("执恢", suffix="之二"))}
{c.unit("申请执行人", creditor)}
{c.natural("被执行人", debtor)}
{c.natural("被执行人", guardian)}
本院在执行{creditor}与{debtor}、{guardian}典当纠纷一案中，责令被执行人{debtor}、{guardian}履行生效法律文书确定的义务，但两被执行人至今未履行。本院依法查封并委托评估、拍卖被执行人{debtor}名下位于{house}的房产。
{c.date()}，本院在网络司法拍卖平台对上述房产进行第二次公开拍卖，竞买人{buyer}以最高价{c.money()}竞得，并已将全部价款汇入本院指定账户。
本院认为，上述拍卖程序合法，成交有效，应予确认。被执行人{guardian}以拍卖保留价过低为由提出的异议，本院已另行作出裁定驳回。依照《中华人民共和国民事诉讼法》第二百四十四条、第二百四十七条，《最高人民法院关于人民法院网络司法拍卖若干问题的规定》第二十二条之规定，裁定如下：
一、位于{house}房产（{title}）的所有权及其他权利归买受人{buyer}所有，财产权自本裁定送达买受人时起转移；
二、买受人可持本裁定书到登记机构办理产权过户登记手续，过户所需税费依照拍卖公告的规定由双方各自负担；
三、解除对{house}房产的查封，注销{creditor:u}在该房产上设定的抵押登记；
四、被执行人{debtor}、{guardian}及占用人应于收到本裁定之日起十五日内腾空并迁出上述房产，逾期本院将依法强制迁出。
本裁定送达后即发生法律效力。
{c.signature("审判长", "审判员", "审判员", "法官助理", "书记员")}"""


@document("执行裁定书")
def freezing(c: Cast) -> str:
    creditor, debtor, firm = c.person(), c.person(), c.firm()
    return f"""{c.head("执行裁定书", c.own("执"))}
申请执行人{c.sep}{creditor}，女，{c.year - 50}年6月11日出生，住{c.address()}。
被执行人{c.sep}{debtor}，男，{c.year - 47}年3月2日出生，居民身份证号码{c.id()}，住{c.address()}。
被执行人{c.sep}{firm}，住所地{c.address()}，统一社会信用代码：{c.credit()}。
法定代表人{c.sep}{debtor}。
本院依据已经发生法律效力的{c.other_case("民终", 1, "01")}民事判决，于{c.date()}向被执行人{debtor}、{firm}发出执行通知书，责令其履行下列义务：一、向申请执行人{creditor}归还借款本金{c.money()}及利息；二、承担迟延履行期间的债务利息；三、负担申请执行费{c.fee()}。但被执行人{debtor}、{firm}至今未履行。
经查，{debtor}系{firm}的唯一股东兼法定代表人，其在{firm:u}任职期间，曾多次以个人账户收取公司货款。{creditor}向本院提供线索，称{debtor}将部分财产转移至其子{c.official()}名下。
依照《中华人民共和国民事诉讼法》第二百四十条、第二百四十二条、第二百四十三条、第二百四十四条规定，裁定如下：
一、冻结、划拨被执行人{debtor}、{firm}的银行存款人民币{c.money()}，账号包括{c.account()}、{c.account()}；
二、采取上述措施后仍不足以履行生效法律文书确定的义务的，则依法扣留、提取被执行人{debtor}的收入，或查封、扣押、冻结、拍卖、变卖被执行人{debtor}、{firm}的财产。
本裁定立即执行。
{c.signature("审判员", "书记员")}
联系人：执行局，联系电话：020-83005127；地址：广州市荔湾区明心路1号"""


@document("执行裁定书", copies=1)
def award_not_enforced(c: Cast) -> str:
    platform, borrower = c.firm("金融信息服务（上海）有限公司", "海岭"), c.person()
    return f"""{c.head("执行裁定书", c.own("执"))}
{c.unit("申请执行人", platform)}
{c.staff("委托代理人")}
{c.natural("被执行人", borrower)}
申请执行人{platform}依据湛江仲裁委员会作出的（{c.year - 1}）湛仲字第QW{c.digits(8)}号裁决书，于{c.date()}向本院申请强制执行，请求被执行人{borrower}偿还借款{c.money()}。
本院经审查查明，上述裁决书系仲裁机构在未向{borrower}送达仲裁通知、未组成仲裁庭询问当事人的情况下，依据网络借贷平台事先格式化的仲裁条款批量作出。{borrower}在借款合同中预留的电子邮箱{c.email()}已停用，仲裁机构的电子送达记录显示“投递失败”。
本院认为，仲裁机构未依法向被执行人{borrower}送达仲裁通知和仲裁规则，剥夺了其申请仲裁员回避、提供证据、答辩等基本程序权利，属于《中华人民共和国民事诉讼法》第二百三十七条第二款第三项规定的情形。申请执行人{platform}的执行申请不符合受理条件。依照《最高人民法院关于仲裁机构“先予仲裁”裁决或者调解书立案、执行等法律适用问题的批复》之规定，裁定如下：
驳回申请执行人{platform}的执行申请。
如不服本裁定，申请执行人可自裁定书送达之日起十日内向广东省广州市中级人民法院申请复议。
{c.panel()}"""
