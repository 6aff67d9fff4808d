import { expect, it } from 'vitest';
import { needsAttention } from '../../lib/local/needs-attention.ts';

it.each([
  '{"level":"WARN","message":"slow"}',
  '{"level":"ERROR","message":"failed"}',
  '{"errorType":"Runtime.ExitError","errorMessage":"signal: SIGKILL"}',
  'TypeError: handler is not a function',
  '    at index.js:1:1',
  '42',
  'null',
])('the person at the terminal is told: %s', (line) => {
  expect(needsAttention(line)).toBe(true);
});

it.each([
  '{"level":"INFO","message":"a job was done"}',
  '{"level":"DEBUG","message":"detail"}',
  '{"_aws":{"CloudWatchMetrics":[]},"service":"front","AckTime":3}',
])('the person at the terminal is not told: %s', (line) => {
  expect(needsAttention(line)).toBe(false);
});
