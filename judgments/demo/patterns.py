"""The catalogue: what kinds of document the demonstration court writes, and which division writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from judgments.demo import stories_civil as civil
from judgments.demo import stories_other as other

if TYPE_CHECKING:
    from collections.abc import Callable

    from judgments.demo.scene import Scene


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of document. `template` is named like the code; `words` are the type words of its case number.

    `represented` is the place of the party with a lawyer; `loser` bears the fee; `money` adds the sentence on
    interest for delay; `ruling` and `ground` are as on DemoJudgment.
    """

    code: str
    title: str
    cause: str
    division: str
    story: Callable[[Scene], None]
    words: str = "民初"
    field_of_law: str = "民事"
    represented: int | None = 0
    loser: str = "被告"
    money: bool = True
    ruling: str | None = None
    ground: str | None = None

    @property
    def kind(self) -> str:
        """判决书, 裁定书 or 调解书."""
        return self.title[-3:]


def _verdict(
    code: str, cause: str, division: str, story: Callable[[Scene], None], words: str = "民初"
) -> Pattern:
    return Pattern(code, "民事判决书", cause, division, story, words)


def _ruling(
    code: str, cause: str, division: str, story: Callable[[Scene], None], decides: str = "other"
) -> Pattern:
    return Pattern(code, "民事裁定书", cause, division, story, represented=None, ruling=decides)


def _administrative(code: str, title: str, cause: str, story: Callable[[Scene], None]) -> Pattern:
    ruling = "other" if title == "行政裁定书" else None
    represented = 0 if ruling is None else None
    return Pattern(
        code, title, cause, "xingzheng", story, "行初", "行政", represented=represented, ruling=ruling
    )


def _criminal(
    code: str, cause: str, division: str, story: Callable[[Scene], None], ground: str | None = None
) -> Pattern:
    return Pattern(code, "刑事判决书", cause, division, story, "刑初", "刑事", ground=ground)


def _enforcement(code: str, cause: str, story: Callable[[Scene], None]) -> Pattern:
    return Pattern(
        code, "执行裁定书", cause, "zhixing", story, "执", "执行", represented=None, ruling="other"
    )


PATTERNS: Final = {
    pattern.code: pattern
    for pattern in (
        _verdict("loan", "民间借贷纠纷", "minyi", civil.loan),
        _verdict("labour", "劳动争议", "minyi", civil.labour),
        _verdict("traffic", "机动车交通事故责任纠纷", "minyi", civil.traffic),
        _verdict("safety", "违反安全保障义务责任纠纷", "minyi", civil.safety),
        _verdict("sale", "买卖合同纠纷", "miner", civil.sale),
        _verdict("credit", "金融借款合同纠纷", "miner", civil.credit),
        _verdict("lease", "房屋租赁合同纠纷", "minsan", civil.lease),
        _verdict("property", "物业服务合同纠纷", "minsan", civil.property_fee),
        _verdict("decoration", "装饰装修合同纠纷", "minsan", civil.decoration),
        _verdict("leak", "相邻关系纠纷", "minsan", civil.leak),
        _verdict("trademark", "侵害商标权纠纷", "zhichan", civil.trademark),
        _verdict("photo", "侵害作品信息网络传播权纠纷", "zhichan", civil.photo),
        _verdict("training", "教育培训合同纠纷", "shaonian", civil.training),
        _verdict("retrial", "民间借贷纠纷", "shenjian", civil.retrial, "民再"),
        _administrative("penalty", "行政判决书", "市场监督管理行政处罚", other.penalty),
        _administrative("injury", "行政判决书", "工伤认定", other.injury),
        _administrative("admin_withdrawal", "行政裁定书", "不履行法定职责", other.admin_withdrawal),
        _criminal("theft", "盗窃罪", "xingting", other.theft),
        _criminal("fraud", "诈骗罪", "xingting", other.fraud),
        _criminal("juvenile", "寻衅滋事罪", "shaonian", other.juvenile, "E2"),
        _ruling("withdrawal", "承揽合同纠纷", "miner", other.withdrawal),
        _ruling("absent", "房屋租赁合同纠纷", "minsan", other.absent),
        _ruling("jurisdiction", "买卖合同纠纷", "miner", other.jurisdiction, "管辖异议"),
        _ruling("dismissal", "委托理财合同纠纷", "minyi", other.dismissal, "驳回起诉"),
        _ruling("preservation", "买卖合同纠纷", "miner", other.preservation),
        _enforcement("end_enforcement", "民间借贷纠纷", other.end_enforcement),
        _enforcement("freeze", "房屋租赁合同纠纷", other.freeze),
        Pattern(
            "divorce",
            "民事判决书",
            "离婚纠纷",
            "minyi",
            other.divorce,
            money=False,
            loser="原告",
            ground="E3",
        ),
        Pattern(
            "mediation", "民事调解书", "买卖合同纠纷", "miner", other.mediation, represented=None, ground="E4"
        ),
    )
}
PUBLIC: Final = tuple(code for code, pattern in PATTERNS.items() if pattern.ground is None)
"""What may be published, in the order of the catalogue."""
