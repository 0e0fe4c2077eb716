import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readFile, unreadable, type OnBytes } from '../read-file';
import { Gexf } from './gexf';
import { GraphFileError, type GraphFormat, type GraphItem } from './graph-items';
import { Graphml } from './graphml';

/** The most text between two tags, and in one, in characters. */
const MAX_TEXT = 1_048_576;

/**
 * The nodes and edges of a GEXF or GraphML file, as they come. Nothing outside of the file is ever opened, and no
 * entity resolved but the five of XML.
 * @throws GraphFileError for what is no such file, or one with a document type declaration
 */
export async function* readGraph(file: string, onBytes?: OnBytes): AsyncGenerator<GraphItem> {
  const input = readFile(file, onBytes);
  const reader = new GraphReader();
  const decoder = new TextDecoder();
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      if (!input.isValid) throw new GraphFileError('text in UTF-8');
      yield* reader.read(decoder.decode(chunk, { stream: true }));
    }
    if (!input.isValid) throw new GraphFileError('text in UTF-8');
    yield* reader.end();
  } catch (error) {
    const expected = unreadable(error);
    throw expected === undefined ? error : new GraphFileError(expected);
  }
}

class GraphReader {
  private readonly parser = new SaxesParser({ xmlns: true });
  private format: GraphFormat | undefined;
  private text = '';
  private waiting = 0;

  constructor() {
    this.parser.on('doctype', () => {
      throw new GraphFileError('no document type declaration; entities are never resolved', '<!DOCTYPE');
    });
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => this.close(tag));
    this.parser.on('text', (text) => (this.text += text));
    this.parser.on('cdata', (text) => (this.text += text));
    this.parser.on('error', ({ message }) => {
      throw new GraphFileError('well-formed XML', message);
    });
  }

  read(chunk: string): GraphItem[] {
    this.waiting += chunk.length;
    this.parser.write(chunk);
    if (this.waiting > MAX_TEXT + chunk.length)
      throw new GraphFileError(`tags, and at most ${MAX_TEXT} characters in between`);
    return this.take();
  }

  end(): GraphItem[] {
    this.parser.close();
    if (!this.format) throw new GraphFileError('a <gexf> or <graphml> document; the file is empty');
    return this.take();
  }

  private take(): GraphItem[] {
    const items = this.format?.items ?? [];
    if (this.format) this.format.items = [];
    return items;
  }

  private open(tag: SaxesTagNS): void {
    this.waiting = 0;
    this.text = '';
    this.format ??= formatOf(tag);
    this.format.open(tag);
  }

  private close(tag: SaxesTagNS): void {
    this.waiting = 0;
    this.format?.close(tag, this.text);
    this.text = '';
  }
}

function formatOf({ local, name }: SaxesTagNS): GraphFormat {
  if (local === 'gexf') return new Gexf();
  if (local === 'graphml') return new Graphml();
  throw new GraphFileError('a <gexf> or <graphml> document', `<${name}>`);
}
