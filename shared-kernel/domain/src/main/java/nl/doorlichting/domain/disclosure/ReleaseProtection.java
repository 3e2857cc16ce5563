package nl.doorlichting.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Protects all tables of a release together, because a reader can add up and subtract whatever stands in any of them,
 * and in earlier releases.
 *
 * <p>Small counts are not shown and others are rounded ({@link KeyedRounding}). Then each small count, and each small
 * change since an earlier release, needs <em>another possible world</em>: figures in which it is one more or one less,
 * and from which exactly the same release, and the same earlier releases, could follow. As such figures exist, no
 * arithmetic over what is published can tell which of them are true. Where none exist, the cheapest of these makes room
 * for them: a count is rounded to the other side; a total that was to be exact is rounded; a cell is left out, as if it
 * had no figures.
 *
 * <p>The reader is supposed to know the rules, which figures there are at all, in which cells each of them counts, and
 * which of them are as they were. The same input gives the same result in whatever order it is given.
 *
 * <p>Source: ADR 50.
 */
public final class ReleaseProtection {
    private static final String CURRENT = "";
    private static final int MOST_PARTNERS = 64;
    private static final long LARGE = 2 * KeyedRounding.BASE;
    private static final int NOTHING = 0;
    private static final int ROUND_OTHERWISE = 1;
    private static final int ROUND_TOTAL = 20;
    private static final int LEAVE_OUT_SMALL = 400;
    private static final int LEAVE_OUT_ROUNDED = 8000;
    private static final int SHOWN_BEFORE = 200_000;
    private static final int IMPOSSIBLE = 100_000_000;

    private final KeyedRounding rounding;
    private final Map<String, Cell> cells = new HashMap<>();
    private final Map<String, Map<String, Cell>> earlier = new TreeMap<>();
    private final Map<String, List<Figure>> figures = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * What the figures of one group add to a cell. A group is what no table divides; it adds the same to each cell of a
     * release where it counts.
     *
     * @param bestHalves as in {@link nl.doorlichting.domain.quantity.QuantitySum}
     */
    public record GroupCount(String group, long bestHalves) {}

    /** A group in one release, and where it counts there. */
    private static final class Figure {
        private final String release;
        private final long halves;
        private final List<Cell> where = new ArrayList<>(8);

        Figure(String release, long halves) {
            this.release = release;
            this.halves = halves;
        }

        Cell[] cells() {
            where.sort(Comparator.comparingInt(cell -> cell.number));
            return where.toArray(Cell[]::new);
        }
    }

    /** Figures that are one more or one less together. */
    private static final class Part {
        private final long count;
        private final Cell[] cells;

        Part(long halves, Cell... cells) {
            this.count = halves / 2;
            this.cells = cells;
        }

        /** Both together, which can be as much less as the smaller of them. */
        Part with(Part other) {
            Cell[] both = Arrays.copyOf(cells, cells.length + other.cells.length);
            System.arraycopy(other.cells, 0, both, cells.length, other.cells.length);
            return new Part(Math.min(count, other.count) * 2, both);
        }

        void addToCells() {
            for (Cell cell : cells) {
                cell.parts.add(this);
            }
        }

        boolean isProtected() {
            return Arrays.stream(cells).anyMatch(cell -> cell.shown != Shown.EXACT);
        }

        void keepSecret() {
            for (Cell cell : cells) {
                cell.secret = true;
            }
        }

        // A group is in few cells, so a search is as quick as a set and much smaller.
        boolean moves(Cell searched) {
            for (Cell cell : cells) {
                if (cell == searched) {
                    return true;
                }
            }
            return false;
        }

        boolean isInSmallCell() {
            return Arrays.stream(cells).anyMatch(Cell::isSecret);
        }
    }

    /** Something that may not be known: parts of which each changes it. */
    private record Secret(Cell cell, List<Part> parts) {
        boolean isChangedBy(Part part) {
            return cell == null ? parts.contains(part) : part.moves(cell);
        }
    }

    /** Another possible world: a part is one more or less, and perhaps another one less or more. */
    private record Move(Part part, int by, Part partner, int cost) {}

