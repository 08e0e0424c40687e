"""Invented cases that go on air: numbers out of the way of every other demonstration case, parties nobody is called after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liwan_court.registry.models import Case

if TYPE_CHECKING:
    from datetime import date

    from liwan_court.registry.models import Division, Officer

FIRST_NUMBER: Final = 7001
PERSONS: Final = (
    "钟泽楷", "麦雪梅", "区锦荣", "莫嘉怡", "温启航", "简秀兰", "霍耀文", "邹惠敏", "范国栋", "石婉仪",
)  # fmt: skip
FIRMS: Final = (
    "广州荔海贸易有限公司",
    "广州泮溪田食品有限公司",
    "广州芳信物业管理有限公司",
    "广州西桥服饰有限公司",
)
CAUSES: Final = {
    "行": (
        ("行政处罚", "原告不服被告作出的行政处罚决定，请求撤销。"),
        ("工伤认定", "原告请求撤销被告作出的工伤认定决定。"),
    ),
    "刑": (
        ("盗窃罪", "公诉机关指控被告人多次盗窃他人财物，被告人对指控的事实没有异议。"),
        ("诈骗罪", "公诉机关指控被告人以虚构的租房信息骗取他人财物。"),
    ),
    "民": (
        ("买卖合同纠纷", "原告请求被告支付货款，被告认为货物质量不合约定。"),
        ("房屋租赁合同纠纷", "原告请求解除租赁合同、收回商铺，被告认为已按约支付租金。"),
        ("物业服务合同纠纷", "原告请求被告支付物业服务费，被告认为服务不到位。"),
        ("机动车交通事故责任纠纷", "原告请求被告赔偿医疗费、误工费等损失，双方对责任比例有争议。"),
        ("侵害商标权纠纷", "原告认为被告销售的皮具侵害其注册商标专用权，请求停止侵害、赔偿损失。"),
    ),
}
LETTERS: Final = {"xingzheng": "行", "xingting": "刑"}
"""By code of division; the others hear civil cases."""


class Docket:
    """Cases one after another; the number says nothing but the order."""

    def __init__(self) -> None:
        self.count = 0

    def case(self, division: Division, judge: Officer, accepted: date) -> tuple[Case, str]:
        """A case of a division with its judge and two parties; and what the public may read of it."""
        letter = LETTERS.get(division.code, "民")
        causes = CAUSES[letter]
        cause, summary = causes[self.count % len(causes)]
        number = f"（{accepted.year}）粤0103{letter}初{FIRST_NUMBER + self.count}号"
        case = Case.objects.create(
            number=number, division=division, handling_judge=judge, cause=cause, accepted_on=accepted
        )
        plaintiff, defendant = PERSONS[self.count % len(PERSONS)], FIRMS[self.count % len(FIRMS)]
        case.parties.create(role="被告人" if letter == "刑" else "原告", name=plaintiff, order=0)
        if letter != "刑":
            case.parties.create(role="被告", name=defendant, kind="organisation", order=1)
        self.count += 1
        return case, summary
