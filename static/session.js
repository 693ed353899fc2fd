// Warns before the session ends. Other tabs may have made it longer, so the server is asked first.

const box = document.querySelector("[data-session-end]");

async function ask(form, body) {
  const sent = new URLSearchParams([...Object.entries(body), ...new FormData(form)]);
  // Read as it is written: a form inside a template has no page of its own to be relative to.
  const answer = await fetch(new URL(form.getAttribute("action"), location.href), { method: "POST", body: sent, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).left;
}

function watch() {
  const words = document.getElementById("session-end-words");
  const before = Number(box.dataset.warnedBefore);
  const form = () => (words?.content ?? box).querySelector("form");
  let ends = Date.now() + Number(box.dataset.sessionEnd) * 1000;
  let timer = 0;

  const left = () => (ends - Date.now()) / 1000;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, left() - before) * 1000 + 500);
  };

  async function look() {
    if (left() > before || box.childElementCount) return;
    try {
      ends = Date.now() + (await ask(form(), { ask: "1" })) * 1000;
    } catch {
      return;
    }
    if (left() > before) return later();
    box.append(words.content.cloneNode(true));
  }

  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      ends = Date.now() + (await ask(event.target, {})) * 1000;
      box.replaceChildren();
      later();
    } catch {
      event.target.submit();
    }
  });
  // A computer that slept has not counted.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  if (words) later();
}

if (box) watch();
