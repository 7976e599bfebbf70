// Small parts of the page that several others draw with: icons, portraits, lists that keep what did not change.

import { drawn, make as h } from "./make.js";

const PATHS = {
  channel: "M5 9h14M5 15h14M10 4 8 20M16 4l-2 16",
  private: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  reply: "M5 6.5h14V16h-8l-4 3.5V16H5z",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  close: "M6 6l12 12M18 6 6 18",
  send: "M5 12h13M12.5 6l6 6-6 6",
  eye: "M2.5 12S6 5.5 12 5.5s9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  traffic: "M4 9h14l-4-4M20 15H6l4 4",
};

export { h };

export function icon(name) {
  const given = { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" };
  return drawn("svg", given, drawn("path", { d: PATHS[name] }));
}

export function avatar(user, size = "") {
  const given = { class: `avatar ${size}`, "aria-hidden": "true" };
  if (user?.is_bot) return h("span", given, h("img", { src: "/page/mark.svg", alt: "" }));
  const initials = (user?.real_name ?? "?").split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
  const tone = [...(user?.id ?? "")].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return h("span", { ...given, class: `avatar tone-${tone} ${size}` }, initials);
}

/** Redraw a list of [key, value], leaving rows alone whose value did not change: focus and typing stay there. */
export function keep(parent, rows, draw) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const nodes = rows.map(([key, value]) => {
    const known = old.get(key);
    const from = JSON.stringify(value);
    if (known?.drawnFrom === from) return known;
    const node = draw(value);
    node.dataset.key = key;
    node.drawnFrom = from;
    if (known) keepFocus(known, node);
    return node;
  });
  const wanted = new Set(nodes);
  for (const node of [...parent.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
}

/** What is focused in the old nodes is, once they stand there, focused in the new ones. */
export function keepFocus(old, fresh) {
  const controls = (node) => [...node.querySelectorAll("a, button, input, select, textarea")];
  const at = controls(old).indexOf(document.activeElement);
  if (at >= 0) queueMicrotask(() => controls(fresh)[at]?.focus({ preventScroll: true }));
}

/** To the end, but of a long last part to its beginning. */
export function showEnd(scroll, part) {
  const top = part ? part.offsetTop - scroll.offsetTop - 12 : Infinity;
  scroll.scrollTop = Math.min(top, scroll.scrollHeight - scroll.clientHeight);
}

/** Put new children in place of the old ones, unless they are the same. */
export function redraw(parent, nodes) {
  const fresh = h(parent.tagName, {}, ...nodes);
  if (fresh.innerHTML === parent.innerHTML) return;
  keepFocus(parent, parent);
  parent.replaceChildren(...fresh.childNodes);
}

const HELD = 5000; // milliseconds after which what is held down holds nothing up any more

let pressed = null; // settles when what the pointer holds is let go

/** While something is held down it must stay where it is: a press on what is drawn anew meanwhile would be lost. */
addEventListener("pointerdown", () => {
  pressed ??= new Promise((release) => {
    const ends = new AbortController();
    const letGo = () => {
      ends.abort();
      clearTimeout(tooLong);
      setTimeout(() => release((pressed = null))); // after the click that follows
    };
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, letGo, { capture: true, signal: ends.signal });
    const tooLong = setTimeout(letGo, HELD);
  });
}, { capture: true });

export async function released() {
  while (pressed) await pressed;
}
