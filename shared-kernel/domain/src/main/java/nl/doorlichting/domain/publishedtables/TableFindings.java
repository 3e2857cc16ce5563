package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What an audit finds, with the most plausible repairs of each finding. */
final class TableFindings {
    /** A place is certain from this share of the plausibility of all places. */
    private static final double CERTAIN = 0.97;

    /** Cells that are changed in all repairs of a finding, and of an audit. */
    private static final int MOST_EDITS = 2_000;

    private static final int MOST_EDITS_OF_AUDIT = 20_000;
    private static final int MOST_REPAIRS = 200;
    /** What is so much less plausible than the best repair is left out. */
    private static final double LEAST_PLAUSIBLE = 0.001;

    private final TableSums sums;
    private final TableSums printed;
    private final SearchLimit limit;
    private final Map<Integer, TableAudit.Sum> shown = new HashMap<>();
    private final List<TableAudit.Finding> findings = new ArrayList<>();
    private int editsLeft = MOST_EDITS_OF_AUDIT;

    /**
     * @param sums as the audit leaves them at each finding
     * @param printed as they are in print
     */
    TableFindings(TableSums sums, TableSums printed, SearchLimit limit) {
        this.sums = sums;
        this.printed = printed;
        this.limit = limit;
    }

    void add(List<Integer> cells, Collection<Integer> failing, List<Proposal> proposals) {
        add(cells, failing, proposals, true);
    }

    /** @param isWhole whether the proposals leave nothing open where they change cells */
    void add(List<Integer> cells, Collection<Integer> failing, List<Proposal> proposals, boolean isWhole) {
        var byPlace = new HashMap<Object, Proposal>();
        var differ = !cells.isEmpty();
        for (var proposal : proposals) {
            Object key = differ || proposal.isMove() ? values(proposal) : proposal.places();
            byPlace.merge(
                    key,
                    proposal,
                    (one, other) -> new Proposal(
                            one.weight() >= other.weight() ? one.changes() : other.changes(),
                            one.weight() + other.weight()));
        }
        var all = byPlace.values().stream().mapToDouble(Proposal::weight).sum();
        var placesOf = new IdentityHashMap<Proposal, String>();
        byPlace.values()
                .forEach(proposal -> placesOf.put(proposal, proposal.places().toString()));
        var ranked = byPlace.values().stream()
                .sorted(Comparator.comparingDouble(Proposal::weight).reversed().thenComparing(placesOf::get))
                .toList();
        var certain = isWhole
                && !ranked.isEmpty()
                && ranked.get(0).weight() >= CERTAIN * all
                && ranked.get(0).isTelling()
                && cells.stream().allMatch(this::isDecidedBySums)
                && !limit.hasEnded();
        var sumsOfCells = new TreeSet<>(failing);
        for (var cell : cells) {
            Arrays.stream(printed.equationsOf[cell]).filter(printed::fails).forEach(sumsOfCells::add);
        }
        findings.add(new TableAudit.Finding(
                kind(cells),
                certain ? RepairCertainty.CERTAIN : RepairCertainty.UNDECIDED,
                cells.stream().map(this::place).toList(),
                sumsOfCells.stream()
                        .map(equation -> shown.computeIfAbsent(equation, this::sum))
                        .toList(),
                repairs(ranked, all)));
    }

    /** What an odd number says can be read in several ways, so that only sums decide. */
    private boolean isDecidedBySums(int cell) {
        return sums.cells.get(cell).reading() != CellNotation.Reading.ODD || sums.equationsOf[cell].length > 0;
    }

    /** As many of the most plausible as a reader may want, at least one. */
    private List<TableAudit.Repair> repairs(List<Proposal> ranked, double all) {
        var repairs = new ArrayList<TableAudit.Repair>();
        var edits = 0;
        for (var proposal : ranked) {
            edits += proposal.changes().size();
            var isShown = proposal.weight() >= LEAST_PLAUSIBLE * ranked.get(0).weight()
                    && repairs.size() < MOST_REPAIRS
                    && edits <= Math.min(MOST_EDITS, editsLeft);
            if (!isShown && !repairs.isEmpty()) {
                break;
            }
            repairs.add(repair(proposal, all));
            editsLeft -= proposal.changes().size();
        }
        return repairs;
    }

