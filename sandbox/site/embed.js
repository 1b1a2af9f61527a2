// Puts the pasted code into the page the way a blog's editor does: its scripts run.
const form = document.querySelector("#paste");
const code = document.querySelector("#code");
const place = document.querySelector("#embed");

function show() {
  // A fragment made by a Range runs its scripts once inserted; innerHTML would not.
  place.replaceChildren(document.createRange().createContextualFragment(code.value));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
if (new URLSearchParams(location.search).has("code")) show();
