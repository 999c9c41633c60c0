"""Werkvormen: live activities of a meeting, who takes part, what they bring, and the standing."""
