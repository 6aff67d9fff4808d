import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

const blockBytes = 1 << 20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The contents of a file, unpacked if it is gzipped, in blocks that end where a line ends. */
export async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of await openFile(path)) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = [];
    }
    if (end < chunk.length) rest.push(chunk.subarray(end));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** The lines of a block as they stand, without their line ends, be they LF or CRLF. */
export function* linesOf(block: Buffer): Generator<Buffer> {
  for (let start = 0; start < block.length; ) {
    const found = block.indexOf(lineFeed, start);
    const end = found === -1 ? block.length : found;
    yield block.subarray(start, end > start && block[end - 1] === carriageReturn ? end - 1 : end);
    start = end + 1;
  }
}

/** Whether it looks like text: nothing else has no zero byte among its first. */
export function isText(block: Buffer): boolean {
  return !block.subarray(0, 8192).includes(0);
}

async function openFile(path: string): Promise<AsyncIterable<Buffer>> {
  const packed = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: blockBytes });
  // What goes wrong on the way is thrown to whoever reads.
  return packed ? pipeline(file, createGunzip({ chunkSize: blockBytes }), () => {}) : file;
}

/** By its first bytes, for rotated files have names of all kinds. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
