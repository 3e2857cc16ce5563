package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Audits published tables: recomputes all sums, and where they fail looks for the fewest changes after which all of them
 * hold. A change is one cell, or one row or column of which values moved to other places. Changes are ranked by how
 * plausible the error is that made the printed cell of the proposed value, and by how well the sums then fit.
 *
 * <p>Any table is audited within a second and some tens of MB, because the search counts what it costs. Where it ends
 * before all changes were tried, the finding is undecided, with the repairs that were found until then.
 */
public final class TableAuditor {
    static final int MOST_CHANGES = 3;

    /** More malformed and odd cells are reported without repairs: that table is no table of figures. */
    private static final int MOST_SUSPECTS = TableSums.MOST_MALFORMED;

    /** A second error beside a malformed cell is rare. */
    private static final double SECOND_ERROR = 0.05;

    private final TableSums sums;
    private final BitSet suspects;
    private final SearchLimit limit = new SearchLimit();
    private final CellChanges cells;
    private final ValueMoves moves;
    private final TableFindings findings;
    /** Failing sums that stand in a finding already. */
    private final Set<Integer> reported = new HashSet<>();

    private TableAuditor(TableSums sums) {
        this.sums = sums;
        this.suspects = IntStream.range(0, sums.cells.size())
                .filter(sums::isSuspect)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        this.cells = new CellChanges(sums, suspects, limit);
        this.moves = new ValueMoves(sums, suspects, limit);
        this.findings = new TableFindings(sums, sums.copy(), limit);
    }

    /**
     * Audits a table with those that identities connect to it.
     *
     * @param others tables of the same programme
     */
    public static TableAudit audit(PublishedTable table, Collection<PublishedTable> others) {
        var byCode = new HashMap<String, PublishedTable>();
        var connections = new TableConnections();
        connections.add(table);
        for (var other : others) {
            if (!other.code().equals(table.code()) && byCode.putIfAbsent(other.code(), other) == null) {
                connections.add(other);
            }
        }
        return audit(table, connections, byCode::get);
    }

    /**
     * Audits the tables of a programme one after the other, and holds none but the one that it audits with those that
     * identities connect to it.
     *
     * @param codes the codes of all tables
     * @param tables gives the table of a code, anew each time; null for one that is not there any more
     * @param audits receives each audit with the code of its table
     */
    public static void auditEach(
            Collection<String> codes, Function<String, PublishedTable> tables, BiConsumer<String, TableAudit> audits) {
        var connections = new TableConnections();
        codes.stream().map(tables).filter(Objects::nonNull).forEach(connections::add);
        for (var code : codes) {
            var table = connections.has(code) ? tables.apply(code) : null;
            if (table != null) {
                audits.accept(code, audit(table, connections, tables));
            }
        }
    }

    /** @param connections of all tables of the programme */
    public static TableAudit audit(
            PublishedTable table, TableConnections connections, Function<String, PublishedTable> tables) {
        var audited = new ArrayList<>(List.of(table));
        connections.connectedTo(table.code()).stream()
                .map(tables)
                .filter(Objects::nonNull)
                .forEach(audited::add);
        return new TableAuditor(new TableSums(audited)).run(table, dangling(table, audited, connections));
    }

    /** Identities that name what is not there any more. */
    private static List<String> dangling(
            PublishedTable table, List<PublishedTable> audited, TableConnections connections) {
        var byCode = new HashMap<String, PublishedTable>();
        audited.forEach(one -> byCode.put(one.code(), one));
        return table.identities().stream()
                .filter(identity -> identity.terms().stream()
                                .anyMatch(term -> !connections.has(term.table())
                                        || byCode.containsKey(term.table())
                                                && term.rows(byCode.get(term.table()))
                                                        .isEmpty())
                        || identity.terms().stream().allMatch(term -> byCode.containsKey(term.table()))
                                && identity.columns(byCode).isEmpty())
                .map(PublishedTable.Identity::name)
                .toList();
    }

    private TableAudit run(PublishedTable table, List<String> dangling) {
        var explained = new ArrayList<TableAudit.Sum>();
        var about = 0;
        for (var equation = 0; equation < sums.equations.size(); equation++) {
            if (isAbout(table, equation)) {
                about++;
                if (!sums.fails(equation) && isDifferent(equation)) {
                    explained.add(findings.sum(equation));
                }
            }
        }
        // Cells that share sums are judged together.
        var groups = Groups.joined(suspects.stream().boxed().toList(), sums.equationsOf, sums.equations.size());
        for (var i = 0; i < groups.size(); i++) {
            limit.search(SearchLimit.MOST_WORK / 3, groups.size() - i);
            judgeSuspects(groups.get(i));
        }
        new SumRepairs(sums, suspects, limit, cells, moves, findings).repair(reported);
        return new TableAudit(about, explained, findings.about(table), dangling);
    }

    private boolean isDifferent(int equation) {
        var difference = sums.printedDifference(equation);
        return !sums.hasUnbounded(equation) && difference != null && difference != 0;
    }

