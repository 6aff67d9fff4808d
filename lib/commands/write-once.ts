import { LtsError, LtsRefusedError, LtsUnconfirmedError } from '../lts/errors.ts';
import type { GuardedSource } from './lts-sources.ts';
import { MistakeError } from './mistake.ts';
import { NotAllowedError } from './not-allowed.ts';
import type { WriteContext } from './run.ts';
import type { CreatedGroupResult, WriteResult } from './write-result.ts';

/** A write on its way: what it must say and may know, so that it happens once. */
export interface Write {
  /** An earlier attempt died over it: it may have happened. */
  readonly mayHaveHappened: boolean;
  /** To be told before the call that writes. */
  begins(): Promise<void>;
  /** Instead, before one that LTS refuses as far as is known: it need not be looked for. */
  tries(): Promise<void>;
  /** For what is read before. Where it cannot be read, nobody can say whether an earlier attempt came through. */
  look<T>(read: Promise<T>): Promise<T>;
}

/**
 * A write happens at most once, whatever becomes of the attempts at its job: what came of it is written down, and a
 * later attempt gives that answer.
 */
export async function writeOnce<R extends WriteResult>(
  { journal, audit, sources }: Pick<WriteContext, 'journal' | 'audit' | 'sources'>,
  source: string,
  carryOut: (write: Write) => Promise<R>,
): Promise<WriteResult> {
  const { past, writeBegins, writeEnded } = journal;
  if (past.written) return past.written;
  let isOpen = past.isWriteOpen;
  const write: Write = {
    mayHaveHappened: past.isWriteOpen,
    begins: async () => {
      // First: when it cannot be recorded, nobody has to look for what never left.
      await audit.begins();
      await writeBegins(source);
      isOpen = true;
    },
    tries: audit.begins,
    look: (read) =>
      read.catch((error: unknown) => {
        throw past.isWriteOpen && error instanceof LtsError
          ? new LtsUnconfirmedError('unknown', error)
          : error;
      }),
  };
  let result: R;
  try {
    result = await carryOut(write);
  } catch (failure) {
    const isLate = past.isWriteOpen && isOutOfSight(failure, sources.get(source));
    const error = isLate ? new LtsUnconfirmedError('unknown', failure) : failure;
    const isUnknown = error instanceof LtsUnconfirmedError && error.seen === 'unknown';
    // Every other failure means that nothing has happened.
    if (isOpen && !isUnknown) await writeEnded();
    throw error;
  }
  await writeEnded(result);
  return result;
}

/** Whoever began it may have been allowed to. Now nobody can look for them: what is hidden is told as what is not there. */
function isOutOfSight(failure: unknown, lts: GuardedSource | undefined): boolean {
  if (failure instanceof NotAllowedError) return true;
  if (!(failure instanceof MistakeError) || lts?.readsAll) return false;
  return ['unknown_source', 'unknown_group', 'unknown_stream'].includes(failure.mistake.kind);
}

/** Creates something that LTS knows by its name. */
export async function createNamed(
  write: Write,
  isThere: () => Promise<boolean>,
  create: () => Promise<CreatedGroupResult['how']>,
): Promise<CreatedGroupResult['how']> {
  const wasThere = await write.look(isThere());
  if (wasThere && write.mayHaveHappened) return 'found';
  // Of what was there before, LTS makes no second one: it says so.
  await (wasThere ? write.tries() : write.begins());
  try {
    const how = await create();
    // Without an answer LTS was looked at, and only we know what was there before.
    return how === 'answered' ? how : wasThere ? 'existed' : 'found';
  } catch (error) {
    // The call of the attempt that died came through after all.
    if (write.mayHaveHappened && isTaken(error)) return 'found';
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof LtsRefusedError)) return false;
  return error.reason === 'group_name_taken' || error.reason === 'stream_name_taken';
}
