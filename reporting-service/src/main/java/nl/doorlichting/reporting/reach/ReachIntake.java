package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Accepts many observations at once, by the rules of one. */
@ApplicationScoped
public class ReachIntake {
    /** Columns of {@code reach_observation}, in the order in which {@link ReachObservation} writes them. */
    public static final String COLUMNS =
            "observation_id, version, recorded_at, recorded_by, tally, reference, programme, project_id,"
                    + " organisation_id, round_id, report_id, track, action_line, funding_instrument, period_from,"
                    + " period_until, target_group, quantity_kind, quantity_value, quantity_plus_minus, quantity_minimum,"
                    + " quantity_maximum, quantity_text, place_scope, place_municipalities, place_sub_area, place_country,"
                    + " intensity, method, overlaps_with, included_in, source, note, intervention_types, phenomena,"
                    + " inherited";

    /** The columns of a checked row: before those, the municipalities in the order that the key of a figure has them. */
    public static final String STAGED_COLUMNS = "key_municipalities, " + COLUMNS;

    private final ReachChecks checks;
    private final ReachObservationRepository observations;

    ReachIntake(ReachChecks checks, ReachObservationRepository observations) {
        this.checks = checks;
        this.observations = observations;
    }

    /** Checks that look up each reference once; for one transaction. */
    public ReachIntakeChecks open() {
        return new ReachIntakeChecks(checks);
    }

    /** 409 when figures can no longer be added to the report. */
    public void refuseUnlessOpen(UUID reportId) {
        checks.refuseUnlessOpen(reportId);
    }

    /** Until this transaction ends, no other records figures of the programme without a project. */
    public void waitForOthersWithoutProject(String programme) {
        observations.waitForOthersWithoutProject(programme);
    }

    /** Marks the figures of statistics as changed; the last call for all observations together. */
    public void changed() {
        observations.changed();
    }
}
