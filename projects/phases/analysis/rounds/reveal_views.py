"""The pages after the answering: show the answers, talk about them, and read what is kept of a closed round."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from forankring.ui.fields import LONGEST_ID
from forankring.ui.live import live
from projects.access import Permission, get_project, may
from projects.models import AssessmentRound, Project
from projects.phases.analysis.rounds import reveal_services
from projects.phases.analysis.rounds.company import company_of
from projects.phases.analysis.rounds.distribution import concepts_of
from projects.phases.analysis.rounds.enough import RULE
from projects.phases.analysis.rounds.forgotten import close_if_forgotten
from projects.phases.analysis.rounds.reveal import Shown, kept_of, mark_of, shown_of, talk_list
from projects.phases.analysis.rounds.seats import named_subjects
from projects.phases.analysis.rounds.services import RoundIsOverError
from projects.phases.analysis.rounds.talk_agreement import cell_of
from projects.phases.analysis.rounds.talk_forms import AgreeForm
from projects.phases.analysis.services import about_assessing
from projects.phases.analysis.steps import ASSESSMENT, PHASE
from projects.phases.keeping.desk import Desk, NotSavedError
from projects.phases.views import page


def reveal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """All of the round: who is shown, who is not, and what to talk about first. A closed round has its own page."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    round_ = _round(project, pk)
    if not round_.is_running:
        return redirect("runde-resultat", slug, pk)

    def context() -> dict[str, Any]:
        shown = shown_of(round_, named_subjects(round_), seen_by=request.user)
        revealed = sum(each.is_revealed for each in shown)
        announced = sum(each.is_announced for each in shown)
        ready = sum(each.is_ready for each in shown)
        counts = {
            "revealed": revealed,
            "hidden": len(shown) - revealed - announced,
            "announced": announced,
            "ready": ready,
        }
        return _page(request, project, round_) | {"shown": shown, **counts, **_talk(shown)}

    return live(
        request, mark_of(round_, seen_by=request.user), "rounds/reveal.html", "rounds/reveal_body.html", context
    )


