import pytest

from judgments.redaction.addresses import addresses_in, split_address
from tests.judgments.redaction.making import judgment, notices, public, redacted


@pytest.mark.parametrize(
    ("kept", "tail"),
    [
        ("广东省广州市荔湾区龙津西路逢源北街", "84号之一502房"),
        ("天津市河北区直沽街", "一号"), ("荔湾区芳村大道", "特1号"), ("荔湾区龙津西路", "甲3号"), ("荔湾区龙津西路", "附2号"),
        ("广州市荔湾区第十甫路", "99号"), ("广州市越秀区建设六马路", "6号"), ("广州市荔湾区中山七路", "７８号"), ("沿江东一路", "12号"), ("铁塔十街", "3号"),
        ("广州市白云区三元里大道", "5号后座"), ("荔湾区西何村", "7组"), ("荔湾区西何村", "三社12号"), ("四川省某县下洼组", "6096号"),
        ("龙津西路", "C单元1607室"), ("多宝路", "3幢3-22号"), ("多宝路", "首层"), ("多宝路", "A栋"), ("多宝路", "17-1、17-2号"),
        ("石围塘", "18号"), ("广州市荔湾区六巷", "17号401房"), ("文昌大道", "181号一至二楼"), ("香港九龙弥敦道", "12号A座5楼"),
        ("北京市海淀区", "特1号（海龙大厦16-22层）"), ("荔湾区宝华路", "十五号"), ("荔湾区光复中路", "二百三十号二楼"),
        ("广州市荔湾区康王中路", "12号院8号楼102门2层2017室"), ("广州市荔湾区南岸路", "63号嘉汇大厦28楼"), ("广州市荔湾区逢源路", "128"),
        ("荔湾区多宝路", "163号五楼10号"), ("荔湾区花地大道北", "1号地下"), ("", "Flat 5A, 12/F, Block B, No. 3 King Street"), ("", "五幢401房"),
        ("广州市荔湾区石围塘街道西何村三巷", "5号"), ("荔湾区芳村大道西", "555号A区101档"), ("", "11卡二层"),
    ],
)  # fmt: skip
def test_the_street_stays_and_the_number_goes_traps_43_to_48_53_54(kept, tail):
    address = split_address(kept + tail)
    assert (address.kept, address.tail) == (kept, tail)


def test_a_blank_before_the_number_trap_50():
    address = split_address("西何村 自编80号")
    assert (address.kept, address.tail) == ("西何村", "自编80号")


def test_an_address_without_a_number_stays_whole():
    assert split_address("广东省广州市荔湾区").tail == ""


def test_several_addresses_on_a_line_and_the_same_as_above_traps_49_51_52():
    assert addresses_in("户籍地广东省佛山市南海大道12号,现住广州市荔湾区龙津西路84号之一502房,身份证") == [
        "广东省佛山市南海大道12号",
        "广州市荔湾区龙津西路84号之一502房",
    ]
    assert addresses_in("住所地:广州市荔湾区多宝路17-1、17-2号。") == ["广州市荔湾区多宝路17-1、17-2号"]
    assert addresses_in("住址同上。") == []


def head(address):
    return f"原告：沈立平，男，住{address}，公民身份号码440103198001011234。\n被告：何秀莲，女。"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("广州市荔湾区龙津西路逢源北街84号之一502房", "住广州市荔湾区龙津西路逢源北街×××，公民"),
        ("广州市荔湾区西何村 自编80号", "住广州市荔湾区西何村 ×××，公民"),
        ("广州市荔湾区石围塘18号", "住广州市荔湾区石围塘×××，公民"),
        ("广州市荔湾区第十甫路99号", "住广州市荔湾区第十甫路×××，公民"),
        ("广州市荔湾区芳村大道西何村三社12号", "住广州市荔湾区芳村大道西何村×××，公民"),
    ],
)
def test_the_head_of_the_document_r31(address, shown):
    assert shown in public(redacted(judgment(parties=head(address))))


@pytest.mark.parametrize(
    "mention",
    ["逢源北街84号之一502房", "广州市荔湾区龙津西路逢源北街84号", "84号之一502房", "逢源北街 84 号"],
)
def test_the_partys_address_in_the_facts_goes_too_trap_55(mention):
    text = public(
        redacted(
            judgment(
                parties=head("广州市荔湾区龙津西路逢源北街84号之一502房"),
                facts=f"经审理查明：双方在{mention}见面。",
            )
        )
    )
    assert "84" not in text


def test_a_house_that_is_no_partys_is_a_notice_and_masked_in_cases_about_real_property_d12():
    facts = "经审理查明：位于广州市荔湾区南岸路63号1201房的房屋漏水。"
    edition = redacted(judgment(facts=facts))
    assert "南岸路63号1201房" in public(edition)
    assert "house_number" in notices(edition)
    assert edition.status == "ready"
    assert "南岸路×××的房屋漏水" in public(redacted(judgment(facts=facts, cause="房屋租赁合同纠纷")))


@pytest.mark.parametrize(
    ("street", "number"),
    [
        ("清远市某镇桂花村", "12组"), ("清远市某镇桂花村", "四社12巷3号"), ("荔湾区龙溪村", "6队"), ("荔湾区芳村大道西", "21号之二1604"),
        ("荔湾区南岸路", "63号1205"), ("荔湾区东漖北路", "560号（自编）2号楼304"), ("荔湾区沿江西路", "181号-183号"), ("荔湾区多宝路", "45号之一、之二"),
        ("荔湾区花地湾市场", "第5区12档"), ("荔湾区芳村大道塞坝路口", "9号"), ("荔湾区康王中路", "656号自编A06"), ("荔湾区芦荻西路12巷", "5号"),
    ],
)  # fmt: skip
def test_a_house_in_the_facts_goes_to_its_last_number(street, number):
    facts = f"经审理查明：位于{street}{number}，由双方共有。"
    assert f"位于{street}×××，由双方共有" in public(
        redacted(judgment(facts=facts, cause="物权确认所有权纠纷"))
    )


def test_a_year_behind_a_house_number_is_no_room():
    facts = "经审理查明：双方在多宝路63号2018年5月的宴会上相识。"
    assert "×××2018年5月" in public(redacted(judgment(facts=facts, cause="房屋买卖合同纠纷")))


@pytest.mark.parametrize(
    "kept", ["2018年5月3号", "（2016）粤0103民初1号", "合同编号2015第18号", "第5号会议室", "依据第12号决定"]
)
def test_other_numbers_with_the_same_sign_stay_trap_56(kept):
    assert kept in public(redacted(judgment(facts=f"经审理查明：{kept}属实。", cause="房屋买卖合同纠纷")))


def test_a_certificate_number_goes_trap_56():
    assert "房产证第×××号" in public(redacted(judgment(facts="经审理查明：房产证第12345号属实。")))


def test_the_courts_own_account_and_telephone_stay_trap_41():
    facts = "本院查明：被执行人应将款项汇入本院账户，开户行：农行广州荔湾支行，账号：44001234567890123456，联系人黄法官，电话：020-81234567。沈立平的电话13800138000。"
    text = public(redacted(judgment(facts=facts)))
    assert "44001234567890123456" in text
    assert "020-81234567" in text
    assert "13800138000" not in text
