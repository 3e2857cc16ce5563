package nl.doorlichting.gateway.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Municipalities of one year, from a generalised file of boundaries (TopoJSON, CBS and PDOK, CC BY). Boundaries are a large part
 * of the page: they stand in it once, in whole pixels, for all drawings.
 */
final class BoundaryMap {
    private static final int FIRST = 2007;
    private static final int LAST = 2012;
    /** How high the country is where its boundaries stand. */
    private static final double DEFINED = 470;

    /** Degrees of longitude are this much shorter than those of latitude, in the middle of the country. */
    private static final double NARROWER = Math.cos(Math.toRadians(52.2));

    private static final Map<Integer, BoundaryMap> READ = new ConcurrentHashMap<>();

    private final int year;
    private final List<double[][]> arcs = new ArrayList<>();
    private final Map<String, List<int[]>> rings = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final int[] uses;
    /** Made when the first page needs it; made twice is the same. */
    private volatile String country;

    private BoundaryMap(int year, JsonNode topology) {
        this.year = year;
        var scale = topology.path("transform").path("scale");
        var translate = topology.path("transform").path("translate");
        for (var arc : topology.path("arcs")) {
            var points = new double[arc.size()][];
            var x = 0L;
            var y = 0L;
            for (var i = 0; i < points.length; i++) {
                x += arc.get(i).get(0).asLong();
                y += arc.get(i).get(1).asLong();
                points[i] = new double[] {
                    (x * scale.get(0).asDouble() + translate.get(0).asDouble()) * NARROWER,
                    -(y * scale.get(1).asDouble() + translate.get(1).asDouble())
                };
            }
            arcs.add(points);
        }
        uses = new int[arcs.size()];
        for (var area : topology.path("objects").elements().next().path("geometries")) {
            var code = area.path("properties").path("statcode").asText();
            names.put(code, area.path("properties").path("statnaam").asText());
            var found = rings.computeIfAbsent(code, any -> new ArrayList<>());
            if (area.path("type").asText().equals("Polygon")) {
                area.path("arcs").forEach(ring -> add(found, ring));
            } else {
                area.path("arcs").forEach(polygon -> polygon.forEach(ring -> add(found, ring)));
            }
        }
    }

    private void add(List<int[]> found, JsonNode ring) {
        var numbers = new int[ring.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = ring.get(i).asInt();
            uses[arc(numbers[i])]++;
        }
        found.add(numbers);
    }

    // A negative number is an arc that is passed from its end.
    private static int arc(int number) {
        return number < 0 ? ~number : number;
    }

    /** The first day of the year whose map shows this day best: the nearest one that there is a file of. */
    static LocalDate dayFor(LocalDate day) {
        return LocalDate.of(Math.max(FIRST, Math.min(LAST, day.getYear())), 1, 1);
    }

    /** The map of a day. */
    static BoundaryMap of(LocalDate day) {
        return READ.computeIfAbsent(dayFor(day).getYear(), BoundaryMap::read);
    }

    /** Reads all of them, which the first pages would wait for. */
    static void readAll() {
        for (var year = FIRST; year <= LAST; year++) {
            of(LocalDate.of(year, 1, 1)).country();
        }
    }

