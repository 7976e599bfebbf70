// The emoji that messages here are likely to name; any other keeps its :name:.

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", wave: "👋", clap: "👏", raised_hands: "🙌", pray: "🙏",
  ok_hand: "👌", point_right: "👉", point_down: "👇", muscle: "💪", handshake: "🤝", eyes: "👀", bulb: "💡",
  smile: "😄", slightly_smiling_face: "🙂", grinning: "😀", wink: "😉", joy: "😂", thinking_face: "🤔",
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

export function emoji(name) {
  return EMOJI[name.split("::")[0]] || `:${name}:`;
}
