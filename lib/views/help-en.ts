import type { HelpWords } from './help-words.ts';

export const helpEn: HelpWords = {
  overview: (hasSources) => ({
    title: 'Logs of Log Tank Service',
    sections: [
      {
        title: 'Read',
        lines: [
          ['logs checkout/api error since:1h', 'finds the lines of a stream that hold these words'],
          ['search', 'the same in a form'],
          ['groups', 'lists the log groups'],
          ['streams checkout', 'lists the streams of a group'],
        ],
      },
      {
        title: 'Create',
        lines: [
          ['group create checkout', 'creates a log group'],
          ['stream create checkout/api', 'creates a stream in it'],
          ['transfer checkout/api bucket:lts-archive every:1hour', 'copies a stream to an OBS bucket'],
        ],
      },
      {
        title: 'Set for this channel',
        lines: [
          ['use checkout/api', 'the stream that logs searches when none is named'],
          ['answers public', 'lets everybody here see the answers'],
          ...(hasSources ? ([['source prod', 'the LTS project']] as const) : []),
        ],
      },
      {
        title: 'Look back',
        lines: [['audit since:1d', 'who did what']],
      },
      {
        title: 'Help on',
        lines: [
          ['help logs', 'words, labels and pages'],
          ['help times', 'how to write times'],
          ['help create', 'groups and streams, and deleting them'],
          ['help transfer', 'copies to OBS'],
          ['help settings', 'what a channel remembers'],
          ['help redaction', 'which secrets are taken out of lines'],
        ],
      },
    ],
    notes: [
      'In a thread, where Slack takes no slash commands, mention the bot and write the rest behind it. The answer comes there.',
    ],
  }),
  topics: {
    logs: {
      title: 'Find log lines',
      sections: [
        {
          lines: [
            ['logs checkout/api', 'the last 15 minutes, newest first'],
            ['logs checkout/api error timeout', 'lines that hold both words'],
            ['logs checkout/api "payment failed"', 'lines that hold the phrase'],
            ['logs checkout/api time*', 'words that begin so; not at the beginning of a word'],
            ['logs checkout/api level=warn hostName="ecs 1"', 'lines with these labels'],
            ['logs checkout/api error limit:20', 'lines a page, up to 200'],
            ['logs checkout/api error order:oldest', 'oldest first'],
            ['logs checkout/api error since:1d count', 'says how many lines match in all'],
          ],
        },
      ],
      notes: [
        [
          'Older and Newer turn the page. Around shows the lines before and after one. Refine changes the search in a form.',
          ['share', 'Share shows the page to the channel.'],
          ['export', 'Export makes a file of up to 5,000 lines.'],
          ['reveal', 'Reveal shows you a page as it was logged.'],
        ],
        'The case of letters makes no difference. Groups and streams go by name or id (groups ids and streams checkout ids list them); names with blanks stand in quotes.',
      ],
    },
    times: {
      title: 'Write times',
      sections: [
        {
          lines: [
            ['logs checkout/api since:15m', 'the last 15 minutes; also 2h30m, 1d, 1w'],
            ['logs checkout/api since:13:10', 'since ten past one today'],
            ['logs checkout/api from:yesterday 09:00 to:yesterday 10:00', 'an hour of yesterday'],
            ['logs checkout/api from:2026-11-23T09:00 to:2026-11-23T09:30', 'half an hour of that day'],
            ['logs checkout/api from:2026-11-23T09:00Z', 'with a zone of its own'],
            ['logs checkout/api since:1795420800000', 'milliseconds since 1970'],
          ],
        },
      ],
      notes: [
        'Times are read and shown in the time zone of your Slack profile. A window is at most 30 days long.',
        'The times are those at which LTS received the lines; a line’s own time may be a little earlier.',
      ],
    },
    create: {
      title: 'Create and delete groups and streams',
      sections: [
        {
          lines: [
            ['group create checkout', 'a group that keeps logs for 7 days'],
            ['group create checkout ttl:30', 'for 30 days'],
            ['stream create checkout/api', 'a stream in the group'],
            ['stream create checkout/api ttl:30 project:shop', 'with its own time, in an enterprise project'],
            ['group create', 'opens a form for it'],
            ['stream create', 'the same for a stream'],
            ['stream delete checkout/api', 'shows what would be lost, and asks for the name first'],
            ['group delete checkout', 'the same for a group with all that is in it'],
          ],
        },
      ],
      notes: ['LTS allows 100 groups, and 100 streams in each. Names have up to 64 characters.'],
    },
    transfer: {
      title: 'Copy streams to OBS',
      sections: [
        {
          lines: [
            ['transfer checkout/api bucket:lts-archive every:1hour', 'copies every hour, from now on'],
            ['transfer checkout/api,worker bucket:lts-archive every:5min', 'two streams of a group'],
            ['transfer checkout/api bucket:lts-archive every:12hour format:JSON', 'as JSON; else as RAW'],
            [
              'transfer checkout/api bucket:lts-archive every:1hour prefix:api dir:logs',
              'names of files and folder',
            ],
            [
              'transfer checkout/api bucket:lts-archive every:1hour off',
              'sets it up and leaves it switched off',
            ],
            ['transfer', 'opens a form for it'],
          ],
        },
      ],
      notes: [
        'The periods are 2min, 5min, 30min, 1hour, 3hour, 6hour and 12hour.',
        'Transfers that exist can be neither listed nor changed here, for the API has no call for it. Use the LTS console.',
      ],
    },
    settings: {
      title: 'Set things for this channel',
      sections: [
        {
          lines: [
            ['use checkout/api', 'the stream that logs searches when none is named'],
            ['use', 'shows the stream'],
            ['use none', 'forgets it'],
            ['answers public', 'lets everybody here see the answers'],
            ['answers private', 'shows answers only to the person who asks'],
            ['source prod', 'the LTS project, where there are several'],
          ],
        },
      ],
      notes: ['A setting holds for everybody in this channel.'],
    },
  },
};
