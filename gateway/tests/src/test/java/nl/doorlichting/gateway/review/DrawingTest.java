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
