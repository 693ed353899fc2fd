"""Fritidsjobindsatsen, phases 3 and 4: who takes the method over, and how it is taught."""

from projects.demo.calendar import Day
from projects.demo.shape import Candidate, Row, Score
from projects.models import (
    ActionStatus,
    AnchoringModel,
    CapacityForm,
    Choice,
    Evidence,
    OperationLevel,
    Pace,
    RoleShiftKind,
    Theme,
)

CANDIDATES: list[Candidate] = [
    Candidate(
        actor=11,
        title="overtager metoden",
        tasks=[1, 2, 3, 4],
        evidence=Evidence.OBSERVED,
        scores=(
            Score(4, "To vejledere har været med ude i to uger og kan forklare de tre greb."),
            Score(5, "Det er ungeindsatsens egen opgave, og de har selv bedt om at få metoden."),
            Score(3, "Der er timer til to vejledere i år. Næste år er ikke lagt.", "Timer i planen for næste år."),
            Score(4, "Ungechefen har skrevet det ind i udkastet til arbejdsplanen."),
        ),
        choice=Choice.CHOSEN,
        choice_reason="De møder de unge i hele kommunen og har selv bedt om metoden.",
    ),
    Candidate(
        actor=9,
        title="viser vejen for andre butikker",
        tasks=[3],
        evidence=Evidence.CONVERSATION,
        scores=(
            Score(4, "Har ansat seks unge på den måde."),
            Score(4, "Stabile unge på de skæve timer er en god forretning."),
            Score(4, "Kræver kun et par møder om året."),
            Score(3, "Vil gerne fortælle om det, men ikke love et antal job."),
        ),
        choice=Choice.CHOSEN,
        choice_reason="Butikker lytter til en butik.",
    ),
]

OUTLINE: Row = {
    "learning_strategy": "To vejledere går med i fire uger. De tre greb bliver øvet, til de sidder.",
    "pace": Pace.STEPWISE,
    "pace_note": "Først to vejledere, så resten af holdet, så de to andre boligområder.",
    "ambition": OperationLevel.SIMPLIFY,
    "ambition_note": "Rådgivningen er åben én gang om ugen i stedet for to. Makkeren på de første vagter bliver.",
    "anchoring_model": AnchoringModel.CORE_OPERATION,
    "model_reason": ("Ungeindsatsen hjælper i forvejen unge i hele kommunen. Metoden bliver en del af deres arbejde."),
}

OUTCOME: Row = {
    "method_taker": "Kommunens ungeindsats. Ungechefen har ansvaret",
    "method_agreed": (
        "Ungechefen har sagt ja. Timerne står i udkastet til arbejdsplanen, "
        "som chefgruppen tager stilling til {date:-150}"
    ),
    "left_behind": (
        "Det åbne kontor i Pilebroparken lukker. "
        "De unge kan møde en vejleder i klubben en gang om ugen i stedet for to."
    ),
    "method_described": (
        "Drejebog på tolv sider med de tre greb: mød de unge, hvor de er, lav aftalen med arbejdsgiveren først, "
        "og giv en makker på de første tre vagter. Skabeloner til aftaler og samtykke. "
        "Det ligger hos ungeindsatsen."
    ),
    "method_taught": (
        "To vejledere følger med i fire uger fra {date:-200}. "
        "Derefter to kursusdage for resten af holdet {date:-120}. "
        "Projektlederen kan ringes op i tre måneder."
    ),
    "method_kept_alive": "Ungevejlederen med ansvar for fritidsjob retter drejebogen til hver august.",
}

ACTIONS: list[Row] = [
    {
        "title": "Gøre drejebogen færdig sammen med ungevejlederne",
        "theme": Theme.COMPETENCES,
        "capacity_form": CapacityForm.KNOWLEDGE,
        "actors": [11],
        "tasks": [4],
        "responsible": "Projektleder",
        "contributors": "Ungevejleder",
        "start": Day(-255),
        "deadline": Day(-205),
        "success_criterion": "To vejledere har brugt den uden at spørge.",
        "status": ActionStatus.IN_PROGRESS,
    },
    {
        "title": "Lade to vejledere gå med i fire uger",
        "gaps": {11: "E"},
        "depends_on": [1],
        "theme": Theme.COMPETENCES,
        "capacity_form": CapacityForm.BUDDY,
        "actors": [11],
        "tasks": [1, 3],
        "responsible": "Boligsocial medarbejder",
        "start": Day(-200),
        "deadline": Day(-172),
        "success_criterion": "De har selv lavet tre aftaler med arbejdsgivere.",
        "status": ActionStatus.NOT_STARTED,
    },
    {
        "title": "Få timerne ind i ungeindsatsens arbejdsplan",
        "theme": Theme.LEADERSHIP,
        "capacity_form": CapacityForm.AGREEMENT,
        "actors": [11],
        "responsible": "Ungechef",
        "start": Day(-200),
        "deadline": Day(-150),
        "success_criterion": "Syv timer om ugen står i planen for næste år.",
        "risk": "Chefgruppen udskyder planen.",
        "plan_b": "Begynd med tre timer i to boligområder.",
        "status": ActionStatus.NOT_STARTED,
    },
    {
        "title": "Holde to kursusdage for resten af holdet",
        "depends_on": [1, 2],
        "theme": Theme.COMPETENCES,
        "capacity_form": CapacityForm.TRAINING,
        "actors": [11],
        "tasks": [4],
        "responsible": "Projektleder",
        "start": Day(-120),
        "deadline": Day(-115),
        "success_criterion": "Otte vejledere kan de tre greb.",
        "status": ActionStatus.NOT_STARTED,
    },
]

NOTICES: list[Row] = [
    {
        "audience": "De unge og deres forældre",
        "told_by": "Boligsocial medarbejder",
        "on": Day(-90),
        "message": "Kontoret lukker. Vejlederen er i klubben hver onsdag.",
    },
    {
        "audience": "Butikkerne, der har unge ansat",
        "told_by": "Projektleder",
        "on": Day(-90),
        "message": "Ny kontakt er ungevejlederen i kommunen.",
    },
]

# Not learned in any action yet: one press proposes one.
ROLE_SHIFTS: list[Row] = [
    {
        "kind": RoleShiftKind.PROJECT_MANAGER,
        "role": "Projektleder",
        "changes": "Hjælper vejlederne med at holde aftalerne. Slipper selv at ringe til butikkerne.",
    }
]
