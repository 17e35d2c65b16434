<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AccountCells</name>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Keine nötig</translation>
    </message>
    <message>
        <source>AWS profile</source>
        <translation>AWS-Profil</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Single sign-on</source>
        <translation>Single Sign-on</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>“Test connection” tries everything that uploads need.</source>
        <translation>„Verbindung testen“ probiert alles, was Uploads brauchen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1. Checksum: %2.</source>
        <translation>%1. Prüfsumme: %2.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Letzter Test</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>%1 (%2 unfinished)</source>
        <translation>%1 (%2 unfertig)</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
</context>
<context>
    <name>AllowedActions</name>
    <message>
        <source>On the server: %1. Here: %2.</source>
        <translation>Auf dem Server: %1. Hier: %2.</translation>
    </message>
    <message>
        <source>A program was still writing to this file.</source>
        <translation>Ein Programm schrieb noch in diese Datei.</translation>
    </message>
    <message>
        <source>Followed, it is sent as it grows, and completed when it is closed. Otherwise the transfer stops when the file changes.</source>
        <translation>Wird ihr gefolgt, wird sie gesendet, während sie wächst, und abgeschlossen, wenn sie geschlossen wird. Sonst hält die Übertragung an, wenn sich die Datei ändert.</translation>
    </message>
</context>
<context>
    <name>BucketsPage</name>
    <message>
        <source>Where new files are uploaded to</source>
        <translation>Wohin neue Dateien hochgeladen werden</translation>
    </message>
    <message>
        <source>&amp;Buckets</source>
        <translation>&amp;Buckets</translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message>
        <source>Begin an upload</source>
        <translation>Einen Upload beginnen</translation>
    </message>
    <message>
        <source>No file can be uploaded in parts.</source>
        <translation>Keine Datei lässt sich in Teilen hochladen.</translation>
    </message>
    <message>
        <source>Send a part</source>
        <translation>Einen Teil senden</translation>
    </message>
    <message>
        <source>Complete an upload</source>
        <translation>Einen Upload abschließen</translation>
    </message>
    <message>
        <source>No upload in parts can be finished.</source>
        <translation>Kein Upload in Teilen lässt sich beenden.</translation>
    </message>
    <message>
        <source>Store a small file</source>
        <translation>Eine kleine Datei speichern</translation>
    </message>
    <message>
        <source>Small and empty files cannot be uploaded.</source>
        <translation>Kleine und leere Dateien lassen sich nicht hochladen.</translation>
    </message>
    <message>
        <source>List the parts of an upload</source>
        <translation>Die Teile eines Uploads auflisten</translation>
    </message>
    <message>
        <source>Partway goes on from its own records alone; an upload of another program cannot be adopted.</source>
        <translation>Partway macht allein nach seinen eigenen Aufzeichnungen weiter; ein Upload eines anderen Programms lässt sich nicht übernehmen.</translation>
    </message>
    <message>
        <source>List incomplete uploads</source>
        <translation>Unvollständige Uploads auflisten</translation>
    </message>
    <message>
        <source>The page of incomplete uploads stays empty for this bucket.</source>
        <translation>Die Seite der unvollständigen Uploads bleibt für diesen Bucket leer.</translation>
    </message>
    <message>
        <source>Abort an upload</source>
        <translation>Einen Upload abbrechen</translation>
    </message>
    <message>
        <source>What an unfinished upload left cannot be deleted from here, and may cost money until a rule of the bucket does it.</source>
        <translation>Was ein nicht beendeter Upload hinterließ, lässt sich von hier aus nicht löschen und kann Geld kosten, bis eine Regel des Buckets es löscht.</translation>
    </message>
    <message>
        <source>Look at an object</source>
        <translation>Ein Objekt ansehen</translation>
    </message>
    <message>
        <source>When the answer to the end of an upload is lost, Partway cannot see whether it was done; and it cannot tell whether a name is taken.</source>
        <translation>Geht die Antwort auf das Ende eines Uploads verloren, kann Partway nicht sehen, ob er fertig wurde; auch nicht, ob ein Name vergeben ist.</translation>
    </message>
    <message>
        <source>Copy on the server</source>
        <translation>Auf dem Server kopieren</translation>
    </message>
    <message>
        <source>Objects cannot be copied without sending them again.</source>
        <translation>Objekte lassen sich nicht kopieren, ohne sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>Delete an object</source>
        <translation>Ein Objekt löschen</translation>
    </message>
    <message>
        <source>Uploads do not need it; the test could not take its object away.</source>
        <translation>Uploads brauchen es nicht; die Prüfung konnte ihr Objekt nicht wegräumen.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Geht.</translation>
    </message>
    <message>
        <source>The keys have no right to it%1.</source>
        <translation>Die Schlüssel haben kein Recht dazu%1.</translation>
    </message>
    <message>
        <source>The store does not have it%1.</source>
        <translation>Der Speicher kann das nicht%1.</translation>
    </message>
    <message>
        <source>The store says yes, but it makes no difference that can be seen.</source>
        <translation>Der Speicher sagt Ja, aber es ist kein Unterschied zu sehen.</translation>
    </message>
    <message>
        <source>Not tested: what it needs did not work.</source>
        <translation>Nicht geprüft: Was dafür nötig ist, ging nicht.</translation>
    </message>
    <message>
        <source>Checksum %1</source>
        <translation>Prüfsumme %1</translation>
    </message>
    <message>
        <source>The store checks it: a wrong one is refused.</source>
        <translation>Der Speicher prüft sie: Eine falsche wird abgelehnt.</translation>
    </message>
    <message>
        <source>The store ignores it: a wrong one is taken.</source>
        <translation>Der Speicher beachtet sie nicht: Eine falsche wird angenommen.</translation>
    </message>
    <message>
        <source>The store checks it on parts and fails at the end of the upload%1.</source>
        <translation>Der Speicher prüft sie bei Teilen und scheitert am Ende des Uploads%1.</translation>
    </message>
    <message>
        <source>The store refuses requests that carry it%1.</source>
        <translation>Der Speicher lehnt Anfragen ab, die sie enthalten%1.</translation>
    </message>
    <message>
        <source>The store calls the right one wrong%1.</source>
        <translation>Der Speicher nennt die richtige falsch%1.</translation>
    </message>
    <message>
        <source>Not tested.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>The system&apos;s settings name no proxy for it.</source>
        <translation>Die Systemeinstellungen nennen dafür keinen Proxy.</translation>
    </message>
    <message>
        <source>The account goes past any proxy.</source>
        <translation>Das Konto geht an jedem Proxy vorbei.</translation>
    </message>
    <message>
        <source>It is reached through the proxy %1, port %2.</source>
        <translation>Der Weg führt über den Proxy %1, Port %2.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>%1 is an address; no name had to be found.</source>
        <translation>%1 ist eine Adresse; kein Name musste gesucht werden.</translation>
    </message>
    <message>
        <source>The proxy finds the server&apos;s name.</source>
        <translation>Der Proxy findet den Namen des Servers.</translation>
    </message>
    <message>
        <source>%1, port %2, answered in %3 ms.</source>
        <translation>%1, Port %2, antwortete in %3 ms.</translation>
    </message>
    <message>
        <source>The certificate is good (%1, %2).</source>
        <translation>Das Zertifikat ist gut (%1, %2).</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Anybody on the way can read what is sent. Use an https endpoint if the store has one.</source>
        <translation>Unterwegs kann jeder lesen, was gesendet wird. Einen https-Endpunkt verwenden, wenn der Speicher einen hat.</translation>
    </message>
    <message>
        <source>It answers as an S3 store.</source>
        <translation>Er antwortet wie ein S3-Speicher.</translation>
    </message>
    <message>
        <source>The store accepts the keys.</source>
        <translation>Der Speicher nimmt die Schlüssel an.</translation>
    </message>
    <message>
        <source>This computer and the store agree on the time.</source>
        <translation>Dieser Rechner und der Speicher sind sich über die Zeit einig.</translation>
    </message>
    <message>
        <source>The store does not say what time it is.</source>
        <translation>Der Speicher sagt nicht, wie spät es ist.</translation>
    </message>
    <message>
        <source>The store accepts the region %1.</source>
        <translation>Der Speicher nimmt die Region %1 an.</translation>
    </message>
    <message>
        <source>The bucket is in %2, not in %1.</source>
        <translation>Der Bucket liegt in %2, nicht in %1.</translation>
    </message>
    <message>
        <source>Partway signs for the right one by itself and remembers it.</source>
        <translation>Partway signiert von selbst für die richtige und merkt sie sich.</translation>
    </message>
    <message>
        <source>There is a bucket %1.</source>
        <translation>Es gibt einen Bucket %1.</translation>
    </message>
    <message>
        <source>No bucket was named.</source>
        <translation>Es wurde kein Bucket genannt.</translation>
    </message>
    <message>
        <source>Name one to have rights, checksums and conditions tested, too.</source>
        <translation>Einen nennen, damit auch Rechte, Prüfsummen und Bedingungen geprüft werden.</translation>
    </message>
    <message>
        <source>There is no bucket %1.</source>
        <translation>Es gibt keinen Bucket %1.</translation>
    </message>
    <message>
        <source>Check its name and the region, or create it.</source>
        <translation>Seinen Namen und die Region prüfen, oder ihn anlegen.</translation>
    </message>
    <message>
        <source>The bucket&apos;s name may stand in the path and in the host name.</source>
        <translation>Der Name des Buckets darf im Pfad und im Rechnernamen stehen.</translation>
    </message>
    <message>
        <source>Not tested: no object could be stored.</source>
        <translation>Nicht geprüft: Es ließ sich kein Objekt speichern.</translation>
    </message>
    <message>
        <source>The store refuses to replace an object when it is asked not to.</source>
        <translation>Der Speicher lehnt es wie verlangt ab, ein Objekt zu ersetzen.</translation>
    </message>
    <message>
        <source>The store replaced an object although it was asked not to, and said nothing.</source>
        <translation>Der Speicher hat ein Objekt ersetzt, obwohl er es nicht sollte, und nichts gesagt.</translation>
    </message>
    <message>
        <source>Partway does not rely on it: “refuse on the server” is not offered for small files here.</source>
        <translation>Partway verlässt sich nicht darauf: „Auf dem Server abweisen“ wird hier für kleine Dateien nicht angeboten.</translation>
    </message>
    <message>
        <source>The store does not know how to refuse replacing an object.</source>
        <translation>Der Speicher kann das Ersetzen eines Objekts nicht ablehnen.</translation>
    </message>
    <message>
        <source>Partway looks first whether the object is there, which somebody else may outrun.</source>
        <translation>Partway sieht zuerst nach, ob das Objekt da ist; jemand anders kann dem zuvorkommen.</translation>
    </message>
    <message>
        <source>Completing an upload replaced the object although it was asked not to.</source>
        <translation>Das Abschließen eines Uploads hat das Objekt ersetzt, obwohl es das nicht sollte.</translation>
    </message>
    <message>
        <source>Partway does not rely on it: “refuse on the server” is not offered here.</source>
        <translation>Partway verlässt sich nicht darauf: „Auf dem Server abweisen“ wird hier nicht angeboten.</translation>
    </message>
    <message>
        <source>Completing an upload cannot be made to depend on it.</source>
        <translation>Das Abschließen eines Uploads lässt sich nicht davon abhängig machen.</translation>
    </message>
    <message>
        <source>Everything that the test made was taken away.</source>
        <translation>Alles, was die Prüfung angelegt hat, wurde weggeräumt.</translation>
    </message>
    <message>
        <source>Something of the test is left on the store at %1.</source>
        <translation>Etwas von der Prüfung liegt noch im Speicher unter %1.</translation>
    </message>
    <message>
        <source>It is a few bytes; the keys may not delete it. You may.</source>
        <translation>Es sind nur wenige Bytes; diese Schlüssel dürfen sie nicht löschen. Von Hand dürfen sie gelöscht werden.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Server&apos;s name</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Addressing</source>
        <translation>Adressierung</translation>
    </message>
    <message>
        <source>Refuse to replace</source>
        <translation>Ersetzen ablehnen</translation>
    </message>
    <message>
        <source>Refuse to replace, in parts</source>
        <translation>Ersetzen ablehnen, in Teilen</translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 minutes behind the store&apos;s.</source>
        <translation>Die Uhr dieses Rechners geht %1 Minuten gegenüber der des Speichers nach.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 minutes ahead of the store&apos;s.</source>
        <translation>Die Uhr dieses Rechners geht %1 Minuten gegenüber der des Speichers vor.</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>cannot be with this endpoint</source>
        <translation>ist mit diesem Endpunkt nicht möglich</translation>
    </message>
    <message>
        <source>could not be seen</source>
        <translation>war nicht zu sehen</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>geht nicht</translation>
    </message>
    <message>
        <source>The bucket&apos;s name in the path: %1. In the host name: %2.</source>
        <translation>Der Name des Buckets im Pfad: %1. Im Rechnernamen: %2.</translation>
    </message>
    <message>
        <source>The account is set to the other way. Partway remembers what works.</source>
        <translation>Das Konto ist auf die andere Art eingestellt. Partway merkt sich, was geht.</translation>
    </message>
    <message>
        <source>Partway signs with the store&apos;s time. Set the clock all the same.</source>
        <translation>Partway signiert mit der Zeit des Speichers. Die Uhr trotzdem stellen.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid %3 to %4</source>
        <translation>%1, ausgestellt von %2, gültig von %3 bis %4</translation>
    </message>
    <message>
        <source>  for %1</source>
        <translation>  für %1</translation>
    </message>
    <message>
        <source>  SHA-256 %1</source>
        <translation>  SHA-256 %1</translation>
    </message>
    <message>
        <source>Uploads do not work like this.</source>
        <translation>So funktionieren Uploads nicht.</translation>
    </message>
    <message>
        <source>Uploads work; something is to be known.</source>
        <translation>Uploads funktionieren; etwas ist zu beachten.</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>Alles ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>Not tested: the object could not be deleted again through this server.</source>
        <translation>Nicht geprüft: Das Objekt ließe sich über diesen Server nicht wieder löschen.</translation>
    </message>
    <message>
        <source>It answers as a Companion server.</source>
        <translation>Er antwortet als Companion-Server.</translation>
    </message>
    <message>
        <source>What its store checks and keeps is between the two: region, checksums and conditions cannot be tested from here.</source>
        <translation>Was sein Speicher prüft und behält, ist eine Sache zwischen den beiden: Region, Prüfsummen und Bedingungen lassen sich von hier aus nicht prüfen.</translation>
    </message>
    <message>
        <source>The server lets this computer in.</source>
        <translation>Der Server lässt diesen Rechner ein.</translation>
    </message>
    <message>
        <source>Completing an upload leaves an object alone when it is asked not to replace it.</source>
        <translation>Beim Abschluss eines Uploads bleibt ein Objekt stehen, wenn darum gebeten wird, es nicht zu ersetzen.</translation>
    </message>
    <message>
        <source>What was tested is as it should be. Whether uploads work was not: no bucket was named.</source>
        <translation>Was geprüft wurde, ist, wie es sein soll. Ob Uploads gelingen, wurde nicht geprüft: Es war kein Bucket genannt.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The account of this transfer no longer exists.</source>
        <translation>Das Konto dieser Übertragung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Es gibt kein Konto „%1“.</translation>
    </message>
    <message>
        <source>Add the account again, or remove the transfer from the list.</source>
        <translation>Das Konto wieder anlegen oder die Übertragung aus der Liste nehmen.</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>Das Konto braucht einen Namen.</translation>
    </message>
    <message>
        <source>The account needs an access key.</source>
        <translation>Das Konto braucht einen Zugriffsschlüssel.</translation>
    </message>
    <message>
        <source>Your store shows it together with the secret key when you make one.</source>
        <translation>Der Speicher zeigt ihn zusammen mit dem geheimen Schlüssel, wenn man einen anlegt.</translation>
    </message>
    <message>
        <source>The account needs an endpoint.</source>
        <translation>Das Konto braucht einen Endpunkt.</translation>
    </message>
    <message>
        <source>That is the address of the store, such as https://s3.example.com.</source>
        <translation>Das ist die Adresse des Speichers, zum Beispiel https://s3.example.com.</translation>
    </message>
    <message>
        <source>The endpoint must begin with https:// or http://.</source>
        <translation>Der Endpunkt muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>The endpoint is not a valid address.</source>
        <translation>Der Endpunkt ist keine gültige Adresse.</translation>
    </message>
    <message>
        <source>“%1” is not a valid address of a store.</source>
        <translation>„%1“ ist keine gültige Adresse eines Speichers.</translation>
    </message>
    <message>
        <source>It should look like https://s3.example.com:9000, without a bucket or a question mark.</source>
        <translation>Sie sollte aussehen wie https://s3.example.com:9000, ohne Bucket und ohne Fragezeichen.</translation>
    </message>
    <message>
        <source>The file with the account&apos;s authority cannot be read.</source>
        <translation>Die Datei mit der Zertifizierungsstelle des Kontos ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The CA file “%1” cannot be read.</source>
        <translation>Die CA-Datei „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It must exist and hold certificates in PEM form. Choose it again.</source>
        <translation>Es muss sie geben, und sie muss Zertifikate im PEM-Format enthalten. Bitte neu wählen.</translation>
    </message>
    <message>
        <source>The destination needs a bucket.</source>
        <translation>Das Ziel braucht einen Bucket.</translation>
    </message>
    <message>
        <source>Write it as bucket/prefix, such as media/raw/2026.</source>
        <translation>Schreibweise: Bucket/Präfix, zum Beispiel media/raw/2026.</translation>
    </message>
    <message>
        <source>The destination is not a place in an S3 store.</source>
        <translation>Das Ziel ist kein Ort in einem S3-Speicher.</translation>
    </message>
    <message>
        <source>“%1” is not a place in an S3 store.</source>
        <translation>„%1“ ist kein Ort in einem S3-Speicher.</translation>
    </message>
    <message>
        <source>Write it as s3://bucket/prefix or bucket/prefix.</source>
        <translation>Schreibweise: s3://Bucket/Präfix oder Bucket/Präfix.</translation>
    </message>
    <message>
        <source>This cannot be the name of a bucket.</source>
        <translation>So kann kein Bucket heißen.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a bucket.</source>
        <translation>„%1“ kann kein Bucket heißen.</translation>
    </message>
    <message>
        <source>Names of buckets have letters, digits, dots and dashes, at least three.</source>
        <translation>Namen von Buckets bestehen aus mindestens drei Buchstaben, Ziffern, Punkten und Bindestrichen.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Partway could use.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund, den Partway nutzen könnte.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or keep the secret key for this session only.</source>
        <translation>GNOME Keyring oder KWallet starten, oder den geheimen Schlüssel nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain did not give the account&apos;s secret key.</source>
        <translation>Der Schlüsselbund gab den geheimen Schlüssel des Kontos nicht heraus.</translation>
    </message>
    <message>
        <source>It may still be locked, or the entry was deleted. Unlock it and retry, or enter the secret key again.</source>
        <translation>Vielleicht ist er noch gesperrt, oder der Eintrag wurde gelöscht. Entsperren und erneut versuchen, oder den geheimen Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and retry.</source>
        <translation>Entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It may be asking for its password in another window. Answer it and retry.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach seinem Passwort. Dort antworten und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain did not work.</source>
        <translation>Der Schlüsselbund funktionierte nicht.</translation>
    </message>
    <message>
        <source>Retry, or keep the secret key for this session only.</source>
        <translation>Erneut versuchen, oder den geheimen Schlüssel nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>There are no keys in the environment.</source>
        <translation>In der Umgebung sind keine Schlüssel.</translation>
    </message>
    <message>
        <source>Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose an account that has its own keys.</source>
        <translation>AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY setzen, oder ein Konto mit eigenen Schlüsseln wählen.</translation>
    </message>
    <message>
        <source>The account&apos;s secret key was kept for one session only.</source>
        <translation>Der geheime Schlüssel des Kontos wurde nur für eine Sitzung behalten.</translation>
    </message>
    <message>
        <source>Enter the secret key again to go on.</source>
        <translation>Den geheimen Schlüssel neu eingeben, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The server could not be reached or had trouble.</source>
        <translation>Der Server war nicht erreichbar oder hatte ein Problem.</translation>
    </message>
    <message>
        <source>The server asks us to slow down.</source>
        <translation>Der Server bittet darum, langsamer zu senden.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong.</source>
        <translation>Die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The bucket is in another region than the account says.</source>
        <translation>Der Bucket liegt in einer anderen Region, als das Konto sagt.</translation>
    </message>
    <message>
        <source>The server does not accept the sign-in.</source>
        <translation>Der Server nimmt die Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The server does not have what was asked for.</source>
        <translation>Der Server hat nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>The object exists or changed meanwhile.</source>
        <translation>Das Objekt gibt es schon, oder es hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>A file on this computer cannot be used.</source>
        <translation>Eine Datei auf diesem Rechner lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Etwas ging schief, das nicht schiefgehen sollte.</translation>
    </message>
    <message>
        <source>Partway tries again by itself.</source>
        <translation>Partway versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Partway sends fewer parts at once and goes on by itself.</source>
        <translation>Partway sendet weniger Teile gleichzeitig und macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Set it right and retry.</source>
        <translation>Richtig stellen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the region and the endpoint of the account.</source>
        <translation>Region und Endpunkt des Kontos prüfen.</translation>
    </message>
    <message>
        <source>Check the access key and the secret key of the account.</source>
        <translation>Zugriffsschlüssel und geheimen Schlüssel des Kontos prüfen.</translation>
    </message>
    <message>
        <source>You may lack a right, or the store lacks a feature.</source>
        <translation>Vielleicht fehlt ein Recht, oder dem Speicher fehlt eine Fähigkeit.</translation>
    </message>
    <message>
        <source>Check the bucket and the account.</source>
        <translation>Bucket und Konto prüfen.</translation>
    </message>
    <message>
        <source>Someone else writes to the same place. Retry, or choose another one.</source>
        <translation>Jemand anders schreibt an dieselbe Stelle. Erneut versuchen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>Check the file and its permissions, then retry.</source>
        <translation>Die Datei und ihre Rechte prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server may not be an S3 store, or Partway made a mistake. Retry; if it stays, please report it.</source>
        <translation>Vielleicht ist der Server kein S3-Speicher, oder Partway hat einen Fehler. Erneut versuchen; wenn es so bleibt, bitte melden.</translation>
    </message>
    <message>
        <source>The server said: “%1” (%2).</source>
        <translation>Der Server sagte: „%1“ (%2).</translation>
    </message>
    <message>
        <source>The server said: “%1”.</source>
        <translation>Der Server sagte: „%1“.</translation>
    </message>
    <message>
        <source>The server said: %1.</source>
        <translation>Der Server sagte: %1.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>Der Server antwortete mit Status %1.</translation>
    </message>
    <message>
        <source>In detail: %1</source>
        <translation>Genauer: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>Die Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its drive is not connected. Put it back and retry.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Laufwerk ist nicht verbunden. Zurücklegen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>You may lack the right to read it, or its drive has a fault. Check its permissions.</source>
        <translation>Vielleicht fehlt das Leserecht, oder das Laufwerk hat einen Fehler. Die Rechte prüfen.</translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Devices, sockets and pipes cannot be uploaded.</source>
        <translation>Geräte, Sockets und Pipes lassen sich nicht hochladen.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>„%1“ ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>Something else took the place of the file. Add the folder anew.</source>
        <translation>Etwas anderes ist an die Stelle der Datei getreten. Den Ordner neu hinzufügen.</translation>
    </message>
    <message>
        <source>The file changed while it was being uploaded.</source>
        <translation>Die Datei hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>“%1” changed while it was being uploaded.</source>
        <translation>„%1“ hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>The file became shorter while it was being read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>“%1” became shorter while it was being read.</source>
        <translation>„%1“ wurde kürzer, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>The file is too large for this store.</source>
        <translation>Die Datei ist zu groß für diesen Speicher.</translation>
    </message>
    <message>
        <source>“%1” is too large for this store.</source>
        <translation>„%1“ ist zu groß für diesen Speicher.</translation>
    </message>
    <message>
        <source>The store limits the size of an object and the number of its parts. Nothing was sent.</source>
        <translation>Der Speicher begrenzt die Größe eines Objekts und die Zahl seiner Teile. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The part size is too small for this file.</source>
        <translation>Die Teilgröße ist zu klein für diese Datei.</translation>
    </message>
    <message>
        <source>The store takes a limited number of parts, each of a least size. Choose a larger part size or leave it automatic.</source>
        <translation>Der Speicher nimmt nur eine begrenzte Zahl von Teilen, jedes mit einer Mindestgröße. Größere Teile wählen oder die Größe automatisch lassen.</translation>
    </message>
    <message>
        <source>The part size is larger than the store takes.</source>
        <translation>Die Teilgröße ist größer, als der Speicher annimmt.</translation>
    </message>
    <message>
        <source>Choose a smaller part size or leave it automatic.</source>
        <translation>Kleinere Teile wählen oder die Größe automatisch lassen.</translation>
    </message>
    <message>
        <source>The folder cannot be read.</source>
        <translation>Der Ordner ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read.</source>
        <translation>Der Ordner „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>You may lack the right to open it. Its files were left out.</source>
        <translation>Vielleicht fehlt das Recht, ihn zu öffnen. Seine Dateien wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A link was left out.</source>
        <translation>Eine Verknüpfung wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“%1” is a link and was left out.</source>
        <translation>„%1“ ist eine Verknüpfung und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Links are followed only when you ask for it.</source>
        <translation>Verknüpfungen wird nur auf Wunsch gefolgt.</translation>
    </message>
    <message>
        <source>A link leads nowhere.</source>
        <translation>Eine Verknüpfung führt ins Leere.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads nowhere.</source>
        <translation>„%1“ ist eine Verknüpfung, die ins Leere führt.</translation>
    </message>
    <message>
        <source>The file that it points to was moved or deleted.</source>
        <translation>Die Datei, auf die sie zeigt, wurde verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>A link leads back to a folder above it.</source>
        <translation>Eine Verknüpfung führt in einen Ordner über ihr zurück.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads back to a folder above it.</source>
        <translation>„%1“ ist eine Verknüpfung, die in einen Ordner über ihr zurückführt.</translation>
    </message>
    <message>
        <source>Following it would never end, so it was left out.</source>
        <translation>Ihr zu folgen nähme kein Ende, darum wurde sie ausgelassen.</translation>
    </message>
    <message>
        <source>The name of a file is not valid text.</source>
        <translation>Der Name einer Datei ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>The name of “%1” is not valid text.</source>
        <translation>Der Name von „%1“ ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>Its letters are not in UTF-8, so it cannot be the name of an object. Rename the file.</source>
        <translation>Seine Zeichen sind nicht in UTF-8, darum kann kein Objekt so heißen. Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>Only files on this computer can be uploaded.</source>
        <translation>Nur Dateien auf diesem Rechner lassen sich hochladen.</translation>
    </message>
    <message>
        <source>“%1” is not on this computer.</source>
        <translation>„%1“ liegt nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Save it to a folder first and add it from there.</source>
        <translation>Zuerst in einem Ordner speichern und von dort hinzufügen.</translation>
    </message>
    <message>
        <source>The name of the object cannot be sent.</source>
        <translation>Der Name des Objekts lässt sich nicht senden.</translation>
    </message>
    <message>
        <source>The name “%1” cannot be sent.</source>
        <translation>Der Name „%1“ lässt sich nicht senden.</translation>
    </message>
    <message>
        <source>It contains a folder named “.” or “..”. Choose another prefix or rename it.</source>
        <translation>Er enthält einen Ordner namens „.“ oder „..“. Ein anderes Präfix wählen oder umbenennen.</translation>
    </message>
    <message>
        <source>The name of the object is too long.</source>
        <translation>Der Name des Objekts ist zu lang.</translation>
    </message>
    <message>
        <source>The name “%1” is too long.</source>
        <translation>Der Name „%1“ ist zu lang.</translation>
    </message>
    <message>
        <source>Stores take at most 1,024 bytes. Choose a shorter prefix or rename the file.</source>
        <translation>Speicher nehmen höchstens 1.024 Byte. Ein kürzeres Präfix wählen oder die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The list of transfers is damaged and cannot be read.</source>
        <translation>Die Liste der Übertragungen ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The list of transfers in “%1” is damaged and cannot be read.</source>
        <translation>Die Liste der Übertragungen in „%1“ ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The damaged file was moved aside. Parts that are stored on the server stay there until they are aborted, but files that were not finished have to be added again.</source>
        <translation>Die beschädigte Datei wurde beiseitegelegt. Teile auf dem Server bleiben dort, bis sie abgebrochen werden; was nicht fertig war, muss aber wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The list of transfers was written by a later Partway.</source>
        <translation>Die Liste der Übertragungen stammt von einem neueren Partway.</translation>
    </message>
    <message>
        <source>The list of transfers in “%1” was written by a later Partway.</source>
        <translation>Die Liste der Übertragungen in „%1“ stammt von einem neueren Partway.</translation>
    </message>
    <message>
        <source>Install the latest version to open it. Nothing was changed.</source>
        <translation>Zum Öffnen die neueste Version installieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The list of transfers cannot be written.</source>
        <translation>Die Liste der Übertragungen lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The list of transfers in “%1” cannot be written.</source>
        <translation>Die Liste der Übertragungen in „%1“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The folder or its file is read-only. Without it Partway could not go on after a crash, so nothing is sent.</source>
        <translation>Der Ordner oder die Datei darin ist schreibgeschützt. Ohne sie könnte Partway nach einem Absturz nicht weitermachen, darum wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The disk with the list of transfers is full.</source>
        <translation>Der Datenträger mit der Liste der Übertragungen ist voll.</translation>
    </message>
    <message>
        <source>The disk with “%1” is full.</source>
        <translation>Der Datenträger mit „%1“ ist voll.</translation>
    </message>
    <message>
        <source>Free some space. Nothing that is stored on the server is lost.</source>
        <translation>Platz schaffen. Nichts, was auf dem Server gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>The list of transfers cannot be opened or written.</source>
        <translation>Die Liste der Übertragungen lässt sich nicht öffnen oder schreiben.</translation>
    </message>
    <message>
        <source>The list of transfers in “%1” cannot be opened or written.</source>
        <translation>Die Liste der Übertragungen in „%1“ lässt sich nicht öffnen oder schreiben.</translation>
    </message>
    <message>
        <source>Check the folder and the disk. Nothing that is stored on the server is lost.</source>
        <translation>Ordner und Datenträger prüfen. Nichts, was auf dem Server gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>The receipt could not be written.</source>
        <translation>Die Quittung ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The receipt “%1” could not be written.</source>
        <translation>Die Quittung „%1“ ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The object itself is complete. Check the disk and the folder.</source>
        <translation>Das Objekt selbst ist vollständig. Datenträger und Ordner prüfen.</translation>
    </message>
    <message>
        <source>The list of accounts is damaged and cannot be read.</source>
        <translation>Die Liste der Konten ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The list of accounts “%1” is damaged and cannot be read.</source>
        <translation>Die Liste der Konten „%1“ ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The damaged file was kept aside. Add your accounts again.</source>
        <translation>Die beschädigte Datei wurde beiseitegelegt. Die Konten neu anlegen.</translation>
    </message>
    <message>
        <source>The list of accounts was written by a later Partway.</source>
        <translation>Die Liste der Konten stammt von einem neueren Partway.</translation>
    </message>
    <message>
        <source>The list of accounts “%1” was written by a later Partway.</source>
        <translation>Die Liste der Konten „%1“ stammt von einem neueren Partway.</translation>
    </message>
    <message>
        <source>Install the latest version to use it. Nothing was changed.</source>
        <translation>Zum Verwenden die neueste Version installieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The account could not be saved.</source>
        <translation>Das Konto ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>The list of accounts “%1” could not be saved.</source>
        <translation>Die Liste der Konten „%1“ ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>The settings folder is read-only or its disk is full.</source>
        <translation>Der Ordner der Einstellungen ist schreibgeschützt, oder sein Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The list of accounts cannot be read.</source>
        <translation>Die Liste der Konten ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The list of accounts “%1” cannot be read.</source>
        <translation>Die Liste der Konten „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check the permissions of the settings folder.</source>
        <translation>Die Rechte des Ordners der Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s name cannot be found.</source>
        <translation>Der Name des Servers ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The server “%1” cannot be found.</source>
        <translation>Der Server „%1“ ist nicht zu finden.</translation>
    </message>
    <message>
        <source>You may be offline, or the endpoint of the account is misspelt.</source>
        <translation>Vielleicht besteht keine Verbindung, oder der Endpunkt des Kontos ist falsch geschrieben.</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Der Server lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>“%1” refuses the connection.</source>
        <translation>„%1“ lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>It may not be running, or the port in the account&apos;s endpoint is not the right one.</source>
        <translation>Vielleicht läuft er nicht, oder der Port im Endpunkt des Kontos ist nicht der richtige.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>Partway goes on by itself as soon as the server can be reached.</source>
        <translation>Partway macht von selbst weiter, sobald der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Es gibt kein Netz.</translation>
    </message>
    <message>
        <source>Partway goes on by itself as soon as there is one.</source>
        <translation>Partway macht von selbst weiter, sobald es eines gibt.</translation>
    </message>
    <message>
        <source>Nothing moved for a minute, so the request was cut.</source>
        <translation>Eine Minute lang kam nichts voran, darum wurde die Anfrage abgeschnitten.</translation>
    </message>
    <message>
        <source>The line is very slow or broken. Partway tries again by itself.</source>
        <translation>Die Leitung ist sehr langsam oder gestört. Partway versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>Es kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made.</source>
        <translation>Es kam keine sichere Verbindung zu „%1“ zustande.</translation>
    </message>
    <message>
        <source>The endpoint may not speak TLS at this port, or something in between disturbs it.</source>
        <translation>Vielleicht spricht der Endpunkt an diesem Port kein TLS, oder etwas dazwischen stört.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the server.</source>
        <translation>Niemand, dem dieser Rechner vertraut, bürgt für den Server.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for “%1”.</source>
        <translation>Niemand, dem dieser Rechner vertraut, bürgt für „%1“.</translation>
    </message>
    <message>
        <source>If the server has a certificate of your own organisation, choose its CA file in the account. Otherwise do not trust this network.</source>
        <translation>Hat der Server ein Zertifikat der eigenen Organisation, im Konto deren CA-Datei wählen. Sonst diesem Netz nicht trauen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid at this time.</source>
        <translation>Das Zertifikat des Servers gilt zurzeit nicht.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid at this time.</source>
        <translation>Das Zertifikat von „%1“ gilt zurzeit nicht.</translation>
    </message>
    <message>
        <source>It has expired, or the clock of this computer is wrong.</source>
        <translation>Es ist abgelaufen, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>The certificate that “%1” shows is for another name.</source>
        <translation>Das Zertifikat, das „%1“ zeigt, gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Check the endpoint; a bucket name with dots needs path addressing. Otherwise do not trust this network.</source>
        <translation>Den Endpunkt prüfen; ein Bucket-Name mit Punkten braucht Pfad-Adressierung. Sonst diesem Netz nicht trauen.</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in.</source>
        <translation>Der Proxy verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Check the name and password of the proxy in your system&apos;s settings.</source>
        <translation>Name und Passwort des Proxys in den Systemeinstellungen prüfen.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>Der Proxy ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the proxy in your system&apos;s network settings.</source>
        <translation>Den Proxy in den Netzwerkeinstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is far too long.</source>
        <translation>Die Antwort des Servers ist viel zu lang.</translation>
    </message>
    <message>
        <source>This is probably not an S3 store. Check the endpoint of the account.</source>
        <translation>Das ist wahrscheinlich kein S3-Speicher. Den Endpunkt des Kontos prüfen.</translation>
    </message>
    <message>
        <source>The server does not answer like an S3 store.</source>
        <translation>Der Server antwortet nicht wie ein S3-Speicher.</translation>
    </message>
    <message>
        <source>The server has trouble of its own.</source>
        <translation>Der Server hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>The server waited too long for the next bytes.</source>
        <translation>Der Server hat zu lange auf die nächsten Bytes gewartet.</translation>
    </message>
    <message>
        <source>The line is too slow for so many parts at once. Partway tries with fewer.</source>
        <translation>Die Leitung ist zu langsam für so viele Teile gleichzeitig. Partway versucht es mit weniger.</translation>
    </message>
    <message>
        <source>What arrived on the server is not what was sent.</source>
        <translation>Was auf dem Server ankam, ist nicht, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Data was damaged on the way, or the file changed while it was being read. Retry sends those parts again.</source>
        <translation>Daten wurden unterwegs beschädigt, oder die Datei änderte sich beim Lesen. Ein neuer Versuch sendet diese Teile noch einmal.</translation>
    </message>
    <message>
        <source>The server accepts a difference of 15 minutes. Partway allows for it; better set the clock.</source>
        <translation>Der Server duldet 15 Minuten Abweichung. Partway gleicht sie aus; besser die Uhr stellen.</translation>
    </message>
    <message>
        <source>The sign-in has expired.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in again; the transfer goes on from what is stored.</source>
        <translation>Neu anmelden; die Übertragung macht mit dem Gespeicherten weiter.</translation>
    </message>
    <message>
        <source>The server does not accept the signature.</source>
        <translation>Der Server nimmt die Signatur nicht an.</translation>
    </message>
    <message>
        <source>The secret key of the account is most likely wrong. Enter it again.</source>
        <translation>Der geheime Schlüssel des Kontos ist höchstwahrscheinlich falsch. Neu eingeben.</translation>
    </message>
    <message>
        <source>The server does not know the access key.</source>
        <translation>Der Server kennt den Zugriffsschlüssel nicht.</translation>
    </message>
    <message>
        <source>It is misspelt, was deleted, or belongs to another store. Check the account.</source>
        <translation>Er ist falsch geschrieben, wurde gelöscht oder gehört zu einem anderen Speicher. Das Konto prüfen.</translation>
    </message>
    <message>
        <source>The store has closed this account.</source>
        <translation>Der Speicher hat dieses Konto geschlossen.</translation>
    </message>
    <message>
        <source>Ask the provider; often a payment or a confirmation is missing.</source>
        <translation>Beim Anbieter nachfragen; oft fehlt eine Zahlung oder eine Bestätigung.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>Der Server erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The server does not allow this for “%1”.</source>
        <translation>Der Server erlaubt das für „%1“ nicht.</translation>
    </message>
    <message>
        <source>Uploading needs the right s3:PutObject for this bucket and prefix; aborting and resuming also s3:AbortMultipartUpload and s3:ListMultipartUploadParts. The bucket&apos;s name may be wrong, too.</source>
        <translation>Hochladen braucht das Recht s3:PutObject für diesen Bucket und dieses Präfix, Abbrechen und Fortsetzen auch s3:AbortMultipartUpload und s3:ListMultipartUploadParts. Auch der Name des Buckets kann falsch sein.</translation>
    </message>
    <message>
        <source>The bucket does not exist.</source>
        <translation>Den Bucket gibt es nicht.</translation>
    </message>
    <message>
        <source>The bucket of “%1” does not exist.</source>
        <translation>Den Bucket von „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Check its spelling and the account, or create it on the store.</source>
        <translation>Schreibweise und Konto prüfen, oder den Bucket im Speicher anlegen.</translation>
    </message>
    <message>
        <source>The bucket&apos;s name is not valid.</source>
        <translation>Der Name des Buckets ist ungültig.</translation>
    </message>
    <message>
        <source>Names have 3 to 63 lower-case letters, digits and dashes. Check the destination.</source>
        <translation>Namen haben 3 bis 63 Kleinbuchstaben, Ziffern und Bindestriche. Das Ziel prüfen.</translation>
    </message>
    <message>
        <source>The upload is no longer on the server.</source>
        <translation>Der Upload ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>It was completed or aborted elsewhere, or a clean-up rule of the bucket deleted it.</source>
        <translation>Er wurde anderswo abgeschlossen oder abgebrochen, oder eine Aufräumregel des Buckets hat ihn gelöscht.</translation>
    </message>
    <message>
        <source>The object is not on the server.</source>
        <translation>Das Objekt ist nicht auf dem Server.</translation>
    </message>
    <message>
        <source>“%1” is not on the server.</source>
        <translation>„%1“ ist nicht auf dem Server.</translation>
    </message>
    <message>
        <source>The server no longer accepts some stored parts.</source>
        <translation>Der Server nimmt einige gespeicherte Teile nicht mehr an.</translation>
    </message>
    <message>
        <source>Retry compares with the server and sends what is missing.</source>
        <translation>Ein neuer Versuch vergleicht mit dem Server und sendet, was fehlt.</translation>
    </message>
    <message>
        <source>The parts are too small for this store.</source>
        <translation>Die Teile sind zu klein für diesen Speicher.</translation>
    </message>
    <message>
        <source>Start over with a larger part size.</source>
        <translation>Mit größeren Teilen neu beginnen.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>Das ist zu groß für den Server.</translation>
    </message>
    <message>
        <source>The store or a proxy in between limits the size of a request. Try a smaller part size.</source>
        <translation>Der Speicher oder ein Proxy dazwischen begrenzt die Größe einer Anfrage. Kleinere Teile versuchen.</translation>
    </message>
    <message>
        <source>An object of this name is already there.</source>
        <translation>Ein Objekt dieses Namens ist schon da.</translation>
    </message>
    <message>
        <source>“%1” is already there.</source>
        <translation>„%1“ ist schon da.</translation>
    </message>
    <message>
        <source>It was to be kept. Replace it, or choose another place.</source>
        <translation>Es sollte erhalten bleiben. Ersetzen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The server was busy with the same object.</source>
        <translation>Der Server war mit demselben Objekt beschäftigt.</translation>
    </message>
    <message>
        <source>Choose a shorter prefix or rename the file.</source>
        <translation>Ein kürzeres Präfix wählen oder die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The metadata is larger than the store takes.</source>
        <translation>Die Metadaten sind größer, als der Speicher annimmt.</translation>
    </message>
    <message>
        <source>Stores take about 2 KB of it.</source>
        <translation>Speicher nehmen etwa 2 KB davon.</translation>
    </message>
    <message>
        <source>The store does not know this storage class.</source>
        <translation>Der Speicher kennt diese Speicherklasse nicht.</translation>
    </message>
    <message>
        <source>Choose another one, or none.</source>
        <translation>Eine andere wählen oder keine.</translation>
    </message>
    <message>
        <source>The store does not know this encryption.</source>
        <translation>Der Speicher kennt diese Verschlüsselung nicht.</translation>
    </message>
    <message>
        <source>The bucket does not take access control lists.</source>
        <translation>Der Bucket nimmt keine Zugriffslisten (ACL).</translation>
    </message>
    <message>
        <source>Leave the access control list out.</source>
        <translation>Die Zugriffsliste weglassen.</translation>
    </message>
    <message>
        <source>The server does not understand the request.</source>
        <translation>Der Server versteht die Anfrage nicht.</translation>
    </message>
    <message>
        <source>A setting of this transfer is most likely one that this store lacks.</source>
        <translation>Höchstwahrscheinlich fehlt dem Speicher etwas, das diese Übertragung verlangt.</translation>
    </message>
    <message>
        <source>The store lacks something that this transfer needs.</source>
        <translation>Dem Speicher fehlt etwas, das diese Übertragung braucht.</translation>
    </message>
    <message>
        <source>Leave out storage class, encryption or another checksum, and retry.</source>
        <translation>Speicherklasse, Verschlüsselung oder eine andere Prüfsumme weglassen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The server does not allow this operation here.</source>
        <translation>Der Server erlaubt diese Operation hier nicht.</translation>
    </message>
    <message>
        <source>The endpoint may be a web site or read-only. Check the account&apos;s endpoint.</source>
        <translation>Vielleicht ist der Endpunkt eine Website oder nur zum Lesen. Den Endpunkt des Kontos prüfen.</translation>
    </message>
    <message>
        <source>The object is archived or locked.</source>
        <translation>Das Objekt ist archiviert oder gesperrt.</translation>
    </message>
    <message>
        <source>“%1” is archived or locked.</source>
        <translation>„%1“ ist archiviert oder gesperrt.</translation>
    </message>
    <message>
        <source>The store is full.</source>
        <translation>Der Speicher ist voll.</translation>
    </message>
    <message>
        <source>Free some space or raise the quota, then retry; what is stored is kept.</source>
        <translation>Platz schaffen oder das Kontingent erhöhen, dann erneut versuchen; das Gespeicherte bleibt.</translation>
    </message>
    <message>
        <source>The server does not accept this kind of signature.</source>
        <translation>Der Server nimmt diese Art von Signatur nicht an.</translation>
    </message>
    <message>
        <source>This is probably not an S3 store that knows Signature Version 4.</source>
        <translation>Das ist wahrscheinlich kein S3-Speicher, der Signature Version 4 kennt.</translation>
    </message>
    <message>
        <source>The object “%1” is already there.</source>
        <translation>Das Objekt „%1“ ist schon da.</translation>
    </message>
    <message>
        <source>Replace it, or abort this transfer and choose another place.</source>
        <translation>Ersetzen, oder diese Übertragung abbrechen und einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>It is not known whether the object was completed.</source>
        <translation>Es ist nicht bekannt, ob das Objekt fertig wurde.</translation>
    </message>
    <message>
        <source>The server&apos;s last answer was lost, and it does not let Partway look at the object. Look yourself, then retry or start over.</source>
        <translation>Die letzte Antwort des Servers ging verloren, und er lässt Partway das Objekt nicht ansehen. Selbst nachsehen, dann erneut versuchen oder neu beginnen.</translation>
    </message>
    <message>
        <source>The object on the server is not the file.</source>
        <translation>Das Objekt auf dem Server ist nicht die Datei.</translation>
    </message>
    <message>
        <source>The object “%1” on the server is not the file.</source>
        <translation>Das Objekt „%1“ auf dem Server ist nicht die Datei.</translation>
    </message>
    <message>
        <source>Its size or checksum differs. Someone else may have written it at the same time. Start over to send the file again.</source>
        <translation>Größe oder Prüfsumme weicht ab. Vielleicht hat es jemand anders gleichzeitig geschrieben. Neu beginnen, um die Datei noch einmal zu senden.</translation>
    </message>
    <message>
        <source>Another object has this name now.</source>
        <translation>Ein anderes Objekt trägt jetzt diesen Namen.</translation>
    </message>
    <message>
        <source>Someone else wrote it at the same time. Start over to send the file again.</source>
        <translation>Jemand anders hat es gleichzeitig geschrieben. Neu beginnen, um die Datei noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The server does not show the object yet.</source>
        <translation>Der Server zeigt das Objekt noch nicht.</translation>
    </message>
    <message>
        <source>Some stores need a moment. Retry looks again; nothing is sent twice.</source>
        <translation>Manche Speicher brauchen einen Moment. Ein neuer Versuch sieht noch einmal nach; nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>The list of stored parts has a gap.</source>
        <translation>Die Liste der gespeicherten Teile hat eine Lücke.</translation>
    </message>
    <message>
        <source>Partway never completes a shorter object. Retry compares with the server and sends what is missing. Please report this.</source>
        <translation>Partway schließt nie ein kürzeres Objekt ab. Ein neuer Versuch vergleicht mit dem Server und sendet, was fehlt. Bitte melden.</translation>
    </message>
    <message>
        <source>The server still shows parts of the aborted upload.</source>
        <translation>Der Server zeigt noch Teile des abgebrochenen Uploads.</translation>
    </message>
    <message>
        <source>They may cost money until they are gone. Partway tries again.</source>
        <translation>Sie können Geld kosten, bis sie weg sind. Partway versucht es erneut.</translation>
    </message>
    <message>
        <source>It was aborted by someone else or by a clean-up rule of the bucket. Partway starts over.</source>
        <translation>Er wurde von jemand anderem oder von einer Aufräumregel des Buckets abgebrochen. Partway beginnt neu.</translation>
    </message>
    <message>
        <source>There is no account to upload with yet.</source>
        <translation>Es gibt noch kein Konto zum Hochladen.</translation>
    </message>
    <message>
        <source>Add an account, or try it with the sandbox.</source>
        <translation>Ein Konto anlegen oder es mit dem Probespeicher versuchen.</translation>
    </message>
    <message>
        <source>The account needs a secret key.</source>
        <translation>Das Konto braucht einen geheimen Schlüssel.</translation>
    </message>
    <message>
        <source>Your store shows it only once, when you make the access key. Enter it again when the access key or the place where it is kept changes.</source>
        <translation>Der Speicher zeigt ihn nur einmal, wenn der Zugriffsschlüssel angelegt wird. Neu eingeben, wenn sich der Zugriffsschlüssel oder sein Aufbewahrungsort ändert.</translation>
    </message>
    <message>
        <source>They may cost money until they are gone. Abort it again in a while.</source>
        <translation>Sie können Geld kosten, bis sie weg sind. In einer Weile noch einmal abbrechen.</translation>
    </message>
    <message>
        <source>The store cannot abort uploads.</source>
        <translation>Der Speicher kann Uploads nicht abbrechen.</translation>
    </message>
    <message>
        <source>Only the store itself can remove the parts, by a rule of the bucket.</source>
        <translation>Nur der Speicher selbst kann die Teile entfernen, durch eine Regel des Buckets.</translation>
    </message>
    <message>
        <source>The store cannot list incomplete uploads.</source>
        <translation>Der Speicher kann unvollständige Uploads nicht auflisten.</translation>
    </message>
    <message>
        <source>The store cannot list the incomplete uploads of “%1”.</source>
        <translation>Der Speicher kann die unvollständigen Uploads von „%1“ nicht auflisten.</translation>
    </message>
    <message>
        <source>Those that Partway began are in its own list.</source>
        <translation>Was Partway begonnen hat, steht in seiner eigenen Liste.</translation>
    </message>
    <message>
        <source>Another Partway process works on this file.</source>
        <translation>Ein anderer Partway-Prozess arbeitet an dieser Datei.</translation>
    </message>
    <message>
        <source>Two never drive one upload. Wait for it, or pause it there.</source>
        <translation>Einen Upload treiben nie zwei. Warten oder ihn dort anhalten.</translation>
    </message>
    <message>
        <source>The object would have no name.</source>
        <translation>Das Objekt hätte keinen Namen.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Einen Namen geben.</translation>
    </message>
    <message>
        <source>One name cannot be given to several files.</source>
        <translation>Mehrere Dateien können nicht einen Namen bekommen.</translation>
    </message>
    <message>
        <source>Leave out the name, or upload one file.</source>
        <translation>Den Namen weglassen oder nur eine Datei hochladen.</translation>
    </message>
    <message>
        <source>No bucket was named.</source>
        <translation>Es wurde kein Bucket genannt.</translation>
    </message>
    <message>
        <source>Say where to, as bucket/folder/.</source>
        <translation>Angeben, wohin: Bucket/Ordner/.</translation>
    </message>
    <message>
        <source>This is not a receipt of Partway.</source>
        <translation>Das ist kein Beleg von Partway.</translation>
    </message>
    <message>
        <source>A later Partway made this receipt.</source>
        <translation>Eine spätere Fassung von Partway hat diesen Beleg ausgestellt.</translation>
    </message>
    <message>
        <source>Install that version to check it.</source>
        <translation>Zum Prüfen diese Fassung installieren.</translation>
    </message>
    <message>
        <source>The receipt contradicts itself.</source>
        <translation>Der Beleg widerspricht sich.</translation>
    </message>
    <message>
        <source>Its ETag or checksum does not follow from its parts: it was changed or damaged.</source>
        <translation>Sein ETag oder seine Prüfsumme folgt nicht aus seinen Teilen: Er wurde verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>A web page answers in the server&apos;s place.</source>
        <translation>Anstelle des Servers antwortet eine Webseite.</translation>
    </message>
    <message>
        <source>The network may want you to sign in: open a browser and see. If it does not, the endpoint of the account is no S3 store.</source>
        <translation>Vielleicht will das Netz eine Anmeldung: im Browser nachsehen. Wenn nicht, ist der Endpunkt des Kontos kein S3-Speicher.</translation>
    </message>
    <message>
        <source>The endpoint may be another kind of server. Check the account&apos;s endpoint and its port.</source>
        <translation>Der Endpunkt ist vielleicht ein anderer Server. Endpunkt und Port des Kontos prüfen.</translation>
    </message>
    <message>
        <source>The Companion server could not do it and does not say why.</source>
        <translation>Der Companion-Server konnte das nicht tun und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>It gives the same answer to every failure of its store; its own log tells more. What is stored is kept: retry, or ask whoever runs the server.</source>
        <translation>Er antwortet auf jeden Fehler seines Speichers gleich; mehr steht in seinem eigenen Protokoll. Was gespeichert ist, bleibt: Versuchen Sie es erneut, oder fragen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The store does not accept the Companion server&apos;s own keys.</source>
        <translation>Der Speicher nimmt die eigenen Schlüssel des Companion-Servers nicht an.</translation>
    </message>
    <message>
        <source>Its keys, clock or region are wrong. Only whoever runs the server can change that.</source>
        <translation>Seine Schlüssel, seine Uhr oder seine Region sind falsch. Das kann nur der Betreiber des Servers ändern.</translation>
    </message>
    <message>
        <source>The Companion server does not accept the sign-in.</source>
        <translation>Der Companion-Server nimmt die Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>Check the sign-in header of the account, and whether the token in it has expired.</source>
        <translation>Prüfen Sie die Anmeldezeile des Kontos und ob das Token darin abgelaufen ist.</translation>
    </message>
    <message>
        <source>There is no Companion server for S3 at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Companion-Server für S3.</translation>
    </message>
    <message>
        <source>Check the endpoint: it is the address that web pages use as companionUrl, perhaps with a path. A server without a bucket has no S3 part.</source>
        <translation>Prüfen Sie den Endpunkt: Es ist die Adresse, die Webseiten als companionUrl verwenden, vielleicht mit einem Pfad. Ein Server ohne Bucket hat keinen S3-Teil.</translation>
    </message>
    <message>
        <source>The Companion server sends Partway to another address.</source>
        <translation>Der Companion-Server schickt Partway zu einer anderen Adresse.</translation>
    </message>
    <message>
        <source>Partway does not follow, since the sign-in would go along. If you trust the other address, make it the endpoint of the account.</source>
        <translation>Partway folgt nicht, denn die Anmeldung ginge mit. Wenn Sie der anderen Adresse vertrauen, machen Sie sie zum Endpunkt des Kontos.</translation>
    </message>
    <message>
        <source>The Companion server refused the request.</source>
        <translation>Der Companion-Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>It may have rules of its own about names and kinds of files.</source>
        <translation>Er hat vielleicht eigene Regeln für Namen und Arten von Dateien.</translation>
    </message>
    <message>
        <source>The answer does not come from a Companion server.</source>
        <translation>Die Antwort kommt nicht von einem Companion-Server.</translation>
    </message>
    <message>
        <source>Check the endpoint of the account, and whether a sign-in page of the network or a proxy is in between.</source>
        <translation>Prüfen Sie den Endpunkt des Kontos und ob eine Anmeldeseite des Netzes oder ein Proxy dazwischen ist.</translation>
    </message>
    <message>
        <source>A Companion server cannot do this.</source>
        <translation>Ein Companion-Server kann das nicht.</translation>
    </message>
    <message>
        <source>It takes uploads and nothing else: it lists no buckets, objects or incomplete uploads. Whoever runs the server sees them in the store.</source>
        <translation>Er nimmt Uploads an und sonst nichts: Er listet keine Buckets, Objekte oder unvollständigen Uploads auf. Der Betreiber des Servers sieht sie im Speicher.</translation>
    </message>
    <message>
        <source>A Companion server takes no such setting for an object.</source>
        <translation>Ein Companion-Server nimmt keine solche Einstellung für ein Objekt an.</translation>
    </message>
    <message>
        <source>A Companion server takes no setting of this kind: %1.</source>
        <translation>Ein Companion-Server nimmt keine Einstellung dieser Art an: %1.</translation>
    </message>
    <message>
        <source>The server decides it. Upload without the setting.</source>
        <translation>Das entscheidet der Server. Laden Sie ohne die Einstellung hoch.</translation>
    </message>
    <message>
        <source>The sign-in header is not valid.</source>
        <translation>Die Anmeldezeile ist nicht gültig.</translation>
    </message>
    <message>
        <source>Write it as Name: value, such as Cookie: session=…, or only the token to be sent as Authorization: Bearer.</source>
        <translation>Schreiben Sie sie als Name: Wert, etwa Cookie: session=…, oder nur das Token, das als Authorization: Bearer gesendet wird.</translation>
    </message>
    <message>
        <source>The sign-in header would be readable for everyone on the way.</source>
        <translation>Die Anmeldezeile wäre unterwegs für alle lesbar.</translation>
    </message>
    <message>
        <source>Partway sends it only over https. Change the endpoint of the account.</source>
        <translation>Partway sendet sie nur über https. Ändern Sie den Endpunkt des Kontos.</translation>
    </message>
    <message>
        <source>The store refuses parts, since the Companion server signs them for an empty file.</source>
        <translation>Der Speicher lehnt Teile ab, weil der Companion-Server sie für eine leere Datei signiert.</translation>
    </message>
    <message>
        <source>Whoever runs the server has to set AWS_REQUEST_CHECKSUM_CALCULATION=WHEN_REQUIRED for it.</source>
        <translation>Der Betreiber des Servers muss dafür AWS_REQUEST_CHECKSUM_CALCULATION=WHEN_REQUIRED setzen.</translation>
    </message>
    <message>
        <source>The store refuses the addresses that the Companion server signs.</source>
        <translation>Der Speicher lehnt die Adressen ab, die der Companion-Server signiert.</translation>
    </message>
    <message>
        <source>A fresh one was refused as well. The server&apos;s keys may lack the right to upload, have expired, or its clock is wrong.</source>
        <translation>Auch eine frische wurde abgelehnt. Den Schlüsseln des Servers fehlt vielleicht das Recht zum Hochladen, sie sind abgelaufen, oder seine Uhr geht falsch.</translation>
    </message>
    <message>
        <source>The Companion server gave an address that cannot be used.</source>
        <translation>Der Companion-Server hat eine Adresse genannt, die nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>Whoever runs the server should check where its store is.</source>
        <translation>Der Betreiber des Servers sollte prüfen, wo sein Speicher ist.</translation>
    </message>
    <message>
        <source>The Companion server wants the file to be sent without encryption.</source>
        <translation>Der Companion-Server will, dass die Datei unverschlüsselt gesendet wird.</translation>
    </message>
    <message>
        <source>The server itself is reached over https, so Partway does not send the file over http.</source>
        <translation>Der Server selbst ist über https erreichbar, darum sendet Partway die Datei nicht über http.</translation>
    </message>
    <message>
        <source>This server does not let anyone look at stored objects.</source>
        <translation>Dieser Server lässt niemanden die gespeicherten Objekte ansehen.</translation>
    </message>
    <message>
        <source>The file is smaller than what is stored of the upload.</source>
        <translation>Die Datei ist kleiner als das, was vom Upload gespeichert ist.</translation>
    </message>
    <message>
        <source>It is another file, or was shortened. Choose the one the upload was begun from.</source>
        <translation>Es ist eine andere Datei, oder sie wurde gekürzt. Die Datei wählen, mit der der Upload begonnen wurde.</translation>
    </message>
    <message>
        <source>Nothing that is stored equals the file.</source>
        <translation>Nichts von dem, was gespeichert ist, gleicht der Datei.</translation>
    </message>
    <message>
        <source>Nothing that is stored equals “%1”.</source>
        <translation>Nichts von dem, was gespeichert ist, gleicht „%1“.</translation>
    </message>
    <message>
        <source>It is another file, or the server&apos;s ETags are no MD5s (encryption). With --force all of it is sent.</source>
        <translation>Es ist eine andere Datei, oder die ETags des Servers sind keine MD5-Summen (Verschlüsselung). Mit --force wird alles gesendet.</translation>
    </message>
    <message>
        <source>The upload was begun with a checksum that Partway does not compute.</source>
        <translation>Der Upload wurde mit einer Prüfsumme begonnen, die Partway nicht berechnet.</translation>
    </message>
    <message>
        <source>Finish it with the program that began it, or abort it and upload the file anew.</source>
        <translation>Mit dem Programm beenden, das ihn begonnen hat, oder abbrechen und die Datei neu hochladen.</translation>
    </message>
    <message>
        <source>This is not a resume ticket, or it is damaged.</source>
        <translation>Das ist kein Fortsetzungsschein, oder er ist beschädigt.</translation>
    </message>
    <message>
        <source>Export it again on the computer where the transfer began.</source>
        <translation>Auf dem Rechner, auf dem die Übertragung begann, noch einmal ausstellen.</translation>
    </message>
    <message>
        <source>A later Partway made this ticket.</source>
        <translation>Eine spätere Fassung von Partway hat diesen Schein ausgestellt.</translation>
    </message>
    <message>
        <source>Install that version to go on with it.</source>
        <translation>Zum Fortsetzen diese Fassung installieren.</translation>
    </message>
    <message>
        <source>The file has another size than the ticket&apos;s.</source>
        <translation>Die Datei hat eine andere Größe als die des Scheins.</translation>
    </message>
    <message>
        <source>“%1” has another size than the ticket&apos;s file.</source>
        <translation>„%1“ hat eine andere Größe als die Datei des Scheins.</translation>
    </message>
    <message>
        <source>It is another file, or it changed since.</source>
        <translation>Es ist eine andere Datei, oder sie hat sich seither geändert.</translation>
    </message>
    <message>
        <source>Nothing of the file equals what the ticket says is stored.</source>
        <translation>Nichts in der Datei gleicht dem, was laut Schein gespeichert ist.</translation>
    </message>
    <message>
        <source>Nothing of “%1” equals what the ticket says is stored.</source>
        <translation>Nichts in „%1“ gleicht dem, was laut Schein gespeichert ist.</translation>
    </message>
    <message>
        <source>Nothing of this transfer is stored on the server yet.</source>
        <translation>Von dieser Übertragung ist noch nichts auf dem Server gespeichert.</translation>
    </message>
    <message>
        <source>There is nothing to take along: upload the file on the other computer.</source>
        <translation>Es gibt nichts mitzunehmen: Die Datei auf dem anderen Rechner hochladen.</translation>
    </message>
    <message>
        <source>This transfer has ended.</source>
        <translation>Diese Übertragung ist beendet.</translation>
    </message>
    <message>
        <source>The file for the ticket exists already.</source>
        <translation>Die Datei für den Schein gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The ticket could not be written.</source>
        <translation>Der Schein konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The ticket “%1” could not be written.</source>
        <translation>Der Schein „%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no transfer of this number.</source>
        <translation>Es gibt keine Übertragung mit dieser Nummer.</translation>
    </message>
    <message>
        <source>This upload is in the list of transfers already.</source>
        <translation>Dieser Upload steht schon in der Liste der Übertragungen.</translation>
    </message>
    <message>
        <source>This upload is in the list of transfers already, as number %1.</source>
        <translation>Dieser Upload steht schon in der Liste der Übertragungen, als Nummer %1.</translation>
    </message>
    <message>
        <source>Resume that one.</source>
        <translation>Diese fortsetzen.</translation>
    </message>
    <message>
        <source>Another program wrote to it. Check and repair sends only the parts that differ; start over sends the whole file as it is now.</source>
        <translation>Ein anderes Programm hat hineingeschrieben. „Prüfen und ausbessern“ sendet nur die Teile, die abweichen; „Neu beginnen“ sendet die ganze Datei, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>The file&apos;s content changed while it was being uploaded.</source>
        <translation>Der Inhalt der Datei hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>The content of “%1” changed while it was being uploaded.</source>
        <translation>Der Inhalt von „%1“ hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>Another program wrote to it and left its size and time as they were. Every part is compared again before it counts.</source>
        <translation>Ein anderes Programm hat hineingeschrieben und Größe und Zeit gelassen, wie sie waren. Jeder Teil wird noch einmal verglichen, bevor er zählt.</translation>
    </message>
    <message>
        <source>The account needs the name of a profile.</source>
        <translation>Das Konto braucht den Namen eines Profils.</translation>
    </message>
    <message>
        <source>Profiles are in the files “config” and “credentials” of the folder .aws.</source>
        <translation>Profile stehen in den Dateien „config“ und „credentials“ des Ordners .aws.</translation>
    </message>
    <message>
        <source>The account needs the program that prints its keys.</source>
        <translation>Das Konto braucht das Programm, das seine Schlüssel ausgibt.</translation>
    </message>
    <message>
        <source>This is not the ARN of a role.</source>
        <translation>Das ist nicht der ARN einer Rolle.</translation>
    </message>
    <message>
        <source>It looks like arn:aws:iam::123456789012:role/NAME. Without a role, name the MFA device.</source>
        <translation>Er sieht aus wie arn:aws:iam::123456789012:role/NAME. Ohne Rolle das MFA-Gerät nennen.</translation>
    </message>
    <message>
        <source>A session lasts from 15 minutes to 36 hours.</source>
        <translation>Eine Sitzung dauert zwischen 15 Minuten und 36 Stunden.</translation>
    </message>
    <message>
        <source>Single sign-on needs a start address, its region, an account number and a role.</source>
        <translation>Single Sign-on braucht eine Startadresse, deren Region, eine Kontonummer und eine Rolle.</translation>
    </message>
    <message>
        <source>This Partway does not know how to get the account&apos;s keys.</source>
        <translation>Dieses Partway weiß nicht, wie es an die Schlüssel des Kontos kommt.</translation>
    </message>
    <message>
        <source>The account was made by a later one.</source>
        <translation>Das Konto stammt von einem neueren.</translation>
    </message>
    <message>
        <source>The store has no clean-up rules.</source>
        <translation>Der Speicher hat keine Aufräumregeln.</translation>
    </message>
    <message>
        <source>Nothing was changed. Abort old incomplete uploads from the list of them, now and then.</source>
        <translation>Nichts wurde geändert. Alte unvollständige Uploads ab und zu aus ihrer Liste abbrechen.</translation>
    </message>
    <message>
        <source>The rules of the bucket are written in a way that Partway does not understand.</source>
        <translation>Die Regeln des Buckets sind so geschrieben, dass Partway sie nicht versteht.</translation>
    </message>
    <message>
        <source>The rules of “%1” are written in a way that Partway does not understand.</source>
        <translation>Die Regeln von „%1“ sind so geschrieben, dass Partway sie nicht versteht.</translation>
    </message>
    <message>
        <source>So that no rule of others is damaged, nothing was changed.</source>
        <translation>Damit keine Regel anderer beschädigt wird, wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Somebody has changed the rules of the bucket in the meantime.</source>
        <translation>Jemand hat die Regeln des Buckets inzwischen geändert.</translation>
    </message>
    <message>
        <source>Somebody has changed the rules of “%1” in the meantime.</source>
        <translation>Jemand hat die Regeln von „%1“ inzwischen geändert.</translation>
    </message>
    <message>
        <source>Nothing was written. Look at the difference again.</source>
        <translation>Nichts wurde geschrieben. Den Unterschied noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The store took the rule and did not keep it.</source>
        <translation>Der Speicher nahm die Regel an und behielt sie nicht.</translation>
    </message>
    <message>
        <source>It says yes to what it does not know. Nothing was changed.</source>
        <translation>Er sagt Ja zu dem, was er nicht kennt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The store made something else of the rules.</source>
        <translation>Der Speicher hat aus den Regeln etwas anderes gemacht.</translation>
    </message>
    <message>
        <source>Look at the rules of the bucket as they are now.</source>
        <translation>Die Regeln des Buckets ansehen, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Someone is still sending parts.</source>
        <translation>Jemand sendet noch Teile.</translation>
    </message>
    <message>
        <source>Someone is still sending parts to “%1”.</source>
        <translation>Jemand sendet noch Teile an „%1“.</translation>
    </message>
    <message>
        <source>Nothing was aborted.</source>
        <translation>Nichts wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Your own prices could not be read.</source>
        <translation>Die eigenen Preise ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The prices that came with the program are used.</source>
        <translation>Die mitgelieferten Preise werden verwendet.</translation>
    </message>
    <message>
        <source>Your own prices could not be saved.</source>
        <translation>Die eigenen Preise ließen sich nicht speichern.</translation>
    </message>
    <message>
        <source>The folder of the settings is full or may not be written.</source>
        <translation>Der Ordner der Einstellungen ist voll oder schreibgeschützt.</translation>
    </message>
    <message>
        <source>The list of aborts still to be done could not be read.</source>
        <translation>Die Liste der noch ausstehenden Abbrüche ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>It was put aside as aborts.json.bad; abort those uploads once more.</source>
        <translation>Sie wurde als aborts.json.bad beiseitegelegt; diese Uploads noch einmal abbrechen.</translation>
    </message>
    <message>
        <source>The list of aborts still to be done could not be saved.</source>
        <translation>Die Liste der noch ausstehenden Abbrüche ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>What failed is not tried again after a restart. The disk may be full.</source>
        <translation>Was fehlschlug, wird nach einem Neustart nicht noch einmal versucht. Vielleicht ist der Datenträger voll.</translation>
    </message>
    <message>
        <source>No part is stored, so that there is nothing to look for.</source>
        <translation>Es ist kein Teil gespeichert, darum gibt es nichts, wonach zu suchen wäre.</translation>
    </message>
    <message>
        <source>The store says nothing about the bytes of the first part.</source>
        <translation>Der Speicher sagt nichts über die Bytes des ersten Teils.</translation>
    </message>
    <message>
        <source>It is encrypted, or has a checksum that Partway does not compute. Choose the file yourself.</source>
        <translation>Er ist verschlüsselt oder hat eine Prüfsumme, die Partway nicht berechnet. Die Datei selbst wählen.</translation>
    </message>
    <message>
        <source>This is not the address of a proxy.</source>
        <translation>Das ist nicht die Adresse eines Proxys.</translation>
    </message>
    <message>
        <source>It looks like http://proxy.example.com:3128 or socks5://127.0.0.1:1080; its name and password have fields of their own.</source>
        <translation>Sie sieht aus wie http://proxy.example.com:3128 oder socks5://127.0.0.1:1080; für Name und Passwort gibt es eigene Felder.</translation>
    </message>
    <message>
        <source>The client certificate cannot be read.</source>
        <translation>Das Client-Zertifikat ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The client certificate “%1” cannot be read.</source>
        <translation>Das Client-Zertifikat „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Choose it again in the account.</source>
        <translation>Im Konto neu wählen.</translation>
    </message>
    <message>
        <source>The file holds no certificate.</source>
        <translation>Die Datei enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>“%1” holds no certificate.</source>
        <translation>„%1“ enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>A client certificate is a file in PEM or PKCS#12 form.</source>
        <translation>Ein Client-Zertifikat ist eine Datei im PEM- oder PKCS#12-Format.</translation>
    </message>
    <message>
        <source>The client certificate&apos;s key cannot be read.</source>
        <translation>Der Schlüssel des Client-Zertifikats ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The client certificate&apos;s key cannot be read from “%1”.</source>
        <translation>Der Schlüssel des Client-Zertifikats ist aus „%1“ nicht lesbar.</translation>
    </message>
    <message>
        <source>It is in PEM form beside the certificate, or within a PKCS#12 file. A password that it may have must be right.</source>
        <translation>Er liegt im PEM-Format neben dem Zertifikat oder in einer PKCS#12-Datei. Hat er ein Passwort, muss es stimmen.</translation>
    </message>
    <message>
        <source>The file that is followed became shorter than what was sent of it.</source>
        <translation>Die Datei, der gefolgt wird, wurde kürzer als das, was davon gesendet wurde.</translation>
    </message>
    <message>
        <source>“%1” became shorter than what was sent of it.</source>
        <translation>„%1“ wurde kürzer als das, was davon gesendet wurde.</translation>
    </message>
    <message>
        <source>The program that writes it began anew or cut it. Check and repair compares what is stored with the file as it is now and goes on following it; start over sends all of it.</source>
        <translation>Das Programm, das sie schreibt, hat neu begonnen oder sie gekürzt. „Prüfen und ausbessern“ vergleicht das Gespeicherte mit der Datei, wie sie jetzt ist, und folgt ihr weiter; „Neu beginnen“ sendet alles.</translation>
    </message>
    <message>
        <source>The file grew beyond what fits into this upload.</source>
        <translation>Die Datei wuchs über das hinaus, was in diesen Upload passt.</translation>
    </message>
    <message>
        <source>“%1” grew beyond what fits into this upload.</source>
        <translation>„%1“ wuchs über das hinaus, was in diesen Upload passt.</translation>
    </message>
    <message>
        <source>The store takes a limited number of parts, and their size was chosen before anyone knew how large the file becomes. Nothing of the file is lost: start over sends it in larger parts.</source>
        <translation>Der Speicher nimmt nur eine begrenzte Zahl von Teilen, und ihre Größe wurde gewählt, bevor bekannt war, wie groß die Datei wird. Nichts von der Datei ist verloren: „Neu beginnen“ sendet sie in größeren Teilen.</translation>
    </message>
    <message>
        <source>The stream is longer than what fits into this upload.</source>
        <translation>Der Datenstrom ist länger als das, was in diesen Upload passt.</translation>
    </message>
    <message>
        <source>The store takes a limited number of parts, and their size was chosen before anyone knew how long the stream is. Nothing was completed. Abort it, and pipe it again with --expected-size.</source>
        <translation>Der Speicher nimmt nur eine begrenzte Zahl von Teilen, und ihre Größe wurde gewählt, bevor bekannt war, wie lang der Datenstrom ist. Nichts wurde abgeschlossen. Abbrechen und mit --expected-size noch einmal durch die Pipe schicken.</translation>
    </message>
    <message>
        <source>This transfer came through a pipe, and its bytes are not on this computer any more.</source>
        <translation>Diese Übertragung kam durch eine Pipe, und ihre Bytes sind nicht mehr auf diesem Rechner.</translation>
    </message>
    <message>
        <source>What is stored is kept. Pipe the same bytes into “partway-cli resume” with the number of the transfer: what the store has of them is not sent again.</source>
        <translation>Was gespeichert ist, bleibt. Dieselben Bytes durch eine Pipe an „partway-cli resume“ mit der Nummer der Übertragung schicken: Was der Speicher davon hat, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The stream ended before the end of what is stored of it.</source>
        <translation>Der Datenstrom endete vor dem Ende dessen, was von ihm gespeichert ist.</translation>
    </message>
    <message>
        <source>It is not the same stream as before. Nothing was completed, and what is stored is kept.</source>
        <translation>Es ist nicht derselbe Datenstrom wie zuvor. Nichts wurde abgeschlossen, und was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>The stream cannot be read.</source>
        <translation>Der Datenstrom ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Standard input is closed or gave an error.</source>
        <translation>Die Standardeingabe ist geschlossen oder gab einen Fehler zurück.</translation>
    </message>
    <message>
        <source>What came through the pipe cannot be kept on the disk.</source>
        <translation>Was durch die Pipe kam, lässt sich nicht auf dem Datenträger aufbewahren.</translation>
    </message>
    <message>
        <source>What came through the pipe cannot be kept in “%1”.</source>
        <translation>Was durch die Pipe kam, lässt sich nicht in „%1“ aufbewahren.</translation>
    </message>
    <message>
        <source>Until the store has them, the bytes of a stream are kept in a file beside the list of transfers. Check that folder and its disk.</source>
        <translation>Bis der Speicher sie hat, liegen die Bytes eines Datenstroms in einer Datei neben der Liste der Übertragungen. Diesen Ordner und seinen Datenträger prüfen.</translation>
    </message>
    <message>
        <source>This upload cannot follow a growing file.</source>
        <translation>Dieser Upload kann einer wachsenden Datei nicht folgen.</translation>
    </message>
    <message>
        <source>The upload of “%1” cannot follow a growing file.</source>
        <translation>Der Upload von „%1“ kann einer wachsenden Datei nicht folgen.</translation>
    </message>
    <message>
        <source>Another program began it with parts of different sizes. Wait until the file is complete.</source>
        <translation>Ein anderes Programm hat ihn mit Teilen verschiedener Größe begonnen. Warten, bis die Datei vollständig ist.</translation>
    </message>
    <message>
        <source>There is no ticket for what came through a pipe.</source>
        <translation>Für das, was durch eine Pipe kam, gibt es keinen Schein.</translation>
    </message>
    <message>
        <source>Another computer would have no file to go on from.</source>
        <translation>Ein anderer Rechner hätte keine Datei, mit der er weitermachen könnte.</translation>
    </message>
    <message>
        <source>There is no ticket for a file that is still written.</source>
        <translation>Für eine Datei, die noch geschrieben wird, gibt es keinen Schein.</translation>
    </message>
    <message>
        <source>Wait until it is complete, or say that it is.</source>
        <translation>Warten, bis sie vollständig ist, oder sagen, dass sie es ist.</translation>
    </message>
    <message>
        <source>The source of the copy changed.</source>
        <translation>Die Quelle der Kopie hat sich geändert.</translation>
    </message>
    <message>
        <source>“%1” changed since the copy began.</source>
        <translation>„%1“ hat sich seit dem Beginn der Kopie geändert.</translation>
    </message>
    <message>
        <source>The copy would be of two versions. Start over to copy it as it is now.</source>
        <translation>Die Kopie bestünde aus zwei Fassungen. Neu beginnen, um sie zu kopieren, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>The source of the copy is not there any more.</source>
        <translation>Die Quelle der Kopie ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>„%1“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>What was copied of it is kept until you abort.</source>
        <translation>Was davon kopiert wurde, bleibt bis zum Abbrechen.</translation>
    </message>
    <message>
        <source>The source of the copy cannot be read.</source>
        <translation>Die Quelle der Kopie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The keys of its account may not be allowed to. What was copied of it is kept.</source>
        <translation>Vielleicht dürfen die Schlüssel ihres Kontos das nicht. Was davon kopiert wurde, bleibt.</translation>
    </message>
    <message>
        <source>The store does not copy this by itself.</source>
        <translation>Der Speicher kopiert das nicht von selbst.</translation>
    </message>
    <message>
        <source>The store does not copy “%1” by itself.</source>
        <translation>Der Speicher kopiert „%1“ nicht von selbst.</translation>
    </message>
    <message>
        <source>Its bytes can pass through this computer instead: they are read from the one place and sent to the other.</source>
        <translation>Die Bytes können stattdessen über diesen Rechner laufen: Sie werden an der einen Stelle gelesen und an die andere gesendet.</translation>
    </message>
    <message>
        <source>One service cannot read what another keeps.</source>
        <translation>Ein Dienst kann nicht lesen, was ein anderer aufbewahrt.</translation>
    </message>
    <message>
        <source>The other service cannot read “%1” by itself.</source>
        <translation>Der andere Dienst kann „%1“ nicht von selbst lesen.</translation>
    </message>
    <message>
        <source>Its bytes can pass through this computer instead (--through-this-computer on the command line).</source>
        <translation>Die Bytes können stattdessen über diesen Rechner laufen (--through-this-computer auf der Befehlszeile).</translation>
    </message>
    <message>
        <source>Source and destination of the copy are the same.</source>
        <translation>Quelle und Ziel der Kopie sind dasselbe.</translation>
    </message>
    <message>
        <source>Choose another name, bucket or metadata.</source>
        <translation>Einen anderen Namen, Bucket oder andere Metadaten wählen.</translation>
    </message>
    <message>
        <source>There is no room for the part that passes through this computer.</source>
        <translation>Für den Teil, der über diesen Rechner läuft, ist kein Platz.</translation>
    </message>
    <message>
        <source>Make room on the disk of Partway&apos;s own folder.</source>
        <translation>Auf dem Datenträger von Partways eigenem Ordner Platz schaffen.</translation>
    </message>
    <message>
        <source>The store of this account cannot do that.</source>
        <translation>Der Speicher dieses Kontos kann das nicht.</translation>
    </message>
    <message>
        <source>Not every store has every operation, and a server that holds the keys only knows uploads.</source>
        <translation>Nicht jeder Speicher kann alles, und ein Server, der die Schlüssel aufbewahrt, kennt nur Uploads.</translation>
    </message>
    <message>
        <source>A copy from one place on a server to another needs no ticket.</source>
        <translation>Eine Kopie von einer Stelle auf einem Server zu einer anderen braucht keinen Schein.</translation>
    </message>
    <message>
        <source>Any computer with the accounts can begin it.</source>
        <translation>Jeder Rechner mit den Konten kann sie beginnen.</translation>
    </message>
    <message>
        <source>The AWS files have no such profile.</source>
        <translation>In den AWS-Dateien gibt es kein solches Profil.</translation>
    </message>
    <message>
        <source>The AWS files have no profile “%1”.</source>
        <translation>In den AWS-Dateien gibt es kein Profil „%1“.</translation>
    </message>
    <message>
        <source>Profiles of the AWS files name each other as their source.</source>
        <translation>Profile der AWS-Dateien nennen einander als Quelle.</translation>
    </message>
    <message>
        <source>The profile “%1” leads back to itself by source_profile.</source>
        <translation>Das Profil „%1“ führt über source_profile zu sich selbst zurück.</translation>
    </message>
    <message>
        <source>The profile has no keys and says nowhere to get them.</source>
        <translation>Das Profil hat keine Schlüssel und sagt nirgends, woher sie kommen.</translation>
    </message>
    <message>
        <source>The profile “%1” has no keys and says nowhere to get them.</source>
        <translation>Das Profil „%1“ hat keine Schlüssel und sagt nirgends, woher sie kommen.</translation>
    </message>
    <message>
        <source>The profile&apos;s role needs either a source_profile or a credential_source.</source>
        <translation>Die Rolle des Profils braucht entweder ein source_profile oder eine credential_source.</translation>
    </message>
    <message>
        <source>The role of the profile “%1” needs either a source_profile or a credential_source.</source>
        <translation>Die Rolle des Profils „%1“ braucht entweder ein source_profile oder eine credential_source.</translation>
    </message>
    <message>
        <source>The profile takes the keys of an Amazon machine, which Partway does not.</source>
        <translation>Das Profil nimmt die Schlüssel einer Amazon-Maschine; Partway tut das nicht.</translation>
    </message>
    <message>
        <source>The profile “%1” takes the keys of an Amazon machine, which Partway does not.</source>
        <translation>Das Profil „%1“ nimmt die Schlüssel einer Amazon-Maschine; Partway tut das nicht.</translation>
    </message>
    <message>
        <source>The profile signs in with “aws login”, which Partway does not.</source>
        <translation>Das Profil meldet sich mit „aws login“ an; Partway tut das nicht.</translation>
    </message>
    <message>
        <source>The profile “%1” signs in with “aws login”, which Partway does not.</source>
        <translation>Das Profil „%1“ meldet sich mit „aws login“ an; Partway tut das nicht.</translation>
    </message>
    <message>
        <source>Use the program “aws configure export-credentials --format process” as a credential_process.</source>
        <translation>Das Programm „aws configure export-credentials --format process“ als credential_process verwenden.</translation>
    </message>
    <message>
        <source>The profile names an sso-session that is not there.</source>
        <translation>Das Profil nennt eine sso-session, die es nicht gibt.</translation>
    </message>
    <message>
        <source>There is no [sso-session %1] in the AWS files.</source>
        <translation>In den AWS-Dateien gibt es kein [sso-session %1].</translation>
    </message>
    <message>
        <source>The account&apos;s keys come from a program that was not allowed to run.</source>
        <translation>Die Schlüssel des Kontos kommen von einem Programm, das nicht laufen durfte.</translation>
    </message>
    <message>
        <source>The account&apos;s keys come from the program “%1”, which was not allowed to run.</source>
        <translation>Die Schlüssel des Kontos kommen vom Programm „%1“, das nicht laufen durfte.</translation>
    </message>
    <message>
        <source>Allow it when Partway asks, or with --allow-process when you add the account.</source>
        <translation>Es erlauben, wenn Partway fragt, oder mit --allow-process beim Anlegen des Kontos.</translation>
    </message>
    <message>
        <source>The command that prints the keys cannot be read.</source>
        <translation>Der Befehl, der die Schlüssel ausgibt, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A quotation mark may be missing.</source>
        <translation>Vielleicht fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>The program that prints the keys cannot be started.</source>
        <translation>Das Programm, das die Schlüssel ausgibt, lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>It may not be installed, or its whole path may be missing.</source>
        <translation>Vielleicht ist es nicht installiert, oder sein vollständiger Pfad fehlt.</translation>
    </message>
    <message>
        <source>The program that prints the keys failed.</source>
        <translation>Das Programm, das die Schlüssel ausgibt, ist gescheitert.</translation>
    </message>
    <message>
        <source>The program that prints the keys failed, and said “%1”.</source>
        <translation>Das Programm, das die Schlüssel ausgibt, ist gescheitert und sagte „%1“.</translation>
    </message>
    <message>
        <source>Run it by hand to see why.</source>
        <translation>Es von Hand ausführen, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>The program that prints the keys did not end within a minute.</source>
        <translation>Das Programm, das die Schlüssel ausgibt, war nach einer Minute nicht fertig.</translation>
    </message>
    <message>
        <source>It may be waiting for something. Run it by hand once.</source>
        <translation>Vielleicht wartet es auf etwas. Einmal von Hand ausführen.</translation>
    </message>
    <message>
        <source>The program that prints the keys printed something else.</source>
        <translation>Das Programm, das die Schlüssel ausgibt, hat etwas anderes ausgegeben.</translation>
    </message>
    <message>
        <source>It should be one JSON object with Version 1, AccessKeyId and SecretAccessKey.</source>
        <translation>Es sollte ein einziges JSON-Objekt mit Version 1, AccessKeyId und SecretAccessKey sein.</translation>
    </message>
    <message>
        <source>A code of the MFA device is needed.</source>
        <translation>Ein Code des MFA-Geräts wird gebraucht.</translation>
    </message>
    <message>
        <source>The code of the MFA device was not accepted.</source>
        <translation>Der Code des MFA-Geräts wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>A code is good once and for half a minute: wait for the next one.</source>
        <translation>Ein Code gilt einmal und eine halbe Minute lang: auf den nächsten warten.</translation>
    </message>
    <message>
        <source>The sign-in was not completed.</source>
        <translation>Die Anmeldung wurde nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>What is stored stays. Sign in when you like, and it goes on.</source>
        <translation>Was gespeichert ist, bleibt. Nach der Anmeldung, wann auch immer, geht es weiter.</translation>
    </message>
    <message>
        <source>The account was changed during the sign-in.</source>
        <translation>Das Konto wurde während der Anmeldung geändert.</translation>
    </message>
    <message>
        <source>The file with the identity token cannot be read.</source>
        <translation>Die Datei mit dem Identitätstoken ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The identity token “%1” cannot be read.</source>
        <translation>Das Identitätstoken „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The sign-in service gave no usable keys.</source>
        <translation>Der Anmeldedienst gab keine brauchbaren Schlüssel heraus.</translation>
    </message>
    <message>
        <source>Single sign-on needs you to sign in.</source>
        <translation>Single Sign-on verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>The sign-in code was not confirmed in time.</source>
        <translation>Der Anmeldecode wurde nicht rechtzeitig bestätigt.</translation>
    </message>
    <message>
        <source>Sign in again to get a new one.</source>
        <translation>Neu anmelden, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>Single sign-on refused the request.</source>
        <translation>Single Sign-on hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The start address or its region may be wrong.</source>
        <translation>Vielleicht ist die Startadresse oder ihre Region falsch.</translation>
    </message>
    <message>
        <source>Single sign-on does not give you this account and role.</source>
        <translation>Single Sign-on gibt dieses Konto mit dieser Rolle nicht heraus.</translation>
    </message>
    <message>
        <source>Check the account number and the role&apos;s name.</source>
        <translation>Die Kontonummer und den Namen der Rolle prüfen.</translation>
    </message>
    <message>
        <source>The single sign-on has ended.</source>
        <translation>Das Single Sign-on ist abgelaufen.</translation>
    </message>
    <message>
        <source>Single sign-on gave no usable answer.</source>
        <translation>Single Sign-on gab keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>The keys have to be renewed first.</source>
        <translation>Die Schlüssel müssen zuerst erneuert werden.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The ticket cannot be read.</source>
        <translation>Der Schein ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The ticket “%1” cannot be read.</source>
        <translation>Der Schein „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check its folder and permissions.</source>
        <translation>Seinen Ordner und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>It is another file than the one that was being sent.</source>
        <translation>Es ist eine andere Datei als die, die gesendet wurde.</translation>
    </message>
    <message>
        <source>This is no upload ticket, or it is damaged.</source>
        <translation>Das ist kein Upload-Ticket, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>“%1” is no upload ticket, or it is damaged.</source>
        <translation>„%1“ ist kein Upload-Ticket, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>Ask whoever made it to send it again.</source>
        <translation>Wer es ausgestellt hat, kann es noch einmal schicken.</translation>
    </message>
    <message>
        <source>The upload ticket cannot be read.</source>
        <translation>Das Upload-Ticket lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The upload ticket “%1” cannot be read.</source>
        <translation>Das Upload-Ticket „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>It is needed for as long as its file is being sent. Put it back where it was, or open it again from where it is now.</source>
        <translation>Es wird gebraucht, solange seine Datei gesendet wird. Es an seinen alten Ort zurücklegen oder dort neu öffnen, wo es jetzt ist.</translation>
    </message>
    <message>
        <source>Nothing was left on the store. Choose another place.</source>
        <translation>Auf dem Speicher blieb nichts zurück. Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The upload ticket has expired.</source>
        <translation>Das Upload-Ticket ist abgelaufen.</translation>
    </message>
    <message>
        <source>Ask whoever made it for a new one. What is stored waits on the server until it is cleaned up there.</source>
        <translation>Wer es ausgestellt hat, kann ein neues machen. Was gespeichert ist, bleibt auf dem Server, bis dort aufgeräumt wird.</translation>
    </message>
    <message>
        <source>The store does not accept the ticket any more.</source>
        <translation>Der Speicher nimmt das Ticket nicht mehr an.</translation>
    </message>
    <message>
        <source>The keys that signed it may have been withdrawn or have ended. Ask whoever made it for a new one.</source>
        <translation>Die Schlüssel, mit denen es unterschrieben ist, wurden vielleicht zurückgezogen oder sind abgelaufen. Wer es ausgestellt hat, kann ein neues machen.</translation>
    </message>
    <message>
        <source>The upload of this ticket is gone.</source>
        <translation>Den Upload dieses Tickets gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It was finished, aborted or cleaned up on the server. A ticket is good for one upload: ask for a new one.</source>
        <translation>Er wurde abgeschlossen, abgebrochen oder auf dem Server aufgeräumt. Ein Ticket gilt für einen Upload: um ein neues bitten.</translation>
    </message>
    <message>
        <source>An upload ticket gives no right to do this.</source>
        <translation>Ein Upload-Ticket gibt dazu kein Recht.</translation>
    </message>
    <message>
        <source>The file is not of the size the ticket is for.</source>
        <translation>Die Datei hat nicht die Größe, für die das Ticket gilt.</translation>
    </message>
    <message>
        <source>“%1” is not of the size the ticket is for.</source>
        <translation>„%1“ hat nicht die Größe, für die das Ticket gilt.</translation>
    </message>
    <message>
        <source>Choose the file that was agreed on, or ask for a ticket for this one.</source>
        <translation>Die Datei wählen, die vereinbart war, oder um ein Ticket für diese bitten.</translation>
    </message>
    <message>
        <source>This is not the address of a single sign-on.</source>
        <translation>Das ist nicht die Adresse eines Single Sign-on.</translation>
    </message>
    <message>
        <source>It looks like https://NAME.awsapps.com/start.</source>
        <translation>Sie sieht aus wie https://NAME.awsapps.com/start.</translation>
    </message>
    <message>
        <source>The number of an AWS account has twelve digits.</source>
        <translation>Die Nummer eines AWS-Kontos hat zwölf Ziffern.</translation>
    </message>
    <message>
        <source>This is not the address of a token service.</source>
        <translation>Das ist nicht die Adresse eines Token-Dienstes.</translation>
    </message>
    <message>
        <source>It looks like https://sts.example.com. Leave it empty for that of AWS.</source>
        <translation>Sie sieht aus wie https://sts.example.com. Leer gelassen ist es der von AWS.</translation>
    </message>
    <message>
        <source>A header is written as its name, a colon and a value.</source>
        <translation>Eine Kopfzeile besteht aus ihrem Namen, einem Doppelpunkt und einem Wert.</translation>
    </message>
    <message>
        <source>“%1” is not a header: write its name, a colon and a value.</source>
        <translation>„%1“ ist keine Kopfzeile: Schreiben Sie ihren Namen, einen Doppelpunkt und einen Wert.</translation>
    </message>
    <message>
        <source>Partway does not send this header along.</source>
        <translation>Partway schickt diese Kopfzeile nicht mit.</translation>
    </message>
    <message>
        <source>Partway does not send the header “%1” along.</source>
        <translation>Partway schickt die Kopfzeile „%1“ nicht mit.</translation>
    </message>
    <message>
        <source>It takes Cache-Control, Content-Disposition, Content-Encoding, Content-Language, x-amz-acl and x-amz-meta-NAME.</source>
        <translation>Es nimmt Cache-Control, Content-Disposition, Content-Encoding, Content-Language, x-amz-acl und x-amz-meta-NAME.</translation>
    </message>
    <message>
        <source>Metadata names that begin with “partway-” are Partway&apos;s own.</source>
        <translation>Namen von Metadaten, die mit „partway-“ beginnen, gehören Partway selbst.</translation>
    </message>
    <message>
        <source>This kind of encryption is not known.</source>
        <translation>Diese Art der Verschlüsselung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>“%1” is no kind of encryption that stores have.</source>
        <translation>„%1“ ist keine Art der Verschlüsselung, die Speicher haben.</translation>
    </message>
    <message>
        <source>It is AES256, aws:kms or aws:kms:dsse.</source>
        <translation>Es gibt AES256, aws:kms und aws:kms:dsse.</translation>
    </message>
    <message>
        <source>A key&apos;s id goes with encryption by KMS only.</source>
        <translation>Die Kennung eines Schlüssels gehört nur zur Verschlüsselung mit KMS.</translation>
    </message>
    <message>
        <source>A tag is written as its name, an equals sign and a value.</source>
        <translation>Ein Tag wird als Name, Gleichheitszeichen und Wert geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is not a tag: write its name, an equals sign and a value.</source>
        <translation>„%1“ ist kein Tag: Schreiben Sie Name, Gleichheitszeichen und Wert.</translation>
    </message>
    <message>
        <source>A tag is there twice.</source>
        <translation>Ein Tag steht zweimal da.</translation>
    </message>
    <message>
        <source>The tag “%1” is there twice.</source>
        <translation>Das Tag „%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>An object can have at most 10 tags.</source>
        <translation>Ein Objekt kann höchstens 10 Tags haben.</translation>
    </message>
    <message>
        <source>There are no upload tickets for a directory bucket.</source>
        <translation>Für einen Verzeichnis-Bucket gibt es keine Upload-Tickets.</translation>
    </message>
    <message>
        <source>There are no upload tickets for the directory bucket “%1”.</source>
        <translation>Für den Verzeichnis-Bucket „%1“ gibt es keine Upload-Tickets.</translation>
    </message>
    <message>
        <source>What is sent to one is signed with sessions of five minutes, and a ticket would be good for no longer. Choose a bucket for general purposes.</source>
        <translation>Was dorthin gesendet wird, ist mit Sitzungen von fünf Minuten signiert, und länger würde ein Ticket nicht gelten. Wählen Sie einen gewöhnlichen Bucket.</translation>
    </message>
    <message>
        <source>The account&apos;s proxy “%1” does not accept the sign-in.</source>
        <translation>Der Proxy „%1“ des Kontos nimmt die Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>Open Accounts, choose Edit… and, under Network, enter the user and password of the proxy again.</source>
        <translation>Öffnen Sie „Konten“, wählen Sie „Bearbeiten …“ und geben Sie unter „Netzwerk“ Benutzer und Passwort des Proxys noch einmal ein.</translation>
    </message>
    <message>
        <source>The account&apos;s proxy “%1” cannot be reached.</source>
        <translation>Der Proxy „%1“ des Kontos ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Open Accounts, choose Edit… and, under Network, check the proxy&apos;s address, or choose “As the system says” there.</source>
        <translation>Öffnen Sie „Konten“, wählen Sie „Bearbeiten …“ und prüfen Sie unter „Netzwerk“ die Adresse des Proxys, oder wählen Sie dort „Wie das System sagt“.</translation>
    </message>
    <message>
        <source>Waiting for the keychain. A window of your system may be asking for its password, perhaps behind this one.</source>
        <translation>Warten auf den Schlüsselbund. Vielleicht fragt ein Fenster Ihres Systems nach seinem Passwort, womöglich hinter diesem hier.</translation>
    </message>
    <message>
        <source>Making this upload ticket was cut short.</source>
        <translation>Das Ausstellen dieses Upload-Tickets wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Making the upload ticket for “%1” was cut short.</source>
        <translation>Das Ausstellen des Upload-Tickets für „%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Its upload may wait on the store: look for it there among the incomplete uploads and abort it. Then delete this file and make the ticket again.</source>
        <translation>Sein Upload wartet vielleicht noch auf dem Speicher: Suchen Sie ihn dort unter den unfertigen Uploads und brechen Sie ihn ab. Löschen Sie dann diese Datei und stellen Sie das Ticket noch einmal aus.</translation>
    </message>
    <message>
        <source>This upload had become an object already.</source>
        <translation>Dieser Upload war schon zum Objekt geworden.</translation>
    </message>
    <message>
        <source>The object is untouched; an abort would have made it unreadable. The store had only kept its record of the upload, which is cleared now.</source>
        <translation>Das Objekt ist unberührt; ein Abbruch hätte es unlesbar gemacht. Der Speicher hatte nur seinen Eintrag zum Upload behalten; der ist jetzt entfernt.</translation>
    </message>
