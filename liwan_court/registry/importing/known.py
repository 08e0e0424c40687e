"""What the register holds about the rows of one stretch of a file, fetched at once instead of row by row (R22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from django.db.models import Max, Q

from liwan_court.registry.importing.columns import Entry, Kind
from liwan_court.registry.models import Case, Division, HearingNotice, Milestone, Officer, Party

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

Record: TypeAlias = Case | Party | Milestone | HearingNotice
Twin: TypeAlias = tuple[object, ...]
_ROWS: Final[dict[Kind, type[Party | Milestone | HearingNotice]]] = {
    Kind.PARTY: Party,
    Kind.MILESTONE: Milestone,
    Kind.HEARING: HearingNotice,
}


class Known:
    """Rows by foreign id, cases also by number, and rows without a foreign id that an imported one may turn out to be.

    `load` forgets what belongs to the stretch before, so that memory stays flat. A trial run writes nothing: there what the
    file itself brought is kept beside the database until the end, for later rows build on it.
    """

    def __init__(self, *, trial: bool) -> None:
        self._trial = trial
        self._brought: dict[tuple[Kind, str], Record] = {}
        self._rows: dict[tuple[Kind, str], Record] = {}
        self._numbers: dict[str, Case] = {}
        self._brought_numbers: dict[str, Case] = {}
        self._twins: dict[Twin, Record] = {}
        self._orders: dict[str, int] = {}
        self._names: dict[str, set[str]] = {}
        self._brought_names: dict[str, set[str]] = {}
        self._divisions = {name: row for row in Division.objects.all() for name in (row.name, row.code)}
        self._judges = {row.staff_no: row for row in Officer.objects.all()}

    def division(self, name: str) -> Division | None:
        """By name or code."""
        return self._divisions.get(name)

    def judge(self, staff_no: str) -> Officer | None:
        """By staff number; somebody who left the court too, for old cases."""
        return self._judges.get(staff_no)

    def row(self, kind: Kind, foreign_id: str) -> Record | None:
        """The row of a foreign id."""
        return self._rows.get((kind, foreign_id))

    def case(self, foreign_id: str) -> Case | None:
        """The case of a foreign id."""
        found = self.row(Kind.CASE, foreign_id)
        return found if isinstance(found, Case) else None

    def case_of_number(self, key: str) -> Case | None:
        """The case of a number, whatever its foreign id."""
        return self._brought_numbers.get(key) or self._numbers.get(key)

    def twin(self, key: Twin) -> Record | None:
        """A row that a person entered and that says the same as an imported one."""
        return self._twins.get(key)

    def next_order(self, case: Case) -> int:
        """The place of a further party of a case."""
        return self._orders.get(case.number_key, -1) + 1

    def names(self, case: Case) -> set[str]:
        """Names and aliases of the parties of a case."""
        key = case.number_key
        return self._names.get(key, set()) | self._brought_names.get(key, set())

    def remember(self, kind: Kind, row: Record) -> None:
        """Keep a row that was written, or would be."""
        key = (kind, row.foreign_id or "")
        self._rows[key] = row
        if self._trial:
            self._brought[key] = row
        if isinstance(row, Case):
            self._numbers[row.number_key] = row
            if self._trial:
                self._brought_numbers[row.number_key] = row
        else:
            self._twins.pop(twin_key(row), None)
        if isinstance(row, Party):
            number = row.case.number_key
            self._orders[number] = max(self._orders.get(number, -1), row.order)
            names = self._brought_names if self._trial else self._names
            names.setdefault(number, set()).add(row.name)

    def load(self, entries: Collection[Entry]) -> None:
        """Fetch what some entries refer to. Cases are locked until the end of the transaction, in one order."""
        self._rows, self._numbers, self._twins, self._orders, self._names = {}, {}, {}, {}, {}
        self._load_cases(entries)
        for kind, model in _ROWS.items():
            if ids := {entry.foreign_id for entry in entries if entry.kind is kind}:
                found = model.objects.select_related("case").filter(foreign_id__in=ids)
                self._keep(kind, found.order_by("pk"))
        self._load_twins({entry.kind for entry in entries})
        wanted = {(entry.kind, entry.foreign_id) for entry in entries}
        wanted |= {(Kind.CASE, entry.case_foreign_id) for entry in entries}
        self._rows |= {key: self._brought[key] for key in wanted if key in self._brought}

    def _load_cases(self, entries: Collection[Entry]) -> None:
        ids = {entry.foreign_id for entry in entries if entry.kind is Kind.CASE}
        ids |= {entry.case_foreign_id for entry in entries if entry.case_foreign_id}
        keys = {entry.values["number"].key for entry in entries if entry.kind is Kind.CASE}
        found = Case.objects.select_related("division", "handling_judge")
        found = found.filter(Q(foreign_id__in=ids) | Q(number_key__in=keys))
        for case in found.select_for_update(of=("self",)).order_by("pk"):
            self._numbers[case.number_key] = case
            if case.foreign_id:
                self._rows[Kind.CASE, case.foreign_id] = case

    def _keep(self, kind: Kind, found: Iterable[Record]) -> None:
        self._rows |= {(kind, row.foreign_id or ""): row for row in found}

    def _load_twins(self, kinds: set[Kind]) -> None:
        cases = [case.pk for case in self._numbers.values()]
        if Kind.PARTY in kinds:
            parties = Party.objects.filter(case__in=cases)
            orders = parties.order_by().values_list("case__number_key").annotate(Max("order"))
            self._orders = dict(orders)
            self._keep_twins(parties.filter(foreign_id=None).select_related("case"))
        if Kind.HEARING in kinds:
            notices = HearingNotice.objects.filter(case__in=cases, foreign_id=None)
            self._load_names(cases)
            announced = notices.filter(state=HearingNotice.State.ANNOUNCED)
            self._keep_twins(announced.select_related("case"))

    def _load_names(self, cases: list[int]) -> None:
        found = Party.objects.filter(case__in=cases).values_list("case__number_key", "name", "aliases")
        for number, name, aliases in found.order_by():
            self._names.setdefault(number, set()).update((name, *aliases))

    def _keep_twins(self, found: Iterable[Record]) -> None:
        for row in found:
            self._twins.setdefault(twin_key(row), row)


def twin_key(row: Record) -> Twin:
    """By what a row entered by hand is known to be the same; milestones and cases have no twin here."""
    match row:
        case Party():
            return (Kind.PARTY, row.case.number_key, row.role, row.name)
        case HearingNotice():
            return (Kind.HEARING, row.case.number_key, row.begins_at, row.courtroom)
        case _:
            return ()
