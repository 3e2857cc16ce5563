package nl.doorlichting.kernel.vocabulary;

/** How far an import is. Source: our own. */
public enum ImportStatus implements CodedValue {
    UPLOADING(new Wording("ontvangen", "uploading", "Het bestand komt nog binnen.", "The file is still coming in.")),
    QUEUED(new Wording(
            "in de rij",
            "queued",
            "Het bestand is er; het wacht op verwerking.",
            "The file is there; it waits for its turn.")),
    RUNNING(new Wording(
            "bezig",
            "running",
            "De rijen worden gecontroleerd of opgeslagen.",
            "The rows are being checked or stored.")),
    COMPLETED(new Wording(
            "klaar",
            "completed",
            "Alle rijen zijn goed; opgeslagen, behalve bij een proef.",
            "All rows are right; stored, unless it was a dry run.")),
    REJECTED(new Wording(
            "geweigerd",
            "rejected",
            "Er zijn foute rijen; niets is opgeslagen.",
            "There are bad rows; nothing was stored.")),
    FAILED(new Wording(
            "mislukt",
            "failed",
            "De verwerking lukte niet; niets is opgeslagen.",
            "It could not be processed; nothing was stored."));

    private final Wording wording;

    ImportStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
