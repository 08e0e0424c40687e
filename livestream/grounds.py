"""What is not fit for livestream and microblog: the six grounds of annex 2 item seven by its words, and one of 2010.

Codes are what signatures and checklists keep. Pure data, no Django (R50).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ANNEX: Final = "《案件庭审网上直播或微博工作程序》第七条"
RULE_OF_2010: Final = "《关于人民法院直播录播庭审活动的规定》（2010年）第二条"


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: the code kept, the short name, the text as it stands in its source."""

    code: str
    label: str
    text: str
    source: str = ANNEX


GROUNDS: Final = (
    Ground("secret", "国家秘密、商业秘密和个人隐私", "（一）涉及国家秘密、商业秘密和个人隐私的"),
    Ground("juvenile", "未成年人犯罪", "（二）涉及未成年人犯罪的"),
    Ground("divorce", "离婚", "（三）涉及离婚的"),
    Ground("harm", "可能产生不良影响", "（四）上网直播、微博可能产生不良影响的"),
    Ground("objection", "当事人申请经准许", "（五）当事人申请不上网公开直播、微博经准许的"),
    Ground("other", "其他不宜", "（六）其他不宜上网公开的案件"),
    Ground(
        "procuratorate", "检察机关提出", "检察机关明确提出不进行庭审直播并有正当理由的刑事案件", RULE_OF_2010
    ),
)
CODES: Final = tuple(ground.code for ground in GROUNDS)
LABELS: Final = {ground.code: ground.label for ground in GROUNDS}
