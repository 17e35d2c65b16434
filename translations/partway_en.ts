<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>FolderTotals</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation>
            <numerusform>%Ln active</numerusform>
            <numerusform>%Ln active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished</source>
        <translation>
            <numerusform>%Ln finished</numerusform>
            <numerusform>%Ln finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln given up</source>
        <translation>
            <numerusform>%Ln given up</numerusform>
            <numerusform>%Ln given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncompleteText</name>
    <message numerus="yes">
        <source>%n part(s) in the last minute: someone is using it.</source>
        <translation>
            <numerusform>%n part in the last minute: someone is using it.</numerusform>
            <numerusform>%n parts in the last minute: someone is using it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) more than before: someone is using it.</source>
        <translation>
            <numerusform>%n part more than before: someone is using it.</numerusform>
            <numerusform>%n parts more than before: someone is using it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It deletes incomplete uploads by itself after %n day(s).</source>
        <translation>
            <numerusform>It deletes incomplete uploads by itself after %n day.</numerusform>
            <numerusform>It deletes incomplete uploads by itself after %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::AbortQuestion</name>
    <message numerus="yes">
        <source>Abort %n incomplete upload(s)?</source>
        <translation>
            <numerusform>Abort %n incomplete upload?</numerusform>
            <numerusform>Abort %n incomplete uploads?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Abort %n upload(s)</source>
        <translation>
            <numerusform>&amp;Abort %n upload</numerusform>
            <numerusform>&amp;Abort %n uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s) are deleted on the store.</source>
        <translation>
            <numerusform>%1 in %n part are deleted on the store.</numerusform>
            <numerusform>%1 in %n parts are deleted on the store.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n upload(s) it is not known how much they keep.</source>
        <translation>
            <numerusform>Of %n upload it is not known how much they keep.</numerusform>
            <numerusform>Of %n uploads it is not known how much they keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong(s) to your own list of transfers: such a transfer starts from the beginning when it goes on.</source>
        <translation>
            <numerusform>%n of them belong to your own list of transfers: such a transfer starts from the beginning when it goes on.</numerusform>
            <numerusform>%n of them belongs to your own list of transfers: such a transfer starts from the beginning when it goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have %n second(s) to take it back; after that nothing brings the parts back.</source>
        <translation>
            <numerusform>You have %n second to take it back; after that nothing brings the parts back.</numerusform>
            <numerusform>You have %n seconds to take it back; after that nothing brings the parts back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::AccountsMenu</name>
    <message numerus="yes">
        <source>%n transfer(s) of it are not finished. They stay in the list but cannot go on without it.</source>
        <translation>
            <numerusform>%n transfer of it is not finished. It stays in the list but cannot go on without it.</numerusform>
            <numerusform>%n transfers of it are not finished. They stay in the list but cannot go on without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::AccountsPage</name>
    <message numerus="yes">
        <source>%n unfinished transfer(s) of it stop and cannot go on without it. What they stored stays on the server; abort them first if it shall go, too.</source>
        <translation>
            <numerusform>%n unfinished transfer of it stops and cannot go on without it. What it stored stays on the server; abort it first if that shall go, too.</numerusform>
            <numerusform>%n unfinished transfers of it stop and cannot go on without it. What they stored stays on the server; abort them first if it shall go, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n account(s), without their secrets.</source>
        <translation>
            <numerusform>Exported %n account, without their secrets.</numerusform>
            <numerusform>Exported %n accounts, without their secrets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n account(s).</source>
        <translation>
            <numerusform>Imported %n account.</numerusform>
            <numerusform>Imported %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::AdoptDialog</name>
    <message numerus="yes">
        <source>%n part(s) with %1 are stored.</source>
        <translation>
            <numerusform>%n part with %1 are stored.</numerusform>
            <numerusform>%n parts with %1 are stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n part(s) will be sent; the rest is stored and matches.</source>
        <translation>
            <numerusform>%1 in %n part will be sent; the rest is stored and matches.</numerusform>
            <numerusform>%1 in %n parts will be sent; the rest is stored and matches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::Attendant</name>
    <message numerus="yes">
        <source>%n transfer(s) failed or need you</source>
        <translation>
            <numerusform>%n transfer failed or needs you</numerusform>
            <numerusform>%n transfers failed or need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more finished.</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n more finished.</numerusform>
            <numerusform>%n more finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are uploaded</source>
        <translation>
            <numerusform>%n file is uploaded</numerusform>
            <numerusform>%n files are uploaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::BucketsPage</name>
    <message numerus="yes">
        <source>%n copy(ies) added to the transfers.</source>
        <translation>
            <numerusform>%n copy added to the transfers.</numerusform>
            <numerusform>%n copies added to the transfers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will have no tags: there, objects have none.</source>
        <translation>
            <numerusform>%n of them will have no tags: there, objects have none.</numerusform>
            <numerusform>%n of them will have no tags: there, objects have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will have no tags: the keys of the account may not read those of the source.</source>
        <translation>
            <numerusform>%n of them will have no tags: the keys of the account may not read those of the source.</numerusform>
            <numerusform>%n of them will have no tags: the keys of the account may not read those of the source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::CleanUpDialog</name>
    <message numerus="yes">
        <source>“%1” aborts incomplete uploads after %n day(s).</source>
        <translation>
            <numerusform>“%1” aborts incomplete uploads after %n day.</numerusform>
            <numerusform>“%1” aborts incomplete uploads after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” aborts incomplete uploads below “%2” after %n day(s).</source>
        <translation>
            <numerusform>“%1” aborts incomplete uploads below “%2” after %n day.</numerusform>
            <numerusform>“%1” aborts incomplete uploads below “%2” after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rule “%1” does this already, after %n day(s): another one is not needed.</source>
        <translation>
            <numerusform>The rule “%1” does this already, after %n day: another one is not needed.</numerusform>
            <numerusform>The rule “%1” does this already, after %n days: another one is not needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) of the bucket do other things.</source>
        <translation>
            <numerusform>%n rule of the bucket does other things.</numerusform>
            <numerusform>%n rules of the bucket do other things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::CopyDialog</name>
    <message numerus="yes">
        <source>Copy %n row(s), folders with all that is in them</source>
        <translation>
            <numerusform>Copy %n row, folders with all that is in them</numerusform>
            <numerusform>Copy %n rows, folders with all that is in them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::DetailsForm</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::DetailsPane</name>
    <message numerus="yes">
        <source>%n transfer(s) selected</source>
        <translation>
            <numerusform>%n transfer selected</numerusform>
            <numerusform>%n transfers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::ExistsDialog</name>
    <message numerus="yes">
        <source>%n file(s) have an object of the same name on the server. What shall become of those that are ticked?</source>
        <translation>
            <numerusform>%n file has an object of the same name on the server. What shall become of it?</numerusform>
            <numerusform>%n files have objects of the same name on the server. What shall become of those that are ticked?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::FindDialog</name>
    <message numerus="yes">
        <source>%n file(s) found.</source>
        <translation>
            <numerusform>%n file found.</numerusform>
            <numerusform>%n files found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n account(s)</source>
        <translation>
            <numerusform>&amp;Import %n account</numerusform>
            <numerusform>&amp;Import %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::IncompleteModel</name>
    <message numerus="yes">
        <source>%1 (%n)</source>
        <comment>a bucket and how many uploads it has</comment>
        <translation>
            <numerusform>%1 (%n)</numerusform>
            <numerusform>%1 (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of %n for this name</source>
        <translation>
            <numerusform>one of %n for this name</numerusform>
            <numerusform>one of %n for this name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1, %n incomplete upload(s), %2 kept</source>
        <translation>
            <numerusform>Bucket %1, %n incomplete upload, %2 kept</numerusform>
            <numerusform>Bucket %1, %n incomplete uploads, %2 kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::IncompletePage</name>
    <message numerus="yes">
        <source>%n bucket(s) to be asked.</source>
        <translation>
            <numerusform>%n bucket to be asked.</numerusform>
            <numerusform>%n buckets to be asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) aborted.</source>
        <translation>
            <numerusform>%n upload aborted.</numerusform>
            <numerusform>%n uploads aborted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left alone: someone is using them.</source>
        <translation>
            <numerusform>%n left alone: someone is using it.</numerusform>
            <numerusform>%n left alone: someone is using them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed; Partway tries them again by itself, also after a restart.</source>
        <translation>
            <numerusform>%n failed; Partway tries them again by itself, also after a restart.</numerusform>
            <numerusform>%n failed; Partway tries them again by itself, also after a restart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of them is older than %n day(s).</source>
        <translation>
            <numerusform>None of them is older than %n day.</numerusform>
            <numerusform>None of them is older than %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n upload</numerusform>
            <numerusform>%n uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) written to %1.</source>
        <translation>
            <numerusform>%n upload written to %1.</numerusform>
            <numerusform>%n uploads written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete upload(s)</source>
        <translation>
            <numerusform>%n incomplete upload</numerusform>
            <numerusform>%n incomplete uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; still looking, %n to be counted</source>
        <translation>
            <numerusform>; still looking, %n to be counted</numerusform>
            <numerusform>; still looking, %n to be counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; of %n the parts are not known</source>
        <translation>
            <numerusform>; of %n the parts are not known</numerusform>
            <numerusform>; of %n the parts are not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s) that somebody wanted aborted are still there.</source>
        <translation>
            <numerusform>%n upload that somebody wanted aborted is still there.</numerusform>
            <numerusform>%n uploads that somebody wanted aborted are still there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; of %n the price is not known</source>
        <translation>
            <numerusform>; of %n the price is not known</numerusform>
            <numerusform>; of %n the price is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had become an object, which is untouched.</source>
        <translation>
            <numerusform>%n had become an object, which is untouched.</numerusform>
            <numerusform>%n had become objects, which are untouched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::IncompleteSieve</name>
    <message numerus="yes">
        <source>%1 (%2 of %n)</source>
        <comment>a bucket, how many of its uploads are shown, and how many it has</comment>
        <translation>
            <numerusform>%1 (%2 of %n)</numerusform>
            <numerusform>%1 (%2 of %n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1, %2 of %n incomplete upload(s) shown, %3 of %4 kept</source>
        <translation>
            <numerusform>Bucket %1, %2 of %n incomplete upload shown, %3 of %4 kept</numerusform>
            <numerusform>Bucket %1, %2 of %n incomplete uploads shown, %3 of %4 kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::LinkCopier</name>
    <message numerus="yes">
        <source>%n link(s) copied. Whoever has one can read the object for %1.</source>
        <translation>
            <numerusform>%n link copied. Whoever has one can read the object for %1.</numerusform>
            <numerusform>%n links copied. Whoever has one can read the object for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::LinkDialog</name>
    <message numerus="yes">
        <source>%n object(s) (%1)</source>
        <translation>
            <numerusform>%n object (%1)</numerusform>
            <numerusform>%n objects (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::MainWindow</name>
    <message numerus="yes">
        <source>%n transfer(s) are not finished.</source>
        <translation>
            <numerusform>%n transfer is not finished.</numerusform>
            <numerusform>%n transfers are not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) removed from the list.</source>
        <translation>
            <numerusform>%n transfer removed from the list.</numerusform>
            <numerusform>%n transfers removed from the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have an object of the same name on the server.</source>
        <translation>
            <numerusform>%n file has an object of the same name on the server.</numerusform>
            <numerusform>%n files have objects of the same name on the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::ObjectPane</name>
    <message numerus="yes">
        <source>Made of %n part(s); the store does not list them.</source>
        <translation>
            <numerusform>Made of %n part; the store does not list them.</numerusform>
            <numerusform>Made of %n parts; the store does not list them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made of %n part(s).</source>
        <translation>
            <numerusform>Made of %n part.</numerusform>
            <numerusform>Made of %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s), the newest first.</source>
        <translation>
            <numerusform>%n version, the newest first.</numerusform>
            <numerusform>%n versions, the newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::PartMap</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::PricesDialog</name>
    <message numerus="yes">
        <source>What a store charges for keeping data for a month. Your own prices count before the list prices that came with Partway (%n of them). An empty storage class stands for all that have no price of their own; where no price is known, the cost is “unknown”.</source>
        <translation>
            <numerusform>What a store charges for keeping data for a month. Your own prices count before the list prices that came with Partway (%n of them). An empty storage class stands for all that have no price of their own; where no price is known, the cost is “unknown”.</numerusform>
            <numerusform>What a store charges for keeping data for a month. Your own prices count before the list prices that came with Partway (%n of them). An empty storage class stands for all that have no price of their own; where no price is known, the cost is “unknown”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::Sidebar</name>
    <message numerus="yes">
        <source>%1, %n transfer(s)</source>
        <comment>a group in the sidebar</comment>
        <translation>
            <numerusform>%1, %n transfer</numerusform>
            <numerusform>%1, %n transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::SpeedPlot</name>
    <message numerus="yes">
        <source>slowed down by the server %n time(s)</source>
        <translation>
            <numerusform>slowed down by the server %n time</numerusform>
            <numerusform>slowed down by the server %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::StatusLine</name>
    <message numerus="yes">
        <source>%n active</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::TransferActions</name>
    <message numerus="yes">
        <source>Abort %n transfer(s)?</source>
        <translation>
            <numerusform>Abort %n transfer?</numerusform>
            <numerusform>Abort %n transfers?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>partway::UploadIntake</name>
    <message numerus="yes">
        <source>Adding files: %n so far …</source>
        <translation>
            <numerusform>Adding files: %n so far …</numerusform>
            <numerusform>Adding files: %n so far …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be taken.</source>
        <translation>
            <numerusform>%n item could not be taken.</numerusform>
            <numerusform>%n items could not be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Programs are still writing to %n of the files.</source>
        <translation>
            <numerusform>A program is still writing to %n of the files.</numerusform>
            <numerusform>Programs are still writing to %n of the files.</numerusform>
        </translation>
    </message>
</context>
</TS>
