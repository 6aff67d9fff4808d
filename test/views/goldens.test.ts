import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../lib/views/viewer.ts';
import { asText } from './as-text.ts';
import { approvalMessages } from './messages/approvals.ts';
import { auditMessages } from './messages/audit.ts';
import { changeMessages } from './messages/changes.ts';
import { exportMessages } from './messages/exports.ts';
import { helpMessages } from './messages/help.ts';
import { listMessages } from './messages/lists.ts';
import { mistakeMessages } from './messages/mistakes.ts';
import { pageMessages } from './messages/pages.ts';
import { problemMessages } from './messages/problems.ts';
import { refusalMessages } from './messages/refusals.ts';
import type { Samples } from './messages/samples.ts';
import { settingMessages } from './messages/settings.ts';
import { expectSound } from './read-message.ts';
import { anwen, rita } from './samples.ts';

const AREAS: Readonly<Record<string, (viewer: Viewer) => Samples>> = {
  pages: pageMessages,
  lists: listMessages,
  help: helpMessages,
  changes: changeMessages,
  settings: settingMessages,
  exports: exportMessages,
  approvals: approvalMessages,
  audit: auditMessages,
  mistakes: mistakeMessages,
  problems: problemMessages,
  access: refusalMessages,
};

const LANGUAGES = { en: rita, zh: anwen };

describe.each(Object.entries(LANGUAGES))('in %s', (language, viewer) => {
  it.each(Object.entries(AREAS))(
    'the messages of %s read as they should, and Slack takes them',
    async (area, write) => {
      const samples = write(viewer);
      for (const message of Object.values(samples)) expectSound(message);
      const texts = Object.entries(samples).map(([name, message]) => `=== ${name}\n${asText(message)}\n`);
      await expect(texts.join('\n')).toMatchFileSnapshot(`goldens/${area}.${language}.txt`);
    },
  );
});
