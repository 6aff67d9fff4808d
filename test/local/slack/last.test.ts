import { expect, test } from 'vitest';
import { sizesIn } from '../../../lib/local/slack/blocks/sizes.ts';
import { clientOf } from './client.ts';
import { startWorkspace, type } from './harness.ts';

interface Last {
  readonly interaction: {
    readonly request: { readonly body: string; readonly headers: Readonly<Record<string, string>> };
    readonly acknowledgement: { readonly status: number; readonly body: string };
  } | null;
}

async function look(origin: string): Promise<Last> {
  return (await (await fetch(`${origin}/local/last`)).json()) as Last;
}

test('the last request to the bot is there, signed as it was, and how it was answered', async () => {
  const fixture = await startWorkspace();
  expect(await look(fixture.origin)).toEqual({ interaction: null });
  fixture.reply({ body: 'hello' });
  await type(fixture, '/lts groups');
  await type(fixture, '/lts help');
  const { interaction } = await look(fixture.origin);
  const heard = fixture.heard.at(-1);
  expect(interaction).toMatchObject({ acknowledgement: { status: 200, body: 'hello' }, jobs: [], lts: [] });
  expect(interaction?.request.headers['x-slack-signature']).toBe(heard?.headers['x-slack-signature']);
  expect(new URLSearchParams(interaction?.request.body).get('text')).toBe('help');
});

test('the URL that a command gives out is masked', async () => {
  const fixture = await startWorkspace();
  await type(fixture, '/lts groups');
  const url = new URLSearchParams(fixture.heard.at(-1)?.raw).get('response_url') ?? '';
  const secret = url.slice(url.lastIndexOf('/') + 1);
  expect(secret.length).toBeGreaterThan(10);
  expect(JSON.stringify(await look(fixture.origin))).not.toContain(secret);
});

test('a repetition of an event is no new interaction', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ status: 500 }, {});
  await type(fixture, '@lts help');
  await expect.poll(() => fixture.heard.length).toBe(2);
  expect((await look(fixture.origin)).interaction).toMatchObject({ acknowledgement: { status: 500 } });
});

test('the newest message of others is told by channel, as far as the person sees it', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const newest = async (role: string) => {
    const response = await fetch(`${fixture.origin}/local/newest?user=${fixture.person(role)}`);
    return ((await response.json()) as { channels: Record<string, string | null> }).channels;
  };
  expect((await newest('reader'))[channel]).toBeNull();
  const user = fixture.person('reader');
  const { message_ts } = await client.chat.postEphemeral({ channel, user, text: 'psst' });
  expect((await newest('reader'))[channel]).toBe(message_ts);
  expect((await newest('operator'))[channel]).toBeNull();
  const { body } = await type(fixture, 'mine', { user: fixture.person('operator') });
  expect((await newest('reader'))[channel]).toBe(body.messageTs);
  expect((await newest('operator'))[channel]).toBeNull();
  expect(await newest('operator')).not.toHaveProperty(fixture.channel('rita'));
});

const plain = (text: string) => ({ type: 'plain_text', text });
const blocks = [
  { type: 'section', text: { type: 'mrkdwn', text: 'a & b' }, fields: [plain('12'), plain('1234')] },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'a', text: plain('Older'), value: 'v'.repeat(70) },
      {
        type: 'static_select',
        action_id: 's',
        placeholder: plain('Which'),
        options: [{ text: plain('one'), value: '1' }],
      },
    ],
  },
];
const sizes = [
  { name: 'text', size: 5, limit: 40_000 },
  { name: 'blocksInMessage', size: 2, limit: 50 },
  { name: 'messageCharacters', size: 28, limit: 13_200 },
  { name: 'sectionText', size: 5, limit: 3000 },
  { name: 'sectionFields', size: 2, limit: 10 },
  { name: 'sectionField', size: 4, limit: 2000 },
  { name: 'actionsElements', size: 2, limit: 25 },
  { name: 'buttonText', size: 5, limit: 75 },
  { name: 'buttonValue', size: 70, limit: 2000 },
  { name: 'selectPlaceholder', size: 5, limit: 150 },
  { name: 'selectOptions', size: 1, limit: 100 },
  { name: 'optionText', size: 3, limit: 75 },
  { name: 'optionValue', size: 1, limit: 150 },
];

test('a message is measured against each limit that it comes near, by what uses most of it', () => {
  expect(sizesIn('application/json', JSON.stringify({ text: 'short', blocks }))).toEqual(sizes);
  const form = new URLSearchParams({ text: 'short', blocks: JSON.stringify(blocks) });
  expect(sizesIn('application/x-www-form-urlencoded', String(form))).toEqual(sizes);
});

test('a view is measured too, and what shows nothing is not', () => {
  const view = { type: 'modal', title: plain('Search logs'), private_metadata: 'm', blocks };
  expect(sizesIn('application/json', JSON.stringify({ view }))).toEqual(
    expect.arrayContaining([
      { name: 'blocksInView', size: 2, limit: 100 },
      { name: 'viewTitle', size: 11, limit: 24 },
      { name: 'viewMetadata', size: 1, limit: 3000 },
      { name: 'viewBytes', size: JSON.stringify(view).length, limit: 250_000 },
    ]),
  );
  expect(sizesIn('application/x-www-form-urlencoded', 'user=U1&include_locale=true')).toEqual([]);
});
