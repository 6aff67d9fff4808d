import { describe, expect, it } from 'vitest';
import { redact } from '../../lib/redaction/redact.ts';
import { Random } from './corpus.ts';

const random = new Random(7);
const MARK = '[redacted: private key]';
const BEGIN = `-----BEGIN RSA PRIVATE ${'KEY'}-----`;
const END = `-----END RSA PRIVATE ${'KEY'}-----`;
const BODY = Array.from({ length: 6 }, () => random.base64(64));
const LAST = 'Ab3dEf==';
const PEM = [BEGIN, ...BODY, LAST, END];
const MARKS = BODY.map(() => MARK);

const redacted = (lines: readonly string[]) => redact(lines).lines;

describe('a private key', () => {
  it.each([
    ['in lines', PEM, [BEGIN, ...MARKS, MARK, END]],
    ['newest line first', PEM.toReversed(), [END, MARK, ...MARKS, BEGIN]],
    ['cut off at its end', [BEGIN, ...BODY], [BEGIN, ...MARKS]],
    ['cut off at its beginning', [...BODY, LAST, END], [...MARKS, MARK, END]],
    ['cut off at both', BODY, MARKS],
    ['in one line', [`key ${PEM.join('\n')} read`], [`key ${BEGIN}${MARK}${END} read`]],
    ['with escaped ends of lines', [`"${PEM.join('\\n')}\\n"`], [`"${BEGIN}${MARK}${END}\\n"`]],
    ['in one line that is cut off', [`key ${PEM.slice(0, 4).join('\\n')}`], [`key ${BEGIN}${MARK}`]],
  ])('is taken out %s', (_, before, after) => {
    expect(redacted(before)).toEqual(after);
  });

  it('leaves the time of its log lines, and the lines that came between', () => {
    const stamped = PEM.map((line, n) => `10:00:0${n} INFO ${line}`);
    const lines = [
      ...stamped.slice(0, 3),
      '10:00:02 INFO request done',
      ...stamped.slice(3),
      '10:00:09 INFO started',
    ];
    expect(redacted(lines)).toEqual([
      `10:00:00 INFO ${BEGIN}`,
      `10:00:01 INFO ${MARK}`,
      `10:00:02 INFO ${MARK}`,
      '10:00:02 INFO request done',
      ...[3, 4, 5, 6, 7].map((n) => `10:00:0${n} INFO ${MARK}`),
      `10:00:08 INFO ${END}`,
      '10:00:09 INFO started',
    ]);
  });

  it('is known by how it begins', () => {
    expect(redacted([`pkcs8=MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${BODY.join('')} bits=2048`])).toEqual([
      `pkcs8=${MARK} bits=2048`,
    ]);
  });

  it('is taken out beside its certificate', () => {
    const certificate = ['-----BEGIN CERTIFICATE-----', ...BODY.toReversed(), '-----END CERTIFICATE-----'];
    const after = [...certificate, BEGIN, ...MARKS, MARK, END];
    expect(redacted([...certificate, ...PEM])).toEqual(after);
    expect(redacted([[...certificate, ...PEM].join('\n')])).toEqual([
      `${certificate.join('\n')}\n${BEGIN}${MARK}${END}`,
    ]);
  });

  it('is not what a certificate or a public key is', () => {
    for (const type of ['CERTIFICATE', 'PUBLIC KEY']) {
      const lines = [`-----BEGIN ${type}-----`, ...BODY, LAST, `-----END ${type}-----`];
      expect(redacted(lines)).toEqual(lines);
    }
  });
});
