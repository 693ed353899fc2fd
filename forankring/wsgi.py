"""What the production server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forankring.settings")
application = get_wsgi_application()

from forankring.operations.demo_accounts import refuse_to_start  # noqa: E402 – it asks the models, which are loaded now

refuse_to_start()

# What is loaded once lives as long as the server. Python would look it all through for rubbish again and again, and
# everybody waits a quarter of a second meanwhile.
_views = get_resolver().url_patterns
gc.freeze()
