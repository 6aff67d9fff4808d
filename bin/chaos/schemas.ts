import * as z from 'zod/mini';

// What the local workspace answers, as far as it is looked at here.

export const Person = z.object({ id: z.string(), name: z.string(), role: z.string() });
export type Person = z.infer<typeof Person>;

export const Channel = z.object({
  id: z.string(),
  name: z.string(),
  isIm: z.boolean(),
  botIsMember: z.boolean(),
});
export type Channel = z.infer<typeof Channel>;

export const Group = z.object({
  id: z.string(),
  name: z.string(),
  streams: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Group = z.infer<typeof Group>;

export const Description = z.object({
  slack: z.object({
    command: z.string(),
    botUserId: z.string(),
    users: z.array(Person),
    channels: z.array(Channel),
  }),
  lts: z.object({ endpoint: z.string(), groups: z.array(Group) }),
});

/** What a person's deed came to at once. `body` is absent where it could not be done at all. */
export const Acknowledgement = z.object({
  status: z.number(),
  body: z.optional(z.string()),
  refused: z.optional(z.string()),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

export const Message = z.object({
  ts: z.string(),
  threadTs: z.nullable(z.string()),
  from: z.nullable(z.string()),
  visibleTo: z.nullable(z.string()),
  text: z.string(),
  blocks: z.array(z.unknown()),
  files: z.array(z.object({ id: z.string() })),
  deleted: z.boolean(),
  shown: z.boolean(),
});
export type Message = z.infer<typeof Message>;

export const Messages = z.object({ messages: z.array(Message) });

export const Files = z.object({ files: z.array(z.object({ id: z.string(), content: z.string() })) });

export const LineNums = z.object({ lineNums: z.array(z.string()) });

/** A modal that a person looks at. */
export const View = z.object({ id: z.string(), callbackId: z.string() });
export type View = z.infer<typeof View>;

export const Idle = z.object({ waiting: z.optional(z.array(z.string())) });

/** A request that LTS has had; `status` is null while there is no answer, or when there was none. */
export const Request = z.object({
  at: z.number(),
  method: z.string(),
  path: z.string(),
  body: z.string(),
  status: z.nullable(z.number()),
});
export type Request = z.infer<typeof Request>;
