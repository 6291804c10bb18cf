"""Sixty phones that open a page and send its form at the same time; prints how long the last of them took."""

import http.client
import json
import re
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

PHONES = 60
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def vote(host: str, path: str, begin: threading.Barrier) -> None:
    begin.wait()
    connection = http.client.HTTPConnection(host)
    connection.request("GET", path)
    page = connection.getresponse().read().decode()
    form = dict(re.findall(r'name="(device|question)" value="([^"]*)"', page))
    connection.request("POST", path, urlencode({**form, "option": "2"}), _FORM)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    connection.close()


def main() -> None:
    address = urlsplit(sys.argv[1])
    begin = threading.Barrier(PHONES + 1)
    with ThreadPoolExecutor(PHONES) as room:
        votes = [room.submit(vote, address.netloc, address.path, begin) for _ in range(PHONES)]
        begin.wait()
        begun = time.perf_counter()
        for one in votes:
            one.result()
    print(json.dumps({"seconds": time.perf_counter() - begun}))


if __name__ == "__main__":
    main()
