"""Prints what networkx finds in well-known graphs: the values that truth.test.ts holds ours to. To print them anew:

    pip install networkx==3.6.1 numpy scipy
    python3 test/insights/truth.py | npx prettier --stdin-filepath truth.json > test/insights/truth.json
"""

import json
import math

import networkx as nx
from networkx.algorithms import bipartite


def numbered(graph):
    """The graph with its nodes numbered from 0 in their own order, and a weight on every link."""
    graph = nx.convert_node_labels_to_integers(nx.Graph(graph), label_attribute="name")
    for _, _, data in graph.edges(data=True):
        data.setdefault("weight", 1)
    return graph


def southern_women():
    """Davis, Gardner and Gardner (1941): 18 women by the events that they attended."""
    davis = nx.davis_southern_women_graph()
    women = davis.graph["top"]
    graph = numbered(bipartite.collaboration_weighted_projected_graph(davis, women))
    names = [graph.nodes[node]["name"] for node in graph]
    graph.graph["groups"] = [[names.index(woman) for woman in davis[event]] for event in davis.graph["bottom"]]
    return graph


GRAPHS = {
    "karate club": numbered(nx.karate_club_graph()),
    "Florentine families": numbered(nx.florentine_families_graph()),
    "Les Misérables": numbered(nx.les_miserables_graph()),
    "Southern Women": southern_women(),
    "20 × 20 grid": numbered(nx.grid_2d_graph(20, 20)),
    "path of 10": numbered(nx.path_graph(10)),
    "star of 10": numbered(nx.star_graph(9)),
    "two components": numbered(nx.disjoint_union(nx.lollipop_graph(4, 3), nx.wheel_graph(6))),
}


def whole(graph):
    """Figures of the graph as a whole."""
    nx.set_node_attributes(graph, {node: node % 3 for node in graph}, "category")
    nx.set_node_attributes(graph, {node: (node * 7) % 11 for node in graph}, "value")
    known = graph.subgraph(node for node in graph if node % 5 > 0)
    assortativity = nx.degree_assortativity_coefficient(graph) if len(set(dict(graph.degree).values())) > 1 else None
    return {
        "density": nx.density(graph),
        "averageDegree": 2 * graph.size() / len(graph),
        "transitivity": nx.transitivity(graph),
        "averageClustering": nx.average_clustering(graph),
        "componentSizes": sorted(map(len, nx.connected_components(graph)), reverse=True),
        "degreeAssortativity": assortativity,
        # By node % 3 and by (node * 7) % 11; those that 5 divides are unknown.
        "categoricalAssortativity": known.size() and nx.attribute_assortativity_coefficient(known, "category") or None,
        "numericAssortativity": known.size() and nx.numeric_assortativity_coefficient(known, "value") or None,
        "bridges": sorted(sorted(link) for link in nx.bridges(graph)),
        "articulationPoints": sorted(nx.articulation_points(graph)),
        # Of the groups that node % 3 makes.
        "modularity": modularity(graph, None, 1),
        "weightedModularity": modularity(graph, "weight", 1.5),
    }


def modularity(graph, weight, resolution):
    groups = [{node for node in graph if node % 3 == rest} for rest in range(3)]
    return nx.community.modularity(graph, groups, weight=weight, resolution=resolution)


def by_node(graph):
    """Figures of each node; of every 37th in the grid, which is all symmetry."""
    options = {"max_iter": 100_000, "tol": 1e-15}
    figures = {
        "degree": dict(graph.degree),
        "strength": dict(graph.degree(weight="weight")),
        "triangles": nx.triangles(graph),
        "clustering": nx.clustering(graph),
        "coreNumber": nx.core_number(graph),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
        "eigenvector": nx.eigenvector_centrality(graph, **options),
        "weightedEigenvector": nx.eigenvector_centrality(graph, weight="weight", **options),
        "pagerank": nx.pagerank(graph, weight=None, **options),
        "weightedPagerank": nx.pagerank(graph, weight="weight", **options),
        "personalisedPagerank": nx.pagerank(graph, weight=None, personalization={0: 1}, **options),
        "constraint": nx.constraint(graph),
        "effectiveSize": nx.effective_size(graph),
    }
    step = 37 if len(graph) > 100 else 1
    return {name: [values[node] for node in list(graph)[::step]] for name, values in figures.items()}


def paths(graph):
    """All shortest paths from the first node to one some way off."""
    source, target = 0, min(len(graph) - 1, 63)
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data["weight"]
    if not nx.has_path(graph, source, target):
        return {"target": target, "paths": [], "weightedPaths": [], "weightedCost": None}
    return {
        "target": target,
        "paths": sorted(nx.all_shortest_paths(graph, source, target)),
        "weightedPaths": sorted(nx.all_shortest_paths(graph, source, target, weight="length")),
        "weightedCost": nx.shortest_path_length(graph, source, target, weight="length"),
    }


def suggestions(graph):
    """The ten best links that the first node has not, by each score; ties by node."""
    pairs = [(0, node) for node in graph if node != 0 and node not in graph[0] and nx.common_neighbors(graph, 0, node)]

    def best(scored):
        return [[node, score] for score, node in sorted((-score, node) for _, node, score in scored)[:10]]

    def positive(entries):
        return [[node, -score] for node, score in entries]

    common = [(0, node, len(nx.common_neighbors(graph, 0, node))) for _, node in pairs]
    return {
        "COMMON_NEIGHBOURS": positive(best(common)),
        "JACCARD": positive(best(nx.jaccard_coefficient(graph, pairs))),
        "ADAMIC_ADAR": positive(best(nx.adamic_adar_index(graph, pairs))),
        "RESOURCE_ALLOCATION": positive(best(nx.resource_allocation_index(graph, pairs))),
    }


def rounded(value):
    """Floats to 14 significant digits; what is not defined as null."""
    if isinstance(value, float):
        return None if math.isnan(value) else float(f"{value:.14g}")
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def truth(graph):
    return {
        "nodeCount": len(graph),
        # In order, as projections come in that of a set.
        "links": sorted([*sorted((a, b)), weight] for a, b, weight in graph.edges(data="weight")),
        "groups": graph.graph.get("groups"),
        "whole": whole(graph),
        "byNode": by_node(graph),
        "paths": paths(graph),
        "suggestions": suggestions(graph),
    }


print(json.dumps(rounded({name: truth(graph) for name, graph in GRAPHS.items()}), ensure_ascii=False, allow_nan=False))
