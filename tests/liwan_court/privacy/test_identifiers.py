import pytest

from liwan_court.privacy.identifiers import (
    find_identifiers,
    has_id_shape,
    is_luhn,
    is_valid_credit_code,
    is_valid_id,
)


def found(text):
    return [(identifier.category, identifier.text) for identifier in find_identifiers(text)]


@pytest.mark.parametrize(
    ("text", "category", "number"),
    [
        ("公民身份号码440103198001011234。", "id_number", "440103198001011234"),
        ("归还时间一年之内44010319800101123X", "id_number", "44010319800101123X"),
        ("身份证号：440103 1980 0101 1234", "id_number", "440103 1980 0101 1234"),
        (
            "身份证号码：４４０１０３１９８００１０１１２３４",
            "id_number",
            "４４０１０３１９８００１０１１２３４",
        ),
        ("公民身份号码440103********1234", "id_number", "440103********1234"),
        ("身份证440103800101123，", "id_number", "440103800101123"),
        ("港澳居民来往内地通行证号码H12345678", "id_number", "H12345678"),
        ("香港身份证A123456(7)", "id_number", "A123456(7)"),
        ("电话13800138000，", "phone", "13800138000"),
        ("手机：138-0013-8000", "phone", "138-0013-8000"),
        ("致电020-81234567", "phone", "020-81234567"),
        ("联系电话：81234567。", "phone", "81234567"),
        ("账号6222 0236 0200 1234 567", "bank_account", "6222 0236 0200 1234 567"),
        ("卡号为6228480402564890018的账户", "bank_account", "6228480402564890018"),
        ("粤A12345号小车", "plate", "粤A12345"),
        ("粤Ａ１２３４５", "plate", "粤Ａ１２３４５"),
        ("粤AD12345新能源车", "plate", "粤AD12345"),
        ("发邮件至shen_liping@example.com。", "email", "shen_liping@example.com"),
        ("微信号：abc_123，", "wechat", "abc_123"),
        ("QQ号12345678", "wechat", "12345678"),
        ("微信昵称“小太阳”", "wechat", "小太阳"),
        ("粤房地权证穗字第0123456789号", "certificate", "0123456789"),
        ("粤（2016）广州市不动产权第00012345号", "certificate", "00012345"),
        ("房产证第12345号", "certificate", "12345"),
        ("统一社会信用代码91440101MA59XXXX1X", "credit_code", "91440101MA59XXXX1X"),
        ("组织机构代码：12345678-9", "credit_code", "12345678-9"),
        ("营业执照注册号440103600123456", "credit_code", "440103600123456"),
    ],
)
def test_an_identifier_is_found_glued_to_text_or_not_d12(text, category, number):
    assert (category, number) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "（2016）粤0103民初1234号",
        "2016年3月5日借款1000000000000元",
        "合同编号：2015010112345678",
        "微信转账5000元，支付宝12345.00元",
        "土地使用费20000元",
        "账户余额12345678.90元",
        "粤Ａ×××××",
        "邮编510000",
    ],
)
def test_other_numbers_stay_trap_56(text):
    assert found(text) == []


def test_two_telephones_with_a_blank_between_are_two():
    assert [number for _, number in found("13800138000 13900139000")] == ["13800138000", "13900139000"]


def test_checksums():
    assert is_valid_id("11010519491231002X")
    assert not is_valid_id("110105194912310021")
    assert has_id_shape("440103198001011234")
    assert not has_id_shape("440103198013011234")
    assert is_luhn("6228480402564890018")
    assert is_valid_credit_code("91350100M000100Y43")
    assert not is_valid_credit_code("91350100M000100Y44")
