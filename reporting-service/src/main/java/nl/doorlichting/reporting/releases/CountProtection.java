package nl.doorlichting.reporting.releases;

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
import java.util.stream.Collectors;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.disclosure.KeyedRounding;
import nl.doorlichting.domain.disclosure.ReleaseProtection;
import nl.doorlichting.domain.disclosure.ReleaseProtection.GroupCount;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.reporting.reach.ReachStatisticsService;

/** Protects the counts of inventories in all tables of a release together (ADR 50). */
@ApplicationScoped
class CountProtection {
    private static final Set<Dimension> ALL = DimensionSet.of(Structure.REACH)
            .flatMap(set -> Structure.REACH.by(set.dimensions()).stream())
            .collect(Collectors.toUnmodifiableSet());
    /** They do not divide any table. A figure that states neither of them, and no place, is no secret. */
    private static final Set<Dimension> NAMING = Set.of(Dimension.PROJECT, Dimension.ORGANISATION);

    private final ReachStatisticsService reach;
    private final MunicipalityRegister register;
    private final ReleaseConfig config;

    CountProtection(ReachStatisticsService reach, MunicipalityRegister register, ReleaseConfig config) {
        this.reach = reach;
        this.register = register;
        this.config = config;
    }

    KeyedRounding rounding(String programme) {
        var secret = config.roundingSecret()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNAVAILABLE, "No secret of rounding is configured, so no release can be made."));
        return new KeyedRounding(Base64.getDecoder().decode(secret), programme);
    }

    /**
     * What an earlier release shows of inventories.
     *
     * @param cells by their ids
     */
    record Earlier(String name, Instant asOf, Map<String, DisclosedCount> cells) {}

    /** What the release shows of each cell; one that is left out is not in it. */
    Map<String, DisclosedCount> protect(String programme, Instant asOf, List<Earlier> earlier) {
        var protection = new ReleaseProtection(rounding(programme));
        var groups = groups(programme, asOf);
        groups.forEach((id, group) -> {
            if (group.open) {
                protection.openGroup(id);
            }
        });
        counts(programme, groups).forEach((id, counts) -> {
            if (id.startsWith(DimensionSet.REACH_BY_PERIOD_AND_TARGET_GROUP.jsonName() + "{")) {
                protection.exactCell(id, counts);
                return;
            }
            protection.protectedCell(id, counts);
        });
        for (var release : earlier) {
            var then = counts(programme, groups(programme, release.asOf()));
            release.cells().forEach((id, count) -> {
                if (then.containsKey(id)) {
                    protection.publishedCell(release.name(), id, count, then.get(id));
                }
            });
        }
        return protection.protect();
    }

    /** The groups in each cell of all tables; without cells that have no sum. */
    private Map<String, List<GroupCount>> counts(String programme, Map<String, Group> groups) {
        var facts = groups.entrySet().stream()
                .map(group -> group.getValue().fact(group.getKey()))
                .toList();
        var cells = new LinkedHashMap<String, List<GroupCount>>();
        DimensionSet.of(Structure.REACH).forEach(set -> {
            var table = TableMaker.table(set.question(programme, null), register, Measure.<GroupCount>listed(), facts);
            add(set, FinishedTable.Part.ROW, table.rows(), cells);
            add(set, FinishedTable.Part.TOTAL, table.totals(), cells);
            add(set, FinishedTable.Part.UNALLOCATED, table.unallocated(), cells);
        });
        return cells;
    }

    private static void add(
            DimensionSet set,
            FinishedTable.Part part,
            List<Table.Row<List<GroupCount>>> rows,
            Map<String, List<GroupCount>> cells) {
        rows.stream()
                .filter(row -> !row.isWithheld())
                .forEach(row -> cells.put(FinishedTable.id(set, part, ReachSource.INVENTORY, row.key()), row.sum()));
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
            stated.keySet().removeAll(NAMING);
            var open = figure.municipalities().isEmpty()
                    && NAMING.stream()
                            .allMatch(dimension -> figure.stated()
                                    .getOrDefault(dimension, Set.of())
                                    .isEmpty());
            var group = new Group(figure.stating(stated), open);
            groups.merge(group.id(), group, Group::and);
        }
        return groups;
    }

    /** Figures that state the same. */
    private record Group(Fact<QuantitySum> figures, boolean open) {
        Group and(Group other) {
            var sum = figures.measure().plus(other.figures.measure());
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
            return Fact.of(
                            figures.records(),
                            List.of(new GroupCount(id, figures.measure().bestHalves())))
                    .during(figures.period())
                    .in(figures.municipalities())
                    .stating(figures.stated())
                    .included(figures.inclusion());
        }
    }
}
