# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store that takes everything and keeps nothing: for uploads that are larger than the disk.

It answers what a multipart upload asks, with true ETags, and checks no signature. Only for measuring.
"""

import hashlib
import http.server
import threading
import urllib.parse

BLOCK = 1 << 20
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{1}</{0}>'


class Upload:
    def __init__(self, headers):
        self.metadata = {name: value for name, value in headers.items() if name.lower().startswith("x-amz-meta-")}
        self.parts = {}  # number -> (size, MD5)

    def etag(self):
        digests = b"".join(digest for _, (_, digest) in sorted(self.parts.items()))
        return f'"{hashlib.md5(digests).hexdigest()}-{len(self.parts)}"'

    def size(self):
        return sum(size for size, _ in self.parts.values())


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def take_body(self):
        digest, left = hashlib.md5(), int(self.headers.get("Content-Length", 0))
        size = left
        while left:
            block = self.rfile.read(min(left, BLOCK))
            if not block:
                raise ConnectionError("the body ended early")
            digest.update(block)
            left -= len(block)
        return size, digest.digest()

    def answer(self, status, text="", **headers):
        body = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def asked(self):
        url = urllib.parse.urlsplit(self.path)
        return url.path, dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))

    def do_POST(self):
        path, query = self.asked()
        uploads, objects = self.server.uploads, self.server.objects
        if "uploads" in query:
            self.take_body()
            upload_id = f"upload-{len(uploads) + 1}"
            uploads[upload_id] = Upload(self.headers)
            self.answer(200, XML.format("InitiateMultipartUploadResult", f"<UploadId>{upload_id}</UploadId>"))
        elif "uploadId" in query:
            self.take_body()
            objects[path] = upload = uploads[query["uploadId"]]
            self.answer(200, XML.format("CompleteMultipartUploadResult", f"<ETag>{upload.etag()}</ETag>"))
        else:
            self.answer(501)

    def do_PUT(self):
        _, query = self.asked()
        size, digest = self.take_body()
        if "partNumber" in query:
            self.server.uploads[query["uploadId"]].parts[int(query["partNumber"])] = (size, digest)
        self.answer(200, ETag=f'"{digest.hex()}"')

    def do_HEAD(self):
        upload = self.server.objects.get(self.asked()[0])
        if upload is None:
            self.answer(404)
        else:
            names = {name.replace("-", "_"): value for name, value in upload.metadata.items()}
            self.answer(200, ETag=upload.etag(), Content_Length=str(upload.size()), **names)

    def do_GET(self):
        self.answer(200, XML.format("ListMultipartUploadsResult", "<IsTruncated>false</IsTruncated>"))

    def do_DELETE(self):
        self.server.objects.pop(self.asked()[0], None)
        self.answer(204)


class Sink:
    """Serves in threads of this process; looks like programs.Sandbox to the benchmark."""

    def __init__(self, store_type):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.uploads, self.server.objects = {}, {}
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.bucket = "sink"
        self.store = store_type({"ENDPOINT": f"http://127.0.0.1:{self.server.server_port}", "REGION": "us-east-1",
                                 "ACCESS_KEY": "SINK", "SECRET_KEY": "nobody-checks-it"})

    def stop(self):
        self.server.shutdown()
