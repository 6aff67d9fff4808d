import { byType, listOf, object, oneOf, text, withRule } from './check.ts';
import { block, reportRepeatedActions } from './common-blocks.ts';
import { confirm, element, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

const vote = object(
  { text: plainText(LIMITS.buttonText), value: text(LIMITS.buttonValue) },
  { accessibility_label: text(LIMITS.buttonLabel) },
);

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
const feedbackButtons = element('feedback_buttons', { positive_button: vote, negative_button: vote }, {});

/** https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
const iconButton = element(
  'icon_button',
  { icon: oneOf('trash'), text: plainText(LIMITS.buttonText) },
  {
    value: text(LIMITS.buttonValue),
    accessibility_label: text(LIMITS.buttonLabel),
    confirm,
    visible_to_user_ids: listOf(text(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER),
  },
);

/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const contextActions = withRule(
  block('context_actions', {
    elements: listOf(
      byType({ feedback_buttons: feedbackButtons, icon_button: iconButton }),
      LIMITS.contextActionsElements,
    ),
  }),
  reportRepeatedActions,
);
