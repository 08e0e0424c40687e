"""The catalogue that is shipped: an example, marked 示例, until the court puts the official text in its place (D20).

Dimensions and their weights follow 《司法公开示范法院标准》(法〔2010〕383号); indicators follow the court's plan of 2013.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

TITLE: Final = "司法公开评价指标（示例目录）"
NOTE: Final = "示例：参照最高人民法院示范标准与本院方案编制，不是《广东法院完善司法公开评价若干指标》原文；取得原文后请导入替换。"
TRIAL: Final = ("minyi", "miner", "minsan", "xingzheng", "zhichan", "xingting", "shaonian", "shenjian")
ENFORCEMENT: Final = ("zhixing",)
LINE: Final = (*TRIAL, *ENFORCEMENT)
OFFICES: Final = ("bangongshi", "shenguanban", "diaoyanke", "lian", "jishu", "zhengzhichu")
EVERYBODY: Final = (*LINE, *OFFICES)


@dataclass(frozen=True, slots=True)
class Example:
    """An indicator as shipped. `measure` empty: stated by hand with evidence. Lines are fractions of 1, or numbers of things."""

    code: str
    dimension: str
    name: str
    measure: str
    divisions: tuple[str, ...]
    weight: str
    target: str
    floor: str = "0"
    reference: bool = False
    whole_court: bool = False
    definition: str = ""

    @property
    def lines(self) -> tuple[Decimal, Decimal, Decimal]:
        """Weight, floor, target."""
        return Decimal(self.weight), Decimal(self.floor), Decimal(self.target)


INDICATORS: Final = (
    Example("L1", "立案公开", "立案指南、流程、收费、风险告知齐全并在一年内更新", "", ("lian",), "4", "1",
            definition="四类页面各计一项；举证时写明页面和更新日期。"),
    Example("L2", "立案公开", "新收案件可查审判进度", "progress_public", ("lian",), "6", "1", "0.8", whole_court=True),
    Example("L3", "立案公开", "立案时发放查阅密码", "keys_at_acceptance", ("lian",), "5", "1", "0.5", whole_court=True),
    Example("T1", "庭审公开", "开庭三日前公告", "notices_in_time", TRIAL, "3", "0.98", "0.8"),
    Example("T2", "庭审公开", "直播场次完成（应播星期四）", "livestreams_held", TRIAL, "4", "0.95", "0.5"),
    Example("T3", "庭审公开", "微博场次完成（应播星期二、星期四）", "microblogs_held", TRIAL, "3", "0.95", "0.5"),
    Example("T4", "庭审公开", "法官年定额（直播1次、微博2次）", "quota_met", TRIAL, "4", "1"),
    Example("T5", "庭审公开", "轮空写明理由", "skips_with_reason", TRIAL, "2", "1"),
    Example("T6", "庭审公开", "不适宜公开的内容播出", "improper_broadcasts", TRIAL, "2", "0", "2"),
    Example("T7", "庭审公开", "每月1日按期报送列表", "lists_on_time", TRIAL, "2", "1", "0.5"),
    Example("Z1", "执行公开", "星期五中午前补录完执行日志", "logs_by_noon", ENFORCEMENT, "4", "1", "0.7"),
    Example("Z2", "执行公开", "星期五下午按时上网", "fridays_on_time", ("jishu",), "4", "1", "0.5", whole_court=True),
    Example("Z3", "执行公开", "在办案件三十日内有日志", "active_cases_logged", ENFORCEMENT, "4", "0.95", "0.5"),
    Example("Z4", "执行公开", "执行案件发放查阅密码", "keys_given", ENFORCEMENT, "3", "1", "0.5"),
    Example("H1", "听证公开", "应公告的听证均已公告并公开进行", "", ("lian", "zhixing"), "10", "1",
            definition="分母是依规定应当公开的听证，分子是提前公告并公开进行的。"),
    Example("W1", "文书公开", "应上网文书上网率", "publication_rate", LINE, "4", "1", "0.8"),
    Example("W2", "文书公开", "每月20日按期报送生效案号", "reports_on_time", LINE, "2", "1", "0.5"),
    Example("W3", "文书公开", "每月20日按期交电子版", "files_on_time", LINE, "2", "1", "0.7"),
    Example("W4", "文书公开", "每月25日按期上网", "published_on_schedule", ("shenguanban",), "3", "1", "0.7", whole_court=True),
    Example("W5", "文书公开", "生效后七个工作日内上网", "published_in_seven_days", LINE, "0", "1", reference=True),
    Example("W6", "文书公开", "不上网公开的理由完备", "exclusions_with_reason", LINE, "1", "1"),
    Example("W7", "文书公开", "以“不良影响”“其他”不公开的比例", "open_grounds_share", LINE, "1", "0.05", "0.2"),
    Example("W8", "文书公开", "撤回、更正件数", "corrections", ("shenguanban",), "1", "0", "5", whole_court=True),
    Example("W9", "文书公开", "检索与已公布文书一致", "search_current", ("shenguanban",), "1", "1", "0.9", whole_court=True),
    Example("S1", "审务公开", "机构、人员、规章、年报、统计页面齐全", "", ("bangongshi",), "8", "1",
            definition="五类页面各计一项；举证时写明页面地址和更新日期。"),
    Example("S2", "审务公开", "每季度通报均已签发", "bulletins_sent", ("bangongshi",), "7", "1", whole_court=True),
    Example("J1", "工作机制", "每季度按期召开通报会", "meetings_held", ("bangongshi",), "2", "1", whole_court=True),
    Example("J2", "工作机制", "部门正职出席通报会", "heads_present", EVERYBODY, "3", "0.9", "0.5"),
    Example("J3", "工作机制", "整改按期办结", "rectified_on_time", EVERYBODY, "2", "1", "0.5"),
    Example("J4", "工作机制", "每季度学习培训", "training_held", EVERYBODY, "1", "1"),
    Example("J5", "工作机制", "季度任务按期完成", "tasks_on_time", EVERYBODY, "2", "1", "0.5"),
)  # fmt: skip
