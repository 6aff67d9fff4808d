import { expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { BOT_TOKEN, type Fixture, last, startWorkspace } from './harness.ts';

const CONTENT = '10:00 zahlung über 5 €\n10:01 ok\n';

async function filesIn(fixture: Fixture, channel: string) {
  const response = await fetch(`${fixture.origin}/local/files?channel=${channel}`);
  return ((await response.json()) as { files: Record<string, unknown>[] }).files;
}

/** The first two steps of an upload, by hand. */
async function upload(fixture: Fixture, content = CONTENT, length = Buffer.byteLength(content)) {
  const announced = await clientOf(fixture).files.getUploadURLExternal({ filename: 'lines.log', length });
  const { upload_url = '', file_id = '' } = announced;
  return { id: file_id, response: await fetch(upload_url, { method: 'POST', body: content }) };
}

test('filesUploadV2 shares a file with a comment', async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  const done = await clientOf(fixture).filesUploadV2({
    channel_id: channel,
    filename: 'lines.log',
    title: 'Lines of an hour',
    content: CONTENT,
    initial_comment: 'Here they are',
  });
  const [file] = (done.files as { files?: { id?: string }[] }[])[0]?.files ?? [];
  expect(file).toMatchObject({
    id: expect.stringMatching(/^F[A-Z0-9]{10}$/),
    name: 'lines.log',
    title: 'Lines of an hour',
    size: Buffer.byteLength(CONTENT),
    user: fixture.slack.botUserId,
    channels: [channel],
    is_public: true,
  });
  expect(await filesIn(fixture, channel)).toEqual([
    {
      id: file?.id,
      name: 'lines.log',
      title: 'Lines of an hour',
      size: Buffer.byteLength(CONTENT),
      threadTs: null,
      content: CONTENT,
    },
  ]);
  const message = last(await fixture.messages({ channel }));
  expect(message).toMatchObject({ text: 'Here they are', from: fixture.slack.botUserId, visibleTo: null });
  expect(message.files).toEqual([{ id: file?.id, name: 'lines.log', size: Buffer.byteLength(CONTENT) }]);
});

test('a file goes to a thread, and its message shows it to programs', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'parent' });
  await client.filesUploadV2({ channel_id: channel, thread_ts: ts, filename: 'a.csv', content: 'a,b' });
  expect(await filesIn(fixture, channel)).toMatchObject([{ name: 'a.csv', title: 'a.csv', threadTs: ts }]);
  const { messages } = await client.conversations.replies({ channel, ts });
  expect(messages?.[1]).toMatchObject({
    subtype: 'file_share',
    text: '',
    files: [{ name: 'a.csv', filetype: 'csv', mimetype: 'text/csv' }],
  });
});

test('blocks stand above a file, unless there is a comment', async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  const divider = [{ type: 'divider' }];
  const complete = async (extra: object) => {
    const { id } = await upload(fixture);
    const args = { files: [{ id }], channel_id: channel, blocks: divider, ...extra };
    await clientOf(fixture).apiCall('files.completeUploadExternal', args);
    return last(await fixture.messages({ channel }));
  };
  expect(await complete({})).toMatchObject({ text: '', blocks: [{ type: 'divider' }] });
  expect(await complete({ initial_comment: 'words' })).toMatchObject({ text: 'words', blocks: [] });
});

test('without a channel a file is shared with nobody; with several, in each', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const [channel, general] = [fixture.channel('ops'), fixture.channel('general')];
  const first = await upload(fixture);
  expect(await client.files.completeUploadExternal({ files: [{ id: first.id }] })).toMatchObject({
    ok: true,
  });
  expect(await filesIn(fixture, channel)).toEqual([]);
  const second = await upload(fixture);
  const channels = `${channel},${general},${fixture.person('reader')}`;
  await client.apiCall('files.completeUploadExternal', { files: [{ id: second.id }], channels });
  for (const each of [channel, general, fixture.channel('rita')]) {
    expect(await filesIn(fixture, each)).toMatchObject([{ id: second.id }]);
  }
});

