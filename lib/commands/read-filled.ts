import type { CreateGroupCommand, CreateStreamCommand, TransferCommand } from './command.ts';
import type { FormName } from './form.ts';
import type { SubmittedJob } from './job.ts';
import { type FieldMistake, isInField, MistakeError } from './mistake.ts';
import type { Piece } from './pieces.ts';
import { readStream } from './stream-choice.ts';
import {
  DEFAULT_FORMAT,
  DEFAULT_RETENTION_DAYS,
  readBucket,
  readFormat,
  readGroupName,
  readName,
  readPeriod,
  readPrefix,
  readRetention,
} from './values.ts';
import { plainText } from './words.ts';

type FilledCommand = CreateGroupCommand | CreateStreamCommand | TransferCommand;
type Values = SubmittedJob['values'];

/** What a form asks for, as if it had been typed. */
export interface Filled {
  /** Absent where something is wrong. */
  readonly command?: FilledCommand;
  /** What is wrong, by block. */
  readonly mistakes: ReadonlyMap<string, FieldMistake>;
}

/**
 * Reads a form by the rules of the grammar: the front function says at once what is wrong, in the field, and the worker
 * carries out the command. Which source it is for stands elsewhere.
 */
export function readFilled(form: FormName, values: Values): Filled {
  const mistakes = new Map<string, FieldMistake>();
  const command = READERS[form]({
    values,
    wrong: (block, mistake) => void mistakes.set(block, mistake),
    read: (block, reader, missing) => {
      const text = entered(values[block]);
      try {
        if (text !== '') return reader({ text, quoted: true, start: 0, end: text.length });
        if (missing) mistakes.set(block, missing);
      } catch (error) {
        if (!(error instanceof MistakeError) || !isInField(error.mistake)) throw error;
        mistakes.set(block, error.mistake);
      }
      return undefined;
    },
  });
  return mistakes.size > 0 || !command ? { mistakes } : { mistakes, command };
}

interface Fields {
  readonly values: Values;
  wrong(block: string, mistake: FieldMistake): void;
  /** Undefined where nothing was entered, which `missing` makes a mistake, and where it cannot be read. */
  read<T>(block: string, reader: (value: Piece) => T, missing?: FieldMistake): T | undefined;
}

const READERS: Readonly<Record<FormName, (fields: Fields) => FilledCommand | undefined>> = {
  create_group: readCreateGroup,
  create_stream: readCreateStream,
  transfer: readTransfer,
};

function readCreateGroup({ read }: Fields): CreateGroupCommand | undefined {
  const name = read('name', readGroupName, { kind: 'name_expected', what: 'group' });
  const retentionDays = read('ttl', readRetention) ?? DEFAULT_RETENTION_DAYS;
  return name === undefined ? undefined : { kind: 'create_group', name, retentionDays };
}

function readCreateStream({ read }: Fields): CreateStreamCommand | undefined {
  const group = read('group', asIs, { kind: 'group_expected' });
  const name = read('name', readName, { kind: 'name_expected', what: 'stream' });
  const retentionDays = read('ttl', readRetention);
  const enterpriseProject = read('project', readName);
  if (group === undefined || name === undefined) return undefined;
  return {
    kind: 'create_stream',
    group,
    name,
    ...(retentionDays !== undefined && { retentionDays }),
    ...(enterpriseProject !== undefined && { enterpriseProject }),
  };
}

function readTransfer(fields: Fields): TransferCommand | undefined {
  const { read } = fields;
  const group = read('group', asIs, { kind: 'group_expected' });
  const streams = group === undefined ? undefined : readStreams(group, fields);
  const bucket = read('bucket', readBucket, { kind: 'option_expected', option: 'bucket' });
  const every = read('period', readPeriod, { kind: 'option_expected', option: 'every' });
  const format = read('format', readFormat) ?? DEFAULT_FORMAT;
  const prefix = read('prefix', readPrefix);
  const directory = read('dir', readPrefix);
  if (group === undefined || !streams || bucket === undefined || every === undefined) return undefined;
  return {
    kind: 'transfer',
    group,
    streams,
    bucket,
    every,
    format,
    isOn: true,
    ...(prefix !== undefined && { prefix }),
    ...(directory !== undefined && { directory }),
  };
}

/** Those of another group stand there until the form is filled anew with what is in the one that was chosen last. */
function readStreams(group: string, { values: { stream }, wrong }: Fields): string[] | undefined {
  const chosen = Array.isArray(stream) ? stream : [];
  const own = chosen.flatMap((choice) => {
    const { groupId, streamId } = readStream(choice) ?? {};
    return groupId === group && streamId ? [streamId] : [];
  });
  if (own.length > 0 && own.length === chosen.length) return own;
  // Where there is nothing to choose from there is no such field.
  if (stream === undefined) wrong('group', { kind: 'other_streams' });
  else
    wrong('stream', chosen.length > 0 ? { kind: 'other_streams' } : { kind: 'stream_expected', given: '' });
  return undefined;
}

/** An id. */
function asIs({ text }: Piece): string {
  return text;
}

function entered(value: Values[string] | undefined): string {
  return typeof value === 'string' ? plainText(value).trim() : '';
}
