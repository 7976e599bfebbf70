// The thread beside the conversation.

import { createComposer } from "./composer.js";
import { h, icon, showEnd } from "./dom.js";
import { drawReplies } from "./messages.js";
import { conversation, direct, go, state } from "./state.js";

let shown = "";
let list = null;

export function drawThread(panel, { say, refresh, focus }) {
  const root = state.messages.find((message) => message.ts === state.thread) ?? null;
  if (!root || state.tab === "home") {
    shown = "";
    if (panel.contains(document.activeElement)) document.getElementById("main").focus();
    panel.hidden = true;
    return panel.replaceChildren();
  }
  panel.hidden = false;
  const key = `${state.as} ${state.channel} ${state.thread}`;
  if (key !== shown) {
    shown = key;
    build(panel, say, focus);
  }
  const before = list.childElementCount;
  drawReplies(list, root, refresh);
  if (list.childElementCount > before) showEnd(list.parentElement, list.lastElementChild);
}

function build(panel, say, focus) {
  const { name } = conversation();
  list = h("ol", { class: "messages", "aria-label": "Svar i tråden" });
  const composer = createComposer({
    key: shown,
    label: "Svar i tråden",
    placeholder: "Svar i tråden",
    say: (text) => say(text, state.thread),
  });
  const closeButton = h("button", { class: "quiet", type: "button", "aria-label": "Lukk tråden",
    onclick: () => go({ thread: "" }) }, icon("close"));
  panel.replaceChildren(
    h("header", { class: "head" },
      h("h2", {}, "Tråd", h("small", {}, direct() ? name : `#${name}`)),
      closeButton),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Tråden" }, list),
    composer.node);
  if (focus) composer.focus();
  else closeButton.focus();
}
