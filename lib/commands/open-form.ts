import type { LogGroup } from '../lts/schemas.ts';
import type { OpenFormCommand } from './command.ts';
import { findSource } from './lts-sources.ts';
import type { FormResult } from './result.ts';
import type { RunContext } from './run.ts';

/** What a person can choose in a form: the groups, and of one of them the streams, with which they may do it. */
export async function openForm(
  { source, form, group: given }: OpenFormCommand & { readonly source: string },
  { sources, settings, audit, signal }: Pick<RunContext, 'sources' | 'settings' | 'audit' | 'signal'>,
): Promise<FormResult> {
  const lts = findSource(sources, source);
  audit.note({ source });
  const opened = { kind: 'form', form, source, groups: [], streams: [] } as const;
  if (form === 'create_group') return opened;
  const verb = form === 'transfer' ? 'transfer' : 'create';
  const groups = (await lts.listGroups(signal)).filter(({ log_group_name: group }) =>
    lts.mayWithin(verb, { group }),
  );
  const usual = settings.stream?.source === source ? settings.stream.groupId : undefined;
  const group = findIn(groups, given) ?? findIn(groups, usual);
  if (form === 'create_stream') return { ...opened, groups, ...(group && { group }) };
  // There are streams to choose from only when a group is chosen.
  const [chosen] = group ? [group] : groups;
  if (!chosen) return opened;
  audit.note({ group: chosen.log_group_name });
  const streams = (await lts.listStreams(chosen.log_group_id, signal)).filter(({ log_stream_name: stream }) =>
    lts.mayWithin(verb, { group: chosen.log_group_name, stream }),
  );
  return { ...opened, groups, group: chosen, streams };
}

/** One of another source, or one that is gone, is not chosen any more. */
function findIn(groups: readonly LogGroup[], id: string | undefined): LogGroup | undefined {
  return groups.find(({ log_group_id }) => log_group_id === id);
}
