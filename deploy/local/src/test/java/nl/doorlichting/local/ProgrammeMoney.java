package nl.doorlichting.local;

/** A programme of its own with money for exactly one award. */
final class ProgrammeMoney {
    private static final String MANAGER = "PROGRAMME_MANAGER";
    private static final String YEAR = "{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}";

    private final Caller caller;
    private final String programme;
    private final String amount;

    /** @param euros with two decimals */
    ProgrammeMoney(Caller caller, String programme, String euros) {
        this.caller = caller;
        this.programme = programme;
        this.amount = "{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(euros);
    }

    String amount() {
        return amount;
    }

    /** The path of an award to this organisation of all that there is. */
    String award(String organisation) {
        caller.post(201, "/v1/programmes", MANAGER, """
                {"code":"%s","name":"n","period":%s}""".formatted(programme, YEAR));
        String line = caller.post(201, "/v1/budget-lines", MANAGER, """
                        {"programme":"%s","code":"root","name":"root","ceiling":true}""".formatted(programme))
                .path("id")
                .asText();
        caller.post(201, "/v1/budget-entries", MANAGER, """
                {"programme":"%s","lineId":"%s","year":2010,"kind":"BUDGETED","source":"test","amount":%s}""".formatted(programme, line, amount));
        return "/v1/awards/"
                + caller.post(201, "/v1/awards", "GRANT_OFFICER", """
                        {"programme":"%s","number":"1","fundingInstrument":"SUBSIDY","organisationId":"%s","title":"t",\
                        "decidedOn":"2010-01-01","period":%s,"budgetLineId":"%s","amount":%s}""".formatted(
                                        programme, organisation, YEAR, line, amount))
                        .path("id")
                        .asText();
    }
}
