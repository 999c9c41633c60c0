"""The component tags refuse mistakes while a template is read, and render what they are given."""

import pytest
from django.template import Context, TemplateSyntaxError, engines
from django.utils.translation import override

from steunpunt.foundation.ui.templatetags import ui


def rendered(source: str, **values: object) -> str:
    return " ".join(engines["django"].from_string(source).render(values).split())


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('{% component "knop" label="x" %}', 'no component "knop"'),
        ('{% component "tag" label="x" colour="red" %}', "does not know colour"),
        ('{% component "tag" %}', "cannot do without label"),
        ('{% component "tag" label="x" kind="loud" %}', 'no kind "loud"'),
        ('{% component "tag" "x" %}', "takes only name=value"),
        ("{% component tag label='x' %}", "name of a component between quotes"),
        ('{% component "card" title="x" %}', "use blockcomponent"),
        ('{% blockcomponent "tag" label="x" %}{% endblockcomponent %}', "use component"),
        ('{% blockcomponent "card" heading=7 %}{% endblockcomponent %}', 'no heading "7"'),
        ('{% fixed "x" %}{% endfixed %}', "takes only name=value"),
    ],
)
def test_a_mistake_is_refused_when_the_template_is_read(source, complaint):
    with pytest.raises(TemplateSyntaxError, match=complaint):
        engines["django"].from_string(source)


def test_a_wrong_choice_from_the_page_is_refused_when_it_renders():
    template = engines["django"].from_string('{% component "tag" label="x" kind=kind %}')

    with pytest.raises(TemplateSyntaxError, match='no kind "loud"'):
        template.render({"kind": "loud"})


def test_a_component_renders_its_attributes():
    assert (
        rendered('{% component "tag" label=word kind="sector" %}', word="vo")
        == '<span class="tag tag--sector">vo</span>'
    )


def test_a_component_escapes_what_it_is_given():
    assert "<script>" not in rendered('{% component "tag" label=word %}', word="<script>")


def test_a_component_does_not_see_the_page_around_it():
    html = rendered('{% component "tag" label="po" %}', url="/weg/")

    assert html == '<span class="tag tag--quiet">po</span>'


def test_a_block_renders_its_content_with_the_context_of_the_page():
    html = rendered('{% blockcomponent "card" title="T" %}<p>{{ word }}</p>{% endblockcomponent %}', word="hier")

    assert "<p>hier</p>" in html


def test_blocks_nest():
    html = rendered(
        '{% blockcomponent "card" %}{% blockcomponent "alert" %}<p>binnen</p>{% endblockcomponent %}{% endblockcomponent %}'
    )

    assert html.index('class="card') < html.index('class="alert') < html.index("binnen")


def test_a_card_with_an_address_links_its_title():
    html = rendered('{% blockcomponent "card" title="De Waard" url="/x/" heading=2 %}{% endblockcomponent %}')

    assert '<h2 class="card__title"><a href="/x/">De Waard</a></h2>' in html


def test_a_button_with_an_address_is_a_link():
    assert rendered('{% component "button" label="Kaart" url="/kaart/" %}').startswith("<a ")


def test_a_button_without_an_address_sends_its_form():
    html = rendered('{% component "button" label="Bewaren" name="keus" value="ja" %}')

    assert html.startswith('<button class="button button--primary" type="submit" name="keus" value="ja"')


def test_an_unknown_icon_is_refused():
    with pytest.raises(TemplateSyntaxError, match='no icon "eenhoorn"'):
        rendered('{% icon "eenhoorn" %}')


def test_a_template_renders_twice_with_different_values():
    template = engines["django"].from_string('{% component "tag" label=word %}').template

    assert [template.render(Context({"word": word})).strip() for word in ("po", "vo")] == [
        '<span class="tag tag--quiet">po</span>',
        '<span class="tag tag--quiet">vo</span>',
    ]


class Word:
    """Counts how often it was written."""

    written = 0

    def __str__(self) -> str:
        self.written += 1
        return "vo"


def test_a_fixed_part_is_drawn_once_for_the_same_values():
    word, template = Word(), engines["django"].from_string("{% fixed word=word %}<b>{{ word }}</b>{% endfixed %}")

    assert [template.render({"word": one}) for one in (word, word, "po", word)] == [
        "<b>vo</b>",
        "<b>vo</b>",
        "<b>po</b>",
        "<b>vo</b>",
    ]
    assert word.written == 1


def test_a_fixed_part_knows_nothing_of_the_reader_at_hand():
    html = rendered("{{ name }}{% fixed kind=kind %}[{{ name }}{{ kind }}]{% endfixed %}", name="Ine", kind="vo")

    assert html == "Ine[vo]"


def test_a_fixed_part_speaks_the_language_of_the_page():
    template = engines["django"].from_string('{% load i18n %}{% fixed %}{% translate "Yes" %}{% endfixed %}')
    with override("en"):
        english = template.render({})

    assert (english, template.render({})) == ("Yes", "Ja")


def test_a_fixed_part_does_not_remember_without_end(monkeypatch):
    monkeypatch.setattr(ui, "MOST_DRAWN", 2)
    template = engines["django"].from_string("{% fixed word=word %}{{ word }}{% endfixed %}")

    assert [template.render({"word": word}) for word in "abcab"] == list("abcab")
    assert len(template.template.nodelist[0].drawn) <= 2


def test_every_sector_has_its_name():
    assert rendered(
        "{% sector_names as sectors %}{% for code, name in sectors %}{{ code }} {{ name }};{% endfor %}"
    ) == ("po primair onderwijs;vo voortgezet onderwijs;mbo middelbaar beroepsonderwijs;ho hoger onderwijs;")
