import pytest

from judgments.intake.document import Cell, Paragraph, SourceDocument
from judgments.redaction.engine import redact
from tests.judgments.redaction.making import blocking, judgment, names, public, redacted


def parties_of(head, procedure="本案现已审理终结。"):
    return names(
        redacted(
            judgment(
                parties=head,
                procedure=procedure,
                pleadings="",
                facts="经审理查明：属实。",
                tail="本院认为，驳回。判决如下：\n驳回。",
            )
        )
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("原告沈立平，男，1980年1月1日出生。", "沈立平"),
        ("原告：沈立平。", "沈立平"),
        ("原告　沈立平　男　1980年1月1日出生　汉族", "沈立平"),
        ("原 告：沈 立 平，男", "沈立平"),
        ("原告:沈立平,男,汉族,", "沈立平"),
        ("原告（反诉被告）：沈立平，男。", "沈立平"),
        ("原告(反诉被告)沈立平，男。", "沈立平"),
        ("原告一：沈立平，男。", "沈立平"),
        ("1、原告沈立平，男。", "沈立平"),
        ("原告张三男，1980年1月1日出生", "张三"),
        ("原告：沈\u00a0立\u200b平，女", "沈立平"),
        ("原告：欧阳⏎雪梅，女", "欧阳雪梅"),
        ("原告：司马相如，男", "司马相如"),
        ("原告：张子轩，男", "张子轩"),
        ("原告：释永信，男", "释永信"),
        ("原告：张某某，男", "张某某"),
        ("原告：秦某1，男", "秦某1"),
        ("原告：买买提·吐尔逊，男，维吾尔族", "买买提·吐尔逊"),
        ("原告：JOHN SMITH（约翰·史密斯），男", "JOHN SMITH"),
        ("原告：怣丽，女", "怣丽"),
        ("原告广东荔投商业经营管理有限公司。住所地：广州市荔湾区。", "广东荔投商业经营管理有限公司"),
        ("原告未来电视有限公司，住所地北京市。", "未来电视有限公司"),
        ("原告：在线途游（北京）科技有限公司", "在线途游（北京）科技有限公司"),
        ("原告：某金融信息服务（上海）有限公司北京朝阳咨询分公司，住所地北京市", "某金融信息服务（上海）有限公司北京朝阳咨询分公司"),
        ("原告：广州市荔湾区多宝街第三经济合作社，住所地广州市", "广州市荔湾区多宝街第三经济合作社"),
        ("原告：广州荔湾投资中心（有限合伙），住所地广州市", "广州荔湾投资中心（有限合伙）"),
        ("原告：广州市公安局荔湾区分局，住所地广州市", "广州市公安局荔湾区分局"),
    ],
)  # fmt: skip
def test_a_party_is_read_in_every_label_style_traps_1_2_3_18_19_40(line, expected):
    head = line + "\n被告：何秀莲，女。"
    assert parties_of(head)[0] == (parties_of(head)[0][0], expected)
    assert [name for _, name in parties_of(head)] == [expected, "何秀莲"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("原告沈立平、周兰英", ["沈立平", "周兰英"]),
        ("原告：沈立平、周兰英夫妇，住广州市。", ["沈立平", "周兰英"]),
        ("原告沈立平;周兰英;曹素云", ["沈立平", "周兰英", "曹素云"]),
        ("原告：广州荔江物业有限公司,广州荔湖物业有限公司", ["广州荔江物业有限公司", "广州荔湖物业有限公司"]),
        ("原告沈立平，男，汉族。\n原告周兰英，女，汉族。", ["沈立平", "周兰英"]),
        ("原告：沈立平。原告：周兰英。", ["沈立平", "周兰英"]),
    ],
)
def test_lists_of_parties_traps_23_24(line, expected):
    found = parties_of(line + "\n被告：何秀莲，女。")
    assert [name for role, name in found if role == "原告"] == expected


