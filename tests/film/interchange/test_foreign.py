"""Files as other programs write them: their habits, not ours."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from topa_studio.film.interchange import formats
from topa_studio.film.interchange.returned import Piece

FOLDER = Path("/cut")
RATE = Fraction(24)

# Offsets count from the time code's start, a dissolve lies over the middle of its cut, a still is
# `video`, a compound clip stands for another sequence, and a title lies over all.
FCPXML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="1.11"><resources>
 <format id="r1" frameDuration="100/2400s" width="1920" height="1080"/>
 <format id="r9" name="FFVideoFormatRateUndefined" width="1920" height="1080"/>
 <asset id="r2" name="S01_SH01" start="0s" duration="5s" hasVideo="1" format="r1">
  <media-rep kind="original-media" src="file:///m/S01_SH01.mp4"/></asset>
 <asset id="r3" name="S01_SH02" start="3600s" duration="5s" hasVideo="1" format="r1">
  <media-rep kind="original-media" src="file:///m/%D0%9A%20%23.mp4"/></asset>
 <asset id="r4" name="S01_SH03" start="0s" duration="0s" hasVideo="1" format="r9">
  <media-rep src="file:///m/S01_SH03.png"/></asset>
 <asset id="r6" name="music" start="0s" duration="99s" hasAudio="1" audioRate="48000">
  <media-rep src="file:///m/music.wav"/></asset>
 <media id="r5" name="Compound"><sequence format="r1"><spine>
  <asset-clip ref="r3" name="S01_SH04" offset="0s" duration="2s"/></spine></sequence></media>
 <effect id="r7" name="Title" uid=".../Title.moti"/>
</resources><library><event name="E"><project name="P">
<sequence format="r1" duration="10s" tcStart="3600s" tcFormat="NDF"><spine>
 <asset-clip ref="r2" name="S01_SH01" offset="3600s" start="12/24s" duration="4s">
  <asset-clip ref="r6" lane="-1" name="music" offset="12/24s" duration="9s"/>
  <title ref="r7" lane="1" name="Words" offset="12/24s" duration="2s"/></asset-clip>
 <transition name="Cross Dissolve" offset="86490/24s" duration="12/24s"/>
 <asset-clip ref="r3" name="S01_SH02" offset="3604s" start="86424/24s" duration="2s"/>
 <gap name="Gap" offset="3606s" duration="1s" start="3600s"/>
 <video ref="r4" name="S01_SH03" offset="3607s" start="3600s" duration="3s"/>
 <transition name="Wipe" offset="3609s" duration="1s"/>
 <clip name="S01_SH05" offset="3610s" duration="2s" start="1s">
  <video ref="r2" offset="0s" duration="5s"/></clip>
 <ref-clip ref="r5" name="Compound" offset="3612s" duration="2s"/>
 <asset-clip ref="r2" name="S01_SH06" offset="3614s" duration="2s">
  <timeMap><timept time="0s" value="0s"/><timept time="2s" value="4s"/></timeMap></asset-clip>
</spine></sequence></project></event></library></fcpxml>"""


def test_fcpxml_as_final_cut_writes_it() -> None:
    found = formats.read("fcpxml", FCPXML.encode(), FOLDER, RATE)
    assert found.rate == RATE
    assert found.pieces[:4] == (
        Piece("S01_SH01", "/m/S01_SH01.mp4", 12, 90),
        Piece("S01_SH02", "/m/К #.mp4", 18, 54, dissolve=12),
        Piece("S01_SH03", "/m/S01_SH03.png", 86400, 72, odd="interchange.bare"),
        Piece("S01_SH05", "/m/S01_SH01.mp4", 24, 48, dissolve=None),
    )
    assert (found.pieces[4].name, found.pieces[4].odd) == ("S01_SH06", "interchange.speed")
    assert {piece.name for piece in found.beside} == {"Compound", "S01_SH04"}
    assert [trouble.params["count"] for trouble in found.told] == [1]


