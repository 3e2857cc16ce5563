package nl.doorlichting.funding.conditions;

/** Conditions of one kind: how many, of these fulfilled, and of the others those past their day and those that lapsed. */
record ConditionCount(boolean enforceable, long conditions, long fulfilled, long late, long lapsed) {}
