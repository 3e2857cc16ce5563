package nl.doorlichting.domain.figures.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Note;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import org.junit.jupiter.api.Test;

/** Tables of random facts are those of the oracle, for thousands of random questions. */
class TableMakerOracleTest {
    private static final int DATA_SETS = 800;
    private static final int QUESTIONS = 5;
    private static final String[] PROGRAMMES = {"P", "Q"};
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();

    private static final Set<ReachRule> RULES = EnumSet.allOf(ReachRule.class);

    private static final Set<String> NOTES = Set.of(
            "NOTHING_RECORDED",
            "PARTIAL_OVERLAP",
            "SEVERAL_PLACES",
            "SPLIT",
            "NOT_STATED",
            "IN_SEVERAL_ROWS",
            "INCLUDED_IN_TALLY",
            "INCLUSION_UNKNOWN",
            "OVERLAPPING_PERIODS",
            "OVERLAPPING_TALLIES",
            "OVERLAPS_DECLARED",
            "REGISTER_ENDS",
            "UNEQUAL_PERIODS");

    @Test
    void makesTablesOfOracle() {
        Set<String> notes = new TreeSet<>();
        long rows = 0;
        for (long seed = 1; seed <= DATA_SETS; seed++) {
            RandomReach random = new RandomReach(seed, RULES);
            RecordedReach records = random.records(PROGRAMMES);
            for (int number = 1; number <= QUESTIONS; number++) {
                ReachQuestion asked = random.question(
                        records, names(Structure.REACH.rows()), names(Structure.REACH.filters()), PROGRAMMES);
                ReachTable expected = ReachOracle.answer(asked, REGISTER, records);
                String message = "seed " + seed + ", question " + number + ": " + asked;
                assertEquals(text(expected), text(table(asked, records)), message);
                notes.addAll(expected.notes().keySet());
                rows += expected.rows().size();
            }
        }
        assertEquals(new TreeSet<>(NOTES), notes);
        // Random questions that find little would prove little.
        assertTrue(rows > DATA_SETS * QUESTIONS, rows + " rows");
    }

    private static String text(ReachTable table) {
        return String.join(
                "\n",
                "rows " + table.rows(),
                "totals " + table.totals(),
                "unallocated " + table.unallocated(),
                "notes " + table.notes());
    }

    private static ReachTable table(ReachQuestion asked, RecordedReach records) {
        Question question = question(asked);
        Collection<Fact<QuantitySum>> facts = facts(question, asked, records);
        Table<QuantitySum> table = TableMaker.table(question, REGISTER, ReachSql.measure(), facts);
        assertEquals(table, talliesFirst(question, facts));
        SortedMap<String, ReachTable.Note> notes = new TreeMap<>();
        table.notes().forEach(note -> notes.put(note.code().name(), note(note)));
        return new ReachTable(texts(table.rows()), texts(table.totals()), texts(table.unallocated()), notes);
    }

    /** What may be part of tallies then does not wait. */
    private static Table<QuantitySum> talliesFirst(Question question, Collection<Fact<QuantitySum>> facts) {
        TableMaker<QuantitySum> maker = new TableMaker<>(question, REGISTER, ReachSql.measure());
        Map<Boolean, List<Fact<QuantitySum>>> areTallies = facts.stream()
                .collect(Collectors.partitioningBy(fact -> fact.inclusion().kind() == Inclusion.Kind.TALLY));
        areTallies.get(true).forEach(maker::add);
        maker.allTalliesAreAdded();
        areTallies.get(false).forEach(maker::add);
        return maker.table();
    }

    // ---- As a source does

    private static Question question(ReachQuestion asked) {
        Map<Dimension, Set<Object>> only = new EnumMap<>(Dimension.class);
        asked.only().forEach((name, wanted) -> {
            Dimension dimension = dimension(name);
            only.put(dimension, values(dimension, wanted));
        });
        return new Question(
                Structure.REACH,
                asked.programme(),
                asked.from(),
                asked.until(),
                asked.by().stream().map(TableMakerOracleTest::dimension).collect(Collectors.toSet()),
                only,
                asked.boundaries(),
                asked.asOf());
    }

    /** What the programme recorded, narrowed to the place asked for; those that differ only in their figures together. */
    private static Collection<Fact<QuantitySum>> facts(Question question, ReachQuestion asked, RecordedReach records) {
        Set<UUID> overlapping = overlapping(records);
        Optional<Set<String>> place = question.recordedMunicipalities(REGISTER);
        Map<Object, Fact<QuantitySum>> groups = new LinkedHashMap<>();
        records.counting(asked.asOf()).stream()
                .filter(figure -> asked.programme() == null || asked.programme().equals(figure.programme()))
                .filter(figure -> place.isEmpty()
                        || figure.place().municipalities().isEmpty()
                        || figure.place().municipalities().stream().anyMatch(place.get()::contains))
                .map(figure -> fact(question, figure, overlapping))
                .forEach(fact -> groups.merge(
                        Arrays.asList(
                                fact.period(), fact.municipalities(), fact.stated(), fact.inclusion(), fact.overlap()),
                        fact,
                        TableMakerOracleTest::together));
        return question.looksAt(Dimension.PERIOD) ? groups.values() : alike(question, groups.values());
    }

