import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWrittenJson } from '../lib/written-json.ts';

it('reads what JSON.parse reads, whatever stands in its texts', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      // What fast-check writes has no field twice.
      expect(parseWrittenJson(json)).toEqual(JSON.parse(json));
      expect(parseWrittenJson(`\uFEFF${json}`)).toEqual(JSON.parse(json));
    }),
  );
});

it.each([
  ['{"a": 1, "a": 2}', '"a" stands there twice'],
  ['[{"b": {"a": "{", "c": []}, "a": ["a", "a"]}, {"x": 1, "\\u0078" : 2}]', '"x" stands there twice'],
])('refuses a field that stands twice: %s', (json, message) => {
  expect(() => parseWrittenJson(json)).toThrow(message);
});

it('lets the same field stand in several objects, and as a text', () => {
  const json = '[{"a": {"a": "a"}, "b": "a:"}, {"a": ["a", "a", {"a": "\\"a\\":"}]}]';
  expect(parseWrittenJson(json)).toEqual(JSON.parse(json));
});