</context>
<context>
    <name>FolderTotals</name>
    <message>
        <source>Held up</source>
        <comment>all active files of a folder wait</comment>
        <translation>Aufgehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state of a folder, failed files</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation>
            <numerusform>%Ln aktiv</numerusform>
            <numerusform>%Ln aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln angehalten</numerusform>
            <numerusform>%Ln angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln given up</source>
        <translation>
            <numerusform>%Ln aufgegeben</numerusform>
            <numerusform>%Ln aufgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of %2 stored on the server</source>
        <translation>%1 von %2 auf dem Server gespeichert</translation>
    </message>
    <message>
        <source>%1 on their way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 sent twice</source>
        <translation>%1 doppelt gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, folder, %2, %3, %4, %5</source>
        <comment>spoken row: name, number of files, percentage, state, open or closed</comment>
        <translation>%1, Ordner, %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Added to the queue.</source>
        <translation>In die Warteschlange gestellt.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Begonnen.</translation>
    </message>
    <message>
        <source>The upload began on the server with the id %1.</source>
        <translation>Der Upload begann auf dem Server mit der ID %1.</translation>
    </message>
    <message>
        <source>An upload that was begun before was found on the server and goes on: %1.</source>
        <translation>Ein früher begonnener Upload wurde auf dem Server gefunden und geht weiter: %1.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Fortgesetzt.</translation>
    </message>
    <message>
        <source>Paused. The stored parts stay on the server.</source>
        <translation>Angehalten. Die gespeicherten Teile bleiben auf dem Server.</translation>
    </message>
    <message>
        <source>Compared with the server. Parts kept: %1.</source>
        <translation>Mit dem Server verglichen. Behaltene Teile: %1.</translation>
    </message>
    <message>
        <source>The server no longer had some parts as they were; they are sent again. Parts: %1.</source>
        <translation>Der Server hatte einige Teile nicht mehr so, wie sie waren; sie werden noch einmal gesendet. Teile: %1.</translation>
    </message>
    <message>
        <source>The server did not accept the list of parts. It is compared again.</source>
        <translation>Der Server nahm die Liste der Teile nicht an. Es wird noch einmal verglichen.</translation>
    </message>
    <message>
        <source>Part %1 was sent again.</source>
        <translation>Teil %1 wurde noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Part %1 arrived damaged and is sent again.</source>
        <translation>Teil %1 kam beschädigt an und wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The upload %1 was no longer on the server. Everything is sent anew.</source>
        <translation>Der Upload %1 war nicht mehr auf dem Server. Alles wird neu gesendet.</translation>
    </message>
    <message>
        <source>Started over with the file as it is now.</source>
        <translation>Neu begonnen mit der Datei, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>The server did not list the parts; our own records are used. %1</source>
        <translation>Der Server hat die Teile nicht aufgelistet; die eigenen Aufzeichnungen gelten. %1</translation>
    </message>
    <message>
        <source>The server cannot list parts; our own records are used.</source>
        <translation>Der Server kann keine Teile auflisten; die eigenen Aufzeichnungen gelten.</translation>
    </message>
    <message>
        <source>The server cannot refuse to replace an object by itself; Partway looked instead.</source>
        <translation>Der Server kann das Ersetzen eines Objekts nicht selbst verweigern; Partway hat stattdessen nachgesehen.</translation>
    </message>
    <message>
        <source>Stopped for your decision: %1.</source>
        <translation>Wartet auf eine Entscheidung: %1.</translation>
    </message>
    <message>
        <source>You chose to replace the object that is there.</source>
        <translation>Entschieden: Das vorhandene Objekt wird ersetzt.</translation>
    </message>
    <message>
        <source>An object of this name was there. The new name is %1.</source>
        <translation>Ein Objekt dieses Namens war schon da. Der neue Name ist %1.</translation>
    </message>
    <message>
        <source>Skipped, since the object was already there.</source>
        <translation>Übersprungen, weil das Objekt schon da war.</translation>
    </message>
    <message>
        <source>Failed. %1</source>
        <translation>Fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>You asked to abort.</source>
        <translation>Der Abbruch wurde verlangt.</translation>
    </message>
    <message>
        <source>The server did not let Partway delete the parts of the upload %1.</source>
        <translation>Der Server ließ Partway die Teile des Uploads %1 nicht löschen.</translation>
    </message>
    <message>
        <source>Aborted. Nothing of it is left on the server.</source>
        <translation>Abgebrochen. Auf dem Server ist nichts davon übrig.</translation>
    </message>
    <message>
        <source>Aborted, but the server may still keep some of its parts.</source>
        <translation>Abgebrochen, aber vielleicht behält der Server noch einige Teile.</translation>
    </message>
    <message>
        <source>The server may still keep parts of the upload %1.</source>
        <translation>Vielleicht behält der Server noch Teile des Uploads %1.</translation>
    </message>
    <message>
        <source>It could not be found out whether an upload was left on the server. %1</source>
        <translation>Es ließ sich nicht herausfinden, ob auf dem Server ein Upload übrig ist. %1</translation>
    </message>
    <message>
        <source>Finished. The object is proven to be the file.</source>
        <translation>Fertig. Das Objekt gleicht nachweislich der Datei.</translation>
    </message>
    <message>
        <source>The object was complete before the abort reached the server, so it stays.</source>
        <translation>Das Objekt war fertig, bevor der Abbruch den Server erreichte, darum bleibt es.</translation>
    </message>
    <message>
        <source>Partway ended while this was running. It goes on from what is stored.</source>
        <translation>Partway endete, während dies lief. Es geht mit dem Gespeicherten weiter.</translation>
    </message>
    <message>
        <source>The receipt was written to %1.</source>
        <translation>Die Quittung steht in %1.</translation>
    </message>
    <message>
        <source>The receipt could not be written.</source>
        <translation>Die Quittung ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Finished. Every part was compared as it was stored and the server says that the object is complete; it does not let anyone look.</source>
        <translation>Fertig. Jeder Teil wurde beim Speichern verglichen, und der Server sagt, dass das Objekt vollständig ist; ansehen lässt er es niemanden.</translation>
    </message>
    <message>
        <source>The server keeps it as %1.</source>
        <translation>Der Server bewahrt es als %1 auf.</translation>
    </message>
    <message>
        <source>Handed over: the ticket %1 was written. It goes on here only when you resume it.</source>
        <translation>Übergeben: Der Schein %1 wurde geschrieben. Hier geht es nur weiter, wenn Sie die Übertragung fortsetzen.</translation>
    </message>
    <message>
        <source>The stored parts are compared with the file as it is now. Parts to compare: %1.</source>
        <translation>Die gespeicherten Teile werden mit der Datei verglichen, wie sie jetzt ist. Zu vergleichen: %1.</translation>
    </message>
    <message>
        <source>The file or stream is complete. Its size is fixed: %1 bytes.</source>
        <translation>Die Datei oder der Datenstrom ist vollständig. Die Größe steht fest: %1 Byte.</translation>
    </message>
    <message>
        <source>You said that the file or stream is complete.</source>
        <translation>Angegeben: Die Datei oder der Datenstrom ist vollständig.</translation>
    </message>
    <message>
        <source>Finished. The copy is complete.</source>
        <translation>Fertig. Die Kopie ist vollständig.</translation>
    </message>
    <message>
        <source>The server does not copy only a certain version; Partway looks at the source itself before the end.</source>
        <translation>Der Server kann nicht nur eine bestimmte Version kopieren; Partway sieht sich die Quelle vor dem Ende selbst an.</translation>
    </message>
    <message>
        <source>You chose to let the copy pass through this computer.</source>
        <translation>Entschieden: Die Kopie läuft über diesen Rechner.</translation>
    </message>
    <message>
        <source>The server refused the tags of the source: the copy has none of them.</source>
        <translation>Der Server hat die Tags der Quelle nicht angenommen: Die Kopie hat keines davon.</translation>
    </message>
