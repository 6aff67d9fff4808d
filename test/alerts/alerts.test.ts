import { describe, expect, it } from 'vitest';
import { findSearchable } from '../../lib/alerts/find-searchable.ts';
import { findWindow } from '../../lib/alerts/find-window.ts';
import { messageText } from '../../lib/alerts/message-text.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { ALERTS, STREAMS } from './read-alerts.ts';

describe.each(ALERTS)('a message of $monitoring', ({ alerts }) => {
  it.each(alerts)('is read: $name', ({ message, offers, window, zone, askedAt }) => {
    const text = messageText(message);
    const moment = { receivedAt: Date.parse(askedAt), zone };
    const found = findSearchable(text, { streams: STREAMS });
    const { start, end } = findWindow(text, Number(message.ts) * 1_000, moment);

    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual(offers);
    expect([start, end].map((ms) => new Date(ms).toISOString())).toEqual(window);
    for (const { value } of found) {
      expect(parseCommand(`logs a/b "${value}"`, moment)).toMatchObject({ search: { words: `"${value}"` } });
    }
  });
});

it('the messages are of at least nine kinds of monitoring', () => {
  expect(ALERTS.length).toBeGreaterThanOrEqual(9);
  expect(ALERTS.flatMap(({ alerts }) => alerts).length).toBeGreaterThanOrEqual(36);
});
