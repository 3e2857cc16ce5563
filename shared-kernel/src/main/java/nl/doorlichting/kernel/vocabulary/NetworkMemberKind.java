package nl.doorlichting.kernel.vocabulary;

/** Whom the members of a network are counted in. Source: policy review 25.1, lines 422, 424, 500. */
public enum NetworkMemberKind implements CodedValue {
    ORGANISATION(new Wording("organisatie", "organisation", "Leden zijn organisaties.", "Members are organisations.")),
    MUNICIPALITY(new Wording("gemeente", "municipality", "Leden zijn gemeenten.", "Members are municipalities.")),
    PROFESSIONAL(new Wording(
            "professional",
            "professional",
            "Leden zijn mensen, vanuit hun vak.",
            "Members are people, by their trade.")),
    COUNTRY(new Wording("land", "country", "Leden zijn landen.", "Members are countries."));

    private final Wording wording;

    NetworkMemberKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