    public ReleaseProtection(KeyedRounding rounding) {
        this.rounding = rounding;
    }

    /**
     * A cell of the release that is rounded, or not shown if it is small.
     *
     * @param id unique, and the same for the same cell in every release
     */
    public void protectedCell(String id, Collection<GroupCount> counts) {
        add(CURRENT, new Cell(id, Shown.ROUNDED), counts, cells);
    }

    /** A cell of the release that is shown as it is, unless that reveals a small count in another. */
    public void exactCell(String id, Collection<GroupCount> counts) {
        add(CURRENT, new Cell(id, Shown.EXACT), counts, cells);
    }

    /**
     * A cell that was published earlier, and that stays as it was; one that was left out is not given.
     *
     * @param counts what was behind it when it was published
     */
    public void publishedCell(String release, String id, DisclosedCount shown, Collection<GroupCount> counts) {
        Cell cell = new Cell(id, Shown.of(shown));
        cell.fixed = true;
        cell.multiple = shown.best() == null ? 0 : shown.best();
        add(release, cell, counts, earlier.computeIfAbsent(release, first -> new HashMap<>()));
    }

    /**
     * Figures of this group name no place, project or organisation, so they and their changes are no secret. They stand in
     * the rows of none in particular.
     */
    public void openGroup(String group) {
        open.add(group);
    }

    private void add(String release, Cell cell, Collection<GroupCount> counts, Map<String, Cell> all) {
        if (all.put(cell.id, cell) != null) {
            throw new IllegalArgumentException(cell.id + " is given twice");
        }
        for (GroupCount count : counts) {
            figure(release, count).where.add(cell);
            cell.halves += count.bestHalves();
        }
    }

    private Figure figure(String release, GroupCount count) {
        List<Figure> ofGroup = figures.computeIfAbsent(count.group(), first -> new ArrayList<>(1));
        for (Figure figure : ofGroup) {
            if (figure.release.equals(release)) {
                if (figure.halves != count.bestHalves()) {
                    throw new IllegalArgumentException(count.group() + " does not add the same to each cell");
                }
                return figure;
            }
        }
        Figure figure = new Figure(release, count.bestHalves());
        ofGroup.add(figure);
        return figure;
    }

    /** The release: each cell that is shown, by id. It is made once. */
    public Map<String, DisclosedCount> protect() {
        List<Cell> published = new ArrayList<>();
        earlier.values().forEach(release -> published.addAll(sorted(release)));
        List<Cell> all = sorted(cells);
        number(published, 0);
        number(all, published.size());
        List<Secret> secrets = secretChanges();
        all.forEach(this::show);
        all.stream().filter(Cell::isThinTotal).forEach(this::round);
        published.forEach(cell -> addIfSmall(cell, secrets));
        all.forEach(cell -> addIfSmall(cell, secrets));
        for (int round = 0; round < secrets.size(); round++) {
            Move move = cheapest(secrets.get(round));
            if (move.cost() < IMPOSSIBLE) {
                blocking(move).forEach((cell, by) -> makeRoom(cell, by, secrets));
            }
        }
        Map<String, DisclosedCount> shown = new LinkedHashMap<>();
        for (Cell cell : all) {
            if (cell.shown != Shown.LEFT_OUT) {
                shown.put(cell.id, cell.disclosed());
            }
        }
        return shown;
    }

    // Everything goes by id, because the same figures give the same release in whatever order they come.
    private static List<Cell> sorted(Map<String, Cell> cells) {
        List<Cell> sorted = new ArrayList<>(cells.values());
        sorted.sort(Comparator.comparing(cell -> cell.id));
        return sorted;
    }

    private static void number(List<Cell> cells, int first) {
        for (int index = 0; index < cells.size(); index++) {
            cells.get(index).number = first + index;
        }
    }

    private void show(Cell cell) {
        cell.parts.sort((one, other) -> Long.compare(other.count, one.count));
        if (cell.shown != Shown.EXACT) {
            round(cell);
        }
    }

    private void round(Cell cell) {
        long count = cell.count();
        cell.shown = KeyedRounding.isSmall(count) ? Shown.SMALL : Shown.ROUNDED;
        cell.multiple = cell.shown == Shown.SMALL ? 0 : rounding.rounded(cell.id, count);
    }

