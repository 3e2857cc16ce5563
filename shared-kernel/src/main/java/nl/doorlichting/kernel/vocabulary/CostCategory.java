package nl.doorlichting.kernel.vocabulary;

/** What a line of a cost breakdown pays for. */
public enum CostCategory implements CodedValue {
    PERSONNEL(new Wording(
            "personeel", "personnel", "Uren van eigen medewerkers.", "Hours of the applicant's own staff.")),
    MATERIAL(new Wording("materiaal", "material", "Materiaal en apparatuur.", "Material and equipment.")),
    EXTERNAL_SERVICES(new Wording(
            "diensten van derden",
            "external services",
            "Ingehuurde trainers, onderzoekers en bureaus.",
            "Trainers, researchers and agencies that are hired.")),
    TRAVEL_AND_VENUE(new Wording(
            "reis en locatie", "travel and venue", "Reiskosten, zaalhuur en catering.", "Travel, rooms and catering.")),
    OVERHEAD(new Wording(
            "overhead",
            "overhead",
            "Algemene kosten die aan het project worden toegerekend.",
            "General costs attributed to the project.")),
    OTHER(new Wording("overige", "other", "Kosten die in geen andere soort vallen.", "Costs of no other kind."));

    private final Wording wording;

    CostCategory(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
