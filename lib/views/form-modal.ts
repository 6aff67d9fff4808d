import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import * as z from 'zod/mini';
import type { FormResult } from '../commands/result.ts';
import { assertNever } from '../errors.ts';
import { DUMP_PERIODS } from '../lts/dump-periods.ts';
import { writeStream } from './choices.ts';
import { button } from './controls.ts';
import { hiddenNote } from './hidden.ts';
import { option } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { context, escapeText, type Message, richText, sentence } from './message.ts';
import { modalText } from './modal.ts';
import { writeMetadata } from './modal-metadata.ts';
import { showName } from './names.ts';
import type { Viewer } from './viewer.ts';

/**
 * A form that stands for a command. Each field is a block with a name of its own, so that what was entered stays when
 * the form is filled anew; a select whose options are others then has another action_id, so that what was chosen goes.
 * https://docs.slack.dev/surfaces/modals#updating_views
 */
export function formModal(result: FormResult, viewer: Viewer, channelId: string): ModalView {
  const { form, source } = result;
  const { forms, modals, language } = viewer.words;
  const fields = fieldsOf(result, viewer);
  const isFillable = fields.some(({ type }) => type === 'input');
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: writeMetadata({ channelId, language, names: [] }, { s: source }),
    title: modalText(forms.titles[form]),
    ...(isFillable && { submit: modalText(forms.submit[form]) }),
    close: modalText(modals.cancel),
    blocks: [...sourceSelect(source, viewer), ...fields],
  };
}

const Source = z.object({ s: z.string() });

/** The source that a form was filled for; undefined for what no form carries. */
export function readFormSource(metadata: string): string | undefined {
  try {
    return Source.safeParse(JSON.parse(metadata)).data?.s;
  } catch {
    return undefined;
  }
}

/** For where Slack did not show the modal: a button that opens it. */
export function formMessage({ form }: FormResult, { words: { forms } }: Viewer): Message {
  return {
    text: escapeText(forms.notOpened),
    blocks: [
      richText(sentence(forms.notOpened)),
      { type: 'actions', elements: [button(form, forms.open, { kind: 'open_form', form })] },
    ],
  };
}

function fieldsOf(result: FormResult, viewer: Viewer): KnownBlock[] {
  const { labels, hints } = viewer.words.forms;
  const { form } = result;
  const ttl = (more: TextOptions) => textInput('ttl', labels.ttl, { hint: hints.ttl, ...more });
  if (form === 'create_group') return [textInput('name', labels.name), ttl({ initial: '7' })];
  if (result.groups.length === 0) return nothing(viewer.words.forms.noGroups, viewer);
  switch (form) {
    case 'create_stream':
      return [
        ...groupSelect(result, viewer),
        textInput('name', labels.name),
        ttl({ isOptional: true }),
        textInput('project', labels.project, { isOptional: true }),
      ];
    case 'transfer':
      return [
        ...groupSelect(result, viewer),
        ...streamSelect(result, viewer),
        textInput('bucket', labels.bucket),
        ...transferOptions(viewer),
      ];
    default:
      return assertNever(form);
  }
}

function transferOptions({ words: { forms, changes } }: Viewer): InputBlock[] {
  const { labels } = forms;
  const periods = Object.keys(DUMP_PERIODS).map((period) => option(changes.every(period), period));
  const formats = ['RAW', 'JSON'].map((format) => option(format, format));
  return [
    input('period', labels.period, { type: 'static_select', action_id: 'period', options: periods }),
    input('format', labels.format, {
      type: 'static_select',
      action_id: 'format',
      options: formats,
      ...initially(formats[0]),
    }),
    textInput('prefix', labels.prefix, { isOptional: true }),
    textInput('dir', labels.dir, { isOptional: true }),
  ];
}

/** Choosing another one fills the form anew. It is no input: without groups there may be nothing to submit. */
function sourceSelect(source: string, { words, sources }: Viewer): KnownBlock[] {
  if (sources.length < 2) return [];
  const options = sources.slice(0, LIMITS.selectOptions).map((name) => option(name, name));
  const accessory = {
    type: 'static_select',
    action_id: 'source',
    options,
    ...initially(options.find(({ value }) => value === source)),
  } as const;
  return [{ type: 'section', block_id: 'source', text: modalText(words.forms.labels.source), accessory }];
}

/** Of a form with streams to choose from, another group fills it anew. */
function groupSelect({ form, groups, group, source }: FormResult, viewer: Viewer): KnownBlock[] {
  const { words, sources } = viewer;
  const options = groups
    .slice(0, LIMITS.selectOptions)
    .map(({ log_group_name: name, log_group_id: id }) => option(showName(name, id), id));
  const element = {
    type: 'static_select',
    action_id: sources.length > 1 ? `group_${source}` : 'group',
    options,
    ...initially(options.find(({ value }) => value === group?.log_group_id)),
  } as const;
  const select = input('group', words.forms.labels.group, element);
  return [
    form === 'transfer' ? { ...select, dispatch_action: true } : select,
    ...rest(groups.length - options.length, viewer),
  ];
}

function streamSelect({ group, streams }: FormResult, viewer: Viewer): KnownBlock[] {
  const { forms } = viewer.words;
  const { log_group_id: groupId = '', log_group_name: groupName = '' } = group ?? {};
  if (streams.length === 0) return nothing(forms.noStreams(showName(groupName, groupId)), viewer);
  const options = streams
    .slice(0, LIMITS.selectOptions)
    .map(({ log_stream_name: name, log_stream_id: id }) =>
      option(showName(name, id), writeStream(groupId, { id, name })),
    );
  const element = { type: 'multi_static_select', action_id: `stream_${groupId}`, options } as const;
  return [input('stream', forms.labels.streams, element), ...rest(streams.length - options.length, viewer)];
}

/** A select holds no more; LTS itself allows no more, unless somebody has asked for it. */
function rest(left: number, { words }: Viewer): KnownBlock[] {
  return left > 0 ? [context(words.forms.rest(left))] : [];
}

function nothing(what: string, viewer: Viewer): KnownBlock[] {
  const hidden = hiddenNote(viewer);
  return [richText(sentence(what)), ...(hidden ? [context(hidden)] : [])];
}

interface TextOptions {
  readonly hint?: string;
  readonly initial?: string;
  readonly isOptional?: boolean;
}

function textInput(name: string, label: string, { hint, initial, isOptional }: TextOptions = {}): InputBlock {
  const element = {
    type: 'plain_text_input',
    action_id: name,
    ...(initial !== undefined && { initial_value: initial }),
  } as const;
  return {
    ...input(name, label, element),
    ...(hint !== undefined && { hint: modalText(hint) }),
    ...(isOptional && { optional: true }),
  };
}

function input(name: string, label: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: name, label: modalText(label), element };
}

function initially(chosen: PlainTextOption | undefined) {
  return chosen ? { initial_option: chosen } : {};
}
