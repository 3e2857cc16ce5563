package nl.doorlichting.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.Sums.SumTable;
import nl.doorlichting.platform.sums.SumsService;

/**
 * The kept sums of sessions: what they keep, and reading them with what is not added to them yet (ADR 59). Triggers
 * write their entries: tr_training_session_entry, tr_training_session_entry_changed,
 * tr_training_session_entry_withdrawn, tr_head_count_entry, tr_session_evaluation_entry and
 * tr_session_evaluation_entry_changed.
 */
@ApplicationScoped
public class SessionSums {
    /** Columns that are added. What is neither held nor cancelled is still to come, or was never held. */
    public static final List<String> MEASURES = Stream.of(
                    List.of("records", "held", "cancelled"),
                    QuantitySql.COMPONENTS,
                    List.of(
                            "codes",
                            "answers",
                            "rating_sum",
                            "rating_squares",
                            "knowledge_gained_said",
                            "knowledge_gained_yes",
                            "applicable_said",
                            "applicable_yes",
                            "shared_said",
                            "shared_yes"))
            .flatMap(List::stream)
            .toList();

    private static final String ENTRIES = "training_entry";
    private static final String FACTS = "training_fact";
    private static final Sums SUMS = new Sums(
            "training",
            ENTRIES,
            FACTS,
            List.of(ENTRIES),
            MEASURES,
            Stream.of(Grain.values()).map(Grain::table).toList());

    private final SumsService service;

    SessionSums(SumsService service) {
        this.service = service;
    }

    /** How fine sums are: of which days one is, and whether it is of one set of municipalities. */
    public enum Grain {
        YEAR("training_by_year", "year", "1 year", false),
        MONTH("training_by_month", "month", "1 month", false),
        DAY("training_by_day", "session_date", "1 day", false),
        PLACE_AND_YEAR("training_by_place_and_year", "year", "1 year", true),
        PLACE_AND_MONTH("training_by_place_and_month", "month", "1 month", true),
        /** This and those after it keep neither the type of training, nor what a session states of tallies. */
        GROUP_BY_YEAR("training_of_group_by_year", "year", "1 year", false, true),
        GROUP_BY_MONTH("training_of_group_by_month", "month", "1 month", false, true),
        GROUP_BY_PLACE_AND_YEAR("training_of_group_by_place_and_year", "year", "1 year", true, true),
        GROUP_BY_PLACE_AND_MONTH("training_of_group_by_place_and_month", "month", "1 month", true, true);

        private static final List<String> ALWAYS = List.of("programme", "training_type", "target_group", "included_in");
        private static final List<String> OF_GROUP = List.of("programme", "target_group");
        private static final List<String> BY_PLACE = List.of("place_municipalities");
        private static final List<String> ANYWHERE = List.of("track", "action_line", "funding_instrument");

        private final String name;
        private final String firstDay;
        private final String length;
        private final boolean byPlace;
        private final boolean ofGroup;

        Grain(String name, String firstDay, String length, boolean byPlace) {
            this(name, firstDay, length, byPlace, false);
        }

        Grain(String name, String firstDay, String length, boolean byPlace, boolean ofGroup) {
            this.name = name;
            this.firstDay = firstDay;
            this.length = length;
            this.byPlace = byPlace;
            this.ofGroup = ofGroup;
        }

        /** The column of the first day. */
        public String firstDay() {
            return firstDay;
        }

        /** How long its days are, as an interval. */
        public String length() {
            return length;
        }

        /** Whether it keeps a column. */
        public boolean keeps(String column) {
            return table().keys().contains(column);
        }

        SumTable table() {
            return new SumTable(
                    name,
                    Stream.of(ofGroup ? OF_GROUP : ALWAYS, List.of(firstDay), byPlace ? BY_PLACE : ANYWHERE)
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @Produces
    @Singleton
    Sums sums() {
        return SUMS;
    }

    /** Whether the sums can be read. They cannot before the first fold, nor before the first one after a restore. */
    public boolean isBuilt() {
        return service.isBuilt(SUMS);
    }

    /** The same, for a transaction that reads nothing else than sums from here on. */
    public boolean beginRead() {
        return service.beginRead(SUMS);
    }

    /**
     * A table expression with the keys and measures of a grain, in which a group may have several rows. Each has a sign: -1 for
     * what is taken away.
     *
     * @param built whether the sums can be read; if not, sessions are added up
     */
    public static String rows(Grain grain, boolean built) {
        var columns =
                Stream.concat(grain.table().keys().stream(), MEASURES.stream()).collect(Collectors.joining(", "));
        return built
                ? "(select 1 as sign, %1$s from %2$s union all select e.sign, %1$s from %3$s e where %4$s)"
                        .formatted(columns, grain.name, ENTRIES, SUMS.tail())
                : "(select 1 as sign, %s from %s)".formatted(columns, FACTS);
    }
}
