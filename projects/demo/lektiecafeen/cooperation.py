"""Phase 4 of Lektiecaféen: who does what when something happens, and the roles that shift."""

from typing import Any

from projects.models import RoleShiftKind

# `parts` is actor → what it does.
INTERFACES: list[dict[str, Any]] = [
    {
        "trigger": "Når en frivillig melder fra samme dag",
        "parts": {6: "Tovholderen finder en afløser."},
        "informed_actors": [1],
        "response": "Er der under tre voksne, aflyses der den dag, og skolens SFO får besked.",
    },
    {
        "trigger": "Når et barn virker i mistrivsel",
        "parts": {6: "Hjælperen taler med tovholderen.", 1: "Vurderer, om der skal sendes en underretning."},
        "response": "Intet skrives ned her.",
    },
    {
        "trigger": "Når noget går i stykker i lokalet",
        "parts": {6: "Ringer til driftskontoret.", 4: "Reparerer eller finder et andet lokale."},
        "informed_actors": [1],
    },
    {
        "trigger": "Når regnskabet skal afleveres (15. marts)",
        "parts": {6: "Kassereren laver regnskabet.", 2: "Vejleder."},
        "informed_actors": [5],
    },
    {
        "trigger": "Når skolen skifter leder",
        "parts": {6: "Beder om et møde inden 30 dage og har aftalen med.", 1: "Den nye leder siger ja eller nej."},
        "informed_actors": [4],
    },
]

ROLE_SHIFTS: list[dict[str, Any]] = [
    {
        "kind": RoleShiftKind.ENTHUSIAST,
        "actor": 6,
        "role": "Tovholder i foreningen",
        "changes": "Fordeler opgaver og holder årshjulet. Slipper at stå for alt selv, fra indkøb til regnskab.",
    },
    {
        "kind": RoleShiftKind.PROJECT_MANAGER,
        "role": "Projektleder",
        "changes": "Hjælper skole og forening med at holde møderne. Slipper at beslutte og at løse det praktiske.",
    },
    {
        "kind": RoleShiftKind.ELECTED,
        "actor": 5,
        "role": "Bestyrelsesmedlem i afd. 12",
        "changes": "Tager imod nye frivillige fra området. Slipper at svare på alt på afdelingsmødet.",
    },
    {
        "kind": RoleShiftKind.CARETAKER,
        "actor": 4,
        "role": "Varmemester",
        "changes": "Ser lokalet efter hver måned sammen med tovholderen. Slipper at rykke ud, når det er gået galt.",
    },
]
