import type { RichTextSection } from '@slack/types';
import { APPROVAL_MS, type Approvable, type Approval, type ApprovalAsked } from '../commands/approval.ts';
import type { Came, Ending } from '../commands/run-approval.ts';
import { assertNever } from '../errors.ts';
import { LtsError } from '../lts/errors.ts';
import { writeMessage } from './changes.ts';
import { button, confirmed } from './controls.ts';
import { ltsProblem } from './lts-problem.ts';
import { fillIn, mention, oneOfEach } from './mentions.ts';
import { escapeText, joinSentences, type Message, paragraph, plain, richText, sentence } from './message.ts';
import { listNames, showName, streamName } from './names.ts';
import { mistakeMessage, problemMessage } from './problem.ts';
import type { Viewer } from './viewer.ts';

/** Says what is asked, by whom, who can decide, and until when. */
export function approvalMessage({ approval, approvers }: ApprovalAsked, viewer: Viewer): Message {
  const { words, clock } = viewer;
  const { approvals } = words;
  const { id, asks, askedAt } = approval;
  const until = `${clock.minute(askedAt + APPROVAL_MS)} (${clock.zone})`;
  const approve = button('approve', approvals.approve, { kind: 'approve', approvalId: id });
  const reject = button('reject', approvals.reject, { kind: 'reject', approvalId: id });
  return {
    text: notice(approval, viewer),
    blocks: [
      richText(
        ...whatIsAsked(approval, viewer),
        fillIn(approvals.decide, { deciders: oneOfEach(approvers, words), until: [plain(until)] }),
      ),
      {
        type: 'actions',
        elements: [
          asks.kind === 'delete' ? confirmed(approve, approvals.confirm(nameOf(asks)), words) : approve,
          reject,
        ],
      },
    ],
  };
}

function cameMessage(came: Came, viewer: Viewer): Message {
  if (came.kind === 'undone') return problemMessage({ what: viewer.words.approvals.undone });
  if (came.kind !== 'failed') return writeMessage(came, viewer);
  const { error } = came;
  if (error instanceof LtsError) return problemMessage(ltsProblem(error, viewer.words));
  if (error.code === 'mistake') return mistakeMessage(error.mistake, viewer);
  return problemMessage({ what: viewer.words.approvals.void });
}

/** The same message when it is over: who asked and who decided, when, and what came of it. */
export function endedMessage(approval: Approval, ending: Ending, viewer: Viewer): Message {
  const outcome = outcomeOf(approval, ending, viewer);
  return {
    text: joinSentences(notice(approval, viewer), outcome.text),
    blocks: [
      richText(...whatIsAsked(approval, viewer)),
      ...outcome.blocks,
      richText(whoAndWhen(approval, ending, viewer)),
    ],
  };
}

function outcomeOf(approval: Approval, ending: Ending, viewer: Viewer): Message {
  const { approvals } = viewer.words;
  if (ending.kind === 'approved') return cameMessage(ending.came, viewer);
  const what = approvals[isWithdrawn(approval, ending) ? 'withdrawn' : ending.kind];
  return { text: escapeText(what), blocks: [richText(sentence(what))] };
}

/** For notifications and screen readers. The name stands in the blocks, which notify by it. */
function notice({ asks }: Approval, viewer: Viewer): string {
  return escapeText(viewer.words.approvals.somebody(describe(asks, viewer)));
}

function whatIsAsked({ asks, userId }: Approval, viewer: Viewer): RichTextSection[] {
  const { words } = viewer;
  const asked = paragraph(mention(userId, words), plain(` ${describe(asks, viewer, ALL_NAMES_ROOM)}`));
  return [asked, sentence([...detailsOf(asks, viewer), words.page.source(asks.source)].join(' · '))];
}

/** Whoever approves should see all of it: a hundred names of streams fit. */
const ALL_NAMES_ROOM = 7_000;

function describe(asks: Approvable, { words }: Viewer, room?: number): string {
  const { approvals } = words;
  switch (asks.kind) {
    case 'delete': {
      if (asks.stream) return approvals.deleteStream(nameOf(asks));
      const streams = asks.streams?.map((stream) => showName(stream)) ?? [];
      return approvals.deleteGroup(nameOf(asks), streams.length, listNames(streams, words, room));
    }
    case 'transfer': {
      const names = asks.streams.map(({ name }) => streamName(asks.groupName, name));
      return approvals.transfer(listNames(names, words, room), showName(asks.bucket), asks.every, asks.isOn);
    }
    default:
      return assertNever(asks);
  }
}

/** What else a transfer would be. */
function detailsOf(asks: Approvable, { words }: Viewer): string[] {
  if (asks.kind !== 'transfer') return [];
  const { format, prefix, directory } = asks;
  const { approvals } = words;
  return [
    format,
    ...(prefix === undefined ? [] : [approvals.prefix(showName(prefix))]),
    ...(directory === undefined ? [] : [approvals.directory(showName(directory))]),
  ];
}

function nameOf({ groupName, stream }: Extract<Approvable, { kind: 'delete' }>): string {
  return stream ? streamName(groupName, stream.name) : showName(groupName);
}

/** Whoever asked may still think better of it. */
function isWithdrawn({ userId }: Approval, ending: Ending): boolean {
  return ending.kind === 'rejected' && ending.decision.userId === userId;
}

function whoAndWhen(approval: Approval, ending: Ending, { words, clock }: Viewer): RichTextSection {
  const { approvals } = words;
  const { userId, askedAt } = approval;
  const time = (ms: number) => [plain(clock.minute(ms))];
  const asked = { asker: [mention(userId, words)], askedAt: time(askedAt), zone: [plain(clock.zone)] };
  if (ending.kind === 'expired' || ending.kind === 'void') return fillIn(approvals.nobodyDecided, asked);
  const { userId: decider, at } = ending.decision;
  const how = isWithdrawn(approval, ending) ? 'withdrawn' : ending.kind;
  return fillIn(approvals.decided[how], {
    ...asked,
    decider: [mention(decider, words)],
    decidedAt: time(at),
  });
}
