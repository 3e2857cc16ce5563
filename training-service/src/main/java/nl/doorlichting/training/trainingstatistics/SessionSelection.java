package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;
import static nl.doorlichting.domain.figures.Dimension.YEAR;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/**
 * A selection of sessions with its grouping. It reads the stored sums if they are fine enough, else the sessions.
 *
 * @param question whose rows are those of the groups; without rows for a total
 * @param municipalities the codes of the requested place; null when none is requested
 * @param professions the requested parts of a session
 * @param periods whether the periods are needed, because tallies may share days with them
 * @param byDay whether the sums are too coarse
 */
record SessionSelection(
        Question question,
        Types types,
        Collection<String> municipalities,
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

    /**
     * The sessions that a question asks for.
     *
     * @param tallies periods of the tallies to which they are added
     */
    static SessionSelection of(
            Question question,
            Types types,
            MunicipalityRegister register,
            Professions professions,
            List<Period> tallies) {
        return new SessionSelection(
                question,
                types,
                question.recordedMunicipalities(register).map(NativeRows::some).orElse(null),
                professions,
                !tallies.isEmpty(),
                needsDays(question, tallies));
    }

    // Sums are by whole months, or years. A tally or a question with a partial one needs the sessions.
    private static boolean needsDays(Question question, List<Period> tallies) {
        return question.filters(PROJECT)
                || !fits(question.from(), question.looksAtPlace())
                || !fits(question.until(), question.looksAtPlace())
                || question.filtersByPlace() && !tallies.isEmpty()
                || tallies.stream().anyMatch(tally -> !fits(tally.from(), false) || !fits(tally.until(), false));
    }

    /** Whether the day is the first of a month, or of a year for sums by municipality. True for null. */
    private static boolean fits(LocalDate day, boolean years) {
        return day == null || (years ? day.getDayOfYear() == 1 : day.getDayOfMonth() == 1);
    }

    /** Whether the groups are of parts of sessions, which are no records of their own. */
    boolean isOfParts() {
        return professions == Professions.EACH;
    }

    String table() {
        return byDay ? "training_session_sum" : "training_sum";
    }

    /** Training type, target group, year, municipality, the period and profession; null where not requested. */
    String columns() {
        var byType = question.isBy(TRAINING_TYPE) || question.isBy(PHENOMENON) || question.isBy(TARGET_GROUP);
        return String.join(
                ", ",
                column(byType, "e.training_type", TEXT),
                column(question.isBy(TARGET_GROUP), "e.target_group", TEXT),
                column(question.isBy(YEAR), "cast(extract(year from " + firstDay() + ") as integer)", "integer"),
                municipality(),
                period(firstDay()),
                period(byDay ? "e.session_date + 1" : "e.period_until"),
                column(isOfParts(), "e.profession", TEXT));
    }

    Filter filter() {
        var filter = conditions().where(professions.condition);
        if (question.from() != null) {
            filter.where(firstDay() + " >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            filter.where(firstDay() + " < :wanted_until", "wanted_until", question.until());
        }
        return byDay ? filterDays(filter) : filterSums(filter);
    }

    /** The filter of the same sessions, one by one. */
    Filter dayFilter() {
        return filterDays(conditions().where(professions.condition));
    }

    private Filter conditions() {
        var filter = new Filter().equal("programme", question.programme());
        if (question.filters(TRAINING_TYPE)) {
            filter.where("e.training_type in (:type)", "type", question.codes(TRAINING_TYPE));
        }
        if (question.filters(PHENOMENON)) {
            var about = types.codes(type -> question.wants(PHENOMENON, type.phenomenon()));
            filter.where("e.training_type in (:types)", "types", about);
        }
        if (question.filters(TARGET_GROUP)) {
            filter.where("(e.target_group in (:target_group) or coalesce(e.target_group, '') = ''"
                    + " and e.training_type in (:group_types))");
            filter.parameters().put("target_group", question.codes(TARGET_GROUP));
            filter.parameters()
                    .put("group_types", types.codes(type -> question.wants(TARGET_GROUP, type.targetGroup())));
        }
        return filter;
    }

    private Filter filterDays(Filter filter) {
        if (question.filters(PROJECT)) {
            filter.where(
                    "e.project_id in (:project)", "project", question.only().get(PROJECT));
        }
        return municipalities == null
                ? filter
                : filter.where("(e.municipality in (:codes) or e.municipality = '+')", "codes", municipalities);
    }

    private Filter filterSums(Filter filter) {
        if (municipalities != null) {
            return filter.where(
                    "(e.grain = 'YEAR' and e.municipality in (:codes) or e.grain = 'MONTH' and e.municipality = '+')",
                    "codes",
                    municipalities);
        }
        return filter.where(
                question.isByPlace()
                        ? "(e.grain = 'YEAR' or e.grain = 'MONTH' and e.municipality <> '*')"
                        : "e.grain = 'MONTH' and e.municipality = '*'");
    }

    private String municipality() {
        return question.isByPlace()
                ? "e.municipality"
                : column(municipalities != null, "case when e.municipality = '+' then e.municipality end", TEXT);
    }

    // The row of a municipality has no tallies, and its sums are by year.
    private String period(String day) {
        return column(periods, byDay ? day : "case when e.grain = 'MONTH' then " + day + " end", "date");
    }

    private String firstDay() {
        return byDay ? "e.session_date" : "e.period_from";
    }

    private static String column(boolean wanted, String expression, String type) {
        return wanted ? expression : "cast(null as " + type + ")";
    }
}
