package nl.doorlichting.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    @Test
    void isNotBeforeRegistrationOfWrite() {
        var ahead = Instant.now().plus(Duration.ofHours(1));
        var clock = clock(true, ahead);
        assertEquals(ahead, clock.instant());
        assertTrue(clock.withZone(DutchCalendar.ZONE).instant().isBefore(ahead));
    }

    @Test
    void isThatOfMachineLaterInWrite() {
        var before = Instant.now();
        assertTrue(
                clock(true, before.minusSeconds(3600)).instant().plusMillis(1).isAfter(before));
    }

    @Test
    void isThatOfMachineWithoutDatabase() {
        var before = Instant.now();
        assertTrue(clock(false, before.plusSeconds(3600)).instant().isBefore(before.plusSeconds(60)));
    }

    private static Clock clock(boolean hasDatabase, Instant registered) {
        var transaction = stub(
                TransactionSynchronizationRegistry.class,
                method -> method.equals("getTransactionStatus") ? Status.STATUS_ACTIVE : registered);
        var writes = new RegisteredWrites(transaction, null, null);
        @SuppressWarnings("unchecked")
        Instance<RegisteredWrites> bean =
                stub(Instance.class, method -> method.equals("isResolvable") ? hasDatabase : writes);
        return new SystemClock.Producer().clock(bean);
    }

    private static <T> T stub(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                SystemClockTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
