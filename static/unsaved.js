// Asks before a page is left with something typed in a form that keeps no draft: <form data-unsaved>.
// What is typed before this file has come counts too: the form is compared with what the page was filled with. A form
// that was not taken is filled with what was typed, and says so: data-unsaved="shown-again".

const UNSEEN = ["hidden", "submit", "button", "reset", "image"];
const sent = new WeakSet();

function isChanged(control) {
  if (!control.name || control.disabled || UNSEEN.includes(control.type)) return false;
  if (control instanceof HTMLSelectElement) return isChosenAnew(control);
  if (["checkbox", "radio"].includes(control.type)) return control.checked !== control.defaultChecked;
  return "defaultValue" in control && control.value !== control.defaultValue;
}

/** A list in which the page chose nothing shows its first line. */
function isChosenAnew(list) {
  const options = [...list.options];
  if (list.multiple || options.some((option) => option.defaultSelected)) return options.some((option) => option.selected !== option.defaultSelected);
  return list.selectedIndex > 0;
}

window.addEventListener("submit", (event) => {
  // Held back by another script, it is not on its way.
  if (!event.defaultPrevented) sent.add(event.target);
});
// Back in the browser shows the page as it was left: what stands there was sent, but may be changed again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form);
});
window.addEventListener("beforeunload", (event) => {
  const open = [...document.querySelectorAll("form[data-unsaved]")].filter((form) => !sent.has(form));
  if (open.some((form) => form.dataset.unsaved || [...form.elements].some(isChanged))) event.preventDefault();
});
