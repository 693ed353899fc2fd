"""What is missing in phase 1 (docs/method.md, Fase 1). Every sentence says what to do."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from projects.phases.facts import ProjectFacts
from projects.phases.missing import Missing, unanswered


def why_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.why_what,
        "hvorfor",
        problem=_("Skriv, hvilket problem projektet løser."),
        target_group=_("Skriv, hvem målgruppen er."),
        effect=_("Skriv, hvad I ved om virkningen."),
        effect_evidence=_("Vælg, hvad jeres viden om virkningen bygger på."),
        consequence=_("Skriv, hvad der sker, hvis projektet stopper."),
        spread=_("Skriv, om andre boligområder kan have nytte af projektet."),
        beneficiaries=_("Skriv, hvem der har nytte af, at projektet fortsætter."),
    )


def goal_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.why_what,
        "maal",
        goal=_("Skriv, hvornår forankringen er lykkedes."),
        goal_date=_("Sæt en dato på forankringsmålet."),
    )
    if facts.why_what.goal_is_old:
        text = _("Målet er skrevet til den tidligere beslutning. Se, om det passer til den nye, og gem det igen.")
        yield Missing(text, "maal", field="goal")


def what_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.why_what,
        "hvad",
        anchored_objects=_("Vælg, hvad det er, der skal leve videre."),
        core_elements=_("Skriv de 3-5 ting, der ikke må forsvinde."),
        scope_operation_frequency=_("Skriv, hvor tit det skal ske i drift."),
    )


def decision_missing(facts: ProjectFacts) -> Iterator[Missing]:
    yield from unanswered(
        facts.why_what,
        "beslutning",
        decision=_("Vælg, hvad der skal ske med projektet."),
        decision_reason=_("Skriv, hvorfor I har besluttet det."),
    )
    is_changed = facts.why_what.decision and any(each.is_about_project for each in facts.decisions)
    if is_changed and not facts.why_what.decided_on:
        yield Missing(_("Skriv, hvornår I ændrede beslutningen."), "beslutning", field="decided_on")


def tasks_missing(facts: ProjectFacts) -> Iterator[Missing]:
    if not facts.tasks and facts.hands_over:
        yield Missing(_("Skriv de opgaver op, som nogen skal løse, når projektet slutter."), "opgaver")
    for task in facts.living_tasks:
        if not task.task_type:
            yield Missing(_("Vælg opgavetype til %s.") % task.name, "opgaver", task.id, "task_type")
        if task.is_critical is None:
            yield Missing(_("Vælg, om %s er kritisk.") % task.name, "opgaver", task.id, "is_critical")
        if not task.operation_level:
            yield Missing(
                _("Vælg, om %s bevares, forenkles eller stoppes.") % task.name, "opgaver", task.id, "operation_level"
            )
