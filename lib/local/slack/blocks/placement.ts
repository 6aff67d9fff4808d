import { byType } from './check.ts';
import { checkboxes, multiStaticSelect, overflow, radioButtons, staticSelect } from './choices.ts';
import { button } from './elements.ts';
import { imageElement } from './images.ts';
import { datepicker, datetimepicker, numberInput, plainTextInput, timepicker } from './inputs.ts';

/**
 * Which element stands in which block, as each element's page says under "Works with block types":
 * https://docs.slack.dev/reference/block-kit/block-elements
 */
const everywhere = {
  checkboxes,
  datepicker,
  multi_static_select: multiStaticSelect,
  radio_buttons: radioButtons,
  static_select: staticSelect,
  timepicker,
};

export const sectionAccessory = byType({ ...everywhere, button, image: imageElement, overflow });

export const actionsElement = byType({ ...everywhere, button, overflow, datetimepicker });

export const inputElement = byType({
  ...everywhere,
  datetimepicker,
  number_input: numberInput,
  plain_text_input: plainTextInput,
});
