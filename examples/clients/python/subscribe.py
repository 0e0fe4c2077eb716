"""Prints every solution that cities share, once and in order; also those that were shared while it was away."""
import json, os, random, sys, time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

URL = os.environ.get("INTERURBAN_URL", "http://127.0.0.1:4000/graphql")
TOKEN = os.environ.get("INTERURBAN_TOKEN")
FILE = sys.argv[1] if len(sys.argv) > 1 else "cursor.txt"
QUERY = """subscription ($after: String) {
  solutionShared(after: $after) { cursor solution { slug title city { name } } } }"""


def keep(cursor):
    """Remembers how far we are. The file always has one cursor, whenever the program ends."""
    with open(FILE + ".new", "w") as file:
        file.write(cursor)
    os.replace(FILE + ".new", FILE)


def blocks(stream):
    """The fields of each event; those without data tell where it begins, and how far the log has been looked through."""
    fields = {}
    for line in (raw.decode().rstrip("\n") for raw in stream):
        if line == "":
            yield fields
            fields = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")


def follow():
    cursor = open(FILE).read() if os.path.exists(FILE) else None
    body = json.dumps({"query": QUERY, "variables": {"after": cursor}}).encode()
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    headers |= {"Authorization": "Bearer " + TOKEN} if TOKEN else {}
    # The server says something more often than every minute: who hears nothing is no longer connected.
    with urlopen(Request(URL, body, headers), timeout=60) as stream:
        for event in blocks(stream):
            result = json.loads(event.get("data") or "{}")
            for error in result.get("errors", []):
                if error.get("extensions", {}).get("code") != "SLOW_CONSUMER":
                    sys.exit(error["message"])
            if result.get("data"):
                print(json.dumps(result["data"]["solutionShared"]["solution"], ensure_ascii=False), flush=True)
            if event.get("id"):
                keep(event["id"])


while True:
    try:
        follow()
    except (OSError, HTTPException) as error:
        if isinstance(error, HTTPError) and error.code in (400, 401):
            sys.exit(error.read().decode())
    time.sleep(random.uniform(0.5, 3))  # Not all at once, when a server comes back.
