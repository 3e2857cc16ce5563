package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.keyed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, decided, paid, taken back or described anew, lists asOf each moment are what was answered then. */
@FundingServiceTest
class GrantHistoryPropertyTest {
    private static final int STEPS = 60;
    private static final String PLACE = ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]}";

    private final List<String> applications = new ArrayList<>();
    private final List<String> awards = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private final TreeSet<String> done = new TreeSet<>();
    private int accepted;
    private Random random;
    private String programme;
    private String scheme;
    private String applicant;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void listsOfEarlierMomentsAreWhatWasAnsweredThen(long seed) {
        random = new Random(seed);
        programme = Api.programme();
        Grants.organisations();
        scheme = ApplicationRequests.scheme(programme, "");
        applicant = Api.organisation(OrganisationKind.NON_PROFIT);
        var answers = new LinkedHashMap<Instant, Map<String, Object>>();
        for (int step = 0; step < STEPS; step++) {
            if (step == STEPS / 3) {
                claim();
            }
            var before = accepted;
            for (int tries = 0; tries < 10 && accepted == before; tries++) {
                step(step);
            }
            answers.put(Instant.now(), answers());
        }
        assertTrue(done.size() >= 12, () -> "little was done: " + done);
        answers.forEach((moment, then) -> then.forEach((path, answer) ->
                assertEquals(answer, answer(path, moment), () -> seed + " at " + moment + ": " + path)));
    }

    /** What is answered now, by the path that it answers. */
    private Map<String, Object> answers() {
        var paths = new ArrayList<String>();
        for (var list : List.of(
                "applications?sort=-requestedAmount",
                "applications?status=SUBMITTED,ASSESSED",
                "applications?q=t1",
                "awards?sort=-amount",
                "awards?status=AMENDED,SETTLED,REVOKED,WITHDRAWN",
                "awards?municipality=GM0988&track=LOCAL",
                "awards?q=renamed",
                "awards/csv?track=LOCAL",
                "disbursements?sort=dueOn",
                "disbursements?status=RESERVED",
                "conditions?sort=dueOn",
                "conditions?status=OPEN,LAPSED",
                "conditions/csv?sort=-dueOn",
                "condition-coverage?fundingInstrument=SUBSIDY",
                "reclaims?sort=-amount",
                "reclaims?outstanding=true",
                "reclaims/csv?outstanding=false")) {
            paths.add("/v1/" + list + "&programme=" + programme);
        }
        awards.stream().limit(1).forEach(award -> {
            for (var part : List.of("", "/conditions", "/disbursements", "/reclaims")) {
                paths.add(award + part);
            }
        });
        paths.addAll(claims);
        var answers = new LinkedHashMap<String, Object>();
        paths.forEach(path -> answers.put(path, answer(path, null)));
        return answers;
    }

    /** Now if the moment is null. */
    private static Object answer(String path, Instant moment) {
        var query = moment == null ? "" : (path.contains("?") ? "&" : "?") + "asOf=" + moment;
        var response = officer().get(path + query).then().statusCode(200).extract();
        if (path.contains("/csv")) {
            return response.asString();
        }
        List<Map<String, Object>> items = response.path("items");
        var records = items == null ? List.of(response.<Map<String, Object>>path("")) : items;
        // With a record of the past nothing can be done, and drafts have none.
        records.forEach(record -> record.remove("allowedActions"));
        return records.stream()
                .filter(record -> !"DRAFT".equals(record.get("status")))
                .toList();
    }

    private void step(int step) {
        switch (random.nextInt(9)) {
            case 0 -> apply(step);
            case 1, 2 -> withOne(applications, this::handle);
            case 3 -> award();
            case 4, 5 -> withOne(awards, this::decide);
            case 6 -> withOne(awards, this::pay);
            case 7 -> withOne(payments, this::end);
            default -> detail(step);
        }
    }

    private void apply(int step) {
        var json = ApplicationRequests.whole(scheme).replace("Weerbare wijk", "t" + step);
        applications.add(ApplicationRequests.draft(applicant, json));
        if (random.nextInt(4) > 0) {
            note("submission", ApplicationRequests.submit(applicant, last(applications)));
        }
    }

    private void handle(String id) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                note(
                        "completion-request",
                        ApplicationRequests.step(
                                id,
                                "completion-request",
                                "{\"deadline\":\"%s\",\"missing\":\"m\"}"
                                        .formatted(LocalDate.now().plusDays(30))));
            case 3, 4, 5 ->
                note("change", ApplicationRequests.change(applicant, id, """
                        {"title":"t1","costs":[{"category":"MATERIAL","amount":%s},{"category":"PERSONNEL","amount":%s}]}""".formatted(
                                euro("400.00"), euro("600.00"))));
            case 6, 7 -> note("submission", ApplicationRequests.submit(applicant, id));
            case 8, 9 -> note("assessment", ApplicationRequests.step(id, "assessment", ApplicationRequests.ASSESSMENT));
            case 10, 11 ->
                note(
                        "second-assessment",
                        ApplicationRequests.step(
                                id, "assessment", ApplicationRequests.corrected(ApplicationRequests.ASSESSMENT)));
            case 12, 13, 14 ->
                note(
                        "decision",
                        ApplicationRequests.step(
                                id,
                                "decision",
                                random.nextInt(3) == 0
                                        ? ApplicationRequests.decline("REFUSED")
                                        : ApplicationRequests.grant("600.00")));
            default ->
                note(
                        "application-withdrawal",
                        grantee(applicant).body("{}").post("/v1/applications/" + id + "/withdrawal"));
        }
    }

    private void award() {
        var subsidy = random.nextInt(3) > 0;
        awards.add("/v1/awards/"
                + Grants.award(
                        programme,
                        "n" + awards.size(),
                        subsidy ? "SUBSIDY" : "DECENTRALISATION_GRANT",
                        "100.00",
                        PLACE + (random.nextBoolean() ? plan("40.00", "60.00") : "")));
    }

    private static String plan(String... parts) {
        var json = new ArrayList<String>();
        for (var part : parts) {
            json.add("{\"due\":\"2010-06-0%d\",\"amount\":%s}".formatted(json.size() + 1, euro(part)));
        }
        return ",\"instalments\":[" + String.join(",", json) + "]";
    }

    private void decide(String award) {
        var id = award.substring("/v1/awards/".length());
        switch (random.nextInt(14)) {
            case 0, 1 -> note("amendment", Grants.amend(id, ",\"amount\":" + euro("120.00") + plan("70.00", "50.00")));
            case 2, 3 -> note("amendment-of-plan", Grants.amend(id, plan(random.nextBoolean() ? "100.00" : "60.00")));
            case 4 -> note("accountability", Grants.account(id));
            case 5, 6 -> note("settlement", Grants.settle(id, "30.00", true));
            case 7 -> note("revocation", Grants.revoke(id));
            case 8 -> note("withdrawal", decision(award, "withdrawal", ""));
            case 9, 10 ->
                note("replacement", decision(award, "replacement", ",\"amount\":" + euro("90.00") + plan("90.00")));
            default ->
                note(
                        "description",
                        change(
                                award,
                                "{\"title\":\"renamed %d\",\"track\":\"%s\"}"
                                        .formatted(random.nextInt(9), random.nextBoolean() ? "LOCAL" : "NATIONAL")));
        }
    }

    private static Response decision(String award, String kind, String more) {
        return Grants.officer(Grants.DECIDER)
                .body("{\"reasons\":\"r\"" + more + "}")
                .post(award + "/" + kind);
    }

    private void pay(String award) {
        var amount = random.nextBoolean() ? "40.00" : "60.00";
        var part = random.nextBoolean() ? ",\"instalment\":" + (random.nextInt(2) + 1) : "";
        var made = Grants.disburse(award.substring("/v1/awards/".length()), amount, part);
        if (note("payment" + (part.isEmpty() ? "" : "-of-part"), made)) {
            payments.add(made.path("id"));
        }
    }

    private void end(String payment) {
        if (random.nextInt(4) > 0) {
            note("release", Grants.release(payment));
            return;
        }
        note("cancellation", Grants.cancel(payment));
    }

    /** A claim that is there to be corrected and paid back, whatever else happens. */
    private void claim() {
        var award = Grants.award(programme, "claimed", "SUBSIDY", "100.00", PLACE);
        awards.add("/v1/awards/" + award);
        Grants.paid(award, "100.00");
        Grants.settle(award, "20.00", true).then().statusCode(200);
        for (var amount : List.of("30.00", "20.00")) {
            var made = Grants.reclaim(award, amount);
            claims.add(made.then().statusCode(201).extract().header("Location"));
        }
    }

    private void detail(int step) {
        switch (random.nextInt(3)) {
            case 0 ->
                withOne(awards, award -> {
                    var made = officer()
                            .body("{\"text\":\"c%d\",\"enforceable\":false,\"dueOn\":\"2010-0%d-01\"}"
                                    .formatted(step, random.nextInt(6) + 3))
                            .post(award + "/conditions");
                    if (note("condition", made)) {
                        conditions.add(made.header("Location"));
                    }
                });
            case 1 ->
                withOne(
                        conditions,
                        condition -> note(
                                "fulfilment",
                                change(
                                        condition,
                                        random.nextBoolean()
                                                ? "{\"fulfilledOn\":\"2010-08-01\",\"evidence\":\"e\"}"
                                                : "{\"text\":\"c" + step + " anew\",\"dueOn\":null}")));
            default -> withOne(claims, this::recover);
        }
    }

    private void recover(String claim) {
        switch (random.nextInt(4)) {
            case 0 ->
                note("claim-correction", change(claim, "{\"amount\":" + euro("25.00") + ",\"reasons\":\"other\"}"));
            case 1 -> note("receipt", Grants.receipt(claim, "5.00", ""));
            case 2 -> {
                String receipt = officer().get(claim).path("receipts.find { it.corrects == null }?.id");
                if (receipt != null) {
                    note("receipt-correction", Grants.correctReceipt(claim, receipt, random.nextInt(1, 9) + ".00"));
                }
            }
            default ->
                note(
                        "claim-cancellation",
                        keyed(Grants.officer(Grants.DECIDER))
                                .body("{\"reason\":\"r\"}")
                                .post(claim + "/cancellation"));
        }
    }

    private static Response change(String record, String json) {
        return changing(officer(), officer().get(record).header("ETag"))
                .body(json)
                .patch(record);
    }

    /** Whether it was done. What was refused changed nothing. */
    private boolean note(String what, Response response) {
        var isDone = response.statusCode() < 300;
        assertTrue(response.statusCode() < 500, () -> what + ": " + response.asString());
        if (isDone) {
            done.add(what);
            accepted++;
        }
        return isDone;
    }

    private void withOne(List<String> records, Consumer<String> act) {
        if (!records.isEmpty()) {
            act.accept(records.get(random.nextInt(records.size())));
        }
    }

    private static String last(List<String> records) {
        return records.get(records.size() - 1);
    }
}
