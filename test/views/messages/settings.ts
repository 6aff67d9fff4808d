import { answersMessage, sourceMessage, useMessage } from '../../../lib/views/settings.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { stream } from '../samples.ts';
import type { Samples } from './samples.ts';

const source = { kind: 'source', name: 'prod', known: ['prod', 'staging'] } as const;

export function settingMessages(viewer: Viewer): Samples {
  return {
    'the default stream': useMessage({ kind: 'use', stream, isChanged: false }, viewer),
    'a new default stream': useMessage({ kind: 'use', stream, isChanged: true }, viewer),
    'the default stream of one of several sources': useMessage(
      { kind: 'use', stream, isChanged: false },
      { ...viewer, sources: ['prod', 'staging'] },
    ),
    'no default stream': useMessage({ kind: 'use', isChanged: false }, viewer),
    'no default stream any more': useMessage({ kind: 'use', isChanged: true }, viewer),
    'the source': sourceMessage({ ...source, isChanged: false }, viewer),
    'the only source': sourceMessage({ ...source, known: ['prod'], isChanged: false }, viewer),
    'another source': sourceMessage({ ...source, name: 'staging', isChanged: true }, viewer),
    'another source than that of the default stream': sourceMessage(
      { ...source, name: 'staging', isChanged: true, cleared: stream },
      viewer,
    ),
    'private answers': answersMessage({ kind: 'answers', visibility: 'private', isChanged: false }, viewer),
    'public answers': answersMessage({ kind: 'answers', visibility: 'public', isChanged: false }, viewer),
    'answers made private': answersMessage(
      { kind: 'answers', visibility: 'private', isChanged: true },
      viewer,
    ),
    'answers made public': answersMessage({ kind: 'answers', visibility: 'public', isChanged: true }, viewer),
  };
}
