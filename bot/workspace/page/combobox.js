// A list that the app fills while somebody types (external_select), for one choice or several.

import {make, newId} from "./make.js";
import {plain} from "./mrkdwn.js";

const PAUSE = 250;

export function combobox(element, {begun, options, changed}) {
  const several = element.type.startsWith("multi_");
  const state = {chosen: several ? begun || [] : begun ? [begun] : [], found: [], at: -1, timer: 0, asked: 0};
  const list = make("ul", {role: "listbox", id: newId("list"), class: "bk-options", hidden: true});
  const control = make("input", {
    class: "bk-control", id: newId("field"), type: "text", role: "combobox", autocomplete: "off",
    "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
    placeholder: plain(element.placeholder?.text) || "Søk …",
  });
  const status = make("span", {class: "bk-muted bk-status", role: "status"});
  const chips = make("span", {class: "bk-chips"});
  const node = make("div", {class: "bk-combobox"}, chips, control, list, status);

  const show = (open) => {
    list.hidden = !open;
    control.setAttribute("aria-expanded", String(open));
    if (!open) state.at = -1;
    mark();
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === state.at)));
    const active = list.children[state.at];
    if (active) control.setAttribute("aria-activedescendant", active.id);
    else control.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({block: "nearest"});
  };
  const tell = () => {
    if (!several) control.value = state.chosen[0] ? plain(state.chosen[0].text.text) : "";
    chips.replaceChildren(...(several ? state.chosen.map(chip) : []));
  };
  const chip = (option) => {
    const label = plain(option.text.text);
    const remove = () => {
      state.chosen = state.chosen.filter((kept) => kept !== option);
      tell();
      control.focus();
      changed();
    };
    return make("button", {type: "button", class: "bk-chip", "aria-label": `Fjern ${label}`, onclick: remove}, label, " ×");
  };
  const choose = ({text, value}) => {
    const kept = several ? state.chosen.filter((option) => option.value !== value) : [];
    state.chosen = [...kept, {text, value}];
    control.value = "";
    tell();
    show(false);
    changed();
  };
  const ask = async () => {
    const asked = (state.asked += 1);
    status.textContent = "Søker …";
    const answer = (await options?.(control.value)) || {error: "Kan ikke søke her."};
    if (asked !== state.asked) return;
    const groups = answer.option_groups || [{options: answer.options || []}];
    state.found = groups.flatMap((group) => group.options);
    list.replaceChildren(...state.found.map((option) => make("li", {
      role: "option", id: newId("option"), class: "bk-option", onmousedown: (event) => { event.preventDefault(); choose(option); },
    }, plain(option.text.text))));
    status.textContent = answer.error || (state.found.length ? "" : "Ingen treff.");
    state.at = -1;
    show(state.found.length > 0);
  };
  const keys = {
    ArrowDown: () => { state.at = Math.min(state.at + 1, state.found.length - 1); mark(); },
    ArrowUp: () => { state.at = Math.max(state.at - 1, 0); mark(); },
    Enter: () => state.found[state.at] && choose(state.found[state.at]),
    Escape: () => show(false),
  };
  control.addEventListener("keydown", (event) => {
    if (!keys[event.key] || list.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  control.addEventListener("input", () => {
    clearTimeout(state.timer);
    if (!several && state.chosen.length) { state.chosen = []; changed(); }
    if (control.value.length < (element.min_query_length ?? 3)) return show(false);
    state.timer = setTimeout(ask, PAUSE);
  });
  control.addEventListener("focus", () => element.min_query_length === 0 && !control.value && ask());
  control.addEventListener("blur", () => { show(false); tell(); });
  tell();
  const value = () => (several ? state.chosen : state.chosen[0] || null);
  return {node, control, value};
}
