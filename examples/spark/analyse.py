"""Figures of cities for a graph that is too large for one machine: PageRank, components and triangles with Spark and GraphFrames.

In:  nodes.parquet and edges.parquet, as /exports/graph.parquet?table=nodes and ?table=edges give them
Out: a folder of Parquet with a column `id` and one for each figure, for `interurban import results`

spark-submit --packages GRAPHFRAMES analyse.py nodes.parquet edges.parquet results

where GRAPHFRAMES is the package for your Spark that https://graphframes.io names. This program has not been run where it was written,
which has no Spark: its syntax and what it expects of the files are tested, what GraphFrames makes of them is not.

Each undirected link is a row of the edges; GraphFrames directs them, so here they run both ways. An adoption (`directed`) keeps its one.
"""

import argparse

# The contract with the export: names and types of the columns that are read. Others are passed over.
NODE_COLUMNS = {"id": "string"}
EDGE_COLUMNS = {"source": "string", "target": "string", "directed": "boolean", "weight": "double"}


def check(frame, columns, file):
    """Ends with what was expected where a file is not of the export."""
    found = dict(frame.dtypes)
    for name, kind in columns.items():
        if found.get(name) != kind:
            raise SystemExit(f"{file}: expected a column {name} of the type {kind}, but got {found.get(name, 'none')}.")


def analyse(spark, nodes_file, edges_file, results):
    from graphframes import GraphFrame
    from pyspark.sql import functions as f

    nodes = spark.read.parquet(nodes_file)
    edges = spark.read.parquet(edges_file)
    check(nodes, NODE_COLUMNS, nodes_file)
    check(edges, EDGE_COLUMNS, edges_file)

    links = edges.select(f.col("source").alias("src"), f.col("target").alias("dst"), "directed")
    back = links.where(~f.col("directed")).select(f.col("dst").alias("src"), f.col("src").alias("dst"), "directed")
    graph = GraphFrame(nodes.select("id"), links.unionByName(back).select("src", "dst").distinct())

    # As networkx.pagerank has it: the probability to go on is 0.85. GraphFrames sums to the number of cities, networkx to 1.
    count = nodes.count()
    pagerank = graph.pageRank(resetProbability=0.15, tol=1e-6).vertices
    pagerank = pagerank.select("id", (f.col("pagerank") / count).alias("spark_pagerank"))
    component = graph.connectedComponents().withColumnRenamed("component", "spark_component")
    triangles = graph.triangleCount().select("id", f.col("count").alias("spark_triangles"))

    pagerank.join(component, "id").join(triangles, "id").write.mode("overwrite").parquet(results)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("nodes", "edges", "results"):
        parser.add_argument(name)
    given = parser.parse_args()

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("interurban").getOrCreate()
    # Connected components keep their steps there.
    spark.sparkContext.setCheckpointDir(f"{given.results}.checkpoints")
    analyse(spark, given.nodes, given.edges, given.results)
    spark.stop()


if __name__ == "__main__":
    main()
