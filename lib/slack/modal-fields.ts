import type { FormName } from '../commands/form.ts';
import type { SubmittedJob } from '../commands/job.ts';
import type { FieldMistake } from '../commands/mistake.ts';
import { readFilled } from '../commands/read-filled.ts';
import { readEntries } from '../commands/search-entries.ts';
import { plainText } from '../commands/words.ts';
import { explain, shorten } from '../views/explanations.ts';
import { fieldsEn } from '../views/fields-en.ts';
import { fieldsZh } from '../views/fields-zh.ts';
import type { ModalMetadata } from '../views/modal-metadata.ts';
import { chosenIn, entriesIn, textIn } from '../views/search-fields.ts';
import { WRONG_NAME } from '../views/words.ts';

/** Of a modal that can be submitted: what is checked at once, while the person still sees it. */
interface Fields {
  /** The block that tells what is wrong with the whole. */
  readonly whole: string;
  /** What is wrong, by block. */
  check(job: SubmittedJob, metadata: ModalMetadata): Readonly<Record<string, string>>;
}

const MODALS: ReadonlyMap<string, Fields> = new Map([
  ['delete', { whole: 'confirm', check: checkName }],
  ['create_group', { whole: 'name', check: checkFilled('create_group') }],
  ['create_stream', { whole: 'name', check: checkFilled('create_stream') }],
  ['transfer', { whole: 'bucket', check: checkFilled('transfer') }],
  ['search', { whole: 'words', check: checkSearch }],
]);

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

/** By the rules of the grammar, and in its words. */
function checkFilled(form: FormName): Fields['check'] {
  return ({ values }, metadata) =>
    Object.fromEntries(
      Array.from(readFilled(form, values).mistakes, ([block, mistake]) => [block, tell(mistake, metadata)]),
    );
}

function tell(mistake: FieldMistake, { language, zone }: ModalMetadata): string {
  return explain(shorten(mistake), { mistakes: language === 'zh' ? fieldsZh : fieldsEn }, zone);
}

/** Keyboards compose characters and curl quotes each in their own way, and nobody sees how many blanks there are. */
function asSeen(text: string): string {
  return plainText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** By the same rules; whether there is such a stream only LTS knows. */
function checkSearch({ values, receivedAt }: SubmittedJob, metadata: ModalMetadata): Record<string, string> {
  const moment = { receivedAt, zone: metadata.zone };
  const { mistakes } = readEntries(entriesIn(values), textIn(values, 'found'), chosenIn(values), moment);
  // Only a field that can be filled in has room for what is wrong.
  const streamField = ['stream', 'group'].find((blockId) => blockId in values) ?? 'words';
  return Object.fromEntries(
    Object.entries(mistakes).map(([field, mistake]) => [
      field === 'stream' ? streamField : field,
      tell(mistake, metadata),
    ]),
  );
}
