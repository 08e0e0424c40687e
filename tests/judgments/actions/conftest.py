"""A small court, and judgments at any step of the line, made through the rows a person would have left behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest
from django.contrib.auth import get_user_model

from judgments.actions.identify import find_or_create
from judgments.models import Draft, Ground, Judgment, PartyList, Review, Upload, UploadBatch
from judgments.redaction.edition import Edition, Party, PublicParagraph, Replacement
from liwan_court.registry.models import Division, Officer, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

PLAINTIFF, DEFENDANT = "沈立平", "广州市荔湾区永兴皮具有限公司"


def edition(number: str, *, leak: str = "", doubts: tuple = (), kind: str = "判决书") -> Edition:
    """A finished redaction of an invented judgment; `leak` is put into the public text."""
    lines = [
        ("court", "广州市荔湾区人民法院"),
        ("kind", f"民事{kind}"),
        ("number", number),
        ("parties", "原告：×××，女，住广州市荔湾区龙津西路×××。"),
        ("parties", "被告：×××。"),
        ("removed", "原告诉称、被告答辩的内容依《生效裁判文书网上公布工作程序》第五条删除。"),
        ("facts", f"经审理查明：原、被告签订买卖合同，被告逾期付款。{leak}"),
        ("ruling", "依照《中华人民共和国民法典》第五百七十七条的规定，判决如下：被告向原告支付货款。"),
        ("signature", "二〇二六年九月十八日"),
    ]
    return Edition(
        status="held" if doubts else "ready",
        kind=kind,
        case_number=number,
        title=f"原告×××与被告×××买卖合同纠纷一审民事{kind}",
        policy="liwan-2013",
        paragraphs=tuple(PublicParagraph(text=text, part=part) for part, text in lines),
        parties=(Party("原告", PLAINTIFF), Party("被告", DEFENDANT, "organisation")),
        replacements=(Replacement("party", PLAINTIFF, "×××"),),
        doubts=doubts,
        secrets=(("party", PLAINTIFF), ("party", DEFENDANT)),
        cause="买卖合同纠纷",
        decided_on="2026-09-18",
    )


@dataclass
class Court:
    """Divisions and people of a small court."""

    civil: Division
    enforcement: Division
    people: dict[str, Officer] = field(default_factory=dict)

    def officer(self, name: str, *posts: tuple[str, Division | None]) -> Actor:
        """A person with posts, made at first mention."""
        if name not in self.people:
            user = get_user_model().objects.create_user(name, password="一个很长的口令")
            self.people[name] = Officer.objects.create(user=user, name=name, staff_no=name)
        for post, division in posts:
            PostHolding.objects.create(
                officer=self.people[name], post=post, division=division, since=dt.date(2020, 1, 1)
            )
        return Actor.of(self.people[name].user)


@pytest.fixture
def court(db) -> Court:
    civil = Division.objects.create(
        code="minyi",
        name="民一庭",
        full_name="民事审判第一庭",
        kind="trial",
        rotation_order=1,
        reports_effective=True,
    )
    enforcement = Division.objects.create(
        code="zhixing",
        name="执行局",
        full_name="执行局",
        kind="enforcement",
        reports_effective=True,
        type_words=["执"],
    )
    return Court(civil, enforcement)


@pytest.fixture
def typist(court) -> Actor:
    return court.officer("打字员甲", (Post.TYPIST, None))


@pytest.fixture
def reviewer(court) -> Actor:
    return court.officer("审核员乙", (Post.TRIAL_MANAGEMENT, None))


@pytest.fixture
def head(court) -> Actor:
    return court.officer("庭长丙", (Post.DIVISION_HEAD, court.civil))


@pytest.fixture
def judge(court) -> Actor:
    return court.officer("法官丁", (Post.JUDGE, court.civil))


@pytest.fixture
def vice_president(court) -> Actor:
    return court.officer("副院长戊", (Post.VICE_PRESIDENT, None))


@pytest.fixture
def grounds(db) -> dict[str, Ground]:
    rows = (
        ("E2", "未成年人犯罪", Ground.Approval.NONE, Ground.Register.BARE),
        ("E5", "可能产生不良影响", Ground.Approval.HEAD_AND_VICE_PRESIDENT, Ground.Register.FULL),
        ("E6", "当事人申请并经准许", Ground.Approval.APPLICATION, Ground.Register.FULL),
    )
    return {
        code: Ground.objects.create(code=code, label=label, text=label, approval=approval, register=register)
        for code, label, approval, register in rows
    }


@pytest.fixture
def make(court, typist):
    """`make("（2026）粤0103民初1号", state)`: a judgment with everything that leads to the state."""

    def build(
        number: str = "（2026）粤0103民初1208号",
        state: str = Judgment.State.REVIEW,
        *,
        effective_on: dt.date | None = dt.date(2026, 10, 9),
        leak: str = "",
        doubts: tuple = (),
        approved_by: Actor | None = None,
        uploaded_by: Actor | None = None,
    ) -> Judgment:
        judgment = find_or_create(number, "判决书", division=court.civil)
        by = (uploaded_by or typist).user_id
        batch = UploadBatch.objects.create(uploaded_by_id=by)
        upload = Upload.objects.create(
            batch=batch,
            judgment=judgment,
            filename="判决书.docx",
            sha256=f"{judgment.pk:064}",
            size=1,
            state="drafted",
        )
        parties = PartyList.objects.create(
            judgment=judgment, source="clerk", parties=[], confirmed_by_id=by, confirmed_at=clock.now()
        )
        made = edition(judgment.number, leak=leak, doubts=doubts)
        draft = Draft.objects.create(
            judgment=judgment, upload=upload, party_list=parties, serial=1, policy="liwan-2013",
            engine_version="1", status=made.status, edition=made.to_json(),
        )  # fmt: skip
        if approved_by:
            Review.objects.create(
                draft=draft, uploader_id=by, reviewer_id=approved_by.user_id, decision="approved"
            )
            state = Judgment.State.APPROVED
        judgment.effective_on, judgment.state = effective_on, state
        judgment.save()
        return judgment

    return build
