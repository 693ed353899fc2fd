from django.urls import path

from projects.phases.plan import views
from projects.phases.plan.method import METHOD
from projects.phases.plan.steps import ACTION_ROWS, BUDGET_ROWS, INTERFACE_ROWS, MODEL, PHASE, QUESTION_ROWS
from projects.phases.rows import row_paths
from projects.phases.views import review_path, step_path

urlpatterns = [
    step_path(PHASE, METHOD),
    step_path(PHASE, MODEL),
    path("fase-4/ansvar/", views.responsibilities, name="ansvar"),
    path("fase-4/ansvar/<int:pk>/", views.responsibility, name="ansvar-ret"),
    path("fase-4/tiltag/fra-gab/<int:pk>/<str:concept>/", views.action_from_gap, name="tiltag-fra-gab"),
    *row_paths(PHASE, ACTION_ROWS),
    *row_paths(PHASE, BUDGET_ROWS),
    *row_paths(PHASE, INTERFACE_ROWS),
    *row_paths(PHASE, QUESTION_ROWS),
    review_path(PHASE),
]
