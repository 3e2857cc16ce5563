package nl.doorlichting.training.personaldata;

import java.util.List;
import nl.doorlichting.training.PersonalDataKeys;

/** Seals as the service did before its key was replaced. */
public final class FormerSealing {
    private FormerSealing() {}

    public static PersonalData data() {
        return new PersonalData(KeyRing.of(List.of(PersonalDataKeys.FORMER)));
    }
}
