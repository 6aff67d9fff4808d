import { type Check, type Fields, object, oneOf, type Report, text, withRule } from './check.ts';
import { plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object: one of the two */
const slackFile = withRule(
  object({}, { id: text(LIMITS.imageUrl), url: text(LIMITS.imageUrl) }),
  (file, pointer, report) => reportUnlessOne(file, ['id', 'url'], pointer, report),
);

const source = {
  type: oneOf('image'),
  alt_text: text(LIMITS.imageAltText),
};

function image(optional: Fields): Check {
  return withRule(
    object(source, { image_url: text(LIMITS.imageUrl), slack_file: slackFile, ...optional }),
    (value, pointer, report) => reportUnlessOne(value, ['image_url', 'slack_file'], pointer, report),
  );
}

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const imageElement = image({});

/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
export const imageBlock = image({ block_id: text(LIMITS.blockId), title: plainText(LIMITS.imageTitle) });

function reportUnlessOne(
  value: object,
  names: readonly [string, string],
  pointer: string,
  report: Report,
): void {
  const [first, second] = names;
  if (first in value === second in value) report(`must define either \`${first}\` or \`${second}\``, pointer);
}
