"""Facts for machines stay data."""

import json

from steunpunt.network.views.structured import address, structured


def test_empty_facts_are_left_out():
    assert json.loads(structured("School", name="A", url="")) == {
        "@context": "https://schema.org",
        "@type": "School",
        "name": "A",
    }


def test_nothing_ends_the_script():
    assert "<" not in structured("School", name="</script>&\u2028")


def test_address_without_a_place_is_nothing():
    assert address("Straat 1", "1234AB", "") == {}


def test_address_with_what_is_known():
    assert address("", "1234AB", "Ede") == {
        "@type": "PostalAddress",
        "addressCountry": "NL",
        "postalCode": "1234AB",
        "addressLocality": "Ede",
    }
