package nl.doorlichting.reporting.catalogue;

/** Marks what was found in a text that a browser may show as it is: whatever was in the text is shown, never obeyed. */
final class Highlight {
    // Control characters: no stored text has them, so none can pretend to be a mark.
    static final char START = '\u0002';
    static final char STOP = '\u0003';
    // In place of the two signs of a tag, which the database would take out of a fragment.
    static final String HIDDEN = "\u0004\u0005";

    private Highlight() {}

    /** HTML with nothing in it but {@code <mark>}; null for null. */
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
