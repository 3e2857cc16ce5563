package nl.doorlichting.kernel.vocabulary;

/** What is to be done by a day. */
public enum DeadlineKind implements CodedValue {
    COMPLETION(new Wording(
            "aanvulling",
            "completion",
            "De aanvrager vult een onvolledige aanvraag aan (Awb 4:5).",
            "The applicant completes an application (Awb 4:5).")),
    DECISION(new Wording(
            "beslissing",
            "decision",
            "Op de aanvraag wordt beslist (Awb 4:13).",
            "The application is decided on (Awb 4:13).")),
    CONDITION(new Wording(
            "verplichting of voorwaarde",
            "condition",
            "Aan een verplichting of voorwaarde van een verlening wordt voldaan.",
            "A condition of an award is met.")),
    ACCOUNTABILITY(new Wording(
            "verantwoording",
            "accountability",
            "De ontvanger verantwoordt de subsidie (Awb 4:45).",
            "The grantee accounts for the subsidy (Awb 4:45).")),
    INSTALMENT(new Wording(
            "termijn",
            "instalment",
            "Een termijn van een verlening wordt betaald.",
            "An instalment of an award is paid."));

    private final Wording wording;

    DeadlineKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
