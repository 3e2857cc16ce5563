package nl.doorlichting.funding;

import nl.doorlichting.funding.budget.BudgetEntryKind;

/** A budget entry to post; {@code more} holds further fields of the JSON, each with a comma before it. */
record Entry(String programme, String lineId, int year, BudgetEntryKind kind, String amount, String more) {

    static Entry budgeted(String programme, String lineId, int year, String amount) {
        return new Entry(programme, lineId, year, BudgetEntryKind.BUDGETED, amount, "");
    }

    static Entry disbursed(String programme, String lineId, int year, String amount) {
        return new Entry(programme, lineId, year, BudgetEntryKind.DISBURSEMENT, amount, "");
    }

    static Entry committed(String programme, String lineId, int year, String amount) {
        return new Entry(programme, lineId, year, BudgetEntryKind.COMMITMENT, amount, "");
    }

    static Entry reallocated(String programme, String lineId, int year, String amount, String destination) {
        var more = ",\"destination\":\"" + destination + "\",\"reallocationReason\":\"TRANSFER\"";
        return new Entry(programme, lineId, year, BudgetEntryKind.REALLOCATION, amount, more);
    }

    Entry with(String field, String json) {
        return new Entry(programme, lineId, year, kind, amount, more + ",\"" + field + "\":" + json);
    }

    Entry correcting(String id) {
        return with("corrects", "\"" + id + "\"");
    }

    String json() {
        return """
                {"programme":"%s","lineId":"%s","year":%d,"kind":"%s","source":"test",\
                "amount":{"amount":"%s","currency":"EUR"}%s}""".formatted(programme, lineId, year, kind, amount, more);
    }
}
