"""After the answering, below the project's rounds."""

from django.urls import path

from projects.phases.analysis.rounds import reveal_views, talk_views
from projects.phases.analysis.steps import ASSESSMENT, PHASE

_assessment = f"fase-{PHASE.number}/{ASSESSMENT.slug}/"
_round = f"{_assessment}runder/<int:pk>/"

urlpatterns = [
    path(f"{_round}afsloering/", reveal_views.reveal, name="runde-afsloering"),
    path(f"{_round}afsloering/vis/", reveal_views.show, name="runde-vis"),
    path(f"{_round}afsloering/<int:subject>/", reveal_views.actor, name="runde-aktoer"),
    path(f"{_round}afsloering/<int:subject>/faelles/", reveal_views.agree, name="runde-faelles"),
    path(f"{_round}resultat/", reveal_views.result, name="runde-resultat"),
    path(f"{_assessment}formodninger/", talk_views.assumed, name="vurdering-formodninger"),
]
