// Every page works without this file. It saves a few presses for those who have it, and changes nothing that is sent.

/** The summary takes the focus, so that it is read aloud and the first Tab goes to the first problem. */
function focusErrors(page) {
  page.querySelector(".error-summary")?.focus();
}

/** Guidance is folded on a phone and open beside the question where there is room. */
function openBesideQuestion(page) {
  if (!window.matchMedia("(min-width: 1000px)").matches) return;
  for (const fold of page.querySelectorAll("aside > .guidance, .guided .form-group > .guidance")) {
    fold.open = true;
    fold.addEventListener("toggle", () => fold.classList.toggle("folded", !fold.open));
  }
}

/** A menu closes on Escape, with the focus back on its button, and when something else is pressed. */
function closeMenus(page) {
  const menus = page.querySelectorAll("details.menu");
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  page.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
}

/** Two presses on a slow line send one answer. Back in the browser makes the button work again. */
function pressOnce(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

/**
 * Back in the browser may fetch the page anew and put what was typed back into it. It is still the page that was sent, so
 * it tells the token it had at first: nothing is made twice (forankring/accounts/sent_once.py).
 */
function stayTheSamePage(page) {
  const token = page.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  const [arrival] = performance.getEntriesByType("navigation");
  const first = arrival?.type === "back_forward" && history.state?.page;
  if (!first) {
    if (token) history.replaceState({ ...history.state, page: token }, "");
    return;
  }
  // Not as a field in the form: the browser puts back what was typed only in a form with the same fields.
  page.addEventListener("formdata", (event) => event.formData.set("sendt-side", first));
}

/** On paper nothing is folded, also in a browser that does not know how app.css says so. */
function unfoldOnPaper(page) {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...page.querySelectorAll("details:not([open], .menu)")];
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
}

/**
 * Without a line the browser's error page would come in place of the form and what is typed in it: the press waits, and
 * is sent when the server answers again. A form that is kept waits for its own script (keep.js, answer.js).
 */
function waitForTheLine(page) {
  const LOOKS_AGAIN = 2000;
  let held = null; // the form, and the button that was pressed
  const words = page.createElement("p");
  words.className = "keeping";
  words.setAttribute("role", "status");

  function isKept(form) {
    const kept = page.querySelector("[data-keeping]");
    return form.matches("[data-kept-alone]") || (kept && (form.contains(kept) || form.elements["smid-vaek"]));
  }

  async function release() {
    if (!held || !navigator.onLine) return;
    try {
      await fetch(page.querySelector("link[rel=icon]").href, { method: "HEAD", cache: "no-store" });
    } catch {
      setTimeout(release, LOOKS_AGAIN);
      return;
    }
    if (!held) return;
    const { form, button } = held;
    held = null;
    words.remove();
    form.requestSubmit(button);
  }

  window.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (form.method !== "post" || navigator.onLine || isKept(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = { form, button: event.submitter };
      form.append(words);
      words.textContent = page.body.dataset.noLine;
    },
    true,
  );
  window.addEventListener("online", release);
  window.addEventListener("beforeunload", (event) => held && event.preventDefault());
}

focusErrors(document);
openBesideQuestion(document);
closeMenus(document);
pressOnce(document);
waitForTheLine(document);
stayTheSamePage(document);
unfoldOnPaper(document);
