package nl.doorlichting.training.advicequestions;

/**
 * How far a question for advice is: one of these, in lists and in sums alike. Source: the terms of the knowledge centre, kept
 * in its configuration.
 */
public enum AdviceQuestionStatus {
    OPEN("e.withdrawnAt is null and e.answeredOn is null and e.dueOn >= :today"),
    OVERDUE("e.withdrawnAt is null and e.answeredOn is null and e.dueOn < :today"),
    ANSWERED("e.withdrawnAt is null and e.answeredOn is not null"),
    WITHDRAWN("e.withdrawnAt is not null");

    private final String condition;

    AdviceQuestionStatus(String condition) {
        this.condition = condition;
    }

    /** The condition of {@link AdviceQuestion#status}, for lists. */
    String condition() {
        return condition;
    }
}
