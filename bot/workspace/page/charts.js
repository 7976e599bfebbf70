// Tables, and figures as bars, lines and circles with their numbers in a table beside.

import {drawn, make} from "./make.js";
import {richText} from "./rich_text.js";

const PAGE = 20;
const said = (value) => new Intl.NumberFormat("nb-NO", {maximumFractionDigits: 2}).format(value);

// --- tables ---

export function table(block, people) {
  const align = (i) => block.column_settings?.[i]?.align;
  const [head, ...rest] = block.rows;
  return scrolling(make("table", {class: "bk-cells"}, make("thead", {}, row(head, "th", people, align)), make("tbody", {}, rest.map((cells) => row(cells, "td", people, align)))), "Tabell");
}

export function dataTable(block, people) {
  const [head, ...rest] = block.rows;
  const size = block.page_size || PAGE;
  const body = make("tbody");
  const align = (i) => (rest[0]?.[i]?.type === "raw_number" ? "right" : "");
  const caption = make("caption", {}, block.caption);
  const shown = make("table", {class: "bk-cells"}, caption, make("thead", {}, row(head, "th", people, align)), body);
  const show = (page) => body.replaceChildren(...rest.slice(page * size, (page + 1) * size).map((cells) => row(cells, "td", people, align, block.row_header_column_index)));
  show(0);
  return [scrolling(shown, block.caption), rest.length > size && pager(Math.ceil(rest.length / size), show)];
}

function row(cells, tag, people, align, heading = -1) {
  const cell = (given, i) => {
    const kind = i === heading ? "th" : tag;
    const node = make(kind, {scope: kind === "th" && (tag === "th" ? "col" : "row")}, content(given, people));
    if (align(i)) node.style.textAlign = align(i);
    return node;
  };
  return make("tr", {}, cells.map(cell));
}

function content(cell, people) {
  return cell.type === "rich_text" ? richText(cell, people) : cell.text ?? said(cell.value);
}

/** Wide tables scroll by themselves, also by keyboard. */
function scrolling(node, label) {
  return make("div", {class: "bk-wide", tabindex: "0", role: "region", "aria-label": label}, node);
}

function pager(pages, show) {
  let page = 0;
  const status = make("span", {class: "bk-muted", role: "status"});
  const step = (by, label) => make("button", {type: "button", class: "bk-button bk-small", onclick: () => turn(by)}, label);
  const steps = [step(-1, "Forrige"), step(1, "Neste")];
  const turn = (by) => {
    page = Math.min(Math.max(page + by, 0), pages - 1);
    status.textContent = `Side ${page + 1} av ${pages}`;
    steps[0].setAttribute("aria-disabled", String(page === 0));
    steps[1].setAttribute("aria-disabled", String(page === pages - 1));
    show(page);
  };
  const node = make("div", {class: "bk-pager"}, steps[0], status, steps[1]);
  turn(0);
  return node;
}

// --- figures ---

const KINDS = {bar: ["Søylediagram", bars], line: ["Linjediagram", lines], area: ["Flatediagram", lines], pie: ["Sektordiagram", pie]};

export function chart(block) {
  const {chart: given, title} = block;
  const [kind, draw] = KINDS[given.type];
  const picture = make("div", {class: "bk-drawing", role: "img", "aria-label": `${kind}: ${title}. Tallene står i tabellen under.`}, draw(given));
  const head = make("figcaption", {class: "bk-heading"}, title);
  const numbers = make("details", {class: "bk-numbers"}, make("summary", {}, "Tallene i en tabell"), figures(given, title));
  return make("figure", {class: "bk-figure bk-chart"}, head, legend(given), picture, numbers);
}

function figures({segments, series, axis_config: axis}, title) {
  const head = segments ? ["", "Verdi"] : [axis.x_label || "", ...series.map(({name}) => name)];
  const rows = segments
    ? segments.map(({label, value}) => [label, said(value)])
    : axis.categories.map((name, i) => [name, ...series.map(({data}) => said(data[i].value))]);
  const cells = ([first, ...rest]) => make("tr", {}, make("th", {scope: "row"}, first), rest.map((value) => make("td", {class: "bk-number"}, value)));
  const columns = make("tr", {}, head.map((name, i) => make("th", {scope: "col", class: i ? "bk-number" : null}, name)));
  return scrolling(make("table", {class: "bk-cells"}, make("thead", {}, columns), make("tbody", {}, rows.map(cells))), title);
}

function legend({segments, series}) {
  const total = (segments || []).reduce((sum, {value}) => sum + value, 0);
  const names = segments
    ? segments.map(({label, value}) => `${label}: ${said(value)} (${Math.round((value / total) * 100)} %)`)
    : series.length > 1 && series.map(({name}) => name);
  if (!names) return null;
  return make("ul", {class: "bk-legend"}, names.map((name, i) => make("li", {}, make("span", {class: `bk-key bk-hue-${i}`}), name)));
}

