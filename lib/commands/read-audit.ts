import { expectNoMore, readArguments, type Typed } from './arguments.ts';
import type { AuditCommand } from './command.ts';
import { MistakeError } from './mistake.ts';
import { fold, type Piece } from './pieces.ts';
import type { Moment } from './times.ts';
import { expectValue } from './values.ts';
import { readWindow } from './window.ts';

const DEFAULT_SPAN_MS = 86_400_000;

/** `audit [since:1d] [who:me|@name|U…]` */
export function readAudit({ pieces, end, mentions }: Typed, moment: Moment): AuditCommand {
  const { words, options } = readArguments(pieces, { options: ['since', 'who'] });
  expectNoMore(words);
  const { receivedAt } = moment;
  const since = options.has('since') ? readWindow(options, end, moment).start : receivedAt - DEFAULT_SPAN_MS;
  const who = expectValue(options, 'who');
  return { kind: 'audit', since, ...(who && { who: readMember(who, mentions) }) };
}

/** https://docs.slack.dev/reference/objects/user-object: the ids of members begin with U or W. */
function readMember(value: Piece, mentions: Typed['mentions']): string {
  if (fold(value.text) === 'me') return 'me';
  const id = mentions?.get(value.text) ?? value.text.replace(/^@/, '').toUpperCase();
  if (/^[UW][A-Z0-9]{5,}$/.test(id)) return id;
  throw new MistakeError({ kind: 'bad_member', given: value.text }, value);
}
