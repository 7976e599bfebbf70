// The app's modals as one dialog: the top of the stack, with what is typed kept for as long as the view lives.

import {post} from "./api.js";
import {renderBlocks} from "./blocks.js";
import {focusOn, Form} from "./form.js";
import {make, newId} from "./make.js";
import {plain} from "./mrkdwn.js";

const drafts = new Map(); // view id -> {as, values}
let shown = null; // the view on the screen
let opener = null; // what had the focus last outside of modals: there it goes when all is closed

addEventListener("focusin", ({target}) => {
  if (!target.closest("dialog")) opener = target;
});

/** Show the stack of /control/modals; call it with whatever came last. */
export function syncModals(views, context) {
  keepDraft();
  forgetDrafts(views, context.as);
  const top = views.at(-1);
  if (!top) return hide();
  const key = [context.as, top.id, top.hash].join(" ");
  if (shown?.key !== key) draw(top, key, context, views.length);
  shown.context = context;
  tell(top);
}

function keepDraft() {
  if (shown) drafts.set(shown.view.id, {as: shown.context.as, values: shown.form.values()});
}

function forgetDrafts(views, as) {
  const open = new Set(views.map((view) => view.id));
  for (const [id, draft] of drafts) if (draft.as === as && !open.has(id)) drafts.delete(id);
}

function hide() {
  if (!shown) return;
  shown.dialog.remove();
  shown = null;
  (opener?.isConnected ? opener : replaced(opener)).focus();
}

/** The message may have been drawn anew meanwhile, also changed: then the last that does the same. */
function replaced(node) {
  const named = (name) => CSS.escape(node?.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? "");
  const action = `[data-action-id="${named("action-id")}"] :is(button, a, select, input)`;
  const same = document.querySelector(`[data-block-id="${named("block-id")}"] ${action}`);
  return same ?? [...document.querySelectorAll(`main ${action}`)].at(-1) ?? document.querySelector("main");
}

function draw(view, key, context, depth) {
  const inside = shown && document.activeElement;
  const place = inside?.closest?.("[data-block-id]")?.dataset.blockId;
  const same = shown?.view.id === view.id;
  shown?.dialog.remove();
  const form = new Form();
  const entered = drafts.get(view.id)?.values;
  shown = {key, view, form, context, said: "", busy: false};
  const act = (block_id, action_id, payload) => click(view, {...payload, block_id, action_id});
  const options = (block_id, action_id, value) => post("/control/options", {as: context.as, view_id: view.id, block_id, action_id, value});
  const body = renderBlocks(view.blocks, {people: context.people, act, options, form, entered});
  shown.dialog = frame(view, body, depth);
  document.body.append(shown.dialog);
  shown.dialog.showModal();
  if (!(same && refocus(place))) focusOn(shown.dialog.querySelector("[autofocus]") || body.querySelector("input, textarea, select, button, a") || shown.dialog);
}

function refocus(block) {
  const node = block && shown.dialog.querySelector(`[data-block-id="${CSS.escape(block)}"] :is(input, textarea, select, button, a)`);
  node?.focus();
  return Boolean(node);
}

function frame(view, body, depth) {
  const title = newId("title");
  const closing = plain(view.close?.text) || (view.submit ? "Avbryt" : depth > 1 ? "Tilbake" : "Lukk");
  shown.error = make("p", {class: "bk-error", role: "alert"});
  shown.submit = view.submit && make("button", {type: "submit", class: "bk-button bk-primary"}, plain(view.submit.text));
  const form = make(
    "form",
    {class: "bk-sheet", novalidate: true, onsubmit: submit},
    make("div", {class: "bk-head"}, make("h2", {id: title}, plain(view.title.text)), make("button", {type: "button", class: "bk-button bk-quiet", "aria-label": "Lukk vinduet", onclick: close}, "×")),
    make("div", {class: "bk-scroll"}, body),
    make("div", {class: "bk-foot"}, shown.error, make("button", {type: "button", class: "bk-button", onclick: close}, closing), shown.submit),
  );
  return make("dialog", {class: "bk-dialog", "aria-labelledby": title, tabindex: "-1", onkeydown: escape, oncancel: (event) => event.preventDefault()}, form);
}

function escape(event) {
  if (event.key !== "Escape" || event.target.closest("dialog") !== shown?.dialog) return;
  event.preventDefault();
  close();
}

/** The words of a refusal, once: what is mended meanwhile stays mended. */
function tell(view) {
  const said = sayings(view);
  if (said === shown.said || !(view.errors || view.error)) return;
  shown.said = said;
  say(view);
}

const sayings = ({errors = {}, error = ""}) => JSON.stringify([errors, error]);

function say({errors = {}, error = ""}) {
  shown.form.show(errors);
  shown.error.textContent = error;
}

async function submit(event) {
  event.preventDefault();
  const mine = shown;
  if (!mine || mine.busy || !mine.submit) return;
  const refusals = mine.form.refusals();
  say({errors: refusals});
  if (Object.keys(refusals).length) return;
  busy(mine, true);
  const body = {as: mine.context.as, view_id: mine.view.id, values: mine.form.values()};
  const answer = await post("/control/submit", body).catch(() => ({error: "Fikk ikke kontakt. Prøv igjen."}));
  busy(mine, false);
  if (shown === mine && (answer.errors || answer.error)) {
    mine.said = sayings(answer);
    say(answer);
  }
  await mine.context.refresh();
}

function busy(mine, on) {
  mine.busy = on;
  mine.submit.setAttribute("aria-busy", String(on));
}

async function close() {
  const {context, view} = shown;
  await post("/control/close", {as: context.as, view_id: view.id}).catch(() => null);
  await context.refresh();
}

async function click(view, given) {
  const {context} = shown;
  const answer = await post("/control/click", {as: context.as, view_id: view.id, ...given});
  await context.refresh();
  return answer.error || null;
}
