"""Open addresses, short enough to be typed from a wall. Only the leader's own are below the project."""

from django.urls import path

from projects.phases.analysis.rounds import guest_views

urlpatterns = [
    path("deltag/", guest_views.join, name="deltag"),
    path("deltag/runde/", guest_views.home, name="deltager"),
    path("stemme/<str:token>/", guest_views.voice, name="stemme"),
]
