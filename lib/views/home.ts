import type { HomeView, KnownBlock } from '@slack/types';
import { FORM_NAMES, type FormName } from '../commands/form.ts';
import type { HomeResult, SourceState } from '../commands/result.ts';
import { button } from './controls.ts';
import { helpMessage } from './help.ts';
import { type Lately, latelyBlocks } from './lately.ts';
import { LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import { fillIn, mentions } from './mentions.ts';
import { bold, bullets, context, paragraph, richText, sentence } from './message.ts';
import { writeMetadata } from './modal-metadata.ts';
import type { Viewer } from './viewer.ts';

/** What Home says besides what the bot can do. */
export interface About {
  /** The language of the person's Slack; absent where Slack did not say it, nor their time zone. */
  readonly locale: string | undefined;
  /** The Slack ids of those who can help. */
  readonly contact: readonly string[];
  /** What the person has searched; absent where it cannot be looked up now. */
  readonly lately: Lately | undefined;
}

/** `channelId` is the person's direct message with the bot, to which what is clicked in Home is answered. */
export function homeView(result: HomeResult, viewer: Viewer, about: About, channelId: string): HomeView {
  const { language } = viewer.words;
  return {
    type: 'home',
    private_metadata: writeMetadata({ channelId, language, names: [] }, {}),
    blocks: homeBlocks(result, viewer, about, channelId),
  };
}

/** What the person comes for first: to search, again or anew, and whether the LTS projects answer. Below it, what they may do where they talk to the bot alone, and who can help. */
function homeBlocks(
  { sources }: HomeResult,
  viewer: Viewer,
  { locale, contact, lately }: About,
  channelId: string,
): KnownBlock[] {
  const { words, clock, command } = viewer;
  const { home, access } = words;
  const buttons = [
    ...(viewer.access?.mayAtAll('read')
      ? [button('search', words.search.title, { kind: 'open_search' })]
      : []),
    ...FORM_NAMES.filter((form) => mayOpen(form, viewer)).map((form) =>
      button(form, words.forms.titles[form], { kind: 'open_form', form }),
    ),
  ];
  const settings =
    locale === undefined ? home.settingsUnknown : home.settings(showText(locale, LIMITS.name), clock.zone);
  return [
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
    ...(viewer.access?.mayAtAll('read') ? latelyBlocks(lately, channelId, viewer) : []),
    ...(sources.length > 0
      ? [
          richText(
            paragraph(bold(home.sources)),
            bullets(...sources.map((source) => sentence(stateOf(source, viewer)))),
          ),
        ]
      : []),
    ...helpMessage(undefined, viewer).blocks,
    context(home.elsewhere(command)),
    context(settings),
    richText(
      contact.length > 0
        ? fillIn(home.help, { contact: mentions(contact, words) })
        : sentence(access.askTheirs),
    ),
  ];
}

function mayOpen(form: FormName, { access }: Viewer): boolean {
  return access?.mayAtAll(form === 'transfer' ? 'transfer' : 'create') === true;
}

function stateOf(source: SourceState, { words: { home } }: Viewer): string {
  const how =
    source.state === 'refused' ? home.refused(showText(source.code, LIMITS.name)) : home.states[source.state];
  return home.source(source.name, how);
}
