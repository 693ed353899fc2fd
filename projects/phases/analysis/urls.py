from django.urls import path

from projects.phases.analysis import reading_views, views
from projects.phases.analysis.rounds import guest_urls, reveal_urls
from projects.phases.analysis.rounds import urls as round_urls
from projects.phases.analysis.steps import ASSESSMENT, CANDIDACY_ROWS, CHOICE, PHASE
from projects.phases.rows import row_paths
from projects.phases.views import review_path

_assessment = f"fase-{PHASE.number}/{ASSESSMENT.slug}/"

urlpatterns = [
    *row_paths(PHASE, CANDIDACY_ROWS),
    # Named so that a missing answer in a row ("vurder", row) leads here.
    path(f"{_assessment}<int:pk>/vurder/", views.assess, name="vurder-ret"),
    path(f"{_assessment}<int:pk>/udvikling/", reading_views.history, name="vurdering-udvikling"),
    path(f"{_assessment}<int:pk>/gaelder-stadig/", reading_views.still_holds, name="vurdering-gaelder-stadig"),
    path(f"{_assessment}sammenligning/", reading_views.compare, name="vurdering-sammenligning"),
    *round_urls.urlpatterns,
    *reveal_urls.urlpatterns,
    *guest_urls.in_a_project,
    path(f"fase-{PHASE.number}/{CHOICE.slug}/", views.choose, name=CHOICE.slug),
    review_path(PHASE),
]
