package nl.doorlichting.funding.budget;

import static nl.doorlichting.funding.budget.BudgetEntryKind.BUDGETED;
import static nl.doorlichting.funding.budget.BudgetEntryKind.COMMITMENT;
import static nl.doorlichting.funding.budget.BudgetEntryKind.DISBURSEMENT;
import static nl.doorlichting.funding.budget.BudgetEntryKind.REALLOCATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CeilingBalanceTest {
    private static final CeilingBalance BALANCE = new CeilingBalance(
            UUID.randomUUID(), "plan", 2010, euro("100"), euro("40"), euro("10.50"), euro("15"), euro("5"));

    @Test
    void refusesAmountOneCentAboveRoom() {
        assertEquals(Optional.empty(), refusal(DISBURSEMENT, "40"));
        assertEquals(Optional.of("On line plan in 2010 40 EUR is left to disburse."), refusal(DISBURSEMENT, "40.01"));
        assertEquals(Optional.empty(), refusal(COMMITMENT, "49.50"));
        assertEquals(Optional.of("On line plan in 2010 49.50 EUR is left to commit."), refusal(COMMITMENT, "49.51"));
    }

    @Test
    void refusesToTakeAwayPromisedOrPaid() {
        var detail = Optional.of("On line plan in 2010 40 EUR is left that is neither committed nor disbursed.");
        assertEquals(Optional.empty(), refusal(REALLOCATION, "40"));
        assertEquals(detail, refusal(REALLOCATION, "40.01"));
        assertEquals(Optional.empty(), refusal(BUDGETED, "-40"));
        assertEquals(detail, refusal(BUDGETED, "-40.01"));
    }

    @Test
    void incomingMoneyAddsRoom() {
        assertEquals(euro("65"), BALANCE.with(REALLOCATION, euro("-5")).spendable());
        assertEquals(euro("65"), BALANCE.with(BUDGETED, euro("5")).spendable());
        assertEquals(Optional.empty(), BALANCE.with(BUDGETED, euro("5")).refusal(DISBURSEMENT, euro("45")));
    }

    @Test
    void reservationReducesRoom() {
        assertEquals(Optional.empty(), BALANCE.refusalToReserve(euro("40")));
        assertEquals(
                Optional.of(euro("40")), BALANCE.refusalToReserve(euro("40.01")).map(CeilingBalance.Shortage::left));
        assertEquals(
                Optional.of(euro("30")),
                BALANCE.reserving(euro("10"))
                        .refusal(DISBURSEMENT, euro("30.01"))
                        .map(CeilingBalance.Shortage::left));
        assertEquals(euro("0"), BALANCE.reserving(euro("-5")).reserved());
    }

    private static Optional<String> refusal(BudgetEntryKind kind, String amount) {
        return BALANCE.refusal(kind, euro(amount))
                .map(shortage -> shortage.detail().toString());
    }

    private static BigDecimal euro(String amount) {
        return new BigDecimal(amount);
    }
}
