import type { Message } from '../../../lib/views/message.ts';

/** Messages by what they are samples of. */
export type Samples = Readonly<Record<string, Message>>;
