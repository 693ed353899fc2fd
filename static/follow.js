// A page with <div data-follow data-mark="…"> keeps that part as it is on the server now. Without this file a link
// below it opens the page again.

const EVERY = 2500; // with the way there and back, what is new stands there within three seconds

/** Where the focus was, so that it can go back there when what it stood on is drawn again. */
function placeOfFocus(region) {
  const held = document.activeElement;
  if (!region.contains(held)) return () => {};
  const place = held.id ? `#${CSS.escape(held.id)}` : held.getAttribute("href") && `[href="${CSS.escape(held.getAttribute("href"))}"]`;
  return () => place && region.querySelector(place)?.focus({ preventScroll: true });
}

function follow(region) {
  let mark = region.dataset.mark;
  let timer = 0;
  let waits = 0;
  const spoken = document.querySelector("[data-follow-says]");
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  };

  function show(html) {
    const back = placeOfFocus(region);
    const before = region.querySelector("[data-says]")?.textContent.trim();
    region.innerHTML = html;
    back();
    const now = region.querySelector("[data-says]")?.textContent.trim();
    if (spoken && now && now !== before) spoken.textContent = now;
  }

  function end() {
    region.ownerDocument.querySelector("[data-follow-over]")?.removeAttribute("hidden");
  }

  async function look() {
    // A telephone in a pocket asks nothing; it asks at once when it is taken out.
    if (document.hidden) return;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { "X-Following": mark }, redirect: "manual" });
      if (answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500)) return end();
      if (answer.status === 200) {
        mark = answer.headers.get("X-Mark") ?? mark;
        show(await answer.text());
      }
      waits = answer.ok ? 0 : waits + 1;
    } catch {
      waits += 1;
    }
    // Slower while the server does not answer.
    later(EVERY * Math.min(1 + waits, 10));
  }

  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && later(0));
  // Forty telephones that opened the page at once do not ask at once.
  later(EVERY * (0.5 + Math.random() / 2));
  for (const link of document.querySelectorAll("[data-follow-by-hand]")) link.hidden = true;
}

const region = document.querySelector("[data-follow]");
if (region) follow(region);
