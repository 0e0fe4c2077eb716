import type { SaxesTagNS } from 'saxes';
import { attributeOf, demand, GraphFileError, type GraphFormat, type GraphItem } from './graph-items';

/** GraphML: attributes are declared as keys, and stand as data in nodes. */
export class Graphml implements GraphFormat {
  items: GraphItem[] = [];
  private readonly titles = new Map<string, string>();
  private readonly defaults = new Map<string, string>();
  private key: string | undefined;
  // Nodes may hold graphs with nodes of their own.
  private readonly nodes: { id: string; attributes: Map<string, string> }[] = [];
  private isInEdge = false;

  open(tag: SaxesTagNS): void {
    switch (tag.local) {
      case 'key': {
        const isForNodes = ['node', 'all', undefined].includes(attributeOf(tag, 'for'));
        const title = attributeOf(tag, 'attr.name')?.toLowerCase() ?? '';
        this.key = isForNodes ? title : undefined;
        if (isForNodes) this.titles.set(demand(tag, 'id'), title);
        break;
      }
      case 'node':
        this.nodes.push({ id: demand(tag, 'id'), attributes: new Map(this.defaults) });
        break;
      case 'edge':
        this.isInEdge = true;
        this.items.push({ kind: 'edge', source: demand(tag, 'source'), target: demand(tag, 'target') });
        break;
      case 'hyperedge':
        throw new GraphFileError(
          'edges of two nodes; a collaboration of more cities needs a data package',
          '<hyperedge>',
        );
    }
  }

  close(tag: SaxesTagNS, text: string): void {
    switch (tag.local) {
      case 'default':
        if (this.key !== undefined) this.defaults.set(this.key, text);
        break;
      case 'data': {
        const title = this.titles.get(attributeOf(tag, 'key') ?? '');
        if (title !== undefined && !this.isInEdge) this.nodes.at(-1)?.attributes.set(title, text);
        break;
      }
      case 'edge':
        this.isInEdge = false;
        break;
      case 'node': {
        const node = this.nodes.pop();
        if (node) this.items.push({ kind: 'node', ...node });
        break;
      }
    }
  }
}
