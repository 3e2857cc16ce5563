package nl.doorlichting.kernel.vocabulary;

/** How a condition stands today. Source: docs/design/rules.md#conditions; Awb 4:37. */
public enum ConditionStatus implements CodedValue {
    OPEN(new Wording(
            "open", "open", "Nog niet nagekomen, en nog niet te laat.", "Not fulfilled yet, and not late yet.")),
    FULFILLED(new Wording("nagekomen", "fulfilled", "Nagekomen.", "Fulfilled.")),
    OVERDUE(new Wording(
            "verlopen",
            "overdue",
            "De datum is voorbij; het Rijk kan nakoming niet afdwingen, dus dit telt alleen als dekking.",
            "The date has passed; the state cannot enforce it, so this counts as coverage only.")),
    BREACHED(new Wording(
            "geschonden",
            "breached",
            "De datum is voorbij van een verplichting die het Rijk kan afdwingen.",
            "The date has passed of a duty that the state can enforce."));

    private final Wording wording;

    ConditionStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
