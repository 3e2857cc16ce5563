package nl.doorlichting.gateway.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Municipalities of one year, from a generalised file of boundaries (TopoJSON, CBS and PDOK, CC BY). Only the outline of the
 * country and what is marked is drawn: all boundaries would be most of the page.
 */
final class BoundaryMap {
    private static final int FIRST = 2007;
    private static final int LAST = 2012;
    /** Degrees of longitude are this much shorter than those of latitude, in the middle of the country. */
    private static final double NARROWER = Math.cos(Math.toRadians(52.2));

    private static final Map<Integer, BoundaryMap> READ = new ConcurrentHashMap<>();

    private final int year;
    private final List<double[][]> arcs = new ArrayList<>();
    private final Map<String, List<int[]>> rings = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final int[] uses;
    private final Map<Double, String> outlines = new ConcurrentHashMap<>();

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
     * @param style class of its fill
     * @param verdicts the verdicts there, in words
     * @param reading all of it in words
     */
    record Marked(String code, long projects, String style, String verdicts, String reading) {}

    /** The country with these municipalities. */
    Drawing draw(List<Marked> marked, boolean isWide) {
        var frame = frame(isWide ? 470 : 330);
        var drawing = new Drawing(isWide ? 756 : 346, (int) frame.height() + 10 + (isWide ? 0 : 20 * marked.size()));
        // The same on every page.
        drawing.path(outlines.computeIfAbsent(frame.height(), height -> outline(frame)), "land");
        var number = 0;
        // The label of a side that was drawn last: the next one on that side stands below it.
        var lowest = new double[] {-100, -100};
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
                var toRight = x < 300;
                var side = toRight ? 0 : 1;
                var labelled = Math.max(y + 2, lowest[side] + 33);
                lowest[side] = labelled;
                drawing.text(
                                x + (toRight ? 22 : -22),
                                labelled,
                                toRight ? "b halo-text" : "b e halo-text",
                                name(place.code()))
                        .text(
                                x + (toRight ? 22 : -22),
                                labelled + 15,
                                toRight ? "s halo-text" : "s e halo-text",
                                place.verdicts());
            } else {
                drawing.text(x + 9, y + 4, "b halo-text", String.valueOf(number))
                        .text(
                                0,
                                frame.height() + 4 + 20.0 * number,
                                "t",
                                number + ". " + name(place.code()) + ": " + place.verdicts());
            }
        }
        return drawing;
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
    private record Frame(double west, double north, double scale, double height) {
        double x(double[] point) {
            return (point[0] - west) * scale + 60;
        }

        double y(double[] point) {
            return (point[1] - north) * scale + 4;
        }
    }

    private Frame frame(double height) {
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
        return new Frame(west, north, height / (south - north), height);
    }

    // An arc that one municipality has alone is the coast or the border.
    private String outline(Frame frame) {
        var path = new StringBuilder();
        for (var i = 0; i < arcs.size(); i++) {
            if (uses[i] == 1) {
                points(path, arcs.get(i), false, frame, new double[3], true);
            }
        }
        return path.toString();
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
