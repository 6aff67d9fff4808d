import { constants, type Dirent } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { StartError } from '../start-error.ts';

export interface LogFile {
  readonly path: string;
  readonly group: string;
  readonly stream: string;
  /** Named by the user, so that it must hold lines; in a folder, a file without text is passed over. */
  readonly named: boolean;
}

/**
 * The files that `path` stands for. A file is a stream of the group `local`; in a folder, folders are groups and the
 * files below them their streams, and files beside those folders are streams of a group named as the folder itself.
 * What cannot be read below a folder is passed over, as in /var/log; throws StartError when `path` itself cannot.
 */
export async function findLogFiles(path: string): Promise<LogFile[]> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return filesOf(path, await readdir(path, { withFileTypes: true }));
    if (found.isFile()) return [{ path, group: 'local', stream: streamName(basename(path)), named: true }];
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new StartError(`--logs ${path}: it is neither a file nor a folder; name one`);
}

async function filesOf(folder: string, entries: readonly Dirent[]): Promise<LogFile[]> {
  const files = (await Promise.all(entries.map((entry) => pathsBelow(entry)))).flat().sort();
  return files.map((path) => {
    const parts = relative(folder, path).split(sep);
    const [group = '', ...names] = parts.length === 1 ? [basename(resolve(folder)), ...parts] : parts;
    return { path, group, stream: streamName(names.join('-')), named: false };
  });
}

/** The readable files of an entry and below it. A link to a file counts; one to a folder could lead in a circle. */
async function pathsBelow(entry: Dirent): Promise<string[]> {
  const path = join(entry.parentPath, entry.name);
  if (entry.name.startsWith('.')) return [];
  try {
    if (entry.isDirectory()) {
      const entries = await readdir(path, { withFileTypes: true });
      return (await Promise.all(entries.map((below) => pathsBelow(below)))).flat();
    }
    await access(path, constants.R_OK);
    return (await stat(path)).isFile() ? [path] : [];
  } catch {
    return [];
  }
}

/** The file's name without its extensions: `api.log.gz` is `api`, `syslog.2.gz` is `syslog.2`. */
function streamName(fileName: string): string {
  const known = fileName.replace(/(\.(gz|log|txt|out|err|json|jsonl|ndjson))+$/i, '');
  const name = known === fileName ? fileName.replace(/\.[a-z]\w{0,7}$/i, '') : known;
  return name === '' ? fileName : name;
}

/** One line that names the path, why it cannot be read, and what to do. */
export function unreadable(path: string, error: unknown): StartError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [why, remedy] = reasons[code] ?? [
    error instanceof Error ? error.message : String(error),
    'check the file',
  ];
  return new StartError(`--logs ${path}: ${why}; ${remedy}`, { cause: error });
}

const damaged = ['it is not a whole gzip file', 'unpack it by hand, or name another'] as const;
const reasons: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOENT: ['there is no such file or folder', 'check the path'],
  ENOTDIR: ['there is no such file or folder', 'check the path'],
  EACCES: ['it may not be read', 'change its permissions, or name another'],
  EPERM: ['it may not be read', 'change its permissions, or name another'],
  Z_BUF_ERROR: damaged,
  Z_DATA_ERROR: damaged,
};
