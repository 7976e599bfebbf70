// The question that an element may ask before it acts.

import {make, newId} from "./make.js";
import {plain, words} from "./mrkdwn.js";

/** Resolves to whether the person went on. */
export function confirmed(question, people) {
  const title = newId("title");
  const text = newId("text");
  const style = question.style === "danger" ? "bk-danger" : "bk-primary";
  const yes = make("button", {type: "button", class: `bk-button ${style}`, onclick: () => dialog.close("yes")}, plain(question.confirm.text));
  const no = make("button", {type: "button", class: "bk-button", onclick: () => dialog.close("")}, plain(question.deny.text));
  const dialog = make(
    "dialog",
    {class: "bk-dialog bk-confirm", role: "alertdialog", "aria-labelledby": title, "aria-describedby": text},
    make("h2", {id: title}, plain(question.title.text)),
    make("div", {id: text, class: "bk-text"}, words(question.text, people)),
    make("div", {class: "bk-foot"}, no, yes),
  );
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
