import type { ApprovalWords } from './access-words.ts';
import { count, period } from './phrases-en.ts';

export const approvalsEn: ApprovalWords = {
  somebody: (asks) => `Somebody ${asks}`,
  deleteStream: (name) => `asks to delete the log stream ${name}, with all its lines.`,
  deleteGroup: (name, number, streams) =>
    number === 0
      ? `asks to delete the log group ${name}, which is empty.`
      : `asks to delete the log group ${name} with ${count(number, 'stream', 'streams')} and all lines in it: ${streams}.`,
  transfer: (streams, bucket, every, isOn) =>
    isOn
      ? `asks to copy ${streams} to the OBS bucket ${bucket} ${period(every)}, from now on.`
      : `asks to set up a copy of ${streams} to the OBS bucket ${bucket} ${period(every)}, switched off.`,
  prefix: (prefix) => `file names begin with ${prefix}`,
  directory: (directory) => `folder ${directory}`,
  decide: '{deciders} can approve or reject this until {until}.',
  approve: 'Approve',
  reject: 'Reject',
  confirm: (name) => `${name} will be deleted with all its lines. This cannot be undone.`,
  notShown:
    'This needs a second person to approve it, and Slack does not let the bot ask in that channel. Invite the bot to it, then ask again.',
  rejected: 'This was rejected, so nothing was done.',
  withdrawn: 'This was withdrawn, so nothing was done.',
  expired: 'Nobody decided in time, so nothing was done. Whoever still wants it asks again.',
  undone: 'It could not be done, after several attempts. Whoever still wants it asks again.',
  void: 'Whoever asked may not do this any more, so nothing was done.',
  decided: {
    approved: 'Asked by {asker} at {askedAt}, approved by {decider} at {decidedAt} ({zone})',
    rejected: 'Asked by {asker} at {askedAt}, rejected by {decider} at {decidedAt} ({zone})',
    withdrawn: 'Asked by {asker} at {askedAt}, withdrawn at {decidedAt} ({zone})',
  },
  nobodyDecided: 'Asked by {asker} at {askedAt} ({zone})',
};
