"""Migrations of the network."""