</context>
<context>
    <name>IncompleteText</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>any moment</source>
        <translation>jeden Moment</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>No rule of the bucket will delete it. It stays, and costs, until somebody aborts it.</source>
        <translation>Keine Regel des Buckets wird ihn löschen. Er bleibt und kostet, bis ihn jemand abbricht.</translation>
    </message>
    <message>
        <source>It is not known whether a rule will delete it.</source>
        <translation>Es ist nicht bekannt, ob eine Regel ihn löschen wird.</translation>
    </message>
    <message>
        <source>A rule of the bucket will delete it %1 (%2).</source>
        <translation>Eine Regel des Buckets wird ihn %1 löschen (%2).</translation>
    </message>
    <message>
        <source>The rule “%3” of the bucket will delete it %1 (%2).</source>
        <translation>Die Regel „%3“ des Buckets wird ihn %1 löschen (%2).</translation>
    </message>
    <message>
        <source>The store will delete it by itself %1 (about %2).</source>
        <translation>Der Speicher wird ihn von selbst %1 löschen (etwa %2).</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) in the last minute: someone is using it.</source>
        <translation>
            <numerusform>%n Teil in der letzten Minute: Jemand benutzt ihn.</numerusform>
            <numerusform>%n Teile in der letzten Minute: Jemand benutzt ihn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) more than before: someone is using it.</source>
        <translation>
            <numerusform>%n Teil mehr als zuvor: Jemand benutzt ihn.</numerusform>
            <numerusform>%n Teile mehr als zuvor: Jemand benutzt ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>The store says that there are more, but not how to ask for them.</source>
        <translation>Der Speicher sagt, dass es mehr gibt, aber nicht, wie danach zu fragen ist.</translation>
    </message>
    <message>
        <source>The store has no clean-up rules: what is left stays until somebody aborts it.</source>
        <translation>Der Speicher hat keine Aufräumregeln: Was übrig ist, bleibt, bis es jemand abbricht.</translation>
    </message>
    <message>
        <source>This kind of store takes a clean-up rule for incomplete uploads and ignores it.</source>
        <translation>Diese Art von Speicher nimmt eine Aufräumregel für unvollständige Uploads an und beachtet sie nicht.</translation>
    </message>
    <message>
        <source>This kind of store has such rules only on its own web site, not through S3.</source>
        <translation>Diese Art von Speicher hat solche Regeln nur auf der eigenen Website, nicht über S3.</translation>
    </message>
    <message>
        <source>This kind of store has no clean-up rules.</source>
        <translation>Diese Art von Speicher hat keine Aufräumregeln.</translation>
    </message>
    <message>
        <source>It deletes incomplete uploads by itself after about a day.</source>
        <translation>Sie löscht unvollständige Uploads von selbst nach etwa einem Tag.</translation>
    </message>
    <message numerus="yes">
        <source>It deletes incomplete uploads by itself after %n day(s).</source>
        <translation>
            <numerusform>Sie löscht unvollständige Uploads von selbst nach %n Tag.</numerusform>
            <numerusform>Sie löscht unvollständige Uploads von selbst nach %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Begun within the last minute: someone is using it.</source>
        <translation>In der letzten Minute begonnen: Jemand benutzt ihn gerade.</translation>
    </message>
    <message>
        <source>MinIO lists incomplete uploads by a whole name or all at once, and from a cache: what was begun or ended on another of its servers may be missing or still shown.</source>
        <translation>MinIO listet unfertige Uploads nach ganzem Namen oder alle auf einmal auf, und aus einem Zwischenspeicher: Was auf einem anderen seiner Server begonnen oder beendet wurde, kann fehlen oder noch zu sehen sein.</translation>
    </message>
    <message>
        <source>The store finds no incomplete uploads by the beginning of their names: all were asked for, and chosen here.</source>
        <translation>Der Speicher findet unfertige Uploads nicht nach dem Anfang ihres Namens: Alle wurden erfragt und hier ausgewählt.</translation>
    </message>
    <message>
        <source>The store lists incomplete uploads by whole folders only: more were asked for, and chosen here.</source>
        <translation>Der Speicher listet unfertige Uploads nur nach ganzen Ordnern auf: Mehr wurden erfragt und hier ausgewählt.</translation>
    </message>
    <message>
        <source>Where the bucket has a rule for them, that rule counts instead.</source>
        <translation>Hat der Bucket eine Regel für sie, so gilt stattdessen diese.</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1/s</source>
        <comment>a speed, such as 84.1 MiB/s</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <comment>a size, and exactly</comment>
        <translation>%1 (%2 Byte)</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Uploads large files to S3-compatible stores, in a window.</source>
        <translation>Lädt große Dateien in S3-kompatible Speicher, in einem Fenster.</translation>
    </message>
    <message>
        <source>Where the named files go; without it to what the window shows.</source>
        <translation>Wohin die genannten Dateien gehen; ohne Angabe dorthin, was das Fenster zeigt.</translation>
    </message>
    <message>
        <source>The account to upload with.</source>
        <translation>Das Konto zum Hochladen.</translation>
    </message>
    <message>
        <source>Keeps journal, receipts and accounts in this folder.</source>
        <translation>Bewahrt Journal, Quittungen und Konten in diesem Ordner auf.</translation>
    </message>
    <message>
        <source>Starts a store for trying things out, with an account for it.</source>
        <translation>Startet einen Speicher zum Ausprobieren, mit einem Konto dafür.</translation>
    </message>
    <message>
        <source>Files and folders to upload.</source>
        <translation>Dateien und Ordner zum Hochladen.</translation>
    </message>
    <message>
        <source>Starts in the tray, without a window.</source>
        <translation>Startet in der Symbolleiste, ohne Fenster.</translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message>
        <source>Keys in the files</source>
        <translation>Schlüssel in den Dateien</translation>
    </message>
    <message>
        <source>Temporary keys in the files</source>
        <translation>Befristete Schlüssel in den Dateien</translation>
    </message>
    <message>
        <source>A role</source>
        <translation>Eine Rolle</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>Single sign-on</source>
        <translation>Single Sign-on</translation>
    </message>
    <message>
        <source>A role for an identity token</source>
        <translation>Eine Rolle für ein Identitäts-Token</translation>
    </message>