XMEML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xmeml>
<xmeml version="4"><project><name>P</name><children><sequence id="sequence-1">
<duration>300</duration><rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate><name>Cut</name>
<media><video><track>
 <clipitem id="c1"><name>S01_SH01.mp4</name><duration>120</duration>
  <rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate>
  <start>0</start><end>-1</end><in>10</in><out>112</out>
  <file id="f1"><name>S01_SH01.mp4</name><pathurl>file://localhost/m/S01_SH01.mp4</pathurl></file></clipitem>
 <transitionitem><start>90</start><end>102</end><alignment>center</alignment>
  <effect><name>Cross Dissolve</name><effectid>Cross Dissolve</effectid></effect></transitionitem>
 <clipitem id="c2"><name>S01_SH02</name><duration>120</duration>
  <rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate>
  <start>-1</start><end>150</end><in>20</in><out>80</out>
  <file id="f2"><name>b</name><pathurl>file://localhost/m/%D0%9A%20%23.mp4</pathurl></file></clipitem>
 <clipitem id="c3"><name>S01_SH01 again</name><rate><timebase>48</timebase><ntsc>FALSE</ntsc></rate>
  <start>174</start><end>198</end><in>48</in><out>96</out><file id="f1"/></clipitem>
 <clipitem id="c4"><name>Nest</name><start>198</start><end>222</end><in>0</in><out>24</out>
  <sequence id="sequence-2"><name>Nest</name><media><video><track>
   <clipitem id="n1"><name>S01_SH04</name></clipitem></track></video></media></sequence></clipitem>
 <clipitem id="c5"><name>S01_SH05</name><start>222</start><end>246</end><in>0</in><out>48</out>
  <file id="f1"/></clipitem>
 <enabled>TRUE</enabled><locked>FALSE</locked></track>
 <track><clipitem id="o1"><name>Overlay</name><file id="f2"/></clipitem></track></video></media>
</sequence></children></project></xmeml>"""


def test_xmeml_as_premiere_writes_it() -> None:
    found = formats.read("fcp7", XMEML.encode(), FOLDER, RATE)
    assert found.rate == RATE
    assert found.pieces[:3] == (
        Piece("S01_SH01.mp4", "/m/S01_SH01.mp4", 10, 90),
        Piece("S01_SH02", "/m/К #.mp4", 20, 60, dissolve=12),
        Piece("S01_SH01 again", "/m/S01_SH01.mp4", 24, 24),
    )
    assert [piece.odd for piece in found.pieces[3:]] == ["interchange.nested", "interchange.speed"]
    assert {piece.name for piece in found.beside} == {"S01_SH04", "Overlay"}
    assert [trouble.params["count"] for trouble in found.told] == [1]


EDL = """TITLE:   Cut
FCM: NON-DROP FRAME

000001  S01_SH01 V     C        00:00:00:10 00:00:04:00 01:00:00:00 01:00:03:14
* FROM CLIP NAME:  T01.mp4
* COMMENT: hello
000002  S01_SH01 V     C        00:00:04:00 00:00:04:00 01:00:03:14 01:00:03:14
000002  AX       V     D    012 00:00:01:00 00:00:03:00 01:00:03:14 01:00:05:14
* FROM CLIP NAME:  T01.mp4
* TO CLIP NAME:  S01_SH02.mp4
000003  AX       AA    C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00
000004  S01_SH03 V     C        00:00:00:00 00:00:02:00 01:00:05:14 01:00:06:14
M2      S01_SH03       048.0                00:00:00:00
* FROM CLIP NAME:  S01_SH03
000005  BL       V     C        00:00:00:00 00:00:01:00 01:00:06:14 01:00:07:14
"""


def test_an_edl_as_resolve_writes_it() -> None:
    found = formats.read("edl", EDL.replace("\n", "\r\n").encode(), FOLDER, RATE)
    assert found.pieces == (
        Piece("T01.mp4", "", 10, 86, reel="S01_SH01"),
        Piece("S01_SH02.mp4", "", 24, 48, dissolve=12, reel="AX"),
        Piece("S01_SH03", "", 0, 24, odd="interchange.speed", reel="S01_SH03"),
    )


def test_an_edl_that_drops_frames_counts_them() -> None:
    lines = """TITLE: Cut
FCM: DROP FRAME
001  A        V     C        00:00:00;00 00:01:00;02 01:00:00;00 01:01:00;02
* FROM CLIP NAME: one
002  B        AA    C        00:00:00;00 00:00:10;00 01:00:00;00 01:00:10;00
* FROM CLIP NAME: sound
003  C        V     C        00:00:00:00 00:00:02:00 01:01:00:02 01:01:02:02
"""
    found = formats.read("edl", lines.encode(), FOLDER, Fraction(30000, 1001))
    assert [(piece.name, piece.frames) for piece in found.pieces] == [("one", 1800), ("C", 60)]