@pytest.mark.parametrize(
    "role",
    [
        "上诉人（原审原告）", "被上诉人（原审被告）", "申请执行人", "被执行人", "被申请执行人", "第三人", "申请人", "被申请人", "异议人",
        "案外人", "利害关系人", "原审第三人", "罪犯", "自诉人",
    ],
)  # fmt: skip
def test_every_role_of_d10_is_a_party(role):
    assert parties_of(f"{role}：沈立平，男。")[0] == (role, "沈立平")


@pytest.mark.parametrize(
    "prose",
    [
        "原告沈立平诉称，被告欠款。",
        "原告沈立平与被告何秀莲民间借贷纠纷一案，本院受理。",
        "原告围绕诉讼请求依法提交了证据。",
        "被告承认原告提出的全部诉讼请求。",
    ],
)
def test_running_prose_is_no_party_line(prose):
    assert parties_of("原告沈立平，男。\n被告何秀莲，女。\n" + prose) == [
        ("原告", "沈立平"),
        ("被告", "何秀莲"),
    ]


def test_role_and_name_in_two_cells_of_a_table():
    rows = [("原告", "沈立平"), ("被告", "何秀莲")]
    cells = [
        Paragraph(text, "表格1", "table", cell=Cell(0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    front = [
        Paragraph(text, "正文") for text in ("广州市荔湾区人民法院", "民事判决书", "（2019）粤0103民初77号")
    ]
    rest = [
        Paragraph(text, "正文")
        for text in ("本案现已审理终结。", "经审理查明：沈立平属实。", "本院认为，驳回。判决如下：")
    ]
    assert names(redact(SourceDocument((*front, *cells, *rest)))) == [("原告", "沈立平"), ("被告", "何秀莲")]


HEAD = (
    "原告：广州鹏达商贸有限公司，住所地广州市荔湾区。\n法定代表人：李小明，总经理。\n"
    "委托诉讼代理人：陈大文、林晓，均系广东荔城律师事务所律师。\n委托代理人：何小明，系该公司员工。\n"
    "被告：广州市荔湾区永兴皮具商行（经营者：沈立平），经营场所广州市荔湾区站前路。\n"
    "委托诉讼代理人：方大同，广东粤城律师事务所律师；周小燕，该商行职员。"
)


def test_representatives_and_agents_who_are_no_lawyers_are_masked_lawyers_stay_d10():
    text = public(
        redacted(
            judgment(
                parties=HEAD,
                procedure="李小明到庭，本案现已审理终结。",
                pleadings="",
                facts="经审理查明：何小明签字，沈立平收款。",
                tail="本院认为，驳回。判决如下：\n驳回。",
            )
        )
    )
    assert not [name for name in ("李小明", "何小明", "沈立平", "周小燕", "鹏达", "永兴皮具") if name in text]
    assert all(name in text for name in ("陈大文", "林晓", "方大同", "广东荔城律师事务所", "总经理"))


def test_the_operator_of_a_shop_is_another_name_of_the_party_trap_39():
    edition = redacted(judgment(parties=HEAD, procedure="本案现已审理终结。", pleadings=""))
    assert edition.parties[1].aliases[0] == "沈立平"


def test_a_title_behind_a_label_is_no_person():
    text = public(
        redacted(
            judgment(
                parties="原告：广州鹏达商贸有限公司。\n负责人：汤立新，主任医师。\n被告：何秀莲，女。",
                facts="经审理查明：主任医师到场，医师签字。",
            )
        )
    )
    assert "医师签字" in text
    assert "汤立新" not in text


def test_a_head_without_parties_is_held():
    assert "party_block_not_understood" in blocking(redacted(judgment(parties="双方的情况另见卷宗。")))


def test_a_side_that_was_not_read_is_held():
    edition = redacted(
        judgment(parties="原告沈立平，男。", procedure="原告沈立平与被告某某一案，本案现已审理终结。")
    )
    assert edition.status == "held"
