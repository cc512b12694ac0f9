<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>AcceptedBox</name>
        <message numerus="yes">
            <source>{count} of %n · left out of batches</source>
            <translation>
                <numerusform>{count} of %n · left out of batches</numerusform>
                <numerusform>{count} of %n · left out of batches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BatchPage</name>
        <message numerus="yes">
            <source>Send %n shots without a known price</source>
            <translation>
                <numerusform>Send %n shot without a known price</numerusform>
                <numerusform>Send %n shots without a known price</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n shots</source>
            <translation>
                <numerusform>Generate %n shot</numerusform>
                <numerusform>Generate %n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n takes</source>
            <translation>
                <numerusform>Generate %n take</numerusform>
                <numerusform>Generate %n takes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n unchanged shots again, too</source>
            <translation>
                <numerusform>Generate %n unchanged shot again, too</numerusform>
                <numerusform>Generate %n unchanged shots again, too</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate all %n shots · {cost}</source>
            <translation>
                <numerusform>Generate %n shot · {cost}</numerusform>
                <numerusform>Generate all %n shots · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate all %n takes · {cost}</source>
            <translation>
                <numerusform>Generate %n take · {cost}</numerusform>
                <numerusform>Generate all %n takes · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate what fits · %n shots · {cost}</source>
            <translation>
                <numerusform>Generate what fits · %n shot · {cost}</numerusform>
                <numerusform>Generate what fits · %n shots · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate what fits · %n takes · {cost}</source>
            <translation>
                <numerusform>Generate what fits · %n take · {cost}</numerusform>
                <numerusform>Generate what fits · %n takes · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BoardGround</name>
        <message numerus="yes">
            <source>{shown} of %n shots</source>
            <translation>
                <numerusform>{shown} of %n shot</numerusform>
                <numerusform>{shown} of %n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CommentActs</name>
        <message numerus="yes">
            <source>%n comments came from {name}.</source>
            <translation>
                <numerusform>%n comment came from {name}.</numerusform>
                <numerusform>%n comments came from {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were in the film already.</source>
            <translation>
                <numerusform>%n was in the film already.</numerusform>
                <numerusform>%n were in the film already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are no comments and were left out.</source>
            <translation>
                <numerusform>%n is no comment and was left out.</numerusform>
                <numerusform>%n are no comments and were left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are on shots that are not in the film:</source>
            <translation>
                <numerusform>%n is on a shot that is not in the film:</numerusform>
                <numerusform>%n are on shots that are not in the film:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Comments</name>
        <message numerus="yes">
            <source>%n more stand in the film's file.</source>
            <translation>
                <numerusform>%n more stands in the film's file.</numerusform>
                <numerusform>%n more stand in the film's file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n only here</source>
            <translation>
                <numerusform>%n only here</numerusform>
                <numerusform>%n only here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CostPage</name>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CostTab</name>
        <message numerus="yes">
            <source>The price of %n results is not known.</source>
            <translation>
                <numerusform>The price of %n result is not known.</numerusform>
                <numerusform>The price of %n results is not known.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counters</name>
        <message numerus="yes">
            <source>{used} of %n elements</source>
            <translation>
                <numerusform>{used} of %n element</numerusform>
                <numerusform>{used} of %n elements</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeleteElementDialog</name>
        <message numerus="yes">
            <source>%n shots mention @{name}. What should become of the mentions?</source>
            <translation>
                <numerusform>%n shot mentions @{name}. What should become of the mentions?</numerusform>
                <numerusform>%n shots mention @{name}. What should become of the mentions?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dialogue</name>
        <message numerus="yes">
            <source>%n more stand in the film's file.</source>
            <translation>
                <numerusform>%n more stands in the film's file.</numerusform>
                <numerusform>%n more stand in the film's file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DiskPart</name>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n takes and panels are deleted for good.</source>
            <translation>
                <numerusform>%n take or panel is deleted for good.</numerusform>
                <numerusform>%n takes and panels are deleted for good.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures of elements are deleted for good.</source>
            <translation>
                <numerusform>%n picture of an element is deleted for good.</numerusform>
                <numerusform>%n pictures of elements are deleted for good.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ElementCard</name>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n images</source>
            <translation>
                <numerusform>{done} of %n image</numerusform>
                <numerusform>{done} of %n images</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ElementChip</name>
        <message numerus="yes">
            <source>all %n</source>
            <translation>
                <numerusform>all %n</numerusform>
                <numerusform>all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n</source>
            <translation>
                <numerusform>{count} of %n</numerusform>
                <numerusform>{count} of %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ElementForm</name>
        <message numerus="yes">
            <source>Generate %n images · {cost}</source>
            <translation>
                <numerusform>Generate %n image · {cost}</numerusform>
                <numerusform>Generate %n images · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ElementsPane</name>
        <message numerus="yes">
            <source>Generate all %n images · {cost}</source>
            <translation>
                <numerusform>Generate %n image · {cost}</numerusform>
                <numerusform>Generate all %n images · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilmForm</name>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n scene</numerusform>
                <numerusform>%n scenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilmOut</name>
        <message numerus="yes">
            <source>%n chosen shots</source>
            <translation>
                <numerusform>%n chosen shot</numerusform>
                <numerusform>%n chosen shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files could not be read</source>
            <translation>
                <numerusform>%n file could not be read</numerusform>
                <numerusform>%n files could not be read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilterLine</name>
        <message numerus="yes">
            <source>Showing {shown} of %n shots</source>
            <translation>
                <numerusform>Showing {shown} of %n shot</numerusform>
                <numerusform>Showing {shown} of %n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GenerateButton</name>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Generate %n missing · {cost}</numerusform>
                <numerusform>Generate %n missing · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Regenerate %n shots · {cost}</source>
            <translation>
                <numerusform>Regenerate %n shot · {cost}</numerusform>
                <numerusform>Regenerate %n shots · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n shots · {cost}</source>
            <translation>
                <numerusform>Generate %n shot · {cost}</numerusform>
                <numerusform>Generate %n shots · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Regenerate %n out of date · {cost}</source>
            <translation>
                <numerusform>Regenerate %n out of date · {cost}</numerusform>
                <numerusform>Regenerate %n out of date · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generates %n pictures first; they are in the price.</source>
            <translation>
                <numerusform>Generates %n picture first; it is in the price.</numerusform>
                <numerusform>Generates %n pictures first; they are in the price.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more cannot be sent as they are</source>
            <translation>
                <numerusform>%n more cannot be sent as it is</numerusform>
                <numerusform>%n more cannot be sent as they are</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n scene</numerusform>
                <numerusform>%n scenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImpactCard</name>
        <message numerus="yes">
            <source>{title}: %n shots out of date, {cost} to refresh</source>
            <translation>
                <numerusform>{title}: %n shot out of date, {cost} to refresh</numerusform>
                <numerusform>{title}: %n shots out of date, {cost} to refresh</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %n</numerusform>
                <numerusform>All %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message numerus="yes">
            <source>Take %n elements</source>
            <translation>
                <numerusform>Take %n element</numerusform>
                <numerusform>Take %n elements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements came: {names}</source>
            <translation>
                <numerusform>%n element came: {names}</numerusform>
                <numerusform>%n elements came: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InspectorPane</name>
        <message numerus="yes">
            <source>%n SHOTS CHOSEN</source>
            <translation>
                <numerusform>%n SHOT CHOSEN</numerusform>
                <numerusform>%n SHOTS CHOSEN</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message numerus="yes">
            <source>Keep the new pictures</source>
            <translation>
                <numerusform>Keep the new picture</numerusform>
                <numerusform>Keep the new pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put the old ones back</source>
            <translation>
                <numerusform>Put the old one back</numerusform>
                <numerusform>Put the old ones back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n new pictures…</source>
            <translation>
                <numerusform>All %n new pictures…</numerusform>
                <numerusform>All %n new pictures…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new pictures of {name}</source>
            <translation>
                <numerusform>%n new picture of {name}</numerusform>
                <numerusform>%n new pictures of {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LastTime</name>
        <message numerus="yes">
            <source>%n in line from last time</source>
            <translation>
                <numerusform>%n in line from last time</numerusform>
                <numerusform>%n in line from last time</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message numerus="yes">
            <source>%n files are being written.</source>
            <translation>
                <numerusform>%n file is being written.</numerusform>
                <numerusform>%n files are being written.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeavingLine</name>
        <message numerus="yes">
            <source>Quits when %n are here ·</source>
            <translation>
                <numerusform>Quits when %n is here ·</numerusform>
                <numerusform>Quits when %n are here ·</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>%n RUNNING</source>
            <translation>
                <numerusform>%n RUNNING</numerusform>
                <numerusform>%n RUNNING</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n IN LINE</source>
            <translation>
                <numerusform>%n IN LINE</numerusform>
                <numerusform>%n IN LINE</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Missing</name>
        <message numerus="yes">
            <source>%n of {all} shots have no clip</source>
            <translation>
                <numerusform>%n of {all} shots has no clip</numerusform>
                <numerusform>%n of {all} shots have no clip</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The files of %n shots cannot be read</source>
            <translation>
                <numerusform>The file of %n shot cannot be read</numerusform>
                <numerusform>The files of %n shots cannot be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NeedsYou</name>
        <message numerus="yes">
            <source>%n reference images of @{name}</source>
            <translation>
                <numerusform>%n reference image of @{name}</numerusform>
                <numerusform>%n reference images of @{name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>KIE keeps results two weeks: this one may be gone, but its log has it for %n days.</source>
            <translation>
                <numerusform>KIE keeps results two weeks: this one may be gone, but its log has it for %n day.</numerusform>
                <numerusform>KIE keeps results two weeks: this one may be gone, but its log has it for %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>KIE keeps a result for %n more days at most.</source>
            <translation>
                <numerusform>KIE keeps a result for %n more day at most.</numerusform>
                <numerusform>KIE keeps a result for %n more days at most.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewFilmPage</name>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n scene</numerusform>
                <numerusform>%n scenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%n more notices</source>
            <translation>
                <numerusform>%n more notice</numerusform>
                <numerusform>%n more notices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OnlyPill</name>
        <message numerus="yes">
            <source>Shown: {words}, %n shots. Show all again.</source>
            <translation>
                <numerusform>Shown: {words}, %n shot. Show all again.</numerusform>
                <numerusform>Shown: {words}, %n shots. Show all again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutsideTold</name>
        <message numerus="yes">
            <source>%n shots changed outside</source>
            <translation>
                <numerusform>%n shot changed outside</numerusform>
                <numerusform>%n shots changed outside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes changed outside</source>
            <translation>
                <numerusform>%n scene changed outside</numerusform>
                <numerusform>%n scenes changed outside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements changed outside</source>
            <translation>
                <numerusform>%n element changed outside</numerusform>
                <numerusform>%n elements changed outside</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Past</name>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes change: {named}</source>
            <translation>
                <numerusform>%n scene changes: {named}</numerusform>
                <numerusform>%n scenes change: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines differ from the film now</source>
            <translation>
                <numerusform>%n line differs from the film now</numerusform>
                <numerusform>%n lines differ from the film now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots change: {named}</source>
            <translation>
                <numerusform>%n shot changes: {named}</numerusform>
                <numerusform>%n shots change: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots come back: {named}</source>
            <translation>
                <numerusform>%n shot comes back: {named}</numerusform>
                <numerusform>%n shots come back: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots go: {named}</source>
            <translation>
                <numerusform>%n shot goes: {named}</numerusform>
                <numerusform>%n shots go: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements change: {named}</source>
            <translation>
                <numerusform>%n element changes: {named}</numerusform>
                <numerusform>%n elements change: {named}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pictures</name>
        <message numerus="yes">
            <source>%n pictures of @{name} came</source>
            <translation>
                <numerusform>%n picture of @{name} came</numerusform>
                <numerusform>%n pictures of @{name} came</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Redraw all %n · {cost}</source>
            <translation>
                <numerusform>Redraw %n · {cost}</numerusform>
                <numerusform>Redraw all %n · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Redraw all %n</source>
            <translation>
                <numerusform>Redraw %n</numerusform>
                <numerusform>Redraw all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{kind} · {done} of %n images</source>
            <translation>
                <numerusform>{kind} · {done} of %n image</numerusform>
                <numerusform>{kind} · {done} of %n images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Generate %n missing · {cost}</numerusform>
                <numerusform>Generate %n missing · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlaceQuestion</name>
        <message numerus="yes">
            <source>This shot is accepted. Make %n more takes? {cost}</source>
            <translation>
                <numerusform>This shot is accepted. Make %n more take? {cost}</numerusform>
                <numerusform>This shot is accepted. Make %n more takes? {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accepted. %n more takes? {cost}</source>
            <translation>
                <numerusform>Accepted. %n more take? {cost}</numerusform>
                <numerusform>Accepted. %n more takes? {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pressing</name>
        <message numerus="yes">
            <source>%n more shots cannot be sent</source>
            <translation>
                <numerusform>%n more shot cannot be sent</numerusform>
                <numerusform>%n more shots cannot be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of its shots have the names of shots in this film. Their clips stay where they are. What was made from the very same words counts already; the rest counts only if you say so.</source>
            <translation>
                <numerusform>%n of its shots has the name of a shot in this film. Its clips stay where they are. What was made from the very same words counts already; the rest counts only if you say so.</numerusform>
                <numerusform>%n of its shots have the names of shots in this film. Their clips stay where they are. What was made from the very same words counts already; the rest counts only if you say so.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This shot is accepted. Make %n more takes?</source>
            <translation>
                <numerusform>This shot is accepted. Make %n more take?</numerusform>
                <numerusform>This shot is accepted. Make %n more takes?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PriceBox</name>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueHead</name>
        <message numerus="yes">
            <source>%n in line were not sent: they cost nothing.</source>
            <translation>
                <numerusform>%n in line was not sent: it costs nothing.</numerusform>
                <numerusform>%n in line were not sent: they cost nothing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were sent: KIE may still finish and charge; results are collected.</source>
            <translation>
                <numerusform>%n was sent: KIE may still finish and charge; the result is collected.</numerusform>
                <numerusform>%n were sent: KIE may still finish and charge; results are collected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n min left</source>
            <translation>
                <numerusform>about %n min left</numerusform>
                <numerusform>about %n min left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message numerus="yes">
            <source>and %n more in line</source>
            <translation>
                <numerusform>and %n more in line</numerusform>
                <numerusform>and %n more in line</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuitPage</name>
        <message numerus="yes">
            <source>%n shots are still being made</source>
            <translation>
                <numerusform>%n shot is still being made</numerusform>
                <numerusform>%n shots are still being made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are still being made</source>
            <translation>
                <numerusform>%n is still being made</numerusform>
                <numerusform>%n are still being made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more wait here and were not sent: they stay in line, paused, and cost nothing until you press Continue.</source>
            <translation>
                <numerusform>%n more waits here and was not sent: it stays in line, paused, and costs nothing until you press Continue.</numerusform>
                <numerusform>%n more wait here and were not sent: they stay in line, paused, and cost nothing until you press Continue.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message numerus="yes">
            <source>Queue: %n running</source>
            <translation>
                <numerusform>Queue: %n running</numerusform>
                <numerusform>Queue: %n running</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in line</source>
            <translation>
                <numerusform>%n in line</numerusform>
                <numerusform>%n in line</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Refreshing</name>
        <message numerus="yes">
            <source>Refresh %n out of &amp;date · {cost}</source>
            <translation>
                <numerusform>Refresh %n out of &amp;date · {cost}</numerusform>
                <numerusform>Refresh %n out of &amp;date · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplacePage</name>
        <message numerus="yes">
            <source>Replace all %n</source>
            <translation>
                <numerusform>Replace %n</numerusform>
                <numerusform>Replace all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are accepted: their words change, their takes stay.</source>
            <translation>
                <numerusform>%n of them is accepted: its words change, its takes stay.</numerusform>
                <numerusform>%n of them are accepted: their words change, their takes stay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are part of a name and stay.</source>
            <translation>
                <numerusform>%n is part of a name and stays.</numerusform>
                <numerusform>%n are part of a name and stay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replacing all makes %n made shots out of date; to refresh them: {price}.</source>
            <translation>
                <numerusform>Replacing all makes %n made shot out of date; to refresh it: {price}.</numerusform>
                <numerusform>Replacing all makes %n made shots out of date; to refresh them: {price}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n shots and scenes</source>
            <translation>
                <numerusform>in %n shot or scene</numerusform>
                <numerusform>in %n shots and scenes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Replacing</name>
        <message numerus="yes">
            <source>Replace %n</source>
            <translation>
                <numerusform>Replace %n</numerusform>
                <numerusform>Replace %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunTold</name>
        <message numerus="yes">
            <source>%n are ready</source>
            <translation>
                <numerusform>%n is ready</numerusform>
                <numerusform>%n are ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready</source>
            <translation>
                <numerusform>%n ready</numerusform>
                <numerusform>%n ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n needs you</numerusform>
                <numerusform>%n need you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SaveButton</name>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SceneForm</name>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Seam</name>
        <message numerus="yes">
            <source>%n copies</source>
            <translation>
                <numerusform>%n copy</numerusform>
                <numerusform>%n copies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n copies in a row</source>
            <translation>
                <numerusform>%n copy in a row</numerusform>
                <numerusform>%n copies in a row</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeveralForm</name>
        <message numerus="yes">
            <source>What you change here changes all %n, as one step of Undo.</source>
            <translation>
                <numerusform>What you change here changes all %n, as one step of Undo.</numerusform>
                <numerusform>What you change here changes all %n, as one step of Undo.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharedActs</name>
        <message numerus="yes">
            <source>Regenerate %n out of date</source>
            <translation>
                <numerusform>Regenerate %n out of date</numerusform>
                <numerusform>Regenerate %n out of date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Make %n shots again</source>
            <translation>
                <numerusform>Make %n shot again</numerusform>
                <numerusform>Make %n shots again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A new panel for %n shots</source>
            <translation>
                <numerusform>A new panel for %n shot</numerusform>
                <numerusform>A new panel for %n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Three variants of %n shots</source>
            <translation>
                <numerusform>Three variants of %n shot</numerusform>
                <numerusform>Three variants of %n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharedElements</name>
        <message numerus="yes">
            <source>· click adds to all %n</source>
            <translation>
                <numerusform>· click adds to all %n</numerusform>
                <numerusform>· click adds to all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharedWords</name>
        <message numerus="yes">
            <source>Add to the end of all %n</source>
            <translation>
                <numerusform>Add to the end of all %n</numerusform>
                <numerusform>Add to the end of all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShotCard</name>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n scene</numerusform>
                <numerusform>%n scenes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open comments</source>
            <translation>
                <numerusform>%n open comment</numerusform>
                <numerusform>%n open comments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n takes</source>
            <translation>
                <numerusform>%n take</numerusform>
                <numerusform>%n takes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SoundActs</name>
        <message numerus="yes">
            <source>%n captions came from {name}.</source>
            <translation>
                <numerusform>%n caption came from {name}.</numerusform>
                <numerusform>%n captions came from {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were in the film already.</source>
            <translation>
                <numerusform>%n was in the film already.</numerusform>
                <numerusform>%n were in the film already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have times that cannot be read and were left out (line {numbers}).</source>
            <translation>
                <numerusform>%n has times that cannot be read and was left out (line {numbers}).</numerusform>
                <numerusform>%n have times that cannot be read and were left out (lines {numbers}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n begin behind the film's end and were left out:</source>
            <translation>
                <numerusform>%n begins behind the film's end and was left out:</numerusform>
                <numerusform>%n begin behind the film's end and were left out:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>● %n running</source>
            <translation>
                <numerusform>● %n running</numerusform>
                <numerusform>● %n running</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in line</source>
            <translation>
                <numerusform>%n in line</numerusform>
                <numerusform>%n in line</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n needs you</numerusform>
                <numerusform>%n need you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you: show the next one</source>
            <translation>
                <numerusform>%n needs you: show it</numerusform>
                <numerusform>%n need you: show the next one</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Stretching</name>
        <message numerus="yes">
            <source>%n frames</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Studio</name>
        <message numerus="yes">
            <source>The scenario has %n mistakes. Each is told on its shot, or on the film.</source>
            <translation>
                <numerusform>The scenario has %n mistake. It is told on its shot, or on the film.</numerusform>
                <numerusform>The scenario has %n mistakes. Each is told on its shot, or on the film.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements have no words yet.</source>
            <translation>
                <numerusform>%n element has no words yet.</numerusform>
                <numerusform>%n elements have no words yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TableSketch</name>
        <message numerus="yes">
            <source>%n more follow</source>
            <translation>
                <numerusform>%n more follows</numerusform>
                <numerusform>%n more follow</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tabs</name>
        <message numerus="yes">
            <source>%n takes of the shot</source>
            <translation>
                <numerusform>%n take of the shot</numerusform>
                <numerusform>%n takes of the shot</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Takes</name>
        <message numerus="yes">
            <source>%n takes were deleted for good</source>
            <translation>
                <numerusform>%n take was deleted for good</numerusform>
                <numerusform>%n takes were deleted for good</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Generate %n missing · {cost}</numerusform>
                <numerusform>Generate %n missing · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n needs you</numerusform>
                <numerusform>%n need you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots have no words yet</source>
            <translation>
                <numerusform>%n shot has no words yet</numerusform>
                <numerusform>%n shots have no words yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots cannot be generated</source>
            <translation>
                <numerusform>%n shot cannot be generated</numerusform>
                <numerusform>%n shots cannot be generated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrashLine</name>
        <message numerus="yes">
            <source>%n takes in the trash</source>
            <translation>
                <numerusform>%n take in the trash</numerusform>
                <numerusform>%n takes in the trash</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n panels in the trash</source>
            <translation>
                <numerusform>%n panel in the trash</numerusform>
                <numerusform>%n panels in the trash</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n takes are deleted for good.</source>
            <translation>
                <numerusform>%n take is deleted for good.</numerusform>
                <numerusform>%n takes are deleted for good.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n panels are deleted for good.</source>
            <translation>
                <numerusform>%n panel is deleted for good.</numerusform>
                <numerusform>%n panels are deleted for good.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrashRow</name>
        <message numerus="yes">
            <source>%n pictures in the trash</source>
            <translation>
                <numerusform>%n picture in the trash</numerusform>
                <numerusform>%n pictures in the trash</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VariantActs</name>
        <message numerus="yes">
            <source>&amp;Three variants of %n shots</source>
            <translation>
                <numerusform>&amp;Three variants of %n shot</numerusform>
                <numerusform>&amp;Three variants of %n shots</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhatIsSent</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhereUsed</name>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n shot</numerusform>
                <numerusform>%n shots</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Show %n</numerusform>
                <numerusform>Show all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n scene</numerusform>
                <numerusform>%n scenes</numerusform>
            </translation>
        </message>
    </context>
</TS>
