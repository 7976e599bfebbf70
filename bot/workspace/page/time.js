// Slack's time stamps in Norwegian words.

const FORMS = {
  clock: new Intl.DateTimeFormat("nb-NO", { hour: "2-digit", minute: "2-digit" }),
  second: new Intl.DateTimeFormat("nb-NO", { timeStyle: "medium" }),
  day: new Intl.DateTimeFormat("nb-NO", { weekday: "long", day: "numeric", month: "long" }),
  stamp: new Intl.DateTimeFormat("nb-NO", { dateStyle: "full", timeStyle: "short" }),
};

const when = (ts) => new Date(Number(ts) * 1000);
export const clock = (ts) => FORMS.clock.format(when(ts));
export const second = (ts) => FORMS.second.format(when(ts));
export const stamp = (ts) => FORMS.stamp.format(when(ts));
export const iso = (ts) => when(ts).toISOString();

export function day(ts) {
  const said = FORMS.day.format(when(ts));
  if (said === FORMS.day.format(new Date())) return "I dag";
  return said[0].toUpperCase() + said.slice(1);
}
