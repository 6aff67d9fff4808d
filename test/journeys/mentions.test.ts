import { describe, expect, it } from 'vitest';
import { openAsking } from './asking.ts';
import { onlyChanged, onlyPosted, WINDOW } from './journey.ts';
import { openLts } from './lts-side.ts';
import { modalsOf } from './modals.ts';
import { RESTRICTED } from './policies.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const NUMBERS = Array.from({ length: 7 }, (_, index) => `line ${index + 1}`);
const contents = (page: Parameters<typeof linesOf>[0]) => linesOf(page).map(contentOf);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a mention is answered in its thread, for all who read it, and paged there', async () => {
    const journey = await openAsking(language);
    await journey.addStream('checkout/mentioned');
    await journey.log('checkout/mentioned', NUMBERS);
    const [omar, rita] = [journey.writer('operator'), journey.writer('reader')];

    const { question, posted } = await omar.say(`@lts logs checkout/mentioned limit:2 ${WINDOW}`);
    const [page] = posted;
    if (!page) throw new Error('there is no answer');
    expect([posted.length, page.threadTs, page.visibleTo]).toEqual([1, question.ts, null]);
    expect(contents(page)).toEqual(['line 7', 'line 6']);
    const turned = onlyChanged(await rita.press(page, 'older'));
    expect([turned.ts, contents(turned)]).toEqual([page.ts, ['line 5', 'line 4']]);

    const reply = await rita.ask(
      `<@U0LTSBOT001> /lts logs checkout/mentioned "line 3" ${WINDOW}`,
      question.ts,
    );
    expect([reply.threadTs, reply.visibleTo]).toEqual([question.ts, null]);
    expect(contents(reply)).toEqual(['line 3']);
    await journey.expectReads('mentions');
  });

  it('what is about the bot, or wrong, is told to the person alone, where they see it', async () => {
    const journey = await openAsking(language);
    const omar = journey.writer('operator');
    const { question, posted } = await omar.say('@lts lgos checkout/api');
    expect(posted).toMatchObject([{ threadTs: null, visibleTo: omar.user, shown: true }]);
    const inThread = await omar.ask('@lts logs nowhere/api', question.ts);
    expect(inThread).toMatchObject({ threadTs: question.ts, visibleTo: omar.user, shown: true });
    const help = await omar.ask('@lts');
    expect(help).toMatchObject({ threadTs: null, visibleTo: omar.user });
    await journey.expectReads('mentions-private');
  });

  it('a direct message is answered by a message beside it, in a thread where it stands in one', async () => {
    const journey = await openAsking(language);
    await journey.addStream('checkout/direct');
    await journey.log('checkout/direct', NUMBERS);
    const omar = journey.writer('operator', 'omar');
    const { question, posted } = await omar.say(`logs checkout/direct limit:2 ${WINDOW}`);
    const [page] = posted;
    if (!page) throw new Error('there is no answer');
    expect([posted.length, page.threadTs, page.visibleTo]).toEqual([1, null, null]);
    // There is nobody to share it with.
    expect(actionsOf(page)).toEqual(['older', 'newer', 'around', 'export', 'refine']);
    const older = onlyPosted(await omar.press(page, 'older'));
    expect([older.threadTs, contents(older)]).toEqual([page.ts, ['line 5', 'line 4']]);
    const inThread = await omar.ask(`@lts logs checkout/direct "line 3" ${WINDOW}`, question.ts);
    expect(inThread).toMatchObject({ threadTs: question.ts, visibleTo: null });
    expect(contents(inThread)).toEqual(['line 3']);
    expect(await omar.ask('help tmies')).toMatchObject({ threadTs: null, visibleTo: null });
    await journey.expectReads('mentions-direct');
  });

  it('what takes a form is answered with a button that opens it', async () => {
    const journey = await openAsking(language);
    await journey.addStream('edge/mentioned');
    const omar = journey.writer('operator');
    const modals = modalsOf(journey);
    const form = await omar.ask('@lts stream delete edge/mentioned');
    expect([form.visibleTo, actionsOf(form)]).toEqual([omar.user, ['delete']]);
    expect(await omar.press(form, 'delete')).toEqual([]);
    onlyPosted(await journey.step('omar submits mentioned', () => modals.submit('mentioned')));
    await journey.expectReads('mentions-delete');
    const search = await omar.ask('@lts search');
    expect([search.visibleTo, actionsOf(search)]).toEqual([omar.user, ['search']]);
    expect(await omar.press(search, 'search')).toEqual([]);
    expect(await modals.top()).toMatchObject({ callbackId: 'search' });
    await modals.close();
  });
});