</context>
<context>
    <name>Providers</name>
    <message>
        <source>Other S3-compatible store</source>
        <translation>Anderer S3-kompatibler Speicher</translation>
    </message>
</context>
<context>
    <name>RunningPage</name>
    <message>
        <source>Notifications and running</source>
        <translation>Meldungen und Betrieb</translation>
    </message>
    <message>
        <source>Tell me when a transfer is &amp;finished</source>
        <translation>Melden, wenn eine Übertragung &amp;fertig ist</translation>
    </message>
    <message>
        <source>Only while the window is not in front. Many at once are told together.</source>
        <translation>Nur solange das Fenster nicht vorn ist. Viele auf einmal werden zusammen gemeldet.</translation>
    </message>
    <message>
        <source>Tell me when a transfer fails or &amp;needs me</source>
        <translation>Melden, wenn eine Übertragung scheitert oder mich &amp;braucht</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Quit Partway</source>
        <translation>Partway beenden</translation>
    </message>
    <message>
        <source>When everything is &amp;done:</source>
        <translation>Wenn alles &amp;erledigt ist:</translation>
    </message>
    <message>
        <source>Not while something failed or waits for your decision.</source>
        <translation>Nicht, solange etwas gescheitert ist oder auf Ihre Entscheidung wartet.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>In der Symbolleiste weitermachen</translation>
    </message>
    <message>
        <source>Quit; the rest goes on next time</source>
        <translation>Beenden; der Rest geht beim nächsten Mal weiter</translation>
    </message>
    <message>
        <source>Closing the window with &amp;work left:</source>
        <translation>Fenster schließen, solange noch &amp;Arbeit da ist:</translation>
    </message>
    <message>
        <source>This desktop has no tray, so Partway quits.</source>
        <translation>Dieser Desktop hat keine Symbolleiste, also beendet sich Partway.</translation>
    </message>
    <message>
        <source>&amp;Start Partway when I log in</source>
        <translation>Partway beim Anmelden &amp;starten</translation>
    </message>
    <message>
        <source>It goes on with what is left, in the tray where there is one.</source>
        <translation>Es macht mit dem Rest weiter, in der Symbolleiste, wo es eine gibt.</translation>
    </message>
    <message>
        <source>&amp;Keep the computer awake while something is sent</source>
        <translation>Den &amp;Computer wach halten, solange etwas gesendet wird</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Other limits at certain times</source>
        <translation>Zu bestimmten Zeiten &amp;andere Grenzen</translation>
    </message>
    <message>
        <source>The first line that fits the time counts; at other times the limit above.</source>
        <translation>Die erste Zeile, die zur Zeit passt, gilt; sonst die Grenze darüber.</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Days, hours, night</source>
        <translation>Tage, Stunden, Nacht</translation>
    </message>
    <message>
        <source>&amp;Limit the speed to</source>
        <translation>Die Geschwindigkeit &amp;begrenzen auf</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Geschwindigkeitsgrenze</translation>
    </message>
    <message>
        <source>Of all transfers together. The status bar has it, too.</source>
        <translation>Für alle Übertragungen zusammen. Sie steht auch in der Statusleiste.</translation>
    </message>
