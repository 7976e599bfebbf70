// Who looks, and where one can go: the top line with the people, and the list of conversations.

import { avatar, h, icon } from "./dom.js";
import { address, botChannel, me, persons, state } from "./state.js";

const role = (user) => user.title.split(/[,(]/)[0].trim();

export function drawTop({ toggle, drawer, lost }) {
  return [
    h("button", { class: "quiet menu-button", type: "button", "aria-label": "Samtaler", "aria-controls": "sidebar",
      "aria-expanded": String(drawer), onclick: toggle.drawer }, icon("menu")),
    h("p", { class: "brand" }, h("img", { src: "/page/mark.svg", alt: "", width: 28, height: 28 }),
      h("strong", {}, state.workspace.app.name)),
    h("p", { class: "notice", role: "note" }, state.workspace.notice),
    lost ? h("p", { class: "lost", role: "alert" }, lost) : null,
    drawPersons(),
    h("button", { class: "quiet log-button", type: "button", "aria-expanded": String(Boolean(state.log)),
      "aria-controls": "log", "aria-label": "Trafikk mellom Slack og boten", onclick: toggle.log },
      icon("traffic"), h("span", {}, "Trafikk")),
  ].filter(Boolean);
}

function drawPersons() {
  const switches = persons().map(drawPerson);
  return h("div", { class: "persons", role: "group", "aria-label": "Se arbeidsområdet som" },
    h("span", { class: "lead", "aria-hidden": "true" }, "Du er"), h("ul", {}, ...switches));
}

function drawPerson(user) {
  const news = user.id === state.as ? 0 : (state.news.get(user.id) ?? 0);
  const told = news ? `, ${news} ${news === 1 ? "ny" : "nye"}` : "";
  const link = h("a", { href: address({ as: user.id, channel: "", thread: "", tab: "" }), title: user.title,
    "aria-current": user.id === state.as ? "true" : null, "aria-label": `${user.real_name}, ${role(user)}${told}` },
    avatar(user, "small"),
    h("span", { class: "who" }, h("b", {}, user.real_name.split(" ")[0]), h("i", {}, role(user))),
    news ? h("span", { class: "dot", "aria-hidden": "true" }) : null);
  return h("li", {}, link);
}

export function drawSidebar() {
  const app = botChannel();
  const channels = state.conversations.filter((known) => known.kind !== "im");
  const others = state.conversations.filter((known) => known.kind === "im" && known !== app);
  return [
    h("div", { class: "workspace" }, h("strong", {}, state.workspace.team.name),
      h("p", {}, "Du er: ", h("b", {}, me().real_name)), h("p", { class: "title" }, me().title)),
    section("App", [app]),
    section("Kanaler", channels),
    others.length ? section("Direktemeldinger", others) : null,
    h("p", { class: "made-up" }, "Medlemmene og samtalene er oppdiktet. Boten er den ekte."),
  ].filter(Boolean);
}

function section(title, conversations) {
  const id = `section-${title.toLowerCase()}`;
  return h("section", { "aria-labelledby": id }, h("h2", { id }, title),
    h("ul", {}, ...conversations.map(drawConversation)));
}

function drawConversation(known) {
  const here = known.id === state.channel;
  const unread = here ? 0 : known.unread;
  const sign = known.kind === "im" ? avatar(state.users.get(known.with), "small")
    : icon(known.kind === "private" ? "private" : "channel");
  const kind = known.kind === "private" ? h("span", { class: "unseen" }, " (lukket kanal)") : null;
  const link = h("a", { href: address({ channel: known.id, thread: "", tab: "" }), class: unread ? "unread" : "",
    "aria-current": here ? "page" : null }, sign, h("span", { class: "name" }, known.name), kind,
    unread ? h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " uleste")) : null);
  return h("li", {}, link);
}
