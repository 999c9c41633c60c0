"""Tests of the commands that keep the platform running."""
