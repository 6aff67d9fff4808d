import { describe, expect, it } from 'vitest';
import { said } from './faulty.ts';
import { fillingIn, openForm } from './filling.ts';
import { openJourney } from './journey.ts';
import { openLts } from './lts-side.ts';
import { RESTRICTED } from './policies.ts';

interface Request {
  readonly path: string;
  readonly body: string;
}

const TRANSFER = { bucket: 'lts-archive', period: '5min' };

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a group, a stream and a transfer are made of what is filled in, and each mistake is told in its field', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const form = fillingIn(journey);
    const read: string[] = [];
    const keep = async () => read.push(...(await form.read()));
    const open = async (line: string) => {
      expect(await omar.type(`/lts ${line}`)).toEqual([]);
      await keep();
    };
    const refused = async (values: Parameters<typeof form.fillIn>[0]) => {
      expect(await form.fillIn(values)).toEqual([]);
      await keep();
    };
    await open('Group  create');
    await refused({ name: 'yard/north', ttl: '400' });
    await refused({ name: '  ', ttl: 'a week' });
    await form.fillIn({ name: ' yard ', ttl: '３０' });
    await open('stream create');
    await refused({ group: 'yard', name: 'x'.repeat(65), ttl: '0', project: 'p'.repeat(65) });
    await form.fillIn({ group: 'yard', name: 'cranes & gates', ttl: '14', project: 'port' });
    await open('stream create');
    await form.fillIn({ group: 'yard', name: 'locks' });
    await open('transfer');
    await refused({
      stream: ['api'],
      bucket: 'ab',
      period: '1hour',
      prefix: 'p'.repeat(65),
      dir: 'd'.repeat(65),
    });
    await form.choose('group', 'yard', { prefix: 'yard-', dir: 'logs' });
    await keep();
    expect(await form.options('stream')).toEqual(['cranes & gates', 'locks']);
    await form.fillIn({ stream: ['locks', 'cranes & gates'], bucket: 'lts-archive', format: 'JSON' });
    await expect(read.join('\n\n')).toMatchFileSnapshot(`goldens/forms-filled.${language}.txt`);
    await journey.expectReads('forms');
    const asked = (await (await fetch(`${journey.ltsUrl}/__emulator/requests`)).json()) as Request[];
    const body = JSON.parse(asked.findLast(({ path }) => path.endsWith('/log-dump/obs'))?.body ?? '');
    expect(body).toMatchObject({
      obs_bucket_name: 'lts-archive',
      storage_format: 'JSON',
      switch_on: true,
      period: 1,
      period_unit: 'hour',
      prefix_name: 'yard-',
      dir_prefix_name: 'logs',
    });
  });

  it('what cannot be done any more is told with what was asked for', async () => {
    const journey = await openJourney(language);
    const [omar, form, lts] = [journey.person('operator'), fillingIn(journey), await openLts(journey)];
    const pier = await lts.createGroup('pier');
    const late = await lts.createStream(pier, 'late');
    await omar.type('/lts transfer');
    await form.choose('group', 'pier');
    await lts.deleteStream(pier, late);
    await form.fillIn({ ...TRANSFER, stream: ['late'] });
    await omar.type('/lts group create');
    await journey.refuse(400, 'LTS.0101', { method: 'POST', path: '/groups' });
    await form.fillIn({ name: 'never' });
    await journey.expectReads('forms-refused');
  });
});

it('who may not do it reads so in the modal, and nothing is posted', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const form = fillingIn(journey, 'reader');
  for (const [line, verb] of [
    ['group create', 'create'],
    ['stream create', 'create'],
    ['transfer', 'transfer'],
  ] as const) {
    expect(await rita.type(`/lts ${line}`)).toEqual([]);
    const [read = ''] = await form.read();
    expect(read).toContain(`You do not have the permission “${verb}” for this in this channel`);
    expect(read).toContain('Ask @U0OPERATOR1.');
    await form.close();
  }
});

it('only groups in which the person may do it can be chosen', async () => {
  const journey = await openJourney('en', RESTRICTED);
  const rita = journey.person('reader');
  const form = fillingIn(journey, 'reader');
  await rita.type('/lts stream create');
  expect(await form.read()).toEqual([
    expect.stringContaining('There is no log group with which you may do this here.'),
  ]);
  await journey.person('operator').type('/lts group create rita-one');
  await rita.type('/lts stream create');
  expect(await form.options('group')).toEqual(['rita-one']);
  expect(await form.fillIn({ group: 'rita-one', name: 'own' })).toEqual([
    'ops privately: The log stream rita-one/own now exists.',
  ]);
});

it('a transfer that needs a second person waits for them, and is made when they approve', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator');
  const form = fillingIn(journey);
  const lts = await openLts(journey);
  await lts.createStream(await lts.createGroup('prod-forms'), 'ledger');
  await omar.type('/lts transfer');
  await form.choose('group', 'prod-forms');
  const before = await journey.look();
  expect(await form.fillIn({ ...TRANSFER, stream: ['ledger'] })).toEqual([
    'ops: Somebody asks to copy prod-forms/ledger to the OBS bucket lts-archive every 5 minutes, from now on.',
  ]);
  const asked = (await journey.look()).find(({ ts }) => !before.some((each) => each.ts === ts));
  if (!asked) throw new Error('nothing was asked');
  expect(said(await journey.person('approver').press(asked, 'approve'))).toEqual([
    expect.stringContaining('prod-forms/ledger: copied to the OBS bucket lts-archive every 5 minutes'),
  ]);
});