    private static List<List<Long>> values(Proposal proposal) {
        return proposal.changes().stream()
                .sorted(Comparator.comparingInt(Proposal.Change::cell))
                .map(change -> List.of((long) change.cell(), change.value()))
                .toList();
    }

    private TableFindingKind kind(List<Integer> cells) {
        if (cells.isEmpty()) {
            return TableFindingKind.SUM_DIFFERS;
        }
        return cells.stream().anyMatch(cell -> sums.cells.get(cell).reading() == CellNotation.Reading.MALFORMED)
                ? TableFindingKind.MALFORMED_CELL
                : TableFindingKind.ODD_FORMAT;
    }

    private TableAudit.Repair repair(Proposal proposal, double all) {
        return new TableAudit.Repair(
                proposal.changes().stream().map(this::edit).toList(), all == 0 ? 0 : proposal.weight() / all);
    }

    private TableAudit.Edit edit(Proposal.Change change) {
        var cell = sums.cells.get(change.cell());
        var bounds = change.bounds();
        return new TableAudit.Edit(
                place(change.cell()),
                change.text() != null ? change.text() : cell.notation().print(sums.amount(change.value())),
                bounds == null || bounds[0] <= -TableSums.UNBOUNDED ? null : sums.amount(bounds[0]),
                bounds == null || bounds[1] >= TableSums.UNBOUNDED ? null : sums.amount(bounds[1]),
                change.kind());
    }

    private TableAudit.Cell place(int number) {
        var cell = sums.cells.get(number);
        return new TableAudit.Cell(
                cell.table().code(),
                cell.row(),
                cell.column(),
                cell.rowLine().label(),
                cell.columnLine().label(),
                cell.printed());
    }

    /** A sum as it is printed. */
    TableAudit.Sum sum(int number) {
        var equation = printed.equations.get(number);
        var total = equation.result() < 0 ? null : printed.face[equation.result()];
        var difference = printed.printedDifference(number);
        return new TableAudit.Sum(
                equation.kind(),
                equation.table().code(),
                equation.name(),
                difference == null || total == null ? null : printed.amount(total + difference),
                total == null ? null : printed.amount(total),
                difference == null ? null : printed.amount(difference),
                printed.hasUnbounded(number) ? null : printed.amount(printed.tolerance(number)));
    }

    /**
     * Values that moved mend several sums by coincidence where there are other errors, of which they may be a part: a row that
     * slipped and lost a value breaks as many sums as it has columns. So a move is certain only where it mends all sums of the
     * table that fail.
     */
    void doubtMovesBesideOtherErrors() {
        if (findings.size() > 1) {
            findings.replaceAll(finding -> finding.certainty() == RepairCertainty.CERTAIN && isMoveBesideOthers(finding)
                    ? finding.undecided()
                    : finding);
        }
    }

    private boolean isMoveBesideOthers(TableAudit.Finding finding) {
        var moved = finding.repairs().get(0).edits().stream()
                .filter(edit -> edit.kind() == RepairKind.MOVED_CELL)
                .map(edit -> edit.cell().table())
                .findFirst();
        return moved.isPresent()
                && findings.stream()
                        .filter(other -> other != finding)
                        .flatMap(other -> other.sums().stream())
                        .anyMatch(sum -> sum.table().equals(moved.get()));
    }

    /** Those about this table. */
    List<TableAudit.Finding> about(PublishedTable table) {
        return findings.stream().filter(finding -> isAbout(table, finding)).toList();
    }

    /** Whether a cell or a sum of the table is in the finding, or the likeliest repair changes the table. */
    private static boolean isAbout(PublishedTable table, TableAudit.Finding finding) {
        return finding.cells().stream().anyMatch(cell -> cell.table().equals(table.code()))
                || finding.sums().stream().anyMatch(sum -> sum.table().equals(table.code()))
                || finding.repairs().stream()
                        .limit(1)
                        .flatMap(repair -> repair.edits().stream())
                        .anyMatch(edit -> edit.cell().table().equals(table.code()));
    }
}
