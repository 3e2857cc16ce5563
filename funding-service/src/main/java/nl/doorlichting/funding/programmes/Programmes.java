package nl.doorlichting.funding.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/** The programmes, for other features. */
@ApplicationScoped
public class Programmes {
    private final ProgrammeRepository programmes;

    Programmes(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    /** 409 when there is no programme with this code. */
    public void refuseUnknown(String code) {
        if (programmes.findByCode(code).isEmpty()) {
            throw ProblemException.unknownReference("/programme", Text.of("programme.unknown"));
        }
    }
}
