"""The court's own tables as they are loaded once: divisions in the order of R45, the offices, and what a post may see.

The court may change its divisions afterwards: a division that exists is never touched again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from liwan_court.registry.groups import grant, load_groups
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post

COURT: Final = "广州市荔湾区人民法院"


@dataclass(frozen=True, slots=True)
class DivisionDefault:
    """A division as the plan names it.

    `type_words` are how type words of case numbers begin that belong to it; 民初 of the new style stays
    open, since several divisions hear civil cases. `rotation_order` is its place in R45.
    """

    code: str
    name: str
    full_name: str
    kind: str
    type_words: tuple[str, ...] = ()
    rotation_order: int | None = None
    reports_effective: bool = False


def _trial(place: int, code: str, name: str, full_name: str, *type_words: str) -> DivisionDefault:
    return DivisionDefault(
        code, name, full_name, Division.Kind.TRIAL, type_words, place, reports_effective=True
    )


def _office(code: str, name: str, full_name: str = "") -> DivisionDefault:
    return DivisionDefault(code, name, full_name or name, Division.Kind.OFFICE)


DIVISIONS: Final = (
    _trial(1, "minyi", "民一庭", "民事审判第一庭", "民一"),
    _trial(2, "miner", "民二庭", "民事审判第二庭", "民二"),
    _trial(3, "minsan", "民三庭", "民事审判第三庭", "民三"),
    _trial(4, "xingzheng", "行政庭", "行政审判庭", "行"),
    _trial(5, "zhichan", "知识产权庭", "知识产权审判庭", "知"),
    _trial(6, "xingting", "刑庭", "刑事审判庭", "刑"),
    _trial(7, "shaonian", "少年庭", "少年案件审判庭", "少"),
    _trial(8, "shenjian", "审监庭", "审判监督庭", "审监", "民再", "刑再", "行再", "民监"),
    DivisionDefault(
        "zhixing", "执行局", "执行局", Division.Kind.ENFORCEMENT, ("执",), reports_effective=True
    ),
    _office("bangongshi", "办公室"),
    _office("shenguanban", "审判管理办公室"),
    _office("diaoyanke", "调研科"),
    _office("lian", "立案庭"),
    _office("jishu", "技术科", "技术科（电脑管理）"),
    _office("zhengzhichu", "政治处"),
)

_SEE = "view"
_ENTER = "view add change"
_STAFF_TABLES = {
    "division": _SEE,
    "officer": _SEE,
    "firstresponsible": _SEE,
    "postholding": _SEE,
    "delegation": _SEE,
}
_CASES = {"case": _SEE, "party": _SEE}
PERMISSIONS: Final[dict[str, dict[str, str]]] = {
    Post.PRESIDENT: {**_STAFF_TABLES, **_CASES, "registerrecord": _SEE},
    Post.VICE_PRESIDENT: {**_STAFF_TABLES, **_CASES},
    Post.DIVISION_HEAD: {"division": _SEE, "officer": _SEE, "delegation": "view add", **_CASES},
    Post.JUDGE: {"division": _SEE, **_CASES},
    Post.TYPIST: {"division": _SEE},
    Post.TRIAL_MANAGEMENT: {**_STAFF_TABLES, "case": _ENTER, "party": "view add change delete"},
    Post.RESEARCH: {"division": _SEE, "officer": _SEE},
    Post.EXECUTION_OFFICER: {"division": _SEE, **_CASES},
    Post.FILING: {"division": _SEE, "officer": _SEE, "case": _ENTER, "party": "view add change delete"},
    Post.LEADING_GROUP: {"division": _SEE, "officer": _SEE, "firstresponsible": _SEE},
    Post.POLITICAL: {
        "division": _ENTER, "officer": _ENTER, "firstresponsible": _ENTER, "postholding": _ENTER, "delegation": _ENTER,
    },
    Post.AUDITOR: {**_STAFF_TABLES, "registerrecord": _SEE},
}  # fmt: skip
"""电脑管理员 and the supporting firm see nothing of the register (docs/domain.md)."""


def load() -> dict[str, int]:
    """Load what is missing. Returns for each table, by its Chinese name, how many rows were added or changed."""
    return {
        "庭室部门": load_divisions(),
        "岗位": load_groups(),
        "名册权限": grant("registry", PERMISSIONS),
    }


def load_divisions() -> int:
    """Add the divisions that are missing, in the order of the table. Returns how many."""
    added = 0
    for order, row in enumerate(DIVISIONS, 1):
        values = {**asdict(row), "type_words": list(row.type_words), "order": order}
        _, created = Division.objects.get_or_create(code=values.pop("code"), defaults=values)
        added += created
    return added
