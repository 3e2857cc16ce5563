package nl.doorlichting.training;

import static nl.doorlichting.platform.caller.Role.ANALYST;
import static nl.doorlichting.platform.caller.Role.PROFESSIONAL;
import static nl.doorlichting.platform.caller.Role.PROGRAMME_MANAGER;
import static nl.doorlichting.platform.caller.Role.RESEARCHER;
import static nl.doorlichting.platform.caller.Role.REVIEWER;
import static nl.doorlichting.platform.caller.Role.TRAINER;
import static nl.doorlichting.platform.caller.Role.TRAINING_COORDINATOR;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.AccessRules;

/** The access rules of trainings, trainers, registrations and personal data. Source: docs/design/roles.md#table. */
public final class TrainingAccess implements AccessRules {
    public static final String READ_TRAININGS = "READ_TRAININGS";
    public static final String WRITE_TRAININGS = "WRITE_TRAININGS";
    /** A trainer leads the sessions that name this trainer. */
    public static final String LEAD_TRAINING_SESSIONS = "LEAD_TRAINING_SESSIONS";

    public static final String READ_TRAINING_SESSIONS = "READ_TRAINING_SESSIONS";
    /** What trainings amount to, also beside sessions: networks, meetings, learning modules, tallies. None names a person. */
    public static final String READ_TRAINING_RESULTS = "READ_TRAINING_RESULTS";

    public static final String READ_TRAINING_STATISTICS = "READ_TRAINING_STATISTICS";
    public static final String READ_TRAINERS = "READ_TRAINERS";
    public static final String READ_EVALUATIONS = "READ_EVALUATIONS";
    public static final String READ_ROLL_CALLS = "READ_ROLL_CALLS";
    public static final String WRITE_ROLL_CALLS = "WRITE_ROLL_CALLS";
    public static final String READ_REGISTRATIONS = "READ_REGISTRATIONS";
    public static final String READ_OWN_REGISTRATIONS = "READ_OWN_REGISTRATIONS";
    public static final String WRITE_REGISTRATIONS = "WRITE_REGISTRATIONS";
    /** Export and erasure of the data of another person. Any caller may do this for their own data. */
    public static final String HANDLE_PERSONAL_DATA = "HANDLE_PERSONAL_DATA";
    /** The statistics behind the reports. */
    public static final String READ_REPORTS = "READ_REPORTS";
    /** The statistics behind the reports of reach and of effects. */
    public static final String READ_RESULT_STATISTICS = "READ_RESULT_STATISTICS";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                new AccessRule(READ_TRAININGS, TRAINING_COORDINATOR),
                new AccessRule(WRITE_TRAININGS, TRAINING_COORDINATOR),
                new AccessRule(LEAD_TRAINING_SESSIONS, TRAINER),
                new AccessRule(READ_TRAINING_SESSIONS, TRAINING_COORDINATOR, TRAINER, PROFESSIONAL),
                new AccessRule(READ_TRAINING_RESULTS, TRAINING_COORDINATOR, ANALYST, PROGRAMME_MANAGER, REVIEWER),
                new AccessRule(READ_TRAINING_STATISTICS, TRAINING_COORDINATOR, ANALYST, PROGRAMME_MANAGER, REVIEWER),
                new AccessRule(READ_TRAINERS, TRAINING_COORDINATOR, TRAINER),
                new AccessRule(READ_EVALUATIONS, TRAINING_COORDINATOR, TRAINER),
                new AccessRule(READ_ROLL_CALLS, TRAINING_COORDINATOR, TRAINER),
                new AccessRule(WRITE_ROLL_CALLS, TRAINING_COORDINATOR, TRAINER),
                new AccessRule(READ_REGISTRATIONS, TRAINING_COORDINATOR, TRAINER, PROFESSIONAL),
                new AccessRule(READ_OWN_REGISTRATIONS, PROFESSIONAL),
                new AccessRule(WRITE_REGISTRATIONS, TRAINING_COORDINATOR, PROFESSIONAL),
                new AccessRule(HANDLE_PERSONAL_DATA, TRAINING_COORDINATOR),
                new AccessRule(READ_REPORTS, ANALYST, PROGRAMME_MANAGER, REVIEWER),
                new AccessRule(READ_RESULT_STATISTICS, ANALYST, PROGRAMME_MANAGER, REVIEWER, RESEARCHER));
    }
}
