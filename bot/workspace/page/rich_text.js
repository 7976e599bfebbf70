// The rich_text block as nodes.

import {emoji, withSigns} from "./emoji.js";
import {make} from "./make.js";
import {broadcast, channel, link, mention, moment} from "./mrkdwn.js";

const TAGS = [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["underline", "u"]];

export function richText(block, people) {
  return make("div", {class: "bk-rich"}, (block.elements || []).map((part) => whole(part, people)));
}

function whole(part, people) {
  if (part.type === "rich_text_list") return list(part, people);
  const inside = (part.elements || []).map((piece) => inline(piece, people));
  if (part.type === "rich_text_quote") return make("blockquote", {class: "bk-quote"}, inside);
  if (part.type === "rich_text_preformatted") return make("pre", {class: "bk-pre", tabindex: "0"}, make("code", {}, inside));
  return make("div", {class: "bk-text"}, inside);
}

function list(part, people) {
  const ordered = part.style === "ordered";
  const items = part.elements.map((item) => make("li", {}, (item.elements || []).map((piece) => inline(piece, people))));
  const node = make(ordered ? "ol" : "ul", {class: "bk-list", start: ordered && part.offset ? part.offset + 1 : null}, items);
  node.style.marginInlineStart = `${(part.indent || 0) * 1.4}em`;
  return node;
}

function inline(piece, people) {
  const style = piece.style || {};
  let node = bare(piece, people);
  if (style.code) node = make("code", {class: "bk-code"}, node);
  for (const [name, tag] of TAGS) if (style[name]) node = make(tag, {}, node);
  return node;
}

function bare(piece, people) {
  const kinds = {
    text: () => withSigns(piece.text),
    link: () => link(piece.url, piece.text),
    user: () => mention(piece.user_id, people),
    channel: () => channel(piece.channel_id, people),
    usergroup: () => make("span", {class: "bk-mention"}, "@gruppe"),
    broadcast: () => broadcast(piece.range),
    emoji: () => withSigns(fromCode(piece.unicode) || emoji(piece.name)),
    date: () => moment(piece.timestamp, piece.format || "{date}"),
    color: () => make("code", {class: "bk-code"}, piece.value),
  };
  return kinds[piece.type]?.() ?? document.createTextNode(piece.fallback || "");
}

function fromCode(unicode) {
  return unicode && String.fromCodePoint(...unicode.split("-").map((code) => parseInt(code, 16)));
}
