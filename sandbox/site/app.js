// The app's router. The address changes first and the track is shown a moment later, as in any app of this kind.
const view = document.querySelector("#view");
const list = document.querySelector(".rows");
let newest = 0;

/** Makes an element with text; text is never parsed as HTML. */
function make(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function showTrack({ id, title, owner, audio, stems }) {
  const article = make("article", "", { class: "track" });
  article.append(
    make("h1", title),
    make("p", owner, { class: "owner" }),
    make("audio", "", { controls: "", preload: "metadata", src: audio, "aria-label": title }),
  );
  if (stems.length > 0) {
    const names = make("ul", "", { class: "stems" });
    names.append(...stems.map((stem) => make("li", stem)));
    article.append(make("h2", "Stems"), names);
  }
  article.dataset.trackId = id;
  view.replaceChildren(article);
  document.title = `${title} by ${owner}`;
}

function showNothing(sentence) {
  view.replaceChildren(make("h1", sentence));
  document.title = "App";
}

async function render() {
  const turn = ++newest;
  for (const link of list.querySelectorAll("a")) {
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (location.pathname === "/app") {
    showNothing("Choose a track");
    return;
  }
  const answer = await fetch(`${location.pathname}.json`);
  const track = answer.ok ? await answer.json() : null;
  if (turn !== newest) return;
  if (track) showTrack(track);
  else showNothing("No such track");
}

list.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  render();
});
addEventListener("popstate", render);
render();
