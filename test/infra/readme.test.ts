import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The names of all fields, those within others too. */
function fieldsOf({ properties = {}, items }: Schema): string[] {
  const inner = [...Object.values(properties), ...(items ? [items] : [])];
  return [...Object.keys(properties), ...inner.flatMap(fieldsOf)].filter((name) => name !== '$schema');
}

it('README explains each field of the configuration', () => {
  const [, table = ''] =
    /\| Field \| What it is \|\n((?:\|.*\n)*)/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const fields = fieldsOf(JSON.parse(readFileSync('docs/config.schema.json', 'utf8')));
  expect(fields).toContain('readsPerMinute');
  expect(fields.filter((name) => !new RegExp(`[\`.]${name}[\`.]`).test(table))).toEqual([]);
});
