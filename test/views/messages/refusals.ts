import { decide } from '../../../lib/access/decide.ts';
import { VERBS, type Verb } from '../../../lib/commands/access.ts';
import { helpMessage } from '../../../lib/views/help.ts';
import { groupsMessage } from '../../../lib/views/lists.ts';
import { mistakeMessage } from '../../../lib/views/problem.ts';
import { refusalMessage } from '../../../lib/views/refusal.ts';
import { useMessage } from '../../../lib/views/settings.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import type { Samples } from './samples.ts';

/** In some groups alone. */
function someone(may: readonly Verb[], isCertain = true) {
  const rules = [{ who: ['everyone'], may: [...may], groups: ['checkout'] }];
  return decide({ readOnly: false, rules }, ['prod'], isCertain);
}

/** What is refused, and what is not there for somebody. */
export function refusalMessages(whole: Viewer): Samples {
  const viewer: Viewer = { ...whole, access: someone(['read']) };
  const unsure: Viewer = { ...whole, access: someone(['read'], false) };
  const refusal = { verb: 'create', isReadOnly: false, contact: [] } as const;
  const contact = ['U012ABCDEF', 'S012ABCDEF', 'C012ABCDEF'];
  const unknown = { kind: 'unknown_group', given: 'chekout', nearest: 'checkout' } as const;
  const nothing = { kind: 'groups', source: 'prod', groups: [], withIds: false } as const;
  return {
    ...Object.fromEntries(VERBS.map((verb) => [verb, refusalMessage({ ...refusal, verb }, viewer)])),
    'with what was typed': refusalMessage({ ...refusal, contact: ['U012ABCDEF'] }, viewer, {
      line: 'group create <mine>',
    }),
    'with several who can help': refusalMessage({ ...refusal, contact }, viewer),
    'read-only': refusalMessage({ ...refusal, isReadOnly: true, contact }, viewer),
    'while Slack does not say who is in a user group': refusalMessage(refusal, unsure),
    'a group that is not there, or hidden': mistakeMessage(unknown, viewer),
    'the same while Slack does not say who is in a user group': mistakeMessage(unknown, unsure),
    'no group that the person may read': groupsMessage(nothing, viewer),
    'no stream that the person may read': useMessage({ kind: 'use', isChanged: false }, viewer),
    'help for a reader': helpMessage(undefined, viewer),
    'help on logs for a reader': helpMessage('logs', viewer),
    'help on settings for a reader': helpMessage('settings', viewer),
    'help for somebody who exports': helpMessage('logs', { ...whole, access: someone(['read', 'export']) }),
    'help for somebody who creates': helpMessage(undefined, {
      ...whole,
      access: someone(['read', 'create', 'settings']),
    }),
  };
}
