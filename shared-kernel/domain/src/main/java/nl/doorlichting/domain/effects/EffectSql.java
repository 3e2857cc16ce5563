package nl.doorlichting.domain.effects;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * Selects in native queries on PostgreSQL what records state of an activity, to group by it. A table has the columns
 * {@code action_line, track, funding_instrument, intervention_types, place_municipalities}. A table without {@code
 * intervention_types} is wrapped in a query that adds an empty array.
 */
public final class EffectSql {
    /** How many result columns {@link #stated} and {@link #statedOfGroup} select. */
    public static final int COLUMNS = 5;

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");
    private static final String NOT_ASKED = "cast(null as text)";

    private EffectSql() {}

    /** What one record states, as the first columns to select and group by; null where the query does not look. */
    public static String stated(String alias, EffectQuery query) {
        var row = identifier(alias) + ".";
        return Stream.of(
                        asked(query.by(EffectDimension.ACTION_LINE), row + "action_line"),
                        asked(query.by(EffectDimension.TRACK), row + "track"),
                        asked(query.by(EffectDimension.FUNDING_INSTRUMENT), row + "funding_instrument"),
                        asked(query.by(EffectDimension.INTERVENTION_TYPE), joined(row + "intervention_types")),
                        asked(query.dependsOnRegister(), joined(row + "place_municipalities")))
                .collect(Collectors.joining(", "));
    }

    /** What the records of a group state together, under the columns' own names and each a list of codes in one text. */
    public static String statedTogether(String alias) {
        var row = identifier(alias) + ".";
        return Stream.of(
                        together(row + "action_line", "action_line"),
                        together(row + "track", "track"),
                        together(row + "funding_instrument", "funding_instrument"),
                        together(joined(row + "intervention_types"), "intervention_types"),
                        together(joined(row + "place_municipalities"), "place_municipalities"))
                .collect(Collectors.joining(", "));
    }

    /** As {@link #stated}, of a row that {@link #statedTogether} made. */
    public static String statedOfGroup(String alias, EffectQuery query) {
        var row = identifier(alias) + ".";
        return Stream.of(
                        asked(query.by(EffectDimension.ACTION_LINE), row + "action_line"),
                        asked(query.by(EffectDimension.TRACK), row + "track"),
                        asked(query.by(EffectDimension.FUNDING_INSTRUMENT), row + "funding_instrument"),
                        asked(query.by(EffectDimension.INTERVENTION_TYPE), row + "intervention_types"),
                        asked(query.dependsOnRegister(), row + "place_municipalities"))
                .collect(Collectors.joining(", "));
    }

    /** Records of the programme that state what is asked for. */
    public static SqlConditions filter(EffectQuery query, MunicipalityRegister register) {
        var filter = new SqlConditions()
                .equal("programme", query.programme())
                .equal("action_line", name(query.actionLine()))
                .equal("track", name(query.track()))
                .equal("funding_instrument", name(query.fundingInstrument()));
        if (query.interventionType() != null) {
            filter.where(
                    "e.intervention_types @> array[cast(:intervention_type as text)]",
                    "intervention_type",
                    name(query.interventionType()));
        }
        EffectPlaces.wanted(query, register)
                .ifPresent(codes -> filter.where(
                        "e.place_municipalities && cast(:municipalities as text[])",
                        "municipalities",
                        codes.toArray(String[]::new)));
        return filter;
    }

    /** The same of rows that {@link #statedTogether} made: groups of which any record states what is asked for. */
    public static SqlConditions filterOfGroup(EffectQuery query, MunicipalityRegister register) {
        var filter = new SqlConditions().equal("programme", query.programme());
        states(filter, "action_line", query.actionLine());
        states(filter, "track", query.track());
        states(filter, "funding_instrument", query.fundingInstrument());
        states(filter, "intervention_types", query.interventionType());
        EffectPlaces.wanted(query, register)
                .ifPresent(codes -> filter.where(
                        "string_to_array(e.place_municipalities, ',') && cast(:municipalities as text[])",
                        "municipalities",
                        codes.toArray(String[]::new)));
        return filter;
    }

    /** What the first columns of a result row say. */
    public static StatedActivity read(Object[] row) {
        return new StatedActivity(
                constants(row[0], ActionLine.class),
                constants(row[1], Track.class),
                constants(row[2], FundingInstrument.class),
                constants(row[3], InterventionType.class),
                codes(row[4]).collect(Collectors.toUnmodifiableSet()));
    }

    private static String asked(boolean asked, String expression) {
        return asked ? expression : NOT_ASKED;
    }

    private static String joined(String array) {
        return "array_to_string(" + array + ", ',')";
    }

    private static String together(String expression, String column) {
        return "string_agg(distinct " + expression + ", ',') as " + column;
    }

    private static void states(SqlConditions filter, String column, Enum<?> wanted) {
        if (wanted != null) {
            filter.where(
                    "string_to_array(e." + column + ", ',') @> array[cast(:" + column + " as text)]",
                    column,
                    wanted.name());
        }
    }

    private static <E extends Enum<E>> Set<E> constants(Object column, Class<E> type) {
        return codes(column)
                .map(code -> Enum.valueOf(type, code))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static Stream<String> codes(Object column) {
        return column == null
                ? Stream.empty()
                : Arrays.stream(((String) column).split(",")).filter(code -> !code.isEmpty());
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not an identifier: " + name);
        }
        return name;
    }
}
