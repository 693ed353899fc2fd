from django.urls import path

from projects.phases.plan.letting_go import views
from projects.phases.plan.letting_go.steps import (
    COST_ROWS,
    DECISION_ROWS,
    FOLLOW_UP_ROWS,
    PHASE_OUT_ROWS,
    RISK_ROWS,
)
from projects.phases.plan.steps import PHASE
from projects.phases.rows import row_paths

urlpatterns = [
    path("fase-4/oekonomi/gratis/", views.free_of_charge, name="oekonomi-gratis"),
    *row_paths(PHASE, COST_ROWS),
    *row_paths(PHASE, RISK_ROWS),
    path("fase-4/udfasning/foreslaa/", views.propose_hours, name="udfasning-foreslaa"),
    *row_paths(PHASE, PHASE_OUT_ROWS),
    path("fase-4/overdragelse/", views.handover, name="overdragelse"),
    path("fase-4/overdragelse/<int:pk>/", views.handover_point, name="overdragelse-ret"),
    path("fase-4/overdragelse/aftale/", views.handover_agreement, name="overdragelse-aftale"),
    path("fase-4/overdragelse/godkend/", views.approve, name="overdragelse-godkend"),
    path("fase-4/overdragelse/fortryd/", views.withdraw, name="overdragelse-fortryd"),
    path("fase-4/opfoelgning/foreslaa/", views.propose_follow_ups, name="opfoelgning-foreslaa"),
    *row_paths(PHASE, FOLLOW_UP_ROWS),
    *row_paths(PHASE, DECISION_ROWS),
]
