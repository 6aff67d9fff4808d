import { ChatOpsError } from '../../errors.ts';

/**
 * The refusals of LTS, as its API reference has them: each call's own example where there is one, else 6.2.
 * Some calls have words of their own for the same code.
 */
const refusals = {
  notJson: [400, 'LTS.0007', 'The request body format must be json'],
  invalidBody: [400, 'LTS.0009', 'Failed to validate the request body'],
  groupNameTaken: [400, 'LTS.0101', 'Failed to create log group, the group name has been existed'],
  tooManyGroups: [400, 'LTS.0104', 'Failed to create log group, the number of log groups exceeds the quota'],
  groupHasDump: [400, 'LTS.0105', 'Log group is associated by transfer'],
  noSuchGroup: [400, 'LTS.0201', 'The log group is not existed'],
  streamNameTaken: [400, 'LTS.0205', 'The log stream name has been existed'],
  tooManyStreams: [
    400,
    'LTS.0206',
    'Failed to create log stream, the number of Log streams exceeds the quota',
  ],
  streamHasDump: [400, 'LTS.0207', 'Log stream is associated by transfer'],
  noSuchStream: [400, 'LTS.0208', 'The log stream does not existed'],
  wildcardFirst: [400, 'LTS.0301', "'*' and '?' not allowed as first character"],
  noSuchBucket: [400, 'LTS.0416', 'obs bucket does not exist'],
  badTimes: [
    400,
    'LTS.0701',
    "end_time must be superior to start_time, and line_num must be between them if it's provided",
  ],
  notInList: [400, 'LTS.1901', 'field is not in the list'],
  badName: [400, 'LTS.1902', 'name is invalid'],
  badLimit: [400, 'LTS.1903', 'limit must be between lower boundary and upper boundary'],
  badToken: [401, 'LTS.0003', 'Invalid token'],
  badSignature: [401, 'APIGW.0301', 'Incorrect IAM authentication information'],
  wrongProject: [403, 'LTS.0001', 'Invalid projectId'],
  noSuchApi: [404, 'APIGW.0101', 'The API does not exist or has not been published in the environment'],
} as const;

export type RefusalName = keyof typeof refusals;

/** A request that LTS, or the gateway before it, refuses. */
export class Refusal extends ChatOpsError {
  readonly code = 'lts_refused';
  readonly status: number;
  /** LTS's own code, such as LTS.0009. */
  readonly ltsCode: string;

  constructor(status: number, ltsCode: string, message: string) {
    super(message);
    this.status = status;
    this.ltsCode = ltsCode;
  }
}

/** `message`: the call's own words, where its example has others than the table. */
export function refusal(name: RefusalName, message?: string): Refusal {
  const [status, ltsCode, usual] = refusals[name];
  return new Refusal(status, ltsCode, message ?? usual);
}
