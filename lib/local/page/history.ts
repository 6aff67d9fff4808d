/** What was sent from the box, to be recalled with the arrow keys as in a shell. */
export function createHistory() {
  const sent: string[] = [];
  let at = 0;

  return {
    add(text: string): void {
      if (sent.at(-1) !== text) sent.push(text);
      at = sent.length;
    },
    /** The text that the key asks for; undefined when the key should do what it does in any text. */
    move(key: string, current: string): string | undefined {
      const isUntouched = current === '' || current === sent[at];
      if (!isUntouched) return undefined;
      if (key === 'ArrowUp' && at > 0) at -= 1;
      else if (key === 'ArrowDown' && at < sent.length) at += 1;
      else return undefined;
      return sent[at] ?? '';
    },
  };
}
