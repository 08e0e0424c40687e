"""Posts of a session: drafted, checked, published on the portal first, then sent on by an adapter (R44, R49, R58)."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import F, Q

from livestream.models.sessions import Session
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock


def originals() -> Storage:
    """The private storage: a picture before its post is published. It is stripped and watermarked before it is kept."""
    return storages["originals"]


class MicroblogPost(models.Model):
    """One post. Once published it is never changed: a correction is a further post that names it."""

    class Stage(models.TextChoices):
        PREVIEW = "preview", "预告"
        OPENING = "opening", "开庭"
        RIGHTS = "rights", "权利告知"
        INVESTIGATION = "investigation", "法庭调查"
        DEBATE = "debate", "法庭辩论"
        ADJOURNMENT = "adjournment", "休庭"
        RESULT = "result", "宣判结果"
        CORRECTION = "correction", "更正"

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        CHECKED = "checked", "已核对"
        RETURNED = "returned", "退回修改"
        PUBLISHED = "published", "已发布"
        DROPPED = "dropped", "不用"

    OPEN = (State.DRAFT, State.CHECKED, State.RETURNED)

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="posts", verbose_name="场次")
    number = models.PositiveSmallIntegerField("序号", null=True)
    """Given when it is published: 【庭审直播 n】."""
    stage = models.CharField("阶段", max_length=16, choices=Stage.choices)
    text = models.CharField("正文", max_length=300)
    picture_private = models.FileField("配图（未公开）", storage=originals, blank=True, max_length=200)
    """As it would go out: resized, without metadata, watermarked. What was uploaded is not kept."""
    picture = models.FileField("配图", blank=True, max_length=200)
    """Its public copy under a random name, made when the post is published."""
    corrects = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name="更正哪一条",
    )
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.DRAFT)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="起草人"
    )
    drafted_at = models.DateTimeField("起草时间", default=clock.now)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="核对人"
    )
    checked_at = models.DateTimeField("核对时间", null=True)
    head_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="核对庭长",
    )
    """A preview needs the division head as well."""
    head_checked_at = models.DateTimeField("庭长核对时间", null=True)
    return_reason = models.CharField("退回理由", max_length=200, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="发布人"
    )
    published_at = models.DateTimeField("发布时间", null=True)

    class Meta:
        ordering = ["session", "number", "pk"]
        verbose_name = "微博"
        verbose_name_plural = "微博"
        constraints = [
            models.UniqueConstraint(
                name="one_post_number", fields=["session", "number"], condition=Q(number__isnull=False)
            ),
            models.CheckConstraint(
                name="checker_is_not_drafter",
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("drafted_by")),
                violation_error_message="核对人不得是起草人",
            ),
            models.CheckConstraint(
                name="head_checker_is_not_drafter",
                condition=Q(head_checked_by__isnull=True) | ~Q(head_checked_by=F("drafted_by")),
                violation_error_message="核对人不得是起草人",
            ),
            models.CheckConstraint(
                name="published_post_was_checked",
                condition=~Q(state="published")
                | Q(checked_by__isnull=False, number__isnull=False, published_at__isnull=False),
                violation_error_message="未经核对不得发布",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session} 第{self.number or '—'}条"


class PostChecker(models.Model):
    """Whom the handling judge named to check posts in his place at a session, such as the clerk in the courtroom."""

    session = models.OneToOneField(
        Session, on_delete=models.PROTECT, related_name="post_checker", verbose_name="场次"
    )
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+", verbose_name="核对人")
    named_at = models.DateTimeField("指定时间", default=clock.now)

    class Meta:
        verbose_name = "微博核对人"
        verbose_name_plural = "微博核对人"

    def __str__(self) -> str:
        return f"{self.session} {self.officer}"


class Dispatch(models.Model):
    """A published post on its way to a platform outside. The row is the job: sent once, never lost, never sent twice."""

    class State(models.TextChoices):
        QUEUED = "queued", "待发"
        SENDING = "sending", "发送中"
        SENT = "sent", "已发"
        BY_HAND = "by_hand", "待人工发布"
        UNCERTAIN = "uncertain", "结果不明，须人工核对"
        FAILED = "failed", "未发成"

    post = models.OneToOneField(
        MicroblogPost, on_delete=models.PROTECT, related_name="dispatch", verbose_name="微博"
    )
    adapter = models.CharField("方式", max_length=16)
    """manual or weibo."""
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("尝试次数", default=0)
    not_before = models.DateTimeField("不早于", default=clock.now)
    tried_at = models.DateTimeField("最近尝试", null=True)
    lease_until = models.DateTimeField(null=True)
    """While it is being sent: nobody else touches it until then; after that its outcome is unknown."""
    operator_address = models.GenericIPAddressField("操作者地址", null=True)
    """Whoever published, as Weibo asks for it (rip)."""
    outside_id = models.CharField("外部编号", max_length=64, blank=True)
    outside_address = models.URLField("外部地址", blank=True)
    problem = models.CharField("问题", max_length=200, blank=True)
    sent_at = models.DateTimeField("发出时间", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "外部发布"
        verbose_name_plural = "外部发布"

    def __str__(self) -> str:
        return f"{self.post} {self.get_state_display()}"


class WeiboAccount(models.Model):
    """The court's account. Its token lies in private storage, in a file that only the portal reads: never in this row."""

    name = models.CharField("账号", max_length=64)
    outside_id = models.CharField("微博用户编号", max_length=32, blank=True)
    authorised_at = models.DateTimeField("授权时间", null=True)
    token_expires_at = models.DateTimeField("授权到期", null=True)
    active = models.BooleanField("启用", default=False)

    class Meta:
        verbose_name = "微博账号"
        verbose_name_plural = "微博账号"

    def __str__(self) -> str:
        return self.name
