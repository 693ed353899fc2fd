// Answers are kept as they are given, so that nothing is lost when somebody leaves. Without this file the button does it.

const AFTER_THE_LAST_KEY = 3000;

function keepAsTheyAreGiven(form) {
  const status = form.querySelector("[role=status]");
  let timer = 0;
  let sending = null;
  let again = false; // something was chosen while the last was on its way

  async function send() {
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(location.pathname + location.search, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.status === 401 || answer.status === 403) status.textContent = form.dataset.signedOut;
      else status.textContent = (await answer.json()).words;
    } catch {
      status.textContent = form.dataset.failed;
    }
  }

  // One at a time: what is chosen meanwhile goes together with the next, and what is sent last is what stands.
  function keep() {
    clearTimeout(timer);
    again = true;
    sending ??= sendAll().finally(() => (sending = null));
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
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault();
    await sending;
    form.requestSubmit();
  });
}

const form = document.querySelector("[data-kept-alone]");
if (form) keepAsTheyAreGiven(form);
