import { describe, expect, it } from 'vitest';
import { type Alert, openAlert, openStory, optionIn } from './alerts.ts';
import { said } from './faulty.ts';
import { type Language, onlyPosted } from './journey.ts';
import { fieldOf } from './searching.ts';
import { contentOf, linesOf } from './workspace.ts';

const LINES = ['first', 'second', 'third'];
const QUERY = { method: 'POST', path: '/content/query' };
const OLDER = 'older';

const shown = async ({ form }: Alert) => linesOf(await form.top()).map(contentOf);

/** An alert that was looked up, and whose latest line stands in the modal, for the person alone. */
async function openPage(name: string, { language = 'en' as Language } = {}) {
  const journey = await openStory(name, LINES, { language });
  const alert = await openAlert(journey, `edge/${name} is down, 10.1.2.3`);
  await alert.lookUp();
  const labels = fieldOf(await alert.form.top(), 'visibility')?.options.map(({ label }) => label);
  expect(await alert.submit({ limit: '1', visibility: labels?.at(-1) ?? '' })).toEqual([]);
  expect(await shown(alert)).toEqual(['third']);
  return { ...journey, ...alert, press: (id: string) => journey.step(id, () => alert.form.press(id)) };
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('the page is turned in the modal, where nothing leads out of it but a line to be typed', async () => {
    const page = await openPage('turned', { language });
    const { id } = await page.form.top();
    const read = [...(await page.form.read())];
    for (const [action, line] of [
      [OLDER, 'second'],
      [OLDER, 'first'],
      ['newer', 'second'],
      ['newer', 'third'],
      ['newer', 'third'],
    ] as const) {
      expect(await page.press(action)).toEqual([]);
      expect(await shown(page)).toEqual([line]);
      read.push(...(await page.form.read()));
    }
    expect((await page.form.top()).id).toBe(id);
    const masked = read
      .join('\n\n')
      .replace(/\d{4}-\d\d-\d\d[ T][\d:.]+(?: – (?:\d{4}-\d\d-\d\d )?[\d:]+)?/g, 'TIME');
    await expect(masked).toMatchFileSnapshot(`goldens/only-me.${language}.txt`);
    const line = /`\/lts (.*)`$/.exec(read[0] ?? '')?.[1] ?? '';
    const typed = await page.person('operator').ask(`/lts ${line}`);
    expect(linesOf(typed).map(contentOf)).toEqual(LINES.toReversed());
    await page.form.close();
  });
});

it('what goes wrong with a page stands in the modal, and is tried again there', async () => {
  const page = await openPage('retried');
  await page.refuse(500, 'LTS.0010', QUERY, 4);
  expect(await page.press(OLDER)).toEqual([]);
  expect((await page.form.read()).join()).toMatch(/LTS has an internal error\..*\[Try again\]/s);
  expect(await page.press('again')).toEqual([]);
  expect(await shown(page)).toEqual(['second']);
  await page.form.close();
});

it('what is around a line takes the place of the page', async () => {
  const page = await openPage('around');
  await page.press('around');
  expect(await shown(page)).toEqual(LINES.toReversed());
  await page.form.press('around', optionIn(await page.form.top(), 'around', 2));
  expect((await page.form.read()).join()).toContain('Around line 3 below');
  await page.form.close();
});

it('Refine makes a form of it that knows the message, and stays with the person unless they want it otherwise', async () => {
  const page = await openPage('refined');
  expect(await page.press('refine')).toEqual([]);
  const form = await page.form.top();
  const initial = (id: string) => fieldOf(form, id)?.initial;
  expect([initial('stream'), initial('limit'), initial('visibility')]).toEqual(['refined', '1', 'Only me']);
  expect(fieldOf(form, 'found')?.options).toMatchObject([{ label: '10.1.2.3' }]);
  await page.submit({ words: 'second' });
  expect(await shown(page)).toEqual(['second']);
  await page.press('refine');
  const posted = onlyPosted(await page.submit({ visibility: 'Everybody, in the thread' }));
  expect([posted.threadTs, linesOf(posted).map(contentOf)]).toEqual([page.ts, ['second']]);
  expect(await page.form.all()).toEqual([]);
});

it('a search that LTS does not answer is tried again in the modal that waited for it', async () => {
  const journey = await openStory('waited', LINES);
  const alert = await openAlert(journey, 'edge/waited is down');
  await alert.lookUp();
  await journey.refuse(500, 'LTS.0010', QUERY, 4);
  expect(await alert.submit({ visibility: 'Only me' })).toEqual([]);
  expect((await alert.form.read()).join()).toContain('LTS has an internal error.');
  await alert.form.press('again');
  expect(await shown(alert)).toEqual(LINES.toReversed());
  await alert.form.close();
});

