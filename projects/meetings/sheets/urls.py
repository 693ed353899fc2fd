"""The addresses of the sheets."""

from django.urls import path

from projects.meetings.sheets import views

urlpatterns = [
    path("ark/", views.sheets, name="ark"),
    path("ark/<slug:sheet>.pdf", views.sheet_pdf, name="ark_pdf"),
]
