"""What oversight reads of this line: figures of each division in a period, and the rows behind them; never a party (R2, R11).

The app above reads this module and nothing else of judgments.
"""

from __future__ import annotations

from typing import Final

from judgments.figures import collection, days, editions, exclusions, publication
from judgments.figures.days import Speed, days_to_publication, speed
from judgments.figures.funnel import FATES, STEPS, Funnel, funnel, funnel_rows
from liwan_court.measuring import Measure, Unit

__all__ = [
    "FATES", "MEASURES", "STEPS", "Funnel", "Speed", "days_to_publication", "funnel", "funnel_rows", "speed",
]  # fmt: skip

_WINDOWS: Final = "期内各月归集窗口（上月21日至当月20日，以业务庭确认的生效日为准）"
_DUE: Final = f"{_WINDOWS}内生效、未决定不上网公开的文书，公布时间（当月25日9时）尚未到的窗口不计"
_IN_SERVICE: Final = "系统启用以前截止的窗口没有报表和上传记录，不计"
_PUBLISHING: Final = "文书上网"

MEASURES: Final[tuple[Measure, ...]] = (
    Measure(
        name="publication_rate",
        label="应上网文书上网率",
        source=_PUBLISHING,
        numerator="其中取数时正在公布（现行上网版未撤回）的文书",
        denominator=f"{_DUE}；历史补录的文书计入",
        tallies=publication.PUBLICATION_RATE.tallies,
        rows=publication.PUBLICATION_RATE.rows,
    ),
    Measure(
        name="reports_on_time",
        label="生效案号报送及时率",
        source=_PUBLISHING,
        numerator="其中在归集截止前报送（含零报告）且未记逾期的报表",
        denominator=f"期内归集已经截止的各月，每个在用的报送部门每月一份报表；停用的部门只计其报送过的月份；{_IN_SERVICE}",
        tallies=collection.report_tallies,
        rows=collection.report_rows,
    ),
    Measure(
        name="files_on_time",
        label="电子版归集及时率",
        source=_PUBLISHING,
        numerator="其中最早收下的电子版在所属窗口归集截止（20日，遇休息日顺延）前上传的文书",
        denominator=f"{_DUE}；{_IN_SERVICE}",
        tallies=collection.FILES_ON_TIME.tallies,
        rows=collection.FILES_ON_TIME.rows,
    ),
    Measure(
        name="published_on_schedule",
        label="25日上网及时率",
        source=_PUBLISHING,
        numerator="其中首次公布列入所属窗口当月25日批次（补批和以后各月批次不算）的文书",
        denominator=f"{_DUE}；历史补录的文书按所列批次计入",
        tallies=publication.ON_SCHEDULE.tallies,
        rows=publication.ON_SCHEDULE.rows,
    ),
    Measure(
        name="published_in_seven_days",
        label="七个工作日内上网率（参考）",
        source=_PUBLISHING,
        numerator="其中首次公布之日不晚于生效之日起第七个工作日的文书",
        denominator=f"{_WINDOWS}内生效、公布过且未决定不上网公开的文书，历史补录的文书按所列公布日计入",
        tallies=days.tallies,
        rows=days.rows,
    ),
    Measure(
        name="exclusions_with_reason",
        label="除外理由完备率",
        source=_PUBLISHING,
        numerator="其中写明理由，并按所用事由的要求经庭长、分管副院长批准或者经准许当事人申请的文书",
        denominator=f"{_WINDOWS}内生效、已决定不上网公开的文书",
        tallies=exclusions.WITH_REASON.tallies,
        rows=exclusions.WITH_REASON.rows,
    ),
    Measure(
        name="open_grounds_share",
        label="以不良影响、其他为由不公开的比例",
        source=_PUBLISHING,
        numerator="其中以“可能产生不良影响”（E5）、“其他不宜上网公开”（E7）或者“不宜公布的其他情形”（S5）为由不公开的文书",
        denominator=f"{_WINDOWS}内已经生效的全部文书",
        tallies=exclusions.OPEN_SHARE.tallies,
        rows=exclusions.OPEN_SHARE.rows,
        low_is_good=True,
    ),
    Measure(
        name="corrections",
        label="撤回更正件数",
        source=_PUBLISHING,
        numerator="期内更正公布的上网版和期内撤回的上网版，同一版更正后又撤回的计一件",
        denominator="期内（按日历）任何时候可供查阅的上网版",
        tallies=editions.CORRECTIONS.tallies,
        rows=editions.CORRECTIONS.rows,
        unit=Unit.COUNT,
        low_is_good=True,
    ),
    Measure(
        name="search_current",
        label="检索更新率",
        source="文书检索",
        numerator="其中检索索引没有待办更新的文书",
        denominator="期末以前公布、取数时正在公布的文书（全院合计，按取数时的状态）",
        tallies=editions.index_tallies,
        rows=editions.index_rows,
        by_division=False,
    ),
    Measure(
        name="answered_applications",
        label="当事人申请按时答复率",
        source=_PUBLISHING,
        numerator="其中在该文书应当公布之时（所属窗口当月25日9时）以前作出决定的申请",
        denominator="期内（按日历）收到、收到时该文书公布日未到、而公布时间现已到的不公开申请；文书尚未生效的不计",
        tallies=exclusions.APPLICATIONS.tallies,
        rows=exclusions.APPLICATIONS.rows,
    ),
)
