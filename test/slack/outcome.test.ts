import { expect, it } from 'vitest';
import { SettingsUnavailableError } from '../../lib/commands/channel-settings.ts';
import { MistakeError } from '../../lib/commands/mistake.ts';
import { LtsMalformedError, LtsRefusedError, LtsUnreachableError } from '../../lib/lts/errors.ts';
import { isLtsTrouble, outcomeOf } from '../../lib/slack/outcome.ts';

const refused = (ltsCode: string | undefined) =>
  new LtsRefusedError({
    status: 503,
    ltsCode,
    requestId: undefined,
    isRetrySafe: true,
    retryAfterMs: undefined,
    clockOffMs: undefined,
  });
const unreached = { message: 'no answer', wasSent: false, isLate: false, isRetrySafe: true };

it.each([
  [new MistakeError({ kind: 'no_default_stream' }), 'mistake'],
  [refused('LTS.0201'), 'LTS.0201'],
  [refused(undefined), 'HTTP 503'],
  [refused('whatever a proxy says'), 'HTTP 503'],
  [new LtsUnreachableError(unreached), 'unreachable'],
  [new LtsMalformedError('no JSON', true, undefined), 'malformed'],
  [new SettingsUnavailableError('throttled'), 'settings_unavailable'],
  [new TypeError('a mistake of ours'), 'unexpected'],
])('%s is counted as %s', (error, outcome) => {
  expect(outcomeOf(error)).toBe(outcome);
});

it.each(['LTS.0003', 'LTS.0010', 'APIG.0308', 'LTS.9999', 'HTTP 502', 'unreachable', 'unconfirmed'])(
  '%s is trouble with LTS',
  (outcome) => expect(isLtsTrouble(outcome)).toBe(true),
);

it.each(['ok', 'mistake', 'not_allowed', 'read_quota', 'LTS.0208', 'LTS.0101', 'LTS.1903', 'unexpected'])(
  '%s is none',
  (outcome) => expect(isLtsTrouble(outcome)).toBe(false),
);
