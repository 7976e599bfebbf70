// The fields of one surface: what they say now, what Slack's own form refuses, and the words beside them.

import {describe} from "./make.js";

export class Form {
  fields = [];

  add(block, element, field) {
    this.fields.push({block, element, field});
  }

  /** {block_id: {action_id: {type, value | selected_option | …}}} */
  values() {
    const values = {};
    for (const {block, element, field} of this.fields) {
      values[block.block_id] = {...values[block.block_id], [element.action_id]: field.read()};
    }
    return values;
  }

  /** {block_id: words} for what must be mended before the app is asked. */
  refusals() {
    const found = {};
    for (const {block, element, field} of this.fields) {
      const words = block.type === "input" && refusal(block, element, field);
      if (words) found[block.block_id] = words;
    }
    return found;
  }

  /** Show words beside the fields named, and none beside the others; the first of them is focused and wholly in sight. */
  show(errors) {
    let first = null;
    for (const {block, field} of this.fields) {
      if (block.type !== "input") continue;
      say(field, errors[block.block_id] || "");
      if (errors[block.block_id]) first ??= field;
    }
    focusOn(first?.control);
    first?.note.closest("[data-block-id]").scrollIntoView({block: "nearest"}); // the words stand below what has the focus
  }
}

export function say(field, words) {
  if (!field.note) return;
  if (field.note.textContent !== words) field.note.textContent = words;
  describe(field.control, field.note.id, Boolean(words));
  if (words) field.control.setAttribute("aria-invalid", "true");
  else field.control.removeAttribute("aria-invalid");
}

export function focusOn(control) {
  if (!control) return;
  const inner = control.matches("input, select, textarea, button, a") ? control : control.querySelector("input:checked") || control.querySelector("input");
  (inner || control).focus();
}

const CHECKS = {
  email_text_input: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Skriv en gyldig e-postadresse"],
  url_text_input: [/^https?:\/\/[^\s]+\.[^\s]+$/i, "Skriv en gyldig nettadresse, som begynner med https://"],
};

function refusal(block, element, field) {
  if (field.empty()) return block.optional ? "" : "Fyll ut dette feltet";
  const value = field.value();
  if (typeof value !== "string") return Array.isArray(value) ? tooMany(element, value) : "";
  if (element.type === "number_input") return number(element, value);
  const [pattern, words] = CHECKS[element.type] || [];
  if (pattern && !pattern.test(value)) return words;
  return length(element, value);
}

function length(element, value) {
  const most = element.max_length ?? 3000;
  if (value.length < (element.min_length ?? 0)) return `Skriv minst ${element.min_length} tegn`;
  return value.length > most ? `Skriv høyst ${most} tegn (nå ${value.length})` : "";
}

function tooMany(element, value) {
  const most = element.max_selected_items;
  return most && value.length > most ? `Velg høyst ${most}` : "";
}

function number(element, value) {
  const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return element.is_decimal_allowed ? "Skriv et tall, med punktum for desimaler" : "Skriv et helt tall";
  if (element.min_value !== undefined && Number(value) < Number(element.min_value)) return `Skriv ${element.min_value} eller mer`;
  return element.max_value !== undefined && Number(value) > Number(element.max_value) ? `Skriv ${element.max_value} eller mindre` : "";
}
