package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    // How wide and how high a pennant with a number is, with its pole; a finger needs more around it.
    private static final int PENNANT_WIDE = 18;

    private static final int PENNANT_HIGH = 13;
    private static final int REACHED = 24;
    private static final int APART = 6;

    // Unicode keeps these for use within a program.
    private static final char LANGUAGE = '\uFDD0';
    private static final char WORDS = '\uFDD1';
    private static final char END = '\uFDD2';
    private static final Pattern FOREIGN =
            Pattern.compile(LANGUAGE + "([A-Za-z0-9-]{1,40})" + WORDS + "([^" + LANGUAGE + WORDS + END + "]*+)" + END);

    private final int width;
    private final int height;
    private final StringBuilder marks = new StringBuilder();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<Integer, Dot> dots = new LinkedHashMap<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();

    /**
     * Where the marks of findings about something stand: the tops of their poles.
     *
     * @param name what it is called, which can be in another language
     * @param x where they begin, where their middle is or where they end
     * @param before how much of their width lies left of x: none, half or all of it
     */
    private record Spot(String name, double x, double y, double before) {
        double start(double wide) {
            return x - before * wide;
        }
    }

    /** A mark that leads to a row of the table. */
    private record Dot(double x, double y, String name) {}

    /**
     * A link at a spot.
     *
     * @param spot name of what it is about
     * @param address where it leads
     * @param number what stands on it
     * @param name what it is, in words of which some can be in another language
     * @param style class of its fill
     */
    record Flag(String spot, String address, String number, String name, String style) {}

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    /** Where a finding about this is marked: beside the mark that the finding is about. Its name can be in another language. */
    Drawing spot(String about, double x, double y) {
        return spot(about, about, x, y);
    }

    /** The same of what findings name in another way than the page. */
    Drawing spot(String about, String name, double x, double y) {
        return spot(about, name, x, y, 0);
    }

    /** The same of what has a middle: as much of the marks stands on each side of it. */
    Drawing spotAround(String about, double middle, double y) {
        return spot(about, about, middle, y, 0.5);
    }

    /** The same of what has an end, which marks must not pass. */
    Drawing spotBefore(String about, double end, double y) {
        return spot(about, about, end, y, 1);
    }

    private Drawing spot(String about, String name, double x, double y, double before) {
        spots.putIfAbsent(spotName(about), new Spot(name, x, Math.max(1, y), before));
        return this;
    }

    /** What is called so at this spot. */
    String nameAt(String spot) {
        return spots.get(spot).name();
    }

    /** The first of these things that has a place in this drawing, by the name of its place. */
    Optional<String> spotOf(List<String> about) {
        return about.stream().map(Drawing::spotName).filter(spots::containsKey).findFirst();
    }

    // Names in print differ in capitals from those of records.
    private static String spotName(String about) {
        return FOREIGN.matcher(about).replaceAll("$2").strip().toLowerCase(Locale.ROOT);
    }

    /** A round mark with a number on it, which leads to this row of the table of the picture. */
    Drawing numbered(int row, double x, double y, double radius, String style, String numberStyle, String name) {
        dots.put(row, new Dot(x, y, name));
        return circle(x, y, radius, style).text(x, y + 4, numberStyle, String.valueOf(row));
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
                .append(marked(words, "tspan"))
                .append("</text>");
        return this;
    }

    /** A name in lines, broken between words and after a slash; what is longer than so many lines, or than a line, is cut. */
    static List<String> wrapped(String name, int most, int lines) {
        var found = new ArrayList<String>();
        var rest = name.strip();
        while (!rest.isEmpty()) {
            var at = rest.length() <= most
                    ? rest.length()
                    : Math.max(rest.lastIndexOf(' ', most), rest.lastIndexOf('/', most - 1) + 1);
            if (found.size() == lines - 1 || at <= 0) {
                found.add(MoneyPictures.shortened(rest, most));
                return found;
            }
            found.add(rest.substring(0, at));
            rest = rest.substring(at).strip();
        }
        return found;
    }

    /**
     * Words below each other.
     *
     * @return where the line below them would stand
     */
    double lines(double x, double y, double high, String style, List<String> lines) {
        var at = y;
        for (var line : lines) {
            text(x, at, style, line);
            at += high;
        }
        return at;
    }

    /**
     * Marks that are read together.
     *
     * @param reading what a browser shows of them under the pointer, and the script of the page for touch and keys too
     */
    Drawing mark(String reading, Consumer<Drawing> drawn) {
        marks.append("<g class=\"mark\">").append(title(null, "", reading));
        drawn.accept(this);
        marks.append("</g>");
        return this;
    }

    /**
     * Words in another language, to stand among those of the page in a text, a reading, a description or a note.
     *
     * @param language its tag; null for that of the page
     */
    static String foreign(String language, String words) {
        return language == null ? words : LANGUAGE + language + WORDS + words + END;
    }

    /** Words for the page, of which some can be in another language. */
    static String html(String words) {
        return marked(words, "span");
    }

    private static String marked(String words, String element) {
        return FOREIGN.matcher(escape(words)).replaceAll("<" + element + " lang=\"$1\">$2</" + element + ">");
    }

    /**
     * Words in a language.
     *
     * @param language its tag; null for that of the page
     */
    Drawing in(String language, Consumer<Drawing> drawn) {
        if (language == null) {
            drawn.accept(this);
            return this;
        }
        marks.append("<g lang=\"").append(escape(language)).append("\">");
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

    /** The same with a title in the language of the page. */
    String markup(String id, String title, String description) {
        return markup(id, title, null, description);
    }

    /**
     * The whole element, which a screen reader reads as one image.
     *
     * @param id unique on the page
     * @param language tag of the language of the title; null for that of the page
     */
    String markup(String id, String title, String language, String description) {
        return "<svg role=\"img\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\""
                + height
                + "\" aria-labelledby=\"" + id + "-title " + id + "-desc\">"
                + title(language, " id=\"" + id + "-title\"", title)
                + "<desc id=\"" + id + "-desc\">" + html(description) + "</desc>" + marks + "</svg>";
    }

    private static String title(String language, String id, String title) {
        return "<title" + id + (language == null ? "" : " lang=\"" + escape(language) + "\"") + ">" + html(title)
                + "</title>";
    }

    /**
     * What lies over the drawing and can be followed: a browser reads an image as one thing, so that links stand beside it.
     * Empty where there is nothing to follow.
     *
     * @param flags findings at spots of this drawing
     * @param row address of a row of the table, before its number
     */
    String links(List<Flag> flags, String row) {
        var over = new Drawing(width, height);
        dots.forEach((number, dot) ->
                over.link(row + number, dot.name(), dot.x(), dot.y(), at -> at.circle(dot.x(), dot.y(), 11, "hit")));
        flags.stream()
                .collect(Collectors.groupingBy(Flag::spot, LinkedHashMap::new, Collectors.toList()))
                .forEach((spot, here) -> over.links(spots.get(spot), here));
        return over.marks.isEmpty()
                ? ""
                : "<svg class=\"over\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\""
                        + height + "\">" + over.marks + "</svg>";
    }

    /** All at one spot, beside each other and none beyond the edge of the drawing. */
    private void links(Spot spot, List<Flag> here) {
        var all = here.stream().mapToDouble(flag -> wide(flag.number())).sum() + APART * (here.size() - 1);
        var from = Math.max(1, Math.min(width - all - 1, spot.start(all)));
        for (var flag : here) {
            var x = from;
            var wide = wide(flag.number());
            link(
                    flag.address(),
                    flag.name(),
                    x,
                    spot.y(),
                    at -> at.rect(x - APART / 2.0, spot.y() - 4, Math.max(REACHED, wide + APART), REACHED, "hit")
                            .flag(x, spot.y(), flag.number(), flag.style()));
            from += wide + APART;
        }
    }

    /** A pennant with a number on it. */
    Drawing flag(double x, double y, String number, String style) {
        var wide = wide(number);
        return path("M" + n(x) + " " + n(y) + "h" + n(wide) + "l-3.5 6.5l3.5 6.5h-" + n(wide) + "z", style)
                .line(x, y, x, y + PENNANT_HIGH + 5, "finding-line")
                .text(x + wide / 2 - 1, y + 10, "number m", number);
    }

    private static double wide(String number) {
        return Math.max(PENNANT_WIDE, 7 + 6.5 * number.length());
    }

    // Its name is a text that is not seen, because an attribute is of one language.
    private void link(String address, String name, double x, double y, Consumer<Drawing> drawn) {
        marks.append("<a href=\"").append(escape(address)).append("\">");
        text(x, y, "link-name", name);
        marks.append("<g aria-hidden=\"true\">");
        drawn.accept(this);
        marks.append("</g></a>");
    }

    /**
     * Marks that several drawings of a page have, and that stand in it once.
     *
     * @param name of the marks on the page
     */
    Drawing use(String name, String shared, double x, double y, double scale) {
        definitions.put(name, shared);
        return element(
                "use",
                "shared",
                "href",
                "#" + name,
                "transform",
                "translate(" + n(x) + " " + n(y) + ") scale(" + Math.round(scale * 1_000) / 1_000.0 + ")");
    }

    /** What stands on the page once, by its name there. */
    Map<String, String> definitions() {
        return definitions;
    }

    /** The marks alone, for a drawing that has them among others. */
    String marks() {
        return marks.toString();
    }

    /** A part of the drawing that is cut off at its edges, with coordinates of its own. */
    Drawing window(double x, double y, double wide, double high, Consumer<Drawing> drawn) {
        marks.append("<svg x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\" width=\"")
                .append(n(wide))
                .append("\" height=\"")
                .append(n(high))
                .append("\">");
        drawn.accept(this);
        marks.append("</svg>");
        return this;
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
