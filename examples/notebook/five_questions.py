"""Five questions about how cities learn from one another, answered through the API; two of the answers are checked with networkx.

Cells begin with "# %%": Jupyter (with jupytext), VS Code, PyCharm and Spyder run it as a notebook, `python3 five_questions.py` as a
program. It needs the standard library and networkx (Debian: python3-networkx). INTERURBAN_URL names the server,
http://127.0.0.1:4000 by default.
"""

# %%
import json
import os
import urllib.request

import networkx as nx

SERVER = os.environ.get("INTERURBAN_URL", "http://127.0.0.1:4000")


def ask(query, **variables):
    """The data of an operation; an error of the API is an error here."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(f"{SERVER}/graphql", body, {"content-type": "application/json"})
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if "errors" in answer:
        raise RuntimeError(answer["errors"][0]["message"])
    return answer["data"]


def export(layer, version):
    """The graph of a layer, as it was at a version, for networkx."""
    address = f"{SERVER}/exports/graph.json?layers={layer}&version={version}&isolates=false"
    with urllib.request.urlopen(address) as response:
        data = json.load(response)
    try:
        graph = nx.node_link_graph(data, edges="edges")
    except TypeError:  # networkx before 3.4
        graph = nx.node_link_graph(data, link="edges")
    return graph, data["graph"]


# %% [markdown]
# ## 1. Which cities lie between the others?
# Betweenness: the share of shortest paths between two other cities that run through one. The version and the digest are what to cite:
# whoever asks for the same version gets the same graph.

# %%
graph = ask(
    """query { graph {
      version digest cityCount linkCount
      rank(by: BETWEENNESS, first: 5) { method exact cities { rank score city { id name } } }
    } }"""
)["graph"]
version, digest = graph["version"], graph["digest"]
print(f"1. Between the others (of {graph['cityCount']} cities, {graph['linkCount']} links):")
for place in graph["rank"]["cities"]:
    print(f"   {place['rank']}. {place['city']['name']}: {place['score']:.4f}")

# %% [markdown]
# networkx has the same figures of the exported graph.

# %%
exported, about = export("COLLABORATION", version)
assert about["digest"] == digest, "the exported graph is another one"
betweenness = nx.betweenness_centrality(exported)
for place in graph["rank"]["cities"]:
    found = betweenness[place["city"]["id"]]
    assert not graph["rank"]["exact"] or abs(found - place["score"]) < 1e-9, f"{place} differs: networkx has {found}"
print("   checked with networkx: betweenness_centrality")

# %% [markdown]
# ## 2. Do cities work with cities of their own region?
# Assortativity, from -1 (never) to 1 (always); 0 is as by chance.

# %%
mixing = ask("query ($v: String) { graph(version: $v) { region: assortativity(by: REGION) size: assortativity(by: POPULATION) } }", v=version)["graph"]
print("2. Alike cities:")
for by in ("region", "size"):
    value = mixing[by]
    print(f"   by {by}: {'not defined' if value is None else f'{value:+.3f}'}")

# %%
known = exported.subgraph([city for city, data in exported.nodes(data=True) if data["region"] is not None])
if mixing["region"] is not None:
    found = nx.attribute_assortativity_coefficient(known, "region")
    assert abs(found - mixing["region"]) < 1e-9, f"assortativity differs: networkx has {found}"
    print("   checked with networkx: attribute_assortativity_coefficient")

# %% [markdown]
# ## 3. From whom have most cities learnt?
# Adoptions run from the city learnt from to the adopter. The cities are those of the exported graph: out-degree counts those who learnt.

# %%
adoptions = ask('query { graph(filter: { layers: [ADOPTION] }) { version } }')["graph"]
learning, _ = export("ADOPTION", adoptions["version"])
teachers = sorted(learning.out_degree(), key=lambda pair: (-pair[1], pair[0]))[:5]
names = ask("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on City { name } } }", ids=[city for city, _ in teachers])["nodes"]
print("3. Learnt from by most:")
for (_, count), city in zip(teachers, names):
    print(f"   {city['name']}: {count}")

# %% [markdown]
# ## 4. Which solutions travelled farthest?

# %%
solutions = ask(
    "query { solutions(first: 5, orderBy: { field: ADOPTION_COUNT }) { nodes { title city { name } cascade { size depth breadth } } } }"
)["solutions"]["nodes"]
print("4. Solutions that travelled:")
for solution in solutions:
    cascade = solution["cascade"]
    print(f"   {solution['title']} ({solution['city']['name']}): {cascade['size']} adoptions, {cascade['depth']} steps deep")

# %% [markdown]
# ## 5. Did peers have a part in what cities do?
# Of the actions that cities reported and said so of. The bounds are what it would be, were all the unanswered a no, or a yes.

# %%
impact = ask("query { impact { actionCount answeredActionCount influencedActionShare influencedActionShareBounds } }")["impact"]
share, bounds = impact["influencedActionShare"], impact["influencedActionShareBounds"]
print(f"5. Actions that peers influenced ({impact['answeredActionCount']} of {impact['actionCount']} answered):")
print("   unknown" if share is None else f"   {share:.0%} of those answered; between {bounds[0]:.0%} and {bounds[1]:.0%} of all")

# %%
print(f"\nCite: Interurban, graph of collaborations, version {version}, SHA-256 {digest}.")
