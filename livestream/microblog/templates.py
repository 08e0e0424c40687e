"""What a post says at each stage, made of the public facts of a session, and the text as it leaves the portal (R44)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from livestream.microblog.counting import halves, left

WEEKDAYS: Final = "一二三四五六日"
WIDEST_NUMBER: Final = 999
STAGES: Final = ("preview", "opening", "rights", "investigation", "debate", "adjournment", "result")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the public may know of a session. Never a party."""

    court: str
    case_number: str
    cause: str
    division: str
    courtroom: str
    begins_at: datetime
    judge: str
    panel: tuple[str, ...] = ()
    summary: str = ""

    @property
    def what(self) -> str:
        """The case in a few words: 案号 and 案由."""
        return f"{self.case_number}{self.cause}一案" if self.cause else f"{self.case_number}案"


def draft(stage: str, facts: Facts, address: str) -> str:
    """The text a member starts from; shortened at the summary so that it fits. Raises KeyError for an unknown stage."""
    text = _TEXTS[stage](facts)
    if stage != "preview" or not facts.summary:
        return text
    room = left(outgoing(WIDEST_NUMBER, stage, f"{text}案情简介：", address))
    summary = facts.summary if len(facts.summary) <= room else f"{facts.summary[: max(0, room - 1)]}…"
    return f"{text}案情简介：{summary}" if room > len("……") else text


def outgoing(
    number: int | str | None, stage: str, text: str, address: str, corrects: int | None = None
) -> str:
    """The post as it is read outside: its number, what it corrects, the text, and the link to our own page.

    Without a number it stands as long as it could become.
    """
    kind = "庭审预告" if stage == "preview" else "庭审直播"
    which = f"更正第{corrects}条：" if corrects else ""
    return f"【{kind}{number or WIDEST_NUMBER}】{which}{text.strip()} {address}"


def frame_halves(stage: str, corrects: int | None = None) -> int:
    """What stands around a text, without its link, in halves of a character: for a page that counts while one types."""
    return halves(outgoing(None, stage, "", "", corrects))


def room(stage: str, text: str, address: str, corrects: int | None = None) -> int:
    """Characters left of a text, whatever number it will be given."""
    return left(outgoing(None, stage, text, address, corrects))


def _day(moment: datetime) -> str:
    return f"{moment.month}月{moment.day}日（周{WEEKDAYS[moment.weekday()]}）{moment:%H:%M}"


def _preview(facts: Facts) -> str:
    return f"{_day(facts.begins_at)}，{facts.court}{facts.division}将在{facts.courtroom}公开开庭审理{facts.what}。"


def _opening(facts: Facts) -> str:
    panel = [name for name in facts.panel if name != facts.judge]
    bench = "、".join((facts.judge, *panel))
    bench_is = f"由{bench}组成合议庭" if panel else f"由{facts.judge}主审"
    return f"{facts.courtroom}，{facts.what}开庭，{bench_is}。审判长宣布法庭纪律，核对到庭人员。"


def _rights(_facts: Facts) -> str:
    return "法庭告知当事人诉讼权利和义务，询问是否申请回避。"


def _investigation(_facts: Facts) -> str:
    return "法庭调查开始。法庭归纳争议焦点，双方举证、质证。"


def _debate(_facts: Facts) -> str:
    return "法庭调查结束，进入法庭辩论。双方围绕争议焦点发表意见。"


def _adjournment(facts: Facts) -> str:
    return f"{facts.what}庭审结束，法庭宣布休庭，择日宣判。"


def _result(facts: Facts) -> str:
    return f"{facts.what}宣判。裁判结果："


_TEXTS: Final = {
    "preview": _preview,
    "opening": _opening,
    "rights": _rights,
    "investigation": _investigation,
    "debate": _debate,
    "adjournment": _adjournment,
    "result": _result,
}
