// What the page knows: who looks at what (kept in the address), and what the workspace last told.

import { get } from "./api.js";
import { released } from "./dom.js";

const IN_ADDRESS = ["as", "channel", "thread", "tab", "log"];
const UNFOLDED = 12; // the latest exchanges of a direct message are read anew each time

export const state = {
  as: "", // who looks
  channel: "",
  thread: "", // the ts of the thread in the side panel
  tab: "", // "home" in the app's conversation
  log: "",
  workspace: null,
  users: new Map(),
  conversations: [],
  messages: [],
  replies: new Map(), // by the ts they reply to
  prompts: [],
  home: null,
  modals: [],
  news: new Map(), // how much came for the others since one looked as them
};

export const people = { users: state.users, channels: new Map() };

const seen = new Map(); // what was unread when one last looked as this person

// --- the address ---

export function address(change) {
  const there = { ...state, ...change };
  const given = IN_ADDRESS.filter((name) => there[name]).map((name) => [name, there[name]]);
  return `#${new URLSearchParams(given)}`;
}

/** The page follows the address. */
export function go(change) {
  location.hash = address(change);
}

export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of IN_ADDRESS) state[name] = given.get(name) ?? "";
  if (!state.users.has(state.as)) state.as = state.workspace.starters[0]?.as ?? persons()[0].id;
}

// --- looking things up ---

export const bot = () => state.users.get(state.workspace.app.bot_user);
export const me = () => state.users.get(state.as);
export const persons = () => [...state.users.values()].filter((user) => !user.is_bot && !user.deleted);
export const conversation = () => state.conversations.find((known) => known.id === state.channel);
export const botChannel = () => state.conversations.find((known) => known.with === bot().id);
export const withBot = () => conversation()?.with === bot().id;
export const direct = () => conversation()?.kind === "im";

const unread = (conversations) => conversations.reduce((sum, known) => sum + known.unread, 0);

/** Where a person comes in: the closed channel is where work waits, else the app. */
const landing = () => state.conversations.find((known) => known.kind === "private") ?? botChannel();

// --- reading ---

export async function loadWorkspace() {
  const told = await get("workspace");
  if (told.error) throw new Error(told.error);
  state.workspace = told;
  for (const user of told.users) state.users.set(user.id, user);
}

/** Everything that the place shows; false where the workspace does not answer. */
export async function load() {
  const { as } = state;
  const conversations = await get("conversations", { as });
  if (conversations.error) return false;
  if (as !== state.as) return load();
  state.conversations = conversations;
  people.channels.clear();
  for (const known of conversations) people.channels.set(known.id, known);
  if (!conversation()) Object.assign(state, { channel: (state.tab ? botChannel() : landing()).id, thread: "" });
  if (!withBot()) state.tab = "";
  const { channel, thread, tab } = state;
  const [messages, views] = await Promise.all([readMessages(as, channel, thread), readViews(as, tab)]);
  await released();
  if (as !== state.as || channel !== state.channel || thread !== state.thread || tab !== state.tab) return load();
  if (!messages || !views) return false;
  conversation().unread = 0;
  Object.assign(state, messages, views);
  seen.set(as, unread(conversations));
  state.news.delete(as);
  return true;
}

async function readMessages(as, channel, thread) {
  const messages = await get("messages", { as, channel });
  if (messages.error) return null;
  const known = (ts) => state.replies.get(ts)?.length ?? 0;
  const latest = messages.slice(-UNFOLDED).map((message) => message.ts);
  const grown = messages.filter((message) => known(message.ts) < (message.reply_count ?? 0)).map(({ ts }) => ts);
  const wanted = new Set(direct() ? [...latest, ...grown, thread] : [thread]);
  const read = [...wanted].filter(Boolean).map(async (ts) => {
    const all = await get("messages", { as, channel, thread: ts });
    return [ts, all.error ? [] : all.filter((message) => message.ts !== ts)];
  });
  return { messages, replies: new Map([...state.replies, ...(await Promise.all(read))]) };
}

async function readViews(as, tab) {
  const [modals, prompts, home] = await Promise.all([
    get("modals", { as }),
    get("prompts", { as }),
    tab === "home" ? get("home", { as }) : { view: null },
  ]);
  if (modals.error || prompts.error || home.error) return null;
  return { modals, prompts: prompts.prompts, home: home.view };
}

/** Where something new waits for another person, so that a visitor sees where to look next. */
export async function loadNews() {
  for (const { id } of persons().filter((user) => user.id !== state.as)) {
    const conversations = await get("conversations", { as: id });
    if (conversations.error) return;
    const now = unread(conversations);
    if (!seen.has(id)) seen.set(id, now);
    state.news.set(id, Math.max(0, now - seen.get(id)));
  }
}
