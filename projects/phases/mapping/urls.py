from django.urls import path

from projects.phases.mapping import views
from projects.phases.mapping.steps import ACTOR_ROWS, ACTORS, COVERAGE, PHASE
from projects.phases.rows import row_paths
from projects.phases.views import review_path

_list, *_the_rest = row_paths(PHASE, ACTOR_ROWS)
_coverage = f"fase-{PHASE.number}/{COVERAGE.slug}/"

urlpatterns = [
    # The list also takes in actors that the helhedsplan already has.
    path(f"fase-{PHASE.number}/{ACTORS.slug}/", views.actors, name=ACTORS.slug),
    *_the_rest,
    path(_coverage, views.coverage, name=COVERAGE.slug),
    path(f"{_coverage}<int:pk>/", views.coverage_task, name=f"{COVERAGE.slug}-ret"),
    path(f"{_coverage}<int:task>/<int:actor>/", views.coverage_cell, name=f"{COVERAGE.slug}-celle"),
    review_path(PHASE),
]
