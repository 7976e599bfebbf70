// Block Kit as nodes: one function a kind of block.

import {chart, dataTable, table} from "./charts.js";
import {drawElement, errorNote, send} from "./elements.js";
import {withSigns} from "./emoji.js";
import {drawField, isField} from "./fields.js";
import {Form, say} from "./form.js";
import {describe, make, newId} from "./make.js";
import {markdown} from "./markdown.js";
import {link, plain, words} from "./mrkdwn.js";
import {richText} from "./rich_text.js";

const KINDS = {
  section, context, actions, divider, header, image, input, file, video, alert,
  context_actions: actions,
  rich_text: (block, {people}) => richText(block, people),
  markdown: (block) => markdown(block.text),
  table: (block, {people}) => table(block, people),
  data_table: (block, {people}) => dataTable(block, people),
  data_visualization: (block) => chart(block),
};

/**
 * `act(block_id, action_id, payload)` does a click and gives the words of its failure, or null;
 * `options(block_id, action_id, value)` asks the app for choices; `form` collects the fields; `entered` are
 * earlier values of theirs.
 */
export function renderBlocks(blocks, {people, act, options, form = new Form(), entered} = {}) {
  const surface = {people, act, options, form, entered};
  return make("div", {class: "bk-blocks"}, (blocks || []).map((block) => drawn(block, surface)));
}

function drawn(block, surface) {
  const draw = KINDS[block.type] || unknown;
  return make("div", {class: `bk-block bk-${block.type}`, "data-block-id": block.block_id}, draw(block, surface));
}

function unknown(block) {
  return make("p", {class: "bk-unknown"}, `Innhold av typen «${block.type}» vises ikke her.`);
}

// --- words ---

function section(block, surface) {
  const text = block.text && make("div", {class: "bk-text"}, words(block.text, surface.people));
  const fields = block.fields && make("div", {class: "bk-fields"}, block.fields.map((one) => make("div", {class: "bk-text"}, words(one, surface.people))));
  const body = make("div", {class: "bk-body"}, text, fields);
  if (!block.accessory) return body;
  const side = block.accessory.type === "image" ? picture(block.accessory, "bk-thumb") : drawElement(block.accessory, block, surface, body.textContent.slice(0, 80));
  return make("div", {class: "bk-beside"}, body, side);
}

function context(block, {people}) {
  const one = (element) => (element.type === "image" ? picture(element, "bk-dot") : make("span", {class: "bk-text"}, words(element, people)));
  return block.elements.map(one);
}

function header(block) {
  return make("h3", {class: "bk-heading"}, words(block.text));
}

function divider() {
  return make("hr", {class: "bk-rule"});
}

function alert(block, {people}) {
  return make("div", {class: `bk-alert bk-level-${block.level || "default"}`, role: "note"}, words(block.text, people));
}

// --- pictures and files: what is elsewhere is a link, as the page loads nothing from outside ---

function picture({image_url: address, alt_text: alt}, className) {
  const local = address && (address.startsWith("data:image/") || new URL(address, location.href).origin === location.origin);
  if (local) return make("img", {class: className, src: address, alt});
  return make("span", {class: `${className} bk-elsewhere`, role: "img", "aria-label": alt, title: alt}, withSigns("🖼"));
}

function image(block) {
  const title = block.title && make("figcaption", {class: "bk-muted"}, words(block.title));
  const shown = picture(block, "bk-picture");
  if (shown.tagName === "IMG") return make("figure", {class: "bk-figure"}, title, shown);
  return make("figure", {class: "bk-figure bk-card"}, title, link(block.image_url || "", `Bilde: ${block.alt_text}`));
}

function video(block) {
  const about = [block.description && plain(block.description.text), block.author_name, block.provider_name].filter(Boolean).join(" · ");
  const title = link(block.title_url || block.video_url, `▶ ${plain(block.title?.text) || block.alt_text}`);
  return make("div", {class: "bk-card"}, title, about && make("div", {class: "bk-muted"}, about));
}

function file(block) {
  return make("div", {class: "bk-card"}, withSigns(`📄 Fil ${block.external_id || ""}`));
}

// --- what can be used ---

function actions(block, surface) {
  return block.elements.map((element) => drawElement(element, block, surface));
}

function input(block, surface) {
  const {element} = block;
  if (!isField(element)) return make("p", {class: "bk-unknown"}, `${plain(block.label.text)}: kan ikke fylles ut her.`);
  const note = errorNote();
  const update = (typing) => {
    say(field, "");
    counter?.count();
    if (block.dispatch_action && !typing) send(field.control, note, element, block, surface, field.read());
  };
  const field = drawField(element, {
    people: surface.people,
    entered: surface.entered?.[block.block_id]?.[element.action_id],
    options: surface.options && ((value) => surface.options(block.block_id, element.action_id, value)),
    changed: update,
    optional: block.optional,
  });
  const counter = element.max_length && counting(field, element.max_length);
  const hint = block.hint && make("p", {class: "bk-muted", id: newId("hint")}, words(block.hint));
  if (hint) describe(field.control, hint.id);
  if (block.dispatch_action) dispatchTyped(field.control, element, update);
  field.note = note;
  surface.form.add(block, element, field);
  return [labelled(block, field), field.node, counter?.node, hint, note];
}

function labelled(block, {control}) {
  const native = control.matches("input, select, textarea");
  const rest = block.optional && make("span", {class: "bk-muted"}, " (valgfritt)");
  const label = make(native ? "label" : "div", {class: "bk-label", id: newId("label"), for: native && control.id}, words(block.label), rest);
  if (!native) control.setAttribute("aria-labelledby", label.id);
  if (!block.optional && control.getAttribute("role") !== "group") control.setAttribute("aria-required", "true");
  return label;
}

function counting({control}, most) {
  const node = make("p", {class: "bk-muted bk-counter", id: newId("counter")});
  const count = () => {
    const left = most - control.value.length;
    node.textContent = left < 0 ? `${-left} tegn for mye` : `${left} tegn igjen`;
    node.classList.toggle("bk-over", left < 0);
  };
  count();
  describe(control, node.id);
  return {node, count};
}

/** Typed words are sent at Enter, unless the element asks for each character. */
function dispatchTyped(control, element, update) {
  if (!control.matches("input, textarea") || !element.type.endsWith("_input")) return;
  const on = element.dispatch_action_config?.trigger_actions_on || ["on_enter_pressed"];
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || !on.includes("on_enter_pressed")) return;
    event.preventDefault();
    update();
  });
  if (on.includes("on_character_entered")) control.addEventListener("input", () => update());
}
