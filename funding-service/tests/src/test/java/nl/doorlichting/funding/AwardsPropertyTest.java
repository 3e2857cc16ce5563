package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.doorlichting.funding.GrantModel.Grant;
import nl.doorlichting.funding.GrantModel.Payment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is decided, paid, taken back and moved, in whatever order: what is accepted is what a plain book would
 * accept, and after each step no award and no ceiling is overspent and the report is the sum of the entries, to the
 * cent.
 */
@FundingServiceTest
class AwardsPropertyTest {
    private static final int STEPS = 45;
    private static final int YEAR = 2010;

    @Inject
    DataSource database;

    private final GrantModel model = new GrantModel();
    /** A payment whose entry can be taken back by hand. */
    private record Released(Grant grant, Payment payment) {}

    private final List<Released> released = new ArrayList<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private Random random;
    private String programme;
    private String root;
    private String line;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void neverOverspendsOverRandomSteps(long seed) {
        random = new Random(seed);
        programme = programme();
        Grants.organisations();
        root = line(programme, "root", null, true);
        line = line(programme, "line", root, false);
        budget(BigDecimal.valueOf(600));
        for (int step = 0; step < STEPS; step++) {
            step();
            check();
        }
        assertTrue(accepted.size() >= 5, () -> "little was tried: " + accepted);
    }

    private void step() {
        switch (random.nextInt(15)) {
            case 0 -> budget(cents(20_000));
            case 1 -> reallocate(cents(30_000));
            case 2, 3 -> award(cents(30_000), random.nextInt(4) > 0);
            case 4, 5, 6 -> withGrant(grant -> pay(grant, cents(15_000)));
            case 7 -> withPayment(this::release);
            case 8 -> withPayment(this::cancel);
            case 9 ->
                withGrant(grant ->
                        settle(grant, grant.amount.subtract(cents(8_000)).abs()));
            case 10 -> withGrant(grant -> amendOrRevoke(grant, cents(30_000)));
            case 11 -> correctOrReclaim();
            case 12 -> withGrant(this::receive);
            case 13 -> withGrant(this::correctReceipt);
            default -> withGrant(this::withdraw);
        }
    }

    private void budget(BigDecimal amount) {
        Api.book(Entry.budgeted(programme, root, YEAR, amount.toPlainString()));
        model.budgeted = model.budgeted.add(amount);
    }

    private void reallocate(BigDecimal amount) {
        var moved = Api.post(Entry.reallocated(programme, root, YEAR, amount.toPlainString(), "elsewhere"));
        if (expect("reallocation", 201, model.admitsReallocation(amount), moved)) {
            model.reallocated = model.reallocated.add(amount);
        }
    }

    private void award(BigDecimal amount, boolean subsidy) {
        var instrument = subsidy ? "SUBSIDY" : "DECENTRALISATION_GRANT";
        var number = "n" + random.nextLong();
        var made = Grants.postAward(
                Grants.json(programme, number, instrument, amount.toPlainString(), Grants.charged(line)));
        if (expect("award", 201, model.admitsPromise(amount), made)) {
            model.grants.add(new Grant(made.path("id"), subsidy, amount));
            model.committed = model.committed.add(amount);
        }
    }

    private void pay(Grant grant, BigDecimal amount) {
        var made = Grants.disburse(grant.id, amount.toPlainString());
        if (expect("payment", 201, model.admitsPayment(grant, amount), made)) {
            model.reserve(grant, new Payment(made.path("id"), amount));
        }
    }

    private void release(Grant grant, Payment payment) {
        var done = Grants.release(payment.id());
        expect("release", 200, true, done);
        model.release(grant, payment);
        released.add(new Released(grant, new Payment(done.path("entryId"), payment.amount())));
    }

    private void cancel(Grant grant, Payment payment) {
        expect("cancellation", 200, true, Grants.cancel(payment.id()));
        model.cancel(grant, payment);
    }

