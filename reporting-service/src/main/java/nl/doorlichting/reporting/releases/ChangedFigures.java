package nl.doorlichting.reporting.releases;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ChangeReason;

/**
 * The figures of reach that changed between two releases. A cell of inventories differs because of those that stand, or
 * stood, in it.
 */
final class ChangedFigures {
    private final Map<ChangeReason, Set<Map<Dimension, Set<String>>>> places = new EnumMap<>(ChangeReason.class);

    /**
     * From the versions of figures, by figure and version.
     *
     * @param rows the figure, whether the version is new, and its dimensions
     */
    static ChangedFigures of(List<Object[]> rows) {
        var changed = new ChangedFigures();
        var byFigure =
                rows.stream().collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        byFigure.values().forEach(changed::add);
        return changed;
    }

    private void add(List<Object[]> versions) {
        var after = dimensions(versions.get(versions.size() - 1));
        var before = versions.stream()
                .filter(version -> !(Boolean) version[1])
                .reduce((first, second) -> second)
                .map(ChangedFigures::dimensions);
        if (before.isEmpty()) {
            stands(ChangeReason.NEW, List.of(after));
            return;
        }
        stands(
                before.get().equals(after) ? ChangeReason.CORRECTION : ChangeReason.RECLASSIFIED,
                List.of(before.get(), after));
    }

    private void stands(ChangeReason reason, Collection<Map<Dimension, Set<String>>> where) {
        places.computeIfAbsent(reason, first -> new LinkedHashSet<>()).addAll(where);
    }

    private static Map<Dimension, Set<String>> dimensions(Object[] version) {
        var period = new Period(day(version[2]), day(version[3]));
        var year = period.from().getYear() == period.until().minusDays(1).getYear()
                ? String.valueOf(period.from().getYear())
                : null;
        var stated = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(stated, Dimension.PERIOD, period.code());
        put(stated, Dimension.YEAR, year);
        put(stated, Dimension.TARGET_GROUP, version[4]);
        put(stated, Dimension.TRACK, version[5]);
        put(stated, Dimension.ACTION_LINE, version[6]);
        put(stated, Dimension.FUNDING_INSTRUMENT, version[7]);
        put(stated, Dimension.INTENSITY, version[8]);
        put(stated, Dimension.INTERVENTION_TYPE, version[9]);
        put(stated, Dimension.MUNICIPALITY, version[10]);
        return stated;
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static void put(Map<Dimension, Set<String>> stated, Dimension dimension, Object text) {
        stated.put(
                dimension,
                text == null || text.toString().isEmpty()
                        ? Set.of()
                        : Set.copyOf(Arrays.asList(text.toString().split(","))));
    }

    /**
     * Why a cell with this key differs, from the most to the least telling: figures moved, were corrected, are new. They are
     * never withdrawn. Empty where no figure that stands in it changed.
     */
    Optional<ChangeReason> reasonFor(Map<String, String> key) {
        return Stream.of(ChangeReason.RECLASSIFIED, ChangeReason.CORRECTION, ChangeReason.NEW)
                .filter(reason ->
                        places.getOrDefault(reason, Set.of()).stream().anyMatch(figure -> standsIn(figure, key)))
                .findFirst();
    }

    private static boolean standsIn(Map<Dimension, Set<String>> figure, Map<String, String> key) {
        return figure.entrySet().stream().allMatch(stated -> {
            var name = stated.getKey().jsonName();
            // A figure of several places, or of none, stands in the row of none.
            return !key.containsKey(name)
                    || key.get(name) == null
                    || stated.getValue().contains(key.get(name));
        });
    }
}
