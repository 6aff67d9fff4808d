import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';
import { parseWrittenJson } from '../written-json.ts';
import { matches } from './patterns.ts';
import { Policy } from './policy.ts';

/** The policy is missing or wrong; the message says which file, where in it, and what was expected. */
export class PolicyError extends ChatOpsError {
  readonly code = 'policy';

  constructor(path: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${path}: ${problems.join('; ')}`, options);
  }
}

/**
 * Reads a policy, whole or not at all: a rule that is misspelt must not be one that is missing. `sources` are the names
 * of the LTS projects, where they are known: a policy that speaks of others is wrong.
 *
 * @throws PolicyError
 */
export function readPolicy(path: string, sources?: readonly string[]): Policy {
  const { data, error } = Policy.safeParse(readJson(path));
  if (!data) throw new PolicyError(path, error.issues.map(describe));
  const unknown = sources ? unknownSources(data, sources) : [];
  if (unknown.length > 0) throw new PolicyError(path, unknown);
  return data;
}

function readJson(path: string): unknown {
  try {
    return parseWrittenJson(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new PolicyError(path, [`cannot be read as JSON: ${String(cause)}`], { cause });
  }
}

/** zod/mini says `Invalid input` of what has no message of its own here. */
function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${place}: ${issue.keys.map((key) => JSON.stringify(key)).join(', ')} is not known here`;
    case 'invalid_type':
      return `${place}: must be ${issue.expected === 'array' ? 'a list' : `of type ${issue.expected}`}`;
    case 'invalid_value':
      return `${place}: must be one of ${issue.values.join(', ')}`;
    default:
      return `${place}: ${issue.message}`;
  }
}

function unknownSources({ rules, approvals }: Policy, sources: readonly string[]): string[] {
  const lists = { rules, approvals };
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ sources: patterns = [] }, entry) =>
      patterns.flatMap((pattern, index) =>
        sources.some((source) => matches(pattern, source))
          ? []
          : [
              `${list}.${entry}.sources.${index}: ${JSON.stringify(pattern)} is none of the sources ${sources.join(', ')}`,
            ],
      ),
    ),
  );
}
