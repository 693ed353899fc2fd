from django.urls import path

from projects.phases.mapping import actor_views, interview_views, map_views, views
from projects.phases.mapping.interview_steps import INTERVIEW_ROWS, INTERVIEWS
from projects.phases.mapping.steps import ACTOR_ROWS, ACTORS, COVERAGE, PHASE
from projects.phases.rows import row_paths
from projects.phases.views import review_path

_list, *_the_rest = row_paths(PHASE, ACTOR_ROWS)
_actors = f"fase-{PHASE.number}/{ACTORS.slug}/"
_interviews, *_the_rest_of_the_interviews = row_paths(PHASE, INTERVIEW_ROWS)
_coverage = f"fase-{PHASE.number}/{COVERAGE.slug}/"

urlpatterns = [
    # The list also takes in actors that the helhedsplan already has.
    path(_actors, views.actors, name=ACTORS.slug),
    *_the_rest,
    path(f"{_actors}relationer/", actor_views.relations, name="relationer"),
    path(f"{_actors}relationer/<int:pk>/fjern/", actor_views.remove_relation, name="relationer-fjern"),
    path(f"{_actors}<int:pk>/ud-af-brug/", actor_views.take_out_of_use, name=f"{ACTORS.slug}-ud-af-brug"),
    path(f"{_actors}<int:pk>/i-brug/", actor_views.take_in_use, name=f"{ACTORS.slug}-i-brug"),
    path(_coverage, views.coverage, name=COVERAGE.slug),
    path(f"{_coverage}<int:pk>/", views.coverage_task, name=f"{COVERAGE.slug}-ret"),
    path(f"{_coverage}<int:task>/<int:actor>/", views.coverage_cell, name=f"{COVERAGE.slug}-celle"),
    # The list also says whom nobody has talked with.
    path(f"fase-{PHASE.number}/{INTERVIEWS.slug}/", interview_views.interviews, name=INTERVIEWS.slug),
    *_the_rest_of_the_interviews,
    path(f"fase-{PHASE.number}/aktoerkort/", map_views.actor_map, name="aktoerkort"),
    path(f"fase-{PHASE.number}/hvad-falder-vaek/", map_views.falls_away, name="hvad-falder-vaek"),
    review_path(PHASE),
]