/** Lying bars, so that long names and narrow screens are no trouble. */
function bars({series, axis_config: axis}) {
  const most = Math.max(...series.flatMap(({data}) => data.map(({value}) => Math.abs(value))), 0) || 1;
  const one = (value, i) => {
    const bar = value !== 0 && make("span", {class: `bk-bar bk-hue-${i}`});
    if (bar) bar.style.inlineSize = `${(Math.abs(value) / most) * 100}%`;
    return make("span", {class: "bk-bar-line"}, make("span", {class: "bk-bar-room"}, bar), make("span", {class: "bk-bar-value"}, said(value)));
  };
  const group = (name, i) => [make("span", {class: "bk-bar-name"}, name), make("span", {}, series.map(({data}, j) => one(data[i].value, j)))];
  return make("div", {class: "bk-bars"}, axis.categories.flatMap(group), axis.y_label && make("span", {class: "bk-muted bk-axis"}, axis.y_label));
}

const BOX = {width: 360, height: 180, left: 44, right: 10, top: 10, bottom: 24};

function lines({type, series, axis_config: axis}) {
  const values = series.flatMap(({data}) => data.map(({value}) => value));
  const marks = steps(Math.min(0, ...values), Math.max(0, ...values));
  const x = (i) => BOX.left + ((BOX.width - BOX.left - BOX.right) * (axis.categories.length > 1 ? i / (axis.categories.length - 1) : 0.5));
  const y = (value) => BOX.height - BOX.bottom - ((value - marks[0]) / (marks.at(-1) - marks[0])) * (BOX.height - BOX.top - BOX.bottom);
  const svg = drawn("svg", {viewBox: `0 0 ${BOX.width} ${BOX.height}`, class: "bk-svg", "aria-hidden": "true"});
  for (const mark of marks) {
    svg.append(drawn("line", {class: "bk-grid", x1: BOX.left, x2: BOX.width - BOX.right, y1: y(mark), y2: y(mark)}));
    svg.append(drawn("text", {class: "bk-tick", x: BOX.left - 6, y: y(mark) + 3.5, "text-anchor": "end"}, said(mark)));
  }
  series.forEach(({data}, i) => svg.append(...trace(data.map(({value}, j) => [x(j), y(value)]), i, type === "area" && y(Math.max(0, marks[0])))));
  svg.append(...ticks(axis.categories, x));
  return [svg, make("div", {class: "bk-muted bk-axis"}, [axis.y_label, axis.x_label].filter(Boolean).join(" / "))];
}

function trace(points, i, floor) {
  const path = points.map(([x, y], j) => `${j ? "L" : "M"}${x} ${y}`).join("");
  const dots = points.map(([x, y]) => drawn("circle", {class: `bk-hue-${i}`, cx: x, cy: y, r: 2.6}));
  const below = floor === false ? [] : [drawn("path", {class: `bk-area bk-hue-${i}`, d: `${path}L${points.at(-1)[0]} ${floor}L${points[0][0]} ${floor}Z`})];
  return [...below, drawn("path", {class: `bk-line bk-hue-${i}`, d: path}), ...dots];
}

/** As many names along the axis as have room. */
function ticks(names, x) {
  const room = Math.max(...names.map((name) => Math.min(name.length, 12))) * 6 + 10;
  const every = Math.max(1, Math.ceil((names.length * room) / (BOX.width - BOX.left)));
  const anchor = (i) => (i === names.length - 1 && names.length > 1 ? "end" : "middle");
  const text = (name, i) => i % every === 0 && drawn("text", {class: "bk-tick", x: x(i), y: BOX.height - 6, "text-anchor": anchor(i)}, name.length > 12 ? `${name.slice(0, 11)}…` : name);
  return names.map(text).filter(Boolean);
}

/** Round numbers from below the least to above the most. */
function steps(least, most) {
  const rough = (most - least || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const from = Math.floor(least / step);
  return Array.from({length: Math.ceil(most / step) - from + 1 || 1}, (_, i) => (from + i) * step);
}

function pie({segments}) {
  const total = segments.reduce((sum, {value}) => sum + value, 0);
  const svg = drawn("svg", {viewBox: "-1 -1 2 2", class: "bk-svg bk-pie", "aria-hidden": "true"});
  if (segments.length === 1) svg.append(drawn("circle", {class: "bk-hue-0", cx: 0, cy: 0, r: 1}));
  let from = 0;
  const point = (share) => `${Math.sin(share * 2 * Math.PI)} ${-Math.cos(share * 2 * Math.PI)}`;
  segments.forEach(({value}, i) => {
    const to = from + value / total;
    if (segments.length > 1) svg.append(drawn("path", {class: `bk-slice bk-hue-${i}`, d: `M0 0L${point(from)}A1 1 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}Z`}));
    from = to;
  });
  return svg;
}