it('a page that is turned and closed before it comes is told privately; what went wrong with it, and a form, are not', async () => {
  const page = await openPage('left');
  const { user, url, post, idle } = page;
  const closeOver = (actionId: string, fault: () => Promise<unknown>) =>
    page.step(`leaves ${actionId}`, async () => {
      await fault();
      await post(`${url}/local/click`, { user, viewId: (await page.form.top()).id, actionId });
      await page.form.close();
      await idle();
    });
  const slowly = (match: object) => () => page.ltsFault({ match, delayMs: 700 });
  const told = onlyPosted(await closeOver(OLDER, slowly(QUERY)));
  expect([told.channel, told.visibleTo, linesOf(told).map(contentOf)]).toEqual(['ops', user, ['second']]);
  for (const [actionId, fault] of [
    ['refine', slowly({ method: 'GET', path: '/groups' })],
    [
      OLDER,
      () => page.ltsFault({ match: QUERY, delayMs: 700, status: 400, body: '{"error_code":"LTS.0208"}' }),
    ],
  ] as const) {
    await page.lookUp();
    await page.submit({ limit: '1', visibility: 'Only me' });
    expect(said(await closeOver(actionId, fault))).toEqual([]);
  }
});

it.each([
  ['die after LTS has answered', { kill: 'afterLts' }],
  ['get the job twice', { duplicate: true }],
])('where workers %s the page is turned in the modal, and nothing is posted', async (what, fault) => {
  const page = await openPage(`who-${what.replaceAll(' ', '-').toLowerCase()}`);
  await page.fault({ target: 'worker', ...fault });
  expect(await page.press(OLDER)).toEqual([]);
  expect(await shown(page)).toEqual(['second']);
  await page.form.close();
});

it('a page that comes late leaves alone what another click has brought, and what is typed there', async () => {
  const page = await openPage('late');
  const { user, url, post, idle } = page;
  const read = async () => (await page.form.read()).join();
  await page.step('clicks twice', async () => {
    const { id: viewId } = await page.form.top();
    await page.ltsFault({ match: QUERY, delayMs: 1_500 });
    await post(`${url}/local/click`, { user, viewId, actionId: OLDER });
    await post(`${url}/local/click`, { user, viewId, actionId: 'refine' });
    await idle();
  });
  expect(fieldOf(await page.form.top(), 'stream')?.initial).toBe('late');
  await page.submit({ words: 'first' });
  expect(await shown(page)).toEqual(['first']);
  // The next attempt at a click comes when the person has gone on.
  await page.press('around');
  await page.fault({ target: 'worker', kill: 'afterDeliver' });
  await post(`${url}/local/click`, { user, viewId: (await page.form.top()).id, actionId: 'refine' });
  while (!(await read()).includes('Words')) await new Promise((done) => setTimeout(done, 20));
  const { hash } = await page.form.top();
  await idle();
  expect((await page.form.top()).hash).toBe(hash);
  await page.form.close();
});

it('two people turn their pages of the same stream at once, each their own', async () => {
  const page = await openPage('both');
  const other = await openAlert(page, 'edge/both again', { role: 'reader' });
  await other.lookUp();
  await other.submit({ limit: '2', visibility: 'Only me' });
  await Promise.all([page.form.press(OLDER), other.form.press(OLDER)]);
  expect([await shown(page), await shown(other)]).toEqual([['second'], ['first']]);
  await Promise.all([page.form.close(), other.form.close()]);
});

it('what is revealed in the modal is told nowhere else', async () => {
  const page = await openPage('revealed');
  await page.log('edge/revealed', [{ content: 'password=hunter2-horse', time: Date.now() - 30_000 }]);
  await page.press('newer');
  expect(await shown(page)).toEqual(['password=[redacted: password]']);
  expect(await page.press('reveal')).toEqual([]);
  expect(await shown(page)).toEqual(['password=hunter2-horse']);
  await page.press(OLDER);
  expect(await shown(page)).toEqual(['third']);
  await page.press('newer');
  await page.press('reveal');
  await page.press('refine');
  expect(fieldOf(await page.form.top(), 'stream')?.initial).toBe('revealed');
  expect(JSON.stringify(await page.form.top())).not.toContain('hunter2');
  await page.form.close();
});
