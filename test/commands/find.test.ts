import { describe, expect, it } from 'vitest';
import { findGroup, findStream } from '../../lib/commands/find.ts';
import { MistakeError } from '../../lib/commands/mistake.ts';
import { findNearest } from '../../lib/commands/nearest.ts';

const GROUPS = ['checkout', 'payments', 'id-of-payments'].map((name) => ({
  log_group_id: `id-of-${name}`,
  log_group_name: name,
  creation_time: 0,
  ttl_in_days: 7,
}));
const STREAMS = ['api', 'worker'].map((name) => ({
  log_stream_id: `id-of-${name}`,
  log_stream_name: name,
  creation_time: 0,
}));

function mistakeOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof MistakeError) return error.mistake;
    throw error;
  }
  throw new Error('nothing is wrong');
}

describe('a group', () => {
  it.each([
    ['checkout', 'checkout'],
    ['id-of-checkout', 'checkout'],
    ['id-of-payments', 'payments'],
  ])('is found by name or id, and an id comes first: %s', (given, name) => {
    expect(findGroup(GROUPS, given).log_group_name).toBe(name);
  });

  it.each([
    ['Checkout', 'checkout'],
    ['chekcout', 'checkout'],
    ['ｃｈｅｃｋｏｕｔ', 'checkout'],
    ['invoices', undefined],
  ])('that is not there is not guessed: for %s, %s is suggested', (given, nearest) => {
    expect(mistakeOf(() => findGroup(GROUPS, given))).toEqual({
      kind: 'unknown_group',
      given,
      ...(nearest && { nearest }),
    });
  });
});

describe('a stream', () => {
  const [group] = GROUPS;
  if (!group) throw new Error('no group');

  it.each(['api', 'id-of-api'])('is found by name or id: %s', (given) => {
    expect(findStream(STREAMS, given, group, 'production')).toEqual({
      source: 'production',
      groupId: 'id-of-checkout',
      groupName: 'checkout',
      streamId: 'id-of-api',
      streamName: 'api',
    });
  });

  it('is found by its id, though another one has that for a name', () => {
    const named = { log_stream_id: 'other', log_stream_name: 'id-of-api', creation_time: 0 };
    expect(findStream([named, ...STREAMS], 'id-of-api', group, 'production').streamName).toBe('api');
  });

  it('that is not there is named with its group and the nearest one', () => {
    expect(mistakeOf(() => findStream(STREAMS, 'wroker', group, 'production'))).toEqual({
      kind: 'unknown_stream',
      given: 'wroker',
      group: 'checkout',
      nearest: 'worker',
    });
  });
});

describe('the nearest word', () => {
  it.each([
    ['lgos', 'logs'],
    ['LOG', 'logs'],
    ['transferring', 'transfer'],
    ['trnsfx', undefined],
    ['ab', undefined],
    ['', undefined],
    ['strange', undefined],
  ])('to %s is %s', (given, nearest) => {
    expect(findNearest(given, ['groups', 'logs', 'transfer', 'xy'])).toBe(nearest);
  });

  it('is the first of several that are as near', () => {
    expect(findNearest('grou', ['group', 'groups'])).toBe('group');
    expect(findNearest('abc', ['abd', 'abe'])).toBe('abd');
  });
});
