from projects.phases.rows import row_paths
from projects.phases.views import review_path, step_path
from projects.phases.why_what.start import template_paths
from projects.phases.why_what.steps import DECISION, GOAL, PHASE, TASK_ROWS, WHAT, WHY

urlpatterns = [
    step_path(PHASE, WHY),
    step_path(PHASE, GOAL),
    step_path(PHASE, WHAT),
    step_path(PHASE, DECISION),
    *row_paths(PHASE, TASK_ROWS),
    *template_paths(),
    review_path(PHASE),
]
