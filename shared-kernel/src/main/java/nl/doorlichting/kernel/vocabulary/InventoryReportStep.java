package nl.doorlichting.kernel.vocabulary;

/** What was done to an inventory report; each step is a version of it. */
public enum InventoryReportStep implements CodedValue {
    CREATION(new Wording("aanmaak", "creation", "Het rapport is begonnen.", "The report was begun.")),
    UPDATE(new Wording(
            "wijziging",
            "update",
            "Een concept of teruggegeven rapport is gewijzigd.",
            "A draft or returned report was changed.")),
    SUBMISSION(
            new Wording("indiening", "submission", "Het is ter beoordeling voorgelegd.", "It was put to a reviewer.")),
    RETURN(new Wording(
            "teruggave", "return", "Het is met opmerkingen teruggegeven.", "It was given back with remarks.")),
    APPROVAL(new Wording(
            "vaststelling",
            "approval",
            "Het is vastgesteld; vanaf dan tellen zijn cijfers mee.",
            "It was approved; from then on its figures count.")),
    PUBLICATION(new Wording("publicatie", "publication", "Het is gepubliceerd.", "It was published.")),
    CORRECTION(new Wording(
            "correctie",
            "correction",
            "Een vastgelegd rapport is met opgaaf van reden gecorrigeerd.",
            "A locked report was corrected, with the reason."));

    private final Wording wording;

    InventoryReportStep(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
