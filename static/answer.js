// Answers are kept as they are given, so that nothing is lost when somebody leaves. Without this file the button does it.

const AFTER_THE_LAST_KEY = 3000;
const RETRY = [2000, 4000, 8000, 15000, 30000];

function keepAsTheyAreGiven(form) {
  const status = form.querySelector("[role=status]");
  let timer = 0;
  let sending = null;
  let again = false; // something was chosen while the last was on its way
  let failures = 0; // since the server answered last: what was chosen since then is only here
  let pressed = false; // the button waits for the line

  function say(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  async function send() {
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(location.pathname + location.search, { method: "POST", body, headers: { Accept: "application/json" } });
      const tells = answer.headers.get("Content-Type")?.startsWith("application/json") && (await answer.json()).words;
      if (tells) say(tells);
      else if (answer.status === 401 || answer.status === 403) say(form.dataset.signedOut);
      else throw new Error(`${answer.status}`);
      failures = 0;
    } catch {
      failures += 1;
      say(pressed ? form.dataset.held : form.dataset.failed);
    }
  }

  // One at a time: what is chosen meanwhile goes together with the next, and what is sent last is what stands.
  function keep() {
    clearTimeout(timer);
    again = true;
    sending ??= sendAll().finally(ended);
    return sending;
  }

  // Only here is nothing on its way any more, so that the press is let through.
  function ended() {
    sending = null;
    clearTimeout(timer);
    if (failures) timer = setTimeout(keep, RETRY[Math.min(failures, RETRY.length) - 1]);
    else if (pressed) form.requestSubmit();
  }

  async function sendAll() {
    while (again) {
      again = false;
      await send();
    }
  }

  form.addEventListener("change", keep);
  form.addEventListener("input", (event) => {
    if (event.target.tagName !== "TEXTAREA") return;
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER_THE_LAST_KEY);
  });
  window.addEventListener("online", () => failures && keep());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && failures && keep());
  // A press while something is on its way waits for it, and one without a line waits for the line: the browser's own
  // page for that would take the place of what is typed.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!sending && !failures && (pressed || navigator.onLine)) return;
    event.preventDefault();
    pressed = true;
    if (!sending) keep();
  });
}

const form = document.querySelector("[data-kept-alone]");
if (form) keepAsTheyAreGiven(form);
