import { expect, test } from 'vitest';
import { startWorkbench } from './support.ts';

const minute = 60_000;
const window = { start_time: 1_700_000_000_000, end_time: 1_700_000_000_000 + minute };

test.each([
  ['numbers as times', window, 200, undefined],
  ['strings as times', { start_time: '1700000000000', end_time: '1700000060000' }, 200, undefined],
  [
    'words for flags and a limit',
    { ...window, is_desc: 'true', is_count: 'false', limit: '5' },
    200,
    undefined,
  ],
  ['newer fields', { ...window, __time__: '1700000000001', is_iterative: false }, 200, undefined],
  ['the first query named', { ...window, search_type: 'init' }, 200, undefined],
  ['no times', {}, 400, 'LTS.0701'],
  ['a time that is none', { ...window, end_time: 'now' }, 400, 'LTS.0701'],
  ['a start at the end', { ...window, end_time: window.start_time }, 400, 'LTS.0701'],
  ['a start after the end', { ...window, start_time: window.end_time + 1 }, 400, 'LTS.0701'],
  ['30 days', { ...window, end_time: window.start_time + 30 * 24 * 60 * minute }, 200, undefined],
  [
    'more than 30 days',
    { ...window, end_time: window.start_time + 30 * 24 * 60 * minute + 1 },
    400,
    'LTS.0009',
  ],
  ['a limit of 0', { ...window, limit: 0 }, 400, 'LTS.1903'],
  ['a limit of 5000', { ...window, limit: 5000 }, 200, undefined],
  ['a limit of 5001', { ...window, limit: 5001 }, 400, 'LTS.1903'],
  ['a limit that is none', { ...window, limit: 'many' }, 400, 'LTS.1903'],
  ['another search type', { ...window, search_type: 'sideways' }, 400, 'LTS.0009'],
  ['a flag that is none', { ...window, is_desc: 'yes' }, 400, 'LTS.0009'],
  ['keywords that are no text', { ...window, keywords: 5 }, 400, 'LTS.0009'],
  ['labels that are no strings', { ...window, labels: { a: 1 } }, 400, 'LTS.0009'],
  ['a word that begins with *', { ...window, keywords: 'a *b' }, 400, 'LTS.0301'],
  ['a word that begins with ?', { ...window, keywords: 'var/?b' }, 400, 'LTS.0301'],
  ['an operator alone', { ...window, keywords: 'and' }, 400, 'LTS.0009'],
  [
    'a cursor at the very start',
    { ...window, line_num: '1700000000000000000', search_type: 'forwards' },
    200,
    undefined,
  ],
  [
    'a cursor at the very end',
    { ...window, line_num: '1700000060000999999', search_type: 'forwards' },
    200,
    undefined,
  ],
  [
    'a cursor before the start',
    { ...window, line_num: '1699999999999999999', search_type: 'forwards' },
    400,
    'LTS.0701',
  ],
  [
    'a cursor after the end',
    { ...window, line_num: '1700000060001000000', search_type: 'forwards' },
    400,
    'LTS.0701',
  ],
  [
    'a cursor of 18 digits',
    { ...window, line_num: '170000000000000000', search_type: 'forwards' },
    400,
    'LTS.0701',
  ],
])('a query with %s', async (_, body, status, code) => {
  const { call, createStream } = await startWorkbench();
  const { path } = await createStream();
  const reply = await call('POST', `${path}/content/query`, body);
  expect(reply).toMatchObject({ status, body: code === undefined ? { logs: [] } : { error_code: code } });
});

test('a window holds the lines of its first and of its last millisecond, and 50 lines make a page', async () => {
  const { call, createStream, addLines } = await startWorkbench();
  const { group, stream, path } = await createStream();
  const times = [window.start_time - 1, window.start_time, window.end_time, window.end_time + 1];
  await addLines(
    group,
    stream,
    times.map((time) => ({ content: `at ${time}`, time })),
  );
  await addLines(
    group,
    stream,
    Array.from({ length: 60 }, () => ({ content: 'x', time: window.start_time + 5 })),
  );

  const { body } = await call('POST', `${path}/content/query`, { ...window, is_count: true });

  expect(body).toMatchObject({ count: 62, logs: { length: 50 } });
  const { body: desc } = await call('POST', `${path}/content/query`, { ...window, is_desc: true, limit: 1 });
  expect(desc).toStrictEqual({
    logs: [
      {
        content: `at ${window.end_time}\n`,
        labels: {},
        line_num: expect.stringMatching(/^1700000060000\d{6}$/),
      },
    ],
  });
});

test('a long search lets others have their turn', async () => {
  const { call, createStream, emulator, send } = await startWorkbench();
  const { path } = await createStream('g', 's');
  const content = 'a word and a word '.repeat(200);
  const lines = Array.from({ length: 10_000 }, () => ({ content, time: window.start_time }));
  await send('POST', '/__emulator/lines', { group: 'g', stream: 's', lines });

  let done = false;
  const search = call('POST', `${path}/content/query`, { ...window, keywords: 'd', is_count: true });
  const found = search.finally(() => {
    done = true;
  });
  let answers = 0;
  for (; !done && answers < 1000; answers += 1) await (await fetch(emulator.url)).text();

  expect((await found).body).toMatchObject({ count: 0 });
  expect(answers).toBeGreaterThan(3);
});
