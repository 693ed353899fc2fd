"""Below the step where actors are assessed: each alone first, then together."""

from django.urls import path

from projects.phases.analysis.rounds import lead_views, views
from projects.phases.analysis.steps import ASSESSMENT, PHASE

_rounds = f"fase-{PHASE.number}/{ASSESSMENT.slug}/runder/"
_round = f"{_rounds}<int:pk>/"

urlpatterns = [
    path(_rounds, views.rounds, name="runder"),
    path(f"{_rounds}ny/", views.open_new, name="runder-ny"),
    path(_round, views.seat, name="runde"),
    path(f"{_round}besvar/<int:subject>/", views.questions, name="runde-svar"),
    path(f"{_round}led/", lead_views.lead, name="runde-led"),
    path(f"{_round}frist/", lead_views.give_time, name="runde-frist"),
    path(f"{_round}luk/", lead_views.close, name="runde-luk"),
    path(f"{_round}afbryd/", lead_views.cancel, name="runde-afbryd"),
    path(f"{_round}deltagere/<int:participant>/fjern/", lead_views.stop_waiting, name="runde-vent-ikke"),
]
