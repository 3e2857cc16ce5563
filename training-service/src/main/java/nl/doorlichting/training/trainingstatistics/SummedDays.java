package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.training.SessionSums;
import nl.doorlichting.training.SessionSums.Grain;

/**
 * Which days of a question are read from which sums: whole years where the question makes no difference between their days,
 * else months, else days. By place there are no sums of days, so these are read from the sessions.
 */
final class SummedDays {
    private static final String OF_SESSIONS = "sessions";
    private static final Period EVER = new Period(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1));
    // Sessions state no round, intervention type and intensity.
    private static final Set<Dimension> KEPT_BY_PLACE = EnumSet.of(
            Dimension.YEAR,
            Dimension.TRAINING_TYPE,
            Dimension.TARGET_GROUP,
            Dimension.PHENOMENON,
            Dimension.MUNICIPALITY,
            Dimension.PROVINCE,
            Dimension.ROUND,
            Dimension.INTERVENTION_TYPE,
            Dimension.INTENSITY);
    private static final Set<Dimension> NOT_KEPT =
            EnumSet.of(Dimension.PROFESSION, Dimension.PROJECT, Dimension.ORGANISATION);
    private static final Map<Grain, Grain> OF_GROUPS = Map.of(
            Grain.YEAR, Grain.GROUP_BY_YEAR,
            Grain.MONTH, Grain.GROUP_BY_MONTH,
            Grain.PLACE_AND_YEAR, Grain.GROUP_BY_PLACE_AND_YEAR,
            Grain.PLACE_AND_MONTH, Grain.GROUP_BY_PLACE_AND_MONTH);
    private static final List<String> MAYBE_KEPT =
            List.of("track", "action_line", "funding_instrument", "place_municipalities");

    private final Map<Grain, List<Period>> days = new EnumMap<>(Grain.class);
    private final List<Period> ofSessions = new ArrayList<>();
    private final Period asked;
    private final boolean byPlace;
    private final Collection<Period> tallies;
    private final Collection<LocalDate> ends;

    /**
     * The days of a question that sums answer.
     *
     * @param tallies periods of the tallies of the answer, which may hold the sessions of some days
     * @param ends days on which something else ends that the answer depends on
     */
    SummedDays(Question question, Collection<Period> tallies, Collection<LocalDate> ends) {
        this.asked = asked(question);
        this.byPlace = question.looksAtPlace();
        this.tallies = tallies;
        this.ends = ends;
        if (question.looksAt(Dimension.PERIOD)) {
            add(Grain.DAY, asked);
            return;
        }
        for (var first = asked.from().withDayOfYear(1); first.isBefore(asked.until()); first = first.plusYears(1)) {
            addYear(first);
        }
    }

    /** The days asked for. */
    static Period asked(Question question) {
        return new Period(
                question.from() == null ? EVER.from() : question.from(),
                question.until() == null ? EVER.until() : question.until());
    }

    /** Whether sums keep all that a question looks at. */
    static boolean answer(Question question) {
        return question.asOf() == null
                && Stream.of(Dimension.values())
                        .filter(question::looksAt)
                        .allMatch(dimension -> question.looksAtPlace()
                                ? KEPT_BY_PLACE.contains(dimension)
                                : !NOT_KEPT.contains(dimension));
    }

    /** A condition on a day that only the sessions answer; null without such days. */
    String ofSessions(String day) {
        return ofSessions.isEmpty() ? null : within(OF_SESSIONS, ofSessions, day);
    }

    /** Where days that only the sessions answer begin and end, and where something ends that the answer depends on. */
    List<LocalDate> boundsOfSessions() {
        return Stream.concat(
                        ofSessions.stream().flatMap(period -> Stream.of(period.from(), period.until())), ends.stream())
                .toList();
    }

    /**
     * The sums under the alias e, with the columns of a session.
     *
     * @param targetGroup expression over the counted group in sums g and the training type t
     * @param built whether the sums can be read
     */
    String table(String targetGroup, boolean built) {
        var all = days.keySet().stream().map(grain -> rows(grain, built)).collect(Collectors.joining(" union all "));
        return """
                (select g.*, %s as target_group, t.phenomenon, cast(null as text) as profession,
                    cast(null as uuid) as project_id, cast(null as text) as organisation_id,
                    cast(null as text) as place_country
                from (%s) g
                join training_type t on t.code = g.training_type) e
                """.formatted(targetGroup, all);
    }

    /** Whether there are sums without the type of training: there are none of single days. */
    boolean areOfWholeMonths() {
        return OF_GROUPS.keySet().containsAll(days.keySet());
    }

    /**
     * The same of held sessions, as {@code records}, without the type of training and without what sessions state of tallies.
     */
    String ofGroups(boolean built) {
        return days.keySet().stream()
                .map(grain -> ofGroups(grain, built))
                .collect(Collectors.joining(" union all ", "(", ") e"));
    }

    private String ofGroups(Grain grain, boolean built) {
        var ofGroup = OF_GROUPS.get(grain);
        var first = "s." + ofGroup.firstDay();
        return "select s.sign, s.programme, s.target_group, " + kept(ofGroup) + ", " + first + " as period_from, cast("
                + first + " + interval '" + ofGroup.length() + "' as date) as period_until, s.held as records, "
                + QuantitySql.COMPONENTS.stream().map("s."::concat).collect(Collectors.joining(", ")) + " from "
                + SessionSums.rows(ofGroup, built) + " s where " + within(name(grain), days.get(grain), first);
    }

    /** Whether sums answer anything at all. */
    boolean isEmpty() {
        return days.isEmpty();
    }

    private String rows(Grain grain, boolean built) {
        var first = "s." + grain.firstDay();
        return "select s.sign, s.programme, s.training_type, s.target_group as counted_group, s.included_in, "
                + kept(grain) + ", " + first
                + " as period_from, cast(" + first + " + interval '" + grain.length() + "' as date) as period_until, "
                + SessionSums.MEASURES.stream().map("s."::concat).collect(Collectors.joining(", ")) + " from "
                + SessionSums.rows(grain, built) + " s where " + within(name(grain), days.get(grain), first);
    }

    private static String kept(Grain grain) {
        return MAYBE_KEPT.stream()
                .map(column -> grain.keeps(column) ? "s." + column : "null as " + column)
                .collect(Collectors.joining(", "));
    }

    private void addYear(LocalDate first) {
        var year = new Period(first, first.plusYears(1));
        if (isWhole(year)) {
            add(byPlace ? Grain.PLACE_AND_YEAR : Grain.YEAR, year);
            return;
        }
        for (var day = first; day.isBefore(year.until()); day = day.plusMonths(1)) {
            addMonth(new Period(day, day.plusMonths(1)));
        }
    }

    private void addMonth(Period month) {
        if (isWhole(month)) {
            add(byPlace ? Grain.PLACE_AND_MONTH : Grain.MONTH, month);
        } else if (month.overlaps(asked)) {
            add(
                    byPlace ? null : Grain.DAY,
                    new Period(later(month.from(), asked.from()), earlier(month.until(), asked.until())));
        }
    }

    private boolean isWhole(Period unit) {
        return asked.contains(unit)
                && ends.stream().noneMatch(end -> unit.from().isBefore(end) && end.isBefore(unit.until()))
                && tallies.stream().noneMatch(tally -> tally.overlaps(unit) && isCutBy(tally, unit));
    }

    // A note names the years, months or days of sessions that share days with a tally, which then must not be the same
    // as
    // the period of the tally.
    private static boolean isCutBy(Period tally, Period unit) {
        return !tally.contains(unit) || tally.equals(unit);
    }

    private void add(Grain grain, Period more) {
        var periods = grain == null ? ofSessions : days.computeIfAbsent(grain, first -> new ArrayList<>());
        var last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
        if (last != null && last.until().equals(more.from())) {
            periods.set(periods.size() - 1, new Period(last.from(), more.until()));
            return;
        }
        periods.add(more);
    }

    /** The days in a statement of sums, which are parameters, so that questions about other days have the same text. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        days.forEach((grain, periods) -> put(name(grain), periods, parameters));
        return parameters;
    }

    /** The days in the condition on sessions. */
    Map<String, Object> parametersOfSessions() {
        var parameters = new HashMap<String, Object>();
        put(OF_SESSIONS, ofSessions, parameters);
        return parameters;
    }

    private static void put(String name, List<Period> periods, Map<String, Object> parameters) {
        for (var i = 0; i < periods.size(); i++) {
            parameters.put(name + "_from_" + i, periods.get(i).from());
            parameters.put(name + "_until_" + i, periods.get(i).until());
        }
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    private static String within(String name, List<Period> periods, String day) {
        return IntStream.range(0, periods.size())
                .mapToObj(i -> "%s >= :%s_from_%d and %s < :%s_until_%d".formatted(day, name, i, day, name, i))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
