// Slack's markup as nodes.

import {emoji, withSigns} from "./emoji.js";
import {make} from "./make.js";

const EDGE = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
const styled = (mark) => `${EDGE}[${mark}](?=[^\\s${mark}])[^${mark}\\n]*?(?<=\\S)[${mark}]${END}`;
const PIECES = new RegExp(
  [
    "(?<angled><[^<>\\n]+>)",
    "(?<code>`[^`\\n]+`)",
    `(?<strong>${styled("*")})`,
    `(?<em>${styled("_")})`,
    `(?<s>${styled("~")})`,
    "(?<emoji>:[a-z0-9_+-]+(?:::[a-z0-9-]+)?:)",
    "(?<url>https?://(?:(?!&[lg]t;)[^\\s<>])*(?!&[lg]t;)[^\\s<>.,;:!?)\\]}'\"*_~`])",
    "(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
  ].join("|"),
  "gu",
);
const SPECIAL = {here: "@here", channel: "@channel", everyone: "@everyone"};

/** A text with Slack's markup; `people` knows the names of users and channels. */
export function mrkdwn(text, people) {
  const out = document.createDocumentFragment();
  String(text ?? "")
    .split(/```\n?([\s\S]*?)\n?```\n?/)
    .forEach((part, i) => out.append(i % 2 ? pre(part) : lines(part, people)));
  return out;
}

/** A text object of Block Kit: plain_text or mrkdwn. */
export function words(object, people) {
  if (!object) return "";
  if (object.type === "mrkdwn") return mrkdwn(object.text, people);
  const out = document.createDocumentFragment();
  out.append(...withSigns(plain(object.text)));
  return out;
}

/** Words alone, for labels and options; emoji always arrive as codes. */
export function plain(text) {
  return unescaped(String(text ?? "")).replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name));
}

export function pre(text) {
  return make("pre", {class: "bk-pre", tabindex: "0"}, make("code", {}, unescaped(text)));
}

export const OUT = {target: "_blank", rel: "noopener noreferrer"};
export const isSafe = (address) => /^(https?:|mailto:|tel:)/i.test(address ?? "");

export function link(address, label) {
  if (!isSafe(address)) return document.createTextNode(label || address);
  return make("a", {href: address, ...OUT}, label || address.replace(/^(mailto:|tel:)/i, ""));
}

export function mention(id, people, label) {
  const known = people?.users?.get(id);
  const mine = people?.me === id;
  return make("span", {class: mine ? "bk-mention bk-mine" : "bk-mention"}, `@${known?.real_name || known?.name || label || id}`);
}

export function channel(id, people, label) {
  return make("span", {class: "bk-mention"}, `#${people?.channels?.get(id)?.name || label || "privat kanal"}`);
}

export function broadcast(range) {
  return make("span", {class: "bk-mention bk-mine"}, SPECIAL[range] || `@${range}`);
}

/** A moment in words, in the reader's own time; `format` as in Slack's <!date>. */
export function moment(seconds, format) {
  const at = new Date(Number(seconds) * 1000);
  const say = (options) => new Intl.DateTimeFormat("nb-NO", options).format(at);
  const long = {day: "numeric", month: "long", year: "numeric"};
  const said = {
    date_num: () => say({year: "numeric", month: "2-digit", day: "2-digit"}),
    date: () => say(long),
    date_short: () => say({day: "numeric", month: "short", year: "numeric"}),
    date_long: () => say({weekday: "long", ...long}),
    time: () => say({hour: "2-digit", minute: "2-digit"}),
    time_secs: () => say({hour: "2-digit", minute: "2-digit", second: "2-digit"}),
    day_divider_pretty: () => say({weekday: "long", ...long}),
  };
  const node = (text) => make("time", {datetime: at.toISOString()}, text);
  return node(format.replace(/\{(\w+?)(_pretty)?\}/g, (all, name) => said[name]?.() ?? all));
}

function unescaped(text) {
  return text.replace(/&(lt|gt|amp);/g, (_, name) => ({lt: "<", gt: ">", amp: "&"})[name]);
}

/** Lines that begin with > become quotes; the rest keeps its line breaks by CSS. */
function lines(text, people) {
  const out = document.createDocumentFragment();
  for (const part of text.split(/((?:^(?:>|&gt;).*(?:\n|$))+)/m)) {
    if (/^(>|&gt;)/.test(part)) out.append(quote(part, people));
    else if (part) out.append(inline(part, people));
  }
  return out;
}

function quote(part, people) {
  const said = part.replace(/\n$/, "").replace(/^(?:>|&gt;) ?/gm, "");
  return make("blockquote", {class: "bk-quote"}, inline(said, people));
}

function inline(text, people) {
  const out = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(PIECES)) {
    out.append(...withSigns(unescaped(text.slice(done, match.index))), ...[piece(match, people)].flat());
    done = match.index + match[0].length;
  }
  out.append(...withSigns(unescaped(text.slice(done))));
  return out;
}

function piece({groups, 0: all}, people) {
  const inner = all.slice(1, -1);
  if (groups.angled) return angled(inner, people);
  if (groups.code) return make("code", {class: "bk-code"}, unescaped(inner));
  if (groups.emoji) return withSigns(emoji(inner));
  if (groups.url) return link(unescaped(all));
  if (groups.mail) return link(`mailto:${all}`);
  const tag = ["strong", "em", "s"].find((name) => groups[name]);
  return make(tag, {}, inline(inner, people));
}

function angled(inner, people) {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(inner.slice(bar + 1));
  if (/^@[UWB]/.test(target)) return mention(target.slice(1), people, label);
  if (/^#[CG]/.test(target)) return channel(target.slice(1), people, label);
  if (target.startsWith("!")) return special(target.slice(1), label);
  return isSafe(target) ? link(unescaped(target), label) : document.createTextNode(label || `<${unescaped(target)}>`);
}

function special(target, label) {
  const [kind, ...rest] = target.split("^");
  if (kind === "date" && rest.length >= 2 && Number.isFinite(Number(rest[0]))) {
    const said = moment(rest[0], rest[1]);
    return rest[2] ? link(rest[2], said.textContent) : said;
  }
  if (kind === "subteam") return make("span", {class: "bk-mention"}, label || "@gruppe");
  return SPECIAL[kind] ? broadcast(kind) : document.createTextNode(label || target);
}
