"""The modals and messages of a question that goes to a person."""

from bot.core.blocks import Message, View, actions, button, context, modal, quoted, section, text_input
from bot.core.texts import Lang, escape
from bot.domain.inquiries import Inquiry, fingerprint
from bot.slack.words import BACK, CANCEL, CLOSE, REVIEW, SEND
from handlers.inquiries import words

LONGEST_QUESTION = 1000
LONGEST_REPLY = 2500  # one section of a message, with every character escaped, holds at least this much of plain words


def form(lang: Lang, question_id: str, question: str, channel: str | None) -> View:
    """What the asker sees before anything is sent."""
    before = section(f"{words.BEFORE[lang]} {_where(lang, channel)}")
    field = text_input("question", words.QUESTION[lang], initial=question, longest=LONGEST_QUESTION)
    title, close = words.SEND[lang], CANCEL[lang]
    return modal("inquiry.send", title, [before, field], submit=SEND[lang], close=close, data=question_id)


def receipt(lang: Lang, channel: str | None) -> View:
    sent = words.SENT(lang, where=_where(lang, channel))
    return modal("notice", words.SENT_TITLE[lang], [section(sent)], close=CLOSE[lang])


def for_staff(lang: Lang, inquiry: Inquiry) -> Message:
    """The wall of the staff channel."""
    reply = actions(button(words.REPLY[lang], "inquiry.reply", inquiry.id, style="primary"))
    return _staff_message(lang, inquiry, [reply], "")


def answered(lang: Lang, inquiry: Inquiry) -> Message:
    """The same, once it is answered."""
    done = words.ANSWERED[lang].format(person=f"<@{inquiry.replied_by}>")
    return _staff_message(lang, inquiry, [context(done)], f"\n{done}")


def withdrawn() -> Message:
    """In all languages, since who deletes themselves does not know the wall's."""
    said = " ".join(words.TAKEN_BACK[lang] for lang in ("nb", "en"))
    return Message(said, [section(said)])


def reply_form(lang: Lang, inquiry: Inquiry) -> View:
    field = text_input("reply", words.YOUR_REPLY[lang], initial=inquiry.draft, longest=LONGEST_REPLY)
    title, close = words.REPLY[lang], CANCEL[lang]
    blocks = [quoted(inquiry.words), field]
    return modal("inquiry.preview", title, blocks, submit=REVIEW[lang], close=close, data=inquiry.id)


def preview(lang: Lang, inquiry: Inquiry) -> View:
    shown = reply_message(inquiry, inquiry.draft).blocks
    blocks = [context(words.AS_SEEN[lang]), *shown]
    data = f"{inquiry.id} {fingerprint(inquiry.draft)}"
    title, close = REVIEW[lang], BACK[lang]
    return modal("inquiry.confirm", title, blocks, submit=SEND[lang], close=close, data=data)


def reply_message(inquiry: Inquiry, reply: str) -> Message:
    """What the asker gets, in the language of the question."""
    lang: Lang = inquiry.lang  # type: ignore[assignment]
    heading = words.ANSWER(lang, words=inquiry.words)
    heading = f"<@{inquiry.asker}> {heading}" if _public(inquiry.channel) else heading
    return Message(f"{heading}\n{escape(reply)}", [section(heading), quoted(reply)])


def _staff_message(lang: Lang, inquiry: Inquiry, below: list[dict[str, object]], after: str) -> Message:
    heading = words.NEW[lang].format(person=f"<@{inquiry.asker}>")
    where = words.ASKED_PRIVATELY[lang]
    if _public(inquiry.channel):
        where = words.ASKED_IN_CHANNEL[lang].format(channel=f"<#{inquiry.channel}>")
    text = f"{heading}\n{escape(inquiry.words)}\n{where}{after}"
    return Message(text, [section(f"*{heading}*"), quoted(inquiry.words), context(where), *below])


def _where(lang: Lang, channel: str | None) -> str:
    return words.COMES_IN_THREAD[lang] if _public(channel) else words.COMES_PRIVATELY[lang]


def _public(channel: str | None) -> bool:
    return channel is not None and not channel.startswith("D")
