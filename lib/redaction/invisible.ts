/**
 * Terminal colours, control characters but tab and newline, the invisible characters that reorder or hide text
 * (zero-width, bidirectional, tags, fillers), and halves of characters. U+FE0F, which only says that an emoji is one,
 * is not among them.
 */
const INVISIBLE = new RegExp(
  [
    '\\u001b\\[[0-9;?]*[ -/]*[@-~]',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]',
    '(?!\\ufe0f)\\p{Default_Ignorable_Code_Point}',
    '[\\u2028\\u2029\\ufff9-\\ufffb]',
    '\\p{Surrogate}',
  ].join('|'),
  'gu',
);

/** Most lines are of these alone, and then nothing is looked for. */
const PLAIN = /^[\t\n -~]*$/;

/** The text as one sees it. */
export function withoutInvisible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '');
}
