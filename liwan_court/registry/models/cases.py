"""Cases and their parties, as the case-management system gives them or a clerk enters them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from liwan_court.registry.audience import Side, side_of
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models.divisions import Division
from liwan_court.registry.models.officers import Officer


class Field(models.TextChoices):
    """Field of law, as far as deadlines and redaction differ by it."""

    CIVIL = "民事", "民事"
    CRIMINAL = "刑事", "刑事"
    ADMINISTRATIVE = "行政", "行政"
    ENFORCEMENT = "执行", "执行"
    COMPENSATION = "赔偿", "赔偿"
    OTHER = "其他", "其他"


class Case(models.Model):
    """A case of the court. The suffix 之一 belongs to a document, never to the case (docs/domain.md)."""

    number = models.CharField("案号", max_length=64)
    number_key = models.CharField(max_length=64, unique=True, editable=False)
    year = models.PositiveSmallIntegerField("收案年度", editable=False, default=0)
    number_start = models.PositiveIntegerField(editable=False, default=0)
    field = models.CharField("类别", max_length=8, choices=Field.choices, default=Field.CIVIL)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="cases", verbose_name="承办庭室"
    )
    handling_judge = models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name="经办法官",
    )
    cause = models.CharField("案由", max_length=64, blank=True)
    accepted_on = models.DateField("立案日期", null=True, blank=True)
    closed_on = models.DateField("结案日期", null=True, blank=True)
    secrets = models.BooleanField("涉国家秘密、商业秘密或个人隐私", default=False)
    juvenile = models.BooleanField("涉未成年人犯罪", default=False)
    closed_hearing = models.BooleanField("不公开开庭审理", default=False)
    foreign_id = models.CharField("外部编号", max_length=64, null=True, blank=True, unique=True)
    """The id in the case-management system, by which an import finds the case again (R22)."""

    class Meta:
        ordering = ["-year", "number_start"]
        verbose_name = "案件"
        verbose_name_plural = "案件"

    def __str__(self) -> str:
        return self.number

    def clean(self) -> None:
        """Refuse a number outside the grammar, with a suggestion; never change it in silence."""
        try:
            parse(self.number)
        except InvalidCaseNumber as error:
            raise ValidationError({"number": str(error)}) from error

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the normalised key beside the number as written."""
        number = parse(self.number)
        self.number_key, self.year, self.number_start = number.key, number.year, number.number_start
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Party(models.Model):
    """A party of a case (当事人): personal data, for staff of the case only, never in the record of changes."""

    class Kind(models.TextChoices):
        PERSON = "person", "自然人"
        ORGANISATION = "organisation", "单位"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties", verbose_name="案件")
    role = models.CharField("诉讼地位", max_length=32)
    name = models.CharField("姓名或名称", max_length=128)
    kind = models.CharField("类别", max_length=16, choices=Kind.choices, default=Kind.PERSON)
    aliases = models.JSONField("别名、简称", default=list, blank=True)
    addresses = models.JSONField("地址", default=list, blank=True)
    order = models.PositiveSmallIntegerField("次序", default=0)
    foreign_id = models.CharField("外部编号", max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["case", "order", "pk"]
        verbose_name = "当事人"
        verbose_name_plural = "当事人"

    def __str__(self) -> str:
        return f"{self.case} 第{self.order + 1}名当事人"

    @property
    def side(self) -> Side:
        """On which side it stands, by its role."""
        return side_of(self.role)
