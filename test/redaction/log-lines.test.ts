import { describe, expect, it } from 'vitest';
import { redactLogLines, redactText, revealLogLines } from '../../lib/redaction/log-lines.ts';

const texts = (lines: readonly string[]) => redactLogLines(lines).map(({ text }) => text);

describe('lines of a log', () => {
  it.each([
    ['a zero-width blank within the value', 'password=hun\u200bter2', 'password=[redacted: password]'],
    ['one within the key', 'pass\u200bword=hunter2', 'password=[redacted: password]'],
    ['colours', '\u001b[1mpassword\u001b[0m=\u001b[31mhunter2\u001b[0m', 'password=[redacted: password]'],
    ['a sign for emoji', 'pass\ufe0fword=hunter2', 'password=[redacted: password]'],
    ['half a character', 'pass\ud83dword=hunter2', 'password=[redacted: password]'],
  ])('are without a secret that hides behind %s', (_, line, expected) => {
    expect(texts([line])).toEqual([expected]);
  });

  it('keep what is invisible in them where no secret is behind it', () => {
    const line = '\u001b[31merror\u001b[0m za\u200bro \u26a0\ufe0f';
    expect(texts([line, 'password=hunter2'])).toEqual([line, 'password=[redacted: password]']);
  });

  it('are without a key whose lines have colours', () => {
    const key = Array.from({ length: 4 }, (_, index) => `${'Ab3/'.repeat(15)}xY9${index}`);
    const lines = ['-----BEGIN PRIVATE KEY-----', ...key, '-----END PRIVATE KEY-----'];
    const coloured = texts(lines.map((line) => `\u001b[2m${line}\u001b[0m`));
    expect(key.filter((line) => coloured.join('\n').includes(line))).toEqual([]);
  });

  it('say how many pieces were taken out, and not of those that were marked before', () => {
    const lines = ['password=hunter2 token=9f8E7d6C5b4A', 'password=[redacted: password]', 'harmless'];
    expect(redactLogLines(lines).map(({ pieces }) => pieces)).toEqual([2, 0, 0]);
  });

  it('are as they were when they are revealed, and say how many pieces would be taken out', () => {
    const lines = ['password=hunter2', 'from 203.0.113.7', 'harmless'];
    expect(revealLogLines(lines, ['IP address'])).toEqual([
      { text: 'password=hunter2', pieces: 1 },
      { text: 'from 203.0.113.7', pieces: 1 },
      { text: 'harmless', pieces: 0 },
    ]);
  });
});

it('a text that is no line is without secrets, too, and keeps addresses', () => {
  expect(redactText('logs a/b password=hunter2 203.0.113.7')).toBe(
    'logs a/b password=[redacted: password] 203.0.113.7',
  );
});
