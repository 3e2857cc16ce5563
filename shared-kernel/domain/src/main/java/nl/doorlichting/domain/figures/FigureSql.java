package nl.doorlichting.domain.figures;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;

/**
 * Selects in native queries on PostgreSQL what records state, to group by it, and narrows them to what a question may
 * need. The columns of a table are named once, for every dimension that its structure's records state.
 */
public final class FigureSql {
    /** How many result columns {@link #inclusion} selects. */
    public static final int INCLUSION = 6;

    private static final String NOT_ASKED = "cast(null as text)";
    private static final String INCLUDED = """
            case when %1$s is not null then 'TALLY'
                 when e.included_in = 'NONE' then 'ADDED'
                 when coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN' then 'UNKNOWN'
                 else 'IN_TALLY' end,
            coalesce(%1$s, case when e.included_in not in ('NONE', 'UNKNOWN') then e.included_in end),
            case when %1$s is not null or coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN' then e.programme end,
            case when %1$s is not null or coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN' then %2$s end,
            case when %1$s is not null or coalesce(e.included_in, 'UNKNOWN') = 'UNKNOWN' then %3$s end,
            case when %1$s is not null then e.place_country end""";

    private final Structure structure;
    private final List<Dimension> stated;
    private final Map<Dimension, Column> columns;
    private final Column municipalities;

    /** How a column holds the values of a dimension. */
    private enum Holds {
        ONE("%s", "%s = any(cast(:%s as text[]))", "%s is null"),
        ID("cast(%s as text)", "%s = any(cast(:%s as uuid[]))", "%s is null"),
        ARRAY("array_to_string(%s, ',')", "%s && cast(:%s as text[])", "coalesce(cardinality(%s), 0) = 0"),
        STATED("%s", "%s = any(cast(:%s as text[]))", null),
        JOINED("%s", "string_to_array(%s, ',') && cast(:%s as text[])", "coalesce(%s, '') = ''");

        private final String text;
        private final String states;
        private final String statesNone;

        Holds(String text, String states, String statesNone) {
            this.text = text;
            this.states = states;
            this.statesNone = statesNone;
        }
    }

    /** An expression over the alias of a table, with what it holds; the last is null where it always holds something. */
    public record Column(String expression, String text, String states, String statesNone) {
        private static Column of(String expression, Holds holds) {
            return new Column(expression, holds.text.formatted(expression), holds.states, holds.statesNone);
        }

        /** One code, or null. */
        public static Column one(String expression) {
            return of(expression, Holds.ONE);
        }

        /** One code, never null: a filter needs no other condition, so that an index finds what has it. */
        public static Column stated(String expression) {
            return of(expression, Holds.STATED);
        }

        /** One id, or null. */
        public static Column id(String expression) {
            return of(expression, Holds.ID);
        }

        /** An array of codes. */
        public static Column array(String expression) {
            return of(expression, Holds.ARRAY);
        }

        /** Codes in one text, separated by commas. */
        public static Column joined(String expression) {
            return of(expression, Holds.JOINED);
        }

        /** No value: records of this table never state the dimension. */
        public static Column none() {
            return one(NOT_ASKED);
        }
    }

    /**
     * The columns of a table.
     *
     * @param municipalities the codes of a place
     * @throws IllegalArgumentException when a dimension of the structure has no column
     */
    public FigureSql(Structure structure, Map<Dimension, Column> columns, Column municipalities) {
        this.structure = structure;
        this.stated = structure.stated();
        this.columns = new EnumMap<>(columns);
        this.municipalities = municipalities;
        if (!columns.keySet().equals(Set.copyOf(stated))) {
            throw new IllegalArgumentException(structure + " has no columns for " + stated + ": " + columns.keySet());
        }
    }

    /** How many result columns {@link #select} has. */
    public int width() {
        return stated.size() + 1;
    }

    /** What records state, as the first columns to select and group by; null where the question does not look. */
    public String select(Question question) {
        return select(question, NOT_ASKED);
    }

    /** The same, with another expression for the municipalities where the question does not look at place. */
    String select(Question question, String placesNotAsked) {
        return Stream.concat(
                        stated.stream()
                                .map(dimension -> question.looksAt(dimension)
                                        ? columns.get(dimension).text()
                                        : NOT_ASKED),
                        Stream.of(question.looksAtPlace() ? municipalities.text() : placesNotAsked))
                .collect(Collectors.joining(", "));
    }

