// The clock of a meeting on the big screen: counts on by itself, and asks now and then whether another leader
// paused it or went on. A page being filled in is never left: what changed elsewhere is only told.

const bar = document.querySelector("[data-meeting-clock]");
const EVERY = 5000;

function inWords(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? `${hours}.${two(minutes)}.${two(seconds % 60)}` : `${minutes}.${two(seconds % 60)}`;
}

function watch() {
  const address = bar.dataset.meetingClock;
  const step = Number(bar.dataset.step);
  const words = bar.querySelector("[data-meeting-words]");
  const over = bar.querySelector("[data-meeting-over]");
  const moved = bar.querySelector("[data-meeting-moved]");
  const form = bar.querySelector("[data-meeting-pause]");
  let state = { seconds: Number(bar.dataset.seconds), planned: Number(bar.dataset.planned) * 60, running: bar.dataset.running === "1" };
  let since = performance.now();

  function show() {
    const seconds = state.seconds + (state.running ? Math.floor((performance.now() - since) / 1000) : 0);
    words.textContent = inWords(seconds);
    over.hidden = seconds <= state.planned;
    over.parentElement.classList.toggle("is-over", !over.hidden);
  }

  function take(found) {
    if (found.over || found.step !== step) {
      if (!moved.childElementCount) moved.append(bar.querySelector("template").content.cloneNode(true));
      state.running = false;
      return;
    }
    moved.replaceChildren();
    state = found;
    since = performance.now();
    form.elements.pause.hidden = !state.running;
    form.elements.fortsaet.hidden = state.running;
    show();
  }

  async function ask(options = {}) {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, ...options });
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
    take(await answer.json());
  }

  form.addEventListener("submit", async (event) => {
    if (form.dataset.plain) return;
    event.preventDefault();
    const pressed = event.submitter;
    try {
      await ask({ method: "POST", body: new URLSearchParams(new FormData(form, pressed)) });
      (state.running ? form.elements.pause : form.elements.fortsaet).focus();
    } catch {
      form.dataset.plain = "1";
      form.requestSubmit(pressed);
    }
  });
  const look = () => document.visibilityState === "visible" && ask().catch(() => {});
  setInterval(show, 500);
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}

if (bar) watch();
