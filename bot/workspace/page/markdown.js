// The markdown block, simply: headings, lists, quotes, code, tables and the usual marks.

import {emoji, withSigns} from "./emoji.js";
import {make} from "./make.js";
import {link, pre} from "./mrkdwn.js";

const PIECES =
  /(?<code>`[^`\n]+`)|(?<link>!?\[(?<label>[^\]]*)\]\((?<url>[^)\s]+)[^)]*\))|(?<strong>\*\*\S[^\n]*?\*\*|__\S[^\n]*?__)|(?<s>~~\S[^\n]*?~~)|(?<em>(?<![\p{L}\p{N}*])\*[^\s*][^*\n]*\*|(?<![\p{L}\p{N}_])_[^\s_][^_\n]*_)|(?<emoji>:[a-z0-9_+-]+:)|(?<bare>https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]])/gu;
const KINDS = [
  {begins: /^#{1,6} /, draw: headings},
  {begins: /^\s*[-*+] /, draw: (rows) => list("ul", rows)},
  {begins: /^\s*\d+[.)] /, draw: (rows) => list("ol", rows)},
  {begins: /^>/, draw: (rows) => make("blockquote", {class: "bk-quote"}, inline(rows.map((row) => row.replace(/^> ?/, "")).join("\n")))},
  {begins: /^\|/, draw: table},
  {begins: /^(-{3,}|\*{3,})\s*$/, draw: () => make("hr", {class: "bk-rule"})},
  {begins: /^\s*$/, draw: () => document.createDocumentFragment()},
];
const PARAGRAPH = {draw: (rows) => make("p", {class: "bk-text"}, inline(rows.join("\n")))};

export function markdown(text) {
  const out = make("div", {class: "bk-rich"});
  text.split(/^```.*\n([\s\S]*?)^```\s*$/m).forEach((part, i) => out.append(...(i % 2 ? [pre(part.trimEnd())] : paragraphs(part))));
  return out;
}

/** Neighbouring lines of one kind are drawn together. */
function paragraphs(text) {
  const runs = [];
  for (const row of text.split("\n")) {
    const kind = KINDS.find(({begins}) => begins.test(row)) || PARAGRAPH;
    if (runs.at(-1)?.kind === kind) runs.at(-1).rows.push(row);
    else runs.push({kind, rows: [row]});
  }
  return runs.map(({kind, rows}) => kind.draw(rows));
}

function headings(rows) {
  const out = document.createDocumentFragment();
  out.append(...rows.map((row) => make("h4", {class: "bk-heading"}, inline(row.replace(/^#+ /, "")))));
  return out;
}

function list(tag, rows) {
  return make(tag, {class: "bk-list"}, rows.map((row) => make("li", {}, inline(row.replace(/^\s*([-*+]|\d+[.)]) /, "")))));
}

function table(rows) {
  const cells = rows.filter((row) => !/^[|\s:-]+$/.test(row)).map((row) => row.replace(/^\||\|\s*$/g, "").split("|"));
  const row = (tag) => (texts) => make("tr", {}, texts.map((text) => make(tag, {scope: tag === "th" ? "col" : null}, inline(text.trim()))));
  const [head, ...rest] = cells;
  return make("table", {class: "bk-cells"}, make("thead", {}, row("th")(head || [])), make("tbody", {}, rest.map(row("td"))));
}

function inline(text) {
  const out = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(PIECES)) {
    out.append(...withSigns(text.slice(done, match.index)), ...[piece(match)].flat());
    done = match.index + match[0].length;
  }
  out.append(...withSigns(text.slice(done)));
  return out;
}

function piece({groups, 0: all}) {
  if (groups.code) return make("code", {class: "bk-code"}, all.slice(1, -1));
  if (groups.link) return link(groups.url, groups.label);
  if (groups.bare) return link(all);
  if (groups.emoji) return withSigns(emoji(all.slice(1, -1)));
  if (groups.strong) return make("strong", {}, inline(all.slice(2, -2)));
  if (groups.s) return make("s", {}, inline(all.slice(2, -2)));
  return make("em", {}, inline(all.slice(1, -1)));
}
