"""Guesses the language of a text by the words that are known."""

import re

from simplemma import langdetect

LANGUAGES = ("nl", "en", "de", "fr")
LEAST_WORDS = 8
LEAST_KNOWN = 0.5
SAMPLE = 8_000
WORD = re.compile(r"[^\W\d_]{2,}")


def language_of(text: str) -> str:
    """nl, en, de or fr; empty when the text is too short or no language stands out."""
    sample = _sample(text)
    if len(WORD.findall(sample)) < LEAST_WORDS:
        return ""
    scores = [(name, score) for name, score in langdetect(sample, lang=LANGUAGES) if name in LANGUAGES]
    scores.sort(key=lambda pair: pair[1], reverse=True)
    (best, known), (_second, runner_up) = scores[0], scores[1]
    return best if known >= LEAST_KNOWN and known > runner_up else ""


def _sample(text: str) -> str:
    """The middle of a long text: before it may stand a summary, behind it sources, in other languages."""
    begin = max(0, (len(text) - SAMPLE) // 2)
    return text[begin : begin + SAMPLE]
