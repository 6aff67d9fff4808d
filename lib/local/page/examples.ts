import type { Group, LocalInfo } from './local-info.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Texts that work in this workspace, the best first one ahead. */
export function examplesFor({ slack, lts }: LocalInfo): readonly string[] {
  const { command } = slack;
  const group = bestGroup(lts.groups);
  if (!group) return [`${command} groups`, `${command} help`];
  const logs = `${command} logs ${sourceOf(group)} ${searchIn(group)}`;
  return [logs, `${command} groups`, `${command} streams ${group.name}`, `${command} help`];
}

/**
 * A line of the bot's help for the logs that there are: it names a group and a stream of the shop, which are not among
 * somebody's own. What it creates keeps its name, for it is not there yet.
 */
export function withOwnNames(line: string, { lts }: LocalInfo): string {
  const group = bestGroup(lts.groups);
  if (!group || isShop(group) || line.includes(' create ')) return line;
  return line
    .replace(/checkout\/api(,worker)?/, () => sourceOf(group))
    .replace(/ checkout$/, () => ` ${group.name}`);
}

function bestGroup(groups: readonly Group[]): Group | undefined {
  return groups.find(isShop) ?? groups.find(({ streams }) => streams.some(({ lines }) => lines > 0));
}

function isShop({ name }: Group): boolean {
  return name === 'checkout';
}

function bestStream(group: Group): Group['streams'][number] | undefined {
  const { streams } = group;
  return streams.find(({ name, lines }) => (isShop(group) ? name === 'api' : lines > 0)) ?? streams[0];
}

function sourceOf(group: Group): string {
  const stream = bestStream(group);
  return stream ? `${group.name}/${stream.name}` : group.name;
}

/** Of the shop's logs it is known that they hold errors; a file given with --logs may hold none. */
function searchIn(group: Group): string {
  if (isShop(group)) return 'error since:1h';
  const { endTime = null } = bestStream(group) ?? {};
  if (endTime === null || endTime > Date.now() - DAY_MS) return 'since:24h';
  // Times that were kept may be of any age.
  return `from:${minuteOf(endTime - DAY_MS)} to:${minuteOf(endTime + MINUTE_MS)}`;
}

/** In UTC, so that it holds whoever types it. */
function minuteOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}
