// A small menu at a button: arrows move, Enter chooses, Esc closes.

import { h } from "./dom.js";

let close = () => {};

export function openMenu(button, entries) {
  const again = button.getAttribute("aria-expanded") === "true";
  close();
  if (again) return;
  const menu = h("div", { class: "menu", role: "menu" }, ...entries.map((entry) => drawEntry(entry, button)));
  close = () => {
    close = () => {}; // removing what has the focus says "focusout", which would close again
    button.setAttribute("aria-expanded", "false");
    menu.remove();
  };
  button.after(menu);
  button.setAttribute("aria-expanded", "true");
  menu.classList.toggle("up", menu.getBoundingClientRect().bottom > window.innerHeight - 90);
  menu.firstElementChild.focus();
  menu.addEventListener("keydown", (event) => move(event, menu, button));
  menu.addEventListener("focusout", (event) => {
    if (!menu.contains(event.relatedTarget)) close();
  });
}

function drawEntry(entry, button) {
  const choose = () => {
    close();
    button.focus();
    entry.run();
  };
  return h("button", { type: "button", role: "menuitem", tabindex: -1, onclick: choose },
    entry.sign(),
    h("span", {}, entry.label, entry.note ? h("small", {}, entry.note) : null));
}

function move(event, menu, button) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items[(at + step + items.length) % items.length].focus();
  }
  if (event.key === "Escape" || event.key === "Tab") {
    event.stopPropagation();
    close();
    button.focus();
  }
}
