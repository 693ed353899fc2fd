"""Where a person fills in one form: keeps what is typed in a draft, and lets no save write over another's.

A view says what its page is about and how its forms are made, asks whether the desk `saves`, and shows the desk's page
when it does not. See docs/ui.md, "A form that is kept".
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render

from forankring.accounts.sent_once import once, refuse_sent_before
from forankring.ui import versions
from projects.models import Draft, Project
from projects.phases.keeping import drafts, naming
from projects.phases.keeping.conflict import Conflict, conflict_of, said, settle, who_saved
from projects.phases.keeping.drafts import CannotKeepError
from projects.phases.keeping.sent import Build, Sent, filled, sent_by


class NotSavedError(Exception):
    """What the view's own save raises when it has told the form why. Everything it wrote is undone."""


class Desk:
    """One person at one form page. `about` is the same for everybody who edits the same thing ("maal", "task:12").

    `build` makes the page's forms, bound to the data it is given; it reads what is stored each time it is called, and
    raises Http404 when that is gone. `spare` then makes the forms that show what was typed, and `spare_url` is where
    it can be saved as something new, if it can. `is_new`: there is nothing yet that another could have changed.
    `logged_as` is what the events of a save are about, when that is more than this page.
    """

    def __init__(
        self,
        request: HttpRequest,
        project: Project,
        about: str,
        build: Build,
        *,
        spare: Build | None = None,
        spare_url: str = "",
        is_new: bool = False,
        logged_as: str = "",
    ) -> None:
        self.request, self.project, self.about = request, project, about
        self._build, self._spare, self.spare_url, self._is_new = build, spare, spare_url, is_new
        self._logged_as = logged_as or about
        self._sent = Sent(request, project, about)
        self.tab = self._sent.tab
        self.forms: Sequence[Any] = ()
        self.draft: Draft | None = None
        self.other_drafts: Sequence[Draft] = ()
        self.conflict: Conflict | None = None
        self.is_gone = False
        self.kept = ""
        self._answer: HttpResponse | None = None
        self._started_from: dict[str, str] = {}
        self._answered: set[str] = set()

    def saves(self, save: Callable[..., Any]) -> bool:
        """Whether the forms were sent and saved, by `save` with the forms as its arguments."""
        try:
            if self._sent.data is None:
                self._fill()
            elif naming.DROP in self._sent:
                self._drop()
            elif self._sent.is_draft:
                self._answer = self._keep_and_tell(self._sent.data)
            elif getattr(self.request, "came_back", False):
                self._show(self._sent.data, self._sent.seen)
                self._keep()
            else:
                return self._save(self._sent.data, save)
        except Http404:
            self._use_the_spare()
        return False

    def page(self, template: str, context: dict[str, Any]) -> HttpResponse:
        """The page with the forms (`form`, or `forms` when there are several), or what comes instead of it."""
        if self._answer:
            return self._answer
        context |= {"desk": self}
        if self.conflict:
            context["forms"] = self.conflict.choices
            return render(self.request, "phases/conflict.html", context, status=409)
        if len(self.forms) == 1:
            context["form"] = self.forms[0]
        else:
            context["forms"] = self.forms
        if self.is_gone:
            return render(self.request, "phases/gone.html", context, status=409)
        return render(self.request, template, context)

    # What the template asks ---------------------------------------------------------------------
    @property
    def version(self) -> str:
        """What the person knows to be stored: everything, but for what they have still to choose about."""
        if self.is_gone:
            return ""
        if self.conflict:
            return self._sent.text(naming.VERSION)
        return versions.write_version(versions.digests_of(self.forms) | self._started_from, salt=self._sent.salt)

    @property
    def told(self) -> str:
        return versions.write_version(versions.digests_of(self.forms), salt=self._sent.salt)

    @property
    def filled_from(self) -> str:
        if self.draft:
            return f"{self.draft.tab} {self.draft.kept_at.isoformat()}"
        return self._sent.text(naming.FILLED_FROM)

    @property
    def must_choose(self) -> list[str]:
        """Who saved something else than the draft says, after the draft was begun."""
        return self._who_saved(self._sent.read(self.draft.version)) if self._started_from and self.draft else []

    @property
    def saved_by(self) -> list[str]:
        return self._who_saved(self._sent.read(self.draft.version) if self.draft else self._sent.seen)

    @property
    def typed(self) -> list[tuple[str, str]]:
        """Question and answer, for copying."""
        every = ((str(form[name].label), said(form, name)) for form in self.forms for name in form.fields)
        return [(question, answer) for question, answer in every if answer]

    # Saving -------------------------------------------------------------------------------------
    def _save(self, data: QueryDict, save: Callable[..., Any]) -> bool:
        # Outside the transaction where it can be: a check of a constraint inside one costs two questions more.
        is_ready = self._is_new and self._is_ready(data)
        with suppress(NotSavedError), once(self.request) if is_ready else transaction.atomic() as made:
            if not self._is_new:
                # One save at a time: what is compared is what is written over. Events may point at the project.
                Project.objects.select_for_update(no_key=True).get(pk=self.project.pk)
                is_ready = self._is_ready(data)
            if is_ready:
                save(*self.forms)
                if made is None:
                    self._sent.remember(versions.digests_sent(self.forms, only=self._answered))
                else:
                    made.extend(form.instance for form in self.forms if hasattr(form, "instance"))
                if naming.WHICH_TAB in self._sent:
                    drafts.forget_draft(**self._mine, tabs=[self.tab], instead_of=self._sent.instead_of)
                return True
        if self.conflict:
            for form in self.forms:
                versions.show_only(form)
        if self._is_new:
            refuse_sent_before(self.request)
        self._keep()
        return False

    def _is_ready(self, data: QueryDict) -> bool:
        """Whether it can be saved. Every form is asked, so that each says what is wrong with it."""
        return self._is_settled(data) and False not in [form.is_valid() for form in self.forms]

    def _is_settled(self, data: QueryDict) -> bool:
        """Bind the forms to what is to be saved; False when somebody must choose first."""
        self.forms = self._build(data)
        if self._is_new and naming.VERSION not in data:
            return True
        self._answered = versions.answered(self.forms, self._sent.seen)
        answers, open_ = settle(data, self.forms, self._sent.seen, self._sent.told)
        if open_ or answers != data:
            # Somebody saved since the page was shown. Perhaps it was this page, which came back in the browser.
            answers, open_ = settle(data, self.forms, self._sent.seen_or_saved, self._sent.told)
        if answers != data:
            self.forms = self._build(answers)
        if open_:
            self.conflict = conflict_of(answers, self.forms, open_, self._who_saved(self._sent.seen_or_saved))
        return not open_

    # Drafts -------------------------------------------------------------------------------------
    def _drop(self) -> None:
        """Delete the draft and show what is stored. Where that is gone, only the draft held the page up."""
        drafts.forget_draft(**self._mine, tabs=map(self._sent.tab_in, (naming.DROP, naming.DROPPED_HERE)))
        self._answer = redirect(self.request.get_full_path())
        try:
            self.forms = self._build(None)
        except Http404:
            if not self._spare:
                raise
            self.forms, self._answer = self._spare(None), redirect("project", self.project.slug)

    def _fill(self) -> None:
        """The stored answers, or the latest draft that says something else (or the one that was asked for)."""
        found = list(Draft.objects.of(self.request.user, self.project, self.about)[: drafts.MOST_TABS])
        asked_for = self.request.GET.get("kladde", "")
        found.sort(key=lambda draft: draft.tab != asked_for)
        for place, draft in enumerate(found):
            self._show(sent_by(draft), self._sent.read(draft.version))
            if versions.differs(self.forms):
                self.draft, self.other_drafts = draft, [*found[:place], *found[place + 1 :]]
                return
        self.forms, self._started_from = self._build(None), {}

    def _show(self, typed: QueryDict, seen: versions.Seen) -> None:
        self.forms, self._started_from = filled(self._build, typed, seen)

    def _keep(self) -> None:
        """Keep what was sent and not saved, where the page says which tab it is."""
        if self._sent.data is not None and naming.WHICH_TAB in self._sent:
            with suppress(CannotKeepError):
                self.kept = self._keep_draft(self._sent.data).words

    def _keep_draft(self, data: QueryDict) -> drafts.Kept:
        return drafts.keep_draft(
            **self._mine,
            tab=self._sent.tab_in(naming.WHICH_TAB),
            address=self.request.path if versions.differs(self.forms) else "",
            version=self._sent.version,
            data=data,
            forms=self.forms,
            instead_of=self._sent.instead_of,
        )

    def _keep_and_tell(self, data: QueryDict) -> HttpResponse | None:
        """For the script, which says it on the page; without it, the page again."""
        try:
            self.forms = self._build(data)
        except Http404:
            self._make_the_spare(data, self._sent.seen)
        try:
            kept = self._keep_draft(data)
        except CannotKeepError as error:
            if self._sent.by_script:
                return JsonResponse({"words": str(error)}, status=413)
            messages.error(self.request, str(error))
            if not self.is_gone:
                self._show(data, self._sent.seen)
            return None
        if self._sent.by_script:
            return JsonResponse({"words": kept.words})
        return redirect(self.request.get_full_path())

    # Gone ---------------------------------------------------------------------------------------
    def _use_the_spare(self) -> None:
        """Somebody removed what was being edited: show what was typed. To whoever never saw the row, it never was."""
        drafts_here = Draft.objects.of(self.request.user, self.project, self.about)
        if self._sent.data is not None:
            self._make_the_spare(self._sent.data, self._sent.seen)
            self._keep()
            self.draft = drafts_here.filter(tab=self.tab).first()
        else:
            self.draft = drafts_here.first()
            if not self.draft:
                raise Http404
            self._make_the_spare(sent_by(self.draft), self._sent.read(self.draft.version))
        self.tab = secrets.token_hex(8)

    def _make_the_spare(self, typed: QueryDict, seen: versions.Seen) -> None:
        if seen.digests is None or not self._spare:
            raise Http404
        self.is_gone = True
        self.forms = self._spare(typed)
        for form in self.forms:
            versions.show_only(form)

    @property
    def _mine(self) -> dict[str, Any]:
        return {"by": self.request.user, "project": self.project, "about": self.about}

    def _who_saved(self, seen: versions.Seen) -> list[str]:
        return who_saved(self.project, self._logged_as, seen, reader=self.request.user)
