const ADDRESS = /(?<![a-z\d+.-])[a-z][a-z\d+.-]{0,20}:\/\/[^\s"'<>`|]+/gi;

/**
 * A text without the addresses of pages, whose hosts and times are those of a dashboard. Something stays in their
 * place, or a name before one would take the next line for its value.
 */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '…');
}