it('whoever may not share what they read reads it alone, in a thread too, and pages it in place', async () => {
  const journey = await openAsking('en', RESTRICTED);
  await journey.log('payments/gateway', NUMBERS);
  const rita = journey.writer('reader');
  const asked = `logs payments/gateway limit:2 ${WINDOW}`;
  const { question, posted } = await rita.say(`@lts ${asked}`);
  expect(posted).toMatchObject([{ threadTs: null, visibleTo: rita.user, shown: true }]);
  const inThread = await rita.ask(`@lts ${asked}`, question.ts);
  expect(inThread).toMatchObject({ threadTs: question.ts, visibleTo: rita.user, shown: true });
  const turned = onlyChanged(await rita.press(inThread, 'older'));
  expect([turned.ts, turned.visibleTo, contents(turned)]).toEqual([
    inThread.ts,
    rita.user,
    ['line 5', 'line 4'],
  ]);
  const shared = await rita.ask('@lts streams checkout');
  expect(shared.visibleTo).toBeNull();
  const direct = await journey.writer('reader', 'rita').ask(asked);
  expect([direct.visibleTo, contents(direct)]).toEqual([null, ['line 7', 'line 6']]);
});

it('whoever may not do it is refused privately', async () => {
  const journey = await openAsking();
  const rita = journey.writer('reader');
  const refused = await rita.ask('@lts group create mentioned');
  expect([refused.visibleTo, refused.text]).toEqual([
    rita.user,
    expect.stringContaining('You do not have the permission “create”'),
  ]);
});

it('a channel’s default stream is that of a mention too, whoever else sees answers there', async () => {
  const journey = await openAsking();
  await journey.log('edge/nginx', NUMBERS);
  const omar = journey.writer('operator', 'general');
  expect(await omar.ask('@lts use edge/nginx')).toMatchObject({ visibleTo: omar.user });
  const page = await omar.ask(`@lts logs "line 2" ${WINDOW}`);
  expect([page.visibleTo, contents(page)]).toEqual([null, ['line 2']]);
  await omar.say('@lts use none');
});

it('what waits for a second person is asked for in the channel', async () => {
  const journey = await openAsking();
  const lts = await openLts(journey);
  await lts.createStream(await lts.createGroup('prod-mentioned'), 'api');
  const [omar, anwen] = [journey.writer('operator'), journey.writer('approver')];
  const asked = await omar.ask('@lts transfer prod-mentioned/api bucket:lts-archive every:1hour');
  expect([asked.threadTs, asked.visibleTo, actionsOf(asked)]).toEqual([null, null, ['approve', 'reject']]);
  expect(onlyChanged(await anwen.press(asked, 'reject')).ts).toBe(asked.ts);
});

it('a person of another company is told that it is not for them, and nobody else hears of it', async () => {
  const journey = await openAsking();
  const gil = journey.writer('guest');
  const told = await gil.ask('@lts groups');
  expect([told.visibleTo, told.text]).toEqual([
    gil.user,
    expect.stringMatching(/^This bot is only for members/),
  ]);
});

it('where the bot is not, Slack tells it nothing', async () => {
  const journey = await openAsking();
  const { posted } = await journey.writer('operator', 'random').say('@lts groups');
  expect(posted).toEqual([]);
});
