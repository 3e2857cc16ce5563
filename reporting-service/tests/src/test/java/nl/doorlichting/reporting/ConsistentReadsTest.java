package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.statements.ConsistentReads;
import org.junit.jupiter.api.Test;

/** No other transaction, and so no write, gets the isolation level of a consistent read. */
@ReportingServiceTest
class ConsistentReadsTest {
    private static final String CONSISTENT = "repeatable read, read only on";
    private static final String USUAL = "read committed, read only off";

    @Inject
    EntityManager entities;

    @Inject
    ConsistentReads reads;

    @Test
    void nextTransactionIsUsual() {
        assertEquals(CONSISTENT, reads.read(this::transaction));
        assertEquals(USUAL, QuarkusTransaction.requiringNew().call(this::transaction));
    }

    @Test
    void transactionWithinIsUsual() {
        assertEquals(CONSISTENT, reads.read(() -> {
            assertEquals(USUAL, QuarkusTransaction.requiringNew().call(this::transaction));
            return transaction();
        }));
    }

    @Test
    void transactionThatHasBegunStaysUsual() {
        assertEquals(USUAL, QuarkusTransaction.requiringNew().call(() -> reads.read(this::transaction)));
    }

    @Test
    void readWithinIsPartOfTheSame() {
        assertEquals(CONSISTENT, reads.read(() -> {
            assertEquals(CONSISTENT, reads.read(this::transaction));
            return transaction();
        }));
    }

    @Test
    void throwsWhatItsReadThrows() {
        var problem = ProblemException.notFound();
        assertSame(
                problem,
                assertThrows(
                        ProblemException.class,
                        () -> reads.read(() -> {
                            transaction();
                            throw problem;
                        })));
        assertEquals(USUAL, QuarkusTransaction.requiringNew().call(this::transaction));
    }

    private String transaction() {
        return (String) entities.createNativeQuery("select current_setting('transaction_isolation') || ', read only '"
                        + " || current_setting('transaction_read_only')")
                .getSingleResult();
    }
}
