// What people fill in or choose: each kind draws its control and reads it as Slack says it.

import {combobox} from "./combobox.js";
import {make, newId} from "./make.js";
import {plain, words} from "./mrkdwn.js";

const optionOf = ({text, value}) => ({text, value});
const idsOf = (map, label) => [...(map?.values() || [])].filter((one) => !one.deleted).map((one) => ({value: one.id, label: label(one)}));
const userOptions = (people) => idsOf(people?.users, (user) => user.real_name || user.name);
const FILTERED = {public: "channel", private: "private", im: "im"};
/** Of the conversations those that the element's filter includes. */
const channelOptions = (people, {filter}) => {
  const kinds = filter?.include?.map((name) => FILTERED[name]);
  const offered = [...(people?.channels || [])].filter(([, {kind}]) => !kinds || kinds.includes(kind));
  return idsOf(new Map(offered), ({kind, name}) => (kind === "im" ? name : `#${name}`));
};

// type: [how it is drawn, the field of its value, the field of its beginning]
const KINDS = {
  plain_text_input: [typed, "value", "initial_value"],
  email_text_input: [typed, "value", "initial_value"],
  url_text_input: [typed, "value", "initial_value"],
  number_input: [typed, "value", "initial_value"],
  rich_text_input: [richInput, "rich_text_value", "initial_value"],
  static_select: [oneOption, "selected_option", "initial_option"],
  multi_static_select: [manyOptions, "selected_options", "initial_options"],
  radio_buttons: [radios, "selected_option", "initial_option"],
  checkboxes: [manyOptions, "selected_options", "initial_options"],
  external_select: [combobox, "selected_option", "initial_option"],
  multi_external_select: [combobox, "selected_options", "initial_options"],
  datepicker: [timed("date"), "selected_date", "initial_date"],
  timepicker: [timed("time"), "selected_time", "initial_time"],
  datetimepicker: [instant, "selected_date_time", "initial_date_time"],
  users_select: [oneId(userOptions), "selected_user", "initial_user"],
  multi_users_select: [manyIds(userOptions), "selected_users", "initial_users"],
  channels_select: [oneId(channelOptions), "selected_channel", "initial_channel"],
  multi_channels_select: [manyIds(channelOptions), "selected_channels", "initial_channels"],
  conversations_select: [oneId(channelOptions), "selected_conversation", "initial_conversation"],
  multi_conversations_select: [manyIds(channelOptions), "selected_conversations", "initial_conversations"],
};

export const isField = (element) => element.type in KINDS;

/**
 * {node, control, read(), empty()}: `entered` is an earlier reading, `changed(typing)` is called after each change,
 * `label` names the control where no label stands beside it.
 */
export function drawField(element, {people, entered, label, options, changed, optional}) {
  const [draw, name, initial] = KINDS[element.type];
  const begun = entered ? entered[name] : element[initial];
  const field = draw(element, {begun, people, options, changed, optional});
  const read = () => ({type: element.type, [name]: field.value()});
  if (label) field.control.setAttribute("aria-label", label);
  if (element.focus_on_load) field.control.setAttribute("autofocus", "");
  const empty = () => [null, undefined, ""].includes(field.value()) || field.value().length === 0;
  return {...field, read, empty, value: field.value};
}

// --- written ---

const INPUTS = {email_text_input: "email", url_text_input: "url", number_input: "text"};
const MODES = {email_text_input: "email", url_text_input: "url", number_input: "decimal"};

function typed(element, {begun, changed}) {
  const tag = element.multiline ? "textarea" : "input";
  const control = make(tag, {
    class: "bk-control",
    id: newId("field"),
    type: tag === "input" ? INPUTS[element.type] || "text" : null,
    inputmode: MODES[element.type],
    rows: tag === "textarea" ? "5" : null,
    autocomplete: "off",
    placeholder: element.placeholder && plain(element.placeholder.text),
    oninput: () => changed("typing"),
  });
  control.value = begun ?? "";
  return {node: control, control, value: () => control.value || null};
}

function richInput(element, {begun, changed}) {
  const said = (part) => part.text ?? (part.elements || []).map(said).join("");
  const lines = (begun?.elements || []).map(said).join("\n");
  const field = typed({...element, multiline: true}, {begun: lines, changed});
  const block = (text) => ({type: "rich_text", elements: [{type: "rich_text_section", elements: [{type: "text", text}]}]});
  return {...field, value: () => (field.control.value ? block(field.control.value) : null)};
}

