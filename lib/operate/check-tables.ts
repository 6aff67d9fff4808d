import { DescribeTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { awsProblem } from './aws-problem.ts';
import { type Finding, good, wrong } from './finding.ts';
import type { Setup } from './setup.ts';

/** Whether both tables are there and can be used. */
export function checkTables({ dynamodb, tables }: Setup, abortSignal: AbortSignal): Promise<Finding[]> {
  return Promise.all(
    Object.entries(tables).map(async ([name, TableName]): Promise<Finding> => {
      const place = { what: `${name} table`, where: TableName };
      try {
        const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }), { abortSignal });
        const status = Table?.TableStatus ?? 'unknown';
        if (status === 'ACTIVE' || status === 'UPDATING') return good(place, `it is ${status}`);
        return wrong(place, `it is ${status}`, 'wait until it is ACTIVE; the bot answers late meanwhile');
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return wrong(place, 'it is not there', RESTORE);
        const { why, remedy } = awsProblem(error, 'look at the table');
        return wrong(place, why, remedy);
      }
    }),
  );
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html */
const RESTORE =
  'somebody has deleted it: restore it under this name from the system backup that DynamoDB keeps for 35 days (Backups, in its console)';
