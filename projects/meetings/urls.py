"""The addresses of meetings."""

from django.urls import path

from projects.meetings import bringing_back, leading, outcomes, papers, views

urlpatterns = [
    path("moeder/", views.meetings, name="moeder"),
    path("moeder/nyt/", views.new, name="moede-ny"),
    path("moeder/<int:pk>/", views.meeting, name="moede"),
    path("moeder/<int:pk>/ret/", views.edit, name="moede-ret"),
    path("moeder/<int:pk>/tider/", views.minutes_of_steps, name="moede-tider"),
    path("moeder/<int:pk>/fjern/", views.remove, name="moede-fjern"),
    path("moeder/<int:pk>/fortryd/", bringing_back.bring_back_meeting, name="moede-fortryd"),
    path("moeder/<int:pk>/begynd/", leading.begin, name="moede-begynd"),
    path("moeder/<int:pk>/trin/", leading.step, name="moede-trin"),
    path("moeder/<int:pk>/ur/", leading.clock, name="moede-ur"),
    path("moeder/<int:pk>/storskaerm/", leading.big_screen, name="moede-storskaerm"),
    path("moeder/<int:pk>/afslut/", leading.close, name="moede-afslut"),
    path("moeder/<int:pk>/aabn/", leading.reopen, name="moede-aabn"),
    path("moeder/<int:pk>/udbytte/", outcomes.outcomes, name="moede-udbytte"),
    path("moeder/<int:pk>/udbytte/beslutning/", outcomes.decision, name="moede-beslutning"),
    path("moeder/<int:pk>/udbytte/skridt/", outcomes.next_step, name="moede-skridt"),
    path("moeder/<int:pk>/udbytte/skridt/<int:step>/", outcomes.edit_step, name="moede-skridt-ret"),
    path("moeder/<int:pk>/udbytte/skridt/<int:step>/fjern/", outcomes.remove_step, name="moede-skridt-fjern"),
    path(
        "moeder/<int:pk>/udbytte/skridt/<int:step>/fortryd/", bringing_back.bring_back_step, name="moede-skridt-fortryd"
    ),
    path("moeder/<int:pk>/udbytte/skridt/<int:step>/gjort/", outcomes.step_done, name="moede-skridt-gjort"),
    path("moeder/<int:pk>/deltagere/", outcomes.present, name="moede-deltagere"),
    path("moeder/<int:pk>/oplaeg/", papers.pack, name="moede-oplaeg"),
    path("moeder/<int:pk>/oplaeg.pdf", papers.pack_pdf, name="moede-oplaeg-pdf"),
    path("moeder/<int:pk>/referat/", papers.minutes, name="moede-referat"),
    path("moeder/<int:pk>/referat.pdf", papers.minutes_pdf, name="moede-referat-pdf"),
]
