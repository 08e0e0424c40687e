"""The codes of the record of transitions as people read them."""

from __future__ import annotations

from typing import Any

from judgments.models import Judgment, Mark

STATES = dict(Judgment.State.choices)
DETAILS = {
    "file": "文件",
    "draft": "第几稿",
    "status": "脱敏结果",
    "parties": "当事人数",
    "refused": "未能处理",
    "settled": "核对疑点",
    "reason": "理由",
    "ground": "事由",
    "mark": "标记",
    "granted": "准许",
    "period": "期间",
    "effective_on": "生效日",
    "differs": "与推算不一致",
    "computed": "推算生效日",
    "version": "版次",
    "batch": "批次",
    "supplement": "补批",
    "sha256": "上网版哈希",
    "held_back": "暂不登记",
    "history": "历史补录",
}
LONGEST_SHOWN = 60
WORDS = {"ready": "可送审", "held": "有疑点待核对"} | dict(Mark.State.choices)


def state_word(state: str) -> str:
    """A state of a judgment in Chinese."""
    return STATES.get(state, state)


def detail_words(detail: dict[str, Any]) -> str:
    """What a transition keeps, as one line."""
    return "，".join(f"{DETAILS.get(key, key)} {_value(value)}" for key, value in detail.items())


def _value(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    text = str(value)
    return str(WORDS.get(text, text if len(text) < LONGEST_SHOWN else f"{text[:16]}…"))
