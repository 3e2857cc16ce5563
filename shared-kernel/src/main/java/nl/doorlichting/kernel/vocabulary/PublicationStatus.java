package nl.doorlichting.kernel.vocabulary;

/** Whether the public may see it. Source: docs/design/roles.md#public. */
public enum PublicationStatus implements CodedValue {
    DRAFT(new Wording("concept", "draft", "Nog niet openbaar; te wijzigen.", "Not public yet; may be changed.")),
    PUBLISHED(new Wording("gepubliceerd", "published", "Openbaar in de catalogus.", "Public, in the catalogue."));

    private final Wording wording;

    PublicationStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
