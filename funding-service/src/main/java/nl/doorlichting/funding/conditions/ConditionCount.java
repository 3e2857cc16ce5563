package nl.doorlichting.funding.conditions;

/** Conditions of one kind: how many, of these fulfilled, and of those that are not past their day. */
record ConditionCount(boolean enforceable, long conditions, long fulfilled, long late) {}
