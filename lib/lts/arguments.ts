import { LtsArgumentError } from './errors.ts';

/** The limits of the API reference, chapter 5, checked before anything is sent. Lengths are in characters. */
const LIMITS = {
  projectId: 32,
  id: 36,
  name: [1, 64],
  bucket: [3, 63],
  prefix: [0, 64],
  retentionDays: [1, 365],
  limit: [1, 5_000],
  windowDays: 30,
} as const;

const DAY_MS = 86_400_000;

export function checkProjectId(projectId: string): void {
  check(projectId.length === LIMITS.projectId, 'project_id', `${LIMITS.projectId} characters`, projectId);
}

export function checkId(field: 'log_group_id' | 'log_stream_id', id: string): void {
  check(id.length === LIMITS.id, field, `${LIMITS.id} characters`, id);
}

export function checkName(field: 'log_group_name' | 'log_stream_name', name: string): void {
  checkLength(field, name, LIMITS.name);
}

/** 5.1.1 says at most 7, 5.2.1 says 1 to 365: the service has the last word within the wider range. */
export function checkRetention(days: number): void {
  checkInteger('ttl_in_days', days, LIMITS.retentionDays);
}

export function checkLimit(limit: number): void {
  checkInteger('limit', limit, LIMITS.limit);
}

export function checkEnterpriseProject(name: string): void {
  checkLength('enterprise_project_name', name, LIMITS.name);
}

export function checkBucket(bucket: string): void {
  checkLength('obs_bucket_name', bucket, LIMITS.bucket);
}

export function checkPrefix(field: 'prefix_name' | 'dir_prefix_name', prefix: string): void {
  checkLength(field, prefix, LIMITS.prefix);
}

/** `start` and `end` in ms. */
export function checkWindow(start: number, end: number): void {
  check(start < end, 'start_time', 'before end_time', start);
  check(
    end - start <= LIMITS.windowDays * DAY_MS,
    'end_time',
    `at most ${LIMITS.windowDays} days after start_time`,
    end,
  );
}

/** A wildcard in front of any word is LTS.0301. Within quotes it is no wildcard. */
export function checkKeywords(keywords: string): void {
  const bare = keywords.replace(/#?"[^"]*"/g, '');
  check(!/(^|\s)[*?]/.test(bare), 'keywords', 'words that do not begin with * or ?', keywords);
}

function checkLength(field: string, text: string, [least, most]: readonly [number, number]): void {
  const { length } = [...text];
  check(length >= least && length <= most, field, `${least} to ${most} characters`, text);
}

function checkInteger(field: string, value: number, [least, most]: readonly [number, number]): void {
  check(
    Number.isInteger(value) && value >= least && value <= most,
    field,
    `a whole number from ${least} to ${most}`,
    value,
  );
}

function check(isAllowed: boolean, field: string, allowed: string, given: unknown): void {
  if (!isAllowed) throw new LtsArgumentError(field, allowed, given);
}
