# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A witness of its own: the few S3 requests that the store tests check results with, from Python's library alone."""

import datetime
import hashlib
import hmac
import http.client
import ssl
import urllib.parse
import xml.etree.ElementTree as ET

BLOCK = 1 << 20


class StoreError(Exception):
    def __init__(self, status, text):
        super().__init__(f"{status}: {text[:300]}")
        self.status = status


def read_lines(path):
    """The KEY=VALUE lines that a server prints when it is ready."""
    with open(path, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)


class Store:
    def __init__(self, lines, tls=False):
        self.endpoint = lines["ENDPOINT_TLS"] if tls and "ENDPOINT_TLS" in lines else lines["ENDPOINT"]
        self.region = lines["REGION"]
        self.access = lines["ACCESS_KEY"]
        self.secret = lines["SECRET_KEY"]
        self.ca_file = lines.get("CA_FILE", "")

    def environment(self):
        """What a client of this store finds in its environment."""
        found = {"AWS_ACCESS_KEY_ID": self.access, "AWS_SECRET_ACCESS_KEY": self.secret, "AWS_REGION": self.region}
        if self.endpoint.startswith("https:"):
            found["AWS_CA_BUNDLE"] = self.ca_file
        return found

    def request(self, method, path, query=(), body=b""):
        """Sends a signed request; the reply is not read yet."""
        url = urllib.parse.urlsplit(self.endpoint)
        if url.scheme == "https":
            context = ssl.create_default_context(cafile=self.ca_file or None)
            line = http.client.HTTPSConnection(url.hostname, url.port, context=context, timeout=300)
        else:
            line = http.client.HTTPConnection(url.hostname, url.port, timeout=300)
        text = "&".join(f"{_quote(k)}={_quote(v)}" for k, v in sorted(query))
        path = "/" + urllib.parse.quote(path, safe="/-_.~")
        headers = self._signed(method, url.netloc, path, text, body)
        line.request(method, path + ("?" + text if text else ""), body=body or None, headers=headers)
        reply = line.getresponse()
        if reply.status >= 300:
            raise StoreError(reply.status, reply.read().decode("utf-8", "replace"))
        return reply

    def _signed(self, method, host, path, query, body, more=None):
        """The headers to send; `more`: others, signed as well."""
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        scope = f"{now[:8]}/{self.region}/s3/aws4_request"
        digest = hashlib.sha256(body).hexdigest()
        headers = {**(more or {}), "Host": host, "x-amz-content-sha256": digest, "x-amz-date": now}
        lines = sorted(f"{name.lower()}:{value}" for name, value in headers.items())
        names = ";".join(line.split(":", 1)[0] for line in lines)
        canonical = "\n".join([method, path, query, *lines, "", names, digest])
        to_sign = "\n".join(["AWS4-HMAC-SHA256", now, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key = ("AWS4" + self.secret).encode()
        for word in scope.split("/"):
            key = hmac.new(key, word.encode(), hashlib.sha256).digest()
        signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
        return {**headers, "Authorization": f"AWS4-HMAC-SHA256 Credential={self.access}/{scope}, "
                                            f"SignedHeaders={names}, Signature={signature}"}

    # --- what the tests ask ---
    def make_bucket(self, bucket):
        try:
            self.request("PUT", bucket).read()
        except StoreError as error:
            if error.status != 409:
                raise

    def sha256(self, bucket, key):
        """Of the object's bytes as the store gives them back; None when there is no such object."""
        try:
            reply = self.request("GET", f"{bucket}/{key}")
        except StoreError as error:
            if error.status == 404:
                return None
            raise
        digest = hashlib.sha256()
        while block := reply.read(BLOCK):
            digest.update(block)
        return digest.hexdigest()

    def delete(self, bucket, key):
        self.request("DELETE", f"{bucket}/{key}").read()

    def uploads(self, bucket):
        """(key, upload id) of every incomplete upload of the bucket; the first thousand."""
        tree = ET.fromstring(self.request("GET", bucket, [("uploads", "")]).read())
        return [(_text(node, "Key"), _text(node, "UploadId")) for node in _all(tree, "Upload")]

    def parts(self, bucket, key, upload_id):
        """Part number -> size."""
        found, marker = {}, "0"
        while True:
            tree = ET.fromstring(self.request("GET", f"{bucket}/{key}", [
                ("uploadId", upload_id), ("part-number-marker", marker)]).read())
            found.update({int(_text(n, "PartNumber")): int(_text(n, "Size")) for n in _all(tree, "Part")})
            if _text(tree, "IsTruncated") != "true":
                return found
            marker = _text(tree, "NextPartNumberMarker")


def _quote(text):
    return urllib.parse.quote(str(text), safe="-_.~")


def _all(tree, name):
    return [node for node in tree.iter() if node.tag.rpartition("}")[2] == name]


def _text(tree, name):
    return next((node.text or "" for node in tree if node.tag.rpartition("}")[2] == name), "")


def file_sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