    /** Those of periods that count alike together. */
    private static Collection<Fact<QuantitySum>> alike(Question question, Collection<Fact<QuantitySum>> facts) {
        List<Fact<QuantitySum>> tallies = facts.stream()
                .filter(fact -> fact.inclusion().kind() == Inclusion.Kind.TALLY)
                .toList();
        Map<Object, Fact<QuantitySum>> groups = new LinkedHashMap<>();
        facts.forEach(fact -> groups.merge(
                Arrays.asList(
                        question.contains(fact.period()),
                        fact.period().overlaps(asked(question)),
                        fact.period().year(),
                        tallies.stream()
                                .filter(tally -> fact.inclusion().kind() == Inclusion.Kind.UNKNOWN
                                        && tally.period().overlaps(fact.period()))
                                .toList(),
                        fact.municipalities(),
                        fact.stated(),
                        fact.inclusion(),
                        fact.overlap()),
                fact,
                TableMakerOracleTest::together));
        return groups.values();
    }

    private static Period asked(Question question) {
        return new Period(
                Objects.requireNonNullElse(question.from(), LocalDate.of(1900, 1, 1)),
                Objects.requireNonNullElse(question.until(), LocalDate.of(2100, 1, 1)));
    }

    private static Fact<QuantitySum> together(Fact<QuantitySum> one, Fact<QuantitySum> other) {
        return new Fact<>(
                new PeriodSet.Union().add(one.periods()).add(other.periods()).periods(),
                one.municipalities(),
                one.stated(),
                one.inclusion(),
                one.use(),
                one.overlap(),
                one.records() + other.records(),
                one.measure().plus(other.measure()));
    }

    private static Fact<QuantitySum> fact(Question question, RecordedFigure figure, Set<UUID> overlapping) {
        Map<Dimension, Set<Object>> stated = new EnumMap<>(Dimension.class);
        Structure.REACH.stated().stream()
                .filter(question::looksAt)
                .forEach(dimension -> stated.put(dimension, values(dimension, figure.of(dimension.jsonName()))));
        Fact<QuantitySum> fact = Fact.of(1, QuantitySum.of(figure.reach()))
                .during(figure.period())
                .in(new LinkedHashSet<>(figure.place().municipalities()))
                .stating(stated)
                .included(inclusion(figure));
        return overlapping.contains(figure.id())
                ? fact.overlapping(
                        figure.id().toString(),
                        figure.overlaps().stream().map(UUID::toString).collect(Collectors.toSet()))
                : fact;
    }

    /** Those that declare an overlap, and those that others declare one with. */
    private static Set<UUID> overlapping(RecordedReach records) {
        return records.versions().stream()
                .filter(version -> !version.overlaps().isEmpty())
                .flatMap(version -> Stream.concat(Stream.of(version.id()), version.overlaps().stream()))
                .collect(Collectors.toSet());
    }

    private static Inclusion inclusion(RecordedFigure figure) {
        Inclusion.Group group = new Inclusion.Group(
                figure.programme(), figure.of("targetGroup").iterator().next(), null);
        if (figure.tally()) {
            return new Inclusion(
                    Inclusion.Kind.TALLY,
                    figure.id().toString(),
                    group,
                    figure.place().country());
        }
        if (figure.includedIn() == null || figure.includedIn().equals("UNKNOWN")) {
            return Inclusion.unknown(group);
        }
        return figure.includedIn().equals("NONE") ? Inclusion.ADDED : Inclusion.in(figure.includedIn());
    }

    // ---- As text

    private static SortedMap<String, String> texts(List<Table.Row<QuantitySum>> rows) {
        SortedMap<String, String> texts = new TreeMap<>();
        rows.forEach(row -> texts.merge(
                text(row.key()),
                row.isWithheld() ? "null" : text(row.sum().aggregate()),
                (one, other) -> one + " and, in a second row, " + other));
        return texts;
    }

    private static String text(Key key) {
        Map<String, String> texts = new TreeMap<>();
        key.values().forEach((dimension, value) -> texts.put(dimension.jsonName(), value == null ? null : text(value)));
        return texts.toString();
    }

    private static String text(Object value) {
        return value instanceof Period period ? period.code() : Dimension.text(value);
    }

    private static String text(AggregatedQuantity sum) {
        AggregatedQuantity.Observations kinds = sum.observations();
        return ReachTable.sum(
                sum.best(),
                sum.lowest(),
                sum.highest(),
                sum.approximate(),
                List.of(
                        kinds.exact(),
                        kinds.approximate(),
                        kinds.range(),
                        kinds.atLeast(),
                        kinds.vague(),
                        kinds.notMeasured()));
    }

    private static ReachTable.Note note(Note note) {
        return new ReachTable.Note(note.count(), new TreeSet<>(note.named()));
    }

    private static Dimension dimension(String name) {
        return Dimension.named(name).orElseThrow();
    }

    private static Set<Object> values(Dimension dimension, Set<String> texts) {
        return texts.stream().map(dimension::value).collect(Collectors.toSet());
    }

    private static List<String> names(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::jsonName).toList();
    }
}