</context>
<context>
    <name>TransferText</name>
    <message>
        <source>Trying again soon</source>
        <translation>Neuer Versuch gleich</translation>
    </message>
    <message>
        <source>Slowed down by the server</source>
        <translation>Vom Server gebremst</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>Waiting for sign-in</source>
        <translation>Wartet auf Anmeldung</translation>
    </message>
    <message>
        <source>The last try did not work. Partway tries again in a moment.</source>
        <translation>Der letzte Versuch gelang nicht. Partway versucht es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server asked us to slow down. Fewer parts go at once for a while.</source>
        <translation>Der Server bat darum, langsamer zu senden. Eine Weile gehen weniger Teile gleichzeitig.</translation>
    </message>
    <message>
        <source>The server cannot be reached. This goes on by itself when it can.</source>
        <translation>Der Server ist nicht erreichbar. Es geht von selbst weiter, sobald er es ist.</translation>
    </message>
    <message>
        <source>The account needs its keys. Sign in and this goes on by itself.</source>
        <translation>Das Konto braucht seine Schlüssel. Nach der Anmeldung geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht eine Entscheidung</translation>
    </message>
    <message>
        <source>The file changed</source>
        <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>Die Datei fehlt</translation>
    </message>
    <message>
        <source>The object exists</source>
        <translation>Das Objekt gibt es schon</translation>
    </message>
    <message>
        <source>Sign in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Outcome not known</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>This transfer waits for your decision.</source>
        <translation>Diese Übertragung wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>The file changed since it was added. Nothing more is sent until you decide.</source>
        <translation>Die Datei hat sich seit dem Hinzufügen geändert. Bis zu einer Entscheidung wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>The file is not where it was. What is stored on the server is kept.</source>
        <translation>Die Datei ist nicht mehr da, wo sie war. Was auf dem Server gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>An object of this name is already on the server.</source>
        <translation>Ein Objekt dieses Namens ist schon auf dem Server.</translation>
    </message>
    <message>
        <source>The server does not accept the account&apos;s keys. What is stored is kept.</source>
        <translation>Der Server nimmt die Schlüssel des Kontos nicht an. Was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>The server&apos;s last answer was lost and it does not show the object.</source>
        <translation>Die letzte Antwort des Servers ging verloren, und er zeigt das Objekt nicht.</translation>
    </message>
    <message>
        <source>Another Partway process works on this transfer.</source>
        <translation>Ein anderer Partway-Prozess arbeitet an dieser Übertragung.</translation>
    </message>
    <message>
        <source>It begins by itself when its turn comes.</source>
        <translation>Sie beginnt von selbst, wenn sie an der Reihe ist.</translation>
    </message>
    <message>
        <source>It begins when you resume it.</source>
        <translation>Sie beginnt, wenn sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Comparing with the server</source>
        <translation>Vergleicht mit dem Server</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Assembling on the server</source>
        <translation>Wird auf dem Server zusammengesetzt</translation>
    </message>
    <message>
        <source>Checking the object</source>
        <translation>Prüft das Objekt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Aborting</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Aborted, parts left</source>
        <translation>Abgebrochen, Teile übrig</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Finished, verified</source>
        <translation>Fertig, geprüft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>The upload is being started on the server.</source>
        <translation>Der Upload wird auf dem Server begonnen.</translation>
    </message>
    <message>
        <source>The server is asked which parts it holds; those are kept.</source>
        <translation>Der Server wird gefragt, welche Teile er hat; die bleiben.</translation>
    </message>
    <message>
        <source>The parts are being sent.</source>
        <translation>Die Teile werden gesendet.</translation>
    </message>
    <message>
        <source>All parts are stored. The server puts them together, which may take minutes.</source>
        <translation>Alle Teile sind gespeichert. Der Server setzt sie zusammen, was Minuten dauern kann.</translation>
    </message>
    <message>
        <source>The object on the server is compared with the file.</source>
        <translation>Das Objekt auf dem Server wird mit der Datei verglichen.</translation>
    </message>
    <message>
        <source>Paused. The stored parts stay on the server.</source>
        <translation>Angehalten. Die gespeicherten Teile bleiben auf dem Server.</translation>
    </message>
    <message>
        <source>The stored parts are being deleted on the server.</source>
        <translation>Die gespeicherten Teile werden auf dem Server gelöscht.</translation>
    </message>
    <message>
        <source>Aborted, but the server may still keep some of its parts.</source>
        <translation>Abgebrochen, aber vielleicht behält der Server noch einige Teile.</translation>
    </message>
    <message>
        <source>Aborted. Nothing of it is left on the server.</source>
        <translation>Abgebrochen. Auf dem Server ist nichts davon übrig.</translation>
    </message>
    <message>
        <source>Skipped, since the object was already there.</source>
        <translation>Übersprungen, weil das Objekt schon da war.</translation>
    </message>
    <message>
        <source>The object is complete and proven to be the file.</source>
        <translation>Das Objekt ist vollständig und gleicht nachweislich der Datei.</translation>
    </message>
    <message>
        <source>The transfer failed. What is stored is kept.</source>
        <translation>Die Übertragung ist fehlgeschlagen. Was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 left, %5</source>
        <comment>spoken row: name, percentage, speed, time left, state</comment>
        <translation>%1, %2, %3, noch %4, %5</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>spoken row: name, percentage, speed, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>spoken row: name, percentage, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a part</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading</source>
        <comment>a part</comment>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>a part</comment>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Trying again</source>
        <comment>a part</comment>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Stored</source>
        <comment>a part</comment>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Found on the server</source>
        <comment>a part</comment>
        <translation>Auf dem Server gefunden</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a part</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>The network asks for a sign-in</source>
        <translation>Das Netz verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>A web page answers in the server&apos;s place. Open a browser and sign in to the network; this goes on by itself then.</source>
        <translation>Anstelle des Servers antwortet eine Webseite. Im Browser am Netz anmelden; danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <comment>size, when</comment>
        <translation>%1, geändert %2</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Every part was compared as it was stored, and the server says that the object is complete. It does not let anyone look.</source>
        <translation>Jeder Teil wurde beim Speichern verglichen, und der Server sagt, dass das Objekt vollständig ist. Ansehen lässt er es niemanden.</translation>
    </message>
    <message>
        <source>Handed over with a resume ticket: another computer goes on with it. Resume takes it back.</source>
        <translation>Mit einem Fortsetzungsschein übergeben: Ein anderer Rechner setzt sie fort. „Fortsetzen“ holt sie zurück.</translation>
    </message>
    <message>
        <source>The source changed</source>
        <translation>Die Quelle hat sich geändert</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <translation>Die Quelle ist nicht lesbar</translation>
    </message>
    <message>
        <source>Copy through this computer?</source>
        <translation>Über diesen Rechner kopieren?</translation>
    </message>
    <message>
        <source>The store does not copy this by itself. Its bytes can pass through this computer instead.</source>
        <translation>Der Speicher kopiert das nicht von selbst. Die Bytes können stattdessen über diesen Rechner laufen.</translation>
    </message>
    <message>
        <source>Checking what was sent</source>
        <translation>Prüft, was gesendet wurde</translation>
    </message>
    <message>
        <source>Waiting for room on the disk</source>
        <translation>Wartet auf Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Sending the rest</source>
        <translation>Sendet den Rest</translation>
    </message>
    <message>
        <source>The file is complete. What was sent while it was written is compared with it once more; parts that changed are sent again.</source>
        <translation>Die Datei ist vollständig. Was gesendet wurde, während sie geschrieben wurde, wird noch einmal mit ihr verglichen; Teile, die sich geändert haben, werden noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The disk has no room for the next bytes of the stream, so it is not read on. Free some space and it goes on by itself; nothing is lost.</source>
        <translation>Der Datenträger hat keinen Platz für die nächsten Bytes des Datenstroms, darum wird er nicht weitergelesen. Platz schaffen, dann geht es von selbst weiter; nichts geht verloren.</translation>
    </message>
    <message>
        <source>It was said to be complete. The rest of it is being sent.</source>
        <translation>Die Datei gilt als vollständig. Der Rest davon wird gesendet.</translation>
    </message>
    <message>
        <source>%1 came through the pipe so far. More is sent when a part is full, the rest when the pipe is closed.</source>
        <translation>Bisher kamen %1 durch die Pipe. Weiteres wird gesendet, wenn ein Teil voll ist, der Rest, wenn die Pipe geschlossen wird.</translation>
    </message>
    <message>
        <source>What comes through the pipe is being sent.</source>
        <translation>Was durch die Pipe kommt, wird gesendet.</translation>
    </message>
    <message>
        <source>The file is still written. Its full parts are being sent.</source>
        <translation>Die Datei wird noch geschrieben. Ihre vollen Teile werden gesendet.</translation>
    </message>
    <message>
        <source>Its bytes came through a pipe. Pipe the same ones into “partway-cli resume” with its number; what is stored of them is not sent again.</source>
        <translation>Die Bytes kamen durch eine Pipe. Dieselben durch eine Pipe an „partway-cli resume“ mit der Nummer schicken; was davon gespeichert ist, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The parts pass through this computer.</source>
        <translation>Die Teile laufen über diesen Rechner.</translation>
    </message>
    <message>
        <source>The server copies the parts by itself.</source>
        <translation>Der Server kopiert die Teile von selbst.</translation>
    </message>
    <message>
        <source>The copy is complete: its size is right and it was made of exactly the parts that the server copied from this version of the source. That the bytes are the same is the server&apos;s word; it shows no checksum to compare.</source>
        <translation>Die Kopie ist vollständig: Ihre Größe stimmt, und sie besteht genau aus den Teilen, die der Server aus dieser Version der Quelle kopiert hat. Dass die Bytes dieselben sind, sagt der Server; er zeigt keine Prüfsumme zum Vergleichen.</translation>
    </message>
    <message>
        <source>The copy is complete and proven to be its source.</source>
        <translation>Die Kopie ist vollständig und gleicht nachweislich ihrer Quelle.</translation>
    </message>
    <message>
        <source>Waiting for its stream</source>
        <translation>Wartet auf den Datenstrom</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The copy is compared with its source.</source>
        <translation>Die Kopie wird mit ihrer Quelle verglichen.</translation>
    </message>
    <message>
        <source>Paused. The pipe is not read on; whoever writes to it waits until this is resumed.</source>
        <translation>Angehalten. Die Pipe wird nicht weitergelesen; wer hineinschreibt, wartet, bis fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Paused. The stored parts stay on the server. When it is resumed, the file is followed on.</source>
        <translation>Angehalten. Die gespeicherten Teile bleiben auf dem Server. Nach dem Fortsetzen wird der Datei weiter gefolgt.</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Reading: %1 so far</source>
        <translation>Liest: bisher %1</translation>
    </message>
    <message>
        <source>Following: %1 so far</source>
        <translation>Folgt: bisher %1</translation>
    </message>
    <message>
        <source>Following the file: %1 so far. More is sent when a part is full, the rest when the file is closed or you say that it is complete.</source>
        <translation>Folgt der Datei: bisher %1. Weiteres wird gesendet, wenn ein Teil voll ist, der Rest, wenn die Datei geschlossen oder für vollständig erklärt wird.</translation>
    </message>
    <message>
        <source>This needs about %1 more, and the sign-in of “%2” ends now. What is not sent by then stays stored and waits for the next one.</source>
        <translation>Das braucht noch etwa %1, und die Anmeldung von „%2“ endet jetzt. Was schon gesendet ist, bleibt gespeichert; der Rest wartet auf die nächste.</translation>
    </message>
    <message>
        <source>This needs about %1; the sign-in of “%2” ends in %3. What is not sent by then stays stored and waits for the next one.</source>
        <translation>Das braucht etwa %1; die Anmeldung von „%2“ endet in %3. Was bis dahin gesendet ist, bleibt gespeichert; der Rest wartet auf die nächste.</translation>
    </message>
    <message>
        <source>The proxy lets nothing through before it knows you. When its user and password are right, this goes on by itself.</source>
        <translation>Der Proxy lässt nichts durch, bevor er Sie kennt. Sobald Benutzer und Passwort stimmen, geht es von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>UploadsPage</name>
    <message>
        <source>Uploads</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Follow symbolic &amp;links</source>
        <translation>Symbolischen &amp;Verknüpfungen folgen</translation>
    </message>
    <message>
        <source>Without this a link in a folder is left out and named.</source>
        <translation>Sonst wird eine Verknüpfung in einem Ordner ausgelassen und genannt.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Es ersetzen</translation>
    </message>
    <message>
        <source>Keep both, with another name</source>
        <translation>Beide behalten, mit anderem Namen</translation>
    </message>
    <message>
        <source>Skip the file</source>
        <translation>Die Datei überspringen</translation>
    </message>
    <message>
        <source>Fail, and let the server refuse it</source>
        <translation>Scheitern; der Server weist es ab</translation>
    </message>
    <message>
        <source>If the &amp;object exists:</source>
        <translation>Wenn das &amp;Objekt schon da ist:</translation>
    </message>
    <message>
        <source>Counts for files that are added from now on.</source>
        <translation>Gilt für Dateien, die ab jetzt hinzukommen.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>&amp;Part size:</source>
        <translation>&amp;Teilgröße:</translation>
    </message>
    <message>
        <source>Automatic parts grow with the file. A fixed size grows only where a file would need more parts than the store takes.</source>
        <translation>Automatische Teile wachsen mit der Datei. Eine feste Größe wächst nur, wo eine Datei mehr Teile brauchte, als der Speicher nimmt.</translation>
    </message>
    <message>
        <source>Parts at on&amp;ce:</source>
        <translation>Teile &amp;gleichzeitig:</translation>
    </message>
    <message>
        <source>Automatic climbs while that makes it quicker, and slows down when the server asks for it.</source>
        <translation>Automatisch heißt: mehr, solange es dadurch schneller wird, und langsamer, wenn der Server darum bittet.</translation>
    </message>
    <message>
        <source>As the account&apos;s store does it best</source>
        <translation>Wie es der Speicher des Kontos am besten kann</translation>
    </message>
    <message>
        <source>Check&amp;sum:</source>
        <translation>&amp;Prüfsumme:</translation>
    </message>
    <message>
        <source>The store compares it with what arrives, part by part. A fixed one must be known to it.</source>
        <translation>Der Speicher vergleicht sie Teil für Teil mit dem, was ankommt. Eine feste muss er kennen.</translation>
    </message>
</context>
<context>
    <name>partway::AbortQuestion</name>
    <message>
        <source>Abort incomplete uploads</source>
        <translation>Unvollständige Uploads abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Abort %n incomplete upload(s)?</source>
        <translation>
            <numerusform>%n unvollständigen Upload abbrechen?</numerusform>
            <numerusform>%n unvollständige Uploads abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Abort also those that are &amp;in use</source>
        <translation>Auch die abbrechen, die in &amp;Gebrauch sind</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Abort %n upload(s)</source>
        <translation>
            <numerusform>%n Upload &amp;abbrechen</numerusform>
            <numerusform>%n Uploads &amp;abbrechen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s) are deleted on the store.</source>
        <translation>
            <numerusform>%1 in %n Teil werden auf dem Speicher gelöscht.</numerusform>
            <numerusform>%1 in %n Teilen werden auf dem Speicher gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n upload(s) it is not known how much they keep.</source>
        <translation>
            <numerusform>Von %n Upload ist nicht bekannt, wie viel er belegt.</numerusform>
            <numerusform>Von %n Uploads ist nicht bekannt, wie viel sie belegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong(s) to your own list of transfers: such a transfer starts from the beginning when it goes on.</source>
        <translation>
            <numerusform>%n davon gehört zur eigenen Liste der Übertragungen: Eine solche Übertragung beginnt von vorn, wenn sie weitergeht.</numerusform>
            <numerusform>%n davon gehören zur eigenen Liste der Übertragungen: Eine solche Übertragung beginnt von vorn, wenn sie weitergeht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n second(s) to take it back; after that nothing brings the parts back.</source>
        <translation>
            <numerusform>%n Sekunde lang lässt es sich zurücknehmen; danach bringt nichts die Teile zurück.</numerusform>
            <numerusform>%n Sekunden lang lässt es sich zurücknehmen; danach bringt nichts die Teile zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source> – %1</source>
        <translation> – %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them got a part within the last hour.</source>
        <translation>Keiner davon hat in der letzten Stunde einen Teil bekommen.</translation>
    </message>
    <message>
        <source>Looking whether somebody is still using them…</source>
        <translation>Es wird nachgesehen, ob sie noch jemand benutzt…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nobody seems to be using them.</source>
        <translation>Niemand scheint sie zu benutzen.</translation>
    </message>
</context>
<context>
    <name>partway::AccountDialog</name>
    <message>
        <source>Add an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>What you want to call it</source>
        <translation>Frei gewählter Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Addressing</source>
        <translation>Adressierung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Bucket in the path</source>
        <translation>Bucket im Pfad</translation>
    </message>
    <message>
        <source>Bucket in the host name</source>
        <translation>Bucket im Rechnernamen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>An&amp;bieter:</translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation>&amp;Endpunkt:</translation>
    </message>
    <message>
        <source>&amp;Region:</source>
        <translation>&amp;Region:</translation>
    </message>
    <message>
        <source>A&amp;ddressing:</source>
        <translation>A&amp;dressierung:</translation>
    </message>
    <message>
        <source>Where uploads usually go</source>
        <translation>Wohin Uploads meistens gehen</translation>
    </message>
    <message>
        <source>folder/below/the/bucket</source>
        <translation>Ordner/unter/dem/Bucket</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>B&amp;ucket:</translation>
    </message>
    <message>
        <source>Pre&amp;fix:</source>
        <translation>Prä&amp;fix:</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Netz&amp;werk</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>Verbindung &amp;testen…</translation>
    </message>
    <message>
        <source>Tries everything that uploads need, with what is written here, saved or not</source>
        <translation>Probiert alles, was Uploads brauchen, mit dem, was hier steht, gesichert oder nicht</translation>
    </message>
    <message>
        <source>&amp;Uploads</source>
        <translation>&amp;Uploads</translation>
    </message>
    <message>
        <source>Its customers sign in at %1</source>
        <translation>Kunden melden sich an unter %1</translation>
    </message>
    <message>
        <source>Keys are made at %1</source>
        <translation>Schlüssel erhält man unter %1</translation>
    </message>
</context>
<context>
    <name>partway::AccountsMenu</name>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>&amp;Add an account…</source>
        <translation>Konto &amp;anlegen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove the account “%1” and its secret key?</source>
        <translation>Das Konto „%1“ und seinen geheimen Schlüssel entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) of it are not finished. They stay in the list but cannot go on without it.</source>
        <translation>
            <numerusform>%n Übertragung davon ist nicht fertig. Sie bleibt in der Liste, kann aber ohne das Konto nicht weitergehen.</numerusform>
            <numerusform>%n Übertragungen davon sind nicht fertig. Sie bleiben in der Liste, können aber ohne das Konto nicht weitergehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was uploaded with it stays on the server.</source>
        <translation>Was damit hochgeladen wurde, bleibt auf dem Server.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Import from AWS files…</source>
        <translation>Aus AWS-Dateien &amp;importieren …</translation>
    </message>
</context>
<context>
    <name>partway::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>There is already an account named “%1”.</source>
        <translation>Es gibt schon ein Konto namens „%1“.</translation>
    </message>
    <message>
        <source>Remove an account</source>
        <translation>Ein Konto entfernen</translation>
    </message>
    <message>
        <source>Remove the account “%1”?</source>
        <translation>Das Konto „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its secret is deleted from the keychain of this computer.</source>
        <translation>Sein Geheimnis wird aus dem Schlüsselbund dieses Computers gelöscht.</translation>
    </message>
    <message>
        <source>Nothing of it is in the keychain.</source>
        <translation>Im Schlüsselbund ist nichts davon.</translation>
    </message>
    <message>
        <source>No transfer needs it.</source>
        <translation>Keine Übertragung braucht es.</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished transfer(s) of it stop and cannot go on without it. What they stored stays on the server; abort them first if it shall go, too.</source>
        <translation>
            <numerusform>%n unfertige Übertragung hält an und kann ohne das Konto nicht weitergehen. Was sie gespeichert hat, bleibt auf dem Server; soll es auch weg, sie vorher abbrechen.</numerusform>
            <numerusform>%n unfertige Übertragungen halten an und können ohne das Konto nicht weitergehen. Was sie gespeichert haben, bleibt auf dem Server; soll es auch weg, sie vorher abbrechen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Export accounts without their secrets</source>
        <translation>Konten ohne ihre Geheimnisse exportieren</translation>
    </message>
    <message>
        <source>Accounts (*.json)</source>
        <translation>Konten (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n account(s), without their secrets.</source>
        <translation>
            <numerusform>%n Konto exportiert, ohne sein Geheimnis.</numerusform>
            <numerusform>%n Konten exportiert, ohne ihre Geheimnisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei ließ sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>&amp;Import from AWS files…</source>
        <translation>Aus AWS-Dateien &amp;importieren …</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n account(s).</source>
        <translation>
            <numerusform>%n Konto importiert.</numerusform>
            <numerusform>%n Konten importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>An account says where a store is and with which keys.</source>
        <translation>Ein Konto sagt, wo ein Speicher ist und mit welchen Schlüsseln.</translation>
    </message>
    <message>
        <source>Add an a&amp;ccount…</source>
        <translation>K&amp;onto hinzufügen …</translation>
    </message>
</context>
<context>
    <name>partway::AdoptDialog</name>
    <message>
        <source>Resume with a file</source>
        <translation>Mit einer Datei fortsetzen</translation>
    </message>
    <message>
        <source>Choose the file that this upload was begun from. Partway compares it with what is stored, part by part, and sends only what is missing or different.</source>
        <translation>Die Datei wählen, mit der dieser Upload begonnen wurde. Partway vergleicht sie Teil für Teil mit dem, was gespeichert ist, und sendet nur, was fehlt oder anders ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) with %1 are stored.</source>
        <translation>
            <numerusform>%n Teil mit %1 ist gespeichert.</numerusform>
            <numerusform>%n Teile mit %1 sind gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Nothing is sent before you say so.</source>
        <translation>Nichts wird ohne Zustimmung gesendet.</translation>
    </message>
    <message>
        <source>It is the &amp;right file all the same: send all of it</source>
        <translation>Es ist trotzdem die &amp;richtige Datei: alles senden</translation>
    </message>
    <message>
        <source>&amp;Finish the upload</source>
        <translation>Den Upload &amp;beenden</translation>
    </message>
    <message>
        <source>The object keeps the type, the metadata and the storage class it was begun with.</source>
        <translation>Das Objekt behält den Typ, die Metadaten und die Speicherklasse, mit denen es begonnen wurde.</translation>
    </message>
    <message>
        <source>the file on this computer</source>
        <translation>die Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Which file is this?…</source>
        <translation>&amp;Welche Datei ist das?…</translation>
    </message>
    <message>
        <source>The file of this upload</source>
        <translation>Die Datei dieses Uploads</translation>
    </message>
    <message>
        <source>Comparing the file with what is stored…</source>
        <translation>Die Datei wird mit dem Gespeicherten verglichen…</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>5 matching (80 MiB)</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Nothing that is stored equals this file: it is most likely another one.</source>
        <translation>Nichts Gespeichertes gleicht dieser Datei: Sie ist höchstwahrscheinlich eine andere.</translation>
    </message>
    <message>
        <source>All parts are stored and match. Nothing needs to be sent; the object is put together.</source>
        <translation>Alle Teile sind gespeichert und stimmen überein. Nichts muss gesendet werden; das Objekt wird zusammengesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s) will be sent; the rest is stored and matches.</source>
        <translation>
            <numerusform>%1 in %n Teil werden gesendet; der Rest ist gespeichert und stimmt überein.</numerusform>
            <numerusform>%1 in %n Teilen werden gesendet; der Rest ist gespeichert und stimmt überein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::Attendant</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>%1 needs you</source>
        <translation>%1 braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) failed or need you</source>
        <translation>
            <numerusform>%n Übertragung ist gescheitert oder braucht Sie</numerusform>
            <numerusform>%n Übertragungen sind gescheitert oder brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more finished.</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n weitere ist fertig.</numerusform>
            <numerusform>%n weitere sind fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>%1 is uploaded</source>
        <translation>%1 ist hochgeladen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are uploaded</source>
        <translation>
            <numerusform>%n Datei ist hochgeladen</numerusform>
            <numerusform>%n Dateien sind hochgeladen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, complete and verified in %2</source>
        <comment>size, bucket</comment>
        <translation>%1, vollständig und geprüft in %2</translation>
    </message>
    <message>
        <source>Files are being uploaded</source>
        <translation>Dateien werden hochgeladen</translation>
    </message>
