import type { DynamoDb } from '../aws/dynamodb.ts';
import type { Job } from '../commands/job.ts';
import { assertNever } from '../errors.ts';
import { redactLabels } from '../redaction/labels.ts';
import { redactText } from '../redaction/log-lines.ts';
import { expiresIn } from './expiry.ts';

/** Long enough for somebody to look into it. */
const KEPT_MS = 14 * 24 * 3_600_000;

/**
 * Keeps a job that nothing could be made of, without its response_url, which is a credential, and without the secrets in
 * what was typed or clicked. `now` is in ms.
 */
export async function keepFailedJob(
  dynamodb: DynamoDb,
  TableName: string,
  job: Job,
  /** Lambda's word, such as `RetriesExhausted`. */
  condition: string,
  now: number,
): Promise<void> {
  const { responseUrl: _responseUrl, ...kept } = { responseUrl: undefined, ...withoutSecrets(job) };
  const Item = {
    id: `failed#${job.id}`,
    job: kept,
    condition,
    failedAt: now,
    expiresAt: expiresIn(KEPT_MS, now),
  };
  await dynamodb.send('PutItem', { TableName, Item });
}

function withoutSecrets(job: Job): Job {
  switch (job.kind) {
    case 'typed':
    case 'mentioned':
      return { ...job, text: redactText(job.text) };
    case 'shortcut': {
      const { message } = job;
      return message ? { ...job, message: { ...message, text: redactText(message.text) } } : job;
    }
    case 'home_opened':
      return job;
    case 'clicked':
    case 'home_clicked':
      return { ...job, value: redactJson(job.value) };
    case 'modal_clicked':
      return { ...job, value: redactJson(job.value), metadata: redactJson(job.metadata) };
    case 'submitted':
    case 'changed': {
      const values = JSON.parse(redactJson(JSON.stringify(job.values)));
      return { ...job, metadata: redactJson(job.metadata), values };
    }
    default:
      return assertNever(job);
  }
}

/** What a button or a modal carries: JSON, in which a label is a pair of its name and its value. */
function redactJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, (_name, part: unknown) => redactPart(part)));
  } catch {
    return redactText(text);
  }
}

function redactPart(part: unknown): unknown {
  if (typeof part === 'string') return redactText(part);
  if (!Array.isArray(part) || part.length !== 2) return part;
  const [name, value]: unknown[] = part;
  if (typeof name !== 'string' || typeof value !== 'string') return part;
  return redactLabels([{ [name]: value }]).flatMap(Object.entries)[0];
}
