import { describe, expect, it } from 'vitest';
import { openAudit } from './audit-table.ts';
import { onlyChanged, onlyPosted, openJourney } from './journey.ts';
import { openLts } from './lts-side.ts';
import { modalsOf } from './modals.ts';

/** The local workspace's policy wants a second person for what is deleted and copied in groups that begin with `prod`. */
async function openProd(name: string, language: 'en' | 'zh' = 'en') {
  const journey = await openJourney(language);
  const lts = await openLts(journey);
  const group = await lts.createGroup(name);
  const streams = [await lts.createStream(group, 'api'), await lts.createStream(group, 'worker')];
  const modals = modalsOf(journey);
  const omar = journey.person('operator');
  const requests = async () =>
    (await (await fetch(`${journey.ltsUrl}/__emulator/requests`)).json()) as readonly {
      readonly method: string;
      readonly path: string;
      readonly body: string;
    }[];
  return {
    ...journey,
    omar,
    anwen: journey.person('approver'),
    rita: journey.person('reader'),
    modals,
    /** Fills in the modal of a delete command, and gives the message that it brings. */
    askToDelete: async (what: string, confirm: string, by = omar) => {
      await by.type(`/lts ${what}`);
      return onlyPosted(await journey.step(`submits ${confirm}`, () => modals.submit(confirm)));
    },
    /** Of this group and its streams. */
    writes: async () =>
      (await requests()).filter(
        ({ method, path, body }) =>
          (method === 'DELETE' && [group, ...streams].some((id) => path.endsWith(id))) ||
          (method === 'POST' && path.endsWith('/log-dump/obs') && body.includes(group)),
      ).length,
  };
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('what needs a second person is asked for in the channel, decided once, and ends with who, when, and what came of it', async () => {
    const { omar, anwen, rita, askToDelete, writes, expectReads } = await openProd('prod-shop', language);
    const transfer = await omar.ask('/lts transfer prod-shop/api bucket:lts-archive every:1hour');
    expect(transfer.visibleTo).toBeNull();
    // Neither who may not, nor who asked.
    onlyPosted(await rita.press(transfer, 'approve'));
    onlyPosted(await omar.press(transfer, 'approve'));
    expect(await writes()).toBe(0);
    onlyChanged(await anwen.press(transfer, 'approve'));
    expect(await writes()).toBe(1);

    const rejected = await askToDelete('stream delete prod-shop/worker', 'worker');
    onlyChanged(await anwen.press(rejected, 'reject'));
    const withdrawn = await askToDelete('group delete prod-shop', 'prod-shop');
    onlyChanged(await omar.press(withdrawn, 'reject'));
    const refused = await askToDelete('stream delete prod-shop/api', 'api');
    onlyChanged(await anwen.press(refused, 'approve'));
    const approved = await askToDelete('stream delete prod-shop/worker', 'prod-shop/worker');
    onlyChanged(await anwen.press(approved, 'approve'));
    expect(await writes()).toBe(3);
    await expectReads('approvals');
  });
});

it('a message that was decided has no buttons any more, and a late click that still carries one does nothing', async () => {
  const { anwen, askToDelete, writes, slack, post, url, look } = await openProd('prod-late');
  const message = await askToDelete('stream delete prod-late/api', 'api');
  const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
  const click = (actionId: string) =>
    post<{ status?: number }>(`${url}/local/click`, {
      user: anwen.user,
      channel,
      messageTs: message.ts,
      actionId,
    });
  // Both are on their way before either is answered.
  const answers = await Promise.all([click('approve'), click('approve'), click('reject')]);
  await fetch(`${url}/local/idle`);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const ended = (await look()).find(({ ts }) => ts === message.ts);
  expect(JSON.stringify(ended?.blocks)).not.toContain('button');
  expect(await writes()).toBeLessThanOrEqual(1);
});

it('whoever asks reads before that a second person will be asked, and that of another group nobody is', async () => {
  const { omar, modals } = await openProd('prod-told');
  for (const [group, isSaid] of [
    ['prod-told', true],
    ['checkout', false],
  ] as const) {
    await omar.type(`/lts group delete ${group}`);
    expect((await modals.read()).join().includes('nothing is deleted before they approve it')).toBe(isSaid);
    await modals.close();
  }
});

