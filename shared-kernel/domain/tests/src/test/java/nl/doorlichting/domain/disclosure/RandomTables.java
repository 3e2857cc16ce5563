package nl.doorlichting.domain.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random figures and the tables of a release over them. The same seed gives the same. */
final class RandomTables {
    static final String EXACT = "period,targetGroup";

    private static final List<String> DIMENSIONS = List.of("period", "targetGroup", "municipality", "projectId");

    /** What tables are by: municipalities also by province, and on the map of a later day. */
    private static final List<List<String>> PROTECTED = List.of(
            List.of("municipality"),
            List.of("municipality", "targetGroup"),
            List.of("municipality", "period", "targetGroup"),
            List.of("province"),
            List.of("province", "period", "targetGroup"),
            List.of("laterMunicipality", "targetGroup"),
            List.of("projectId"),
            List.of("projectId", "period", "targetGroup"));

    private final Random random;
    private final int municipalities;
    private final int projects;

    RandomTables(long seed, int municipalities, int projects) {
        this.random = new Random(seed);
        this.municipalities = municipalities;
        this.projects = projects;
    }

    /** Counts by group: what no table divides. */
    SortedMap<String, Long> figures(int records, int largest) {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (int record = 0; record < records; record++) {
            figures.merge(group(), count(largest), Long::sum);
        }
        return figures;
    }

    /** Figures as projects report them: the median is about 40, some are of thousands, one in ten is small. */
    SortedMap<String, Long> realistic(int records) {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (int record = 0; record < records; record++) {
            figures.merge(group(), Math.max(1, Math.round(40 * Math.exp(1.6 * random.nextGaussian()))), Long::sum);
        }
        return figures;
    }

    /** The same after some writes, corrections and withdrawals. */
    SortedMap<String, Long> later(SortedMap<String, Long> figures, int changes, int largest) {
        SortedMap<String, Long> later = new TreeMap<>(figures);
        for (int change = 0; change < changes; change++) {
            String group = random.nextInt(3) == 0 ? group() : pick(new ArrayList<>(figures.keySet()));
            switch (random.nextInt(4)) {
                case 0 -> later.remove(group);
                case 1 -> later.put(group, count(largest));
                default -> later.merge(group, 1L + random.nextInt(4), Long::sum);
            }
        }
        return later;
    }

    private String group() {
        int municipality = random.nextInt(municipalities);
        return "p%d|g%d|m%d|j%d"
                .formatted(
                        random.nextInt(2),
                        random.nextInt(2),
                        municipality,
                        random.nextInt(3) == 0 ? random.nextInt(projects) : municipality % projects);
    }

    private long count(int largest) {
        return random.nextBoolean() ? 1L + random.nextInt(4) : 1L + random.nextInt(largest);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The cells of a group, in the exact table first. */
    static List<String> cells(String group) {
        List<String> cells = new ArrayList<>();
        cells.add(EXACT + ":" + values(group, List.of("period", "targetGroup")));
        cells.add(EXACT + ":" + values(group, List.of("period")) + ",TOTAL");
        PROTECTED.forEach(by -> cells.add(String.join(",", by) + ":" + values(group, by)));
        cells.add("municipality:TOTAL");
        return cells;
    }

    static boolean isExact(String cell) {
        return cell.startsWith(EXACT);
    }

    private static String values(String group, List<String> by) {
        String[] values = group.split("\\|");
        return String.join(
                ",",
                by.stream()
                        .map(dimension -> switch (dimension) {
                            // Two municipalities in each province; the first two become one later.
                            case "province" -> "P" + Integer.parseInt(values[2].substring(1)) / 2;
                            case "laterMunicipality" -> values[2].equals("m1") ? "m0" : values[2];
                            default -> values[DIMENSIONS.indexOf(dimension)];
                        })
                        .toList());
    }

    static Map<String, List<String>> groupsByCell(SortedMap<String, Long> figures) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        figures.keySet()
                .forEach(group -> cells(group)
                        .forEach(cell -> groups.computeIfAbsent(cell, first -> new ArrayList<>())
                                .add(group)));
        return groups;
    }

    static long count(SortedMap<String, Long> figures, Stream<String> groups) {
        return groups.mapToLong(figures::get).sum();
    }
}
