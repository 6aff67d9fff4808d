/** What the host needs of a synthesised stack, with every intrinsic already resolved. */
export interface Stack {
  readonly name: string;
  /** By logical id. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly routes: readonly Route[];
  /** Logical id to ARN. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly tables: readonly Table[];
}

/** As DynamoDB's CreateTable takes it: the template and the service use the same names. */
export interface Table {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: string;
  }[];
  readonly KeySchema: readonly { readonly AttributeName: string; readonly KeyType: string }[];
  readonly GlobalSecondaryIndexes?: readonly TableIndex[];
  readonly LocalSecondaryIndexes?: readonly TableIndex[];
}

export interface TableIndex {
  readonly IndexName: string;
  readonly KeySchema: Table['KeySchema'];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

export interface LambdaFunction {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** As in the template, e.g. `nodejs24.x`. */
  readonly runtime: string;
  readonly handler: string;
  /** Absolute path of the unpacked code. */
  readonly codeDirectory: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logging: Logging;
  readonly asynchronous: AsynchronousPolicy;
}

interface Logging {
  readonly group: string;
  readonly format: string;
  /** Present only with the format JSON. */
  readonly level: string | undefined;
}

/** AWS::Lambda::EventInvokeConfig, or Lambda's own defaults. */
export interface AsynchronousPolicy {
  /** 0 to 2. */
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  /** Logical id of the function that receives the record of a failed event. */
  readonly onFailure: string | undefined;
}

/** A route of the HTTP API. */
export interface Route {
  /** As in the template, e.g. `POST /slack/events`. */
  readonly key: string;
  /** Logical id. */
  readonly functionId: string;
  readonly timeoutMs: number;
}
