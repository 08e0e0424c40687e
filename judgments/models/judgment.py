"""The judgment: one court document of one case, from the first report of its number to its public page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Case, Division, Officer
from liwan_court.registry.models.cases import Field

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


TAKEN_IN = ("drafted", "superseded")
"""States of an upload that was taken into its judgment; a file in conflict opens nothing of another clerk's case."""


class JudgmentQuerySet(models.QuerySet["Judgment"]):
    """Which judgments somebody may see, and which the public may."""

    def visible_to(self, actor: Actor) -> JudgmentQuerySet:
        """A typist sees own uploads, a judge own cases, a head the division's; 审判管理办公室 sees all; a vendor nothing."""
        from liwan_court.registry.posts import Post

        if actor.is_system or actor.holds(
            Post.TRIAL_MANAGEMENT, Post.PRESIDENT, Post.VICE_PRESIDENT, Post.AUDITOR
        ):
            return self
        own = Q(pk__in=[])
        if actor.holds(Post.TYPIST):
            own |= Q(uploads__batch__uploaded_by_id=actor.user_id, uploads__state__in=TAKEN_IN)
        if actor.holds(Post.JUDGE):
            own |= Q(handling_judge_id__in=acting_for(actor, Post.JUDGE))
        if divisions := actor.divisions(Post.DIVISION_HEAD):
            own |= Q(division_id__in=divisions)
        return self.filter(pk__in=self.model._default_manager.filter(own).values("pk"))  # noqa: SLF001

    def effective_by(self, day: object) -> JudgmentQuerySet:
        """Judgments whose confirmed effective date is not after a day."""
        return self.filter(effective_on__isnull=False, effective_on__lte=day)


def acting_for(actor: Actor, post: str) -> set[int]:
    """Ids of the officers in whose `post` the actor acts: himself, and those he deputises for."""
    return actor.acting_for(post)


class Judgment(models.Model):
    """A court document (裁判文书). State is changed by the actions in `judgments.actions` and nowhere else."""

    class Kind(models.TextChoices):
        VERDICT = "判决书", "判决书"
        RULING = "裁定书", "裁定书"
        MEDIATION = "调解书", "调解书"
        DECISION = "决定书", "决定书"
        PAYMENT_ORDER = "支付令", "支付令"
        NOTICE = "通知书", "通知书"

    class State(models.TextChoices):
        AWAITING_FILE = "awaiting_file", "待交文书"
        REDACTING = "redacting", "脱敏处理中"
        DRAFT = "draft", "待确认当事人"
        REVIEW = "review", "待审核"
        RETURNED = "returned", "已退回"
        APPROVED = "approved", "审核通过待公布"
        PUBLISHED = "published", "已公布"
        WITHDRAWN = "withdrawn", "已撤回"
        CORRECTING = "correcting", "更正中"
        EXCLUDED = "excluded", "不上网公开"

    number = models.CharField("案号", max_length=80, help_text="含“之一”等文书后缀")
    number_key = models.CharField(max_length=80, db_index=True, editable=False)
    suffix = models.CharField(max_length=8, blank=True, editable=False)
    year = models.PositiveSmallIntegerField(editable=False, default=0)
    number_start = models.PositiveIntegerField(editable=False, default=0)
    kind = models.CharField("文书种类", max_length=8, choices=Kind.choices)
    ordinal = models.PositiveSmallIntegerField("同号同种第几份", default=1)
    slug = models.SlugField("网址", max_length=120, unique=True, editable=False)

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="judgments", verbose_name="案件"
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="judgments",
        verbose_name="庭室",
    )
    handling_judge = models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="judgments",
        verbose_name="经办法官",
    )
    field = models.CharField("类别", max_length=8, choices=Field.choices, default=Field.CIVIL)
    cause = models.CharField("案由", max_length=64, blank=True)
    decided_on = models.DateField("裁判日期", null=True, blank=True)

    service = models.JSONField("送达与期限", default=dict, blank=True)
    """What the effective date was computed from: served, announced, ruling, final, days."""
    effective_computed = models.DateField("推算生效日", null=True, blank=True)
    effective_on = models.DateField("确认生效日", null=True, blank=True)
    effective_confirmed_by = models.CharField("生效确认人", max_length=32, blank=True)

    state = models.CharField(
        "状态", max_length=16, choices=State.choices, default=State.AWAITING_FILE, db_index=True
    )
    due_seven_days = models.DateField("七个工作日", null=True, blank=True)
    """The date of the 2016 national rule, carried beside the plan's cycle (D19)."""
    edition = models.OneToOneField(
        "judgments.PublicEdition",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="现行上网版",
    )
    created_at = models.DateTimeField("建档时间", auto_now_add=True)

    objects = JudgmentQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "number_start", "suffix", "kind"]
        verbose_name = "裁判文书"
        verbose_name_plural = "裁判文书"
        constraints = [
            models.UniqueConstraint(name="one_judgment", fields=["number_key", "suffix", "kind", "ordinal"]),
            models.CheckConstraint(
                name="published_is_effective",
                condition=~Q(state="published") | Q(effective_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "effective_on"]), models.Index(fields=["division", "state"])]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"

    def get_absolute_url(self) -> str:
        """The permanent public address (R37)."""
        return f"/judgments/{self.slug}/"
