"""One header that Django does not know: which powers of the browser a page may use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NEEDED = "geolocation=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)"
REFUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
POLICY = ", ".join([NEEDED, *(f"{name}=()" for name in REFUSED)])


class PermissionsPolicyMiddleware:
    """Where you are (for a postcode nearby) and passkeys are ours to ask for; nothing else is, nor for anybody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = POLICY
        return response
