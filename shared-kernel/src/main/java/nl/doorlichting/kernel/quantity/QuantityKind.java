package nl.doorlichting.kernel.quantity;

import nl.doorlichting.kernel.vocabulary.CodedValue;
import nl.doorlichting.kernel.vocabulary.Wording;

/** What is known about a count. Source: docs/design/figures.md#quantity. */
public enum QuantityKind implements CodedValue {
    EXACT(new Wording("exact", "exact", "Geteld.", "Counted.")),
    APPROXIMATE(new Wording(
            "bij benadering",
            "approximate",
            "Ongeveer zoveel, eventueel met een marge van de opgever zelf.",
            "About so many, with the reporter's own margin where one was given.")),
    RANGE(new Wording(
            "tussen twee grenzen",
            "range",
            "Tussen een kleinste en een grootste aantal, beide inbegrepen.",
            "Between a smallest and a largest count, both included.")),
    AT_LEAST(new Wording(
            "ten minste",
            "at least",
            "Zoveel of meer; er is geen bovengrens.",
            "So many or more; there is no upper end.")),
    VAGUE(new Wording(
            "vaag",
            "vague",
            "Een woord in plaats van een getal; wordt getoond en nooit opgeteld.",
            "A word instead of a number; shown and never added.")),
    NOT_MEASURED(new Wording(
            "niet gemeten",
            "not measured",
            "Niemand heeft het geteld; dat is iets anders dan nul.",
            "Nobody counted it; that is not the same as zero."));

    private final Wording wording;

    QuantityKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
