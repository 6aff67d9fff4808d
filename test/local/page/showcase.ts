import {
  botUserId,
  button,
  type FakeMessage,
  logBlock,
  logLines,
  message,
  mrkdwn,
  option,
  people,
  plain,
  section,
} from './workspace-data.ts';

const cell = (text: string) => ({ type: 'raw_text', text });
const numberCell = (value: number) => ({ type: 'raw_number', value, text: value.toLocaleString('en-US') });

export const streamTable = {
  type: 'data_table',
  caption: 'Streams of checkout',
  page_size: 3,
  rows: [
    [cell('Stream'), cell('Lines'), cell('Kept for')],
    [cell('api'), numberCell(5321), cell('7 days')],
    [cell('worker'), numberCell(988), cell('7 days')],
    [cell('audit'), numberCell(12), cell('30 days')],
    [cell('nginx'), numberCell(20114), cell('3 days')],
  ],
};

function logPage(lines: number, zone: string): FakeMessage['blocks'] {
  const shown = `*checkout/api* · \`error\` · last hour · ${lines} lines, newest first · ${zone}`;
  return [
    section(shown),
    logBlock(logLines(lines)),
    {
      type: 'actions',
      elements: [
        button('Older', 'older', { style: 'primary' }),
        button('Refine', 'refine'),
        button('Export', 'export'),
        button('Share', 'share'),
        { type: 'overflow', action_id: 'around', options: [option('Around the first line', 'a1')] },
      ],
    },
    { type: 'context', elements: [mrkdwn('Found in 84 ms. Secrets are masked.')] },
  ];
}

/** A channel with everything the bot may send. */
export function showcase(): FakeMessage[] {
  const { operator, reader } = people;
  const parent = message(300, {
    from: reader.id,
    text: `<@${botUserId}> logs checkout/api timeout since:15m`,
  });
  return [
    message(0, { from: reader.id, text: 'Checkout looks slow since 08:40. Anybody on it?' }),
    message(60, {
      from: operator.id,
      text: 'Looking. `/lts logs` shows *declined payments* &amp; timeouts',
      edited: true,
    }),
    message(120, {
      text: 'Streams of checkout',
      blocks: [
        { type: 'header', text: plain('Streams of checkout') },
        streamTable,
        {
          type: 'actions',
          elements: [
            {
              type: 'static_select',
              action_id: 'logs',
              placeholder: plain('Open a stream'),
              options: [option('api', 'checkout/api'), option('worker', 'checkout/worker')],
            },
          ],
        },
      ],
    }),
    parent,
    message(301, {
      threadTs: parent.ts,
      text: '3 lines in checkout/api',
      blocks: logPage(3, 'Europe/Berlin'),
    }),
    message(400, {
      text: 'omar asks to delete the stream checkout/audit',
      blocks: [
        {
          ...section(`<@${operator.id}> asks to delete the stream *checkout/audit* with 12 lines.`),
          fields: [
            mrkdwn('*Group*\ncheckout'),
            mrkdwn('*Asked*\n<!date^1795424000^{date_short_pretty} {time_secs}|09:00>'),
          ],
        },
        {
          type: 'actions',
          elements: [
            button('Approve', 'approve', {
              style: 'danger',
              confirm: {
                title: plain('Delete checkout/audit?'),
                text: mrkdwn('Its *12 lines* are lost for good.'),
                confirm: plain('Delete'),
                deny: plain('Keep'),
                style: 'danger',
              },
            }),
            button('Reject', 'reject'),
          ],
        },
      ],
    }),
    message(500, { visibleTo: operator.id, text: '8 lines', blocks: logPage(8, 'America/New_York') }),
    message(510, { visibleTo: people.approver.id, text: '8 行', blocks: logPage(8, 'Asia/Shanghai') }),
  ];
}
