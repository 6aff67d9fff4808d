import type { Context } from './context.ts';
import type { JsonObject } from './json.ts';
import type { Person } from './people.ts';
import type { View } from './views.ts';

/** What the person looks at: the modal on top first, Home last. */
export function listViews({ views }: Context, person: Person): JsonObject[] {
  const home = views.home(person);
  return [...views.stack(person), ...(home === undefined ? [] : [home])].map(describeView);
}

function describeView(view: View): JsonObject {
  const { id, type, callbackId, title, blocks, privateMetadata, hash, errors, submit, close } = view;
  const words = { title: title?.text ?? '', submit: submit?.text ?? null, close: close?.text ?? null };
  return { id, type, callbackId, ...words, blocks: [...blocks], privateMetadata, hash, errors };
}
