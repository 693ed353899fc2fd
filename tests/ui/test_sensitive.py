"""What a reader is asked to think over, and what is left alone."""

import pytest

from forankring.ui.sensitive import Subject, judgements, sensitive_words


@pytest.mark.parametrize(
    "text",
    [
        "Sundhedscaféen åbner igen",
        "sundhedscafé og sundhedsplejerske",
        "kriminalitetsforebyggelse",
        "forebygge kriminalitet",
        "§ 18-midler",
        "børneattest og straffeattest",
        "Dansk Flygtningehjælp og Indvandrerforeningen",
        "tyve børn og tre voksne",
        "handicapvenlig indgang",
        "Hvis en hjælper er syg samme dag",
        "Ved sygdom ringer I til foreningen",
        "psykologi og jura",
        "Kirkens Korshær og Folkekirken",
        "racerløb og raceren",
        "Straffespark på boldbanen",
        "voldsomt mange timer",
        "tro på, at det lykkes",
    ],
)
def test_what_the_work_is_called_is_left_alone(text: str) -> None:
    assert sensitive_words(text) == {}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (Subject.HEALTH, "Flere af børnene har ADHD"),
        (Subject.HEALTH, "De er langtidssygemeldte"),
        (Subject.HEALTH, "psykisk sårbare med diagnoser"),
        (Subject.HEALTH, "et stort alkoholmisbrug"),
        (Subject.HEALTH, "hendes helbred"),
        (Subject.RELIGION, "muslimske kvinder"),
        (Subject.RELIGION, "en dybt religiøs familie"),
        (Subject.RELIGION, "jøderne"),
        (Subject.ETHNICITY, "etniske minoriteter"),
        (Subject.ETHNICITY, "somaliere og tyrkerne"),
        (Subject.ETHNICITY, "ikke-vestlige"),
        (Subject.CRIME, "kriminelle unge"),
        (Subject.CRIME, "Kriminaliteten er høj"),
        (Subject.CRIME, "tidligere straffede"),
        (Subject.CRIME, "Han blev dømt"),
    ],
)
def test_words_on_people_are_found(subject: Subject, text: str) -> None:
    assert list(sensitive_words(text)) == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Lederen Hanne",
        "SFO-lederen Mette har lovet det",
        "skolelederen er ligeglad",
        "Formanden vil ikke",
        "Aisha har sagt ja",
        "Vi talte med Jens Peter Hansen",
        "Hun møder aldrig op",
        "De er ligeglade",
        "Foreningen er uprofessionel og til grin",
        "Kassereren er ikke til at stole på",
    ],
)
def test_a_person_or_a_strong_word_in_a_reason_is_found(text: str) -> None:
    assert judgements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ingen har ført et regnskab, og to bærer det meste.",
        "Ledelsen har sat timer af i vagtplanen.",
        "Skolelederen har sagt ja på mødet i marts.",
        "Bestyrelsen i Pilebro Boligforening besluttede det den 4. maj.",
        "Biblioteket har åbent til kl. 17.",
        "Tage ansvar. Per gang kommer der 20.",
        "Hans Hansens Vej ligger tæt på.",
        "Sankt Hans holdes sammen.",
        "Foreningen leder Caféen, og vi lærer Excel.",
        "De vil gerne, men mangler hænder.",
    ],
)
def test_a_reason_about_the_role_is_left_alone(text: str) -> None:
    assert judgements(text) == []


def test_overlapping_words_are_said_once() -> None:
    assert judgements("Lederen Hanne er ligeglad") == ["Lederen Hanne", "ligeglad"]
