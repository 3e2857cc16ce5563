package nl.doorlichting.domain.place;

import java.util.regex.Pattern;

/** The questions of {@link Place} as SQL over the columns of {@link PlaceColumns}, for native queries on PostgreSQL. */
public final class PlaceSql {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]*");

    private PlaceSql() {}

    /** An expression: the code when one is named, else null; as {@link Place#singleMunicipality}. */
    public static String singleMunicipality(String alias) {
        String column = column(alias);
        return "case when cardinality(" + column + ") = 1 then " + column + "[1] end";
    }

    /** A condition, never null: more than one is named; as {@link Place#severalMunicipalities}. */
    public static String severalMunicipalities(String alias) {
        return "coalesce(cardinality(" + column(alias) + "), 0) > 1";
    }

    private static String column(String alias) {
        if (!IDENTIFIER.matcher(alias).matches()) {
            throw new IllegalArgumentException("not an identifier: " + alias);
        }
        return alias + ".place_municipalities";
    }
}
