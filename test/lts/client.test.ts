import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureOf, GROUP, json, noGroups, openLab, STREAM, soon } from './lab.ts';

const query = { start_time: '1', end_time: '2', limit: 1, is_desc: true, highlight: false } as const;

describe('the eight calls', () => {
  it('are sent as the reference says', async () => {
    const { client, received } = await openLab((response, { method, path }) => {
      if (method === 'DELETE') response.writeHead(204).end();
      else if (path.endsWith('/log-dump/obs')) json(response, { log_dump_obs_id: STREAM }, 201);
      else if (path.endsWith('/query')) json(response, { logs: [] });
      else if (method === 'POST') json(response, { log_group_id: GROUP, log_stream_id: STREAM }, 201);
      else json(response, { log_groups: [], log_streams: [] });
    });
    await client.createGroup({ name: 'lts-group-01nh', retentionDays: 7 }, soon());
    await client.listGroups(soon());
    await client.deleteGroup(GROUP, soon());
    const stream = { groupId: GROUP, name: 'lts-stream-02kh', retentionDays: 7, enterpriseProject: 'h2' };
    await client.createStream(stream, soon());
    await client.listStreams(GROUP, soon());
    await client.deleteStream(GROUP, STREAM, soon());
    await client.queryLogs(GROUP, STREAM, query, soon());
    const dump = {
      groupId: GROUP,
      streamIds: [STREAM],
      bucket: 'lts-test',
      every: '5min',
      format: 'RAW',
    } as const;
    expect(await client.createDump({ ...dump, isOn: true, prefix: 'p', directory: 'd' }, soon())).toBe(
      STREAM,
    );

    const v2 = '/v2/2a473356cca5487f8373be891bffc1cf';
    expect(received.map(({ method, path, body }) => [method, path, body && JSON.parse(body)])).toEqual([
      ['POST', `${v2}/groups`, { log_group_name: 'lts-group-01nh', ttl_in_days: 7 }],
      ['GET', `${v2}/groups`, ''],
      ['DELETE', `${v2}/groups/${GROUP}`, ''],
      [
        'POST',
        `${v2}/groups/${GROUP}/streams`,
        { log_stream_name: 'lts-stream-02kh', ttl_in_days: 7, enterprise_project_name: 'h2' },
      ],
      ['GET', `${v2}/groups/${GROUP}/streams`, ''],
      ['DELETE', `${v2}/groups/${GROUP}/streams/${STREAM}`, ''],
      ['POST', `${v2}/groups/${GROUP}/streams/${STREAM}/content/query`, query],
      [
        'POST',
        `${v2}/log-dump/obs`,
        {
          log_group_id: GROUP,
          log_stream_ids: [STREAM],
          obs_bucket_name: 'lts-test',
          type: 'cycle',
          storage_format: 'RAW',
          switch_on: true,
          period: 5,
          period_unit: 'min',
          prefix_name: 'p',
          dir_prefix_name: 'd',
        },
      ],
    ]);
  });

  it('tolerate fields that nobody has documented', async () => {
    const group = {
      log_group_id: GROUP,
      log_group_name: 'n',
      creation_time: 1,
      ttl_in_days: 7,
      tag: { new: 'x' },
    };
    const { client } = await openLab((response) => json(response, { log_groups: [group], total: 1 }));
    expect(await client.listGroups(soon())).toMatchObject([{ log_group_name: 'n' }]);
  });

  it('read the dump’s id under either name', async () => {
    const { client } = await openLab((response) => json(response, { log_dump_objects_id: STREAM }, 201));
    const dump = {
      groupId: GROUP,
      streamIds: [STREAM],
      bucket: 'lts-test',
      every: '12hour',
      format: 'JSON',
    } as const;
    expect(await client.createDump({ ...dump, isOn: false }, soon())).toBe(STREAM);
  });

  it('read compressed answers', async () => {
    const { client } = await openLab((response) => {
      const body = gzipSync('{"log_groups":[]}');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    expect(await client.listGroups(soon())).toEqual([]);
  });
});

describe('an argument that LTS does not allow', () => {
  const long = 'n'.repeat(65);
  it.each([
    [
      'log_group_name',
      '1 to 64 characters',
      (c: Client) => c.createGroup({ name: long, retentionDays: 7 }, soon()),
    ],
    [
      'log_group_name',
      '1 to 64 characters',
      (c: Client) => c.createGroup({ name: '', retentionDays: 7 }, soon()),
    ],
    [
      'ttl_in_days',
      'a whole number from 1 to 365',
      (c: Client) => c.createGroup({ name: 'n', retentionDays: 366 }, soon()),
    ],
    ['log_group_id', '36 characters', (c: Client) => c.deleteGroup('1', soon())],
    ['log_stream_id', '36 characters', (c: Client) => c.deleteStream(GROUP, '1', soon())],
    [
      'log_stream_name',
      '1 to 64 characters',
      (c: Client) => c.createStream({ groupId: GROUP, name: long }, soon()),
    ],
    [
      'enterprise_project_name',
      '1 to 64 characters',
      (c: Client) => c.createStream({ groupId: GROUP, name: 'n', enterpriseProject: '' }, soon()),
    ],
    [
      'start_time',
      'before end_time',
      (c: Client) => c.queryLogs(GROUP, STREAM, { ...query, start_time: '2' }, soon()),
    ],
    [
      'end_time',
      'at most 30 days after start_time',
      (c: Client) => c.queryLogs(GROUP, STREAM, { ...query, end_time: '2592000002' }, soon()),
    ],
    [
      'limit',
      'a whole number from 1 to 5000',
      (c: Client) => c.queryLogs(GROUP, STREAM, { ...query, limit: 5_001 }, soon()),
    ],
    [
      'keywords',
      'words that do not begin with * or ?',
      (c: Client) => c.queryLogs(GROUP, STREAM, { ...query, keywords: 'a ?b' }, soon()),
    ],
    [
      'obs_bucket_name',
      '3 to 63 characters',
      (c: Client) => c.createDump({ ...aDump, bucket: 'ab' }, soon()),
    ],
    ['prefix_name', '0 to 64 characters', (c: Client) => c.createDump({ ...aDump, prefix: long }, soon())],
    [
      'dir_prefix_name',
      '0 to 64 characters',
      (c: Client) => c.createDump({ ...aDump, directory: long }, soon()),
    ],
    [
      'log_stream_ids',
      'one stream or more',
      (c: Client) => c.createDump({ ...aDump, streamIds: [] }, soon()),
    ],
  ])('%s is not sent, and must be %s', async (field, allowed, call) => {
    const { client, received } = await openLab(noGroups);
    expect(await failureOf(call(client))).toMatchObject({ code: 'lts_argument', field, allowed });
    expect(received).toEqual([]);
  });

  it('tells what was given', async () => {
    const { client } = await openLab(noGroups);
    const failure = client.createGroup({ name: 'n', retentionDays: 0 }, soon());
    await expect(failure).rejects.toThrow('ttl_in_days must be a whole number from 1 to 365');
  });
});

type Client = Awaited<ReturnType<typeof openLab>>['client'];
const aDump = {
  groupId: GROUP,
  streamIds: [STREAM],
  bucket: 'abc',
  every: '1hour',
  format: 'RAW',
  isOn: true,
} as const;

describe('a failure', () => {
  it.each([
    ['LTS', 400, { error_code: 'LTS.0201', error_msg: 'x' }, 'LTS.0201', 'no_such_group'],
    ['an older LTS', 400, { errorCode: 'LTS.0701', errorMsg: 'x' }, 'LTS.0701', 'bad_time_range'],
    ['LTS, nested', 401, { message: { code: 'LTS.0003', details: 'x' } }, 'LTS.0003', 'bad_token'],
    ['the gateway', 404, { error_code: 'APIGW.0101', request_id: 'r' }, 'APIGW.0101', 'not_offered'],
    ['IAM', 401, { error: { code: 401, message: 'x', title: 'Unauthorized' } }, '401', 'bad_token'],
    ['a success with an error in it', 200, { error_code: 'LTS.0416' }, 'LTS.0416', 'no_such_bucket'],
    ['nobody knows who', 418, { error_code: 'LTS.9999' }, 'LTS.9999', 'unknown'],
    [
      'somebody odd',
      400,
      { error_code: null, errorCode: 'LTS.0201', request_id: 7 },
      'LTS.0201',
      'no_such_group',
    ],
    ['a prototype', 400, { error_code: 'constructor' }, undefined, 'unknown'],
    ['a success that quotes something', 200, { error_code: 'password=hunter2' }, undefined, 'unknown'],
  ])('from %s is told with its code and request id', async (_, status, body, ltsCode, reason) => {
    const { client } = await openLab((response) => json(response, body, status, { 'x-request-id': 'r-1' }));
    expect(await failureOf(client.listGroups(soon()))).toMatchObject({
      code: 'lts_refused',
      status,
      ltsCode,
      reason,
      requestId: 'r-1',
      isRetrySafe: false,
    });
  });

  it.each([
    ['a bare string', '"Service Unavailable"'],
    ['HTML', '<html><body>503</body></html>'],
    ['nothing', ''],
    ['null', 'null'],
  ])('that is %s is told by its status', async (_, body) => {
    const { client, received } = await openLab((response) => response.writeHead(503).end(body));
    expect(await failureOf(client.listGroups(soon()))).toMatchObject({
      status: 503,
      reason: 'internal_error',
      isRetrySafe: true,
    });
    expect(received).toHaveLength(4);
  });

  it.each([
    ['HTML', '<html></html>'],
    ['half of an answer', '{"logs":[{"content"'],
    ['a line number that is a number', '{"logs":[{"content":"a","line_num":1595659490239433658}]}'],
    ['a line number of 18 digits', '{"logs":[{"content":"a","line_num":"159565949023943365"}]}'],
    [
      'labels that are not text',
      '{"logs":[{"content":"a","line_num":"1595659490239433658","labels":{"a":1}}]}',
    ],
    ['no lines at all', '{"count":1}'],
  ])('of a good status with %s is malformed', async (_, body) => {
    const { client } = await openLab((response) => response.end(body));
    expect(await failureOf(client.queryLogs(GROUP, STREAM, query, soon()))).toMatchObject({
      code: 'lts_malformed',
    });
  });

  it('says by how many minutes this clock is off, when that is why a signature was refused', async () => {
    const refuse = { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information' };
    const now = () => Date.now() + 20 * 60_000;
    const { client } = await openLab((response) => json(response, refuse, 401), { now });
    const failure = await failureOf(client.listGroups(soon()));
    expect(failure).toMatchObject({ reason: 'clock_off', ltsCode: 'APIGW.0301' });
    expect(String(failure)).toContain("this clock is 20 minutes off the service's, 15 are allowed");
  });

  it('of a token is not blamed on the clock', async () => {
    const now = () => Date.now() + 20 * 60_000;
    const credentials = { token: 't' };
    const { client } = await openLab((response) => json(response, { error_code: 'LTS.0003' }, 401), {
      now,
      credentials,
    });
    expect(await failureOf(client.listGroups(soon()))).toMatchObject({
      reason: 'bad_token',
      clockOffMs: undefined,
    });
  });

  it('to connect tells that nothing was sent', async () => {
    const { client } = await openLab(noGroups, { endpoint: 'http://127.0.0.1:1' });
    expect(await failureOf(client.listGroups(soon()))).toMatchObject({
      code: 'lts_unreachable',
      wasSent: false,
    });
  });
});
