"""What igraph makes of a graph: the tasks of measurement.ts, the answers of answers.ts. Ends with 3 where python3 has no igraph."""

import heapq
import json
import random
import resource
import statistics
import sys
import time

try:
    import igraph
except ImportError:
    sys.exit(3)

QUESTIONS = 200
SUGGESTED = 10
CHANGES = 500
# Of Leiden: as many as ours has by default, one more than its own default.
ITERATIONS = 3


def timed(run):
    start = time.perf_counter()
    result = run()
    return result, (time.perf_counter() - start) * 1000


def timed_each(ask):
    """All results, and the median time."""
    results, times = zip(*(timed(lambda: ask(question)) for question in range(QUESTIONS)))
    return results, statistics.median(times)


def top_ten(values):
    return heapq.nsmallest(10, enumerate(values), key=lambda item: (-item[1], item[0]))


def read(file):
    """The links, what a merge adds, and what it removes: see random-graph.ts."""
    with open(file["name"], "rb") as source:
        ends = memoryview(source.read()).cast("i")
    size = file["linkCount"]
    links = list(zip(ends[:size], ends[size : 2 * size]))
    added = list(zip(ends[2 * size : 2 * size + CHANGES], ends[2 * size + CHANGES :]))
    return links, added, links[:: size // CHANGES][:CHANGES]


def shortest_path(graph, source, target):
    """get_shortest_path is newer than Debian 12's python3-igraph."""
    if hasattr(graph, "get_shortest_path"):
        return graph.get_shortest_path(source, target)
    return graph.get_shortest_paths(source, target)[0]


def sampled_betweenness(graph, pivots):
    """Normalised as ours is; None in versions that cannot take the sources alone, as Debian 12's."""
    try:
        sums, taken = timed(lambda: graph.betweenness(sources=pivots))
    except TypeError:
        return None, None
    nodes = graph.vcount()
    is_pivot = set(pivots)
    pairs = ((len(pivots) - (node in is_pivot)) * (nodes - 2) for node in range(nodes))
    # It halves what it sums up, as if each pair were seen from both ends.
    return top_ten([2 * value / count for value, count in zip(sums, pairs)]), taken


def best_suggestions(graph, node):
    """The ten highest scores of nodes that are not neighbours yet."""
    scores = graph.similarity_inverse_log_weighted(vertices=[node])[0]
    known = {node, *graph.neighbors(node)}
    best = heapq.nlargest(10, (score for other, score in enumerate(scores) if other not in known))
    return [score for score in best if score > 0]


def measure(file):
    links, added, removed = read(file)
    weights = [1 / (1 + (a + b) % 4) for a, b in links]

    def node_at(question):
        return question * 7919 % file["nodeCount"]

    graph, build = timed(lambda: igraph.Graph(n=file["nodeCount"], edges=links))
    degrees = graph.degree()
    hops, two_hops = timed_each(lambda question: graph.neighborhood(node_at(question), order=2))
    paths, path = timed_each(lambda question: shortest_path(graph, node_at(question), node_at(question + 1)))
    ranks, pagerank = timed(graph.pagerank)
    parts, components = timed(graph.connected_components)

    def communities_of(seed):
        random.seed(seed)
        return graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=ITERATIONS)

    communities, leiden = timed(lambda: communities_of(file["seeds"][0]))
    others = [communities_of(seed) for seed in file["seeds"][1:]]
    modularities = [graph.modularity(found, weights=weights) for found in (communities, *others)]
    between, betweenness = sampled_betweenness(graph, file["pivots"])
    # The scores of all nodes; to choose the best of them is not counted.
    _, suggestions = timed_each(
        lambda question: graph.similarity_inverse_log_weighted(vertices=[node_at(question)])
    )
    best = [score for question in range(SUGGESTED) for score in best_suggestions(graph, node_at(question))]

    def merge():
        graph.add_edges(added)
        graph.delete_edges(removed)

    _, merging = timed(merge)
    return {
        "times": {
            "build": build,
            "merge": merging,
            "twoHops": two_hops,
            "path": path,
            "pagerank": pagerank,
            "components": components,
            "leiden": leiden,
            "betweenness": betweenness,
            "suggestions": suggestions,
        },
        "answers": {
            "degreeSum": sum(degrees),
            "mergedDegreeSum": sum(graph.degree()),
            "mergedDegreeSquares": sum(degree**2 for degree in graph.degree()),
            "twoHops": sum(map(len, hops)),
            "paths": sum(max(len(nodes) - 1, 0) for nodes in paths),
            "componentCount": len(parts),
            "largestComponent": max(parts.sizes()),
            "pagerank": top_ten(ranks),
            "betweenness": between,
            "suggestions": best,
            "communities": communities.membership,
            "modularities": modularities,
        },
    }


assignment = json.loads(sys.argv[1])
if "warmUp" in assignment:
    measure(assignment["warmUp"])
performance = measure(assignment["file"])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({**performance, "library": f"igraph {igraph.__version__}", "peak": peak}))
