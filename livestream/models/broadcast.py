"""The stream of a session: its key, its segments, its cuts, its replay, its audience (R51, R56, R58; docs/domain.md 直播)."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q

from livestream.models.sessions import Session
from liwan_court.timetable import clock


def replays() -> Storage:
    """Where replays lie: out of reach until one was reviewed, and then only through the portal."""
    return storages["replays"]


class Broadcast(models.Model):
    """How a session goes on air: own stream, address of a partner, or text and pictures alone."""

    class Mode(models.TextChoices):
        STREAM = "stream", "本院视频直播"
        OUTSIDE = "outside", "协作单位直播"
        TEXT = "text", "图文直播"

    class Replay(models.TextChoices):
        NONE = "none", "无回放"
        PROCESSING = "processing", "回放处理中"
        REVIEW = "review", "回放待审"
        PUBLIC = "public", "回放公开"
        WITHHELD = "withheld", "回放不公开"

    session = models.OneToOneField(
        Session, on_delete=models.PROTECT, related_name="broadcast", verbose_name="场次"
    )
    mode = models.CharField("方式", max_length=16, choices=Mode.choices, default=Mode.TEXT)
    outside_address = models.URLField("外部直播地址", blank=True)
    delay_seconds = models.PositiveSmallIntegerField("延迟秒数", default=60)
    key_hash = models.CharField("推流密钥哈希", max_length=64, blank=True)
    """SHA-256 of a one-time key of 160 random bits; shown once, void after the session."""
    key_used_at = models.DateTimeField("密钥使用", null=True)
    publishing = models.BooleanField("正在推流", default=False)
    push_id = models.CharField("推流连接", max_length=64, blank=True)
    """Which connection of the encoder is pushing, so that the end of another one does not count as its end."""
    started_at = models.DateTimeField("开播", null=True)
    ended_at = models.DateTimeField("结束", null=True)
    replay = models.CharField("回放", max_length=16, choices=Replay.choices, default=Replay.NONE)
    replay_file = models.FileField("回放文件", blank=True, max_length=200, storage=replays)
    replay_address = models.URLField("外部回放地址", blank=True)
    replay_reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="回放审核人",
    )
    replay_reviewed_at = models.DateTimeField("回放审核", null=True)
    raw_removed_at = models.DateTimeField("原始切片清理", null=True)

    class Meta:
        verbose_name = "直播"
        verbose_name_plural = "直播"
        constraints = [
            models.CheckConstraint(name="delay_up_to_five_minutes", condition=Q(delay_seconds__lte=300))
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.get_mode_display()}"


class Segment(models.Model):
    """A piece of a few seconds. `public_name` is random and given when it is old enough; cut ones never get one."""

    broadcast = models.ForeignKey(
        Broadcast, on_delete=models.PROTECT, related_name="segments", verbose_name="直播"
    )
    number = models.PositiveIntegerField("序号")
    raw_name = models.CharField(max_length=120)
    """File name below the private folder of the stream; never shown."""
    seconds = models.FloatField("秒数")
    captured_at = models.DateTimeField("产生时间")
    """When its last frame was taken, as far as its arrival tells: the delay counts from here."""
    late_seconds = models.FloatField(default=0.0)
    """By how much it came later than the quickest of its push: so much older than its arrival its pictures may be."""
    discontinuity = models.BooleanField(default=False)
    """The first one after a cut or a new push of the encoder."""
    cut = models.BooleanField("已切除", default=False)
    public_name = models.CharField(max_length=40, blank=True)
    released_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["broadcast", "number"]
        verbose_name = "切片"
        verbose_name_plural = "切片"
        constraints = [
            models.UniqueConstraint(name="one_segment_number", fields=["broadcast", "number"]),
            models.UniqueConstraint(
                name="one_public_name", fields=["public_name"], condition=~Q(public_name="")
            ),
            models.CheckConstraint(name="cut_is_never_released", condition=Q(cut=False) | Q(public_name="")),
        ]

    def __str__(self) -> str:
        return f"{self.broadcast} {self.number}"


class Cut(models.Model):
    """切断: from when nothing is listed, why, and when it went on. What lies between is listed nowhere, replay included."""

    UNEXPLAINED = "未写明"

    broadcast = models.ForeignKey(
        Broadcast, on_delete=models.PROTECT, related_name="cuts", verbose_name="直播"
    )
    hides_from = models.DateTimeField("自何时起不公开")
    """The moment of the cut less what was still held back by the delay: everything not yet released."""
    cut_at = models.DateTimeField("切断时间", default=clock.now)
    cut_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="切断人"
    )
    reason = models.CharField("原因（内部）", max_length=200)
    resumed_at = models.DateTimeField("恢复时间", null=True)
    resumed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="恢复人"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = "切断"
        verbose_name_plural = "切断"
        constraints = [
            models.UniqueConstraint(
                name="one_open_cut", fields=["broadcast"], condition=Q(resumed_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.broadcast} {clock.local(self.cut_at):%H:%M:%S} 切断"

    @property
    def is_explained(self) -> bool:
        """Whether somebody wrote down why."""
        return self.reason != self.UNEXPLAINED


class AudienceMinute(models.Model):
    """How many players asked in a minute; no address, no cookie, nothing of a person."""

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="audience", verbose_name="场次"
    )
    minute = models.DateTimeField("分钟")
    watching = models.PositiveIntegerField("在看人数", default=0)

    class Meta:
        ordering = ["session", "minute"]
        verbose_name = "观看人数"
        verbose_name_plural = "观看人数"
        constraints = [models.UniqueConstraint(name="one_audience_minute", fields=["session", "minute"])]

    def __str__(self) -> str:
        return f"{self.session} {clock.local(self.minute):%H:%M}"
