# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""boto3 against a store: parts by hand, every listing, checksums, ranges, presigned URLs, errors.

    boto3client.py ENDPOINT FOLDER     keys and region from the environment
"""

import base64
import hashlib
import os
import sys
import urllib.request
import ssl
import zlib

import boto3
import botocore
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT, FOLDER = sys.argv[1:3]
BUCKET = "sandbox"
PREFIX = "boto3/"
PART = 5 * 1024 * 1024


def expect(what, holds):
    if not holds:
        sys.exit(f"not so: {what}")


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def parts_by_hand(s3, data):
    key = PREFIX + "ü/a b+c&d.bin"
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key=key, Metadata={"note": "kept"}, StorageClass="STANDARD_IA",
                                        Tagging="one=1&two=2", ContentType="video/mp4", ChecksumAlgorithm="SHA256")
    place = {"Bucket": BUCKET, "Key": key, "UploadId": upload["UploadId"]}
    pieces = [data[i:i + PART] for i in range(0, len(data), PART)]
    parts = []
    for number, piece in enumerate(pieces, 1):
        checksum = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        sent = s3.upload_part(**place, PartNumber=number, Body=piece, ChecksumSHA256=checksum)
        expect("the part's ETag is its MD5", sent["ETag"].strip('"') == hashlib.md5(piece).hexdigest())
        parts.append({"PartNumber": number, "ETag": sent["ETag"], "ChecksumSHA256": checksum})
    pages = s3.get_paginator("list_parts").paginate(**place, PaginationConfig={"PageSize": 2})
    listed = [part for page in pages for part in page["Parts"]]
    expect("ListParts shows every part", [p["PartNumber"] for p in listed] == [p["PartNumber"] for p in parts])
    expect("ListParts shows sizes", [p["Size"] for p in listed] == [len(piece) for piece in pieces])
    shown = s3.list_multipart_uploads(Bucket=BUCKET, Prefix=PREFIX)["Uploads"]
    expect("ListMultipartUploads shows it", [u["UploadId"] for u in shown] == [upload["UploadId"]])
    done = s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})
    digests = b"".join(hashlib.md5(piece).digest() for piece in pieces)
    expect("ETag of the object", done["ETag"] == f'"{hashlib.md5(digests).hexdigest()}-{len(parts)}"')
    head = s3.head_object(Bucket=BUCKET, Key=key, ChecksumMode="ENABLED")
    composite = hashlib.sha256(b"".join(hashlib.sha256(piece).digest() for piece in pieces)).digest()
    expect("composite checksum", head["ChecksumSHA256"] == f"{base64.b64encode(composite).decode()}-{len(parts)}")
    expect("metadata", head["Metadata"] == {"note": "kept"} and head["ContentType"] == "video/mp4")
    expect("storage class", head["StorageClass"] == "STANDARD_IA")
    tags = s3.get_object_tagging(Bucket=BUCKET, Key=key)["TagSet"]
    expect("tags", tags == [{"Key": "one", "Value": "1"}, {"Key": "two", "Value": "2"}])
    expect("content", s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == data)
    ranged = s3.get_object(Bucket=BUCKET, Key=key, Range="bytes=100-199")["Body"].read()
    expect("a range", ranged == data[100:200])


def aborted(s3):
    place = {"Bucket": BUCKET, "Key": PREFIX + "aborted"}
    # Declared, since newer versions send a CRC32 with every part in any case.
    place["UploadId"] = s3.create_multipart_upload(**place, ChecksumAlgorithm="CRC32")["UploadId"]
    s3.upload_part(**place, PartNumber=1, Body=b"x", ChecksumAlgorithm="CRC32")
    s3.abort_multipart_upload(**place)
    expect("an aborted upload is gone", code_of(s3.list_parts, **place) == "NoSuchUpload")


def copied_in_parts(s3, data):
    source = {"Bucket": BUCKET, "Key": PREFIX + "source"}
    s3.put_object(**source, Body=data)
    place = {"Bucket": BUCKET, "Key": PREFIX + "copy"}
    place["UploadId"] = s3.create_multipart_upload(**place)["UploadId"]
    parts = []
    for number, first in enumerate(range(0, len(data), 2 * PART), 1):
        last = min(first + 2 * PART, len(data)) - 1
        part = s3.upload_part_copy(**place, PartNumber=number, CopySource=source, CopySourceRange=f"bytes={first}-{last}")
        parts.append({"PartNumber": number, "ETag": part["CopyPartResult"]["ETag"]})
    s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})
    expect("a copy in parts", s3.get_object(Bucket=BUCKET, Key=PREFIX + "copy")["Body"].read() == data)


def listed(s3):
    keys = sorted(PREFIX + f"list/{i % 7}/{name}" for i, name in enumerate(["a b", "ü", "+", "%41", "x&y", "<z>", "e", "f"]))
    for key in keys:
        s3.put_object(Bucket=BUCKET, Key=key, Body=b"")
    for version in ("list_objects_v2", "list_objects"):
        pages = s3.get_paginator(version).paginate(Bucket=BUCKET, Prefix=PREFIX + "list/", PaginationConfig={"PageSize": 3})
        found = [item["Key"] for page in pages for item in page["Contents"]]
        expect(version, found == sorted(keys, key=lambda key: key.encode()))
        pages = s3.get_paginator(version).paginate(Bucket=BUCKET, Prefix=PREFIX + "list/", Delimiter="/",
                                                   PaginationConfig={"PageSize": 2})
        folders = [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", [])]
        expect(version + " by folder", folders == [PREFIX + f"list/{i}/" for i in range(7)])
    s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": key} for key in keys]})
    expect("DeleteObjects", "Contents" not in s3.list_objects_v2(Bucket=BUCKET, Prefix=PREFIX + "list/"))


def presigned(s3, data):
    url = s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": PREFIX + "presigned"}, ExpiresIn=60)
    context = ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"])
    request = urllib.request.Request(url, data=data, method="PUT", headers={"Content-Type": ""})
    with urllib.request.urlopen(request, context=context) as reply:
        expect("a presigned PUT", reply.status == 200)
    url = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": PREFIX + "presigned"}, ExpiresIn=60)
    with urllib.request.urlopen(url, context=context) as reply:
        expect("a presigned GET", reply.read() == data)


def refused(s3):
    expect("NoSuchKey", code_of(s3.get_object, Bucket=BUCKET, Key="none") == "NoSuchKey")
    expect("NoSuchBucket", code_of(s3.list_objects_v2, Bucket="nobody-has-this") == "NoSuchBucket")
    expect("404 of HEAD", code_of(s3.head_object, Bucket=BUCKET, Key="none") == "404")
    wrong = base64.b64encode(zlib.crc32(b"other").to_bytes(4, "big")).decode()
    expect("BadDigest", code_of(s3.put_object, Bucket=BUCKET, Key="bad", Body=b"x", ChecksumCRC32=wrong) == "BadDigest")
    expect("no lifecycle is no listing",
           code_of(s3.get_bucket_lifecycle_configuration, Bucket=BUCKET) == "NoSuchLifecycleConfiguration")
    rule = {"ID": "r", "Status": "Enabled", "Filter": {"Prefix": "a/"}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 3}}
    s3.put_bucket_lifecycle_configuration(Bucket=BUCKET, LifecycleConfiguration={"Rules": [rule]})
    expect("a lifecycle rule is kept", s3.get_bucket_lifecycle_configuration(Bucket=BUCKET)["Rules"] == [rule])
    s3.delete_bucket_lifecycle(Bucket=BUCKET)
    expect("encryption is refused", code_of(s3.put_object, Bucket=BUCKET, Key="bad", Body=b"x",
                                            ServerSideEncryption="aws:kms") == "NotImplemented")


def buckets(s3):
    s3.create_bucket(Bucket="boto3-bucket")
    expect("BucketAlreadyOwnedByYou", code_of(s3.create_bucket, Bucket="boto3-bucket") == "BucketAlreadyOwnedByYou")
    expect("ListBuckets", "boto3-bucket" in [b["Name"] for b in s3.list_buckets()["Buckets"]])
    expect("GetBucketLocation", s3.get_bucket_location(Bucket="boto3-bucket")["LocationConstraint"] is None)
    s3.put_object(Bucket="boto3-bucket", Key="k", Body=b"")
    expect("BucketNotEmpty", code_of(s3.delete_bucket, Bucket="boto3-bucket") == "BucketNotEmpty")
    s3.delete_object(Bucket="boto3-bucket", Key="k")
    s3.delete_bucket(Bucket="boto3-bucket")


def main():
    with open(os.path.join(FOLDER, "large.bin"), "rb") as file:
        data = file.read()
    config = Config(signature_version="s3v4", s3={"addressing_style": "path"})
    s3 = boto3.client("s3", endpoint_url=ENDPOINT, config=config)
    parts_by_hand(s3, data)
    aborted(s3)
    copied_in_parts(s3, data)
    listed(s3)
    presigned(s3, b"by a link")
    refused(s3)
    buckets(s3)
    print(f"boto3 {boto3.__version__}, botocore {botocore.__version__}: all as expected")


main()
