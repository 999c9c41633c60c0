"""Events: `announcing.announce` writes one in the transaction of a deed, the worker delivers it at least once."""
