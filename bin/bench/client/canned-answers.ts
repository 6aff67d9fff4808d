import { createHash } from 'node:crypto';
import type { LogLine, QueryBody } from '../../../lib/lts/schemas.ts';

export const PROJECT = '2a473356cca5487f8373be891bffc1cf';
export const GROUP = 'b6b9332b-091f-4b22-b810-264318d2d664';
export const ACCESS_KEY = { accessKey: 'AKEXAMPLE0000000001', secretKey: 'SKexample/secret+key=0000001' };

/** The window of every search, in ms. */
export const START = 1_595_659_490_000;
export const END = START + 1_000;

const CONTENT_BYTES = 120;

/** The labels of the API reference's example, 5.3.1. */
const LABELS = {
  hostName: 'ecs-kwxtest',
  hostIP: '192.168.0.156',
  appName: 'default_appname',
  containerName: 'CONFIG_FILE',
  clusterName: 'CONFIG_FILE',
  hostId: '9787ef31-fd7b-4eff-ba71-72d580f11f55',
  podName: 'default_procname',
  clusterId: 'CONFIG_FILE',
  nameSpace: 'CONFIG_FILE',
  category: 'LTS',
};

/** The stream whose every answer has that many lines: its id says so. */
export const streamWith = (lines: number) => String(lines).padStart(36, '0');

export const bodyFor = (lines: number): QueryBody => ({
  start_time: String(START),
  end_time: String(END),
  limit: lines,
  is_desc: true,
  highlight: false,
});

/** The body of an answer with that many lines, the newest first. */
export function answerWith(lines: number): string {
  const logs = Array.from({ length: lines }, (_, n) => ({
    content: `${`2020-07-25/14:44:42 this log is Error NO ${lines - n}`.padEnd(CONTENT_BYTES - 1, '.')}\n`,
    labels: LABELS,
    line_num: `${START}${String(lines - n).padStart(6, '0')}`,
  }));
  return JSON.stringify({ count: lines, logs, isQueryComplete: true });
}

/** The same text exactly for the same lines. */
export function digest(lines: readonly LogLine[]): string {
  const hash = createHash('sha256');
  for (const { content, line_num, labels } of lines) hash.update(JSON.stringify([content, line_num, labels]));
  return hash.digest('hex');
}
