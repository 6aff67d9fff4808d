import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Check, flag, integer, listOf, object, type Report, text, withRule } from './check.ts';
import { anyText, confirm, element, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
function option(words: (max: number) => Check): Check {
  return object(
    { text: words(LIMITS.optionText), value: text(LIMITS.optionValue) },
    { description: words(LIMITS.optionDescription) },
  );
}

const selectOption = option(plainText);
const selectOptions = listOf(selectOption, LIMITS.selectOptions);

const select = {
  options: selectOptions,
  option_groups: listOf(
    object({ label: plainText(LIMITS.groupLabel), options: selectOptions }),
    LIMITS.selectGroups,
  ),
  placeholder: plainText(LIMITS.selectPlaceholder),
  confirm,
  focus_on_load: flag,
};

export const staticSelect = withRule(
  element('static_select', {}, { ...select, initial_option: selectOption }),
  (value, pointer, report) => {
    checkSource(value, pointer, report);
    checkInitial(value, pointer, report);
  },
);

export const multiStaticSelect = withRule(
  element(
    'multi_static_select',
    {},
    {
      ...select,
      initial_options: selectOptions,
      max_selected_items: integer(1, LIMITS.selectOptions),
    },
  ),
  (value, pointer, report) => {
    checkSource(value, pointer, report);
    checkInitial(value, pointer, report);
  },
);

/** Texts of checkboxes and radio buttons may be mrkdwn; those of menus may not. */
const boxOption = option(anyText);

export const checkboxes = withRule(
  element(
    'checkboxes',
    { options: listOf(boxOption, LIMITS.checkboxOptions) },
    { initial_options: listOf(boxOption, LIMITS.checkboxOptions), confirm, focus_on_load: flag },
  ),
  checkInitial,
);

export const radioButtons = withRule(
  element(
    'radio_buttons',
    { options: listOf(boxOption, LIMITS.radioOptions) },
    { initial_option: boxOption, confirm, focus_on_load: flag },
  ),
  checkInitial,
);

/** Its options alone may have a url. */
export const overflow = element(
  'overflow',
  {
    options: listOf(
      object(
        { text: plainText(LIMITS.optionText), value: text(LIMITS.optionValue) },
        { description: plainText(LIMITS.optionDescription), url: text(LIMITS.optionUrl) },
      ),
      LIMITS.overflowOptions,
    ),
  },
  { confirm },
);

/** The options that an element offers, those of its groups included, in the order they are shown. */
export function optionsOf(choice: JsonObject): JsonObject[] {
  const groups = listOfObjects(choice.option_groups);
  return [choice, ...groups].flatMap((each) => listOfObjects(each.options));
}

function listOfObjects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function checkSource(choice: JsonObject, pointer: string, report: Report): void {
  if ('options' in choice === 'option_groups' in choice) {
    report('must define either `options` or `option_groups`', pointer);
  }
}

/** What is chosen at first must be one of the options, to the letter. */
function checkInitial(choice: JsonObject, pointer: string, report: Report): void {
  const offered = optionsOf(choice);
  for (const name of ['initial_option', 'initial_options']) {
    const initial = [choice[name] ?? []].flat();
    if (initial.every((each) => offered.some((option) => isDeepStrictEqual(option, each)))) continue;
    report(`\`${name}\` must match one of the options`, `${pointer}/${name}`);
  }
}
