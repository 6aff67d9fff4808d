import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
// Not zod/mini, as in the functions: here size does not matter, and a wrong file gets zod's full explanations.
import * as z from 'zod';
import { ChatOpsError } from '../errors.ts';
import { Sources } from '../sources.ts';
import { parseWrittenJson } from '../written-json.ts';

// The descriptions are what editors show. After a change `npm run vitest -- run test/infra/settings.test.ts -u` writes
// `docs/config.schema.json` anew.

/** What CloudWatch Logs takes. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * In characters of JSON; what else the worker is told takes less than the rest of its 4 kB.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_SOURCES = 3_000;

/** An SNS topic, or an e-mail address. */
const ALARM_TARGET = /^(arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}|[^\s@:]+@[^\s@:]+\.[^\s@:.]+)$/;

const fromOne = (what: string) => z.int().min(1, 'must be a whole number from 1 on').describe(what);

/** What a team sets before it deploys, in `chatops.config.json`. Nothing of it is secret. */
const Settings = z
  .strictObject({
    $schema: z.string().optional().describe('For editors; nothing else reads it.'),
    command: z
      .string()
      .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 lower-case letters, such as /lts')
      .describe('The slash command, with its slash.'),
    slack: z
      .strictObject({
        teamId: z
          .string()
          .regex(/^T[A-Z0-9]{5,}$/, 'must be a Slack workspace id such as T012ABCDEF')
          .describe('The workspace that installs the app.'),
        appId: z
          .string()
          .regex(/^A[A-Z0-9]{5,}$/, 'must be a Slack app id such as A012ABCDEF')
          .describe('The app.'),
      })
      .describe('No other workspace and no other app is served.'),
    sources: Sources.check(
      z.refine(
        (sources) => JSON.stringify(sources).length <= MAX_SOURCES,
        `must take no more than ${MAX_SOURCES} characters in all: a function's environment holds 4 kB`,
      ),
    ),
    policy: z
      .string()
      .min(1, 'must be the path of a policy, as seen from this file')
      .default('chatops.policy.json')
      .describe('The file that says who may do what, as seen from this one.'),
    keepData: z
      .boolean()
      .default(true)
      .describe(
        'Whether tables, secrets and logs stay when the stack is destroyed. Set false only for a trial: destroying it deletes the audit.',
      ),
    logRetentionDays: z
      .literal(RETENTION_DAYS, `must be one of ${RETENTION_DAYS.join(', ')}: CloudWatch Logs takes no other`)
      .default(30)
      .describe('For how many days the functions’ logs are kept.'),
    alarmTarget: z
      .string()
      .regex(
        ALARM_TARGET,
        'must be an e-mail address, or the ARN of an SNS topic such as arn:aws:sns:eu-west-1:123456789012:oncall',
      )
      .optional()
      .describe(
        'Who is told of alarms: an e-mail address, which has to confirm the first mail, or an SNS topic of yours in the same region, whose policy lets CloudWatch publish. Absent: nobody.',
      ),
    throttle: z
      .strictObject({
        requestsPerSecond: fromOne('How many requests a second are let in for long.'),
        burst: fromOne('How many are let in at once.'),
      })
      .default({ requestsPerSecond: 50, burst: 100 })
      .describe(
        'What API Gateway lets in of all requests, strangers’ included: a flood costs no more than this.',
      ),
    reservedConcurrency: z
      .strictObject({
        front: fromOne('Of the front function.').optional(),
        worker: fromOne('Of the worker.').optional(),
        failed: fromOne('Of the failed function.').optional(),
      })
      .default({})
      .describe(
        'How many instances of a function run at most, kept free for it. Absent: what the account has. AWS refuses it where fewer than 100 would be left for all others.',
      ),
  })
  .describe('What a team sets before it deploys LTS ChatOps.');

/** As it is used: with defaults, and `policy` as it is found from where the settings were. */
export type Settings = z.output<typeof Settings>;

/** The settings are missing or wrong; the message says what, where, and what was expected. */
export class SettingsError extends ChatOpsError {
  readonly code = 'settings';
}

/** @throws SettingsError */
export async function readSettings(path: string): Promise<Settings> {
  const { data, error } = Settings.safeParse(await readJson(path));
  if (data) {
    const { policy } = data;
    return { ...data, policy: isAbsolute(policy) ? policy : join(dirname(path), policy) };
  }
  const problems = error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new SettingsError(`${path}: ${problems.join('; ')}`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return parseWrittenJson(await readFile(path, 'utf8'));
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new SettingsError(
      isMissing
        ? `${path} is not there: copy chatops.config.json to it, and change what differs`
        : `${path} cannot be read as JSON: ${String(cause)}`,
      { cause },
    );
  }
}

/** `docs/config.schema.json`: what an editor completes, explains and checks. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(Settings, { io: 'input', target: 'draft-7' });
}
