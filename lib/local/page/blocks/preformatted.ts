import { el } from '../dom.ts';
import { type Json, optional, readObjects, readString, ShapeError } from '../json.ts';

/**
 * Log lines. Their text is literal: nothing in it is a link, a mention, an emoji or markup. Each line stands in its
 * own box, so that one too long for the page wraps with its rest indented and stays one line to the eye.
 */
export function preformatted(part: Json): HTMLElement {
  const text = readObjects(part, 'elements').map(literal).join('');
  const lines = text.replace(/\n$/, '').split('\n');
  const boxes = lines.map((line, at) => {
    const end = at < lines.length - 1 ? '\n' : '';
    return el('span', { class: 'log-line' }, line + end);
  });
  return el('pre', { class: 'log' }, ...boxes);
}

function literal(run: Json): string {
  const type = readString(run, 'type');
  if (type === 'text') return readString(run, 'text');
  if (type === 'link') return optional(readString, run, 'text') ?? readString(run, 'url');
  throw new ShapeError(`rich_text_preformatted holds ${type}`);
}