</context>
<context>
    <name>partway::BucketTree</name>
    <message>
        <source>%1 (names that begin with “%2”)</source>
        <translation>%1 (Namen, die mit „%2“ beginnen)</translation>
    </message>
    <message>
        <source>Show more… (%1 so far)</source>
        <translation>Mehr zeigen … (bisher %1)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>%1 Press Enter to try again.</source>
        <translation>%1 Die Eingabetaste versucht es erneut.</translation>
    </message>
    <message>
        <source>Nothing in here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>No name begins so</source>
        <translation>Kein Name beginnt so</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>%1, object, %2</source>
        <comment>name, size</comment>
        <translation>%1, Objekt, %2</translation>
    </message>
    <message>
        <source>%1, folder</source>
        <comment>name</comment>
        <translation>%1, Ordner</translation>
    </message>
    <message>
        <source>%1, bucket</source>
        <comment>name</comment>
        <translation>%1, Bucket</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
</context>
<context>
    <name>partway::BucketView</name>
    <message>
        <source>Buckets and what is in them</source>
        <translation>Buckets und was in ihnen ist</translation>
    </message>
</context>
<context>
    <name>partway::BucketsPage</name>
    <message>
        <source>Buckets</source>
        <translation>Buckets</translation>
    </message>
    <message>
        <source>The bucket “%1” could not be made.</source>
        <translation>Der Bucket „%1“ ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The bucket “%1” is there.</source>
        <translation>Der Bucket „%1“ ist da.</translation>
    </message>
    <message>
        <source>The folder “%1” could not be made.</source>
        <translation>Der Ordner „%1“ ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Upload to %1</source>
        <translation>Nach %1 hochladen</translation>
    </message>
    <message>
        <source>New files go to %1.</source>
        <translation>Neue Dateien gehen nach %1.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Verbergen</translation>
    </message>
    <message>
        <source>&amp;Delete for good</source>
        <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
        <source>“%1” could not be deleted.</source>
        <translation>„%1“ ließ sich nicht löschen.</translation>
    </message>
    <message>
        <source>Remove the delete marker of “%1”?</source>
        <translation>Die Löschmarkierung von „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Delete this version of “%1” for good?</source>
        <translation>Diese Version von „%1“ endgültig löschen?</translation>
    </message>
    <message>
        <source>What it hides is shown again.</source>
        <translation>Was sie verbirgt, wird wieder gezeigt.</translation>
    </message>
    <message>
        <source>%1 of %2. It cannot be brought back.</source>
        <translation>%1, geändert: %2. Sie lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>The version could not be deleted.</source>
        <translation>Die Version ließ sich nicht löschen.</translation>
    </message>
    <message>
        <source>No buckets</source>
        <translation>Keine Buckets</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) added to the transfers.</source>
        <translation>
            <numerusform>%n Kopie zu den Übertragungen hinzugefügt.</numerusform>
            <numerusform>%n Kopien zu den Übertragungen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>New &amp;bucket…</source>
        <translation>Neuer &amp;Bucket …</translation>
    </message>
    <message>
        <source>&amp;Show a bucket by name…</source>
        <translation>Bucket mit Namen &amp;zeigen …</translation>
    </message>
    <message>
        <source>Look at an object by &amp;name…</source>
        <translation>Objekt mit &amp;Namen ansehen …</translation>
    </message>
    <message>
        <source>New &amp;folder…</source>
        <translation>Neuer &amp;Ordner …</translation>
    </message>
    <message>
        <source>&amp;Upload here…</source>
        <translation>&amp;Hierher hochladen …</translation>
    </message>
    <message>
        <source>Set as &amp;destination</source>
        <translation>Als Z&amp;iel setzen</translation>
    </message>
    <message>
        <source>Copy the &amp;address</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Link for others…</source>
        <translation>&amp;Link für andere …</translation>
    </message>
    <message>
        <source>&amp;Copy to…</source>
        <translation>&amp;Kopieren nach …</translation>
    </message>
    <message>
        <source>Account whose buckets are shown</source>
        <translation>Konto, dessen Buckets gezeigt werden</translation>
    </message>
    <message>
        <source>Filter; Enter asks the server</source>
        <translation>Filter; Eingabetaste fragt den Server</translation>
    </message>
    <message>
        <source>Filter the names</source>
        <translation>Die Namen filtern</translation>
    </message>
    <message>
        <source>There is no account whose buckets could be shown. Add one first.</source>
        <translation>Es gibt kein Konto, dessen Buckets sich zeigen ließen. Zuerst eines anlegen.</translation>
    </message>
    <message>
        <source>Asking the server for the buckets…</source>
        <translation>Der Server wird nach den Buckets gefragt …</translation>
    </message>
    <message>
        <source>%1 You can show a bucket by its name if you know it.</source>
        <translation>%1 Ein Bucket lässt sich mit seinem Namen zeigen, wenn der bekannt ist.</translation>
    </message>
    <message>
        <source>There is no bucket in this account yet. “New bucket” makes one.</source>
        <translation>In diesem Konto gibt es noch keinen Bucket. „Neuer Bucket“ legt einen an.</translation>
    </message>
    <message>
        <source>The buckets cannot be listed, so only known ones are shown. %1</source>
        <translation>Die Buckets lassen sich nicht auflisten, darum werden nur bekannte gezeigt. %1</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message numerus="yes">
        <source>%n of them will have no tags: there, objects have none.</source>
        <translation>
            <numerusform>%n davon wird keine Tags haben: Dort haben Objekte keine.</numerusform>
            <numerusform>%n davon werden keine Tags haben: Dort haben Objekte keine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will have no tags: the keys of the account may not read those of the source.</source>
        <translation>
            <numerusform>%n davon wird keine Tags haben: Die Schlüssel des Kontos dürfen die der Quelle nicht lesen.</numerusform>
            <numerusform>%n davon werden keine Tags haben: Die Schlüssel des Kontos dürfen die der Quelle nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload tic&amp;ket for others…</source>
        <translation>Upload-Tic&amp;ket für andere …</translation>
    </message>
    <message>
        <source>Shows only names with this in them, of those that are listed. Enter asks the server for names in the chosen folder that begin so. (%1)</source>
        <translation>Zeigt von dem, was aufgelistet ist, nur Namen, die dies enthalten. Mit der Eingabetaste wird der Server nach Namen im gewählten Ordner gefragt, die so beginnen. (%1)</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
</context>
<context>
    <name>partway::CarriedFields</name>
    <message>
        <source>Metadata and tags as they are</source>
        <translation>Metadaten und Tags, wie sie sind</translation>
    </message>
    <message>
        <source>Only what is written here</source>
        <translation>Nur, was hier geschrieben steht</translation>
    </message>
    <message>
        <source>Ca&amp;rry along:</source>
        <translation>Mit&amp;nehmen:</translation>
    </message>
    <message>
        <source>Content t&amp;ype:</source>
        <translation>Inhalts&amp;typ:</translation>
    </message>
    <message>
        <source>Headers, one a line</source>
        <translation>Kopfzeilen, eine je Zeile</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>K&amp;opfzeilen:</translation>
    </message>
    <message>
        <source>Tags, one a line</source>
        <translation>Tags, eines je Zeile</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>Ta&amp;gs:</translation>
    </message>
</context>
<context>
    <name>partway::CleanUpDialog</name>
    <message numerus="yes">
        <source>“%1” aborts incomplete uploads after %n day(s).</source>
        <translation>
            <numerusform>„%1“ bricht unvollständige Uploads nach %n Tag ab.</numerusform>
            <numerusform>„%1“ bricht unvollständige Uploads nach %n Tagen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” aborts incomplete uploads below “%2” after %n day(s).</source>
        <translation>
            <numerusform>„%1“ bricht unvollständige Uploads unter „%2“ nach %n Tag ab.</numerusform>
            <numerusform>„%1“ bricht unvollständige Uploads unter „%2“ nach %n Tagen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Sie ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Clean-up rule of %1</source>
        <translation>Aufräumregel von %1</translation>
    </message>
    <message>
        <source>A rule of the bucket lets the store itself abort incomplete uploads when they are old, whoever began them. Other rules of the bucket stay as they are.</source>
        <translation>Mit einer Regel des Buckets bricht der Speicher selbst unvollständige Uploads ab, wenn sie alt sind, wer immer sie begonnen hat. Andere Regeln des Buckets bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Days after the start of an upload</source>
        <translation>Tage nach dem Beginn eines Uploads</translation>
    </message>
    <message>
        <source>the whole bucket</source>
        <translation>der ganze Bucket</translation>
    </message>
    <message>
        <source>Only below this prefix</source>
        <translation>Nur unter diesem Präfix</translation>
    </message>
    <message>
        <source>What would change in the rules of the bucket</source>
        <translation>Was sich an den Regeln des Buckets ändern würde</translation>
    </message>
    <message>
        <source>&amp;Set the rule</source>
        <translation>Die Regel &amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Remove Partway&apos;s rule</source>
        <translation>Die Regel von Partway &amp;entfernen</translation>
    </message>
    <message>
        <source>Abort after &amp;days:</source>
        <translation>Abbrechen nach &amp;Tagen:</translation>
    </message>
    <message>
        <source>Only &amp;below:</source>
        <translation>Nur &amp;unter:</translation>
    </message>
    <message>
        <source>What &amp;would change (+ new, - gone):</source>
        <translation>Was sich ä&amp;ndern würde (+ neu, - weg):</translation>
    </message>
    <message>
        <source>Reading the rules of the bucket…</source>
        <translation>Die Regeln des Buckets werden gelesen…</translation>
    </message>
    <message>
        <source>This is what would be taken out. Nothing has been written yet.</source>
        <translation>Dies würde herausgenommen. Noch ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>The rule is there already; there is nothing to change.</source>
        <translation>Die Regel ist schon da; es gibt nichts zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>The rule “%1” does this already, after %n day(s): another one is not needed.</source>
        <translation>
            <numerusform>Die Regel „%1“ tut das schon, nach %n Tag: Eine weitere ist nicht nötig.</numerusform>
            <numerusform>Die Regel „%1“ tut das schon, nach %n Tagen: Eine weitere ist nicht nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>No rule of the bucket aborts incomplete uploads now.</source>
        <translation>Zurzeit bricht keine Regel des Buckets unvollständige Uploads ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) of the bucket do other things.</source>
        <translation>
            <numerusform>%n Regel des Buckets tut etwas anderes.</numerusform>
            <numerusform>%n Regeln des Buckets tun etwas anderes.</numerusform>
        </translation>
    </message>
    <message>
        <source>• %1 would be deleted %2</source>
        <translation>• %1 würde %2 gelöscht</translation>
    </message>
    <message>
        <source>The rule would also take uploads of your own list that are not finished by then:</source>
        <translation>Die Regel träfe auch Uploads aus der eigenen Liste, die bis dahin nicht fertig sind:</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing, and reading again…</source>
        <translation>Wird geschrieben und neu gelesen…</translation>
    </message>
    <message>
        <source>Partway&apos;s rule is gone; the store has confirmed it.</source>
        <translation>Die Regel von Partway ist entfernt; der Speicher hat es bestätigt.</translation>
    </message>
    <message>
        <source>The rule is set; the store has confirmed it.</source>
        <translation>Die Regel ist gesetzt; der Speicher hat es bestätigt.</translation>
    </message>
    <message>
        <source>Write the re&amp;moval</source>
        <translation>Entfernen schrei&amp;ben</translation>
    </message>
    <message>
        <source>What &amp;was changed (+ new, - gone):</source>
        <translation>Was geän&amp;dert wurde (+ neu, - weg):</translation>
    </message>
    <message>
        <source>What was changed in the rules of the bucket</source>
        <translation>Was an den Regeln des Buckets geändert wurde</translation>
    </message>
    <message>
        <source>Nothing is to be changed.</source>
        <translation>Es ist nichts zu ändern.</translation>
    </message>
    <message>
        <source>&amp;Set the rule all the same</source>
        <translation>Die Regel trotzdem &amp;setzen</translation>
    </message>
</context>
<context>
    <name>partway::CopyDialog</name>
    <message>
        <source>Copy to another place</source>
        <translation>An einen anderen Ort kopieren</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>„%1“ kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s), folders with all that is in them</source>
        <translation>
            <numerusform>%n Zeile kopieren, Ordner mit allem, was darin ist</numerusform>
            <numerusform>%n Zeilen kopieren, Ordner mit allem, was darin ist</numerusform>
        </translation>
    </message>
    <message>
        <source>bucket/folder/</source>
        <translation>Bucket/Ordner/</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>K&amp;onto:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>Na&amp;ch:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>If it &amp;exists:</source>
        <translation>Falls &amp;vorhanden:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Bucket and folder to copy to</source>
        <translation>Bucket und Ordner, in den kopiert wird</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Name der Kopie</translation>
    </message>
    <message>
        <source>One service cannot read what another keeps. The bytes can be read here and sent on; that takes as long as a download and an upload.</source>
        <translation>Ein Dienst kann nicht lesen, was ein anderer aufbewahrt. Die Bytes lassen sich hier lesen und weitersenden; das dauert so lange wie ein Herunterladen und ein Hochladen.</translation>
    </message>
    <message>
        <source>The store could copy by itself, which is faster.</source>
        <translation>Der Speicher könnte selbst kopieren, das geht schneller.</translation>
    </message>
    <message>
        <source>The store copies by itself, in parts; nothing passes through this computer.</source>
        <translation>Der Speicher kopiert selbst, in Teilen; nichts geht über diesen Rechner.</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
    <message>
        <source>Let the bytes &amp;pass through this computer</source>
        <translation>Die Bytes über diesen &amp;Rechner leiten</translation>
    </message>
    <message>
        <source>Objects have no tags there: the copy will have none. %1</source>
        <translation>Dort haben Objekte keine Tags: Die Kopie wird keine haben. %1</translation>
    </message>
</context>
<context>
    <name>partway::DestinationBox</name>
    <message>
        <source>Account to upload to</source>
        <translation>Konto zum Hochladen</translation>
    </message>
    <message>
        <source>The account that new files are uploaded with</source>
        <translation>Das Konto, mit dem neue Dateien hochgeladen werden</translation>
    </message>
    <message>
        <source>Bucket and prefix to upload to</source>
        <translation>Bucket und Präfix, wohin hochgeladen wird</translation>
    </message>
    <message>
        <source>bucket/prefix</source>
        <translation>Bucket/Präfix</translation>
    </message>
    <message>
        <source>New files are uploaded to %1</source>
        <translation>Neue Dateien werden nach %1 hochgeladen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose the destination from the buckets and folders of the account</source>
        <translation>Das Ziel aus den Buckets und Ordnern des Kontos wählen</translation>
    </message>
    <message>
        <source>Browse for a destination</source>
        <translation>Ein Ziel suchen</translation>
    </message>
    <message>
        <source>T&amp;o:</source>
        <translation>Na&amp;ch:</translation>
    </message>
</context>
<context>
    <name>partway::DetailsForm</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>sent as a whole in one request</source>
        <translation>als Ganzes in einer Anfrage gesendet</translation>
    </message>
    <message>
        <source>%1 parts of %2</source>
        <comment>count, size</comment>
        <translation>%1 Teile zu %2</translation>
    </message>
    <message>
        <source>the server said so</source>
        <translation>der Server sagt es</translation>
    </message>
    <message>
        <source>the size is right</source>
        <translation>die Größe stimmt</translation>
    </message>
    <message>
        <source>it carries our mark</source>
        <translation>es trägt unsere Marke</translation>
    </message>
    <message>
        <source>the ETag is the one computed here</source>
        <translation>das ETag ist das hier berechnete</translation>
    </message>
    <message>
        <source>the checksum is the one computed here</source>
        <translation>die Prüfsumme ist die hier berechnete</translation>
    </message>
    <message>
        <source>Proven by</source>
        <translation>Nachgewiesen durch</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
    <message>
        <source>Checksum of the object</source>
        <translation>Prüfsumme des Objekts</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Datei geändert</translation>
    </message>
    <message>
        <source>File identity</source>
        <translation>Identität der Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Upload id</source>
        <translation>Upload-ID</translation>
    </message>
    <message>
        <source>Checksum of each part</source>
        <translation>Prüfsumme jedes Teils</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Sent twice</source>
        <translation>Doppelt gesendet</translation>
    </message>
    <message>
        <source>Begun anew</source>
        <translation>Neu begonnen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Request id of the error</source>
        <translation>Anfrage-ID des Fehlers</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Aufbewahrt als</translation>
    </message>
    <message>
        <source>Copy from</source>
        <translation>Kopie von</translation>
    </message>
    <message>
        <source>Source changed</source>
        <translation>Quelle geändert</translation>
    </message>
    <message>
        <source>none: it came through a pipe</source>
        <translation>keine: Sie kam durch eine Pipe</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
</context>
<context>
    <name>partway::DetailsPane</name>
    <message>
        <source>Details of the selected transfer</source>
        <translation>Details der gewählten Übertragung</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) selected</source>
        <translation>
            <numerusform>%n Übertragung gewählt</numerusform>
            <numerusform>%n Übertragungen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a transfer to see its parts</source>
        <translation>Eine Übertragung wählen, um ihre Teile zu sehen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number of files, their size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tab, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>partway::ErrorCard</name>
    <message>
        <source>&amp;Retry</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>An&amp;melden …</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Check and r&amp;epair</source>
        <translation>Prüfen und aus&amp;bessern</translation>
    </message>
    <message>
        <source>Re&amp;quest and reply…</source>
        <translation>An&amp;frage und Antwort …</translation>
    </message>
    <message>
        <source>The file is &amp;complete</source>
        <translation>&amp;Die Datei ist vollständig</translation>
    </message>
    <message>
        <source>Rep&amp;lace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Kee&amp;p both</source>
        <translation>Be&amp;ide behalten</translation>
    </message>
    <message>
        <source>Copy throu&amp;gh this computer</source>
        <translation>Über diesen Computer &amp;kopieren</translation>
    </message>
    <message>
        <source>Follow while it is &amp;written</source>
        <translation>Der Datei f&amp;olgen, während sie geschrieben wird</translation>
    </message>
    <message>
        <source>A&amp;bort…</source>
        <translation>Abb&amp;rechen …</translation>
    </message>
</context>
<context>
    <name>partway::ExchangeButton</name>
    <message>
        <source>Re&amp;quest and reply…</source>
        <translation>An&amp;frage und Antwort …</translation>
    </message>
</context>
<context>
    <name>partway::ExchangeDialog</name>
    <message>
        <source>Request and reply – %1</source>
        <translation>Anfrage und Antwort – %1</translation>
    </message>
    <message>
        <source>Request and reply</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;request id</source>
        <translation>&amp;Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>This is what was asked last and went wrong. Keys, signatures and tokens are removed. Whoever keeps the server may ask for it.</source>
        <translation>Das wurde zuletzt angefragt und ging schief. Schlüssel, Signaturen und Token sind entfernt. Wer den Server betreibt, fragt vielleicht danach.</translation>
    </message>
</context>
<context>
    <name>partway::ExistsDialog</name>
    <message>
        <source>Already on the server</source>
        <translation>Schon auf dem Server</translation>
    </message>
    <message>
        <source>Objects that exist</source>
        <translation>Objekte, die schon da sind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>The object on the server is replaced once the file is there</source>
        <translation>Das Objekt auf dem Server wird ersetzt, sobald die Datei dort ist</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>The file gets another name on the server</source>
        <translation>Die Datei bekommt auf dem Server einen anderen Namen</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>The file is not uploaded</source>
        <translation>Die Datei wird nicht hochgeladen</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have an object of the same name on the server. What shall become of those that are ticked?</source>
        <translation>
            <numerusform>Zu %n Datei gibt es auf dem Server ein Objekt gleichen Namens. Was soll mit ihr geschehen?</numerusform>
            <numerusform>Zu %n Dateien gibt es auf dem Server Objekte gleichen Namens. Was soll mit den angekreuzten geschehen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::FileChooser</name>
    <message>
        <source>File on this computer</source>
        <translation>Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>drop it here, or choose it</source>
        <translation>hierher ziehen oder auswählen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
</context>
<context>
    <name>partway::FindDialog</name>
    <message>
        <source>Which file is this?</source>
        <translation>Welche Datei ist das?</translation>
    </message>
    <message>
        <source>%1 files seen, %2 compared. %3</source>
        <translation>%1 Dateien gesehen, %2 verglichen. %3</translation>
    </message>
    <message>
        <source>No file in these folders has this part.</source>
        <translation>Keine Datei in diesen Ordnern hat diesen Teil.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) found.</source>
        <translation>
            <numerusform>%n Datei gefunden.</numerusform>
            <numerusform>%n Dateien gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searches for files that begin with the very bytes of the first stored part. Files of the same name are looked at first, and none that is smaller than what is stored.</source>
        <translation>Sucht nach Dateien, die mit genau den Bytes des ersten gespeicherten Teils beginnen. Dateien gleichen Namens kommen zuerst; keine, die kleiner ist als das Gespeicherte, wird angesehen.</translation>
    </message>
    <message>
        <source>Folders to search</source>
        <translation>Zu durchsuchende Ordner</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Files that were found</source>
        <translation>Gefundene Dateien</translation>
    </message>
    <message>
        <source>&amp;Use this file</source>
        <translation>Diese Datei &amp;verwenden</translation>
    </message>
    <message>
        <source>Search this folder</source>
        <translation>Diesen Ordner durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Asking the store for the first part…</source>
        <translation>Der Speicher wird nach dem ersten Teil gefragt…</translation>
    </message>
