package nl.doorlichting.reporting.reachstatistics;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachCube;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;

/** What counts of one programme at one moment, in memory: the sums of one grain. It does not change. */
final class ProgrammeReach {
    // A fact that is kept by itself, with what it refers to.
    private static final int BYTES_OF_FACT = 500;

    private final Grain grain;
    private final List<Fact<QuantitySum>> apart;
    private final List<Inclusion> tallies;
    private final ReachCube sums;
    private final long bytes;

    /** @param apart tallies, and observations that are declared to overlap with others */
    private ProgrammeReach(Grain grain, List<Fact<QuantitySum>> apart, ReachCube sums) {
        this.grain = grain;
        this.apart = apart;
        this.tallies = apart.stream()
                .map(Fact::inclusion)
                .filter(Inclusion::isTally)
                .distinct()
                .toList();
        this.sums = sums;
        this.bytes = (long) BYTES_OF_FACT * apart.size() + sums.bytes();
    }

    static ProgrammeReach of(Grain grain, Collection<Fact<QuantitySum>> facts, SharedValues shared) {
        var byApart = facts.stream()
                .collect(partitioningBy(
                        fact -> fact.overlap() != null || fact.inclusion().isTally()));
        var nothing = new ProgrammeReach(grain, byApart.get(true), ReachCube.EMPTY);
        return nothing.with(
                byApart.get(false).stream()
                        .map(fact -> new ReachChanges.Entry(fact, false, false))
                        .toList(),
                shared);
    }

    /**
     * The same with these entries.
     *
     * @throws IllegalArgumentException when one that does not count is taken back
     */
    ProgrammeReach with(List<ReachChanges.Entry> entries, SharedValues shared) {
        return new ProgrammeReach(
                grain,
                apart,
                sums.with(entries.stream().map(entry -> change(entry, shared)).toList()));
    }

    private ReachCube.Change change(ReachChanges.Entry entry, SharedValues shared) {
        var kept = shared.in(grain.keeping(entry.fact()));
        return new ReachCube.Change(kept.included(kept.inclusion().among(tallies)), entry.isTakenBack());
    }

    /** What may count in the answer, added up by what counts alike there. */
    List<Fact<QuantitySum>> facts(Question question, MunicipalityRegister register) {
        var facts = new ArrayList<>(apart);
        facts.addAll(sums.facts(question, register, apart));
        return facts;
    }

    Grain grain() {
        return grain;
    }

    /** How much memory it takes, about. */
    long bytes() {
        return bytes;
    }
}
