import { ReadQuotaError } from '../../../lib/commands/read-quota.ts';
import {
  LtsArgumentError,
  LtsIncompleteError,
  LtsMalformedError,
  LtsRefusedError,
  LtsTooLargeError,
  LtsUnconfirmedError,
  LtsUnreachableError,
} from '../../../lib/lts/errors.ts';
import { ltsProblem } from '../../../lib/views/lts-problem.ts';
import { problemMessage } from '../../../lib/views/problem.ts';
import { quotaProblem } from '../../../lib/views/quota-problem.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { NOW } from '../samples.ts';
import type { Samples } from './samples.ts';

const refusal = {
  status: 400,
  ltsCode: 'LTS.0201',
  requestId: 'r-1',
  isRetrySafe: false,
  retryAfterMs: undefined,
  clockOffMs: undefined,
};
const unreached = { message: 'm', wasSent: true, isLate: false, isRetrySafe: true };

/** Every reason, by a code that has it. */
const CODES = [
  'LTS.0001',
  'LTS.0002',
  'LTS.0007',
  'LTS.0009',
  'LTS.0010',
  'LTS.0018',
  'LTS.0023',
  'LTS.0101',
  'LTS.0102',
  'LTS.0103',
  'LTS.0104',
  'LTS.0105',
  'LTS.0107',
  'LTS.0201',
  'LTS.0202',
  'LTS.0203',
  'LTS.0205',
  'LTS.0206',
  'LTS.0207',
  'LTS.0208',
  'LTS.0301',
  'LTS.0416',
  'LTS.0701',
  'LTS.1901',
  'LTS.1902',
  'LTS.1903',
  'APIG.0301',
  'APIG.0308',
  'APIG.0101',
  'LTS.9999',
];

export function problemMessages(viewer: Viewer): Samples {
  const { words } = viewer;
  const refused = new LtsRefusedError({ ...refusal, status: 503, ltsCode: undefined, requestId: undefined });
  const failures = {
    unreachable: new LtsUnreachableError(unreached),
    late: new LtsUnreachableError({ ...unreached, isLate: true }),
    incomplete: new LtsIncompleteError('m'),
    'too large': new LtsTooLargeError('m'),
    malformed: new LtsMalformedError('m', false, 'r-1'),
    'malformed, without an id': new LtsMalformedError('m', false, undefined),
    'not confirmed, and undone': new LtsUnconfirmedError('undone', new LtsRefusedError(refusal)),
    'not confirmed, and still there': new LtsUnconfirmedError('still_there', new LtsRefusedError(refusal)),
    'not confirmed, and unknown': new LtsUnconfirmedError('unknown', new LtsUnreachableError(unreached)),
    'an argument': new LtsArgumentError('log_group_name', '1 to 64 characters', ''),
    'refused without a code': refused,
    'a clock that is off': new LtsRefusedError({
      ...refusal,
      status: 401,
      ltsCode: 'APIG.0301',
      clockOffMs: 1,
    }),
  };
  const refusals = CODES.map((ltsCode) => [ltsCode, new LtsRefusedError({ ...refusal, ltsCode })] as const);
  return {
    ...Object.fromEntries(
      [...Object.entries(failures), ...refusals].map(([name, error]) => [
        name,
        problemMessage(ltsProblem(error, words)),
      ]),
    ),
    'a stream that was read too often': problemMessage(quotaProblem(new ReadQuotaError(100, NOW), viewer)),
    'a stream that may be read once': problemMessage(quotaProblem(new ReadQuotaError(1, NOW), viewer)),
    'settings that cannot be had': problemMessage({ what: words.settingsUnavailable }),
    ...Object.fromEntries(
      Object.entries(words.delivery).map(([name, what]) => [`an answer, ${name}`, problemMessage({ what })]),
    ),
  };
}
