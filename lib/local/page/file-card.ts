import type { MessageFile } from './api.ts';
import { el } from './dom.ts';
import type { View } from './view.ts';

/** A file under a message, which a click downloads. */
export function fileCard({ id, name, size }: MessageFile, { words, readFile }: View): HTMLElement {
  const card = el(
    'button',
    { class: 'file', type: 'button', title: words.download },
    el('span', { class: 'file-name' }, name),
    el('span', { class: 'file-size' }, words.bytes(size)),
  );
  card.addEventListener('click', async () => {
    const content = await readFile(id);
    if (content !== undefined) save(name, content);
  });
  return card;
}

function save(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content]));
  el('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
