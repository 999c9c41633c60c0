"""The network in the API: partnerships, organisations, memberships, programmes, themes and regions."""

from ninja import Router

from . import memberships, organisations, partnerships, programmes, themes

router = Router()
for part in (partnerships, organisations, memberships, programmes, themes):
    router.add_router("", part.router)
