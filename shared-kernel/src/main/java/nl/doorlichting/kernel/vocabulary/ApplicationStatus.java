package nl.doorlichting.kernel.vocabulary;

/** Where an application stands. Source: docs/design/rules.md#applications; the articles are those of the Awb. */
public enum ApplicationStatus implements CodedValue {
    DRAFT(new Wording(
            "concept", "draft", "Nog niet ingediend; mag onvolledig zijn.", "Not yet submitted; may be incomplete.")),
    SUBMITTED(new Wording(
            "ingediend", "submitted", "Ingediend en in behandeling (4:1).", "Submitted and being handled (4:1).")),
    INCOMPLETE(new Wording(
            "onvolledig",
            "incomplete",
            "De aanvrager is gevraagd om aan te vullen; de beslistermijn staat stil (4:5, 4:15).",
            "The applicant was asked to complete it; the term to decide stands still (4:5, 4:15).")),
    ASSESSED(new Wording(
            "beoordeeld",
            "assessed",
            "Op inhoud beoordeeld; er kan worden beslist.",
            "Assessed on its merits; it can be decided on.")),
    GRANTED(new Wording("toegekend", "granted", "Verleend (4:29).", "Granted (4:29).")),
    REFUSED(new Wording(
            "afgewezen", "refused", "Geweigerd, met redenen (4:25, 4:35).", "Refused, with reasons (4:25, 4:35).")),
    NOT_CONSIDERED(new Wording(
            "niet in behandeling genomen",
            "not considered",
            "Onvolledig gebleven nadat de termijn om aan te vullen was geboden (4:5).",
            "Still incomplete after a term to complete it was offered (4:5).")),
    WITHDRAWN(new Wording("ingetrokken", "withdrawn", "Door de aanvrager ingetrokken.", "Withdrawn by the applicant."));

    private final Wording wording;

    ApplicationStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
