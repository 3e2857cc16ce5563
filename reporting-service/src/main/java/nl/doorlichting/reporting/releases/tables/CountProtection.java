package nl.doorlichting.reporting.releases.tables;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.disclosure.KeyedRounding;
import nl.doorlichting.domain.disclosure.ReleaseProtection;
import nl.doorlichting.domain.disclosure.ReleaseProtection.GroupCount;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.reachstatistics.ReachStatisticsService;
import nl.doorlichting.reporting.releases.ReleaseConfig;

/** Protects the counts of one source in all tables of a release together (ADR 50). */
@ApplicationScoped
public class CountProtection {
    private static final Set<Dimension> ALL = DimensionSet.of(Structure.REACH)
            .flatMap(set -> Structure.REACH.by(set.dimensions()).stream())
            .collect(Collectors.toUnmodifiableSet());
    /** A figure that states neither of them, and no place, is no secret. */
    private static final Set<Dimension> NAMING = Set.of(Dimension.PROJECT, Dimension.ORGANISATION);

    private final ReachStatisticsService reach;
    private final TrainingFigures trainings;
    private final MunicipalityRegister register;
    private final ReleaseConfig config;

    CountProtection(
            ReachStatisticsService reach,
            TrainingFigures trainings,
            MunicipalityRegister register,
            ReleaseConfig config) {
        this.reach = reach;
        this.trainings = trainings;
        this.register = register;
        this.config = config;
    }

