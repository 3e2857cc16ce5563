package nl.doorlichting.kernel.vocabulary;

/** What kind of thing the public catalogue shows. Source: docs/design/roles.md#public. */
public enum CatalogueKind implements CodedValue {
    PROJECT(new Wording(
            "project", "project", "Een project met een gepubliceerd verslag.", "A project with a published report.")),
    LESSON(new Wording("les", "lesson", "Een les of goed voorbeeld.", "A lesson or good practice.")),
    PRODUCT(new Wording("product", "product", "Iets dat gemaakt is om te gebruiken.", "Something made to be used."));

    private final Wording wording;

    CatalogueKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