    private void settle(Grant grant, BigDecimal amount) {
        var done = Grants.settle(grant.id, amount.toPlainString(), true);
        var refused = grant.subsidy && grant.isOpen() && amount.compareTo(grant.amount) > 0 ? 400 : 409;
        if (expect("settlement", 200, refused, model.admitsSettlement(grant, amount), done)) {
            model.entitle(grant, "SETTLED", amount);
        }
    }

    private void amendOrRevoke(Grant grant, BigDecimal amount) {
        if (random.nextInt(3) == 0) {
            if (expect("revocation", 200, model.admitsRevocation(grant), Grants.revoke(grant.id))) {
                model.entitle(grant, "REVOKED", BigDecimal.ZERO);
            }
            return;
        }
        var done = Grants.amend(grant.id, ",\"amount\":" + Grants.euro(amount.toPlainString()));
        var refused = grant.subsidy && grant.isOpen() && amount.compareTo(grant.taken()) < 0 ? 400 : 409;
        if (expect("amendment", 200, refused, model.admitsAmendment(grant, amount), done)) {
            model.entitle(grant, amount.compareTo(grant.amount) == 0 ? grant.status : "AMENDED", amount);
        }
    }

    private void correctOrReclaim() {
        if (!released.isEmpty() && random.nextBoolean()) {
            var taken = released.remove(random.nextInt(released.size()));
            var payment = taken.payment();
            var correction = Api.book(Entry.disbursed(
                            programme, line, YEAR, payment.amount().negate().toPlainString())
                    .correcting(payment.id()));
            taken.grant().booked = taken.grant().booked.subtract(payment.amount());
            taken.grant().corrections.put(correction, payment.amount());
            model.disbursed = model.disbursed.subtract(payment.amount());
            accepted.merge("correction", 1, Integer::sum);
            return;
        }
        withGrant(grant -> {
            var amount = cents(5_000);
            var done = Grants.reclaim(grant.id, amount.toPlainString());
            if (expect("reclaim", 201, model.admitsReclaim(grant, amount), done)) {
                grant.reclaimed = grant.reclaimed.add(amount);
                grant.claims.put(done.header("Location"), amount);
            }
        });
    }

    private void receive(Grant grant) {
        if (grant.claims.isEmpty()) {
            return;
        }
        var claim = grant.claims.keySet().stream().sorted().findFirst().orElseThrow();
        var amount = cents(4_000);
        var outstanding = amount.compareTo(grant.claims.get(claim)) <= 0;
        if (!grant.corrections.isEmpty() && random.nextBoolean()) {
            var correction =
                    grant.corrections.keySet().stream().sorted().findFirst().orElseThrow();
            var admitted = outstanding && amount.compareTo(grant.corrections.get(correction)) <= 0;
            var done = receipt(claim, amount, ",\"correctionId\":\"" + correction + "\"");
            if (expect("receipt of correction", 200, admitted, done)) {
                grant.recovered = grant.recovered.add(amount);
                grant.claims.merge(claim, amount.negate(), BigDecimal::add);
                grant.corrections.merge(correction, amount.negate(), BigDecimal::add);
            }
            return;
        }
        var admitted = outstanding && amount.compareTo(grant.booked) <= 0;
        var done = receipt(claim, amount, "");
        if (expect("receipt", 200, admitted, done)) {
            model.receive(grant, claim, amount);
            grant.receipts.put(done.path("receipts[-1].id"), new GrantModel.Receipt(claim, amount));
            released.removeIf(one -> one.grant() == grant);
        }
    }

    /** To any amount, so that money that came back is paid again, or more comes back. */
    private void correctReceipt(Grant grant) {
        if (grant.receipts.isEmpty()) {
            return;
        }
        var id = grant.receipts.keySet().stream().sorted().findFirst().orElseThrow();
        var receipt = grant.receipts.get(id);
        var amount = BigDecimal.valueOf(random.nextInt(4_000), 2);
        var more = amount.subtract(receipt.amount());
        var done = Grants.correctReceipt(receipt.claim(), id, amount.toPlainString());
        if (expect("correction of receipt", 200, model.admitsCorrection(grant, receipt.claim(), more), done)) {
            model.receive(grant, receipt.claim(), more);
            grant.receipts.put(id, new GrantModel.Receipt(receipt.claim(), amount));
            released.removeIf(one -> one.grant() == grant);
        }
    }

