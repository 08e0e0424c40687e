"""What officers write in the demonstration: a way from filing to payment, a week at a time. People and firms are invented."""

from __future__ import annotations

from typing import Final

APPLICANTS: Final = (
    "简秀兰", "霍耀文", "范国栋", "石婉仪", "钟泽楷", "麦雪梅", "广州荔海贸易有限公司", "区锦荣", "莫嘉怡",
    "广州芳信物业管理有限公司", "童少华", "广州西桥服饰有限公司",
)  # fmt: skip
DEBTORS: Final = (
    "温启航", "广州泮溪田食品有限公司", "骆文斌", "柳建国", "广州多宝皮具有限公司", "关耀祖", "詹伟强", "司徒健",
    "广州逢源餐饮有限公司", "甄子豪", "冼国雄", "欧阳敏仪",
)  # fmt: skip
CAUSES: Final = (
    "买卖合同纠纷",
    "民间借贷纠纷",
    "房屋租赁合同纠纷",
    "劳动争议",
    "物业服务合同纠纷",
    "机动车交通事故责任纠纷",
)
WEEKS: Final = (
    (("accepted", "收到本案，确定承办人，建立执行案卷。", "", None),
     ("notice", "向被执行人送达执行通知书、报告财产令。", "被执行人已签收", None)),
    (("search_funds", "通过网络查控系统查询被执行人名下银行存款、车辆、证券和不动产。", "查到存款账户两个、车辆一辆", None),
     ("reception", "接待申请执行人来访，告知查控进展。", "", None)),
    (("freeze", "冻结被执行人名下银行存款。", "实际冻结38600.00元", "38600.00"),
     ("talk", "约谈被执行人，了解其履行能力，责令限期履行。", "被执行人称分三期履行", None)),
    (("lead", "核查申请执行人提供的财产线索。", "线索属实，正在进一步核实", None),
     ("restriction", "对被执行人发出限制消费令。", "", None)),
    (("deduct", "扣划已冻结的存款至本院案款账户。", "", "38600.00"),
     ("settlement", "双方就余款达成执行和解协议，分三个月付清。", "", None)),
    (("payment", "向申请执行人发放执行款。", "申请执行人已确认收到", "38600.00"),
     ("reception", "电话答复申请执行人关于余款履行期限的询问。", "", None)),
)  # fmt: skip
"""For each week: category, words, outcome, amount."""
