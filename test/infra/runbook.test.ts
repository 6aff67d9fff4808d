import { readFileSync } from 'node:fs';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, inject, it } from 'vitest';
import { STACK_NAME } from '../../lib/config.ts';
import { isTrouble, reasonOf } from '../../lib/lts/reasons.ts';
import { openTable } from '../store/table.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8');

/** All that a pattern's first group finds. */
function found(pattern: RegExp): string[] {
  return [...runbook.matchAll(pattern)].map(([, text = '']) => text);
}

it('the runbook says what to do about each code of LTS that rings', () => {
  const [, table = ''] = /\| Code \| What to do \|\n((?:\|.*\n)+)/.exec(runbook) ?? [];
  const known = readFileSync('lib/lts/reasons.ts', 'utf8').match(/(?<=')[A-Z]+\.\d+(?=')/g) ?? [];
  const ringing = known.filter((code) => isTrouble(reasonOf(0, code)));
  expect(ringing).toContain('LTS.0003');
  expect(ringing.filter((code) => !table.includes(`\`${code}\``))).toEqual([]);
  const quiet = known.filter((code) => !ringing.includes(code));
  expect(quiet.filter((code) => table.includes(`\`${code}\``))).toEqual([]);
});

describe('what the runbook tells an operator to type', () => {
  it('names programs of this project, and outputs of the stack', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const programs = found(/npm run (?:-s )?(\w+)/g);
    expect(programs).toContain('doctor');
    expect(programs.filter((name) => !(name in scripts))).toEqual([]);

    const assembly = `${inject('assembly')}/${STACK_NAME}.template.json`;
    const { Outputs } = JSON.parse(readFileSync(assembly, 'utf8'));
    const outputs = [...found(/\$\(output (\w+)\)/g), ...found(/output `(\w+)`/g)];
    expect(outputs).toContain('AuditTableName');
    expect(outputs.filter((name) => !(name in Outputs))).toEqual([]);
  });

  it('has conditions and filters that DynamoDB takes, whose words are not reserved', async () => {
    const { sdk } = await openTable();
    const conditions = found(/--condition-expression '([^']+)'/g);
    const names: Record<string, string>[] = found(/--expression-attribute-names '([^']+)'/g).map((text) =>
      JSON.parse(text),
    );
    expect(conditions).toHaveLength(1);
    for (const ConditionExpression of conditions) {
      const Item = { day: '2026-11-25', at: '2026-11-25T09:00:00.000Z#1' };
      const put = { TableName: 'Audit', Item, ConditionExpression, ExpressionAttributeNames: names[0] };
      await sdk.send(new PutCommand(put));
      await expect(sdk.send(new PutCommand(put))).rejects.toThrow('The conditional request failed');
    }

    const [FilterExpression] = found(/--filter-expression '([^']+)'/g);
    const [values = ''] = found(/--expression-attribute-values '([^']+)'/g);
    const typed: Record<string, { S: string }> = JSON.parse(values);
    const ExpressionAttributeValues = Object.fromEntries(
      Object.entries(typed).map(([name, { S }]) => [name, S]),
    );
    const [kept, left] = ['channel#T1#C1', 'job#1'];
    for (const id of [kept, left]) await sdk.send(new PutCommand({ TableName: 'State', Item: { id } }));
    const scan = new ScanCommand({ TableName: 'State', FilterExpression, ExpressionAttributeValues });
    expect((await sdk.send(scan)).Items).toEqual([{ id: kept }]);
  });
});
