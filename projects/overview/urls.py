"""The addresses of what a person sees first."""

from django.urls import path

from projects.overview import addresses, calendar, drafts, health, members, my_projects, programmes, projects
from projects.overview.load import views as load

urlpatterns = [
    path("", my_projects.my_projects, name="my_projects"),
    path("konto/e-mail/bekraeft/<str:token>/", addresses.confirm, name="confirm_address"),
    path("helhedsplaner/<int:pk>/", programmes.programme, name="programme"),
    path("helhedsplaner/<int:pk>/ret/", programmes.edit, name="programme_edit"),
    path("helhedsplaner/<int:pk>/tidslinje/", calendar.programme_calendar, name="programme_calendar"),
    path("helhedsplaner/<int:pk>/tidslinje/<slug:kind>/", calendar.programme_date, name="programme_calendar_date"),
    path("helhedsplaner/<int:pk>/belastning/", load.programme_load, name="programme_load"),
    path("helhedsplaner/<int:pk>/belastning/pdf/", load.programme_load_pdf, name="programme_load_pdf"),
    path("helhedsplaner/<int:pk>/parter/", programmes.parties, name="parties"),
    path("helhedsplaner/<int:pk>/parter/<int:party_pk>/fjern/", programmes.remove_party, name="party_remove"),
    path("helhedsplaner/<int:pk>/deltagere/", members.members, name="members"),
    path("helhedsplaner/<int:pk>/deltagere/forlad/", members.leave, name="member_leave"),
    path("helhedsplaner/<int:pk>/deltagere/<int:member_pk>/", members.member, name="member_role"),
    path("helhedsplaner/<int:pk>/deltagere/<int:member_pk>/fjern/", members.remove_member, name="member_remove"),
    path("helhedsplaner/<int:pk>/deltagere/<int:member_pk>/invitation/", members.invite_again, name="member_invite"),
    path("helhedsplaner/<int:pk>/projekter/opret/", projects.create, name="project_create"),
    path("projekter/<slug:slug>/kladder/", drafts.drafts, name="drafts"),
    path("projekter/<slug:slug>/ramme/", projects.edit, name="project_edit"),
    path("projekter/<slug:slug>/tidslinje/", calendar.project_calendar, name="project_calendar"),
    path("projekter/<slug:slug>/tidslinje/<slug:kind>/", calendar.project_date, name="project_calendar_date"),
    path("projekter/<slug:slug>/sundhedstjek/", health.health, name="health"),
    path("projekter/<slug:slug>/sundhedstjek/<slug:rule>/<slug:subject>/", health.accept, name="health_accept"),
    path(
        "projekter/<slug:slug>/sundhedstjek/<slug:rule>/<slug:subject>/fortryd/",
        health.withdraw,
        name="health_withdraw",
    ),
    path("projekter/<slug:slug>/arkiver/", projects.archive, name="project_archive"),
    path("projekter/<slug:slug>/gendan/", projects.restore, name="project_restore"),
]