</context>
<context>
    <name>partway::HelpWindow</name>
    <message>
        <source>How it works</source>
        <translation>So funktioniert es</translation>
    </message>
    <message>
        <source>Add an account, choose where the files are to go, and drop files or folders on the window. Large files are sent in parts. Each part that the server has acknowledged stays stored: after a pause, a crash, a restart or a change of network Partway goes on with the parts that are missing.</source>
        <translation>Ein Konto anlegen, wählen, wohin die Dateien gehen sollen, und Dateien oder Ordner auf das Fenster ziehen. Große Dateien werden in Teilen gesendet. Jeder Teil, den der Server bestätigt hat, bleibt gespeichert: Nach einer Pause, einem Absturz, einem Neustart oder einem Netzwechsel macht Partway mit den Teilen weiter, die fehlen.</translation>
    </message>
    <message>
        <source>Pause keeps what is stored on the server. Abort deletes it there. To remove a row from the list changes nothing on the server. At the end Partway proves that the object is the file; only then it says so.</source>
        <translation>„Anhalten“ behält, was auf dem Server gespeichert ist. „Abbrechen“ löscht es dort. Eine Zeile aus der Liste zu entfernen ändert auf dem Server nichts. Am Ende weist Partway nach, dass das Objekt der Datei gleicht; erst dann sagt es das.</translation>
    </message>
    <message>
        <source>What the states mean</source>
        <translation>Was die Zustände bedeuten</translation>
    </message>
    <message>
        <source>Left and Right</source>
        <translation>Links und Rechts</translation>
    </message>
    <message>
        <source>Collapse or expand a folder in the list</source>
        <translation>Einen Ordner in der Liste zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Tab and Shift+Tab</source>
        <translation>Tab und Umschalt+Tab</translation>
    </message>
    <message>
        <source>To the next or the previous part of the window</source>
        <translation>Zum nächsten oder vorigen Bereich des Fensters</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>partway::ImportDialog</name>
    <message>
        <source>Import from AWS files</source>
        <translation>Aus AWS-Dateien importieren</translation>
    </message>
    <message>
        <source>There are no profiles in %1.</source>
        <translation>In %1 gibt es keine Profile.</translation>
    </message>
    <message>
        <source>These profiles are in %1. Each one that is ticked becomes an account.</source>
        <translation>Diese Profile stehen in %1. Jedes angekreuzte wird ein Konto.</translation>
    </message>
    <message>
        <source>&amp;Copy lasting keys into the keychain of this computer</source>
        <translation>Dauerhafte Schlüssel in den &amp;Schlüsselbund dieses Rechners kopieren</translation>
    </message>
    <message>
        <source>Else the profile is read each time keys are needed, and nothing is copied</source>
        <translation>Sonst wird das Profil jedes Mal gelesen, wenn Schlüssel gebraucht werden, und nichts kopiert</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Nothing: there is an account of this name</source>
        <translation>Nichts: Ein Konto dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>An account with these keys in the keychain</source>
        <translation>Ein Konto mit diesen Schlüsseln im Schlüsselbund</translation>
    </message>
    <message>
        <source>An account; Partway asks before it runs %1</source>
        <translation>Ein Konto; Partway fragt, bevor es %1 ausführt</translation>
    </message>
    <message>
        <source>An account that reads the profile each time</source>
        <translation>Ein Konto, das jedes Mal das Profil liest</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n account(s)</source>
        <translation>
            <numerusform>%n Konto &amp;importieren</numerusform>
            <numerusform>%n Konten &amp;importieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::IncompleteModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>Begonnen von</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Newest part</source>
        <translation>Neuester Teil</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Kosten im Monat</translation>
    </message>
    <message>
        <source>Will be deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n)</source>
        <comment>a bucket and how many uploads it has</comment>
        <translation>
            <numerusform>%1 (%n)</numerusform>
            <numerusform>%1 (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen…</translation>
    </message>
    <message>
        <source>?</source>
        <comment>not known</comment>
        <translation>?</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Will be aborted</source>
        <translation>Wird abgebrochen werden</translation>
    </message>
    <message>
        <source>Aborting…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Yours: %1</source>
        <translation>Eigener: %1</translation>
    </message>
    <message numerus="yes">
        <source>one of %n for this name</source>
        <translation>
            <numerusform>einer von %n für diesen Namen</numerusform>
            <numerusform>einer von %n für diesen Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>The parts have not been counted, or the store does not list them.</source>
        <translation>Die Teile wurden nicht gezählt, oder der Speicher listet sie nicht auf.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>%1
Upload id: %2</source>
        <translation>%1
Upload-ID: %2</translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1, %n incomplete upload(s), %2 kept</source>
        <translation>
            <numerusform>Bucket %1, %n unvollständiger Upload, %2 belegt</numerusform>
            <numerusform>Bucket %1, %n unvollständige Uploads, %2 belegt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::IncompletePage</name>
    <message>
        <source>Incomplete uploads</source>
        <translation>Unvollständige Uploads</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Ask the store again</source>
        <translation>Den Speicher noch einmal fragen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Resume with a &amp;file…</source>
        <translation>Mit einer &amp;Datei fortsetzen…</translation>
    </message>
    <message>
        <source>Finish this upload from a local file</source>
        <translation>Diesen Upload aus einer Datei auf diesem Rechner beenden</translation>
    </message>
    <message>
        <source>&amp;Abort…</source>
        <translation>&amp;Abbrechen…</translation>
    </message>
    <message>
        <source>Delete what the store keeps of the selected uploads</source>
        <translation>Löschen, was der Speicher von den gewählten Uploads aufbewahrt</translation>
    </message>
    <message>
        <source>Abort &amp;older than…</source>
        <translation>Ä&amp;ltere abbrechen…</translation>
    </message>
    <message>
        <source>Abort all that are older than some days</source>
        <translation>Alle abbrechen, die älter als einige Tage sind</translation>
    </message>
    <message>
        <source>&amp;Keep this one, abort the others of its name…</source>
        <translation>Diesen &amp;behalten, die anderen seines Namens abbrechen…</translation>
    </message>
    <message>
        <source>Several uploads go to the same name: keep one of them</source>
        <translation>Mehrere Uploads gehen an denselben Namen: einen davon behalten</translation>
    </message>
    <message>
        <source>&amp;Clean-up rule…</source>
        <translation>Aufräum&amp;regel…</translation>
    </message>
    <message>
        <source>Let the bucket abort old uploads by itself</source>
        <translation>Den Bucket alte Uploads von selbst abbrechen lassen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write what is shown to a CSV file</source>
        <translation>Was zu sehen ist, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Prices…</source>
        <translation>&amp;Preise…</translation>
    </message>
    <message>
        <source>What the stores charge for keeping data</source>
        <translation>Was die Speicher für das Aufbewahren von Daten verlangen</translation>
    </message>
    <message>
        <source>Copy &amp;upload id</source>
        <translation>&amp;Upload-ID kopieren</translation>
    </message>
    <message>
        <source>Copy the id of the upload</source>
        <translation>Die ID des Uploads kopieren</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the object</source>
        <translation>Die Adresse des Objekts kopieren</translation>
    </message>
    <message>
        <source>Show in &amp;transfers</source>
        <translation>In den Übertragungen &amp;zeigen</translation>
    </message>
    <message>
        <source>Show the row that this upload belongs to</source>
        <translation>Die Zeile zeigen, zu der dieser Upload gehört</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>A&amp;ccount:</source>
        <translation>K&amp;onto:</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>Begonnen von</translation>
    </message>
    <message>
        <source>Filter by who began it</source>
        <translation>Danach filtern, wer ihn begonnen hat</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>jedes Alter</translation>
    </message>
    <message>
        <source>older than </source>
        <translation>älter als </translation>
    </message>
    <message>
        <source> d</source>
        <comment>days</comment>
        <translation> T.</translation>
    </message>
    <message>
        <source>Filter by age in days</source>
        <translation>Nach Alter in Tagen filtern</translation>
    </message>
    <message>
        <source>Filter by size</source>
        <translation>Nach Größe filtern</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>jede Größe</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>nicht leer</translation>
    </message>
    <message>
        <source>larger than %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>Only uploads of which there are several for one name</source>
        <translation>Nur Uploads, von denen es für einen Namen mehrere gibt</translation>
    </message>
    <message>
        <source>Incomplete uploads by bucket</source>
        <translation>Unvollständige Uploads nach Bucket</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>Add an account, and this place shows what unfinished uploads left on its store, whoever began them.</source>
        <translation>Ein Konto anlegen, dann zeigt dieser Ort, was nicht beendete Uploads in seinem Speicher hinterließen, wer sie auch begonnen hat.</translation>
    </message>
    <message>
        <source>Looking for incomplete uploads…</source>
        <translation>Unvollständige Uploads werden gesucht…</translation>
    </message>
    <message>
        <source>The buckets of the account are asked one after another.</source>
        <translation>Die Buckets des Kontos werden nacheinander gefragt.</translation>
    </message>
    <message>
        <source>Nothing is left behind</source>
        <translation>Nichts ist übrig geblieben</translation>
    </message>
    <message>
        <source>The store keeps no parts of unfinished uploads in the buckets of this account.</source>
        <translation>Der Speicher bewahrt in den Buckets dieses Kontos keine Teile nicht beendeter Uploads auf.</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>There are incomplete uploads, but none that the filters above let through.</source>
        <translation>Es gibt unvollständige Uploads, aber keinen, den die Filter oben durchlassen.</translation>
    </message>
    <message>
        <source>The store could not be asked</source>
        <translation>Der Speicher ließ sich nicht fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) to be asked.</source>
        <translation>
            <numerusform>%n Bucket ist noch zu fragen.</numerusform>
            <numerusform>%n Buckets sind noch zu fragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) aborted.</source>
        <translation>
            <numerusform>%n Upload abgebrochen.</numerusform>
            <numerusform>%n Uploads abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone: someone is using them.</source>
        <translation>
            <numerusform>%n in Ruhe gelassen: Jemand benutzt ihn.</numerusform>
            <numerusform>%n in Ruhe gelassen: Jemand benutzt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed; Partway tries them again by itself, also after a restart.</source>
        <translation>
            <numerusform>%n fehlgeschlagen; Partway versucht ihn von selbst erneut, auch nach einem Neustart.</numerusform>
            <numerusform>%n fehlgeschlagen; Partway versucht sie von selbst erneut, auch nach einem Neustart.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again &amp;now</source>
        <translation>&amp;Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Abort older than</source>
        <translation>Ältere abbrechen</translation>
    </message>
    <message>
        <source>Abort all that are shown here and older than so many days:</source>
        <translation>Alle abbrechen, die hier zu sehen und älter als so viele Tage sind:</translation>
    </message>
    <message numerus="yes">
        <source>None of them is older than %n day(s).</source>
        <translation>
            <numerusform>Keiner davon ist älter als %n Tag.</numerusform>
            <numerusform>Keiner davon ist älter als %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will be aborted in %2.</source>
        <translation>Abbruch in %2: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n Upload</numerusform>
            <numerusform>%n Uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Nothing was aborted.</source>
        <translation>Nichts wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is a transfer now.</source>
        <translation>%1 ist jetzt eine Übertragung.</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Exportieren, was zu sehen ist</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) written to %1.</source>
        <translation>
            <numerusform>%n Upload in %1 geschrieben.</numerusform>
            <numerusform>%n Uploads in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete upload(s)</source>
        <translation>
            <numerusform>%n unvollständiger Upload</numerusform>
            <numerusform>%n unvollständige Uploads</numerusform>
        </translation>
    </message>
    <message>
        <source>, about %1 a month</source>
        <translation>, etwa %1 im Monat</translation>
    </message>
    <message numerus="yes">
        <source>; still looking, %n to be counted</source>
        <translation>
            <numerusform>; Suche läuft, %n noch zu zählen</numerusform>
            <numerusform>; Suche läuft, %n noch zu zählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; of %n the parts are not known</source>
        <translation>
            <numerusform>; bei %n sind die Teile nicht bekannt</numerusform>
            <numerusform>; bei %n sind die Teile nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Same na&amp;me twice</source>
        <translation>&amp;Name doppelt</translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) that somebody wanted aborted are still there.</source>
        <translation>
            <numerusform>%n Upload, der abgebrochen werden sollte, ist noch da.</numerusform>
            <numerusform>%n Uploads, die abgebrochen werden sollten, sind noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Abort &amp;now</source>
        <translation>&amp;Jetzt abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>; of %n the price is not known</source>
        <translation>
            <numerusform>; bei %n ist der Preis nicht bekannt</numerusform>
            <numerusform>; bei %n ist der Preis nicht bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had become an object, which is untouched.</source>
        <translation>
            <numerusform>%n war schon zum Objekt geworden; das ist unberührt.</numerusform>
            <numerusform>%n waren schon zu Objekten geworden; die sind unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3 kept</source>
        <comment>uploads, parts, bytes</comment>
        <translation>%1, %2, %3 belegt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Clear the f&amp;ilters</source>
        <translation>Filter &amp;löschen</translation>
    </message>
