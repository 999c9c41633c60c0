"""Stable references of records."""

import pytest

from steunpunt.foundation.references import ALPHABET, new_public_id, parse_reference, reference


def test_public_id_is_short_and_unambiguous():
    public_id = new_public_id()

    assert len(public_id) == 8
    assert set(public_id) <= set(ALPHABET)


def test_public_ids_differ():
    assert len({new_public_id() for _ in range(1000)}) == 1000


def test_reference_can_be_taken_apart_again():
    assert parse_reference(reference("partnerschap", "k7f3q2bx")) == ("partnerschap", "k7f3q2bx")


@pytest.mark.parametrize("text", ["", "partnerschap", "partnerschap:", ":k7f3q2bx"])
def test_half_a_reference_is_refused(text):
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_reference(text)
