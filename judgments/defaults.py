"""The grounds of non-publication under each policy (R34, D18), and what each post may see of the judgment line.

The text of `liwan-2013` is that of 实施办法第一条, kept word for word (R24). Its first ground names three things that
the register treats differently (D15), so it stands as three rows with one text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from judgments.models import Ground
from liwan_court.registry.groups import grant
from liwan_court.registry.posts import Post

LIWAN_2013: Final = "liwan-2013"
SPC_2016: Final = "spc-2016"
_BOTH = Ground.Approval.HEAD_AND_VICE_PRESIDENT
_FIRST = "（一）涉及国家秘密、商业秘密和个人隐私的"


@dataclass(frozen=True, slots=True)
class GroundDefault:
    """A ground with who approves it and how it enters the public register."""

    policy: str
    code: str
    label: str
    text: str
    approval: str = Ground.Approval.NONE
    register: str = Ground.Register.FULL


GROUNDS: Final = (
    GroundDefault(LIWAN_2013, "E1a", "涉及国家秘密", _FIRST, register=Ground.Register.NEVER),
    GroundDefault(LIWAN_2013, "E1b", "涉及商业秘密", _FIRST),
    GroundDefault(LIWAN_2013, "E1c", "涉及个人隐私", _FIRST, register=Ground.Register.BARE),
    GroundDefault(LIWAN_2013, "E2", "未成年人犯罪", "（二）涉及未成年人犯罪的", register=Ground.Register.BARE),
    GroundDefault(LIWAN_2013, "E3", "离婚", "（三）涉及离婚的"),
    GroundDefault(LIWAN_2013, "E4", "调解、和解结案", "（四）以调解、和解方式结案的"),
    GroundDefault(LIWAN_2013, "E5", "可能产生不良影响", "（五）上网公布可能产生不良影响的", _BOTH),
    GroundDefault(
        LIWAN_2013, "E6", "当事人申请并经准许", "（六）当事人申请裁判文书不上网公开并经本院准许的",
        Ground.Approval.APPLICATION,
    ),
    GroundDefault(LIWAN_2013, "E7", "其他不宜上网公开", "（七）其他不宜上网公开的", _BOTH),
    GroundDefault(SPC_2016, "S1", "涉及国家秘密", "（一）涉及国家秘密的", register=Ground.Register.NEVER),
    GroundDefault(SPC_2016, "S2", "未成年人犯罪", "（二）未成年人犯罪的", register=Ground.Register.BARE),
    GroundDefault(
        SPC_2016, "S3", "调解结案或确认人民调解协议效力",
        "（三）以调解方式结案或者确认人民调解协议效力的，但为保护国家利益、社会公共利益、他人合法权益确有必要公开的除外",
    ),
    GroundDefault(
        SPC_2016, "S4", "离婚或涉及未成年子女抚养、监护", "（四）离婚诉讼或者涉及未成年子女抚养、监护的",
        register=Ground.Register.BARE,
    ),
    GroundDefault(SPC_2016, "S5", "不宜公布的其他情形", "（五）人民法院认为不宜在互联网公布的其他情形", _BOTH),
)  # fmt: skip

_SEE = "view"
_OVERVIEW = {
    "judgment": _SEE, "batch": _SEE, "publicedition": _SEE, "exclusion": _SEE, "ground": _SEE, "transition": _SEE,
}  # fmt: skip
_RETURNS = {
    "effectivereport": _SEE,
    "reportedjudgment": _SEE,
    "reconciliation": _SEE,
    "outstandinglist": _SEE,
}
_DOCUMENTS = {"draft": _SEE, "partylist": _SEE, "review": _SEE}
PERMISSIONS: Final[dict[str, dict[str, str]]] = {
    Post.PRESIDENT: {
        **_OVERVIEW, **_RETURNS, **_DOCUMENTS, "mark": _SEE, "nonpublicationrequest": _SEE, "exclusion": "view change",
        "ledgerentry": _SEE, "problemreport": _SEE,
    },
    Post.VICE_PRESIDENT: {
        **_OVERVIEW, **_RETURNS, **_DOCUMENTS, "mark": "view change", "nonpublicationrequest": "view change",
        "problemreport": _SEE,
    },
    Post.DIVISION_HEAD: {
        **_OVERVIEW, **_RETURNS, **_DOCUMENTS, "effectivereport": "view add change", "reportedjudgment": "view add",
        "judgment": "view change", "mark": "view add change", "nonpublicationrequest": "view add change",
        "partylist": "view add",
    },
    Post.JUDGE: {
        **_OVERVIEW, **_DOCUMENTS, "judgment": "view change", "mark": "view add change", "partylist": "view add",
        "nonpublicationrequest": "view add", "effectivereport": "view add", "reportedjudgment": "view add",
    },
    Post.TYPIST: {
        "judgment": "view change", "draft": _SEE, "partylist": "view add", "review": _SEE, "transition": _SEE,
        "uploadbatch": "view add", "upload": "view add change", "batch": _SEE, "ground": _SEE,
    },
    Post.TRIAL_MANAGEMENT: {
        **_OVERVIEW, **_RETURNS, "judgment": "view change", "draft": "view change", "partylist": "view add",
        "review": "view add", "uploadbatch": "view add", "upload": "view add change", "originalaccess": _SEE,
        "mark": "view change", "nonpublicationrequest": _SEE, "ground": "view change", "ledgerentry": _SEE,
        "problemreport": "view change",
    },
    Post.RESEARCH: {"batch": _SEE, "publicedition": _SEE},
    Post.FILING: {"nonpublicationrequest": "view add"},
    Post.SYSTEM_OPERATOR: {"batch": _SEE, "indexoutbox": _SEE, "ledgerentry": _SEE},
    Post.LEADING_GROUP: {"batch": _SEE, "publicedition": _SEE, **_RETURNS},
    Post.AUDITOR: {
        **_OVERVIEW, "ledgerentry": _SEE, "originalaccess": _SEE, "indexoutbox": _SEE, "effectivereport": _SEE,
        "reconciliation": _SEE, "outstandinglist": _SEE, "problemreport": _SEE,
    },
}  # fmt: skip
"""政治处, 执行员 and the supporting firm have no part in the judgment line (docs/domain.md)."""


def load() -> dict[str, int]:
    """Load what is missing; a ground that the court has changed stays as it is."""
    return {"除外情形": load_grounds(), "文书权限": grant("judgments", PERMISSIONS)}


def load_grounds() -> int:
    """Add the grounds that are missing, in the order of the table. Returns how many."""
    added = 0
    for order, row in enumerate(GROUNDS, 1):
        values = {**asdict(row), "order": order}
        key = {name: values.pop(name) for name in ("policy", "code")}
        _, created = Ground.objects.get_or_create(**key, defaults=values)
        added += created
    return added
