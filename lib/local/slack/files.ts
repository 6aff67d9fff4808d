import { newId, newSecret } from './ids.ts';

interface SharedFile {
  readonly id: string;
  /** With its extension. */
  readonly name: string;
  readonly title: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Buffer;
  readonly channel: string;
  readonly threadTs: string | null;
}

interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes, as announced. */
  readonly length: number;
  content: Buffer | undefined;
}

/** Files on their way into the workspace, and those that were shared in a conversation. */
export class FileStore {
  readonly #uploads = new Map<string, Upload>();
  readonly #shared: SharedFile[] = [];

  /** Announces a file, and gives the path that takes its bytes. */
  announce(name: string, length: number): { id: string; path: string } {
    const path = `/upload/v1/${newSecret()}`;
    const id = newId('F');
    this.#uploads.set(path, { id, name, length, content: undefined });
    return { id, path };
  }

  isPath(path: string): boolean {
    return path.startsWith('/upload/v1/');
  }

  /** False when nothing was announced for this path, or not as many bytes. */
  receive(path: string, content: Buffer): boolean {
    const upload = this.#uploads.get(path);
    if (upload?.length !== content.length) return false;
    upload.content = content;
    return true;
  }

  /** An announced file whose bytes have arrived, and which nobody has finished yet. */
  findUploaded(id: string): { name: string; content: Buffer } | undefined {
    const upload = [...this.#uploads.values()].find((each) => each.id === id);
    return upload?.content && { name: upload.name, content: upload.content };
  }

  /** The end of an upload: its URL and its ticket are used up. */
  finish(id: string): void {
    for (const [path, upload] of this.#uploads) if (upload.id === id) this.#uploads.delete(path);
  }

  share(file: SharedFile): void {
    this.#shared.push(file);
  }

  list(channel: string): SharedFile[] {
    return this.#shared.filter((file) => file.channel === channel);
  }
}
