import type { Button, PlainTextElement, PlainTextOption, StaticSelect } from '@slack/types';
import type { Click } from '../commands/click.ts';
import { encodeClick } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import type { Words } from './words.ts';

export function button(actionId: string, label: string, click: Click): Button {
  return { type: 'button', action_id: actionId, text: plainText(label), value: encodeClick(click) };
}

/** The same for what destroys: it asks once more, `question` at most 300 characters. */
export function confirmed(asking: Button, question: string, { confirming }: Words): Button {
  const confirm = {
    title: plainText(confirming.title),
    text: plainText(question),
    confirm: asking.text,
    deny: plainText(confirming.no),
    style: 'danger',
  } as const;
  return { ...asking, style: 'danger', confirm };
}

/** Something to choose, and what choosing it stands for. */
export interface Choice {
  readonly label: string;
  readonly click: Click;
}

/** At most 100 choices. */
export function select(actionId: string, placeholder: string, choices: readonly Choice[]): StaticSelect {
  const options = choices.map(
    ({ label, click }): PlainTextOption => ({
      text: plainText(optionText(label)),
      value: encodeClick(click),
    }),
  );
  return { type: 'static_select', action_id: actionId, placeholder: plainText(placeholder), options };
}

/** A label as a select shows it: a name of 64 characters fits, unless they are such as count double. */
export function optionText(label: string): string {
  return label.length <= LIMITS.optionText ? label : showText(label, Math.floor(LIMITS.optionText / 2));
}

/** `emoji: false`: a `:name:` stays as it is. */
function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
