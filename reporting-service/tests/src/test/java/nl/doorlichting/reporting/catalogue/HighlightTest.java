package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HighlightTest {
    @Test
    void marksFoundWordsOnly() {
        var text = "<script>alert('x')</script> & \"" + Highlight.START + "les" + Highlight.STOP + "\" <mark>";
        assertEquals(
                "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;<mark>les</mark>&quot; &lt;mark&gt;",
                Highlight.toHtml(text));
        assertNull(Highlight.toHtml(null));
    }
}
