"""Whether the site can serve: what a load balancer or a monitor asks."""

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from forankring import log
from forankring.database.known_migrations import unknown_among
from forankring.operations.demo_accounts import open_in_production


def trouble() -> str:
    """What keeps the site from serving, in one word; empty when nothing does.

    Raises:
        Error: the database does not answer.
    """
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting or unknown_among(MigrationRecorder(connection).applied_migrations()):
        return "migrations"
    return "demo" if open_in_production() else ""


@require_safe
@login_not_required
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 `ok`, or 503 and what is wrong.

    `database`: it does not answer. `migrations`: some are not applied, or are from a newer version than this.
    `demo`: in production the example's people can still sign in.
    """
    try:
        problem = trouble()
    except Error as error:
        log.because(request, error)
        problem = "database"
    return HttpResponse(
        f"{problem or 'ok'}\n", status=503 if problem else 200, content_type="text/plain; charset=utf-8"
    )
