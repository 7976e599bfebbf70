// The thread beside the conversation.

import { createComposer } from "./composer.js";
import { h, icon, showEnd } from "./dom.js";
import { drawReplies } from "./messages.js";
import { conversation, direct, go, state } from "./state.js";

let shown = "";
let list = null;

export function drawThread(panel, { say, refresh }) {
  const root = state.messages.find((message) => message.ts === state.thread) ?? null;
  panel.hidden = !root || state.tab === "home";
  if (panel.hidden) {
    shown = "";
    return panel.replaceChildren();
  }
  const key = `${state.as} ${state.channel} ${state.thread}`;
  if (key !== shown) {
    shown = key;
    build(panel, say);
  }
  const before = list.childElementCount;
  drawReplies(list, root, refresh);
  if (list.childElementCount > before) showEnd(list.parentElement, list.lastElementChild);
}

export const closeThread = () => go({ thread: "" });

function build(panel, say) {
  const { name } = conversation();
  list = h("ol", { class: "messages", "aria-label": "Svar i tråden" });
  const composer = createComposer({
    key: shown,
    label: "Svar i tråden",
    placeholder: "Svar i tråden",
    say: (text) => say(text, state.thread),
  });
  panel.replaceChildren(
    h("header", { class: "head" },
      h("h2", {}, "Tråd", h("small", {}, direct() ? name : `#${name}`)),
      h("button", { class: "quiet", type: "button", "aria-label": "Lukk tråden", onclick: closeThread },
        icon("close"))),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Tråden" }, list),
    composer.node);
  composer.focus();
}
