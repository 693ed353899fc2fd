"""The addresses of the plan as a document."""

from django.urls import path

from projects.documents import views

urlpatterns = [
    path("plan/", views.plan, name="plan"),
    path("plan/hent/", views.plan_download, name="plan_download"),
    path("plan.pdf", views.plan_pdf, name="plan_pdf"),
]
