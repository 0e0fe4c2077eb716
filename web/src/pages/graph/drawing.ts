import Graph from 'graphology';
import Sigma from 'sigma';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { CityNetwork, CityNode, LinkKind } from './network';
import type { Palette } from './palette';

/** What a picture of a network brings out. */
export interface Emphasis {
  /** The city that was clicked: it and its neighbours stand out. */
  city: CityNode | null;
  /** Cities of a path, in order. */
  path: readonly CityNode[];
}

interface Handlers {
  onCity: (city: CityNode | null) => void;
}

const WIDTHS: Record<LinkKind, number> = { adoption: 2, cooperation: 1.1, twinning: 0.9, membership: 0.6 };

/** A network on a canvas, by sigma 3: sigma 4 writes style elements, which the pages' policy refuses. It throws without WebGL. */
export class Drawing {
  private readonly graph = new Graph({ multi: true });
  private readonly sigma: Sigma;
  private hovered: CityNode | null = null;
  private chosen: Emphasis = { city: null, path: [] };
  private lit: { cities: ReadonlySet<string>; pairs: ReadonlySet<string> | null } | null = null;

  constructor(
    container: HTMLElement,
    private readonly network: CityNetwork,
    positions: Float32Array,
    private readonly palette: Palette,
    { onCity }: Handlers,
  ) {
    this.fill(positions, container.clientWidth);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true, // while it is not laid out yet
      labelFont: palette.font,
      labelColor: { color: palette.ink },
      labelSize: 13,
      labelWeight: '600',
      labelDensity: 0.6,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: network.nodes.length > 400 ? 9 : 7,
      zIndex: true,
      minCameraRatio: 0.04,
      maxCameraRatio: 2,
      stagePadding: 36,
      defaultDrawNodeLabel: (context, { x, y, size, label }) => this.write(context, label, x + size + 4, y + 4),
      defaultDrawNodeHover: (context, { x, y, size, label }) => {
        context.beginPath();
        context.arc(x, y, size + 3, 0, 2 * Math.PI);
        context.lineWidth = 2;
        context.strokeStyle = palette.ink;
        context.stroke();
        this.write(context, label, x + size + 6, y + 4);
      },
      nodeReducer: (id, data) => this.cityLook(id, data as NodeDisplayData),
      edgeReducer: (id, data) => this.linkLook(id, data as EdgeDisplayData),
    });
    this.sigma.on('clickNode', ({ node }) => onCity(network.byId.get(node) ?? null));
    this.sigma.on('clickStage', () => onCity(null));
    this.sigma.on('enterNode', ({ node }) => this.hover(network.byId.get(node) ?? null));
    this.sigma.on('leaveNode', () => this.hover(null));
  }

  emphasise(emphasis: Emphasis): void {
    this.chosen = emphasis;
    this.light();
  }

  /** Nearer for a factor below 1; the whole for 0. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
    void (factor === 0
      ? camera.animatedReset({ duration })
      : camera.animate({ ratio: camera.ratio * factor }, { duration }));
  }

  end(): void {
    this.sigma.kill();
  }

  private fill(positions: Float32Array, width: number): void {
    const { nodes, links, ranked } = this.network;
    const [highest = 0, lowest = 0] = [ranked[0]?.score, ranked.at(-1)?.score];
    const [smallest, range] = nodes.length > 800 ? [1.2, 7] : nodes.length > 200 ? [3, 12] : [4, 14];
    const scale = Math.min(1, width / 600);
    for (const { id, name, index, score, community } of nodes)
      this.graph.addNode(id, {
        x: positions[index * 2],
        y: positions[index * 2 + 1],
        label: name,
        size: scale * (smallest + range * Math.sqrt((score - lowest) / (highest - lowest || 1))),
        color: this.palette.community(community),
      });
    for (const { source, target, kind } of links)
      this.graph.addDirectedEdge(source.id, target.id, {
        kind,
        size: WIDTHS[kind],
        color: this.palette.link[kind],
        type: kind === 'adoption' ? 'arrow' : 'line',
        zIndex: kind === 'adoption' ? 1 : 0,
      });
  }

  private hover(city: CityNode | null): void {
    this.hovered = city;
    this.sigma.getContainer().style.cursor = city ? 'pointer' : '';
    this.light();
  }

  /** Finds what stands out now: a path goes before a city, and what the pointer is on before what was clicked. */
  private light(): void {
    const { path, city: clicked } = this.chosen;
    const city = this.hovered ?? clicked;
    if (path.length > 0 && !this.hovered) {
      const ids = path.map(({ id }) => id);
      const pairs = ids.slice(1).flatMap((id, i) => [`${ids[i]} ${id}`, `${id} ${ids[i]}`]);
      this.lit = { cities: new Set(ids), pairs: new Set(pairs) };
    } else if (city && this.graph.hasNode(city.id)) {
      this.lit = { cities: new Set([city.id, ...this.graph.neighbors(city.id)]), pairs: null };
    } else this.lit = null;
    this.sigma.refresh({ skipIndexation: true });
  }

  private isCentre(id: string): boolean {
    return id === this.hovered?.id || id === this.chosen.city?.id;
  }

  private cityLook(id: string, data: NodeDisplayData): Partial<NodeDisplayData> {
    if (!this.lit) return data;
    if (!this.lit.cities.has(id)) return { ...data, color: this.palette.faded, label: null, zIndex: 0 };
    const isNamed = this.lit.cities.size <= 12 || this.isCentre(id);
    return { ...data, zIndex: 2, forceLabel: isNamed, highlighted: this.isCentre(id) };
  }

  private linkLook(id: string, data: EdgeDisplayData): Partial<EdgeDisplayData> {
    if (!this.lit) return data;
    const [source, target] = this.graph.extremities(id);
    const { pairs } = this.lit;
    if (pairs) {
      const isOnPath = pairs.has(`${source} ${target}`);
      return isOnPath ? { ...data, color: this.palette.accent, size: 4, zIndex: 3 } : { ...data, hidden: true };
    }
    return this.isCentre(source) || this.isCentre(target)
      ? { ...data, size: data.size + 0.8, zIndex: 2 }
      : { ...data, hidden: true };
  }

  /** A name with a rim of the ground's colour: it can be read over links. */
  private write(context: CanvasRenderingContext2D, name: string | null | undefined, x: number, y: number): void {
    if (!name) return;
    context.font = `600 13px ${this.palette.font}`;
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = this.palette.ground;
    context.strokeText(name, x, y);
    context.fillStyle = this.palette.ink;
    context.fillText(name, x, y);
  }
}
