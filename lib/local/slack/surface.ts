import type { Channel } from './channels.ts';
import type { JsonObject } from './json.ts';
import type { Message } from './messages.ts';
import type { Person } from './people.ts';
import type { View } from './views.ts';

/** Where a person can use elements. */
export type Surface =
  | {
      readonly kind: 'message';
      readonly person: Person;
      readonly channel: Channel;
      readonly message: Message;
    }
  | { readonly kind: 'view'; readonly person: Person; readonly view: View };

export function blocksOf(surface: Surface): readonly JsonObject[] {
  return surface.kind === 'message' ? surface.message.blocks : surface.view.blocks;
}

/** Names it among the entries. What one person chooses in a message, the others do not see. */
export function keyOf(surface: Surface): string {
  if (surface.kind === 'view') return surface.view.id;
  const { channel, message, person } = surface;
  return `${channel.id}/${message.ts}/${person.id}`;
}
