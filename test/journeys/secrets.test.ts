import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, inject, it } from 'vitest';
import { type Journey, onlyChanged, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { modalsOf } from './modals.ts';

interface Described {
  readonly slack: { readonly signingSecret: string; readonly botToken: string };
  readonly lts: { readonly accessKey: string; readonly secretKey: string };
  readonly dynamodb: { readonly endpoint: string; readonly tables: readonly string[] };
}

/** What must be found nowhere: each secret, and the beginning of every response_url, which is one too. */
async function secretsOf({ get, url }: Journey): Promise<Record<string, string>> {
  const { slack, lts } = await get<Described>('/local.json');
  return {
    'signing secret': slack.signingSecret,
    'bot token': slack.botToken,
    'access key': lts.accessKey,
    'secret key': lts.secretKey,
    'response_url of a command': `${url}/commands/`,
    'response_url of a click': `${url}/actions/`,
  };
}

const findIn = (text: string, secrets: Readonly<Record<string, string>>) =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].some((form) =>
      text.includes(form),
    )
      ? [name]
      : [],
  );

/** Every item of every table. */
async function readTables({ get }: Journey): Promise<string> {
  const { dynamodb } = await get<Described>('/local.json');
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const { endpoint } = dynamodb;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'local', credentials }));
  const scans = dynamodb.tables.map((TableName) => client.send(new ScanCommand({ TableName })));
  return JSON.stringify((await Promise.all(scans)).map(({ Items }) => Items));
}

it('a secret is found where it is, so that it would be found elsewhere too', async () => {
  const journey = await openJourney();
  const secrets = await secretsOf(journey);
  const { slack, lts, dynamodb } = await journey.get<Described>('/local.json');
  const all = Object.keys(secrets).filter((name) => !name.startsWith('response_url'));
  expect(findIn(JSON.stringify({ slack, lts, dynamodb }), secrets)).toEqual(all);
});

it('no secret is in the template, in a bundle, or in the environment of a function', async () => {
  const journey = await openJourney();
  const secrets = await secretsOf(journey);
  await journey.person('reader').ask('/lts groups');
  const assembly = inject('assembly');
  const files = readdirSync(assembly, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.endsWith('.template.json'))).toBe(true);
  expect(files.filter((file) => file.endsWith('index.js'))).toHaveLength(3);
  const written = files.map((file) => readFileSync(file, 'utf8'));
  expect(written.flatMap((text) => findIn(text, secrets))).toEqual([]);
  // Nor does CloudFormation put one there when it deploys.
  expect(written.filter((text) => text.includes('resolve:secretsmanager'))).toEqual([]);

  const living = journey.processes();
  expect(living.length).toBeGreaterThan(0);
  const environments = living.map(({ pid }) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
  expect(environments.flatMap((text) => findIn(text, secrets))).toEqual([]);
});

it('no secret is in anything that a whole journey leaves behind, whatever fails', async () => {
  const journey = await openJourney();
  const [rita, omar, anwen] = ['reader', 'operator', 'approver'].map((role) => journey.person(role));
  if (!rita || !omar || !anwen) throw new Error('somebody is missing');
  const modals = modalsOf(journey);
  await journey.log('checkout/api', ['one', 'two', 'three']);

  const page = await rita.ask(`/lts logs checkout/api limit:1 ${WINDOW}`);
  const shared = onlyPosted(await rita.press(onlyChanged(await rita.press(page, 'older')), 'share'));
  await rita.press(shared, 'export');
  await omar.type('/lts group create prod-vault');
  await omar.type('/lts stream create prod-vault/api');
  await omar.type('/lts stream delete prod-vault/api');
  const asked = onlyPosted(await journey.step('submits', () => modals.submit('api')));
  await anwen.press(asked, 'approve');
  await omar.ask('/lts audit');

  // What goes wrong, each where a secret is near.
  const post = { match: { path: '/groups' } };
  await journey.refuse(401, 'APIG.0301', post.match);
  await rita.type('/lts groups');
  await journey.ltsFault({ ...post, abort: true, times: 4 });
  await rita.type('/lts groups');
  await journey.fault({
    target: 'slack',
    match: { path: '/api/users.info' },
    body: { ok: false, error: 'invalid_auth' },
  });
  await journey.fault({
    target: 'slack',
    match: { path: '/commands/' },
    body: { ok: false, error: 'used_url' },
  });
  await rita.type('/lts groups');
  await journey.fault({ target: 'slack', match: { path: '/api/views.open' }, abort: true });
  await omar.type('/lts group delete checkout');
  await journey.fault({ target: 'secrets', status: 500 });
  await journey.fault({ target: 'worker', status: 500 });
  await rita.type('/lts groups');
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3 });
  await rita.type('/lts groups');
  await fetch(`${journey.url}/slack/events`, { method: 'POST', body: 'payload=%7B%7D' });

  await omar.type('/lts group delete payments');

  const secrets = await secretsOf(journey);
  const everyone = journey.slack.users.map(({ role }) => modalsOf(journey, role).all());
  const left = {
    lines: journey.errors.join('\n'),
    messages: JSON.stringify(await journey.look()),
    views: JSON.stringify(await Promise.all(everyone)),
    tables: await readTables(journey),
  };
  // All of them hold something.
  expect(Object.entries(left).filter(([, text]) => text.length < 500)).toEqual([]);
  expect(left.tables).toContain('failed#');
  expect(Object.entries(left).map(([where, text]) => [where, findIn(text, secrets)])).toEqual(
    Object.keys(left).map((where) => [where, []]),
  );
});
