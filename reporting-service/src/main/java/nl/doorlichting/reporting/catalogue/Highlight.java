package nl.doorlichting.reporting.catalogue;

/** Marks found words in HTML that is safe in a browser: markup in the text is escaped. */
final class Highlight {
    // Control characters: no stored text has them, so no text can contain a mark.
    static final char START = '\u0002';
    static final char STOP = '\u0003';
    // They replace < and >, because the database removes tags from a fragment.
    static final String HIDDEN = "\u0004\u0005";

    private Highlight() {}

    /** HTML whose only tag is {@code <mark>}; null for null. */
    static String toHtml(String text) {
        if (text == null) {
            return null;
        }
        var html = new StringBuilder(text.length() + 32);
        text.chars().forEach(character -> append(html, (char) character));
        return html.toString();
    }

    private static void append(StringBuilder html, char character) {
        switch (character) {
            case START -> html.append("<mark>");
            case STOP -> html.append("</mark>");
            case '&' -> html.append("&amp;");
            case '<', '\u0004' -> html.append("&lt;");
            case '>', '\u0005' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(character);
        }
    }
}
