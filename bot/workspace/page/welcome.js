// What a visitor meets first: what one can ask, one click away.

import { h, icon } from "./dom.js";
import { address, me, state } from "./state.js";

const mine = () => state.workspace.starters.filter((row) => row.as === state.as && row.channel === state.channel);

function starters() {
  const own = mine().filter((row) => row.text);
  return own.length ? own : state.prompts.map(({ title, message }) => ({ title, text: message }));
}

export function drawWelcome(say) {
  const cards = starters().map(({ title, text }) => h("li", {},
    h("button", { class: "card", type: "button", onclick: () => say(text) }, h("span", {}, title), icon("send"))));
  return h("section", { class: "welcome", "aria-labelledby": "welcome-title" },
    h("h2", { id: "welcome-title" }, `Hei, ${me().real_name.split(" ")[0]}. Hva lurer du på?`),
    h("p", {}, "Velg et spørsmål, eller skriv ditt eget."),
    h("ul", { "aria-label": "Spørsmål å begynne med" }, ...cards), drawTiles(say));
}

/** What else there is to try: each leads there, or types a command. */
function drawTiles(say) {
  const tiles = mine().filter((row) => row.goes || row.types).map(({ title, goes, types }) => h("li", {},
    goes ? h("a", { class: "tile", href: address({ channel: goes, thread: "", tab: "" }) }, title)
      : h("button", { class: "tile", type: "button", onclick: () => say(types) }, title)));
  return tiles.length ? h("ul", { class: "tiles", "aria-label": "Prøv også" }, ...tiles) : h("span", {});
}

/** The app's suggested prompts, above the field once the conversation runs. */
export function drawPrompts(say) {
  const chips = state.prompts.map(({ title, message }) => h("li", {},
    h("button", { class: "chip", type: "button", title: message, onclick: () => say(message) }, title)));
  return h("ul", { class: "prompts", "aria-label": "Forslag til spørsmål" }, ...chips);
}
