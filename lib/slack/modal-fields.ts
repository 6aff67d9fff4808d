import type { SubmittedJob } from '../commands/job.ts';
import { plainText } from '../commands/words.ts';
import type { ModalMetadata } from '../views/modal-metadata.ts';
import { WRONG_NAME } from '../views/words.ts';

/** Of a modal that can be submitted: what is checked at once, while the person still sees it. */
interface Fields {
  /** The block that tells what is wrong with the whole. */
  readonly whole: string;
  /** What is wrong, by block. */
  check(job: SubmittedJob, metadata: ModalMetadata): Readonly<Record<string, string>>;
}

const MODALS: ReadonlyMap<string, Fields> = new Map([['delete', { whole: 'confirm', check: checkName }]]);

export const CALLBACK_IDS = new RegExp(`^(${[...MODALS.keys()].join('|')})$`);

/** Undefined where nothing is wrong. */
export function findErrors(
  job: SubmittedJob,
  metadata: ModalMetadata,
): Readonly<Record<string, string>> | undefined {
  const errors = MODALS.get(job.callbackId)?.check(job, metadata) ?? {};
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/** What is wrong with all of it, where Slack shows that. */
export function wholeError({ callbackId }: SubmittedJob, text: string): Readonly<Record<string, string>> {
  return { [MODALS.get(callbackId)?.whole ?? '']: text };
}

/** Whoever sees what is to go, and types its name, means it. Ids decide what goes. */
function checkName({ values }: SubmittedJob, { names, language }: ModalMetadata): Record<string, string> {
  const { confirm } = values;
  const [first = ''] = names;
  const isNamed = typeof confirm === 'string' && names.some((name) => asSeen(name) === asSeen(confirm));
  return isNamed ? {} : { confirm: WRONG_NAME[language](first) };
}

/** Keyboards compose characters and curl quotes each in their own way, and nobody sees how many blanks there are. */
function asSeen(text: string): string {
  return plainText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}
