import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_NAMES } from '../../lib/commands/form.ts';
import type { FormResult } from '../../lib/commands/result.ts';
import { readStream } from '../../lib/commands/stream-choice.ts';
import { findViewProblems } from '../../lib/local/slack/blocks/view-blocks.ts';
import { isObject, parseJson } from '../../lib/local/slack/json.ts';
import { decodeClick } from '../../lib/views/buttons.ts';
import { formMessage, formModal, readFormSource } from '../../lib/views/form-modal.ts';
import { readMetadata } from '../../lib/views/modal-metadata.ts';
import type { Viewer } from '../../lib/views/viewer.ts';
import { expectSound } from './read-message.ts';
import { anwen, rita } from './samples.ts';

const uuid = (index: number) => `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`;
const groupOf = (name: string, index: number) => ({
  log_group_id: uuid(index),
  log_group_name: name,
  creation_time: 0,
  ttl_in_days: 7,
});
const streamOf = (name: string, index: number) => ({
  log_stream_id: uuid(1_000 + index),
  log_stream_name: name,
  creation_time: 0,
});

function resultOf(names: readonly string[], more: Partial<FormResult> = {}): FormResult {
  const groups = names.map(groupOf);
  const [group] = groups;
  return {
    kind: 'form',
    form: 'transfer',
    source: 'prod',
    groups,
    streams: names.map(streamOf),
    ...(group && { group }),
    ...more,
  };
}

const modalOf = (result: FormResult, viewer: Viewer = rita) =>
  JSON.parse(JSON.stringify(formModal(result, viewer, 'C0OPS000001'))) as ReturnType<typeof formModal>;
const problemsOf = (result: FormResult, viewer: Viewer) => {
  const view = parseJson(JSON.stringify(formModal(result, viewer, 'C0OPS000001')));
  return isObject(view) ? findViewProblems(view, 'modal') : ['no view'];
};
const inputs = (result: FormResult, viewer?: Viewer) =>
  modalOf(result, viewer).blocks.filter((block): block is InputBlock => block.type === 'input');
const elementIn = (result: FormResult, block: string, viewer?: Viewer) =>
  inputs(result, viewer).find(({ block_id }) => block_id === block)?.element;

const name = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 64, size: 'max' }),
  fc.constantFrom('日'.repeat(64), '\u{1f600}'.repeat(64), '&'.repeat(64), '\u202e', '"'.repeat(64)),
);

describe.each([
  ['en', rita],
  ['zh', anwen],
] as const)('in %s', (_, viewer) => {
  const several = { ...viewer, sources: ['prod', 'staging', 's'.repeat(75)] };

  it.each(FORM_NAMES)('Slack takes the form %s, whatever the names are', (form) => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 103, size: 'max' }), (names) => {
        for (const person of [viewer, several])
          expect(problemsOf(resultOf(names, { form }), person)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('a hundred groups and streams of 64 Chinese characters fit, and say in metadata of 3,000 where they belong', () => {
    const names = Array.from(
      { length: 100 },
      (_, index) => `${'日'.repeat(61)}${String(index).padStart(3, '0')}`,
    );
    const result = resultOf(names);
    expect(problemsOf(result, several)).toEqual([]);
    const { private_metadata: metadata = '', blocks } = modalOf(result, several);
    expect(metadata.length).toBeLessThan(3_000);
    expect(readMetadata(metadata)).toMatchObject({ channelId: 'C0OPS000001', names: [] });
    expect(readFormSource(metadata)).toBe('prod');
    // As a group, and as a stream, whose option carries its name.
    expect(JSON.stringify(blocks).split(names[99] ?? '').length - 1).toBe(3);
  });
});

it('what does not fit into a select is said to be there', () => {
  const names = Array.from({ length: 103 }, (_, index) => `group ${index}`);
  const texts = JSON.stringify(modalOf(resultOf(names)).blocks);
  expect(texts.match(/3 more do not fit here/g)).toHaveLength(2);
});

it('the group that is chosen is, and the streams are of it', () => {
  const result = resultOf(['checkout', 'edge']);
  expect(elementIn(result, 'group')).toMatchObject({ initial_option: { value: uuid(0) } });
  const element = elementIn(result, 'stream');
  const choices = element && 'options' in element ? (element.options ?? []) : [];
  expect(choices.map(({ value = '' }) => readStream(value))).toEqual([
    { groupId: uuid(0), streamId: uuid(1_000), streamName: 'checkout' },
    { groupId: uuid(0), streamId: uuid(1_001), streamName: 'edge' },
  ]);
});

it('a form that is filled anew keeps its fields, and forgets what was chosen among other options', () => {
  const one = resultOf(['checkout', 'edge']);
  const other = { ...one, group: groupOf('edge', 1) };
  const named = (result: FormResult) =>
    inputs(result).map(({ block_id, element }) => [block_id, element.action_id]);
  const changed = named(one).filter(([, action], index) => named(other)[index]?.[1] !== action);
  expect(named(one).map(([block]) => block)).toEqual(named(other).map(([block]) => block));
  expect(changed.map(([block]) => block)).toEqual(['stream']);
  const several = { ...rita, sources: ['prod', 'staging'] };
  expect(elementIn(one, 'group', several)?.action_id).not.toBe(
    elementIn({ ...one, source: 'staging' }, 'group', several)?.action_id,
  );
});

it('where there is nothing to choose from there is nothing to submit, and another source can be chosen', () => {
  const modal = modalOf(resultOf([], { form: 'create_stream' }), { ...rita, sources: ['prod', 'staging'] });
  expect([modal.submit, modal.blocks.map(({ type }) => type)]).toEqual([undefined, ['section', 'rich_text']]);
});

it.each(['', '{', 'null', '[]', '{"s":1}'])('no source is read from %j', (metadata) => {
  expect(readFormSource(metadata)).toBeUndefined();
});

it.each(FORM_NAMES)('a button opens the form %s', (form) => {
  const message = formMessage(resultOf([], { form }), rita);
  expectSound(message);
  const [, actions] = message.blocks;
  const [open] = actions?.type === 'actions' ? actions.elements : [];
  expect(open?.type === 'button' && decodeClick(open.value ?? '')).toEqual({ kind: 'open_form', form });
});
