"""What reviewers change in drafts, as differences, and the court's own words that stay (R30, R66)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.timetable import clock


class DraftAmendment(AppendOnly):
    """One step of a reviewer in a draft: a correction, a settled doubt, an undo or a redo.

    `data` holds places and categories, never words of the document. Undo and redo are steps of their own, so that the row
    of what was done stays (R66).
    """

    class Verb(models.TextChoices):
        MASK = "mask", "隐去"
        KEEP = "keep", "保留"
        REMOVE = "remove", "删除段落"
        RESTORE = "restore", "恢复段落"
        PASSAGES_RIGHT = "passages_right", "确认诉辩范围"
        ORDINALS = "ordinals", "当事人加序号"
        SETTLE = "settle", "核对疑点"
        UNDO = "undo", "撤销"
        REDO = "redo", "重做"

    draft = models.ForeignKey(
        "judgments.Draft", on_delete=models.PROTECT, related_name="amendments", verbose_name="草稿"
    )
    serial = models.PositiveIntegerField("第几步")
    verb = models.CharField("动作", max_length=16, choices=Verb.choices)
    data = models.JSONField("内容", default=dict)
    doubt = models.PositiveIntegerField("核对的疑点", null=True)
    """The number of the doubt this step settles."""
    note = models.CharField("核对说明", max_length=200, blank=True)
    places = models.PositiveIntegerField("涉及处数", default=0)
    """How many masks of the engine a keep undid, or how many places a mask added."""
    carried = models.BooleanField("沿用", default=False)
    """Taken over from the draft of an earlier version of the engine; not counted a second time."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="审核人"
    )
    by_name = models.CharField("审核人姓名", max_length=32)
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["draft", "serial"]
        verbose_name = "审核修改"
        verbose_name_plural = "审核修改"
        constraints = [models.UniqueConstraint(name="one_amendment_serial", fields=["draft", "serial"])]

    def __str__(self) -> str:
        return f"第{self.serial}步 {self.get_verb_display()}"


class KeptTerm(models.Model):
    """A word the court never wants cut by a party's shorter name (平安保险 where 平安 is a party): the never-redact list.

    It never protects the full name of a party. Retired, not deleted.
    """

    term = models.CharField("词语", max_length=40)
    key = models.CharField(max_length=80)
    """The term as names are compared."""
    note = models.CharField("说明", max_length=100, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="加入人"
    )
    added_at = models.DateTimeField("加入时间", default=clock.now)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="停用人"
    )
    retired_at = models.DateTimeField("停用时间", null=True)

    class Meta:
        ordering = ["term"]
        verbose_name = "保留词"
        verbose_name_plural = "保留词"
        constraints = [
            models.UniqueConstraint(
                name="one_kept_term", fields=["key"], condition=models.Q(retired_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.term


def steps_in_force(rows: list[DraftAmendment]) -> tuple[list[DraftAmendment], list[DraftAmendment]]:
    """The steps that count, in order, and those that a redo would bring back, the next one last."""
    done: list[DraftAmendment] = []
    undone: list[DraftAmendment] = []
    for row in rows:
        if row.verb == DraftAmendment.Verb.UNDO:
            undone.append(done.pop())
        elif row.verb == DraftAmendment.Verb.REDO:
            done.append(undone.pop())
        else:
            done.append(row)
            undone.clear()
    return done, undone


def data_of(rows: list[DraftAmendment]) -> list[dict[str, Any]]:
    """What of the steps the engine applies: a doubt that was only looked at changes nothing in the text."""
    return [row.data for row in rows if row.data]
