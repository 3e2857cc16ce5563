package nl.doorlichting.training.personaldata;

import java.util.List;
import nl.doorlichting.training.PersonalDataKeys;

/** Personal data sealed with the former key. */
public final class FormerSealing {
    private FormerSealing() {}

    public static PersonalData data() {
        return new PersonalData(KeyRing.of(List.of(PersonalDataKeys.FORMER)));
    }
}
