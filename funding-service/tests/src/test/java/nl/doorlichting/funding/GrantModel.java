package nl.doorlichting.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plain book of awards and their payments under one ceiling would accept, in euros. */
final class GrantModel {
    /** An award in the book. */
    static final class Grant {
        final String id;
        final boolean subsidy;
        final List<Payment> waiting = new ArrayList<>();
        /** What of each claim is outstanding, by its path. */
        final Map<String, BigDecimal> claims = new HashMap<>();
        /** What no receipt has yet of each correction of its payments by hand, by its id. */
        final Map<String, BigDecimal> corrections = new HashMap<>();

        /** Receipts that the ledger booked by itself, by their ids. */
        final Map<String, Receipt> receipts = new HashMap<>();

        BigDecimal amount;
        BigDecimal entitled;
        BigDecimal reserved = BigDecimal.ZERO;
        BigDecimal disbursed = BigDecimal.ZERO;
        BigDecimal reclaimed = BigDecimal.ZERO;
        BigDecimal recovered = BigDecimal.ZERO;
        /** What the ledger has as paid. */
        BigDecimal booked = BigDecimal.ZERO;

        String status = "GRANTED";

        Grant(String id, boolean subsidy, BigDecimal amount) {
            this.id = id;
            this.subsidy = subsidy;
            this.amount = amount;
            this.entitled = amount;
        }

        boolean isOpen() {
            return status.equals("GRANTED") || status.equals("AMENDED");
        }

        BigDecimal taken() {
            return reserved.add(disbursed);
        }
    }

    /** A payment in the book. */
    record Payment(String id, BigDecimal amount) {}

    /** What came back of a claim, which is named by its path. */
    record Receipt(String claim, BigDecimal amount) {}

    final List<Grant> grants = new ArrayList<>();
    BigDecimal budgeted = BigDecimal.ZERO;
    BigDecimal reallocated = BigDecimal.ZERO;
    BigDecimal committed = BigDecimal.ZERO;
    BigDecimal disbursed = BigDecimal.ZERO;
    BigDecimal reserved = BigDecimal.ZERO;

    boolean admitsReallocation(BigDecimal amount) {
        return spendable().subtract(amount).compareTo(committed.max(disbursed.add(reserved))) >= 0;
    }

    boolean admitsPromise(BigDecimal amount) {
        return committed.add(amount).compareTo(spendable()) <= 0;
    }

    boolean admitsPaid(BigDecimal amount) {
        return disbursed.add(reserved).add(amount).compareTo(spendable()) <= 0;
    }

    boolean admitsPayment(Grant grant, BigDecimal amount) {
        var payable = grant.isOpen() || grant.status.equals("SETTLED");
        return payable && grant.taken().add(amount).compareTo(grant.entitled) <= 0 && admitsPaid(amount);
    }

    boolean admitsSettlement(Grant grant, BigDecimal amount) {
        var covered = grant.reserved.signum() == 0 || grant.taken().compareTo(amount) <= 0;
        return grant.subsidy && grant.isOpen() && amount.compareTo(grant.amount) <= 0 && covered;
    }

    boolean admitsRevocation(Grant grant) {
        var revocable = grant.isOpen() || grant.status.equals("SETTLED");
        return grant.subsidy && revocable && grant.reserved.signum() == 0;
    }

    boolean admitsAmendment(Grant grant, BigDecimal amount) {
        var difference = amount.subtract(grant.amount);
        var room = difference.signum() <= 0 || admitsPromise(difference);
        return grant.subsidy && grant.isOpen() && amount.compareTo(grant.taken()) >= 0 && room;
    }

    boolean admitsReclaim(Grant grant, BigDecimal amount) {
        var claimable = grant.status.equals("SETTLED") || grant.status.equals("REVOKED");
        var left = grant.disbursed.subtract(grant.entitled).subtract(grant.reclaimed);
        return claimable && amount.compareTo(left) <= 0;
    }

    boolean admitsWithdrawal(Grant grant) {
        return !grant.subsidy && grant.isOpen() && grant.taken().signum() == 0;
    }

    /** Whether a receipt can come to so much more, or less by an amount below zero. */
    boolean admitsCorrection(Grant grant, String claim, BigDecimal more) {
        if (more.signum() > 0) {
            return more.compareTo(grant.claims.get(claim)) <= 0 && more.compareTo(grant.booked) <= 0;
        }
        return more.signum() < 0 && admitsPaid(more.negate());
    }

    void receive(Grant grant, String claim, BigDecimal amount) {
        grant.recovered = grant.recovered.add(amount);
        grant.claims.merge(claim, amount.negate(), BigDecimal::add);
        grant.booked = grant.booked.subtract(amount);
        disbursed = disbursed.subtract(amount);
    }

    void reserve(Grant grant, Payment payment) {
        grant.waiting.add(payment);
        move(grant, payment.amount());
    }

    void release(Grant grant, Payment payment) {
        cancel(grant, payment);
        grant.disbursed = grant.disbursed.add(payment.amount());
        grant.booked = grant.booked.add(payment.amount());
        disbursed = disbursed.add(payment.amount());
        if (!grant.subsidy && grant.disbursed.compareTo(grant.amount) == 0) {
            grant.status = "PAID";
        }
    }

    void cancel(Grant grant, Payment payment) {
        grant.waiting.remove(payment);
        move(grant, payment.amount().negate());
    }

    void entitle(Grant grant, String status, BigDecimal amount) {
        committed = committed.add(amount.subtract(grant.entitled));
        grant.entitled = amount;
        grant.status = status;
        if (status.equals("AMENDED")) {
            grant.amount = amount;
        }
    }

    private void move(Grant grant, BigDecimal amount) {
        grant.reserved = grant.reserved.add(amount);
        reserved = reserved.add(amount);
    }

    private BigDecimal spendable() {
        return budgeted.subtract(reallocated);
    }
}
