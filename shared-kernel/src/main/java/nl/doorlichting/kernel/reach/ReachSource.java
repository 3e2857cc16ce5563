package nl.doorlichting.kernel.reach;

import nl.doorlichting.kernel.vocabulary.CodedValue;
import nl.doorlichting.kernel.vocabulary.Wording;

/** Who counted. The two may have reached the same people and are never summed. Source: docs/design/figures.md#reach. */
public enum ReachSource implements CodedValue {
    INVENTORY(new Wording(
            "inventarisatie",
            "inventory",
            "Bereik dat bij projecten is opgehaald in een inventarisatieronde.",
            "Reach collected from projects in an inventory round.")),
    TRAINING(new Wording(
            "trainingen",
            "training",
            "Deelnemers aan trainingen, uit de trainingsregistratie.",
            "Participants of trainings, from the training records."));

    private final Wording wording;

    ReachSource(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
