import { describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { openAlert, openStory } from './alerts.ts';
import { said } from './faulty.ts';
import { onlyPosted, openJourney } from './journey.ts';
import { policyFile } from './policies.ts';
import { fieldOf, searchesOf } from './searching.ts';
import { contentOf, linesOf } from './workspace.ts';

const MINUTE = 60_000;
/** Of a window, a line and an answer. */
const TIMES = /\d{4}-\d\d-\d\d[ T][\d:.]+(?: – (?:\d{4}-\d\d-\d\d )?[\d:]+)?/g;

const contentsOf = (message: Parameters<typeof linesOf>[0]) => linesOf(message).map(contentOf);
const initialOf = async ({ top }: ReturnType<typeof searchesOf>, blockId: string) =>
  fieldOf(await top(), blockId)?.initial;

describe('the global shortcut', () => {
  it.each(['en', 'zh'] as const)(
    'opens the form, and answers in the direct message (%s)',
    async (language) => {
      const journey = await openJourney(language);
      await journey.addStream('edge/anywhere');
      await journey.log('edge/anywhere', [{ content: 'found', time: Date.now() - MINUTE }]);
      const form = searchesOf(journey);
      expect(await form.shortcut('search_logs')).toMatchObject({ status: 200 });
      await form.choose('group', 'edge');
      const page = onlyPosted(await journey.step('submits', () => form.search({ stream: 'anywhere' })));
      expect([page.channel, page.visibleTo, contentsOf(page)]).toEqual(['omar', null, ['found']]);
      expect(asText(page)).not.toMatch(/comes here because|改发到此处/);
    },
  );

  it('tells in the direct message when Slack does not open the form, and offers it there', async () => {
    const journey = await openJourney();
    const form = searchesOf(journey);
    const body = { ok: false, error: 'expired_trigger_id' };
    await journey.fault({ target: 'slack', match: { path: '/api/views.open' }, body });
    const offer = onlyPosted(await journey.step('asks', () => form.shortcut('search_logs')));
    expect([offer.channel, offer.text]).toEqual(['omar', 'Slack did not show the search form.']);
    await journey.person('operator').press(offer, 'search');
    expect((await form.top()).title).toBe('Search logs');
    await form.close();
  });

  it('says in a modal what cannot be handed over, and that guests are not served', async () => {
    const journey = await openJourney();
    const form = searchesOf(journey);
    await journey.fault({ target: 'worker', status: 500 });
    await form.shortcut('search_logs');
    expect((await form.read()).join()).toContain('so nothing was done');
    await form.close();
    const guest = searchesOf(journey, 'guest');
    await guest.shortcut('search_logs');
    expect((await guest.read()).join()).toContain('This bot is only for members');
    await guest.close();
  });
});

describe.each(['en', 'zh'] as const)('the message shortcut, in %s', (language) => {
  it('opens a form that reads as it should, and answers in the thread', async () => {
    const journey = await openStory('read', ['10.1.2.3 refused'], { language });
    const { ts, form, lookUp, submit } = await openAlert(journey, 'edge/read: 10.1.2.3 refuses connections');
    await lookUp();
    const opened = await form.read();
    const page = onlyPosted(await submit({ found: '10.1.2.3' }));
    expect(page.threadTs).toBe(ts);
    const masked = [...opened, asText(page)].join('\n\n').replace(TIMES, 'TIME');
    await expect(masked).toMatchFileSnapshot(`goldens/look-up.${language}.txt`);
  });

  it('gives two people at once a form each, and misses none that is closed while it is filled', async () => {
    const journey = await openStory('shared', ['a line'], { language });
    const [his, hers] = [
      await openAlert(journey, 'edge/shared is down'),
      await openAlert(journey, 'edge/shared 10.9.9.9', { role: 'reader' }),
    ];
    await Promise.all([his.lookUp(), hers.lookUp()]);
    expect([fieldOf(await his.form.top(), 'found'), fieldOf(await hers.form.top(), 'found')]).toMatchObject([
      undefined,
      { options: [{ label: '10.9.9.9' }] },
    ]);
    await his.form.close();
    await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 700 });
    const changes = await journey.step('closes', async () => {
      await his.lookUpSoon();
      await his.form.close();
      await journey.idle();
    });
    expect([changes, await his.form.all(), (await hers.form.all()).length]).toEqual([[], [], 1]);
    expect(journey.errors.join()).not.toContain('Slack did not take a message');
    await hers.form.close();
  });
});

