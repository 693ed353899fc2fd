// Lists whose rows can be dragged into another order. An extra: the buttons "Flyt op" and "Flyt ned" do the same.
// Works with a mouse, a pen and a finger (pointer events); Escape puts the row back. Nothing is sent before the drop.

/** A handle to take hold of. It says nothing to a screen reader and is not a tab stop: the buttons are for that. */
function addHandle(row, label) {
  const handle = document.createElement("span");
  handle.className = "drag-handle";
  handle.title = label;
  handle.setAttribute("aria-hidden", "true");
  const place = Object.assign(document.createElement("li"), { className: "drag-place" });
  place.setAttribute("aria-hidden", "true");
  place.append(handle);
  row.querySelector(".row-actions").append(place);
  return handle;
}

/** Send the row's new place the way a button would: a form with the page's own token. */
function post(row, place) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = row.dataset.move;
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
  // The last tells that all of it came (forankring/whole.py).
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token, place, slut: "place ." })) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}

/**
 * Let the row follow the pointer among the list's other rows until it is let go. The whole page listens: a row that
 * changes places in the document loses hold of the pointer.
 */
function drag(list, row) {
  const before = row.nextElementSibling;
  const from = [...list.children].indexOf(row);
  row.classList.add("dragged");

  function follow(event) {
    const others = [...list.children].filter((each) => each !== row);
    const next = others.find((each) => {
      const box = each.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if (row.nextElementSibling !== (next ?? null)) list.insertBefore(row, next ?? null);
    const edge = 60;
    if (event.clientY < edge) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
  }

  function end(keeps) {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", drop);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    row.classList.remove("dragged");
    if (!keeps) list.insertBefore(row, before);
    const place = [...list.children].indexOf(row);
    if (keeps && place !== from) post(row, place + 1);
  }

  const drop = () => end(true);
  const cancel = () => end(false);
  const escape = (event) => event.key === "Escape" && end(false);
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

for (const list of document.querySelectorAll("[data-sortable]")) {
  const rows = [...list.children].filter((row) => row.dataset.move && row.querySelector(".row-actions"));
  if (rows.length < 2 || rows.length !== list.children.length) continue;
  for (const row of rows) {
    const handle = addHandle(row, list.dataset.sortable);
    handle.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      drag(list, row);
    });
  }
}
