"""After an action is done: whom it was to make better at what, as long as nobody has assessed it since."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from projects.models import Action, ActionGap, ActionStatus
from projects.phases.facts.candidacies import load_candidacies


def gaps_to_reassess(actions: Iterable[Action]) -> defaultdict[int, list[ActionGap]]:
    """The gaps that each action of one project asks to have assessed again, by the action's id.

    The actions have their gaps at hand. Nothing is read when none of them is done.
    """
    done = [action for action in actions if action.status == ActionStatus.DONE and action.done_on]
    found: defaultdict[int, list[ActionGap]] = defaultdict(list)
    if done:
        candidacies = load_candidacies([done[0].project_id])[done[0].project_id]
        asked = {each.id: each.to_reassess for each in candidacies}
        for action in done:
            for gap in action.gaps.all():
                if asked[gap.candidacy_id].get(gap.concept) == action.pk:  # type: ignore[call-overload]
                    found[action.pk].append(gap)
    return found


def gap_in_words(gap: ActionGap) -> str:
    return f"{gap.candidacy}: {gap.get_concept_display().lower()}"


def assess_again_words(gaps: Iterable[ActionGap]) -> str:
    names = [gap_in_words(gap) for gap in gaps]
    return _("Tiltaget er gjort. Vurdér igen, om det hjalp: %s.") % get_text_list(names, _("og")) if names else ""
