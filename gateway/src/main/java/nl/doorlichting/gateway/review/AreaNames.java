package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Names of the areas of a window: each stands on its own area, or beside all of them with a line to its own. */
final class AreaNames {
    private static final int CELL = 4;
    private static final double LETTER = 7.8;
    private static final double HIGH = 16;
    private static final int NONE = -1;

    // What a place for a name costs, beside its distance in pixels: a cell of an area, a line that is crossed, another
    // name.
    private static final double ON_AREA = 20;
    private static final double CROSSED = 500;
    private static final double COVERED = 10_000;

    private final double wide;
    private final double high;
    private final List<Area> areas;
    /** The area of each cell, by rows. */
    private final int[][] owners;

    private final Name[] placed;

    /**
     * An area.
     *
     * @param rings its outlines, each as points of the window
     */
    record Area(String name, List<List<double[]>> rings) {}

    /** A name with its middle, and the middle of its area. */
    private record Name(String text, double x, double y, double[] area, boolean isOnArea) {
        double half() {
            return LETTER * text.length() / 2 + 2;
        }

        boolean touches(Name other) {
            return Math.abs(x - other.x) < half() + other.half() && Math.abs(y - other.y) < HIGH;
        }

        private double fromX() {
            return Math.max(x - half(), Math.min(x + half(), area[0]));
        }

        private double fromY() {
            return Math.max(y - HIGH / 2, Math.min(y + HIGH / 2, area[1]));
        }

        /** Whether the line of this name passes through another one. */
        boolean crosses(Name other) {
            return !isOnArea
                    && IntStream.rangeClosed(0, 20).anyMatch(step -> {
                        var atX = fromX() + (area[0] - fromX()) * step / 20;
                        var atY = fromY() + (area[1] - fromY()) * step / 20;
                        return Math.abs(atX - other.x) < other.half() && Math.abs(atY - other.y) < HIGH / 2;
                    });
        }
    }

    private AreaNames(double wide, double high, List<Area> areas) {
        this.wide = wide;
        this.high = high;
        this.areas = areas;
        this.owners = owners();
        this.placed = new Name[areas.size()];
    }

    static void draw(Drawing window, double wide, double high, List<Area> areas) {
        for (var name : new AreaNames(wide, high, areas).names()) {
            if (!name.isOnArea()) {
                window.line(name.fromX(), name.fromY(), name.area()[0], name.area()[1], "leader")
                        .circle(name.area()[0], name.area()[1], 2, "ink-fill");
            }
            window.text(name.x(), name.y() + 5, "b m halo-text", name.text());
        }
    }

    private int[][] owners() {
        var found = new int[(int) Math.ceil(high / CELL)][(int) Math.ceil(wide / CELL)];
        for (var row = 0; row < found.length; row++) {
            for (var column = 0; column < found[row].length; column++) {
                found[row][column] = owner((column + 0.5) * CELL, (row + 0.5) * CELL);
            }
        }
        return found;
    }

    private int owner(double x, double y) {
        return IntStream.range(0, areas.size())
                .filter(area -> isIn(areas.get(area), x, y))
                .findFirst()
                .orElse(NONE);
    }

    // A line from a point within an area passes its outlines an odd number of times.
    static boolean isIn(Area area, double x, double y) {
        var isIn = false;
        for (var ring : area.rings()) {
            for (var i = 0; i < ring.size(); i++) {
                var one = ring.get(i);
                var next = ring.get((i + 1) % ring.size());
                if (one[1] > y != next[1] > y && x < one[0] + (y - one[1]) / (next[1] - one[1]) * (next[0] - one[0])) {
                    isIn = !isIn;
                }
            }
        }
        return isIn;
    }

    /** Names that fit on their area first, because the others go round them. */
    private List<Name> names() {
        var middles = IntStream.range(0, areas.size()).mapToObj(this::middle).toList();
        for (var isOnArea : List.of(true, false)) {
            for (var area = 0; area < areas.size(); area++) {
                if (placed[area] == null) {
                    placed[area] = best(area, middles.get(area), isOnArea);
                }
            }
        }
        return Arrays.stream(placed).toList();
    }

    /** @return null where no place is all on the area */
    private Name best(int area, double[] middle, boolean isOnArea) {
        // A name that is longer than the window is cut.
        var text = MoneyPictures.shortened(areas.get(area).name(), (int) ((wide - 16) / LETTER));
        var candidates = new ArrayList<Name>();
        for (var y = HIGH / 2 + 1; y <= high - HIGH / 2 - 1; y += CELL) {
            for (var x = CELL / 2.0; x < wide; x += CELL) {
                var name = new Name(text, x, y, middle, isOnArea);
                if (x - name.half() >= 1
                        && x + name.half() <= wide - 1
                        && (!isOnArea || cells(name).allMatch(owner -> owner == area))) {
                    candidates.add(name);
                }
            }
        }
        return candidates.stream().min(Comparator.comparingDouble(this::cost)).orElse(null);
    }

    private double cost(Name name) {
        var cost = Math.hypot(name.x() - name.area()[0], name.y() - name.area()[1]);
        if (!name.isOnArea()) {
            cost += ON_AREA * cells(name).filter(owner -> owner != NONE).count();
        }
        for (var other : placed) {
            if (other != null) {
                cost += name.touches(other) ? COVERED : 0;
                cost += name.crosses(other) || other.crosses(name) ? CROSSED : 0;
            }
        }
        return cost;
    }

    /** The areas of the cells below a name. */
    private IntStream cells(Name name) {
        var left = (int) ((name.x() - name.half()) / CELL);
        var right = (int) ((name.x() + name.half()) / CELL);
        var bottom = Math.min(owners.length - 1, (int) ((name.y() + HIGH / 2) / CELL));
        return IntStream.rangeClosed((int) ((name.y() - HIGH / 2) / CELL), bottom)
                .flatMap(row -> IntStream.rangeClosed(left, Math.min(right, owners[row].length - 1))
                        .map(column -> owners[row][column]));
    }

    /** A point of the area that is near the middle of all of them. */
    private double[] middle(int area) {
        var own = new ArrayList<double[]>();
        for (var row = 0; row < owners.length; row++) {
            for (var column = 0; column < owners[row].length; column++) {
                if (owners[row][column] == area) {
                    own.add(new double[] {(column + 0.5) * CELL, (row + 0.5) * CELL});
                }
            }
        }
        // One that is smaller than a cell is where its outline is.
        var points = own.isEmpty()
                ? areas.get(area).rings().stream().flatMap(List::stream).toList()
                : own;
        var x = points.stream().mapToDouble(point -> point[0]).average().orElse(wide / 2);
        var y = points.stream().mapToDouble(point -> point[1]).average().orElse(high / 2);
        return points.stream()
                .min(Comparator.comparingDouble(point -> Math.hypot(point[0] - x, point[1] - y)))
                .orElse(new double[] {x, y});
    }
}
