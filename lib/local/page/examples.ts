import type { LocalInfo } from './local-info.ts';

/** Texts that work in this workspace, the best first one ahead. */
export function examplesFor({ slack, lts }: LocalInfo): readonly string[] {
  const { command } = slack;
  const shop = lts.groups.find(({ name }) => name === 'checkout');
  const group = shop ?? lts.groups.find(({ streams }) => streams.some(({ lines }) => lines > 0));
  if (!group) return [`${command} groups`, `${command} help`];
  const stream =
    group.streams.find(({ name, lines }) => (shop ? name === 'api' : lines > 0)) ?? group.streams[0];
  const source = stream ? `${group.name}/${stream.name}` : group.name;
  // Of the shop's logs it is known that they hold errors; a file given with --logs may hold none.
  const logs = shop ? `${command} logs ${source} error since:1h` : `${command} logs ${source} since:24h`;
  return [logs, `${command} groups`, `${command} streams ${group.name}`, `${command} help`];
}
