import { expect, it } from 'vitest';
import { mentionedJob } from '../../lib/slack/mentioned-job.ts';

const around = {
  event_id: 'Ev1',
  authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U9', is_bot: true }],
};
const asked = (text: string) => {
  const said = { type: 'app_mention', channel: 'C1', user: 'U1', ts: '1800000000.123456', text } as const;
  return mentionedJob(said, around, 'T1', '/lts', 'request');
};

it.each([
  ['<@U9> logs checkout/api', 'logs checkout/api'],
  ['  <@U9>   logs checkout/api  ', 'logs checkout/api'],
  ['<@U9|lts> groups', 'groups'],
  ['<@U9>: groups', 'groups'],
  ['<@U9>， groups', 'groups'],
  ['<@U9>\ngroups', 'groups'],
  ['<@U9> <@U9> groups', 'groups'],
  ['groups <@U9>', 'groups'],
  ['please <@U9> groups', 'please   groups'],
  ['<@U9> /lts groups', 'groups'],
  ['/lts <@U9> groups', 'groups'],
  ['<@U9> /lts', ''],
  ['<@U9> /ltsgroups', '/ltsgroups'],
  ['<@U9> logs checkout/api /lts', 'logs checkout/api /lts'],
  ['<@U9> audit who:<@U8>', 'audit who:<@U8>'],
  ['<@U9>', ''],
  ['', ''],
])('of “%s” is asked “%s”', (text, what) => {
  expect(asked(text).text).toBe(what);
});

it('is of the moment at which it was posted', () => {
  expect(asked('')).toMatchObject({ ts: '1800000000.123456', receivedAt: 1_800_000_000_123 });
});
