package nl.doorlichting.training.trainingtallies;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/** Tallies that may count a session too. Other features call this within a transaction of theirs. */
@ApplicationScoped
public class TrainingTallies {
    private final TrainingTallyRepository tallies;

    TrainingTallies(TrainingTallyRepository tallies) {
        this.tallies = tallies;
    }

    /** What is wrong when a session of these days states no relation to tallies: it must where one may hold it. */
    public List<Violation> violationsOfNone(String programme, String trainingType, Period days) {
        return StatedInclusion.required(tallies.thatMayHold(programme, trainingType, days));
    }

    /**
     * What is wrong with the tally that a session of these days names; 409 when there is none. Until the transaction ends, no
     * other one corrects or withdraws tallies of the programme.
     *
     * @param namedBefore whether the session named it before, and may keep it after its withdrawal
     */
    public List<Violation> violations(
            UUID tally, String programme, String trainingType, Period days, boolean namedBefore) {
        tallies.waitForOthersOf(programme);
        var found = tallies.findLatest(tally).orElseThrow(() -> unknown(Text.of("training-tally.unknown")));
        if (!found.isWithdrawn()) {
            return StatedInclusion.differing(found.differences(programme, trainingType, days), found.description());
        }
        if (namedBefore) {
            return List.of();
        }
        throw unknown(Text.of("training-tally.withdrawn"));
    }

    /** 409 when a tally is named that is not there; what names none passes. */
    public void refuseUnknown(String includedIn) {
        if (includedIn != null
                && ScalarFormats.isUuid(includedIn)
                && tallies.findLatest(UUID.fromString(includedIn)).isEmpty()) {
            throw unknown(Text.of("training-tally.unknown"));
        }
    }

    private static ProblemException unknown(Text why) {
        return ProblemException.unknownReference("/includedIn", why);
    }
}
