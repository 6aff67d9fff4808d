import { describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { said } from './faulty.ts';
import { type Language, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { openLts } from './lts-side.ts';
import { fieldOf, searchesOf } from './searching.ts';
import { contentOf, linesOf } from './workspace.ts';

const START = String(Date.UTC(2025, 2, 3, 9) / 1_000);
const END = String(Date.UTC(2025, 2, 3, 10) / 1_000);
const LIST = { method: 'GET', path: '/streams' };
const NOT_OPENED = 'Slack did not show the search form.';

const contentsOf = (message: Parameters<typeof linesOf>[0]) => linesOf(message).map(contentOf);

/** Who searches, and a stream `edge/NAME` with some lines, where one is wanted. */
async function openSearch(name?: string, { language = 'en' as Language, channel = 'ops' } = {}) {
  const journey = await openJourney(language);
  if (name !== undefined) {
    await journey.addStream(`edge/${name}`);
    await journey.log(`edge/${name}`, [
      'a timeout',
      { content: 'a payment failed', labels: { level: 'warn' } },
      'another payment failed',
    ]);
  }
  const form = searchesOf(journey);
  const range = language === 'en' ? 'From … to …' : '自定义起止时间';
  return {
    ...journey,
    omar: journey.person('operator', channel),
    form,
    /** Of the lines. */
    ours: { window: range, from: START, to: END },
    submit: (values: Parameters<typeof form.search>[0]) =>
      journey.step('submits the form', () => form.search(values)),
    /** What a field shows at first. */
    initial: async (blockId: string) => fieldOf(await form.top(), blockId)?.initial,
  };
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('the form reads as it should, and says in each field what is wrong', async () => {
    const { omar, form, ours } = await openSearch('wrong', { language });
    await omar.type('/lts search');
    await form.search();
    const unchosen = await form.read();
    await form.choose('group', 'edge', { words: 'timeout' });
    await form.search({ stream: 'wrong', words: '*out', labels: 'level', limit: '500', ...ours, from: null });
    const wrong = await form.read();
    const tomorrow = String(Math.floor(Date.now() / 1_000) + 86_400);
    const read = [];
    for (const values of [
      { words: '"open', labels: 'a=1 a=2', limit: '0', from: START, to: tomorrow },
      { words: '=', labels: '', limit: '10', from: tomorrow, to: END },
      { words: 'x'.repeat(1_400), from: END, to: START },
      { words: '', from: String(Number(START) - 31 * 86_400), to: END },
      { words: '', from: START, to: null },
    ]) {
      expect(await form.search(values)).toMatchObject({ status: 200 });
      read.push(Object.entries(await form.errors()).map(([block, text]) => `! ${block}: ${text}`));
    }
    const all = [...unchosen, ...wrong, ...read.map((lines) => lines.join('\n'))].join('\n\n');
    const masked = all.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME');
    await expect(masked).toMatchFileSnapshot(`goldens/search-form.${language}.txt`);
    await form.close();
  });
});

it('a search that is filled in is answered as a typed one is', async () => {
  const { omar, form, ours, submit } = await openSearch('filled');
  expect(await omar.type('/lts search')).toEqual([]);
  await form.choose('group', 'edge');
  const filled = { ...ours, stream: 'filled', words: '“payment failed”', labels: 'level=warn' };
  const page = onlyPosted(await submit({ ...filled, order: 'oldest first', limit: '20' }));
  expect([page.channel, page.visibleTo, contentsOf(page)]).toEqual(['ops', omar.user, ['a payment failed']]);
  const line = `/lts logs edge/filled "payment failed" level=warn order:oldest limit:20 ${WINDOW}`;
  expect(asText(page)).toBe(asText(await omar.ask(line)));
  expect(await form.all()).toEqual([]);
});

it('what was entered stays when another group is chosen, and its streams are another choice', async () => {
  const { omar, form, ours, submit } = await openSearch('kept');
  await omar.type('/lts search');
  await form.choose('group', 'checkout', { words: 'payment', labels: 'level=warn' });
  const streams = async () => fieldOf(await form.top(), 'stream')?.options.map(({ label }) => label);
  const before = await streams();
  await form.choose('group', 'edge', { ...ours, stream: before?.[0] ?? '', limit: '10' });
  expect(await streams()).toContain('kept');
  expect(await form.search()).toMatchObject({ status: 0 });
  expect(Object.keys(await form.errors())).toEqual(['stream']);
  expect(contentsOf(onlyPosted(await submit({ stream: 'kept' })))).toEqual(['a payment failed']);
});

it('a stream of the group that was chosen before is not searched for another', async () => {
  const { omar, form, fault } = await openSearch();
  await omar.type('/lts search');
  await form.choose('group', 'checkout');
  const [stream] = fieldOf(await form.top(), 'stream')?.options ?? [];
  await fault({ target: 'worker', delayMs: 700 });
  const choosing = form.choose('group', 'edge', { stream: stream?.label ?? '' });
  await form.searchSoon({ stream: stream?.value ?? '' });
  expect(await form.errors()).toEqual({
    stream: 'The streams are not of this group. Wait a moment for its own, or choose another group.',
  });
  await choosing;
  expect(fieldOf(await form.top(), 'stream')?.options.map(({ label }) => label)).not.toContain(stream?.label);
  await form.close();
});

it('streams that LTS does not list cost nothing of what was entered', async () => {
  const { omar, form, refuse, ours, submit, errors } = await openSearch('listed');
  await omar.type('/lts search');
  await refuse(500, 'LTS.0010', LIST, 4);
  await form.choose('group', 'edge', { words: 'payment', ...ours });
  expect((await form.read()).join()).toContain('What you have entered is still here.');
  await form.press('again');
  expect((await form.read()).join()).not.toContain('What you have entered');
  const page = onlyPosted(await submit({ stream: 'listed' }));
  expect(contentsOf(page)).toEqual(['another payment failed', 'a payment failed']);
  expect(errors.join()).not.toContain('Slack did not take a message');
});

it('a group that is chosen, and handed to nobody, costs nothing of what was entered', async () => {
  const { omar, form, fault } = await openSearch();
  await omar.type('/lts search');
  await fault({ target: 'worker', status: 500 });
  await form.choose('group', 'edge', { words: 'payment' });
  expect(fieldOf(await form.top(), 'stream')).toBeUndefined();
  await form.choose('group', 'edge');
  expect(fieldOf(await form.top(), 'stream')?.options).not.toEqual([]);
  expect(await form.search({ words: '*' })).toMatchObject({ status: 0 });
  await form.close();
});

it('the default stream of the channel is filled in, and the answer is for whom the channel wants it', async () => {
  const { omar, ours, submit, initial } = await openSearch('usual', { channel: 'general' });
  await omar.type('/lts use edge/usual');
  await omar.type('/lts answers public');
  await omar.type('/lts search');
  expect([await initial('group'), await initial('stream')]).toEqual(['edge', 'usual']);
  const page = onlyPosted(await submit({ ...ours, words: 'timeout' }));
  expect([page.channel, page.visibleTo]).toEqual(['general', null]);
  expect(asText(page)).toMatch(/~ Asked by <@U0OPERATOR1> at/);
  await omar.type('/lts answers private');
  await omar.type('/lts use none');
});

it('Refine fills in the search of a page, also for others who see it', async () => {
  const journey = await openSearch('refined');
  const { omar, initial, submit } = journey;
  const page = await omar.ask(`/lts logs edge/refined payment level=warn limit:7 order:oldest ${WINDOW}`);
  expect(await omar.press(page, 'refine')).toEqual([]);
  const names = ['group', 'stream', 'words', 'labels', 'window', 'from', 'to', 'limit', 'order'];
  const filled = ['edge', 'refined', 'payment', 'level=warn', 'From … to …', START, END, '7', 'oldest first'];
  expect(await Promise.all(names.map(initial))).toEqual(filled);
  expect(contentsOf(onlyPosted(await submit({ labels: null })))).toHaveLength(2);
  const rita = journey.person('reader');
  const [shared] = await omar.press(page, 'share');
  await rita.press(shared?.message ?? page, 'refine');
  const hers = searchesOf(journey, 'reader');
  const answer = onlyPosted(
    await journey.step('rita submits', () => hers.search({ words: 'timeout', labels: null })),
  );
  expect([answer.visibleTo, contentsOf(answer)]).toEqual([rita.user, ['a timeout']]);
});

it('Refine shows nobody the secrets that somebody has searched for', async () => {
  const { omar, form, initial } = await openSearch('guarded');
  const words = 'payment "password: hunter2-horse"';
  const page = await omar.ask(`/lts logs edge/guarded ${words} password=hunter2-label ${WINDOW}`);
  await omar.press(page, 'refine');
  expect(await initial('words')).toBe('payment "password: [redacted: password]"');
  expect(await initial('labels')).toBe('password="[redacted: password]"');
  await form.close();
});

it('a window that ends now is refined as that, and a click on Newer does not fix its end', async () => {
  const { omar, form, initial } = await openSearch('now');
  const page = await omar.ask('/lts logs edge/now since:1h');
  await omar.press(page, 'refine');
  expect([await initial('window'), await initial('from')]).toEqual(['Last hour', '']);
  await form.close();
  const longer = await omar.ask('/lts logs edge/now since:2h');
  await omar.press(longer, 'refine');
  expect([await initial('window'), await initial('to')]).toEqual(['From … to …', '']);
  await form.close();
});

it('a form that Slack does not open is offered in a message', async () => {
  const { omar, form, fault } = await openSearch('offered');
  const expired = {
    target: 'slack',
    match: { path: '/api/views.open' },
    body: { ok: false, error: 'expired_trigger_id' },
  };
  await fault(expired);
  const message = onlyPosted(await omar.type('/lts search'));
  expect([message.text, message.visibleTo]).toEqual([NOT_OPENED, omar.user]);
  expect(await omar.press(message, 'search')).toEqual([]);
  expect((await form.top()).title).toBe('Search logs');
  await form.close();
  const page = await omar.ask(`/lts logs edge/offered payment ${WINDOW}`);
  await fault(expired);
  const offer = onlyPosted(await omar.press(page, 'refine'));
  await omar.press(offer, 'search');
  expect(fieldOf(await form.top(), 'words')?.initial).toBe('payment');
  await form.close();
});

it('a form that is closed before it is filled, or refilled, is not missed', async () => {
  const { omar, form, ltsFault, slack, post, url, idle, step, errors } = await openSearch();
  const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
  await ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 700 });
  const changes = await step('closes', async () => {
    await post(`${url}/local/type`, { user: omar.user, channel, text: '/lts search' });
    await form.close();
    await idle();
  });
  await omar.type('/lts search');
  await ltsFault({ match: LIST, delayMs: 700 });
  const more = await step('closes again', async () => {
    const choosing = form.choose('group', 'edge');
    await form.close();
    await choosing;
  });
  expect([changes, more, await form.all()]).toEqual([[], [], []]);
  expect(errors.join()).not.toContain('Slack did not take a message');
});

it('a stream that is deleted meanwhile is told of privately', async () => {
  const journey = await openSearch();
  const { omar, form, ours, submit } = journey;
  const lts = await openLts(journey);
  const group = await lts.createGroup('brief');
  const stream = await lts.createStream(group, 'moment');
  await omar.type('/lts search');
  await form.choose('group', 'brief');
  await lts.deleteStream(group, stream);
  const [told, ...more] = said(await submit({ ...ours, words: 'timeout' }));
  expect(told).toMatch(/^ops privately: .*stream/);
  expect(more).toEqual([]);
  await omar.type('/lts search');
  await form.choose('group', 'brief');
  expect((await form.read()).join()).toContain('The group brief has no streams yet.');
  expect(await form.search()).toMatchObject({ status: 200 });
  expect(Object.keys(await form.errors())).toEqual(['group']);
  await form.close();
});

it('a guest gets no form', async () => {
  const journey = await openJourney();
  const [message] = await journey.person('guest').type('/lts search');
  expect(message?.message.text).toMatch(/^This bot is only for members/);
  expect(await searchesOf(journey, 'guest').all()).toEqual([]);
});
