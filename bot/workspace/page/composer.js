// Where one writes: Enter sends, Shift+Enter breaks the line, "/" and "@" offer what there is.

import { avatar, h, icon } from "./dom.js";
import { bot, persons, state } from "./state.js";

const drafts = new Map();
let count = 0;

export function createComposer({ key, label, placeholder, say, id }) {
  const number = (count += 1);
  const listId = `offers-${number}`;
  const text = h("textarea", { id: id ?? `text-${number}`, rows: 1, placeholder, "aria-label": label,
    "aria-describedby": `wrong-${number}`, "aria-autocomplete": "list", "aria-controls": listId, autocomplete: "off" });
  const wrong = h("p", { class: "wrong", id: `wrong-${number}`, role: "alert" });
  const list = h("ul", { id: listId, class: "offers", role: "listbox", "aria-label": "Forslag", hidden: true });
  const sendButton = h("button", { class: "send", type: "submit", "aria-label": "Send" }, icon("send"));
  const node = h("form", { class: "composer", "aria-label": label }, list,
    h("div", { class: "field" }, text, sendButton), wrong);
  const offers = createOffers(text, list);

  const grown = () => {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 180)}px`;
    drafts.set(key, text.value);
    sendButton.disabled = !text.value.trim();
  };
  const send = async () => {
    const said = text.value.trim();
    if (!said) return;
    text.value = "";
    grown();
    wrong.textContent = "";
    wrong.textContent = (await say(said)) ?? "";
    if (wrong.textContent && !text.value) text.value = said;
    grown();
    const at = document.activeElement; // who has gone on meanwhile is not called back
    if (at === document.body || node.contains(at)) text.focus();
  };
  text.value = drafts.get(key) ?? "";
  text.addEventListener("input", () => {
    wrong.textContent = "";
    grown();
    offers.look();
  });
  text.addEventListener("keydown", (event) => {
    if (offers.key(event)) return grown();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  text.addEventListener("blur", () => setTimeout(offers.close, 150));
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  queueMicrotask(grown);
  return { node, focus: () => text.focus({ preventScroll: true }) };
}

/** What fits what stands before the cursor. */
function fitting(before) {
  if (/^\/\S*$/.test(before)) {
    return state.workspace.app.commands
      .filter((known) => known.command.startsWith(before.toLowerCase()))
      .map((known) => ({ from: 0, put: `${known.command} `, label: known.command, hint: known.usage_hint,
        note: known.description }));
  }
  const [found, typed] = before.match(/(?:^|\s)@([^\s@]*)$/) ?? [];
  if (found === undefined) return [];
  const from = before.length - typed.length - 1;
  return [bot(), ...persons()]
    .filter((user) => user.id !== state.as && user.real_name.toLowerCase().startsWith(typed.toLowerCase()))
    .map((user) => ({ from, put: `@${user.real_name} `, label: user.real_name, user, note: user.title }));
}

function createOffers(text, list) {
  let offered = [];
  let at = 0;

  const close = () => {
    offered = [];
    list.hidden = true;
    list.replaceChildren();
    text.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    text.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const choose = (offer) => {
    const cursor = text.selectionStart;
    text.setRangeText(offer.put, offer.from, cursor, "end");
    close();
    text.focus();
  };
  const look = () => {
    offered = fitting(text.value.slice(0, text.selectionStart));
    if (!offered.length) return close();
    at = 0;
    list.replaceChildren(...offered.map((offer, index) => drawOffer(offer, `${list.id}-${index}`, () => {
      choose(offer);
      text.dispatchEvent(new Event("input"));
    })));
    list.hidden = false;
    mark();
  };
  const key = (event) => {
    if (!offered.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) at = (at + step + offered.length) % offered.length;
    else if (event.key === "Enter" && text.value.slice(offered[at].from).trim() === offered[at].put.trim()) {
      close(); // it stands there already: Enter sends
      return false;
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) choose(offered[at]);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    if (offered.length) mark();
    return true;
  };
  return { look, key, close };
}

function drawOffer(offer, id, choose) {
  const row = h("li", { id, role: "option", "aria-selected": "false" },
    offer.user ? avatar(offer.user, "small") : null,
    h("b", {}, offer.label), offer.hint ? h("code", {}, offer.hint) : null,
    offer.note ? h("span", {}, offer.note) : null);
  row.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose();
  });
  return row;
}
