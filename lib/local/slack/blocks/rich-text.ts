import { byType, flag, integer, listOf, object, oneOf, text } from './check.ts';

/** What a rich text may hold has no limit of its own; the whole message has one. */
const ANY = Number.MAX_SAFE_INTEGER;

const style = object({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag });

const plain = object({ type: oneOf('text'), text: text(ANY) }, { style });

const link = object({ type: oneOf('link'), url: text(ANY) }, { text: text(ANY), unsafe: flag, style });

const date = object(
  { type: oneOf('date'), timestamp: integer(0, ANY), format: text(ANY) },
  { url: text(ANY), fallback: text(ANY), style },
);

const inline = listOf(
  byType({
    text: plain,
    link,
    date,
    user: object({ type: oneOf('user'), user_id: text(ANY) }, { style }),
    channel: object({ type: oneOf('channel'), channel_id: text(ANY) }, { style }),
    emoji: object({ type: oneOf('emoji'), name: text(ANY) }, { unicode: text(ANY), style }),
    broadcast: object({ type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') }, { style }),
    usergroup: object({ type: oneOf('usergroup'), usergroup_id: text(ANY) }, { style }),
    color: object({ type: oneOf('color'), value: text(ANY) }, { style }),
  }),
  ANY,
  0,
);

const section = object({ type: oneOf('rich_text_section'), elements: inline });

const quote = object({ type: oneOf('rich_text_quote'), elements: inline }, { border: oneOf(0, 1) });

const preformatted = object(
  { type: oneOf('rich_text_preformatted'), elements: listOf(byType({ text: plain, link }), ANY) },
  { border: oneOf(0, 1), language: text(ANY) },
);

const list = object(
  { type: oneOf('rich_text_list'), style: oneOf('bullet', 'ordered'), elements: listOf(section, ANY) },
  { indent: integer(0, 8), offset: integer(0, ANY), border: oneOf(0, 1) },
);

/** The elements of a rich_text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richTextElements = listOf(
  byType({
    rich_text_section: section,
    rich_text_preformatted: preformatted,
    rich_text_list: list,
    rich_text_quote: quote,
  }),
  ANY,
);
