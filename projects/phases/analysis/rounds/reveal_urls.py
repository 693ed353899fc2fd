"""After the answering, below the project's rounds."""

from django.urls import path

from projects.phases.analysis.rounds import reveal_views
from projects.phases.analysis.steps import ASSESSMENT, PHASE

_round = f"fase-{PHASE.number}/{ASSESSMENT.slug}/runder/<int:pk>/"

urlpatterns = [
    path(f"{_round}afsloering/", reveal_views.reveal, name="runde-afsloering"),
    path(f"{_round}afsloering/vis/", reveal_views.show, name="runde-vis"),
    path(f"{_round}afsloering/<int:subject>/", reveal_views.actor, name="runde-aktoer"),
    path(f"{_round}afsloering/<int:subject>/faelles/", reveal_views.agree, name="runde-faelles"),
    path(f"{_round}resultat/", reveal_views.result, name="runde-resultat"),
]
