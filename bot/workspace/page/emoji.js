// The emoji that messages here are likely to name; any other keeps its :name:.

import {drawn} from "./make.js";

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", wave: "👋", clap: "👏", raised_hands: "🙌", pray: "🙏",
  ok_hand: "👌", point_right: "👉", point_down: "👇", muscle: "💪", handshake: "🤝", eyes: "👀", bulb: "💡",
  smile: "😄", blush: "😊", sweat_smile: "😅", slightly_smiling_face: "🙂", grinning: "😀", wink: "😉", joy: "😂", thinking_face: "🤔",
  disappointed: "😞", cry: "😢", heart: "❤️", tada: "🎉", sparkles: "✨", star: "⭐", fire: "🔥", rocket: "🚀",
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", information_source: "ℹ️", question: "❓",
  exclamation: "❗", no_entry: "⛔", lock: "🔒", key: "🔑", bell: "🔔", mega: "📣", loudspeaker: "📢",
  calendar: "📆", date: "📅", spiral_calendar_pad: "🗓️", alarm_clock: "⏰", hourglass: "⌛", clock3: "🕒",
  memo: "📝", pencil: "📝", pencil2: "✏️", clipboard: "📋", books: "📚", book: "📖", page_facing_up: "📄",
  link: "🔗", email: "📧", envelope: "✉️", phone: "☎️", telephone_receiver: "📞", speech_balloon: "💬",
  busts_in_silhouette: "👥", bust_in_silhouette: "👤", office: "🏢", house: "🏠", construction: "🚧", factory: "🏭",
  seedling: "🌱", evergreen_tree: "🌲", earth_africa: "🌍", map: "🗺️", round_pushpin: "📍", pushpin: "📌",
  chart_with_upwards_trend: "📈", bar_chart: "📊", moneybag: "💰", briefcase: "💼", mag: "🔍", gear: "⚙️",
  robot_face: "🤖", coffee: "☕", cake: "🍰", gift: "🎁", trophy: "🏆", one: "1️⃣", two: "2️⃣", three: "3️⃣",
  arrow_right: "➡️", arrow_left: "⬅️", ballot_box_with_ballot: "🗳️", "flag-no": "🇳🇴", no: "🇳🇴", wastebasket: "🗑️",
};

const HAND = "M7.5 11 11 3.8c1.6 0 2.6 1.2 2.3 2.8L12.6 10h5.7c1.3 0 2.2 1.2 1.9 2.4l-1.6 6.3c-.3 1-1.1 1.6-2.1 1.6h-9zM7.5 11H4v9.3h3.5z";
const DRAWN = {
  "👍": [HAND],
  "👎": [HAND, "rotate(180 12 12)"],
  "🗑": ["M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5M10 11v6M14 11v6"],
  "📄": ["M6 3h8.5L19 7.5V21H6zM14 3v5h5"],
  "🖼": ["M3.5 5h17v14h-17zM6 16l4-4.5 3 3 2-2 3 3.5M15.5 9h.01"],
};

export function emoji(name) {
  return EMOJI[name.split("::")[0]] || `:${name}:`;
}

/** Text as nodes: the few signs that buttons live by are drawn, as not every machine has a font for them. */
export function withSigns(text) {
  const parts = text.split(/(👍|👎|🗑|📄|🖼)\uFE0F?/u);
  return parts.filter(Boolean).map((part) => (DRAWN[part] ? sign(part) : document.createTextNode(part)));
}

function sign(given) {
  const [d, transform] = DRAWN[given];
  return drawn("svg", {viewBox: "0 0 24 24", class: "bk-sign", role: "img", "aria-label": given}, drawn("path", {d, transform}));
}