@require_POST
def show(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show the answers about one actor (`subject`), or about all of them. Then on to talking."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = _round(project, pk)
    asked = request.POST.get("subject", "")
    if asked and not (asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_ID):
        raise Http404
    only = get_object_or_404(round_.subjects, pk=int(asked)).pk if asked else None
    anyway = request.POST.get("alligevel") == "1"
    try:
        done = reveal_services.reveal(by=request.user, round_=round_, only=only, though_not_done=anyway)
    except RoundIsOverError:
        messages.warning(request, _("Runden er lukket. Her er det, der er gemt."))
        return redirect("runde-resultat", slug, pk)
    except reveal_services.NotDoneError as error:
        context = _page(request, project, round_) | {"missing": error.people, "only": only}
        return render(request, "rounds/reveal_anyway.html", context)
    _tell(request, round_, done)
    return redirect("runde-aktoer", slug, pk, only) if only else redirect("runde-afsloering", slug, pk)


def _tell(request: HttpRequest, round_: AssessmentRound, done: reveal_services.Revealed) -> None:
    """Say what a press on "Vis svarene" has done."""
    count, few = len(done.shown), [str(each.candidacy) for each in named_subjects(round_) if each in done.too_few]
    if count and done.waits:
        words = ngettext(
            "Svarene om én aktør vises om %(seconds)d sekunder. Telefonerne får det at vide nu.",
            "Svarene om %(count)d aktører vises om %(seconds)d sekunder. Telefonerne får det at vide nu.",
            count,
        )
        messages.success(request, words % {"count": count, "seconds": done.waits.total_seconds()})
    elif count:
        words = ngettext("Svarene om én aktør er vist.", "Svarene om %(count)d aktører er vist.", count)
        messages.success(request, words % {"count": count})
    elif done.is_announced:
        messages.info(request, _("Svarene bliver vist om lidt."))
    elif not few:
        messages.info(request, _("Svarene var allerede vist."))
    if few and round_.shows_names:
        messages.warning(
            request, _("Ingen har svaret om %s. Derfor er der intet at vise.") % get_text_list(few, _("og"))
        )
    elif few:
        text = _("For få har svaret om %(whom)s. Svarene er stadig skjult, og I kan stadig svare. %(rule)s")
        messages.warning(request, text % {"whom": get_text_list(few, _("og")), "rule": RULE})


def actor(request: HttpRequest, slug: str, pk: int, subject: int) -> HttpResponse:
    """One actor's answers, or that they are hidden still."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    round_ = _round(project, pk)
    get_object_or_404(round_.subjects, pk=subject)
    if not round_.is_running:
        return redirect(reverse("runde-resultat", args=[slug, pk]) + f"#aktoer-{subject}")

    def context() -> dict[str, Any]:
        return _page(request, project, round_) | {"one": _shown(request, round_, subject)}

    return live(
        request,
        mark_of(round_, seen_by=request.user),
        "rounds/reveal_actor.html",
        "rounds/reveal_actor_body.html",
        context,
    )


@never_cache
def agree(request: HttpRequest, slug: str, pk: int, subject: int) -> HttpResponse:
    """The leader writes what the group agrees on, beside the answers it talks about."""
    project = get_project(request.user, slug, needs=Permission.LEAD_MEETINGS)
    round_ = _round(project, pk)
    found: dict[str, Shown] = {}

    def build(data: QueryDict | None) -> list[AgreeForm]:
        found["one"] = one = _shown(request, round_, subject)
        return [AgreeForm(data, points=one.points)]

    def save(form: AgreeForm) -> None:
        try:
            reveal_services.agree(by=request.user, subject=found["one"].subject, answers=form.changed)
        except reveal_services.AssessedLaterError:
            form.add_error(None, _("Aktøren er vurderet igen en senere dag. Ret den vurdering i stedet."))
            raise NotSavedError from None
        except RoundIsOverError:
            form.add_error(None, _("Runden er lukket. Skriv vurderingen under ”Vurdér aktørerne” i stedet."))
            raise NotSavedError from None

    one = _shown(request, round_, subject)
    # What was typed when the round closed stays on the screen.
    if not one.is_revealed or not (round_.is_running or request.method == "POST"):
        return redirect("runde-aktoer", slug, pk, subject)
    about = f"{about_assessing(one.subject.candidacy_id)}:round:{pk}"
    desk = Desk(request, project, about, build, logged_as=about_assessing(one.subject.candidacy_id))
    if desk.saves(save):
        messages.success(request, _("Jeres fælles vurdering af ”%s” er gemt.") % one.subject.candidacy)
        return redirect("runde-afsloering", slug, pk)
    return desk.page("rounds/reveal_agree.html", _page(request, project, round_) | found)


def result(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What is kept of a closed round."""
    project = get_project(request.user, slug, needs=Permission.READ_WORKING_PLAN)
    round_ = _round(project, pk)
    if round_.is_running:
        return redirect("runde-afsloering", slug, pk)
    shown = kept_of(round_, named_subjects(round_))
    asked = concepts_of(round_)
    cells = [(one, [cell_of(point.distribution) for point in one.points]) for one in shown]
    table = {"cells": cells, "concept_labels": [concept.label for concept in asked]}
    return render(request, "rounds/reveal_result.html", _page(request, project, round_) | table | _talk(shown))


def _talk(shown: list[Shown]) -> dict[str, Any]:
    points = talk_list(shown)
    wanted = sum(point.wants_talk for point in points)
    return {
        "points": points,
        "to_talk_about": wanted,
        "calm": len(points) - wanted,
        "told": sum(point.is_shown for point in points),
    }


def _round(project: Project, pk: int) -> AssessmentRound:
    found = get_object_or_404(AssessmentRound.objects.opened(), pk=pk, project=project)
    close_if_forgotten(found)
    return found


def _shown(request: HttpRequest, round_: AssessmentRound, subject: int) -> Shown:
    """The subject as it is shown now, hidden or not."""
    found = [each for each in named_subjects(round_) if each.pk == subject]
    if not found:
        raise Http404
    return (shown_of(round_, found, seen_by=request.user) if round_.is_running else kept_of(round_, found))[0]


def _page(request: HttpRequest, project: Project, round_: AssessmentRound) -> dict[str, Any]:
    role = project.my_role
    return page(request, project, PHASE, ASSESSMENT) | {
        "round": round_,
        "rule": RULE,
        "company": company_of(round_) if round_.is_running else None,
        "may_lead": may(role, Permission.LEAD_MEETINGS) and not project.archived_at,
        "may_fill": may(role, Permission.FILL_PHASES) and not project.archived_at,
    }