    private static BoundaryMap read(int year) {
        try (var file = BoundaryMap.class.getResourceAsStream("/review/boundaries/gemeente_" + year + ".topojson")) {
            return new BoundaryMap(year, new ObjectMapper().readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int year() {
        return year;
    }

    boolean has(String code) {
        return rings.containsKey(code);
    }

    String name(String code) {
        return names.getOrDefault(code, code);
    }

    /**
     * A municipality with what it is marked for.
     *
     * @param label its name, with that of what it was before
     * @param style class of its fill
     * @param verdicts the verdicts there, in words
     * @param reading all of it in words
     */
    record Marked(String code, String label, long projects, String style, String verdicts, String reading) {}

    /** A colour of the map with what it means. */
    record Swatch(String style, String meaning) {}

    /**
     * A municipality that became of others, before and after.
     *
     * @param former the map of the last year of the others
     * @param others their codes
     * @param recorded codes of those that projects are recorded of
     * @param titles what stands above both, and below the first
     */
    record Became(Marked place, BoundaryMap former, List<String> others, List<String> recorded, List<String> titles) {}

    /**
     * The country with these municipalities, and beside it what became of others.
     *
     * @param key the colours of the municipalities
     * @param became null where nothing became of others
     */
    Drawing draw(List<Marked> marked, List<Swatch> key, Became became, PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var frame = frame(isWide ? DEFINED : 330, isWide ? 40 : (width - 226) / 2.0);
        var below = (int) frame.height() + 10;
        var list = isWide ? 0 : 20 * marked.size();
        var drawing = new Drawing(width, below + list + (isWide || became == null ? 0 : 168));
        drawing.use("land-" + year, country(), frame.dx(), frame.dy(), frame.height() / DEFINED);
        // In the north-west there is only sea.
        for (var i = 0; i < key.size(); i++) {
            drawing.rect(0, 4 + 20.0 * i, 12, 12, key.get(i).style())
                    .text(20, 14 + 20.0 * i, "s", key.get(i).meaning());
        }
        var number = 0;
        var labels = new ArrayList<Label>();
        labels.add(new Label(0, 0, 190, 20.0 * key.size()));
        if (became != null) {
            labels.add(new Label(528, 20, 756, 430));
        }
        var areas = marked.stream()
                .collect(Collectors.toMap(Marked::code, place -> area(place.code(), frame), (one, other) -> one));
        for (var place : northFirst(marked, frame)) {
            number++;
            var path = new StringBuilder();
            var sum = new double[3];
            for (var ring : rings.get(place.code())) {
                append(path, ring, frame, sum);
            }
            var x = sum[0] / sum[2];
            var y = sum[1] / sum[2];
            drawing.mark(place.reading(), mark -> mark.path(path, "place " + place.style()));
            if (isWide) {
                var others = areas.entrySet().stream()
                        .filter(area -> !area.getKey().equals(place.code()))
                        .map(Map.Entry::getValue)
                        .toList();
                label(drawing, place, x, y, areas.get(place.code()), labels, others);
            } else {
                drawing.text(x + 9, y + 4, "b halo-text", String.valueOf(number))
                        .text(
                                0,
                                frame.height() + 4 + 20.0 * number,
                                "t",
                                number + ". " + place.label() + ": " + place.verdicts());
            }
        }
        if (became != null) {
            if (isWide) {
                windows(drawing, became, new double[][] {{528, 46}, {528, 254}}, 228, 150);
            } else {
                var half = (width - 10) / 2.0;
                var top = below + list + 26.0;
                windows(drawing, became, new double[][] {{0, top}, {half + 10, top}}, half, 116);
            }
        }
        return drawing;
    }

    /** The room that words take. */
    private record Label(double left, double top, double right, double bottom) {
        boolean touches(Label other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean liesOn(AreaNames.Area area) {
            for (var x = left; x <= right; x += 5) {
                for (var y = top; y <= bottom; y += 5) {
                    if (AreaNames.isIn(area, x, y)) {
                        return true;
                    }
                }
            }
            // A corner of an area can reach in between these.
            return area.rings().stream()
                    .flatMap(List::stream)
                    .anyMatch(point -> point[0] >= left && point[0] <= right && point[1] >= top && point[1] <= bottom);
        }
    }

    /**
     * A name and the verdicts below it, beside their place: the nearest room without other words and without another place that
     * is marked.
     */
    private static void label(
            Drawing drawing,
            Marked place,
            double x,
            double y,
            AreaNames.Area area,
            List<Label> labels,
            List<AreaNames.Area> others) {
        var across = area.rings().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point[0])
                .summaryStatistics();
        // In the west there is room over the sea, and in the east over what is no part of the map.
        var isRight = x > 170 && x < 310;
        var wide = 4
                + Math.max(7.8 * place.label().length(), 6.6 * place.verdicts().length());
        for (var away = 0; away <= 80; away += 8) {
            for (var toRight : List.of(isRight, !isRight)) {
                for (var moved : away == 0 ? List.of(0) : List.of(-away, away)) {
                    var at = toRight ? across.getMax() + 6 : across.getMin() - 6;
                    var top = y + 2 + moved - 12;
                    var label = new Label(toRight ? at : at - wide, top, toRight ? at + wide : at, top + 32);
                    if (label.left() >= 0
                            && top >= 0
                            && labels.stream().noneMatch(label::touches)
                            && others.stream().noneMatch(label::liesOn)) {
                        labels.add(label);
                        label(drawing, place, at, y + 2 + moved, toRight);
                        if (away > 16) {
                            drawing.line(toRight ? at - 3 : at + 3, y - 3 + moved, x, y, "leader");
                        }
                        return;
                    }
                }
            }
        }
        label(drawing, place, isRight ? across.getMax() + 6 : across.getMin() - 6, y + 2, isRight);
    }

    private static void label(Drawing drawing, Marked place, double x, double y, boolean isRight) {
        drawing.text(x, y, isRight ? "b halo-text" : "b e halo-text", place.label())
                .text(x, y + 15, isRight ? "s halo-text" : "s e halo-text", place.verdicts());
    }

    /** The part of the country around a municipality, before it became and after. */
    private void windows(Drawing drawing, Became became, double[][] at, double wide, double high) {
        var box = new Box();
        rings.get(became.place().code()).forEach(ring -> box.around(this, ring));
        became.others()
                .forEach(code -> became.former().rings.get(code).forEach(ring -> box.around(became.former(), ring)));
        var frame = box.frame(wide, high);
        for (var i = 0; i < 2; i++) {
            var map = i == 0 ? became.former() : this;
            var codes = i == 0 ? became.others() : List.of(became.place().code());
            drawing.text(at[i][0], at[i][1] - 8, "b", became.titles().get(i))
                    .window(at[i][0], at[i][1], wide, high, window -> {
                        window.rect(0, 0, wide, high, "land-fill").path(map.boundaries(frame, wide, high), "border");
                        codes.forEach(code -> window.path(
                                map.path(code, frame),
                                map == this || became.recorded().contains(code)
                                        ? "place " + became.place().style()
                                        : "place former"));
                        AreaNames.draw(
                                window,
                                wide,
                                high,
                                codes.stream()
                                        .map(code -> map.area(code, frame))
                                        .toList());
                    })
                    .rect(at[i][0], at[i][1], wide, high, "outline");
        }
        drawing.text(at[0][0], at[0][1] + high + 17, "s", became.titles().get(2));
    }

    private String path(String code, Frame frame) {
        var path = new StringBuilder();
        rings.get(code).forEach(ring -> append(path, ring, frame, new double[3]));
        return path.toString();
    }

    private AreaNames.Area area(String code, Frame frame) {
        return new AreaNames.Area(
                name(code),
                rings.get(code).stream()
                        .map(ring -> Arrays.stream(ring)
                                .boxed()
                                .flatMap(number -> inOrder(arcs.get(arc(number)), number < 0))
                                .map(point -> new double[] {frame.x(point), frame.y(point)})
                                .toList())
                        .toList());
    }

    private static Stream<double[]> inOrder(double[][] points, boolean isFromEnd) {
        return IntStream.range(0, points.length)
                .mapToObj(index -> points[isFromEnd ? points.length - 1 - index : index]);
    }

    /** All boundaries that have a point in a window. */
    private String boundaries(Frame frame, double wide, double high) {
        var path = new StringBuilder();
        for (var arc : arcs) {
            if (Arrays.stream(arc)
                    .anyMatch(point -> isWithin(frame.x(point), wide) && isWithin(frame.y(point), high))) {
                points(path, arc, false, frame, new double[3], true);
            }
        }
        return path.toString();
    }

    private static boolean isWithin(double at, double length) {
        return at > -length && at < 2 * length;
    }

    /** The edges of what is shown. */
    private static final class Box {
        private double west = Double.MAX_VALUE;
        private double north = Double.MAX_VALUE;
        private double east = -Double.MAX_VALUE;
        private double south = -Double.MAX_VALUE;

        void around(BoundaryMap map, int[] ring) {
            for (var number : ring) {
                for (var point : map.arcs.get(arc(number))) {
                    west = Math.min(west, point[0]);
                    east = Math.max(east, point[0]);
                    north = Math.min(north, point[1]);
                    south = Math.max(south, point[1]);
                }
            }
        }

        /** It is three fifths of the window, with its neighbours around it. */
        Frame frame(double wide, double high) {
            var scale = 0.6 * Math.min(wide / (east - west), high / (south - north));
            return new Frame(
                    west, north, scale, high, (wide - scale * (east - west)) / 2, (high - scale * (south - north)) / 2);
        }
    }

    private List<Marked> northFirst(List<Marked> marked, Frame frame) {
        return marked.stream()
                .sorted(Comparator.comparingDouble(place -> {
                    var sum = new double[3];
                    rings.get(place.code()).forEach(ring -> append(new StringBuilder(), ring, frame, sum));
                    return sum[1] / sum[2];
                }))
                .toList();
    }

    /** Places degrees on a drawing. */
    private record Frame(double west, double north, double scale, double height, double dx, double dy) {
        double x(double[] point) {
            return (point[0] - west) * scale + dx;
        }

        double y(double[] point) {
            return (point[1] - north) * scale + dy;
        }
    }

    private Frame frame(double height, double dx) {
        var north = Double.MAX_VALUE;
        var south = -Double.MAX_VALUE;
        var west = Double.MAX_VALUE;
        for (var arc : arcs) {
            for (var point : arc) {
                north = Math.min(north, point[1]);
                south = Math.max(south, point[1]);
                west = Math.min(west, point[0]);
            }
        }
        return new Frame(west, north, height / (south - north), height, dx, 4);
    }

    /** The country, with the boundaries of all municipalities, in whole pixels. */
    private String country() {
        if (country == null) {
            country = madeCountry();
        }
        return country;
    }

    private String madeCountry() {
        var frame = frame(DEFINED, 0);
        var inside = new StringBuilder();
        for (var i = 0; i < arcs.size(); i++) {
            if (uses[i] > 1) {
                steps(inside, arcs.get(i), false, frame, true);
            }
        }
        return new Drawing(0, 0)
                .path(outline(frame), "land")
                .path(inside, "border")
                .marks();
    }

    // An arc that one municipality has alone is the coast or the border; each ends where the next one begins.
    private String outline(Frame frame) {
        var next = new LinkedHashMap<List<Double>, Integer>();
        rings.values().stream()
                .flatMap(List::stream)
                .flatMapToInt(Arrays::stream)
                .filter(number -> uses[arc(number)] == 1)
                .forEach(number -> next.put(end(number, true), number));
        var path = new StringBuilder();
        while (!next.isEmpty()) {
            var start = next.keySet().iterator().next();
            var at = start;
            for (var number = next.remove(at); number != null; number = next.remove(at)) {
                steps(path, arcs.get(arc(number)), number < 0, frame, at.equals(start));
                at = end(number, false);
            }
            path.append('z');
        }
        return path.toString();
    }

    private List<Double> end(int number, boolean isFirst) {
        var arc = arcs.get(arc(number));
        var point = arc[isFirst == number >= 0 ? 0 : arc.length - 1];
        return List.of(point[0], point[1]);
    }

    // Each point from the one before, which is shorter than from the corner of the drawing.
    private static void steps(StringBuilder path, double[][] points, boolean isFromEnd, Frame frame, boolean isStart) {
        var x = 0L;
        var y = 0L;
        for (var i = 0; i < points.length; i++) {
            var point = points[isFromEnd ? points.length - 1 - i : i];
            var toX = Math.round(frame.x(point) - frame.dx());
            var toY = Math.round(frame.y(point) - frame.dy());
            if (i == 0 && isStart) {
                path.append('M').append(toX).append(' ').append(toY);
            } else if (i > 0 && (toX != x || toY != y)) {
                path.append('l').append(toX - x).append(' ').append(toY - y);
            }
            x = toX;
            y = toY;
        }
    }

    private void append(StringBuilder path, int[] ring, Frame frame, double[] sum) {
        for (var i = 0; i < ring.length; i++) {
            points(path, arcs.get(arc(ring[i])), ring[i] < 0, frame, sum, i == 0);
        }
        path.append('Z');
    }

    private static void points(
            StringBuilder path, double[][] points, boolean isFromEnd, Frame frame, double[] sum, boolean isStart) {
        for (var i = 0; i < points.length; i++) {
            var point = points[isFromEnd ? points.length - 1 - i : i];
            var x = frame.x(point);
            var y = frame.y(point);
            path.append(i == 0 && isStart ? 'M' : 'L')
                    .append(Drawing.n(x))
                    .append(' ')
                    .append(Drawing.n(y));
            sum[0] += x;
            sum[1] += y;
            sum[2]++;
        }
    }
}
