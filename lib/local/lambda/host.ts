import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TargetFaults } from '../fault-targets.ts';
import type { RequestHandler } from '../http.ts';
import type { Trace } from '../trace.ts';
import { FunctionFaults } from './function-faults.ts';
import { createGateway } from './gateway.ts';
import { Invocations } from './invocations.ts';
import { serveInvokeApi } from './invoke-api.ts';
import type { Origins } from './kill-point.ts';
import { Pool } from './pool.ts';
import type { LambdaFunction, Stack } from './stack.ts';

export interface LambdaHostOptions {
  /** Variables beside those of the stack, such as the addresses of stand-ins. The Lambda API's own is added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (functionName: string, line: string) => void;
  /** What is waited before the first and the second retry, in place of Lambda's one and two minutes. */
  readonly retryDelaysMs: readonly [number, number];
  readonly faults: TargetFaults;
  /** Is told of the invocations that functions hand over. */
  readonly trace?: Trace;
  /** For the faults that end a process at an answer of one of these. */
  readonly origins: Origins;
}

/** The process of one environment. */
export interface FunctionProcess {
  readonly functionName: string;
  readonly pid: number;
}

export interface LambdaHost {
  /** The Lambda API, for `POST /2015-03-31/functions/{name}/invocations`. Without a trailing slash. */
  readonly url: string;
  /** The HTTP API. */
  readonly handleHttp: RequestHandler;
  /**
   * One entry for each invocation that is running, queued, or waits for a retry, counted from acceptance, and for each
   * request to the Lambda API that is not answered.
   */
  waiting(): string[];
  /** Those that live, for whoever measures them. */
  processes(): FunctionProcess[];
  /** Ends every process; takes no more than two seconds. */
  close(): Promise<void>;
}

/** Runs the functions of a stack in the real runtime client. Nothing starts before it is invoked. */
export async function startLambdaHost(stack: Stack, options: LambdaHostOptions): Promise<LambdaHost> {
  const deployment = await deploy(stack);
  const faults = new FunctionFaults(stack, options.faults, options.origins);
  const invocations = new Invocations({
    stack,
    faults,
    run: (fn, attempt) => poolOf(pools, fn).invoke(attempt),
    log: options.log,
    retryDelaysMs: options.retryDelaysMs,
    ...(options.trace && { trace: options.trace }),
  });
  const api = await serveInvokeApi(stack, invocations, faults);
  const extraVariables = { AWS_ENDPOINT_URL_LAMBDA: api.url, ...options.environment };
  const pools = new Map(
    [...stack.functions.values()].map((fn) => {
      const taskRoot = join(deployment, fn.logicalId);
      const log = (line: string) => options.log(fn.name, line);
      return [fn.logicalId, new Pool({ fn, taskRoot, extraVariables, log })];
    }),
  );
  return {
    url: api.url,
    handleHttp: createGateway(stack, invocations, faults),
    processes: () =>
      [...stack.functions.values()].flatMap((fn) =>
        poolOf(pools, fn)
          .pids()
          .map((pid) => ({ functionName: fn.name, pid })),
      ),
    waiting: () => [...invocations.waiting(), ...api.waiting()],
    async close() {
      invocations.close();
      await Promise.all([api.close(), ...[...pools.values()].map((pool) => pool.close())]);
      await rm(deployment, { recursive: true, force: true });
    },
  };
}

/**
 * Copies the code of all functions out of the project, as deploying does: there it finds neither the project's
 * node_modules nor its package.json, whose "type" would decide how a .js file is read; nor any other above it.
 */
async function deploy(stack: Stack): Promise<string> {
  const deployment = await mkdtemp(join(resolve(tmpdir()), 'lambda-'));
  await writeFile(join(deployment, 'package.json'), '{}');
  for (const fn of stack.functions.values())
    await cp(fn.codeDirectory, join(deployment, fn.logicalId), { recursive: true });
  return deployment;
}

function poolOf(pools: ReadonlyMap<string, Pool>, fn: LambdaFunction): Pool {
  const pool = pools.get(fn.logicalId);
  if (pool === undefined) throw new RangeError(`No function ${fn.logicalId} in this stack`);
  return pool;
}
