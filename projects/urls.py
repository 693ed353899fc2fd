"""Every address below a project. The phases come in the method's order."""

from django.urls import URLPattern, URLResolver, include, path

from projects.overview import project as overview

in_a_project: list[URLPattern | URLResolver] = [
    path("", overview.project, name="project"),
    path("", include("projects.phases.why_what.urls")),
    path("", include("projects.phases.mapping.urls")),
    path("", include("projects.phases.analysis.urls")),
    path("", include("projects.phases.plan.urls")),
    path("", include("projects.documents.urls")),
    path("", include("projects.meetings.sheets.urls")),
    path("", include("projects.meetings.urls")),
]

urlpatterns = [path("projekter/<slug:slug>/", include(in_a_project))]