test('the bytes come as the body or in a form, and as many as announced', async () => {
  const fixture = await startWorkspace();
  const { response } = await upload(fixture);
  expect([response.status, await response.text()]).toEqual([200, `OK - ${Buffer.byteLength(CONTENT)}`]);
  // Characters are not bytes.
  expect((await upload(fixture, CONTENT, CONTENT.length)).response.status).toBe(400);
  const url = `${fixture.origin}/upload/v1/guessed`;
  expect((await fetch(url, { method: 'POST', body: 'a' })).status).toBe(400);
  const form = {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no form',
  };
  expect((await fetch(url, form)).status).toBe(400);
});

test.each([
  ['missing_argument', { filename: 'a.log', length: 0 }],
  ['missing_argument', { filename: 'a.log' }],
  ['invalid_arguments', { length: 1 }],
  ['invalid_arguments', { filename: 'a.log', length: 1.5 }],
])('files.getUploadURLExternal answers %s to %j', async (error, args) => {
  const client = clientOf(await startWorkspace());
  await expect(client.apiCall('files.getUploadURLExternal', args)).rejects.toEqual(refusal(error));
});

const WRONG_CHANNEL = 'input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]';

test.each<[error: string, extra: Record<string, unknown>, messages?: string[]]>([
  ['invalid_arguments', { channel_id: 'U0READER001' }, [WRONG_CHANNEL]],
  ['channel_not_found', { channel_id: 'C0NOWHERE01' }],
  ['channel_not_found', { channel_id: 'C0PRIVATE01' }],
  ['not_in_channel', { channel_id: 'C0RANDOM001' }],
  ['posting_to_channel_denied', { channel_id: 'C0ARCHIVED1' }],
  ['thread_not_found', { channel_id: 'C0OPS000001', thread_ts: '1.000000' }],
  ['channels_limit_exceeded', { channels: Array(101).fill('C0OPS000001').join(',') }],
  ['invalid_blocks', { channel_id: 'C0OPS000001', blocks: [{ type: 'none' }] }],
  ['file_not_found', { files: [{ id: 'F0NOTHERE01' }] }],
  ['invalid_arguments', { files: 'nonsense' }],
  ['invalid_arguments', { files: [] }],
])(
  'files.completeUploadExternal answers %s to %j, and the file can still be shared',
  async (error, extra, messages) => {
    const fixture = await startWorkspace();
    const client = clientOf(fixture);
    const { id } = await upload(fixture);
    const complete = (args: object) =>
      client.apiCall('files.completeUploadExternal', { files: [{ id }], ...args });
    await expect(complete(extra)).rejects.toEqual(refusal(error, messages));
    expect(await filesIn(fixture, fixture.channel('ops'))).toEqual([]);
    expect(await complete({ channel_id: fixture.channel('ops') })).toMatchObject({ ok: true });
  },
);

test('an upload is finished once, and not before its bytes are there', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const { file_id: early = '' } = await client.files.getUploadURLExternal({ filename: 'a', length: 1 });
  const complete = (id: string) => client.files.completeUploadExternal({ files: [{ id }] });
  await expect(complete(early)).rejects.toEqual(refusal('file_not_found'));
  const { id } = await upload(fixture);
  await complete(id);
  await expect(complete(id)).rejects.toEqual(refusal('file_not_found'));
});

test('a JSON body names the files as they are', async () => {
  const fixture = await startWorkspace();
  const { id } = await upload(fixture);
  const response = await fetch(`${fixture.slack.apiUrl}/files.completeUploadExternal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${BOT_TOKEN}` },
    body: JSON.stringify({ files: [{ id, title: 'A' }], channel_id: fixture.channel('ops') }),
  });
  expect(await response.json()).toMatchObject({ ok: true, files: [{ id, title: 'A' }] });
});

test('files of no channel are not listed', async () => {
  const { origin } = await startWorkspace();
  expect((await fetch(`${origin}/local/files?channel=C0NOWHERE01`)).status).toBe(404);
});
