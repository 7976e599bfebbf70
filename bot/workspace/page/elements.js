// What people press or choose outside forms: it acts, is busy meanwhile, and tells what went wrong beside it.

import {confirmed} from "./confirm.js";
import {withSigns} from "./emoji.js";
import {drawField, isField} from "./fields.js";
import {make, newId} from "./make.js";
import {isSafe, OUT, plain, words} from "./mrkdwn.js";

const PAUSE = 350; // arrow keys run through choices; only the one they stop at is sent
const NO_CONTACT = "Fikk ikke kontakt. Prøv igjen.";
const ICONS = {trash: "🗑", edit: "✎", copy: "⧉"};

/** An interactive element with the place for its error; `label` names it where nothing beside it does. */
export function drawElement(element, block, surface, label = "") {
  const note = errorNote();
  const draw = {button, workflow_button: button, overflow, feedback_buttons: feedback, icon_button: icon}[element.type];
  const inner = draw ? draw(element, block, surface, note) : chosen(element, block, surface, note, label);
  return inner && make("span", {class: `bk-element bk-is-${element.type}`, "data-action-id": element.action_id}, inner, note);
}

export function errorNote() {
  return make("span", {class: "bk-error", role: "alert", id: newId("error")});
}

/** Ask the app, once at a time. */
export async function send(control, note, element, block, surface, payload) {
  if (control.getAttribute("aria-busy") === "true") return false;
  if (element.confirm && !(await confirmed(element.confirm, surface.people))) return false;
  control.setAttribute("aria-busy", "true");
  note.textContent = "";
  const said = {type: element.type, ...payload, values: surface.form.values()};
  const words = await Promise.resolve(surface.act(block.block_id, element.action_id, said)).catch(() => NO_CONTACT);
  control.removeAttribute("aria-busy");
  note.textContent = words || "";
  return !words;
}

const classes = ({style}) => `bk-button${style ? ` bk-${style}` : ""}`;

function button(element, block, surface, note) {
  const act = () => element.action_id && send(node, note, element, block, surface, {value: element.value});
  const given = {class: classes(element), "aria-label": element.accessibility_label, onclick: act};
  const node = isSafe(element.url) ? make("a", {...given, ...OUT, href: element.url}, words(element.text)) : make("button", {...given, type: "button"}, words(element.text));
  return node;
}

function feedback(element, block, surface, note) {
  const draw = (given, sign) => {
    const name = given.accessibility_label || plain(given.text.text);
    const node = make("button", {type: "button", class: "bk-button bk-quiet", "aria-label": name, title: plain(given.text.text), "aria-pressed": "false"}, withSigns(sign));
    node.addEventListener("click", async () => {
      if (!(await send(node, note, element, block, surface, {value: given.value}))) return;
      for (const other of node.parentNode.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", String(other === node));
    });
    return node;
  };
  return [draw(element.positive_button, "👍"), draw(element.negative_button, "👎")];
}

function icon(element, block, surface, note) {
  const name = plain(element.text.text);
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(surface.people?.me)) return null;
  const act = () => send(node, note, element, block, surface, {value: element.value});
  const node = make("button", {type: "button", class: "bk-button bk-quiet", "aria-label": element.accessibility_label || name, title: name, onclick: act}, withSigns(ICONS[element.icon] || name));
  return node;
}

function overflow(element, block, surface, note) {
  const list = make("div", {role: "menu", class: "bk-options bk-menu", id: newId("menu"), hidden: true});
  const opener = make("button", {type: "button", class: "bk-button bk-quiet", "aria-label": "Flere valg", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": list.id}, "⋯");
  const show = (open) => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    (open ? list.firstElementChild : opener).focus();
  };
  const choose = ({text, value}) => {
    show(false);
    send(opener, note, element, block, surface, {selected_option: {text, value}});
  };
  list.append(...element.options.map((option) => menuItem(option, choose)));
  opener.addEventListener("click", () => show(list.hidden));
  list.addEventListener("keydown", (event) => walk(event, list, () => show(false)));
  list.addEventListener("focusout", (event) => {
    if (list.hidden || event.relatedTarget === opener || list.contains(event.relatedTarget)) return;
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  });
  return make("span", {class: "bk-combobox"}, opener, list);
}

function menuItem(option, choose) {
  const keep = (event) => event.preventDefault(); // the focus stays, and with it the menu
  const given = {role: "menuitem", class: "bk-option", onmousedown: keep, onclick: () => choose(option)};
  if (isSafe(option.url)) return make("a", {...given, ...OUT, href: option.url}, words(option.text));
  return make("button", {...given, type: "button"}, words(option.text));
}

function walk(event, list, close) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1}[event.key];
  if (event.key !== "Escape" && to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") close();
  else items.at(to % items.length).focus();
}

/** A field that acts as soon as a choice is made. */
function chosen(element, block, surface, note, label) {
  if (!isField(element)) return make("span", {class: "bk-unknown"}, `(${element.type} vises ikke her)`);
  let timer = 0;
  const act = (typing) => {
    clearTimeout(timer);
    if (!typing) timer = setTimeout(() => send(field.control, note, element, block, surface, field.read()), PAUSE);
  };
  const field = drawField(element, {
    people: surface.people,
    entered: surface.entered?.[block.block_id]?.[element.action_id],
    label: plain(element.placeholder?.text) || label || "Valg",
    options: surface.options && ((value) => surface.options(block.block_id, element.action_id, value)),
    changed: act,
  });
  surface.form.add(block, element, field);
  return field.node;
}