function timed(type) {
  return (element, {begun, changed}) => {
    const control = make("input", {class: "bk-control bk-short", id: newId("field"), type, onchange: () => changed()});
    control.value = begun ?? "";
    return {node: control, control, value: () => control.value || null};
  };
}

/** A point in time, in the reader's own clock, said in Unix seconds. */
function instant(element, {begun, changed}) {
  const control = make("input", {class: "bk-control bk-short", id: newId("field"), type: "datetime-local", onchange: () => changed()});
  if (begun) {
    const at = new Date(begun * 1000);
    control.value = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }
  return {node: control, control, value: () => (control.value ? Math.floor(new Date(control.value).getTime() / 1000) : null)};
}

// --- chosen from a list ---

/** The empty choice can be gone back to only where nothing has to be chosen. */
function menu(groups, {begun, placeholder, changed, optional}) {
  const control = make("select", {class: "bk-control", id: newId("field"), onchange: () => changed()});
  control.append(make("option", {value: "", disabled: !optional, hidden: !optional}, placeholder || "Velg …"));
  for (const {label, options} of groups) {
    const drawn = options.map((option) => make("option", {value: option.value}, option.label));
    control.append(...(label ? [make("optgroup", {label}, drawn)] : drawn));
  }
  control.value = begun ?? "";
  return {node: control, control, value: () => control.value || null};
}

function groupsOf(element) {
  const groups = element.option_groups || [{options: element.options || []}];
  return groups.map(({label, options}) => ({label: label && plain(label.text), options}));
}

function oneOption(element, {begun, changed, optional}) {
  const groups = groupsOf(element).map(({label, options}) => ({
    label,
    options: options.map((option) => ({value: option.value, label: plain(option.text.text)})),
  }));
  const field = menu(groups, {begun: begun?.value, placeholder: plain(element.placeholder?.text), changed, optional});
  const all = groupsOf(element).flatMap(({options}) => options);
  const chosen = () => all.find((option) => option.value === field.control.value);
  return {...field, value: () => (chosen() ? optionOf(chosen()) : null)};
}

function oneId(from) {
  return (element, {begun, people, changed, optional}) =>
    menu([{options: from(people, element)}], {begun, placeholder: plain(element.placeholder?.text), changed, optional});
}

// --- ticked ---

function choice(type, name, option, {people, checked, changed}) {
  const hint = option.description && make("span", {class: "bk-muted"}, words(option.description, people));
  const box = make("input", {type, name, value: option.value, checked, onchange: () => changed()});
  return make("label", {class: "bk-choice"}, box, make("span", {class: "bk-choice-text"}, make("span", {}, words(option.text, people)), hint));
}

function group(role, children, className = "bk-choices") {
  const node = make("div", {role, class: className, id: newId("field")}, children);
  return {node, control: node, ticked: () => [...node.querySelectorAll("input:checked")].map((box) => box.value)};
}

function radios(element, {begun, people, changed}) {
  const name = newId("radio");
  const drawn = element.options.map((option) => choice("radio", name, option, {people, checked: option.value === begun?.value, changed}));
  const field = group("radiogroup", drawn);
  const chosen = () => element.options.find((option) => option.value === field.ticked()[0]);
  return {...field, value: () => (chosen() ? optionOf(chosen()) : null)};
}

function manyOptions(element, {begun, people, changed}) {
  const values = (begun || []).map((option) => option.value);
  const groups = groupsOf(element);
  const drawn = groups.flatMap(({label, options}) => [
    label && make("div", {class: "bk-group-label"}, label),
    ...options.map((option) => choice("checkbox", null, option, {people, checked: values.includes(option.value), changed})),
  ]);
  const field = group("group", drawn, element.type === "checkboxes" ? "bk-choices" : "bk-choices bk-many");
  const all = groups.flatMap(({options}) => options);
  return {...field, value: () => all.filter((option) => field.ticked().includes(option.value)).map(optionOf)};
}

function manyIds(from) {
  return (element, {begun, people, changed}) => {
    const drawn = from(people, element).map(({value, label}) =>
      choice("checkbox", null, {value, text: {type: "plain_text", text: label}}, {people, checked: (begun || []).includes(value), changed}),
    );
    const field = group("group", drawn, "bk-choices bk-many");
    return {...field, value: field.ticked};
  };
}
