// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QTest>
#include <QTranslator>

using namespace partway;

// Which language somebody sees, by the languages of their desktop.
class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator; // takes itself out of the application
    }

    void languages_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("paused");
        QTest::addColumn<QString>("parts");
        QTest::newRow("German") << "de_DE"
                                << "Angehalten"
                                << "2 Teile";
        QTest::newRow("Austrian") << "de_AT"
                                  << "Angehalten"
                                  << "2 Teile";
        QTest::newRow("English") << "en_US"
                                 << "Paused"
                                 << "2 parts";
        QTest::newRow("a language without a file") << "fr_FR"
                                                   << "Paused"
                                                   << "2 parts";
        QTest::newRow("C") << "C"
                           << "Paused"
                           << "2 parts";
    }
    void languages()
    {
        QFETCH(QString, locale);
        installTranslations(*QCoreApplication::instance(), QLocale(locale));
        QTEST(QCoreApplication::translate("TransferText", "Paused"), "paused");
        QTEST(QCoreApplication::translate("partway::PartMap", "%n part(s)", nullptr, 2), "parts");
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
