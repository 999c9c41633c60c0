"""Which short texts may say nearly the same. The pairs were written for this, after the wishes in the field's reports."""

from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.analysis.alike import proposals

PAIRS = """
Een landelijke kennisbank met voorbeelden | Landelijke kennisbank met praktijkvoorbeelden
Scholing voor werkplekbegeleiders | Werkplekbegeleiders beter scholen
Een gezamenlijke onderzoeksagenda per regio | Regionale onderzoeksagenda die we samen maken
Meer tijd voor de schoolopleider in het taakbeleid | Schoolopleiders krijgen tijd in taakbeleid
Intervisie tussen opleidingsscholen | Intervisiegroepen over opleidingsscholen heen
Toegang tot wetenschappelijke artikelen | Toegang tot wetenschappelijke literatuur voor scholen
Curriculum samen met scholen maken | Scholen betrekken bij het maken van het curriculum
Landelijk profiel van de werkplekbegeleider | Een landelijk competentieprofiel voor de werkplekbegeleider
Startende leraren drie jaar begeleiden | Begeleiding van startende leraren gedurende drie jaar
Studenten eerder een vaste plek geven | Eerder een vaste stageplek voor studenten
Evaluatie met een vaste cyclus | Een vaste cyclus voor evaluatie van de opleiding
Bestuurders vaker aan tafel | Vaker met bestuurders aan tafel
"""
ALONE = """
Excursies naar andere partnerschappen
Eén loket voor vragen over subsidie
Leertaken met elkaar uitwisselen
Zij-instromers maatwerk bieden
Een opleidingsteam op elke school
Vakdidactiek op de werkplek
Lesobservaties met een kijkwijzer
Minder formulieren bij het beoordelen
Examencommissie uitleg laten geven
Leerteams met studenten en starters
Ouders informeren over studenten in de klas
Een jaarlijkse studiedag voor begeleiders
Inductie in het personeelsbeleid
Digitaal portfolio voor studenten
"""


def _labelled():
    pairs = [[side.strip() for side in line.split("|")] for line in PAIRS.strip().splitlines()]
    texts = {
        f"{number}{side}": text for number, pair in enumerate(pairs) for side, text in zip("ab", pair, strict=True)
    }
    return texts | {f"alone{number}": text for number, text in enumerate(ALONE.strip().splitlines())}


def test_every_pair_is_proposed_and_nothing_else():
    found = {tuple(sorted(one.keys)) for one in proposals(_labelled())}

    assert found == {(f"{number}a", f"{number}b") for number in range(12)}


def test_order_of_the_texts_does_not_matter():
    texts = _labelled()

    assert proposals(texts) == proposals(dict(reversed(texts.items())))


@given(st.dictionaries(st.text("abcdefg", min_size=1, max_size=3), st.text("abc de", max_size=25), max_size=12))
def test_a_text_is_proposed_once_at_most(texts):
    keys = [key for one in proposals(texts) for key in one.keys]

    assert len(keys) == len(set(keys))
    assert set(keys) <= set(texts)


def test_likeness_does_not_chain():
    """Each looks like the next, the ends do not look like each other."""
    texts = {"1": "leren opleiden begeleiden", "2": "begeleiden toetsen", "3": "toetsen beoordelen afsluiten"}

    assert [len(one.keys) for one in proposals(texts, alike=0.3)] == [2]
