import pytest

from tests.judgments.redaction.making import blocking, judgment, notices, public, redacted


def case(declared, facts, **options):
    head = f"原告：沈立平，男。\n被告：{declared}，住所地广州市荔湾区。"
    return redacted(
        judgment(
            parties=head,
            procedure="本案现已审理终结。",
            pleadings="",
            facts=f"经审理查明：{facts}",
            **options,
        )
    )


@pytest.mark.parametrize(
    "declared",
    [
        "广州鹏达商贸有限公司（以下简称“鹏达公司”）",
        "广州鹏达商贸有限公司（以下简称鹏达公司）",
        "广州鹏达商贸有限公司（下称鹏达公司)",
        "广州鹏达商贸有限公司(以下简称：鹏达公司）",
        '广州鹏达商贸有限公司（下简称"鹏达公司"）',
        "广州鹏达商贸有限公司（简称鹏达公司）",
        "广州鹏达商贸有限公司（以下简称为鹏达公司）",
        "广州鹏达商贸有限公司（以下简称“鹏达公司)",
    ],
)
def test_declared_short_names_with_without_and_with_mismatched_quotes_traps_29_30_32_33(declared):
    edition = case(declared, "鹏达公司付款。")
    assert edition.parties[1].name == "广州鹏达商贸有限公司"
    assert edition.parties[1].aliases == ("鹏达公司",)
    assert "鹏达" not in public(edition)
    assert edition.status == "ready"


def test_a_short_name_without_the_word_company_trap_31():
    assert "鹏达" not in public(case("广州鹏达商贸有限公司（下称鹏达）", "鹏达付款给鹏达的员工。"))


def test_a_short_name_declared_in_the_text_and_several_at_once_trap_33():
    edition = case(
        "广州甲江贸易有限公司、广州乙湖贸易有限公司",
        "广州甲江贸易有限公司、广州乙湖贸易有限公司（以下分别简称甲江公司、乙湖公司）付款。甲江公司付款，乙湖公司收款。",
    )
    assert [party.aliases for party in edition.parties[1:]] == [("甲江公司",), ("乙湖公司",)]
    assert "甲江" not in public(edition)
    assert "乙湖" not in public(edition)


@pytest.mark.parametrize(
    "other",
    [
        "机动车交通事故责任强制保险（以下简称交强险）",
        "沈立平签订的《租赁合同》（以下简称《合同》）",
        "涉案房屋（以下简称该房屋）",
        "上列当事人（以下统称二被告）",
        "会议纪要（以下简称：会议纪要）",
    ],
)
def test_short_names_of_other_things_stay_trap_34(other):
    edition = case("广州鹏达商贸有限公司", f"{other}属实。交强险、合同、该房屋、二被告、会议纪要均属实。")
    assert "交强险、合同、该房屋、二被告、会议纪要均属实" in public(edition)


def test_an_undeclared_short_form_is_masked_with_a_notice_trap_35():
    edition = case("粤阳建设集团有限公司", "粤阳公司付款，粤阳物业管理有限公司收款。")
    assert "粤阳公司" not in public(edition)
    assert "粤阳物业管理有限公司" in public(edition)
    assert "undeclared_short_form" in notices(edition)
    assert edition.status == "ready"


def test_a_name_without_its_region_is_masked_with_a_notice_only():
    edition = case("广州市荔湾区永兴皮具商行", "永兴皮具商行付款。")
    assert "永兴" not in public(edition)
    assert "undeclared_short_form" in notices(edition)
    assert edition.status == "ready"


@pytest.mark.parametrize(
    "written",
    [
        "瑞江（上海）咖啡有限公司",
        "瑞江(上海)咖啡有限公司",
        "瑞江〔上海〕咖啡有限公司",
        "瑞江（上海)咖啡有限公司",
    ],
)
def test_bracket_variants_trap_36(written):
    assert "瑞江" not in public(case("瑞江（上海）咖啡有限公司", f"{written}付款。"))


def test_a_branch_is_the_party_and_its_parent_is_not_trap_37():
    edition = case(
        "荔江银行股份有限公司广州荔湾支行", "荔江银行股份有限公司发文，荔江银行股份有限公司广州荔湾支行放款。"
    )
    assert "荔江银行股份有限公司发文，×××放款" in public(edition)


def test_a_former_name_trap_38():
    assert "粤湖" not in public(
        case("广州粤江贸易有限公司（原名称为广州粤湖贸易有限公司）", "广州粤湖贸易有限公司付款。")
    )


@pytest.mark.parametrize(
    "declared",
    [
        "何秀莲（曾用名何小莲）",
        "何秀莲（又名：何小莲）",
        "何秀莲，曾用名为何小莲",
        "何秀莲（曾用名系“何小莲”）",
        "何秀莲（别名何小莲，绰号“阿莲”）",
    ],
)
def test_other_names_of_a_person_traps_14_15(declared):
    text = public(case(declared, "何小莲收款。"))
    assert "何小莲" not in text
    assert "阿莲" not in text


def test_law_firms_and_banks_that_are_no_parties_stay_trap_41():
    text = public(case("广州鹏达商贸有限公司", "北京德和衡（南京）律师事务所发函，农行广州荔湾支行放款。"))
    assert "北京德和衡（南京）律师事务所发函，农行广州荔湾支行放款" in text


def test_a_short_form_that_fits_two_parties_holds_the_document():
    text = judgment(
        parties="原告：广州粤阳建设集团有限公司，住所地广州市荔湾区龙津西路84号。\n被告：佛山市粤阳贸易有限公司，住所地佛山市禅城区汾江路7号。",
        procedure="原告广州粤阳建设集团有限公司与被告佛山市粤阳贸易有限公司买卖合同纠纷一案，本院立案后，现已审理终结。",
        pleadings="原告诉称，甲。\n被告辩称，乙。",
        facts="经审理查明：粤阳公司付款。",
    )
    assert "undeclared_short_form" in blocking(redacted(text))


def test_a_place_that_a_firm_is_named_after_stays_trap_42():
    edition = case("荔湾区芳村实业有限公司", "交货地点位于广州市荔湾区芳村片区，芳村实业公司收货。")
    assert "荔湾区芳村片区" in public(edition)
    assert "芳村实业公司" not in public(edition)


def test_an_agency_of_another_place_is_not_the_party():
    edition = case("广州市荔湾区公安局", "佛山市公安局出具证明，局长到场。")
    assert "佛山市公安局出具证明，局长到场" in public(edition)
