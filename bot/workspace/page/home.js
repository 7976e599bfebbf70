// The app's Home tab of one person.

import {post} from "./api.js";
import {renderBlocks} from "./blocks.js";
import {Form} from "./form.js";
import {make} from "./make.js";

let last = null; // {key, as, id, form, node}: the same view is the same nodes, so that nothing typed is lost

/** The view of /control/home; a view that has not changed gives the node that already stands. */
export function renderHome(view, {as, people, refresh}) {
  if (!view) return make("p", {class: "bk-muted bk-empty"}, "Her er det tomt ennå.");
  const key = [as, view.id, view.hash].join(" ");
  if (last?.key === key) return last.node;
  const entered = last?.as === as && last.id === view.id ? last.form.values() : undefined;
  const form = new Form();
  const at = {as, view_id: view.id};
  const act = async (block_id, action_id, payload) => {
    const answer = await post("/control/click", {...at, ...payload, block_id, action_id});
    await refresh();
    return answer.error || null;
  };
  const options = (block_id, action_id, value) => post("/control/options", {...at, block_id, action_id, value});
  const node = make("div", {class: "bk-home"}, renderBlocks(view.blocks, {people, act, options, form, entered}));
  keepFocus(last?.node, node);
  last = {key, as, id: view.id, form, node};
  return node;
}

/** When the caller has put the new nodes in place, focus what was focused in the old ones. */
function keepFocus(old, fresh) {
  const at = old?.contains(document.activeElement) && document.activeElement.closest("[data-action-id]")?.dataset.actionId;
  if (!at) return;
  requestAnimationFrame(() => fresh.querySelector(`[data-action-id="${CSS.escape(at)}"] :is(button, a, select, input)`)?.focus());
}
