import { describe, expect, it } from 'vitest';
import { findWindow } from '../../lib/alerts/find-window.ts';

const SENT = Date.parse('2026-11-25T13:10:00Z');

/** The window of a text that was sent at 13:10 and is asked about at 13:20, UTC, in Shanghai unless said. */
function windowOf(
  text: string,
  { sent = SENT, asked = '2026-11-25T13:20:00Z', zone = 'Asia/Shanghai' } = {},
) {
  const { start, end } = findWindow(text, sent, { receivedAt: Date.parse(asked), zone });
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

describe('a start', () => {
  it.each([
    'StartsAt: 2026-11-25T13:05:00Z',
    '"startsAt":"2026-11-25T13:05:00.000000000Z"',
    'Started: 2026-11-25 13:05:00.000 +0000 UTC',
    '*Started at*\n2026-11-25T14:05:00+01:00',
    'fired at 2026-11-25 21:05:00',
    'Opened on 2026-11-25T21:05',
    'Triggered 2026/11/25 21:05:00 GMT +08:00',
    'triggered at Wed, 25 Nov 2026 13:05:00 GMT',
    'triggered at Wed Nov 25 2026 13:05:00 UTC',
    'started Wed Nov 25 13:05:00 UTC 2026',
    'Since: Nov 25, 2026 @ 21:05:00.000',
    'Created: Nov 25th, 2026 at 1:05 PM UTC',
    'Problem started at 21:05:00 on 2026.11.25',
    'Problem started at 21:05:00 2026.11.25',
    'detected 25/Nov/2026:13:05:00 +0000',
    'opened 11/25/2026, 9:05:00 PM',
    'first seen Nov 25 21:05:00',
    'started at 1795611900',
    '"startTime": 1795611900000',
    'since: 1795611900.25',
    'broken since 21:05',
    'broken since 13:05 UTC',
    'broken since 9:05 pm',
    '触发时间：2026-11-25 21:05:00',
    '发生时间: 2026年11月25日 21：05',
    '开始时间　2026/11/25 21:05:00',
  ])('is read, and its window goes on until the message: %s', (text) => {
    expect(windowOf(text)).toEqual({ start: '2026-11-25T12:50:00.000Z', end: '2026-11-25T13:15:00.000Z' });
  });

  it('without a zone is of the asker’s', () => {
    expect(windowOf('fired at 2026-11-25 14:05:00', { zone: 'Europe/Berlin' }).start).toBe(
      '2026-11-25T12:50:00.000Z',
    );
  });

  it('without a day or a year is the last one', () => {
    expect(windowOf('broken since 22:00').start).toBe('2026-11-24T13:45:00.000Z');
    expect(
      windowOf('broken since Dec 31 23:00', {
        sent: Date.parse('2026-01-01T00:00:00Z'),
        asked: '2026-01-01T00:10:00Z',
      }),
    ).toEqual({ start: '2025-12-31T14:45:00.000Z', end: '2026-01-01T00:05:00.000Z' });
  });

  it('is the earliest of several', () => {
    const text = 'startsAt: 2026-11-25T13:04:00Z\nstartsAt: 2026-11-25T12:30:00Z';

    expect(windowOf(text).start).toBe('2026-11-25T12:15:00.000Z');
  });
});

describe('an end', () => {
  it.each([
    'startsAt: 2026-11-25T12:00:00Z endsAt: 2026-11-25T12:30:00Z',
    'Triggered: 2026-11-25T12:00:00Z, resolved 2026-11-25T12:30:00Z',
    'Event time: 2026.11.25 20:00:00\nRecovery time: 2026.11.25 20:30:00',
    '触发时间：2026-11-25 20:00:00，恢复时间：2026-11-25 20:30:00',
  ])('is read: %s', (text) => {
    expect(windowOf(text)).toEqual({ start: '2026-11-25T11:45:00.000Z', end: '2026-11-25T12:35:00.000Z' });
  });

  it('may stand alone', () => {
    expect(windowOf('Resolved at 2026-11-25T13:00:00Z')).toEqual({
      start: '2026-11-25T12:45:00.000Z',
      end: '2026-11-25T13:05:00.000Z',
    });
  });

  it('before the start is of something else', () => {
    expect(windowOf('startsAt: 2026-11-25T12:00:00Z, last resolved 2026-11-24T12:30:00Z')).toEqual({
      start: '2026-11-25T11:45:00.000Z',
      end: '2026-11-25T13:15:00.000Z',
    });
  });
});

describe('a time that is neither', () => {
  it('is what the window is around, the first of them', () => {
    expect(windowOf('2026-11-20T06:00:00Z ERROR a\n2026-11-20T06:00:01Z ERROR b')).toEqual({
      start: '2026-11-20T05:45:00.000Z',
      end: '2026-11-20T06:05:00.000Z',
    });
  });

  it.each([
    '',
    'deployed 2026-11-25 09:00',
    'certificate expires 2026-11-24 09:00',
    '到期时间：2026-11-24 09:00',
    'silenced until 2026-11-25T20:00:00Z',
    'fired at 2026-11-25T13:20:00.001Z',
    'started at 2026-02-30 10:00',
    'started at 2026-11-25 25:00',
    'started at 2019-11-25 10:00',
    'endsAt: 0001-01-01T00:00:00Z',
    'order 1795611000 and 1795611000000',
    'took 12:05 min, 10.2.3.4:12:30',
    'score 3:10',
    'https://app.example.com/monitors/1?from_ts=1795600000000&start=2026-11-25T10:00:00Z',
    'version 2026.11.25',
  ])('of something else leaves the window around the message: %s', (text) => {
    expect(windowOf(text)).toEqual({ start: '2026-11-25T12:55:00.000Z', end: '2026-11-25T13:15:00.000Z' });
  });
});

describe('the window', () => {
  it('ends when it is asked for', () => {
    expect(windowOf('', { asked: '2026-11-25T13:12:00Z' }).end).toBe('2026-11-25T13:12:00.000Z');
    expect(windowOf('', { sent: SENT + 3_600_000 })).toEqual({
      start: '2026-11-25T13:05:00.000Z',
      end: '2026-11-25T13:20:00.000Z',
    });
  });

  it('has at most 30 days', () => {
    expect(windowOf('started 2026-10-01T00:00:00Z').start).toBe('2026-10-26T13:15:00.000Z');
  });
});
