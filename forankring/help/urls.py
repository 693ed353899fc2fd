"""The addresses of the help."""

from django.urls import path

from forankring.help import views

urlpatterns = [
    path("hjaelp/", views.method, name="help"),
    path("hjaelp/arbejdsgang/", views.workflow, name="help_workflow"),
    path("hjaelp/ordliste/", views.words, name="glossary"),
]
