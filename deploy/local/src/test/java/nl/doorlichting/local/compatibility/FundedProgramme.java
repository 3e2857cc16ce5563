package nl.doorlichting.local.compatibility;

import nl.doorlichting.local.ApiClient;

/** A programme with money for exactly one award. */
final class FundedProgramme {
    private static final String MANAGER = "PROGRAMME_MANAGER";
    private static final String YEAR = "{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}";

    private final ApiClient caller;
    private final String programme;
    private final String amount;

    /** @param euros with two decimals */
    FundedProgramme(ApiClient caller, String programme, String euros) {
        this.caller = caller;
        this.programme = programme;
        this.amount = "{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(euros);
    }

    String amount() {
        return amount;
    }

    /** Awards all money to this organisation and returns the path of the award. */
    String award(String organisation) {
        caller.post(201, "/v1/programmes", MANAGER, """
                {"code":"%s","name":"n","period":%s}""".formatted(programme, YEAR));
        String line = caller.post(201, "/v1/budget-lines", MANAGER, """
                        {"programme":"%s","code":"root","name":"root","ceiling":true}""".formatted(programme))
                .path("id")
                .asText();
        caller.post(201, "/v1/budget-entries", MANAGER, """
                {"programme":"%s","lineId":"%s","year":2010,"kind":"BUDGETED","source":"test","amount":%s}""".formatted(programme, line, amount));
        caller.post(201, "/v1/schemes", MANAGER, """
                {"programme":"%1$s","code":"%1$s","name":"n","fundingInstrument":"SUBSIDY","budgetLineId":"%2$s",\
                "applicantKinds":["NON_PROFIT"],"source":"test"}""".formatted(programme, line));
        return "/v1/awards/"
                + caller.post(201, "/v1/awards", "GRANT_OFFICER", """
                        {"programme":"%1$s","scheme":"%1$s","number":"1","fundingInstrument":"SUBSIDY",\
                        "organisationId":"%2$s","title":"t","decidedOn":"2010-01-01","period":%3$s,"amount":%4$s}""".formatted(programme, organisation, YEAR, amount))
                        .path("id")
                        .asText();
    }
}
