package nl.doorlichting.funding.deadlines;

/** What is to be done by a day. */
public enum DeadlineKind {
    COMPLETION,
    DECISION,
    CONDITION,
    ACCOUNTABILITY,
    INSTALMENT,
    RECLAIM
}
