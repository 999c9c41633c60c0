"""Prioritise: choose at most k of n cards, in order, with an argument for each."""
