from django.urls import path

from projects.phases.plan import views
from projects.phases.plan.cooperation import steps as cooperation
from projects.phases.plan.cooperation import views as cooperation_views
from projects.phases.plan.letting_go import urls as letting_go
from projects.phases.plan.method import METHOD
from projects.phases.plan.outcomes import steps as outcomes
from projects.phases.plan.steps import ACTION_ROWS, BUDGET_ROWS, MODEL, PHASE, QUESTION_ROWS
from projects.phases.rows import row_paths
from projects.phases.views import review_path, step_path

urlpatterns = [
    step_path(PHASE, METHOD),
    step_path(PHASE, MODEL),
    *(step_path(PHASE, step) for step in (*outcomes.FORMS, *cooperation.FORMS)),
    path("fase-4/rolleskift/<int:pk>/laering/", cooperation_views.learn, name="rolleskift-laering"),
    *(path for kind in (*outcomes.ROWS, *cooperation.ROWS) for path in row_paths(PHASE, kind)),
    path("fase-4/ansvar/", views.responsibilities, name="ansvar"),
    path("fase-4/ansvar/<int:pk>/", views.responsibility, name="ansvar-ret"),
    path("fase-4/tiltag/fra-gab/<int:pk>/<str:concept>/", views.action_from_gap, name="tiltag-fra-gab"),
    path("fase-4/gab/", views.gaps, name="gab"),
    path("fase-4/gab/<int:pk>/", views.gaps_of_one, name="gab-ret"),
    *row_paths(PHASE, ACTION_ROWS),
    *row_paths(PHASE, BUDGET_ROWS),
    *row_paths(PHASE, QUESTION_ROWS),
    *letting_go.urlpatterns,
    review_path(PHASE),
]
