package nl.doorlichting.kernel.vocabulary;

/** How far a training session is. Source: docs/design/rules.md#training-sessions. */
public enum TrainingSessionStatus implements CodedValue {
    PLANNED(new Wording("gepland", "planned", "Vastgelegd, en nog niet toegezegd.", "Recorded, and not promised yet.")),
    CONFIRMED(new Wording(
            "bevestigd", "confirmed", "Gaat door, voor zover nu bekend.", "Goes ahead, as far as is known now.")),
    HELD(new Wording(
            "gehouden",
            "held",
            "Heeft plaatsgevonden; vastgelegd is hoeveel mensen er waren.",
            "Took place; how many came is recorded.")),
    CANCELLED(new Wording("afgelast", "cancelled", "Gaat niet door.", "Does not go ahead."));

    private final Wording wording;

    TrainingSessionStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
