// The page as a whole: follows the address, listens for changes, and has its parts drawn.

import { LOST, get, post } from "./api.js";
import { drawLog, readLog } from "./log.js";
import { drawMain, toEnd } from "./conversation.js";
import { redraw, released } from "./dom.js";
import { syncModals } from "./modal.js";
import { drawSidebar, drawTop } from "./sidebar.js";
import {
  address, conversation, direct, go, load, loadNews, loadWorkspace, people, readAddress, state, withBot,
} from "./state.js";
import { drawThread } from "./thread.js";

const LISTEN = 20; // seconds that one request waits for news
const GLANCE = 2500; // milliseconds between looks at what is new for the others
const NARROW = matchMedia("(max-width: 760px)");
const part = (id) => document.getElementById(id);

let lost = false;
let drawer = false;
let asked = ""; // the ts of one's own message in a channel, until its answer is shown
let running = null;
let again = false;
let ears = null;

// --- acting ---

async function say(text, thread_ts) {
  const answer = await post("/control/say", { as: state.as, channel: state.channel, text, thread_ts });
  if (!thread_ts) asked = answer.ts ?? "";
  await refresh();
  if (!thread_ts) toEnd();
  return answer.error ?? null;
}

const toggle = {
  log: () => go({ log: state.log ? "" : "1" }),
  drawer: () => {
    drawer = !drawer;
    drawFrame();
    (drawer ? part("sidebar") : part("top")).querySelector("a, button").focus();
  },
};

/** The address is ours: a jump must not go through it. */
function skip(event) {
  event.preventDefault();
  (part("composer-text") ?? part("main")).focus();
}

function onEscape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (drawer) toggle.drawer();
  else if (state.thread) go({ thread: "" });
  else if (state.log) go({ log: "" });
}

// --- drawing ---

function drawFrame() {
  document.body.classList.toggle("drawer", drawer);
  redraw(part("top"), drawTop({ toggle, drawer, lost: lost ? LOST : "" }));
  redraw(part("sidebar"), drawSidebar());
}

function announce(words) {
  part("announcer").textContent = words;
}

function draw() {
  document.title = `${conversation().name} – demonstrasjon`;
  drawFrame();
  const focus = !NARROW.matches; // on a phone it would bring up the keyboard
  drawMain(part("main"), { say, refresh, focus, announce });
  drawThread(part("thread"), { say, refresh, focus });
  syncModals(state.modals, { as: state.as, people, refresh });
  drawLog(part("log"));
}

/** In a channel the bot answers in a thread: open it for whoever asked. */
function openAnswer() {
  const message = state.messages.find((known) => known.ts === asked);
  if (!message?.reply_count || direct() || state.thread || NARROW.matches) return;
  asked = "";
  go({ thread: message.ts });
}

// --- keeping up ---

/** Read everything anew and draw it; several calls at once become one more. */
function refresh() {
  again = true;
  running ??= readAndDraw().finally(() => {
    running = null;
  });
  return running;
}

async function readAndDraw() {
  while (again) {
    again = false;
    lost = !(await load());
    if (lost) drawFrame();
    else draw();
  }
  openAnswer();
}

async function listen(as) {
  ears?.abort();
  const { signal } = (ears = new AbortController());
  let seq = 0;
  while (!signal.aborted) {
    const news = await get("changes", { as, since: seq, wait: LISTEN }, signal);
    if (signal.aborted) return;
    if (news.error || news.seq !== seq) await refresh();
    if (news.error) await new Promise((resume) => setTimeout(resume, GLANCE));
    seq = news.seq ?? 0;
  }
}

async function glance() {
  if (document.hidden) return;
  if (lost) await refresh();
  await Promise.all([loadNews(), readLog()]);
  await released();
  if (!running) drawFrame(); // else the frame would name who comes while the rows still act for who goes
}

async function follow() {
  const before = { ...state };
  readAddress();
  drawer = false;
  if (before.as !== state.as || before.channel !== state.channel) state.replies = new Map();
  await refresh();
  if (location.hash !== address({})) history.replaceState(null, "", address({}));
  if (before.as !== state.as) listen(state.as);
  const moved = ["as", "channel", "tab"].some((name) => before[name] !== state[name]);
  if (moved && withBot()) await post("/control/open_home", { as: state.as, tab: state.tab || "messages" });
}

async function begin() {
  await loadWorkspace();
  addEventListener("hashchange", follow);
  addEventListener("keydown", onEscape);
  part("main").addEventListener("pointerdown", () => drawer && toggle.drawer());
  document.querySelector(".skip").addEventListener("click", skip);
  await follow();
  await glance();
  setInterval(glance, GLANCE);
}

begin();