    private static Response receipt(String claim, BigDecimal amount, String more) {
        return Grants.receipt(claim, amount.toPlainString(), more);
    }

    private void withdraw(Grant grant) {
        var done = Grants.officer("d").body("{\"reasons\":\"r\"}").post("/v1/awards/" + grant.id + "/withdrawal");
        if (expect("withdrawal", 200, model.admitsWithdrawal(grant), done)) {
            model.entitle(grant, "WITHDRAWN", BigDecimal.ZERO);
        }
    }

    private boolean expect(String what, int success, boolean admitted, Response response) {
        return expect(what, success, 409, admitted, response);
    }

    private boolean expect(String what, int success, int refused, boolean admitted, Response response) {
        assertEquals(admitted ? success : refused, response.statusCode(), () -> what + ": " + response.asString());
        if (admitted) {
            accepted.merge(what, 1, Integer::sum);
        }
        return admitted;
    }

    private void check() {
        assertEquals(
                "0", one("select count(*) from award where reserved + disbursed > amount or reclaimed > disbursed"));
        var ceiling = "from budget_ceiling where line_id = '" + root + "'";
        assertEquals(
                "t",
                one("select committed <= budgeted - reallocated and disbursed + reserved <= budgeted - reallocated "
                        + ceiling));
        same(model.committed, one("select committed " + ceiling));
        same(model.disbursed, one("select disbursed " + ceiling));
        same(model.reserved, one("select reserved " + ceiling));
        var waiting = " where status = 'RESERVED' and programme = '" + programme + "'";
        same(model.reserved, one("select coalesce(sum(amount), 0) from disbursement" + waiting));
        for (var kind : List.of("BUDGETED", "REALLOCATION", "COMMITMENT", "DISBURSEMENT")) {
            var column = Map.of("BUDGETED", "budgeted", "REALLOCATION", "reallocated", "COMMITMENT", "committed")
                    .getOrDefault(kind, "disbursed");
            same(
                    new BigDecimal(one("select " + column + " " + ceiling)),
                    one("select coalesce(sum(amount), 0) from budget_entry where kind = '" + kind
                            + "' and programme = '" + programme + "'"));
        }
        for (var grant : model.grants) {
            same(grant.recovered, one("select recovered from award where id = '" + grant.id + "'"));
            same(
                    grant.recovered,
                    one("select coalesce(sum(received), 0) from reclaim where award_id = '" + grant.id + "'"));
            same(
                    grant.recovered,
                    one("select coalesce(sum(r.amount), 0) from reclaim_receipt r join reclaim c on c.id = r.reclaim_id"
                            + " where c.award_id = '" + grant.id + "'"));
        }
        assertReportIsSumOfEntries();
    }

    private void assertReportIsSumOfEntries() {
        var report = manager().get("/v1/budget-statistics?programme=" + programme);
        same(model.budgeted, report.path("rows[0].total.budgeted.amount"));
        String disbursed = report.path("rows[0].total.disbursed?.amount");
        same(model.disbursed, disbursed == null ? "0" : disbursed);
    }

    private String one(String sql) {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void same(BigDecimal expected, String actual) {
        assertEquals(0, expected.compareTo(new BigDecimal(actual)), () -> expected + " is not " + actual);
    }

    private BigDecimal cents(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2);
    }

    private void withGrant(Consumer<Grant> action) {
        if (!model.grants.isEmpty()) {
            action.accept(model.grants.get(random.nextInt(model.grants.size())));
        }
    }

    private void withPayment(BiConsumer<Grant, Payment> action) {
        var waiting =
                model.grants.stream().filter(grant -> !grant.waiting.isEmpty()).toList();
        if (!waiting.isEmpty()) {
            var grant = waiting.get(random.nextInt(waiting.size()));
            action.accept(grant, grant.waiting.get(random.nextInt(grant.waiting.size())));
        }
    }
}
