"""What igraph takes for the tasks of measurement.ts; ends with 3 where python3 has no igraph."""

import json
import resource
import statistics
import sys
import time

try:
    import igraph
except ImportError:
    sys.exit(3)

file = json.loads(sys.argv[1])
QUESTIONS = 200


def timed(run):
    start = time.perf_counter()
    result = run()
    return result, (time.perf_counter() - start) * 1000


def median_time(ask):
    return statistics.median(timed(lambda: ask(question))[1] for question in range(QUESTIONS))


def node_at(question):
    return question * 7919 % file["nodeCount"]


def shortest_path(source, target):
    """get_shortest_path is newer than python3-igraph of Debian 12."""
    if hasattr(graph, "get_shortest_path"):
        return graph.get_shortest_path(source, target)
    return graph.get_shortest_paths(source, target)[0]


def sampled_betweenness():
    """None in versions that cannot take the sources alone."""
    step = file["nodeCount"] // 50
    try:
        return timed(lambda: graph.betweenness(sources=range(0, 50 * step, step)))[1]
    except TypeError:
        return None


with open(file["name"], "rb") as source:
    ends = memoryview(source.read()).cast("i")
links = list(zip(ends[: file["linkCount"]], ends[file["linkCount"] :]))
weights = [1 / (1 + (a + b) % 4) for a, b in links]

graph, build = timed(lambda: igraph.Graph(n=file["nodeCount"], edges=links))
communities, leiden = timed(
    lambda: graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=2)
)
measurement = {
    "build": build,
    "twoHops": median_time(lambda question: graph.neighborhood(node_at(question), order=2)),
    "path": median_time(lambda question: shortest_path(node_at(question), node_at(question + 1))),
    "pagerank": timed(graph.pagerank)[1],
    "components": timed(graph.connected_components)[1],
    "leiden": leiden,
    "modularity": graph.modularity(communities, weights=weights),
    "betweenness": sampled_betweenness(),
    "suggestions": median_time(
        lambda question: max(graph.similarity_inverse_log_weighted(vertices=[node_at(question)])[0])
    ),
    "merge": timed(lambda: graph.add_edges([(i * 7, i * 11 + 3) for i in range(1000)]))[1],
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}
print(json.dumps(measurement))
