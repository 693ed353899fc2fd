// Asks before a page is left with something typed in a form that keeps no draft: <form data-unsaved>.

const typed = new Set();

for (const form of document.querySelectorAll("form[data-unsaved]")) {
  form.addEventListener("input", () => typed.add(form));
  form.addEventListener("reset", () => typed.delete(form));
  form.addEventListener("submit", () => typed.delete(form));
}
window.addEventListener("beforeunload", (event) => {
  if (typed.size) event.preventDefault();
});
