package nl.doorlichting.gateway.review;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * A picture as SVG. Whatever is given to it is escaped here, because texts of records stand in it. Colours are classes of the
 * style sheet, and no style stands in the markup: the policy of the page refuses it.
 */
final class Drawing {
    /** Fills of the page that have a pattern. */
    enum Hatch {
        REALLOCATED,
        UNKNOWN
    }

    private final int width;
    private final int height;
    private final StringBuilder marks = new StringBuilder();

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    Drawing rect(double x, double y, double wide, double high, String style) {
        return element("rect", style, "x", x, "y", y, "width", Math.max(0, wide), "height", Math.max(0, high));
    }

    /** A rectangle with rounded ends. */
    Drawing pill(double x, double y, double wide, double high, String style) {
        return element("rect", style, "x", x, "y", y, "width", wide, "height", high, "rx", high / 2);
    }

    /** A rectangle with a pattern, so that it is told apart without its colour. */
    Drawing hatched(double x, double y, double wide, double high, Hatch hatch) {
        if (wide <= 0 || high <= 0) {
            return this;
        }
        var name = hatch.name().toLowerCase(Locale.ROOT);
        return element(
                "rect",
                "edge-" + name,
                "x",
                x,
                "y",
                y,
                "width",
                wide,
                "height",
                high,
                "fill",
                "url(#hatch-" + name + ")");
    }

    Drawing line(double x1, double y1, double x2, double y2, String style) {
        return element("line", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    Drawing circle(double x, double y, double radius, String style) {
        return element("circle", style, "cx", x, "cy", y, "r", radius);
    }

    Drawing path(CharSequence path, String style) {
        return element("path", style, "d", path);
    }

    /** The mark of a finding, on its pole. */
    Drawing pennant(double x, double y, String style) {
        return path("M" + n(x) + " " + n(y) + "h9l-3 4l3 4h-9z", style).line(x, y, x, y + 14, "finding-line");
    }

    /** A ribbon between two vertical edges, as wide at both ends. */
    Drawing ribbon(double x1, double y1, double x2, double y2, double wide, String style) {
        var middle = (x1 + x2) / 2;
        return path(
                "M" + n(x1) + " " + n(y1) + "C" + n(middle) + " " + n(y1) + " " + n(middle) + " " + n(y2) + " " + n(x2)
                        + " " + n(y2) + "V" + n(y2 + wide) + "C" + n(middle) + " " + n(y2 + wide) + " " + n(middle)
                        + " "
                        + n(y1 + wide) + " " + n(x1) + " " + n(y1 + wide) + "Z",
                style);
    }

    Drawing text(double x, double y, String style, String words) {
        marks.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\">")
                .append(escape(words))
                .append("</text>");
        return this;
    }

    /**
     * Marks that are read together.
     *
     * @param reading what a browser shows of them under the pointer, and the script of the page for touch and keys too
     */
    Drawing mark(String reading, Consumer<Drawing> drawn) {
        marks.append("<g class=\"mark\"><title>").append(escape(reading)).append("</title>");
        drawn.accept(this);
        marks.append("</g>");
        return this;
    }

    private Drawing element(String name, String style, Object... attributes) {
        marks.append('<').append(name).append(" class=\"").append(style).append('"');
        for (var i = 0; i < attributes.length; i += 2) {
            var value =
                    attributes[i + 1] instanceof Number number ? n(number.doubleValue()) : attributes[i + 1].toString();
            marks.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(value))
                    .append('"');
        }
        marks.append("/>");
        return this;
    }

    /**
     * The whole element, which a screen reader reads as one image.
     *
     * @param id unique on the page
     */
    String markup(String id, String title, String description) {
        return "<svg role=\"img\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\""
                + height
                + "\" aria-labelledby=\"" + id + "-title " + id + "-desc\"><title id=\"" + id + "-title\">"
                + escape(title)
                + "</title><desc id=\"" + id + "-desc\">" + escape(description) + "</desc>" + marks + "</svg>";
    }

    /** The same without words, for a picture that repeats what stands beside it. */
    String decoration() {
        return "<svg aria-hidden=\"true\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\">" + marks + "</svg>";
    }

    /** A coordinate with one decimal: less than that is not seen, and weighs. */
    static String n(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no coordinate: " + number);
        }
        // A map has thousands: arithmetic of whole numbers is ten times as fast as that of BigDecimal.
        var tenths = Math.round(Math.abs(number) * 10);
        var sign = number < 0 && tenths > 0 ? "-" : "";
        return tenths % 10 == 0 ? sign + tenths / 10 : sign + tenths / 10 + "." + tenths % 10;
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }
}
