// The traffic between Slack and the bot, as it goes: a drawer below everything.

import { get } from "./api.js";
import { h, icon } from "./dom.js";
import { go, state } from "./state.js";
import { second } from "./time.js";

const exchanges = new Map();
const ROUTE = { "to bot": "Slack → bot", "from bot": "bot → Slack" };
let list = null;

export function drawLog(panel) {
  panel.hidden = !state.log;
  if (!state.log) {
    list = null;
    return panel.replaceChildren();
  }
  if (list) return undefined;
  list = h("ol", { tabindex: 0, "aria-label": "Utvekslinger, eldste først" });
  const closeButton = h("button", { class: "quiet", type: "button", "aria-label": "Lukk trafikken",
    onclick: () => go({ log: "" }) }, icon("close"));
  panel.replaceChildren(
    h("header", { class: "head" },
      h("h2", {}, "Trafikk", h("small", {}, "Hver forespørsel mellom Slack og boten. Klikk for innholdet.")),
      closeButton),
    list);
  for (const exchange of exchanges.values()) put(exchange);
  return readLog();
}

/** Read what is new, and again what had no answer yet. */
export async function readLog() {
  if (!list) return;
  const open = [...exchanges.values()].find((exchange) => exchange.ms === null);
  const since = open ? open.n - 1 : Math.max(0, ...exchanges.keys());
  const news = await get("log", { since });
  for (const exchange of news.error ? [] : news) {
    exchanges.set(exchange.n, exchange);
    if (list) put(exchange);
  }
}

function put(exchange) {
  const row = drawExchange(exchange);
  const old = list.querySelector(`[data-n="${exchange.n}"]`);
  if (old) return old.replaceWith(row);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.append(row);
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function drawExchange(exchange) {
  const failed = exchange.ok === false;
  const told = exchange.error ?? exchange.status ?? "venter";
  const details = h("details", { class: exchange.direction === "to bot" ? "to-bot" : "from-bot" },
    h("summary", {},
      h("time", {}, second(exchange.at)),
      h("span", { class: "route" }, ROUTE[exchange.direction]),
      h("code", {}, exchange.what),
      h("span", { class: "ms" }, exchange.ms === null ? "" : `${Math.round(exchange.ms)} ms`),
      h("span", { class: failed ? "status wrong" : "status" }, String(told))));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...drawBodies(exchange));
  });
  return h("li", { "data-n": exchange.n }, details);
}

function drawBodies({ body, reply }) {
  const parts = [["Forespørsel", body], ["Svar", reply]].filter(([, value]) => value !== null && value !== "");
  return parts.map(([title, value]) => h("div", {}, h("h3", {}, title),
    h("pre", { tabindex: 0 }, typeof value === "string" ? value : JSON.stringify(value, null, 2))));
}
