import type { Click } from '../commands/click.ts';
import { assertNever } from '../errors.ts';
import { LineNum } from '../lts/line-num.ts';

/** What stands in a select, and in a button where there is nothing to choose from. */
type Choice = Extract<Click, { readonly kind: 'around' | 'picked_group' | 'picked_stream' }>;

/** An option's value holds 150 characters: kind, source, ids, a line's number and custom log time, and no more. */
export function encodeOption(choice: Choice): string {
  switch (choice.kind) {
    case 'around': {
      const { source, groupId, streamId, lineNum, time } = choice;
      return ['at', source, groupId, streamId, lineNum, ...(time === undefined ? [] : [time])].join(' ');
    }
    case 'picked_group':
      return ['streams', choice.source, choice.groupId].join(' ');
    case 'picked_stream':
      return ['logs', choice.source, choice.groupId, choice.streamId].join(' ');
    default:
      return assertNever(choice);
  }
}

/** What was chosen; undefined for a value that this version does not write. */
export function decodeOption(value: string): Choice | undefined {
  const [kind, source, groupId, streamId, line, time, ...more] = value.split(' ');
  if (!source || !groupId || more.length > 0) return undefined;
  if (kind === 'streams') return { kind: 'picked_group', source, groupId };
  if (!streamId) return undefined;
  if (kind === 'logs') return { kind: 'picked_stream', source, groupId, streamId };
  const { data: lineNum } = LineNum.safeParse(line);
  if (kind !== 'at' || lineNum === undefined) return undefined;
  return { kind: 'around', source, groupId, streamId, lineNum, ...(time !== undefined && { time }) };
}
