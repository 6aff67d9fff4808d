import { describe, expect, it } from 'vitest';
import { judgeRedaction } from '../../bin/bench/redaction.ts';
import { redact } from '../../lib/redaction/redact.ts';
import { CORPUS_A } from './corpus-a.ts';
import { CORPUS_B } from './corpus-b.ts';

describe.each([
  ['A', CORPUS_A],
  ['B', CORPUS_B],
])('corpus %s', (_, corpus) => {
  const secrets = corpus.cases.flatMap((one) => one.secrets);

  it('has secrets of many kinds, each in its lines, and many more harmless lines', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.cases.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
    expect(corpus.harmless.length).toBeGreaterThanOrEqual(1_000);
    for (const { lines, secrets } of corpus.cases) {
      for (const secret of secrets) expect(lines.join('\n')).toContain(secret);
    }
  });

  it('keeps nearly all its secrets back', () => {
    const { recall, missed } = judgeRedaction(corpus);
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('comes out with nearly all its harmless lines as they are', () => {
    const { touched, spoilt } = judgeRedaction(corpus);
    expect(touched, spoilt.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('lets no more secrets out where all lines are one page', () => {
    const page = redact(corpus.cases.flatMap(({ lines }) => lines)).lines.join('\n');
    const apart = corpus.cases.flatMap(({ lines }) => redact(lines).lines).join('\n');
    const missed = (text: string) => secrets.filter((secret) => text.includes(secret));
    expect(missed(page)).toEqual(missed(apart));
  });
});
