import * as z from 'zod/mini';
import { DUMP_PERIODS } from '../lts/dump-call.ts';

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

/** What a write came to: kept in the journal, so that whoever repeats the job gives the first answer. */
export const WriteResult = z.discriminatedUnion('kind', [CreatedGroup, CreatedStream, Transfer]);
export type WriteResult = z.infer<typeof WriteResult>;