</context>
<context>
    <name>partway::IncompleteSieve</name>
    <message numerus="yes">
        <source>%1 (%2 of %n)</source>
        <comment>a bucket, how many of its uploads are shown, and how many it has</comment>
        <translation>
            <numerusform>%1 (%2 von %n)</numerusform>
            <numerusform>%1 (%2 von %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>of what is shown, of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1, %2 of %n incomplete upload(s) shown, %3 of %4 kept</source>
        <translation>
            <numerusform>Bucket %1, %2 von %n unfertigen Upload gezeigt, %3 von %4 belegt</numerusform>
            <numerusform>Bucket %1, %2 von %n unfertigen Uploads gezeigt, %3 von %4 belegt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::KeyFields</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>Keys that ask for the role</source>
        <translation>Schlüssel, mit denen um die Rolle gebeten wird</translation>
    </message>
    <message>
        <source>An access key, kept in the keychain</source>
        <translation>Ein Zugangsschlüssel, im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>An access key, for this session only</source>
        <translation>Ein Zugangsschlüssel, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>A profile of the AWS files</source>
        <translation>Ein Profil der AWS-Dateien</translation>
    </message>
    <message>
        <source>The environment</source>
        <translation>Die Umgebung</translation>
    </message>
    <message>
        <source>As&amp;ked for with:</source>
        <translation>Er&amp;beten mit:</translation>
    </message>
    <message>
        <source>A sign-in header, kept in the keychain</source>
        <translation>Eine Kopfzeile zur Anmeldung, im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>A sign-in header, for this session only</source>
        <translation>Eine Kopfzeile zur Anmeldung, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Access key and secret, kept in the keychain</source>
        <translation>Zugangsschlüssel und Geheimnis, im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Access key and secret, for this session only</source>
        <translation>Zugangsschlüssel und Geheimnis, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>A program that prints keys</source>
        <translation>Ein Programm, das Schlüssel ausgibt</translation>
    </message>
    <message>
        <source>A role (STS)</source>
        <translation>Eine Rolle (STS)</translation>
    </message>
    <message>
        <source>Single sign-on (IAM Identity Center)</source>
        <translation>Single Sign-on (IAM Identity Center)</translation>
    </message>
    <message>
        <source>The environment (AWS_ACCESS_KEY_ID …)</source>
        <translation>Die Umgebung (AWS_ACCESS_KEY_ID …)</translation>
    </message>
    <message>
        <source>AWS profile</source>
        <translation>AWS-Profil</translation>
    </message>
    <message>
        <source>there is none on this computer</source>
        <translation>auf diesem Rechner gibt es keins</translation>
    </message>
    <message>
        <source>name of a profile</source>
        <translation>Name eines Profils</translation>
    </message>
    <message>
        <source>AWS pr&amp;ofile:</source>
        <translation>AWS-Pr&amp;ofil:</translation>
    </message>
    <message>
        <source>Pro&amp;gram:</source>
        <translation>Pro&amp;gramm:</translation>
    </message>
    <message>
        <source>&amp;Access key:</source>
        <translation>&amp;Zugangsschlüssel:</translation>
    </message>
    <message>
        <source>Sec&amp;ret key:</source>
        <translation>Gehei&amp;mer Schlüssel:</translation>
    </message>
    <message>
        <source>Session token:</source>
        <translation>Sitzungs-Token:</translation>
    </message>
    <message>
        <source>Belongs to temporary keys, which end by themselves</source>
        <translation>Gehört zu befristeten Schlüsseln, die von selbst enden</translation>
    </message>
    <message>
        <source>Ro&amp;le:</source>
        <translation>Ro&amp;lle:</translation>
    </message>
    <message>
        <source>&amp;MFA device:</source>
        <translation>MFA-&amp;Gerät:</translation>
    </message>
    <message>
        <source>Only if a code is asked for</source>
        <translation>Nur wenn nach einem Code gefragt wird</translation>
    </message>
    <message>
        <source>E&amp;xternal id:</source>
        <translation>E&amp;xterne Kennung:</translation>
    </message>
    <message>
        <source>Only if the role wants to hear one</source>
        <translation>Nur wenn die Rolle eine hören will</translation>
    </message>
    <message>
        <source>Session name:</source>
        <translation>Sitzungsname:</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>How long the role&apos;s keys last</source>
        <translation>Wie lange die Schlüssel der Rolle gelten</translation>
    </message>
    <message>
        <source>Keys last:</source>
        <translation>Schlüssel gelten:</translation>
    </message>
    <message>
        <source>Token service:</source>
        <translation>Token-Dienst:</translation>
    </message>
    <message>
        <source>Only if it is not that of AWS</source>
        <translation>Nur wenn es nicht der von AWS ist</translation>
    </message>
    <message>
        <source>Sign-in address:</source>
        <translation>Anmeldeadresse:</translation>
    </message>
    <message>
        <source>Its region:</source>
        <translation>Ihre Region:</translation>
    </message>
    <message>
        <source>AWS account:</source>
        <translation>AWS-Konto:</translation>
    </message>
    <message>
        <source>Role there:</source>
        <translation>Rolle dort:</translation>
    </message>
    <message>
        <source>Only to share the sign-in with the AWS programs</source>
        <translation>Nur um die Anmeldung mit den AWS-Programmen zu teilen</translation>
    </message>
    <message>
        <source>Sign-on service:</source>
        <translation>Anmeldedienst:</translation>
    </message>
    <message>
        <source>Let the AWS programs use the sign-in, too</source>
        <translation>Auch die AWS-Programme die Anmeldung nutzen lassen</translation>
    </message>
    <message>
        <source>Keeps the token in the folder .aws, readable by you alone</source>
        <translation>Legt das Token im Ordner .aws ab, nur für Sie lesbar</translation>
    </message>
    <message>
        <source>Sign-in &amp;header:</source>
        <translation>&amp;Kopfzeile zur Anmeldung:</translation>
    </message>
    <message>
        <source>Only if the server wants one: Name: value, or a token</source>
        <translation>Nur wenn der Server eine verlangt: Name: Wert, oder ein Token</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Only with temporary keys</source>
        <translation>Nur bei befristeten Schlüsseln</translation>
    </message>
    <message>
        <source>The secret is kept in the keychain of this computer, nowhere else.</source>
        <translation>Das Geheimnis wird im Schlüsselbund dieses Rechners aufbewahrt und sonst nirgends.</translation>
    </message>
    <message>
        <source>The secret is forgotten when Partway ends.</source>
        <translation>Das Geheimnis wird vergessen, wenn Partway endet.</translation>
    </message>
    <message>
        <source>The variables are read anew each time; nothing of them is kept.</source>
        <translation>Die Variablen werden jedes Mal neu gelesen; nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>It runs without a shell each time keys are needed, and prints them as JSON.</source>
        <translation>Es läuft ohne Shell, sooft Schlüssel gebraucht werden, und gibt sie als JSON aus.</translation>
    </message>
    <message>
        <source>A code to confirm in the browser is shown when a sign-in is needed.</source>
        <translation>Wenn eine Anmeldung nötig ist, wird ein Code gezeigt, der im Browser zu bestätigen ist.</translation>
    </message>
    <message>
        <source>The profile is read each time keys are needed; nothing of it is copied.</source>
        <translation>Das Profil wird jedes Mal gelesen, wenn Schlüssel gebraucht werden; nichts davon wird kopiert.</translation>
    </message>
    <message>
        <source>%1: %2. Partway asks before it runs.</source>
        <translation>%1: %2. Partway fragt, bevor es läuft.</translation>
    </message>
</context>
<context>
    <name>partway::LinkCopier</name>
    <message numerus="yes">
        <source>%n link(s) copied. Whoever has one can read the object for %1.</source>
        <translation>
            <numerusform>%n Link kopiert. Wer ihn hat, kann das Objekt %1 lang lesen.</numerusform>
            <numerusform>%n Links kopiert. Wer einen hat, kann das Objekt %1 lang lesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::LinkDialog</name>
    <message>
        <source>Link to an object</source>
        <translation>Link zu einem Objekt</translation>
    </message>
    <message>
        <source>Whoever has the link can read “%1” without keys, until it ends.</source>
        <translation>Wer den Link hat, kann „%1“ ohne Schlüssel lesen, bis er abläuft.</translation>
    </message>
    <message>
        <source>It &amp;ends after:</source>
        <translation>&amp;Gültig für:</translation>
    </message>
    <message>
        <source>How long the link works</source>
        <translation>Wie lange der Link gilt</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days, the longest</source>
        <translation>7 Tage, die längste Frist</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>Der Link</translation>
    </message>
    <message>
        <source>&amp;Copy the link</source>
        <translation>Link &amp;kopieren</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>It ends on %1, or earlier when the keys that signed it do.</source>
        <translation>Er endet am %1, oder früher, wenn die Schlüssel enden, die ihn signiert haben.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) (%1)</source>
        <translation>
            <numerusform>%n Objekt (%1)</numerusform>
            <numerusform>%n Objekte (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide %1?</source>
        <translation>%1 verbergen?</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message>
        <source>The bucket keeps versions: a delete marker hides it, and its bytes stay and cost until each version is deleted. Under “Versions” it can be brought back; “Look at an object by name” finds it there although the list does not show it any more.</source>
        <translation>Der Bucket behält Versionen: Eine Löschmarke verbirgt es, und seine Bytes bleiben und kosten, bis jede Version gelöscht ist. Unter „Versionen“ lässt es sich zurückholen; „Ein Objekt nach Namen ansehen“ findet es dort, obwohl die Liste es nicht mehr zeigt.</translation>
    </message>
    <message>
        <source>The bucket keeps older versions, but makes no new ones: what is there now is gone.</source>
        <translation>Der Bucket behält ältere Versionen, legt aber keine neuen an: Was jetzt da ist, ist dann weg.</translation>
    </message>
    <message>
        <source>The bucket keeps no versions. It cannot be brought back.</source>
        <translation>Der Bucket behält keine Versionen. Zurückholen lässt es sich nicht.</translation>
    </message>
    <message>
        <source>The store does not say whether the bucket keeps versions. Take it that it cannot be brought back.</source>
        <translation>Der Speicher sagt nicht, ob der Bucket Versionen behält. Es ist damit zu rechnen, dass es sich nicht zurückholen lässt.</translation>
    </message>
</context>
<context>
    <name>partway::MainWindow</name>
    <message>
        <source>Partway</source>
        <translation>Partway</translation>
    </message>
    <message>
        <source>an account that is gone</source>
        <translation>ein Konto, das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add files to upload</source>
        <translation>Dateien zum Hochladen hinzufügen</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder with all that is in it</source>
        <translation>Einen Ordner mit allem, was darin ist, hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Paste copied files</source>
        <translation>Kopierte Dateien &amp;einfügen</translation>
    </message>
    <message>
        <source>Add the files that were copied</source>
        <translation>Die kopierten Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>Ü&amp;bertragungen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Partway</source>
        <translation>Ü&amp;ber Partway</translation>
    </message>
    <message>
        <source>Add and control</source>
        <translation>Hinzufügen und steuern</translation>
    </message>
    <message>
        <source>They are uploaded to %1. Paste works, too, and so do the buttons above.</source>
        <translation>Sie werden nach %1 hochgeladen. Einfügen geht auch, und ebenso die Knöpfe oben.</translation>
    </message>
    <message>
        <source>About Partway</source>
        <translation>Über Partway</translation>
    </message>
    <message>
        <source>Partway %1</source>
        <translation>Partway %1</translation>
    </message>
    <message>
        <source>Uploads large files to S3-compatible stores and goes on from what is stored.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Lädt große Dateien in S3-kompatible Speicher und macht mit dem Gespeicherten weiter.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Drop to upload to %1</source>
        <translation>Loslassen, um nach %1 hochzuladen</translation>
    </message>
    <message>
        <source>Close Partway</source>
        <translation>Partway schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) are not finished.</source>
        <translation>
            <numerusform>%n Übertragung ist nicht fertig.</numerusform>
            <numerusform>%n Übertragungen sind nicht fertig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost: what is stored is kept, and they go on by themselves when Partway starts the next time.</source>
        <translation>Nichts geht verloren: Was gespeichert ist, bleibt, und beim nächsten Start von Partway geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht wieder fragen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They can go on in the tray while the window is closed. If you quit, nothing is lost: they go on when Partway starts the next time.</source>
        <translation>Sie können in der Symbolleiste weitergehen, während das Fenster geschlossen ist. Auch beim Beenden geht nichts verloren: Sie gehen weiter, wenn Partway das nächste Mal startet.</translation>
    </message>
    <message>
        <source>&amp;Go on in the tray</source>
        <translation>In der &amp;Symbolleiste weitermachen</translation>
    </message>
    <message>
        <source>&amp;Undo the removal</source>
        <translation>Entfernen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Bring back what was removed from the list</source>
        <translation>Zurückholen, was aus der Liste entfernt wurde</translation>
    </message>
    <message>
        <source>Objects that e&amp;xist…</source>
        <translation>&amp;Vorhandene Objekte …</translation>
    </message>
    <message>
        <source>Decide about objects that exist already</source>
        <translation>Über Objekte entscheiden, die schon da sind</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) removed from the list.</source>
        <translation>
            <numerusform>%n Übertragung aus der Liste entfernt.</numerusform>
            <numerusform>%n Übertragungen aus der Liste entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo (%1)</source>
        <translation>&amp;Rückgängig (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have an object of the same name on the server.</source>
        <translation>
            <numerusform>Zu %n Datei gibt es auf dem Server ein Objekt gleichen Namens.</numerusform>
            <numerusform>Zu %n Dateien gibt es auf dem Server Objekte gleichen Namens.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>&amp;Entscheiden …</translation>
    </message>
    <message>
        <source>No transfer waits for a decision about an object that exists.</source>
        <translation>Keine Übertragung wartet auf eine Entscheidung über ein vorhandenes Objekt.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>partway::MatchMap</name>
    <message>
        <source>Map of the parts</source>
        <translation>Karte der Teile</translation>
    </message>
    <message>
        <source>matching</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Part %1 of %2, %3: %4</source>
        <translation>Teil %1 von %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>partway::NameDialog</name>
    <message>
        <source>A bucket&apos;s name has 3 to 63 characters.</source>
        <translation>Der Name eines Buckets hat 3 bis 63 Zeichen.</translation>
    </message>
    <message>
        <source>Only small letters, digits, dots and hyphens.</source>
        <translation>Nur kleine Buchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>It begins and ends with a letter or digit, and has no two dots in a row.</source>
        <translation>Er beginnt und endet mit einem Buchstaben oder einer Ziffer und hat keine zwei Punkte hintereinander.</translation>
    </message>
    <message>
        <source>It must not look like an IP address.</source>
        <translation>Er darf nicht wie eine IP-Adresse aussehen.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Bitte einen Namen geben.</translation>
    </message>
    <message>
        <source>A folder cannot be named so.</source>
        <translation>So kann kein Ordner heißen.</translation>
    </message>
    <message>
        <source>A name without slashes; folders are made one by one.</source>
        <translation>Ein Name ohne Schrägstriche; Ordner werden einzeln angelegt.</translation>
    </message>
    <message>
        <source>New bucket</source>
        <translation>Neuer Bucket</translation>
    </message>
    <message>
        <source>&amp;Name of the bucket in %1:</source>
        <translation>&amp;Name des Buckets in %1:</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>&amp;Name of the folder in %1:</source>
        <translation>&amp;Name des Ordners in %1:</translation>
    </message>
    <message>
        <source>Show a bucket</source>
        <translation>Einen Bucket zeigen</translation>
    </message>
    <message>
        <source>Look at an object</source>
        <translation>Ein Objekt ansehen</translation>
    </message>
    <message>
        <source>&amp;Name of the object in %1:</source>
        <translation>&amp;Name des Objekts in %1:</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Give its name.</source>
        <translation>Bitte seinen Namen angeben.</translation>
    </message>
</context>
<context>
    <name>partway::NetworkFields</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System sagt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Only if the proxy asks for a sign-in</source>
        <translation>Nur wenn der Proxy eine Anmeldung verlangt</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Benutzer:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>CA fi&amp;le:</source>
        <translation>CA-&amp;Datei:</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Only for certificates of your own organisation</source>
        <translation>Nur für Zertifikate der eigenen Organisation</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate:</source>
        <translation>Client-Zerti&amp;fikat:</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Only if the server asks for one (PEM or PKCS#12)</source>
        <translation>Nur wenn der Server eines verlangt (PEM oder PKCS#12)</translation>
    </message>
    <message>
        <source>Its key:</source>
        <translation>Sein Schlüssel:</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>Unless it is in the same file</source>
        <translation>Wenn er nicht in derselben Datei steht</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Schlüssel (*.pem *.key)</translation>
    </message>
    <message>
        <source>Its password:</source>
        <translation>Sein Passwort:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>as usual (15 s)</source>
        <translation>wie üblich (15 s)</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit zum Verbinden</translation>
    </message>
    <message>
        <source>&amp;Time to connect:</source>
        <translation>&amp;Zeit zum Verbinden:</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Only if the key is locked with one</source>
        <translation>Nur wenn der Schlüssel eines hat</translation>
    </message>
</context>
<context>
    <name>partway::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>partway::ObjectFields</name>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>as the store does by itself</source>
        <translation>wie der Speicher es von selbst tut</translation>
    </message>
    <message>
        <source>Storage &amp;class:</source>
        <translation>Speicher&amp;klasse:</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>As the store does by itself</source>
        <translation>Wie der Speicher es von selbst tut</translation>
    </message>
    <message>
        <source>With the store&apos;s own key (SSE-S3)</source>
        <translation>Mit dem eigenen Schlüssel des Speichers (SSE-S3)</translation>
    </message>
    <message>
        <source>With a key of KMS</source>
        <translation>Mit einem Schlüssel von KMS</translation>
    </message>
    <message>
        <source>With a key of KMS, twice (DSSE)</source>
        <translation>Mit einem Schlüssel von KMS, doppelt (DSSE)</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>&amp;Verschlüsselung:</translation>
    </message>
    <message>
        <source>the account&apos;s usual key</source>
        <translation>der übliche Schlüssel des Kontos</translation>
    </message>
    <message>
        <source>KMS &amp;key:</source>
        <translation>KMS-&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>&amp;Headers:</source>
        <translation>K&amp;opfzeilen:</translation>
    </message>
    <message>
        <source>Every new object of this account gets these, whether it is sent from the window or from the command line. One header a line.</source>
        <translation>Jedes neue Objekt dieses Kontos bekommt sie, ob es vom Fenster oder von der Befehlszeile aus gesendet wird. Eine Kopfzeile pro Zeile.</translation>
    </message>
</context>
<context>
    <name>partway::ObjectPane</name>
    <message>
        <source>About the object</source>
        <translation>Über das Objekt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Details of the object</source>
        <translation>Einzelheiten des Objekts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Parts of the object</source>
        <translation>Teile des Objekts</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Versions of the object</source>
        <translation>Versionen des Objekts</translation>
    </message>
    <message>
        <source>Copy this &amp;version to…</source>
        <translation>Diese &amp;Version kopieren nach …</translation>
    </message>
    <message>
        <source>De&amp;lete this version…</source>
        <translation>Diese Version &amp;löschen …</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Choose an object to see what the server keeps of it.</source>
        <translation>Ein Objekt wählen, um zu sehen, was der Server darüber weiß.</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>Not to be seen</source>
        <translation>Nicht zu sehen</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Cache control</source>
        <translation>Cache-Steuerung</translation>
    </message>
    <message>
        <source>Content disposition</source>
        <translation>Inhaltsdisposition</translation>
    </message>
    <message>
        <source>Content encoding</source>
        <translation>Inhaltskodierung</translation>
    </message>
    <message>
        <source>Content language</source>
        <translation>Inhaltssprache</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>with a key of its own; the ETag is no MD5</source>
        <translation>mit einem eigenen Schlüssel; das ETag ist keine MD5-Summe</translation>
    </message>
    <message>
        <source>Metadata: %1</source>
        <translation>Metadaten: %1</translation>
    </message>
    <message>
        <source>This store does not tell of which parts an object was made.</source>
        <translation>Dieser Speicher sagt nicht, aus welchen Teilen ein Objekt besteht.</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>kind, value, of what</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>over those of the parts</source>
        <translation>über die der Teile</translation>
    </message>
    <message>
        <source>of the whole object</source>
        <translation>des ganzen Objekts</translation>
    </message>
    <message>
        <source>The object was stored in one piece.</source>
        <translation>Das Objekt wurde in einem Stück gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Made of %n part(s); the store does not list them.</source>
        <translation>
            <numerusform>Besteht aus %n Teil; der Speicher listet ihn nicht auf.</numerusform>
            <numerusform>Besteht aus %n Teilen; der Speicher listet sie nicht auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made of %1 parts; the first %2 are shown.</source>
        <translation>Besteht aus %1 Teilen; die ersten %2 sind zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>Made of %n part(s).</source>
        <translation>
            <numerusform>Besteht aus %n Teil.</numerusform>
            <numerusform>Besteht aus %n Teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Tag: %1</translation>
    </message>
    <message>
        <source>This store does not list versions.</source>
        <translation>Dieser Speicher listet keine Versionen auf.</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>hier gelöscht</translation>
    </message>
    <message>
        <source>current: deleted</source>
        <translation>aktuell: gelöscht</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>The bucket keeps no older versions of it.</source>
        <translation>Der Bucket behält keine älteren Versionen davon.</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s), the newest first.</source>
        <translation>
            <numerusform>%n Version.</numerusform>
            <numerusform>%n Versionen, die neueste zuerst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::PartLegend</name>
    <message>
        <source>Parts by state</source>
        <translation>Teile nach Zustand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of parts and how many</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>partway::PartMap</name>
    <message>
        <source>Part map</source>
        <translation>Karte der Teile</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::PartModel</name>
    <message>
        <source>%1, %2</source>
        <comment>state of a part and its percentage</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last byte of a part</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Part %1 of %2, %3: %4. %5</source>
        <comment>number, count, size, state, last error</comment>
        <translation>Teil %1 von %2, %3: %4. %5</translation>
    </message>
    <message>
        <source>Part %1 of %2, %3: %4.</source>
        <comment>number, count, size, state</comment>
        <translation>Teil %1 von %2, %3: %4.</translation>
    </message>
    <message>
        <source>Part</source>
        <comment>number of a part</comment>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Bytes</source>
        <comment>range of a part</comment>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
</context>
<context>
    <name>partway::PlaceDialog</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Bucket and folder</source>
        <translation>Bucket und Ordner</translation>
    </message>
    <message>
        <source>bucket/folder/</source>
        <translation>Bucket/Ordner/</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Konto:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ort:</translation>
    </message>
    <message>
        <source>Asking for the buckets…</source>
        <translation>Die Buckets werden erfragt …</translation>
    </message>
    <message>
        <source>The buckets cannot be listed: %1 You can write the place by hand.</source>
        <translation>Die Buckets lassen sich nicht auflisten: %1 Der Ort lässt sich von Hand eintragen.</translation>
    </message>
</context>
<context>
    <name>partway::PricesDialog</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message numerus="yes">
        <source>What a store charges for keeping data for a month. Your own prices count before the list prices that came with Partway (%n of them). An empty storage class stands for all that have no price of their own; where no price is known, the cost is “unknown”.</source>
        <translation>
            <numerusform>Was ein Speicher dafür verlangt, Daten einen Monat lang aufzubewahren. Die eigenen Preise gelten vor dem Listenpreis, der mit Partway kam (%n Preis). Eine leere Speicherklasse steht für alle, die keinen eigenen Preis haben; wo kein Preis bekannt ist, sind die Kosten „unbekannt“.</numerusform>
            <numerusform>Was ein Speicher dafür verlangt, Daten einen Monat lang aufzubewahren. Die eigenen Preise gelten vor den Listenpreisen, die mit Partway kamen (%n Preise). Eine leere Speicherklasse steht für alle, die keinen eigenen Preis haben; wo kein Preis bekannt ist, sind die Kosten „unbekannt“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>Account or provider</source>
        <translation>Konto oder Anbieter</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>Price a month</source>
        <translation>Preis im Monat</translation>
    </message>
    <message>
        <source>For a</source>
        <translation>Für ein</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Each row wants a store, a number that is not negative, and a currency.</source>
        <translation>Jede Zeile braucht einen Speicher, eine Zahl, die nicht negativ ist, und eine Währung.</translation>
    </message>
</context>
<context>
    <name>partway::Program</name>
    <message>
        <source>The sandbox does not run: %1</source>
        <translation>Der Probespeicher läuft nicht: %1</translation>
    </message>
    <message>
        <source>Partway</source>
        <translation>Partway</translation>
    </message>
    <message>
        <source>&amp;Go on with a new list</source>
        <translation>Mit einer neuen Liste &amp;weitermachen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>The start with the session could not be set up.</source>
        <translation>Der Start beim Anmelden ließ sich nicht einrichten.</translation>
    </message>
    <message>
        <source>&amp;Incomplete uploads</source>
        <translation>&amp;Unvollständige Uploads</translation>
    </message>
    <message>
        <source>&amp;Sign in again now</source>
        <translation>Jetzt neu &amp;anmelden</translation>
    </message>
    <message>
        <source>Signed in again with “%1”.</source>
        <translation>Mit „%1“ neu angemeldet.</translation>
    </message>
</context>
<context>
    <name>partway::RateTable</name>
    <message>
        <source> MiB/s</source>
        <translation> MiB/s</translation>
    </message>
    <message>
        <source>Timetable</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>&amp;Add a time</source>
        <translation>Eine Zeit &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What counts then</source>
        <translation>Was dann gilt</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Geschwindigkeitsgrenze</translation>
    </message>
    <message>
        <source>Remove this time</source>
        <translation>Diese Zeit entfernen</translation>
    </message>
    <message>
        <source>–</source>
        <comment>from – until</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Some days</source>
        <translation>Einige Tage</translation>
    </message>
</context>
<context>
    <name>partway::RefusedDialog</name>
    <message>
        <source>Not taken</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>These could not be taken; everything else goes on.</source>
        <translation>Dies ließ sich nicht annehmen; alles andere geht weiter.</translation>
    </message>
    <message>
        <source>What could not be taken</source>
        <translation>Was sich nicht annehmen ließ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>&amp;Copy the list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>partway::SandboxHost</name>
    <message>
        <source>Sandbox</source>
        <translation>Probespeicher</translation>
    </message>
</context>
<context>
    <name>partway::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No setting has this in it.</source>
        <translation>Keine Einstellung enthält das.</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Vorgaben wiederherstellen</translation>
    </message>
</context>
<context>
    <name>partway::Sidebar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>a group in the sidebar</comment>
        <translation>
            <numerusform>%1, %n Übertragung</numerusform>
            <numerusform>%1, %n Übertragungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a place and its count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>partway::SpeedPane</name>
    <message>
        <source>Speed of</source>
        <translation>Geschwindigkeit von</translation>
    </message>
    <message>
        <source>This transfer</source>
        <translation>Diese Übertragung</translation>
    </message>
    <message>
        <source>All transfers</source>
        <translation>Alle Übertragungen</translation>
    </message>
    <message>
        <source>Dashed: the limit. Hatched: slowed down by the server; crossed: no network, or trying again.</source>
        <translation>Gestrichelt: die Grenze. Schraffiert: vom Server gebremst; gekreuzt: kein Netz, oder neuer Versuch.</translation>
    </message>
    <message>
        <source>Nothing was sent since Partway began.</source>
        <translation>Seit Partway läuft, wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>partway::SpeedPlot</name>
    <message>
        <source>0 bytes/s</source>
        <translation>0 Bytes/s</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message numerus="yes">
        <source>slowed down by the server %n time(s)</source>
        <translation>
            <numerusform>vom Server %n-mal gebremst</numerusform>
            <numerusform>vom Server %n-mal gebremst</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed over the last ten minutes</source>
        <translation>Geschwindigkeit der letzten zehn Minuten</translation>
    </message>
    <message>
        <source>10 minutes ago</source>
        <translation>vor 10 Minuten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>partway::StatusLine</name>
    <message>
        <source>%1 left, about %2</source>
        <comment>bytes, duration</comment>
        <translation>noch %1, etwa %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>bytes</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n angehalten</numerusform>
            <numerusform>%n angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Speed of all transfers; press to limit it</source>
        <translation>Geschwindigkeit aller Übertragungen; drücken, um sie zu begrenzen</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>0 bytes/s</source>
        <translation>0 Byte/s</translation>
    </message>
    <message>
        <source>↑ %1 (limit %2)</source>
        <comment>speed, limit</comment>
        <translation>↑ %1 (Grenze %2)</translation>
    </message>
    <message>
        <source>↑ %1 (limit off)</source>
        <comment>speed</comment>
        <translation>↑ %1 (unbegrenzt)</translation>
    </message>
    <message>
        <source>Speed %1, limit %2</source>
        <translation>Geschwindigkeit %1, Grenze %2</translation>
    </message>
    <message>
        <source>Speed %1, no limit</source>
        <translation>Geschwindigkeit %1, unbegrenzt</translation>
    </message>
    <message>
        <source>online</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>&amp;No limit</source>
        <translation>&amp;Unbegrenzt</translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Andere …</translation>
    </message>
    <message>
        <source>At most so many MiB in a second:</source>
        <translation>Höchstens so viele MiB in einer Sekunde:</translation>
    </message>
    <message>
        <source>↑ %1 (limit %2 by timetable)</source>
        <comment>speed, limit</comment>
        <translation>↑ %1 (Grenze %2 nach Zeitplan)</translation>
    </message>
</context>
<context>
    <name>partway::TestDialog</name>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Connection test – %1</source>
        <translation>Verbindungstest – %1</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <source>Report of the connection test</source>
        <translation>Bericht des Verbindungstests</translation>
    </message>
    <message>
        <source>Progress of the connection test</source>
        <translation>Fortschritt des Verbindungstests</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Testing. It writes and deletes %1 in the bucket %2, and nothing else.</source>
        <translation>Test läuft. Er schreibt und löscht %1 im Bucket %2, sonst nichts.</translation>
    </message>
    <message>
        <source>A policy that gives what is missing, for whoever manages the keys:</source>
        <translation>Eine Richtlinie, die gibt, was fehlt, für alle, die die Schlüssel verwalten:</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde angehalten.</translation>
    </message>
    <message>
        <source>Stopping, and taking away what the test made…</source>
        <translation>Hält an und räumt weg, was der Test angelegt hat…</translation>
    </message>
    <message>
        <source>&amp;Stop at once</source>
        <translation>&amp;Sofort anhalten</translation>
    </message>
</context>
<context>
    <name>partway::TicketDesk</name>
    <message>
        <source>The ticket is %1. Open it in Partway on the other computer, and choose the file there. Here the transfer stays paused.</source>
        <translation>Der Schein ist %1. Ihn auf dem anderen Rechner in Partway öffnen und dort die Datei wählen. Hier bleibt die Übertragung angehalten.</translation>
    </message>
    <message>
        <source>This Partway does not know tickets of this kind (%1).</source>
        <translation>Dieses Partway kennt Scheine dieser Art nicht (%1).</translation>
    </message>
    <message>
        <source>Open a ticket</source>
        <translation>Einen Schein öffnen</translation>
    </message>
    <message>
        <source>Tickets (*.ticket)</source>
        <translation>Scheine (*.ticket)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save a resume ticket</source>
        <translation>Einen Fortsetzungsschein speichern</translation>
    </message>
    <message>
        <source>Open a &amp;ticket…</source>
        <translation>Fortsetzungs&amp;schein öffnen …</translation>
    </message>
    <message>
        <source>Go on with a transfer that another computer began, or send what somebody asks for</source>
        <translation>Eine Übertragung fortsetzen, die ein anderer Rechner begonnen hat, oder senden, worum jemand bittet</translation>
    </message>
    <message>
        <source>Ma&amp;ke an upload ticket…</source>
        <translation>Ein Upload-Tic&amp;ket ausstellen …</translation>
    </message>
    <message>
        <source>Lets somebody without keys upload one file</source>
        <translation>Lässt jemanden ohne Schlüssel eine Datei hochladen</translation>
    </message>
    <message>
        <source>Tickets (*.ticket *.upload-ticket)</source>
        <translation>Tickets (*.ticket *.upload-ticket)</translation>
    </message>
</context>
<context>
    <name>partway::TicketDialog</name>
    <message>
        <source>Go on with a ticket</source>
        <translation>Mit einem Schein fortsetzen</translation>
    </message>
    <message>
        <source>Choose the file as it is on this computer. It is compared with the ticket first.</source>
        <translation>Die Datei wählen, wie sie auf diesem Rechner liegt. Sie wird zuerst mit dem Schein verglichen.</translation>
    </message>
    <message>
        <source>Transfer:</source>
        <translation>Übertragung:</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Object:</source>
        <translation>Objekt:</translation>
    </message>
    <message>
        <source>Store:</source>
        <translation>Speicher:</translation>
    </message>
    <message>
        <source>Stored:</source>
        <translation>Gespeichert:</translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation>%1 von %2 Teilen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Konto:</translation>
    </message>
    <message>
        <source>File here:</source>
        <translation>Datei hier:</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>There is no account for this store. Add one for %1, then open the ticket again.</source>
        <translation>Für diesen Speicher gibt es kein Konto. Eines für %1 anlegen, dann den Schein noch einmal öffnen.</translation>
    </message>
    <message>
        <source>The file of the ticket</source>
        <translation>Die Datei des Scheins</translation>
    </message>
    <message>
        <source>Comparing the file with the ticket …</source>
        <translation>Die Datei wird mit dem Schein verglichen …</translation>
    </message>
    <message>
        <source>This is the file. Each stored part is compared with it before it counts.</source>
        <translation>Das ist die Datei. Jeder gespeicherte Teil wird mit ihr verglichen, bevor er zählt.</translation>
    </message>
</context>
<context>
    <name>partway::TicketOfferDialog</name>
    <message>
        <source>Make an upload ticket</source>
        <translation>Ein Upload-Ticket ausstellen</translation>
    </message>
    <message>
        <source>With the ticket somebody without keys uploads one file to you, in parts that can be paused and resumed. Nothing else can be done with it.</source>
        <translation>Mit dem Ticket lädt jemand ohne Schlüssel eine Datei zu Ihnen hoch, in Teilen, die sich anhalten und fortsetzen lassen. Anderes lässt sich damit nicht tun.</translation>
    </message>
    <message>
        <source>folder/name.ext</source>
        <translation>ordner/name.endung</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>K&amp;onto:</translation>
    </message>
    <message>
        <source>&amp;Bucket:</source>
        <translation>B&amp;ucket:</translation>
    </message>
    <message>
        <source>&amp;Object:</source>
        <translation>&amp;Objekt:</translation>
    </message>
    <message>
        <source>Exact si&amp;ze:</source>
        <translation>Genaue &amp;Größe:</translation>
    </message>
    <message>
        <source>&amp;Good for:</source>
        <translation>&amp;Gültig:</translation>
    </message>
    <message>
        <source>&amp;Make the ticket…</source>
        <translation>Ticket &amp;ausstellen …</translation>
    </message>
    <message>
        <source>Exact size in bytes</source>
        <translation>Genaue Größe in Bytes</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>&amp;Like a file…</source>
        <translation>&amp;Wie eine Datei …</translation>
    </message>
    <message>
        <source>A copy of the file that will be sent: its size and name are taken</source>
        <translation>Eine Kopie der Datei, die gesendet wird: Größe und Name werden übernommen</translation>
    </message>
    <message>
        <source>Add an account with keys first.</source>
        <translation>Fügen Sie zuerst ein Konto mit Schlüsseln hinzu.</translation>
    </message>
    <message>
        <source>Say the bucket.</source>
        <translation>Nennen Sie den Bucket.</translation>
    </message>
    <message>
        <source>Say the whole name of the object.</source>
        <translation>Nennen Sie den ganzen Namen des Objekts.</translation>
    </message>
    <message>
        <source>Say how many bytes the file has, or choose a copy of it.</source>
        <translation>Geben Sie an, wie viele Bytes die Datei hat, oder wählen Sie eine Kopie von ihr.</translation>
    </message>
    <message>
        <source>The size is a number of bytes, such as 8388608.</source>
        <translation>Die Größe ist eine Anzahl von Bytes, etwa 8388608.</translation>
    </message>
    <message>
        <source>For one file of exactly %1.</source>
        <translation>Für eine Datei von genau %1.</translation>
    </message>
    <message>
        <source>Whoever has the ticket can use it: hand it over as you would a password.</source>
        <translation>Wer das Ticket hat, kann es verwenden: Geben Sie es weiter wie ein Passwort.</translation>
    </message>
    <message>
        <source>A copy of the file that will be sent</source>
        <translation>Eine Kopie der Datei, die gesendet wird</translation>
    </message>
    <message>
        <source>Where to keep the ticket</source>
        <translation>Wohin mit dem Ticket</translation>
    </message>
    <message>
        <source>Upload tickets (*.upload-ticket)</source>
        <translation>Upload-Tickets (*.upload-ticket)</translation>
    </message>
    <message>
        <source>Beginning the upload on the store …</source>
        <translation>Der Upload wird beim Speicher begonnen …</translation>
    </message>
</context>
<context>
    <name>partway::TransferActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Replace the &amp;object</source>
        <translation>Objekt &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>An&amp;melden …</translation>
    </message>
    <message>
        <source>&amp;Abort…</source>
        <translation>&amp;Abbrechen …</translation>
    </message>
    <message>
        <source>Remove from the &amp;list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Copy the object&apos;s address</source>
        <translation>Adresse des Objekts &amp;kopieren</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Pause a&amp;ll</source>
        <translation>Alle an&amp;halten</translation>
    </message>
    <message>
        <source>Pause all transfers; what is stored is kept</source>
        <translation>Alle Übertragungen anhalten; was gespeichert ist, bleibt</translation>
    </message>
    <message>
        <source>Resu&amp;me all</source>
        <translation>Alle &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Resume all transfers</source>
        <translation>Alle Übertragungen fortsetzen</translation>
    </message>
    <message>
        <source>Remove all that ha&amp;ve ended</source>
        <translation>Alle beendeten &amp;entfernen</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Abort %n transfer(s)?</source>
        <translation>
            <numerusform>%n Übertragung abbrechen?</numerusform>
            <numerusform>%n Übertragungen abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that are stored on the server will be deleted there. The files on this computer stay as they are.</source>
        <translation>%1, die auf dem Server gespeichert sind, werden dort gelöscht. Die Dateien auf diesem Rechner bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Nothing of them is stored on the server yet. The files on this computer stay as they are.</source>
        <translation>Davon ist noch nichts auf dem Server gespeichert. Die Dateien auf diesem Rechner bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Abort and delete</source>
        <translation>&amp;Abbrechen und löschen</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Priorit&amp;y</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation>Ganz nach &amp;oben</translation>
    </message>
    <message>
        <source>Move to the &amp;end</source>
        <translation>Ans &amp;Ende</translation>
    </message>
    <message>
        <source>Check and r&amp;epair</source>
        <translation>Prüfen und aus&amp;bessern</translation>
    </message>
    <message>
        <source>Copy through this computer</source>
        <translation>Über diesen Rechner kopieren</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>Or&amp;dner öffnen</translation>
    </message>
    <message>
        <source>&amp;Follow while it is written</source>
        <translation>Der Datei &amp;folgen, während sie geschrieben wird</translation>
    </message>
    <message>
        <source>The file is &amp;complete</source>
        <translation>Die Datei ist &amp;vollständig</translation>
    </message>
    <message>
        <source>Sa&amp;ve a resume ticket…</source>
        <translation>Fortsetzungs&amp;schein speichern …</translation>
    </message>
    <message>
        <source>Valid for an &amp;hour</source>
        <translation>Eine &amp;Stunde gültig</translation>
    </message>
    <message>
        <source>Valid for a &amp;day</source>
        <translation>Einen &amp;Tag gültig</translation>
    </message>
    <message>
        <source>Valid for a &amp;week</source>
        <translation>Eine &amp;Woche gültig</translation>
    </message>
    <message>
        <source>Copy a presigned li&amp;nk</source>
        <translation>Signierten Li&amp;nk kopieren</translation>
    </message>
    <message>
        <source>&amp;High priority</source>
        <translation>&amp;Hohe Priorität</translation>
    </message>
    <message>
        <source>&amp;Normal priority</source>
        <translation>&amp;Normale Priorität</translation>
    </message>
    <message>
        <source>&amp;Low priority</source>
        <translation>N&amp;iedrige Priorität</translation>
    </message>
    <message>
        <source>Copy a link to the object that is valid for a day</source>
        <translation>Einen Link zum Objekt kopieren, der einen Tag gilt</translation>
    </message>
</context>
<context>
    <name>partway::TransferFilter</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a folder and the number of its files</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 in account %2</source>
        <translation>%1 im Konto %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
</context>
<context>
    <name>partway::TransferModel</name>
    <message>
        <source>%1 of %2 stored on the server</source>
        <translation>%1 von %2 auf dem Server gespeichert</translation>
    </message>
    <message>
        <source>%1 of %2 parts stored</source>
        <translation>%1 von %2 Teilen gespeichert</translation>
    </message>
    <message>
        <source>%1 on their way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 sent twice</source>
        <translation>%1 doppelt gesendet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>%1 in account %2</source>
        <translation>%1 im Konto %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>Copy from %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>%1 of %2 so far stored on the server</source>
        <translation>%1 von bisher %2 auf dem Server gespeichert</translation>
    </message>
    <message>
        <source>What came through a pipe</source>
        <translation>Was durch eine Pipe kam</translation>
    </message>
</context>
<context>
    <name>partway::TransferView</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>partway::TransfersPage</name>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Selected transfers</source>
        <translation>Gewählte Übertragungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Die Liste filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only transfers with this in name, destination or state (%1)</source>
        <translation>Nur Übertragungen zeigen, die dies in Name, Ziel oder Zustand haben (%1)</translation>
    </message>
    <message>
        <source>Upload to any S3-compatible store</source>
        <translation>In jeden S3-kompatiblen Speicher hochladen</translation>
    </message>
    <message>
        <source>Add an account to begin. Large files go in parts, and whatever interrupts them, they go on from the parts that are stored.</source>
        <translation>Zum Beginnen ein Konto anlegen. Große Dateien gehen in Teilen, und was sie auch unterbricht: Sie machen mit den gespeicherten Teilen weiter.</translation>
    </message>
    <message>
        <source>Starts a small store on this computer that keeps its objects in a folder</source>
        <translation>Startet auf diesem Rechner einen kleinen Speicher, der seine Objekte in einem Ordner ablegt</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Dateien oder Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>No transfer is in this group now.</source>
        <translation>In dieser Gruppe ist gerade keine Übertragung.</translation>
    </message>
    <message>
        <source>No transfer of this group has it in its name, destination or state.</source>
        <translation>Keine Übertragung dieser Gruppe hat es im Namen, Ziel oder Zustand.</translation>
    </message>
    <message>
        <source>Add an a&amp;ccount…</source>
        <translation>K&amp;onto hinzufügen …</translation>
    </message>
    <message>
        <source>Try it with the &amp;sandbox</source>
        <translation>Mit der &amp;Sandbox ausprobieren</translation>
    </message>
</context>
<context>
    <name>partway::Tray</name>
    <message>
        <source>&amp;Show Partway</source>
        <translation>Partway &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>Alle &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>Alle &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Partway</source>
        <translation>Partway</translation>
    </message>
</context>
<context>
    <name>partway::UploadIntake</name>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>There are no files on the clipboard. Copy files in your file manager, then paste them here.</source>
        <translation>In der Zwischenablage sind keine Dateien. Dateien im Dateimanager kopieren, dann hier einfügen.</translation>
    </message>
    <message>
        <source>Nothing was added. %1</source>
        <translation>Nichts wurde hinzugefügt. %1</translation>
    </message>
    <message numerus="yes">
        <source>Adding files: %n so far …</source>
        <translation>
            <numerusform>Dateien werden hinzugefügt: bisher %n …</numerusform>
            <numerusform>Dateien werden hinzugefügt: bisher %n …</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Aufhören</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be taken.</source>
        <translation>
            <numerusform>%n Eintrag ließ sich nicht annehmen.</numerusform>
            <numerusform>%n Einträge ließen sich nicht annehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;them…</source>
        <translation>An&amp;zeigen …</translation>
    </message>
    <message>
        <source>Nothing was added: there is no file in it.</source>
        <translation>Nichts wurde hinzugefügt: Es ist keine Datei darin.</translation>
    </message>
    <message>
        <source>One ticket at a time: %1 was opened.</source>
        <translation>Nur ein Schein auf einmal: %1 wurde geöffnet.</translation>
    </message>
    <message>
        <source>A program is still writing to “%1”.</source>
        <translation>Ein Programm schreibt noch in „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>Programs are still writing to %n of the files.</source>
        <translation>
            <numerusform>In %n der Dateien schreibt noch ein Programm.</numerusform>
            <numerusform>In %n der Dateien schreiben noch Programme.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Follow while it is written</source>
        <translation>&amp;Folgen, während sie geschrieben wird</translation>
    </message>
</context>
<context>
    <name>partway::UploadTicketDialog</name>
    <message>
        <source>Send a file with an upload ticket</source>
        <translation>Eine Datei mit einem Upload-Ticket senden</translation>
    </message>
    <message>
        <source>Choose the file, or drop it here. You need no account and no keys.</source>
        <translation>Wählen Sie die Datei, oder ziehen Sie sie hierher. Sie brauchen kein Konto und keine Schlüssel.</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>beliebiger Name</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>%1, exactly %2</source>
        <comment>name, size</comment>
        <translation>%1, genau %2</translation>
    </message>
    <message>
        <source>Becomes:</source>
        <translation>Wird zu:</translation>
    </message>
    <message>
        <source>Store:</source>
        <translation>Speicher:</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>Gültig bis:</translation>
    </message>
    <message>
        <source>The file to send</source>
        <translation>Die zu sendende Datei</translation>
    </message>
    <message>
        <source>The file “%1”</source>
        <translation>Die Datei „%1“</translation>
    </message>
    <message>
        <source>File here:</source>
        <translation>Datei hier:</translation>
    </message>
    <message>
        <source>&amp;Send it</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>This file can be sent.</source>
        <translation>Diese Datei kann gesendet werden.</translation>
    </message>
    <message>
        <source>Its name is another than the one that is expected, “%1”; its size is right.</source>
        <translation>Ihr Name ist ein anderer als der erwartete, „%1“; ihre Größe stimmt.</translation>
    </message>
    <message>
        <source>It has %1.</source>
        <translation>Sie hat %1.</translation>
    </message>
</context>
<context>
    <name>partway::UploadTickets</name>
    <message>
        <source>The ticket is %1. Until %2 it is good for one file of %3; to take it back, abort its upload among the incomplete uploads.</source>
        <translation>Das Ticket ist %1. Bis %2 gilt es für eine Datei von %3; um es zurückzunehmen, brechen Sie seinen Upload bei den unvollständigen Uploads ab.</translation>
    </message>
    <message>
        <source>It ends with the keys that signed it.</source>
        <translation>Es endet mit den Schlüsseln, die es signiert haben.</translation>
    </message>
</context>
<context>
    <name>partway::WindowPrompt</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>That code was not accepted. A code is good once and for half a minute: enter the next one.</source>
        <translation>Dieser Code wurde nicht angenommen. Ein Code gilt nur einmal und eine halbe Minute lang: den nächsten eingeben.</translation>
    </message>
    <message>
        <source>The account “%1” needs the code that your MFA device shows now.</source>
        <translation>Das Konto „%1“ braucht den Code, den das MFA-Gerät jetzt zeigt.</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Code:</translation>
    </message>
    <message>
        <source>Code of the MFA device</source>
        <translation>Code des MFA-Geräts</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>The account “%1” needs a sign-in. Open the page in a browser, here or on another device, and confirm this code there:</source>
        <translation>Das Konto „%1“ braucht eine Anmeldung. Die Seite in einem Browser öffnen, hier oder auf einem anderen Gerät, und dort diesen Code bestätigen:</translation>
    </message>
    <message>
        <source>Code to confirm</source>
        <translation>Code zum Bestätigen</translation>
    </message>
    <message>
        <source>Transfers of this account wait and go on by themselves afterwards. The code is good until %1.</source>
        <translation>Übertragungen dieses Kontos warten und gehen danach von selbst weiter. Der Code gilt bis %1.</translation>
    </message>
    <message>
        <source>&amp;Open browser</source>
        <translation>&amp;Browser öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy code</source>
        <translation>Code &amp;kopieren</translation>
    </message>
    <message>
        <source>Run a program for keys</source>
        <translation>Ein Programm für Schlüssel ausführen</translation>
    </message>
    <message>
        <source>The account “%1” gets its keys from a program. Run it?</source>
        <translation>Das Konto „%1“ bekommt seine Schlüssel von einem Programm. Ausführen?</translation>
    </message>
    <message>
        <source>%1

It runs with your rights, now and whenever keys are needed. Partway asks again when the command changes.</source>
        <translation>%1

Es läuft mit Ihren Rechten, jetzt und immer, wenn Schlüssel gebraucht werden. Partway fragt wieder, wenn sich der Befehl ändert.</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Do not run</source>
        <translation>&amp;Nicht ausführen</translation>
    </message>
</context>
</TS>
