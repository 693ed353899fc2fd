"""The project and the helhedsplan around it, as the plan says them."""

from datetime import date

from projects.documents.redaction import Record


class Frame(Record):
    """The project and the helhedsplan around it."""

    programme: str
    project: str
    slug: str
    deciding_body: str = "styregruppen"
    parties: tuple[str, ...] = ()
    area: str = ""
    focus_area: str = ""
    programme_start: date | None = None
    programme_end: date | None = None
    start: date | None = None
    end: date | None = None
    lbf_journal_number: str = ""
    vision: str = ""
    anchoring_strategy: str = ""
    is_demo: bool = False

    @property
    def ends_on(self) -> date | None:
        """When the project's money ends: its own last day, else the helhedsplan's."""
        return self.end or self.programme_end

    @property
    def body(self) -> str:
        """The deciding body as the first word of a sentence."""
        return self.deciding_body[:1].upper() + self.deciding_body[1:]
