import { expect, it } from 'vitest';
import { APP } from '../../lib/slack/manifest.ts';

it('shortcuts are named as Slack’s limits allow', () => {
  for (const { name, description } of APP.shortcuts) {
    expect([name.length <= 24, description.length <= 150]).toEqual([true, true]);
  }
  expect(APP.shortcuts.map(({ callbackId, type }) => `${type} ${callbackId}`)).toEqual([
    'global search_logs',
    'message look_up_logs',
  ]);
});
