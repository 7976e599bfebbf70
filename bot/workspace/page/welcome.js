// What a visitor meets first: what one can ask, one click away.

import { h, icon } from "./dom.js";
import { me, state } from "./state.js";

function starters() {
  const own = state.workspace.starters.filter((row) => row.as === state.as && row.channel === state.channel);
  return own.length ? own : state.prompts.map(({ title, message }) => ({ title, text: message }));
}

export function drawWelcome(say) {
  const cards = starters().map(({ title, text }) => h("li", {},
    h("button", { class: "card", type: "button", onclick: () => say(text) }, h("span", {}, title), icon("send"))));
  return h("section", { class: "welcome", "aria-labelledby": "welcome-title" },
    h("h2", { id: "welcome-title" }, `Hei, ${me().real_name.split(" ")[0]}. Hva lurer du på?`),
    h("p", {}, "Velg et spørsmål, eller skriv ditt eget."),
    h("ul", { "aria-label": "Spørsmål å begynne med" }, ...cards));
}

/** The app's suggested prompts, above the field once the conversation runs. */
export function drawPrompts(say) {
  const chips = state.prompts.map(({ title, message }) => h("li", {},
    h("button", { class: "chip", type: "button", title: message, onclick: () => say(message) }, title)));
  return h("ul", { class: "prompts", "aria-label": "Forslag til spørsmål" }, ...chips);
}
