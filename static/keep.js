// Keeps what is typed as a draft on the server, and says so. Without this file the buttons of the page do the same.

const PAUSE = 3000; // after the last key
const RETRY = [1000, 2000, 4000, 8000, 15000];
const HALF = 400;
const NOT_THERE = [502, 503, 504];
const ASKS_FOR_WORDS = { Accept: "application/json" };

/** One form and what the server has of it. */
class Keeper {
  constructor(form, line) {
    this.form = form;
    this.line = line;
    this.address = form.getAttribute("action") || location.href; // what was removed meanwhile is kept as something new
    this.unsaved = false; // typed since the last answer from the server
    this.sending = null;
    this.timer = 0;
    this.failures = 0;
    this.lost = false; // the last sending did not reach the server
    this.held = null; // the button that waits for the line, and its form
    this.passing = false;
    this.done = false; // the person pressed a button: from here on the page's own sending counts
    form.addEventListener("input", () => this.touched(PAUSE));
    form.addEventListener("change", () => this.touched(PAUSE));
    form.addEventListener("focusout", () => this.unsaved && this.failures === 0 && this.send());
    // The form that throws the draft away as well: no draft may come after it.
    const dropping = document.querySelector("[name=smid-vaek]")?.form;
    for (const each of [form, dropping]) each?.addEventListener("submit", (event) => this.submitted(event), true);
    window.addEventListener("online", () => this.unsaved && this.send());
    window.addEventListener("pagehide", () => this.unsaved && !this.done && this.post(true).catch(() => {}));
    window.addEventListener("pageshow", () => (this.done = false));
    window.addEventListener("beforeunload", (event) => {
      // Only when we know that leaving would lose something.
      if (this.unsaved && !this.done && (this.failures || this.held)) event.preventDefault();
    });
  }

  touched(pause) {
    this.unsaved = true;
    this.later(this.failures ? this.wait() : pause);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  wait() {
    return RETRY[Math.min(this.failures, RETRY.length) - 1];
  }

  say(words) {
    if (this.line.textContent !== words) this.line.textContent = words;
  }

  /** One at a time: what is typed meanwhile goes with the next. */
  async send() {
    clearTimeout(this.timer);
    if (this.done) return;
    if (this.sending) {
      await this.sending;
      if (this.unsaved && !this.failures) this.send();
      return;
    }
    this.unsaved = false;
    this.sending = this.attempt();
    await this.sending;
    this.sending = null;
    if (this.held && !this.failures) return this.release();
    if (this.unsaved && !this.done) this.later(this.failures ? this.wait() : PAUSE);
  }

  async attempt() {
    try {
      const answer = await this.reach();
      if (answer.status === 401 || answer.status === 403) return await this.shutOut();
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(`${answer.status}`);
      const { words } = await answer.json();
      if (answer.status === HALF) {
        this.held = null;
        return this.failed(words); // the next goes whole
      }
      this.failures = 0;
      this.say(words);
    } catch {
      if (!this.lost) this.held = null; // the server answered, but not with a receipt: a press tells why
      this.failed(this.held ? this.waiting() : this.line.dataset.failed);
    }
  }

  /** The server's answer. Throws when nobody, or only what stands before the server, answers. */
  async reach() {
    try {
      const answer = await this.post(false);
      if (NOT_THERE.includes(answer.status)) throw new Error(`${answer.status}`);
      this.lost = false;
      return answer;
    } catch (error) {
      this.lost = true;
      throw error;
    }
  }

  failed(words) {
    this.unsaved = true;
    this.failures += 1;
    this.say(words);
  }

  /** Signed out, or signed in again elsewhere: then the page's token is another, and a new one is read.
   *  Not for anybody but whom this page was shown to: the text here is theirs alone. */
  async shutOut() {
    this.held = null;
    const answer = await fetch(this.address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-keeping]")?.dataset.person;
    const isOther = Boolean(now) && now !== this.line.dataset.person;
    const token = now && !isOther && !answer.redirected ? page.querySelector("[name=csrfmiddlewaretoken]") : null;
    if (token) for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token.value;
    const { signedOut, otherPerson, failed } = this.line.dataset;
    this.failed(answer.redirected ? signedOut : isOther ? otherPerson : failed);
  }

  post(leaving) {
    // What it is stands first: half of it is no save.
    const body = new URLSearchParams([["gem-kladde", "1"], ...new FormData(this.form)]);
    const signal = leaving ? undefined : AbortSignal.timeout(20000);
    return fetch(this.address, { method: "POST", body, headers: ASKS_FOR_WORDS, keepalive: leaving, signal });
  }

  /** A draft on its way must not arrive after the answers are saved, or thrown away. */
  submitted(event) {
    clearTimeout(this.timer);
    if (!this.passing && (this.lost || !navigator.onLine)) return this.hold(event);
    if (!this.sending || this.done) {
      this.done = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.done = true;
    const { submitter: button, currentTarget: pressed } = event;
    Promise.race([this.sending, new Promise((go) => setTimeout(go, 3000))]).then(() => pressed.requestSubmit(button));
  }

  /** Without a line the browser's error page would come in place of the text: the press waits until the server is there. */
  hold(event) {
    event.preventDefault();
    event.stopPropagation();
    this.held = { button: event.submitter, pressed: event.currentTarget };
    this.done = false;
    this.say(this.waiting());
    this.touched(RETRY[0]);
  }

  waiting() {
    return this.held.pressed === this.form ? this.line.dataset.waiting : this.line.dataset.waitingToDelete;
  }

  release() {
    const { button, pressed } = this.held;
    this.held = null;
    this.passing = true;
    pressed.requestSubmit(button);
    this.passing = false;
  }
}

const line = document.querySelector("[data-keeping]");
if (line) new Keeper(line.closest("form"), line);