    private boolean isAbout(PublishedTable table, int equation) {
        if (sums.equations.get(equation).table() == table) {
            return true;
        }
        for (var cell : sums.equations.get(equation).cells()) {
            if (sums.cells.get(cell).table() == table) {
                return true;
            }
        }
        return false;
    }

    private void judgeSuspects(List<Integer> group) {
        var free = group.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (suspects.cardinality() > MOST_SUSPECTS) {
            findings.add(group, Set.of(), List.of());
            for (var cell : free) {
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            return;
        }
        if (free.length > MOST_CHANGES) {
            for (var cell : free) {
                findings.add(List.of(cell), Set.of(), cells.readings(new int[] {cell}));
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            return;
        }
        var alone = cells.readings(free);
        var bounds = sums.allowed(free);
        var plausible = alone.stream()
                .anyMatch(proposal -> proposal.changes().stream()
                        .allMatch(change ->
                                change.kind() != RepairKind.OTHER_VALUE || cells.isUnexplained(change.cell())));
        if (bounds != null && plausible) {
            for (var i = 0; i < free.length; i++) {
                var cell = free[i];
                findings.add(List.of(cell), Set.of(), onlyOf(cell, alone));
                sums.set(cell, bounds[i][0], bounds[i][1]);
            }
            return;
        }
        var found = new Proposal.Found(limit);
        found.addAll(alone);
        var mended = new TreeSet<Integer>();
        var differing = new TreeSet<Integer>();
        if (bounds == null) {
            for (var cell : free) {
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            if (limit.goesOn(sums.equations.size())) {
                mended.addAll(sums.failing());
                mended.removeAll(reported);
            }
            found.addAll(besideMove(free, List.copyOf(mended)));
            for (var changes = 1;
                    changes < MOST_CHANGES && found.proposals().stream().noneMatch(Proposal::isTelling);
                    changes++) {
                cells.choose(List.copyOf(mended), free.length + changes, free, new HashSet<>(), found);
            }
            if (found.proposals().isEmpty()) {
                mended.clear();
            }
        } else {
            found.addAll(besideSecondError(free, differing));
        }
        differing.addAll(mended);
        findings.add(group, differing, found.proposals());
        reported.addAll(mended);
        for (var i = 0; i < free.length; i++) {
            if (bounds != null) {
                sums.set(free[i], bounds[i][0], bounds[i][1]);
            }
        }
    }

    /** What the sums allow for these cells once values of a row or column moved. */
    private List<Proposal> besideMove(int[] free, List<Integer> failing) {
        var found = new Proposal.Found(limit);
        if (!failing.isEmpty() && moves.isSmallTable()) {
            var fails = ValueMoves.setOf(failing);
            moves.forEachMove(failing, true, move -> {
                moves.shift(move, 1, fails);
                if (moves.broken() == 0 && moves.mended() == failing.size()) {
                    var readings = cells.readings(free);
                    moves.shift(move, -1, fails);
                    var moved = moves.changes(move);
                    readings.forEach(reading -> found.add(reading.after(moved.changes(), moved.weight())));
                    return;
                }
                moves.shift(move, -1, fails);
            });
        }
        return found.proposals();
    }

    /**
     * What the texts of these cells say, with one other cell that is wrong in their sums.
     *
     * @param differing gets the sums that fail with the most plausible reading
     */
    private List<Proposal> besideSecondError(int[] free, Set<Integer> differing) {
        var found = new Proposal.Found(limit);
        for (var literal : cells.unconstrained(free)) {
            var low = new long[free.length];
            var high = new long[free.length];
            for (var i = 0; i < free.length; i++) {
                low[i] = sums.lowest[free[i]];
                high[i] = sums.highest[free[i]];
            }
            for (var change : literal.changes()) {
                var half = sums.half(change.cell());
                sums.set(change.cell(), change.value() - half, change.value() + half);
            }
            var failing = Arrays.stream(free)
                    .flatMap(cell -> Arrays.stream(sums.equationsOf[cell]))
                    .filter(sums::fails)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            if (differing.isEmpty()) {
                differing.addAll(failing);
            }
            cells.cells(failing, 1)
                    .forEach(proposal -> found.add(proposal.after(literal.changes(), literal.weight() * SECOND_ERROR)));
            for (var i = 0; i < free.length; i++) {
                sums.set(free[i], low[i], high[i]);
            }
        }
        return found.proposals();
    }

    private static List<Proposal> onlyOf(int cell, List<Proposal> proposals) {
        var only = new HashMap<Long, Proposal>();
        for (var proposal : proposals) {
            for (var change : proposal.changes()) {
                if (change.cell() == cell) {
                    only.merge(
                            change.value(),
                            new Proposal(List.of(change), proposal.weight()),
                            (one, other) -> new Proposal(one.changes(), one.weight() + other.weight()));
                }
            }
        }
        return List.copyOf(only.values());
    }
}
