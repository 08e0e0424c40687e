"""Versions of a year's catalogue: copied, imported, put in force; what is in force is never changed (R2, D20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from liwan_court.timetable import clock
from oversight.actions.base import LEADING, Act, ActionRefused, Check, once, record
from oversight.catalogue_checks import faults
from oversight.models import Catalogue, Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor


class AdoptCatalogue(Act[Catalogue, Catalogue]):
    """施行: the version in force before it is retired and stays readable; inspections keep theirs."""

    verb = "施行指标目录"
    posts = LEADING

    def checks(self) -> Iterator[Check]:
        """A draft without faults."""
        yield Check("draft", self.subject.is_draft, "尚未施行", "这一版已经施行过，不能再次施行；请新建一版")
        for fault in faults(self.subject):
            where = f"{fault.code}：" if fault.code else ""
            yield Check("fault", passed=False, label="目录完整", message=f"{where}{fault.message}")

    def execute(self) -> None:
        """Retire the earlier version, put this one in force."""
        catalogue = self.subject
        Catalogue.objects.filter(year=catalogue.year, state=Catalogue.State.IN_FORCE).update(
            state=Catalogue.State.RETIRED
        )
        catalogue.state, catalogue.adopted_at = Catalogue.State.IN_FORCE, clock.now()
        catalogue.adopted_by_name = self.actor.name
        catalogue.save()
        self.result = catalogue

    def detail(self) -> dict[str, Any]:
        """Which version of which year."""
        return {"year": self.subject.year, "version": self.subject.version}


def new_draft(year: int, title: str, note: str, *, sample: bool) -> Catalogue:
    """The next version of a year, empty."""
    last = Catalogue.objects.filter(year=year).aggregate(last=Max("version"))["last"] or 0
    return Catalogue.objects.create(year=year, version=last + 1, title=title, note=note, sample=sample)


class DiscardCatalogue(Act[Catalogue, None]):
    """删除草稿: one that was never in force and on which nothing rests; a wrong table can be imported again. The record stays."""

    verb = "删除草稿"
    posts = LEADING

    def checks(self) -> Iterator[Check]:
        """A draft."""
        yield Check("draft", self.subject.is_draft, "草稿", f"{self.subject}已经施行过，不能删除")

    def detail(self) -> dict[str, Any]:
        """What it was."""
        return {"year": self.subject.year, "version": self.subject.version, "title": self.subject.title}

    def run(self) -> None:
        """The record first: afterwards there is no row to speak of. Raises ActionRefused."""
        with transaction.atomic():
            self.subject = Catalogue.objects.select_for_update().get(pk=self.subject.pk)
            if failed := self.failures():
                raise ActionRefused(failed)
            self.record()
            self.subject.delete()


class CopyCatalogue(Act[Catalogue, Catalogue]):
    """A new draft from a version, for its own year or another one."""

    verb = "新建指标目录"
    posts = LEADING

    def __init__(self, subject: Catalogue, actor: Actor, year: int) -> None:
        super().__init__(subject, actor)
        self.year = year

    def run(self) -> Catalogue:
        """As any action; two at once end with a refusal and not with an error."""
        with once(f"{self.year}年刚刚已由他人新建一版，请刷新后重试"):
            return super().run()

    def checks(self) -> Iterator[Check]:
        """One draft a year is enough."""
        open_one = Catalogue.objects.filter(year=self.year, state=Catalogue.State.DRAFT).first()
        message = f"{self.year}年已有草稿（{open_one}），请先施行或者删除它" if open_one else ""
        yield Check("one_draft", open_one is None, "没有别的草稿", message)

    def execute(self) -> None:
        """Copy each indicator with its divisions."""
        title = self.subject.title.replace(str(self.subject.year), str(self.year))
        draft = new_draft(self.year, title, self.subject.note, sample=self.subject.sample)
        copied = [each.name for each in Indicator._meta.fields if each.name not in ("id", "catalogue")]  # noqa: SLF001
        for row in self.subject.indicators.prefetch_related("divisions"):
            values = {name: getattr(row, name) for name in copied}
            Indicator.objects.create(catalogue=draft, **values).divisions.set(row.divisions.all())
        self.result = draft

    def record(self) -> None:
        """On the new version."""
        record(self.result, self.verb, self.actor, {"from": self.subject.pk, "year": self.year})


class ImportCatalogue:
    """A table becomes a new draft: whole or not at all, each fault told with its row (D20)."""

    verb = "导入指标目录"

    def __init__(self, actor: Actor, year: int, title: str, rows: list[dict[str, Any]]) -> None:
        self.actor, self.year, self.title, self.rows = actor, year, title, rows
        self.result: Catalogue | None = None

    def run(self) -> Catalogue:
        """`rows` as `oversight.documents.catalogue_xlsx.read` gives them. Raises ActionRefused."""
        if not self.actor.holds(*LEADING):
            raise ActionRefused(
                [Check("post", passed=False, label="操作权限", message="您的岗位不能导入指标目录")]
            )
        if open_one := Catalogue.objects.filter(year=self.year, state=Catalogue.State.DRAFT).first():
            message = f"{self.year}年已有草稿（{open_one}），请先施行或者删除它"
            raise ActionRefused([Check("one_draft", passed=False, label="", message=message)])
        with once(f"{self.year}年刚刚已由他人新建一版，请刷新后重试"):
            draft = new_draft(self.year, self.title, "由表格导入", sample="示例" in self.title)
            for order, row in enumerate(self.rows, 1):
                divisions = row.pop("divisions")
                Indicator.objects.create(catalogue=draft, order=order, **row).divisions.set(divisions)
            record(draft, self.verb, self.actor, {"year": self.year, "indicators": len(self.rows)})
        self.result = draft
        return draft
