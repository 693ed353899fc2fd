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

focusErrors(document);
openBesideQuestion(document);
closeMenus(document);
pressOnce(document);
unfoldOnPaper(document);
