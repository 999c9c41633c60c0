from steunpunt.activities.kind import Contributed, kind_of
from steunpunt.activities.kinds.icebreaker.deck import DECK
from steunpunt.activities.kinds.icebreaker.tally import card


def _contributed(kind):
    return [Contributed(str(number), content) for number, content in enumerate(kind.example.contents)]


def test_getting_acquainted_gives_every_card_once_before_one_comes_again():
    deck = [str(question) for question in DECK]
    drawn = [card(deck, number, 77) for number in range(1, 2 * len(deck) + 1)]

    assert len(deck) == 24
    assert sorted(drawn[:24]) == sorted(drawn[24:]) == sorted(deck)
    assert (card(deck, 0, 77), card([], 3, 77)) == ("", "")
    assert [card(deck, 1, seed) for seed in range(6)] != [card(deck, 1, 0)] * 6


def test_getting_acquainted_counts_cards():
    kind = kind_of("icebreaker")
    standing = kind.tally({"questions": ["a"]}, _contributed(kind))

    assert (standing.people, standing.cards, standing.each) == (3, 16, 5.3)
    assert kind.findings(standing) == ["3 deelnemers trokken samen 16 kaarten."]
    assert kind.findings(kind.tally({}, [])) == []


def test_a_deck_of_ones_own_has_its_bounds():
    form = kind_of("icebreaker").settings_form

    assert form({"questions": " Eén? \n\n Twee? "}).is_valid()
    assert not form({"questions": "x" * 301}).is_valid()
    assert not form({"questions": "\n".join(["a?"] * 201)}).is_valid()
    assert not form({"questions": "  "}).is_valid()
