import * as z from 'zod/mini';
import type { Command } from '../commands/command.ts';
import type { DeleteForm, Form, FormName } from '../commands/form.ts';
import type { SubmittedJob } from '../commands/job.ts';
import { assertNever } from '../errors.ts';
import { type ModalMetadata, writeMetadata } from './modal-metadata.ts';
import { asTyped, showName, streamName } from './names.ts';
import { decodeSearch } from './search-values.ts';
import { typedParts } from './typed-search.ts';

/** The callback_ids of the modals that can be submitted. */
export const DELETE_FORM = 'delete';

const Named = z.tuple([z.string(), z.string()]);

/** With short names, as in a button: private_metadata holds 3,000 characters. */
const DeleteValue = z.object({
  s: z.string(),
  /** Group, and stream: id and name. */
  g: Named,
  t: z.optional(Named),
  d: z.optional(z.string()),
});

/** What a modal gives back with what the person has entered. */
export function encodeForm(form: DeleteForm, metadata: Omit<ModalMetadata, 'names' | 'zone'>): string {
  return writeMetadata({ ...metadata, names: namesOf(form) }, writeForm(form));
}

/** What was submitted; undefined for what this version does not write. */
export function decodeForm(job: Submitted): Form | undefined {
  return job.callbackId === DELETE_FORM ? decodeDelete(job) : decodeSearch(job);
}

type Submitted = Pick<SubmittedJob, 'callbackId' | 'metadata' | 'values' | 'receivedAt'>;

function decodeDelete({ metadata }: Submitted): DeleteForm | undefined {
  const { data } = DeleteValue.safeParse(parseJson(metadata));
  if (!data) return undefined;
  const [groupId, groupName] = data.g;
  return {
    kind: 'delete',
    source: data.s,
    groupId,
    groupName,
    ...(data.t && { stream: { id: data.t[0], name: data.t[1] } }),
    ...(data.d !== undefined && { digest: data.d }),
  };
}

/** What a person would type to ask for the same, as far as it names what is searched, or changed. */
export function lineOfForm(form: Form | Extract<Command, { readonly kind: FormName }>): string {
  switch (form.kind) {
    case 'delete': {
      const { groupName, stream } = form;
      const [verb, name] = stream ? ['stream', `${groupName}/${stream.name}`] : ['group', groupName];
      return `${verb} delete ${asTyped(name)}`;
    }
    case 'search': {
      const { groupName, streamName: name } = form.stream;
      return ['logs', asTyped(streamName(groupName, name)), ...typedParts(form.search)].join(' ');
    }
    case 'create_group':
      return line('group create', form.name, { ttl: form.retentionDays });
    case 'create_stream': {
      const { group, name, retentionDays: ttl, enterpriseProject: project } = form;
      return line('stream create', `${group}/${name}`, { ttl, project });
    }
    case 'transfer': {
      const { group, streams, bucket, every, format, prefix, directory: dir } = form;
      return line('transfer', `${group}/${streams.join(',')}`, { bucket, every, format, prefix, dir });
    }
    default:
      return assertNever(form);
  }
}

function line(verb: string, name: string, options: Readonly<Record<string, string | number | undefined>>) {
  const typed = Object.entries(options).flatMap(([option, value]) =>
    value === undefined ? [] : `${option}:${asTyped(String(value))}`,
  );
  return [verb, asTyped(name), ...typed].join(' ');
}

/** Names are shown and typed, and nothing else: by then they are as they are shown. */
function writeForm({ source, groupId, groupName, stream, digest }: DeleteForm): z.infer<typeof DeleteValue> {
  return {
    s: source,
    g: [groupId, showName(groupName, groupId)],
    ...(stream && { t: [stream.id, showName(stream.name, stream.id)] }),
    ...(digest !== undefined && { d: digest }),
  };
}

/** What has to be typed: the name of the stream, with its group or without it; else that of the group. */
export function namesOf({ groupId, groupName, stream }: DeleteForm): [string, ...string[]] {
  const group = showName(groupName, groupId);
  if (!stream) return [group];
  const name = showName(stream.name, stream.id);
  return [name, `${group}/${name}`];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
