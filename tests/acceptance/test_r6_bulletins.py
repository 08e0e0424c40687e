"""R6, R12, R15, R16, R19, R20: bulletins from the snapshot to the portal, the list for appraisal; each through its page."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from liwan_court.measuring import span
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.inspect import TakeInspection
from oversight.models import Bulletin, Evidence, Inspection, SignOff, Task, YearPlan
from tests.factories import make_officer
from tests.oversight.people import APRIL, MAY, House, actor, build_house, page, said, staff, task

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 2, 27)
DECEMBER = dt.datetime(2026, 12, 31, 15, tzinfo=clock.ZONE)
State = Bulletin.State


@pytest.fixture
def house() -> House:
    """民一庭 met everything, 刑庭 did not."""
    house = build_house()
    task(house.minyi, "按期完成的", DAY, DAY)
    task(house.xingting, "没有完成的", DAY)
    return house


def inspect(house: House, period: str = "2026Q1", at: dt.datetime = APRIL, reason: str = "") -> Inspection:
    with clock.at(at):
        return TakeInspection(actor(house.secretary), span(period), reason).run()


def post(house: House, who: str, address: str, data: dict | None = None, at: dt.datetime = MAY):
    with clock.at(at):
        return staff(getattr(house, who)).post(address, data or {}, follow=True)


def drafted(house: House, kind: str = "quarterly", period: str = "2026Q1", at: dt.datetime = MAY) -> Bulletin:
    post(house, "secretary", page("bulletin_draft"), {"kind": kind, "period": period}, at)
    return Bulletin.objects.latest("pk")


def act(house: House, who: str, row: Bulletin, verb: str, data: dict | None = None, at: dt.datetime = MAY):
    row.refresh_from_db()
    answer = post(house, who, page("bulletin_act", row.pk, verb), {"seen": row.sha256, **(data or {})}, at)
    row.refresh_from_db()
    return answer


def signed(house: House, kind: str = "quarterly", period: str = "2026Q1", at: dt.datetime = MAY) -> Bulletin:
    row = drafted(house, kind, period, at)
    act(house, "secretary", row, "submit", at=at)
    act(house, "president", row, "sign", at=at)
    act(house, "vice", row, "sign", at=at)
    return row


def paper(house: House, row: Bulletin, who: str = "secretary") -> str:
    with clock.at(MAY):
        answer = staff(getattr(house, who)).get(page("bulletin_docx", row.pk))
    document = Document(BytesIO(answer.content))
    cells = [cell.text for table in document.tables for line in table.rows for cell in line.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_r6_a_quarter_is_drafted_signed_by_two_numbered_and_read_on_the_portal(house: House) -> None:
    inspect(house)
    row = drafted(house)
    assert row.title == "关于2026年第一季度司法公开情况的通报"
    assert "刑庭（第一责任人空缺）：季度任务按期完成0%（0/1）。" in row.text
    assert "民一庭（第一责任人民一庭庭长）" in row.text
    act(house, "secretary", row, "submit")
    assert row.state == State.SUBMITTED
    act(house, "president", row, "sign")
    assert (row.state, row.number) == (State.SUBMITTED, None)
    answer = act(house, "vice", row, "sign")
    assert (row.state, row.document_number) == (State.SIGNED, "荔法办〔2026〕1号")
    assert "两人已签发，文号荔法办〔2026〕1号" in said(answer)
    text = paper(house, row)
    for words in (
        "广州市荔湾区人民法院办公室文件",
        "荔法办〔2026〕1号",
        "签发人：院长、副院长",
        "工作要求",
        "（印章）",
        "刑庭",
        "0/1",
    ):
        assert words in text
    address = "/bulletins/2026/1/"
    assert Client().get(address).status_code == 404, "nothing is public before it is decided"
    refused = act(house, "president", row, "publish")
    assert any("您的岗位不能进行“公布”" in message for message in said(refused))
    act(house, "secretary", row, "publish")
    shown = Client().get(address).content.decode()
    assert "关于2026年第一季度司法公开情况的通报" in shown
    against = list(Evidence.objects.all())
    assert against, "there is something to keep back"
    assert not any(row.detail in shown for row in against), "no row of evidence is public"
    assert row.title in Client().get("/bulletins/").content.decode()


def test_r6_who_may_not_and_what_cannot_be_drafted(house: House) -> None:
    none = post(house, "secretary", page("bulletin_draft"), {"kind": "quarterly", "period": "2026Q1"})
    assert any("还没有可以依据的检查" in message for message in said(none))
    inspect(house)
    for who in ("president", "minyi_head", "auditor", "judge"):
        assert (
            post(house, who, page("bulletin_draft"), {"kind": "quarterly", "period": "2026Q1"}).status_code
            == 403
        )
    row = drafted(house)
    own = act(house, "secretary", row, "sign")
    assert any("不能“签发”" in message for message in said(own)), "not submitted yet"
    act(house, "secretary", row, "submit")
    own = act(house, "secretary", row, "sign")
    assert any("不能签发自己写的通报" in message for message in said(own))
    act(house, "president", row, "sign")
    twice = act(house, "president", row, "sign")
    assert any("您已经签发过这一稿" in message for message in said(twice))
    assert post(house, "minyi_head", page("bulletin_act", row.pk, "sign")).status_code == 403
    assert row.number is None
    assert SignOff.objects.count() == 1


def test_r6_an_edited_text_has_no_signature(house: House) -> None:
    inspect(house)
    row = drafted(house)
    act(house, "secretary", row, "submit")
    act(house, "president", row, "sign")
    words = {"title": row.title, "text": row.text + "\n另，五月组织抽查。", "demands": row.demands}
    act(house, "secretary", row, "edit", words)
    assert row.state == State.DRAFT
    act(house, "secretary", row, "submit")
    act(house, "vice", row, "sign")
    assert row.state == State.SUBMITTED, "the first name stands under another text"
    assert "已无效" in staff(house.secretary).get(page("bulletin", row.pk)).content.decode()
    act(house, "president", row, "sign")
    assert row.state == State.SIGNED
    late = act(house, "secretary", row, "edit", words)
    assert any("不能“修改”" in message for message in said(late))


def test_r6_a_newer_inspection_asks_for_a_new_draft(house: House) -> None:
    inspect(house)
    row = drafted(house)
    newer = inspect(house, at=MAY, reason="补报")
    refused = act(house, "secretary", row, "submit")
    assert any("请按最近一次检查重新起草" in message for message in said(refused))
    act(house, "secretary", row, "redraft")
    assert (row.inspection, row.state) == (newer, State.DRAFT)
    act(house, "secretary", row, "submit")
    assert row.state == State.SUBMITTED


def test_r6_nobody_signs_what_he_wrote_or_a_text_he_has_not_seen(house: House) -> None:
    inspect(house)
    row = drafted(house)
    twice = post(house, "secretary", page("bulletin_draft"), {"kind": "quarterly", "period": "2026Q1"})
    assert any("已有季度司法公开情况通报（草稿）" in message for message in said(twice))
    seen = row.sha256
    words = {"title": row.title, "text": row.text + "\n另，六月复查。", "demands": row.demands}
    act(house, "vice", row, "edit", words)
    act(house, "secretary", row, "submit")
    own = act(house, "vice", row, "sign")
    assert any("拟稿人、修改人不能签发自己写的通报" in message for message in said(own))
    for old in (seen, ""):
        stale = act(house, "president", row, "sign", {"seen": old})
        assert any("本件已被他人改动" in message for message in said(stale))
    assert not SignOff.objects.exists()
    act(house, "president", row, "sign")
    assert SignOff.objects.get().sha256 == row.sha256


def test_r16_what_is_left_to_fill_in_is_not_submitted(house: House) -> None:
    inspect(house, "2026", DECEMBER)
    row = drafted(house, "year_summary", "2026", DECEMBER)
    refused = act(house, "secretary", row, "submit", at=DECEMBER)
    assert any("还有待填写的内容" in message for message in said(refused))
    words = {
        "title": row.title,
        "text": row.text.replace("（待填写：由领导小组结合问题库填写）", "坚持每月预检。"),
        "demands": "",
    }
    act(house, "secretary", row, "edit", words, DECEMBER)
    act(house, "secretary", row, "submit", at=DECEMBER)
    assert row.state == State.SUBMITTED


def test_r6_a_withdrawn_one_leaves_its_number_day_and_reason(house: House) -> None:
    inspect(house)
    row = signed(house)
    act(house, "secretary", row, "publish")
    empty = act(house, "secretary", row, "withdraw", {"because": " "})
    assert any("请写明撤回的原因" in message for message in said(empty))
    act(house, "secretary", row, "withdraw", {"because": "数字有误"})
    gone = Client().get("/bulletins/2026/1/")
    assert gone.status_code == 410
    assert "数字有误" in gone.content.decode()
    assert row.text.splitlines()[1] not in gone.content.decode()
    assert "已撤回" in Client().get("/bulletins/").content.decode()
    assert signed(house).document_number == "荔法办〔2026〕2号", "a number is never used twice"
    assert "【已撤回】" in paper(house, row)


def test_r19_commendation_and_criticism_follow_from_the_conclusions(house: House) -> None:
    inspect(house)
    good, bad = signed(house, "commendation"), signed(house, "criticism")
    assert "民一庭" in good.text
    assert "刑庭" not in good.text
    assert "刑庭" in bad.text
    assert "民一庭" not in bad.text
    client = staff(house.minyi_head)
    assert client.get(page("bulletin", good.pk)).status_code == 200
    assert client.get(page("bulletin", bad.pk)).status_code == 404, "what concerns another division alone"
    assert staff(house.xingting_head).get(page("bulletin", bad.pk)).status_code == 200
    assert staff(house.judge).get(page("bulletins")).status_code == 403


def test_r19_nobody_is_commended_or_criticised_without_a_conclusion(house: House) -> None:
    house.catalogue.indicators.filter(code="J5").update(target=0)
    inspect(house)
    none = post(house, "secretary", page("bulletin_draft"), {"kind": "criticism", "period": "2026Q1"})
    assert any("没有未达标的部门，不能起草批评通报" in message for message in said(none))
    wrong = post(house, "secretary", page("bulletin_draft"), {"kind": "acceptance", "period": "2026Q1"})
    assert any("还没有可以依据的检查" in message for message in said(wrong))
    assert not Bulletin.objects.exists()


def test_r12_the_acceptance_is_exported_with_each_conclusion_and_the_quarters(house: House) -> None:
    inspect(house)
    inspect(house, "2026", DECEMBER)
    row = signed(house, "acceptance", "2026", DECEMBER)
    text = paper(house, row)
    assert "全院1项指标未达标，未能全部达标，列入下年度整改。" in text
    assert "刑庭（第一责任人空缺）：未达标，0.00分。" in text
    assert "2026年第一季度：全院50.00分" in text or "2026年第一季度：全院" in text
    assert "（印章）" in text


def test_r15_the_half_year_is_reviewed_with_the_plan_for_the_second(house: House) -> None:
    june = dt.datetime(2026, 6, 11, 10, tzinfo=clock.ZONE)
    inspect(house, "2026H1", june)
    row = drafted(house, "half_year", "2026H1", june)
    assert "下半年工作计划尚未制定" in row.text
    YearPlan.objects.update(second_half="补齐直播定额\n清理日志")
    act(house, "secretary", row, "redraft", at=june)
    for who, verb in (("secretary", "submit"), ("president", "sign"), ("vice", "sign")):
        act(house, who, row, verb, at=june)
    assert row.title == "2026年上半年司法公开工作检查评估报告"
    assert "补齐直播定额" in paper(house, row)
    assert (
        post(
            house, "minyi_head", page("bulletin_draft"), {"kind": "half_year", "period": "2026H1"}, june
        ).status_code
        == 403
    )


def test_r16_the_year_is_summed_up_from_what_was_counted(house: House) -> None:
    inspect(house)
    inspect(house, "2026", DECEMBER)
    row = drafted(house, "year_summary", "2026", DECEMBER)
    for words in ("全年情况", "四个季度", "2026年第一季度：全院", "问题和薄弱环节", "刑庭", "登记整改"):
        assert words in row.text
    assert row.state == State.DRAFT
    assert (
        post(
            house, "auditor", page("bulletin_draft"), {"kind": "year_summary", "period": "2026"}, DECEMBER
        ).status_code
        == 403
    )


def test_r20_the_list_for_appraisal_says_who_may_be_proposed(house: House) -> None:
    inspect(house)
    signed(house, "criticism")
    inspect(house, "2026", DECEMBER)
    political = make_officer("政治处干事", Post.POLITICAL)
    political.user.is_staff = True
    political.user.save()
    with clock.at(DECEMBER):
        answer = staff(political).get(page("appraisal", 2026))
        assert staff(house.minyi_head).get(page("appraisal", 2026)).status_code == 403
        assert staff(house.secretary).get(page("appraisal", 2027)).status_code == 404
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    found = {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    assert found["民一庭"]["评先评优"] == "达标，可以参评"
    assert found["刑庭"]["评先评优"] == "未达标，不得参评"
    assert (found["刑庭"]["通报批评次数"], found["民一庭"]["通报批评次数"]) == (1, 0)
    assert (found["民一庭"]["第一季度"], found["民一庭"]["第二季度"]) == (100, None)


def test_r20_before_the_acceptance_nobody_has_a_conclusion(house: House) -> None:
    inspect(house)
    with clock.at(MAY):
        answer = staff(house.secretary).get(page("appraisal", 2026))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=2, values_only=True))
    assert {row[-1] for row in rows} == {"没有验收结论"}


def test_r6_the_command_writes_what_was_signed_or_a_draft_that_is_kept_nowhere(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "b.docx"
    with clock.at(MAY):
        with pytest.raises(CommandError, match="还没有可以依据的检查"):
            call_command("bulletin", "quarterly", "2026Q1", "--out", str(out))
        inspect(house)
        call_command("bulletin", "quarterly", "2026Q1", "--out", str(out))
        assert not Bulletin.objects.exists()
        assert "【草稿】" in "\n".join(row.text for row in Document(str(out)).paragraphs)
        signed(house)
        call_command("bulletin", "quarterly", "2026Q1", "--out", str(out), "--json")
        assert "荔法办〔2026〕1号" in "\n".join(row.text for row in Document(str(out)).paragraphs)
        for arguments, words in (
            (("quarterly", "2026W1"), "应写成2026Q1"),
            (("commendation", "2026Q3"), "还没有可以依据的检查"),
        ):
            with pytest.raises(CommandError, match=words):
                call_command("bulletin", *arguments, "--out", str(out))
        with pytest.raises(CommandError, match="不能写入"):
            call_command("bulletin", "quarterly", "2026Q1", "--out", str(tmp_path / "no" / "b.docx"))
    assert "荔法办〔2026〕1号" in capsys.readouterr().out


def test_r19_a_draft_that_nobody_will_send_is_discarded_and_another_may_be_drafted(house: House) -> None:
    task(house.xingting, "没有完成的", dt.date(2026, 2, 27))
    inspect(house)
    row = drafted(house, "criticism")
    act(house, "secretary", row, "submit")
    act(house, "president", row, "sign")
    Task.objects.update(state=Task.State.CANCELLED)
    inspect(house, at=MAY, reason="撤销任务以后再查")
    nobody = act(house, "secretary", row, "redraft")
    assert said(nobody), "there is nobody left to criticise, and it is said"
    assert any("您的岗位不能" in message for message in said(act(house, "president", row, "discard")))
    for who in ("minyi_head", "auditor"):
        assert act(house, who, row, "discard").status_code == 403
    assert "本件已作废，可以另行起草" in said(act(house, "secretary", row, "discard"))
    assert (row.state, row.number) == (Bulletin.State.DISCARDED, None)
    assert any("不能“签发”" in message for message in said(act(house, "vice", row, "sign")))
    with clock.at(MAY):
        assert "已作废" in staff(house.secretary).get(page("bulletin", row.pk)).content.decode()
        assert staff(house.xingting_head).get(page("bulletin", row.pk)).status_code == 404
    task(house.xingting, "又没有完成的", dt.date(2026, 3, 20))
    inspect(house, at=MAY, reason="又有未完成的")
    assert drafted(house, "criticism").pk != row.pk
    done = signed(house)
    assert any("不能“作废”" in message for message in said(act(house, "secretary", done, "discard")))


def test_r6_a_bulletin_of_figures_that_were_inspected_again_does_not_go_on_the_portal(house: House) -> None:
    task(house.xingting, "没有完成的", dt.date(2026, 2, 27))
    inspect(house)
    row = signed(house)
    inspect(house, at=MAY, reason="补报以后再查")
    refused = act(house, "secretary", row, "publish")
    assert any("撤回本件，按最近一次检查另行起草" in message for message in said(refused))
    assert not row.public
