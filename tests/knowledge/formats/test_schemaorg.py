"""Records as things of schema.org."""

import json

from steunpunt.knowledge.formats.schemaorg import json_ld, structured
from tests.knowledge.formats.making import bare, full


def test_it_names_what_it_is_and_what_it_is_about():
    found = structured(full(kind="report"))

    assert found["@type"] == ["LearningResource", "Report"]
    assert found["about"] == [
        {"@type": "DefinedTerm", "name": "Begeleiden", "url": "https://steunpunt.example/thema/begeleiden/"}
    ]
    assert found["isBasedOn"] == "https://steunpunt.example/kennisbank/eerste/"
    assert found["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_maker_is_an_organisation():
    assert structured(full())["creator"]["name"] == "De Opleidingsschool; Oost, Noord"
    assert structured(bare())["creator"] == {"@type": "Organization", "name": "Steunpunt Opleidingsscholen"}
    assert "Person" not in json_ld(full())


def test_what_is_not_known_is_left_out():
    found = structured(bare())

    assert not {"isBasedOn", "timeRequired", "copyrightYear", "about"} & set(found)


def test_example_says_so():
    assert structured(full())["creativeWorkStatus"] == "Voorbeeld"
    assert structured(full())["description"].startswith("Voorbeeld")
    assert "creativeWorkStatus" not in structured(bare())


def test_text_cannot_end_the_script_element():
    text = json_ld(bare(title="</script><script>alert(1)</script>\u2028"))

    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text)["name"] == "</script><script>alert(1)</script>\u2028"
