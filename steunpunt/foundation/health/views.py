"""The address that a monitor asks."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import queries

STARTED_AT = timezone.now()


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """503 when a part does not do its work; otherwise 200, also when somebody should look at something."""
    found = queries.health(
        at=timezone.now(),
        started_at=STARTED_AT,
        data_dir=settings.DATA_DIR,
        min_free_bytes=settings.MIN_FREE_MB * 1_000_000,
    )
    body = {"status": found.status, "version": settings.VERSION, "checks": found.checks, "remarks": found.remarks}
    return JsonResponse(body, status=503 if found.status == queries.FAULT else 200)
