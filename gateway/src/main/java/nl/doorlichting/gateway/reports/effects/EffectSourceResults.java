package nl.doorlichting.gateway.reports.effects;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.domain.effects.EffectDimension;
import nl.doorlichting.domain.effects.EffectKey;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.effects.UnallocatedEffectKey;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.reporting.EffectStatistics;
import nl.doorlichting.gateway.clients.training.TrainingRatings;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;

/** The results of the two sources of the report. */
record EffectSourceResults(UpstreamResult<EffectStatistics> inventories, UpstreamResult<TrainingRatings> trainings) {

    List<UpstreamResult<?>> all() {
        return List.of(inventories, trainings);
    }

    EffectReport report(EffectQuery query) {
        return new EffectReport(
                all().stream().allMatch(part -> part.body().isPresent()),
                query.by().stream().sorted().map(EffectDimension::jsonName).toList(),
                rows(query),
                List.of(total()),
                unallocated(query),
                effects()
                        .flatMap(found -> found.tallies().stream())
                        .map(EffectReport.Tally::from)
                        .toList(),
                List.of(
                        source(
                                Service.REPORTING,
                                inventories
                                        .body()
                                        .map(EffectStatistics::revision)
                                        .orElse(null)),
                        source(
                                Service.TRAINING,
                                trainings.body().map(TrainingRatings::revision).orElse(null))),
                ReportNote.merge(notes()),
                registerVersion());
    }

    private List<EffectReport.Row> rows(EffectQuery query) {
        var left = new TreeMap<EffectKey, InventoryEffects>();
        effects()
                .flatMap(found -> found.rows().stream())
                .forEach(row -> left.put(row.key(), InventoryEffects.from(row.figures())));
        var right = new TreeMap<EffectKey, TrainingEffects>();
        ratings()
                .flatMap(found -> found.rows().stream())
                .forEach(row -> right.put(row.key(), TrainingEffects.from(row.figures())));
        return keys(left, right)
                .map(key -> EffectReport.Row.from(key, left.get(key), right.get(key), query.by()))
                .toList();
    }

    private List<EffectReport.Unallocated> unallocated(EffectQuery query) {
        var left = new TreeMap<UnallocatedEffectKey, InventoryEffects>();
        effects()
                .flatMap(found -> found.unallocated().stream())
                .forEach(row -> left.put(
                        new UnallocatedEffectKey(row.key(), row.from()), InventoryEffects.from(row.figures())));
        var right = new TreeMap<UnallocatedEffectKey, TrainingEffects>();
        ratings()
                .flatMap(found -> found.unallocated().stream())
                .forEach(row -> right.put(
                        new UnallocatedEffectKey(row.key(), row.from()), TrainingEffects.from(row.figures())));
        return keys(left, right)
                .map(key -> EffectReport.Unallocated.from(key, left.get(key), right.get(key), query.by()))
                .toList();
    }

    private static <K> Stream<K> keys(SortedMap<K, ?> left, Map<K, ?> right) {
        var keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        return keys.stream();
    }

    private EffectReport.Total total() {
        return new EffectReport.Total(
                effects()
                        .flatMap(found -> found.totals().stream())
                        .map(InventoryEffects::from)
                        .findFirst()
                        .orElse(null),
                ratings()
                        .flatMap(found -> found.totals().stream())
                        .map(TrainingEffects::from)
                        .findFirst()
                        .orElse(null));
    }

    private Stream<FigureNote> notes() {
        return Stream.concat(
                effects().flatMap(found -> found.notes().stream()), ratings().flatMap(found -> found.notes().stream()));
    }

    private String registerVersion() {
        return Stream.concat(
                        effects().map(EffectStatistics::registerVersion),
                        ratings().map(TrainingRatings::registerVersion))
                .filter(version -> version != null)
                .findFirst()
                .orElse(null);
    }

    private Stream<EffectStatistics> effects() {
        return inventories.body().stream();
    }

    private Stream<TrainingRatings> ratings() {
        return trainings.body().stream();
    }

    private static ReportSource source(Service service, String revision) {
        return revision == null ? ReportSource.unavailable(service) : ReportSource.answered(service, revision);
    }
}