    KeyedRounding rounding(String programme) {
        var secret = config.roundingSecret()
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAVAILABLE, Text.of("release.no-secret")));
        return new KeyedRounding(Base64.getDecoder().decode(secret), programme);
    }

    /**
     * What an earlier release shows.
     *
     * @param cells by their ids
     */
    public record Earlier(String name, Instant asOf, Map<String, DisclosedCount> cells) {}

    /** What the release shows of each cell of inventories; one that is left out is not in it. */
    Map<String, DisclosedCount> inventories(String programme, Instant asOf, List<Earlier> earlier) {
        return protect(programme, ReachSource.INVENTORY, asOf, earlier, then -> groups(programme, then));
    }

    /** The same of trainings. Needs a request with the token of a caller that may read them. */
    Map<String, DisclosedCount> trainings(String programme, Instant asOf, List<Earlier> earlier) {
        return protect(programme, ReachSource.TRAINING, asOf, earlier, then -> groupsOfTrainings(programme, then));
    }

    // The sources are never added to one another, so that each is protected by itself.
    private Map<String, DisclosedCount> protect(
            String programme,
            ReachSource source,
            Instant asOf,
            List<Earlier> earlier,
            Function<Instant, Map<String, Group>> groupsAt) {
        var protection = new ReleaseProtection(rounding(programme));
        var groups = groupsAt.apply(asOf);
        groups.forEach((id, group) -> {
            if (group.open) {
                protection.openGroup(id);
            }
        });
        counts(programme, source, groups).forEach((id, counts) -> {
            if (id.startsWith(DimensionSet.REACH_BY_PERIOD_AND_TARGET_GROUP.jsonName() + "{")) {
                protection.exactCell(id, counts);
                return;
            }
            protection.protectedCell(id, counts);
        });
        for (var release : earlier) {
            var then = counts(programme, source, groupsAt.apply(release.asOf()));
            release.cells().forEach((id, count) -> {
                if (then.containsKey(id)) {
                    protection.publishedCell(release.name(), id, count, then.get(id));
                }
            });
        }
        return protection.protect();
    }

    /** The groups in each cell of all tables; without cells that have no sum. */
    private Map<String, List<GroupCount>> counts(String programme, ReachSource source, Map<String, Group> groups) {
        var facts = groups.entrySet().stream()
                .map(group -> group.getValue().fact(group.getKey()))
                .toList();
        var cells = new LinkedHashMap<String, List<GroupCount>>();
        sets(source).forEach(set -> {
            var table = TableMaker.table(set.question(programme, null), register, Measure.<GroupCount>listed(), facts);
            add(set, FinishedTable.Part.ROW, source, table.rows(), cells);
            add(set, FinishedTable.Part.TOTAL, source, table.totals(), cells);
            add(set, FinishedTable.Part.UNALLOCATED, source, table.unallocated(), cells);
        });
        return cells;
    }

    private static Stream<DimensionSet> sets(ReachSource source) {
        return source == ReachSource.INVENTORY
                ? DimensionSet.of(Structure.REACH)
                : Stream.concat(
                        DimensionSet.of(Structure.REACH).filter(set -> !set.isByProject()),
                        DimensionSet.of(Structure.TRAINING));
    }

    private static void add(
            DimensionSet set,
            FinishedTable.Part part,
            ReachSource source,
            List<Table.Row<List<GroupCount>>> rows,
            Map<String, List<GroupCount>> cells) {
        rows.stream()
                .filter(row -> !row.isWithheld())
                .forEach(row -> cells.put(FinishedTable.id(set, part, source, row.key()), row.sum()));
    }

    /** The figures of a programme, in groups that no table divides, by what they state. */
    private Map<String, Group> groups(String programme, Instant asOf) {
        var by = new TreeSet<>(ALL);
        by.addAll(NAMING);
        var question = new Question(Structure.REACH, programme, null, null, by, Map.of(), null, asOf);
        var groups = new HashMap<String, Group>();
        for (var figure : QuarkusTransaction.requiringNew().call(() -> reach.figures(question))) {
            var stated = new EnumMap<Dimension, Set<Object>>(Dimension.class);
            stated.putAll(figure.stated());
            // No table is divided by it.
            stated.remove(Dimension.ORGANISATION);
            var open = figure.municipalities().isEmpty()
                    && NAMING.stream()
                            .allMatch(dimension -> figure.stated()
                                    .getOrDefault(dimension, Set.of())
                                    .isEmpty());
            // Figures that are declared to overlap are added at their best count like others.
            var group = new Group(
                    Fact.of(figure.records(), figure.measure().bestHalves())
                            .during(figure.period())
                            .in(figure.municipalities())
                            .stating(stated)
                            .included(figure.inclusion()),
                    open);
            groups.merge(group.id(), group, Group::and);
        }
        return groups;
    }

    private Map<String, Group> groupsOfTrainings(String programme, Instant asOf) {
        var groups = new HashMap<String, Group>();
        for (var counted : trainings.groups(programme, asOf)) {
            var stated = new EnumMap<Dimension, Set<Object>>(Dimension.class);
            ALL.stream()
                    .filter(dimension ->
                            dimension.kind() != Dimension.Kind.TIME && dimension.kind() != Dimension.Kind.PLACE)
                    .forEach(dimension -> stated.put(dimension, Set.of()));
            state(stated, Dimension.TRAINING_TYPE, counted.trainingType());
            state(stated, Dimension.TARGET_GROUP, counted.targetGroup());
            state(stated, Dimension.PHENOMENON, counted.phenomenon());
            state(stated, Dimension.TRACK, counted.track());
            state(stated, Dimension.ACTION_LINE, counted.actionLine());
            state(stated, Dimension.FUNDING_INSTRUMENT, counted.fundingInstrument());
            var inclusion = new Inclusion(
                    counted.inclusion(),
                    counted.tally(),
                    new Inclusion.Group(counted.ofProgramme(), counted.ofTargetGroup(), counted.ofTrainingType()),
                    counted.country());
            var group = new Group(
                    Fact.of(1, counted.halves())
                            .during(counted.period())
                            .in(Set.copyOf(counted.municipalities()))
                            .stating(stated)
                            .included(inclusion),
                    counted.municipalities().isEmpty() && !counted.named());
            groups.merge(group.id(), group, Group::and);
        }
        return groups;
    }

    private static void state(Map<Dimension, Set<Object>> stated, Dimension dimension, Object value) {
        stated.put(dimension, value == null ? Set.of() : Set.of(value));
    }

    /** Figures that state the same. */
    private record Group(Fact<Long> figures, boolean open) {
        Group and(Group other) {
            var sum = Math.addExact(figures.measure(), other.figures.measure());
            return new Group(
                    Fact.of(figures.records() + other.figures.records(), sum)
                            .during(figures.period())
                            .in(figures.municipalities())
                            .stating(figures.stated())
                            .included(figures.inclusion()),
                    open && other.open);
        }

        /** The same for the same figures in every release. */
        String id() {
            var stated = new ArrayList<String>();
            figures.stated()
                    .forEach((dimension, values) -> stated.add(dimension + "="
                            + values.stream().map(Dimension::text).sorted().toList()));
            return figures.period() + " " + new TreeSet<>(figures.municipalities()) + " " + stated + " "
                    + figures.inclusion();
        }

        Fact<List<GroupCount>> fact(String id) {
            return Fact.of(figures.records(), List.of(new GroupCount(id, figures.measure())))
                    .during(figures.period())
                    .in(figures.municipalities())
                    .stating(figures.stated())
                    .included(figures.inclusion());
        }
    }
}
