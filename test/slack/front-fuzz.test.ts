import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { runFuzz } from '../../bin/fuzz/run.ts';
import { ENV, STACK_NAME } from '../../lib/config.ts';
import { readStack } from '../../lib/local/lambda/template.ts';

it('nothing comes of 200,000 requests that nobody signed, and of 20,000 that are signed no more than may', {
  timeout: 240_000,
}, async () => {
  const { functions } = await readStack(inject('assembly'), STACK_NAME);
  const front = [...functions.values()].find(({ environment }) => ENV.signingSecret in environment);
  const bundle = join(front?.codeDirectory ?? '', 'index.js');
  const requests = 223_000;
  const { violations, signed, handedOver, told } = await runFuzz({
    bundle,
    seed: 1,
    requests,
    signedPercent: 10,
  });
  expect(violations).toEqual([]);
  expect(signed).toBeGreaterThan(20_000);
  expect(requests - signed).toBeGreaterThan(200_000);
  // It is not that nothing gets anywhere.
  expect(handedOver).toBeGreaterThan(5_000);
  expect(told).toBeGreaterThan(100);
});
