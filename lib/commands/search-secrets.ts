import { redactLabels } from '../redaction/labels.ts';
import { redactText } from '../redaction/log-lines.ts';
import type { TypedSearch } from './command.ts';
import { entriesOf } from './search-entries.ts';

/** The same search with marks where secrets stand, which nobody but who has typed them is to read. */
export function withoutSecrets(search: TypedSearch): TypedSearch {
  return { ...search, words: redactText(search.words), labels: redactLabels([search.labels])[0] ?? {} };
}

/** Whether there is one in it: in its words, in its labels, or in all of it as it is typed. */
export function holdsSecret(search: TypedSearch): boolean {
  const { words, labels } = entriesOf(search);
  const typed = `${words} ${labels}`;
  return redactText(typed) !== typed || JSON.stringify(withoutSecrets(search)) !== JSON.stringify(search);
}