it('streams of another group are not taken, whoever is quicker', async () => {
  const { form } = await openForm('transfer');
  expect(await form.fillIn({ ...TRANSFER, group: 'payments', stream: ['api'] })).toEqual([]);
  expect(await form.errors()).toEqual({ stream: expect.stringContaining('are not of this group') });
  await form.choose('group', 'payments');
  expect(await form.fillIn({ stream: ['ledger'] })).toEqual([
    'ops privately: payments/ledger: copied to the OBS bucket lts-archive every 5 minutes, from now on.',
  ]);
});

it('a group without streams says so, and another one can be chosen', async () => {
  const { form, omar } = await openForm('group create');
  await form.fillIn({ name: 'bare' });
  await omar.type('/lts transfer');
  await form.choose('group', 'bare', { bucket: 'lts-archive' });
  expect(await form.read()).toEqual([
    expect.stringContaining('There is no log stream in bare with which you may do this.'),
  ]);
  expect(await form.fillIn({ period: '5min' })).toEqual([]);
  expect(await form.errors()).toEqual({ group: expect.stringContaining('are not of this group') });
  await form.choose('group', 'edge');
  expect(await form.options('stream')).toContain('nginx');
});

it('where Slack does not open a form, a button in a message does', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator');
  const form = fillingIn(journey);
  for (const [line, action] of [
    ['group create', 'create_group'],
    ['stream create', 'create_stream'],
    ['transfer', 'transfer'],
  ] as const) {
    const body = JSON.stringify({ ok: false, error: 'expired_trigger_id' });
    await journey.fault({ target: 'slack', match: { path: 'views.open' }, status: 200, body });
    const message = await omar.ask(`/lts ${line}`);
    expect([message.text, message.visibleTo]).toEqual(['Slack did not show the form.', omar.user]);
    expect(await omar.press(message, action)).toEqual([]);
    expect(await form.top()).toMatchObject({ callbackId: action });
    await form.close();
  }
});

it('a form that is closed while it is filled, or filled anew, is not missed', async () => {
  const journey = await openJourney();
  const { omar, form } = { omar: journey.person('operator'), form: fillingIn(journey) };
  const soon = journey.slack.channels.find(({ name }) => name === 'ops')?.id;
  const changes = await journey.step('closes', async () => {
    await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 500 });
    const text = '/lts stream create';
    await journey.post(`${journey.url}/local/type`, { user: omar.user, channel: soon, text });
    await form.close();
    await journey.idle();
    await omar.type('/lts transfer');
    await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 500 });
    const { id: viewId } = await form.top();
    const [, value] = (await form.values('group')) ?? [];
    await journey.post(`${journey.url}/local/click`, { user: omar.user, viewId, actionId: 'group', value });
    await form.close();
    await journey.idle();
  });
  expect([changes, await form.all()]).toEqual([[], []]);
  expect(journey.errors.join()).not.toContain('Slack did not take a message');
});

it('a form that cannot be handed over keeps what was entered, and is submitted again', async () => {
  const { form, ...journey } = await openForm('group create');
  await journey.fault({ target: 'worker', status: 500, times: 1 });
  expect(await form.fillIn({ name: 'twice-sent', ttl: '3' })).toEqual([]);
  expect(await form.errors()).toEqual({ name: expect.stringContaining('nothing was done') });
  expect(await form.fillIn({})).toEqual([
    'ops privately: The log group twice-sent now exists. It keeps logs for 3 days.',
  ]);
});

it('two forms at once make one thing each, and one that is submitted twice makes it once', async () => {
  const { form, ...journey } = await openForm('group create');
  const top = await form.top();
  const match = { bodyIncludes: 'view_submission' };
  await journey.fault({ target: 'front', match, delayMs: 200, times: 2 });
  const changes = await journey.step('submits twice', async () => {
    await Promise.all([form.send({ name: 'once-only' }, top), form.send({ name: 'once-only' }, top)]);
    await journey.idle();
  });
  expect(said(changes)).toEqual([
    'ops privately: The log group once-only now exists. It keeps logs for 7 days.',
  ]);
});

it('where answers are for everybody, so is what a form made', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator', 'general');
  await omar.type('/lts answers public');
  expect(await omar.type('/lts group create')).toEqual([]);
  expect(await fillingIn(journey).fillIn({ name: 'seen' })).toEqual([
    'general: The log group seen now exists. It keeps logs for 7 days.',
  ]);
  await omar.type('/lts answers private');
});

it('guests get no form', async () => {
  const journey = await openJourney();
  const [change] = await journey.person('guest').type('/lts transfer');
  expect(change?.message.text).toMatch(/^This bot is only for members/);
  expect(await fillingIn(journey, 'guest').all()).toEqual([]);
});
