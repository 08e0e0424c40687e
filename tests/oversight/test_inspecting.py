"""Looking and freezing: what a snapshot holds, that nobody changes it, then and now (R11)."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from liwan_court.acting import ActionRefused
from liwan_court.measuring import span
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import Service
from oversight.actions.inspect import TakeInspection, catalogue_of
from oversight.actions.stating import StateEvidence
from oversight.inspecting import look
from oversight.measured import measure
from oversight.models import Conclusion, Evidence, Inspection, OversightRecord, Score, Verdict
from oversight.sealing import seal
from tests.oversight.people import APRIL, MAY, House, actor, task

Q1 = span("2026Q1")
JANUARY, FEBRUARY = dt.date(2026, 1, 30), dt.date(2026, 2, 27)


def a_quarter(house: House) -> None:
    """民一庭 did both tasks, one of them late; 刑庭 did nothing it owed and stated its hearings."""
    task(house.minyi, "修订上网流程", JANUARY, JANUARY)
    task(house.minyi, "整理指南", FEBRUARY, FEBRUARY + dt.timedelta(days=1))
    task(house.xingting, "整理指南", FEBRUARY)
    with clock.at(APRIL):
        StateEvidence(actor(house.xingting_head), Q1, "H1", house.xingting, 9, 10, "听证公告第1至9号").run()


def inspected(house: House, reason: str = "") -> Inspection:
    with clock.at(APRIL):
        return TakeInspection(actor(house.secretary), Q1, reason).run()


def test_a_snapshot_holds_every_figure_and_the_rows_held_against_somebody(house: House) -> None:
    a_quarter(house)
    taken = inspected(house)
    scores = {(row.code, row.division_id): row for row in taken.scores.all()}
    assert len(scores) == 6
    court, minyi, xingting = (scores["J5", key] for key in (None, house.minyi.pk, house.xingting.pk))
    assert (court.numerator, court.denominator, court.value) == (1, 3, Decimal("0.3333"))
    assert (minyi.numerator, minyi.denominator, minyi.points) == (1, 2, Decimal(30))
    assert (xingting.numerator, xingting.verdict) == (0, Verdict.UNMET)
    stated = scores["H1", house.xingting.pk]
    assert (stated.value, stated.verdict) == (Decimal("0.9"), Verdict.MET)
    assert scores["H1", house.minyi.pk].verdict == Verdict.NO_DATA
    assert {(row.division_id, row.what) for row in taken.evidence.all()} == {
        (house.minyi.pk, "整理指南"),
        (house.xingting.pk, "整理指南"),
    }
    record = OversightRecord.objects.get(subject="inspection")
    assert (record.verb, record.detail["seal"]) == ("检查", taken.seal)


def test_conclusions_name_the_head_of_the_day_and_show_a_gap(house: House) -> None:
    a_quarter(house)
    taken = inspected(house)
    found = {row.division_name: row for row in taken.conclusions.all()}
    assert found["民一庭"].responsible_name == "民一庭庭长"
    assert found["刑庭"].responsible_name == ""
    assert (found["民一庭"].points, found["民一庭"].verdict) == (Decimal(50), Verdict.UNMET)
    assert (found["刑庭"].points, found["刑庭"].met, found["刑庭"].unmet) == (Decimal(40), 1, 1)
    assert found["全院"].verdict == Verdict.UNMET


def test_what_changes_afterwards_leaves_the_snapshot_as_it_was(house: House) -> None:
    a_quarter(house)
    taken = inspected(house)
    task(house.minyi, "后来补登的任务", FEBRUARY, FEBRUARY)
    again = Inspection.objects.get(pk=taken.pk)
    row = again.scores.get(code="J5", division=house.minyi)
    assert (row.numerator, row.denominator) == (1, 2)
    with clock.at(MAY):
        view = look(Q1, house.catalogue)
    now = next(each for each in view.standings if each.code == "J5" and each.division_id == house.minyi.pk)
    assert now.tally is not None
    assert (now.tally.numerator, now.tally.denominator) == (2, 3)


@pytest.mark.parametrize("model", [Inspection, Score, Conclusion, Evidence])
def test_nobody_edits_a_snapshot_not_even_in_the_database(house: House, model: type) -> None:
    a_quarter(house)
    inspected(house)
    row = model.objects.first()
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()
    table = model._meta.db_table
    for order in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(order)


def test_a_further_inspection_says_why_and_stands_beside_the_first(house: House) -> None:
    a_quarter(house)
    first = inspected(house)
    with pytest.raises(ActionRefused) as refused:
        inspected(house)
    assert "已经检查过" in str(refused.value)
    task(house.xingting, "整理指南之二", FEBRUARY, FEBRUARY)
    second = inspected(house, "刑庭补报了任务")
    assert (first.serial, second.serial, second.reason) == (1, 2, "刑庭补报了任务")
    assert first.seal != second.seal
    assert first.scores.get(code="J5", division=house.xingting).denominator == 1
    assert second.scores.get(code="J5", division=house.xingting).denominator == 2


@pytest.mark.parametrize("who", ["president", "minyi_head", "auditor", "judge", "vendor"])
def test_only_the_leading_group_inspects(house: House, who: str) -> None:
    with clock.at(APRIL), pytest.raises(ActionRefused) as refused:
        TakeInspection(actor(getattr(house, who)), Q1).run()
    assert "领导小组" in str(refused.value)
    assert not Inspection.objects.exists()


def test_a_quarter_that_is_not_over_and_a_year_without_a_catalogue_are_refused(house: House) -> None:
    for name, words in (("2026Q2", "要到2026年07月01日才能检查"), ("2025Q4", "没有施行的指标目录")):
        with clock.at(APRIL), pytest.raises(ActionRefused) as refused:
            TakeInspection(actor(house.secretary), span(name)).run()
        assert words in str(refused.value)


def test_a_quarter_without_data_is_said_to_be_one(house: House) -> None:
    taken = inspected(house)
    assert {row.verdict for row in taken.scores.all()} == {Verdict.NO_DATA}
    assert {row.value for row in taken.scores.all()} == {None}
    assert {(row.verdict, row.points) for row in taken.conclusions.all()} == {(Verdict.NO_DATA, None)}


def test_the_deadline_takes_what_nobody_took_and_leaves_what_somebody_did(house: House) -> None:
    a_quarter(house)
    with clock.at(dt.datetime(2026, 4, 2, 0, 30, tzinfo=clock.ZONE)):
        report = runs.run_deadline("quarterly_inspection", actor=Actor.system(), period="2026Q1")
        assert report.outcome.counts["scores"] == 6
        taken = Inspection.objects.get()
        assert (taken.period, taken.taken_by, taken.taken_by_name) == ("2026Q1", None, "定时任务")
        runs.run_deadline("quarterly_inspection", actor=Actor.system(), period="2026Q1")
    assert Inspection.objects.count() == 1


def test_the_deadline_says_when_there_is_no_catalogue(house: House) -> None:
    house.catalogue.indicators.all().delete()
    type(house.catalogue).objects.all().delete()
    with clock.at(dt.datetime(2026, 4, 2, 0, 30, tzinfo=clock.ZONE)), pytest.raises(runs.CannotRun) as told:
        runs.run_deadline("quarterly_inspection", actor=Actor.system(), period="2026Q1")
    assert "没有施行的指标目录" in str(told.value)


def test_evidence_of_a_quarter_is_the_latest_return_and_of_a_year_all_quarters(house: House) -> None:
    head = actor(house.minyi_head)
    with clock.at(APRIL):
        StateEvidence(head, Q1, "H1", house.minyi, 1, 4, "初次").run()
        StateEvidence(head, Q1, "H1", house.minyi, 3, 4, "更正").run()
        StateEvidence(head, span("2026Q2"), "H1", house.minyi, 2, 2, "四月的一场").run()
        catalogue = catalogue_of(2026)
        assert catalogue is not None
        for name, value in (("2026Q1", Decimal("0.75")), ("2026", Decimal("0.8333"))):
            rows = look(span(name), catalogue).standings
            assert next(r.value for r in rows if r.code == "H1" and r.division_id == house.minyi.pk) == value


def test_a_division_taken_out_of_use_is_not_asked_any_more_and_its_past_stays(house: House) -> None:
    a_quarter(house)
    taken = inspected(house)
    house.xingting.active = False
    house.xingting.save()
    with clock.at(MAY):
        view = look(Q1, house.catalogue)
    assert {row.division_id for row in view.standings} == {None, house.minyi.pk}
    assert taken.conclusions.filter(division=house.xingting).exists()


def test_the_seal_can_be_recounted_from_what_is_kept(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    a_quarter(house)
    task(house.minyi, "很长的任务名称" * 10, FEBRUARY)
    taken = inspected(house)
    assert taken.evidence.exists()
    call_command("inspect", "--quarter", "2026Q1", "--verify")
    assert "校验和相符" in capsys.readouterr().out
    for changed in (
        {"points": Decimal(1)}, {"responsible_name": "别人"}, {"verdict": Verdict.MET}, {"met": 9}
    ):  # fmt: skip
        rows = list(taken.conclusions.order_by("pk"))
        for name, value in changed.items():
            setattr(rows[-1], name, value)
        scores, evidence = taken.scores.order_by("pk"), taken.evidence.order_by("pk")
        assert seal(taken.indicators, scores, rows, evidence) != taken.seal, changed
    forged = Inspection.objects.create(
        kind=taken.kind, period=taken.period, serial=2, catalogue=taken.catalogue, indicators=taken.indicators,
        taken_by_name="无人", seal=taken.seal,
    )  # fmt: skip
    with pytest.raises(CommandError, match="1次检查的校验和不符"):
        call_command("inspect", "--quarter", "2026Q1", "--verify")
    assert f"{forged}：校验和不符" in capsys.readouterr().out
    with pytest.raises(CommandError, match="校验和不符"):
        call_command("inspect", "--quarter", "2026Q1", "--verify", "--json")
    assert [row["intact"] for row in json.loads(capsys.readouterr().out)] == [True, False]
    with pytest.raises(CommandError, match="还没有检查"):
        call_command("inspect", "--quarter", "2026Q2", "--verify")


def test_training_before_the_portal_was_in_service_is_held_against_nobody(house: House) -> None:
    Service.objects.update(since=dt.date(2026, 4, 1))
    with clock.at(APRIL):
        assert not measure("training_held").tallies(Q1)
        assert measure("training_held").tallies(span("2026")) == {}
