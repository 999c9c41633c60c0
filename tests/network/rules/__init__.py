"""Tests of the rules of the network."""
