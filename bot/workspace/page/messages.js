// Messages as rows: who, when, what was said, and what can be done with it.

import { post } from "./api.js";
import { renderBlocks } from "./blocks.js";
import { avatar, h, icon, keep } from "./dom.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { bot, direct, go, people, state } from "./state.js";
import { clock, day, iso, stamp } from "./time.js";

const author = (message) => state.users.get(message.user) ?? (message.bot_id ? bot() : undefined);

/** The rows of a conversation: days, messages and, in direct messages, the answers below what they answer. */
function rowsOf(messages, unfolded) {
  const rows = [];
  let lastDay = "";
  for (const message of messages) {
    const today = day(message.ts);
    if (today !== lastDay) rows.push([`day ${today}`, { day: today }]);
    lastDay = today;
    rows.push([message.ts, { message, folded: !unfolded }]);
    if (!unfolded) continue;
    for (const reply of state.replies.get(message.ts) ?? []) rows.push([reply.ts, { message: reply, answer: true }]);
  }
  return rows;
}

/** A direct message's exchanges stand in the order in which something last happened, so that late answers are seen. */
function byLatest(messages) {
  const latest = (message) => {
    const replies = (state.replies.get(message.ts) ?? []).filter((reply) => !reply.ephemeral);
    return replies.at(-1)?.ts ?? message.ts;
  };
  return [...messages].sort((one, other) => Number(latest(one)) - Number(latest(other)));
}

export function drawMessages(list, refresh) {
  const unfolded = direct();
  const rows = rowsOf(unfolded ? byLatest(state.messages) : state.messages, unfolded);
  keep(list, rows, (row) => drawRow(row, refresh));
}

export function drawReplies(list, root, refresh) {
  const all = [root, ...(state.replies.get(root.ts) ?? [])];
  const rows = all.map((message) => [message.ts, { message, inThread: true }]);
  keep(list, rows, (row) => drawRow(row, refresh));
}

function drawRow(row, refresh) {
  if (row.day) return h("li", { class: "day" }, h("span", {}, row.day));
  const { message } = row;
  if (message.subtype?.startsWith("channel_")) return drawNotice(message);
  const kind = `message${row.answer ? " answer" : ""}${message.ephemeral ? " private" : ""}`;
  const name = author(message)?.real_name ?? "Ukjent";
  return h("li", { class: kind },
    h("article", { "aria-label": `${name}, ${clock(message.ts)}` },
      avatar(author(message), row.answer ? "small" : ""),
      h("div", { class: "said" },
        drawHead(message, name), drawBody(message, refresh),
        row.folded ? drawFold(message) : null),
      drawTools(message, refresh, row.inThread)));
}

function drawNotice(message) {
  const words = { channel_join: "ble med i kanalen", channel_leave: "forlot kanalen" };
  const name = state.users.get(message.user)?.real_name ?? "Noen";
  return h("li", { class: "happened" }, `${name} ${words[message.subtype] ?? message.text}`);
}

function drawHead(message, name) {
  const isBot = author(message)?.is_bot;
  return h("header", {},
    h("strong", {}, name),
    isBot ? h("span", { class: "tag" }, "app") : null,
    h("time", { datetime: iso(message.ts), title: stamp(message.ts) },
      clock(message.ts)),
    message.edited && !isBot ? h("span", { class: "edited" }, "redigert") : null,
    message.ephemeral ? h("span", { class: "only-you" }, icon("eye"), "Bare synlig for deg") : null);
}

function drawFiles(message) {
  return (message.files ?? []).map((file) => h("p", { class: "file" },
    h("a", { href: file.url_private_download, download: file.name }, icon("file"), file.title)));
}

function drawBody(message, refresh) {
  if (!message.blocks?.length) {
    return h("div", { class: "body" }, h("p", { class: "text bk-blocks" }, mrkdwn(message.text, people)),
      ...drawFiles(message));
  }
  const at = { as: state.as, channel: state.channel, ts: message.ts };
  const act = async (block_id, action_id, payload) => {
    const answer = await post("/control/click", { ...payload, ...at, block_id, action_id });
    await refresh();
    return answer.error ?? null;
  };
  const options = (block_id, action_id, value) => post("/control/options", { ...at, block_id, action_id, value });
  return h("div", { class: "body" }, renderBlocks(message.blocks, { people, act, options }));
}

function drawFold(message) {
  if (!message.reply_count) return null;
  const words = message.reply_count === 1 ? "1 svar" : `${message.reply_count} svar`;
  return h("button", { class: "fold", type: "button", onclick: () => go({ thread: message.ts }) },
    icon("reply"), words);
}

function drawTools(message, refresh, inThread) {
  if (message.ephemeral) return null;
  const tools = h("div", { class: "tools" });
  const entries = [...(inThread ? [] : [inThreadEntry(message)]), ...shortcutEntries(message, tools, refresh)];
  if (!entries.length) return null;
  const button = h("button", { class: "quiet more", type: "button", "aria-label": "Flere valg for meldingen",
    "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(button, entries) }, icon("more"));
  tools.append(button);
  return tools;
}

const inThreadEntry = (message) => ({
  label: "Svar i tråd",
  sign: () => icon("reply"),
  run: () => go({ thread: message.thread_ts ?? message.ts }),
});

/** The app's entries in the menu of a message. */
function shortcutEntries(message, tools, refresh) {
  const at = { as: state.as, channel: state.channel, ts: message.ts };
  const ours = state.workspace.app.shortcuts.filter((known) => known.type === "message");
  return ours.map(({ name, description, callback_id }) => ({
    label: name,
    note: description,
    sign: () => avatar(bot(), "small"),
    run: async () => {
      tools.querySelector(".wrong")?.remove();
      const { error } = await post("/control/shortcut", { ...at, callback_id });
      if (error) tools.append(h("p", { class: "wrong", role: "alert" }, error));
      await refresh();
    },
  }));
}
