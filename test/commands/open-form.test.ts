import { describe, expect, it } from 'vitest';
import { decide } from '../../lib/access/decide.ts';
import { guardSources } from '../../lib/access/guard.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { FormName } from '../../lib/commands/form.ts';
import { lookAtSources } from '../../lib/commands/look-at-sources.ts';
import type { LtsSource } from '../../lib/commands/lts-sources.ts';
import { openForm } from '../../lib/commands/open-form.ts';
import { LtsMalformedError, LtsRefusedError, LtsUnreachableError } from '../../lib/lts/errors.ts';
import { failureOf, soon } from '../lts/lab.ts';

type Names = Readonly<Record<string, readonly string[]>>;

/** What each source holds: streams by group. An id is the name with an `i`. */
const HELD: Readonly<Record<string, Names>> = {
  main: { shop: ['api', 'audit'], bank: ['ledger'] },
  other: { yard: ['cranes'] },
};

const never = (): never => {
  throw new Error('nothing is written');
};

function sourceOf(groups: Names): LtsSource {
  return {
    readsPerMinute: 100,
    listGroups: async () =>
      Object.keys(groups).map((name) => {
        return { log_group_id: `i${name}`, log_group_name: name, creation_time: 0, ttl_in_days: 7 };
      }),
    listStreams: async (groupId) =>
      (groups[groupId.slice(1)] ?? []).map((name) => {
        return { log_stream_id: `i${name}`, log_stream_name: name, creation_time: 0 };
      }),
    queryLogs: never,
    createGroup: never,
    createStream: never,
    createDump: never,
    deleteGroup: never,
    deleteStream: never,
  };
}

const ALL: Omit<Rule, 'who'>[] = [{ may: ['read', 'create', 'transfer'] }];

const guarded = (rules: readonly Omit<Rule, 'who'>[], replaced: Record<string, LtsSource> = {}) => {
  const sources = new Map(Object.entries(HELD).map(([name, groups]) => [name, sourceOf(groups)]));
  for (const [name, lts] of Object.entries(replaced)) sources.set(name, lts);
  const all = rules.map((rule) => ({ who: ['everyone'], ...rule }));
  const access = decide({ readOnly: false, rules: all }, [...sources.keys()], true);
  return guardSources(sources, access, 'read');
};

async function open(form: FormName, { rules = ALL, source = 'main', group, usual }: Opening = {}) {
  const stream = usual && {
    source: usual[0],
    groupId: usual[1],
    groupName: '',
    streamId: '',
    streamName: '',
  };
  const result = await openForm(
    { kind: 'open_form', form, source, ...(group !== undefined && { group }) },
    {
      sources: guarded(rules),
      settings: { visibility: 'private', ...(stream && { stream }) },
      audit: { note() {}, begins: async () => {} },
      signal: soon(),
    },
  );
  return {
    groups: result.groups.map(({ log_group_name }) => log_group_name),
    chosen: result.group?.log_group_name,
    streams: result.streams.map(({ log_stream_name }) => log_stream_name),
  };
}

interface Opening {
  readonly rules?: readonly Omit<Rule, 'who'>[];
  readonly source?: string;
  readonly group?: string;
  readonly usual?: readonly [source: string, groupId: string];
}

describe('what can be chosen in a form', () => {
  it('is nothing for a group', async () => {
    expect(await open('create_group')).toEqual({ groups: [], chosen: undefined, streams: [] });
  });

  it('are the groups for a stream, and none is chosen', async () => {
    expect(await open('create_stream')).toEqual({ groups: ['shop', 'bank'], chosen: undefined, streams: [] });
  });

  it('are the streams of a group for a transfer: the one that is chosen, that of the channel, or the first', async () => {
    const shop = { groups: ['shop', 'bank'], chosen: 'shop', streams: ['api', 'audit'] };
    const bank = { ...shop, chosen: 'bank', streams: ['ledger'] };
    expect(await open('transfer')).toEqual(shop);
    expect(await open('transfer', { usual: ['main', 'ibank'] })).toEqual(bank);
    expect(await open('transfer', { usual: ['main', 'ibank'], group: 'ishop' })).toEqual(shop);
  });

  it('is of the source that is chosen, whatever was chosen in another', async () => {
    const yard = { groups: ['yard'], chosen: 'yard', streams: ['cranes'] };
    expect(await open('transfer', { source: 'other', group: 'ishop' })).toEqual(yard);
    expect(await open('transfer', { source: 'other', usual: ['main', 'ishop'] })).toEqual(yard);
    expect(await open('create_stream', { source: 'other', usual: ['main', 'iyard'] })).toMatchObject({
      chosen: undefined,
    });
  });

  it('is only that with which the person may do it', async () => {
    const reads = { may: ['read'] as const };
    const rules: Omit<Rule, 'who'>[] = [
      { may: [...reads.may] },
      { may: ['transfer'], groups: ['shop'], streams: ['audit'] },
      { may: ['create'], groups: ['bank'] },
    ];
    expect(await open('transfer', { rules, group: 'ibank' })).toEqual({
      groups: ['shop'],
      chosen: 'shop',
      streams: ['audit'],
    });
    expect(await open('create_stream', { rules })).toMatchObject({ groups: ['bank'] });
    expect(await open('transfer', { rules, source: 'other' })).toEqual({
      groups: [],
      chosen: undefined,
      streams: [],
    });
  });

  it('is told to be missing when its source is', async () => {
    expect(await failureOf(open('transfer', { source: 'gone' }))).toMatchObject({
      mistake: { kind: 'unknown_source' },
    });
  });
});

describe('whether a source answers', () => {
  const failing = (error: unknown): LtsSource => ({
    ...sourceOf({}),
    listGroups: () => Promise.reject(error),
  });
  const refusal = {
    status: 403,
    requestId: undefined,
    isRetrySafe: false,
    retryAfterMs: undefined,
    clockOffMs: undefined,
  };
  const unreached = { message: 'no', wasSent: true, isLate: true, isRetrySafe: true };

  it.each([
    [new LtsRefusedError({ ...refusal, ltsCode: 'LTS.0013' }), { state: 'refused', code: 'LTS.0013' }],
    [new LtsRefusedError({ ...refusal, ltsCode: undefined }), { state: 'refused', code: 'HTTP 403' }],
    [new LtsUnreachableError(unreached), { state: 'silent' }],
    [new LtsMalformedError('odd', true, undefined), { state: 'unreadable' }],
  ])('is told beside those that do: %s', async (error, state) => {
    const sources = guarded(ALL, { other: failing(error) });
    expect(await lookAtSources({ sources, signal: soon() })).toEqual({
      kind: 'home',
      sources: [
        { name: 'main', state: 'reachable' },
        { name: 'other', ...state },
      ],
    });
  });

  it('is not told to those who may not read it', async () => {
    const sources = guarded([{ may: ['read'], sources: ['main'] }], {
      other: failing(new Error('unexpected')),
    });
    expect(await lookAtSources({ sources, signal: soon() })).toMatchObject({ sources: [{ name: 'main' }] });
  });

  it('is not guessed when something else is wrong', async () => {
    const sources = guarded(ALL, { other: failing(new Error('unexpected')) });
    expect(await failureOf(lookAtSources({ sources, signal: soon() }))).toMatchObject({
      message: 'unexpected',
    });
  });
});
