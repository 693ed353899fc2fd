"""Whether the site can serve: what a load balancer or a monitor asks."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


def trouble() -> str:
    """What keeps the site from serving, in one word or two; empty when nothing does."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        logger.exception("The database does not answer")
        return "database"
    return "migrations" if waiting else ""


@require_safe
@login_not_required
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 `ok` when the database answers and every migration is applied, otherwise 503 and what is wrong."""
    problem = trouble()
    return HttpResponse(
        f"{problem or 'ok'}\n", status=503 if problem else 200, content_type="text/plain; charset=utf-8"
    )
