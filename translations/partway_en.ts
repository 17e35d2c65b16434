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
</context>
</TS>
