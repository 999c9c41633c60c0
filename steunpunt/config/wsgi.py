"""The WSGI entry point that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steunpunt.config.settings")
application = get_wsgi_application()

# What was loaded by now stays for good, so it need not be looked through for waste; and one page makes more objects
# than the few hundred after which Python looks by itself.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
