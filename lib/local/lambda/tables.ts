import { type Resource, resolveText, type Template } from './intrinsics.ts';
import { Properties } from './properties.ts';
import type { Table, TableIndex } from './stack.ts';

/**
 * An AWS::DynamoDB::Table or AWS::DynamoDB::GlobalTable. What has no meaning on one machine is left out: capacity,
 * encryption, replicas, streams, backups.
 */
export function readTable(template: Template, resource: Resource): Table {
  const table = new Properties(template, resource);
  const globals = table.list('GlobalSecondaryIndexes').map(readIndex);
  const locals = table.list('LocalSecondaryIndexes').map(readIndex);
  return {
    TableName: resolveText(template, { Ref: resource.logicalId }, resource.logicalId),
    AttributeDefinitions: table.list('AttributeDefinitions').map((attribute) => ({
      AttributeName: attribute.text('AttributeName'),
      AttributeType: attribute.text('AttributeType'),
    })),
    KeySchema: readKeys(table),
    ...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
    ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
  };
}

function readIndex(index: Properties): TableIndex {
  const others = index.optionalTexts('Projection.NonKeyAttributes');
  return {
    IndexName: index.text('IndexName'),
    KeySchema: readKeys(index),
    Projection: {
      ProjectionType: index.text('Projection.ProjectionType'),
      ...(others !== undefined && { NonKeyAttributes: others }),
    },
  };
}

function readKeys(owner: Properties): Table['KeySchema'] {
  return owner
    .list('KeySchema')
    .map((key) => ({ AttributeName: key.text('AttributeName'), KeyType: key.text('KeyType') }));
}
