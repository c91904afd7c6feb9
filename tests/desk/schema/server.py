"""The YAML language server that editors use, spoken to over its protocol."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

Json = dict[str, Any]


class Server:
    """One server for one file; `with` starts and ends it."""

    def __init__(self, script: Path, file: Path) -> None:
        self.file, self.number = file, 0
        self.told: list[Json] = []
        self.process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        settings = {
            "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        }
        self.settings: Json = settings

    def __enter__(self) -> Self:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": _CAN})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": self.file.read_text()}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    @property
    def uri(self) -> str:
        return self.file.as_uri()

    def at(self, what: str, line: int, column: int) -> Any:
        """`completion` or `hover` at a place, counted from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": self.uri}, "position": place})

    def problems(self) -> list[Json]:
        """What it finds wrong in the file."""
        while True:
            for one in self.told:
                if one.get("method") == "textDocument/publishDiagnostics":
                    found: list[Json] = one["params"]["diagnostics"]
                    return found
            self.told.append(self.read())

    def ask(self, method: str, params: Json) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")
            self.told.append(message)

    def tell(self, method: str, params: Json) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: Json) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self) -> Json:
        """The next message; what the server asks is answered on the way."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: Json = json.loads(self.process.stdout.read(length))
        if "id" in message and "method" in message:
            items = message.get("params", {}).get("items", [])
            result = [self.settings.get(one.get("section")) for one in items] or None
            self.send({"id": message["id"], "result": result})
        return message


_CAN: Json = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}
