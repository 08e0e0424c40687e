"""What a post says at each stage; every template fits with its number and link (R44)."""

from __future__ import annotations

import datetime as dt

import pytest

from livestream.microblog.counting import LIMIT, length
from livestream.microblog.templates import STAGES, Facts, draft, outgoing, room
from liwan_court.timetable import clock

ADDRESS = "https://shenpan.example.cn/live/20260113-y0103-minchu-1/"
FACTS = Facts(
    court="广州市荔湾区人民法院", case_number="（2025）粤0103民初1号", cause="买卖合同纠纷", division="民一庭",
    courtroom="第三法庭", begins_at=dt.datetime(2026, 1, 13, 9, 30, tzinfo=clock.ZONE), judge="法官甲", panel=("法官乙",),
    summary="原告请求被告支付货款。",
)  # fmt: skip


@pytest.mark.parametrize("stage", STAGES)
def test_every_template_fits_with_its_number_and_link(stage: str) -> None:
    text = draft(stage, FACTS, ADDRESS)
    assert text
    assert 0 < length(outgoing(999, stage, text, ADDRESS)) <= LIMIT


def test_a_preview_says_when_where_and_what_and_shortens_the_summary_to_fit() -> None:
    text = draft("preview", FACTS, ADDRESS)
    assert text.startswith("1月13日（周二）09:30，广州市荔湾区人民法院民一庭将在第三法庭公开开庭审理")
    assert text.endswith("案情简介：原告请求被告支付货款。")
    longer = Facts(
        **{**{name: getattr(FACTS, name) for name in FACTS.__slots__}, "summary": "原告请求付款，" * 40}
    )
    cut = draft("preview", longer, ADDRESS)
    assert cut.endswith("…")
    assert room("preview", cut, ADDRESS) in (0, 1)


def test_the_opening_names_the_bench_once() -> None:
    assert "由法官甲、法官乙组成合议庭" in draft("opening", FACTS, ADDRESS)
    alone = Facts(**{**{name: getattr(FACTS, name) for name in FACTS.__slots__}, "panel": ("法官甲",)})
    assert "由法官甲主审" in draft("opening", alone, ADDRESS)


def test_the_outgoing_text_has_number_and_link() -> None:
    assert outgoing(3, "debate", " 辩论。 ", ADDRESS) == f"【庭审直播3】辩论。 {ADDRESS}"
    assert outgoing(1, "preview", "预告。", ADDRESS).startswith("【庭审预告1】")
    assert outgoing(4, "correction", "应为五万元。", ADDRESS, 3).startswith(
        "【庭审直播4】更正第3条：应为五万元。"
    )


def test_the_room_counts_number_link_and_what_is_corrected() -> None:
    text = "庭" * 100
    assert room("debate", text, ADDRESS) == LIMIT - length(outgoing(999, "debate", text, ADDRESS))
    assert room("correction", text, ADDRESS, 3) < room("correction", text, ADDRESS)


def test_an_unknown_stage_has_no_template() -> None:
    with pytest.raises(KeyError):
        draft("lunch", FACTS, ADDRESS)
