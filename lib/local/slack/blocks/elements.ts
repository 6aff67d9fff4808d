import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { byType, type Check, flag, listOf, object, oneOf, type Report, text, withRule } from './check.ts';
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

const confirm = object(
  {
    title: plainText(LIMITS.confirmTitle),
    text: anyText(LIMITS.confirmText),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
  },
  { style },
);

const button = object(
  { type: oneOf('button'), text: plainText(LIMITS.buttonText) },
  {
    action_id: text(LIMITS.actionId),
    value: text(LIMITS.buttonValue),
    url: text(LIMITS.buttonUrl),
    style,
    confirm,
    accessibility_label: text(LIMITS.buttonLabel),
  },
);

const option = object(
  { text: plainText(LIMITS.optionText), value: text(LIMITS.optionValue) },
  { description: plainText(LIMITS.optionDescription) },
);

const options = listOf(option, LIMITS.selectOptions);

const optionGroup = object({ label: plainText(LIMITS.groupLabel), options });

const staticSelect = withRule(
  object(
    { type: oneOf('static_select') },
    {
      action_id: text(LIMITS.actionId),
      options,
      option_groups: listOf(optionGroup, LIMITS.selectGroups),
      initial_option: option,
      placeholder: plainText(LIMITS.selectPlaceholder),
      confirm,
      focus_on_load: flag,
    },
  ),
  checkChoices,
);

/** The interactive elements that a section's accessory and an actions block may hold. */
export const interactive = byType({ button, static_select: staticSelect });

/** The options that a select offers, those of its groups included, in the order they are shown. */
export function optionsOf(select: JsonObject): JsonObject[] {
  const groups = listOfObjects(select.option_groups);
  return [select, ...groups].flatMap((each) => listOfObjects(each.options));
}

function listOfObjects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function checkChoices(select: JsonObject, pointer: string, report: Report): void {
  if ('options' in select === 'option_groups' in select) {
    report('must define either `options` or `option_groups`', pointer);
  }
  const initial = select.initial_option;
  if (initial === undefined) return;
  if (optionsOf(select).some((each) => isDeepStrictEqual(each, initial))) return;
  report('`initial_option` must match one of the options', `${pointer}/initial_option`);
}
