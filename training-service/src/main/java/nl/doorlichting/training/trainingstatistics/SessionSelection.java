package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.platform.lists.Filter;

/**
 * A selection of sessions with its grouping. It reads the stored sums if they are fine enough, else the sessions.
 *
 * @param keys makes the keys of rows; without dimensions for a total
 * @param place whether the sums by municipality are needed
 * @param professions the requested parts of a session
 * @param periods whether the periods are needed, because tallies may share days with them
 * @param byDay whether the sums are too coarse
 */
record SessionSelection(
        TrainingQuery query,
        TrainingKeyFactory keys,
        boolean place,
        Professions professions,
        boolean periods,
        boolean byDay) {
    private static final String TEXT = "text";

    /** Parts of a session. */
    enum Professions {
        /** Every session, over all professions. */
        ANY("e.profession = '*'"),
        /** Sessions with a roll call. */
        ROLL_CALLS("e.profession = '+'"),
        /** Every profession separately. */
        EACH("e.profession not in ('*', '+')");

        private final String condition;

        Professions(String condition) {
            this.condition = condition;
        }
    }

    String table() {
        return byDay ? "training_session_sum" : "training_sum";
    }

    /** Training type, target group, year, municipality, the period and profession; null where not requested. */
    String columns() {
        var byType = by(TrainingDimension.TRAINING_TYPE)
                || by(TrainingDimension.PHENOMENON)
                || by(TrainingDimension.TARGET_GROUP);
        return String.join(
                ", ",
                column(byType, "e.training_type", TEXT),
                column(by(TrainingDimension.TARGET_GROUP), "e.target_group", TEXT),
                column(by(TrainingDimension.YEAR), "cast(extract(year from " + firstDay() + ") as integer)", "integer"),
                municipality(),
                period(firstDay()),
                period(byDay ? "e.session_date + 1" : "e.period_until"),
                column(professions == Professions.EACH, "e.profession", TEXT));
    }

    Filter filter() {
        var filter = conditions().where(professions.condition);
        if (query.from() != null) {
            filter.where(firstDay() + " >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where(firstDay() + " < :wanted_until", "wanted_until", query.until());
        }
        return byDay ? filterDays(filter) : filterSums(filter);
    }

    /** The filter of the same sessions, one by one. */
    Filter dayFilter() {
        return filterDays(conditions().where(professions.condition));
    }

    private Filter conditions() {
        var filter = new Filter().equal("programme", query.programme()).equal("training_type", query.trainingType());
        if (query.phenomenon() != null) {
            var types = keys.types().codes(type -> type.phenomenon() == query.phenomenon());
            filter.where("e.training_type in (:types)", "types", NativeRows.some(types));
        }
        if (query.targetGroup() != null) {
            var group = query.targetGroup().name();
            var types = keys.types().codes(type -> type.targetGroup() == query.targetGroup());
            filter.where("(e.target_group = :target_group or coalesce(e.target_group, '') = ''"
                    + " and e.training_type in (:group_types))");
            filter.parameters().put("target_group", group);
            filter.parameters().put("group_types", NativeRows.some(types));
        }
        return filter;
    }

    private Filter filterDays(Filter filter) {
        filter.equal("project_id", query.projectId());
        return query.filtersByPlace()
                ? filter.where(
                        "(e.municipality in (:codes) or e.municipality = '+')",
                        "codes",
                        NativeRows.some(keys.codes(query)))
                : filter;
    }

    private Filter filterSums(Filter filter) {
        if (query.filtersByPlace()) {
            return filter.where(
                    "(e.grain = 'YEAR' and e.municipality in (:codes) or e.grain = 'MONTH' and e.municipality = '+')",
                    "codes",
                    NativeRows.some(keys.codes(query)));
        }
        return filter.where(
                place
                        ? "(e.grain = 'YEAR' or e.grain = 'MONTH' and e.municipality <> '*')"
                        : "e.grain = 'MONTH' and e.municipality = '*'");
    }

    private String municipality() {
        return place
                ? "e.municipality"
                : column(query.filtersByPlace(), "case when e.municipality = '+' then e.municipality end", TEXT);
    }

    // The row of a municipality has no tallies, and its sums are by year.
    private String period(String day) {
        return column(periods, byDay ? day : "case when e.grain = 'MONTH' then " + day + " end", "date");
    }

    private String firstDay() {
        return byDay ? "e.session_date" : "e.period_from";
    }

    private boolean by(TrainingDimension dimension) {
        return keys.by().contains(dimension);
    }

    private static String column(boolean wanted, String expression, String type) {
        return wanted ? expression : "cast(null as " + type + ")";
    }

    /** Whether the day is the first of a month, or of a year for sums by municipality. True for null. */
    static boolean fits(LocalDate day, boolean years) {
        return day == null || (years ? day.getDayOfYear() == 1 : day.getDayOfMonth() == 1);
    }
}
