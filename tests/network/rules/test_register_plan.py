"""The plan: laying rows beside what is known, judged without a table."""

from datetime import date
from typing import Any

import pytest

from steunpunt.network.intake import kinds
from steunpunt.network.intake.kinds import Key
from steunpunt.network.intake.places import Gazetteer, PostcodeArea
from steunpunt.network.intake.register import RegisterFile
from steunpunt.network.intake.rows import RegisterRow
from steunpunt.network.intake.shapes import SHAPES
from steunpunt.network.queries.register_known import Known
from steunpunt.network.rules.register_plan import Plan, as_text, planned

DAY, BEFORE = date(2026, 1, 1), date(2025, 1, 1)
GAZETTEER = Gazetteer.of([], [PostcodeArea("3511", "Utrecht", "", 52.09, 5.12)])
SHAPE = next(shape for shape in SHAPES if shape.code == "vo-vestigingen")
FACTS = {"name": "De Hoek", "sector": "vo", "postcode": "3511AA", "latitude": 52.0, "longitude": 5.0}


def row(code: str = "18BR00", kind: str = kinds.SITE, *, is_derived: bool = False, **facts: Any) -> RegisterRow:
    return RegisterRow(2, kind, code, {"name": "De Hoek", "sector": "vo", **facts}, is_derived=is_derived)


def known(code: str = "18BR00", kind: str = kinds.SITE, **changes: Any) -> Known:
    values = {"version_pk": 7, "valid_from": BEFORE, "last_pk": 7, "facts": FACTS} | changes
    return Known(1, (kind, code), **values)


def plan_of(rows: list[RegisterRow], things: list[Known], **file: Any) -> Plan:
    found = RegisterFile(SHAPE, "utf-8", ",", rows, **file)
    there: dict[Key, Known] = {thing.key: thing for thing in things}
    return planned(found, there, GAZETTEER, DAY)


def outcomes(plan: Plan) -> list[tuple[str, str]]:
    return [(change.outcome, change.key[1]) for change in plan.changes]


@pytest.mark.parametrize(
    ("rows", "things", "expected"),
    [
        ([row()], [], [("new", "18BR00")]),
        ([row()], [known()], []),
        ([row(name="Anders")], [known()], [("changed", "18BR00")]),
        ([], [known()], [("closed", "18BR00")]),
        ([row()], [known(version_pk=None)], [("new", "18BR00")]),
        ([row(name="Anders")], [known(has_later=True)], []),
        ([], [known(has_later=True)], []),
        ([], [known(version_pk=None)], []),
        ([], [known(facts=FACTS | {"sector": "po"})], []),
        ([], [known("41804", kinds.BOARD)], []),
    ],
    ids=["new", "same", "changed", "gone", "back", "later", "gone but later", "gone before", "other sector", "board"],
)
def test_row_beside_what_is_known(rows, things, expected):
    assert outcomes(plan_of(rows, things)) == expected


def test_fact_that_a_file_does_not_speak_of_stays():
    (change,) = plan_of([row(name="Anders")], [known(facts=FACTS | {"pupils": 90})]).changes

    assert change.changes == {"name": ("De Hoek", "Anders")}
    assert change.facts["pupils"] == 90


@pytest.mark.parametrize(
    ("facts", "point"),
    [
        ({"name": "Anders"}, (52.0, 5.0)),
        ({"postcode": "3511ZZ"}, (52.09, 5.12)),
        ({"postcode": "9999ZZ"}, (None, None)),
        ({"postcode": "3511ZZ", "latitude": 53.0, "longitude": 6.0}, (53.0, 6.0)),
    ],
)
def test_point_moves_only_with_the_postcode(facts, point):
    (change,) = plan_of([row(**facts)], [known()]).changes

    assert (change.facts["latitude"], change.facts["longitude"]) == point


def test_point_that_was_corrected_by_hand_stays_with_a_warning():
    thing = known(overrides={"latitude": (3, "52.0")})
    plan = plan_of([row(postcode="3511ZZ")], [thing])

    assert (plan.changes[0].facts["latitude"], plan.changes[0].facts["longitude"]) == (52.0, 5.0)
    assert [(problem.column, problem.value) for _key, problem in plan.warnings] == [("postcode", "3511ZZ")]


def test_half_a_point_that_was_corrected_by_hand_keeps_its_other_half():
    thing = known(overrides={"latitude": (3, "52.0")})

    plan = plan_of([row(latitude=53.0, longitude=6.0)], [thing])

    assert outcomes(plan) == []
    assert [problem.column for _key, problem in plan.warnings] == ["latitude"]


@pytest.mark.parametrize(
    ("facts", "changed"),
    [({}, ["name", "sector"]), ({"street": "Dorp"}, ["sector"])],
    ids=["known from sites", "known from a file about schools"],
)
def test_site_gives_way_to_a_file_about_schools(facts, changed):
    school = known("18BR", kinds.SCHOOL, facts={"name": "De hele school", "sector": "po", **facts})
    (change,) = plan_of([row("18BR", kinds.SCHOOL, is_derived=True)], [school]).changes

    assert list(change.changes) == changed


def test_correction_by_hand_stands_with_a_warning_or_ends():
    thing = known(overrides={"name": (3, "De Hoek")})

    stands, ends = plan_of([row(name="Anders")], [thing]), plan_of([row()], [thing])

    assert (outcomes(stands), [problem.value for _key, problem in stands.warnings]) == ([], ["Anders"])
    assert (stands.ended_overrides, ends.ended_overrides, ends.warnings) == ([], [3], [])


def test_correction_by_hand_stays_when_something_comes_back():
    (change,) = plan_of([row(name="Anders")], [known(version_pk=None, overrides={"name": (3, "De Hoek")})]).changes

    assert change.facts["name"] == "De Hoek"


def test_refused_row_with_a_code_is_not_missing():
    assert outcomes(plan_of([], [known()], refused_keys={(kinds.SITE, "18BR00")})) == []


def test_nothing_closes_while_some_code_is_unreadable():
    plan = plan_of([], [known()], has_nameless_refusals=True)

    assert (outcomes(plan), plan.withholds_closings) == ([], True)


@pytest.mark.parametrize(("gone", "is_large"), [(4, False), (5, True), (25, True)])
def test_large_closing_is_a_fifth_and_at_least_five(gone, is_large):
    things = [known(f"18BR{number:02}") for number in range(max(gone, 20))]
    plan = plan_of([row(thing.key[1]) for thing in things[gone:]], things)

    assert bool(plan.large_closings) == is_large


def test_closing_five_of_many_is_not_large():
    things = [known(f"18BR{number:02}") for number in range(25)]

    assert plan_of([row(thing.key[1]) for thing in things[5:]], things).large_closings == []


def test_digest_tells_plans_apart_and_forgets_the_order():
    one, other = row("18BR00", name="A"), row("18BR01", name="B")
    things = [known("18BR00"), known("18BR01")]

    assert plan_of([one, other], things).digest == plan_of([other, one], things).digest
    assert plan_of([one], things[:1]).digest != plan_of([row("18BR00", name="C")], things[:1]).digest


@pytest.mark.parametrize(("value", "text"), [(None, ""), ((kinds.BOARD, "41804"), "41804"), (90, "90")])
def test_facts_as_text(value, text):
    assert as_text(value) == text