    private List<Secret> secretChanges() {
        List<Secret> secrets = new ArrayList<>();
        new TreeMap<>(figures).forEach((group, values) -> {
            if (values.size() <= earlier.size()) {
                values.add(new Figure(CURRENT, 0));
            }
            SortedMap<Long, Part> parts = parts(values);
            parts.values().forEach(Part::addToCells);
            if (!open.contains(group) && parts.values().stream().anyMatch(Part::isProtected)) {
                parts.values().forEach(Part::keepSecret);
                addSmallChanges(parts, secrets);
                addSmallGroup(values, parts, secrets);
            }
            if (parts.size() > 1) {
                whole(parts).addToCells();
            }
        });
        return secrets;
    }

    /** By value; figures that are the same in several releases are one part. */
    private static SortedMap<Long, Part> parts(List<Figure> figures) {
        SortedMap<Long, Part> parts = new TreeMap<>();
        figures.forEach(figure ->
                parts.merge(figure.halves, new Part(figure.halves, figure.cells()), (one, other) -> one.with(other)));
        return parts;
    }

    private static Part whole(SortedMap<Long, Part> parts) {
        return parts.values().stream()
                .filter(part -> part.cells.length > 0)
                .reduce(Part::with)
                .orElseThrow();
    }

    private static void addSmallChanges(SortedMap<Long, Part> parts, List<Secret> secrets) {
        parts.forEach((halves, part) -> parts.tailMap(halves + 1).forEach((more, other) -> {
            if (KeyedRounding.isSmall((more - halves + 1) / 2)) {
                // Figures that are not there cannot have been one more.
                secrets.add(new Secret(null, part.cells.length == 0 ? List.of(other) : List.of(other, part)));
            }
        }));
    }

    // So that its withdrawal, which is a small change, has another world too.
    private static void addSmallGroup(List<Figure> values, SortedMap<Long, Part> parts, List<Secret> secrets) {
        values.stream()
                .filter(value -> value.release.equals(CURRENT) && KeyedRounding.isSmall((value.halves + 1) / 2))
                .forEach(value -> secrets.add(new Secret(null, List.of(parts.get(value.halves)))));
    }

    private static void addIfSmall(Cell cell, List<Secret> secrets) {
        if (cell.isSecret()) {
            secrets.add(new Secret(cell, cell.parts));
        }
    }