it('a group whose streams have changed between is not deleted, and the message says so', async () => {
  const journey = await openProd('prod-grown');
  const message = await journey.askToDelete('group delete prod-grown', 'prod-grown');
  await journey.person('operator', 'general').type('/lts stream create prod-grown/new');
  const { text } = onlyChanged(await journey.anwen.press(message, 'approve'));
  expect(text).toContain('have changed since you saw them, so nothing was deleted');
  expect(await journey.writes()).toBe(0);
});

it('where nobody else would see it, nothing is asked', async () => {
  const journey = await openProd('prod-alone');
  const direct = await journey
    .person('operator', 'omar')
    .ask('/lts transfer prod-alone/api bucket:lts-archive every:1hour');
  expect(direct.text).toMatch(/^This needs a second person to approve it\. Ask in a channel/);
  await journey.person('operator', 'omar').type('/lts group delete prod-alone');
  const [modal, ...more] = await journey.modals.all();
  expect(JSON.stringify(modal?.blocks)).toContain('Ask in a channel where they are');
  expect([modal?.callbackId, more]).toEqual(['', []]);
  await journey.modals.close();
  // The bot is no member there, and a form has no response_url.
  const omar = journey.person('operator', 'random');
  const told = await journey.askToDelete('stream delete prod-alone/api', 'api', omar);
  expect([told.channel, told.text]).toEqual(['omar', expect.stringContaining('Invite the bot to it')]);
  const asked = await omar.ask('/lts transfer prod-alone/worker bucket:lts-archive every:1hour');
  onlyChanged(await journey.person('approver', 'random').press(asked, 'approve'));
  expect(await journey.writes()).toBe(1);
});

it.each(['beforeRun', 'afterLts', 'afterDeliver'])(
  'a worker that dies over an approval, %s, deletes once, and the message ends once',
  async (kill) => {
    const name = `prod-${kill.toLowerCase()}`;
    const journey = await openProd(name);
    const message = await journey.askToDelete(`stream delete ${name}/api`, 'api');
    await journey.fault({ target: 'worker', kill });
    const ended = onlyChanged(await journey.anwen.press(message, 'approve'));
    expect(ended.text).toContain(`The log stream ${name}/api was deleted.`);
    expect(await journey.writes()).toBe(1);
  },
);

it('an approval that no attempt can carry out ends its message, with what is known', async () => {
  const journey = await openProd('prod-dead');
  const message = await journey.askToDelete('stream delete prod-dead/api', 'api');
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3 });
  const ended = onlyChanged(await journey.anwen.press(message, 'approve'));
  expect(ended.text).toMatch(
    /could not be done, after several attempts|Whether it has happened is not known|was deleted/,
  );
  expect(JSON.stringify(ended.blocks)).not.toContain('button');
});

it('who asked and who decided are in the audit', async () => {
  const journey = await openProd('prod-seen');
  const audit = await openAudit(journey);
  const message = await journey.askToDelete('stream delete prod-seen/api', 'api');
  onlyPosted(await journey.rita.press(message, 'reject'));
  onlyChanged(await journey.anwen.press(message, 'approve'));
  const facts = { group: 'prod-seen', streams: ['api'], verb: 'delete' };
  const { user: askedBy } = journey.omar;
  expect(await audit.news()).toMatchObject([
    { user: askedBy, command: 'delete_stream', phase: 'ended', outcome: 'deletion', ...facts },
    { user: askedBy, command: 'delete', phase: 'begun', ...facts },
    { user: askedBy, command: 'delete', phase: 'ended', outcome: 'approval_asked', ...facts },
    { user: journey.rita.user, command: 'reject', phase: 'ended', outcome: 'mistake', detail: { askedBy } },
    { user: journey.anwen.user, command: 'approve', phase: 'begun', detail: { askedBy }, ...facts },
    { user: journey.anwen.user, command: 'approve', phase: 'ended', outcome: 'ok', ...facts },
  ]);
});
