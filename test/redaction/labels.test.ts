import { expect, it } from 'vitest';
import { redactLabels } from '../../lib/redaction/labels.ts';

it.each([
  ['by its name', { password: 'my "own" words' }, { password: '[redacted: password]' }],
  ['by how it begins', { note: `ghp_${'a1B2'.repeat(9)}` }, { note: '[redacted: token]' }],
  ['in its name', { [`ghp_${'a1B2'.repeat(9)}`]: 'x' }, { '[redacted: token]': 'x' }],
  ['among words', { note: 'password=hunter2, "so"' }, { note: 'password=[redacted: password], "so"' }],
])('a secret in a label is found %s', (_, labels, expected) => {
  expect(redactLabels([{ hostName: 'ecs "1"\n', ...labels }])).toEqual([
    { hostName: 'ecs "1"\n', ...expected },
  ]);
});

it('labels without secrets stay as they are, the time that LTS wants back as well', () => {
  const labels = { __time__: '1795420800000000000', hostIP: '192.168.0.7', 'a=b': '"' };
  expect(redactLabels([labels, {}])).toEqual([labels, {}]);
  expect(redactLabels([labels], ['IP address'])).toEqual([{ ...labels, hostIP: '[redacted: IP address]' }]);
});