    private Move cheapest(Secret secret) {
        Move best = null;
        for (Part part : List.copyOf(secret.parts())) {
            for (int by : new int[] {1, -1}) {
                best = cheaper(best, new Move(part, by, null, cost(part, by, null)));
                if (best.cost() == NOTHING) {
                    return best;
                }
                for (Part partner : partners(part, by, secret)) {
                    best = cheaper(best, new Move(part, by, partner, cost(part, by, partner)));
                    if (best.cost() == NOTHING) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    private static Move cheaper(Move best, Move move) {
        return best == null || move.cost() < best.cost() ? move : best;
    }

    /** Parts that keep a total as it is when they change the other way, the largest of each first. */
    private static List<Part> partners(Part part, int by, Secret secret) {
        List<Part> partners = new ArrayList<>();
        for (Cell cell : part.cells) {
            if (!cell.allows(by)) {
                cell.parts.stream()
                        .filter(other -> other != part && !secret.isChangedBy(other))
                        .limit(MOST_PARTNERS)
                        .forEach(partners::add);
            }
        }
        return partners;
    }

    private static int cost(Part part, int by, Part partner) {
        if (part.count + by < 0 || partner != null && partner.count - by < 0) {
            return IMPOSSIBLE;
        }
        int cost = NOTHING;
        for (Map.Entry<Cell, Integer> blocking :
                blocking(new Move(part, by, partner, 0)).entrySet()) {
            cost = Math.min(IMPOSSIBLE, cost + blocking.getKey().costOfRoom(blocking.getValue()));
        }
        return cost;
    }

    /** The cells that would be shown otherwise after this move, and by how much it changes each. */
    private static Map<Cell, Integer> blocking(Move move) {
        Map<Cell, Integer> blocking = new LinkedHashMap<>();
        for (Cell cell : move.part().cells) {
            if ((move.partner() == null || !move.partner().moves(cell)) && !cell.allows(move.by())) {
                blocking.put(cell, move.by());
            }
        }
        if (move.partner() != null) {
            for (Cell cell : move.partner().cells) {
                if (!move.part().moves(cell) && !cell.allows(-move.by())) {
                    blocking.put(cell, -move.by());
                }
            }
        }
        return blocking;
    }

    // Room that is made never takes away room that another move needs.
    private void makeRoom(Cell cell, int by, List<Secret> secrets) {
        if (cell.fixed) {
            return;
        }
        if (cell.shown == Shown.EXACT) {
            round(cell);
            addIfSmall(cell, secrets);
        }
        if (!cell.allows(by) && cell.isRoundedOtherwise(by)) {
            cell.multiple = cell.otherMultiple();
        }
        if (!cell.allows(by)) {
            cell.shown = Shown.LEFT_OUT;
        }
    }

    private enum Shown {
        EXACT,
        ROUNDED,
        SMALL,
        LEFT_OUT;

        static Shown of(DisclosedCount count) {
            if (count.disclosure() == null) {
                return EXACT;
            }
            return count.disclosure() == CountDisclosure.SMALL ? SMALL : ROUNDED;
        }
    }

    private static final class Cell {
        private final String id;
        private final List<Part> parts = new ArrayList<>();
        private int number;
        private long halves;
        private Shown shown;
        private long multiple;
        private boolean fixed;
        private boolean secret;

        Cell(String id, Shown shown) {
            this.id = id;
            this.shown = shown;
        }

        long count() {
            return (halves + 1) / 2;
        }

        boolean isSecret() {
            return shown == Shown.SMALL && secret;
        }

        DisclosedCount disclosed() {
            return switch (shown) {
                case SMALL -> DisclosedCount.SMALL;
                case ROUNDED -> DisclosedCount.rounded(multiple);
                default -> DisclosedCount.exact(count());
            };
        }

        /** Whether it could be shown as it is if its count were so much more. */
        boolean allows(int more) {
            return switch (shown) {
                case LEFT_OUT -> true;
                case EXACT -> false;
                case SMALL -> KeyedRounding.isSmall(count() + more);
                case ROUNDED -> couldBe(count() + more, multiple);
            };
        }

        private static boolean couldBe(long count, long multiple) {
            return Math.abs(count - multiple) < KeyedRounding.BASE
                    && !KeyedRounding.isSmall(count)
                    && count >= 0
                    && (multiple == 0) == (count == 0);
        }

        long otherMultiple() {
            long below = count() - count() % KeyedRounding.BASE;
            return multiple == below ? below + KeyedRounding.BASE : below;
        }

        boolean isRoundedOtherwise(int by) {
            return shown == Shown.ROUNDED
                    && count() % KeyedRounding.BASE != 0
                    && couldBe(count() + by, otherMultiple());
        }

        /** A total with small parts, and without a large one among which they could not be found by subtraction. */
        boolean isThinTotal() {
            return shown == Shown.EXACT
                    && parts.stream().anyMatch(Part::isInSmallCell)
                    && parts.stream().noneMatch(part -> part.count >= LARGE && !part.isInSmallCell());
        }

        int costOfRoom(int by) {
            if (count() == 0) {
                return IMPOSSIBLE;
            }
            if (fixed) {
                return SHOWN_BEFORE;
            }
            return switch (shown) {
                case EXACT -> ROUND_TOTAL + costOfRoomWhenRounded(by);
                case SMALL -> LEAVE_OUT_SMALL;
                default -> isRoundedOtherwise(by) ? ROUND_OTHERWISE : LEAVE_OUT_ROUNDED;
            };
        }

        private int costOfRoomWhenRounded(int by) {
            if (KeyedRounding.isSmall(count())) {
                return KeyedRounding.isSmall(count() + by) ? NOTHING : LEAVE_OUT_SMALL;
            }
            return count() == KeyedRounding.BASE && by < 0 ? LEAVE_OUT_ROUNDED : NOTHING;
        }
    }
}