    /** The expressions that the question looks at, for a part of a statement that selects under the same alias. */
    Stream<String> looked(Question question) {
        return Stream.concat(
                stated.stream()
                        .filter(question::looksAt)
                        .map(dimension -> columns.get(dimension).expression()),
                Stream.of(municipalities.expression()).filter(place -> question.looksAtPlace()));
    }

    /** The numbers of these columns, to group by, and of so many more after them. */
    public String groups(int more) {
        return Stream.iterate(1, number -> number + 1)
                .limit(width() + (long) more)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** Records of the programme that may be asked for, or that a note counts. Days are left to the source. */
    public SqlConditions where(Question question, MunicipalityRegister register) {
        return where(question, register, new SqlConditions());
    }

    /** The same in addition to these conditions. */
    public SqlConditions where(Question question, MunicipalityRegister register, SqlConditions conditions) {
        conditions.equal("programme", question.programme());
        stated.stream().filter(question::filters).forEach(dimension -> {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            states(
                    conditions,
                    columns.get(dimension),
                    name,
                    texts(question.only().get(dimension)));
        });
        question.recordedMunicipalities(register)
                .ifPresent(codes -> states(conditions, municipalities, "municipalities", codes.toArray(String[]::new)));
        return conditions;
    }

    /** What a row of the result states; only what the question looks at. */
    public <M> Fact<M> fact(Question question, Object[] row, long records, M measure) {
        return fact(question, row, records, measure, PeriodSet.NONE, Inclusion.ADDED);
    }

    /** The same of these days and with this inclusion: each change of a fact is another copy of it, and facts are many. */
    <M> Fact<M> fact(Question question, Object[] row, long records, M measure, PeriodSet periods, Inclusion inclusion) {
        Map<Dimension, Set<Object>> values = new EnumMap<>(Dimension.class);
        for (int i = 0; i < stated.size(); i++) {
            Dimension dimension = stated.get(i);
            if (question.looksAt(dimension)) {
                values.put(dimension, codes(row[i]).map(dimension::value).collect(Collectors.toSet()));
            }
        }
        Set<String> codes = codes(row[stated.size()]).collect(Collectors.toUnmodifiableSet());
        return new Fact<>(periods, codes, values, inclusion, Fact.Use.ROWS_AND_TOTALS, null, records, measure);
    }

    /**
     * The columns of an inclusion, over the columns {@code included_in}, {@code programme} and {@code place_country} under the
     * alias e.
     *
     * @param tally expression of the id of a tally; null for what is none
     * @param targetGroup expression of the people that the record is about; null is any
     * @param trainingType expression of the type that it is about; null is any
     */
    public static String inclusion(String tally, String targetGroup, String trainingType) {
        return INCLUDED.formatted(tally, targetGroup, trainingType);
    }

    /** The inclusion in columns of a row. */
    public static Inclusion inclusion(Object[] row, int from) {
        Inclusion.Kind kind = Inclusion.Kind.valueOf((String) row[from]);
        Inclusion.Group group = kind == Inclusion.Kind.TALLY || kind == Inclusion.Kind.UNKNOWN
                ? new Inclusion.Group((String) row[from + 2], (String) row[from + 3], (String) row[from + 4])
                : null;
        return new Inclusion(kind, (String) row[from + 1], group, (String) row[from + 5]);
    }

    /** The period in two columns of a row. */
    public static Period period(Object[] row, int from) {
        return row[from] == null ? null : new Period(day(row[from]), day(row[from + 1]));
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private void states(SqlConditions conditions, Column column, String name, String... wanted) {
        String states = column.states().formatted(column.expression(), name);
        String kept = structure.isReported() && column.statesNone() != null
                ? "(" + states + " or " + column.statesNone().formatted(column.expression()) + ")"
                : states;
        conditions.where(kept, name, wanted);
    }

    private static String[] texts(Set<Object> values) {
        return values.stream()
                .filter(value -> !value.equals(Dimension.NOT_STATED))
                .map(Dimension::text)
                .toArray(String[]::new);
    }

    private static Stream<String> codes(Object column) {
        return column == null
                ? Stream.empty()
                : Arrays.stream(((String) column).split(",")).filter(code -> !code.isEmpty());
    }
}
