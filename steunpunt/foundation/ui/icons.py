"""The icons: one set of line drawings on a grid of 24, put into the page as inline SVG."""

from functools import lru_cache

from django.template import TemplateSyntaxError
from django.utils.html import format_html
from django.utils.safestring import SafeString

_SHAPES: dict[str, str] = {
    "arrow-left": '<path d="M20 12H4m7-7-7 7 7 7"/>',
    "arrow-right": '<path d="M4 12h16m-7-7 7 7-7 7"/>',
    "building": '<path d="M5 21V4h9v17m0-11h5v11M2.5 21h19M8 8h3m-3 4h3m-3 4h3"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3v5m8-5v5"/>',
    "cards": '<path d="M8 3.5h11.5V17H8zM4.5 7.5v13H15M11.5 8h4.5m-4.5 4h4.5"/>',
    "check": '<path d="m4.5 12.5 5 5 10-11"/>',
    "chevron-down": '<path d="m6 9.5 6 6 6-6"/>',
    "chevron-right": '<path d="m9.5 6 6 6-6 6"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "download": '<path d="M12 4v11m-5-5 5 5 5-5M4 20h16"/>',
    "edit": '<path d="m5 19 1-4L16 5l3 3L9 18zM14 7l3 3"/>',
    "error": '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5m0 3.2v.3"/>',
    "external": '<path d="M13 4h7v7m0-7-9 9M9 5H4v15h15v-5"/>',
    "feed": '<circle cx="6" cy="18" r="1.5"/><path d="M4.5 11a8.5 8.5 0 0 1 8.5 8.5M4.5 4.5a15 15 0 0 1 15 15"/>',
    "filter": '<path d="M4 6h16M7 12h10m-7 6h4"/>',
    "globe": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c-6 6-6 12 0 18M12 3c6 6 6 12 0 18"/>',
    "history": '<path d="M4 5v5h5M4.5 10a8 8 0 1 1-.5 4M12 8v4.5l3 2"/>',
    "home": '<path d="m3.5 11.5 8.5-8 8.5 8M6 9.5V20h12V9.5M10 20v-6h4v6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5m0-9v.3"/>',
    "key": '<circle cx="8" cy="15.5" r="4.5"/><path d="M11.5 12.5 20 4m-3.5 3.5 3 3"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5"/>',
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1m-.1 6h.1m-.1 6h.1"/>',
    "location": '<path d="M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
    "lock": '<path d="M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3"/>',
    "mail": '<path d="M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5"/>',
    "map": '<path d="m3.5 6 5.5-2.5 6 2.5 5.5-2.5V18L15 20.5 9 18l-5.5 2.5zM9 3.5V18m6-12v14.5"/>',
    "menu": '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
    "minus": '<path d="M5 12h14"/>',
    "moon": '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 2.5-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.5 3.5 0 0 1 0 6.5m2 2.5c2.5.8 3.5 3 3.5 6"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c0-4.5 3-7 7.5-7s7.5 2.5 7.5 7"/>',
    "phone": '<path d="M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4c0 .8-.7 1.5-1.5 1.5C10.5 20 4 13.5 3.5 5.5 3.5 4.7 4.2 4 5 4z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>',
    "school": '<path d="m2.5 9.5 9.5-5 9.5 5-9.5 5zM6.5 12v5c3 2.5 8 2.5 11 0v-5m4-2.5v6"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "star": '<path d="m12 3.5 2.6 5.6 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6-4.4-4.2 6-.8z"/>',
    "sun": '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4"/>',
    "thread": '<path d="M2.5 17.5c3.5 2.5 6 .5 7-3.5M14.5 10c1-4 3.5-6 7-3.5"/><circle cx="12" cy="12" r="3.2"/>',
    "trash": '<path d="M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 20.5h10l1-14M10 10.5v6m4-6v6"/>',
    "upload": '<path d="M12 15V4M7 9l5-5 5 5M4 20h16"/>',
    "warning": '<path d="M12 3.5 22 20.5H2zM12 10v5m0 2.5v.3"/>',
}
NAMES = tuple(sorted(_SHAPES))


@lru_cache(maxsize=256)
def draw(name: str, label: str = "") -> SafeString:
    """The icon as SVG; with a label it is a picture, without one it is decoration."""
    if name not in _SHAPES:
        raise TemplateSyntaxError(f'There is no icon "{name}". There are: {", ".join(NAMES)}.')
    said = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    svg = '<svg class="icon" viewBox="0 0 24 24" {} focusable="false">{}</svg>'
    return format_html(svg, said, SafeString(_SHAPES[name]))
