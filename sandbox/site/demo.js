// Says under each player which state it has reached; when it is not the one that the page expects, that one too.
const sections = [...document.querySelectorAll(".demo")];

/** The kind of the error, `ready` when there is something to play, else `waiting`. */
function stateOf(player) {
  if (!customElements.get("earmark-player")) return "waiting";
  if (player.error) return player.error.kind;
  return player.tracks.length > 0 || player.stems.length > 0 ? "ready" : "waiting";
}

function show(section) {
  const states = [...section.querySelectorAll("earmark-player")].map(stateOf);
  const now = [...new Set(states)].join(", ");
  const { state, press } = section.dataset;
  const output = section.querySelector("output");
  output.textContent = now;
  output.classList.toggle("unexpected", now !== state && now !== "waiting" && press === undefined);
  const expected = press === undefined ? `expected: ${state}` : `after Play: ${state}`;
  output.nextSibling.textContent = now === state ? "" : ` (${expected})`;
}

for (const section of sections) {
  const line = document.createElement("p");
  line.className = "quiet state";
  line.append("State: ", document.createElement("output"), "");
  section.querySelector("details").before(line);
}
sections.forEach(show);
// Some changes have no event of their own, so it looks twice a second.
setInterval(() => sections.forEach(show), 500);
