"""Open addresses, short enough to be typed from a wall. Only the leader's own are below the project."""

from django.urls import path

from projects.phases.analysis.rounds import guest_leader_views, guest_views
from projects.phases.analysis.steps import ASSESSMENT, PHASE

_round = f"fase-{PHASE.number}/{ASSESSMENT.slug}/runder/<int:pk>/"

in_a_project = [
    path(f"{_round}vaer-med/", guest_leader_views.wall, name="runde-deltag"),
    path(f"{_round}pladser/", guest_leader_views.seats, name="runde-pladser"),
    path(f"{_round}luk-ind/", guest_leader_views.let_more_in, name="runde-luk-ind"),
    path(f"{_round}stemmer/", guest_leader_views.voices, name="runde-stemmer"),
]
urlpatterns = [
    path("deltag/", guest_views.join, name="deltag"),
    path("deltag/runde/", guest_views.home, name="deltager"),
    path("deltag/runde/<int:subject>/", guest_views.questions, name="deltager-svar"),
    path("stemme/<slug:token>/", guest_views.voice, name="stemme"),
]
