package nl.doorlichting.reporting.reachstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.Sums.SumTable;

/**
 * The sums of reach that are kept. None has projects and organisations: an index finds the few observations of a project.
 * None has places with other fields, because almost every observation is a group by itself then (see {@link PackedReach}). What changes them is in
 * reach_change, which the triggers tr_reach_observation_change and tr_inventory_report_approval write.
 */
@ApplicationScoped
class ReachSums {
    /** What figures state of tallies, by whether they name no municipality, one or several. */
    static final String BY_EXTENT = "reach_by_extent";

    /** With all that figures state of tallies, of each place. */
    static final String BY_PLACE_AND_GROUP = "reach_by_place_and_group";

    /** Of every field but places: by far the most sums. */
    static final String BY_FIELD = "reach_by_field";

    /** Which places there are. */
    static final String PLACES = "reach_place";

    /** Of target group, track and action line. */
    static final Grain BY_ACTION_LINE = new Grain("reach_by_action_line", Set.of(TARGET_GROUP, TRACK, ACTION_LINE));

    /** Of each place. */
    static final Grain BY_PLACE = new Grain("reach_by_place", Set.of(MUNICIPALITY, PROVINCE));

    /** With all that figures state of tallies, of each place. */
    static final Grain OF_PLACES = new Grain(BY_PLACE_AND_GROUP, Set.of(TARGET_GROUP, MUNICIPALITY, PROVINCE));

    /** Whose indexes begin with programme, track and, of the second, action line. */
    static final Set<String> BY_TRACK_FIRST = Set.of("reach_by_track", "reach_by_action_line");

    /** The smallest first. Those with the target group also keep what is stated of tallies. */
    static final List<Grain> GRAINS = List.of(
            new Grain("reach_by_track", Set.of(TARGET_GROUP, TRACK)),
            BY_ACTION_LINE,
            new Grain("reach_by_group", Set.of(TARGET_GROUP, TRACK, ACTION_LINE, ROUND)),
            new Grain("reach_by_kind", Set.of(TARGET_GROUP, INTENSITY, FUNDING_INSTRUMENT)),
            BY_PLACE,
            OF_PLACES,
            new Grain(
                    BY_FIELD,
                    Set.of(
                            TARGET_GROUP,
                            TRACK,
                            ACTION_LINE,
                            ROUND,
                            INTENSITY,
                            FUNDING_INSTRUMENT,
                            INTERVENTION_TYPE,
                            PHENOMENON)));

    /** Rows by municipality alone or with the target group, whatever figures state of tallies. The smallest first. */
    static final List<Grain> GRAINS_OF_ROWS = List.of(
            new Grain("reach_by_place", Set.of(MUNICIPALITY)),
            new Grain("reach_of_group_by_place", Set.of(TARGET_GROUP, MUNICIPALITY)));

    private static final String DAYS = "programme, period_from, period_until";
    private static final String GROUP = ", included_in, target_group";
    private static final String PLACE = ", place_key, place_municipalities";

    static final Sums SUMS = new Sums(
            "reach",
            "reach_entry",
            "reach_counted",
            List.of("reach_observation", "reach_change"),
            Stream.concat(Stream.of("records"), QuantitySql.COMPONENTS.stream()).toList(),
            List.of(
                    table("reach_by_track", "programme, track, period_from, period_until" + GROUP),
                    table("reach_by_action_line", "programme, track, action_line, period_from, period_until" + GROUP),
                    table("reach_by_group", DAYS + GROUP + ", track, action_line, round_id"),
                    table("reach_by_kind", DAYS + GROUP + ", intensity, funding_instrument"),
                    table("reach_by_place", DAYS + PLACE),
                    table(BY_PLACE_AND_GROUP, DAYS + GROUP + PLACE),
                    table(
                            BY_FIELD,
                            DAYS + GROUP + ", track, action_line, round_id, intensity, funding_instrument,"
                                    + " intervention_types, phenomena"),
                    table(BY_EXTENT, DAYS + GROUP + ", place_extent"),
                    table("reach_of_group_by_place", "programme, target_group, period_from, period_until" + PLACE),
                    table(PLACES, "programme" + PLACE)));

    /**
     * Whether a table has so many sums that they are added up before their periods are put together, and that what is packed is
     * read in place of them.
     */
    static boolean isOfManySums(Grain grain) {
        return grain.table().equals(BY_FIELD);
    }

    @Produces
    @Singleton
    Sums sums() {
        return SUMS;
    }

    private static SumTable table(String name, String keys) {
        return new SumTable(name, List.of(keys.split(", ")));
    }
}
