import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../lib/commands/access.ts';
import { offersOf } from '../views/read-message.ts';
import { openAudit } from './audit-table.ts';
import { type Journey, onlyChanged, onlyPosted, openJourney, type Traveller, WINDOW } from './journey.ts';
import { keyOf, type Placed } from './look.ts';
import { openLts } from './lts-side.ts';
import { modalsOf } from './modals.ts';
import { policyFile } from './policies.ts';
import { clickOn } from './signed-click.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

/** omar may do everything, anwen reveal one group alone; addresses are taken out, too. */
const POLICY = policyFile('redaction', {
  rules: [
    { who: ['everyone'], may: ['read', 'share', 'export'] },
    { who: ['U0OPERATOR1'], may: VERBS },
    { who: ['U0APPROVER1'], may: ['reveal'], groups: ['payments'] },
  ],
  redact: ['ip'],
});

const open = (language: 'en' | 'zh' = 'en') => openJourney(language, POLICY);

/** Each is of its own, so that one sees which one came out. */
const secret = (name: string) => `${name}Q7${randomBytes(6).toString('hex')}Z`;
const KEY = Array.from({ length: 25 }, () => randomBytes(48).toString('base64'));
const PEM = ['-----BEGIN RSA PRIVATE KEY-----', ...KEY, '-----END RSA PRIVATE KEY-----'];

/** All of what a step of somebody may leave, but what a button carries, which nobody sees. */
async function leftBehind(journey: Journey): Promise<Record<string, string>> {
  const { dynamodb } = await journey.get<{ dynamodb: { endpoint: string; tables: string[] } }>('/local.json');
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: dynamodb.endpoint, region: 'local', credentials }),
  );
  const tables = dynamodb.tables.map((TableName) => client.send(new ScanCommand({ TableName })));
  const views = journey.slack.users.map(({ role }) => modalsOf(journey, role).all());
  const seen = (value: unknown) =>
    JSON.stringify(value, (name, part) => (name === 'value' && typeof part === 'string' ? undefined : part));
  return {
    lines: journey.errors.join('\n'),
    messages: seen(await journey.look()),
    views: seen(await Promise.all(views)),
    tables: JSON.stringify((await Promise.all(tables)).map(({ Items }) => Items)),
  };
}

const foundIn = (text: string, secrets: Readonly<Record<string, string>>) =>
  Object.entries(secrets).flatMap(([name, value]) => (text.includes(value) ? [name] : []));

/** A group and a stream that are called like secrets. */
async function addNamed(journey: Journey, group: string, stream: string, lines: object[]) {
  const lts = await openLts(journey);
  const groupId = await lts.createGroup(`password=${group}`);
  const streamId = await lts.createStream(groupId, `secret=${stream}`);
  const time = Date.UTC(2025, 2, 3, 9, 30);
  await lts.addLines(
    groupId,
    streamId,
    lines.map((line, index) => ({ content: '', time: time + index * 1_000, ...line })),
  );
  return { groupId, streamId, target: `${groupId}/${streamId}` };
}

