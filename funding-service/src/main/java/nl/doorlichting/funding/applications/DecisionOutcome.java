package nl.doorlichting.funding.applications;

/** How an application can be decided; each is the application's status from then on. */
public enum DecisionOutcome {
    GRANTED(ApplicationStatus.GRANTED),
    REFUSED(ApplicationStatus.REFUSED),
    NOT_CONSIDERED(ApplicationStatus.NOT_CONSIDERED);

    private final ApplicationStatus status;

    DecisionOutcome(ApplicationStatus status) {
        this.status = status;
    }

    /** What the application is from then on. */
    public ApplicationStatus status() {
        return status;
    }
}
