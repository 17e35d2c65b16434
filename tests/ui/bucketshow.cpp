// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the buckets page over the store of the environment (AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID,
// AWS_SECRET_ACCESS_KEY), to look at it. bucketshow [OPENED/PATH [ACTION]]
#include "translations/translations.h"
#include "ui/bucketsfixture.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

using namespace partway;

namespace {

// Opens the tree along the names, a step each time the store has answered.
void openAlong(BucketView* view, QModelIndex parent, QStringList names, const std::function<void()>& then)
{
    if (names.isEmpty()) {
        then();
        return;
    }
    for (int row = 0; row < view->model()->rowCount(parent); ++row) {
        const QModelIndex index = view->model()->index(row, 0, parent);
        if (index.data().toString() != names.first())
            continue;
        view->setCurrentIndex(index);
        view->expand(index);
        openAlong(view, index, names.mid(1), then);
        return;
    }
    QTimer::singleShot(200, view, [view, parent = QPersistentModelIndex(parent), names, then] {
        openAlong(view, parent, names, then);
    });
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    installTranslations(app);
    BucketsFixture fixture(qEnvironmentVariable("AWS_ENDPOINT_URL_S3"), qgetenv("AWS_ACCESS_KEY_ID"),
                           Secret(qgetenv("AWS_SECRET_ACCESS_KEY")));
    fixture.page->setWindowTitle(QStringLiteral("Buckets"));
    fixture.page->resize(1000, 600);
    fixture.page->show();
    const QString wanted = app.arguments().value(2);
    openAlong(fixture.page->findChild<BucketView*>(), {},
              app.arguments().value(1).split(u'/', Qt::SkipEmptyParts), [&fixture, wanted] {
                  for (QAction* action : fixture.page->findChildren<QAction*>()) {
                      if (!wanted.isEmpty() && action->text().remove(u'&').startsWith(wanted))
                          action->trigger();
                  }
              });
    return app.exec();
}
