import * as z from 'zod/mini';
import { DUMP_PERIODS } from '../lts/dump-periods.ts';

/** How a create ended: `lts/confirm.ts` explains the three. */
const How = z.enum(['answered', 'found', 'existed']);

const CreatedGroup = z.object({
  kind: z.literal('created_group'),
  name: z.string(),
  retentionDays: z.number(),
  how: How,
});
export type CreatedGroupResult = z.infer<typeof CreatedGroup>;

const CreatedStream = z.object({
  kind: z.literal('created_stream'),
  group: z.string(),
  name: z.string(),
  how: How,
});
export type CreatedStreamResult = z.infer<typeof CreatedStream>;

const Transfer = z.object({
  kind: z.literal('transfer'),
  /** Names. */
  group: z.string(),
  streams: z.readonly(z.array(z.string())),
  bucket: z.string(),
  every: z.custom<keyof typeof DUMP_PERIODS>(
    (value) => typeof value === 'string' && Object.hasOwn(DUMP_PERIODS, value),
  ),
  isOn: z.boolean(),
  id: z.string(),
});
export type TransferResult = z.infer<typeof Transfer>;

const DeletedGroup = z.object({ kind: z.literal('deleted_group'), name: z.string() });
export type DeletedGroupResult = z.infer<typeof DeletedGroup>;

const DeletedStream = z.object({ kind: z.literal('deleted_stream'), group: z.string(), name: z.string() });
export type DeletedStreamResult = z.infer<typeof DeletedStream>;

const Stream = z.object({
  source: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  streamId: z.string(),
  streamName: z.string(),
});

/** The channel's default stream, after it was shown, set or cleared. */
const Use = z.object({ kind: z.literal('use'), stream: z.exactOptional(Stream), isChanged: z.boolean() });
export type UseResult = z.infer<typeof Use>;

const Source = z.object({
  kind: z.literal('source'),
  name: z.string(),
  known: z.readonly(z.array(z.string())),
  isChanged: z.boolean(),
  /** The channel's default stream was of another source, so there is none now. */
  cleared: z.exactOptional(Stream),
});
export type SourceResult = z.infer<typeof Source>;

const Answers = z.object({
  kind: z.literal('answers'),
  visibility: z.enum(['public', 'private']),
  isChanged: z.boolean(),
});
export type AnswersResult = z.infer<typeof Answers>;

/** What a write, or a change of settings, came to: kept in the journal, so that whoever repeats the job gives the first answer. */
export const WriteResult = z.discriminatedUnion('kind', [
  CreatedGroup,
  CreatedStream,
  Transfer,
  DeletedGroup,
  DeletedStream,
  Use,
  Source,
  Answers,
]);
export type WriteResult = z.infer<typeof WriteResult>;