it('no secret that stands in LTS or is typed reaches anything that can be seen or read later', async () => {
  const journey = await open();
  const [rita, omar] = [journey.person('reader'), journey.person('operator')];
  const secrets = {
    line: secret('line'),
    hidden: secret('hidden'),
    coloured: secret('coloured'),
    label: secret('label'),
    group: secret('group'),
    stream: secret('stream'),
    word: secret('word'),
    typed: secret('typed'),
    failed: secret('failed'),
    error: secret('error'),
    bucket: secret('bucket'),
    address: '203.0.113.77',
    ...Object.fromEntries(KEY.map((line, index) => [`key ${index}`, line])),
  };
  const { groupId, streamId, target } = await addNamed(journey, secrets.group, secrets.stream, [
    { content: `login user=li password=${secrets.line} from ${secrets.address}` },
    { content: `pass\u200bword=${secrets.hidden.replace('Q', '\u200bQ')}` },
    { content: `\u001b[1mtoken\u001b[0m: \u001b[31m${secrets.coloured}\u001b[0m` },
    { content: 'with a label', labels: { password: secrets.label, hostName: 'ecs-1' } },
    ...PEM.map((content) => ({ content })),
  ]);

  // Names: in lists, in what is chosen from them, in headers, and in what is offered.
  const groups = await rita.ask('/lts groups ids');
  await rita.type(`/lts streams ${groupId} ids`);
  await rita.choose(groups, 'streams', 'password=[redacted: password]');
  const page = await rita.ask(`/lts logs ${target} limit:20 ${WINDOW}`);
  expect(linesOf(page)).toHaveLength(20);
  expect(JSON.stringify(page.blocks)).toContain('[redacted: private key]');
  const older = onlyChanged(await rita.press(page, 'older'));
  expect(linesOf(older).map(contentOf).at(-1)).toBe(
    'login user=li password=[redacted: password] from [redacted: IP address]',
  );
  const shared = onlyPosted(await rita.press(older, 'share'));
  await rita.press(shared, 'newer');
  const exported = await rita.press(shared, 'export');
  const done = exported.map(({ message }) => message).find((message) => actionsOf(message).length > 0);
  if (!done) throw new Error('nothing was exported');
  for (const format of ['export_csv', 'export_text']) await rita.press(done, format);

  // Words: found, not found, in mistakes, in what fails, and where nobody could answer.
  await rita.type(`/lts logs ${target} password=${secrets.word} ${WINDOW}`);
  await rita.type(`/lts logs ${target} "password: ${secrets.word}" ${WINDOW}`);
  await rita.type(`/lts logs ${target} password=${secrets.word} since:whenever`);
  await rita.type(`/lts logs nowhere/there password=${secrets.word}`);
  for (const text of [
    `frobnicate password=${secrets.typed}`,
    `groups password: ${secrets.typed}`,
    `logs ${target} limit:password=${secrets.typed}`,
    `streams password=${secrets.typed}`,
    `group delete "password=${secrets.typed}"`,
    `transfer "password=${secrets.typed}/api" bucket:lts-archive every:1hour`,
  ]) {
    await omar.type(`/lts ${text}`);
  }
  const body = JSON.stringify({
    error_code: `password=${secrets.error}`,
    error_msg: `password=${secrets.error}`,
  });
  await journey.ltsFault({ match: { path: '/groups' }, status: 400, body });
  await rita.type('/lts groups');
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3 });
  await rita.type(`/lts logs ${target} password=${secrets.failed}`);

  // What changes something, and what is kept of it.
  await omar.type(`/lts stream create ${groupId}/api`);
  await omar.type(`/lts transfer ${target} bucket:password=${secrets.bucket} every:1hour`);
  await omar.type(`/lts stream delete ${target}`);
  const modals = modalsOf(journey);
  await journey.step('submits', () => modals.submit('secret=[redacted: token]'));
  await omar.ask('/lts audit since:1h');
  // What is kept of the searches, and shown in Home.
  await journey.post(`${journey.url}/local/home`, { user: rita.user });
  await journey.idle();

  const left = await leftBehind(journey);
  expect(left.tables).toContain('failed#');
  expect(left.messages).toContain('.ndjson');
  expect(left.tables).toContain('latest#');
  expect(left.views).toContain('password=[redacted: password]/secret=[redacted: token]');
  expect(/secret=\[redacted: token\] was deleted/.test(left.messages ?? '')).toBe(true);
  // Ids are no secrets, and show that all of this was looked at.
  expect(left.messages).toContain(streamId);
  expect(Object.entries(left).map(([where, text]) => [where, foundIn(text, secrets)])).toEqual(
    Object.keys(left).map((where) => [where, []]),
  );
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('whoever may reveal a stream sees one page as it was logged, alone, and pages on without', async () => {
    const journey = await open(language);
    const target = 'payments/gateway';
    const [rita, omar, anwen] = ['reader', 'operator', 'approver'].map((role) => journey.person(role));
    if (!rita || !omar || !anwen) throw new Error('somebody is missing');
    await journey.log(target, [
      'older token=4f9a1c77e2b84d06',
      'login user=li password=correct-horse-9',
      'from 203.0.113.77 to 198.51.100.9',
      'harmless',
    ]);
    const ask = (person: Traveller) => person.ask(`/lts logs ${target} limit:3 ${WINDOW}`);
    const contents = (page: Placed) => linesOf(page).map(contentOf);

    const page = await ask(anwen);
    expect(actionsOf(page)).toEqual(['older', 'newer', 'around', 'share', 'reveal', 'export', 'refine']);
    const audit = await openAudit(journey);
    const revealed = onlyPosted(await anwen.press(page, 'reveal'));
    expect([revealed.channel, revealed.threadTs, revealed.visibleTo]).toEqual(['ops', null, anwen.user]);
    expect(contents(revealed)).toEqual([
      'harmless',
      'from 203.0.113.77 to 198.51.100.9',
      'login user=li password=correct-horse-9',
    ]);
    expect(actionsOf(revealed)).toEqual(['older', 'newer', 'around', 'refine']);
    expect(await audit.news()).toMatchObject([
      {
        command: 'reveal',
        verb: 'reveal',
        user: anwen.user,
        group: 'payments',
        streams: ['gateway'],
        window: { start: Date.UTC(2025, 2, 3, 9), end: Date.UTC(2025, 2, 3, 10) },
        outcome: 'ok',
      },
    ]);
    const next = onlyChanged(await anwen.press(revealed, 'older'));
    expect([keyOf(next), contents(next)]).toEqual([keyOf(revealed), ['older token=[redacted: token]']]);

    // Nobody else is offered it, nor what has nothing taken out, nor what others see.
    expect(actionsOf(await ask(rita))).not.toContain('reveal');
    expect(actionsOf(await anwen.ask(`/lts logs ${target} harmless ${WINDOW}`))).not.toContain('reveal');
    const shared = onlyPosted(await omar.press(await ask(omar), 'share'));
    expect(actionsOf(shared)).not.toContain('reveal');
    expect(contents(shared)).toEqual(contents(page));
    await journey.expectReads('reveal');
  });

  it('help says what is taken out, as the policy has it', async () => {
    const journey = await open(language);
    const help = JSON.stringify((await journey.person('reader').ask('/lts help redaction')).blocks);
    expect(help).toContain('[redacted: private key]');
    expect(help).toContain('[redacted: IP address]');
    expect(help).not.toContain('[redacted: phone number]');
  });
});

