"""What search writes: the index and what waits for it, what is asked, and what somebody saved."""

from .indexing import build_daily, build_if_needed, build_index, learn_meaning, take_waiting, wait_for_index
from .questions import choose_frequent, forget_questions, note_asked, note_fruitless
from .saved import forget_saved, keep_search, stop_search

__all__ = [
    "build_daily",
    "build_if_needed",
    "build_index",
    "choose_frequent",
    "forget_questions",
    "forget_saved",
    "keep_search",
    "learn_meaning",
    "note_asked",
    "note_fruitless",
    "stop_search",
    "take_waiting",
    "wait_for_index",
]
