package nl.doorlichting.reporting.releases.tables;

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
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.reporting.effectstatistics.EffectStatisticsService;

/** The records that changed between two releases. A cell differs because of those that stand, or stood, in it. */
public final class ChangedFigures {
    private final Map<Source, Map<ChangeReason, Set<Map<Dimension, Set<String>>>>> places = new EnumMap<>(Source.class);
    private final MunicipalityRegister register;

    ChangedFigures(MunicipalityRegister register) {
        this.register = register;
    }

    /** Which records; a row of effects is of two of them. */
    private enum Source {
        INVENTORIES,
        TRAININGS,
        EFFECTS
    }

    /**
     * Adds the versions of figures of reach, by figure and version.
     *
     * @param rows the figure, whether the version is new, its dimensions, whether it withdraws the figure, and its project
     */
    ChangedFigures withInventories(List<Object[]> rows) {
        var byFigure =
                rows.stream().collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        byFigure.values().forEach(this::add);
        return this;
    }

    ChangedFigures withTrainings(TrainingChanges trainings) {
        trainings.changes().forEach(change -> stands(Source.TRAININGS, change.reason(), List.of(dimensions(change))));
        return this;
    }

    ChangedFigures withEffects(List<EffectStatisticsService.Changed> records) {
        records.forEach(record -> stands(Source.EFFECTS, record.reason(), List.of(texts(record.stated()))));
        return this;
    }

    private void add(List<Object[]> versions) {
        var last = versions.get(versions.size() - 1);
        var after = dimensions(last);
        var before = versions.stream()
                .filter(version -> !(Boolean) version[1])
                .reduce((first, second) -> second)
                .map(ChangedFigures::dimensions);
        if ((Boolean) last[11]) {
            before.ifPresent(stood -> stands(Source.INVENTORIES, ChangeReason.WITHDRAWN, List.of(stood)));
            return;
        }
        if (before.isEmpty()) {
            stands(Source.INVENTORIES, ChangeReason.NEW, List.of(after));
            return;
        }
        stands(
                Source.INVENTORIES,
                before.get().equals(after) ? ChangeReason.CORRECTION : ChangeReason.RECLASSIFIED,
                List.of(before.get(), after));
    }

    private void stands(Source source, ChangeReason reason, Collection<Map<Dimension, Set<String>>> where) {
        var all = places.computeIfAbsent(source, first -> new EnumMap<>(ChangeReason.class))
                .computeIfAbsent(reason, first -> new LinkedHashSet<>());
        where.forEach(stated -> {
            if (stated.containsKey(Dimension.MUNICIPALITY)) {
                stated.put(Dimension.PROVINCE, provinces(stated.get(Dimension.MUNICIPALITY)));
            }
            all.add(stated);
        });
    }

    private Set<String> provinces(Set<String> municipalities) {
        return municipalities.stream()
                .flatMap(code -> register.find(code).stream())
                .map(municipality -> municipality.province().code())
                .collect(Collectors.toSet());
    }

    private static Map<Dimension, Set<String>> texts(Map<Dimension, Set<Object>> stated) {
        var texts = new EnumMap<Dimension, Set<String>>(Dimension.class);
        stated.forEach((dimension, values) ->
                texts.put(dimension, values.stream().map(Dimension::text).collect(Collectors.toSet())));
        return texts;
    }

    private static Map<Dimension, Set<String>> dimensions(TrainingChanges.Change change) {
        var stated = of(change.period());
        put(stated, Dimension.TRAINING_TYPE, change.trainingType());
        put(stated, Dimension.TARGET_GROUP, change.targetGroup());
        put(stated, Dimension.TRACK, change.track());
        put(stated, Dimension.ACTION_LINE, change.actionLine());
        put(stated, Dimension.FUNDING_INSTRUMENT, change.fundingInstrument());
        put(stated, Dimension.INTENSITY, null);
        put(stated, Dimension.INTERVENTION_TYPE, null);
        put(stated, Dimension.MUNICIPALITY, String.join(",", change.municipalities()));
        return stated;
    }

    private static Map<Dimension, Set<String>> of(Period period) {
        var year = period.from().getYear() == period.until().minusDays(1).getYear()
                ? String.valueOf(period.from().getYear())
                : null;
        var stated = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(stated, Dimension.PERIOD, period.code());
        put(stated, Dimension.YEAR, year);
        return stated;
    }

    private static Map<Dimension, Set<String>> dimensions(Object[] version) {
        var stated = of(new Period(day(version[2]), day(version[3])));
        put(stated, Dimension.TARGET_GROUP, version[4]);
        put(stated, Dimension.TRACK, version[5]);
        put(stated, Dimension.ACTION_LINE, version[6]);
        put(stated, Dimension.FUNDING_INSTRUMENT, version[7]);
        put(stated, Dimension.INTENSITY, version[8]);
        put(stated, Dimension.INTERVENTION_TYPE, version[9]);
        put(stated, Dimension.MUNICIPALITY, version[10]);
        put(stated, Dimension.PROJECT, version[12]);
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
     * Why a cell with this key differs, from the most to the least telling: figures moved, were corrected, withdrawn, are new.
     * Empty where no figure that stands in it changed.
     */
    public Optional<ChangeReason> reasonFor(Map<String, String> key) {
        return mostTelling(key, key);
    }

    /** The same of all figures of the sources of the cell: it can be shown otherwise because those of another one changed. */
    public Optional<ChangeReason> reasonOfOthers(Map<String, String> key) {
        return mostTelling(key, Map.of());
    }

    private Optional<ChangeReason> mostTelling(Map<String, String> key, Map<String, String> where) {
        return Stream.of(ChangeReason.RECLASSIFIED, ChangeReason.CORRECTION, ChangeReason.WITHDRAWN, ChangeReason.NEW)
                .filter(reason -> sources(key).anyMatch(source -> stands(source, reason, where)))
                .findFirst();
    }

    private static Stream<Source> sources(Map<String, String> key) {
        var source = key.get("source");
        if (source == null) {
            return Stream.of(Source.EFFECTS, Source.TRAININGS);
        }
        return Stream.of(ReachSource.valueOf(source) == ReachSource.INVENTORY ? Source.INVENTORIES : Source.TRAININGS);
    }

    private boolean stands(Source source, ChangeReason reason, Map<String, String> key) {
        return places.getOrDefault(source, Map.of()).getOrDefault(reason, Set.of()).stream()
                .anyMatch(figure -> standsIn(figure, key));
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
