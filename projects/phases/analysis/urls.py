from django.urls import path

from projects.phases.analysis import views
from projects.phases.analysis.steps import ASSESSMENT, CANDIDACY_ROWS, CHOICE, PHASE
from projects.phases.rows import row_paths
from projects.phases.views import review_path

urlpatterns = [
    *row_paths(PHASE, CANDIDACY_ROWS),
    # Named so that a missing answer in a row ("vurder", row) leads here.
    path(f"fase-{PHASE.number}/{ASSESSMENT.slug}/<int:pk>/vurder/", views.assess, name="vurder-ret"),
    path(f"fase-{PHASE.number}/{CHOICE.slug}/", views.choose, name=CHOICE.slug),
    review_path(PHASE),
]
