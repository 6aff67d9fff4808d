import { HELP_TOPICS } from '../../../lib/commands/help-topics.ts';
import { helpMessage } from '../../../lib/views/help.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import type { Samples } from './samples.ts';

export function helpMessages(viewer: Viewer): Samples {
  const several = { ...viewer, sources: ['prod', 'staging'] };
  return {
    'one source': helpMessage(undefined, viewer),
    'several sources': helpMessage(undefined, several),
    ...Object.fromEntries(HELP_TOPICS.map((topic) => [topic, helpMessage(topic, viewer)])),
  };
}
