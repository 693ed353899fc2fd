"""Whether the site can serve: what a load balancer or a monitor asks."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from forankring.database.known_migrations import unknown_among
from forankring.operations.demo_accounts import open_in_production

logger = logging.getLogger(__name__)


def trouble() -> str:
    """What keeps the site from serving, in one word or two; empty when nothing does."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if waiting or unknown_among(MigrationRecorder(connection).applied_migrations()):
            return "migrations"
        return "demo" if open_in_production() else ""
    except Error:
        logger.exception("The database does not answer")
        return "database"


@require_safe
@login_not_required
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 `ok`, or 503 and what is wrong.

    `database`: it does not answer. `migrations`: some are not applied, or are from a newer version than this.
    `demo`: in production the example's people can still sign in.
    """
    problem = trouble()
    return HttpResponse(
        f"{problem or 'ok'}\n", status=503 if problem else 200, content_type="text/plain; charset=utf-8"
    )
