import type { ChannelSettings, ChannelStore } from '../commands/channel-settings.ts';
import type { Past } from '../commands/journal.ts';
import type { Runnable } from '../commands/run.ts';

/**
 * What is clicked says itself which source it is of, and where it goes: paging asks for no settings. A write that an
 * earlier attempt began is of the source that it was then, whatever the channel has set since.
 */
export async function settingsFor(
  command: Runnable,
  channel: ChannelStore,
  { writeSource }: Past,
): Promise<ChannelSettings> {
  switch (command.kind) {
    case 'help':
    case 'home':
    case 'page':
    case 'repeat':
    case 'share':
    case 'reveal':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
    case 'audit':
    case 'approve':
    case 'reject':
    case 'open_delete':
    case 'refill':
      return { visibility: 'private' };
    case 'open_search':
      return command.stream ? { visibility: 'private' } : channel.read();
    case 'search': {
      // It names its source, whatever the channel has set.
      const isPlaced = command.isForOne || command.threadTs !== undefined;
      return { visibility: isPlaced ? 'private' : (await channel.read()).visibility };
    }
    case 'delete':
      // They say who sees the answer, and nothing of what is to be done.
      return channel.read().catch(() => ({ visibility: 'private' as const }));
    default: {
      const source = writeSource ?? sourceOf(command);
      if (source === undefined) return channel.read();
      // It may have happened, or was chosen in a form: that the settings cannot be read is no answer.
      return { ...(await channel.read().catch(() => ({ visibility: 'private' as const }))), source };
    }
  }
}

/** A form says itself which source it is of. */
function sourceOf(command: Runnable): string | undefined {
  switch (command.kind) {
    case 'create_group':
    case 'create_stream':
    case 'transfer':
    case 'open_form':
      return command.source;
    default:
      return undefined;
  }
}
