"""The contract: every registered kind is tried with its own example."""

import random

import pytest
from django.template.loader import render_to_string

from steunpunt.activities.kind import ActivityKind, Contributed, all_kinds, register
from steunpunt.activities.queries.exporting import contributions_table
from steunpunt.activities.queries.flowing import cards_of
from steunpunt.activities.rules.settings import first_settings
from steunpunt.activities.views.paper import words_in
from tests.factories.activities import ActivityFactory, ContributionFactory

KINDS = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.code)
PARTS = ("standing", "poster", "report")


def _contributed(kind, contents=None):
    """The example as a tally sees it, by people of three tables and two sectors."""
    given = kind.example.contents if contents is None else contents
    return [
        Contributed(f"v{number}", content, f"groep {number % 3 + 1}", 1 + number % 2, ("po", "vo")[number % 2])
        for number, content in enumerate(given)
    ]


def _form(kind, data=None, **initial):
    return kind.contribution_form(data, settings=kind.example.settings, **initial)


def _posted(form):
    """What a browser would send back of a form as it was shown, untouched."""
    sent = {}
    for name, field in form.fields.items():
        value = field.prepare_value(form.get_initial_for_field(field, name))
        if value is not None and value is not False:
            sent[form.add_prefix(name)] = value
    return sent


@KINDS
def test_a_kind_says_what_it_is(kind):
    assert kind.code.isidentifier()
    assert str(kind.label)
    assert str(kind.explanation).endswith(".")
    assert kind.version >= 1
    assert len(kind.example.contents) >= 2


@KINDS
@pytest.mark.django_db
def test_the_settings_form_renders_and_takes_the_example_unchanged(kind):
    shown = kind.settings_form(initial=dict(kind.example.settings))
    assert all(str(field) for field in shown)

    sent = kind.settings_form(_posted(shown), initial=dict(kind.example.settings))

    assert sent.is_valid(), sent.errors
    assert set(kind.example.settings) <= set(sent.to_settings())


@KINDS
@pytest.mark.django_db
def test_what_a_kind_begins_with_is_nothing_or_taken_by_its_own_form(kind):
    begun = first_settings(kind.code)

    form = kind.settings_form(_posted(kind.settings_form(initial=begun)), initial=begun)

    assert not begun or form.is_valid(), form.errors


@KINDS
@pytest.mark.django_db
def test_a_contribution_that_is_wrong_is_refused_with_a_sentence(kind):
    form = _form(kind, dict(kind.example.refused))

    assert not form.is_valid()
    assert all(str(sentence).strip() for sentences in form.errors.values() for sentence in sentences)


@KINDS
@pytest.mark.django_db
def test_the_form_of_a_voter_renders_empty_filled_and_refused(kind):
    for form in (
        _form(kind),
        *(_form(kind, initial=dict(content)) for content in kind.example.contents),
        _form(kind, dict(kind.example.refused)),
    ):
        context = {"form": form, "settings": kind.example.settings, "activity": ActivityFactory.build()}
        assert render_to_string(kind.template("contribute"), context).strip()


@KINDS
@pytest.mark.django_db
def test_the_empty_form_is_the_same_for_everybody(kind):
    """So that it is made once for a thousand phones."""
    pages = {
        render_to_string(kind.template("contribute"), {"form": _form(kind), "settings": kind.example.settings})
        for _ in range(3)
    }

    assert len(pages) == 1


@KINDS
def test_the_standing_is_the_same_in_any_order(kind):
    contributed = _contributed(kind)
    first = kind.tally(kind.example.settings, contributed)

    for seed in range(5):
        mixed = contributed[:]
        random.Random(seed).shuffle(mixed)
        assert kind.tally(kind.example.settings, mixed) == first


@KINDS
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("contents", [None, ()], ids=["example", "nobody"])
@pytest.mark.django_db
def test_everything_that_is_shown_renders(kind, part, contents):
    standing = kind.tally(kind.example.settings, _contributed(kind, contents))
    context = {
        "standing": standing,
        "findings": kind.findings(standing),
        "settings": kind.example.settings,
        "activity": ActivityFactory.build(),
    }

    assert render_to_string(kind.template(part), context).strip()


@KINDS
def test_findings_are_whole_sentences(kind):
    findings = kind.findings(kind.tally(kind.example.settings, _contributed(kind)))

    assert all(one.rstrip()[-1] in ".!?" and one[0] == one[0].upper() for one in findings)


@KINDS
@pytest.mark.django_db
def test_export_has_a_row_for_everybody_and_cards_flow_on(kind):
    activity = ActivityFactory(kind=kind.code, settings=dict(kind.example.settings))
    for content in kind.example.contents:
        ContributionFactory(activity=activity, content=dict(content))

    table = contributions_table(activity)
    assert len(table.rows) >= len(kind.example.contents)
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert all({"id", "title", "text", "reference"} == set(card) for card in cards_of(activity))


@KINDS
def test_erasing_leaves_no_word_that_somebody_typed_and_the_same_count(kind):
    chosen = set(words_in(dict(kind.example.settings)))
    for content in kind.example.contents:
        left = words_in(dict(kind.erased(content)))
        # Ids and the words of the facilitator may stay; sentences of the voter may not.
        assert [text for text in left if " " in text and text not in chosen] == []

    erased = [kind.erased(content) for content in kind.example.contents]
    before = kind.tally(kind.example.settings, _contributed(kind))
    after = kind.tally(kind.example.settings, _contributed(kind, erased))
    assert type(before) is type(after)


@KINDS
@pytest.mark.django_db
def test_a_script_in_what_somebody_typed_is_text(kind):
    def poison(value):
        if isinstance(value, str) and " " in value:
            return "<script>alert(1)</script> " + value
        if isinstance(value, dict):
            return {key: poison(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [poison(one) for one in value]
        return value

    settings = poison(dict(kind.example.settings))
    contents = [poison(dict(content)) for content in kind.example.contents]
    standing = kind.tally(settings, _contributed(kind, contents))
    context = {"standing": standing, "findings": kind.findings(standing), "settings": settings}
    shown = [render_to_string(kind.template(part), context) for part in PARTS]
    form = kind.contribution_form(settings=settings, initial=contents[0])
    shown.append(render_to_string(kind.template("contribute"), {"form": form, "settings": settings}))

    assert not any("<script>alert" in text for text in shown)


def test_two_kinds_with_one_code_are_a_mistake():
    with pytest.raises(ValueError, match="two kinds"):
        register(all_kinds()[0])


def test_a_kind_that_leaves_its_duty_says_so():
    class Empty(ActivityKind):
        code = "empty"

    for duty in (
        lambda: Empty().tally({}, []),
        lambda: Empty().findings(None),
        lambda: Empty().export({}, []),
        lambda: Empty().erased({}),
    ):
        with pytest.raises(NotImplementedError):
            duty()
    assert Empty().cards(None) == []
    assert Empty().upgrade({"a": 1}, 1) == {"a": 1}
