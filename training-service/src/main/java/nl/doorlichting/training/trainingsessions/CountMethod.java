package nl.doorlichting.training.trainingsessions;

/** How it is known how many came; a session has one of the two. */
enum CountMethod {
    HEAD_COUNT,
    ROLL_CALL
}
