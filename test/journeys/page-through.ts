import { expect } from 'vitest';
import { actionsOf, linesOf, type openWorkspace, type Shown } from './workspace.ts';

export type Person = ReturnType<Awaited<ReturnType<typeof openWorkspace>>['person']>;

/**
 * Clicks until the button is gone, or brings the same lines again as `Newer` does at the newest end; gives the pages in
 * the order they were seen. More than `most` pages are a fault: whoever asks knows how many lines there are.
 */
export async function clickThrough(
  person: Person,
  first: Shown,
  actionId: 'older' | 'newer',
  most: number,
): Promise<Shown[]> {
  const pages = [first];
  for (let clicks = 0; clicks < most; clicks += 1) {
    const page = pages.at(-1) ?? first;
    if (!actionsOf(page).includes(actionId)) return pages;
    expect(await person.click(page.ts, actionId)).toMatchObject({ status: 200 });
    const next = await reread(person, page);
    if (linesOf(next).join('\n') === linesOf(page).join('\n')) return pages;
    pages.push(next);
  }
  throw new Error(`more than ${most} pages`);
}

/** The message as it stands now. */
export async function reread(person: Person, { ts }: Shown): Promise<Shown> {
  const message = (await person.messages()).find((each) => each.ts === ts);
  if (!message) throw new Error('the message is gone');
  return message;
}
