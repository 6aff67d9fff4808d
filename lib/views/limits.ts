/** Slack's limits on what the bot sends, in characters (Block Kit reference). */
export const LIMITS = {
  /** All text of a message's blocks, counted escaped. Undocumented; Slack refuses from about 13,200 on. */
  messageText: 10_000,
  buttonValue: 2_000,
  /** Of a data_table, without its header. */
  tableRows: 100,
  selectOptions: 100,
  optionText: 75,
  optionValue: 150,
  /** Of a plain_text_input. */
  inputText: 3_000,
  /** Ours: a longer line of a log is folded. */
  logLine: 500,
  /** Ours: no name in LTS is longer than 64 characters (API reference, 5.1.1 and 5.2.1). */
  name: 64,
  /** Ours: a sentence of a problem, with all that it quotes. */
  sentence: 500,
} as const;

/** How Slack counts text against the limit of a message: `&`, `<` and `>` count as their entities. */
export function escapedLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x26) length += 4;
    else if (code === 0x3c || code === 0x3e) length += 3;
  }
  return length;
}
