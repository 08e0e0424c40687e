"""The bureau's own tables as they are loaded once: categories (法发〔2014〕18号, article 3), templates, permissions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from enforcement_logs.models import Category, EntryTemplate
from liwan_court.registry.audience import Level
from liwan_court.registry.groups import grant
from liwan_court.registry.posts import Post

INTERNAL, APPLICANT = Level.INTERNAL.value, Level.APPLICANT.value


@dataclass(frozen=True, slots=True)
class Kind:
    """A category as shipped; `meanwhile` set: it waits until the measure was served."""

    code: str
    name: str
    stage: int
    meaning: str
    meanwhile: str = ""
    templates: tuple[str, ...] = ()


KINDS: Final = (
    Kind("accepted", "立案接收", 1, "执行局收到案件并确定承办人。", "", ("收到本案，承办人为○○。",)),
    Kind("notice", "发出执行通知、报告财产令", 1, "通知被执行人履行，并责令如实报告财产。", "",
         ("向被执行人送达执行通知书、报告财产令。",)),
    Kind("search_funds", "财产查询", 2, "通过网络和有关单位查找被执行人的存款、房屋、车辆等。", APPLICANT,
         ("通过网络查控系统查询被执行人名下银行存款、车辆、证券。", "向不动产登记部门查询被执行人名下房产。")),
    Kind("freeze", "冻结", 3, "存款、股权等被限制支取、转让。", INTERNAL, ("冻结被执行人○○银行存款。",)),
    Kind("seize", "查封", 3, "房屋、土地等被贴封条或者登记限制，不得出卖。", INTERNAL, ("查封被执行人名下○○。",)),
    Kind("impound", "扣押", 3, "车辆等动产由法院扣留。", INTERNAL, ("扣押被执行人名下○○。",)),
    Kind("deduct", "扣划", 5, "把冻结的存款划到法院账户。", INTERNAL, ("扣划被执行人存款。",)),
    Kind("appraise", "评估", 4, "由评估机构确定财产的价值。", "", ("委托评估○○。",)),
    Kind("auction", "拍卖、变卖、以物抵债", 4, "公开卖出被查封的财产，用所得清偿债务。", "",
         ("发布拍卖公告，起拍价○○元。",)),
    Kind("payment", "执行款到账、发放", 5, "案款进入法院账户、发给申请执行人。", "",
         ("收到执行款。", "向申请执行人发放执行款。")),
    Kind("talk", "约谈、询问", 0, "执行员当面了解情况。", "", ("约谈被执行人，了解其履行能力。",)),
    Kind("site_search", "现场执行、搜查", 3, "到被执行人住所、经营场所执行。", INTERNAL, ("到被执行人经营场所现场执行。",)),
    Kind("detention", "拘传、拘留、罚款", 0, "对拒不履行的人采取的强制措施。", INTERNAL, ("决定对被执行人○○。",)),
    Kind("restriction", "限制消费、失信、限制出境", 0, "限制高消费、列入失信名单、不准出境。", "",
         ("对被执行人发出限制消费令。",)),
    Kind("lead", "财产线索核查", 2, "核实当事人提供的财产线索。", INTERNAL, ("核查申请执行人提供的财产线索。",)),
    Kind("settlement", "和解", 0, "双方就履行达成协议。", "", ("双方达成执行和解协议。",)),
    Kind("objection", "异议、复议、案外人异议", 0, "有人对执行行为或者财产归属提出不同意见。", "", ("收到执行异议申请。",)),
    Kind("suspension", "暂缓、中止、委托、恢复", 0, "暂停、转交或者重新开始执行。", "", ("裁定中止执行。",)),
    Kind("termination", "终结本次执行", 6, "暂时查不到财产，程序先行终结，发现财产可以恢复。", "",
         ("就终结本次执行程序征求申请执行人意见。",)),
    Kind("closing", "结案", 6, "本案执行完毕或者依法结束。", "", ("本案全部执行完毕，结案。",)),
    Kind("reception", "接待、电话、来信", 0, "当事人来访、来电、来信及答复。", "", ("接待申请执行人来访，告知办理情况。",)),
    Kind("other", "其他", 0, "", "", ()),
)  # fmt: skip

_TABLES = {"category": "view", "entrytemplate": "view"}
PERMISSIONS: Final[dict[str, dict[str, str]]] = {
    Post.EXECUTION_OFFICER: dict(_TABLES),
    Post.DIVISION_HEAD: {"category": "view add change", "entrytemplate": "view add change"},
    Post.AUDITOR: {"logrecord": "view"},
    Post.PRESIDENT: {"logrecord": "view"},
}


def load() -> dict[str, int]:
    """Load what is missing; a category that exists is never touched again. Returns rows added by Chinese name."""
    return {"日志类别": load_categories(), "日志权限": grant("enforcement_logs", PERMISSIONS)}


def load_categories() -> int:
    """Add missing categories with their templates. Returns how many."""
    added = 0
    for order, kind in enumerate(KINDS, 1):
        values = {
            "name": kind.name, "stage": kind.stage, "meaning": kind.meaning, "order": order,
            "sensitive": bool(kind.meanwhile), "meanwhile": kind.meanwhile or INTERNAL,
        }  # fmt: skip
        category, created = Category.objects.get_or_create(code=kind.code, defaults=values)
        if created:
            texts = enumerate(kind.templates)
            EntryTemplate.objects.bulk_create(
                EntryTemplate(category=category, text=t, order=n) for n, t in texts
            )
        added += created
    return added
