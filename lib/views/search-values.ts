import * as z from 'zod/mini';
import type { SearchForm } from '../commands/form.ts';
import type { ChangedJob } from '../commands/job.ts';
import { readEntries } from '../commands/search-entries.ts';
import {
  type AboutMessage,
  type FilledSearch,
  type RefillCommand,
  SEARCH_VISIBILITIES,
} from '../commands/search-form.ts';
import { readGroup } from '../commands/stream-choice.ts';
import { LIMITS } from './limits.ts';
import { type ModalMetadata, writeMetadata } from './modal-metadata.ts';
import { chosenIn, entriesIn, textIn } from './search-fields.ts';

/** The callback_id of the modal in which a search is filled in. */
export const SEARCH_FORM = 'search';

/** As JSON: private_metadata holds 3,000 characters, and the value of a button, which holds a stream besides, 2,000. */
export const FOUND_ROOM = { modal: 2_000, button: 1_000 } as const;

/** With short names. `z`, the zone, and what all modals carry are read by `readMetadata`. */
const SearchValue = z.object({
  z: z.string(),
  /** Source, where it cannot be chosen. */
  s: z.string(),
  /** Whether matches are counted. */
  k: z.boolean(),
  /** Of a message whose logs are looked up: the thread, and what can be chosen of what it names. */
  m: z.optional(z.tuple([z.string(), z.array(z.string())])),
});

/** Of a message whose logs are looked up, as a modal carries it: a page that shows the answer does, too. */
const AboutValue = z.object({ m: SearchValue.shape.m });

type Submitted = Pick<ChangedJob, 'callbackId' | 'metadata' | 'values' | 'receivedAt'>;

export function encodeSearch(
  source: string,
  { isCounted, about }: FilledSearch,
  metadata: Omit<ModalMetadata, 'names'>,
): string {
  return writeMetadata({ ...metadata, names: [] }, { s: source, k: isCounted, ...writeAbout(about) });
}

export function writeAbout(about: AboutMessage | undefined): object {
  return about ? { m: [about.threadTs, keepFitting(about.found, FOUND_ROOM.modal)] } : {};
}

/** Undefined where a modal is about no message. */
export function readAbout(metadata: string): AboutMessage | undefined {
  const { m } = AboutValue.safeParse(parseJson(metadata)).data ?? {};
  return m && { threadTs: m[0], found: m[1] };
}

/** The first ones of what a message names, as many as there is room for. */
export function keepFitting(found: readonly string[], room: number): readonly string[] {
  const short = found.filter(({ length }) => length <= LIMITS.optionValue);
  const overflow = short.findIndex((_, index) => JSON.stringify(short.slice(0, index + 1)).length > room);
  return overflow < 0 ? short : short.slice(0, overflow);
}

/** What was submitted; undefined for what this version does not write. */
export function decodeSearch(job: Submitted): SearchForm | undefined {
  const data = readValue(job);
  const { group, stream } = chosenIn(job.values);
  if (!data || !group || !stream) return undefined;
  const moment = { receivedAt: job.receivedAt, zone: data.z };
  const { search } = readEntries(
    entriesIn(job.values),
    textIn(job.values, 'found'),
    { group, stream },
    moment,
  );
  if (!search) return undefined;
  const { m: [threadTs] = [] } = data;
  const isForOne = textIn(job.values, 'visibility') === 'me';
  return {
    kind: 'search',
    stream: { source: sourceOf(job, data.s), ...group, ...stream },
    search: { ...search, isCounted: data.k },
    ...(threadTs !== undefined && !isForOne && { threadTs }),
    isForOne,
  };
}

/** What is to be filled in anew; undefined for what this version does not write. */
export function decodeRefill(job: Submitted): RefillCommand | undefined {
  const data = readValue(job);
  if (!data) return undefined;
  const { values } = job;
  const group = readGroup(textIn(values, 'group'));
  const visibility = SEARCH_VISIBILITIES.find((known) => known === textIn(values, 'visibility')) ?? 'thread';
  return {
    kind: 'refill',
    source: sourceOf(job, data.s),
    ...(group && { group: { id: group.groupId, name: group.groupName } }),
    filled: {
      entries: entriesIn(values),
      found: textIn(values, 'found'),
      isCounted: data.k,
      visibility,
      ...(data.m && { about: { threadTs: data.m[0], found: data.m[1] } }),
    },
  };
}

function sourceOf({ values }: Pick<Submitted, 'values'>, otherwise: string): string {
  return textIn(values, 'source') || otherwise;
}

function readValue({ callbackId, metadata }: Submitted): z.infer<typeof SearchValue> | undefined {
  return callbackId === SEARCH_FORM ? SearchValue.safeParse(parseJson(metadata)).data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
