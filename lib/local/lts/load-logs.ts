import { StartError } from '../start-error.ts';
import type { Catalog, Stream } from './catalog.ts';
import { chooseTimeFormat } from './choose-time-format.ts';
import { findLogFiles, type LogFile, unreadable } from './find-log-files.ts';
import { placeTimes } from './place-times.ts';
import { isText, linesOf, readBlocks } from './read-lines.ts';
import type { ReadTime } from './read-time.ts';
import { Refusal } from './refusal.ts';

const sampleLines = 1000;
const maxNameLength = 64;

/** With `keepTimes` the times that the lines name stay as they are. */
export interface LoadOptions {
  readonly keepTimes: boolean;
  readonly nowMs: number;
}

/**
 * Loads files and folders of log lines into a catalog: text or NDJSON, gzipped or not, every line as it stands.
 * Throws StartError, with one line for the user, when a path cannot be read or holds no lines.
 */
export async function loadLogs(
  catalog: Catalog,
  paths: readonly string[],
  options: LoadOptions,
): Promise<void> {
  for (const path of paths) {
    let loaded = 0;
    for (const file of await findLogFiles(path)) loaded += await loadFile(catalog, file, options);
    if (loaded === 0) {
      throw new StartError(`--logs ${path}: there are no log lines in it; name a file or folder of text`);
    }
  }
}

/** Reads the file twice, as ingest times depend on its newest line. Returns how many lines it has loaded. */
async function loadFile(catalog: Catalog, file: LogFile, options: LoadOptions): Promise<number> {
  const times = await readTimes(file, options.nowMs);
  if (times.length === 0) return 0;
  placeTimes(times, options);
  const { lines } = createStream(catalog, file);
  const labels = {
    hostName: 'localhost',
    appName: file.group,
    containerName: file.stream,
    category: 'LTS',
  };
  for await (const block of readBlocks(file.path)) {
    for (const line of linesOf(block)) {
      const time = times[lines.count];
      if (time !== undefined) lines.append(time, line, labels);
    }
  }
  return lines.count;
}

/** NaN for each line without a time. Nothing for a file within a folder that is not text: folders hold such, too. */
async function readTimes({ path, named }: LogFile, nowMs: number): Promise<Float64Array> {
  const times: number[] = [];
  let read: ReadTime | null | undefined;
  try {
    for await (const block of readBlocks(path)) {
      if (read === undefined && !isText(block)) {
        if (named)
          throw new StartError(`--logs ${path}: it is not text; name a file of text lines, gzipped or not`);
        return new Float64Array();
      }
      if (read === undefined) read = chooseTimeFormat(sampleOf(block), nowMs);
      for (const line of linesOf(block)) times.push(read?.(textOf(line), nowMs) ?? Number.NaN);
    }
  } catch (error) {
    throw error instanceof StartError ? error : unreadable(path, error);
  }
  return Float64Array.from(times);
}

function sampleOf(block: Buffer): string[] {
  const sample: string[] = [];
  for (const line of linesOf(block)) {
    const text = textOf(line);
    if (text.trim() !== '') sample.push(text);
    if (sample.length === sampleLines) break;
  }
  return sample;
}

function textOf(line: Buffer): string {
  return line.toString().replace(/^\uFEFF/, '');
}

function createStream(catalog: Catalog, { path, group, stream }: LogFile): Stream {
  try {
    const groupName = shortened(group, '');
    const { id, streams } = catalog.groupNamed(groupName) ?? catalog.createGroup(groupName, 7);
    const taken = new Set(Array.from(streams.values(), ({ name }) => name));
    let name = shortened(stream, '');
    for (let number = 2; taken.has(name); number += 1) name = shortened(stream, `-${number}`);
    return catalog.createStream(id, name);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new StartError(
      `--logs ${path}: LTS has at most 100 groups, and 100 streams in a group; name fewer files`,
    );
  }
}

function shortened(name: string, suffix: string): string {
  return [...name].slice(0, maxNameLength - suffix.length).join('') + suffix;
}
