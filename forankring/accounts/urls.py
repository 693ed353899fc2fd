"""People's own addresses, and the few of django-allauth's that are used. The rest of allauth is not reachable."""

from allauth.account import views as allauth
from django.urls import path, re_path

from forankring.accounts import views

urlpatterns = [
    path("konto/", views.profile, name="profile"),
    path("konto/e-mail/", views.address, name="change_address"),
    path("konto/log-ind/", allauth.login, name="account_login"),
    path("konto/bliv/", views.stay, name="stay"),
    path("konto/log-ud/", views.sign_out, name="account_logout"),
    path("konto/lukket/", allauth.account_inactive, name="account_inactive"),
    # Says that sign-up is closed.
    path("konto/opret/", allauth.signup, name="account_signup"),
    path("konto/adgangskode/skift/", allauth.password_change, name="account_change_password"),
    path("konto/adgangskode/vaelg/", allauth.password_set, name="account_set_password"),
    path("konto/adgangskode/glemt/", allauth.password_reset, name="account_reset_password"),
    path("konto/adgangskode/glemt/sendt/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^konto/adgangskode/ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "konto/adgangskode/ny/gemt/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("invitation/<str:uidb64>/<str:token>/", views.invitation, name="invitation"),
]
