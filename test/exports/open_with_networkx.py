"""Opens exports of one graph with networkx and says as JSON what it found in each, for networkx.test.ts to compare.

Usage: python3 open_with_networkx.py FOLDER, which holds graph.gexf, graph.graphml, graph.json and graph.csv.zip
"""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

import networkx as nx

NUMBERS = {"population": int, "recordCount": int, "latitude": float, "longitude": float, "weight": float}


def read_json(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    try:
        return nx.node_link_graph(data, edges="edges")
    except TypeError:  # networkx before 3.4
        return nx.node_link_graph(data, link="edges")


def read_csv(path):
    archive = zipfile.ZipFile(path)

    def rows(name):
        with io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="") as text:
            for row in csv.DictReader(text):
                yield {key: typed(key, value) for key, value in row.items() if value != ""}

    about = json.loads(archive.read("graph.json"))
    kinds = {(False, False): nx.Graph, (True, False): nx.DiGraph, (False, True): nx.MultiGraph, (True, True): nx.MultiDiGraph}
    graph = kinds[about["directed"], about["multigraph"]]()
    for row in rows("nodes.csv"):
        graph.add_node(row.pop("id"), **row)
    for row in rows("edges.csv"):
        graph.add_edge(row.pop("source"), row.pop("target"), **row)
    return graph


def typed(key, value):
    if key == "directed":
        return value == "true"
    return NUMBERS.get(key, str)(value)


def known(attributes, *names):
    return {name: attributes[name] for name in names if attributes.get(name) is not None}


def facts(graph):
    node_names = ("slug", "name", "country", "region", "population", "latitude", "longitude", "wikidataId", "geonamesId", "unlocode")
    edge_names = ("layer", "directed", "weight", "recordCount", "firstOn", "lastOn")
    edges = [[source, target, known(data, *edge_names)] for source, target, data in graph.edges(data=True)]
    if not graph.is_directed():
        edges = [[*sorted(ends), data] for *ends, data in edges]
    return {
        "isDirected": graph.is_directed(),
        "isMultigraph": graph.is_multigraph(),
        "degrees": dict(graph.degree()),
        "inDegrees": dict(graph.in_degree()) if graph.is_directed() else None,
        "strengths": {node: round(value, 9) for node, value in graph.degree(weight="weight")},
        "components": nx.number_weakly_connected_components(graph) if graph.is_directed() else nx.number_connected_components(graph),
        "nodes": {node: known(data, *node_names) for node, data in graph.nodes(data=True)},
        "edges": sorted(edges, key=lambda edge: (edge[0], edge[1], edge[2]["layer"])),
    }


folder = Path(sys.argv[1])
graphs = {
    "gexf": nx.read_gexf(folder / "graph.gexf", version="1.2draft"),
    "graphml": nx.read_graphml(folder / "graph.graphml"),
    "json": read_json(folder / "graph.json"),
    "csv.zip": read_csv(folder / "graph.csv.zip"),
}
print(json.dumps({"networkx": nx.__version__, "graphs": {name: facts(graph) for name, graph in graphs.items()}}))
