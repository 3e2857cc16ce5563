package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
    @Test
    void escapesTextsAndValues() {
        var drawing = new Drawing(10, 10).text(0, 0, "t", "<b>&\"'").path("M0\"onload=\"x", "p");
        var markup = drawing.markup("id", "<title>", "a & b");
        assertTrue(markup.contains(">&lt;b&gt;&amp;&quot;&#39;</text>"), markup);
        assertTrue(markup.contains("d=\"M0&quot;onload=&quot;x\""), markup);
        assertTrue(markup.contains("<title id=\"id-title\">&lt;title&gt;</title>"), markup);
        assertTrue(markup.contains("<desc id=\"id-desc\">a &amp; b</desc>"), markup);
    }

    @Test
    void writesCoordinatesWithOneDecimal() {
        assertEquals("1.3", Drawing.n(1.25));
        assertEquals("100", Drawing.n(100.04));
        assertEquals("0", Drawing.n(-0.04));
        assertEquals("-1.3", Drawing.n(-1.25));
        assertEquals("-0.1", Drawing.n(-0.05));
        assertEquals("12345.7", Drawing.n(12345.678));
        assertThrows(IllegalArgumentException.class, () -> Drawing.n(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Drawing.n(Double.POSITIVE_INFINITY));
    }

    /** Texts of records stand in readings too. */
    @Test
    void escapesReadings() {
        var markup = new Drawing(1, 1)
                .mark("a < b", mark -> mark.circle(1, 1, 1, "first-fill"))
                .markup("id", "t", "d");
        assertTrue(markup.contains("<g class=\"mark\"><title>a &lt; b</title><circle class=\"first-fill\""), markup);
        assertTrue(markup.contains("/></g></svg>"), markup);
    }

    /** HTML stands in a title and in a description, and SVG in a text, as the name of a link is. */
    @Test
    void marksWordsOfAnotherLanguage() {
        var name = Drawing.foreign("nl", "a < b");
        var drawing = new Drawing(1, 1)
                .text(0, 0, "t", name + " 7")
                .mark("1. " + name + ": x", mark -> mark.numbered(1, 0, 0, 1, "s", "n", "1. " + name));
        var markup = drawing.markup("id", "t", name + ", " + name);
        assertTrue(markup.contains("><tspan lang=\"nl\">a &lt; b</tspan> 7</text>"), markup);
        assertTrue(markup.contains("<title>1. <span lang=\"nl\">a &lt; b</span>: x</title>"), markup);
        var span = "<span lang=\"nl\">a &lt; b</span>";
        assertTrue(markup.contains("<desc id=\"id-desc\">" + span + ", " + span + "</desc>"), markup);
        var links = drawing.spot(Drawing.foreign("nl", "Scan"), 0, 0)
                .links(List.of(new Drawing.Flag("scan", "#finding-1", "1", "finding 1: " + name, "finding-fill")), "#");
        assertTrue(
                links.contains(
                        "<a href=\"#1\"><text class=\"link-name\" x=\"0\" y=\"0\">1. <tspan lang=\"nl\">a &lt; b</tspan>"
                                + "</text><g aria-hidden=\"true\"><circle"),
                links);
        assertTrue(links.contains(">finding 1: <tspan lang=\"nl\">a &lt; b</tspan></text><g aria-hidden"), links);
        assertFalse(links.contains("aria-label"), "an attribute is of one language");
        assertEquals(Drawing.foreign("nl", "Scan"), drawing.nameAt("scan"));
        assertEquals("a < b", Drawing.foreign(null, "a < b"));
    }

    /** Words of a record are words, whatever signs stand in them. */
    @Test
    void recordsMakeNoMarkup() {
        var markup =
                new Drawing(1, 1).text(0, 0, "t", "\uFDD0x\" y=\"\uFDD1a\uFDD2").markup("id", "t", "d");
        assertFalse(markup.contains("<tspan"), markup);
        assertFalse(markup.contains("y=\"\uFDD1"), markup);
    }

    @Test
    void drawsNoPatternWithoutSize() {
        assertFalse(new Drawing(1, 1)
                .hatched(0, 0, 10, 0, Drawing.Hatch.UNKNOWN)
                .decoration()
                .contains("<rect"));
    }

    @Test
    void isHiddenFromScreenReaderAsDecoration() {
        assertTrue(new Drawing(1, 1).decoration().startsWith("<svg aria-hidden=\"true\""));
    }

    @Test
    void csvOfPictureHasNoFormula() {
        var file = List.of(List.of("a", "b"), List.of("=1+1", "-0,5"), List.of("x", "@y"));
        var csv = new String(PictureCsv.of(file), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(csv.contains("'=1+1"), csv);
        assertTrue(csv.contains("'@y"), csv);
    }
}
