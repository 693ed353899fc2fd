// Answers are kept as they are given, so that nothing is lost when somebody leaves. Without this file the button does it.

const AFTER_THE_LAST_KEY = 3000;
const HALF = 400; // the next goes whole
const RETRY = [2000, 4000, 8000, 15000, 30000];
const LONGEST = 20000; // for one sending: then the line is as good as gone
const NOT_THERE = [502, 503, 504];

function keepAsTheyAreGiven(form) {
  const status = form.querySelector("[role=status]");
  let timer = 0;
  let sending = null;
  let again = false; // something was chosen while the last was on its way
  let failures = 0; // since the server took what was sent, or said why not: what was chosen since then is only here
  let lost = false; // the last sending did not reach the server
  let pressed = false; // the button waits for what is on its way, or for the line

  function say(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  /** The server's answer. Throws when nobody, or only what stands before the server, answers. */
  async function reach() {
    const body = new URLSearchParams(new FormData(form));
    const signal = AbortSignal.timeout(LONGEST);
    const headers = { Accept: "application/json" };
    const answer = await fetch(location.pathname + location.search, { method: "POST", body, headers, signal });
    if (NOT_THERE.includes(answer.status)) throw new Error(`${answer.status}`);
    return answer;
  }

  /** What the server says in words; "" when it says nothing that this page can show. */
  async function wordsOf(answer) {
    if (answer.status === 401) return form.dataset.signedOut;
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return "";
    return (await answer.json()).words || "";
  }

  async function send() {
    let answer, words;
    try {
      answer = await reach();
      words = await wordsOf(answer);
      lost = false;
    } catch {
      lost = true;
    }
    failures = words && answer.status !== HALF ? 0 : failures + 1;
    if (lost) say(pressed ? form.dataset.held : form.dataset.failed);
    else say(words || form.dataset.refused); // the page that a press leads to tells why
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
    if (pressed && !lost) form.requestSubmit();
    else if (failures) timer = setTimeout(keep, RETRY[Math.min(failures, RETRY.length) - 1]);
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
  // page for that would take the place of what is typed. Any other answer of the server lets it through.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!sending && !lost && (pressed || navigator.onLine)) return;
    event.preventDefault();
    pressed = true;
    if (sending) say(lost ? form.dataset.held : form.dataset.sending);
    else keep();
  });
}

const form = document.querySelector("[data-kept-alone]");
if (form) keepAsTheyAreGiven(form);
