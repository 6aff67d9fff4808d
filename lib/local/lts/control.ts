import type { Answer } from '../answer.ts';
import type { AskedFaults } from '../asked-faults.ts';
import type { HttpFault } from '../fault-answer.ts';
import { FaultError, readFields, readHttpFault, readMatch, readTimes } from '../fault-fields.ts';
import type { Faults } from '../faults.ts';
import { isObject, isStringMap, type JsonObject } from '../json.ts';
import type { Catalog, Stream } from './catalog.ts';
import { parseBody, wholeNumber } from './fields.ts';
import type { Journal } from './journal.ts';
import type { ReceivedRequest } from './verify-signature.ts';

export interface Controls {
  readonly catalog: Catalog;
  readonly faults: Faults<HttpFault>;
  readonly asked: AskedFaults;
  readonly journal: Journal;
  readonly now: () => number;
}

/** The emulator's own calls, for tests and the local workspace: no credentials, nothing of LTS. */
export function answerControl(controls: Controls, { method, path, body }: ReceivedRequest): Answer {
  switch (`${method} ${path}`) {
    case 'POST /__emulator/faults':
      return addFault(controls, parseBody(body));
    case 'GET /__emulator/faults':
      return { status: 200, body: { faults: controls.asked.list() } };
    case 'DELETE /__emulator/faults':
      controls.faults.clear();
      return { status: 200, body: {} };
    case 'POST /__emulator/lines':
      return addLines(controls, parseBody(body));
    case 'GET /__emulator/requests':
      return { status: 200, body: controls.journal.entries };
    default:
      return { status: 404, body: { error: `there is no ${method} ${path}` } };
  }
}

function addFault({ faults, asked }: Controls, body: JsonObject): Answer {
  try {
    const fields = readFields(body);
    const fault = { match: readMatch(fields), effect: readHttpFault(fields), times: readTimes(fields) };
    faults.add(fault);
    asked.keep(body, () => faults.left(fault));
    return { status: 200, body: {} };
  } catch (error) {
    if (error instanceof FaultError) return { status: 400, body: { error: error.message } };
    throw error;
  }
}

interface NewLine {
  readonly content: Buffer;
  readonly time: number;
  readonly labels: Readonly<Record<string, string>>;
  /** A line_num of the caller's choice, which then also gives the time. */
  readonly lineNum: bigint | null;
}

/** Adds all of the lines; none when one of them cannot be read, and those before it when one's number is taken. */
function addLines({ catalog, now }: Controls, { group, stream, lines }: JsonObject): Answer {
  const found = catalog.find(String(group), String(stream));
  if (found === undefined) return { status: 404, body: { error: `there is no stream ${group}/${stream}` } };
  const items = Array.isArray(lines) ? lines.map((line: unknown) => readLine(line, now())) : [];
  if (items.length === 0) return { status: 400, body: { error: 'lines must hold at least one' } };
  const wrong = items.indexOf(null);
  if (wrong !== -1) {
    return { status: 400, body: { error: `lines must hold {content, time?, labels?}; see line ${wrong}` } };
  }
  const lineNums: string[] = [];
  for (const item of items) {
    const lineNum = item === null ? undefined : addLine(found, item);
    if (lineNum === undefined) return { status: 409, body: { error: 'that line_num is taken', lineNums } };
    lineNums.push(String(lineNum).padStart(19, '0'));
  }
  return { status: 200, body: { lineNums } };
}

function addLine({ lines }: Stream, { content, time, labels, lineNum }: NewLine): bigint | undefined {
  if (lineNum === null) return lines.add(time, content, labels);
  return lines.insert(lineNum, content, labels) ? lineNum : undefined;
}

function readLine(line: unknown, now: number): NewLine | null {
  if (!isObject(line) || typeof line.content !== 'string') return null;
  const { labels = {}, lineNum } = line;
  const time = wholeNumber(line.time ?? now);
  if (!isStringMap(labels) || time === undefined || time < 0 || time > 9_999_999_999_999) return null;
  if (lineNum !== undefined && (typeof lineNum !== 'string' || !/^\d{19}$/.test(lineNum))) return null;
  const content = Buffer.from(line.content.replace(/\n$/, ''));
  return { content, time, labels, lineNum: lineNum === undefined ? null : BigInt(lineNum) };
}
