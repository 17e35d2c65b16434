// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/objectstore.h"

#include <QTimer>

namespace partway {

namespace {

Error unsupportedError()
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QStringLiteral("operation-unsupported");
    return error;
}

template <typename T>
ObjectStore::CallId unsupported(ObjectStore::Answer<T> answer)
{
    QTimer::singleShot(0, [answer = std::move(answer)] { answer(unsupportedError()); });
    return 0;
}

} // namespace

ObjectStore::CallId ObjectStore::copyObject(const CopyObjectInput&, Answer<CopyOutput> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::copyPart(const CopyPartInput&, Answer<CopyOutput> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::readRange(const ReadRangeInput&, Answer<QByteArray> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::objectAttributes(const ObjectAttributesInput&,
                                                  Answer<ObjectAttributes> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::objectTags(const QString&, const QByteArray&, const QString&,
                                            Answer<QMap<QString, QString>> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::deleteObject(const DeleteObjectInput&, Answer<DeleteObjectOutput> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::listVersions(const ListVersionsInput&, Answer<ListVersionsPage> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::bucketVersioning(const QString&, Answer<Versioning> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::getLifecycle(const QString&, Answer<LifecycleAnswer> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::putLifecycle(const PutLifecycleInput&, Answer<void> answer)
{
    return unsupported(std::move(answer));
}

ObjectStore::CallId ObjectStore::deleteLifecycle(const QString&, Answer<void> answer)
{
    return unsupported(std::move(answer));
}

Result<QByteArray> ObjectStore::presignedLink(const QString&, const QByteArray&, const QString&, int) const
{
    return unsupportedError();
}

} // namespace partway
