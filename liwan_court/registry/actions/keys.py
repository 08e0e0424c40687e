"""Giving out, replacing and ending the key of a party to its case (R63)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import IntegrityError, transaction

from liwan_court.plain_text import is_plain
from liwan_court.privacy.folding import same
from liwan_court.registry import key_code
from liwan_court.registry.actions.base import Act, ActionRefused, Check, record
from liwan_court.registry.gate import hashing
from liwan_court.registry.models import CaseKey, Party
from liwan_court.registry.models.keys import oldest_closing
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

ISSUES: Final = (Post.FILING, Post.SYSTEM_OPERATOR, Post.EXECUTION_OFFICER)
IDENTITY_CHECKS: Final = (
    "居民身份证",
    "护照或者港澳台居民证件",
    "营业执照和法定代表人身份证明",
    "授权委托书和代理人身份证件",
    "律师执业证和授权委托书",
)
BECAUSE_REISSUED: Final = "补发新密码"
BECAUSE_CHANGED: Final = "当事人自行更换"
BECAUSE_ANOTHER: Final = "当事人信息变更"
_TRIES: Final = 50
_AT_ONCE: Final = Check(
    "at_once", passed=False, label="没有同时操作", message="刚刚有人为同一当事人办理密码，请刷新后再办"
)


class IssueKey(Act[Party, tuple[CaseKey, str]]):
    """A new key for a party, or its agent; an earlier one of the same holder is void at once.

    `result` is the row and the key itself, which is nowhere afterwards. Reissuing (补发) asks which identity paper was seen.
    """

    verb = "发放查阅密码"
    posts = ISSUES
    system_may = True

    def __init__(
        self,
        party: Party,
        actor: Actor,
        agent: str = "",
        identity_check: str = "",
        expires_on: date | None = None,
    ) -> None:
        super().__init__(party, actor)
        self.agent, self.identity_check = agent.strip(), identity_check.strip()
        self.expires_on = expires_on

    def checks(self) -> Iterator[Check]:
        """Own case for an officer of the enforcement bureau; at the counter, a paper that was seen."""
        yield Check(
            "own_case", self._is_own(), "本人案件", "只能为本人承办的案件发放，其他案件请由立案庭发放"
        )
        seen = self.identity_check in IDENTITY_CHECKS
        known = seen or (not self.identity_check and not self._has_any())
        said = "该当事人已有查阅密码：补发、为代理人发放须当面核验身份，请选择所核验的证件"
        yield Check("identity", known, "身份核验", said)
        ahead = self.expires_on is None or self.expires_on >= clock.today()
        yield Check("expires", ahead, "有效期", "有效期至应在今天以后（可不填）")
        fits = len(self.agent) <= 32 and is_plain(self.agent)
        yield Check("agent", fits, "代理人", "代理人姓名不超过32个字，不含控制字符")
        closed = self.subject.case.closed_on
        readable = closed is None or closed >= oldest_closing()
        yield Check(
            "readable",
            readable,
            "可以查询",
            "该案结案已久，查询期限已过，密码发放后也不能使用；请当事人查阅案卷",
        )

    def run(self) -> tuple[CaseKey, str]:
        """As any action; two at once for one party end with a refusal and not with an error."""
        try:
            return super().run()
        except IntegrityError:
            raise ActionRefused([_AT_ONCE]) from None

    def _is_own(self) -> bool:
        if self.actor.is_system or self.actor.holds(Post.FILING, Post.SYSTEM_OPERATOR):
            return True
        return self.subject.case.handling_judge_id in self.actor.acting_for(Post.EXECUTION_OFFICER)

    def _earlier(self) -> list[CaseKey]:
        rows = CaseKey.objects.filter(party_id=self.subject.pk, agent=self.agent, revoked_at=None)
        return list(rows)

    def _has_any(self) -> bool:
        return CaseKey.objects.filter(party_id=self.subject.pk).exists()

    def _is_reissue(self) -> bool:
        return CaseKey.objects.filter(party_id=self.subject.pk, agent=self.agent).exists()

    def execute(self) -> None:
        """The new key; the earlier ones end."""
        origin = CaseKey.Origin.COUNTER if self._is_reissue() else CaseKey.Origin.NOTICE
        for earlier in self._earlier():
            end(earlier, self.actor, BECAUSE_REISSUED)
        self.result = new_key(
            self.subject, self.actor, self.agent, origin, self.identity_check, self.expires_on
        )

    def detail(self) -> dict[str, Any]:
        """Which key, how. Neither the key nor a name."""
        row = self.result[0]
        return {"key": row.pk, "origin": row.origin, "identity_check": row.identity_check}


class RevokeKey(Act[CaseKey, CaseKey]):
    """End a key: lost, the agent left, given to the wrong person."""

    verb = "作废查阅密码"
    posts = ISSUES

    def __init__(self, key: CaseKey, actor: Actor, because: str) -> None:
        super().__init__(key, actor)
        self.because = because.strip()

    def checks(self) -> Iterator[Check]:
        """Not ended yet, a reason, own case for an officer of the enforcement bureau."""
        yield Check("live", self.subject.revoked_at is None, "未作废", "该密码已经作废")
        said = 0 < len(self.because) <= 64 and is_plain(self.because)
        yield Check("because", said, "原因", "请写明作废原因（不超过64字，不含控制字符）")
        own = self.actor.holds(Post.FILING, Post.SYSTEM_OPERATOR)
        own = own or self.subject.case.handling_judge_id in self.actor.acting_for(Post.EXECUTION_OFFICER)
        yield Check("own_case", own, "本人案件", "只能作废本人承办案件的密码")

    def execute(self) -> None:
        """The key opens nothing from now on."""
        end(self.subject, self.actor, self.because)
        self.result = self.subject


class ChangeKey(Act[CaseKey, tuple[CaseKey, str]]):
    """The party has itself made a new key, shown once; the one it came in with is void. No word of its own choice (R63)."""

    verb = "当事人更换查阅密码"
    system_may = True

    def run(self) -> tuple[CaseKey, str]:
        """As any action, with the party locked before the key: the counter, which issues, takes them in this order too."""
        try:
            with transaction.atomic():
                Party.objects.select_for_update().get(pk=self.subject.party_id)
                return super().run()
        except IntegrityError:
            raise ActionRefused([_AT_ONCE]) from None

    def checks(self) -> Iterator[Check]:
        """The key is still good."""
        yield Check("live", self.subject.is_live, "有效", "您使用的密码已经失效，请到立案窗口补发")

    def execute(self) -> None:
        """A new one for the same holder."""
        old = self.subject
        end(old, self.actor, BECAUSE_CHANGED)
        self.result = new_key(old.party, self.actor, old.agent, CaseKey.Origin.CHANGED, "", old.expires_on)

    def detail(self) -> dict[str, Any]:
        """Which key came instead."""
        return {"key": self.result[0].pk}


def end_keys_of_changed(before: Party, after: Party) -> int:
    """End the live keys of a party that becomes another person or takes another side. Returns how many.

    A change of spaces, width or variants of characters in its name is none.
    """
    if same(before.name, after.name) and before.side == after.side:
        return 0
    actor, rows = Actor.system("名册变更"), list(CaseKey.objects.filter(party_id=before.pk, revoked_at=None))
    for row in rows:
        end(row, actor, BECAUSE_ANOTHER)
        record(row, RevokeKey.verb, actor, {"because": BECAUSE_ANOTHER})
    return len(rows)


def end(key: CaseKey, actor: Actor, because: str) -> None:
    """The key opens nothing from this moment."""
    key.revoked_at, key.revoked_by_id, key.revoked_because = clock.now(), actor.user_id, because
    key.save(update_fields=["revoked_at", "revoked_by", "revoked_because"])


def new_key(
    party: Party, actor: Actor, agent: str, origin: str, identity_check: str, expires_on: date | None = None
) -> tuple[CaseKey, str]:
    """The row and the key; its selector is the only one of its kind in the case."""
    taken = set(CaseKey.objects.filter(case_id=party.case_id).values_list("selector", flat=True))
    made = (key_code.generate() for _ in range(_TRIES))
    plain = next(key for key in made if key_code.selector(key) not in taken)
    row = CaseKey.objects.create(
        case_id=party.case_id, party=party, agent=agent, selector=key_code.selector(plain), expires_on=expires_on,
        digest=hashing.digest(plain), origin=origin, identity_check=identity_check, issued_by_id=actor.user_id,
    )  # fmt: skip
    return row, plain
