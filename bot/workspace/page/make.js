// Making nodes: content always becomes text or attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";
let count = 0;

/** A new id, for labels and descriptions. */
export function newId(kind = "b") {
  count += 1;
  return `${kind}-${count}`;
}

/** `onclick: fn` listens, `true` sets a bare attribute; null, undefined and false leave it out. */
export function make(tag, given = {}, ...children) {
  return fill(document.createElement(tag), given, children);
}

export function drawn(tag, given = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), given, children);
}

function fill(node, given, children) {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

/** Add ids to aria-describedby, or take them away. */
export function describe(node, id, on = true) {
  const ids = new Set((node.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
  if (on) ids.add(id);
  else ids.delete(id);
  if (ids.size) node.setAttribute("aria-describedby", [...ids].join(" "));
  else node.removeAttribute("aria-describedby");
}
