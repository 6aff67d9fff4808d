import type { AppDefinition } from '../lib/local/slack/app-definition.ts';
import { readManifest } from '../lib/local/slack/read-manifest.ts';
import { createManifest } from '../lib/slack/manifest.ts';
import { commandHints } from './command-hints.ts';

/** The bot as a workspace has it that installed it by its manifest, with more hints than that. The stack says which command it has. */
export function installedApp(): Omit<AppDefinition, 'command'> {
  const manifest = createManifest({ command: '/lts', url: 'https://example.com/slack/events' });
  const { command: _, ...app } = readManifest(JSON.stringify(manifest), 'the manifest');
  return { ...app, hints: commandHints() };
}
