"""The foundation: what every room stands on, without a word of the domain."""
