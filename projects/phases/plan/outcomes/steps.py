"""The steps of phase 4 for a project that ends, passes its method on or seeks new money (docs/method.md, Udfald)."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from projects.models import Outcome
from projects.phases.facts import ProjectFacts
from projects.phases.plan.outcomes import checks, forms, lines
from projects.phases.rows import Rows
from projects.phases.steps import Step, Text, any_answer


def _done(name: str, flag: str, one: str, many: str) -> Callable[[ProjectFacts], Text]:
    def summary(facts: ProjectFacts) -> Text:
        rows = getattr(facts, name)
        done = sum(1 for row in rows if getattr(row, flag))
        return ngettext(one, many, len(rows)) % {"done": done, "all": len(rows)} if rows else ""

    return summary


LEARNING = Step(
    slug="laering",
    link_text=_("Skriv, hvad I har lært"),
    title=_("Hvad har I lært?"),
    lead=_("Det er også en beslutning at slutte. Det, I har lært, kan leve videre hos andre."),
    form=forms.LearningForm,
    begun=any_answer("on_outcome", forms.LearningForm),
    missing=checks.learning_missing,
    outcomes=Outcome.END,
    optional=Outcome.METHOD,
)
WIND_DOWN = Step(
    slug="afvikling",
    link_text=_("Aftal, hvad der stopper hvornår"),
    title=_("Hvad stopper, og hvem får tingene?"),
    lead=_("Aktiviteter, aftaler, ting og adgange: hver med en dato og en, der sørger for det."),
    begun=lambda facts: bool(facts.wind_down),
    missing=checks.wind_down_missing,
    summary=_done("wind_down", "is_done", "%(done)d af %(all)d gjort", "%(done)d af %(all)d gjort"),
    lines=lines.wind_down_lines,
    outcomes=Outcome.END,
    optional=Outcome.METHOD,
)
PAPERS = Step(
    slug="papirer",
    link_text=_("Aftal arkiv og sletning"),
    title=_("Hvor ligger papirerne bagefter?"),
    lead=_("Nogen skal kunne finde bilagene, når projektmedarbejderne er stoppet."),
    form=forms.PapersForm,
    begun=any_answer("on_outcome", forms.PapersForm),
    missing=checks.papers_missing,
    outcomes=Outcome.END,
    optional=Outcome.METHOD,
)
NOTICES = Step(
    slug="besked",
    link_text=_("Aftal, hvem der får besked"),
    title=_("Hvem skal have besked, og af hvem?"),
    lead=_("De, der bliver berørt, skal høre det af jer og i god tid."),
    begun=lambda facts: bool(facts.notices),
    missing=checks.notices_missing,
    summary=_done("notices", "is_told", "%(done)d af %(all)d har fået besked", "%(done)d af %(all)d har fået besked"),
    lines=lines.notice_lines,
    outcomes=Outcome.END,
    optional=Outcome.METHOD | Outcome.NEW_FUNDING,
)
METHOD_TAKER = Step(
    slug="metodeoverdragelse",
    link_text=_("Aftal, hvem der overtager metoden"),
    title=_("Hvem overtager metoden?"),
    lead=_("Det er måden at arbejde på, der lever videre. Resten må gerne stoppe."),
    form=forms.MethodForm,
    begun=any_answer("on_outcome", forms.MethodForm),
    missing=checks.method_missing,
    outcomes=Outcome.METHOD,
)
METHOD_TEACHING = Step(
    slug="oplaering",
    link_text=_("Skriv, hvordan metoden læres"),
    title=_("Hvordan bliver metoden lært?"),
    lead=_("En metode, der kun bor i én persons hoved, forsvinder med personen."),
    form=forms.MethodTeachingForm,
    begun=any_answer("on_outcome", forms.MethodTeachingForm),
    missing=checks.teaching_missing,
    outcomes=Outcome.METHOD,
)
BIDS = Step(
    slug="ansoegninger",
    link_text=_("Skriv, hvem I søger penge hos"),
    title=_("Hvem søger I penge hos?"),
    lead=_("Én linje for hver ansøgning: beløb, frist, og hvem der skriver den."),
    begun=lambda facts: bool(facts.bids),
    missing=checks.bids_missing,
    lines=lines.bid_lines,
    outcomes=Outcome.NEW_FUNDING,
)
PLAN_B = Step(
    slug="plan-b",
    link_text=_("Læg en plan B"),
    title=_("Hvad nu, hvis pengene ikke kommer?"),
    lead=_("Et svar kan komme sent. Så er det godt at vide, hvad I gør imens, og hvad I gør ved et afslag."),
    form=forms.PlanBForm,
    begun=any_answer("on_outcome", forms.PlanBForm),
    missing=checks.plan_b_missing,
    outcomes=Outcome.NEW_FUNDING,
)

WIND_DOWN_ROWS = Rows(
    step=WIND_DOWN,
    form=forms.WindDownForm,
    noun=_("punkt"),
    the=_("punktet"),
    add=_("Tilføj et punkt"),
    template="plan/wind_down.html",
    rows=lambda project: project.wind_down.in_order(),
    not_copied=frozenset({"is_done"}),
)
NOTICE_ROWS = Rows(
    step=NOTICES,
    form=forms.NoticeForm,
    noun=_("besked"),
    the=_("beskeden"),
    add=_("Tilføj en besked"),
    template="plan/notices.html",
    rows=lambda project: project.notices.in_order(),
    not_copied=frozenset({"is_told"}),
)
BID_ROWS = Rows(
    step=BIDS,
    form=forms.FundingBidForm,
    noun=_("ansøgning"),
    the=_("ansøgningen"),
    add=_("Tilføj en ansøgning"),
    template="plan/bids.html",
    rows=lambda project: project.funding_bids.in_order(),
    not_copied=frozenset({"status"}),
)

STEPS = (METHOD_TAKER, METHOD_TEACHING, BIDS, PLAN_B, LEARNING, WIND_DOWN, PAPERS, NOTICES)
ROWS = (WIND_DOWN_ROWS, NOTICE_ROWS, BID_ROWS)
FORMS = tuple(step for step in STEPS if step.form)