it('a click on Reveal reveals nothing to whoever may not, wherever the button came from', async () => {
  const journey = await open();
  const [rita, omar, anwen] = ['reader', 'operator', 'approver'].map((role) => journey.person(role));
  if (!rita || !omar || !anwen) throw new Error('somebody is missing');
  await journey.addStream('checkout/web');
  await journey.log('checkout/web', ['login password=hunter2-hunter2']);
  const offered = offersOf(await omar.ask(`/lts logs checkout/web ${WINDOW}`));
  const { value = '' } = offered.find(({ actionId }) => actionId === 'reveal') ?? {};
  expect(value).toContain('"v":"reveal"');
  for (const person of [rita, anwen]) {
    await journey.step('clicks', () => clickOn(journey, person.user, 'ops', value));
  }
  const seen = (await journey.look()).filter(({ visibleTo }) => visibleTo !== omar.user);
  expect(JSON.stringify(seen)).not.toContain('hunter2');
  // Where the response_url takes nothing, and nobody but the person may see it, it is not shown at all.
  const page = await omar.ask(`/lts logs checkout/web ${WINDOW}`);
  const refused = { ok: false, error: 'used_url' };
  await journey.fault({ target: 'slack', match: { path: '/actions/' }, body: refused });
  await journey.fault({
    target: 'slack',
    match: { path: '/api/chat.postEphemeral' },
    body: { ok: false, error: 'user_not_in_channel' },
  });
  const told = onlyPosted(await omar.press(page, 'reveal'));
  expect([told.channel, linesOf(told)]).toEqual(['omar', []]);
});

it('whoever pages through a key line by line reads none of it', async () => {
  const journey = await open();
  const rita = journey.person('reader');
  await journey.addStream('payments/keys');
  const body = KEY.slice(0, 6);
  const short = [PEM[0] ?? '', ...body, PEM.at(-1) ?? ''];
  await journey.log('payments/keys', short);
  for (const order of ['newest', 'oldest']) {
    let page = await rita.ask(`/lts logs payments/keys limit:1 order:${order} ${WINDOW}`);
    const seen = [...linesOf(page)];
    const onwards = order === 'newest' ? 'older' : 'newer';
    while (seen.length < short.length) {
      page = onlyChanged(await rita.press(page, onwards));
      seen.push(...linesOf(page));
    }
    expect(seen.filter((line) => line.includes('[redacted: private key]'))).toHaveLength(body.length);
  }
});

it('a key that the end of a page of an export cuts is taken out on both sides', async () => {
  const journey = await open();
  const omar = journey.person('operator');
  const before = Array.from({ length: 990 }, (_, index) => `line ${index}`);
  await journey.log('payments/ledger', [...before, ...PEM]);
  await journey.log(
    'payments/ledger',
    before.map((content, index) => ({ content, time: Date.UTC(2025, 2, 3, 9, 40) + index })),
  );
  const page = await omar.ask(`/lts logs payments/ledger limit:5 ${WINDOW}`);
  const file = (await omar.press(page, 'export')).map(({ message }) => message.file).find(Boolean);
  expect(file?.content.split('\n')).toHaveLength(2 * before.length + PEM.length + 1);
  expect(KEY.filter((line) => file?.content.includes(line))).toEqual([]);
});
