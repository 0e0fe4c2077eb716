import type { SaxesTagNS } from 'saxes';
import { attributeOf, demand, type GraphFormat, type GraphItem } from './graph-items';

/** GEXF 1.1 to 1.3: attributes are declared by class and referred to by number. */
export class Gexf implements GraphFormat {
  items: GraphItem[] = [];
  private readonly titles = new Map<string, string>();
  private readonly defaults = new Map<string, string>();
  private declaredFor: string | undefined;
  private declared: string | undefined;
  // Nodes may stand inside of one another.
  private readonly nodes: { id: string; attributes: Map<string, string> }[] = [];

  open(tag: SaxesTagNS): void {
    switch (tag.local) {
      case 'attributes':
        this.declaredFor = attributeOf(tag, 'class');
        break;
      case 'attribute':
        this.declared = attributeOf(tag, 'title')?.toLowerCase();
        if (this.declaredFor === 'node') this.titles.set(demand(tag, 'id'), this.declared ?? '');
        break;
      case 'node': {
        const label = attributeOf(tag, 'label');
        const attributes = new Map([...this.defaults, ...(label === undefined ? [] : [['label', label] as const])]);
        this.nodes.push({ id: demand(tag, 'id'), attributes });
        break;
      }
      case 'attvalue': {
        const title = this.titles.get(attributeOf(tag, 'for') ?? attributeOf(tag, 'id') ?? '');
        if (title !== undefined) this.nodes.at(-1)?.attributes.set(title, demand(tag, 'value'));
        break;
      }
      case 'edge':
        this.items.push({ kind: 'edge', source: demand(tag, 'source'), target: demand(tag, 'target') });
        break;
    }
  }

  close(tag: SaxesTagNS, text: string): void {
    if (tag.local === 'node') {
      const node = this.nodes.pop();
      if (node) this.items.push({ kind: 'node', ...node });
    } else if (tag.local === 'default' && this.declaredFor === 'node') {
      this.defaults.set(this.declared ?? '', text);
    }
  }
}
