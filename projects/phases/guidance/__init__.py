"""Why we ask, with a good and a poor example: the text beside each question of the four phases (docs/method.md)."""

from projects.phases.guidance.forms import GuidedForm
from projects.phases.guidance.standard import Guidance, phases, standard_texts
from projects.phases.guidance.wordings import changed_labels, guidance_of, read_wordings_once, with_the_question

__all__ = [
    "Guidance",
    "GuidedForm",
    "changed_labels",
    "guidance_of",
    "phases",
    "read_wordings_once",
    "standard_texts",
    "with_the_question",
]
