"""The people of the demonstration court: about sixty invented officers, their posts, and an account for each role."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from judgments.demo import names
from judgments.demo.model import Bench
from liwan_court.registry.appointments import appoint, delegate, hand_over_first_responsible
from liwan_court.registry.models import Division, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

PASSWORD: Final = "liwan-yanshi-2013"  # noqa: S105  (printed for everybody; the command runs in a demonstration only)
SURNAMES: Final = "苏陆关顾方严孟秦施柏尹阮贺俞凌祝殷翁祁乔"
JUDGES_IN_A_DIVISION: Final = 3
CLERKS: Final = ("甘晓晴", "左文静", "温子墨", "湛宁", "辛若水", "麦穗青", "席远", "闻樱")
ASSESSORS: Final = ("游佩华", "柯建平", "邝少玲", "岑国泰")
OFFICES: Final = {
    "bangongshi": (Post.TYPIST, Post.TYPIST, Post.TYPIST),
    "shenguanban": (Post.TRIAL_MANAGEMENT, Post.TRIAL_MANAGEMENT, Post.TRIAL_MANAGEMENT),
    "diaoyanke": (Post.RESEARCH, Post.RESEARCH),
    "lian": (Post.FILING, Post.FILING),
    "jishu": (Post.SYSTEM_OPERATOR, Post.SYSTEM_OPERATOR),
    "zhengzhichu": (Post.POLITICAL,),
}
ROLES: Final = {
    "typist": "打字员（办公室）：上传、确认当事人；微博小组成员：值班、发微博",
    "reviewer": "审判管理办公室审核人员：审核、公布、撤回、更正",
    "head": "民一庭庭长：报送生效案号、审批标记；报送直播列表、把关",
    "judge": "民一庭经办法官：标记不上网公开、登记送达；把关、核对微博、切断直播",
    "vp": "分管副院长：审定标记",
    "president": "院长、司法公开工作领导小组",
    "secretary": "司法公开工作领导小组秘书：检查、验收、任务、通报会、整改、通报",
    "office": "办公室主任",
    "research": "调研科人员、两个小组的负责人：轮转、排期、统计、归档",
    "filing": "立案庭人员：登记案件与申请、发放和补发查阅密码、导入",
    "bureau": "执行局局长：日志缺口、即将公布的日志、暂缓和撤回",
    "execution": "执行员：记录执行日志、发放密码",
    "operator": "电脑管理员、直播小组成员：控制台、切断；公布执行日志",
    "political": "政治处人员：人员与任职",
    "auditor": "审计员：查看留痕与账本",
    "vendor": "协助单位：没有任何查看权限",
    "admin": "系统管理员：账号与基础表",
}
"""Accounts that somebody may try, and what each is for."""


@dataclass(slots=True)
class Court:
    """The court with its people, by what the demonstration needs them for."""

    heads: dict[str, Officer] = field(default_factory=dict)
    judges: dict[str, list[Officer]] = field(default_factory=dict)
    typists: list[Officer] = field(default_factory=list)
    reviewers: list[Officer] = field(default_factory=list)
    leaders: dict[str, Officer] = field(default_factory=dict)
    divisions: dict[str, Division] = field(default_factory=dict)

    def bench(self, division: str, rng: Random) -> tuple[Officer, Bench]:
        """A handling judge of the division other than its head, who approves marks, and who signs with him."""
        judge = rng.choice(self.judges[division][:-1])
        others = [other.name for other in self.judges[division] if other.pk != judge.pk]
        if rng.random() < 0.4:
            return judge, Bench((judge.name,), rng.choice(CLERKS))
        return judge, Bench((judge.name, rng.choice(others)), rng.choice(CLERKS), (rng.choice(ASSESSORS),))


def actor(officer: Officer) -> Actor:
    """The officer as somebody who acts, with the posts of the day. Raises ValueError for one without an account."""
    if officer.user is None:
        raise ValueError(officer.staff_no)
    return Actor.of(officer.user)


class _Recruiter:
    """Makes officers one after another; a staff number says nothing but the order."""

    def __init__(self, since: date) -> None:
        self.since = since
        self.court = Court(divisions={division.code: division for division in Division.objects.all()})
        self._rng = Random("officers")
        self._names: set[str] = {*CLERKS, *ASSESSORS}
        self._password = make_password(PASSWORD)
        self._no_password = make_password(None)

    def officer(self, username: str, division: Division | None) -> Officer:
        """A new officer with a user; accounts that are not in ROLES have no password."""
        number = Officer.objects.count() + 1
        known = username in ROLES or username[:-1] in ROLES
        user = get_user_model().objects.create(
            username=username if known else f"u{number:03d}",
            password=self._password if known else self._no_password,
        )
        return Officer.objects.create(
            user=user, name=self._name(), staff_no=f"{2000 + number}", division=division
        )

    def _name(self) -> str:
        while True:
            name = self._rng.choice(SURNAMES) + self._rng.choice(names.GIVEN_MEN + names.GIVEN_WOMEN)
            if name not in self._names:
                self._names.add(name)
                return name

    def head(self, code: str, username: str = "-") -> Officer:
        """The head of a division, who is its first responsible person too (R18)."""
        division = self.court.divisions[code]
        officer = self.court.heads[code] = self.officer(username, division)
        appoint(officer, Post.DIVISION_HEAD, division, self.since)
        hand_over_first_responsible(division, officer, self.since)
        return officer

    def bench(self, code: str) -> None:
        """The judges of a division beside its head, who judges as well."""
        division, first = self.court.divisions[code], code == "minyi"
        head = self.head(code, "head" if first else "bureau" if code == "zhixing" else "-")
        appoint(head, Post.JUDGE, division, self.since)
        judges = [
            self.officer("judge" if first and not n else "-", division) for n in range(JUDGES_IN_A_DIVISION)
        ]
        for judge in judges:
            appoint(judge, Post.JUDGE, division, self.since)
        self.court.judges[code] = [*judges, head]

    def office(self, code: str, posts: tuple[Post, ...]) -> None:
        """An office: its head, and those who do its work."""
        self.head(code, "office" if code == "bangongshi" else "-")
        for order, post in enumerate(posts):
            officer = self.officer(
                _ACCOUNTS[post] + (str(order + 1) if order else ""), self.court.divisions[code]
            )
            appoint(officer, post, since=self.since)
            if post == Post.TYPIST:
                self.court.typists.append(officer)
            elif post == Post.TRIAL_MANAGEMENT:
                self.court.reviewers.append(officer)

    def single(self, username: str, *posts: Post) -> Officer:
        """Somebody with posts for the whole court."""
        officer = self.court.leaders[username] = self.officer(username, None)
        for post in posts:
            appoint(officer, post, since=self.since)
        return officer


_ACCOUNTS: Final = {
    Post.TYPIST: "typist", Post.TRIAL_MANAGEMENT: "reviewer", Post.RESEARCH: "research", Post.FILING: "filing",
    Post.SYSTEM_OPERATOR: "operator", Post.POLITICAL: "political",
}  # fmt: skip


def found(today: date) -> Court:
    """Put the court's people on record, in office for three years; one head was handed over, one is away this week."""
    recruiter = _Recruiter(today - timedelta(days=3 * 365))
    recruiter.single("president", Post.PRESIDENT, Post.LEADING_GROUP)
    recruiter.single("vp", Post.VICE_PRESIDENT, Post.LEADING_GROUP)
    for division in Division.objects.filter(reports_effective=True):
        recruiter.bench(division.code)
    for code, posts in OFFICES.items():
        recruiter.office(code, posts)
    enforcement = recruiter.court.divisions["zhixing"]
    for n in range(3):
        executor = recruiter.officer(f"execution{n + 1}" if n else "execution", enforcement)
        appoint(executor, Post.EXECUTION_OFFICER, enforcement, recruiter.since)
    recruiter.single("auditor", Post.AUDITOR)
    recruiter.single("vendor", Post.VENDOR)
    recruiter.single("secretary", Post.LEADING_GROUP)
    _changes(recruiter.court, today)
    return recruiter.court


def _changes(court: Court, today: date) -> None:
    """A handover in the past, and a deputy at present."""
    division = court.divisions["minsan"]
    hand_over_first_responsible(division, court.judges["minsan"][0], today - timedelta(days=400))
    hand_over_first_responsible(division, court.heads["minsan"], today - timedelta(days=200))
    holding = court.heads["zhichan"].holdings.get(post=Post.DIVISION_HEAD)
    delegate(
        holding, court.judges["zhichan"][0], today - timedelta(days=2), today + timedelta(days=12), "庭长外出参加业务培训",
        recorded_by=court.leaders["president"].user,
    )  # fmt: skip


def administrator() -> None:
    """The account that keeps accounts and tables. Made last: its presence says that the demonstration is complete."""
    get_user_model().objects.create(
        username="admin",
        password=make_password(PASSWORD),
        is_staff=True,
        is_superuser=True,
        last_login=clock.now(),
    )
