package nl.doorlichting.funding.applications;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done with an application in its state. Source: docs/design/rules.md#applications; ADR 12 names the
 * article of the Awb behind each step.
 *
 * @param status where it stands
 * @param handling null for a draft, and for one that was withdrawn as a draft
 * @param today the day in the Netherlands
 * @param open whether its scheme takes applications today; true while it names none
 * @param ranked whether an application of its scheme was decided by its rank among the scores, so that scores stay
 */
record ApplicationTransitions(
        ApplicationStatus status, ApplicationHandling handling, LocalDate today, boolean open, boolean ranked) {

    Set<Transition> allowed() {
        return switch (status) {
            case DRAFT ->
                open
                        ? EnumSet.of(Transition.UPDATE, Transition.SUBMISSION, Transition.WITHDRAWAL)
                        : EnumSet.of(Transition.UPDATE, Transition.WITHDRAWAL);
            case SUBMITTED ->
                withDecision(EnumSet.of(
                        Transition.WITHDRAWAL,
                        Transition.ASSIGNMENT,
                        Transition.COMPLETION_REQUEST,
                        Transition.ASSESSMENT));
            case INCOMPLETE -> incomplete();
            case ASSESSED ->
                withDecision(
                        ranked
                                ? EnumSet.of(Transition.WITHDRAWAL, Transition.ASSIGNMENT)
                                : EnumSet.of(Transition.WITHDRAWAL, Transition.ASSIGNMENT, Transition.ASSESSMENT));
            case GRANTED, REFUSED, NOT_CONSIDERED, WITHDRAWN -> EnumSet.noneOf(Transition.class);
        };
    }

    /** Whether a submission is answered with what is wrong with the application, a closed scheme included. */
    boolean canBeChecked() {
        return status == ApplicationStatus.DRAFT || allowed().contains(Transition.SUBMISSION);
    }

    // Also after its term: a late answer may still be accepted (4:5 has "may", not "must").
    private Set<Transition> incomplete() {
        var allowed =
                EnumSet.of(Transition.UPDATE, Transition.SUBMISSION, Transition.WITHDRAWAL, Transition.ASSIGNMENT);
        if (handling.completionExpired(today)) {
            allowed.add(Transition.ASSESSMENT);
        }
        return withDecision(allowed);
    }

    private Set<Transition> withDecision(Set<Transition> allowed) {
        if (!outcomes().isEmpty()) {
            allowed.add(Transition.DECISION);
        }
        return allowed;
    }

    /** Whether its scores stay although it is not decided: another order would come after a decision that followed this one. */
    boolean keepsScores() {
        return status == ApplicationStatus.ASSESSED && ranked;
    }

    /** How it can be decided today. */
    Set<DecisionRequest.Outcome> outcomes() {
        var outcomes = EnumSet.noneOf(DecisionRequest.Outcome.class);
        if (status == ApplicationStatus.ASSESSED) {
            outcomes.add(DecisionRequest.Outcome.GRANTED);
            outcomes.add(DecisionRequest.Outcome.REFUSED);
        }
        if (isOpen() && handling.mayBeLeftUnconsidered(today)) {
            outcomes.add(DecisionRequest.Outcome.NOT_CONSIDERED);
        }
        return outcomes;
    }

    /** Whether its applicant can add documents: until it is decided or withdrawn. */
    boolean takesDocuments() {
        return status == ApplicationStatus.DRAFT || isOpen();
    }

    private boolean isOpen() {
        return status == ApplicationStatus.SUBMITTED
                || status == ApplicationStatus.INCOMPLETE
                || status == ApplicationStatus.ASSESSED;
    }
}
