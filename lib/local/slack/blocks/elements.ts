import { byType, type Check, type Fields, flag, object, oneOf, text } from './check.ts';
import { LIMITS } from './limits.ts';

export function plainText(max: number): Check {
  return object({ type: oneOf('plain_text'), text: text(max) }, { emoji: flag });
}

/** plain_text or mrkdwn. */
export function anyText(max: number): Check {
  return byType({
    plain_text: plainText(max),
    mrkdwn: object({ type: oneOf('mrkdwn'), text: text(max) }, { verbatim: flag }),
  });
}

const style = oneOf('primary', 'danger');

export const confirm = object(
  {
    title: plainText(LIMITS.confirmTitle),
    text: anyText(LIMITS.confirmText),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
  },
  { style },
);

/** An element that a person can use: all of them take an action_id. */
export function element(type: string, required: Fields, optional: Fields): Check {
  return object({ type: oneOf(type), ...required }, { action_id: text(LIMITS.actionId), ...optional });
}

export const button = element(
  'button',
  { text: plainText(LIMITS.buttonText) },
  {
    value: text(LIMITS.buttonValue),
    url: text(LIMITS.buttonUrl),
    style,
    confirm,
    accessibility_label: text(LIMITS.buttonLabel),
  },
);