describe('the message shortcut', () => {
  it('fills in the window and the stream, offers what the message names, and answers in its thread', async () => {
    const journey = await openStory('orders', [
      'trace=4bf92f3577b34da6a3ce929d0e0e4736 failed',
      'all is well',
    ]);
    const text = 'edge/orders: 5xx. trace_id=4bf92f3577b34da6a3ce929d0e0e4736';
    const { ts, form, lookUp, submit } = await openAlert(journey, text);
    await lookUp();
    expect(
      await Promise.all(['group', 'stream', 'window', 'words'].map((id) => initialOf(form, id))),
    ).toEqual(['edge', 'orders', 'From … to …', '']);
    const sent = Math.floor(Number(ts));
    expect(Number(await initialOf(form, 'from'))).toBe(sent - 15 * 60);
    expect(fieldOf(await form.top(), 'found')?.options).toMatchObject([
      { label: '4bf92f3577b34da6a3ce929d0e0e4736' },
    ]);
    expect(await initialOf(form, 'visibility')).toBe('Everybody, in the thread');
    const page = onlyPosted(await submit({ found: '4bf92f3577b34da6a3ce929d0e0e4736', words: 'failed' }));
    expect([page.threadTs, page.visibleTo]).toEqual([ts, null]);
    expect(contentsOf(page)).toEqual(['trace=4bf92f3577b34da6a3ce929d0e0e4736 failed']);
    expect(asText(page)).toMatch(/~ Asked by <@U0OPERATOR1> at/);
    // Without a word all lines of the window are read.
    await lookUp();
    expect(contentsOf(onlyPosted(await submit()))).toHaveLength(2);
  });

  it('brings what is for the person alone to them, when they close the modal before it comes', async () => {
    const journey = await openStory('closed', ['still mine']);
    const { form, lookUp } = await openAlert(journey, 'edge/closed is down');
    await lookUp();
    await journey.ltsFault({ match: { method: 'POST', path: '/content/query' }, delayMs: 700 });
    const changes = await journey.step('closes', async () => {
      const { value } = fieldOf(await form.top(), 'visibility')?.options[1] ?? {};
      await form.searchSoon({ visibility: value ?? '' });
      expect((await form.read()).join()).toContain('正在查询');
      await form.close();
      await journey.idle();
    });
    const page = onlyPosted(changes);
    expect([page.channel, page.visibleTo, contentsOf(page)]).toEqual([
      'ops',
      journey.person('operator').user,
      ['still mine'],
    ]);
  });

  it('says in the modal what goes wrong with what is for the person alone', async () => {
    const journey = await openStory('broken', ['x']);
    const { form, lookUp, submit } = await openAlert(journey, 'edge/broken is down');
    await lookUp();
    await journey.refuse(500, 'LTS.0010', { method: 'POST', path: '/content/query' }, 4);
    expect(await submit({ visibility: 'Only me' })).toEqual([]);
    expect((await form.read()).join()).toContain('LTS has an internal error.');
    await form.close();
  });

  it('finds nothing in a message that names nothing, and can be filled in all the same', async () => {
    const journey = await openStory('quiet', ['a line']);
    const { ts, form, lookUp, submit } = await openAlert(journey, ':eyes:');
    await lookUp();
    const modal = await form.top();
    expect([fieldOf(modal, 'found'), fieldOf(modal, 'words')?.initial]).toEqual([undefined, '']);
    await form.choose('group', 'edge');
    const page = onlyPosted(await submit({ stream: 'quiet' }));
    expect([page.threadTs, contentsOf(page)]).toEqual([ts, ['a line']]);
  });

  it('keeps what it found when another group is chosen', async () => {
    const journey = await openStory('switched', ['10.1.2.3 refused']);
    const { ts, form, lookUp, submit } = await openAlert(journey, 'host 10.1.2.3 refused connections');
    await lookUp();
    await form.choose('group', 'checkout', { found: '10.1.2.3' });
    await form.choose('group', 'edge');
    const page = onlyPosted(await submit({ stream: 'switched' }));
    expect([page.threadTs, contentsOf(page)]).toEqual([ts, ['10.1.2.3 refused']]);
  });

  it('answers a reply in the thread that it stands in', async () => {
    const journey = await openStory('replied', ['a line']);
    const parent = await openAlert(journey, 'an incident');
    const { form, lookUp, submit } = await openAlert(journey, 'edge/replied?', {
      at: { threadTs: parent.ts },
    });
    await lookUp();
    const page = onlyPosted(await submit());
    expect(page.threadTs).toBe(parent.ts);
    expect(await form.all()).toEqual([]);
  });

  it.each([
    ['letters', (count: number) => 'edge/long '.padEnd(count, 'x')],
    ['Chinese', (count: number) => 'edge/long '.padEnd(count, '超时')],
  ])('takes a message of 40,000 characters (%s)', async (_, text) => {
    const journey = await openJourney();
    await journey.addStream('edge/long');
    const { form, lookUp } = await openAlert(journey, text(40_000));
    expect(await lookUp()).toMatchObject({ status: 200 });
    expect(await initialOf(form, 'stream')).toBe('long');
    await form.close();
  });

  it('answers to the direct message where the bot is not, and is offered anew where Slack shows no form', async () => {
    const journey = await openStory('outside', ['a line 10.9.8.7']);
    const { form, lookUp, submit } = await openAlert(journey, 'edge/outside 10.9.8.7', {
      channel: 'security-review',
    });
    const body = { ok: false, error: 'expired_trigger_id' };
    await journey.fault({ target: 'slack', match: { path: '/api/views.open' }, body });
    const offer = onlyPosted(await journey.step('asks', lookUp));
    expect([offer.channel, offer.text]).toEqual(['security-review', 'Slack did not show the search form.']);
    await journey.person('operator', 'security-review').press(offer, 'search');
    expect(fieldOf(await form.top(), 'found')?.options).toMatchObject([{ label: '10.9.8.7' }]);
    expect(await initialOf(form, 'stream')).toBe('outside');
    const page = onlyPosted(await submit({ found: '10.9.8.7' }));
    expect([page.channel, contentsOf(page)]).toEqual(['omar', ['a line 10.9.8.7']]);
  });

  it('offers whoever may not share no answer for all', async () => {
    const policy = policyFile('nobody-shares', {
      rules: [{ who: ['everyone'], may: ['read', 'create', 'settings'] }],
    });
    const journey = await openStory('private', ['a line'], { policy });
    const { form, lookUp, submit } = await openAlert(journey, 'edge/private is down');
    await lookUp();
    expect(fieldOf(await form.top(), 'visibility')?.options.map(({ label }) => label)).toEqual(['Only me']);
    expect(await submit()).toEqual([]);
    expect((await form.read()).join()).toContain('a line');
    await form.close();
  });

  it('is not for guests', async () => {
    const journey = await openJourney();
    const { ts } = await openAlert(journey, 'edge is down', { channel: 'general' });
    const guest = searchesOf(journey, 'guest');
    const channel = journey.slack.channels.find(({ name }) => name === 'general')?.id;
    const told = said(
      await journey.step('asks', () => guest.shortcut('look_up_logs', { channel, messageTs: ts })),
    );
    expect([told, await guest.all()]).toEqual([
      [expect.stringContaining('This bot is only for members')],
      [],
    ]);
  });
});
