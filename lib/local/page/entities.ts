/** Undoes the three escapes that Slack knows. `&amp;` last, so that `&amp;lt;` becomes `&lt;`. */
export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
