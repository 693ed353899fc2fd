"""The whole site. Each room brings its own addresses."""

from django.contrib import admin
from django.urls import include, path

from forankring.health import healthz
from forankring.ui.views import accessibility

handler500 = "forankring.ui.views.server_error"
handler403 = "forankring.ui.views.permission_denied"
# allauth's name for its own limits.
handler429 = "forankring.ui.views.too_many_requests"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("tilgaengelighed/", accessibility, name="accessibility"),
    path("admin/", admin.site.urls),
    path("", include("forankring.accounts.urls")),
    path("", include("forankring.help.urls")),
    path("", include("projects.overview.urls")),
    path("", include("projects.phases.analysis.rounds.guest_urls")),
    path("", include("projects.urls")),
]
