// The conversation in the middle: its head, its messages or the Home tab, and the field to write in.

import { createComposer } from "./composer.js";
import { h, icon, redraw, showEnd } from "./dom.js";
import { renderHome } from "./home.js";
import { drawMessages } from "./messages.js";
import { address, conversation, direct, people, state, withBot } from "./state.js";
import { drawPrompts, drawWelcome } from "./welcome.js";

const NEAR = 80; // pixels from the end that count as being there

let place = "";
let parts = {};

export function drawMain(main, { say, refresh, focus, announce }) {
  const here = [state.as, state.channel, state.tab].join(" ");
  const arrived = here !== place;
  if (arrived) build(main, here, say);
  redraw(parts.head, drawHead());
  if (state.tab === "home") return drawHomeTab(refresh);
  const known = new Set([...parts.list.children].map((row) => row.dataset.key));
  const wasAtEnd = atEnd();
  drawMessages(parts.list, refresh);
  drawOffers(say);
  const fresh = [...parts.list.children].filter((row) => row.matches(".message") && !known.has(row.dataset.key));
  // A newcomer begins at the welcome, and sees what comes then.
  if (arrived ? !newcomer() : fresh.length && (wasAtEnd || newcomer())) toEnd();
  if (arrived && focus) parts.composer.focus();
  if (!arrived && fresh.length) announce(fresh.map(spoken).join(" "));
  return undefined;
}

function build(main, here, say) {
  place = here;
  const home = state.tab === "home";
  const name = direct() ? conversation().name : `#${conversation().name}`;
  const about = home ? "Hjem" : `Meldinger, ${name}`;
  const placeholder = withBot() ? "Spør om næringslivet i Lørenskog" : `Skriv til ${name}`;
  parts = {
    head: h("header", { class: "head" }),
    scroll: h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": about }),
    list: h("ol", { class: "messages" }),
    welcome: h("div", {}),
    silence: h("p", { class: "silence" }, `Ingen har skrevet noe i ${name} ennå.`),
    offered: h("div", { class: "offered" }),
    composer: createComposer({ id: "composer-text", key: here, label: `Skriv til ${name}`, placeholder, say }),
  };
  stayAtEnd(parts.scroll);
  parts.scroll.append(parts.welcome, parts.silence, parts.list);
  main.replaceChildren(parts.head, parts.scroll, ...(home ? [] : [parts.offered, parts.composer.node]));
}

/** Whoever sees the end goes on seeing it when the traffic or a phone's keyboard takes room. */
function stayAtEnd(scroll) {
  let there = !newcomer();
  scroll.addEventListener("scroll", () => (there = atEnd()));
  new ResizeObserver(() => there && toEnd()).observe(scroll);
}

function drawHead() {
  const { name, kind, topic, members } = conversation();
  const sign = kind === "im" ? null : icon(kind === "private" ? "private" : "channel");
  const title = h("div", { class: "what" }, h("h1", { id: "title" }, sign, name),
    h("p", {}, withBot() ? state.workspace.app.description : topic));
  return [title, withBot() ? drawTabs() : h("span", { class: "members" }, members.length === 1 ? "1 medlem" : `${members.length} medlemmer`)];
}

function drawTabs() {
  const tabs = [["home", "Hjem"], ["", "Meldinger"]];
  const links = tabs.map(([tab, title]) =>
    h("a", { href: address({ tab, thread: "" }), "aria-current": state.tab === tab ? "page" : null }, title));
  return h("nav", { class: "tabs", "aria-label": `Faner i ${state.workspace.app.name}` }, ...links);
}

function drawHomeTab(refresh) {
  const node = renderHome(state.home, { as: state.as, people, refresh });
  if (parts.scroll.firstChild !== node) parts.scroll.replaceChildren(node);
}

/** What a newcomer can click, and later the suggested prompts above the field. */
function drawOffers(say) {
  const welcome = newcomer();
  redraw(parts.welcome, welcome ? [drawWelcome(say)] : []);
  redraw(parts.offered, withBot() && !welcome ? [drawPrompts(say)] : []);
  parts.silence.hidden = withBot() || state.messages.length > 0;
}

/** One who has not written to the bot yet. */
const newcomer = () => withBot() && state.messages.every((message) => message.user !== state.as);
const atEnd = () => parts.scroll.scrollHeight - parts.scroll.scrollTop - parts.scroll.clientHeight < NEAR;

/** To what was said last; to a first answer together with its question. */
export function toEnd() {
  if (state.tab === "home") return;
  const last = parts.list.lastElementChild;
  const before = last?.previousElementSibling;
  showEnd(parts.scroll, last?.matches(".answer") && before.matches(".message:not(.answer)") ? before : last);
}

function spoken(row) {
  const said = (row.querySelector(".bk-blocks")?.innerText ?? "").replace(/\s+/g, " ");
  return `${row.querySelector("article").getAttribute("aria-label")}: ${said.slice(0, 400)}`;
}
